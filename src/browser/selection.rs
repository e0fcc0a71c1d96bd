//! The passage that the reader has selected.

use super::listener::Listener;
use super::page::document;
use js_sys::{Function, Reflect};
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, KeyboardEvent, Node, Range, Selection};

/// A selected passage.
#[derive(Clone, Debug, PartialEq)]
pub struct Passage {
    /// Its text.
    pub text: String,
    /// The text of the paragraph that it begins in.
    pub paragraph: String,
    /// The middle of its last line, in pixels from the left of the window.
    pub x: f64,
    /// Its lower edge, in pixels from the top of the window.
    pub y: f64,
}

/// Tells what is selected in `within` of `root`, whenever that has changed and no button is held down; None when
/// nothing is. For as long as the listeners live.
pub fn watch(
    root: &Element,
    within: &'static str,
    found: impl Fn(Option<Passage>) + 'static,
) -> Option<[Listener; 6]> {
    // A button may be held down already.
    let held = Rc::new(Cell::new(root.matches(":active").unwrap_or_default()));
    let root = root.clone();
    let had = Rc::new(Cell::new(false));
    let (shown, escaped) = (had.clone(), had.clone());
    let found = Rc::new(found);
    let put_away = found.clone();
    let look = Rc::new(move || {
        let passage = passage(&root, within);
        // Every press on the page changes the selection from nothing to nothing.
        if passage.is_some() || had.get() {
            had.set(passage.is_some());
            found(passage);
        }
    });
    let scrolled = look.clone();
    let (looks, is_held) = (look.clone(), held.clone());
    let changed = Listener::new(document()?.as_ref(), "selectionchange", move |_| {
        if !is_held.get() {
            looks();
        }
    });
    let down = held.clone();
    let released = |name| {
        let (look, held) = (look.clone(), held.clone());
        Listener::on_window(name, move |_| {
            held.set(false);
            look();
        })
    };
    if !held.get() {
        look();
    }
    Some([
        changed,
        Listener::on_window("pointerdown", move |_| down.set(true))?,
        Listener::on_window("scroll", move |_| {
            if shown.get() {
                scrolled();
            }
        })?,
        Listener::on_window("keydown", move |event| {
            let key = event.dyn_ref::<KeyboardEvent>().map(KeyboardEvent::key);
            if key.as_deref() == Some("Escape") && escaped.replace(false) {
                put_away(None);
            }
        })?,
        released("pointerup")?,
        released("pointercancel")?,
    ])
}

/// The selection, also out of a shadow root, where browsers differ: some ask the root, some the document.
fn selection(root: &Element) -> Option<Selection> {
    let place: JsValue = root.get_root_node().into();
    let ask = Reflect::get(&place, &JsValue::from_str("getSelection")).ok()?;
    match ask.dyn_into::<Function>() {
        Ok(ask) => ask.call0(&place).ok()?.dyn_into().ok(),
        Err(_) => document()?.get_selection().ok().flatten(),
    }
}

/// What is selected in `within` of `root`: its text, and where it is.
#[inline(never)]
fn range(root: &Element, within: &str) -> Option<(String, Range)> {
    let selection = selection(root).filter(|selection| selection.range_count() > 0)?;
    let text = String::from(selection.to_string());
    let text = text.trim_ascii();
    let range = selection.get_range_at(0).ok().filter(|_| !text.is_empty())?;
    let place = root.query_selector(within).ok().flatten()?;
    let common = range.common_ancestor_container().ok()?;
    place.contains(Some(&common)).then(|| (text.to_owned(), range))
}

fn passage(root: &Element, within: &str) -> Option<Passage> {
    let (text, range) = range(root, within)?;
    let start: Node = range.start_container().ok()?;
    let start = start.dyn_into::<Element>().or_else(|node| node.parent_element().ok_or(())).ok()?;
    let paragraph = start.closest("p, li, blockquote, figcaption, td, th").ok().flatten();
    let rects = range.get_client_rects()?;
    let last = rects.item(rects.length().checked_sub(1)?)?;
    Some(Passage {
        text,
        paragraph: paragraph.and_then(|it| it.text_content()).unwrap_or_default(),
        x: last.left() + last.width() / 2.0,
        y: last.bottom(),
    })
}
