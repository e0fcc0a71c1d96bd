//! The single-page app: one reader, its address from the page's query, its header in `index.html`.

use crate::browser::{listener::Listener, page};
use crate::i18n::{Locale, is_rtl, is_tag};
use crate::policy::may_open;
use crate::reader::{ArticleReader, ArticleReaderProps, Loaded, Rule};
use leptos::{mount::mount_to, prelude::*};
use std::sync::Arc;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, MouseEvent, window};

/// What is opened without `?src=`.
const SAMPLE: &str = "articles/report.json";

/// Mounts the reader into `#app` and keeps its address in step with the page's.
pub fn start() {
    let Some(place) = page::document().and_then(|d| d.get_element_by_id("app")) else {
        return;
    };
    // What stood there told the reader that the program was loading.
    place.set_text_content(None);
    // The app lives as long as its page: nothing is left to give back.
    mount_to(place.unchecked_into::<HtmlElement>(), app).forget();
}

fn app() -> AnyView {
    let src = RwSignal::new(source());
    let format = RwSignal::new(page::parameter("format").unwrap_or_default());
    mark_current();
    let follow = move || {
        src.set(source());
        format.set(page::parameter("format").unwrap_or_default());
        mark_current();
    };
    // Links to samples change the article without loading the page again.
    let links = page::document().map(|document| {
        Listener::new(document.as_ref(), "click", move |event| {
            let opened = event.dyn_ref::<MouseEvent>().is_some_and(|event| open_in_place(event));
            if opened {
                follow();
            }
        })
    });
    StoredValue::new_local(links);
    StoredValue::new_local(Listener::on_window("popstate", move |_| {
        if src.get_untracked() != source() {
            follow();
        }
    }));
    let rule: Rule =
        Arc::new(|url| may_open(url, &page::origin(), &page::meta("standfirst-origins")));
    let locale = page::document()
        .and_then(|d| d.document_element())
        .and_then(|html| page::language(&html))
        .map_or_else(Locale::default, |tag| Locale::new(&tag));
    ArticleReader(
        ArticleReaderProps::builder()
            .src(src)
            .format(format)
            .locale(locale)
            .follow_language(true)
            .use_history(true)
            .rule(Some(rule))
            .on_load(Some(Callback::new(arrived)))
            .on_error(None)
            .build(),
    )
}

fn source() -> Option<String> {
    Some(page::parameter("src").unwrap_or_else(|| SAMPLE.to_owned()))
}

/// Follows a plain press on a link to this page's own `?…`, as the history would.
fn open_in_place(event: &MouseEvent) -> bool {
    let modified = event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
    let link = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok())
        .and_then(|element| element.closest("a[href^=\"?\"]").ok().flatten())
        .and_then(|link| link.get_attribute("href"));
    let (Some(href), false, 0, Some(window)) = (link, modified, event.button(), window()) else {
        return false;
    };
    let pushed = window
        .history()
        .and_then(|history| history.push_state_with_url(&"".into(), "", Some(&href)))
        .is_ok();
    if pushed {
        event.prevent_default();
        window.scroll_to_with_x_and_y(0.0, 0.0);
        close_menu();
    }
    pushed
}

fn close_menu() {
    let menu = page::document().and_then(|d| d.query_selector("#samples[open]").ok().flatten());
    if let Some(menu) = menu {
        let _ = menu.remove_attribute("open");
    }
}

/// Tells the header's link to the present article from the others.
fn mark_current() {
    let Some(list) = page::document().and_then(|d| d.query_selector_all("#samples a").ok()) else {
        return;
    };
    let present = source().unwrap_or_default();
    for at in 0..list.length() {
        let Some(link) = list.item(at).and_then(|node| node.dyn_into::<Element>().ok()) else {
            continue;
        };
        let here =
            link.get_attribute("href").is_some_and(|href| href == ["?src=", &present].concat());
        let _ = if here {
            link.set_attribute("aria-current", "page")
        } else {
            link.remove_attribute("aria-current")
        };
    }
}

/// The page takes the article's title, language and direction, and goes to the place its address names.
fn arrived(loaded: Loaded) {
    let Some(document) = page::document() else {
        return;
    };
    let article = &loaded.reading.article;
    document.set_title(&article.headline);
    if let (Some(html), Some(tag)) =
        (document.document_element(), article.language().filter(|t| is_tag(t)))
    {
        let _ = html.set_attribute("lang", tag);
        let _ = html.set_attribute("dir", if is_rtl(tag) { "rtl" } else { "ltr" });
    }
}
