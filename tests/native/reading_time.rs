//! How long a text takes to read: the words of its body, and nothing else.

use crate::support::read;
use serde_json::{Value, json};
use standfirst::content::reading_time::{Count, ReadingTime, count_text, reading_time};

fn words(n: usize) -> String {
    vec!["word"; n].join(" ")
}

fn time(language: &str, body: Value) -> Option<ReadingTime> {
    reading_time(&read(&json!({ "headline": "H", "inLanguage": language, "body": body })).article)
}

fn count(text: &str) -> (u32, u32) {
    let mut count = Count::default();
    count_text(text, &mut count);
    (count.words, count.characters)
}

#[test]
fn words_are_runs_of_letters_and_digits_and_east_asian_text_is_counted_by_character() {
    let table = [
        ("", (0, 0)),
        ("One two, three.", (3, 0)),
        ("don't o’clock re-elected 3.5 1,000", (5, 0)),
        ("one—two … three / four", (4, 0)),
        ("Straße naïve Ёлка", (3, 0)),
        ("co\u{ad}operation", (1, 0)),
        ("日本語", (0, 3)),
        ("東京タワー", (0, 5)),
        ("서울 시", (0, 3)),
        ("日本 has 47 都道府県。", (2, 6)),
        ("كِتَاب جديد", (2, 0)),
        ("नमस्ते दुनिया", (2, 0)),
        ("👩‍👩‍👧 🎉", (0, 0)),
        ("e\u{301}te\u{301}", (1, 0)),
    ];
    for (text, expected) in table {
        assert_eq!(count(text), expected, "{text}");
    }
}

/// English: 228 words a minute, 30 either way. 2,280 words are 8.8 to 11.5 minutes.
#[test]
fn the_time_is_a_range_of_one_deviation_around_the_mean_of_the_language() {
    let body = json!([words(2280)]);
    assert_eq!(time("en", body.clone()), Some(ReadingTime { least: 9, most: 12 }));
    assert_eq!(time("en-GB", body.clone()), time("en", body.clone()));
    assert_eq!(time("EN", body.clone()), time("en", body.clone()));
    assert_eq!(time("xx", body.clone()), time("en", body.clone()), "no figure: English's");
    let (german, arabic) = (time("de", body.clone()).unwrap(), time("ar-EG", body).unwrap());
    assert_eq!(german, ReadingTime { least: 12, most: 14 });
    assert_eq!(arabic, ReadingTime { least: 14, most: 19 });
}

#[test]
fn east_asian_text_is_timed_by_its_characters() {
    let body = json!(["字".repeat(3570)]);
    assert_eq!(time("ja", body), Some(ReadingTime { least: 9, most: 12 }));
}

#[test]
fn a_short_text_has_no_time_and_none_is_below_a_minute() {
    assert_eq!(time("en", json!([words(99)])), None);
    assert_eq!(time("en", json!([words(100)])), Some(ReadingTime { least: 1, most: 1 }));
    assert_eq!(time("ja", json!(["字".repeat(199)])), None);
    assert!(time("ja", json!(["字".repeat(200)])).is_some());
    assert_eq!(time("en", json!([])), None);
}

/// What stands around the text is not read as text: captions, program text, tables, cards, and all over the body.
#[test]
fn only_the_words_of_the_text_count() {
    let long = words(5000);
    let around = json!({
        "headline": long, "description": long, "alternativeHeadline": long, "copyrightNotice": long,
        "image": { "url": "a.jpg", "alt": long, "caption": long },
        "correction": { "text": long },
        "related": [{ "headline": long, "url": "/a" }],
        "body": [
            { "type": "image", "url": "a.jpg", "alt": long, "caption": long },
            { "type": "gallery", "images": [{ "url": "a.jpg", "caption": long }], "caption": long },
            { "type": "video", "sources": "a.mp4", "caption": long },
            { "type": "audio", "sources": "a.mp3", "caption": long, "transcript": long },
            { "type": "code", "text": long },
            { "type": "table", "caption": long, "rows": [[long]] },
            { "type": "embed", "url": "https://a.example/", "title": long, "text": long },
            { "type": "link-card", "url": "/a", "title": long, "description": long },
            { "type": "numbers", "items": [{ "value": "1", "label": long }] },
            { "type": "pullquote", "text": long },
            { "type": "correction", "text": long },
            { "type": "disclaimer", "text": long },
        ],
    });
    assert_eq!(reading_time(&read(&around).article), None);
}

/// Control of the test above: the same words in the text do count, wherever text stands.
#[test]
fn the_words_of_every_block_that_is_text_count() {
    let text = words(2280);
    let full = Some(ReadingTime { least: 9, most: 12 });
    for block in [
        json!({ "type": "paragraph", "text": text }),
        json!({ "type": "paragraph", "html": format!("<p>{text}</p>") }),
        json!({ "type": "heading", "level": 2, "text": text }),
        json!({ "type": "list", "items": [text] }),
        json!({ "type": "quote", "text": text }),
        json!({ "type": "callout", "body": text }),
        json!({ "type": "details", "summary": "s", "body": text }),
        json!({ "type": "definition", "term": "t", "body": text }),
        json!({ "type": "takeaways", "items": [text] }),
        json!({ "type": "qanda", "items": [{ "question": text }] }),
        json!({ "type": "timeline", "events": [{ "date": "2026-11-20", "body": text }] }),
        json!({ "type": "live-post", "body": text }),
        json!({ "type": "html", "html": format!("<p>{text}</p>") }),
    ] {
        let name = block["type"].clone();
        assert_eq!(time("en", json!([block])), full, "{name}");
    }
}
