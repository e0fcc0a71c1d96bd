//! What is remembered of the comments from visit to visit: whether the section is open, what has been seen.

use super::Board;
use crate::content::comments::memory::Remembered;

impl Board {
    /// Whether the reader left the section open, if that is remembered.
    pub fn remembered_open(&self) -> Option<bool> {
        self.remembered.borrow().open
    }

    /// The reader has opened the section, or closed it.
    pub fn set_open(&self, open: bool) {
        self.change(|remembered| remembered.open = Some(open));
    }

    /// The visit is one: what is here now is not new at the next.
    pub fn seen(&self) {
        let newest = self.thread.borrow().newest_ms();
        let mut remembered = self.remembered.borrow().clone();
        remembered.seen_ms = newest.max(remembered.seen_ms);
        (self.told.remember)(&remembered);
    }

    /// Changes what is remembered. What counts as new stays what it was when the visit began.
    pub(super) fn change(&self, change: impl FnOnce(&mut Remembered)) {
        change(&mut self.remembered.borrow_mut());
        self.seen();
    }
}
