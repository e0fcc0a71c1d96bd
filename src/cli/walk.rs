//! Over the blocks of an article, however they are nested, without going into each other.

use crate::content::model::{Block, BlockKind, Image, Inline, LivePost, Text};

/// Shows every block, those inside others after them, in the order of the text.
pub fn each<'a>(blocks: &'a [Block], see: &mut dyn FnMut(&'a Block)) {
    let mut open = vec![blocks];
    while let Some(list) = open.pop() {
        if let Some((block, rest)) = list.split_first() {
            open.push(rest);
            see(block);
            open.extend(bodies(block).into_iter().rev());
        }
    }
}

/// The lists of blocks that stand inside a block.
pub fn bodies(block: &Block) -> Vec<&[Block]> {
    match &block.kind {
        BlockKind::List { items, .. } => items.iter().map(Vec::as_slice).collect(),
        BlockKind::Qanda { items } => items.iter().map(|item| item.body.as_slice()).collect(),
        BlockKind::Timeline { events } => {
            events.iter().map(|event| event.body.as_slice()).collect()
        }
        BlockKind::Quote { body, .. }
        | BlockKind::Callout { body, .. }
        | BlockKind::Details { body, .. }
        | BlockKind::Definition { body, .. }
        | BlockKind::LivePost(LivePost { body, .. }) => vec![body],
        _ => Vec::new(),
    }
}

/// The texts with marks of a block, without those of the blocks inside.
pub fn texts(block: &Block) -> Vec<&Text> {
    match &block.kind {
        BlockKind::Paragraph(text) | BlockKind::Disclaimer(text) => vec![text],
        BlockKind::Heading { text, .. } | BlockKind::Pullquote { text, .. } => vec![text],
        BlockKind::Takeaways { items } => items.iter().collect(),
        BlockKind::Table(table) => table.header.iter().chain(table.rows.iter().flatten()).collect(),
        _ => Vec::new(),
    }
}

/// The pictures of a block, without those of the blocks inside.
pub fn images(block: &Block) -> Vec<&Image> {
    match &block.kind {
        BlockKind::Image(image) => vec![image],
        BlockKind::Gallery { images, .. } | BlockKind::Pair(images) => images.iter().collect(),
        BlockKind::LinkCard { image: Some(image), .. } => vec![image],
        _ => Vec::new(),
    }
}

/// Where a block leads, without the blocks inside.
pub fn links(block: &Block) -> usize {
    let linked = |span: &&Inline| matches!(span, Inline::Span { href: Some(_), .. });
    let in_text: usize =
        texts(block).iter().map(|text| text.spans.iter().filter(linked).count()).sum();
    let in_pictures = images(block).iter().filter(|image| image.link.is_some()).count();
    let own = matches!(
        &block.kind,
        BlockKind::Quote { url: Some(_), .. } | BlockKind::Embed(_) | BlockKind::LinkCard { .. }
    );
    in_text + in_pictures + usize::from(own)
}

/// What a block is called in JSON.
pub fn name(block: &Block) -> &'static str {
    match &block.kind {
        BlockKind::Paragraph(_) => "paragraph",
        BlockKind::Heading { .. } => "heading",
        BlockKind::List { .. } => "list",
        BlockKind::Quote { .. } => "quote",
        BlockKind::Pullquote { .. } => "pullquote",
        BlockKind::Divider => "divider",
        BlockKind::Image(_) => "image",
        BlockKind::Gallery { .. } => "gallery",
        BlockKind::Video(_) => "video",
        BlockKind::Audio(_) => "audio",
        BlockKind::Embed(_) => "embed",
        BlockKind::Table(_) => "table",
        BlockKind::Code { .. } => "code",
        BlockKind::Callout { .. } => "callout",
        BlockKind::Details { .. } => "details",
        BlockKind::Takeaways { .. } => "takeaways",
        BlockKind::Qanda { .. } => "qanda",
        BlockKind::Timeline { .. } => "timeline",
        BlockKind::Numbers { .. } => "numbers",
        BlockKind::Definition { .. } => "definition",
        BlockKind::LinkCard { .. } => "link-card",
        BlockKind::Correction(_) => "correction",
        BlockKind::Disclaimer(_) => "disclaimer",
        BlockKind::Rating { .. } => "rating",
        BlockKind::LivePost(_) => "live-post",
        BlockKind::Pair(_) => "pair",
    }
}
