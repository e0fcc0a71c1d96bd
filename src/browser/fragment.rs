//! The fragment of the page's address: where it names a place, that is gone to.

use super::listener::Listener;
use super::{page, place};
use web_sys::Element;

/// Goes to the place that the page's address names now, and whenever the fragment changes while the listener lives. `is`
/// says whether a text is the paragraph that a fragment without an id means.
pub fn follow(root: &Element, is: fn(&str, &str) -> bool) -> Option<Listener> {
    go(root, is);
    let root = root.clone();
    Listener::on_window("hashchange", move |_| go(&root, is))
}

/// Goes to the place that the page's address names, if it is in `root`.
pub fn go(root: &Element, is: fn(&str, &str) -> bool) {
    // The comments find their own, when they are there.
    if page::fragment().starts_with("#comment-") {
        return;
    }
    place::go(root, is);
}
