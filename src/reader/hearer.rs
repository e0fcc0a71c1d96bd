//! Who hears of what happens.

/// A Leptos callback. In the program of the custom elements a plain function: a callback of each kind is 0.3 kB of it.
#[cfg(not(feature = "embed"))]
pub type Hearer<T, R = ()> = leptos::prelude::Callback<T, R>;

/// A function that hears. In other programs it is a Leptos callback.
#[cfg(feature = "embed")]
pub struct Hearer<T, R = ()>(fn(T) -> R);

#[cfg(feature = "embed")]
impl<T, R> Clone for Hearer<T, R> {
    fn clone(&self) -> Self {
        *self
    }
}

#[cfg(feature = "embed")]
impl<T, R> Copy for Hearer<T, R> {}

#[cfg(feature = "embed")]
impl<T, R> Hearer<T, R> {
    /// What a function hears.
    pub fn new(hears: fn(T) -> R) -> Self {
        Hearer(hears)
    }

    /// Tells it.
    pub fn run(&self, what: T) -> R {
        (self.0)(what)
    }
}
