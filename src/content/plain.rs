//! Plain text out of what publishers put into text fields.

use crate::content::thread::steps;
use crate::policy::is_bidi_control;
use crate::text::split_once;

/// The names that stand in headlines and standfirsts of real feeds; all others stay as written.
const NAMED: &[(&str, char)] = &[
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("nbsp", '\u{a0}'),
    ("shy", '\u{ad}'),
    ("ndash", '–'),
    ("mdash", '—'),
    ("lsquo", '‘'),
    ("rsquo", '’'),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("hellip", '…'),
    ("pound", '£'),
    ("euro", '€'),
];

/// Decodes character references once: `&amp;lt;` becomes `&lt;`.
pub fn decode_entities(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        match reference(from) {
            Some((decoded, length)) => {
                out.push(decoded);
                rest = from.get(length..).unwrap_or_default();
            }
            None => {
                out.push('&');
                rest = from.get(1..).unwrap_or_default();
            }
        }
    }
    out.push_str(rest);
    out
}

/// The character that a reference at the start of `text` stands for, and the reference's length.
fn reference(text: &str) -> Option<(char, usize)> {
    let end = text.bytes().take(12).position(|b| b == b';')?;
    let name = text.get(1..end)?;
    let character = match name.strip_prefix('#') {
        Some(number) => {
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code).filter(|c| *c >= ' ')?
        }
        None => NAMED.iter().find(|(n, _)| *n == name)?.1,
    };
    Some((character, end + 1))
}

/// The paragraphs of an HTML text, as plain text: tags are taken out, block ends part paragraphs, the
/// content of scripts and styles goes. Until the policy turns HTML into blocks, this is how it is shown.
pub fn paragraphs_of_html(html: &str) -> Vec<String> {
    let mut text = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(at) = rest.bytes().position(|byte| byte == b'<') {
        let (before, from) = rest.split_at(at);
        text.push_str(before);
        let Some((tag, after)) = tag_at(from) else {
            text.push('<');
            rest = from.get(1..).unwrap_or_default();
            continue;
        };
        rest = after;
        match known(tag) {
            Some(..HIDDEN) if !from.starts_with("</") => rest = after_end_tag(rest, tag),
            // One empty line parts as well as 100,000 do.
            Some(HIDDEN..NO_BLOCK) if !text.ends_with("\n\n") => text.push_str("\n\n"),
            _ => {}
        }
    }
    text.push_str(rest);
    steps::count(text.len());
    paragraphs_of_text(&decode_entities(&text))
}

/// The usual tags by what they do: the content of the first ones is hidden, the next part paragraphs, the last do neither.
#[rustfmt::skip]
const TAGS: &[u64] = &[
    key("script"), key("style"), key("template"), key("noscript"), key("iframe"), key("svg"),
    key("head"),
    key("p"), key("div"), key("br"), key("li"), key("ul"), key("ol"), key("h1"), key("h2"),
    key("h3"), key("h4"), key("h5"), key("h6"), key("blockquote"), key("figure"), key("figcaption"),
    key("tr"), key("table"), key("section"), key("article"), key("pre"), key("hr"), key("body"),
    key("html"), key("dt"), key("dd"),
    key("a"), key("b"), key("i"), key("em"), key("strong"), key("span"), key("img"), key("sup"),
    key("sub"),
];
const HIDDEN: usize = 7;
const NO_BLOCK: usize = 32;

/// A name as a number, in any case: a text may hold 400,000 tags, and numbers are compared in half the time. No two
/// names of up to 11 letters and digits have the same: none of these has the same remainder as another.
const fn key(name: &str) -> u64 {
    let (mut rest, mut key) = (name.as_bytes(), 1);
    while let Some((byte, after)) = rest.split_first() {
        key = key * 39 + (*byte | 0x20) as u64 % 39;
        rest = after;
    }
    key
}

/// Where a tag stands in [`TAGS`].
fn known(tag: &str) -> Option<usize> {
    let key = key(tag);
    TAGS.iter().position(|own| *own == key)
}

/// The name of the tag (or comment) that `text` begins with, and what follows it.
fn tag_at(text: &str) -> Option<(&str, &str)> {
    if text.starts_with("<!--") {
        return Some(("", split_once(text, "-->").map_or("", |(_, rest)| rest)));
    }
    Some((tag_name(text)?, behind(text, b'>')))
}

/// The name of the tag that `text` begins with, as it is written, no longer than it has to be to be known; "" for `<!…>`
/// and `<?…>`.
fn tag_name(text: &str) -> Option<&str> {
    let bytes = text.as_bytes();
    let start = if bytes.get(1) == Some(&b'/') { 2 } else { 1 };
    let name = bytes.get(start..)?;
    let first = name.first()?;
    if !(first.is_ascii_alphabetic() || matches!(first, b'!' | b'?')) {
        return None;
    }
    let length = name.iter().take(11).take_while(|byte| byte.is_ascii_alphanumeric()).count();
    text.get(start..start + length)
}

/// What follows the first place of an ASCII character.
fn behind(text: &str, character: u8) -> &str {
    let at = text.bytes().position(|byte| byte == character);
    at.and_then(|at| text.get(at + 1..)).unwrap_or_default()
}

/// What follows the end tag `</tag`, found without regard to case and without copying.
fn after_end_tag<'a>(text: &'a str, tag: &str) -> &'a str {
    let mut rest = text;
    while let Some((_, from)) = split_once(rest, "</") {
        if from.get(..tag.len()).is_some_and(|name| name.eq_ignore_ascii_case(tag)) {
            return behind(from, b'>');
        }
        rest = from;
    }
    ""
}

/// Paragraphs are parted by empty lines; single line ends and runs of white space are one space.
pub fn paragraphs_of_text(text: &str) -> Vec<String> {
    let mut paragraphs = Vec::new();
    let mut current = String::new();
    for line in text.lines() {
        let line = line.trim_ascii();
        if line.is_empty() {
            if !current.is_empty() {
                paragraphs.push(std::mem::take(&mut current));
            }
            continue;
        }
        // Not word by word, which takes 56 ms for 5 MB instead of 10.
        let mut rest = line;
        while !rest.is_empty() {
            if !current.is_empty() {
                current.push(' ');
            }
            let (even, uneven) = rest.split_at(even(rest));
            current.push_str(even);
            rest = uneven.trim_ascii_start();
        }
    }
    if !current.is_empty() {
        paragraphs.push(current);
    }
    paragraphs
}

/// How much of a line has nothing but single spaces between its words.
fn even(line: &str) -> usize {
    let uneven = |pair: &[u8]| match pair {
        [a, b] => a.is_ascii_whitespace() && (*a != b' ' || b.is_ascii_whitespace()),
        _ => false,
    };
    line.as_bytes().windows(2).position(uneven).unwrap_or(line.len())
}

/// Whether a text is HTML: a tag of the usual ones stands in it. `a < b` is not.
pub fn looks_like_html(text: &str) -> bool {
    let mut rest = text;
    while let Some(at) = rest.bytes().position(|byte| byte == b'<') {
        let from = rest.get(at..).unwrap_or_default();
        if tag_name(from).and_then(known).is_some() {
            return true;
        }
        rest = from.get(1..).unwrap_or_default();
    }
    false
}

/// A name without the characters that could turn its direction or that cannot be seen.
pub fn name(text: &str) -> String {
    text.chars()
        .filter(|c| !is_bidi_control(*c) && (!c.is_control() || *c == ' '))
        .collect::<String>()
        .trim_ascii()
        .to_owned()
}
