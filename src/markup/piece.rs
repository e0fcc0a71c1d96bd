//! Elements of the page one by one, for what is too long for a tree: ten thousand comments.
//!
//! A tree of [`Nodes`] is built once as a pattern; each row is a copy of it, filled in place. A copy with six texts
//! costs a third of the same row built from nodes, and nothing of it is kept in the program's memory but what is asked
//! for. Nothing here listens: rows are heard by one listener around all of them.

use super::{Heard, Markup, Nodes};
use leptos::tachys::renderer::{Rndr, types};
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Event, HtmlElement, KeyboardEvent, Node, ShadowRoot};

/// An element of the page. What is asked of one that is not there does nothing.
#[derive(Clone, Debug, PartialEq)]
pub struct Piece(types::Element);

impl Piece {
    /// Builds the first element of a tree, with what stands in it; its listeners are not wired.
    pub fn build(nodes: Nodes) -> Option<Piece> {
        nodes.into_iter().find_map(|node| match node {
            Markup::Element(element) => Some(Piece(element.still())),
            _ => None,
        })
    }

    /// Another one like it, with all that stands in it.
    #[inline(never)]
    pub fn copy(&self) -> Option<Piece> {
        self.0.clone_node_with_deep(true).ok()?.dyn_into().ok().map(Piece)
    }

    /// The first element in it.
    #[inline(never)]
    pub fn first(&self) -> Option<Piece> {
        self.0.first_element_child().map(Piece)
    }

    /// The last element in it.
    #[inline(never)]
    pub fn last(&self) -> Option<Piece> {
        self.0.last_element_child().map(Piece)
    }

    /// The element after it.
    #[inline(never)]
    pub fn next(&self) -> Option<Piece> {
        self.0.next_element_sibling().map(Piece)
    }

    /// The element before it.
    pub fn before(&self) -> Option<Piece> {
        self.0.previous_element_sibling().map(Piece)
    }

    /// The first element in it that a selector names.
    #[inline(never)]
    pub fn find(&self, selector: &str) -> Option<Piece> {
        self.0.query_selector(selector).ok().flatten().map(Piece)
    }

    /// It, or the nearest element around it that a selector names.
    #[inline(never)]
    pub fn up(&self, selector: &str) -> Option<Piece> {
        self.0.closest(selector).ok().flatten().map(Piece)
    }

    /// Whether a selector names it.
    pub fn is(&self, selector: &str) -> bool {
        self.0.matches(selector).unwrap_or_default()
    }

    /// Says what stands in it, in place of all that did.
    #[inline(never)]
    pub fn say(&self, text: &str) {
        self.0.set_text_content(Some(text));
    }

    /// Its id.
    pub fn id(&self) -> String {
        self.0.id()
    }

    /// Gives it an id.
    #[inline(never)]
    pub fn name(&self, id: &str) {
        self.0.set_id(id);
    }

    /// The value of an attribute.
    pub fn get(&self, name: &str) -> Option<String> {
        self.0.get_attribute(name)
    }

    /// Sets an attribute.
    #[inline(never)]
    pub fn put(&self, name: &str, value: &str) {
        let _ = self.0.set_attribute(name, value);
    }

    /// Sets an attribute, or takes it away.
    #[inline(never)]
    pub fn set(&self, name: &str, value: Option<&str>) {
        match value {
            Some(value) => self.put(name, value),
            None => {
                let _ = self.0.remove_attribute(name);
            }
        }
    }

    /// Sets a custom property, which no Content-Security-Policy stops.
    #[inline(never)]
    pub fn set_style(&self, name: &str, value: &str) {
        if let Some(element) = self.0.dyn_ref::<HtmlElement>() {
            let _ = element.style().set_property(name, value);
        }
    }

    /// Puts a piece at its end, wherever that stood before.
    #[inline(never)]
    pub fn append(&self, piece: &Piece) {
        let _ = self.0.append_child(&piece.0);
    }

    /// Puts a piece before one that stands in it.
    #[inline(never)]
    pub fn insert(&self, piece: &Piece, before: &Piece) {
        let _ = self.0.insert_before(&piece.0, Some(&before.0));
    }

    /// Builds nodes at its end, or before something that stands in it; their listeners are not wired.
    #[inline(never)]
    pub fn add(&self, nodes: Nodes, before: Option<&Piece>) {
        let before = before.map(|piece| -> &Node { &piece.0 });
        for node in nodes {
            let _ = match node {
                Markup::Text(text) => self.0.insert_before(&Rndr::create_text_node(&text), before),
                Markup::Element(element) => self.0.insert_before(&element.still(), before),
                // Nothing in a row lives, and what would has no place in one.
                #[cfg(not(feature = "embed"))]
                Markup::View(_) => continue,
            };
        }
    }

    /// Takes it out of the page.
    pub fn remove(&self) {
        self.0.remove();
    }

    /// Pixels from the upper edge of the window to its own.
    pub fn top(&self) -> f64 {
        #[cfg(feature = "csr")]
        return self.0.get_bounding_client_rect().top();
        #[cfg(not(feature = "csr"))]
        0.0
    }

    /// Moves the window by so many pixels; less than one moves nothing.
    pub fn scroll_by(&self, pixels: f64) {
        #[cfg(feature = "csr")]
        if pixels.abs() >= 1.0 {
            let options = leptos::web_sys::ScrollToOptions::new();
            options.set_top(pixels);
            // Not as the page scrolls otherwise: this keeps something where it is.
            options.set_behavior(leptos::web_sys::ScrollBehavior::Instant);
            leptos::prelude::window().scroll_by_with_scroll_to_options(&options);
        }
        #[cfg(not(feature = "csr"))]
        let _ = pixels;
    }

    /// Pixels that it is wide.
    pub fn width(&self) -> f64 {
        #[cfg(feature = "csr")]
        return self.0.get_bounding_client_rect().width();
        #[cfg(not(feature = "csr"))]
        0.0
    }

    /// Gives it the focus, and brings it into view.
    pub fn focus(&self) {
        if let Some(element) = self.0.dyn_ref::<HtmlElement>() {
            let _ = element.focus();
        }
    }

    /// Brings it into view.
    pub fn reveal(&self) {
        self.0.scroll_into_view();
    }

    /// What has the focus in its part of the page, the shadow tree if it stands in one.
    pub fn focused(&self) -> Option<Piece> {
        let focused = match self.0.get_root_node().dyn_into::<ShadowRoot>() {
            Ok(shadow) => shadow.active_element(),
            Err(_) => self.0.owner_document()?.active_element(),
        };
        focused.map(Piece)
    }

    /// Whether another piece stands in it, or is it.
    pub fn holds(&self, other: &Piece) -> bool {
        self.0.contains(Some(&other.0))
    }

    /// The element itself, for what is to watch it.
    pub fn element(&self) -> &types::Element {
        &self.0
    }
}

impl super::Handle {
    /// The element that is reached, while it is shown.
    pub fn piece(&self) -> Option<Piece> {
        self.element().map(Piece)
    }
}

impl Heard {
    /// What was pressed, typed into or found.
    pub fn target(&self) -> Option<Piece> {
        self.0.dyn_ref::<Event>()?.target()?.dyn_into().ok().map(Piece)
    }

    /// Presses what has the role of a button and is none, where the key would press a button: Enter or the space bar.
    /// A key that is held presses once. False for other keys and places.
    /// <https://www.w3.org/WAI/ARIA/apg/patterns/button/>
    pub fn presses(&self) -> bool {
        let pressed = matches!(self.key().as_deref(), Some("Enter" | " "));
        let Some(button) = self.target().filter(|it| pressed && it.is("[role=button]")) else {
            return false;
        };
        // The space bar would turn the page.
        self.prevent();
        if !self.0.dyn_ref::<KeyboardEvent>().is_some_and(KeyboardEvent::repeat) {
            button.0.unchecked_into::<HtmlElement>().click();
        }
        true
    }
}
