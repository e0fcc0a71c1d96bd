//! What stands over the comments, and what a press does there or on a comment.

use super::Board;
use crate::content::comments::memory::Folds;
use crate::content::thread::Order;
use crate::draw;
use crate::i18n::{Locale, format};
use crate::markup::{Handle, Heard, Nodes};

/// The orders with their names.
fn order_names(locale: &Locale) -> [(Order, &'static str); 4] {
    let words = locale.words.comment_words();
    [
        (Order::Newest, words.newest),
        (Order::Oldest, words.oldest),
        (Order::Liked, words.liked),
        (Order::Replies, words.discussed),
    ]
}

/// Draws what stands over the comments. `order` is the present one, `choice` reaches the field, `fresh` is how many are
/// new. Presses are heard by [`Board::clicked`].
pub fn bar(locale: &Locale, order: Order, choice: Handle, fresh: usize, out: &mut Nodes) {
    let words = locale.words.comment_words();
    let act = |out: &mut Nodes, does: &'static str, name: &'static str| {
        draw!(out; button class="sf-quiet" type="button" data-do=does { (name) });
    };
    draw!(out;
        div class="sf-comments-bar" {
            label class="sf-comments-order" {
                span { (words.order) }
                do (|out: &mut Nodes| {
                    draw!(out; select {
                        for (value, name) in (order_names(locale)) {
                            option value=(value.as_str()) selected=(value == order) { (name) }
                        }
                    });
                    if let Some(crate::markup::Markup::Element(select)) = out.last_mut() {
                        select.reach(choice);
                    }
                })
            }
            do (|out: &mut Nodes| act(out, "fold-all", words.fold_all))
            do (|out: &mut Nodes| act(out, "fold-replies", words.fold_replies))
            do (|out: &mut Nodes| act(out, "unfold-all", words.unfold_all))
            if (fresh > 0) {
                button class="sf-quiet" type="button" data-do="next-new" {
                    (words.next_new) " " span class="sf-comments-count" { (format::number(fresh as f64, locale)) }
                }
            }
            button class="sf-quiet" type="button" data-do="keys" aria-expanded="false" { (words.keys) }
        }
    );
}

impl Board {
    /// Does what a press on a comment, or over them, stands for. False where it stands for nothing here.
    pub fn clicked(&self, heard: &Heard) -> bool {
        let Some(target) = heard.target() else {
            return false;
        };
        if let Some(button) = target.up("[data-do]") {
            match button.get("data-do").as_deref() {
                Some("fold-all") => self.fold_by(Folds::All),
                Some("fold-replies") => self.fold_by(Folds::Top),
                Some("unfold-all") => self.fold_by(Folds::None),
                Some("next-new") => {
                    self.next_new().map(|at| self.go_to(at));
                }
                Some("fold-thread") => {
                    if let Some(at) = self.at(&button) {
                        let root = self.thread.borrow().root_of(at as u32);
                        self.turn(root as usize, true, &button);
                    }
                }
                _ => return false,
            }
            return true;
        }
        // The toggle, the line that leads down from the initials, and a folded comment's whole line.
        let folds = target.is(".sf-fold, .sf-comment-rest, .sf-avatar")
            || target.up(".sf-comment-head[data-folded]").is_some() && target.up("a").is_none();
        match self.at(&target).filter(|_| folds) {
            Some(at) => {
                self.turn(at, !self.is_folded(at), &target);
                true
            }
            None => false,
        }
    }
}
