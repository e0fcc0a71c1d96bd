//! Small text work that the standard library does at a price: its searcher for strings is 2 kB, its tables
//! of letters 4 kB that do not compress, its writing of numbers 2 kB.

/// The decimal digits of a number.
#[inline(never)]
pub fn digits(mut number: u32) -> String {
    let mut reversed = Vec::new();
    loop {
        reversed.push(b'0' + (number % 10) as u8);
        number /= 10;
        if number == 0 {
            return reversed.iter().rev().map(|digit| char::from(*digit)).collect();
        }
    }
}

/// What stands before and after the first place of `needle`.
#[inline(never)]
pub fn split_once<'a>(text: &'a str, needle: &str) -> Option<(&'a str, &'a str)> {
    let at = text.as_bytes().windows(needle.len()).position(|part| part == needle.as_bytes())?;
    Some((text.get(..at)?, text.get(at + needle.len()..)?))
}

/// What stands before the first place of an ASCII character, and what behind it: all and nothing where there is none.
#[inline(never)]
pub fn part(text: &str, end: u8) -> (&str, &str) {
    let at = text.bytes().position(|byte| byte == end).unwrap_or(text.len());
    (text.get(..at).unwrap_or_default(), text.get(at + 1..).unwrap_or_default())
}

/// The parts of a text that an ASCII character parts: at least one.
pub fn parts(text: &str, mark: u8) -> Parts<'_> {
    Parts(Some(text), mark)
}

/// See [`parts`]. Standard iterators are made anew for each kind of mark, with a searcher.
pub struct Parts<'a>(Option<&'a str>, u8);

impl<'a> Iterator for Parts<'a> {
    type Item = &'a str;

    #[inline(never)]
    fn next(&mut self) -> Option<&'a str> {
        let text = self.0?;
        let (own, rest) = part(text, self.1);
        self.0 = (own.len() < text.len()).then_some(rest);
        Some(own)
    }
}

/// What stands before and behind the first place of an ASCII character, if there is one.
#[inline(never)]
pub fn parted(text: &str, mark: u8) -> Option<(&str, &str)> {
    let (own, rest) = part(text, mark);
    (own.len() < text.len()).then_some((own, rest))
}

/// What stands before and behind the last place of `needle`.
#[inline(never)]
pub fn split_last<'a>(text: &'a str, needle: &str) -> Option<(&'a str, &'a str)> {
    let at = text.as_bytes().windows(needle.len()).rposition(|part| part == needle.as_bytes())?;
    Some((text.get(..at)?, text.get(at + needle.len()..)?))
}

/// Texts in one, with another between them.
#[inline(never)]
pub fn joined<T: AsRef<str>>(texts: &[T], between: &str) -> String {
    let mut out = String::new();
    for (at, text) in texts.iter().enumerate() {
        out.push_str(if at > 0 { between } else { "" });
        out.push_str(text.as_ref());
    }
    out
}

/// A whole number of up to fifteen digits, and nothing else.
#[inline(never)]
pub fn whole(text: &str) -> Option<i64> {
    let short = (1..=15).contains(&text.len());
    let mut number = 0;
    for byte in text.bytes() {
        number = number * 10 + i64::from(byte.wrapping_sub(b'0'));
        if !short || !byte.is_ascii_digit() {
            return None;
        }
    }
    short.then_some(number)
}

/// Whether a word is one of those in a list, which are parted by spaces.
#[inline(never)]
pub fn lists(list: &str, word: &str) -> bool {
    let mut rest = list;
    while !rest.is_empty() {
        let own;
        (own, rest) = part(rest, b' ');
        if own == word {
            return true;
        }
    }
    false
}

/// Text without some characters at its start, and some at its end.
#[inline(never)]
pub fn trimmed<'a>(text: &'a str, start: &str, end: &str) -> &'a str {
    let is = |one: char, of: &str| of.chars().any(|own| own == one);
    text.trim_start_matches(|c| is(c, start)).trim_end_matches(|c| is(c, end))
}

/// The first place of one of some ASCII characters, or the end.
#[inline(never)]
pub fn first_of(text: &str, characters: &[u8]) -> usize {
    text.bytes().position(|byte| characters.contains(&byte)).unwrap_or(text.len())
}

/// The last place of an ASCII character.
#[inline(never)]
pub fn last(text: &str, character: u8) -> Option<usize> {
    text.bytes().rposition(|byte| byte == character)
}

/// Whether a character belongs to a word: a letter, digit or mark of any script. Told by leaving out what
/// is known to be none: spaces, punctuation and symbols of the blocks that newspapers use.
#[inline(never)]
pub fn is_word(c: char) -> bool {
    c.is_ascii_alphanumeric()
        || c >= '\u{AA}'
            && !matches!(c,
                '\u{AB}'..='\u{B1}' | '\u{B4}' | '\u{B6}'..='\u{B8}' | '\u{BB}' | '\u{BF}' | '\u{D7}' | '\u{F7}'
                | '\u{55A}'..='\u{55F}' | '\u{589}'..='\u{58F}' | '\u{5BE}' | '\u{5C0}' | '\u{5C3}' | '\u{5C6}' | '\u{5F3}' | '\u{5F4}'
                | '\u{600}'..='\u{60F}' | '\u{61B}'..='\u{61F}' | '\u{66A}'..='\u{66D}' | '\u{6D4}'
                | '\u{700}'..='\u{70D}' | '\u{964}' | '\u{965}' | '\u{E3F}' | '\u{E4F}' | '\u{E5A}' | '\u{E5B}'
                | '\u{2000}'..='\u{206F}' | '\u{20A0}'..='\u{20CF}' | '\u{2190}'..='\u{2BFF}' | '\u{2E00}'..='\u{2E7F}'
                | '\u{3000}'..='\u{3004}' | '\u{3008}'..='\u{3020}' | '\u{3030}' | '\u{303D}' | '\u{30FB}'
                | '\u{FD3E}' | '\u{FD3F}' | '\u{FE10}'..='\u{FE6F}' | '\u{FEFF}'
                | '\u{FF01}'..='\u{FF0F}' | '\u{FF1A}'..='\u{FF20}' | '\u{FF3B}'..='\u{FF40}' | '\u{FF5B}'..='\u{FF65}'
                | '\u{FFE0}'..='\u{FFFF}' | '\u{1F000}'..='\u{1FAFF}')
}

/// Percent-encoding of UTF-8: what is not a letter, a digit, `-`, `_`, `.`, `~` (RFC 3986's unreserved ones) or
/// in `keep` is written as `%XX`. `!`, `'`, `(`, `)` and `*` too, which `encodeURIComponent` leaves: they end
/// an address where programs look for links in mail and chats.
#[inline(never)]
pub fn encode(text: &str, keep: &[u8], out: &mut String) {
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || keep.contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push('%');
            for digit in [byte >> 4, byte & 15] {
                out.push(char::from(digit + if digit < 10 { b'0' } else { b'A' - 10 }));
            }
        }
    }
}
