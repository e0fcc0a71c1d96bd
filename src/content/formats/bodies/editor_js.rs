//! Editor.js: a row of blocks, with HTML in their texts.

use super::cards::{add_picture, card, first, paragraph};
use super::{DEEPEST, push, unknown};
use crate::content::model::*;
use crate::content::read::Node;

/// The blocks of a list.
pub(super) fn blocks(list: &Node) -> Vec<Block> {
    let mut blocks = Vec::new();
    for item in list.items() {
        if item.object().is_some() {
            block(&item, &mut blocks);
        }
    }
    blocks
}

fn block(node: &Node, out: &mut Vec<Block>) -> Option<()> {
    let (name, data) = (node.get("type"), node.get("data"));
    let (text, caption) = (data.get("text"), data.get("caption"));
    let kind = match name.required(name.text())?.as_str() {
        "paragraph" => BlockKind::Paragraph(text.html_text()?),
        "header" => {
            let level = data.get("level").count().unwrap_or(2).clamp(2, 4) as u8;
            BlockKind::Heading { level, text: text.html_text()? }
        }
        "list" | "nestedList" | "checklist" => list(&data, super::is(&data, "style", "ordered"))?,
        "quote" => {
            BlockKind::Quote { body: text.html_blocks(), citation: caption.html_line(), url: None }
        }
        "code" => BlockKind::Code {
            text: data.get("code").verbatim()?,
            language: first(&data, &["language", "languageCode"]).text(),
        },
        "delimiter" => BlockKind::Divider,
        "image" | "simpleImage" => return image(&data, out),
        "embed" => BlockKind::Embed(Box::new(embed(&data)?)),
        "table" => BlockKind::Table(table(&data)?),
        "linkTool" => {
            return card(&data.get("link"), &data.get("meta"), &["title"], "description", out);
        }
        "attaches" => {
            let file = data.get("file");
            let about = if data.get("title").is_missing() { &file } else { &data };
            return card(&file.get("url"), about, &["title", "name"], "description", out);
        }
        "warning" | "alert" | "callout" => BlockKind::Callout {
            tone: (name.text()? == "warning").then_some(CalloutTone::Warning),
            title: data.get("title").html_line(),
            body: data.get("message").html_blocks(),
        },
        "raw" | "html" => {
            out.extend(data.get("html").html_blocks());
            return Some(());
        }
        _ => {
            unknown(&name, "block");
            const TEXTS: &[&str] = &["text", "html", "message", "content", "title", "caption"];
            let text = first(&data, TEXTS);
            return if text.is_text() { paragraph(&text, out) } else { None };
        }
    };
    push(out, kind);
    Some(())
}

fn image(data: &Node, out: &mut Vec<Block>) -> Option<()> {
    let file = data.get("file");
    let url = if file.is_missing() { data.get("url") } else { file.get("url") };
    add_picture(&url, data, out)?;
    if data.is_set("stretched")
        && let Some(Block { kind: BlockKind::Image(image), .. }) = out.last_mut()
    {
        image.role = Some(Role::Showcase);
    }
    Some(())
}

/// `source` is the page that was pasted, `embed` the frame that the editor shows.
fn embed(data: &Node) -> Option<Embed> {
    let url = first(data, &["source", "embed"]);
    let mut embed = Embed::at(url.required(url.resource())?);
    data.put_text("service", &mut embed.provider);
    data.put_pixels("width", &mut embed.width);
    data.put_pixels("height", &mut embed.height);
    embed.title = data.get("caption").html_line();
    Some(embed)
}

/// Items are texts, or objects with a text and items of their own.
fn list(data: &Node, ordered: bool) -> Option<BlockKind> {
    if data.depth() > DEEPEST {
        data.problem("nested too deep");
        return None;
    }
    let mut items = Vec::new();
    for item in data.get("items").items() {
        let mut blocks = Vec::new();
        if item.is_object() {
            paragraph(&first(&item, &["content", "text"]), &mut blocks);
            blocks.extend(list(&item, ordered).map(|kind| Block { id: None, kind }));
        } else {
            paragraph(&item, &mut blocks);
        }
        if !blocks.is_empty() {
            items.push(blocks);
        }
    }
    let meta = data.get("meta");
    let start = meta.get("start").number().map(|n| n as i32).filter(|n| ordered && *n != 1);
    (!items.is_empty()).then_some(BlockKind::List { ordered, start, items })
}

fn table(data: &Node) -> Option<Table> {
    let mut table = Table::default();
    for row in data.get("content").items() {
        let cells = row.items();
        table.rows.push(cells.iter().map(|cell| cell.html_text().unwrap_or_default()).collect());
    }
    table.rows.retain(|row| !row.is_empty());
    if data.is_set("withHeadings") && !table.rows.is_empty() {
        table.header = table.rows.remove(0);
    }
    (!table.rows.is_empty() || !table.header.is_empty()).then_some(table)
}
