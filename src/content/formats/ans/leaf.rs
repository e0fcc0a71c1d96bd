//! The content elements that hold no others.

use super::super::wire::first;
use super::{correction, media};
use crate::content::model::{Block, BlockKind, Embed, Table, Text};
use crate::content::read::Node;

/// The blocks of an element of a type. What is not known, and what was not filled in, is nothing.
pub(super) fn leaf(node: &Node, kind: &str) -> Vec<Block> {
    if !for_readers(node) {
        return Vec::new();
    }
    if kind == "raw_html" {
        return node.get("content").html_blocks();
    }
    if kind == "oembed_response" {
        return embed(&node.get("raw_oembed"));
    }
    let kind = match kind {
        "text" => node.get("content").html_text().map(BlockKind::Paragraph),
        "header" => heading(node),
        "quote" | "blockquote" | "pullquote" => {
            return quote(node, Vec::new()).into_iter().collect();
        }
        "image" => media::image(node).map(|image| BlockKind::Image(Box::new(image))),
        "video" => media::video(node).map(|video| BlockKind::Video(Box::new(video))),
        "audio" => media::audio(node).map(BlockKind::Audio),
        "interstitial_link" => link(node),
        "table" => table(node),
        "correction" => correction(node).map(BlockKind::Correction),
        "divider" => Some(BlockKind::Divider),
        "code" => code(node),
        "numeric_rating" => rating(node),
        _ => None,
    };
    kind.map(|kind| Block { id: None, kind }).into_iter().collect()
}

/// Whether an element is meant for the web: some are for apps alone.
fn for_readers(node: &Node) -> bool {
    let channels = node.get("channels");
    channels.is_missing()
        || channels.list(|channel| channel.text()).iter().any(|name| name == "web")
}

/// A line that may be HTML.
pub(super) fn line(node: &Node) -> Option<String> {
    if node.is_missing() { None } else { node.html_line() }
}

fn heading(node: &Node) -> Option<BlockKind> {
    let level = node.get("level").count().unwrap_or(2).clamp(2, 4) as u8;
    Some(BlockKind::Heading { level, text: node.get("content").html_text()? })
}

/// A quotation with the blocks that stood in it, or with its own text.
pub(super) fn quote(node: &Node, mut body: Vec<Block>) -> Option<Block> {
    if body.is_empty() {
        let text = node.get("content").html_text()?;
        body.push(Block { id: None, kind: BlockKind::Paragraph(text) });
    }
    let said = node.get("citation");
    let citation = line(&if said.is_object() { said.get("content") } else { said });
    let pulled = first(node, &["subtype", "type"]).text().is_some_and(|kind| kind == "pullquote");
    let kind = match body.as_mut_slice() {
        [Block { kind: BlockKind::Paragraph(text), .. }] if pulled => {
            BlockKind::Pullquote { text: std::mem::take(text), citation }
        }
        _ => BlockKind::Quote { body, citation, url: None },
    };
    Some(Block { id: None, kind })
}

/// Something of a third party: by its address, else by the HTML that came with it.
fn embed(node: &Node) -> Vec<Block> {
    let address = first(node, &["url", "_id"]);
    let html = node.get("html");
    let is_one = address.text().is_some_and(|url| url.starts_with("http"));
    let Some(url) = is_one.then(|| address.resource()).flatten() else {
        return html.html_blocks();
    };
    let mut embed = Embed::at(url);
    node.put_decoded("provider_name", &mut embed.provider);
    node.put_decoded("title", &mut embed.title);
    node.put_name("author_name", &mut embed.author);
    node.put_pixels("width", &mut embed.width);
    node.put_resource("thumbnail_url", &mut embed.poster);
    if node.get("type").text().is_some_and(|kind| kind == "rich") {
        embed.text = html.html_line();
    }
    vec![Block { id: None, kind: BlockKind::Embed(Box::new(embed)) }]
}

fn link(node: &Node) -> Option<BlockKind> {
    let about = node.get("description");
    Some(BlockKind::LinkCard {
        url: node.need_link("url")?,
        title: line(&node.get("content"))?,
        description: line(&if about.is_object() { about.get("content") } else { about }),
        image: media::image(&node.get("image")).map(Box::new),
        publisher: None,
    })
}

fn table(node: &Node) -> Option<BlockKind> {
    let rows = node.get("rows").list(|row| Some(cells(row)));
    let header = cells(&node.get("header"));
    (!rows.is_empty()).then(|| BlockKind::Table(Table { header, rows, ..Table::default() }))
}

/// The cells of a row. Empty ones are kept: a column must not slip.
fn cells(row: &Node) -> Vec<Text> {
    let cell = |cell: &Node| {
        let content = cell.get("content");
        if cell.is_object() { content.html_text() } else { cell.html_text() }
    };
    row.items().iter().map(|item| cell(item).unwrap_or_default()).collect()
}

fn code(node: &Node) -> Option<BlockKind> {
    Some(BlockKind::Code {
        text: node.get("content").verbatim()?,
        language: node.get("language").text(),
    })
}

fn rating(node: &Node) -> Option<BlockKind> {
    let of = node.get("max").number().filter(|best| (1.0..=10.0).contains(best))?;
    let value = node.get("numeric_rating").number()?.clamp(0.0, of);
    Some(BlockKind::Rating { value, of })
}
