//! Sharing a passage: a link to it, a quotation of it, a name for its paragraph.

use super::text::{encode, one_line, words};

/// A passage of more code points than this is named by its two ends.
const LONG: usize = 100;

/// So many words of each end.
const END_WORDS: usize = 5;

/// So many code points of each end, where a passage is not parted by spaces.
const END_CHARACTERS: usize = 20;

/// The text fragment that leads to a passage, `:~:text=…`, to stand behind the `#` of an address. A long passage,
/// or one of several lines, is named by its first and last words: a text is only found within one block. Empty
/// where the passage is.
#[inline(never)]
pub fn text_fragment(passage: &str) -> String {
    let mut lines = passage.lines().filter(|line| words(line).next().is_some());
    let Some(first) = lines.next() else {
        return String::new();
    };
    let last = lines.next_back();
    let (start, end) = match last {
        Some(last) => (end_of(first, END_WORDS, false), end_of(last, END_WORDS, true)),
        None if first.chars().count() > LONG => {
            // The two ends of one line must not overlap.
            let most = END_WORDS.min(words(first).count() / 2).max(1);
            (end_of(first, most, false), end_of(first, most, true))
        }
        None => (end_of(first, usize::MAX, false), String::new()),
    };
    let mut out = String::from(":~:text=");
    // A hyphen at an edge would mean what stands before or after the passage, so it is encoded as well.
    encode(&start, b"_.~", &mut out);
    if !end.is_empty() {
        out.push(',');
        encode(&end, b"_.~", &mut out);
    }
    out
}

/// The first or the last words of a line, as the page shows them.
#[inline(never)]
fn end_of(line: &str, most: usize, last: bool) -> String {
    let all: Vec<&str> = words(line).collect();
    let from = if last { all.len().saturating_sub(most) } else { 0 };
    let end: Vec<&str> = all.iter().skip(from).take(most).copied().collect();
    let end = end.join(" ");
    let length = end.chars().count();
    if length <= LONG {
        return end;
    }
    let from = if last { length - END_CHARACTERS } else { 0 };
    end.chars().skip(from).take(END_CHARACTERS).collect()
}

/// The plain text that is copied for a passage: in quotation marks, then the title and the address, a line each.
pub fn quotation(passage: &str, url: &str, title: &str, open: &str, close: &str) -> String {
    let title = one_line(title);
    let gap = if title.is_empty() { "" } else { "\n" };
    [open, passage.trim_ascii(), close, gap, &title, "\n", url].concat()
}

/// A short name of a paragraph, made of what it says (FNV-1a, 32 bits, in base 36), so that a link can lead to it
/// where the publisher gives no id. White space does not count, as a page folds it.
#[inline(never)]
pub fn passage_key(text: &str) -> String {
    let mut hash = 0x811C_9DC5_u32;
    for (count, word) in words(text).enumerate() {
        let gap: &[u8] = if count == 0 { b"" } else { b" " };
        for byte in gap.iter().copied().chain(word.bytes()) {
            hash = (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
        }
    }
    let mut reversed = Vec::new();
    while hash > 0 || reversed.is_empty() {
        let digit = (hash % 36) as u8;
        reversed.push(digit + if digit < 10 { b'0' } else { b'a' - 10 });
        hash /= 36;
    }
    let mut key = String::from("p-");
    key.extend(reversed.iter().rev().map(|digit| char::from(*digit)));
    key
}

/// Whether a text is the paragraph that a [`passage_key`] is of.
#[inline(never)]
pub fn is_passage(text: &str, key: &str) -> bool {
    key.starts_with("p-") && passage_key(text) == key
}
