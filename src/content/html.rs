//! From HTML to the article's own blocks: what the policy lets through, as rich as typed blocks are.
//!
//! A stub: paragraphs of plain text, until the policy is there.

use crate::content::model::{Block, BlockKind, Text};
use crate::content::plain;

/// The blocks of a text in HTML. Addresses in it start from `base`.
pub fn blocks(html: &str, base: &str) -> Vec<Block> {
    let _ = base;
    let paragraphs = plain::paragraphs_of_html(html).into_iter();
    paragraphs.map(|p| Block { id: None, kind: BlockKind::Paragraph(Text::plain(p)) }).collect()
}

/// A line of HTML with its marks and links, as in a caption: what would be blocks is one line.
pub fn text(html: &str, base: &str) -> Text {
    let _ = base;
    Text::plain(line(html))
}

/// A line of HTML as plain text, as in a headline or a standfirst: character references decoded once, no tags.
pub fn line(html: &str) -> String {
    plain::paragraphs_of_html(html).join(" ")
}

/// The blocks of a reader's comment in HTML: paragraphs, lists, quotations, program text, with marks and links.
pub fn comment(html: &str, base: &str) -> Vec<Block> {
    blocks(html, base)
}
