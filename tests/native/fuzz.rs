//! Random articles: read, prepared and drawn, never a panic. The numbers are the same on every run.

use crate::content::LAST;
use crate::support::{Drawing, Numbers, Tree, draw, read};
use serde_json::{Map, Value, json};
use standfirst::content::model::Article;
use std::panic::{AssertUnwindSafe, catch_unwind};

const NAMES: &[&str] = &[
    "type",
    "id",
    "headline",
    "description",
    "label",
    "body",
    "articleBody",
    "author",
    "publisher",
    "name",
    "url",
    "image",
    "datePublished",
    "dateModified",
    "date",
    "keywords",
    "video",
    "audio",
    "sources",
    "src",
    "tracks",
    "inLanguage",
    "dir",
    "isAccessibleForFree",
    "correction",
    "related",
    "text",
    "spans",
    "marks",
    "href",
    "lang",
    "break",
    "html",
    "level",
    "ordered",
    "start",
    "items",
    "citation",
    "images",
    "layout",
    "caption",
    "creditText",
    "alt",
    "width",
    "height",
    "srcset",
    "focal",
    "x",
    "y",
    "role",
    "tone",
    "link",
    "poster",
    "duration",
    "provider",
    "title",
    "header",
    "rows",
    "align",
    "language",
    "summary",
    "open",
    "question",
    "events",
    "value",
    "of",
    "term",
    "key",
    "kind",
    "expires",
    "transcript",
    "license",
    "share",
    "targets",
    "campaign",
    "icon",
    "limit",
    "dateline",
    "articleSection",
];

const WORDS: &[&str] = &[
    "",
    " ",
    "zebra",
    "<script>alert(1)</script>",
    "\"'<>&",
    "javascript:alert(1)",
    "https://a.example/b?c#d",
    "../a.jpg",
    "//a.example",
    "2026-11-20T06:30:00Z",
    "2026-02-30",
    "PT1M",
    "P",
    "\u{202e}abc",
    "\u{0}",
    "ar",
    "de-DE",
    "en",
    "rtl",
    "true",
    "1e308",
    "-1",
    "NaN",
    "breaking",
    "strong",
    "halfwidth",
    "carousel",
    "https://www.youtube.com/watch?v=abc",
    "***",
    "\n\ncode",
    "é\u{301}\u{1f468}\u{200d}\u{1f469}",
    "#336699",
    "]]>",
    "--",
    "{name}",
    "&amp;lt;",
    "none",
    "https://a.example/?u={url}",
];

const TYPES: &[&str] = &[
    "paragraph",
    "heading",
    "list",
    "quote",
    "pullquote",
    "divider",
    "image",
    "gallery",
    "video",
    "audio",
    "embed",
    "table",
    "code",
    "callout",
    "details",
    "takeaways",
    "qanda",
    "timeline",
    "numbers",
    "definition",
    "link-card",
    "correction",
    "disclaimer",
    "rating",
    "live-post",
    "html",
    "quiz",
];

/// A random value: more often blocks and lists the nearer it is to the root, so that trees come to an end.
fn random(numbers: &mut Numbers, depth: usize) -> Value {
    match numbers.below(if depth > 6 { 6 } else { 12 }) {
        0 => Value::Null,
        1 => json!(numbers.below(2) == 0),
        2 => numbers
            .of(&[
                json!(0),
                json!(1),
                json!(3),
                json!(-7),
                json!(1e308),
                json!(0.5),
                json!(u64::MAX),
            ])
            .clone(),
        3..=5 => json!(numbers.of(WORDS)),
        6 | 7 => Value::Array((0..numbers.below(4)).map(|_| random(numbers, depth + 1)).collect()),
        8 => Value::Object(members(numbers, depth)),
        _ => {
            let mut block = members(numbers, depth);
            block.insert("type".into(), json!(numbers.of(TYPES)));
            Value::Object(block)
        }
    }
}

fn members(numbers: &mut Numbers, depth: usize) -> Map<String, Value> {
    let mut members = Map::new();
    for _ in 0..numbers.below(7) {
        let value = random(numbers, depth + 1);
        members.insert((*numbers.of(NAMES)).to_owned(), value);
    }
    members
}

fn random_article(numbers: &mut Numbers) -> Value {
    let mut article = members(numbers, 0);
    article.insert("headline".into(), json!("Headline"));
    let mut blocks: Vec<Value> = (0..1 + numbers.below(5))
        .map(|_| {
            let mut block = members(numbers, 1);
            // Most blocks have what they need, so that they come as far as the page.
            for (name, value) in
                [("url", json!("a.jpg")), ("text", json!("Text")), ("summary", json!("More"))]
            {
                if numbers.below(3) > 0 {
                    block.insert(name.into(), value);
                }
            }
            block.insert("type".into(), json!(numbers.of(TYPES)));
            Value::Object(block)
        })
        .collect();
    blocks.push(json!({ "type": "paragraph", "text": LAST }));
    article.insert("body".into(), Value::Array(blocks));
    Value::Object(article)
}

/// What every random article must come to. A string says what went wrong.
fn survives(article: &Value, read: impl Fn(&Value) -> Article) -> Result<usize, String> {
    let drawn = catch_unwind(AssertUnwindSafe(|| {
        let article = read(article);
        let blocks = article.body.len();
        (blocks, draw(article, &Drawing { now_ms: 1_763_620_200_000, ..Drawing::default() }))
    }));
    let (blocks, html) = drawn.map_err(|_| format!("panics: {article}"))?;
    if !html.contains(LAST) {
        return Err(format!("the last paragraph is gone: {article}"));
    }
    if html.contains("<script") || html.contains("\"javascript:") || html.contains("<iframe") {
        return Err(format!("reached the page: {html}"));
    }
    let page = catch_unwind(|| Tree::parse(&html));
    page.map_err(|_| format!("not well formed: {html}"))?;
    Ok(blocks)
}

#[test]
fn three_thousand_random_articles_are_read_and_drawn_without_a_panic() {
    let mut numbers = Numbers(2026);
    let mut blocks = 0;
    for case in 0..3000 {
        let article = random_article(&mut numbers);
        match survives(&article, |article| read(article).article) {
            Ok(drawn) => blocks += drawn,
            Err(fault) => panic!("case {case}: {fault}"),
        }
    }
    assert!(blocks > 6000, "the articles are not all empty: {blocks} blocks");
}

/// Control: the harness above notices a reader that panics, and one that loses the rest.
#[test]
fn the_harness_notices_a_reader_that_panics_or_loses_the_rest() {
    let article = random_article(&mut Numbers(7));
    assert!(survives(&article, |article| read(article).article).is_ok());
    assert!(survives(&article, |_| panic!("on purpose")).unwrap_err().starts_with("panics"));
    assert!(survives(&article, |_| Article::default()).unwrap_err().contains("is gone"));
}
