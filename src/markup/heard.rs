//! What a listener hears, and how a program reaches an element that is shown.

use leptos::prelude::*;
use leptos::tachys::renderer::types;
use leptos::task::spawn_local;
use leptos::wasm_bindgen::{JsCast, JsValue};
use leptos::web_sys::{
    Event, HtmlDialogElement, HtmlElement, HtmlInputElement, KeyboardEvent, PointerEvent,
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

    /// Keeps the browser from doing what it would do.
    pub fn prevent(&self) {
        if let Some(event) = self.0.dyn_ref::<Event>() {
            event.prevent_default();
        }
    }

    /// Pixels from the left of the window, for events of fingers and pens. A mouse selects words.
    pub fn x(&self) -> Option<i32> {
        let event = self.0.dyn_ref::<PointerEvent>()?;
        (event.pointer_type() != "mouse").then(|| event.client_x())
    }
}

/// A way to reach one element while it is shown. Before and after, and natively, nothing happens.
#[derive(Clone, Copy, Debug, PartialEq)]
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

    /// What it was made in has been drawn anew, or has ended.
    pub(super) fn is_gone(&self) -> bool {
        self.0.try_get_value().is_none()
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

    /// Presses the element, as the reader would.
    pub fn click(&self) {
        if let Some(element) = self.element() {
            element.unchecked_into::<HtmlElement>().click();
        }
    }

    /// Gives the element the focus if nothing has it any more.
    pub fn focus_if_lost(&self) {
        if document().active_element().is_none_or(|it| it.tag_name() == "BODY") {
            self.focus();
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

    /// Whether the element is what a selector says.
    pub fn is(&self, selector: &str) -> bool {
        self.element().is_some_and(|element| element.matches(selector).unwrap_or_default())
    }

    /// Gives the focus to another of the elements in it that `selector` names: the next by 1, the one before by
    /// -1, from the one that has it. After the last comes the first. Without a start, the first or last.
    pub fn focus_another(&self, selector: &str, by: i32, from_focus: bool) {
        #[cfg(feature = "csr")]
        if let Some(all) = self.element().and_then(|it| it.query_selector_all(selector).ok()) {
            let at = |n: u32| all.item(n).and_then(|node| node.dyn_into::<HtmlElement>().ok());
            let count = all.length();
            let focused = (0..count).find(|n| {
                from_focus && at(*n).is_some_and(|it| it.matches(":focus").unwrap_or_default())
            });
            let next = match focused {
                Some(n) => (n + count).wrapping_add_signed(by) % count,
                None if by > 0 => 0,
                None => count.wrapping_sub(1),
            };
            if let Some(element) = at(next) {
                let _ = element.focus();
            }
        }
        #[cfg(not(feature = "csr"))]
        let _ = (selector, by, from_focus);
    }

    /// Gives a field the focus, with all that stands in it selected, as soon as it is shown.
    pub fn select_when_shown(self) {
        spawn_local(async move {
            self.focus();
            if let Some(field) = self.element().map(JsCast::unchecked_into::<HtmlInputElement>) {
                field.select();
            }
        });
    }

    /// Gives the focus to the first of the elements in it that a selector names, as soon as they are drawn.
    pub fn focus_first_when_drawn(self, selector: &'static str) {
        spawn_local(async move { self.focus_another(selector, 1, false) });
    }

    /// Shows a popover that is not shown, or hides one that is. Where the browser has none, nothing comes of it.
    pub fn set_popover(&self, open: bool) {
        if let Some(element) = self.element().map(JsCast::unchecked_into::<HtmlElement>)
            && element.matches(":popover-open").is_ok_and(|is_open| is_open != open)
        {
            let _ = if open { element.show_popover() } else { element.hide_popover() };
        }
    }

    /// Sets a custom property.
    pub fn set_style(&self, name: &str, value: &str) {
        if let Some(element) = self.element().map(JsCast::unchecked_into::<HtmlElement>) {
            let _ = element.style().set_property(name, value);
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
