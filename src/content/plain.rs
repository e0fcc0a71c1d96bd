//! Plain text out of what publishers put into text fields.

use crate::policy::is_bidi_control;
use crate::text::split_once;

/// The names that stand in headlines and standfirsts of real feeds; all others stay as written.
const NAMED: &[(&str, &str)] = &[
    ("amp", "&"),
    ("lt", "<"),
    ("gt", ">"),
    ("quot", "\""),
    ("apos", "'"),
    ("nbsp", "\u{a0}"),
    ("shy", "\u{ad}"),
    ("ndash", "–"),
    ("mdash", "—"),
    ("lsquo", "‘"),
    ("rsquo", "’"),
    ("ldquo", "“"),
    ("rdquo", "”"),
    ("hellip", "…"),
    ("pound", "£"),
    ("euro", "€"),
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
                out.push_str(&decoded);
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
fn reference(text: &str) -> Option<(String, usize)> {
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
        None => return Some((NAMED.iter().find(|(n, _)| *n == name)?.1.to_owned(), end + 1)),
    };
    let mut decoded = String::new();
    decoded.push(character);
    Some((decoded, end + 1))
}

/// The paragraphs of an HTML text, as plain text: tags are taken out, block ends part paragraphs, the
/// content of scripts and styles goes. Until the policy turns HTML into blocks, this is how it is shown.
pub fn paragraphs_of_html(html: &str) -> Vec<String> {
    let mut text = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        let (before, from) = rest.split_at(at);
        text.push_str(before);
        let Some((tag, after)) = tag_at(from) else {
            text.push('<');
            rest = from.get(1..).unwrap_or_default();
            continue;
        };
        rest = after;
        if BLOCK_TAGS.contains(&tag.as_str()) {
            text.push_str("\n\n");
        } else if HIDDEN_TAGS.contains(&tag.as_str()) && !from.starts_with("</") {
            rest = after_end_tag(rest, &tag);
        }
    }
    text.push_str(rest);
    paragraphs_of_text(&decode_entities(&text))
}

const BLOCK_TAGS: &[&str] = &[
    "p",
    "div",
    "br",
    "li",
    "ul",
    "ol",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "blockquote",
    "figure",
    "figcaption",
    "tr",
    "table",
    "section",
    "article",
    "pre",
    "hr",
    "body",
    "html",
    "dt",
    "dd",
];
const HIDDEN_TAGS: &[&str] = &["script", "style", "template", "noscript", "iframe", "svg", "head"];

/// The lower-case name of the tag (or comment) that `text` begins with, and what follows it.
fn tag_at(text: &str) -> Option<(String, &str)> {
    if text.starts_with("<!--") {
        return Some((String::new(), split_once(text, "-->").map_or("", |(_, rest)| rest)));
    }
    let tag = tag_name(text)?;
    Some((tag, text.split_once('>').map_or("", |(_, rest)| rest)))
}

/// The lower-case name of the tag that `text` begins with; "" for `<!…>` and `<?…>`.
fn tag_name(text: &str) -> Option<String> {
    let name = text.get(1..)?;
    let name = name.strip_prefix('/').unwrap_or(name);
    let first = name.chars().next()?;
    if !(first.is_ascii_alphabetic() || first == '!' || first == '?') {
        return None;
    }
    let length = name.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(name.len());
    Some(name.get(..length.min(16))?.to_ascii_lowercase())
}

/// What follows the end tag `</tag`, found without regard to case and without copying.
fn after_end_tag<'a>(text: &'a str, tag: &str) -> &'a str {
    let mut rest = text;
    while let Some((_, from)) = split_once(rest, "</") {
        if from.get(..tag.len()).is_some_and(|name| name.eq_ignore_ascii_case(tag)) {
            return from.split_once('>').map_or("", |(_, rest)| rest);
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
        if line.trim_ascii().is_empty() {
            paragraphs.push(std::mem::take(&mut current));
        }
        for word in line.split_ascii_whitespace() {
            if !current.is_empty() {
                current.push(' ');
            }
            current.push_str(word);
        }
    }
    paragraphs.push(current);
    paragraphs.retain(|p| !p.is_empty());
    paragraphs
}

/// Whether a text is HTML: a tag of the usual ones stands in it. `a < b` is not.
pub fn looks_like_html(text: &str) -> bool {
    const USUAL: &[&str] = &["a", "b", "i", "em", "strong", "span", "img", "sup", "sub"];
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        let from = rest.get(at..).unwrap_or_default();
        if let Some(tag) = tag_name(from)
            && (BLOCK_TAGS.contains(&tag.as_str())
                || USUAL.contains(&tag.as_str())
                || HIDDEN_TAGS.contains(&tag.as_str()))
        {
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
