//! A document that is taken apart before it is read: each part is a root, and its problems get their place after.

use super::{Document, Node, Step};
use crate::content::json::Json;

impl Document {
    /// How many problems there are so far.
    pub(crate) fn faults(&self) -> usize {
        self.problems.borrow().len()
    }

    /// Problems of a value that was read as a root, from the given one on, get the place where it really stands.
    pub(crate) fn place(&self, from: usize, path: &str) {
        for problem in self.problems.borrow_mut().iter_mut().skip(from) {
            let inside = problem.path.strip_prefix('$').unwrap_or_default();
            problem.path = [path, inside].concat();
        }
    }
}

impl<'a> Node<'a> {
    /// The value itself, for what is taken apart without a chain of nodes.
    pub(crate) fn value(&self) -> &'a Json {
        self.value
    }

    /// What it was read from.
    pub(crate) fn document(&self) -> &'a Document {
        self.document
    }

    /// A document that stands in this text, in its place.
    pub(crate) fn inside<'b>(&'b self, value: &'b Json) -> Node<'b> {
        let (depth, document) = (self.depth + 1, self.document);
        Node { value, parent: Some(self), step: Step::Root, depth, document }
    }
}
