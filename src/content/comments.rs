//! The comments of an article, read from JSON: canonical, a list or a page with `items`; or as others write them
//! ([`Dialect`]).
//!
//! A page may hold 4 MiB, which is too much for one turn of a browser. So [`Pending`] goes through the text
//! once and hands each comment alone to the parser: what a turn costs is what it reads, and there is never a
//! tree of the whole document. Replies nested in replies stand on a stack of our own, however deep they are.

pub mod author;
mod dialect;
mod members;
pub mod memory;
mod page;
mod read;
pub mod text;

use crate::content::formats::{self, Unreadable};
use crate::content::json::{Json, MOST_OPEN, Parser};
use crate::content::model::{Comment, Problem};
use crate::content::read::{Document, Node};
use crate::policy::SafeUrl;
pub use dialect::Dialect;
use read::{Flat, NONE};

/// One page of comments.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Page {
    /// In the order of the document, replies after what they answer where they are nested. Replies stand
    /// beside it, by `parent_item`; `comment` is empty. Each has an id.
    pub comments: Vec<Comment>,
    /// How many comments all pages have together, as the publisher says.
    pub total: Option<u32>,
    /// No more comments are taken.
    pub closed: bool,
    /// The address of the following page.
    pub next: Option<SafeUrl>,
    /// What was wrong, with its place.
    pub problems: Vec<Problem>,
}

/// Reads a page of comments that came from `base` at once.
///
/// # Errors
/// What the text is instead of JSON, or what the document lacks to be comments.
pub fn read(text: String, base: &str) -> Result<Page, Unreadable> {
    let mut pending = Pending::new(text, base)?;
    while pending.some(usize::MAX)? {}
    Ok(pending.page())
}

/// The comments that come with an article: its member `comment`, a list or one.
pub fn inline(article: &Node) -> Vec<Comment> {
    Flat::at("$.comment", Dialect::Canonical).inline(article)
}

/// A list or an object that is open.
enum Open {
    /// An object around the list, by its name in the one around it.
    Page(String, Vec<(String, Json)>),
    /// Comments: the one that they answer, and how many have begun.
    List(u32, u32),
    /// A comment, and whether a member of it has been read.
    Comment(u32, bool),
}

/// A document that is being read.
pub struct Pending {
    text: String,
    /// The byte that is read next.
    at: usize,
    open: Vec<Open>,
    document: Document,
    flat: Flat,
    /// The format that is asked for, or has been found out.
    dialect: Option<Dialect>,
    /// The list has been found.
    listed: bool,
    /// The object around the list; null for a list.
    page: Json,
}

impl Pending {
    /// Begins to read the text of a document that came from `base`, an absolute address, or "" to leave
    /// addresses relative.
    ///
    /// # Errors
    /// The text is empty, a page of HTML, or no list or object.
    pub fn new(mut text: String, base: &str) -> Result<Pending, Unreadable> {
        let length = formats::document(&text)?.len();
        text.truncate(text.trim_ascii_end().len());
        text.drain(..text.len().saturating_sub(length));
        let mut parser = Parser { text: &text, at: 1, outer: 0 };
        let open = match text.as_bytes().first() {
            Some(b'[') => Open::List(NONE, 0),
            Some(b'{') => Open::Page(String::new(), Vec::new()),
            _ => {
                parser.at = 0;
                let whole = parser.document();
                return Err(match whole {
                    Some(json) => page::refused(&json, None),
                    None => formats::not_json(&parser.fault()),
                });
            }
        };
        Ok(Pending {
            listed: matches!(open, Open::List(..)),
            text,
            at: 1,
            open: vec![open],
            document: Document::new(base),
            flat: Flat::at("$", Dialect::Canonical),
            dialect: None,
            page: Json::Null,
        })
    }

    /// Says which format it is in, before anything is read. None: it is found out.
    pub fn written_in(self, dialect: Option<Dialect>) -> Pending {
        Pending { flat: Flat::at("$", dialect.unwrap_or_default()), dialect, ..self }
    }

    /// Reads at most so many comments further. True: there is more.
    ///
    /// # Errors
    /// Where the text stops being JSON, or what the document lacks to be comments. Nothing that was read
    /// before is worth anything then.
    pub fn some(&mut self, most: usize) -> Result<bool, Unreadable> {
        let text = std::mem::take(&mut self.text);
        let mut parser = Parser { text: &text, at: self.at, outer: 0 };
        let mut more = Some(true);
        let mut left = most;
        while left > 0 && more == Some(true) && !self.open.is_empty() {
            more = self.step(&mut parser).map(|read| {
                left -= usize::from(read);
                true
            });
        }
        if more.is_some() && self.open.is_empty() {
            parser.space();
            more = (parser.at == text.len()).then_some(false);
        }
        self.at = parser.at;
        let Some(more) = more else {
            return Err(formats::not_json(&parser.fault()));
        };
        self.text = text;
        if !more && !self.listed && !page::is_empty(&self.page, self.dialect) {
            return Err(page::refused(&self.page, self.dialect));
        }
        Ok(more)
    }

    /// What has been read.
    pub fn page(mut self) -> Page {
        drop(std::mem::take(&mut self.text));
        let root = self.document.root(&self.page);
        let mut page = page::around(&root, self.dialect.unwrap_or_default());
        page.comments = self.flat.comments();
        page.problems = self.document.into_problems();
        page
    }

    /// Reads one member or item, or the beginning or end of a list or an object. True: a comment came to its
    /// end. None: not JSON.
    fn step(&mut self, parser: &mut Parser) -> Option<bool> {
        parser.outer = self.open.len();
        parser.space();
        let byte = parser.peek()?;
        let (begun, end) = match self.open.last()? {
            Open::List(_, begun) => (*begun > 0, b']'),
            Open::Page(_, members) => (!members.is_empty(), b'}'),
            Open::Comment(_, begun) => (*begun, b'}'),
        };
        if byte == end {
            parser.at += 1;
            return Some(self.close());
        }
        if begun {
            parser.expect(b',')?;
            parser.space();
        }
        if parser.outer > MOST_OPEN {
            return None;
        }
        let only = self.dialect;
        let level = parser.outer - 1;
        let (outer, index) = match self.open.last_mut()? {
            Open::List(outer, begun) => {
                *begun += 1;
                let place = (*outer, *begun - 1);
                if self.dialect.is_none() {
                    self.found(Dialect::of_list(parser).unwrap_or_default(), "$");
                }
                place
            }
            Open::Page(within, members) => {
                let name = parser.name()?.into_owned();
                let led = Dialect::find(only, |shape| {
                    shape.way.get(level).is_some_and(|way| *way == name)
                        && (level == 0 || shape.way.first().is_some_and(|way| way == within))
                });
                let Some(dialect) = led.filter(|_| opens(parser)) else {
                    members.push((name, parser.value()?));
                    return Some(false);
                };
                if level + 1 < dialect.shape().way.len() {
                    if parser.expect(b'{').is_none() {
                        members.push((name, parser.value()?));
                    } else {
                        self.open.push(Open::Page(name, Vec::new()));
                    }
                    return Some(false);
                }
                // Its place among the members, so that it counts as there.
                members.push((name, Json::Null));
                self.found(dialect, dialect.shape().path);
                (NONE, 0)
            }
            Open::Comment(slot, begun) => {
                *begun = true;
                let name = parser.name()?;
                let replies = only.unwrap_or_default().shape().replies;
                if *name != *replies || !opens(parser) {
                    self.flat.member(*slot, &name, parser.value()?, &self.document);
                    return Some(false);
                }
                (*slot, 0)
            }
        };
        self.begin(parser, outer, index)
    }

    /// The list begins, and with it the format is known.
    fn found(&mut self, dialect: Dialect, path: &'static str) {
        if self.flat.is_empty() {
            self.flat = Flat::at(path, dialect);
        }
        (self.dialect, self.listed) = (Some(dialect), true);
    }

    /// A comment or a list of comments begins.
    fn begin(&mut self, parser: &mut Parser, outer: u32, index: u32) -> Option<bool> {
        parser.space();
        let in_list = matches!(self.open.last(), Some(Open::List(..)));
        let byte = parser.peek()?;
        if byte == b'[' && !in_list {
            parser.at += 1;
            self.open.push(Open::List(outer, 0));
            return Some(false);
        }
        let slot = self.flat.begin(outer, index);
        if byte == b'{' {
            parser.at += 1;
            self.open.push(Open::Comment(slot, false));
            return Some(false);
        }
        self.flat.refuse(slot, &parser.value()?, &self.document);
        Some(true)
    }

    /// Ends the innermost list or object. True: it was a comment.
    fn close(&mut self) -> bool {
        match self.open.pop() {
            Some(Open::Comment(slot, _)) => {
                self.flat.end(slot, &self.document);
                true
            }
            Some(Open::Page(name, members)) => {
                let page = Json::Object(members);
                match self.open.last_mut() {
                    Some(Open::Page(_, around)) => around.push((name, page)),
                    _ => self.page = page,
                }
                false
            }
            _ => false,
        }
    }
}

/// Whether a list or an object follows.
fn opens(parser: &mut Parser) -> bool {
    parser.space();
    matches!(parser.peek(), Some(b'[' | b'{'))
}
