//! How much of what an article has.

use super::walk;
use crate::content::model::Article;
use crate::content::reading_time::{Count, count_text};
use serde::Serialize;
use std::collections::BTreeMap;

/// What was counted.
#[derive(Debug, Default, PartialEq, Eq, Serialize)]
pub struct Counts {
    /// The blocks of each kind, those inside others too.
    pub blocks: BTreeMap<&'static str, usize>,
    /// Words of the text; of scripts that do not part them, characters.
    pub words: u32,
    /// Pictures, those over the text too.
    pub images: usize,
    /// Links in the text, cards and embeds among them.
    pub links: usize,
    /// Comments that came with the article.
    pub comments: usize,
}

/// Counts an article.
pub fn counts(article: &Article) -> Counts {
    let mut counts = Counts {
        images: article.image.len(),
        comments: article.comment.len(),
        ..Counts::default()
    };
    let mut words = Count::default();
    walk::each(&article.body, &mut |block| {
        *counts.blocks.entry(walk::name(block)).or_default() += 1;
        counts.images += walk::images(block).len();
        counts.links += walk::links(block);
        for text in walk::texts(block) {
            count_text(&text.to_plain(), &mut words);
        }
    });
    counts.words = words.words + words.characters;
    counts
}

/// As a line: the most frequent kind of block first.
pub fn line(counts: &Counts) -> String {
    let total: usize = counts.blocks.values().sum();
    let mut kinds: Vec<(&str, usize)> =
        counts.blocks.iter().map(|(name, count)| (*name, *count)).collect();
    kinds.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let kinds: Vec<String> = kinds.iter().map(|(name, count)| format!("{name} {count}")).collect();
    let blocks = match total {
        0 => "no blocks".to_owned(),
        _ => format!("{} ({})", some(total, "block"), kinds.join(", ")),
    };
    let rest = [
        some(counts.words as usize, "word"),
        some(counts.images, "picture"),
        some(counts.links, "link"),
        some(counts.comments, "comment"),
    ];
    format!("{blocks}, {}", rest.join(", "))
}

/// A number of things, in English.
pub fn some(count: usize, thing: &str) -> String {
    format!("{count} {thing}{}", if count == 1 { "" } else { "s" })
}
