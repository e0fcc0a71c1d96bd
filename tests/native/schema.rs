//! The JSON Schema is that of the types, takes what is good, and refuses what is broken.

use crate::support::{BASE, file, files, samples};
use serde_json::{Value, json};
use standfirst::content::formats::read_value;
use standfirst::content::schema::{article_schema, comments_schema, to_json};

fn json_of(path: &str) -> Value {
    serde_json::from_str(&file(path)).unwrap_or_else(|e| panic!("{path}: {e}"))
}

#[test]
fn the_schema_files_are_what_the_types_write() {
    for (name, generated) in [("article", article_schema()), ("comments", comments_schema())] {
        let path = format!("schema/{name}.schema.json");
        assert!(
            json_of(&path) == generated,
            "{path} is old: cargo run --features schema --example schema"
        );
    }
}

/// What a schema says against a document.
fn faults(schema: &Value, document: &Value) -> Vec<String> {
    let validator = jsonschema::validator_for(schema).unwrap();
    validator
        .iter_errors(document)
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect()
}

#[test]
fn every_good_sample_and_fixture_is_valid() {
    let schema = article_schema();
    let documents = [samples(), files("tests/fixtures", ".json")].concat();
    let documents: Vec<_> = documents
        .into_iter()
        .filter(|path| {
            !path.ends_with("comments.json")
                && !path.contains("/policy/")
                && !path.contains("/formats/")
        })
        .collect();
    assert!(documents.len() >= 7, "{documents:?}");
    for path in documents {
        let mut document = json_of(&path);
        // The one block in the samples that is unknown on purpose.
        if let Some(body) = document["body"].as_array_mut() {
            body.retain(|block| block["type"] != "quiz");
        }
        let faults: Vec<String> =
            faults(&schema, &document).iter().map(|f| f.chars().take(300).collect()).collect();
        assert!(faults.is_empty(), "{path}: {faults:#?}");
    }
}

/// Control.
#[test]
fn what_is_broken_is_refused() {
    let schema = article_schema();
    let good = json!({ "headline": "H", "body": [{ "type": "paragraph", "text": "T" }] });
    assert_eq!(faults(&schema, &good), Vec::<String>::new());
    let broken = [
        ("no object", json!([1, 2])),
        ("no headline", json!({ "body": [] })),
        ("no body", json!({ "headline": "H" })),
        ("headline of the wrong type", json!({ "headline": ["H"], "body": [] })),
        ("body that is a number", json!({ "headline": "H", "body": 7 })),
        ("unknown block", json!({ "headline": "H", "body": [{ "type": "quiz" }] })),
        ("block without a type", json!({ "headline": "H", "body": [{ "text": "T" }] })),
        (
            "picture without an address",
            json!({ "headline": "H", "body": [{ "type": "image", "alt": "A" }] }),
        ),
        (
            "width that is a text",
            json!({ "headline": "H", "body": [{ "type": "image", "url": "a", "width": "wide" }] }),
        ),
        ("unknown direction", json!({ "headline": "H", "body": [], "dir": "sideways" })),
        (
            "unknown label",
            json!({ "headline": "H", "body": [], "label": { "text": "L", "kind": "urgent" } }),
        ),
        (
            "tone that is a program",
            json!({ "headline": "H", "body": [], "image": { "url": "a", "tone": "red;x:y" } }),
        ),
    ];
    for (name, document) in broken {
        assert!(!faults(&schema, &document).is_empty(), "{name}");
    }
}

#[test]
fn comments_are_a_list_or_a_page_of_them() {
    let schema = comments_schema();
    let comment = json!({ "id": "1", "author": { "name": "Ana" }, "text": "Yes", "dateCreated": "2026-11-20T06:30:00Z" });
    for good in [
        json!([]),
        json!([comment]),
        json!({ "items": [comment], "commentCount": 1, "next": "page2.json" }),
    ] {
        assert_eq!(faults(&schema, &good), Vec::<String>::new(), "{good}");
    }
    for broken in [
        json!({}),
        json!("comments"),
        json!([{ "text": "no id" }]),
        json!([{ "id": "1", "state": "lost" }]),
    ] {
        assert!(!faults(&schema, &broken).is_empty(), "{broken}");
    }
}

#[test]
fn what_is_written_out_reads_as_the_same_article() {
    for path in [samples(), files("tests/fixtures", "member.json")].concat() {
        let first = read_value(&json_of(&path), None, BASE).unwrap().article;
        let written = to_json(&first);
        let again = read_value(&written, None, BASE).unwrap();
        assert_eq!(again.problems, [], "{path}");
        assert!(again.article == first, "{path}: {written:#}");
        assert_eq!(faults(&article_schema(), &written), Vec::<String>::new(), "{path}");
    }
}

/// Control of the round trip: a member that is lost on the way makes another article.
#[test]
fn a_member_that_is_lost_on_the_way_is_noticed() {
    let first =
        read_value(&json_of("tests/fixtures/every-member.json"), None, BASE).unwrap().article;
    let written = to_json(&first);
    for name in written.as_object().unwrap().keys().filter(|name| *name != "headline") {
        let mut shorter = written.clone();
        shorter.as_object_mut().unwrap().remove(name);
        let again = read_value(&shorter, None, BASE).unwrap().article;
        assert!(again != first, "{name} is not written or not read");
    }
}
