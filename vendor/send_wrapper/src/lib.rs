//! What Leptos keeps values of the browser in, which may not go to another thread.
//!
//! The crate of this name asks at every access which thread it is on. A page has one, and the question brings the standard
//! library's threads, its second allocator and a check at each of some hundred places: 2 kB of brotli. Here it is asked only
//! where there can be two threads. Written anew to the same surface; see `[patch.crates-io]` in the project's Cargo.toml.

use std::fmt;
use std::mem::ManuallyDrop;
use std::ops::{Deref, DerefMut};

/// The thread that a value belongs to, where there can be several.
#[cfg(not(all(target_family = "wasm", not(target_feature = "atomics"))))]
mod home {
    use std::thread::{ThreadId, current};

    pub struct Home(ThreadId);

    impl Home {
        pub fn here() -> Self {
            Home(current().id())
        }

        pub fn is_here(&self) -> bool {
            self.0 == current().id()
        }
    }
}

/// There is one thread.
#[cfg(all(target_family = "wasm", not(target_feature = "atomics")))]
mod home {
    pub struct Home;

    impl Home {
        pub fn here() -> Self {
            Home
        }

        pub fn is_here(&self) -> bool {
            true
        }
    }
}

/// A value that only the thread may touch that has wrapped it.
pub struct SendWrapper<T> {
    value: ManuallyDrop<T>,
    home: home::Home,
}

// SAFETY: every access, and the drop, is refused on another thread than the value's own.
unsafe impl<T> Send for SendWrapper<T> {}
// SAFETY: as above.
unsafe impl<T> Sync for SendWrapper<T> {}

impl<T> SendWrapper<T> {
    /// Wraps a value for this thread.
    pub fn new(value: T) -> Self {
        SendWrapper { value: ManuallyDrop::new(value), home: home::Home::here() }
    }

    /// Whether this is the value's thread.
    pub fn valid(&self) -> bool {
        self.home.is_here()
    }

    /// The value itself.
    ///
    /// # Panics
    /// On another thread.
    #[track_caller]
    pub fn take(self) -> T {
        self.check();
        let mut this = ManuallyDrop::new(self);
        // SAFETY: the wrapper is forgotten, so nobody takes or drops the value again.
        unsafe { ManuallyDrop::take(&mut this.value) }
    }

    #[track_caller]
    fn check(&self) {
        if !self.valid() {
            elsewhere();
        }
    }
}

#[cold]
#[inline(never)]
#[track_caller]
fn elsewhere() -> ! {
    panic!("a value of another thread")
}

impl<T> Deref for SendWrapper<T> {
    type Target = T;

    #[track_caller]
    fn deref(&self) -> &T {
        self.check();
        &self.value
    }
}

impl<T> DerefMut for SendWrapper<T> {
    #[track_caller]
    fn deref_mut(&mut self) -> &mut T {
        self.check();
        &mut self.value
    }
}

impl<T> Drop for SendWrapper<T> {
    #[track_caller]
    fn drop(&mut self) {
        if !std::mem::needs_drop::<T>() || self.valid() {
            // SAFETY: this is the value's thread, and a wrapper is dropped once.
            unsafe { ManuallyDrop::drop(&mut self.value) }
        } else if !std::thread::panicking() {
            elsewhere();
        }
    }
}

impl<T: Clone> Clone for SendWrapper<T> {
    fn clone(&self) -> Self {
        Self::new(T::clone(self))
    }
}

impl<T: fmt::Debug> fmt::Debug for SendWrapper<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("SendWrapper").field(&**self).finish()
    }
}

#[cfg(feature = "futures")]
mod futures {
    use super::SendWrapper;
    use std::ops::DerefMut;
    use std::pin::Pin;
    use std::task::{Context, Poll};

    fn inner<T>(wrapper: Pin<&mut SendWrapper<T>>) -> Pin<&mut T> {
        // SAFETY: the value does not move while its wrapper does not.
        unsafe { wrapper.map_unchecked_mut(DerefMut::deref_mut) }
    }

    impl<F: Future> Future for SendWrapper<F> {
        type Output = F::Output;

        fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<F::Output> {
            inner(self).poll(context)
        }
    }

    impl<S: futures_core::Stream> futures_core::Stream for SendWrapper<S> {
        type Item = S::Item;

        fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<S::Item>> {
            inner(self).poll_next(context)
        }

        fn size_hint(&self) -> (usize, Option<usize>) {
            (**self).size_hint()
        }
    }
}
