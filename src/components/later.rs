//! What a reader presses for may be in the rest of the program, where that is cut: it is fetched then.

use super::share::{NOT_HAD, Said};
use crate::markup::{Element, Handle};
use leptos::prelude::*;

/// How the rest of the program is had: components know no browser.
#[derive(Clone, Copy)]
pub struct Later {
    /// 1 when it is there, as where the program is not cut.
    pub here: RwSignal<u32>,
    /// Where it is said that it could not be had.
    pub said: Said,
    /// Fetches it, and says whether it is there.
    pub fetch: fn(Box<dyn FnOnce(bool)>),
    /// Has it on its way: it may be needed soon.
    pub ahead: fn(),
}

impl Later {
    /// Where the program is not cut.
    pub fn whole() -> Self {
        Later {
            here: RwSignal::new(1),
            said: RwSignal::new(0),
            fetch: |then| then(true),
            ahead: || {},
        }
    }

    /// Whether it is there.
    pub fn is_here(self) -> bool {
        self.here.try_get_untracked() == Some(1)
    }

    /// Does what was pressed for: now, if the rest is there. Else when it has been fetched; meanwhile the button is busy,
    /// and another press of it does nothing.
    #[inline(never)]
    pub fn then(self, button: Handle, does: Box<dyn FnOnce()>) {
        if self.is_here() {
            return does();
        }
        if button.is("[aria-busy]") {
            return;
        }
        button.set("aria-busy", Some("true"));
        self.said.try_set(0);
        (self.fetch)(Box::new(move |here| {
            button.set("aria-busy", None);
            if here {
                // What is drawn with the rest is drawn in the next turn.
                leptos::task::spawn_local(async move { does() });
            } else {
                self.said.try_set(NOT_HAD);
            }
        }));
    }

    /// Has the rest on its way when a button is pointed at or reached that will need it.
    pub fn ahead_of(self, button: &mut Element) {
        if !self.is_here() {
            for event in ["pointerenter", "focus"] {
                button.on(event, Box::new(move |_| (self.ahead)()));
            }
        }
    }
}
