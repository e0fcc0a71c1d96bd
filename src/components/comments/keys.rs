//! The keyboard: from comment to comment, for readers who ask for it.

use super::Board;
use crate::draw;
use crate::i18n::Locale;
use crate::markup::{Heard, Nodes};

/// The keys, in the order of `CommentWords::key_does`.
pub const KEYS: [&str; 6] = ["j", "k", "p", "c", "n", "?"];

/// Draws the list of the keys. `used` says whether they are used, `choose` is told of the reader's choice.
pub fn keys(locale: &Locale, used: bool, choose: Box<dyn Fn(bool) + Send>, out: &mut Nodes) {
    let words = locale.words.comment_words();
    draw!(out;
        div class="sf-comments-keys" role="group" aria-label=(words.keys) {
            label {
                input type="checkbox" checked=used @change=(move |heard: Heard| choose(heard.target().is_some_and(|it| it.is(":checked"))));
                " " (words.use_keys)
            }
            dl {
                for (key, does) in (KEYS.into_iter().zip(words.key_does)) {
                    div { dt { kbd { (key) } } dd { (does) } }
                }
            }
        }
    );
}

impl Board {
    /// Does what a key stands for while a comment has the focus, or what stands over them. False where it stands for
    /// nothing: the browser then does what it does.
    pub fn pressed(&self, heard: &Heard) -> bool {
        let typing = heard.target().is_some_and(|it| it.is("input, select, textarea"));
        let Some(key) = heard.key().filter(|_| !typing) else {
            return false;
        };
        let here = self.here();
        let to = match key.as_str() {
            "j" => self.beside(here, true),
            "k" => self.beside(here, false),
            "p" => {
                here.and_then(|here| self.thread.borrow().get(here)?.parent.map(|at| at as usize))
            }
            "n" => {
                self.next_new().map(|at| self.go_to(at));
                return true;
            }
            "c" => {
                if let Some((at, row)) = here.and_then(|here| Some((here, self.row_of(here)?))) {
                    self.turn(at, !self.is_folded(at), &row);
                }
                return true;
            }
            _ => return false,
        };
        if let Some(to) = to {
            self.focus(to);
        }
        true
    }
}
