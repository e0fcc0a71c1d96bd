//! Long work in slices, so that the page can paint and answer between them.

use super::page::{after_paint, now_ms};
use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::window;

/// Milliseconds of one slice: with what the browser does after it, the layout above all, less than the 50 that make a
/// page feel stuck. Smaller ones cost more in all, since the browser looks at every thread between them.
const SLICE: i64 = 10;

/// Calls `some` until it says that there is no more. It is handed what tells when a slice is over.
pub async fn through(mut some: impl FnMut(&dyn Fn() -> bool) -> bool) {
    loop {
        let end = now_ms() + SLICE;
        if !some(&|| now_ms() >= end) {
            return;
        }
        pause().await;
    }
}

/// Lets the page do what waits: by its scheduler, which comes back before other work, or by a timer.
pub async fn pause() {
    let member = |of: &JsValue, name| Reflect::get(of, &JsValue::from_str(name)).ok();
    let scheduler = member(&js_sys::global(), "scheduler").filter(JsValue::is_object);
    let come_back =
        scheduler.as_ref().and_then(|it| member(it, "yield")?.dyn_into::<Function>().ok());
    let promise = match (&scheduler, come_back) {
        (Some(scheduler), Some(come_back)) => come_back.call0(scheduler).ok(),
        _ => None,
    };
    let promise = promise.and_then(|promise| promise.dyn_into::<Promise>().ok());
    let timer = || {
        Promise::new(&mut |done, _| {
            if let Some(window) = window() {
                let _ = window.set_timeout_with_callback(&done);
            }
        })
    };
    let _ = JsFuture::from(promise.unwrap_or_else(timer)).await;
}

/// Waits until what is on the page now has been painted, and the work of that frame is over.
pub async fn painted() {
    let painted = Promise::new(&mut |done, _| {
        after_paint(Box::new(move || {
            let _ = done.call0(&JsValue::NULL);
        }));
    });
    let _ = JsFuture::from(painted).await;
    pause().await;
}
