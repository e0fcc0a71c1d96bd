//! The formats of the news industry, read from samples and held against what an independent reader found in them.

#[path = "formats_news/ans.rs"]
mod ans;
#[path = "formats_news/capi.rs"]
mod capi;
#[path = "formats_news/json_ld.rs"]
mod json_ld;
#[path = "formats_news/map.rs"]
mod map;
#[path = "formats_news/ninjs.rs"]
mod ninjs;

use crate::support::{BASE, file, files, root};
use serde_json::{Value, json};
use standfirst::content::formats::{self, Format, Reading, Unreadable, Wish};
use standfirst::content::model::{Block, BlockKind};
use standfirst::date::Date;

/// A sample of the repository as JSON.
pub fn sample(path: &str) -> Value {
    let text = file(&["tests/fixtures/formats/", path].concat());
    serde_json::from_str(&text).unwrap_or_else(|e| panic!("{path}: {e}"))
}

/// The object of the article in a document: what is around it is taken off before an adapter sees it.
fn inside(mut document: Value) -> Value {
    for place in ["/response/content", "/response/results/0"] {
        if let Some(content) = document.pointer_mut(place) {
            return content.take();
        }
    }
    document
}

/// Reads a document as a format.
pub fn attempt(value: &Value, format: &str) -> Result<Reading, Unreadable> {
    let format = Format::named(format).unwrap();
    let wish = Wish { format, ..Wish::default() };
    formats::read_wished(&value.to_string(), &wish, BASE)
}

/// Reads a document that is an article.
pub fn read(value: &Value, format: &str) -> Reading {
    attempt(value, format).unwrap_or_else(|e| panic!("{e:?}"))
}

/// Why a document is no article of a format.
pub fn refused(value: &Value, format: &str) -> String {
    match attempt(value, format) {
        Err(Unreadable::Schema(line)) => line,
        other => panic!("{other:?}"),
    }
}

/// The text of blocks, each piece after a space.
pub fn text_of(blocks: &[Block]) -> String {
    let mut text = String::new();
    for block in blocks {
        text.push(' ');
        match &block.kind {
            BlockKind::Paragraph(t) | BlockKind::Heading { text: t, .. } => text += &t.to_plain(),
            BlockKind::Pullquote { text: t, .. } => text += &t.to_plain(),
            BlockKind::List { items, .. } => {
                items.iter().for_each(|item| text += &text_of(item));
            }
            BlockKind::Quote { body, .. } | BlockKind::Callout { body, .. } => {
                text += &text_of(body);
            }
            BlockKind::LivePost(post) => text += &text_of(&post.body),
            _ => {}
        }
    }
    text
}

/// What an expectation may say, found in a reading. Dates are moments.
fn found(reading: &Reading) -> Value {
    let article = &reading.article;
    let date =
        |date: &Option<Date>| date.as_ref().map(|date| format!("{:?}", date.moment.unwrap()));
    let image = article.image.first();
    json!({
        "format": reading.format.as_str(),
        "headline": article.headline,
        "authors": article.author.iter().map(|person| &person.name).collect::<Vec<_>>(),
        "published": date(&article.date_published),
        "modified": date(&article.date_modified),
        "image": image.map(|image| image.url.as_str()),
        "credit": image.and_then(|image| image.credit_text.clone()),
        "url": article.url.as_ref().map(|url| url.as_str()),
        "description": article.description,
        "section": article.article_section,
        "words": text_of(&article.body).split_whitespace().count(),
        "problems": reading.problems.len(),
    })
}

/// Where a reading is not what an expectation says.
fn differences(reading: &Reading, expected: &Value) -> Vec<String> {
    let found = found(reading);
    let mut differences = Vec::new();
    for (name, value) in expected.as_object().unwrap() {
        let wanted = match (name.as_str(), value) {
            ("sample", _) => continue,
            ("published" | "modified", Value::String(date)) => {
                Value::String(format!("{:?}", Date::new(date).moment.unwrap()))
            }
            _ => value.clone(),
        };
        if found[name] != wanted {
            differences.push(format!("{name}: {} instead of {wanted}", found[name]));
        }
    }
    differences
}

/// The folders with samples of these formats: others are tested elsewhere.
const FOLDERS: &[&str] = &["json-ld", "ninjs", "guardian", "ans"];

#[test]
fn every_sample_is_read_as_an_independent_reader_read_it() {
    let mut read_so_far = 0;
    let mut wrong = Vec::new();
    for folder in FOLDERS {
        for path in files(&["tests/fixtures/formats/", folder].concat(), ".expected.json") {
            let expected: Value = serde_json::from_str(&file(&path)).unwrap();
            let document = serde_json::from_str(&file(&path.replace(".expected", ""))).unwrap();
            let reading = read(&inside(document), expected["format"].as_str().unwrap());
            for difference in differences(&reading, &expected) {
                wrong.push(format!("{path}: {difference} {:?}", reading.problems));
            }
            read_so_far += 1;
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(read_so_far >= 17, "{read_so_far}");
}

/// Samples that may be read but not copied. Where they are not at hand, their like of our own making is above.
#[test]
fn samples_kept_elsewhere_are_read_as_an_independent_reader_read_them() {
    let shared = std::env::var_os("SHARED_FIXTURES").map(std::path::PathBuf::from);
    let shared = shared.unwrap_or_else(|| root().join("../shared/fixtures"));
    if !shared.is_dir() {
        eprintln!("no samples in {}: passed over", shared.display());
        return;
    }
    let mut wrong = Vec::new();
    for path in files("tests/fixtures/formats/shared", ".expected.json") {
        let expected: Value = serde_json::from_str(&file(&path)).unwrap();
        let format = expected["format"].as_str().unwrap();
        let sample = shared.join(expected["sample"].as_str().unwrap());
        if !["json-ld", "guardian"].contains(&format) || !sample.exists() {
            continue;
        }
        let document = serde_json::from_str(&std::fs::read_to_string(sample).unwrap()).unwrap();
        let reading = read(&inside(document), format);
        for difference in differences(&reading, &expected) {
            wrong.push(format!("{path}: {difference} {:?}", reading.problems));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Control: each member of an expectation is compared.
#[test]
fn an_expectation_that_is_not_met_is_reported() {
    let reading = read(&sample("ninjs/v1.4-complex.json"), "ninjs");
    let expected = sample("ninjs/v1.4-complex.expected.json");
    assert_eq!(differences(&reading, &expected), Vec::<String>::new());
    for name in expected.as_object().unwrap().keys() {
        let mut other = expected.clone();
        other[name] = json!("2001-01-01");
        assert_eq!(differences(&reading, &other).len(), 1, "{name}");
    }
}

/// Every member of every sample in turn as something else: nothing panics, and what is left is an article or an error.
#[test]
fn a_sample_with_any_member_wrong_is_read_or_refused() {
    let wrong = [
        json!(null),
        json!([]),
        json!({}),
        json!(-1),
        json!("x"),
        json!([[{"a": {}}]]),
        json!(true),
    ];
    for folder in FOLDERS {
        for path in files(&["tests/fixtures/formats/", folder].concat(), ".expected.json") {
            let expected: Value = serde_json::from_str(&file(&path)).unwrap();
            let document: Value =
                serde_json::from_str(&file(&path.replace(".expected", ""))).unwrap();
            let document = inside(document);
            let mut places = Vec::new();
            pointers(&document, String::new(), &mut places);
            for (at, place) in places.iter().enumerate() {
                let mut other = document.clone();
                *other.pointer_mut(place).unwrap() = wrong[at % wrong.len()].clone();
                let _ = attempt(&other, expected["format"].as_str().unwrap());
            }
        }
    }
}

fn pointers(value: &Value, at: String, out: &mut Vec<String>) {
    match value {
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                pointers(item, format!("{at}/{index}"), out);
            }
        }
        Value::Object(members) => {
            for (name, item) in members {
                let name = name.replace('~', "~0").replace('/', "~1");
                pointers(item, format!("{at}/{name}"), out);
            }
        }
        _ => {}
    }
    out.push(at);
}
