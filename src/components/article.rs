//! The whole article.

use super::later::Later;
use super::page::{Page, Shown};
use super::passage::PassageBar;
use super::share::Share;
use super::{article_foot, article_head, body, lightbox};
use crate::content::formats::{Format, Reading, Unread};
use crate::content::model::{Article, Direction};
use crate::draw;
use crate::i18n::{Locale, is_rtl, is_tag};
use crate::markup::{Element, Nodes, Value};
use leptos::prelude::*;
use std::sync::{Arc, Mutex};

/// An article as a newspaper page, from data that is there already. [`crate::ArticleReader`] fetches it.
#[component]
pub fn ArticleView(
    /// The article, prepared by [`crate::content::enhance::enhance`].
    article: Article,
    /// The language of the interface and of dates. English if none is given.
    #[prop(optional)]
    locale: Locale,
    /// The time that ages are counted from, in milliseconds since 1970. With 0 every date is absolute.
    #[prop(optional)]
    now_ms: i64,
    /// The heading level of the headline: 1 (the default) to 4.
    #[prop(default = 1)]
    heading_level: u8,
    /// Light, dark, or as the device says.
    #[prop(default = "auto")]
    theme: &'static str,
) -> Nodes {
    let reading = Reading {
        article,
        format: Format::Canonical,
        problems: Vec::new(),
        unread: Unread::default(),
    };
    let view = article_view(
        Arc::new(reading),
        locale,
        now_ms,
        heading_level,
        (RwSignal::new(0), Later::whole()),
        None,
        None,
    );
    let mut out = Vec::new();
    draw!(&mut out; div class="sf" data-theme=theme { (view) });
    out
}

/// The blocks that are drawn at once: the first screen, on all but the largest.
const FIRST: usize = 5;

/// An article that is drawn in two steps, so that its head and first lines are on the page before the browser lays out
/// the rest. A phone that is four times slower than a desk shows them a fifth of a second earlier.
#[derive(Clone, Copy)]
pub struct Steps {
    /// 1 draws the rest of the body.
    pub rest: RwSignal<u32>,
    /// 1 draws what stands under the body; the rest of the body sets it.
    pub foot: RwSignal<u32>,
}

impl Default for Steps {
    fn default() -> Self {
        Steps { rest: RwSignal::new(0), foot: RwSignal::new(0) }
    }
}

/// The markup of the article. `shown` opens the lightbox on one of its pictures, and says which is open. Without
/// `steps` all of it is drawn at once.
pub fn article_view(
    reading: Arc<Reading>,
    locale: Locale,
    now_ms: i64,
    heading_level: u8,
    (shown, later): (Shown, Later),
    share: Option<(Share, PassageBar)>,
    steps: Option<Steps>,
) -> Nodes {
    let article = &reading.article;
    let language = article.language().filter(|tag| is_tag(tag)).map(str::to_owned);
    let speaks = |tag: &String| {
        tag.split('-').next().is_some_and(|tag| tag.eq_ignore_ascii_case(locale.words.language))
    };
    let tongue =
        language.as_ref().filter(|tag| !speaks(tag)).map(|_| locale.words.language.to_owned());
    let mut page = Page {
        tongue,
        locale,
        now_ms,
        headline_level: heading_level.clamp(1, 4),
        under: 1,
        pictures: Vec::new(),
        shown,
        later,
        share: share.as_ref().map(|(share, _)| share.clone()),
    };
    let mut out = Vec::new();
    let whole = Element::open(&mut out, "article\0class=sf-article");
    whole.put("part", "article");
    language.put("lang", whole);
    direction(article).put("dir", whole);
    article_head::head(&mut page, article, whole.children());
    let body = Element::open(whole.children(), "div\0class=sf-body");
    body.put("part", "body");
    if let Some(place) = &article.dateline {
        draw!((body.children()); p class="sf-dateline" { (place) });
    }
    let bar = share.map(|(_, bar)| bar);
    let (first, last) = article.body.split_at(article.body.len().min(FIRST));
    body::some(&mut page, first, body.children());
    let Some(Steps { rest, foot: end }) = steps.filter(|_| !last.is_empty()) else {
        body::some(&mut page, last, body.children());
        foot(&mut page, article, bar.as_ref(), whole.children());
        if let Some(steps) = steps {
            steps.foot.set(1);
        }
        return out;
    };
    let kept = Arc::new(Mutex::new(page));
    let (last_page, last_reading) = (Arc::clone(&kept), Arc::clone(&reading));
    // A drawing that is replaced may still be called: its signals are gone then.
    body.live(Box::new(move || {
        let mut out = Vec::new();
        if rest.try_get() == Some(1)
            && let Ok(mut page) = last_page.lock()
        {
            let last = last_reading.article.body.get(FIRST..).unwrap_or_default();
            body::some(&mut page, last, &mut out);
            end.try_set(1);
        }
        out
    }));
    whole.live(Box::new(move || {
        let mut out = Vec::new();
        if end.try_get() == Some(1)
            && let Ok(mut page) = kept.lock()
        {
            foot(&mut page, &reading.article, bar.as_ref(), &mut out);
        }
        out
    }));
    out
}

/// What stands under the body, and the pictures of all of the article in the lightbox.
fn foot(page: &mut Page, article: &Article, bar: Option<&PassageBar>, out: &mut Nodes) {
    page.under = 1;
    article_foot::foot(page, article, out);
    if let Some(share) = &page.share {
        share.place(bar.cloned(), out);
    }
    if page.pictures.is_empty() {
        return;
    }
    let pictures = std::mem::take(&mut page.pictures);
    let rtl = direction(article).map_or_else(|| is_rtl(&page.locale.tag), |dir| dir == "rtl");
    let (later, shown, locale) = (page.later, page.shown, page.locale.clone());
    let pictures = Arc::new(pictures);
    let place = Element::open(out, "div");
    place.live(Box::new(move || {
        let mut out = Vec::new();
        if later.here.try_get() == Some(1) {
            lightbox::lightbox(&pictures, shown, &locale, rtl, &mut out);
        }
        out
    }));
}

/// The article's own direction, or that of its language; none where neither is known: the page's.
fn direction(article: &Article) -> Option<&'static str> {
    let given = article.dir.map(Direction::word);
    given.or_else(|| {
        article
            .language()
            .filter(|tag| is_tag(tag))
            .map(|tag| if is_rtl(tag) { "rtl" } else { "ltr" })
    })
}
