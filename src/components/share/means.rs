//! What the share menu needs of the browser, as values and functions: components know no browser.

use crate::content::share::{Device, Sharing};
use std::sync::Arc;

/// What became of a share: the word in `standfirst-shared`.
pub type Outcome = &'static str;

/// Hears what came of a share.
pub type Then = Box<dyn FnOnce(Outcome)>;

/// Asks whether a share to a target may go on: the target's name, the address.
pub type Before = Arc<dyn Fn(&str, &str) -> bool + Send + Sync>;

/// Tells what became of it: the target's name, the outcome.
pub type After = Arc<dyn Fn(&str, Outcome) + Send + Sync>;

/// What the browser can do, and how it is done: components know no browser.
#[derive(Clone)]
pub struct Means {
    /// What the device has.
    pub device: Device,
    /// Copies a text, and says whether that worked.
    pub copy: fn(String, Box<dyn FnOnce(bool)>),
    /// Opens the device's own share sheet, and says what came of it: `shared`, `cancelled` or `refused`.
    pub sheet: fn(&Sharing, Then),
    /// Opens an address in another tab.
    pub open: fn(&str),
    /// Keeps the reader's own server.
    pub remember: fn(&str),
    /// Asks whether a share to a target may go on.
    pub before: Before,
    /// Tells what became of it.
    pub after: After,
}
