//! Quotations and program text.

use super::build::Builder;
use super::line::{Line, is_blank, plain};
use crate::content::json::Json;
use crate::content::plain::decode_entities;
use crate::policy::{Attribute, Classes, Tag};
use crate::text::{part, trimmed};

/// Who said it: the last thing in a quotation, if that is a footer or stands by itself in a line.
pub(super) fn citation(builder: &mut Builder, at: usize, quote: &mut Json) -> Option<()> {
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
    let around = |tag| {
        let before = builder.nodes.get(at + 1..found)?;
        before.iter().rposition(|node| node.tag() == tag && node.end() > found)
    };
    if around(Tag::Quotation).is_some() {
        return None;
    }
    // In a paragraph with other words it is the title of a work.
    if let Some(paragraph) = around(Tag::Paragraph) {
        let paragraph = at + 1 + paragraph;
        let before = plain(&Line::of(&builder.nodes, paragraph + 1, found, builder.base, false));
        if !trimmed(&before, DASHES, "").is_empty() {
            return None;
        }
        builder.leave_out(paragraph);
    }
    let said = builder.plain(found);
    builder.leave_out(found);
    quote.tell("citation", trimmed(&said, DASHES, "").trim_ascii());
    Some(())
}

/// Begin a name.
const DASHES: &str = "—–-― \u{a0}";

/// A line set large: what it says, one line a block.
pub(super) fn pullquote(builder: &mut Builder, blocks: Vec<Json>, mut quote: Json) {
    let mut todo = blocks;
    todo.reverse();
    let mut spans = Vec::new();
    while let Some(mut block) = todo.pop() {
        if block.is("paragraph") || block.is("heading") {
            if !spans.is_empty() {
                spans.push(Json::only("break", Json::Bool(true)));
            }
            spans.append(&mut block.take_list("spans"));
        } else if block.is("quote") {
            if !quote.has("citation")
                && let Some(own) = block.take("citation")
            {
                quote.put("citation", own);
            }
            let mut body = block.take_list("body");
            body.reverse();
            todo.append(&mut body);
        } else if !matches!(block, Json::Null) {
            large(builder, &mut spans, &mut quote);
            builder.push(block);
        }
    }
    large(builder, &mut spans, &mut quote);
    builder.say(decode_entities(&quote.take_text("citation")));
}

/// The line so far.
fn large(builder: &mut Builder, spans: &mut Vec<Json>, quote: &mut Json) {
    if !spans.is_empty() {
        let mut block = Json::holding("pullquote", "spans", Json::List(std::mem::take(spans)));
        if let Some(citation) = quote.take("citation") {
            block.put("citation", citation);
        }
        builder.push(block);
    }
}

/// Program text as it stands; verse line by line.
pub(super) fn preformatted(builder: &mut Builder, at: usize) -> Option<usize> {
    let node = builder.nodes.get(at)?;
    let (end, verse) = (node.end(), node.is(Classes::VERSE));
    let mut code = Json::block("code");
    let mut text = String::new();
    let mut place = at;
    while place < end {
        let node = builder.nodes.get(place)?;
        if !code.has("language") {
            code.tell("language", node.said(Attribute::Class));
        }
        match node.tag() {
            Tag::Break => text.push('\n'),
            Tag::Image => text.push_str(node.said(Attribute::Alt)),
            _ => text.push_str(node.text()),
        }
        place = if node.tag() == Tag::Gone { node.end() } else { place + 1 };
    }
    builder.flush();
    let text = trimmed(&text, "\r\n", " \t\r\n\u{c}\u{a0}");
    if is_blank(text) {
        return Some(end);
    }
    if verse {
        let mut rest = text;
        while !rest.is_empty() {
            let line;
            (line, rest) = part(rest, b'\n');
            builder.line.text(line);
            builder.line.break_line();
        }
        builder.flush();
    } else {
        code.say("text", text);
        builder.push(code);
    }
    Some(end)
}
