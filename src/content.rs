//! The article as plain data, without a browser: the types, how they are read, and how they are
//! prepared for the page.

pub mod comments;
pub mod embeds;
pub mod enhance;
pub mod formats;
pub mod html;
pub mod json;
pub mod model;
pub mod plain;
pub mod qr;
pub mod read;
pub mod reading_time;
#[cfg(feature = "schema")]
pub mod schema;
pub mod share;
pub mod thread;
