//! A listener outside our own part of the page, removed when it is dropped.

use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Event, EventTarget};

/// Listens while it lives.
pub struct Listener {
    target: EventTarget,
    name: &'static str,
    heard: Closure<dyn FnMut(Event)>,
}

impl Listener {
    /// Listens to an event of `target`, which outlives the component that listens.
    pub fn new(
        target: &EventTarget,
        name: &'static str,
        heard: impl FnMut(Event) + 'static,
    ) -> Self {
        let heard = Closure::<dyn FnMut(Event)>::new(heard);
        // Fails only for a name that no browser takes.
        let _ = target.add_event_listener_with_callback(name, heard.as_ref().unchecked_ref());
        Listener { target: target.clone(), name, heard }
    }

    /// Listens to an event of the window. None where there is none.
    pub fn on_window(name: &'static str, heard: impl FnMut(Event) + 'static) -> Option<Self> {
        Some(Self::new(web_sys::window()?.as_ref(), name, heard))
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        let heard = self.heard.as_ref().unchecked_ref();
        let _ = self.target.remove_event_listener_with_callback(self.name, heard);
    }
}
