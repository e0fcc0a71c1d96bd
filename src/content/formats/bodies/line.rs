//! A line of text under way, with its marks and links.

use super::flow::{Flow, member, put, text};
use super::unknown;
use crate::content::json::Json;
use crate::content::read::Node;

/// A piece of text, or a line's end.
#[derive(Clone)]
pub(super) struct Span {
    pub text: String,
    /// Bits, as Lexical has them; [`LINE_END`].
    marks: u32,
    href: String,
}

/// The mark of a line's end.
const LINE_END: u32 = 256;
/// Underlined, which is not shown.
const NOT_SHOWN: u32 = 8;

/// The names that editors have for marks, bit by bit; the first is ours.
const MARKS: &str = "strong bold|em italic|strike strike-through strikethrough s|underline u textStyle textColor|code|sub subscript|sup superscript|mark highlight";

impl Span {
    /// The end of a line, not of its paragraph.
    pub fn line_end() -> Span {
        Span { text: "\n".to_owned(), marks: LINE_END, href: String::new() }
    }

    /// Whether it is the end of a line.
    pub fn is_break(&self) -> bool {
        self.marks == LINE_END
    }

    /// Whether any of it can be seen.
    pub fn is_seen(&self) -> bool {
        self.text.chars().any(|c| c > ' ' && c != '\u{a0}')
    }
}

impl Flow<'_> {
    /// Adds a text that is set as its node says.
    #[inline(never)]
    pub(super) fn text(&mut self, node: &Node, text: &Node, href: Option<&str>) {
        let (mut marks, mut own) = (0, None);
        let format = node.get("format");
        if !format.is_missing() {
            marks = format.count().unwrap_or_default();
        }
        for mark in node.get("marks").items() {
            let named = mark.get("type");
            let name = if mark.is_object() { &named } else { &mark };
            let Some(word) = name.text() else { continue };
            let attributes = mark.get("attrs");
            if let Some((_, href)) = self.links.iter().find(|(key, _)| *key == word) {
                own = href.clone().or(own);
            } else if word == "link" {
                own = attributes.get("href").link().map(|url| url.to_owned_string());
            } else if word == "subsup" {
                marks |= bit(&attributes.get("type"));
            } else {
                marks |= bit(name);
            }
        }
        let href = own.as_deref().or(href);
        let mut first = true;
        for part in text.spaced().unwrap_or_default().split('\n') {
            if !std::mem::take(&mut first) {
                self.spans.push(Span::line_end());
            }
            self.add(part, marks, href);
        }
    }

    /// Adds text. What is set as the text before it goes on with it.
    #[inline(never)]
    pub(super) fn add(&mut self, text: &str, marks: u32, href: Option<&str>) {
        let (marks, href) = (marks & (LINE_END - 1) & !NOT_SHOWN, href.unwrap_or_default());
        match self.spans.last_mut() {
            _ if text.is_empty() => {}
            Some(last) if last.marks == marks && last.href == href => last.text.push_str(text),
            _ => self.spans.push(Span { text: text.to_owned(), marks, href: href.to_owned() }),
        }
    }

    /// The links that are defined beside a text.
    pub(super) fn links(&mut self, definitions: &Node) {
        for link in definitions.items() {
            let href = link.get(if link.get("href").is_missing() { "url" } else { "href" });
            if let Some(key) = link.get("_key").text() {
                self.links.push((key, href.link().map(|url| url.to_owned_string())));
            }
        }
    }
}

/// The mark of a name.
fn bit(name: &Node) -> u32 {
    let Some(word) = name.text() else { return 0 };
    let mut bit = 1;
    for names in MARKS.split('|') {
        if names.split(' ').any(|own| own == word) {
            return bit;
        }
        bit *= 2;
    }
    unknown(name, "mark");
    0
}

/// A line as our format has it.
#[inline(never)]
pub(super) fn written(spans: &[Span]) -> Json {
    let mut line = Vec::new();
    for span in spans {
        if span.is_break() {
            line.push(member("break", Json::Bool(true)));
            continue;
        }
        let mut own = member("text", text(&span.text));
        let mut marks = Vec::new();
        for (at, names) in MARKS.split('|').enumerate() {
            if span.marks >> at & 1 == 1 {
                marks.extend(names.split(' ').next().map(text));
            }
        }
        put(&mut own, "marks", Json::List(marks));
        put(&mut own, "href", text(&span.href));
        line.push(own);
    }
    Json::List(line)
}
