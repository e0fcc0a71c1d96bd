//! The feature: an address becomes an article on the page.

mod comments;
mod debug;
mod discussion;
mod hearer;
#[cfg(feature = "csr")]
mod request;
mod setting;
mod share;
mod state;
mod under;

pub use discussion::{Comments, CommentsProps};
pub use hearer::Hearer;
pub use setting::{Setting, Source};
pub use share::{Asked, ShareMenu, ShareMenuProps, Told};

use crate::components::{PassageBar, Steps, article_view, failed, sentence, share_said, skeleton};
use crate::config::Theme;
use crate::content::formats::Reading;
use crate::error::LoadError;
use crate::i18n::Locale;
use crate::markup::{Element, Handle, Markup, Nodes, effect};
use leptos::prelude::*;
use state::{Shared, State};
use std::cell::Cell;
use std::sync::Arc;

/// An article that has been read.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// Where it came from, after redirects.
    pub url: String,
    /// The article, its format, and what could not be read of it.
    pub reading: Arc<Reading>,
}

/// Which addresses may be opened: the rule of the page. Everything, unless one is given.
pub type Rule = Arc<dyn Fn(&str) -> bool + Send + Sync>;

/// Fetches an article and shows it, with the states on the way.
///
/// A change of `src` aborts the request under way; an older answer never paints over a newer one. When the
/// component goes, so do its request, timers and listeners.
#[component]
pub fn ArticleReader(
    /// The address of the article as JSON, relative to the page. None shows that there is no article yet.
    #[prop(into)]
    src: Source,
    /// The article itself as JSON, read instead of `src`. Relative addresses start from the page's.
    #[prop(into, optional)]
    data: Source,
    /// The format's name, or `auto`.
    #[prop(into, optional)]
    format: Source,
    /// Which article of a list or feed: its id, slug, address, or number from 1. Without it the one that `src` names after
    /// `#item=`, else the first.
    #[prop(into, optional)]
    item: Source,
    /// Where the members of an article stand in JSON of another kind, as a JSON object of paths: `{"headline": "data.title"}`.
    #[prop(into, optional)]
    map: Source,
    /// 1: what could not be read is listed under the article.
    #[prop(into, default = Setting::from(0))]
    debug: Setting,
    /// The language of the interface and of dates. English if none is given.
    #[prop(optional)]
    locale: Locale,
    /// Speak the article's language where there is a catalogue of it: for a page that is all article.
    #[prop(optional)]
    follow_language: bool,
    /// The heading level of the headline: 1 (the default) to 4.
    #[prop(into, default = Setting::from(1))]
    heading_level: Setting,
    /// The time allowed for one try, in seconds: 10, from 1 to 600.
    #[prop(into, default = Setting::from(crate::config::TIMEOUT_SECONDS))]
    timeout: Setting,
    /// [`Theme`]: light, dark, or as the device says.
    #[prop(into, default = Setting::from(Theme::Auto))]
    theme: Setting,
    /// What stopped the program that showed this article before: the reader then begins with that failure, and
    /// asks for the article when it is told to try again.
    #[prop(optional_no_strip)]
    fault: Option<String>,
    /// The page's rule for addresses. Refused ones end as the error `origin`.
    #[prop(optional_no_strip)]
    rule: Option<Rule>,
    /// The share targets in their order, as names parted by spaces or as JSON; `none` for no share menu. The article's
    /// own, else the usual ones, if none are named.
    #[prop(into, optional)]
    share: Source,
    /// The address of the comments, or `none` for none. The article's own if none is given.
    #[prop(into, optional)]
    comments: Source,
    /// The format of the comments, or `auto`.
    #[prop(into, optional)]
    comments_format: Source,
    /// 1: the comments are open from the start.
    #[prop(into, default = Setting::from(0))]
    comments_open: Setting,
    /// 1: fetch the portraits that the comments name; who serves them then sees the reader.
    #[prop(into, default = Setting::from(0))]
    comments_pictures: Setting,
    /// The keyboard's letters lead through the comments unless the reader says otherwise.
    #[prop(optional)]
    comment_keys: bool,
    /// Back closes the lightbox: the reader may write the page's history.
    #[prop(optional)]
    use_history: bool,
    /// Called when an article is there, before it is drawn.
    #[prop(optional_no_strip)]
    on_load: Option<Hearer<Loaded>>,
    /// Called when an article cannot be had.
    #[prop(optional_no_strip)]
    on_error: Option<Hearer<LoadError>>,
    /// Asked before a share goes on, with target and address: false stops it.
    #[prop(optional_no_strip)]
    on_share: Option<Hearer<Asked, bool>>,
    /// Told what became of a share.
    #[prop(optional_no_strip)]
    on_shared: Option<Hearer<Told>>,
    /// Called with their number when the comments are there, before they are drawn.
    #[prop(optional_no_strip)]
    on_comments_load: Option<Hearer<u32>>,
    /// Called when the reader folds or opens a comment: its id, "" for all of the section, and whether it is open.
    #[prop(optional_no_strip)]
    on_comment_toggle: Option<Hearer<(String, bool)>>,
) -> Nodes {
    let state = Shared::new();
    let tries = RwSignal::new(0_u32);
    let shown = RwSignal::new(0_u32);
    // 1 when all of the article is on the page.
    let drawn = RwSignal::new(0_u32);
    // The message in the status region while an article is shown.
    let said = RwSignal::new(0_u32);
    let hearers = share::Hearers { before: on_share, after: on_shared };
    let later = share::later(said);
    let bar = PassageBar::default();
    let root = Handle::default();
    let state_of = state.clone();
    let under = under::UnderArticle {
        address: Arc::new(comments),
        format: Arc::new(comments_format),
        timeout,
        open: comments_open,
        pictures: comments_pictures,
        keys: comment_keys,
        rule: rule.clone(),
        on_load: on_comments_load,
        on_toggle: on_comment_toggle,
    };
    let request = Request {
        src,
        data,
        format,
        item,
        map,
        timeout,
        fault: Cell::new(fault),
        rule,
        tries,
        state: state_of,
        on_load,
        on_error,
    };
    #[cfg(feature = "csr")]
    request::wire(request, root, shown, drawn, use_history);
    #[cfg(feature = "csr")]
    share::wire(root, drawn, bar.clone(), later);
    #[cfg(not(feature = "csr"))]
    let _ = (request, use_history);
    // The focus goes to the reader before the button under it goes: never to the top of the page.
    let retry = move || {
        root.focus();
        tries.update(|n| *n += 1);
    };
    let mut out = Vec::new();
    let element = Element::open(&mut out, "div");
    element.reach(root);
    element.put("class", "sf sf-reader");
    element.put("data-theme", Theme::of(theme.get()).as_str());
    if let Setting::Signal(_) = theme {
        effect(Box::new(move || root.set("data-theme", Some(Theme::of(theme.get()).as_str()))));
    }
    element.put("data-state", "idle");
    element.put("tabindex", "-1");
    let status = Element::open(element.children(), "p");
    status.put("class", "sf-status");
    status.put("part", "status");
    status.put("role", "status");
    let (words, asked) = (locale.clone(), state.clone());
    status.live(Box::new(move || {
        let text = match asked.get() {
            State::Idle => words.words.idle,
            State::Failed(error) => sentence(&error, &words),
            State::Ready(_) => share_said(said.get(), &words),
            State::Loading => "",
        };
        vec![Markup::Text(text.into())]
    }));
    element.live(Box::new(move || {
        let mut out: Nodes = Vec::new();
        let state = state.get();
        if !matches!(state, State::Ready(_)) {
            drawn.set(0);
        }
        said.set(0);
        match state {
            State::Idle => {}
            State::Loading => skeleton(&locale, &mut out),
            State::Ready(loaded) => {
                let article = &loaded.reading.article;
                let own = article.language().filter(|tag| follow_language && Locale::speaks(tag));
                let locale = own.map_or_else(|| locale.clone(), Locale::new);
                let level = heading_level.get() as u8;
                let reading = Arc::clone(&loaded.reading);
                let targets = share.says();
                let share = share::of_article(&loaded.reading, targets, &locale, hearers, later);
                let share = share.map(|share| (share, bar.clone()));
                let steps = steps(drawn);
                let at_once = steps.is_none();
                let read = Arc::clone(&reading);
                out = article_view(
                    reading,
                    locale.clone(),
                    now_ms(),
                    level,
                    (shown, later),
                    share,
                    steps,
                );
                debug::draw(debug, &loaded, &locale, later, &mut out);
                under.draw(read, locale, level, later, drawn, at_once, &mut out);
            }
            State::Failed(error) => failed(&error, &locale, Box::new(retry), &mut out),
        }
        out
    }));
    out
}

/// The rest of an article is drawn after its first paint; one that is drawn anew is drawn at once, where it is read.
fn steps(drawn: RwSignal<u32>) -> Option<Steps> {
    #[cfg(feature = "csr")]
    if drawn.get_untracked() == 0 {
        let steps = Steps::default();
        crate::browser::page::after_paint(Box::new(move || {
            steps.rest.try_set(1);
        }));
        effect(Box::new(move || {
            if steps.foot.try_get() == Some(1) {
                drawn.try_set(1);
            }
        }));
        return Some(steps);
    }
    let _ = drawn;
    None
}

fn now_ms() -> i64 {
    #[cfg(feature = "csr")]
    return crate::browser::page::now_ms();
    #[cfg(not(feature = "csr"))]
    0
}

/// What is asked for, and where the answer goes.
#[cfg_attr(not(feature = "csr"), allow(dead_code))]
struct Request {
    src: Source,
    data: Source,
    format: Source,
    item: Source,
    map: Source,
    timeout: Setting,
    fault: Cell<Option<String>>,
    rule: Option<Rule>,
    tries: RwSignal<u32>,
    state: Shared,
    on_load: Option<Hearer<Loaded>>,
    on_error: Option<Hearer<LoadError>>,
}
