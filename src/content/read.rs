//! Total reading of JSON: small helpers that take what is there, note what is wrong with its JSON
//! path, and go on. Nothing in the data can panic, and one wrong member never loses the article.
//!
//! Helpers over a tree of values instead of derived structs: 24 kB less (brotli) for 26 block
//! types, and a wrong member is a [`Problem`] instead of an error for the whole document.

mod html;
mod members;
mod parts;

use crate::content::json::{Json, decimal};
use crate::content::model::{Choice, Problem};
use crate::content::plain;
use crate::date::Date;
use crate::policy::SafeUrl;
use crate::text::digits;
use std::cell::RefCell;

/// More problems than this are counted no further: a hostile document must not fill the memory.
pub(crate) const MOST_PROBLEMS: usize = 200;

/// What all nodes of one document share.
pub struct Document {
    problems: RefCell<Vec<Problem>>,
    /// The address that relative ones are resolved against.
    base: String,
}

impl Document {
    /// A document that came from `base`, an absolute address, or "" to leave addresses relative.
    pub fn new(base: &str) -> Self {
        Document { problems: RefCell::default(), base: base.to_owned() }
    }

    /// The root of the document.
    pub fn root<'a>(&'a self, value: &'a Json) -> Node<'a> {
        Node { value, parent: None, step: Step::Root, depth: 0, document: self }
    }

    /// What was wrong.
    pub fn into_problems(self) -> Vec<Problem> {
        self.problems.into_inner()
    }
}

#[derive(Clone, Copy)]
enum Step<'a> {
    Root,
    Member(&'a str),
    Item(usize),
}

/// A value in its place. The place is a chain of borrowed parents: a path is only written out for
/// a problem.
#[derive(Clone, Copy)]
pub struct Node<'a> {
    value: &'a Json,
    parent: Option<&'a Node<'a>>,
    step: Step<'a>,
    depth: u16,
    document: &'a Document,
}

static NULL: Json = Json::Null;

impl<'a> Node<'a> {
    /// A member; null where there is none.
    #[inline(never)]
    pub fn get<'b>(&'b self, member: &'b str) -> Node<'b> {
        Node {
            value: self.value.get(member).unwrap_or(&NULL),
            parent: Some(self),
            step: Step::Member(member),
            depth: self.depth + 1,
            document: self.document,
        }
    }

    /// `null`, `""`, `[]` and `{}` mean that there is nothing.
    #[inline(never)]
    pub fn is_missing(&self) -> bool {
        match self.value {
            Json::Null => true,
            Json::Text(s) => s.trim_ascii().is_empty(),
            Json::List(a) => a.is_empty(),
            Json::Object(o) => o.is_empty(),
            _ => false,
        }
    }

    /// How many members and items lead here.
    pub fn depth(&self) -> u16 {
        self.depth
    }

    /// Whether it is a JSON object.
    pub fn is_object(&self) -> bool {
        matches!(self.value, Json::Object(_))
    }

    /// Whether it is a JSON array.
    pub fn is_list(&self) -> bool {
        matches!(self.value, Json::List(_))
    }

    /// Whether it is a JSON string.
    pub fn is_text(&self) -> bool {
        matches!(self.value, Json::Text(_))
    }

    /// Notes a problem at this place.
    #[inline(never)]
    pub fn problem(&self, reason: &str) {
        let mut problems = self.document.problems.borrow_mut();
        if problems.len() < MOST_PROBLEMS {
            problems.push(Problem { path: self.path(), reason: reason.to_owned() });
        }
    }

    fn wrong(&self, expected: &str) {
        let found = match self.value {
            Json::Null => "nothing",
            Json::Bool(_) => "true or false",
            Json::Number(_) => "a number",
            Json::Text(_) => "a text",
            Json::List(_) => "a list",
            Json::Object(_) => "an object",
        };
        self.problem(&[expected, " expected, found ", found].concat());
    }

    fn path(&self) -> String {
        let mut steps = Vec::new();
        let mut node = Some(self);
        while let Some(at) = node {
            steps.push(at.step);
            node = at.parent;
        }
        let mut path = String::from("$");
        for step in steps.iter().rev() {
            match step {
                Step::Root => {}
                Step::Member(name) => {
                    path.push('.');
                    path.push_str(name);
                }
                Step::Item(index) => {
                    path.push('[');
                    path.push_str(&digits(*index as u32));
                    path.push(']');
                }
            }
        }
        path
    }

    /// Text as it stands, for what must not be changed (program text, HTML). Numbers are written out.
    #[inline(never)]
    pub fn verbatim(&self) -> Option<String> {
        match self.value {
            _ if self.is_missing() => None,
            Json::Text(text) => Some(text.clone()),
            Json::Number(number) => Some(number.clone()),
            _ => {
                self.wrong("text");
                None
            }
        }
    }

    /// Text whose white space counts, even where it is nothing else: a span between two others.
    #[inline(never)]
    pub fn spaced(&self) -> Option<String> {
        match self.value {
            Json::Text(text) if !text.is_empty() => Some(text.clone()),
            _ => self.verbatim(),
        }
    }

    /// Plain text, trimmed.
    #[inline(never)]
    pub fn text(&self) -> Option<String> {
        let text = self.verbatim()?;
        let trimmed = text.trim_ascii();
        Some(if trimmed.len() == text.len() { text } else { trimmed.to_owned() })
    }

    /// Text of one line whose character references are decoded once, as in headlines.
    #[inline(never)]
    pub fn decoded(&self) -> Option<String> {
        self.text().map(|text| plain::decode_entities(&text))
    }

    /// The name of somebody, without characters that turn the direction.
    #[inline(never)]
    pub fn name(&self) -> Option<String> {
        self.decoded().map(|text| plain::name(&text)).filter(|name| !name.is_empty())
    }

    /// An address to follow.
    #[inline(never)]
    pub fn link(&self) -> Option<SafeUrl> {
        self.address(SafeUrl::link)
    }

    /// An address to load from.
    #[inline(never)]
    pub fn resource(&self) -> Option<SafeUrl> {
        self.address(SafeUrl::resource)
    }

    #[inline(never)]
    fn address(&self, parse: fn(&str, &str) -> Option<SafeUrl>) -> Option<SafeUrl> {
        let text = self.text()?;
        let url = parse(&text, &self.document.base);
        if url.is_none() {
            self.problem("not an address that may be used");
        }
        url
    }

    /// A date, kept as written.
    #[inline(never)]
    pub fn date(&self) -> Option<Date> {
        let date = Date::new(&self.text()?);
        if date.moment.is_none() {
            self.problem("not a date of ISO 8601: shown as written");
        }
        Some(date)
    }

    /// A number; a text that is one counts.
    #[inline(never)]
    pub fn number(&self) -> Option<f64> {
        let number = match self.value {
            _ if self.is_missing() => return None,
            Json::Number(text) => decimal(text),
            Json::Text(text) => decimal(text.trim_ascii()),
            _ => None,
        }
        .filter(|n: &f64| n.is_finite());
        if number.is_none() {
            self.wrong("number");
        }
        number
    }

    /// A whole number from 0.
    #[inline(never)]
    pub fn count(&self) -> Option<u32> {
        let number = self.number()?;
        if (0.0..=f64::from(u32::MAX)).contains(&number) {
            return Some(number as u32);
        }
        self.problem("a whole number from 0 expected");
        None
    }

    /// A size in pixels: not 0, and no larger than a browser can lay out.
    #[inline(never)]
    pub fn pixels(&self) -> Option<u32> {
        self.count().filter(|n| (1..=65_535).contains(n))
    }

    /// True or false.
    #[inline(never)]
    pub fn flag(&self) -> Option<bool> {
        match self.value {
            _ if self.is_missing() => None,
            Json::Bool(flag) => Some(*flag),
            // JSON-LD in the wild writes "True" and "False".
            Json::Text(text) if text.eq_ignore_ascii_case("true") => Some(true),
            Json::Text(text) if text.eq_ignore_ascii_case("false") => Some(false),
            _ => {
                self.wrong("true or false");
                None
            }
        }
    }

    /// One of a few words.
    pub fn word<T: Choice>(&self) -> Option<T> {
        T::ALL.get(self.word_of(T::WORDS)?).copied()
    }

    #[inline(never)]
    fn word_of(&self, words: &[&str]) -> Option<usize> {
        let text = self.text()?;
        let found = words.iter().position(|word| word.eq_ignore_ascii_case(&text));
        if found.is_none() {
            self.problem("not one of the words known here");
        }
        found
    }

    /// The items of a list, or the one thing that stands instead of a list.
    #[inline(never)]
    pub fn items(&self) -> Vec<Node<'_>> {
        match self.value {
            _ if self.is_missing() => Vec::new(),
            Json::List(items) => {
                let item = |(index, value)| Node {
                    value,
                    parent: Some(self),
                    step: Step::Item(index),
                    depth: self.depth + 1,
                    document: self.document,
                };
                items.iter().enumerate().map(item).collect()
            }
            _ => vec![*self],
        }
    }

    /// The items that can be read. Missing ones are left out.
    pub fn list<T>(&self, read: fn(&Node) -> Option<T>) -> Vec<T> {
        let mut list = Vec::new();
        for item in self.items() {
            if !item.is_missing()
                && let Some(value) = read(&item)
            {
                list.push(value);
            }
        }
        list
    }

    /// Whether it is an object; anything else that is there is a problem.
    #[inline(never)]
    pub fn object(&self) -> Option<()> {
        if self.is_missing() {
            return None;
        }
        if !self.is_object() {
            self.wrong("object");
            return None;
        }
        Some(())
    }

    /// Something that has to be there: a problem where it is not, on the object it is missing from.
    pub fn required<T>(&self, value: Option<T>) -> Option<T> {
        if value.is_none() && self.is_missing() {
            self.problem("missing");
        }
        value
    }
}
