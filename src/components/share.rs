//! Sharing, as far as it stands on the page before a press: the buttons, and the place of the menu.
//!
//! The menu, what a press does and the bar of a selected passage are in the rest of the program, which is fetched when it
//! is needed. They are drawn when it is there: where the program is not cut, at once.

mod means;

pub use means::{Means, Outcome, Then};

use super::later::Later;
use super::passage::{self, PassageBar};
use super::share_menu;
use crate::content::share::{Named, Sharing, surely};
use crate::draw;
use crate::i18n::Locale;
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
        0 => "",
        NOT_HAD => locale.words.failures.busy,
        // Said by the menu, so that is there.
        _ => share_menu::said(number, locale),
    }
}

/// The rest of the program could not be had. All other messages are the menu's.
pub(super) const NOT_HAD: u32 = 1;

/// Under the list: nothing.
pub(super) const LIST: u32 = 0;

/// What shares one article.
#[derive(Clone)]
pub struct Share(pub(super) Arc<Inner>);

/// Finds out what the browser can do.
pub type FindMeans = Arc<dyn Fn() -> Means + Send + Sync>;

pub(super) struct Inner {
    pub later: Later,
    pub means: FindMeans,
    pub named: Named,
    pub locale: Locale,
    /// The number in the id: a page may have several.
    number: u32,
    /// What is shared, its address as it was given.
    pub whole: Sharing,
    /// What is shared now, and the button that was pressed for it; nothing before the first press.
    pub subject: Mutex<Option<(Sharing, Handle)>>,
    /// Counts the changes of the subject and of what the device has.
    pub changes: RwSignal<u32>,
    /// What stands under the list.
    pub under: RwSignal<u32>,
    pub popover: Handle,
    /// The reader's own server, where it has become known by the menu.
    pub server: Mutex<Option<String>>,
    /// 1 while the menu is opened though the device has a sheet.
    pub menu_wanted: RwSignal<u32>,
}

/// What a share button shows.
pub enum Label {
    /// Words beside the icon.
    Words(&'static str),
    /// The icon alone, and this name.
    Name(String),
}

/// What a share button shares.
pub enum Subject {
    /// All of it.
    Whole,
    /// One place of the article: its anchor, and its own title if it has one.
    Place(String, Option<String>),
    /// The selected passage.
    Passage(PassageBar),
}

impl Share {
    /// Shares `sharing`, with the targets that are named. `means` is asked when there is a menu.
    pub fn new(
        sharing: Sharing,
        named: Named,
        means: FindMeans,
        locale: Locale,
        later: Later,
    ) -> Self {
        static DRAWN: AtomicU32 = AtomicU32::new(0);
        Share(Arc::new(Inner {
            later,
            means,
            named,
            locale,
            number: DRAWN.fetch_add(1, Relaxed),
            whole: sharing,
            subject: Mutex::default(),
            changes: RwSignal::new(0),
            under: RwSignal::new(LIST),
            popover: Handle::default(),
            server: Mutex::default(),
            menu_wanted: RwSignal::new(0),
        }))
    }

    /// Whether there is anything that can be done: without it there is no button. Where only the rest of the program can
    /// tell, it is asked for, and until it is there nothing can: the caller is drawn anew then.
    pub fn works(&self) -> bool {
        let Inner { whole, named, later, .. } = &*self.0;
        if surely(whole, named) {
            return true;
        }
        if later.here.get() == 1 {
            return share_menu::works(self);
        }
        if whole.can_be_shared() {
            (later.fetch)(Box::new(|_| {}));
        }
        false
    }

    pub(super) fn id(&self) -> String {
        ["sf-share-", &digits(self.0.number)].concat()
    }

    /// Draws a button that opens the menu for a subject when it is pressed.
    #[inline(never)]
    pub fn button(
        &self,
        out: &mut Nodes,
        class: &'static str,
        label: Label,
        subject: Subject,
    ) -> Handle {
        let handle = Handle::default();
        let (share, subject) = (self.clone(), Arc::new(subject));
        let press = move |heard: Heard| share.press(&heard, &subject, handle);
        let element = Element::open(out, "button\0type=button\0aria-expanded=false");
        element.put("class", class);
        element.put("part", "share");
        element.put_owned("popovertarget", self.id());
        element.put_owned("aria-controls", self.id());
        element.reach(handle);
        element.on("click", Box::new(press));
        self.0.later.ahead_of(element);
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
        let label = Label::Words(self.0.locale.words.share);
        self.button(out, "sf-button sf-share", label, Subject::Whole);
    }

    /// Draws the small button that shares one place of the article: by its anchor, under its own title if it has one.
    pub fn one(&self, out: &mut Nodes, id: &str, name: String, title: Option<&str>) {
        let subject = Subject::Place(id.to_owned(), title.map(str::to_owned));
        self.button(out, "sf-share-one", Label::Name(name), subject);
    }

    fn press(&self, heard: &Heard, subject: &Arc<Subject>, opener: Handle) {
        let later = self.0.later;
        if later.is_here() {
            return share_menu::press(self, Some(heard), subject, opener);
        }
        // The rest may be there before this press is through, which would then close what has opened.
        heard.prevent();
        let (share, subject) = (self.clone(), Arc::clone(subject));
        later.then(opener, Box::new(move || share_menu::press(&share, None, &subject, opener)));
    }

    /// Draws the place of the menu and of the bar for passages. They stand once on the page, wherever the buttons are.
    pub fn place(&self, bar: Option<PassageBar>, out: &mut Nodes) {
        let share = self.clone();
        let place = Element::open(out, "div\0class=sf-share-place");
        place.live(Box::new(move || {
            let mut out = Vec::new();
            if share.0.later.here.try_get() == Some(1) {
                share_menu::menu(&share, &mut out);
                if let Some(bar) = &bar {
                    passage::bar(bar, &share, &mut out);
                }
            }
            out
        }));
    }
}
