//! A place in the article that the page's address names: found, opened, brought into view and marked.

use super::page::fragment;
use js_sys::decode_uri_component;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

const MARK: &str = "data-linked";

/// Goes to the place that the page's address names, if it is in `root`. `is` says whether a text is the paragraph that a
/// fragment without an id means.
pub fn go(root: &Element, is: fn(&str, &str) -> bool) {
    each(root, "[data-linked]", |marked| {
        let _ = marked.remove_attribute(MARK);
        false
    });
    let fragment = fragment();
    let name = fragment.strip_prefix('#').unwrap_or_default();
    let name = decode_uri_component(name).map(String::from).unwrap_or_default();
    if name.is_empty() {
        return;
    }
    // Not a selector made of the name: it comes from outside.
    let found = each(root, "[id]", |it| it.id() == name).or_else(|| {
        each(root, "p, li, blockquote, figcaption, td, th", |it| {
            is(&it.text_content().unwrap_or_default(), &name)
        })
    });
    let Some(place) = found else {
        return;
    };
    let mut around = place.closest("details").ok().flatten();
    while let Some(details) = around {
        let _ = details.set_attribute("open", "");
        around = details.parent_element().and_then(|it| it.closest("details").ok().flatten());
    }
    let _ = place.set_attribute(MARK, "");
    let place = place.unchecked_into::<HtmlElement>();
    place.scroll_into_view();
    // Reading goes on from there, by keyboard and screen reader too.
    if !place.has_attribute("tabindex") {
        let _ = place.set_attribute("tabindex", "-1");
    }
    let _ = place.focus();
}

/// The first of the elements for which `is` holds.
fn each(root: &Element, selector: &str, is: impl Fn(&Element) -> bool) -> Option<Element> {
    let found = root.query_selector_all(selector).ok()?;
    (0..found.length())
        .filter_map(|at| found.item(at).and_then(|node| node.dyn_into::<Element>().ok()))
        .find(|element| is(element))
}
