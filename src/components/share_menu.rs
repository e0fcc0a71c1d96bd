//! The share menu: one popover for all share buttons of an article, a list of real links and buttons.
//!
//! A disclosure, not a `role=menu`: Tab goes through it in order, and a link can be opened in any way that a link
//! can. The browser places it over the page, closes it on Escape and on a press outside, and keeps one open at a
//! time (`popover`). Where it has no popovers, the list stays in sight at the end of the article.
//!
//! It belongs to the rest of the program (`scripts/split.mjs`). Others come in by [`menu`] alone.

mod list;
mod under;

use super::share::{Inner, LIST, Share};
use crate::markup::{Element, Handle, Heard, Nodes};
use leptos::prelude::*;
use std::ops::Deref;

/// Under the list: the question for the reader's server, the QR code, the address to be copied by hand.
const ASKING: u32 = 1;
const CODE: u32 = 2;
const FIELD: u32 = 3;

/// The menu of what shares an article.
#[derive(Clone)]
pub(super) struct Menu(pub Share);

impl Deref for Menu {
    type Target = Inner;

    fn deref(&self) -> &Inner {
        &self.0.0
    }
}

/// Draws the menu, closed.
#[inline(never)]
pub(super) fn menu(share: &Share, out: &mut Nodes) {
    Menu(share.clone()).draw(out);
}

impl Menu {
    fn draw(&self, out: &mut Nodes) {
        let popover = self.popover;
        let (toggled, list, under) = (self.clone(), self.clone(), self.clone());
        let element = Element::open(out, "div\0class=sf-share-menu\0popover=auto");
        element.put("part", "share-menu");
        element.put_owned("id", self.0.id());
        element.reach(popover);
        element.on("toggle", Box::new(move |_| toggled.toggled()));
        element.on("keydown", Box::new(move |heard| keys(&popover, &heard)));
        let out = element.children();
        let items = Element::open(out, "ul\0class=sf-share-list");
        items.put("aria-label", self.0.words().share);
        items.live(Box::new(move || list.list()));
        let more = Element::open(out, "div\0class=sf-share-more");
        more.live(Box::new(move || under.more()));
    }

    /// The button says whether its menu is open; a focus that would be lost with the menu goes back to it.
    fn toggled(&self) {
        let Some(opener) = self.0.opener() else {
            return;
        };
        let open = self.popover.is(":popover-open");
        opener.set("aria-expanded", Some(if open { "true" } else { "false" }));
        if open {
            // A press that keeps a selection gives no focus.
            opener.focus_if_lost();
        } else {
            self.under.try_set(LIST);
            if self.popover.is(":focus-within") {
                opener.focus();
            } else {
                opener.focus_if_lost();
            }
        }
    }
}

/// Arrows, Home and End are extras: Tab goes through all of it.
fn keys(menu: &Handle, heard: &Heard) {
    let (by, from_focus) = match heard.key().as_deref() {
        Some("ArrowDown") => (1, true),
        Some("ArrowUp") => (-1, true),
        Some("Home") => (1, false),
        Some("End") => (-1, false),
        _ => return,
    };
    if menu.is(":has(.sf-field:focus)") {
        return;
    }
    heard.prevent();
    menu.focus_another(".sf-share-target", by, from_focus);
}
