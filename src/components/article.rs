//! The whole article.

use super::page::{Page, Shown};
use super::{article_foot, article_head, body, lightbox};
use crate::content::model::{Article, Direction};
use crate::draw;
use crate::i18n::{Locale, is_rtl, is_tag};
use crate::markup::Nodes;
use leptos::prelude::*;

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
    let view = article_view(&article, locale, now_ms, heading_level, RwSignal::new(0));
    let mut out = Vec::new();
    draw!(&mut out; div class="sf" data-theme=theme { (view) });
    out
}

/// The markup of the article. `shown` opens the lightbox on one of its pictures, and says which is open.
pub fn article_view(
    article: &Article,
    locale: Locale,
    now_ms: i64,
    heading_level: u8,
    shown: Shown,
) -> Nodes {
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
    };
    let mut out = Vec::new();
    draw!((&mut out);
        article class="sf-article" part="article" lang=language dir=(direction(article)) {
            do (|out: &mut Nodes| article_head::head(&mut page, article, out))
            div class="sf-body" part="body" {
                if let Some(place) = (&article.dateline) { p class="sf-dateline" { (place) } }
                do (|out: &mut Nodes| body::blocks(&mut page, &article.body, out))
            }
            do (|out: &mut Nodes| article_foot::foot(&mut page, article, out))
            do (|out: &mut Nodes| if !page.pictures.is_empty() {
                let pictures = std::mem::take(&mut page.pictures);
                let rtl = direction(article).map_or_else(|| is_rtl(&page.locale.tag), |dir| dir == "rtl");
                lightbox::lightbox(pictures, page.shown, page.locale.clone(), rtl, out);
            })
        }
    );
    out
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
