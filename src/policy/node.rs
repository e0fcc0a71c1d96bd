//! What is let through of a text in HTML.

use super::classes::Classes;
use super::known::{Attribute, Tag};
use super::url::SafeUrl;

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
        let address = (attribute as u8) < Attribute::Alt as u8;
        self.get(attribute)
            .filter(|_| !address)
            .map(str::trim_ascii)
            .filter(|word| !word.is_empty())
    }

    /// Whether the attribute is there, with or without a value.
    pub fn has(&self, attribute: Attribute) -> bool {
        self.get(attribute).is_some()
    }

    /// A whole number; what follows it is passed over, but for a `%`.
    #[inline(never)]
    pub fn number(&self, attribute: Attribute) -> Option<u32> {
        let word = self.word(attribute)?;
        let end = word.bytes().position(|b| !b.is_ascii_digit()).unwrap_or(word.len());
        let (digits, rest) = (word.get(..end)?, word.get(end..)?);
        if rest.starts_with('%') { None } else { digits.parse().ok() }
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

    /// The sources of a `srcset`, each with its width; 0 where none is said.
    #[inline(never)]
    pub fn widths(&self, attribute: Attribute, base: &str) -> Vec<(SafeUrl, u32)> {
        let mut found = Vec::new();
        let mut rest = self.get(attribute).unwrap_or_default();
        let space = |c: char| c.is_ascii_whitespace();
        while found.len() < MOST_WIDTHS {
            rest = rest.trim_start_matches(|c| space(c) || c == ',');
            let Some(end) = rest.find(space).or((!rest.is_empty()).then_some(rest.len())) else {
                break;
            };
            let (address, after) = rest.split_at(end);
            let bare = address.trim_end_matches(',');
            let mut width = 0;
            rest = after;
            if bare.len() == address.len() {
                let (said, after) = after.split_once(',').unwrap_or((after, ""));
                width =
                    said.trim_ascii().strip_suffix('w').and_then(|w| w.parse().ok()).unwrap_or(0);
                rest = after;
            }
            if let Some(url) = SafeUrl::resource(bare, base) {
                found.push((url, width));
            }
        }
        found
    }
}

/// More sources of one picture are not read.
const MOST_WIDTHS: usize = 12;
