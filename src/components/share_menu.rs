//! The share menu: one popover for all share buttons of an article, a list of real links and buttons.
//!
//! A disclosure, not a `role=menu`: Tab goes through it in order, and a link can be opened in any way that a link
//! can. The browser places it over the page, closes it on Escape and on a press outside, and keeps one open at a
//! time (`popover`). Where it has no popovers, the list stands at the end of the article, and a press leads there.
//!
//! It belongs to the rest of the program (`scripts/split.mjs`). Others come in by [`menu`], [`press`],
//! [`works`] and [`said`] alone.

mod list;
mod under;

use super::share::{Inner, LIST, Means, Share, Subject, Then};
use crate::content::share::{Sharing, Wanted, canonical, offers};
use crate::i18n::{Locale, ShareWords};
use crate::markup::{Element, Handle, Heard, Nodes};
use leptos::prelude::*;
use std::ops::Deref;
use std::sync::Arc;

/// Under the list: the question for the reader's server, the QR code, the address to be copied by hand.
const ASKING: u32 = 1;
const CODE: u32 = 2;
const FIELD: u32 = 3;

/// The messages in the status region; 1 is that there is no menu.
pub(super) const COPIED: u32 = 2;
const REFUSED: u32 = 3;
const NO_SERVER: u32 = 4;
/// A quotation has been copied.
pub(super) const QUOTED: u32 = 5;

/// The menu of what shares an article, and what it needs of the browser.
#[derive(Clone)]
pub(super) struct Menu {
    pub share: Share,
    pub means: Means,
    pub wanted: Arc<Vec<Wanted>>,
}

impl Deref for Menu {
    type Target = Inner;

    fn deref(&self) -> &Inner {
        &self.share.0
    }
}

/// Draws the menu, closed.
#[inline(never)]
pub(super) fn menu(share: &Share, out: &mut Nodes) {
    Menu::of(share).draw(out);
}

/// Whether anything can be done with what is shared.
#[inline(never)]
pub(super) fn works(share: &Share) -> bool {
    let menu = Menu::of(share);
    !offers(&menu.whole(), &menu.wanted, &menu.means.device).is_empty()
}

/// The words of a message of the menu.
#[inline(never)]
pub(super) fn said(number: u32, locale: &Locale) -> &'static str {
    let words = locale.words.share_words();
    match number {
        COPIED => words.link_copied,
        REFUSED => words.copy_here,
        NO_SERVER => words.no_server,
        QUOTED => words.quotation_copied,
        _ => "",
    }
}

/// A button was pressed for a subject. Touch devices have a share sheet that is better than any menu; the menu opens where
/// it is refused. Without the press itself the menu is opened here: with it the browser does so.
#[inline(never)]
pub(super) fn press(share: &Share, heard: Option<&Heard>, subject: &Subject, opener: Handle) {
    let menu = Menu::of(share);
    let other = menu.opener().filter(|other| *other != opener);
    if let Some(other) = other.filter(|_| menu.popover.is(":popover-open")) {
        // The browser's own answer to the press then opens it at this button.
        other.set("aria-expanded", Some("false"));
        menu.popover.set_popover(false);
    }
    menu.take(subject.of(menu.whole()), opener);
    let device = &menu.means.device;
    if device.sheet && device.touch && menu.menu_wanted.try_get_untracked() == Some(0) {
        if let Some(heard) = heard {
            heard.prevent();
        }
        let again = menu.clone();
        menu.sheet(Box::new(move |outcome| {
            if outcome == "refused" {
                again.open_by(opener);
            }
        }));
    } else if !menu.popover.is("*, :popover-open") {
        // A browser without popovers does not know the second, and refuses the whole.
        menu.popover.focus_first_when_drawn(".sf-share-target");
    } else if heard.is_none() {
        menu.open_by(opener);
    }
}

impl Subject {
    fn of(&self, own: Sharing) -> Sharing {
        match self {
            Subject::Whole => own,
            Subject::Place(id, title) => {
                let at = own.at(id);
                Sharing { title: title.clone().unwrap_or_else(|| at.title.clone()), ..at }
            }
            Subject::Passage(bar) => bar.sharing(&own),
        }
    }
}

impl Menu {
    pub(super) fn of(share: &Share) -> Self {
        let means = (share.0.means)();
        if let Ok(mut server) = share.0.server.lock()
            && server.is_none()
        {
            server.clone_from(&means.device.server);
        }
        Menu { share: share.clone(), means, wanted: Arc::new(share.0.named.read()) }
    }

    /// All that is shared, without what others hung on its address.
    pub(super) fn whole(&self) -> Sharing {
        Sharing { url: canonical(&self.share.0.whole.url), ..self.share.0.whole.clone() }
    }

    /// What is shared now.
    fn sharing(&self) -> Sharing {
        let subject = self.subject.lock().ok();
        let now = subject.and_then(|subject| subject.as_ref().map(|subject| subject.0.clone()));
        now.unwrap_or_else(|| self.whole())
    }

    /// What is shared from now on.
    fn take(&self, sharing: Sharing, opener: Handle) {
        if let Ok(mut subject) = self.subject.lock() {
            *subject = Some((sharing, opener));
        }
        self.under.try_set(LIST);
        self.changes.try_update(|n| *n += 1);
    }

    fn opener(&self) -> Option<Handle> {
        self.subject.lock().ok()?.as_ref().map(|subject| subject.1)
    }

    pub(super) fn words(&self) -> &'static ShareWords {
        self.locale.words.share_words()
    }

    /// Opens the menu by a button, so that it stands there.
    fn open_by(&self, opener: Handle) {
        if !self.popover.is(":popover-open") {
            self.menu_wanted.try_set(1);
            opener.click();
            self.menu_wanted.try_set(0);
        }
    }

    fn sheet(&self, then: Then) {
        let sharing = self.sharing();
        if !(self.means.before)("device", &sharing.address("device")) {
            return;
        }
        let after = self.means.after.clone();
        (self.means.sheet)(
            &sharing,
            Box::new(move |outcome| {
                after("device", outcome);
                then(outcome);
            }),
        );
    }

    fn draw(&self, out: &mut Nodes) {
        let popover = self.popover;
        let (toggled, list, under) = (self.clone(), self.clone(), self.clone());
        let element = Element::open(out, "div\0class=sf-share-menu\0popover=auto");
        element.put("part", "share-menu");
        element.put_owned("id", self.share.id());
        element.reach(popover);
        element.on("toggle", Box::new(move |_| toggled.toggled()));
        element.on("keydown", Box::new(move |heard| keys(&popover, &heard)));
        let out = element.children();
        let items = Element::open(out, "ul\0class=sf-share-list");
        items.put("aria-label", self.locale.words.share);
        items.live(Box::new(move || list.list()));
        let more = Element::open(out, "div\0class=sf-share-more");
        more.live(Box::new(move || under.more()));
    }

    /// The button says whether its menu is open; a focus that would be lost with the menu goes back to it.
    fn toggled(&self) {
        let Some(opener) = self.opener() else {
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
