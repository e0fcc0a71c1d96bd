//! Stable anchors: the same article gives the same addresses, whatever is put in before or after.

use crate::content::model::{Block, BlockKind};
use std::collections::BTreeSet;

/// What may be linked to gets an id: the publisher's own if it is fit, else one made of what it says.
/// Pictures are named by their file, live posts by their title or time.
pub(super) fn anchors(mut blocks: Vec<Block>) -> Vec<Block> {
    let mut taken = BTreeSet::new();
    name(&mut blocks, &mut taken);
    blocks
}

fn name(blocks: &mut [Block], taken: &mut BTreeSet<String>) {
    for block in blocks {
        let wished = block.id.take().map(|id| slug(&id)).filter(|id| !id.is_empty());
        block.id = wished.or_else(|| speaking(&block.kind)).map(|id| unique(id, taken));
        match &mut block.kind {
            BlockKind::LivePost(post) => name(&mut post.body, taken),
            BlockKind::Callout { body, .. }
            | BlockKind::Details { body, .. }
            | BlockKind::Quote { body, .. } => name(body, taken),
            BlockKind::Qanda { items } => items.iter_mut().for_each(|i| name(&mut i.body, taken)),
            BlockKind::Timeline { events } => {
                events.iter_mut().for_each(|e| name(&mut e.body, taken))
            }
            BlockKind::List { items, .. } => items.iter_mut().for_each(|item| name(item, taken)),
            _ => {}
        }
    }
}

/// An id made of what the block says. None where nobody would link to it.
fn speaking(kind: &BlockKind) -> Option<String> {
    let id = match kind {
        BlockKind::Heading { text, .. } => slug(&text.to_plain()),
        BlockKind::LivePost(post) => match (&post.title, &post.date_published) {
            (Some(title), _) => slug(title),
            (None, Some(date)) => ["post-", &slug(&date.written)].concat(),
            (None, None) => String::new(),
        },
        BlockKind::Image(image) => file_name(image.url.as_str()),
        BlockKind::Pair(images) | BlockKind::Gallery { images, .. } => {
            file_name(images.first()?.url.as_str())
        }
        _ => return None,
    };
    let fallback = match kind {
        BlockKind::Heading { .. } => "section",
        BlockKind::LivePost(_) => "post",
        _ => "figure",
    };
    Some(if id.is_empty() { fallback.to_owned() } else { id })
}

fn file_name(url: &str) -> String {
    let path = url.split(['?', '#']).next().unwrap_or_default();
    let file = path.rsplit('/').next().unwrap_or_default();
    slug(file.split('.').next().unwrap_or_default())
}

/// Letters and digits of every script in lower case, parted by single hyphens, at most 64 characters.
fn slug(text: &str) -> String {
    let mut slug = String::new();
    let mut length = 0;
    for c in text.chars() {
        if length == 64 {
            break;
        }
        if c.is_alphanumeric() {
            slug.push(c.to_ascii_lowercase());
            length += 1;
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
            length += 1;
        }
    }
    slug.truncate(slug.trim_end_matches('-').len());
    slug
}

/// The id, with a number where it is taken.
fn unique(id: String, taken: &mut BTreeSet<String>) -> String {
    let mut candidate = id.clone();
    let mut number = 2;
    while !taken.insert(candidate.clone()) {
        candidate = [&id, "-", &number.to_string()].concat();
        number += 1;
    }
    candidate
}
