//! Native tests: what can be known without a browser. One crate, so that it is linked once.
//!
//! Every suite has a control: a test that proves its check can fail.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

#[path = "shared/addresses.rs"]
mod addresses;
#[path = "native/architecture.rs"]
mod architecture;
#[path = "native/bodies.rs"]
mod bodies;
#[cfg(feature = "cli")]
#[path = "native/cli.rs"]
mod cli;
#[path = "native/comment_formats.rs"]
mod comment_formats;
#[path = "native/comment_text.rs"]
mod comment_text;
#[path = "native/comments.rs"]
mod comments;
#[path = "native/content.rs"]
mod content;
#[path = "native/dates.rs"]
mod dates;
#[path = "native/elements.rs"]
mod elements;
#[path = "native/formats.rs"]
mod formats;
#[path = "native/formats_news.rs"]
mod formats_news;
#[path = "native/fuzz.rs"]
mod fuzz;
#[path = "native/guard.rs"]
mod guard;
#[path = "native/hard_json.rs"]
mod hard_json;
#[path = "native/hostile.rs"]
mod hostile;
#[path = "native/html.rs"]
mod html;
#[path = "native/icons.rs"]
mod icons;
#[path = "native/json.rs"]
mod json;
#[path = "native/members.rs"]
mod members;
#[path = "native/passes.rs"]
mod passes;
#[path = "native/paths.rs"]
mod paths;
#[path = "native/policy.rs"]
mod policy;
#[path = "native/reading_time.rs"]
mod reading_time;
#[path = "native/readme.rs"]
mod readme;
#[path = "native/render.rs"]
mod render;
#[path = "native/samples.rs"]
mod samples;
#[path = "native/schema.rs"]
mod schema;
#[path = "native/share.rs"]
mod share;
#[path = "shared/soup.rs"]
mod soup;
#[path = "native/support.rs"]
mod support;
#[path = "native/text.rs"]
mod text;
#[path = "native/thread.rs"]
mod thread;
#[path = "native/thread_memory.rs"]
mod thread_memory;
#[path = "native/vendored.rs"]
mod vendored;
#[path = "native/words.rs"]
mod words;
