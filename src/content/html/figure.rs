//! Pictures and all else that has a caption: the caption is found before what it is of.

use super::build::{Builder, Kind};
use crate::content::json::Json;
use crate::policy::{Classes, Node, Tag};
use crate::text::{split_once, trimmed};

/// Begins the credit at the end of a caption.
const CREDITED: &[&str] =
    &["Photo: ", "Photograph: ", "Foto: ", "Photo credit: ", "Credit: ", "Image: ", "Bild: "];

const SPACES: &str = " \u{a0}";

/// A figure begins. What is known of it beforehand: `caption` and `credit` as plain text, and `role`.
pub(super) fn open(builder: &mut Builder, at: usize, kind: Kind) -> Option<usize> {
    let node = builder.nodes.get(at)?;
    let end = node.end();
    let mut figure = Json::nothing();
    role(node, &mut figure);
    let kind = if builder.is_in(Kind::Gallery) { Kind::Figure } else { kind };
    captions(builder, at, &mut figure);
    builder.frame(end, kind, figure);
    Some(at + 1)
}

/// A caption that stands behind its picture, in no figure.
pub(super) fn caption_behind(builder: &mut Builder, at: usize) -> Option<usize> {
    let end = builder.nodes.get(at)?.end();
    builder.last_image()?;
    let (text, credit) = caption(builder, at);
    let image = builder.last_image()?;
    if image.has("caption") {
        return None;
    }
    image.tell("caption", &text);
    image.tell("creditText", &credit);
    Some(end)
}

/// What becomes of the blocks of a figure.
pub(super) fn close(builder: &mut Builder, mut blocks: Vec<Json>, mut figure: Json, kind: Kind) {
    let mut pictures = 0;
    for block in &mut blocks {
        if block.is("image") {
            pictures += 1;
            if !block.has("role")
                && let Some(role) = figure.get("role")
            {
                block.put("role", role.clone());
            }
        }
    }
    if pictures > 1 && (kind == Kind::Gallery || pictures == blocks.len()) {
        let (mut images, mut others) = (Vec::new(), Vec::new());
        for block in blocks {
            if block.is("image") { images.push(block) } else { others.push(block) }
        }
        let mut gallery = Json::holding("gallery", "images", Json::List(images));
        belongs(&mut gallery, &mut figure);
        builder.push(gallery);
        blocks = others;
    } else {
        for block in &mut blocks {
            belongs(block, &mut figure);
        }
    }
    builder.extend(blocks);
    builder.say(figure.take_text("caption"));
    builder.say(figure.take_text("credit"));
}

/// Where a caption can be shown, by blocks.
const PLACES: &[(&str, &str)] = &[
    ("image", "caption"),
    ("video", "caption"),
    ("audio", "caption"),
    ("table", "caption"),
    ("gallery", "caption"),
    ("quote", "citation"),
    ("pullquote", "citation"),
];

/// Puts the caption and the credit where they can be shown: a credit with the first two.
fn belongs(block: &mut Json, figure: &mut Json) {
    let Some(at) = PLACES.iter().position(|(kind, _)| block.is(kind)) else { return };
    if let Some((_, place)) = PLACES.get(at) {
        moved(block, place, figure, "caption");
    }
    if at < 2 {
        moved(block, "creditText", figure, "credit");
    }
}

#[inline(never)]
fn moved(block: &mut Json, place: &str, figure: &mut Json, name: &str) {
    if !block.has(place) {
        block.tell(place, &figure.take_text(name));
    }
}

/// The caption and the credit of a figure: not those of figures in it.
fn captions(builder: &mut Builder, at: usize, figure: &mut Json) {
    let end = builder.nodes.get(at).map_or(at, Node::end);
    let (mut captioned, mut credit) = (false, String::new());
    // Captions in the items of a gallery are those of its pictures.
    let mut item = 0;
    let mut inside = at + 1;
    while inside < end {
        let Some(node) = builder.nodes.get(inside) else { break };
        let next = node.end();
        if matches!(node.tag(), Tag::Item | Tag::Terms) {
            item = item.max(next);
        }
        if matches!(node.tag(), Tag::Figure | Tag::Gone)
            || node.is(Classes::FIGURE.or(Classes::POST))
        {
            inside = next;
        } else if !captioned
            && (node.tag() == Tag::Caption || node.is(Classes::CAPTION))
            && inside >= item
        {
            let (own, by) = caption(builder, inside);
            if !own.is_empty() {
                captioned = true;
                figure.say("caption", &own);
            }
            if !by.is_empty() {
                credit = by;
            }
            builder.leave_out(inside);
            inside = next;
        } else if credit.is_empty() && node.is(Classes::CREDIT) {
            credit = said(builder, inside);
            builder.leave_out(inside);
            inside = next;
        } else {
            inside += 1;
        }
    }
    figure.say("credit", &credit);
}

/// What a caption says, and who is credited in it.
#[inline(never)]
fn caption(builder: &mut Builder, at: usize) -> (String, String) {
    let by = |node: &Node| node.is(Classes::CREDIT) || node.tag() == Tag::Cited;
    let mut credit = String::new();
    if let Some(inside) = builder.find(at, &by) {
        credit = said(builder, inside);
        builder.leave_out(inside);
    }
    let text = said(builder, at);
    if credit.is_empty() {
        for mark in CREDITED {
            if let Some((before, name)) = split_once(&text, mark)
                && before.bytes().last().is_none_or(|b| b" (|/".contains(&b))
                && (1..=100).contains(&name.len())
            {
                let before = trimmed(before, SPACES, " \u{a0}(|/–-");
                return (before.to_owned(), trimmed(name, SPACES, " \u{a0})").to_owned());
            }
        }
    }
    (text, credit)
}

fn said(builder: &Builder, at: usize) -> String {
    trimmed(&builder.plain(at), SPACES, SPACES).to_owned()
}

/// How much room a picture takes, where its classes say so.
#[inline(never)]
pub(super) fn role(node: &Node, block: &mut Json) {
    const ROLES: &[(Classes, &str)] = &[
        (Classes::FULL, "immersive"),
        (Classes::WIDE, "showcase"),
        (Classes::SIDE, "supporting"),
        (Classes::SMALL, "thumbnail"),
        (Classes::HALF, "halfwidth"),
    ];
    if let Some((_, role)) = ROLES.iter().find(|(class, _)| node.is(*class)) {
        block.say("role", role);
    }
}
