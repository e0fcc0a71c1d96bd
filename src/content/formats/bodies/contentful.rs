//! Contentful's rich text. What it embeds stands in the document only where the publisher has joined it in.

use super::cards::{add_picture, card, sources};
use super::line::Setting;
use super::push;
use super::tree::{Dialect, Kind};
use crate::content::model::*;
use crate::content::read::Node;

pub(super) const DIALECT: Dialect = Dialect {
    kind: "nodeType",
    children: "content",
    text: "value",
    attributes: "data",
    address: "uri",
    set: marks,
    kinds: &[
        ("paragraph", Kind::Paragraph),
        ("heading-1", Kind::Heading(1)),
        ("heading-2", Kind::Heading(2)),
        ("heading-3", Kind::Heading(3)),
        ("heading-4", Kind::Heading(4)),
        ("heading-5", Kind::Heading(5)),
        ("heading-6", Kind::Heading(6)),
        ("hr", Kind::Divider),
        ("unordered-list", Kind::List(Some(false))),
        ("ordered-list", Kind::List(Some(true))),
        ("list-item", Kind::Through),
        ("blockquote", Kind::Quote),
        ("hyperlink", Kind::Link),
        ("entry-hyperlink", Kind::Link),
        ("asset-hyperlink", Kind::Link),
        ("resource-hyperlink", Kind::Link),
        ("table", Kind::Table),
        ("table-row", Kind::Through),
        ("table-cell", Kind::Through),
        ("table-header-cell", Kind::Head),
        ("embedded-asset-block", Kind::Card(asset)),
        ("embedded-entry-block", Kind::Card(entry)),
        ("embedded-entry-inline", Kind::Card(entry)),
        ("embedded-resource-block", Kind::Card(entry)),
        ("embedded-resource-inline", Kind::Card(entry)),
    ],
};

fn marks(node: &Node, setting: &mut Setting) {
    for mark in node.get("marks").items() {
        setting.mark(&mark.get("type"));
    }
}

fn asset(data: &Node, blocks: &mut Vec<Block>) -> Option<()> {
    let target = data.get("target");
    let fields = target.get("fields");
    let file = fields.get("file");
    if !file.is_object() {
        target.problem("a file that is only named");
        return None;
    }
    let (url, media_type) = (file.get("url"), file.get("contentType"));
    let kind = media_type.text().unwrap_or_default();
    match kind.split('/').next() {
        Some("image") => {
            let details = file.get("details");
            add_picture(&url, &details.get("image"), blocks)?;
            if let Some(Block { kind: BlockKind::Image(image), .. }) = blocks.last_mut() {
                fields.put_decoded("description", &mut image.alt);
            }
        }
        Some("video") => {
            let mut video = Video { sources: sources(&url, &media_type)?, ..Video::default() };
            fields.put_decoded("title", &mut video.caption);
            push(blocks, BlockKind::Video(Box::new(video)));
        }
        Some("audio") => {
            let mut audio = Audio { sources: sources(&url, &media_type)?, ..Audio::default() };
            fields.put_decoded("title", &mut audio.caption);
            push(blocks, BlockKind::Audio(audio));
        }
        _ => card(&url, &fields, &["title"], "description", blocks)?,
    }
    Some(())
}

fn entry(data: &Node, _: &mut Vec<Block>) -> Option<()> {
    data.get("target").problem("an entry of the publisher's own: left out");
    None
}
