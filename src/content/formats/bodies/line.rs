//! A line of text under way, with its marks and links.

use super::card::{at, read};
use super::flow::Flow;
use super::unknown;
use crate::content::html::Span;
use crate::content::json::Json;
use crate::content::read::Node;
use crate::text::{lists, split_once};

/// The names that editors have for marks, mark by mark as ours are numbered.
const MARKS: &[&str] = &[
    "strong bold",
    "em italic",
    "strike strike-through strikethrough s",
    "sub subscript",
    "sup superscript",
    "code",
    "mark highlight",
];
const NOT_SHOWN: &str = "underline u textStyle textColor";
/// The marks of Lexical's bits; one is not shown.
const BITS: &str = "012 5346";

impl Flow<'_> {
    /// Adds a text that is set as its node says.
    #[inline(never)]
    pub(super) fn text(&mut self, node: &Node, text: &Node, href: Option<&str>) {
        let (mut marks, mut own) = (String::new(), None);
        let format = node.get("format");
        if !format.is_missing() {
            let bits = format.count().unwrap_or_default();
            for (at, mark) in BITS.chars().enumerate() {
                if bits >> at & 1 == 1 && mark != ' ' {
                    marks.push(mark);
                }
            }
        }
        for mark in node.get("marks").items() {
            let named = mark.get("type");
            let name = if mark.is_object() { &named } else { &mark };
            let Some(word) = name.text() else { continue };
            let attributes = mark.get("attrs");
            if let Some(link) = self.links.get(&word) {
                if let Json::Text(href) = link {
                    own = Some(href.clone());
                }
            } else if word == "link" {
                own = attributes.get("href").link().map(|url| url.to_owned_string());
            } else if word == "subsup" {
                mark_of(&attributes.get("type"), &mut marks);
            } else {
                mark_of(name, &mut marks);
            }
        }
        let href = own.as_deref().or(href);
        let text = text.spaced().unwrap_or_default();
        let mut rest = text.as_str();
        while let Some((line, after)) = split_once(rest, "\n") {
            self.add(line, &marks, href);
            self.spans.push(Span::line_end());
            rest = after;
        }
        self.add(rest, &marks, href);
    }

    /// Adds text. What is set as the text before it goes on with it.
    #[inline(never)]
    pub(super) fn add(&mut self, text: &str, marks: &str, href: Option<&str>) {
        let href = href.unwrap_or_default();
        match self.spans.last_mut() {
            _ if text.is_empty() => {}
            Some(last) if last.marks == marks && last.href == href => last.text.push_str(text),
            _ => {
                let (text, marks, href) = (text.to_owned(), marks.to_owned(), href.to_owned());
                self.spans.push(Span { text, marks, href, lang: String::new() });
            }
        }
    }

    /// The links that are defined beside a text.
    pub(super) fn links(&mut self, definitions: &Node) {
        self.links = Json::nothing();
        for link in definitions.items() {
            if let Some(key) = link.get("_key").text() {
                let mut href = Json::Null;
                at(&link, "href|url", &mut |own| {
                    href = read(own, Some(b'#')).unwrap_or(Json::Null)
                });
                self.links.put(&key, href);
            }
        }
    }
}

/// Adds the mark of a name.
#[inline(never)]
fn mark_of(name: &Node, marks: &mut String) {
    let Some(word) = name.text() else { return };
    for (mark, names) in MARKS.iter().enumerate() {
        if lists(names, &word) {
            return marks.push(char::from(b'0' + mark as u8));
        }
    }
    if lists(NOT_SHOWN, &word) {
        return;
    }
    unknown(name, "mark");
}

/// Whether any of a text can be seen.
pub(super) fn is_seen(span: &Span) -> bool {
    span.text.chars().any(|c| c > ' ' && c != '\u{a0}')
}
