//! Text on its way into an address: cleaned, cut, counted, encoded.

use super::targets::Count;
pub(super) use crate::text::encode;

/// White space and what cannot be printed. Spaces that do not break are left.
fn is_space(c: char) -> bool {
    c <= ' ' || matches!(c, '\u{7f}'..='\u{9f}' | '\u{2028}' | '\u{2029}')
}

/// The words of a text.
pub(super) fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(is_space).filter(|word| !word.is_empty())
}

/// One line: white space and controls are single spaces. Characters that embed or override a direction go,
/// as an address stands behind the text and would be turned too; the plain marks of Arabic and Hebrew stay.
#[inline(never)]
pub(super) fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for word in words(text) {
        let before = line.len();
        if before > 0 {
            line.push(' ');
        }
        let start = line.len();
        line.extend(
            word.chars()
                .filter(|c| !matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')),
        );
        if line.len() == start {
            line.truncate(before);
        }
    }
    line
}

/// The characters that need no encoding anywhere.
pub(super) const UNRESERVED: &[u8] = b"-_.~";

/// The text in at most `most` code points, the last of which is "…" where something is left out.
///
/// It is cut between words. Where there is no space in the second half (scripts without spaces, a very long
/// word), it is cut between two characters that do not belong together.
#[inline(never)]
pub(super) fn trim(text: &str, most: usize) -> String {
    let mut cut = text.len();
    let mut keep = Vec::new();
    for (count, (at, c)) in text.char_indices().enumerate() {
        keep.push((at, c));
        if count == most {
            cut = at;
            break;
        }
    }
    if cut == text.len() {
        return text.to_owned();
    }
    // Room for the sign, so one less; the character that would come next tells whether a word ends.
    keep.pop();
    let half = most / 2;
    let word = keep.iter().rposition(|(_, c)| *c == ' ').filter(|place| *place >= half);
    let place = word.unwrap_or_else(|| {
        let mut place = keep.len().saturating_sub(1);
        while place > 0 && joined(&keep, place) {
            place -= 1;
        }
        place
    });
    let end = keep.get(place).map_or(0, |(at, _)| *at);
    let kept = text.get(..end).unwrap_or_default().trim_ascii_end();
    if kept.is_empty() { String::new() } else { [kept, "…"].concat() }
}

/// Whether a character and the one before it must not be parted.
fn joined(text: &[(usize, char)], place: usize) -> bool {
    let at = |place: usize| text.get(place).map_or(' ', |(_, c)| *c);
    let flag = |c: char| matches!(c, '\u{1F1E6}'..='\u{1F1FF}');
    let before = text.get(..place).unwrap_or_default();
    let flags = before.iter().rev().take_while(|(_, c)| flag(*c)).count();
    is_mark(at(place)) || at(place - 1) == '\u{200D}' || flag(at(place)) && flags % 2 == 1
}

/// Whether a character belongs to the one before it: joiners, combining marks, vowel signs, variation selectors,
/// skin tones, tags.
fn is_mark(c: char) -> bool {
    match c {
        // The blocks of India are built alike.
        '\u{900}'..='\u{DFF}' => {
            matches!(c as u32 & 0x7F, 0..=3 | 0x3C | 0x3E..=0x4F | 0x51..=0x57 | 0x62..=0x63)
        }
        _ => matches!(c,
            '\u{300}'..='\u{36F}' | '\u{483}'..='\u{489}' | '\u{591}'..='\u{5BD}' | '\u{5BF}'..='\u{5C7}'
            | '\u{610}'..='\u{61A}' | '\u{64B}'..='\u{65F}' | '\u{670}' | '\u{6D6}'..='\u{6ED}'
            | '\u{E31}' | '\u{E33}'..='\u{E3A}' | '\u{E47}'..='\u{E4E}'
            | '\u{EB1}' | '\u{EB3}'..='\u{EBC}' | '\u{EC8}'..='\u{ECE}'
            | '\u{F71}'..='\u{F84}' | '\u{102B}'..='\u{103E}' | '\u{1160}'..='\u{11FF}' | '\u{17B4}'..='\u{17D3}'
            | '\u{1AB0}'..='\u{1AFF}' | '\u{1DC0}'..='\u{1DFF}'
            | '\u{200C}' | '\u{200D}' | '\u{20D0}'..='\u{20FF}' | '\u{3099}' | '\u{309A}'
            | '\u{FE00}'..='\u{FE0F}' | '\u{FE20}'..='\u{FE2F}'
            | '\u{1F3FB}'..='\u{1F3FF}' | '\u{E0000}'..='\u{E01EF}'),
    }
}

/// What a text weighs where a service counts so.
#[inline(never)]
pub(super) fn weight(text: &str, of: Count) -> usize {
    let mut weight = 0;
    for c in text.chars() {
        weight += match c {
            // twitter-text 3: these weigh 1, all others 2.
            '\0'..='\u{10FF}'
            | '\u{2000}'..='\u{200D}'
            | '\u{2010}'..='\u{201F}'
            | '\u{2032}'..='\u{2037}'
                if of == Count::Heavy =>
            {
                1
            }
            _ if of == Count::Heavy => 2,
            // Threads counts the bytes of emoji, joiners and selectors included.
            '\0'..='\u{200C}' | '\u{200E}'..='\u{2027}' | '\u{3040}'..='\u{D7FF}' => 1,
            _ => c.len_utf8(),
        };
    }
    weight
}
