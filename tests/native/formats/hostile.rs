//! Nothing in a document of any format makes a reader panic, or gets an address past the policy.

use super::{attempt, samples, wished};
use crate::support::Numbers;
use serde_json::{Value, json};
use standfirst::content::formats::{Format, Reading, Wish};
use std::panic::{AssertUnwindSafe, catch_unwind};

const EVIL: &str = "javascript:alert(1)";

/// What stands where something else is expected.
fn wrong(numbers: &mut Numbers) -> Value {
    match numbers.below(12) {
        0 => Value::Null,
        1 => json!(""),
        2 => json!([]),
        3 => json!({}),
        4 => json!(true),
        5 => json!(-1e300),
        6 => json!(EVIL),
        7 => json!([null, [], {}, "", 5, [EVIL]]),
        8 => {
            json!({ "rendered": { "rendered": 5 }, "url": EVIL, "href": EVIL, "name": [], "code": 1 })
        }
        9 => json!("\u{202e}\u{0}<script>alert(1)</script><a href=\"javascript:alert(1)\">…[</a>"),
        10 => json!("…".repeat(2000)),
        _ => json!([[[[[[[[[[[[{ "object": { "object": [] } }]]]]]]]]]]]]),
    }
}

/// Puts something else at a random place.
fn spoil(mut value: &mut Value, numbers: &mut Numbers) {
    while numbers.below(8) > 0 {
        let count = match value {
            Value::Object(members) => members.len(),
            Value::Array(items) => items.len(),
            _ => 0,
        };
        if count == 0 {
            break;
        }
        let at = numbers.below(count);
        value = match value {
            Value::Object(members) => members.iter_mut().nth(at).unwrap().1,
            Value::Array(items) => &mut items[at],
            _ => unreachable!(),
        };
    }
    *value = wrong(numbers);
}

fn is_sound(reading: &Reading) -> bool {
    !format!("{:?}", reading.article).contains("SafeUrl(\"javascript")
}

#[test]
fn a_document_with_anything_anywhere_is_read_or_refused() {
    let mut numbers = Numbers(41);
    let mut read = 0;
    for sample in samples() {
        let sound: Value = serde_json::from_str(&sample.text).unwrap();
        for _ in 0..60 {
            let mut value = sound.clone();
            for _ in 0..=numbers.below(6) {
                spoil(&mut value, &mut numbers);
            }
            let (_, format) = Format::WORDS[numbers.below(Format::WORDS.len())];
            let wish =
                Wish { format: Some(format).filter(|_| numbers.below(3) == 0), ..Wish::default() };
            let text = value.to_string();
            let result = catch_unwind(AssertUnwindSafe(|| wished(&text, &wish)));
            let result = result.unwrap_or_else(|_| panic!("{}: {text}", sample.path));
            assert!(result.as_ref().is_ok_and(is_sound) || result.is_err(), "{text}");
            read += usize::from(result.is_ok());
        }
    }
    assert!(read > 300, "many are read: {read}");
}

/// The control: an address that is not safe would be seen.
#[test]
fn an_address_of_a_script_is_left_out_with_a_problem() {
    let post = json!({ "title": { "rendered": "T" }, "link": EVIL });
    let reading = attempt(&post).unwrap();
    assert_eq!(reading.article.url, None);
    assert_eq!(reading.problems[0].path, "$.link");
    assert!(is_sound(&reading));
}

#[test]
fn documents_in_documents_without_end_are_refused() {
    let deep = |open: &str, close: &str| {
        [open.repeat(50_000).as_str(), r#"{"headline":"H","body":"B"}"#, &close.repeat(50_000)]
            .concat()
    };
    for text in [
        deep(r#"{"data":"#, "}"),
        deep(r#"{"@context":"https://www.w3.org/ns/activitystreams","object":"#, "}"),
        deep(r#"{"@context":["#, "]}"),
        deep("[", "]"),
        deep(r#"{"items":["#, "]}"),
    ] {
        assert!(wished(&text, &Wish::default()).is_err());
    }
    let mut object =
        json!({ "type": "Note", "attributedTo": "https://a.example/@b", "content": "C" });
    for _ in 0..40 {
        object = json!({ "type": "Announce", "object": object });
    }
    assert!(attempt(&object).is_err());
}
