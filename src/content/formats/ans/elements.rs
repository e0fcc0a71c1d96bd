//! The content elements of a story, of which some hold others: lists, quotations, galleries, groups.

use super::leaf::{leaf, line, quote};
use crate::content::json::Json;
use crate::content::model::{Block, BlockKind, Image, Inline, Text};
use crate::content::read::{Document, Node};
use crate::text::digits;

/// So many elements may stand in one another: drawing follows the nesting.
const DEEPEST: usize = 12;

/// An element whose own elements are being read.
struct Open<'a> {
    element: &'a Json,
    items: std::slice::Iter<'a, Json>,
    /// Where its list stands.
    path: String,
    read: usize,
    blocks: Vec<Block>,
}

impl<'a> Open<'a> {
    fn new(element: &'a Json, member: &str, path: &str) -> Option<Self> {
        let Some(Json::List(items)) = element.get(member) else { return None };
        let path = [path, ".", member].concat();
        Some(Open { element, items: items.iter(), path, read: 0, blocks: Vec::new() })
    }

    /// The next element with its place.
    fn next(&mut self) -> Option<(&'a Json, String)> {
        let element = self.items.next()?;
        let path = [&self.path, "[", &digits(self.read as u32), "]"].concat();
        self.read += 1;
        Some((element, path))
    }
}

/// The blocks of a story. What is open stands on a stack of our own.
pub(super) fn blocks(story: &Node) -> Vec<Block> {
    let document = story.document();
    let mut open: Vec<Open> =
        Open::new(story.value(), "content_elements", "$").into_iter().collect();
    while let Some(last) = open.last_mut() {
        if let Some((element, path)) = last.next() {
            let kind = kind(element);
            let member =
                if matches!(kind, "list" | "link_list") { "items" } else { "content_elements" };
            let holds = matches!(
                kind,
                "list"
                    | "link_list"
                    | "quote"
                    | "blockquote"
                    | "pullquote"
                    | "gallery"
                    | "element_group"
            );
            let inner = if holds { Open::new(element, member, &path) } else { None };
            let before = document.faults();
            match inner {
                None => last.blocks.extend(leaf(&document.root(element), kind)),
                Some(inner) if open.len() < DEEPEST => {
                    open.push(inner);
                    continue;
                }
                Some(_) => document.root(element).problem("elements nested too deep"),
            }
            document.place(before, &path);
            continue;
        }
        let Some(done) = open.pop() else { break };
        let Some(around) = open.last_mut() else { return done.blocks };
        close(done, document, &mut around.blocks);
    }
    Vec::new()
}

/// The type of an element.
fn kind(element: &Json) -> &str {
    match element.get("type") {
        Some(Json::Text(kind)) => kind,
        _ => "",
    }
}

/// What an element has become when all in it is read.
fn close(done: Open, document: &Document, out: &mut Vec<Block>) {
    let node = document.root(done.element);
    let before = document.faults();
    match kind(done.element) {
        "list" => out.extend(list(done.blocks, &node)),
        "link_list" => out.extend(links(done.blocks, &node)),
        "gallery" => out.extend(gallery(done.blocks)),
        "element_group" => out.extend(done.blocks),
        _ => out.extend(quote(&node, done.blocks)),
    }
    let path = done.path.rsplit_once('.').map_or("$", |(path, _)| path);
    document.place(before, path);
}

fn block(kind: BlockKind) -> Block {
    Block { id: None, kind }
}

/// A list in a list belongs to the item before it.
fn list(blocks: Vec<Block>, node: &Node) -> Option<Block> {
    let mut items: Vec<Vec<Block>> = Vec::new();
    for block in blocks {
        match items.last_mut() {
            Some(item) if matches!(block.kind, BlockKind::List { .. }) => item.push(block),
            _ => items.push(vec![block]),
        }
    }
    let ordered = node.get("list_type").text().is_some_and(|kind| kind == "ordered");
    (!items.is_empty()).then(|| block(BlockKind::List { ordered, start: None, items }))
}

/// Links to read more, under their title.
fn links(blocks: Vec<Block>, node: &Node) -> Option<Block> {
    let mut items = Vec::new();
    for card in blocks {
        if let BlockKind::LinkCard { url, title, .. } = card.kind {
            let link = Inline::Span { text: title, marks: Vec::new(), href: Some(url), lang: None };
            let text = Text { spans: vec![link] };
            items.push(vec![block(BlockKind::Paragraph(text))]);
        }
    }
    if items.is_empty() {
        return None;
    }
    let body = vec![block(BlockKind::List { ordered: false, start: None, items })];
    let title = line(&node.get("title"));
    Some(block(BlockKind::Callout { tone: None, title, body }))
}

fn gallery(blocks: Vec<Block>) -> Option<Block> {
    let mut images: Vec<Image> = Vec::new();
    for block in blocks {
        if let BlockKind::Image(image) = block.kind {
            images.push(*image);
        }
    }
    let kind = BlockKind::Gallery { images, layout: None, caption: None };
    match &kind {
        BlockKind::Gallery { images, .. } if images.is_empty() => None,
        _ => Some(block(kind)),
    }
}
