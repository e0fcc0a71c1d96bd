//! Pictures and all else that has a caption: the caption is found before what it is of.

use super::build::{Builder, Kind};
use crate::content::model::{Block, BlockKind, Image, Role, Text};
use crate::policy::{Classes, Node, Tag};
use crate::text::split_once;

/// A figure whose content is being read.
pub(super) struct Figure {
    caption: Option<String>,
    credit: Option<String>,
    role: Option<Role>,
    pub(super) gallery: bool,
}

/// Begins the credit at the end of a caption.
const CREDITED: &[&str] =
    &["Photo: ", "Photograph: ", "Foto: ", "Photo credit: ", "Credit: ", "Image: ", "Bild: "];

impl Figure {
    /// A figure begins.
    pub(super) fn open(builder: &mut Builder, at: usize, gallery: bool) -> usize {
        let Some(node) = builder.nodes.get(at) else { return usize::MAX };
        let (end, role) = (node.end(), role(node));
        let gallery = gallery && !builder.in_gallery();
        let (caption, credit) = captions(builder, at);
        builder.frame(end, Kind::Figure(Figure { caption, credit, role, gallery }));
        at + 1
    }

    /// A caption that stands behind its picture, in no figure.
    pub(super) fn caption_behind(builder: &mut Builder, at: usize) -> Option<usize> {
        let end = builder.nodes.get(at)?.end();
        builder.last_image()?;
        let (text, credit) = caption(builder, at);
        let image = builder.last_image()?;
        if image.caption.is_some() {
            return None;
        }
        image.caption = text;
        image.credit_text = credit.or(image.credit_text.take());
        Some(end)
    }

    /// What becomes of the blocks of a figure.
    pub(super) fn close(self, builder: &mut Builder, mut blocks: Vec<Block>) {
        let Figure { mut caption, mut credit, role, gallery } = self;
        let pictures =
            blocks.iter().filter(|block| matches!(block.kind, BlockKind::Image(_))).count();
        for block in &mut blocks {
            if let BlockKind::Image(image) = &mut block.kind {
                image.role = image.role.or(role);
            }
        }
        if pictures > 1 && (gallery || pictures == blocks.len()) {
            let mut images = Vec::new();
            blocks.retain(|block| match &block.kind {
                BlockKind::Image(image) => {
                    images.push(Image::clone(image));
                    false
                }
                _ => true,
            });
            builder.push(BlockKind::Gallery { images, layout: None, caption: caption.take() });
        } else {
            for block in &mut blocks {
                belongs(&mut block.kind, &mut caption, &mut credit);
            }
        }
        builder.extend(blocks);
        for rest in [caption, credit].into_iter().flatten() {
            builder.push(BlockKind::Paragraph(Text::plain(rest)));
        }
    }
}

/// Puts the caption and the credit where they can be shown.
fn belongs(kind: &mut BlockKind, caption: &mut Option<String>, credit: &mut Option<String>) {
    let (place, credited) = match kind {
        BlockKind::Image(image) => (&mut image.caption, Some(&mut image.credit_text)),
        BlockKind::Video(video) => (&mut video.caption, Some(&mut video.credit_text)),
        BlockKind::Audio(audio) => (&mut audio.caption, None),
        BlockKind::Table(table) => (&mut table.caption, None),
        BlockKind::Gallery { caption, .. } => (caption, None),
        BlockKind::Quote { citation, .. } | BlockKind::Pullquote { citation, .. } => {
            (citation, None)
        }
        _ => return,
    };
    if place.is_none() {
        *place = caption.take();
    }
    if let Some(credited) = credited
        && credited.is_none()
    {
        *credited = credit.take();
    }
}

/// The caption and the credit of a figure: not those of figures in it.
fn captions(builder: &mut Builder, at: usize) -> (Option<String>, Option<String>) {
    let end = builder.nodes.get(at).map_or(at, Node::end);
    let (mut text, mut credit) = (None, None);
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
        } else if text.is_none()
            && (node.tag() == Tag::Caption || node.is(Classes::CAPTION))
            && inside >= item
        {
            let (own, by) = caption(builder, inside);
            text = own;
            credit = by.or(credit);
            builder.leave_out(inside);
            inside = next;
        } else if credit.is_none() && node.is(Classes::CREDIT) {
            credit = said(builder, inside);
            builder.leave_out(inside);
            inside = next;
        } else {
            inside += 1;
        }
    }
    (text, credit)
}

/// What a caption says, and who is credited in it.
fn caption(builder: &mut Builder, at: usize) -> (Option<String>, Option<String>) {
    let mut credit = None;
    let by = |node: &Node| node.is(Classes::CREDIT) || node.tag() == Tag::Cited;
    if let Some(inside) = builder.find(at, &by) {
        credit = said(builder, inside);
        builder.leave_out(inside);
    }
    let text = builder.plain(at);
    if credit.is_none() {
        for mark in CREDITED {
            if let Some((before, name)) = split_once(&text, mark)
                && (before.is_empty() || before.ends_with([' ', '(', '|', '/']))
                && (1..=100).contains(&name.len())
            {
                let before = before.trim_end_matches([' ', '(', '|', '/', '–', '-']);
                let name = if before.len() + 1 < text.len() {
                    name.trim_end_matches([')', ' '])
                } else {
                    name
                };
                return (some(before), some(name));
            }
        }
    }
    (some(&text), credit)
}

fn said(builder: &Builder, at: usize) -> Option<String> {
    some(&builder.plain(at))
}

fn some(text: &str) -> Option<String> {
    let text = text.trim_matches([' ', '\u{a0}']);
    (!text.is_empty()).then(|| text.to_owned())
}

/// How much room a picture takes, where its classes say so.
pub(super) fn role(node: &Node) -> Option<Role> {
    let table = [
        (Classes::FULL, Role::Immersive),
        (Classes::WIDE, Role::Showcase),
        (Classes::SIDE, Role::Supporting),
        (Classes::SMALL, Role::Thumbnail),
        (Classes::HALF, Role::Halfwidth),
    ];
    table.into_iter().find(|(class, _)| node.is(*class)).map(|(_, role)| role)
}
