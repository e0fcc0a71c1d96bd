//! Whether something comes near to what the reader sees.

use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{Element, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit};

/// Watches while it lives.
pub struct Near {
    observer: IntersectionObserver,
    _seen: Closure<dyn FnMut(Array)>,
}

impl Near {
    /// Calls `then` each time that the element comes within `pixels` of the window. A browser that cannot tell, or a
    /// page that has taken it away, gets one call at once.
    pub fn watch(element: &Element, pixels: u32, mut then: impl FnMut() + 'static) -> Option<Near> {
        let options = IntersectionObserverInit::new();
        options.set_root_margin(&[crate::text::digits(pixels).as_str(), "px"].concat());
        let is_there =
            js_sys::Reflect::has(&js_sys::global(), &JsValue::from_str("IntersectionObserver"));
        if is_there != Ok(true) {
            then();
            return None;
        }
        let seen = Closure::<dyn FnMut(Array)>::new(move |entries: Array| {
            let last: IntersectionObserverEntry = entries.at(-1).unchecked_into();
            if last.is_intersecting() {
                then();
            }
        });
        let observer =
            IntersectionObserver::new_with_options(seen.as_ref().unchecked_ref(), &options).ok()?;
        observer.observe(element);
        Some(Near { observer, _seen: seen })
    }
}

impl Drop for Near {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
