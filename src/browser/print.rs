//! Print shows everything: lazy pictures are fetched, and what is folded is opened until it is done.

use super::listener::Listener;
use wasm_bindgen::JsCast;
use web_sys::Element;

const OPENED: &str = "data-sf-opened";

/// Prepares `root` whenever the page is printed, for as long as both listeners live.
pub fn open_for_print(root: &Element) -> Option<[Listener; 2]> {
    let before = root.clone();
    let after = root.clone();
    Some([
        Listener::on_window("beforeprint", move |_| {
            each(&before, "img[loading=lazy]", |img| set(img, "loading", "eager"));
            each(&before, "details:not([open])", |details| {
                set(details, "open", "");
                set(details, OPENED, "");
            });
        })?,
        Listener::on_window("afterprint", move |_| {
            each(&after, "details[data-sf-opened]", |details| {
                let _ = details.remove_attribute("open");
                let _ = details.remove_attribute(OPENED);
            });
        })?,
    ])
}

fn set(element: &Element, name: &str, value: &str) {
    let _ = element.set_attribute(name, value);
}

fn each(root: &Element, selector: &str, does: impl Fn(&Element)) {
    let Ok(found) = root.query_selector_all(selector) else {
        return;
    };
    for at in 0..found.length() {
        if let Some(element) = found.item(at).and_then(|node| node.dyn_into::<Element>().ok()) {
            does(&element);
        }
    }
}
