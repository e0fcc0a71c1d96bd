//! The blocks of a text: one match, one arm a kind.

use super::page::Page;
use super::{corrections, figure, inline, quote, rare};
use crate::content::model::{Block, BlockKind, Number};
use crate::draw;
use crate::icons::{self, draw_icon};
use crate::markup::{Element, Nodes};
use crate::text::digits;

/// Draws blocks. Their nesting is bounded by the reader of the data.
pub(super) fn blocks(page: &mut Page, blocks: &[Block], out: &mut Nodes) {
    let under = page.under;
    some(page, blocks, out);
    page.under = under;
}

/// Draws blocks that others of the same body follow: they stand under the last heading of these.
pub(super) fn some(page: &mut Page, blocks: &[Block], out: &mut Nodes) {
    for block in blocks {
        draw_block(page, block, out);
    }
}

fn draw_block(page: &mut Page, block: &Block, out: &mut Nodes) {
    let id = block.id.as_ref();
    match &block.kind {
        BlockKind::Paragraph(text) => {
            draw!(out; p id=id { do (|out: &mut Nodes| inline::text(text, out)) })
        }
        BlockKind::Heading { level, text } => {
            page.under = *level;
            let heading = Element::open(out, page.heading_tag(*level));
            heading.put("class", "sf-heading");
            crate::markup::Value::put(id, "id", heading);
            inline::text(text, heading.children());
        }
        BlockKind::List { ordered, start, items } => {
            let list = Element::open(out, if *ordered { "ol" } else { "ul" });
            list.put("class", "sf-list");
            crate::markup::Value::put(id, "id", list);
            crate::markup::Value::put(start.filter(|_| *ordered).map(signed), "start", list);
            let list = list.children();
            for item in items {
                draw!(list; li { do (|out: &mut Nodes| tight(page, item, out)) });
            }
        }
        BlockKind::Quote { body, citation, url } => {
            let url = url.as_ref().map(|url| url.to_owned_string());
            quote::quote(page, body, citation.as_ref(), url, id, out);
        }
        BlockKind::Pullquote { text, citation } => {
            quote::pullquote(text, citation.as_ref(), id, out)
        }
        BlockKind::Divider => draw!(out; hr class="sf-divider";),
        BlockKind::Image(image) => figure::figure(page, image, figure::Place::Text, id, out),
        BlockKind::Numbers { items } => numbers(items, id, out),
        BlockKind::Correction(data) => corrections::correction(page, data, id, out),
        BlockKind::Disclaimer(text) => {
            draw!(out; p class="sf-disclaimer" id=id role="note" { do (|out: &mut Nodes| draw_icon(out, icons::NOTICE)) do (|out: &mut Nodes| inline::text(text, out)) });
        }
        _ => rare::rare(page, block, out),
    }
}

fn signed(number: i32) -> String {
    let sign = if number < 0 { "-" } else { "" };
    [sign, &digits(number.unsigned_abs())].concat()
}

/// One paragraph stands in an item without a paragraph of its own.
pub(super) fn tight(page: &mut Page, item: &[Block], out: &mut Nodes) {
    match item {
        [Block { kind: BlockKind::Paragraph(text), .. }] => inline::text(text, out),
        item => blocks(page, item, out),
    }
}

fn numbers(items: &[Number], id: Option<&String>, out: &mut Nodes) {
    draw!(out;
        dl class="sf-numbers" id=id {
            for item in items { div { dt { (&item.label) } dd { (&item.value) } } }
        }
    );
}
