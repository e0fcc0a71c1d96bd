//! What can go wrong on the way from an address to an article.
//!
//! An error is a [`Reason`], which the embedding page can act on, and a line for the developer.
//! The sentence for the reader is a word of the interface and comes from the catalogue of [`crate::i18n`].

use std::fmt;

/// Why an article cannot be shown. The names are part of the public surface (`standfirst-error`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The request did not get through. A refused cross-origin request looks the same to a script.
    Network,
    /// No complete answer within the time allowed.
    Timeout,
    /// The browser says that it has no connection.
    Offline,
    /// The server answered with something other than 2xx.
    Status,
    /// The answer is not JSON: HTML, empty, cut off, or not UTF-8.
    Parse,
    /// JSON, but no article: neither headline nor body.
    Schema,
    /// More bytes than the limit.
    TooLarge,
    /// An address that cannot be fetched, or a format that is not known.
    Unsupported,
    /// An address of an origin that the page does not list.
    Origin,
    /// Given up because the page asked for something else or the reader left. Never shown.
    Aborted,
    /// A fault of the reader itself.
    Internal,
}

impl Reason {
    /// Every reason, for tables and tests.
    pub const ALL: [Reason; 11] = [
        Reason::Network,
        Reason::Timeout,
        Reason::Offline,
        Reason::Status,
        Reason::Parse,
        Reason::Schema,
        Reason::TooLarge,
        Reason::Unsupported,
        Reason::Origin,
        Reason::Aborted,
        Reason::Internal,
    ];

    /// The public name.
    pub const fn as_str(self) -> &'static str {
        match self {
            Reason::Network => "network",
            Reason::Timeout => "timeout",
            Reason::Offline => "offline",
            Reason::Status => "status",
            Reason::Parse => "parse",
            Reason::Schema => "schema",
            Reason::TooLarge => "too-large",
            Reason::Unsupported => "unsupported",
            Reason::Origin => "origin",
            Reason::Aborted => "aborted",
            Reason::Internal => "internal",
        }
    }
}

/// An article that could not be had.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoadError {
    /// What kind of failure it is.
    pub reason: Reason,
    /// The HTTP status, when a server answered.
    pub status: Option<u16>,
    /// The address that was asked for, as the page gave it or as it was resolved.
    pub url: String,
    /// One line for the developer, in English.
    pub message: String,
    /// What the server said with a failing status, where that is JSON: an interface may say there what is wrong.
    pub answer: Option<String>,
}

impl LoadError {
    /// An error without an HTTP status.
    pub fn new(reason: Reason, url: &str, message: impl Into<String>) -> Self {
        LoadError {
            reason,
            status: None,
            url: url.to_owned(),
            message: message.into(),
            answer: None,
        }
    }
}

impl fmt::Display for LoadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.reason.as_str())?;
        f.write_str(": ")?;
        f.write_str(&self.message)?;
        f.write_str(" (")?;
        f.write_str(&self.url)?;
        f.write_str(")")
    }
}

impl std::error::Error for LoadError {}
