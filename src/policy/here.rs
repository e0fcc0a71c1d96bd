//! Whether the part of the program that reads HTML is there, where the program is cut (`scripts/split.mjs`). Until it is, HTML
//! is its plain text: data never calls what is not there.

use std::sync::atomic::{AtomicBool, Ordering::Relaxed};

static HERE: AtomicBool = AtomicBool::new(true);

/// Whether HTML can be read as such.
pub fn is_here() -> bool {
    HERE.load(Relaxed)
}

/// Says whether it can: who fetches the part knows.
pub fn set_here(here: bool) {
    HERE.store(here, Relaxed);
}
