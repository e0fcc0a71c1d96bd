//! What says that a copy was made: a green tick, which greys out and then leaves.
//!
//! The two waits are animations of the style sheet, whose ends are heard: no timer to clear, and nothing that
//! outlives the page it stands in.

use crate::draw;
use crate::icons::{self, draw_shape};
use crate::markup::{Listener, Nodes};
use leptos::prelude::*;

/// How far the message is: nothing copied (0), just copied (1), copied a while ago (2).
pub type Copied = RwSignal<u32>;

/// Draws the message, if there is one: a tick and the word, then a grey tick and the word, then nothing.
pub fn copied(out: &mut Nodes, word: &'static str, state: Copied) -> bool {
    let (phase, mark) = match state.try_get().unwrap_or_default() {
        1 => ("now", icons::SUCCESS_TICK.shape()),
        2 => ("passed", icons::SUCCESS_TICK_TIMEOUT.shape()),
        _ => return false,
    };
    let ended: Listener = Box::new(move |_| {
        state.try_update(|at| *at = (*at + 1) % 3);
    });
    draw!(out; span class="sf-copied" data-phase=phase @animationend=(ended) {
        do (|out: &mut Nodes| draw_shape(out, mark))
        (word)
    });
    true
}
