//! Buttons: the one way in which a press leaves the markup.

use crate::draw;
use crate::markup::Nodes;

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
