//! From a JSON document to an article, whatever its format.

mod canonical;
mod unread;

pub use unread::Unread;

use crate::content::json::{self, Json, NotJson};
use crate::content::model::{Article, Problem};
use crate::content::read::{Document, MOST_PROBLEMS};
use crate::text::digits;

/// The formats that can be read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// Standfirst's own: a schema.org NewsArticle as plain JSON.
    #[default]
    Canonical,
}

impl Format {
    /// Every format by its public name.
    pub const WORDS: &'static [(&'static str, Format)] = &[("canonical", Format::Canonical)];

    /// The public name.
    pub fn as_str(self) -> &'static str {
        match self {
            Format::Canonical => "canonical",
        }
    }

    /// The format that a name stands for; `auto` and nothing mean that it is found out.
    pub fn named(name: &str) -> Result<Option<Format>, String> {
        if name.is_empty() || name == "auto" {
            return Ok(None);
        }
        match Format::WORDS.iter().find(|(word, _)| *word == name) {
            Some((_, format)) => Ok(Some(*format)),
            None => Err(["no format is called \"", name, "\""].concat()),
        }
    }
}

/// An article, what it was read as, and what could not be read of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// The article.
    pub article: Article,
    /// What it was read as.
    pub format: Format,
    /// What was wrong, with its place.
    pub problems: Vec<Problem>,
    /// What is in the document and has not been read: [`Reading::read_rest`].
    pub unread: Unread,
}

impl Reading {
    /// Reads the comments in the document and its share targets, into [`Article::comment`] and into
    /// [`crate::content::model::Share::targets`].
    pub fn read_rest(&mut self) {
        let unread = std::mem::take(&mut self.unread);
        let (comments, wrong) = unread.read_comments();
        self.article.comment = comments;
        self.problems.extend(wrong);
        if unread.targets().is_some() {
            let (targets, wrong) = unread.read_targets();
            self.article.share.get_or_insert_default().targets = targets;
            self.problems.extend(wrong);
        }
        self.problems.truncate(MOST_PROBLEMS);
    }
}

/// Why a text is no article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// Not JSON. The line says what it is instead.
    Parse(String),
    /// JSON, but no article. The line says what is missing.
    Schema(String),
}

/// Reads an article from the text of a JSON document that came from `base`.
///
/// # Errors
/// What the text is instead of JSON, or what the document lacks to be an article.
pub fn read(text: &str, format: Option<Format>, base: &str) -> Result<Reading, Unreadable> {
    read_json(parse(text)?, format, base)
}

/// [`read`] without the comments in the document and its share targets, which are kept unread.
///
/// # Errors
/// As [`read`].
pub fn read_first(text: &str, format: Option<Format>, base: &str) -> Result<Reading, Unreadable> {
    read_article(parse(text)?, format, base)
}

/// Reads an article from a JSON document that came from `base`.
///
/// # Errors
/// What the document lacks to be an article.
pub fn read_json(json: Json, format: Option<Format>, base: &str) -> Result<Reading, Unreadable> {
    let mut reading = read_article(json, format, base)?;
    reading.read_rest();
    Ok(reading)
}

fn read_article(mut json: Json, format: Option<Format>, base: &str) -> Result<Reading, Unreadable> {
    let format = format.unwrap_or_default();
    let unread = Unread::out_of(&mut json, base);
    let document = Document::new(base);
    let article = match format {
        Format::Canonical => canonical::article(&document.root(&json)),
    }
    .map_err(Unreadable::Schema)?;
    Ok(Reading { article, format, problems: document.into_problems(), unread })
}

/// [`read_json`] for native programs that have a document from serde_json.
///
/// # Errors
/// As [`read_json`].
#[cfg(feature = "schema")]
pub fn read_value(
    value: &serde_json::Value,
    format: Option<Format>,
    base: &str,
) -> Result<Reading, Unreadable> {
    read_json(Json::from(value), format, base)
}

/// JSON, or a line that says what the text is instead.
fn parse(text: &str) -> Result<Json, Unreadable> {
    json::parse(document(text)?).map_err(|fault| not_json(&fault))
}

/// The document in the text of an answer. An error says that it is empty or a page.
pub(crate) fn document(text: &str) -> Result<&str, Unreadable> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text).trim_ascii();
    let message = if text.is_empty() {
        "the answer is empty"
    } else if text.starts_with('<') {
        "the answer is HTML or XML, not JSON: often a login or error page"
    } else {
        return Ok(text);
    };
    Err(Unreadable::Parse(message.to_owned()))
}

/// Says where a text stops being JSON.
pub(crate) fn not_json(fault: &NotJson) -> Unreadable {
    Unreadable::Parse(if fault.cut_off {
        "the JSON is cut off: it ends before it is complete".to_owned()
    } else {
        let (line, column) = (digits(fault.line as u32), digits(fault.column as u32));
        ["not JSON from line ", &line, ", column ", &column].concat()
    })
}
