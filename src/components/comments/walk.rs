//! The order in which comments stand on the page, and the ways from one to another.

use super::Board;
use super::row::Parts;
use crate::content::thread::{Placed, SHOWN_DEPTH, Thread};
use crate::markup::Piece;

/// Roots with all that stands below them, as they stand on the page.
pub(super) fn sequence(thread: &Thread, roots: &[u32]) -> Vec<u32> {
    let mut out = Vec::with_capacity(thread.len());
    for root in roots {
        out.push(*root);
        out.extend_from_slice(thread.branch(*root));
    }
    out
}

/// How many replies are hidden when a comment is folded. At the last level that is drawn all stand beside each other.
pub(super) const fn below(placed: &Placed) -> u32 {
    if placed.depth + 1 < SHOWN_DEPTH { placed.branch } else { 0 }
}

/// The next of those beside a comment that is drawn already.
pub(super) fn drawn_after(beside: &[u32], rows: &[Option<Piece>], at: usize) -> Option<Piece> {
    let after = beside.iter().skip_while(|it| **it as usize != at).skip(1);
    after.filter_map(|it| rows.get(*it as usize)?.clone()).next()
}

impl Board {
    /// The comment that an element stands in.
    pub(super) fn at(&self, piece: &Piece) -> Option<usize> {
        let id = piece.up(".sf-comment")?.id();
        let at = self.thread.borrow().find(id.strip_prefix("comment-")?)?;
        Some(at as usize)
    }

    pub(super) fn row_of(&self, at: usize) -> Option<Piece> {
        self.rows.borrow().get(at)?.clone()
    }

    /// The comment that has the focus.
    pub(super) fn here(&self) -> Option<usize> {
        self.at(&self.list.focused()?)
    }

    /// The outermost folded comment around another, if it is not to be seen.
    pub(super) fn folded_around(&self, at: usize) -> Option<usize> {
        let folded = self.folded.borrow();
        let thread = self.thread.borrow();
        let above = |at: &u32| thread.shown_parent(*at);
        let around = std::iter::successors(above(&(at as u32)), above).map(|at| at as usize);
        around.filter(|at| folded.get(*at) == Some(&true)).last()
    }

    /// The comment that stands before or after another, of those to be seen; the first or last without one.
    pub(super) fn beside(&self, from: Option<usize>, forward: bool) -> Option<usize> {
        let sequence = self.sequence.borrow();
        let position = from.and_then(|from| sequence.iter().position(|at| *at as usize == from));
        let seen = |at: &&u32| self.folded_around(**at as usize).is_none();
        let found = match (position, forward) {
            (Some(position), true) => sequence.iter().skip(position + 1).find(seen),
            (Some(position), false) => sequence.iter().take(position).rev().find(seen),
            (None, true) => sequence.first(),
            (None, false) => sequence.iter().rev().find(seen),
        };
        found.map(|at| *at as usize)
    }

    /// The next comment that is new, after the one with the focus; after the last comes the first.
    pub(super) fn next_new(&self) -> Option<usize> {
        let seen = self.remembered.borrow().seen_ms;
        // A press on the button takes the focus out of the comments: it goes on from the last one.
        let here = self.here().or(self.gone_to.get());
        let sequence = self.sequence.borrow();
        let thread = self.thread.borrow();
        let from = here.and_then(|here| sequence.iter().position(|at| *at as usize == here));
        let from = from.map_or(0, |position| position + 1);
        let is_new = |at: &&u32| thread.is_new(**at, seen);
        let found = sequence.iter().skip(from).find(is_new);
        found.or_else(|| sequence.iter().find(is_new)).map(|at| *at as usize)
    }

    /// Gives a comment the focus: its toggle, which says who wrote it and whether it is open.
    pub(super) fn focus(&self, at: usize) {
        if let Some(parts) = self.row_of(at).as_ref().and_then(Parts::of) {
            parts.toggle.focus();
        }
    }

    /// Goes to a comment: opens it and all around it, brings it into view, marks it. What the reader had folded is
    /// folded again at the next visit. False where it has not been drawn.
    pub fn go(&self, id: &str) -> bool {
        let at = self.thread.borrow().find(id).map(|at| at as usize);
        at.is_some_and(|at| self.go_to(at))
    }

    pub(super) fn go_to(&self, at: usize) -> bool {
        let Some(row) = self.row_of(at) else {
            return false;
        };
        self.open_to(at);
        self.gone_to.set(Some(at));
        if let Some(marked) = self.list.find("[data-linked]") {
            marked.set("data-linked", None);
        }
        if let Some(article) = row.first() {
            article.put("data-linked", "");
            article.reveal();
            self.focus(at);
        }
        true
    }

    /// Whether a comment is among those that have come.
    pub fn has(&self, id: &str) -> bool {
        self.thread.borrow().find(id).is_some()
    }
}
