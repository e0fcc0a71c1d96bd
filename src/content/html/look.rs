//! Looking ahead: what stands in a node that is not read yet, and taking it away.

use super::build::Builder;
use super::line::Line;
use crate::policy::{Node, Tag};

impl Builder<'_> {
    /// What a node says, as plain text.
    pub(super) fn plain(&self, at: usize) -> String {
        let end = self.nodes.get(at).map_or(at, Node::end);
        Line::of(&self.nodes, at, end, self.base, false).to_plain()
    }

    /// The first node in another that is so.
    pub(super) fn find(&self, at: usize, wanted: &dyn Fn(&Node) -> bool) -> Option<usize> {
        let end = self.nodes.get(at)?.end();
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
}
