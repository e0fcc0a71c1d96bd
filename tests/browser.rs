//! The reader in a real browser, against a server of faults (`tests/faults/server.mjs`).
//!
//! No test waits for the clock: each waits for what is to happen, in the page or at the server, and the
//! bound on that is only reached by a test that fails. Where time matters, the server's own record of what
//! came when is compared. Each module holds a control: the same check, made to fail.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

#[path = "shared/addresses.rs"]
mod addresses;
#[path = "browser/comments.rs"]
mod comments;
#[path = "browser/embeds.rs"]
mod embeds;
#[path = "browser/faults.rs"]
mod faults;
#[path = "browser/icons.rs"]
mod icons;
#[path = "browser/leaks.rs"]
mod leaks;
#[path = "browser/lightbox.rs"]
mod lightbox;
#[path = "browser/live.rs"]
mod live;
#[path = "browser/policy.rs"]
mod policy;
#[path = "browser/probe.rs"]
mod probe;
#[path = "browser/races.rs"]
mod races;
#[path = "browser/reader.rs"]
mod reader;
#[path = "browser/retry.rs"]
mod retry;
#[path = "browser/share.rs"]
mod share;
#[path = "shared/soup.rs"]
mod soup;
#[path = "browser/stage.rs"]
mod stage;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
