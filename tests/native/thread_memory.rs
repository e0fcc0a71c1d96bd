//! What a device remembers of comments: all of it, or what is left of a damaged text, within its bounds.

#![allow(clippy::field_reassign_with_default)]

use crate::support::Numbers;
use standfirst::content::comments::memory::{Folds, Memory, Remembered};
use standfirst::content::thread::Order;

const DAY: i64 = 86_400_000;
const NOW: i64 = 1_800_000_000_000;

fn something(seen_ms: i64) -> Remembered {
    Remembered {
        seen_ms,
        order: Order::Liked,
        open: Some(false),
        folds: Folds::Top,
        turned: vec!["17".into(), "a\tb\nc\\t\\".into(), "\u{a0}1-2-0".into(), "العربية".into()],
    }
}

#[test]
fn what_was_put_is_read_again_whatever_addresses_and_ids_contain() {
    let mut memory = Memory::default();
    memory.keys = Some(true);
    let addresses = ["https://a.example/1", "keys", "a\tb\n\\", "ü?x=1#\u{202e}"];
    for (at, address) in addresses.iter().enumerate() {
        memory.put(address, something(at as i64 - 2), NOW);
    }
    let again = Memory::read(&memory.write());
    assert_eq!(again, memory);
    assert_eq!(again.keys, Some(true));
    for (at, address) in addresses.iter().enumerate() {
        assert_eq!(again.of(address), something(at as i64 - 2), "{address}");
    }
    assert_eq!(again.of("https://b.example/"), Remembered::default());
    for folds in [Folds::None, Folds::Top, Folds::All] {
        for (_, order) in Order::WORDS {
            for open in [None, Some(true), Some(false)] {
                let one = Remembered {
                    folds,
                    order: *order,
                    open,
                    seen_ms: i64::MIN,
                    turned: Vec::new(),
                };
                memory.put("a", one.clone(), NOW);
                assert_eq!(Memory::read(&memory.write()).of("a"), one);
            }
        }
    }
}

#[test]
fn the_least_recently_put_of_fifty_articles_goes() {
    let mut memory = Memory::default();
    for at in 0..50 {
        memory.put(&at.to_string(), something(at), NOW + at);
    }
    memory.put("0", something(7), NOW + 60);
    memory.put("new", something(8), NOW + 61);
    assert_eq!(memory.of("1"), Remembered::default());
    assert_eq!(memory.of("0"), something(7));
    assert_eq!(memory.of("2"), something(2));
    assert_eq!(memory.of("new"), something(8));
    assert_eq!(memory.write().lines().count(), 50);
}

#[test]
fn an_article_is_forgotten_after_ninety_days() {
    let mut memory = Memory::default();
    memory.put("old", something(1), NOW);
    memory.put("other", something(2), NOW + 90 * DAY);
    assert_eq!(memory.of("old"), something(1), "the control: not a day earlier");
    memory.put("other", something(2), NOW + 90 * DAY + 1);
    assert_eq!(memory.of("old"), Remembered::default());
    // A clock that was ahead for a while does not keep anything for ever.
    memory.put("ahead", something(3), NOW + 4000 * DAY);
    memory.put("other", something(2), NOW);
    memory.put("other", something(2), NOW + 91 * DAY);
    assert_eq!(memory.of("ahead"), Remembered::default());
}

#[test]
fn of_more_than_two_hundred_turned_comments_the_oldest_go() {
    let mut memory = Memory::default();
    let mut many = something(1);
    many.turned = (0..250).map(|id| id.to_string()).collect();
    many.turned.push(String::new());
    many.turned.push("x".repeat(1000));
    memory.put("a", many, NOW);
    let turned = memory.of("a").turned;
    assert_eq!(turned.len(), 200);
    assert_eq!((turned[0].as_str(), turned[199].as_str()), ("50", "249"));
}

#[test]
fn the_text_is_at_most_64_kilobytes_and_the_last_put_is_in_it() {
    let mut memory = Memory::default();
    memory.keys = Some(true);
    for at in 0..50 {
        let mut long = something(at);
        long.turned = (0..200).map(|id| format!("{id}{}", "\\".repeat(100))).collect();
        memory.put(&at.to_string(), long, NOW);
    }
    let text = memory.write();
    assert!(text.len() <= 65_536 && text.len() > 20_000, "{}", text.len());
    let again = Memory::read(&text);
    assert_eq!(again.of("49"), memory.of("49"));
    assert_eq!(again.of("0"), Remembered::default());
    memory.put(&"a".repeat(10_000), something(1), NOW);
    assert_eq!(memory.of(&"a".repeat(10_000)), Remembered::default());
}

#[test]
fn the_default_takes_no_place() {
    let mut memory = Memory::default();
    memory.put("a", something(1), NOW);
    memory.put("a", Remembered::default(), NOW);
    assert_eq!(memory.write(), "");
    assert_eq!(Memory::read(""), Memory::default());
}

#[test]
fn of_a_damaged_text_what_is_left_is_read() {
    let mut memory = Memory::default();
    memory.keys = Some(true);
    for at in 0..5 {
        memory.put(&["https://a.example/", &at.to_string()].concat(), something(at), NOW);
    }
    let text = memory.write();
    for end in (0..text.len()).filter(|end| text.is_char_boundary(*end)) {
        Memory::read(&text[..end]);
    }
    let mut numbers = Numbers(3);
    let mut left = 0;
    for _ in 0..3000 {
        let mut bytes = text.clone().into_bytes();
        let at = numbers.below(bytes.len());
        bytes[at] = *numbers.of(b"\t\n\\x0-");
        let Ok(damaged) = String::from_utf8(bytes) else { continue };
        let read = Memory::read(&damaged);
        let known =
            |at: &i64| read.of(&["https://a.example/", &at.to_string()].concat()) == something(*at);
        let whole = (0..5).filter(known).count();
        // One byte can damage the line it stands in, the one it is joined with, and one that it now calls itself.
        assert!(whole >= 3, "{damaged}");
        left += whole;
    }
    assert!(left < 3000 * 5, "the control: something was damaged");
    // Twice the same article: the first counts, as it was put last.
    let twice = ["a\t1\t5\n", "a\t1\t6\n", "\t\t\n", "b\n", "c\tx\n", "d\t1"].concat();
    let read = Memory::read(&twice);
    assert_eq!(read.of("a").seen_ms, 5);
    assert_eq!(read.of("c"), Remembered::default());
    assert_eq!(read.write().lines().count(), 2);
}
