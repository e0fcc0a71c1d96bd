//! From a JSON document to an article, whatever its format.

mod activity;
mod ans;
mod bodies;
pub(crate) mod canonical;
mod capi;
mod dates;
mod detect;
mod faults;
mod ghost;
mod json_feed;
mod json_ld;
mod map;
mod newsroom;
mod ninjs;
mod offers;
mod pick;
mod rules;
mod signs;
mod unread;
mod wordpress;

pub use newsroom::set_newsroom;
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
    /// schema.org as JSON-LD: NewsArticle and its kin.
    JsonLd,
    /// A post of WordPress's REST API.
    WordPress,
    /// A post of Ghost's Content API.
    Ghost,
    /// An item of a JSON Feed, 1.0 and 1.1.
    JsonFeed,
    /// IPTC ninjs 1.x, 2.x and 3.x.
    Ninjs,
    /// The Guardian's Content API.
    Capi,
    /// Arc's ANS.
    Ans,
    /// An Article of ActivityStreams, as ActivityPub serves it.
    ActivityStreams,
    /// Members named by the publisher: [`Wish::map`].
    Map,
}

impl Format {
    /// Every format by its public name.
    pub const WORDS: &'static [(&'static str, Format)] = &[
        ("canonical", Format::Canonical),
        ("json-ld", Format::JsonLd),
        ("wordpress", Format::WordPress),
        ("ghost", Format::Ghost),
        ("json-feed", Format::JsonFeed),
        ("ninjs", Format::Ninjs),
        ("guardian", Format::Capi),
        ("ans", Format::Ans),
        ("activitystreams", Format::ActivityStreams),
        ("map", Format::Map),
    ];

    /// The public name.
    pub fn as_str(self) -> &'static str {
        Format::WORDS.iter().find(|(_, format)| *format == self).map_or("", |(word, _)| word)
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

/// What is asked of a document beside its address.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Wish {
    /// The format; none is found out.
    pub format: Option<Format>,
    /// Which item of a list or feed: its id, slug, address, or number from 1. None is the first.
    pub item: Option<String>,
    /// Where the members of the canonical format stand in this document, as a JSON object of paths:
    /// `{"headline": "data.title"}`.
    pub map: Option<String>,
}

/// Reads an article from the text of a JSON document that came from `base`.
///
/// # Errors
/// What the text is instead of JSON, or what the document lacks to be an article.
pub fn read(text: &str, format: Option<Format>, base: &str) -> Result<Reading, Unreadable> {
    read_json(parse(text)?, format, base)
}

/// [`read`], as it is wished.
///
/// # Errors
/// As [`read`], and what is wrong with the wish.
pub fn read_wished(text: &str, wish: &Wish, base: &str) -> Result<Reading, Unreadable> {
    let mut reading = read_document(parse(text)?, wish, base)?;
    reading.read_rest();
    Ok(reading)
}

/// Reads an article from a JSON document that came from `base`.
///
/// # Errors
/// What the document lacks to be an article.
pub fn read_json(json: Json, format: Option<Format>, base: &str) -> Result<Reading, Unreadable> {
    let wish = Wish { format, ..Wish::default() };
    let mut reading = read_document(json, &wish, base)?;
    reading.read_rest();
    Ok(reading)
}

/// An article without the comments in the document and its share targets, which are kept unread.
///
/// # Errors
/// As [`read_wished`].
pub fn read_document(json: Json, wish: &Wish, base: &str) -> Result<Reading, Unreadable> {
    match asks(&json, wish) {
        Asks::Formats => foreign(json, wish, base),
        _ => read_plain(json, base),
    }
}

/// What a document asks for of the program, where that is cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asks {
    /// It is canonical, with the usual blocks: the first part reads it.
    Nothing,
    /// It is canonical, and has blocks that few articles have.
    Blocks,
    /// It is of another format, or has HTML in it, or the body of another editor. What is in doubt is that.
    Formats,
}

/// What a document asks for: as quick to say as possible.
pub fn asks(json: &Json, wish: &Wish) -> Asks {
    const OTHERS: &[&str] =
        &["@context", "@type", "@graph", "versioncreated", "versionCreated", "version", "content"];
    let named = wish.format == Some(Format::Canonical);
    if wish.item.is_some() || wish.map.is_some() || !(named || wish.format.is_none()) {
        return Asks::Formats;
    }
    let text = |name| matches!(json.get(name), Some(Json::Text(_)));
    // No other format has a list of this name; a canonical article may well be JSON-LD besides.
    let blocks = matches!(json.get("body"), Some(Json::List(_)));
    let written = text("articleBody") && !OTHERS.iter().any(|name| json.get(name).is_some());
    if named || text("headline") && (blocks || written) {
        canonical::asks(json)
    } else {
        Asks::Formats
    }
}

/// A document that [`asks`] for no other format.
///
/// # Errors
/// As [`read_wished`].
pub fn read_plain(mut json: Json, base: &str) -> Result<Reading, Unreadable> {
    let unread = Unread::out_of(&mut json, base);
    let document = Document::new(base);
    let article = canonical::article(&document.root(&json)).map_err(Unreadable::Schema)?;
    let problems = document.into_problems();
    Ok(Reading { article, format: Format::Canonical, problems, unread })
}

/// A document of any format. A gate of the program: see `scripts/split.mjs`.
#[inline(never)]
fn foreign(json: Json, wish: &Wish, base: &str) -> Result<Reading, Unreadable> {
    detect::read(json, wish, base)
}

/// Whether what [`is_plain`] is not needs the part of the program with the formats of newsroom systems as well. A gate of the
/// program: see `scripts/split.mjs`.
#[inline(never)]
pub fn asks_newsroom(json: &Json, wish: &Wish) -> bool {
    newsroom::is_asked(json, wish)
}

/// What an interface says of what is wrong, in a document of its own instead of an article. A gate of the program: see
/// `scripts/split.mjs`.
#[inline(never)]
pub fn told(json: &Json) -> Option<String> {
    faults::told(json)
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
///
/// # Errors
/// What the text is instead.
pub fn parse(text: &str) -> Result<Json, Unreadable> {
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
