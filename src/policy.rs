//! What may leave the data and reach the page: addresses, and the elements of a text in HTML.
//!
//! A value that could be hostile has a private constructor. HTML is parsed by whoever can (the browser, or html5ever
//! natively), decided on once, here, and leaves as [`Node`]s: a tag of a closed list, attributes of a closed list,
//! text. No node can hold another element, another attribute, or HTML; nothing is written as HTML and parsed again.

#[cfg(all(feature = "csr", target_arch = "wasm32"))]
mod browser;
mod classes;
mod guard;
mod here;
mod known;
mod names;
#[cfg(all(any(feature = "ssr", feature = "schema"), not(target_arch = "wasm32")))]
mod native;
mod node;
mod url;
mod walk;

#[cfg(all(feature = "csr", target_arch = "wasm32"))]
pub use browser::trusted_by;
pub use classes::Classes;
pub use guard::{Load, load, without_programs};
pub use here::{is_here, set_here};
pub use known::{Attribute, Tag};
pub use node::Node;
pub use url::{SafeUrl, may_open, origin_of};

/// What is let through: how much of a text in HTML is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Profile {
    /// All that an article may hold.
    Article,
    /// Paragraphs, line breaks, links, marks, quotations, program text and lists.
    Comment,
}

/// What is let through of a text in HTML, in document order. None where it is too heavy to be parsed, or where there
/// is nothing to parse it with: then its plain text is all there is.
pub fn read(html: &str, profile: Profile) -> Option<Vec<Node>> {
    // A byte order mark is no text, and of NULs each parser thinks differently.
    let html = html.trim_start_matches('\u{feff}');
    let cleaned: String;
    let html = if html.bytes().any(|byte| byte == 0) {
        cleaned = html.chars().filter(|c| *c != '\0').collect();
        &cleaned
    } else {
        html
    };
    let html = without_programs(html).ok()?;
    let mut walk = walk::Walk::new(profile);
    parse(&html, &mut walk)?;
    Some(walk.into_nodes())
}

#[cfg(all(feature = "csr", target_arch = "wasm32"))]
use browser::parse;
#[cfg(all(any(feature = "ssr", feature = "schema"), not(target_arch = "wasm32")))]
use native::parse;

/// Nothing to parse with.
#[cfg(not(any(
    all(feature = "csr", target_arch = "wasm32"),
    all(any(feature = "ssr", feature = "schema"), not(target_arch = "wasm32"))
)))]
fn parse(_html: &str, _walk: &mut walk::Walk) -> Option<()> {
    None
}

/// Characters that turn the direction of what follows: in a name they can disguise it, and an
/// unclosed one reorders the line it stands in.
pub fn is_bidi_control(c: char) -> bool {
    matches!(c, '\u{200E}' | '\u{200F}' | '\u{061C}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}
