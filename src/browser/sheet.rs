//! The device's own share sheet (Web Share), which the browser may lack or refuse.

use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::window;

fn function(name: &str) -> Option<(JsValue, Function)> {
    let navigator: JsValue = window()?.navigator().into();
    let found = Reflect::get(&navigator, &JsValue::from_str(name)).ok()?;
    Some((navigator, found.dyn_into().ok()?))
}

/// Whether there is one.
pub fn is_there() -> bool {
    function("share").is_some()
}

/// Opens the sheet for the members `title`, `text` and `url`, and says what came of it: `shared`, `cancelled` by the
/// reader, or `refused` by the browser. A promise that is never settled says nothing.
pub fn share(members: &[(&str, &str)], then: Box<dyn FnOnce(&'static str)>) {
    let data = Object::new();
    for (name, value) in members.iter().filter(|(_, value)| !value.is_empty()) {
        let _ = Reflect::set(&data, &JsValue::from_str(name), &JsValue::from_str(value));
    }
    // Asked with the data itself: some would take none of it.
    let able = function("canShare").is_none_or(|(navigator, can)| {
        can.call1(&navigator, &data).is_ok_and(|answer| answer.is_truthy())
    });
    let opened = function("share").filter(|_| able);
    let opened = opened.and_then(|(navigator, share)| share.call1(&navigator, &data).ok());
    let promise = opened.and_then(|promise| promise.dyn_into::<Promise>().ok());
    // Never before the press is through: what hears it may press again.
    spawn_local(async move {
        let Some(promise) = promise else {
            return then("refused");
        };
        then(match JsFuture::from(promise).await {
            Ok(_) => "shared",
            Err(error) => {
                let name = Reflect::get(&error, &JsValue::from_str("name")).ok();
                let aborted = name.and_then(|name| name.as_string());
                if aborted.as_deref() == Some("AbortError") { "cancelled" } else { "refused" }
            }
        });
    });
}
