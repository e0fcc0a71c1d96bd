//! What a reader can do with a selected passage: share it, or copy it as a quotation.
//!
//! It belongs to the rest of the program (`scripts/split.mjs`). Others come in by [`bar`] and [`show`] alone.

use super::copied::{Copied, copied};
use super::share::{Label, Share, Subject};
use super::share_menu::{Menu, QUOTED};
use crate::content::share::{Sharing, passage_key, quotation, text_fragment};
use crate::draw;
use crate::icons::{self, draw_icon};
use crate::markup::{Element, Handle, Nodes};
use crate::text::digits;
use std::sync::{Arc, Mutex};

/// A bar under the selection. It stands in no other way than over the page: the selection is kept.
#[derive(Clone, Default)]
pub struct PassageBar {
    bar: Handle,
    /// The passage, and the paragraph that it begins in.
    passage: Arc<Mutex<(String, String)>>,
}

/// Draws the bar, hidden.
#[inline(never)]
pub(super) fn bar(bar: &PassageBar, share: &Share, out: &mut Nodes) {
    bar.draw(share, out);
}

/// Shows the bar under a passage: its text, that of its paragraph, and the middle of its lower edge in pixels.
/// Hides it for an empty one.
#[inline(never)]
pub fn show(bar: &PassageBar, text: String, paragraph: String, x: f64, y: f64) {
    let open = !text.is_empty();
    if open {
        bar.bar.set_style("--sf-x", &[&digits(x.max(0.0) as u32), "px"].concat());
        bar.bar.set_style("--sf-y", &[&digits(y.max(0.0) as u32), "px"].concat());
    }
    if let Ok(mut passage) = bar.passage.lock() {
        *passage = (text, paragraph);
    }
    bar.bar.set_popover(open);
}

impl PassageBar {
    /// The passage of what is shared: its address leads to its paragraph, for us, and to its words, for browsers that look
    /// for them.
    pub(super) fn sharing(&self, own: &Sharing) -> Sharing {
        let passage = self.passage.lock();
        let (text, paragraph) = passage.map(|passage| passage.clone()).unwrap_or_default();
        let fragment = [passage_key(&paragraph), text_fragment(&text)].concat();
        Sharing { text: Some(text), ..own.at(&fragment) }
    }

    fn draw(&self, share: &Share, out: &mut Nodes) {
        let menu = Menu::of(share);
        let words = menu.words();
        let copies = self.clone();
        let element = Element::open(out, "div\0class=sf-passage\0popover=manual");
        element.reach(self.bar);
        // A press would take the selection away.
        element.on("pointerdown", Box::new(|heard| heard.prevent()));
        element.on("mousedown", Box::new(|heard| heard.prevent()));
        let out = element.children();
        let subject = Subject::Passage(self.clone());
        let opener = share.button(out, "sf-button", Label::Words(words.passage), subject);
        let state = Copied::new(0);
        let copy = Element::open(out, "button\0type=button\0class=sf-button");
        copy.on(
            "click",
            Box::new(move |_| {
                let at = copies.sharing(&menu.whole());
                let (open, close) = words.quotes;
                let text = at.text.as_deref().unwrap_or_default();
                let line = quotation(text, &at.url, &at.title, open, close);
                menu.copy(&at.url, line, QUOTED, state, Some(opener));
            }),
        );
        copy.live(Box::new(move || {
            let mut out = Vec::new();
            if !copied(&mut out, words.quotation_copied, state) {
                draw_icon(&mut out, icons::QUOTE_OPEN);
                draw!((&mut out); (words.quotation));
            }
            out
        }));
    }
}
