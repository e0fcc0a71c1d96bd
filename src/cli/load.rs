//! The text of a document: from a file, the standard input, or an address.
//!
//! As the element fetches it: the same headers, the same limits, but once and without a browser's rules for
//! other origins.

use super::arguments::Asked;
use crate::config::{ARTICLE_LIMIT, COMMENTS_LIMIT, TIMEOUT_SECONDS};
use crate::content::json::{self, Json};
use crate::error::{LoadError, Reason};
use crate::policy::origin_of;
use std::fs::File;
use std::io::{self, Read};
use std::time::Duration;
use ureq::{Agent, ResponseExt};

/// What publishers' endpoints answer to: as in `fetch.rs`.
pub const ACCEPT: &str =
    "application/json, application/feed+json, application/activity+json, */*;q=0.1";

/// So much of an answer that is an error is read for its text.
const ERROR_LIMIT: u64 = 64 << 10;

/// A document as it came.
pub struct Loaded {
    /// Its text.
    pub text: String,
    /// Where it came from in the end, as it is called in messages.
    pub url: String,
    /// What relative addresses in it start from; empty where that is not known.
    pub base: String,
}

/// Loads a document.
pub fn load(input: &str, asked: &Asked, stdin: &mut dyn Read) -> Result<Loaded, LoadError> {
    let limit = if asked.comments { COMMENTS_LIMIT } else { ARTICLE_LIMIT };
    let (bytes, url) = if is_address(input) {
        fetch(input, limit)?
    } else if input.contains("://") {
        let message = "not an address that can be fetched: http or https, without a user name";
        return Err(LoadError::new(Reason::Unsupported, input, message));
    } else {
        let bytes = if input == "-" {
            bounded(stdin, limit)
        } else {
            File::open(input).and_then(|mut file| bounded(&mut file, limit))
        };
        let unread =
            |error: io::Error| LoadError::new(Reason::Unsupported, input, error.to_string());
        (bytes.map_err(unread)?, input.to_owned())
    };
    if bytes.len() > limit {
        return Err(LoadError::new(Reason::TooLarge, &url, format!("more than {limit} bytes")));
    }
    let text = String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        LoadError::new(Reason::Parse, &url, format!("not UTF-8 at byte {at}"))
    })?;
    let own = if is_address(&url) { url.clone() } else { String::new() };
    Ok(Loaded { text, base: asked.base.clone().unwrap_or(own), url })
}

fn is_address(input: &str) -> bool {
    origin_of(input).is_some()
}

/// The bytes up to the limit, and one more where there is more.
fn bounded(from: &mut dyn Read, limit: usize) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    from.take(limit as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// The bytes at an address, and the address after redirects.
fn fetch(url: &str, limit: usize) -> Result<(Vec<u8>, String), LoadError> {
    let agent: Agent = Agent::config_builder()
        .timeout_global(Some(Duration::from_secs(u64::from(TIMEOUT_SECONDS))))
        .user_agent(concat!("standfirst/", env!("CARGO_PKG_VERSION")))
        .http_status_as_error(false)
        .build()
        .into();
    let mut response =
        agent.get(url).header("Accept", ACCEPT).call().map_err(|error| unsent(url, &error))?;
    let last = response.get_uri().to_string();
    let status = response.status();
    if !status.is_success() {
        let mut bytes = Vec::new();
        // What cannot be read of an error page says nothing.
        let _ = response.body_mut().as_reader().take(ERROR_LIMIT).read_to_end(&mut bytes);
        let said = own_words(&String::from_utf8_lossy(&bytes));
        let reason = status.canonical_reason().unwrap_or_default();
        let line = format!("the server answered {} {reason}", status.as_u16());
        let message = match said {
            Some(said) => format!("{}: {said}", line.trim_end()),
            None => line.trim_end().to_owned(),
        };
        let error = LoadError::new(Reason::Status, &last, message);
        return Err(LoadError { status: Some(status.as_u16()), ..error });
    }
    let bytes =
        bounded(&mut response.body_mut().as_reader(), limit).map_err(|error| {
            match error.kind() {
                io::ErrorKind::TimedOut => timeout(&last),
                _ => {
                    LoadError::new(Reason::Network, &last, format!("the answer broke off: {error}"))
                }
            }
        })?;
    Ok((bytes, last))
}

fn unsent(url: &str, error: &ureq::Error) -> LoadError {
    match error {
        ureq::Error::Timeout(_) => timeout(url),
        ureq::Error::BadUri(_) => LoadError::new(Reason::Unsupported, url, "cannot be requested"),
        other => LoadError::new(Reason::Network, url, other.to_string()),
    }
}

fn timeout(url: &str) -> LoadError {
    let message = format!("no complete answer within {TIMEOUT_SECONDS} s");
    LoadError::new(Reason::Timeout, url, message)
}

/// Where programs that serve articles put what they have to say of an error: WordPress, Ghost, the Guardian,
/// RFC 9457, and what is usual beside them.
const PLACES: &[&[&str]] = &[
    &["message"],
    &["errors", "message"],
    &["response", "message"],
    &["error", "message"],
    &["errors", "detail"],
    &["errors", "title"],
    &["detail"],
    &["title"],
    &["error"],
];

/// What an answer says of the error that it is, where it is JSON.
fn own_words(text: &str) -> Option<String> {
    let json = json::parse(text.trim_ascii()).ok()?;
    let found = PLACES.iter().find_map(|place| {
        let mut at = &json;
        for name in *place {
            at = match at.get(name)? {
                Json::List(items) => items.first()?,
                other => other,
            };
        }
        match at {
            Json::Text(text) if !text.trim_ascii().is_empty() => Some(text.trim_ascii()),
            _ => None,
        }
    })?;
    Some(found.chars().take(200).collect())
}
