//! What a listener hears, and how a program reaches an element that is shown.

use leptos::prelude::*;
use leptos::tachys::renderer::types;
use leptos::wasm_bindgen::{JsCast, JsValue};
use leptos::web_sys::{
    HtmlDialogElement, HtmlElement, HtmlInputElement, KeyboardEvent, PointerEvent,
};

/// Runs now and whenever a signal that it reads has changed. By pointer: the machinery of an effect is
/// there once, not once an effect.
pub fn effect(run: Box<dyn Fn()>) {
    Effect::new(run);
}

/// An event of the page.
pub struct Heard(pub(super) JsValue);

impl Heard {
    /// The key, for events of the keyboard. With Alt, Control or Meta it is the browser's own.
    pub fn key(&self) -> Option<String> {
        let event = self.0.dyn_ref::<KeyboardEvent>()?;
        let modified = event.alt_key() || event.ctrl_key() || event.meta_key();
        (!modified).then(|| event.key())
    }

    /// Pixels from the left of the window, for events of fingers and pens. A mouse selects words.
    pub fn x(&self) -> Option<i32> {
        let event = self.0.dyn_ref::<PointerEvent>()?;
        (event.pointer_type() != "mouse").then(|| event.client_x())
    }
}

/// A way to reach one element while it is shown. Before and after, and natively, nothing happens.
#[derive(Clone, Copy, Debug)]
pub struct Handle(StoredValue<Option<types::Element>, LocalStorage>);

impl Default for Handle {
    fn default() -> Self {
        Handle(StoredValue::new_local(None))
    }
}

impl Handle {
    pub(super) fn reached(&self, element: &types::Element) {
        self.0.try_set_value(Some(element.clone()));
    }

    /// The element, while it is shown.
    pub fn element(&self) -> Option<types::Element> {
        self.0.try_get_value().flatten()
    }

    /// Gives the element the focus.
    pub fn focus(&self) {
        if let Some(element) = self.element() {
            // Fails only for what cannot take it.
            let _ = element.unchecked_into::<HtmlElement>().focus();
        }
    }

    /// Sets an attribute, or takes it away.
    #[inline(never)]
    pub fn set(&self, name: &str, value: Option<&str>) {
        if let Some(element) = self.element() {
            let _ = match value {
                Some(value) => element.set_attribute(name, value),
                None => element.remove_attribute(name),
            };
        }
    }

    /// What a field or a choice holds.
    pub fn value(&self) -> String {
        let field = self.element().map(JsCast::unchecked_into::<HtmlInputElement>);
        field.map(|field| field.value()).unwrap_or_default()
    }

    /// Opens a modal dialog, or closes it.
    pub fn set_modal(&self, open: bool) {
        if let Some(dialog) = self.element().map(JsCast::unchecked_into::<HtmlDialogElement>) {
            if open && !dialog.open() {
                // Refused only where the dialog is not in a page.
                let _ = dialog.show_modal();
            } else if !open && dialog.open() {
                dialog.close();
            }
        }
    }
}

/// Chromium holds a lazy picture with `sizes=auto` that was never fetched, and all of the tree around it: 286 nodes
/// a drawing. Without addresses it asks for nothing more.
pub(super) fn let_go(root: &types::Element) {
    #[cfg(feature = "csr")]
    if let Ok(images) = root.query_selector_all("img") {
        for at in 0..images.length() {
            if let Some(image) = images.item(at).map(JsCast::unchecked_into::<HtmlElement>) {
                for name in ["src", "srcset", "sizes", "loading"] {
                    let _ = image.remove_attribute(name);
                }
            }
        }
    }
    #[cfg(not(feature = "csr"))]
    let _ = root;
}
