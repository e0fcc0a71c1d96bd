//! Buttons: the one way in which a press leaves the markup.

use super::later::Later;
use crate::draw;
use crate::markup::{Element, Handle, Nodes};
use leptos::prelude::*;

/// What a press does.
pub(super) type Press = Box<dyn FnMut() + Send>;

/// Draws a button. `name` names it where its content is only an icon.
#[inline(never)]
pub(super) fn button(
    out: &mut Nodes,
    class: &'static str,
    name: Option<String>,
    content: Nodes,
    mut press: Press,
) {
    draw!(out; button type="button" class=class aria-label=name @click=(move |_| press()) { (content) });
}

/// Draws a button that sets `signal` to `value` when the rest of the program is there: `name`, and what stands in it.
#[inline(never)]
pub(super) fn later_button(
    out: &mut Nodes,
    class: &'static str,
    name: String,
    mut content: Nodes,
    later: Later,
    (signal, value): (RwSignal<u32>, u32),
) {
    let handle = Handle::default();
    let element = Element::open(out, "button\0type=button");
    element.put("class", class);
    element.put_owned("aria-label", name);
    element.reach(handle);
    let set = move || {
        signal.try_set(value);
    };
    element.on("click", Box::new(move |_| later.then(handle, Box::new(set))));
    element.children().append(&mut content);
}
