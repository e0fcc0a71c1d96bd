//! Counts in words: ten thousand comments have the same few numbers of likes and answers.

use super::Board;
use crate::i18n::plural::Plural;
use std::cell::RefCell;

/// A count in words, as often as the same number comes.
pub(super) type Counted = RefCell<Vec<Option<Box<str>>>>;

/// Numbers up to this are put into words once.
const COUNTED: usize = 512;

impl Board {
    /// A count in words.
    pub(super) fn counted(&self, said: &Counted, message: &Plural, n: u32) -> Box<str> {
        let at = n as usize;
        let known = said.borrow().get(at).cloned().flatten();
        known.unwrap_or_else(|| {
            let words: Box<str> = self.locale.count(message, n).into();
            let mut said = said.borrow_mut();
            if at < COUNTED {
                if said.len() <= at {
                    said.resize(at + 1, None);
                }
                if let Some(place) = said.get_mut(at) {
                    *place = Some(words.clone());
                }
            }
            words
        })
    }
}
