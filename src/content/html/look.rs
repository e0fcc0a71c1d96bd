//! Looking ahead: what stands in a node that is not read yet, and taking it away.

use super::build::Builder;
use super::line::{Line, plain};
use crate::content::json::Json;
use crate::content::plain::paragraphs_of_text;
use crate::policy::{Attribute, Node, Tag};
use crate::text::{digits, joined};

impl Builder<'_> {
    /// What a node says, as plain text.
    #[inline(never)]
    pub(super) fn plain(&self, at: usize) -> String {
        plain(&Line::of(&self.nodes, at, self.end_of(at), self.base, false))
    }

    /// Where a node ends.
    pub(super) fn end_of(&self, at: usize) -> usize {
        self.nodes.get(at).map_or(at, Node::end)
    }

    /// A node and all that is in it.
    #[inline(never)]
    pub(super) fn all_of(&self, at: usize) -> &[Node] {
        self.nodes.get(at..self.end_of(at)).unwrap_or_default()
    }

    /// The first node in another that is so.
    #[inline(never)]
    pub(super) fn find(&self, at: usize, wanted: &dyn Fn(&Node) -> bool) -> Option<usize> {
        let end = self.end_of(at);
        let mut place = at + 1;
        while place < end {
            let node = self.nodes.get(place)?;
            if wanted(node) {
                return Some(place);
            }
            place = if node.tag() == Tag::Gone { node.end() } else { place + 1 };
        }
        None
    }

    /// A node has been read.
    pub(super) fn leave_out(&mut self, at: usize) {
        if let Some(node) = self.nodes.get_mut(at) {
            node.leave_out();
        }
    }

    /// Takes attributes of a node into a block.
    #[inline(never)]
    pub(super) fn take(&self, node: &Node, block: &mut Json, members: &[(Attribute, &str)]) {
        for (attribute, member) in members {
            if attribute.is_address() {
                if let Some(url) = node.resource(*attribute, self.base)
                    && !block.has(member)
                {
                    block.say(member, url.as_str());
                }
            } else if matches!(attribute, Attribute::Width | Attribute::Height) {
                if let Some(pixels) = node.pixels(*attribute) {
                    block.say(member, &digits(pixels));
                }
            } else {
                block.tell(member, &one_line(node.said(*attribute)));
            }
        }
    }
}

/// An attribute's text with its white space collapsed.
fn one_line(text: &str) -> String {
    joined(&paragraphs_of_text(text), " ")
}
