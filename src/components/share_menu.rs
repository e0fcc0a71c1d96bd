//! The share menu: one popover for all share buttons of an article, a list of real links and buttons.
//!
//! A disclosure, not a `role=menu`: Tab goes through it in order, and a link can be opened in any way that a link
//! can. The browser places it over the page, closes it on Escape and on a press outside, and keeps one open at a
//! time (`popover`). Where it has no popovers, the list stays in sight at the end of the article.

mod list;
mod means;
mod under;

pub use means::{Means, Outcome, Then};

use crate::content::share::{Sharing, Wanted};
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
        _ => "",
    }
}

const COPIED: u32 = 1;
const REFUSED: u32 = 2;
const NO_SERVER: u32 = 3;
/// A quotation has been copied.
pub(super) const QUOTED: u32 = 4;

/// Under the list: nothing, the question for the reader's server, the QR code, the address to be copied by hand.
const LIST: u32 = 0;
const ASKING: u32 = 1;
const CODE: u32 = 2;
const FIELD: u32 = 3;

/// The share menu of one article.
#[derive(Clone)]
pub struct Share(Arc<Inner>);

struct Inner {
    means: Means,
    wanted: Vec<Wanted>,
    locale: Locale,
    said: Said,
    /// The number in the id: a page may have several.
    number: u32,
    whole: Sharing,
    /// What is shared, and the button that was pressed for it.
    subject: Mutex<(Sharing, Handle)>,
    /// Counts the changes of the subject and of what the device has.
    changes: RwSignal<u32>,
    under: RwSignal<u32>,
    popover: Handle,
    /// The reader's own server, once it is known.
    server: Mutex<Option<String>>,
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
    /// The menu for `sharing`, with the targets that are wanted. Messages go to `said`.
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

    /// Whether there is anything that can be done: without it there is no button.
    pub fn works(&self) -> bool {
        !self.offers().is_empty()
    }

    fn id(&self) -> String {
        ["sf-share-", &digits(self.0.number)].concat()
    }

    /// The words of the menu.
    pub(super) fn words(&self) -> &'static ShareWords {
        &self.0.locale.words.share
    }

    /// The whole article, whatever is shared at the moment.
    pub(super) fn whole(&self) -> Sharing {
        self.0.whole.clone()
    }

    fn sharing(&self) -> Sharing {
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

    fn opener(&self) -> Option<Handle> {
        self.0.subject.lock().ok().map(|subject| subject.1)
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
        }
    }

    /// Opens the menu by a button, so that it stands there.
    fn open_by(&self, opener: Handle) {
        if !self.0.popover.is(":popover-open") {
            self.0.menu_wanted.try_set(1);
            opener.click();
            self.0.menu_wanted.try_set(0);
        }
    }

    fn sheet(&self, then: Then) {
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

    /// Draws the menu, closed. It stands once on the page, wherever the buttons are.
    pub fn menu(&self, out: &mut Nodes) {
        let popover = self.0.popover;
        let (toggled, list, under) = (self.clone(), self.clone(), self.clone());
        let element = Element::open(out, "div\0class=sf-share-menu\0popover=auto");
        element.put("part", "share-menu");
        element.put_owned("id", self.id());
        element.reach(popover);
        element.on("toggle", Box::new(move |_| toggled.toggled()));
        element.on("keydown", Box::new(move |heard| keys(&popover, &heard)));
        let out = element.children();
        let items = Element::open(out, "ul\0class=sf-share-list");
        items.put("aria-label", self.words().share);
        items.live(Box::new(move || list.list()));
        let more = Element::open(out, "div\0class=sf-share-more");
        more.live(Box::new(move || under.more()));
    }

    /// The button says whether its menu is open; a focus that would be lost with the menu goes back to it.
    fn toggled(&self) {
        let Some(opener) = self.opener() else {
            return;
        };
        let open = self.0.popover.is(":popover-open");
        opener.set("aria-expanded", Some(if open { "true" } else { "false" }));
        if open {
            // A press that keeps a selection gives no focus.
            opener.focus_if_lost();
        } else {
            self.0.under.try_set(LIST);
            if self.0.popover.is(":focus-within") {
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
