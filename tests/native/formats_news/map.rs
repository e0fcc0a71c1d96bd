//! Documents whose members the publisher names.

use super::{sample, text_of};
use crate::support::BASE;
use serde_json::{Value, json};
use standfirst::content::formats::{self, Format, Reading, Unreadable, Wish};

fn attempt(value: &Value, map: &str) -> Result<Reading, Unreadable> {
    let wish = Wish { map: Some(map.to_owned()), ..Wish::default() };
    formats::read_wished(&value.to_string(), &wish, BASE)
}

fn read(value: &Value, map: Value) -> Reading {
    attempt(value, &map.to_string()).unwrap_or_else(|e| panic!("{e:?}"))
}

fn fault(map: &str) -> String {
    match attempt(&json!({ "title": "T" }), map) {
        Err(Unreadable::Schema(line)) => line,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_page_of_the_government_is_an_article() {
    let reading = read(
        &sample("map/govuk-news-image-caption.json"),
        json!({
            "headline": "title", "description": "description", "body": "details.body",
            "image": "details.images[0].sources.s960", "image.alt": ["details.images[0].alt_text", "="],
            "image.caption": "details.images[0].caption",
            "author": "links.worldwide_organisations[*].title", "datePublished": "first_published_at",
            "dateModified": "public_updated_at", "inLanguage": "locale", "keywords": "links.taxons[*].title",
            "publisher": "=GOV.UK", "url": "links.available_translations[0].web_url",
        }),
    );
    assert_eq!(reading.problems, []);
    assert_eq!(reading.format, Format::Map);
    let article = reading.article;
    assert!(article.headline.starts_with("British High Commission marks"));
    let authors: Vec<_> = article.author.iter().map(|person| person.name.as_str()).collect();
    assert_eq!(
        authors,
        ["British Deputy High Commission Karachi", "British High Commission Islamabad"]
    );
    assert!(text_of(&article.body).contains("In Islamabad, Ahsan Iqbal"));
    assert!(!text_of(&article.body).contains('<'));
    assert!(article.image[0].url.as_str().contains("/s960_"));
    assert!(article.image[0].caption.as_ref().unwrap().starts_with("British High Commissioner"));
    assert_eq!(article.image[0].alt, None);
    assert_eq!(article.publisher.unwrap().name, "GOV.UK");
    assert_eq!(article.keywords[0].name, "International");
    assert!(article.date_published.unwrap().moment.is_some());
}

#[test]
fn pointers_and_paths_lead_to_the_same() {
    let speech = sample("map/govuk-speech.json");
    let by_path = read(
        &speech,
        json!({ "headline": "title", "body": "details.body", "image.url": "details.image.url", "image.alt": "details.image.alt_text" }),
    );
    let by_pointer = read(
        &speech,
        json!({ "headline": "/title", "body": "/details/body", "image.url": "/details/image/url", "image.alt": "/details/image/alt_text" }),
    );
    assert_eq!(by_path.problems, []);
    assert_eq!(by_path.article, by_pointer.article);
    assert_eq!(by_path.article.image[0].alt.as_deref(), Some("The Rt Hon David Cameron MP"));
    let own = sample("map/own-cms.json");
    for path in [
        "data[0].attributes[\"odd.key\"]",
        "$.data[0].attributes['odd.key']",
        "/data/0/attributes/odd.key",
    ] {
        let reading = read(
            &own,
            json!({ "headline": "/data/0/attributes/title", "description": path, "inLanguage": "/data/0/attributes/a~1b/c~0d" }),
        );
        assert_eq!(reading.article.description.as_deref(), Some("A short word"), "{path}");
        assert_eq!(reading.article.in_language.as_deref(), Some("en"));
        assert_eq!(reading.problems, []);
    }
}

#[test]
fn a_node_of_drupal_is_an_article() {
    let reading = read(
        &sample("map/recipe-raw.json"),
        json!({
            "headline": "data.attributes.title", "description": "data.attributes.field_summary.processed",
            "body": "data.attributes.field_recipe_instruction.processed", "datePublished": "data.attributes.created",
            "dateModified": "data.attributes.changed", "inLanguage": "data.attributes.langcode", "url": "data.attributes.path.alias",
        }),
    );
    assert_eq!(reading.problems, []);
    let article = reading.article;
    assert_eq!(article.headline, "Deep mediterranean quiche - edited");
    assert_eq!(
        article.description.as_deref().map(|line| line.starts_with("An Italian inspired quiche")),
        Some(true)
    );
    assert!(text_of(&article.body).contains("Preheat the oven"));
    assert_eq!(
        article.url.unwrap().as_str(),
        "https://news.example/recipes/deep-mediterranean-quiche"
    );
}

#[test]
fn the_first_path_that_leads_somewhere_is_taken() {
    let own = sample("map/own-cms.json");
    let reading = read(
        &own,
        json!({
            "headline": ["data[0].attributes.subtitle", "data[0].attributes.title"],
            "author": "data[0].attributes.writers.data[*].attributes.name",
            "image.alt": "data[0].attributes.cover.data.attributes.alternativeText", "image": "data[0].attributes.cover.data.attributes.url",
            "articleSection": ["nowhere", "=Culture"], "commentCount": "meta.pagination.total",
        }),
    );
    assert_eq!(reading.problems, []);
    let article = reading.article;
    assert_eq!(article.headline, "The library opens");
    assert_eq!(article.author.len(), 2);
    assert_eq!(article.article_section, ["Culture"]);
    assert_eq!(article.comment_count, Some(1));
    assert_eq!(article.image[0].url.as_str(), "https://news.example/uploads/library.jpg");
    assert_eq!(article.image[0].alt.as_deref(), Some("A hall"));
}

#[test]
fn a_path_that_leads_nowhere_is_a_problem_with_key_and_path() {
    let reading = read(
        &json!({ "a": "Headline", "b": "" }),
        json!({ "headline": "a", "description": ["b", "c.d"], "dateline": ["c", "="] }),
    );
    assert_eq!(reading.problems.len(), 1);
    for word in ["description", "b, c.d"] {
        assert!(reading.problems[0].reason.contains(word), "{:?}", reading.problems);
    }
}

#[test]
fn a_problem_tells_its_place_in_the_publishers_document() {
    let document = json!({ "t": "Headline", "when": { "first": "yesterday" }, "pics": [{ "src": "javascript:alert(1)" }], "by": [{ "name": 1 }, { "name": {} , "x": 1 }] });
    let reading = read(
        &document,
        json!({ "headline": "t", "datePublished": "when.first", "image": "pics[0].src", "author": "by" }),
    );
    let places: Vec<_> = reading.problems.iter().map(|problem| problem.path.as_str()).collect();
    assert_eq!(places, ["$.when.first", "$.by[1].name", "$.pics[0].src"]);
}

#[test]
fn a_list_of_blocks_is_a_body_as_it_is() {
    let document = json!({ "t": "Headline", "parts": [{ "type": "paragraph", "text": "One" }, { "type": "divider" }] });
    assert_eq!(read(&document, json!({ "headline": "t", "body": "parts" })).article.body.len(), 2);
    let plain =
        read(&json!({ "t": "H", "x": "One\n\nTwo" }), json!({ "headline": "t", "body": "x" }));
    assert_eq!(plain.article.body.len(), 2);
}

#[test]
fn a_map_that_is_wrong_says_what_and_where() {
    for (map, says) in [
        ("", "JSON"),
        ("headline: title", "JSON"),
        ("[]", "object"),
        ("{}", "empty"),
        (r#"{"title": "title"}"#, "\"title\""),
        (r#"{"headline": 1}"#, "headline"),
        (r#"{"headline": []}"#, "empty list"),
        (r#"{"headline": ""}"#, "empty name"),
        (r#"{"headline": "a..b"}"#, "empty name"),
        (r#"{"headline": "a[x]"}"#, "bracket"),
        (r#"{"headline": "a[0"}"#, "bracket"),
        (r#"{"headline": "a[0]b"}"#, "after a bracket"),
        (r#"{"headline": ["title", {"a": 1}]}"#, "path"),
    ] {
        let line = fault(map);
        assert!(
            line.contains(says) && line.contains("map")
                || says == "path" && line.contains("headline"),
            "{map}: {line}"
        );
    }
    assert!(fault(r#"{"headline": "nothing.there"}"#).contains("headline"));
}
