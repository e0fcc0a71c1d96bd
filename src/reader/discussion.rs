//! The place of the comments: a heading with their number, which opens them. They are fetched when the place comes near to
//! what is seen, when it is opened, or when the page's address leads to a comment. All of it belongs to the rest of the
//! program; until that is there, `reader::under` draws the heading.

use super::{Hearer, Rule, Setting, Source, comments};
use crate::components::{Fold, disclosure};
use crate::content::formats::Reading;
use crate::draw;
use crate::error::LoadError;
use crate::i18n::{Locale, Words, format};
use crate::icons::{self, draw_shape};
use crate::markup::{Element, Handle, Markup, Nodes, effect};
use leptos::prelude::*;
use std::sync::Arc;

#[cfg(feature = "csr")]
use crate::browser::{later, listener::Listener, near::Near, page};
use std::cell::Cell;
#[cfg(feature = "csr")]
use std::cell::RefCell;

/// What the comments are read from, and who hears of them.
#[cfg_attr(not(feature = "csr"), allow(dead_code))]
pub(super) struct Discussion {
    /// Their address.
    pub src: Source,
    /// Their JSON, read instead of the address.
    pub data: Source,
    /// The format's name, or `auto`.
    pub format: Source,
    /// Those that came with the article, where there is no address.
    pub inline: Option<Arc<Reading>>,
    /// How many there are, where that is known before they are here.
    pub count: Option<u32>,
    /// No more may be written.
    pub closed: bool,
    pub locale: Locale,
    /// The level of the heading, 2 to 6.
    pub level: u8,
    /// Seconds for one try.
    pub timeout: Setting,
    /// 1: open from the start, or from when it changes to that.
    pub open: Setting,
    /// 1: portraits are fetched.
    pub pictures: Setting,
    /// The keys are used unless the reader has said otherwise.
    pub keys: bool,
    pub rule: Option<Rule>,
    pub on_load: Option<Hearer<u32>>,
    pub on_toggle: Option<Hearer<(String, bool)>>,
    pub on_error: Option<Hearer<LoadError>>,
}

/// What the place and the comments in it share.
#[derive(Clone, Copy)]
#[cfg_attr(not(feature = "csr"), allow(dead_code))]
pub(super) struct Place {
    pub fold: Fold,
    /// How many there are, plus 1; 0 while that is not known.
    pub count: RwSignal<u32>,
    /// The reader has opened the place or closed it: 1 or 2.
    pub pressed: RwSignal<u32>,
    pub section: Handle,
}

/// What the fragment that leads to a comment begins with.
#[cfg(feature = "csr")]
pub(super) const ANCHOR: &str = "#comment-";

/// The distance at which comments are asked for, in pixels: a screen or two before they are seen.
#[cfg(feature = "csr")]
pub(super) const NEAR: u32 = 1200;

/// What stands in the heading: what they are, and their number where that is known.
pub(super) fn label(locale: &Locale, count: Box<dyn Fn() -> Option<u32> + Send>) -> Nodes {
    let mut label = Vec::new();
    draw_shape(&mut label, icons::COMMENT.shape());
    draw!(&mut label; (locale.words.comments));
    let words = locale.clone();
    Element::open(&mut label, "span\0class=sf-comments-count").live(Box::new(move || {
        let count = count().map(|count| format::number(f64::from(count), &words));
        count.map(|count| Markup::Text(count.into())).into_iter().collect()
    }));
    label
}

/// The tag of the heading, by its level from 2 to 6.
pub(super) fn heading(level: u8) -> &'static str {
    const TAGS: [&str; 5] = ["h2", "h3", "h4", "h5", "h6"];
    TAGS.get(usize::from(level.clamp(2, 6)) - 2).unwrap_or(&"h2")
}

/// The section, with what it is called.
pub(super) fn section<'a>(
    words: &'static Words,
    place: Handle,
    out: &'a mut Nodes,
) -> &'a mut Element {
    let whole = Element::open(out, "section\0class=sf-comments\0data-state=idle\0tabindex=-1");
    whole.put("part", "comments");
    whole.put("aria-label", words.comments);
    whole.reach(place);
    whole
}

/// What has come to pass while the heading stood alone.
#[derive(Clone, Copy, Default)]
pub(super) struct Before {
    /// The reader has pressed it.
    pub opened: bool,
    /// It has the focus.
    pub focused: bool,
    /// It was near: the comments are wanted.
    pub wanted: bool,
}

/// Draws the place. A gate of the program: see `scripts/split.mjs`.
#[inline(never)]
pub(super) fn discussion(discussion: Discussion, before: Before, out: &mut Nodes) {
    let Before { opened, focused, .. } = before;
    let locale = discussion.locale.clone();
    let place = Place {
        fold: Fold::new(opened || discussion.open.peek() == 1),
        count: RwSignal::new(discussion.count.map_or(0, |count| count.saturating_add(1))),
        pressed: RwSignal::new(opened.into()),
        section: Handle::default(),
    };
    // 1 when they are.
    let wanted = RwSignal::new(u32::from(opened || before.wanted));
    let Place { fold, count, pressed, section: handle } = place;
    let label = label(&locale, Box::new(move || count.get().checked_sub(1)));
    let discussion = Arc::new(discussion);
    let turned = Box::new(move |open: bool| {
        pressed.set(if open { 1 } else { 2 });
        want(wanted);
    });
    let whole = section(locale.words, handle, out);
    if let Setting::Signal(wished) = discussion.open {
        // A press wins over what the page said before it.
        let pressed = Cell::new(opened);
        effect(Box::new(move || {
            let wish = wished.get();
            if !pressed.replace(false) || wish == 1 {
                fold.open.set(wish);
            }
        }));
    }
    let drawn = Arc::clone(&discussion);
    disclosure(whole.children(), heading(discussion.level), label, fold, turned, |inside| {
        inside.live(Box::new(move || match wanted.get() {
            1 => comments::inside(&drawn, place),
            _ => Vec::new(),
        }));
    });
    #[cfg(feature = "csr")]
    wire(handle, wanted);
    #[cfg(not(feature = "csr"))]
    want(wanted);
    if focused {
        effect(Box::new(move || handle.focus_another(".sf-disclosure > button", 1, false)));
    }
}

/// What has been asked for is not drawn again.
fn want(wanted: RwSignal<u32>) {
    if wanted.try_get_untracked() == Some(0) {
        wanted.set(1);
    }
}

/// Comments are wanted when their place is near, and when the page's address leads to one.
#[cfg(feature = "csr")]
fn wire(section: Handle, wanted: RwSignal<u32>) {
    let watching = RefCell::new(None);
    effect(Box::new(move || {
        if wanted.get() == 1 {
            watching.replace(None);
            return;
        }
        let want = move || want(wanted);
        if page::linked(ANCHOR).is_some() {
            return want();
        }
        if let Some(section) = section.element() {
            let linked = Listener::on_window("hashchange", move |_| {
                if page::linked(ANCHOR).is_some() {
                    want();
                }
            });
            watching.replace(Some((Near::watch(&section, NEAR, want), linked)));
        }
    }));
}

/// The comments of an article, or of any page: a heading that opens them, threads that fold, at any number.
///
/// They are asked for when their place comes near to what the reader sees, or is opened.
#[component]
pub fn Comments(
    /// The address of the comments as JSON, relative to the page.
    #[prop(into)]
    src: Source,
    /// The comments themselves as JSON, read instead of `src`.
    #[prop(into, optional)]
    data: Source,
    /// The format's name, or `auto`.
    #[prop(into, optional)]
    format: Source,
    /// The language of what stands around them. English if none is given.
    #[prop(optional)]
    locale: Locale,
    /// The level of the headline that they belong to, 1 (the default) to 4: their heading is one below it.
    #[prop(into, default = Setting::from(1))]
    heading_level: Setting,
    /// The time allowed for one try, in seconds: 10, from 1 to 600.
    #[prop(into, default = Setting::from(crate::config::TIMEOUT_SECONDS))]
    timeout: Setting,
    /// [`crate::config::Theme`]: light, dark, or as the device says.
    #[prop(into, default = Setting::from(crate::config::Theme::Auto))]
    theme: Setting,
    /// 1: open from the start; a signal may open them later.
    #[prop(into, default = Setting::from(0))]
    open: Setting,
    /// 1: fetch the portraits that the comments name; who serves them then sees the reader.
    #[prop(into, default = Setting::from(0))]
    pictures: Setting,
    /// Use the keyboard's letters unless the reader says otherwise.
    #[prop(optional)]
    keys: bool,
    /// The page's rule for addresses. Refused ones end as the error `origin`.
    #[prop(optional_no_strip)]
    rule: Option<Rule>,
    /// Called with their number when they are there, before they are drawn.
    #[prop(optional_no_strip)]
    on_load: Option<Hearer<u32>>,
    /// Called when the reader folds or opens one: its id, "" for all of the section, and whether it is open.
    #[prop(optional_no_strip)]
    on_toggle: Option<Hearer<(String, bool)>>,
    /// Called when they cannot be had.
    #[prop(optional_no_strip)]
    on_error: Option<Hearer<LoadError>>,
) -> Nodes {
    use crate::config::Theme;
    // It is here for nothing else.
    #[cfg(feature = "csr")]
    later::ahead();
    let root = Handle::default();
    let mut out = Vec::new();
    let element = Element::open(&mut out, "div\0class=sf sf-comments-alone");
    element.reach(root);
    element.put("data-theme", Theme::of(theme.get()).as_str());
    if let Setting::Signal(_) = theme {
        effect(Box::new(move || root.set("data-theme", Some(Theme::of(theme.get()).as_str()))));
    }
    discussion(
        Discussion {
            src,
            data,
            format,
            inline: None,
            count: None,
            closed: false,
            locale,
            level: heading_level.peek() as u8 + 1,
            timeout,
            open,
            pictures,
            keys,
            rule,
            on_load,
            on_toggle,
            on_error,
        },
        Before::default(),
        element.children(),
    );
    out
}
