//! Stable anchors: the same article gives the same addresses, whatever is put in before or after.

use crate::content::model::{Block, BlockKind};
use crate::text::{digits, first_of, is_word, last};

/// More anchors than this are not given: an article that repeats one heading without end must not freeze
/// the page while a number is looked for.
const MOST: usize = 2000;

/// What may be linked to gets an id: the publisher's own if it is fit, before all others, else one made of
/// what it says. Pictures are named by their file, live posts by their title or time.
pub(super) fn anchors(mut blocks: Vec<Block>) -> Vec<Block> {
    let mut taken = Vec::new();
    each(&mut blocks, &mut |block| {
        let own = block.id.take().map(|id| slug(&id)).filter(|id| !id.is_empty());
        block.id = own.and_then(|id| unique(id, &mut taken));
    });
    each(&mut blocks, &mut |block| {
        if block.id.is_none() {
            block.id = speaking(&block.kind).and_then(|id| unique(id, &mut taken));
        }
    });
    blocks
}

fn each(blocks: &mut [Block], visit: &mut dyn FnMut(&mut Block)) {
    for block in blocks {
        visit(block);
        match &mut block.kind {
            BlockKind::LivePost(post) => each(&mut post.body, visit),
            BlockKind::Callout { body, .. }
            | BlockKind::Details { body, .. }
            | BlockKind::Definition { body, .. }
            | BlockKind::Quote { body, .. } => each(body, visit),
            BlockKind::Qanda { items } => items.iter_mut().for_each(|i| each(&mut i.body, visit)),
            BlockKind::Timeline { events } => {
                events.iter_mut().for_each(|e| each(&mut e.body, visit))
            }
            BlockKind::List { items, .. } => items.iter_mut().for_each(|item| each(item, visit)),
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
    let path = url.get(..first_of(url, b"?#")).unwrap_or_default();
    let file = path.get(last(path, b'/').map_or(0, |at| at + 1)..).unwrap_or_default();
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
        if is_word(c) {
            slug.push(c.to_ascii_lowercase());
            length += 1;
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
            length += 1;
        }
    }
    if slug.ends_with('-') {
        slug.pop();
    }
    slug
}

/// The id, with a number where it is taken. The taken ones are kept in order: a set of the standard library
/// would be 2 kB.
fn unique(id: String, taken: &mut Vec<String>) -> Option<String> {
    if taken.len() == MOST {
        return None;
    }
    let mut candidate = id.clone();
    let mut number = 2_u32;
    loop {
        match taken.binary_search(&candidate) {
            Ok(_) => {
                candidate = [&id, "-", &digits(number)].concat();
                number += 1;
            }
            Err(place) => {
                taken.insert(place, candidate.clone());
                return Some(candidate);
            }
        }
    }
}
