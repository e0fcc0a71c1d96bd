//! ProseMirror, as its own schemas, TipTap and Atlassian's editor name things.

use super::cards::{add_picture, card, embed, first};
use super::line::Setting;
use super::push;
use super::tree::{Dialect, Kind};
use crate::content::model::*;
use crate::content::read::Node;

pub(super) const DIALECT: Dialect = Dialect {
    kind: "type",
    children: "content",
    text: "text",
    attributes: "attrs",
    address: "href",
    set: marks,
    kinds: &[
        ("paragraph", Kind::Paragraph),
        ("heading", Kind::Heading(0)),
        ("bulletList", Kind::List(Some(false))),
        ("bullet_list", Kind::List(Some(false))),
        ("taskList", Kind::List(Some(false))),
        ("orderedList", Kind::List(Some(true))),
        ("ordered_list", Kind::List(Some(true))),
        ("listItem", Kind::Through),
        ("list_item", Kind::Through),
        ("taskItem", Kind::Through),
        ("blockquote", Kind::Quote),
        ("codeBlock", Kind::Code),
        ("code_block", Kind::Code),
        ("horizontalRule", Kind::Divider),
        ("horizontal_rule", Kind::Divider),
        ("rule", Kind::Divider),
        ("hardBreak", Kind::Break),
        ("hard_break", Kind::Break),
        ("table", Kind::Table),
        ("tableRow", Kind::Through),
        ("table_row", Kind::Through),
        ("tableCell", Kind::Through),
        ("table_cell", Kind::Through),
        ("tableHeader", Kind::Head),
        ("table_header", Kind::Head),
        ("image", Kind::Card(image)),
        ("figure", Kind::Through),
        ("figcaption", Kind::Paragraph),
        ("mediaSingle", Kind::Through),
        ("mediaGroup", Kind::Through),
        ("media", Kind::Card(media)),
        ("youtube", Kind::Card(frame)),
        ("iframe", Kind::Card(frame)),
        ("embed", Kind::Card(frame)),
        ("embedCard", Kind::Card(page)),
        ("blockCard", Kind::Card(page)),
        ("inlineCard", Kind::Card(page)),
        ("video", Kind::Card(video)),
        ("details", Kind::Through),
        ("detailsSummary", Kind::Heading(4)),
        ("detailsContent", Kind::Through),
        ("expand", Kind::Through),
        ("panel", Kind::Quote),
        ("mention", Kind::Said("label")),
        ("emoji", Kind::Said("text")),
        ("status", Kind::Said("text")),
    ],
};

fn marks(node: &Node, setting: &mut Setting) {
    for mark in node.get("marks").items() {
        let (kind, attributes) = (mark.get("type"), mark.get("attrs"));
        if super::is(&mark, "type", "link") {
            setting.href = attributes.get("href").link();
        } else if super::is(&mark, "type", "subsup") {
            setting.mark(&attributes.get("type"));
        } else {
            setting.mark(&kind);
        }
    }
}

fn image(attributes: &Node, blocks: &mut Vec<Block>) -> Option<()> {
    add_picture(&attributes.get("src"), attributes, blocks)
}

/// A picture outside; one in the editor's own store has no address.
fn media(attributes: &Node, blocks: &mut Vec<Block>) -> Option<()> {
    let url = attributes.get("url");
    if url.is_missing() {
        attributes.problem("a picture that is only named");
        return None;
    }
    add_picture(&url, attributes, blocks)
}

fn frame(attributes: &Node, blocks: &mut Vec<Block>) -> Option<()> {
    embed(&first(attributes, &["src", "url", "href"]), blocks)
}

fn page(attributes: &Node, blocks: &mut Vec<Block>) -> Option<()> {
    card(&attributes.get("url"), attributes, &["title"], "description", blocks)
}

fn video(attributes: &Node, blocks: &mut Vec<Block>) -> Option<()> {
    let sources = super::cards::sources(&attributes.get("src"), &attributes.get("type"))?;
    push(blocks, BlockKind::Video(Box::new(Video { sources, ..Video::default() })));
    Some(())
}
