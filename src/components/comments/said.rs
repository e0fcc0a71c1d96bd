//! What a comment says: plain text with its paragraphs and links, or the few blocks that HTML may have there.

use super::super::inline;
use crate::content::comments::text::{Piece as Part, paragraphs};
use crate::content::html;
use crate::content::model::{Block, BlockKind};
use crate::draw;
use crate::markup::{Element, Markup, Nodes};

/// What the publisher has not written does not count for it, and is not told where the reader comes from.
const REL: &str = "nofollow ugc noreferrer";

/// A text with paragraphs, breaks and links.
pub(super) fn written(text: &str) -> Nodes {
    let mut out = Vec::new();
    for paragraph in paragraphs(text) {
        draw!(&mut out; p {
            for part in paragraph {
                do (|out: &mut Nodes| match part {
                    Part::Text(text) => out.push(Markup::Text(text.to_owned().into())),
                    Part::Break => draw!(out; br;),
                    Part::Link { shown, url } => draw!(out; a href=(url.to_owned_string()) rel=REL { (shown.to_owned()) }),
                })
            }
        });
    }
    out
}

/// A comment in HTML, whose addresses start from `base`.
pub(super) fn rich(html: &str, base: &str) -> Nodes {
    let mut out = Vec::new();
    blocks(&html::comment(html, base), &mut out);
    out
}

/// Draws what a comment may have. Its nesting is bounded by who reads the HTML.
fn blocks(blocks: &[Block], out: &mut Nodes) {
    for block in blocks {
        self::block(&block.kind, out);
    }
}

fn block(kind: &BlockKind, out: &mut Nodes) {
    match kind {
        BlockKind::Paragraph(text) | BlockKind::Heading { text, .. } => {
            draw!(out; p { do (|out: &mut Nodes| inline::linked(text, REL, out)) });
        }
        BlockKind::List { ordered, items, .. } => {
            let list = Element::open(out, if *ordered { "ol" } else { "ul" });
            list.put("class", "sf-list");
            for item in items {
                let list = list.children();
                draw!(list; li { do (|out: &mut Nodes| tight(item, out)) });
            }
        }
        BlockKind::Quote { body, .. } => {
            draw!(out; blockquote { do (|out: &mut Nodes| blocks(body, out)) });
        }
        BlockKind::Code { text, .. } => draw!(out; pre dir="ltr" { code { (text) } }),
        _ => {}
    }
}

/// One paragraph stands in an item without a paragraph of its own.
fn tight(item: &[Block], out: &mut Nodes) {
    match item {
        [Block { kind: BlockKind::Paragraph(text), .. }] => inline::linked(text, REL, out),
        item => blocks(item, out),
    }
}
