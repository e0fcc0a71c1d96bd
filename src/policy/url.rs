//! Addresses: what may become an `href` or a `src`.
//!
//! A [`SafeUrl`] can only be had by [`SafeUrl::link`] or [`SafeUrl::resource`], so no other address can.

use super::is_bidi_control;
use crate::text::{first_of, last};
use std::fmt;

/// Longer addresses are refused: browsers and servers cut them anyway.
const LONGEST_URL: usize = 8192;

/// An address that may stand in `href` or `src`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "schema", derive(serde::Serialize, schemars::JsonSchema))]
#[cfg_attr(feature = "schema", serde(transparent))]
pub struct SafeUrl(String);

impl SafeUrl {
    /// An address to follow: `http`, `https`, `mailto` or `tel`, or relative to `base`.
    /// `None` where it is anything else. An empty `base` leaves a relative address relative.
    pub fn link(raw: &str, base: &str) -> Option<Self> {
        Self::parse(raw, base, &["http", "https", "mailto", "tel"])
    }

    /// An address to load from (pictures, media, frames): `http` or `https`, or relative to `base`.
    pub fn resource(raw: &str, base: &str) -> Option<Self> {
        Self::parse(raw, base, &["http", "https"])
    }

    /// An address to write to. `None` for what is more than an address: a subject, a copy to others, an escape.
    pub fn email(address: &str) -> Option<Self> {
        let plain = address.bytes().all(|b| b > b' ' && !b"?&%#,;:/\\".contains(&b));
        let plain = plain && last(address, b'@').is_some();
        plain.then(|| Self::link(&["mailto:", address].concat(), ""))?
    }

    /// A number to call: digits and a plus; what parts them is left out. `None` for anything else.
    pub fn telephone(number: &str) -> Option<Self> {
        let apart = |c: char| matches!(c, ' ' | '\u{a0}' | '-' | '.' | '/' | '(' | ')');
        let digits: String = number.chars().filter(|c| !apart(*c)).collect();
        let plain = digits.bytes().all(|b| b.is_ascii_digit() || b == b'+');
        (plain && digits.len() > 2).then(|| Self::link(&["tel:", &digits].concat(), ""))?
    }

    fn parse(raw: &str, base: &str, schemes: &[&str]) -> Option<Self> {
        let cleaned = clean(raw)?;
        match scheme(&cleaned) {
            Some((name, rest)) => {
                let known = schemes.iter().find(|s| s.eq_ignore_ascii_case(name))?;
                let rest = if known.starts_with("http") {
                    let rest = forward_slashes(rest);
                    host_of(&rest)?;
                    rest
                } else {
                    rest.to_owned()
                };
                Some(SafeUrl([known, ":", &rest].concat()))
            }
            None => {
                let relative = forward_slashes(&cleaned);
                if relative.starts_with("//") {
                    host_of(&relative)?;
                }
                Some(SafeUrl(resolve(base, &relative)))
            }
        }
    }

    /// The address as it stands in the page.
    #[inline(never)]
    pub fn to_owned_string(&self) -> String {
        self.0.clone()
    }

    /// The address as it stands in the page.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The host without `www.`, in lower case, to show where a link leads and to recognise a provider.
    /// `None` for `mailto`, `tel` and relative addresses.
    pub fn host(&self) -> Option<String> {
        let (_, rest) = scheme(&self.0)?;
        let host = host_of(rest)?.to_ascii_lowercase();
        let host = host.split(':').next().unwrap_or_default();
        Some(host.strip_prefix("www.").unwrap_or(host).to_owned())
    }

    /// Path and query, from the first slash after the host.
    pub fn path_and_query(&self) -> &str {
        scheme(&self.0)
            .and_then(|(_, rest)| rest.strip_prefix("//"))
            .and_then(|rest| rest.find('/').and_then(|at| rest.get(at..)))
            .unwrap_or_default()
    }
}

impl fmt::Display for SafeUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Trimmed as the URL standard does, without tabs and line ends, spaces written as `%20`.
/// `None` where control characters are left or nothing is.
fn clean(raw: &str) -> Option<String> {
    let trimmed = raw.trim_matches(|c: char| c <= ' ');
    if trimmed.is_empty() || trimmed.len() > LONGEST_URL {
        return None;
    }
    let mut out = String::with_capacity(trimmed.len());
    for c in trimmed.chars() {
        match c {
            '\t' | '\n' | '\r' => {}
            ' ' => out.push_str("%20"),
            '"' => out.push_str("%22"),
            '<' => out.push_str("%3C"),
            '>' => out.push_str("%3E"),
            c if c.is_control() || is_bidi_control(c) => return None,
            c => out.push(c),
        }
    }
    Some(out)
}

/// The scheme and what follows its colon. Anything before a colon in the first segment counts as a
/// scheme, so that an odd character in front of `javascript:` cannot make it a relative address.
fn scheme(url: &str) -> Option<(&str, &str)> {
    let end = first_of(url, b"/?#\\");
    url.get(..end)?.contains(':').then(|| url.split_once(':')).flatten()
}

/// Browsers read `\` as `/` in http addresses, up to the query.
fn forward_slashes(url: &str) -> String {
    let end = first_of(url, b"?#");
    match (url.get(..end), url.get(end..)) {
        (Some(path), Some(rest)) => [path.replace('\\', "/").as_str(), rest].concat(),
        _ => String::new(),
    }
}

/// The host (with port) of what follows `https:`. None without one, or with a user name:
/// `https://bank.example@evil.example` shows one host and opens another.
fn host_of(after_scheme: &str) -> Option<&str> {
    let rest = after_scheme.strip_prefix("//")?;
    let host = rest.get(..first_of(rest, b"/?#"))?;
    (!host.is_empty() && !host.contains('@')).then_some(host)
}

/// RFC 3986, section 5.2, for the base addresses that a page has (http and https).
fn resolve(base: &str, relative: &str) -> String {
    let Some((name, rest)) = scheme(base) else {
        return relative.to_owned();
    };
    let Some(host) = host_of(rest) else {
        return relative.to_owned();
    };
    if relative.starts_with("//") {
        return [name, ":", relative].concat();
    }
    let origin = [name, "://", host].concat();
    let path = rest.get(host.len() + 2..).unwrap_or_default();
    let path = path.split('#').next().unwrap_or_default();
    if relative.starts_with('#') {
        return [&origin, path, relative].concat();
    }
    let path = path.split('?').next().unwrap_or_default();
    if relative.starts_with('?') {
        return [&origin, path, relative].concat();
    }
    let directory = match (relative.starts_with('/'), last(path, b'/')) {
        (false, Some(at)) => path.get(..=at).unwrap_or("/"),
        (false, None) => "/",
        (true, _) => "",
    };
    let tail = first_of(relative, b"?#");
    let (way, query) =
        (relative.get(..tail).unwrap_or_default(), relative.get(tail..).unwrap_or_default());
    [&origin, &without_dots(&[directory, way].concat()), query].concat()
}

/// Takes `.` and `..` out of a path.
fn without_dots(path: &str) -> String {
    let mut kept: Vec<&str> = Vec::new();
    let mut ends_in_folder = false;
    for segment in path.split('/').skip(1) {
        ends_in_folder = segment == "." || segment == "..";
        match segment {
            "." => {}
            ".." => {
                kept.pop();
            }
            other => kept.push(other),
        }
    }
    if ends_in_folder {
        kept.push("");
    }
    let mut out = String::new();
    for segment in kept {
        out.push('/');
        out.push_str(segment);
    }
    out
}

/// The scheme and host of an absolute http address, as `location.origin` writes it.
pub fn origin_of(url: &str) -> Option<String> {
    let (name, rest) = scheme(url)?;
    let name = name.to_ascii_lowercase();
    let host = host_of(rest)?.to_ascii_lowercase();
    let port = match name.as_str() {
        "http" => ":80",
        "https" => ":443",
        _ => return None,
    };
    Some([&name, "://", host.strip_suffix(port).unwrap_or(&host)].concat())
}

/// Whether the app may open `url`: an address of its own origin, or of one that the page lists
/// (separated by white space or commas). So nobody can pass off a text under the publisher's address.
pub fn may_open(url: &str, page_origin: &str, listed: &str) -> bool {
    origin_of(url).is_some_and(|origin| {
        origin == page_origin
            || listed
                .split([' ', ',', '\n', '\t'])
                .any(|entry| origin_of(entry).is_some_and(|entry| entry == origin))
    })
}
