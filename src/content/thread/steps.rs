//! How much work a thread was, in steps: natively, so that a test can hold it against the number of comments
//! without a clock. In a browser nothing is counted.

#[cfg(not(target_arch = "wasm32"))]
std::thread_local! {
    static TAKEN: std::cell::Cell<usize> = const { std::cell::Cell::new(0) };
}

/// The steps of this thread of the program since the last call.
#[cfg(not(target_arch = "wasm32"))]
pub fn taken() -> usize {
    TAKEN.with(|taken| taken.replace(0))
}

/// Counts steps.
#[inline]
pub(crate) fn count(_steps: usize) {
    #[cfg(not(target_arch = "wasm32"))]
    TAKEN.with(|taken| taken.set(taken.get() + _steps));
}
