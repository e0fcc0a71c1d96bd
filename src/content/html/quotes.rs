//! Quotations and program text.

use super::build::{Builder, Kind};
use super::line::{Line, is_blank};
use crate::content::model::{Block, BlockKind, Inline, Text};
use crate::policy::{Attribute, Classes, Node, Tag};

/// A quotation begins.
pub(super) fn quotation(builder: &mut Builder, at: usize) -> usize {
    let Some(node) = builder.nodes.get(at) else { return usize::MAX };
    let (end, url) = (node.end(), node.link(Attribute::Cite, builder.base));
    let citation = citation(builder, at);
    builder.frame(end, Kind::Quote { citation, url });
    at + 1
}

/// Who said it: the last thing in a quotation, if that is a footer or stands by itself in a line.
pub(super) fn citation(builder: &mut Builder, at: usize) -> Option<String> {
    let end = builder.nodes.get(at)?.end();
    let mut found = None;
    let mut place = at + 1;
    while place < end {
        let node = builder.nodes.get(place)?;
        let mut next = place + 1;
        match node.tag() {
            Tag::Cited | Tag::Footer | Tag::Caption => {
                found = Some(place);
                next = node.end();
            }
            Tag::Gone => next = node.end(),
            // What is shown behind it goes on with the quotation.
            Tag::Text if !is_blank(node.text()) => found = None,
            _ => {}
        }
        place = next;
    }
    let found = found?;
    let own = |node: &Node| node.tag() == Tag::Quotation && node.end() > found;
    if builder.nodes.get(at + 1..found)?.iter().any(own) {
        return None;
    }
    // In a paragraph with other words it is the title of a work.
    let paragraph = (at + 1..found).rev().find(|place| {
        builder
            .nodes
            .get(*place)
            .is_some_and(|node| node.tag() == Tag::Paragraph && node.end() > found)
    });
    if let Some(paragraph) = paragraph {
        let before = Line::of(&builder.nodes, paragraph + 1, found, builder.base, false).to_plain();
        if !before.trim_matches(is_dash).is_empty() {
            return None;
        }
        builder.leave_out(paragraph);
    }
    let said = builder.plain(found);
    builder.leave_out(found);
    let said = said.trim_start_matches(is_dash).trim_ascii();
    (!said.is_empty()).then(|| said.to_owned())
}

fn is_dash(c: char) -> bool {
    matches!(c, '—' | '–' | '-' | '―' | ' ' | '\u{a0}')
}

/// A line set large: what it says, one line a block.
pub(super) fn pullquote(builder: &mut Builder, blocks: Vec<Block>, mut citation: Option<String>) {
    let mut text = Text::default();
    let mut todo: Vec<Block> = blocks.into_iter().rev().collect();
    while let Some(block) = todo.pop() {
        match block.kind {
            BlockKind::Paragraph(line) | BlockKind::Heading { text: line, .. } => {
                if !text.spans.is_empty() {
                    text.spans.push(Inline::Break { on: true });
                }
                text.spans.extend(line.spans);
            }
            BlockKind::Quote { body, citation: own, .. } => {
                citation = citation.or(own);
                todo.extend(body.into_iter().rev());
            }
            kind => {
                large(builder, &mut text, &mut citation);
                builder.push(kind);
            }
        }
    }
    large(builder, &mut text, &mut citation);
    if let Some(citation) = citation {
        builder.push(BlockKind::Paragraph(Text::plain(citation)));
    }
}

/// The line so far.
fn large(builder: &mut Builder, text: &mut Text, citation: &mut Option<String>) {
    if !text.spans.is_empty() {
        let text = std::mem::take(text);
        builder.push(BlockKind::Pullquote { text, citation: citation.take() });
    }
}

/// Program text as it stands; verse line by line.
pub(super) fn preformatted(builder: &mut Builder, at: usize) -> usize {
    let Some(node) = builder.nodes.get(at) else { return usize::MAX };
    let (end, verse) = (node.end(), node.is(Classes::VERSE));
    let inside = builder.nodes.get(at..end).unwrap_or_default();
    let language = inside.iter().find_map(|node| node.word(Attribute::Class)).map(str::to_owned);
    let mut text = String::new();
    let mut place = at;
    while place < end {
        let Some(node) = builder.nodes.get(place) else { break };
        match node.tag() {
            Tag::Break => text.push('\n'),
            Tag::Image => text.push_str(node.word(Attribute::Alt).unwrap_or_default()),
            _ => text.push_str(node.text()),
        }
        place = if node.tag() == Tag::Gone { node.end() } else { place + 1 };
    }
    builder.flush();
    let text = text.trim_end().trim_start_matches(['\n', '\r']);
    if is_blank(text) {
        return end;
    }
    if verse {
        for line in text.lines() {
            builder.line.text(line);
            builder.line.break_line();
        }
        builder.flush();
    } else {
        builder.push(BlockKind::Code { text: text.to_owned(), language });
    }
    end
}
