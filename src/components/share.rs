//! Sharing, as far as it stands on the page before a press: the buttons, the device's own sheet, the place of the menu.
//!
//! The menu and the bar of a selected passage are in the rest of the program, which is fetched when it is needed. They
//! are drawn when it is there: where the program is not cut, at once.

mod means;

pub use means::{Means, Outcome, Then};

use super::passage::{self, PassageBar};
use super::share_menu;
use crate::content::share::{Sharing, Wanted, offers, surely};
use crate::draw;
use crate::i18n::{Locale, ShareWords};
use crate::icons::{self, draw_icon};
use crate::markup::{Element, Handle, Heard, Nodes};
use crate::text::digits;
use leptos::prelude::*;
use std::sync::atomic::{AtomicU32, Ordering::Relaxed};
use std::sync::{Arc, Mutex};

/// What is said in the one status region: the number of a message, 0 for none.
pub type Said = RwSignal<u32>;

/// The words of a message.
pub fn said(number: u32, locale: &Locale) -> &'static str {
    match number {
        COPIED => locale.words.share.link_copied,
        REFUSED => locale.words.share.copy_here,
        NO_SERVER => locale.words.share.no_server,
        QUOTED => locale.words.share.quotation_copied,
        NOT_HAD => locale.words.failures.busy,
        _ => "",
    }
}

pub(super) const COPIED: u32 = 1;
pub(super) const REFUSED: u32 = 2;
pub(super) const NO_SERVER: u32 = 3;
/// A quotation has been copied.
pub(super) const QUOTED: u32 = 4;
/// The rest of the program could not be had.
const NOT_HAD: u32 = 5;

/// Under the list: nothing.
pub(super) const LIST: u32 = 0;

/// What shares one article.
#[derive(Clone)]
pub struct Share(pub(super) Arc<Inner>);

pub(super) struct Inner {
    pub means: Means,
    pub wanted: Vec<Wanted>,
    pub locale: Locale,
    pub said: Said,
    /// The number in the id: a page may have several.
    number: u32,
    pub whole: Sharing,
    /// What is shared, and the button that was pressed for it.
    subject: Mutex<(Sharing, Handle)>,
    /// Counts the changes of the subject and of what the device has.
    pub changes: RwSignal<u32>,
    /// What stands under the list.
    pub under: RwSignal<u32>,
    pub popover: Handle,
    /// The reader's own server, once it is known.
    pub server: Mutex<Option<String>>,
    /// 1 while the menu is opened though the device has a sheet.
    menu_wanted: RwSignal<u32>,
}

/// What a share button shows.
pub enum Label {
    /// Words beside the icon.
    Words(&'static str),
    /// The icon alone, and this name.
    Name(String),
}

impl Share {
    /// Shares `sharing`, with the targets that are wanted. Messages go to `said`.
    pub fn new(
        sharing: Sharing,
        wanted: Vec<Wanted>,
        means: Means,
        locale: Locale,
        said: Said,
    ) -> Self {
        static DRAWN: AtomicU32 = AtomicU32::new(0);
        let server = Mutex::new(means.device.server.clone());
        Share(Arc::new(Inner {
            server,
            means,
            wanted,
            locale,
            said,
            number: DRAWN.fetch_add(1, Relaxed),
            whole: sharing.clone(),
            subject: Mutex::new((sharing, Handle::default())),
            changes: RwSignal::new(0),
            under: RwSignal::new(LIST),
            popover: Handle::default(),
            menu_wanted: RwSignal::new(0),
        }))
    }

    /// Whether there is anything that can be done: without it there is no button. Where only the rest of the program can
    /// tell, it is asked for, and until it is there nothing can: the caller is drawn anew then.
    pub fn works(&self) -> bool {
        let Inner { whole, wanted, means, .. } = &*self.0;
        if surely(whole, wanted) {
            return true;
        }
        if means.rest.get() == 1 {
            return !offers(whole, wanted, &means.device).is_empty();
        }
        if whole.can_be_shared() {
            let rest = means.rest;
            (means.fetch)(Box::new(move |here| {
                rest.try_set(here.into());
            }));
        }
        false
    }

    pub(super) fn id(&self) -> String {
        ["sf-share-", &digits(self.0.number)].concat()
    }

    /// The words of the menu.
    pub(super) fn words(&self) -> &'static ShareWords {
        &self.0.locale.words.share
    }

    pub(super) fn sharing(&self) -> Sharing {
        self.0.subject.lock().map(|subject| subject.0.clone()).unwrap_or_default()
    }

    /// What is shared from now on.
    fn take(&self, sharing: Sharing, opener: Handle) {
        if let Ok(mut subject) = self.0.subject.lock() {
            *subject = (sharing, opener);
        }
        self.0.under.try_set(LIST);
        self.0.changes.try_update(|n| *n += 1);
    }

    pub(super) fn opener(&self) -> Option<Handle> {
        self.0.subject.lock().ok().map(|subject| subject.1)
    }

    fn has_rest(&self) -> bool {
        self.0.means.rest.try_get_untracked() == Some(1)
    }

    /// Draws a button that opens the menu for what `subject` says when it is pressed.
    pub fn button(
        &self,
        out: &mut Nodes,
        class: &'static str,
        label: Label,
        subject: impl Fn(&Sharing) -> Sharing + Send + 'static,
    ) -> Handle {
        let handle = Handle::default();
        let share = self.clone();
        let press = move |heard: Heard| share.press(&heard, subject(&share.0.whole), handle);
        let element = Element::open(out, "button\0type=button\0aria-expanded=false");
        element.put("class", class);
        element.put("part", "share");
        element.put_owned("popovertarget", self.id());
        element.put_owned("aria-controls", self.id());
        element.reach(handle);
        element.on("click", Box::new(press));
        if !self.has_rest() {
            for event in ["pointerenter", "focus"] {
                let ahead = self.0.means.ahead;
                element.on(event, Box::new(move |_| ahead()));
            }
        }
        let out = element.children();
        draw_icon(out, icons::SHARE);
        match label {
            Label::Name(name) => element.put_owned("aria-label", name),
            Label::Words(words) => draw!(out; (words)),
        }
        handle
    }

    /// Draws the button that shares all of it.
    pub fn whole_button(&self, out: &mut Nodes) {
        let label = Label::Words(self.words().share);
        self.button(out, "sf-button sf-share", label, Sharing::clone);
    }

    /// Draws the small button that shares one place of the article: by its anchor, under its own title if it has one.
    pub fn one(&self, out: &mut Nodes, id: &str, name: String, title: Option<&str>) {
        let (id, title) = (id.to_owned(), title.map(str::to_owned));
        self.button(out, "sf-share-one", Label::Name(name), move |own| {
            let at = own.at(&id);
            Sharing { title: title.clone().unwrap_or_else(|| at.title.clone()), ..at }
        });
    }

    /// Touch devices have a share sheet that is better than any menu; the menu opens where it is refused.
    fn press(&self, heard: &Heard, sharing: Sharing, opener: Handle) {
        let other = self.opener().filter(|other| *other != opener);
        if let Some(other) = other.filter(|_| self.0.popover.is(":popover-open")) {
            // The browser's own answer to the press then opens it at this button.
            other.set("aria-expanded", Some("false"));
            self.0.popover.set_popover(false);
        }
        self.take(sharing, opener);
        let device = &self.0.means.device;
        if device.sheet && device.touch && self.0.menu_wanted.try_get_untracked() == Some(0) {
            heard.prevent();
            let share = self.clone();
            self.sheet(Box::new(move |outcome| {
                if outcome == "refused" {
                    share.open_by(opener);
                }
            }));
        } else if !self.has_rest() {
            // The rest may be there before this press is through, which would then close what has opened.
            heard.prevent();
            self.open_by(opener);
        }
    }

    /// Opens the menu by a button, so that it stands there. The rest of the program is fetched first, if it is not there.
    pub(super) fn open_by(&self, opener: Handle) {
        if !self.has_rest() {
            self.open_with_rest(opener);
        } else if !self.0.popover.is(":popover-open") {
            self.0.menu_wanted.try_set(1);
            opener.click();
            self.0.menu_wanted.try_set(0);
        }
    }

    fn open_with_rest(&self, opener: Handle) {
        if opener.is("[aria-busy]") {
            return;
        }
        opener.set("aria-busy", Some("true"));
        self.0.said.try_set(0);
        let share = self.clone();
        (self.0.means.fetch)(Box::new(move |here| {
            opener.set("aria-busy", None);
            if here {
                share.0.means.rest.try_set(1);
                // The menu is drawn in the next turn.
                leptos::task::spawn_local(async move { share.open_by(opener) });
            } else {
                share.0.said.try_set(NOT_HAD);
            }
        }));
    }

    pub(super) fn sheet(&self, then: Then) {
        let sharing = self.sharing();
        if !(self.0.means.before)("device", &sharing.address("device")) {
            return;
        }
        let after = self.0.means.after.clone();
        (self.0.means.sheet)(
            &sharing,
            Box::new(move |outcome| {
                after("device", outcome);
                then(outcome);
            }),
        );
    }

    /// Draws the place of the menu and of the bar for passages. They stand once on the page, wherever the buttons are.
    pub fn place(&self, bar: Option<PassageBar>, out: &mut Nodes) {
        let share = self.clone();
        let place = Element::open(out, "div\0class=sf-share-place");
        place.live(Box::new(move || {
            let mut out = Vec::new();
            if share.0.means.rest.try_get() == Some(1) {
                share_menu::menu(&share, &mut out);
                if let Some(bar) = &bar {
                    passage::bar(bar, &share, &mut out);
                }
            }
            out
        }));
    }
}
