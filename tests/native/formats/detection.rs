//! What a document is, from its JSON alone.

use super::{NOT_READ, attempt, named, open, samples, wished};
use crate::support::{Numbers, file, root};
use serde_json::{Value, json};
use standfirst::content::formats::{Format, Reading, Wish};
use standfirst::content::model::{Article, BlockKind, Text};

/// A document of each kind, as short as it can be, and what it is.
fn table() -> Vec<(Value, &'static str)> {
    let schema = "https://schema.org";
    let streams = "https://www.w3.org/ns/activitystreams";
    let post = json!({ "title": { "rendered": "T" }, "content": { "rendered": "<p>C</p>" } });
    let ghost = json!({ "title": "T", "html": "<p>C</p>", "uuid": "1", "published_at": "2026-11-20T06:30:00Z" });
    let note = json!({ "type": "Note", "attributedTo": "https://a.example/@b", "content": "C" });
    let guardian = json!({ "webTitle": "T", "webUrl": "https://a.example/b", "fields": { "body": "<p>C</p>" } });
    let linked = json!({ "@type": "NewsArticle", "headline": "H", "articleBody": "C" });
    vec![
        (json!({ "headline": "H", "articleBody": "C" }), "canonical"),
        (json!({ "headline": "H", "body": ["C"] }), "canonical"),
        (json!({ "body": "C" }), "canonical"),
        // schema.org has no body: this is ours, with its vocabulary named.
        (
            json!({ "@context": schema, "@type": "NewsArticle", "headline": "H", "body": ["C"] }),
            "canonical",
        ),
        (linked.clone(), "json-ld"),
        (
            json!({ "@context": [schema], "@type": "NewsArticle", "headline": "H", "articleBody": "C" }),
            "json-ld",
        ),
        (json!({ "@context": schema, "@graph": [linked.clone()] }), "json-ld"),
        (json!([{ "@type": "BreadcrumbList" }, linked]), "json-ld"),
        (post.clone(), "wordpress"),
        (json!([post]), "wordpress"),
        (json!({ "content": { "rendered": "<p>C</p>" } }), "wordpress"),
        (json!({ "posts": [ghost] }), "ghost"),
        (json!({ "pages": [ghost] }), "ghost"),
        (ghost.clone(), "ghost"),
        (json!([ghost]), "ghost"),
        (
            json!({ "version": "https://jsonfeed.org/version/1.1", "items": [{ "content_text": "C" }] }),
            "json-feed",
        ),
        (
            json!({ "version": "http://www.jsonfeed.org/version/1", "items": [{ "content_text": "C" }] }),
            "json-feed",
        ),
        (
            json!({ "version": "1.0", "feed_url": "https://a.example", "items": [{ "title": "T" }] }),
            "json-feed",
        ),
        (json!({ "id": 1, "content_html": "<p>C</p>" }), "json-feed"),
        (
            json!({ "@context": streams, "type": "Article", "name": "N", "content": "C" }),
            "activitystreams",
        ),
        (
            json!({ "@context": ["https://a.example", streams, { "a": "b" }], "type": "Create", "object": note }),
            "activitystreams",
        ),
        (
            json!({ "@context": { "as": streams }, "type": "Article", "name": "N" }),
            "activitystreams",
        ),
        (note.clone(), "activitystreams"),
        (
            json!({ "type": "Announce", "actor": "https://a.example/@b", "object": note }),
            "activitystreams",
        ),
        (
            json!({ "@context": streams, "type": "OrderedCollection", "orderedItems": [{ "type": "Create", "object": note }] }),
            "activitystreams",
        ),
        (json!({ "uri": "tag:1", "headline": "H", "body_text": "C" }), "ninjs"),
        (
            json!({ "guid": "tag:1", "versioncreated": "2026-11-20T06:30:00Z", "body_html": "<p>C</p>", "headline": "H" }),
            "ninjs",
        ),
        (
            json!({ "uri": "tag:1", "headlines": [{ "value": "H" }], "bodies": [{ "value": "C" }] }),
            "ninjs",
        ),
        (json!({ "response": { "status": "ok", "content": guardian } }), "guardian"),
        (json!({ "response": { "status": "ok", "results": [guardian] } }), "guardian"),
        (guardian, "guardian"),
        (
            json!({ "type": "story", "headlines": { "basic": "H" }, "content_elements": [{ "type": "text", "content": "C" }] }),
            "ans",
        ),
        (json!({ "headlines": { "basic": "H" }, "description": { "basic": "C" } }), "ans"),
    ]
}

#[test]
fn each_format_is_known_by_its_own_signs() {
    for (value, format) in table() {
        match attempt(&value) {
            Ok(reading) => assert_eq!(reading.format.as_str(), format, "{value}"),
            Err(line) => assert_eq!(line, NOT_READ, "{value}"),
        }
    }
}

/// An API may wrap what it answers, once or twice, as an object or a list.
#[test]
fn a_wrapper_or_two_are_gone_through() {
    for (value, format) in table() {
        for wrapped in [
            json!({ "status": "ok", "data": value }),
            json!({ "result": { "article": value } }),
            json!({ "data": { "item": value } }),
        ] {
            match attempt(&wrapped) {
                Ok(reading) => assert_eq!(reading.format.as_str(), format, "{wrapped}"),
                Err(line) => assert_eq!(line, NOT_READ, "{wrapped}"),
            }
        }
    }
    let beside =
        json!({ "data": { "took": 3 }, "result": [], "story": { "headline": "H", "body": "C" } });
    assert_eq!(open(&beside).article.headline, "H");
    let thrice = json!({ "data": { "result": { "node": { "headline": "H", "body": "C" } } } });
    assert!(attempt(&thrice).is_err());
}

#[test]
fn a_problem_has_its_path_from_the_root_of_the_document() {
    let reading = open(&json!({ "data": [
        { "headline": "One", "body": "C", "datePublished": "yesterday" },
        { "headline": "Two", "body": "C", "datePublished": "tomorrow" },
    ] }));
    assert_eq!(reading.problems.len(), 1);
    assert_eq!(reading.problems[0].path, "$.data[0].datePublished");
}

/// The folders of samples, by the format that is in them.
const FOLDERS: &[(&str, &str)] = &[
    ("wordpress", "wordpress"),
    ("ghost", "ghost"),
    ("jsonfeed", "json-feed"),
    ("activitypub", "activitystreams"),
    ("ninjs", "ninjs"),
    ("guardian-capi", "guardian"),
    ("arc-ans", "ans"),
    ("json-ld", "json-ld"),
];

/// Many of these may be read but not copied: where they are not, there is nothing to do.
#[test]
fn real_answers_are_known_where_they_are_at_hand() {
    let shared = root().join("../shared/fixtures");
    let mut count = 0;
    for (folder, format) in FOLDERS {
        let Ok(entries) = std::fs::read_dir(shared.join(folder)) else { continue };
        for entry in entries {
            let path = entry.unwrap().path();
            let text = std::fs::read_to_string(&path).unwrap();
            if path.to_string_lossy().contains("error") {
                continue;
            }
            count += 1;
            match wished(&text, &Wish::default()) {
                Ok(reading) => assert_eq!(reading.format.as_str(), *format, "{path:?}"),
                Err(line) => assert!(!line.contains("known"), "{path:?}: {line}"),
            }
        }
    }
    if count == 0 {
        println!("no shared samples here");
    }
}

/// JSON with the members of every object in another order.
fn shuffled(value: &Value, numbers: &mut Numbers) -> String {
    let parts =
        |parts: Vec<String>, open: &str, close: &str| [open, &parts.join(","), close].concat();
    match value {
        Value::Object(members) => {
            let mut written: Vec<String> = members
                .iter()
                .map(|(name, value)| format!("{}:{}", json!(name), shuffled(value, numbers)))
                .collect();
            for at in (1..written.len()).rev() {
                written.swap(at, numbers.below(at + 1));
            }
            parts(written, "{", "}")
        }
        Value::Array(items) => {
            parts(items.iter().map(|item| shuffled(item, numbers)).collect(), "[", "]")
        }
        other => other.to_string(),
    }
}

/// An article with the sizes of its picture by width: in an object of sizes they have no order.
fn ordered(reading: &Reading) -> Article {
    let mut article = reading.article.clone();
    article.image.iter_mut().for_each(|image| image.srcset.sort_by_key(|own| own.width));
    article
}

#[test]
fn members_in_another_order_change_nothing() {
    let mut numbers = Numbers(7);
    for sample in samples() {
        let value: Value = serde_json::from_str(&sample.text).unwrap();
        let before = wished(&sample.text, &Wish::default());
        for _ in 0..5 {
            let text = shuffled(&value, &mut numbers);
            match (&before, wished(&text, &Wish::default())) {
                (Ok(before), Ok(after)) => {
                    assert_eq!(ordered(before), ordered(&after), "{}", sample.path);
                    assert_eq!(before.format, after.format, "{}", sample.path);
                }
                (Err(_), Err(_)) => {}
                (before, after) => panic!("{}: {before:?} {after:?}", sample.path),
            }
        }
    }
}

#[test]
fn a_byte_order_mark_before_a_document_of_any_format_is_passed_over() {
    for sample in samples() {
        let marked = ["\u{feff}\n", &sample.text].concat();
        assert_eq!(wished(&marked, &Wish::default()), wished(&sample.text, &Wish::default()));
    }
}

#[test]
fn a_document_of_no_format_says_what_was_looked_for_and_what_was_found() {
    let line = attempt(&json!({ "success": true, "payload": { "x": 1 }, "took": 3 })).unwrap_err();
    for word in ["headline", "articleBody", "WordPress", "\"success\"", "\"payload\"", "\"took\""] {
        assert!(line.contains(word), "{word}: {line}");
    }
    let many: serde_json::Map<String, Value> =
        (0..500).map(|n| (format!("member-{n}-{}", "x".repeat(500)), json!(1))).collect();
    let line = attempt(&Value::Object(many)).unwrap_err();
    assert!(line.len() < 1000 && line.contains("and more"), "{line}");
    assert!(attempt(&json!([])).unwrap_err().contains("empty list"));
    assert!(attempt(&json!({ "posts": [] })).unwrap_err().contains("empty list"));
}

#[test]
fn drupal_is_sent_to_the_map() {
    let document = json!({ "jsonapi": { "version": "1.0" }, "data": { "type": "node--article", "attributes": { "title": "T" } } });
    let line = attempt(&document).unwrap_err();
    assert!(line.contains("map") && line.contains("JSON:API"), "{line}");
    let bare = json!({ "data": [{ "type": "node--article", "attributes": { "title": "T" } }] });
    assert!(attempt(&bare).unwrap_err().contains("map"));
}

#[test]
fn a_format_that_is_named_is_not_found_out_but_unwrapped() {
    let both = json!({ "headline": "Ours", "body": "C", "title": { "rendered": "Theirs" }, "content": { "rendered": "C" } });
    assert_eq!(open(&both).article.headline, "Theirs");
    assert_eq!(named(&both, Format::Canonical).unwrap().article.headline, "Ours");
    // A list and a wrapper of the named format.
    let post = json!({ "title": { "rendered": "T" } });
    for value in [json!([post]), json!({ "data": post }), json!({ "data": [post] }), post] {
        let reading = named(&value, Format::WordPress).unwrap();
        assert_eq!(reading.article.headline, "T", "{value}");
    }
    let feed = json!({ "items": [{ "title": "T" }], "title": "F" });
    assert!(attempt(&feed).is_err());
    // What lacks every sign is read as it is called, and says what it lacks.
    assert!(named(&json!({ "title": "T" }), Format::Ghost).is_ok());
    assert!(named(&json!({ "x": 1 }), Format::Ghost).unwrap_err().contains("title"));
    assert!(named(&json!({ "x": 1 }), Format::WordPress).unwrap_err().contains("title.rendered"));
}

/// A map that says nothing cannot be read by.
#[test]
fn the_format_map_needs_a_map() {
    let line = named(&json!({ "headline": "H", "body": "C" }), Format::Map).unwrap_err();
    assert!(line.contains("map"), "{line}");
}

/// Our own sample says that it is schema.org's, and has blocks.
#[test]
fn the_comments_of_a_wrapped_article_are_read() {
    let article =
        json!({ "headline": "H", "body": ["C"], "comment": [{ "id": "1", "text": "First" }] });
    let graph = json!({ "headline": "H", "@type": "NewsArticle", "body": ["C"], "comment": [{ "id": "1", "text": "First" }] });
    for value in [article.clone(), json!({ "data": article }), json!({ "data": [article] }), graph]
    {
        assert_eq!(open(&value).article.comment.len(), 1, "{value}");
    }
    let text = file("public/articles/report.json");
    assert_eq!(wished(&text, &Wish::default()).unwrap().format, Format::Canonical);
}

/// The readers of editors' bodies are asked where nothing else is: with none of theirs the article stays.
#[test]
fn an_article_whose_body_is_of_an_editor_keeps_its_members() {
    let value = json!({ "headline": "H", "author": "A", "body": { "type": "doc", "content": [
        { "type": "paragraph", "content": [{ "type": "text", "text": "Edited" }] },
    ] } });
    let reading = open(&value);
    assert_eq!(reading.article.headline, "H");
    assert_eq!(reading.article.author[0].name, "A");
    if !reading.article.body.is_empty() {
        assert_eq!(reading.article.body[0].kind, BlockKind::Paragraph(Text::plain("Edited")));
        assert_eq!(reading.problems, []);
        let alone = open(&value["body"]);
        assert_eq!((alone.article.headline.as_str(), alone.article.body.len()), ("", 1));
        assert_eq!(alone.problems, []);
    }
}
