//! What the page says: its address, language, list of origins.

use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Document, Element, Url, window};

/// The document.
pub fn document() -> Option<Document> {
    window()?.document()
}

/// An address as the page resolves it. None for what is no address of http or https.
pub fn resolve(address: &str) -> Option<String> {
    let base = document()?.base_uri().ok()??;
    let url = Url::new_with_base(address.trim_ascii(), &base).ok()?;
    matches!(url.protocol().as_str(), "http:" | "https:").then(|| url.href())
}

/// The address that relative ones of the page start from.
pub fn base() -> String {
    document().and_then(|document| document.base_uri().ok().flatten()).unwrap_or_default()
}

/// The page's own origin.
pub fn origin() -> String {
    window().and_then(|w| w.location().origin().ok()).unwrap_or_default()
}

/// The page's own address: the canonical one, where it says one, without the fragment.
pub fn address() -> String {
    let canonical = document()
        .and_then(|document| document.query_selector("link[rel=canonical]").ok().flatten())
        .and_then(|link| link.get_attribute("href"))
        .and_then(|address| resolve(&address));
    let address = canonical.or_else(|| window()?.location().href().ok()).unwrap_or_default();
    address.split('#').next().unwrap_or_default().to_owned()
}

/// Whether a finger points, not a mouse.
pub fn is_touch() -> bool {
    let coarse = window().and_then(|window| window.match_media("(pointer: coarse)").ok().flatten());
    coarse.is_some_and(|query| query.matches())
}

/// Opens an address in another tab, which learns nothing of this page.
pub fn open(address: &str) {
    if let Some(window) = window() {
        // By design nothing comes back: there is no window to hold on to.
        let _ =
            window.open_with_url_and_target_and_features(address, "_blank", "noopener,noreferrer");
    }
}

/// The content of a `<meta name=…>`.
pub fn meta(name: &str) -> String {
    let selector = ["meta[name=\"", name, "\"]"].concat();
    document()
        .and_then(|document| document.query_selector(&selector).ok().flatten())
        .and_then(|meta| meta.get_attribute("content"))
        .unwrap_or_default()
}

/// A text of an address with its percent signs decoded; as it stands where they are wrong.
pub fn decoded(text: &str) -> String {
    js_sys::decode_uri_component(text).map_or_else(|_| text.to_owned(), String::from)
}

/// A parameter of the page's query, decoded.
pub fn parameter(name: &str) -> Option<String> {
    let search = window()?.location().search().ok()?;
    web_sys::UrlSearchParams::new_with_str(&search)
        .ok()?
        .get(name)
        .filter(|value| !value.is_empty())
}

/// The fragment of the page's address, with its `#`.
pub fn fragment() -> String {
    window().and_then(|w| w.location().hash().ok()).unwrap_or_default()
}

/// The language of an element: its own or that of the nearest ancestor, also out of a shadow root.
pub fn language(element: &Element) -> Option<String> {
    let mut at = Some(element.clone());
    while let Some(element) = at {
        if let Some(found) = element.closest("[lang]").ok().flatten() {
            return found.get_attribute("lang").filter(|lang| !lang.is_empty());
        }
        at = element.get_root_node().dyn_into::<web_sys::ShadowRoot>().ok().map(|root| root.host());
    }
    None
}

/// What stands before a fragment that is to lead to a place in this page: nothing, or where the page starts its
/// addresses elsewhere (`<base>`), its own address.
pub fn before_fragment() -> String {
    let here = window().and_then(|window| window.location().href().ok()).unwrap_or_default();
    let bare = |address: &str| address.split('#').next().unwrap_or_default().to_owned();
    if bare(&base()) == bare(&here) { String::new() } else { bare(&here) }
}

/// What stands behind a prefix in the page's fragment, decoded.
pub fn linked(prefix: &str) -> Option<String> {
    let fragment = fragment();
    let name = js_sys::decode_uri_component(fragment.strip_prefix(prefix)?);
    name.ok().map(String::from)
}

/// Calls after what is on the page now has been painted; at once in a page that nobody sees, which paints nothing.
pub fn after_paint(then: Box<dyn FnOnce()>) {
    if document().is_none_or(|document| document.hidden()) {
        return then();
    }
    // The first call is before the paint, the second before the next.
    frame(move || frame(then));
}

fn frame(then: impl FnOnce() + 'static) {
    if let Some(window) = window() {
        // Fails only in a window that has gone.
        let _ = window.request_animation_frame(Closure::once_into_js(then).unchecked_ref());
    }
}

/// The clock of the page, in milliseconds since 1970.
pub fn now_ms() -> i64 {
    js_sys::Date::now() as i64
}
