//! The text of a comment: paragraphs, line breaks and the addresses in it, without copying.
//!
//! An address is only made a link where it opens the host that it shows. Each byte is looked at a fixed number
//! of times, whatever stands there.

use crate::content::model::Comment;
use crate::content::plain;
use crate::content::thread::steps;
use crate::policy::{SafeUrl, is_bidi_control};
use crate::text::{first_of, is_word};
use std::borrow::Cow;

/// A part of a paragraph.
#[derive(Clone, Debug, PartialEq)]
pub enum Piece<'a> {
    /// Text.
    Text(&'a str),
    /// A new line.
    Break,
    /// An address.
    Link {
        /// As it is written.
        shown: &'a str,
        /// Where it leads.
        url: SafeUrl,
    },
}

/// What a comment says as plain text; HTML without its tags, its paragraphs parted by empty lines.
pub fn said(comment: &Comment) -> Cow<'_, str> {
    match (&comment.text, &comment.html) {
        (Some(text), _) => Cow::Borrowed(text),
        (None, Some(html)) => Cow::Owned(plain::paragraphs_of_html(html).join("\n\n")),
        (None, None) => Cow::Borrowed(""),
    }
}

/// Whether a text is one paragraph without a break or a link, as most are: then there is nothing to take
/// apart. True is certain; false only says that [`paragraphs`] has to look.
#[inline(never)]
pub fn is_simple(text: &str) -> bool {
    let bytes = text.as_bytes();
    for (at, byte) in bytes.iter().enumerate() {
        let more = match byte {
            b'\n' | b'\r' => true,
            b':' => bytes.get(at + 1..at + 3) == Some(b"//"),
            b'w' | b'W' => bytes.get(at..at + 4).is_some_and(|w| w.eq_ignore_ascii_case(b"www.")),
            _ => false,
        };
        if more {
            return false;
        }
    }
    !text.is_empty()
}

/// The paragraphs of a text. Empty lines part them, other line ends are breaks, addresses of the web are links.
pub fn paragraphs(text: &str) -> Vec<Vec<Piece<'_>>> {
    let mut paragraphs = Vec::new();
    let mut current = Vec::new();
    for line in text.lines() {
        let line = line.trim_ascii();
        if line.is_empty() {
            if !current.is_empty() {
                paragraphs.push(std::mem::take(&mut current));
            }
            continue;
        }
        if !current.is_empty() {
            current.push(Piece::Break);
        }
        pieces(line, &mut current);
    }
    if !current.is_empty() {
        paragraphs.push(current);
    }
    paragraphs
}

/// The pieces of a line.
fn pieces<'a>(line: &'a str, out: &mut Vec<Piece<'a>>) {
    steps::count(line.len());
    // Up to here the line is in `out`.
    let mut done = 0;
    let mut at = 0;
    while at < line.len() {
        let Some(prefix) = prefix_at(line, at) else {
            at += 1;
            continue;
        };
        let rest = line.get(at..).unwrap_or_default();
        let run = rest.find(ends_address).unwrap_or(rest.len());
        let run = rest.get(..run).unwrap_or_default();
        steps::count(run.len());
        let shown = without_tail(run);
        if let Some(url) = address(shown, prefix) {
            push_text(line.get(done..at), out);
            out.push(Piece::Link { shown, url });
            done = at + shown.len();
        }
        // What is refused is not looked into: the rest of an address that lies must not be a link either.
        at += run.len();
    }
    push_text(line.get(done..), out);
}

fn push_text<'a>(text: Option<&'a str>, out: &mut Vec<Piece<'a>>) {
    out.extend(text.filter(|text| !text.is_empty()).map(Piece::Text));
}

const PREFIXES: &[&str] = &["https://", "http://", "www."];

/// How an address begins here, if one does: not in the middle of a word or of another address.
fn prefix_at(line: &str, at: usize) -> Option<&'static str> {
    let bytes = line.as_bytes();
    if !matches!(bytes.get(at)?, b'h' | b'H' | b'w' | b'W') {
        return None;
    }
    let rest = bytes.get(at..)?;
    let prefix = PREFIXES.iter().copied().find(|prefix| {
        rest.get(..prefix.len()).is_some_and(|start| start.eq_ignore_ascii_case(prefix.as_bytes()))
    })?;
    let before = at.checked_sub(1).and_then(|before| bytes.get(before));
    let inside = before.is_some_and(|b| b.is_ascii_alphanumeric() || b"@./:_-".contains(b));
    (!inside).then_some(prefix)
}

/// Characters that no address written in a text has: white space, what quotes it, and the punctuation of
/// scripts without spaces.
fn ends_address(c: char) -> bool {
    c <= ' '
        || c == '\u{7f}'
        || matches!(c,
            '<' | '>' | '"' | '`' | '\\' | '^' | '{' | '|' | '}' | '\u{80}'..='\u{A0}' | '«' | '»' | '\u{1680}'
            | '\u{2000}'..='\u{200B}' | '“'..='‟' | '\u{2028}' | '\u{2029}' | '\u{202F}' | '‹' | '›' | '\u{205F}'
            | '\u{3000}'..='\u{3003}' | '\u{3008}'..='\u{301F}' | '\u{FEFF}' | '\u{FF01}' | '\u{FF08}' | '\u{FF09}'
            | '\u{FF0C}' | '\u{FF0E}' | '\u{FF1A}' | '\u{FF1B}' | '\u{FF1F}' | '\u{FF61}'..='\u{FF64}')
        || is_bidi_control(c)
}

/// Without the punctuation of the sentence that the address stands in, and without a closing bracket that was
/// opened before it.
fn without_tail(run: &str) -> &str {
    let mut open = [0_i32; 2];
    for byte in run.bytes() {
        match byte {
            b'(' => open[0] += 1,
            b')' => open[0] -= 1,
            b'[' => open[1] += 1,
            b']' => open[1] -= 1,
            _ => {}
        }
    }
    let mut end = run.len();
    for c in run.chars().rev() {
        match c {
            '.' | ',' | ';' | ':' | '!' | '?' | '\'' | '*' | '_' | '~' | '…' | '’' | '‘' | '،'
            | '؛' | '؟' | '۔' | '।' => {}
            ')' if open[0] < 0 => open[0] += 1,
            ']' if open[1] < 0 => open[1] += 1,
            '(' => open[0] -= 1,
            '[' => open[1] -= 1,
            _ => break,
        }
        end -= c.len_utf8();
    }
    run.get(..end).unwrap_or_default()
}

/// The address to open. None where it is not plain which host that is: with a user name, a host of one label,
/// or characters that stand in no name.
fn address(shown: &str, prefix: &str) -> Option<SafeUrl> {
    let bare = prefix.ends_with('.');
    let rest = if bare { shown } else { shown.get(prefix.len()..)? };
    let authority = rest.get(..first_of(rest, b"/?#"))?;
    let (host, port) = authority.split_once(':').unwrap_or((authority, "0"));
    let named = host.chars().all(|c| is_word(c) || c == '-' || c == '.');
    let labels = host.split('.').all(|label| !label.is_empty()) && host.contains('.');
    let counted = (1..=5).contains(&port.len()) && port.bytes().all(|b| b.is_ascii_digit());
    if !(named && labels && counted) || (bare && host.split('.').count() < 3) {
        return None;
    }
    SafeUrl::link(&[if bare { "https://" } else { "" }, shown].concat(), "")
}
