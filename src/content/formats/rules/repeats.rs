//! What an article of any format is told again: its headline, standfirst and picture, where the text says them too.

use crate::content::model::*;
use crate::text::{first_of, is_word, last, parted, split_last, split_once};

/// A headline made of a text is cut at the word before.
const LONGEST_HEADLINE: usize = 80;

/// A headline for what has none: how the text begins.
#[inline(never)]
pub(super) fn headline_of(blocks: &[Block]) -> Option<String> {
    let mut text = texts(blocks).into_iter().map(Text::to_plain);
    let text = text.find(|text| !text.trim_ascii().is_empty())?;
    let text = text.trim_ascii();
    let Some((end, _)) = text.char_indices().nth(LONGEST_HEADLINE) else {
        return Some(text.to_owned());
    };
    let begin = text.get(..end)?;
    let begin = last(begin, b' ').and_then(|at| begin.get(..at)).unwrap_or(begin);
    Some([begin, "…"].concat())
}

/// A standfirst that an API may have made of the text: without the mark that it was cut, and none where it only
/// says how the text begins.
#[inline(never)]
pub(super) fn standfirst(text: Option<String>, body: &[Block]) -> Option<String> {
    let text = text?;
    let text = text.trim_ascii();
    // What follows the mark is at most a link to go on.
    let (begin, rest) = match split_last(text, "…") {
        Some((begin, rest)) if begin.len() > rest.len() => (begin, rest),
        _ => (text.strip_suffix("[...]").unwrap_or(text), ""),
    };
    if begins(body, begin) {
        return None;
    }
    let cut = begin.trim_ascii_end();
    let marked = cut.strip_suffix('[').filter(|_| rest.trim_ascii() == "]");
    let plain = if rest.is_empty() && begin.len() + 5 == text.len() { Some(cut) } else { marked };
    let text = plain.unwrap_or(text).trim_ascii();
    (!text.is_empty()).then(|| text.to_owned())
}

/// Whether a body begins with a text, letter by letter.
fn begins(body: &[Block], text: &str) -> bool {
    let mut wanted = text.chars().filter(|c| is_word(*c)).peekable();
    for text in texts(body) {
        for c in text.to_plain().chars().filter(|c| is_word(*c)) {
            match wanted.next() {
                None => return true,
                Some(other) if other == c => {}
                Some(_) => return false,
            }
        }
    }
    wanted.peek().is_none()
}

/// The texts that readers see first, in order.
fn texts(blocks: &[Block]) -> Vec<&Text> {
    let mut found = Vec::new();
    let mut todo: Vec<&Block> = blocks.iter().take(40).rev().collect();
    while let Some(block) = todo.pop() {
        match &block.kind {
            BlockKind::Paragraph(text) | BlockKind::Heading { text, .. } => found.push(text),
            BlockKind::List { items, .. } => todo.extend(items.iter().rev().flatten()),
            BlockKind::Quote { body, .. }
            | BlockKind::Callout { body, .. }
            | BlockKind::Details { body, .. } => todo.extend(body.iter().rev()),
            _ => {}
        }
    }
    found
}

/// Takes the headline off the top of a body that repeats it.
pub(super) fn drop_title(article: &mut Article) {
    let headline = article.headline.as_str();
    let repeats = article.body.first().is_some_and(|block| match &block.kind {
        BlockKind::Heading { text, .. } | BlockKind::Paragraph(text) => {
            text.to_plain().trim_ascii() == headline
        }
        _ => false,
    });
    if repeats {
        article.body.remove(0);
    }
}

/// Takes the first picture of the body out of it where it is the leading one again, or only one at its `top`. What it says
/// more is kept.
#[inline(never)]
pub(super) fn lead_once(article: &mut Article, top: bool) {
    let Some(lead) = article.image.first_mut() else { return };
    let is_picture = |block: &Block| matches!(block.kind, BlockKind::Image(_));
    let Some(at) = article.body.iter().position(is_picture).filter(|at| !top || *at == 0) else {
        return;
    };
    let Some(BlockKind::Image(image)) = article.body.get(at).map(|block| &block.kind) else {
        return;
    };
    if !is_same_file(lead.url.as_str(), image.url.as_str()) {
        return;
    }
    let say = |place: &mut Option<String>, own: &Option<String>| {
        if place.is_none() {
            place.clone_from(own);
        }
    };
    say(&mut lead.alt, &image.alt);
    say(&mut lead.caption, &image.caption);
    say(&mut lead.credit_text, &image.credit_text);
    article.body.remove(at);
}

/// Whether two addresses are those of one picture in other sizes, or from another server.
fn is_same_file(a: &str, b: &str) -> bool {
    let (a, b) = (file(a), file(b));
    let (long, short) = if a.len() > b.len() { (&a, &b) } else { (&b, &a) };
    short.len() > 1 && long.ends_with(short.as_str())
}

/// The path of an address without what only names a size: `-1024x768`, `-scaled`, `size/w600/`.
fn file(url: &str) -> String {
    let url = url.get(..first_of(url, b"?#")).unwrap_or(url);
    let path = split_once(url, "://").map_or(url, |(_, rest)| rest);
    let path = path.get(first_of(path, b"/")..).unwrap_or_default();
    let (folder, name) = path.split_at(last(path, b'/').unwrap_or_default());
    let (stem, ending) = name.split_at(last(name, b'.').unwrap_or(name.len()));
    let stem = stem.strip_suffix("-scaled").unwrap_or(stem);
    let stem = match split_last(stem, "-") {
        Some((bare, size)) if is_size(size) => bare,
        _ => stem,
    };
    let folder = match split_once(folder, "/size/w") {
        Some((before, after)) => {
            [before, after.get(first_of(after, b"/")..).unwrap_or_default()].concat()
        }
        None => folder.to_owned(),
    };
    [&folder, stem, ending].concat()
}

/// `1024x768`.
fn is_size(text: &str) -> bool {
    let number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    parted(text, b'x').is_some_and(|(width, height)| number(width) && number(height))
}
