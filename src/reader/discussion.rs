//! The place of the comments: a heading with their number, which opens them. What fetches and draws them
//! (`reader::comments`) is asked for when the place comes near to what is seen, when it is opened, or when the page's
//! address leads to a comment; until then nothing of them is loaded.

#[cfg(feature = "embed")]
use super::request::refused;
use super::{Hearer, Rule, Setting, Source, comments};
use crate::components::{Fold, disclosure};
use crate::content::formats::Reading;
use crate::draw;
use crate::error::{LoadError, Reason};
use crate::i18n::{Locale, format};
use crate::icons::{self, draw_shape};
use crate::markup::{Element, Handle, Markup, Nodes, effect};
use leptos::prelude::*;
use std::sync::Arc;

#[cfg(feature = "csr")]
use crate::browser::{later, listener::Listener, near::Near, page};
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
const NEAR: u32 = 1200;

/// Draws the place.
pub(super) fn discussion(discussion: Discussion, out: &mut Nodes) {
    let locale = discussion.locale.clone();
    let place = Place {
        fold: Fold::new(discussion.open.peek() == 1),
        count: RwSignal::new(discussion.count.map_or(0, |count| count.saturating_add(1))),
        pressed: RwSignal::new(0),
        section: Handle::default(),
    };
    let wanted = RwSignal::new(NOT_YET);
    let Place { fold, count, pressed, section } = place;
    let mut label = Vec::new();
    draw_shape(&mut label, icons::COMMENT.shape());
    draw!(&mut label; (locale.words.comments));
    let number = Element::open(&mut label, "span\0class=sf-comments-count");
    let words = locale.clone();
    number.live(Box::new(move || {
        let count = count.get().checked_sub(1);
        let count = count.map(|count| format::number(f64::from(count), &words));
        count.map(|count| Markup::Text(count.into())).into_iter().collect()
    }));
    const TAGS: [&str; 5] = ["h2", "h3", "h4", "h5", "h6"];
    let level = usize::from(discussion.level.clamp(2, 6)) - 2;
    let tag = TAGS.get(level).unwrap_or(&"h2");
    let discussion = Arc::new(discussion);
    let asked = Arc::clone(&discussion);
    let turned = Box::new(move |open: bool| {
        pressed.set(if open { 1 } else { 2 });
        want(wanted, &asked);
    });
    let whole = Element::open(out, "section\0class=sf-comments");
    whole.put("part", "comments");
    whole.put("data-state", "idle");
    whole.put("tabindex", "-1");
    whole.put("aria-label", locale.words.comments);
    whole.reach(section);
    if let Setting::Signal(wished) = discussion.open {
        effect(Box::new(move || fold.open.set(wished.get())));
    }
    let drawn = Arc::clone(&discussion);
    disclosure(whole.children(), tag, label, fold, turned, |inside| {
        let words = locale.clone();
        inside.live(Box::new(move || match wanted.get() {
            HERE => comments::inside(&drawn, place),
            FAILED => {
                section.set("data-state", Some("failed"));
                let (words, asked) = (words.words, Arc::clone(&drawn));
                let mut out = note(words.comments_failed);
                let press = move |_| {
                    // The button goes: the focus stays in the section.
                    section.focus();
                    want(wanted, &asked);
                };
                draw!(&mut out; button class="sf-button" type="button" @click=(press) { (words.retry) });
                out
            }
            ON_ITS_WAY => {
                section.set("data-state", Some("loading"));
                note(words.words.loading)
            }
            _ => Vec::new(),
        }));
    });
    #[cfg(feature = "csr")]
    wire(section, wanted, discussion);
    #[cfg(not(feature = "csr"))]
    want(wanted, &discussion);
}

/// What draws the comments is not asked for yet; it is on its way; it is here; it could not be had.
const NOT_YET: u32 = 0;
const ON_ITS_WAY: u32 = 1;
const HERE: u32 = 2;
const FAILED: u32 = 3;

fn note(sentence: &'static str) -> Nodes {
    let mut out = Vec::new();
    draw!(&mut out; p class="sf-comments-note" role="status" { (sentence) });
    out
}

/// Asks for what draws the comments, unless that has been done: what is drawn is not drawn again.
fn want(wanted: RwSignal<u32>, discussion: &Discussion) {
    if !matches!(wanted.try_get_untracked(), Some(NOT_YET | FAILED)) {
        return;
    }
    #[cfg(not(feature = "csr"))]
    let _ = (discussion, Reason::Network);
    #[cfg(feature = "csr")]
    if !later::is_here() {
        wanted.set(ON_ITS_WAY);
        let told = discussion.on_error;
        // Their request goes out together with that for the program.
        #[cfg(feature = "embed")]
        if let Some(url) = untrack(|| discussion.src.says()).and_then(|src| page::resolve(&src))
            && discussion.inline.is_none()
            && untrack(|| discussion.data.says()).is_none()
            && refused(discussion.rule.as_ref(), &url).is_none()
        {
            crate::fetch::begin(&url);
        }
        return later::then(Box::new(move |here| {
            wanted.try_set(if here { HERE } else { FAILED });
            if let (false, Some(told)) = (here, told) {
                let message = "the rest of the program could not be loaded";
                told.run(LoadError::new(Reason::Network, "", message));
            }
        }));
    }
    wanted.set(HERE);
}

/// Comments are wanted when their place is near, and when the page's address leads to one.
#[cfg(feature = "csr")]
fn wire(section: Handle, wanted: RwSignal<u32>, discussion: Arc<Discussion>) {
    let watching = RefCell::new(None);
    effect(Box::new(move || {
        if wanted.get() != NOT_YET {
            watching.replace(None);
            return;
        }
        let asked = Arc::clone(&discussion);
        let want = move || want(wanted, &asked);
        if page::linked(ANCHOR).is_some() {
            return want();
        }
        if let Some(section) = section.element() {
            let linked = want.clone();
            let linked = Listener::on_window("hashchange", move |_| {
                if page::linked(ANCHOR).is_some() {
                    linked();
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
        element.children(),
    );
    out
}
