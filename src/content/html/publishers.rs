//! What stands in classes and in lists of terms: callouts, pull quotes, galleries, things to open.

use super::build::{Builder, Kind};
use super::{cards, figure, quotes};
use crate::content::json::Json;
use crate::policy::{Attribute, Classes, Node, Tag};

/// What the classes of a publisher's markup say. None where they change nothing.
pub(super) fn classed(builder: &mut Builder, at: usize) -> Option<usize> {
    let node = builder.nodes.get(at)?;
    let (end, classes, tag) = (node.end(), node.classes(), node.tag());
    let inline = matches!(tag, Tag::Span | Tag::Link | Tag::Code | Tag::Cited);
    if classes.has(Classes::CALLOUT_MARK.or(Classes::THUMBNAIL)) {
        Some(end)
    } else if classes.has(Classes::POST) && tag == Tag::Quotation {
        cards::post(builder, at)
    } else if classes.has(Classes::CARD) {
        cards::card(builder, at)
    } else if classes.has(Classes::CAPTION) && (builder.line.is_blank() || tag != Tag::Span) {
        figure::caption_behind(builder, at)
    } else if inline || matches!(tag, Tag::Image | Tag::Picture | Tag::Preformatted) {
        None
    } else if classes.has(Classes::PULLQUOTE) && !builder.is_in(Kind::Pullquote) {
        let mut quote = Json::nothing();
        quotes::citation(builder, at, &mut quote);
        builder.frame(end, Kind::Pullquote, quote);
        Some(at + 1)
    } else if classes.has(Classes::CALLOUT) {
        builder.frame(end, Kind::Callout, Json::block("callout"));
        Some(at + 1)
    } else if classes.has(Classes::TOGGLE) {
        details(builder, at)
    } else if classes.has(Classes::GALLERY) && !builder.is_in(Kind::Gallery) {
        figure::open(builder, at, Kind::Gallery)
    } else if classes.has(Classes::FIGURE) && tag != Tag::Figure {
        figure::open(builder, at, Kind::Figure)
    } else {
        None
    }
}

/// A term, which waits for what it means, or what it means.
pub(super) fn term(builder: &mut Builder, at: usize) -> Option<usize> {
    let node = builder.nodes.get(at)?;
    let (end, meaning) = (node.end(), node.tag() == Tag::Meaning);
    let mut said = if meaning { String::new() } else { builder.plain(at) };
    builder.flush();
    let Some(terms) = builder.frames.last_mut().filter(|frame| frame.kind == Kind::Terms) else {
        builder.same(end);
        return Some(at + 1);
    };
    let before = terms.block.take_text("term");
    if meaning {
        holder(builder, end, "definition", "term", &before);
        return Some(at + 1);
    }
    // Several terms may mean the same.
    if said.is_empty() {
        said = before;
    } else if !before.is_empty() {
        said = [&before, ", ", &said].concat();
    }
    terms.block.say("term", &said);
    Some(end)
}

/// Something to open.
pub(super) fn details(builder: &mut Builder, at: usize) -> Option<usize> {
    let node = builder.nodes.get(at)?;
    let (end, open) = (node.end(), node.has(Attribute::Open));
    let head = |node: &Node| node.tag() == Tag::Summary || node.is(Classes::TOGGLE_HEAD);
    let mut summary = String::new();
    if let Some(head) = builder.find(at, &head) {
        summary = builder.plain(head);
        builder.leave_out(head);
    }
    holder(builder, end, "details", "summary", &summary);
    if open && let Some(frame) = builder.frames.last_mut() {
        frame.block.put("open", Json::Bool(true));
    }
    Some(at + 1)
}

/// Blocks that belong to a word or a line; without it they are as all others.
fn holder(builder: &mut Builder, end: usize, block: &str, name: &str, words: &str) {
    let mut block = Json::block(block);
    block.tell(name, words);
    let kind = if words.is_empty() { Kind::Through } else { Kind::Holder };
    builder.frame(end, kind, block);
}
