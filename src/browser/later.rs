//! The rest of the program, where it is cut in two (`scripts/split.mjs`): the second part is fetched when it is needed.
//! Where nobody has said how it is fetched, the program is whole.

use js_sys::{Function, Promise};
use std::cell::RefCell;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};

thread_local! {
    /// How the rest is fetched; none where it is there.
    static FETCH: RefCell<Option<Function>> = const { RefCell::new(None) };
    /// Who is told when it has come.
    static TOLD: RefCell<Option<Box<dyn Fn()>>> = const { RefCell::new(None) };
}

/// Says how the rest is fetched: `fetch(true)` promises that it is there, and that [`arrived`] was called;
/// `fetch(false)` has it on its way.
pub fn fetched_by(fetch: Function) {
    FETCH.set(Some(fetch));
}

/// Who is told when the rest has come, instead of who was before.
pub fn tells(told: Box<dyn Fn()>) {
    TOLD.set(Some(told));
}

/// The rest has come.
pub fn arrived() {
    if FETCH.take().is_some() {
        TOLD.with_borrow(|told| told.as_ref().map(|told| told()));
    }
}

/// Whether the rest is there.
pub fn is_here() -> bool {
    FETCH.with_borrow(Option::is_none)
}

/// Fetches the rest, and says whether it is there. After a failure it may be asked for again.
pub async fn load() -> bool {
    let Some(promise) = ask(true) else {
        return is_here();
    };
    JsFuture::from(promise).await.is_ok()
}

/// [`load`] for those who do not wait.
pub fn then(does: Box<dyn FnOnce(bool)>) {
    spawn_local(async move { does(load().await) });
}

/// Has the rest on its way.
pub fn ahead() {
    ask(false);
}

fn ask(now: bool) -> Option<Promise> {
    let fetch = FETCH.with_borrow(Option::clone)?;
    fetch.call1(&JsValue::NULL, &now.into()).ok()?.dyn_into().ok()
}
