//! Bodies that editors keep as JSON: Lexical (Ghost's Koenig), Portable Text, Editor.js, Contentful's rich text,
//! ProseMirror. They become JSON of our own format, whose reader is there anyway, by a table for each editor.
//!
//! What an editor calls by a name that is not known here keeps its text, and a problem says the name.

mod card;
mod dialects;
mod flow;
mod levels;
mod line;
mod lists;
mod table;

use super::canonical;
use crate::content::json::{self, Json};
use crate::content::model::Block;
use crate::content::read::{Document, Node};
use dialects::{CONTENTFUL, Dialect, EDITOR_JS, LEXICAL, PORTABLE_TEXT, PROSEMIRROR};
use flow::Flow;

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
    let (root, content, blocks) = (node.get("root"), node.get("content"), node.get("blocks"));
    let lexical = root.get("children");
    let items = node.items();
    let typed = items.first().is_some_and(|first| first.get("_type").is_text());
    let (nodes, dialect): (&Node, &Dialect) = if lexical.is_list() {
        (&lexical, &LEXICAL)
    } else if is(node, "nodeType", "document") {
        (&content, &CONTENTFUL)
    } else if is(node, "type", "doc") {
        (&content, &PROSEMIRROR)
    } else if blocks.is_list()
        && blocks.items().first().is_none_or(|first| first.get("data").is_object())
    {
        (&blocks, &EDITOR_JS)
    } else if typed && (node.is_list() || is(node, "_type", "block")) {
        (node, &PORTABLE_TEXT)
    } else {
        return None;
    };
    let mut flow = Flow::new(dialect);
    flow.all(nodes, None, false);
    flow.flush();
    // What is wrong with the editor's JSON has been said with its place there.
    let document = Document::new(node.base());
    Some(canonical::blocks(&document.root(&Json::List(flow.blocks))))
}

/// Whether a member is this word.
fn is(node: &Node, member: &str, word: &str) -> bool {
    matches!(node.value().get(member), Some(Json::Text(text)) if text == word)
}

/// Says that a name is none of those that are known.
#[inline(never)]
fn unknown(name: &Node, what: &str) {
    if let Some(word) = name.text() {
        name.problem(&["no ", what, " is called \"", &word, "\": its text is kept"].concat());
    }
}
