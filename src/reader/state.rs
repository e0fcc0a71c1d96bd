//! What the reader shows, and who is told when that changes.

// Natively nothing is fetched: the states after the first are the browser's.
#![cfg_attr(not(feature = "csr"), allow(dead_code))]

use super::Loaded;
use crate::error::LoadError;
use leptos::prelude::*;
use std::sync::{Arc, Mutex};

/// What the reader shows.
#[derive(Clone, Debug)]
pub(super) enum State {
    /// No address.
    Idle,
    /// On its way.
    Loading,
    /// Here.
    Ready(Loaded),
    /// Not to be had.
    Failed(LoadError),
}

/// The state, with a signal that says that it has changed. Not a signal of its own type: the machinery of
/// one is 2 kB.
#[derive(Clone)]
pub(super) struct Shared {
    changes: RwSignal<u32>,
    state: Arc<Mutex<State>>,
}

impl Shared {
    pub(super) fn new() -> Self {
        Shared { changes: RwSignal::new(0), state: Arc::new(Mutex::new(State::Idle)) }
    }

    /// The state, to be asked again when it has changed.
    pub(super) fn get(&self) -> State {
        self.changes.track();
        self.now()
    }

    /// The state as it is now.
    pub(super) fn now(&self) -> State {
        self.state.lock().map_or(State::Idle, |state| state.clone())
    }

    /// Changes the state. Once the reader is gone, nobody notices.
    pub(super) fn set(&self, new: State) {
        if let Ok(mut state) = self.state.lock() {
            *state = new;
        }
        self.changes.try_update(|changes| *changes += 1);
    }
}

impl State {
    pub(super) const fn word(&self) -> &'static str {
        match self {
            State::Idle => "idle",
            State::Loading => "loading",
            State::Ready(_) => "ready",
            State::Failed(_) => "failed",
        }
    }
}
