//! From HTML to the article's own blocks: what the policy lets through, as rich as typed blocks are. It is made as JSON of our
//! own format, whose reader is there anyway, as bodies of editors are.
//!
//! Where the program is cut and this part of it has not come, HTML is shown as it is written: who reads a document with HTML
//! fetches the part before.

mod build;
mod cards;
mod figure;
mod line;
mod look;
mod media;
mod publishers;
mod quotes;
mod shortcodes;
mod table;

use crate::content::formats::canonical;
use crate::content::json::Json;
use crate::content::model::{Block, BlockKind, Text};
use crate::content::plain;
use crate::content::read::Document;
use crate::policy::{Node, Profile, is_here, read};
use crate::text::joined;
use build::Builder;
use line::Line;
pub(crate) use line::{Span, is_broken, written};

/// The blocks of a text in HTML. Addresses in it start from `base`.
pub fn blocks(html: &str, base: &str) -> Vec<Block> {
    built(html, base, Profile::Article)
}

/// The blocks of a comment in HTML: paragraphs, quotations, lists and program text, with few marks.
pub fn comment(html: &str, base: &str) -> Vec<Block> {
    built(html, base, Profile::Comment)
}

fn built(html: &str, base: &str, profile: Profile) -> Vec<Block> {
    if is_here() { rich_blocks(html, base, profile) } else { paragraphs(vec![html.to_owned()]) }
}

/// A gate of the program: see `scripts/split.mjs`.
#[inline(never)]
fn rich_blocks(html: &str, base: &str, profile: Profile) -> Vec<Block> {
    match read(html, profile) {
        // Its addresses are whole.
        Some(nodes) => canonical::blocks(
            &Document::new("").root(&Json::List(Builder::new(nodes, base).build())),
        ),
        None => paragraphs(plain::paragraphs_of_html(html)),
    }
}

fn paragraphs(texts: Vec<String>) -> Vec<Block> {
    let block = |text| Block { id: None, kind: BlockKind::Paragraph(Text::plain(text)) };
    texts.into_iter().map(block).collect()
}

/// A line of HTML with its marks and links, as in a caption: what would be blocks is one line.
pub fn text(html: &str, base: &str) -> Text {
    if is_here() { rich_text(html, base) } else { Text::plain(html) }
}

/// A gate of the program: see `scripts/split.mjs`.
#[inline(never)]
fn rich_text(html: &str, base: &str) -> Text {
    match nodes_of(html) {
        Some(nodes) => {
            let spans = written(&Line::of(&nodes, 0, nodes.len(), base, false));
            let text = canonical::text(&Document::new("").root(&Json::only("spans", spans)));
            text.unwrap_or_default()
        }
        None => Text::plain(joined(&plain::paragraphs_of_html(html), " ")),
    }
}

/// A line of HTML as plain text, as in a headline or a standfirst: character references decoded once, no tags.
pub fn line(html: &str) -> String {
    text(html, "").to_plain()
}

/// What the policy lets through of a line. None where no parser is needed for it, or none can be had.
fn nodes_of(html: &str) -> Option<Vec<Node>> {
    let markup = html.bytes().any(|b| matches!(b, b'<' | b'&'));
    if markup { read(html, Profile::Article) } else { None }
}
