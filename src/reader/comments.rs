//! The comments themselves: fetched, read and drawn in slices, page by page, and remembered on this device.

#[cfg(feature = "csr")]
mod load;
#[cfg(feature = "csr")]
mod memory;
#[cfg(feature = "csr")]
mod pages;

use super::discussion::{Discussion, Place};
use crate::components::{Board, comments_bar, failed, keys};
use crate::content::thread::Order;
use crate::draw;
use crate::error::LoadError;
use crate::icons::{self, draw_icon};
use crate::markup::{Element, Handle, Heard, Nodes};
use leptos::prelude::*;
use std::rc::Rc;
use std::sync::Arc;

/// What the comments are at the moment.
#[derive(Clone, Default)]
#[cfg_attr(not(feature = "csr"), allow(dead_code))]
enum State {
    /// On their way.
    #[default]
    Waiting,
    /// They could not be had.
    Failed(LoadError),
    /// There are none.
    Empty,
    /// On the page.
    There,
}

/// What is there of them.
#[derive(Default)]
struct Kept {
    state: State,
    board: Option<Rc<Board>>,
    /// The address of the page that follows.
    #[cfg_attr(not(feature = "csr"), allow(dead_code))]
    next: Option<String>,
    /// No more may be written.
    closed: bool,
}

/// One section of comments, as its parts see it.
#[derive(Clone)]
#[cfg_attr(not(feature = "csr"), allow(dead_code))]
struct Section {
    discussion: Arc<Discussion>,
    place: Place,
    kept: StoredValue<Kept, LocalStorage>,
    /// Counts the changes of the state.
    changes: RwSignal<u32>,
    /// Counts the reader's tries.
    tries: RwSignal<u32>,
    /// 1 while the list of keys is open.
    keys_open: RwSignal<u32>,
    /// 1 while the keys are used.
    keys_used: RwSignal<u32>,
    /// 1 when all that has come is drawn.
    drawn: RwSignal<u32>,
    /// What runs and what watches, each ended by what takes its place, and by the end of the section.
    #[cfg(feature = "csr")]
    owned: StoredValue<load::Owned, LocalStorage>,
    said: Handle,
    list: Handle,
    order: Handle,
    under: Handle,
    shown: Handle,
    more: Handle,
}

impl Section {
    fn board(&self) -> Option<Rc<Board>> {
        self.kept.try_with_value(|kept| kept.board.clone()).flatten()
    }

    /// Changes the state, and has what shows it drawn anew.
    #[cfg(feature = "csr")]
    fn turn(&self, word: &'static str, state: State) {
        self.kept.try_update_value(|kept| kept.state = state);
        self.changes.try_update(|changes| *changes += 1);
        self.mark(word);
    }

    #[cfg(feature = "csr")]
    fn mark(&self, word: &'static str) {
        let section = self.place.section;
        section.set("data-state", Some(word));
        section.set("aria-busy", (word == "loading").then_some("true"));
    }

    /// Says a sentence where it is heard.
    #[cfg(feature = "csr")]
    fn say(&self, sentence: &str) {
        if let Some(said) = self.said.piece() {
            said.say(sentence);
        }
    }

    /// What stands over the comments, or in their place.
    fn over(&self) -> Nodes {
        self.changes.track();
        let locale = &self.discussion.locale;
        let words = locale.words.comment_words();
        let mut out = Vec::new();
        let Some((state, closed)) =
            self.kept.try_with_value(|kept| (kept.state.clone(), kept.closed))
        else {
            return out;
        };
        let note =
            |out: &mut Nodes, sentence| draw!(out; p class="sf-comments-note" { (sentence) });
        match state {
            State::Waiting => draw!(&mut out;
                p class="sf-comments-note sf-comments-wait" { do (|out: &mut Nodes| draw_icon(out, icons::SPINNER)) (locale.words.loading) }
            ),
            State::Failed(error) => {
                note(&mut out, locale.words.comments_failed);
                let tries = self.tries;
                let section = self.place.section;
                let retry = move || {
                    // The button goes: the focus stays in the section.
                    section.focus();
                    tries.update(|tries| *tries += 1);
                };
                failed(&error, locale, Box::new(retry), &mut out);
            }
            State::Empty => note(&mut out, words.none),
            State::There => {
                if let Some(board) = self.board() {
                    comments_bar(locale, board.order(), self.order, board.fresh(), &mut out);
                }
            }
        }
        if closed {
            note(&mut out, locale.words.comments_closed);
        }
        out
    }

    /// Shows the list of the keys, or takes it away.
    fn show_keys(&self) {
        self.keys_open.update(|open| *open = 1 - *open);
        let open = self.keys_open.get_untracked() == 1;
        if let Some(button) = self.place.section.piece().and_then(|it| it.find("[data-do=keys]")) {
            button.put("aria-expanded", if open { "true" } else { "false" });
        }
    }

    /// The list of the keys, while it is open.
    fn keys(&self) -> Nodes {
        let mut out = Vec::new();
        if self.keys_open.get() == 1 {
            let used = self.keys_used;
            let choose = Box::new(move |wanted: bool| {
                used.set(wanted.into());
                #[cfg(feature = "csr")]
                memory::use_keys(wanted);
            });
            keys(&self.discussion.locale, used.get_untracked() == 1, choose, &mut out);
        }
        out
    }
}

/// What stands in the place of the comments: a status region, what stands over them, they themselves, what stands
/// under them. All are there from the start, so that nothing that is heard or has the focus comes and goes.
#[inline(never)]
pub(super) fn inside(discussion: &Arc<Discussion>, place: Place) -> Nodes {
    let section = Section {
        discussion: Arc::clone(discussion),
        place,
        kept: StoredValue::new_local(Kept { closed: discussion.closed, ..Kept::default() }),
        changes: RwSignal::new(0),
        tries: RwSignal::new(0),
        keys_open: RwSignal::new(0),
        keys_used: RwSignal::new(discussion.keys.into()),
        drawn: RwSignal::new(0),
        #[cfg(feature = "csr")]
        owned: StoredValue::new_local(load::Owned::default()),
        said: Handle::default(),
        list: Handle::default(),
        order: Handle::default(),
        under: Handle::default(),
        shown: Handle::default(),
        more: Handle::default(),
    };
    let mut out = Vec::new();
    let whole = Element::open(&mut out, "div\0class=sf-comments-all");
    hear(&section, whole);
    let status = Element::open(whole.children(), "p\0class=sf-said\0role=status");
    status.put("part", "status");
    status.reach(section.said);
    let drawn = section.clone();
    let over = Element::open(whole.children(), "div\0class=sf-comments-over");
    over.live(Box::new(move || drawn.over()));
    let drawn = section.clone();
    let keys = Element::open(whole.children(), "div");
    keys.live(Box::new(move || drawn.keys()));
    let list = Element::open(whole.children(), "div\0class=sf-threads\0role=list");
    list.reach(section.list);
    let under = Element::open(whole.children(), "div\0class=sf-comments-under\0hidden=");
    under.reach(section.under);
    Element::open(under.children(), "p").reach(section.shown);
    let more =
        Element::open(under.children(), "button\0class=sf-button\0type=button\0data-do=more");
    more.reach(section.more);
    draw!(more.children(); (discussion.locale.words.comment_words().more));
    #[cfg(feature = "csr")]
    load::wire(section);
    out
}

/// Whether a key is the business of a field.
fn typing(heard: &Heard) -> bool {
    heard.target().is_some_and(|it| it.is("input, select, textarea"))
}

/// One listener of each kind hears all comments, and what stands around them.
fn hear(section: &Section, whole: &mut Element) {
    let pressed = section.clone();
    whole.on(
        "click",
        Box::new(move |heard| {
            let act = heard.target().and_then(|it| it.up("[data-do]")?.get("data-do"));
            match act.as_deref() {
                Some("keys") => pressed.show_keys(),
                #[cfg(feature = "csr")]
                Some("more") => pages::more(&pressed),
                _ => {
                    pressed.board().map(|board| board.clicked(&heard));
                }
            }
        }),
    );
    let typed = section.clone();
    whole.on(
        "keydown",
        Box::new(move |heard| {
            if heard.presses() || typed.keys_used.get_untracked() != 1 {
                return;
            }
            let Some(board) = typed.board() else {
                return;
            };
            if board.pressed(&heard) {
                heard.prevent();
            } else if heard.key().as_deref() == Some("?") && !typing(&heard) {
                typed.show_keys();
            }
        }),
    );
    let chosen = section.clone();
    whole.on(
        "change",
        Box::new(move |heard| {
            if heard.target().is_some_and(|it| it.is("select"))
                && let Some(board) = chosen.board()
                && let Some(order) = Order::named(&chosen.order.value())
            {
                board.set_order(order);
            }
        }),
    );
    let found = section.clone();
    whole.on(
        "beforematch",
        Box::new(move |heard| {
            if let (Some(board), Some(place)) = (found.board(), heard.target()) {
                board.found(&place);
            }
        }),
    );
}
