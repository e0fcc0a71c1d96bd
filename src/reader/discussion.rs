//! The place of the comments: a heading with their number, which opens them. They are fetched when the place comes near to
//! what is seen, when it is opened, or when the page's address leads to a comment. All of it belongs to the rest of the
//! program, but for the heading, which may stand alone before it is there (`reader::under`) and stays when it comes: what has
//! the focus, or is under a finger, is not drawn anew.

use super::{Hearer, Rule, Setting, Source, comments};
use crate::components::Fold;
use crate::content::formats::Reading;
use crate::draw;
use crate::error::LoadError;
use crate::i18n::{Locale, format};
use crate::icons::{self, draw_shape};
use crate::markup::{self, Element, Handle, Markup, Nodes, effect};
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
    /// No more may be written.
    pub closed: bool,
    pub locale: Locale,
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

/// What the heading, the place and the comments in it share.
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

impl Place {
    /// One that nobody has opened yet, with this many comments as far as that is known.
    pub(super) fn new(count: Option<u32>) -> Place {
        Place {
            fold: Fold::new(false),
            count: RwSignal::new(count.map_or(0, |count| count.saturating_add(1))),
            pressed: RwSignal::new(0),
            section: Handle::default(),
        }
    }

    /// The section with its heading: what they are, and their number where that is known. The level is 2 to 6.
    pub(super) fn draw<'a>(
        self,
        locale: &Locale,
        level: u8,
        press: markup::Listener,
        out: &'a mut Nodes,
    ) -> &'a mut Element {
        const TAGS: [&str; 5] = ["h2", "h3", "h4", "h5", "h6"];
        let words = locale.words;
        let whole = Element::open(out, "section\0class=sf-comments\0data-state=idle\0tabindex=-1");
        whole.put("part", "comments");
        whole.put("aria-label", words.comments);
        whole.reach(self.section);
        let mut label = Vec::new();
        draw_shape(&mut label, icons::COMMENT.shape());
        draw!(&mut label; (words.comments));
        let locale = locale.clone();
        Element::open(&mut label, "span\0class=sf-comments-count").live(Box::new(move || {
            let count = self.count.get().checked_sub(1);
            let count = count.map(|count| format::number(f64::from(count), &locale));
            count.map(|count| Markup::Text(count.into())).into_iter().collect()
        }));
        let tag = TAGS.get(usize::from(level.clamp(2, 6)) - 2).unwrap_or(&"h2");
        self.fold.title(whole.children(), tag, label, press);
        whole
    }
}

/// Draws what stands under the heading; `wanted` from the start, or when it comes near. A gate of the program: see
/// `scripts/split.mjs`.
#[inline(never)]
pub(super) fn discussion(discussion: Discussion, place: Place, wanted: bool, out: &mut Nodes) {
    let Place { fold, pressed, section, .. } = place;
    let opened = pressed.get_untracked() == 1;
    if opened || discussion.open.peek() == 1 {
        fold.open.set(1);
    }
    // 1 when they are.
    let wanted = RwSignal::new(u32::from(opened || wanted));
    let discussion = Arc::new(discussion);
    let turned = Box::new(move |open: bool| {
        pressed.set(if open { 1 } else { 2 });
        want(wanted);
    });
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
    fold.content(out, turned).live(Box::new(move || match wanted.get() {
        1 => comments::inside(&discussion, place),
        _ => Vec::new(),
    }));
    #[cfg(feature = "csr")]
    wire(section, wanted);
    #[cfg(not(feature = "csr"))]
    {
        let _ = section;
        want(wanted);
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
    let place = Place::new(None);
    let level = heading_level.peek() as u8 + 1;
    let press = Box::new(move |_| place.fold.press());
    let whole = place.draw(&locale, level, press, element.children());
    discussion(
        Discussion {
            src,
            data,
            format,
            inline: None,
            closed: false,
            locale,
            timeout,
            open,
            pictures,
            keys,
            rule,
            on_load,
            on_toggle,
            on_error,
        },
        place,
        false,
        whole.children(),
    );
    out
}
