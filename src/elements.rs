//! The article's custom element, seen from the program: what its class (`elements/article.js`) calls, and the
//! events that go back. The class is what a browser wants; what it shows is decided here. Icons are drawn without
//! the program (`elements/icon.js`).
//!
//! One instance of the program serves one article, so that what stops it stops no other. After a fault nothing
//! here is called again: the class lets go of the instance and begins with a fresh one.

mod events;

use crate::browser::later::{self, Part};
use crate::browser::page;
use crate::config::{Theme, heading_level, timeout_seconds};
use crate::i18n::{self, Locale};
use crate::markup::Nodes;
use crate::reader::{
    ArticleReader, ArticleReaderProps, Comments, CommentsProps, Hearer, ShareMenu, ShareMenuProps,
    Source,
};
use js_sys::{Function, Promise};
use leptos::{mount::mount_to, prelude::*};
use std::any::Any;
use std::cell::RefCell;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::{AbortController, HtmlElement};

/// What is mounted in this instance.
struct Mounted {
    host: HtmlElement,
    owner: Owner,
    attributes: Attributes,
    shown: Option<Box<dyn Any>>,
}

impl Drop for Mounted {
    fn drop(&mut self) {
        // What uses the signals ends before them.
        self.shown = None;
        self.owner.cleanup();
    }
}

thread_local! {
    static MOUNTED: RefCell<Option<Mounted>> = const { RefCell::new(None) };
    /// The values of the attributes that are texts. Signals of texts would be machinery of their own.
    static TEXTS: RefCell<[Option<String>; TEXT_NAMES.len()]> =
        const { RefCell::new([const { None }; TEXT_NAMES.len()]) };
}

/// The attributes as signals; those of texts say that the text has changed.
#[derive(Clone, Copy)]
struct Attributes {
    texts: [RwSignal<u32>; TEXT_NAMES.len()],
    theme: RwSignal<u32>,
    heading_level: RwSignal<u32>,
    timeout: RwSignal<u32>,
    open: RwSignal<u32>,
    pictures: RwSignal<u32>,
    debug: RwSignal<u32>,
}

/// What the program is to show, by its number in `elements/element.js`.
const ARTICLE: u32 = 0;
const COMMENTS: u32 = 2;

/// The attributes that are texts, and the property `data`.
const TEXT_NAMES: [&str; 12] = [
    "src",
    "data",
    "format",
    "share",
    "url",
    "headline",
    "text",
    "targets",
    "comments",
    "comments-format",
    "item",
    "map",
];
/// The attributes that are numbers or choices, or there or not.
const NUMBER_NAMES: [&str; 8] = [
    "theme",
    "heading-level",
    "timeout",
    "open",
    "comments-open",
    "pictures",
    "comments-pictures",
    "debug",
];
const SRC: usize = 0;
const DATA: usize = 1;
const FORMAT: usize = 2;
const SHARE: usize = 3;
const URL: usize = 4;
const HEADLINE: usize = 5;
const TEXT: usize = 6;
const TARGETS: usize = 7;
const COMMENTS_SRC: usize = 8;
const COMMENTS_FORMAT: usize = 9;
const ITEM: usize = 10;
const MAP: usize = 11;

impl Attributes {
    fn new() -> Self {
        Attributes {
            texts: TEXT_NAMES.map(|_| RwSignal::new(0)),
            theme: RwSignal::new(Theme::Auto as u32),
            heading_level: RwSignal::new(1),
            timeout: RwSignal::new(timeout_seconds("")),
            open: RwSignal::new(0),
            pictures: RwSignal::new(0),
            debug: RwSignal::new(0),
        }
    }

    fn set(&self, name: &str, value: Option<String>) {
        let written = value.as_deref().unwrap_or_default();
        match name {
            "theme" => self.theme.set(Theme::from_word(written) as u32),
            "heading-level" => self.heading_level.set(heading_level(written).into()),
            "timeout" => self.timeout.set(timeout_seconds(written)),
            "open" | "comments-open" => self.open.set(value.is_some().into()),
            "debug" => self.debug.set(value.is_some().into()),
            "pictures" | "comments-pictures" => self.pictures.set(value.is_some().into()),
            _ => {
                if let Some(at) = TEXT_NAMES.iter().position(|text| *text == name) {
                    self.set_text(at, value);
                }
            }
        }
    }

    fn set_text(&self, at: usize, value: Option<String>) {
        let changed = TEXTS.with_borrow_mut(|texts| match texts.get_mut(at) {
            Some(text) if *text != value => {
                *text = value;
                true
            }
            _ => false,
        });
        if let Some(signal) = self.texts.get(at).filter(|_| changed) {
            signal.update(|n| *n += 1);
        }
    }

    #[inline(never)]
    fn source(&self, at: usize) -> Source {
        let signal = self.texts.get(at).copied();
        Source::new(move || {
            signal.as_ref().map(Track::track);
            TEXTS.with_borrow(|texts| texts.get(at).cloned().flatten())
        })
    }
}

/// Shows in `place` what the element `host` is for (`kind`), an article, a share menu or comments. `data` is its JSON where it needs not be fetched, `fault` what
/// stopped the instance before, if one did.
#[wasm_bindgen]
pub fn mount(
    kind: u32,
    host: HtmlElement,
    place: HtmlElement,
    data: Option<String>,
    fault: Option<String>,
) {
    take_away();
    let owner = Owner::new();
    let language = page::language(&host).unwrap_or_default();
    i18n::set_others(later::has(Part::Words));
    let attributes = owner.with(Attributes::new);
    // By name: what the declarations say of them is not in the program. `data` is no attribute, and is set after them.
    for name in TEXT_NAMES.into_iter().chain(NUMBER_NAMES) {
        if let Some(value) = host.get_attribute(name) {
            attributes.set(name, Some(value));
        }
    }
    attributes.set("data", data);
    // The host is known before anything is said of it: an answer may be there at once.
    MOUNTED.set(Some(Mounted { host, owner: owner.clone(), attributes, shown: None }));
    let draw = move || match kind {
        ARTICLE => reader(attributes, &language, fault),
        _ => other(kind, attributes, &language),
    };
    let shown = owner.with(|| mount_to(place, draw));
    MOUNTED.with_borrow_mut(|mounted| {
        if let Some(mounted) = mounted {
            mounted.shown = Some(Box::new(shown));
        }
    });
}

/// A share menu or comments. It belongs to the rest of the program, which their class has fetched before.
#[inline(never)]
fn other(kind: u32, attributes: Attributes, language: &str) -> Nodes {
    if kind == COMMENTS { comments(attributes, language) } else { share_menu(attributes, language) }
}

fn share_menu(attributes: Attributes, language: &str) -> Nodes {
    ShareMenu(
        ShareMenuProps::builder()
            .url(attributes.source(URL))
            .headline(attributes.source(HEADLINE))
            .text(attributes.source(TEXT))
            .targets(attributes.source(TARGETS))
            .theme(attributes.theme)
            .locale(Locale::new(language))
            .on_share(Some(Hearer::new(events::asked)))
            .on_shared(Some(Hearer::new(events::shared)))
            .build(),
    )
}

fn comments(attributes: Attributes, language: &str) -> Nodes {
    Comments(
        CommentsProps::builder()
            .src(attributes.source(SRC))
            .data(attributes.source(DATA))
            .format(attributes.source(FORMAT))
            .open(attributes.open)
            .pictures(attributes.pictures)
            .theme(attributes.theme)
            .heading_level(attributes.heading_level)
            .timeout(attributes.timeout)
            .locale(Locale::new(language))
            .rule(None)
            .on_load(Some(Hearer::new(events::comments_loaded)))
            .on_toggle(Some(Hearer::new(events::comment_toggled)))
            .on_error(Some(Hearer::new(events::failed)))
            .build(),
    )
}

fn reader(attributes: Attributes, language: &str, fault: Option<String>) -> Nodes {
    ArticleReader(
        ArticleReaderProps::builder()
            .src(attributes.source(SRC))
            .data(attributes.source(DATA))
            .format(attributes.source(FORMAT))
            .item(attributes.source(ITEM))
            .map(attributes.source(MAP))
            .debug(attributes.debug)
            .share(attributes.source(SHARE))
            .comments(attributes.source(COMMENTS_SRC))
            .comments_format(attributes.source(COMMENTS_FORMAT))
            .comments_open(attributes.open)
            .comments_pictures(attributes.pictures)
            .theme(attributes.theme)
            .heading_level(attributes.heading_level)
            .timeout(attributes.timeout)
            .locale(Locale::new(language))
            .fault(fault)
            .on_load(Some(Hearer::new(events::loaded)))
            .on_error(Some(Hearer::new(events::failed)))
            .on_share(Some(Hearer::new(events::asked)))
            .on_shared(Some(Hearer::new(events::shared)))
            .on_comments_load(Some(Hearer::new(events::comments_loaded)))
            .on_comment_toggle(Some(Hearer::new(events::comment_toggled)))
            .build(),
    )
}

/// A request for the article that the shim has begun.
#[wasm_bindgen]
pub fn hand_over(url: String, answer: Promise, abort: AbortController) {
    crate::fetch::hand_over(url, answer, abort);
}

/// How the other parts of the program are fetched, where it is cut: see [`crate::browser::later`].
#[wasm_bindgen(js_name = later)]
pub fn fetched_by(fetch: Function) {
    later::fetched_by(fetch);
}

/// Who makes HTML fit to be parsed under Trusted Types.
#[wasm_bindgen]
pub fn trusted(trust: Function) {
    #[cfg(target_arch = "wasm32")]
    crate::policy::trusted_by(trust);
    #[cfg(not(target_arch = "wasm32"))]
    drop(trust);
}

/// A part of the program has come.
#[wasm_bindgen]
pub fn arrived(part: u32) {
    later::arrived(part);
}

/// An attribute has changed; `data` is the property.
#[wasm_bindgen]
pub fn set(name: &str, value: Option<String>) {
    if let Some(attributes) = MOUNTED.with_borrow(|mounted| mounted.as_ref().map(|m| m.attributes))
    {
        attributes.set(name, value);
    }
}

/// Asks for the article again.
#[wasm_bindgen]
pub fn reload() {
    let attributes = MOUNTED.with_borrow(|mounted| mounted.as_ref().map(|m| m.attributes));
    if let Some(signal) = attributes.and_then(|attributes| attributes.texts.get(SRC).copied()) {
        signal.update(|n| *n += 1);
    }
}

/// Takes away what was mounted: requests, timers, listeners, signals. The instance can then be used again.
#[wasm_bindgen]
pub fn unmount() {
    take_away();
    crate::fetch::give_up();
}

fn take_away() {
    // Taken out first: dropping it may lead back here.
    let gone = MOUNTED.take();
    drop(gone);
    TEXTS.set([const { None }; TEXT_NAMES.len()]);
}
