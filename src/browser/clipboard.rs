//! The clipboard, which the browser may refuse: without a press, on a page without https, or by its policy.

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Clipboard, window};

/// Writes a text to the clipboard and then says whether that worked.
#[inline(never)]
pub fn write(text: String, then: Box<dyn FnOnce(bool)>) {
    spawn_local(async move {
        let clipboard = window().map(|window| JsValue::from(window.navigator().clipboard()));
        // A page without https has none.
        let clipboard =
            clipboard.filter(JsValue::is_object).map(JsCast::unchecked_into::<Clipboard>);
        let written = match clipboard {
            Some(clipboard) => JsFuture::from(clipboard.write_text(&text)).await.is_ok(),
            None => false,
        };
        then(written);
    });
}
