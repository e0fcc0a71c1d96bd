//! Portable Text: blocks in a row, whose lists are told by a level.

use super::cards::{embed, first};
use super::line::{Line, Setting};
use super::{DEEPEST, push, unknown};
use crate::content::model::*;
use crate::content::read::Node;

/// Lists inside one another: deeper items stand at the last level.
const DEEPEST_LEVEL: u32 = 8;

/// A list that is open.
struct Open {
    level: u32,
    ordered: bool,
    items: Vec<Vec<Block>>,
}

/// The blocks of a list, or of one block.
pub(super) fn blocks(node: &Node) -> Vec<Block> {
    let mut blocks = Vec::new();
    if node.depth() > DEEPEST {
        node.problem("nested too deep");
        return blocks;
    }
    let mut open: Vec<Open> = Vec::new();
    for node in node.items() {
        let item = node.get("listItem");
        let Some(word) = item.text() else {
            close(&mut open, 0, &mut blocks);
            block(&node, &mut blocks);
            continue;
        };
        let level = node.get("level").count().unwrap_or(1).clamp(1, DEEPEST_LEVEL);
        let ordered = word == "number";
        close(&mut open, level, &mut blocks);
        if open.last().is_some_and(|last| last.level == level && last.ordered != ordered) {
            close(&mut open, level - 1, &mut blocks);
        }
        if open.last().is_none_or(|last| last.level < level) {
            open.push(Open { level, ordered, items: Vec::new() });
        }
        let mut inner = Vec::new();
        block(&node, &mut inner);
        if let (Some(last), false) = (open.last_mut(), inner.is_empty()) {
            last.items.push(inner);
        }
    }
    close(&mut open, 0, &mut blocks);
    blocks
}

/// Ends the lists of deeper levels: each belongs to the last item of the one around it.
fn close(open: &mut Vec<Open>, level: u32, blocks: &mut Vec<Block>) {
    while let Some(Open { ordered, items, .. }) = open.pop_if(|last| last.level > level) {
        if items.is_empty() {
            continue;
        }
        let list = BlockKind::List { ordered, start: None, items };
        match open.last_mut() {
            None => push(blocks, list),
            Some(outer) => {
                if outer.items.is_empty() {
                    outer.items.push(Vec::new());
                }
                push(outer.items.last_mut().unwrap_or(blocks), list);
            }
        }
    }
}

fn block(node: &Node, out: &mut Vec<Block>) -> Option<()> {
    node.object()?;
    let name = node.get("_type");
    let kind = match name.required(name.text())?.as_str() {
        "block" => styled(node)?,
        "image" | "figure" | "mainImage" => return image(node, out),
        "code" => BlockKind::Code {
            text: node.get("code").verbatim()?,
            language: node.get("language").text(),
        },
        "break" | "divider" | "hr" | "horizontalRule" => BlockKind::Divider,
        "youtube" | "vimeo" | "video" | "embed" | "videoEmbed" | "socialMediaEmbed" => {
            return embed(&first(node, &["url", "href", "src"]), out);
        }
        "gallery" => BlockKind::Gallery {
            images: node.get("images").list(picture),
            layout: None,
            caption: node.get("caption").html_line(),
        },
        "table" => BlockKind::Table(table(node)?),
        "callout" => BlockKind::Callout {
            tone: None,
            title: node.get("title").decoded(),
            body: inside(node),
        },
        _ => {
            unknown(&name, "block");
            out.extend(inside(node));
            return None;
        }
    };
    push(out, kind);
    Some(())
}

/// A paragraph, by its style another block.
fn styled(node: &Node) -> Option<BlockKind> {
    let text = spans(node)?;
    let style = node.get("style");
    let word = style.text().unwrap_or_default();
    let level = match word.as_str() {
        "" | "normal" => return Some(BlockKind::Paragraph(text)),
        "blockquote" => {
            let body = vec![Block { id: None, kind: BlockKind::Paragraph(text) }];
            return Some(BlockKind::Quote { body, citation: None, url: None });
        }
        "h1" | "h2" => 2,
        "h3" => 3,
        "h4" | "h5" | "h6" => 4,
        _ => {
            unknown(&style, "style");
            return Some(BlockKind::Paragraph(text));
        }
    };
    Some(BlockKind::Heading { level, text })
}

/// The text of a block. A mark that is none of the usual names is the key of one that is defined beside the text.
fn spans(node: &Node) -> Option<Text> {
    let mut line = Line::default();
    let definitions = node.get("markDefs");
    let definitions = definitions.items();
    for span in node.get("children").items() {
        let mut setting = Setting::default();
        for mark in span.get("marks").items() {
            let key = mark.text();
            let own = definitions.iter().find(|it| it.get("_key").text() == key && key.is_some());
            match own {
                Some(link) => setting.href = first(link, &["href", "url"]).link().or(setting.href),
                None => setting.mark(&mark),
            }
        }
        let text = span.get("text").spaced();
        if text.is_none() && !super::is(&span, "_type", "span") {
            unknown(&span.get("_type"), "span");
        }
        let mut first = true;
        for part in text.unwrap_or_default().split('\n') {
            if !std::mem::take(&mut first) {
                line.end();
            }
            if !part.is_empty() {
                let Setting { marks, href } = &setting;
                line.add(part, Setting { marks: marks.clone(), href: href.clone() });
            }
        }
    }
    line.take()
}

/// The address of a picture stands in the document only where the publisher has joined the picture in.
fn image(node: &Node, out: &mut Vec<Block>) -> Option<()> {
    let asset = node.get("asset");
    if asset.get("url").is_missing() && node.get("url").is_missing() {
        asset.problem("a picture that is only named");
        return None;
    }
    push(out, BlockKind::Image(Box::new(picture(node)?)));
    Some(())
}

fn picture(node: &Node) -> Option<Image> {
    let asset = node.get("asset");
    let own = node.get("url");
    let url = if own.is_missing() { asset.get("url") } else { own };
    let mut image = super::cards::picture(&url, node)?;
    let metadata = asset.get("metadata");
    let size = metadata.get("dimensions");
    size.put_pixels("width", &mut image.width);
    size.put_pixels("height", &mut image.height);
    Some(image)
}

/// What stands in a block that is not known: text, or blocks.
fn inside(node: &Node) -> Vec<Block> {
    let own = first(node, &["body", "content", "text", "children", "title", "caption"]);
    if !own.is_text() {
        return blocks(&own);
    }
    let text = own.text().map(Text::plain).map(BlockKind::Paragraph);
    text.map(|kind| Block { id: None, kind }).into_iter().collect()
}

/// Rows of cells that are texts.
fn table(node: &Node) -> Option<Table> {
    let mut table = Table::default();
    for row in node.get("rows").items() {
        let cells = row.get("cells");
        let text = |cell: &Node| cell.text().map(Text::plain).unwrap_or_default();
        table.rows.push(cells.items().iter().map(text).collect());
    }
    table.rows.retain(|row| !row.is_empty());
    (!table.rows.is_empty()).then_some(table)
}
