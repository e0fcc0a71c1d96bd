//! How long the text takes to read, as a range.
//!
//! The speeds are those of the IReST study (Trauzettel-Klosinski and Dietz, 2012, "Standardized
//! Assessment of Reading Performance", 17 languages): the mean of silent readers of news-like text, one
//! standard deviation either way. Languages without a figure take English's. Chinese, Japanese and Korean
//! are counted in characters.

use crate::content::model::{Article, Block, BlockKind, Text};
use crate::text::is_word;

/// Whole minutes; a single one where both ends round to the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReadingTime {
    /// For a quick reader, at least 1.
    pub least: u32,
    /// For an unhurried one.
    pub most: u32,
}

/// Words (or characters) a minute: language, mean, standard deviation.
const SPEEDS: &[(&str, u32, u32)] = &[
    ("ar", 138, 20),
    ("de", 179, 17),
    ("en", 228, 30),
    ("es", 218, 28),
    ("fi", 161, 18),
    ("fr", 195, 26),
    ("he", 187, 29),
    ("it", 188, 28),
    ("nl", 202, 29),
    ("pl", 166, 23),
    ("pt", 181, 29),
    ("ru", 184, 32),
    ("sl", 180, 30),
    ("sv", 199, 34),
    ("tr", 166, 25),
];
const DEFAULT_SPEED: (u32, u32) = (228, 30);
const CHARACTERS_A_MINUTE: (u32, u32) = (357, 56);

/// The reading time of an article: of the words of its body alone, without captions, code, tables of
/// data, and what stands around the text. `None` for fewer than 100 words: a figure would be noise.
pub fn reading_time(article: &Article) -> Option<ReadingTime> {
    let mut count = Count::default();
    count_blocks(&article.body, &mut count);
    let language = article.language().unwrap_or("en");
    let primary = language.split('-').next().unwrap_or_default();
    let (mean, deviation) = SPEEDS
        .iter()
        .find(|(name, ..)| name.eq_ignore_ascii_case(primary))
        .map_or(DEFAULT_SPEED, |(_, mean, deviation)| (*mean, *deviation));
    if count.words + count.characters / 2 < 100 {
        return None;
    }
    let (c_mean, c_deviation) = CHARACTERS_A_MINUTE;
    let minutes = |words_speed: u32, characters_speed: u32| {
        let seconds = count.words * 60 / words_speed + count.characters * 60 / characters_speed;
        ((seconds + 30) / 60).max(1)
    };
    Some(ReadingTime {
        least: minutes(mean + deviation, c_mean + c_deviation),
        most: minutes(mean - deviation, c_mean - c_deviation),
    })
}

/// What was counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// Words of scripts that part them.
    pub words: u32,
    /// Characters of scripts that do not.
    pub characters: u32,
}

/// Counts a text: runs of letters and digits are words, ideographs, kana and hangul count one by one.
pub fn count_text(text: &str, count: &mut Count) {
    let mut in_word = false;
    for c in text.chars() {
        if is_cjk(c) {
            count.characters += 1;
            in_word = false;
        } else if is_word(c) {
            count.words += u32::from(!in_word);
            in_word = true;
        } else if !matches!(c, '\'' | '’' | '-' | '.' | ',' | '\u{ad}') && !is_combining(c) {
            in_word = false;
        }
    }
}

fn is_cjk(c: char) -> bool {
    matches!(c, '\u{3041}'..='\u{30FF}' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7AF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{2FA1F}')
}

/// Marks that stand within words of Arabic, Hebrew and Indic scripts.
fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}' | '\u{591}'..='\u{5C7}' | '\u{610}'..='\u{61A}' | '\u{64B}'..='\u{65F}' | '\u{670}' | '\u{900}'..='\u{903}' | '\u{93A}'..='\u{94F}' | '\u{200C}' | '\u{200D}')
}

fn count_blocks(blocks: &[Block], count: &mut Count) {
    for block in blocks {
        let mut text = |text: &Text| count_text(&text.to_plain(), count);
        match &block.kind {
            BlockKind::Paragraph(t) => text(t),
            BlockKind::Heading { text: t, .. } => text(t),
            BlockKind::Takeaways { items } => items.iter().for_each(text),
            BlockKind::List { items, .. } => {
                items.iter().for_each(|item| count_blocks(item, count));
            }
            BlockKind::Quote { body, .. }
            | BlockKind::Callout { body, .. }
            | BlockKind::Details { body, .. }
            | BlockKind::Definition { body, .. }
            | BlockKind::LivePost(crate::content::model::LivePost { body, .. }) => {
                count_blocks(body, count);
            }
            BlockKind::Qanda { items } => items.iter().for_each(|item| {
                count_text(&item.question, count);
                count_blocks(&item.body, count);
            }),
            BlockKind::Timeline { events } => {
                events.iter().for_each(|event| count_blocks(&event.body, count));
            }
            _ => {}
        }
    }
}
