//! The single-page app: one reader, its address from the page's query, its header in `index.html`. Under `#icons`
//! the gallery of icons stands in its place, a program of its own, so that readers of articles do not load it.
//!
//! Links to other articles are plain links: the page is small and cached, and the browser's own history,
//! scroll position and failure pages come with them.

use crate::browser::page;
use crate::i18n::{Locale, is_rtl, is_tag};
use crate::icons::{self, draw_shape, shape::Shape};
use crate::markup::Nodes;
use crate::policy::may_open;
use crate::reader::{ArticleReader, ArticleReaderProps, Hearer, Loaded, Rule};
use leptos::mount::mount_to;
use std::sync::Arc;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// What is opened without `?src=`.
const SAMPLE: &str = "articles/report.json";

/// Mounts the reader into `#app`, unless that is the gallery's, and the icons of the header into their places.
pub fn start() {
    mark("samples-mark", icons::MENU.shape());
    mark("icons-mark", icons::SEARCH.shape());
    if page::fragment() != "#icons" {
        mount("app", Box::new(app));
    }
}

fn mark(id: &str, shape: &'static Shape) {
    mount(
        id,
        Box::new(move || {
            let mut out = Vec::new();
            draw_shape(&mut out, shape);
            out
        }),
    );
}

fn mount(id: &str, draw: Box<dyn FnOnce() -> Nodes>) {
    let Some(place) = page::document().and_then(|d| d.get_element_by_id(id)) else {
        return;
    };
    // What stood there told the reader that the program was loading.
    place.set_text_content(None);
    // The app lives as long as its page: nothing is left to give back.
    mount_to(place.unchecked_into::<HtmlElement>(), draw).forget();
}

fn app() -> Nodes {
    let source = page::parameter("src").unwrap_or_else(|| SAMPLE.to_owned());
    mark_current(&source);
    let rule: Rule =
        Arc::new(|url| may_open(url, &page::origin(), &page::meta("standfirst-origins")));
    let html = page::document().and_then(|document| document.document_element());
    let language = html.and_then(|html| html.get_attribute("lang")).unwrap_or_default();
    ArticleReader(
        ArticleReaderProps::builder()
            .src(source)
            .format(page::parameter("format").unwrap_or_default())
            .item(page::parameter("item").unwrap_or_default())
            .map(page::parameter("map").unwrap_or_default())
            .debug(u32::from(page::parameter("debug").is_some()))
            .locale(Locale::new(&language))
            .follow_language(true)
            .use_history(true)
            .comments(page::parameter("comments").unwrap_or_default())
            .comment_keys(true)
            .rule(Some(rule))
            .on_load(Some(Hearer::new(arrived)))
            .fault(None)
            .on_error(None)
            .on_share(None)
            .on_shared(None)
            .on_comments_load(None)
            .on_comment_toggle(None)
            .build(),
    )
}

/// Tells the header's link to the present article from the others.
fn mark_current(source: &str) {
    let plain: String = source.chars().filter(|c| *c != '"' && *c != '\\').collect();
    let selector = ["#samples a[href=\"?src=", &plain, "\"]"].concat();
    let link = page::document().and_then(|d| d.query_selector(&selector).ok().flatten());
    if let Some(link) = link {
        let _ = link.set_attribute("aria-current", "page");
    }
}

/// The page takes the article's title, language and direction.
fn arrived(loaded: Loaded) {
    let Some(document) = page::document() else {
        return;
    };
    let article = &loaded.reading.article;
    document.set_title(&article.headline);
    let tag = article.language().filter(|tag| is_tag(tag));
    if let (Some(html), Some(tag)) = (document.document_element(), tag) {
        let _ = html.set_attribute("lang", tag);
        let _ = html.set_attribute("dir", if is_rtl(tag) { "rtl" } else { "ltr" });
    }
}
