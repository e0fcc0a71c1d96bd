//! What is let through of a text in HTML.

use super::classes::Classes;
use super::known::{Attribute, Tag};
use super::url::SafeUrl;
use crate::text::{first_of, part, trimmed};

/// An element or a run of text. Nodes stand in document order; what is in an element follows it, up to its end.
#[derive(Debug)]
pub struct Node {
    pub(super) tag: Tag,
    pub(super) classes: Classes,
    /// As written: an address among them leaves as a [`SafeUrl`] only.
    pub(super) attributes: Vec<(Attribute, String)>,
    pub(super) text: String,
    pub(super) end: usize,
}

impl Node {
    /// What it is.
    pub fn tag(&self) -> Tag {
        self.tag
    }

    /// What its classes say.
    pub fn classes(&self) -> Classes {
        self.classes
    }

    /// Whether its classes say one of these.
    pub fn is(&self, any: Classes) -> bool {
        self.classes.has(any)
    }

    /// What a run of text says; "" of an element.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The place of the first node that is not in this one.
    pub fn end(&self) -> usize {
        self.end
    }

    /// It has been read: it is passed over with all that is in it.
    pub fn leave_out(&mut self) {
        self.tag = Tag::Gone;
    }

    fn get(&self, attribute: Attribute) -> Option<&str> {
        let found = self.attributes.iter().find(|(own, _)| *own == attribute);
        found.map(|(_, value)| value.as_str())
    }

    /// An attribute that is no address, without white space around it. None where nothing is in it.
    #[inline(never)]
    pub fn word(&self, attribute: Attribute) -> Option<&str> {
        self.get(attribute)
            .filter(|_| !attribute.is_address())
            .map(str::trim_ascii)
            .filter(|word| !word.is_empty())
    }

    /// [`Node::word`]; "" where nothing is in it.
    pub fn said(&self, attribute: Attribute) -> &str {
        self.word(attribute).unwrap_or_default()
    }

    /// Whether the attribute is there, with or without a value.
    pub fn has(&self, attribute: Attribute) -> bool {
        self.get(attribute).is_some()
    }

    /// A whole number; what follows it is passed over, but for a `%`.
    #[inline(never)]
    pub fn number(&self, attribute: Attribute) -> Option<u32> {
        number(self.said(attribute)).filter(|(_, rest)| rest.first() != Some(&b'%')).map(|(n, _)| n)
    }

    /// A size in pixels that a browser can lay out.
    pub fn pixels(&self, attribute: Attribute) -> Option<u32> {
        self.number(attribute).filter(|n| (1..=65_535).contains(n))
    }

    /// An address to follow.
    #[inline(never)]
    pub fn link(&self, attribute: Attribute, base: &str) -> Option<SafeUrl> {
        SafeUrl::link(self.get(attribute)?, base)
    }

    /// An address to load from.
    #[inline(never)]
    pub fn resource(&self, attribute: Attribute, base: &str) -> Option<SafeUrl> {
        SafeUrl::resource(self.get(attribute)?, base)
    }

    /// Gives the sources of a `srcset`, each with its width; 0 where none is said.
    #[inline(never)]
    pub fn widths(&self, attribute: Attribute, base: &str, take: &mut dyn FnMut(SafeUrl, u32)) {
        let mut found = 0;
        let mut rest = self.get(attribute).unwrap_or_default();
        while found < MOST_WIDTHS {
            rest = trimmed(rest, ", \t\n\r\u{c}", "");
            if rest.is_empty() {
                break;
            }
            let (address, after) = rest.split_at(first_of(rest, b" \t\n\r\x0c"));
            let bare = trimmed(address, "", ",");
            let mut width = 0;
            rest = after;
            if bare.len() == address.len() {
                let said;
                (said, rest) = part(after, b',');
                width = match number(said.trim_ascii()) {
                    Some((width, b"w")) => width,
                    _ => 0,
                };
            }
            if let Some(url) = SafeUrl::resource(bare, base) {
                found += 1;
                take(url, width);
            }
        }
    }
}

/// The number that a text begins with, and what follows it.
#[inline(never)]
fn number(text: &str) -> Option<(u32, &[u8])> {
    let mut rest = text.as_bytes();
    let mut number: Option<u32> = None;
    while let Some((digit @ b'0'..=b'9', after)) = rest.split_first() {
        let tens = number.unwrap_or_default().checked_mul(10)?;
        number = Some(tens.checked_add(u32::from(digit - b'0'))?);
        rest = after;
    }
    Some((number?, rest))
}

/// More sources of one picture are not read.
const MOST_WIDTHS: usize = 12;
