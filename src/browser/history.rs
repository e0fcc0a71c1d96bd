//! Back closes what is open, where the page lets us write its history: in the app, never when embedded.

use super::listener::Listener;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsValue;

/// An entry of the history that stands for something open. Dropped while it is still the present one, it
/// goes back.
pub struct BackEntry {
    _listener: Listener,
    gone: Rc<Cell<bool>>,
}

impl BackEntry {
    /// Adds the entry; `back` is called when the reader has left it by Back.
    pub fn push(mut back: impl FnMut() + 'static) -> Option<Self> {
        let history = web_sys::window()?.history().ok()?;
        history.push_state(&JsValue::NULL, "").ok()?;
        let gone = Rc::new(Cell::new(false));
        let left = gone.clone();
        let listener = Listener::on_window("popstate", move |_| {
            if !left.replace(true) {
                back();
            }
        })?;
        Some(BackEntry { _listener: listener, gone })
    }
}

impl Drop for BackEntry {
    fn drop(&mut self) {
        if !self.gone.replace(true)
            && let Some(history) = web_sys::window().and_then(|w| w.history().ok())
        {
            let _ = history.back();
        }
    }
}
