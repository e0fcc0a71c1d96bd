//! Who wrote a comment: the name as it may be shown, and what stands for a portrait that is never fetched.

use crate::content::model::CommentAuthor;
use crate::content::read::Node;
use crate::content::thread::order::hash;
use crate::text::is_word;

/// Longer names are cut, in characters: a name is a line, not a text.
const LONGEST: usize = 80;

/// Reads a name, or an object with one. None where nothing of it can be seen.
pub(super) fn author(node: &Node) -> Option<CommentAuthor> {
    if node.is_missing() {
        return None;
    }
    let object = node.is_object();
    let name = if object { node.need_name("name") } else { node.name() }?;
    let mut author = CommentAuthor { name: seen(&name)?, url: None, image: None, badge: None };
    if object {
        node.put_link("url", &mut author.url);
        node.put_resource("image", &mut author.image);
        author.badge = node.get("badge").word();
    }
    Some(author)
}

/// A name, where any of it can be seen.
pub(super) fn name(node: &Node) -> Option<String> {
    node.name().and_then(|name| seen(&name))
}

/// A name without what cannot be seen in it, so that two that look the same are the same. The joiners that
/// Persian, Indian names and emoji need stay, between other characters.
fn seen(name: &str) -> Option<String> {
    let joiner = |c: char| matches!(c, '\u{200C}' | '\u{200D}');
    let clean: String = name.chars().filter(|c| !is_invisible(*c)).collect();
    let clean = clean.trim_matches(|c: char| c <= ' ' || c == '\u{a0}' || joiner(c));
    let visible = clean.chars().any(|c| c > ' ' && c != '\u{a0}' && !joiner(c));
    let end = clean
        .char_indices()
        .nth(LONGEST)
        .map(|_| clean.char_indices().nth(LONGEST - 1).map_or(clean.len(), |(at, _)| at));
    visible.then(|| match end {
        Some(end) => [clean.get(..end).unwrap_or_default(), "…"].concat(),
        None => clean.to_owned(),
    })
}

/// Characters without a shape of their own, beyond those that reading a name takes out.
fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{AD}' | '\u{34F}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}' | '\u{180B}'..='\u{180F}'
        | '\u{200B}' | '\u{2028}' | '\u{2029}' | '\u{2060}'..='\u{206F}' | '\u{2800}' | '\u{3164}'
        | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E0FFF}')
}

/// What stands in the circle beside a name: the first letters of its first and last word, as capitals; of a
/// script without capitals the first character; "?" without letters.
pub fn initials(name: &str) -> String {
    let letter = |word: &str| word.chars().find(|c| is_word(*c) && !c.is_ascii_digit());
    let mut letters = name.split([' ', '\u{a0}', '\t', '-', '.', '_']).filter_map(letter);
    let mut out = String::new();
    match letters.next() {
        None => out.push('?'),
        Some(first) => {
            out.push(capital(first));
            out.extend(
                letters.next_back().filter(|last| has_case(first) && has_case(*last)).map(capital),
            );
        }
    }
    out
}

/// Whether a letter is of a script with capitals: Latin, Greek, Cyrillic, Armenian.
fn has_case(c: char) -> bool {
    matches!(c, '\0'..='\u{58F}' | '\u{1E00}'..='\u{1FFF}' | '\u{2C60}'..='\u{2C7F}' | '\u{A640}'..='\u{A69F}')
}

/// The capital of a letter that a name begins with. By rule: the standard library's tables are 4 kB.
fn capital(c: char) -> char {
    let code = u32::from(c);
    let code = match c {
        'a'..='z' | 'à'..='ö' | 'ø'..='þ' | 'α'..='ρ' | 'σ'..='ϋ' | 'а'..='я' => {
            code - 32
        }
        'ÿ' => 0x178,
        'ς' => 0x3A3,
        'ά' => 0x386,
        'έ'..='ί' => code - 37,
        'ό' => 0x38C,
        'ύ' | 'ώ' => code - 63,
        'ѐ'..='џ' => code - 80,
        'ա'..='ֆ' => code - 48,
        'ı' => 0x49,
        // Here the capital is the even one of two, and there the odd one.
        '\u{100}'..='\u{137}'
        | '\u{14A}'..='\u{177}'
        | '\u{1DE}'..='\u{1EF}'
        | '\u{1F8}'..='\u{21F}'
        | '\u{222}'..='\u{233}'
        | '\u{460}'..='\u{481}'
        | '\u{48A}'..='\u{4BF}'
        | '\u{4D0}'..='\u{52F}'
        | '\u{1E00}'..='\u{1E95}'
        | '\u{1EA0}'..='\u{1EFF}' => code & !1,
        '\u{139}'..='\u{148}'
        | '\u{179}'..='\u{17E}'
        | '\u{1CD}'..='\u{1DC}'
        | '\u{4C1}'..='\u{4CE}' => code - ((code + 1) & 1),
        _ => code,
    };
    char::from_u32(code).unwrap_or(c)
}

/// One of six colours for that circle, 0 to 5, always the same for a name.
pub fn tone(name: &str) -> u8 {
    ((hash(0, name) >> 32) % 6) as u8
}
