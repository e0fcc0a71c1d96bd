//! Ghost's posts beyond what the samples show.

use super::open;
use serde_json::{Value, json};

fn post(more: Value) -> Value {
    let mut post = json!({ "title": "T", "html": "<p>Text.</p>", "uuid": "1", "url": "https://a.example/t/", "published_at": "2026-11-20T06:30:00.000+00:00" });
    post.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    json!({ "posts": [post] })
}

#[test]
fn a_post_for_members_says_so() {
    let free = |more: Value| open(&post(more)).article.is_accessible_for_free;
    assert_eq!(
        free(json!({ "access": false, "html": "<p>The start.</p>", "visibility": "paid" })),
        Some(false)
    );
    assert_eq!(free(json!({ "access": false, "html": "", "visibility": "members" })), Some(false));
    assert_eq!(free(json!({ "html": null, "visibility": "members" })), Some(false));
    // This reader may see it all.
    assert_eq!(free(json!({ "access": true, "visibility": "paid" })), None);
    assert_eq!(free(json!({ "access": true, "html": "" })), None);
    assert_eq!(free(json!({ "visibility": "public" })), None);
    assert_eq!(free(json!({})), None);
}

#[test]
fn internal_tags_are_not_for_readers() {
    let tag = |name: &str, visibility: Value| json!({ "name": name, "visibility": visibility, "url": "https://a.example/tag/" });
    let article = open(&post(json!({ "tags": [
        tag("City", json!("public")), tag("#hidden", json!("internal")), tag("#older", json!(null)), tag("Old", json!(null)),
    ] })))
    .article;
    let keywords: Vec<&str> =
        article.keywords.iter().map(|keyword| keyword.name.as_str()).collect();
    assert_eq!(keywords, ["City", "Old"]);
}

#[test]
fn what_a_post_injects_is_never_read() {
    let reading = open(&post(
        json!({ "codeinjection_head": "<script>evil()</script>", "codeinjection_foot": "<b>evil</b>" }),
    ));
    assert!(!format!("{:?}", reading.article).contains("evil"));
    assert_eq!(reading.problems, []);
}

#[test]
fn a_picture_comes_with_its_caption_and_starts_from_the_address_of_the_post() {
    let article = open(&post(json!({
        "feature_image": "/content/images/a.jpg", "feature_image_alt": "A pier",
        "feature_image_caption": "<span style=\"white-space: pre-wrap;\">Photo by </span><a href=\"https://b.example\">Ana</a>",
        "canonical_url": "https://b.example/first/",
    })))
    .article;
    assert_eq!(article.image[0].url.as_str(), "https://a.example/content/images/a.jpg");
    assert_eq!(article.image[0].caption.as_deref(), Some("Photo by Ana"));
    assert_eq!(article.image[0].alt.as_deref(), Some("A pier"));
    assert_eq!(article.url.unwrap().as_str(), "https://b.example/first/");
}

#[test]
fn without_html_the_plain_text_is_shown_and_without_authors_the_first() {
    let article = open(&post(json!({
        "html": null, "plaintext": "One.\n\nTwo.", "primary_author": { "name": "Ana", "email": "ana@a.example" },
    })))
    .article;
    assert_eq!(article.body.len(), 2);
    assert_eq!(article.author[0].name, "Ana");
    assert_eq!(article.author[0].email, None);
}
