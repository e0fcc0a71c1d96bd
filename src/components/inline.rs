//! Text with its marks.

use crate::content::model::{Inline, Mark, Text};
use crate::draw;
use crate::markup::{Element, Nodes};

/// Draws a text. Marks nest in the order of the data, a link stands around them.
pub(super) fn text(text: &Text, out: &mut Nodes) {
    linked(text, "noopener noreferrer", out);
}

/// [`text`], with what the links are to the page.
#[inline(never)]
pub(super) fn linked(text: &Text, rel: &'static str, out: &mut Nodes) {
    for span in &text.spans {
        match span {
            Inline::Break { .. } => draw!(out; br;),
            Inline::Span { text, marks, href, lang } => {
                let mut into = &mut *out;
                if let Some(href) = href {
                    let link = Element::open(into, "a");
                    link.put_owned("href", href.to_owned_string());
                    if href.as_str().starts_with("http") {
                        link.put("rel", rel);
                    }
                    into = link.children();
                }
                for mark in marks {
                    into = Element::open(into, tag(*mark)).children();
                }
                if let Some(lang) = lang {
                    let element = Element::open(into, "span");
                    element.put_owned("lang", lang.clone());
                    into = element.children();
                }
                draw!(into; (text));
            }
        }
    }
}

fn tag(mark: Mark) -> &'static str {
    match mark {
        Mark::Strong => "strong",
        Mark::Em => "em",
        Mark::Strike => "s",
        Mark::Sub => "sub",
        Mark::Sup => "sup",
        Mark::Code => "code",
        Mark::Mark => "mark",
    }
}
