//! Text for a terminal: nothing in it that a terminal obeys, in lines that fit.

use crate::policy::is_bidi_control;

/// The columns of a line.
pub const COLUMNS: usize = 80;

/// Text without what a terminal would obey. Controls become U+FFFD, line ends and tabs spaces; what turns the direction
/// goes, for it would reorder what stands beside it.
pub fn printable(text: &str) -> String {
    text.chars()
        .filter(|c| !is_bidi_control(*c))
        .map(|c| match c {
            '\n' | '\r' | '\t' => ' ',
            c if c.is_control() => '\u{FFFD}',
            c => c,
        })
        .collect()
}

/// How many columns a character takes.
fn width(c: char) -> usize {
    match c {
        '\u{300}'..='\u{36F}'
        | '\u{591}'..='\u{5BD}'
        | '\u{610}'..='\u{61A}'
        | '\u{64B}'..='\u{65F}' => 0,
        '\u{93C}' | '\u{94D}' | '\u{E31}' | '\u{E34}'..='\u{E3A}' | '\u{E47}'..='\u{E4E}' => 0,
        '\u{AD}'
        | '\u{200B}'..='\u{200D}'
        | '\u{20D0}'..='\u{20FF}'
        | '\u{FE00}'..='\u{FE0F}'
        | '\u{FEFF}' => 0,
        c if is_wide(c) => 2,
        _ => 1,
    }
}

/// Takes two columns: ideographs, kana, hangul, full-width forms, emoji. A line may break beside one.
fn is_wide(c: char) -> bool {
    matches!(c, '\u{1100}'..='\u{115F}' | '\u{2E80}'..='\u{303E}' | '\u{3041}'..='\u{33FF}' | '\u{3400}'..='\u{4DBF}'
        | '\u{4E00}'..='\u{9FFF}' | '\u{A000}'..='\u{A4CF}' | '\u{AC00}'..='\u{D7A3}' | '\u{F900}'..='\u{FAFF}'
        | '\u{FE30}'..='\u{FE6F}' | '\u{FF00}'..='\u{FF60}' | '\u{FFE0}'..='\u{FFE6}' | '\u{1F300}'..='\u{1F64F}'
        | '\u{1F900}'..='\u{1F9FF}' | '\u{20000}'..='\u{3FFFD}')
}

/// How many columns a text takes.
pub fn columns(text: &str) -> usize {
    text.chars().map(width).sum()
}

/// Cut to so many columns, with an ellipsis where something is missing.
pub fn shortened(text: &str, most: usize) -> String {
    let text = printable(text);
    if columns(&text) <= most {
        return text;
    }
    let mut out = String::new();
    let mut taken = 1;
    for c in text.chars() {
        taken += width(c);
        if taken > most {
            break;
        }
        out.push(c);
    }
    out.truncate(out.trim_end().len());
    out.push('…');
    out
}

/// The lines of a text, each at most so many columns wide. Runs of white space are one space; a word longer than a
/// line is cut; a line may break beside a wide character.
pub fn wrap(text: &str, most: usize) -> Vec<String> {
    let most = most.max(8);
    let mut lines = Vec::new();
    let (mut line, mut taken) = (String::new(), 0);
    let mut space = false;
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        if first.is_whitespace() && first != '\u{a0}' {
            space = taken > 0;
            rest = rest.get(first.len_utf8()..).unwrap_or_default();
            continue;
        }
        let (word, after) = rest.split_at(word_end(rest, most));
        rest = after;
        let word = printable(word);
        let wide = columns(&word);
        if taken + usize::from(space) + wide > most && taken > 0 {
            lines.push(std::mem::take(&mut line));
            taken = 0;
            space = false;
        }
        if space {
            line.push(' ');
            taken += 1;
        }
        line.push_str(&word);
        taken += wide;
        space = false;
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

/// The bytes of the first word: to white space, to a wide character, or as much as fits a line.
fn word_end(text: &str, most: usize) -> usize {
    let mut taken = 0;
    for (at, c) in text.char_indices() {
        let ends = c.is_whitespace() && c != '\u{a0}' || is_wide(c) || taken + width(c) > most;
        if ends && at > 0 {
            return at;
        }
        taken += width(c);
        // What only joins the next character stays with it.
        if is_wide(c) {
            let after = text.get(at + c.len_utf8()..).unwrap_or_default();
            return text.len() - after.trim_start_matches(|c| width(c) == 0).len();
        }
    }
    text.len()
}
