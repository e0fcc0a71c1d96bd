//! What a component is told: fixed, or by a signal.

use crate::config::Theme;
use leptos::prelude::*;

/// Where the article is: a fixed address, or what a signal says. None while there is no article yet.
///
/// Not a [`Signal`], whose kinds (memos among them) would all be in every program: 1 kB.
#[cfg_attr(not(feature = "csr"), allow(dead_code))]
pub struct Source(Box<dyn Fn() -> Option<String> + Send + Sync>);

impl Source {
    /// What a function says, which is asked again whenever a signal that it reads has changed.
    pub fn new(says: impl Fn() -> Option<String> + Send + Sync + 'static) -> Self {
        Source(Box::new(says))
    }

    pub(super) fn says(&self) -> Option<String> {
        (self.0)()
    }
}

impl From<&str> for Source {
    fn from(address: &str) -> Self {
        Source::from(address.to_owned())
    }
}

impl From<String> for Source {
    fn from(address: String) -> Self {
        Source(Box::new(move || Some(address.clone())))
    }
}

macro_rules! source_from {
    ($($signal:ident)*) => {$(
        impl From<$signal<Option<String>>> for Source {
            fn from(signal: $signal<Option<String>>) -> Self {
                Source(Box::new(move || signal.get()))
            }
        }
    )*};
}
source_from! { RwSignal ReadSignal Memo Signal }

impl Default for Source {
    fn default() -> Self {
        Source(Box::new(|| None))
    }
}

/// A number or choice: fixed, or what a signal says.
#[derive(Clone, Copy)]
pub enum Setting {
    /// It stays.
    Fixed(u32),
    /// It may change.
    Signal(RwSignal<u32>),
}

impl Setting {
    pub(super) fn get(self) -> u32 {
        match self {
            Setting::Fixed(number) => number,
            Setting::Signal(signal) => signal.get(),
        }
    }

    /// What it is now; nobody is told when it changes.
    pub(super) fn peek(self) -> u32 {
        untrack(|| self.get())
    }
}

macro_rules! setting_from {
    ($($fixed:ty)*) => {$(
        impl From<$fixed> for Setting {
            fn from(fixed: $fixed) -> Self {
                Setting::Fixed(fixed as u32)
            }
        }
    )*};
}
// i32 is what a literal is.
setting_from! { u8 u32 i32 Theme }

impl From<RwSignal<u32>> for Setting {
    fn from(signal: RwSignal<u32>) -> Self {
        Setting::Signal(signal)
    }
}
