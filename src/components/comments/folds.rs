//! Folding: one comment, a thread, every thread, all answers. Folding loses no focus, and what the reader looks at stays
//! where it is.

use super::Board;
use super::row::Parts;
use crate::content::comments::memory::{Folds, Remembered};
use crate::content::thread::Placed;
use crate::markup::Piece;

/// So many comments are opened before the next paint, about a screen; the others in slices after it.
const OPENED_AT_ONCE: usize = 12;

/// So many are folded before it: what comes into view, or near it, when they are lines. Open still, it would be laid
/// out for nothing.
const FOLDED_AT_ONCE: usize = 120;

/// Whether a rule folds a comment.
const fn by_rule(rule: Folds, depth: u32) -> bool {
    match rule {
        Folds::None => false,
        Folds::All => depth == 0,
        Folds::Top => depth == 1,
    }
}

/// Whether the reader left a comment folded.
pub(super) fn as_remembered(placed: &Placed, remembered: &Remembered) -> bool {
    let turned = !remembered.turned.is_empty() && remembered.turned.contains(&placed.comment.id);
    by_rule(remembered.folds, placed.depth) != turned
}

/// Shows a row folded or open.
pub(super) fn show(row: &Piece, folded: bool) {
    if let Some(Parts { head, toggle, rest }) = Parts::of(row) {
        row.set("data-line", folded.then_some(""));
        head.set("data-folded", folded.then_some(""));
        toggle.put("aria-expanded", if folded { "false" } else { "true" });
        rest.set("hidden", folded.then_some("until-found"));
    }
}

impl Board {
    pub(super) fn is_folded(&self, at: usize) -> bool {
        self.folded.borrow().get(at) == Some(&true)
    }

    /// Folds or opens a comment on the page.
    fn set(&self, at: usize, folded: bool) {
        if let Some(place) = self.folded.borrow_mut().get_mut(at) {
            *place = folded;
        }
        self.bring(at);
    }

    /// Brings a row on the page to the state it is to have; false where it has it already.
    fn bring(&self, at: usize) -> bool {
        let folded = self.is_folded(at);
        let Some(row) = self.row_of(at) else {
            return false;
        };
        let differs = match self.shown.borrow_mut().get_mut(at) {
            Some(shown) => std::mem::replace(shown, folded) != folded,
            None => false,
        };
        if differs {
            show(&row, folded);
        }
        differs
    }

    /// Goes on with what [`Board::fold_by`] has begun, until `enough` says so; true while there is more.
    pub fn fold_more(&self, enough: &dyn Fn(usize) -> bool) -> bool {
        let mut done = 0;
        let sequence = self.sequence.borrow();
        while let Some(at) = sequence.get(self.brought.get()) {
            self.brought.set(self.brought.get() + 1);
            done += usize::from(self.bring(*at as usize));
            if done % 8 == 7 && enough(done) {
                break;
            }
        }
        self.brought.get() < sequence.len()
    }

    /// The reader folds a comment, or opens it. `looked_at` is what stays where it is: what was pressed.
    pub(super) fn turn(&self, at: usize, folded: bool, looked_at: &Piece) {
        let Some(row) = self.row_of(at) else {
            return;
        };
        let Some(Parts { toggle, rest, .. }) = Parts::of(&row) else {
            return;
        };
        let inside = folded && rest.focused().is_some_and(|focused| rest.holds(&focused));
        let (id, rule) = {
            let thread = self.thread.borrow();
            let Some(placed) = thread.get(at) else {
                return;
            };
            let rule = by_rule(self.remembered.borrow().folds, placed.depth);
            (placed.comment.id.clone(), rule)
        };
        let place = looked_at.top();
        self.set(at, folded);
        if inside {
            toggle.focus();
        }
        // What was pressed may be hidden now: the line that stands for it comes to its place.
        let shown = if folded && rest.holds(looked_at) { &toggle } else { looked_at };
        shown.scroll_by(shown.top() - place.max(0.0));
        self.change(|remembered| {
            remembered.turned.retain(|turned| *turned != id);
            if folded != rule {
                remembered.turned.push(id.clone());
            }
        });
        (self.told.turned)(&id, !folded);
    }

    /// Folds by a rule, and forgets what stood against it. What was pressed stands over all that changes, and stays
    /// where it is.
    pub(super) fn fold_by(&self, rule: Folds) {
        let words = self.locale.words.comment_words();
        let here = self.here();
        {
            let thread = self.thread.borrow();
            for (at, folded) in self.folded.borrow_mut().iter_mut().enumerate() {
                *folded = thread.get(at).is_some_and(|placed| by_rule(rule, placed.depth));
            }
        }
        // The page is as long as it will be before the rows say what they are to say.
        self.keep_rooms(&self.thread.borrow());
        // What is pressed stands over the comments: the first of them are the ones that are seen.
        self.brought.set(0);
        let at_once = if rule == Folds::None { OPENED_AT_ONCE } else { FOLDED_AT_ONCE };
        if self.fold_more(&|done| done >= at_once) {
            (self.told.later)();
        }
        if let Some(around) = here.and_then(|here| self.folded_around(here)) {
            self.focus(around);
        }
        self.change(|remembered| {
            remembered.folds = rule;
            remembered.turned.clear();
        });
        (self.told.said)(match rule {
            Folds::None => words.all_unfolded,
            Folds::All => words.all_folded,
            Folds::Top => words.replies_folded,
        });
    }

    /// Opens a comment and all around it. Nothing of it is remembered.
    pub(super) fn open_to(&self, at: usize) {
        let around = self.thread.borrow().ancestors(at as u32);
        for at in around.into_iter().map(|at| at as usize).chain([at]) {
            self.set(at, false);
        }
    }

    /// The browser's search has found something in what is folded: it is open now.
    pub fn found(&self, place: &Piece) {
        if let Some(at) = self.at(place) {
            self.set(at, false);
        }
    }
}
