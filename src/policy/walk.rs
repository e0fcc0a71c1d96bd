//! The decision: what a parser tells of a document becomes nodes, or nothing.

use super::Profile;
use super::classes::Classes;
use super::known::{Attribute, Fate, Tag, fate};
use super::node::Node;

/// Takes what a parser tells, in document order: elements that open and close, and text. A parser tells of nothing in
/// an element that is not gone into, and closes each that is.
pub(super) struct Walk {
    nodes: Vec<Node>,
    /// The nodes that are open; None for an element that lost its tags.
    open: Vec<Option<usize>>,
    profile: Profile,
}

impl Walk {
    pub(super) fn new(profile: Profile) -> Walk {
        Walk { nodes: Vec::new(), open: Vec::new(), profile }
    }

    /// An element of HTML opens; its name is in lower case, and `attribute` gives the value of one of its attributes.
    /// Whether to go into it: then it has to be closed.
    pub(super) fn open(
        &mut self,
        name: &str,
        attribute: &mut dyn FnMut(&str) -> Option<String>,
    ) -> bool {
        match fate(name, self.profile) {
            Fate::Dropped => false,
            Fate::Unwrapped => {
                self.open.push(None);
                true
            }
            Fate::Kept(tag, wanted) => {
                let Some(node) = kept(tag, wanted, attribute) else { return false };
                self.open.push(Some(self.nodes.len()));
                self.nodes.push(node);
                true
            }
        }
    }

    /// Text.
    pub(super) fn text(&mut self, text: String) {
        let end = self.nodes.len() + 1;
        self.nodes.push(Node {
            tag: Tag::Text,
            classes: Classes::default(),
            attributes: Vec::new(),
            text,
            end,
        });
    }

    /// The element that opened last closes.
    pub(super) fn close(&mut self) {
        let end = self.nodes.len();
        if let Some(Some(at)) = self.open.pop()
            && let Some(node) = self.nodes.get_mut(at)
        {
            node.end = end;
        }
    }

    /// What is let through.
    pub(super) fn into_nodes(mut self) -> Vec<Node> {
        while !self.open.is_empty() {
            self.close();
        }
        self.nodes
    }
}

/// An element with the attributes that are wanted of it. None for one that its classes tell to be no text.
fn kept(tag: Tag, wanted: u32, attribute: &mut dyn FnMut(&str) -> Option<String>) -> Option<Node> {
    let mut node = Node {
        tag,
        classes: Classes::default(),
        attributes: Vec::new(),
        text: String::new(),
        end: 0,
    };
    for (name, which) in Attribute::ALL {
        if wanted >> *which as u32 & 1 == 0 {
            continue;
        }
        let Some(mut value) = attribute(name) else { continue };
        if *which == Attribute::Class {
            let (classes, language) = Classes::read(&value);
            node.classes = classes;
            value = match language {
                Some(language) if is_plain(language) => language.to_owned(),
                _ => continue,
            };
        }
        node.attributes.push((*which, value));
    }
    (!node.is(Classes::CHROME)).then_some(node)
}

/// A name of letters, digits and the marks that languages of programs have in theirs.
fn is_plain(name: &str) -> bool {
    name.len() <= 32 && name.bytes().all(|b| b.is_ascii_alphanumeric() || b"+#-_.".contains(&b))
}
