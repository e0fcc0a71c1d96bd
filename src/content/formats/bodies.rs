//! Bodies that editors keep as JSON: Lexical (Ghost's Koenig), Portable Text, Editor.js, Contentful's rich text,
//! ProseMirror.
//!
//! What an editor calls by a name that is not known here keeps its text, and a problem says the name.

mod cards;
mod contentful;
mod editor_js;
mod lexical;
mod line;
mod portable_text;
mod prosemirror;
mod tree;

use crate::content::json::{self, Json};
use crate::content::model::{Block, BlockKind};
use crate::content::read::Node;

/// What is nested deeper, counted in members and items of JSON, is left out: drawing follows the nesting.
const DEEPEST: u16 = 48;

/// The blocks of a body, where it is one of an editor that is known: as JSON, or as a text that is JSON, as Ghost
/// keeps it.
pub(super) fn blocks(node: &Node) -> Option<Vec<Block>> {
    if !node.is_text() {
        return known(node);
    }
    let text = node.verbatim().filter(|text| text.trim_ascii_start().starts_with(['{', '[']))?;
    let json = json::parse(&text).ok()?;
    known(&node.inside(&json))
}

fn known(node: &Node) -> Option<Vec<Block>> {
    if node.get("root").get("children").is_list() {
        return Some(tree::blocks(&node.get("root").get("children"), &lexical::DIALECT));
    }
    for (member, word, dialect) in
        [("nodeType", "document", &contentful::DIALECT), ("type", "doc", &prosemirror::DIALECT)]
    {
        if is(node, member, word) {
            return Some(tree::blocks(&node.get("content"), dialect));
        }
    }
    let blocks = node.get("blocks");
    if blocks.is_list() && blocks.items().first().is_none_or(|first| first.get("data").is_object())
    {
        return Some(editor_js::blocks(&blocks));
    }
    let first = node.items().first()?.get("_type").is_text();
    let portable = first && (node.is_list() || is(node, "_type", "block"));
    portable.then(|| portable_text::blocks(node))
}

/// Whether a member is this word.
fn is(node: &Node, member: &str, word: &str) -> bool {
    matches!(node.value().get(member), Some(Json::Text(text)) if text == word)
}

/// Adds a block.
#[inline(never)]
fn push(blocks: &mut Vec<Block>, kind: BlockKind) {
    blocks.push(Block { id: None, kind });
}

/// Says that a name is none of those that are known.
#[inline(never)]
fn unknown(name: &Node, what: &str) {
    if let Some(word) = name.text() {
        name.problem(&["no ", what, " is called \"", &word, "\": its text is kept"].concat());
    }
}
