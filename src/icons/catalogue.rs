//! The catalogue by name: looked up, searched, and read from the file that the build writes.
//!
//! A program that draws icons by names that it learns at run time either carries all of them
//! ([`IconName::find`]) or reads `icons.txt` when the first is asked for ([`Catalogue`]): the article element
//! does the latter, so that readers of articles carry the icons of articles.

use super::data::ALL;
use super::rows::Row;
use super::shape::{IconName, Shape, Tone};

/// An icon with all its words, from the program or from a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// What is drawn.
    pub shape: Shape,
    /// The title.
    pub title: &'static str,
    /// What is to be seen, in one sentence.
    pub description: &'static str,
    /// Other names, parted by spaces.
    pub aliases: &'static str,
    /// The mark of a company.
    pub brand: bool,
}

impl Entry {
    /// Whether `name`, in any spelling ("Linked In", "linked-in"), is the icon's name or one of its aliases.
    pub fn is(&self, name: &str) -> bool {
        let wanted = slug(name);
        !wanted.is_empty()
            && (self.shape.name == wanted || self.aliases.split(' ').any(|alias| alias == wanted))
    }

    /// Whether every word of `query` stands in the title, the description, the name or an alias.
    pub fn matches(&self, query: &str) -> bool {
        query.split(' ').filter(|word| !word.is_empty()).all(|word| {
            [self.title, self.description, self.shape.name, self.aliases]
                .iter()
                .any(|text| contains(text, word))
        })
    }
}

impl IconName {
    /// The icon with all its words.
    pub fn entry(self) -> Entry {
        let data = self.data();
        Entry {
            shape: *data.shape,
            title: data.title,
            description: data.description,
            aliases: data.aliases,
            brand: data.brand,
        }
    }

    /// The icon of a name, a title or an alias. A program that calls this carries the whole catalogue.
    pub fn find(name: &str) -> Option<IconName> {
        ALL.iter().copied().find(|icon| icon.entry().is(name))
    }
}

/// The catalogue as a file: a line an icon (name, title, description, aliases, flags, line, fill, parted by
/// tabs), an empty line, a line a row of the client's page (title, what it shows, names).
#[derive(Clone, Copy, Debug)]
pub struct Catalogue(&'static str);

impl Catalogue {
    /// The name of the file, beside the program.
    pub const FILE: &'static str = "icons.txt";

    /// Reads the file's text. It is read once a page and kept as long, so nothing of it is copied. What is not
    /// such a file has no entries.
    pub fn new(text: &'static str) -> Self {
        Catalogue(text)
    }

    /// Whether a text is such a file, by its first line.
    pub fn is_in(text: &str) -> bool {
        let mut fields = text.split('\n').next().unwrap_or_default().split('\t');
        let name = fields.next().unwrap_or_default();
        !name.is_empty() && slug(name) == name && fields.count() == 6
    }

    /// The icons, in the order of the file.
    pub fn entries(self) -> impl Iterator<Item = Entry> {
        self.0.split('\n').take_while(|line| !line.is_empty()).filter_map(entry)
    }

    /// The rows of the client's page.
    pub fn rows(self) -> impl Iterator<Item = Row> {
        self.0.split('\n').skip_while(|line| !line.is_empty()).filter_map(|line| {
            let mut fields = line.split('\t');
            Some(Row { title: fields.next()?, shows: fields.next()?, icons: fields.next()? })
        })
    }

    /// The icon of a name, a title or an alias.
    ///
    /// # Errors
    /// The names that come nearest, at most three, where there is none.
    pub fn find(self, name: &str) -> Result<Entry, Vec<&'static str>> {
        self.entries().find(|entry| entry.is(name)).ok_or_else(|| {
            nearest(name, self.entries().map(|entry| (entry.shape.name, entry.aliases)))
        })
    }
}

fn entry(line: &'static str) -> Option<Entry> {
    let mut fields = line.split('\t');
    let (name, title, description) = (fields.next()?, fields.next()?, fields.next()?);
    let (aliases, flags) = (fields.next()?, fields.next()?);
    let (line, fill) = (fields.next()?, fields.next()?);
    let flag = |wanted: &str| flags.split(' ').any(|flag| flag == wanted);
    let tone = match (flag("success"), flag("spent")) {
        (true, _) => Tone::Success,
        (_, true) => Tone::Spent,
        _ => Tone::Current,
    };
    let shape = Shape { name, line, fill, flips: flag("flips"), tone };
    Some(Entry { shape, title, description, aliases, brand: flag("brand") })
}

/// A title as a name: lower case, with one hyphen for whatever is neither letter nor digit.
pub fn slug(title: &str) -> String {
    let mut name = String::new();
    for c in title.chars() {
        if c.is_ascii_alphanumeric() {
            name.push(c.to_ascii_lowercase());
        } else if !name.is_empty() && !name.ends_with('-') {
            name.push('-');
        }
    }
    if name.ends_with('-') {
        name.pop();
    }
    name
}

/// The names whose own spelling or alias is fewest changes away from `name`, nearest first, at most three; none
/// that would have to change by more than half.
pub fn nearest(
    name: &str,
    names: impl Iterator<Item = (&'static str, &'static str)>,
) -> Vec<&'static str> {
    let wanted = slug(name);
    let mut found: Vec<(usize, &'static str)> = Vec::new();
    if wanted.is_empty() {
        return Vec::new();
    }
    for (name, aliases) in names {
        let spellings = std::iter::once(name).chain(aliases.split(' '));
        let near = spellings.map(|spelling| changes(&wanted, spelling)).min().unwrap_or(usize::MAX);
        if near * 2 <= wanted.len() {
            let at = found.iter().position(|(other, _)| near < *other).unwrap_or(found.len());
            found.insert(at, (near, name));
            found.truncate(3);
        }
    }
    found.into_iter().map(|(_, name)| name).collect()
}

/// How many letters must be put in, taken out or changed to make one text of the other (Levenshtein).
fn changes(a: &str, b: &str) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (at, from) in a.bytes().enumerate() {
        // What the row above had one place to the left, and what this row has there.
        let (mut diagonal, mut left) = (at, at + 1);
        let mut next = vec![left];
        for (to, above) in b.bytes().zip(row.iter().skip(1)) {
            left = (diagonal + usize::from(from != to)).min(left + 1).min(above + 1);
            diagonal = *above;
            next.push(left);
        }
        row = next;
    }
    row.last().copied().unwrap_or_default()
}

/// Whether `word` stands in `text`, in capitals or not. The standard library's search would bring its own tables.
fn contains(text: &str, word: &str) -> bool {
    let (text, word) = (text.as_bytes(), word.as_bytes());
    word.is_empty() || text.windows(word.len()).any(|part| part.eq_ignore_ascii_case(word))
}
