//! The blocks of the canonical format.

use super::correction;
use super::rare::rare;
use crate::content::html;
use crate::content::model::*;
use crate::content::read::Node;

/// Blocks inside blocks stop here, counted in members and items of JSON (a list in a list takes four):
/// deeper ones cannot be read on a page, and drawing follows the nesting.
const DEEPEST: u16 = 48;

/// A block without an id.
pub(super) fn block_of(kind: BlockKind) -> Block {
    Block { id: None, kind }
}

/// A list of blocks, or one block.
pub(crate) fn blocks(node: &Node) -> Vec<Block> {
    if node.depth() > DEEPEST && !node.is_missing() {
        node.problem("blocks nested too deep");
        return Vec::new();
    }
    let mut blocks = Vec::new();
    for item in node.items() {
        // HTML may be many blocks; the first has the id.
        if item.is_object() && item.get("type").text().as_deref() == Some("html") {
            let first = blocks.len();
            blocks.extend(item.get("html").html_blocks());
            if let Some(block) = blocks.get_mut(first) {
                block.id = item.get("id").text();
            }
        } else if !item.is_missing() {
            blocks.extend(block(&item));
        }
    }
    blocks
}

fn block(node: &Node) -> Option<Block> {
    if node.is_text() {
        return Some(block_of(BlockKind::Paragraph(text(node)?)));
    }
    node.object()?;
    Some(Block { id: node.get("id").text(), kind: kind(node)? })
}

/// What stands inside a block: a text, an object with text members, or a list of blocks.
pub(super) fn body(node: &Node) -> Vec<Block> {
    if node.is_object() && node.get("type").is_missing() {
        return text(node).map(BlockKind::Paragraph).map(block_of).into_iter().collect();
    }
    blocks(node)
}

fn kind(node: &Node) -> Option<BlockKind> {
    let name = node.get("type");
    let type_name = name.required(name.text())?;
    let items = node.get("items");
    Some(match type_name.as_str() {
        "paragraph" => BlockKind::Paragraph(text(node)?),
        "heading" => {
            let level = node.get("level").count().unwrap_or(2).clamp(2, 4) as u8;
            BlockKind::Heading { level, text: text(node)? }
        }
        "list" => BlockKind::List {
            ordered: node.is_set("ordered"),
            start: node.get("start").number().map(|n| n as i32),
            items: items.list(|item| some(body(item))),
        },
        "quote" => quote(node)?,
        "pullquote" => {
            BlockKind::Pullquote { text: text(node)?, citation: node.get("citation").decoded() }
        }
        "divider" => BlockKind::Divider,
        "image" => BlockKind::Image(Box::new(image(node)?)),
        "numbers" => BlockKind::Numbers { items: some(items.list(number))? },
        "correction" => BlockKind::Correction(correction(node)?),
        "disclaimer" => BlockKind::Disclaimer(text(node)?),
        other => rare(node, other)?,
    })
}

fn quote(node: &Node) -> Option<BlockKind> {
    let own = node.get("body");
    let body = if own.is_missing() {
        vec![block_of(BlockKind::Paragraph(text(node)?))]
    } else {
        body(&own)
    };
    let mut citation = None;
    let mut url = None;
    node.put_decoded("citation", &mut citation);
    node.put_link("url", &mut url);
    Some(BlockKind::Quote { body, citation, url })
}

/// Nothing instead of an empty list.
pub(super) fn some<T>(list: Vec<T>) -> Option<Vec<T>> {
    (!list.is_empty()).then_some(list)
}

/// `spans`, `html` or `text` of an object, or a text by itself.
pub(crate) fn text(node: &Node) -> Option<Text> {
    if !node.is_object() {
        return node.text().map(Text::plain);
    }
    let html = node.get("html");
    if !html.is_missing() {
        let text = html::text(&html.verbatim()?, node.base());
        return (!text.is_empty()).then_some(text);
    }
    let spans = node.get("spans");
    let text = if spans.is_missing() {
        Text::plain(node.get("text").text()?)
    } else {
        Text { spans: spans.items().iter().filter_map(span).collect() }
    };
    (!text.is_empty()).then_some(text)
}

fn span(node: &Node) -> Option<Inline> {
    if !node.is_object() {
        return Some(Inline::Span {
            text: node.spaced()?,
            marks: Vec::new(),
            href: None,
            lang: None,
        });
    }
    if node.get("break").flag() == Some(true) {
        return Some(Inline::Break { on: true });
    }
    Some(Inline::Span {
        text: node.get("text").spaced()?,
        marks: node.get("marks").list(|mark| mark.word()),
        href: node.get("href").link(),
        lang: node.get("lang").text(),
    })
}

/// A picture: an address, or an object with one.
pub(super) fn image(node: &Node) -> Option<Image> {
    if node.is_missing() {
        return None;
    }
    let url = if node.is_object() { node.need_resource("url")? } else { node.resource()? };
    let mut image = Image::at(url);
    node.put_decoded("alt", &mut image.alt);
    node.put_decoded("caption", &mut image.caption);
    node.put_decoded("creditText", &mut image.credit_text);
    node.put_pixels("width", &mut image.width);
    node.put_pixels("height", &mut image.height);
    image.srcset = node.get("srcset").list(rendition);
    image.focal = focal(&node.get("focal"));
    image.role = node.get("role").word();
    image.tone = node.get("tone").text().and_then(|tone| Tone::new(&tone));
    node.put_link("link", &mut image.link);
    Some(image)
}

fn rendition(node: &Node) -> Option<Rendition> {
    let width = node.get("width");
    Some(Rendition { url: node.need_resource("url")?, width: width.required(width.pixels())? })
}

fn focal(node: &Node) -> Option<Focal> {
    node.object()?;
    let share = |member| node.get(member).number().map(|n| n.clamp(0.0, 1.0));
    Some(Focal { x: share("x")?, y: share("y")? })
}

fn number(node: &Node) -> Option<Number> {
    Some(Number { value: node.need_decoded("value")?, label: node.need_decoded("label")? })
}
