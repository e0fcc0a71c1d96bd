//! What stands in classes and in lists of terms: callouts, pull quotes, galleries, things to open.

use super::build::{Builder, Frame, Kind};
use super::figure::Figure;
use super::{cards, quotes};
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
        Figure::caption_behind(builder, at)
    } else if inline || matches!(tag, Tag::Image | Tag::Picture | Tag::Preformatted) {
        None
    } else if classes.has(Classes::PULLQUOTE)
        && !builder.frames.iter().any(|f| matches!(f.kind, Kind::Pullquote { .. }))
    {
        let citation = quotes::citation(builder, at);
        builder.frame(end, Kind::Pullquote { citation });
        Some(at + 1)
    } else if classes.has(Classes::CALLOUT) {
        builder.frame(end, Kind::Callout);
        Some(at + 1)
    } else if classes.has(Classes::TOGGLE) {
        Some(details(builder, at))
    } else if classes.has(Classes::GALLERY) && !builder.in_gallery() {
        Some(Figure::open(builder, at, true))
    } else if classes.has(Classes::FIGURE) && tag != Tag::Figure {
        Some(Figure::open(builder, at, false))
    } else {
        None
    }
}

pub(super) fn term(builder: &mut Builder, at: usize) -> usize {
    let Some(node) = builder.nodes.get(at) else { return usize::MAX };
    let (end, meaning) = (node.end(), node.tag() == Tag::Meaning);
    let said = if meaning { String::new() } else { builder.plain(at) };
    builder.flush();
    let Some(Frame { kind: Kind::Terms { term }, .. }) = builder.frames.last_mut() else {
        builder.bound(end, builder.level);
        return at + 1;
    };
    if meaning {
        let term = term.take().unwrap_or_default();
        builder.frame(end, Kind::Meaning { term });
        return at + 1;
    }
    // Several terms may mean the same.
    *term = Some(match term.take() {
        Some(first) => [&first, ", ", &said].concat(),
        None => said,
    });
    end
}

pub(super) fn details(builder: &mut Builder, at: usize) -> usize {
    let Some(node) = builder.nodes.get(at) else { return usize::MAX };
    let (end, open) = (node.end(), node.has(Attribute::Open));
    let head = |node: &Node| node.tag() == Tag::Summary || node.is(Classes::TOGGLE_HEAD);
    let mut summary = String::new();
    if let Some(head) = builder.find(at, &head) {
        summary = builder.plain(head);
        builder.leave_out(head);
    }
    builder.frame(end, Kind::Details { summary, open });
    at + 1
}
