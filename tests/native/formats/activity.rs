//! Objects of ActivityStreams beyond what the samples show.

use super::{attempt, open};
use crate::support::plain;
use serde_json::{Value, json};
use standfirst::content::model::BlockKind;

fn object(more: Value) -> Value {
    let mut object =
        json!({ "@context": "https://www.w3.org/ns/activitystreams", "type": "Article" });
    object.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    object
}

#[test]
fn texts_in_several_languages_are_read_in_that_of_the_document() {
    let maps = json!({
        "nameMap": { "de": "Titel", "en": "Title" },
        "contentMap": { "de": "<p>Inhalt</p>", "en": "<p>Content</p>" },
        "summaryMap": { "de": "Kurz", "en": "Short" },
    });
    let mut english = maps.clone();
    english["inLanguage"] = json!("en");
    let article = open(&object(english)).article;
    assert_eq!(
        (article.headline.as_str(), article.description.as_deref()),
        ("Title", Some("Short"))
    );
    assert_eq!(article.in_language.as_deref(), Some("en"));
    let mut german = maps;
    german["content"] = json!("<p>Inhalt</p>");
    let article = open(&object(german)).article;
    assert_eq!(article.headline, "Titel");
    assert_eq!(article.in_language.as_deref(), Some("de"));
}

#[test]
fn a_page_comes_before_other_links() {
    let link = |kind: &str, href: &str| json!({ "type": "Link", "mediaType": kind, "href": href });
    for (url, address) in [
        (json!("https://a.example/1"), "https://a.example/1"),
        (link("text/html", "https://a.example/1"), "https://a.example/1"),
        (
            json!([
                link("application/json", "https://a.example/j"),
                link("text/html", "https://a.example/1")
            ]),
            "https://a.example/1",
        ),
        (json!([link("application/json", "https://a.example/j")]), "https://a.example/j"),
    ] {
        let article = open(&object(json!({ "name": "N", "url": url }))).article;
        assert_eq!(article.url.unwrap().as_str(), address);
    }
}

#[test]
fn an_author_is_somebody_or_an_address() {
    let authors = |who: Value| -> Vec<String> {
        let article = open(&object(json!({ "name": "N", "attributedTo": who }))).article;
        article.author.into_iter().map(|person| person.name).collect()
    };
    assert_eq!(authors(json!("https://a.example/users/ana")), ["@ana@a.example"]);
    assert_eq!(authors(json!("https://a.example/@ana/")), ["@ana@a.example"]);
    assert_eq!(authors(json!("https://a.example/")), ["a.example"]);
    let ana = json!({ "type": "Person", "name": "Ana", "url": "https://a.example/ana", "icon": { "type": "Image", "url": "https://a.example/ana.png" } });
    assert_eq!(authors(json!([ana, { "preferredUsername": "jo" }])), ["Ana", "jo"]);
    let article = open(&object(json!({ "name": "N", "attributedTo": ana }))).article;
    assert_eq!(article.author[0].image.as_ref().unwrap().as_str(), "https://a.example/ana.png");
}

#[test]
fn the_object_of_an_activity_is_read_and_its_actor_is_the_author() {
    let create = json!({ "@context": "https://www.w3.org/ns/activitystreams", "type": "Create",
        "actor": { "name": "Ana" }, "published": "2026-11-20T06:30:00Z", "object": { "type": "Article", "name": "N", "updated": "soon" } });
    let announce = json!({ "@context": "https://www.w3.org/ns/activitystreams", "type": "Announce", "object": create });
    let outbox = json!({ "@context": "https://www.w3.org/ns/activitystreams", "type": "OrderedCollection", "orderedItems": [create] });
    for (value, path) in [
        (&create, "$.object.updated"),
        (&announce, "$.object.object.updated"),
        (&outbox, "$.orderedItems[0].object.updated"),
    ] {
        let reading = open(value);
        assert_eq!(reading.article.author[0].name, "Ana", "{value}");
        assert_eq!(reading.article.date_published.unwrap().written, "2026-11-20T06:30:00Z");
        assert_eq!(reading.problems[0].path, path);
    }
    // Somebody else's: it would have to be fetched.
    assert!(
        attempt(&object(json!({ "type": "Announce", "object": "https://a.example/1" }))).is_err()
    );
}

#[test]
fn hashtags_are_keywords_and_mentions_are_not() {
    let article = open(&object(json!({ "name": "N", "tag": [
        { "type": "Hashtag", "name": "#Pier", "href": "https://a.example/tags/pier" },
        { "type": "Mention", "name": "@ana" }, { "type": "Emoji", "name": ":pier:" },
    ] })))
    .article;
    let keywords: Vec<&str> =
        article.keywords.iter().map(|keyword| keyword.name.as_str()).collect();
    assert_eq!(keywords, ["Pier"]);
}

#[test]
fn markdown_is_shown_as_its_own_text() {
    let article = open(&object(
        json!({ "name": "N", "mediaType": "text/markdown", "content": "# One\n\na < b" }),
    ))
    .article;
    let BlockKind::Paragraph(text) = &article.body[1].kind else { panic!() };
    assert_eq!(plain(text), "a < b");
}

#[test]
fn a_note_is_headed_by_its_text_and_shows_its_pictures() {
    let picture = |n: u32| json!({ "type": "Document", "mediaType": "image/png", "url": format!("https://a.example/{n}.png"), "name": format!("Picture {n}"), "width": 10, "height": 20 });
    let reading = open(&object(json!({ "type": "Note", "content": "<p>The bridge is open.</p>",
        "attachment": [picture(1), { "type": "Link", "href": "https://a.example" }, { "type": "Document", "mediaType": "video/mp4", "url": "https://a.example/v" }, picture(2)],
        "replies": { "type": "Collection", "totalItems": 3 } })));
    let article = &reading.article;
    assert_eq!(article.headline, "The bridge is open.");
    assert_eq!(article.image[0].alt.as_deref(), Some("Picture 1"));
    assert_eq!(article.image.len(), 1);
    let BlockKind::Image(second) = &article.body[1].kind else { panic!() };
    assert_eq!(second.url.as_str(), "https://a.example/2.png");
    assert_eq!(article.comment_count, Some(3));
    assert_eq!(reading.problems, []);
}

#[test]
fn an_image_is_an_address_an_object_or_a_list() {
    for image in [
        json!("https://a.example/a.jpg"),
        json!({ "type": "Image", "url": "https://a.example/a.jpg" }),
        json!({ "type": "Image", "url": [{ "type": "Link", "href": "https://a.example/a.jpg" }] }),
        json!({ "type": "Link", "mediaType": "image/jpeg", "href": "https://a.example/a.jpg" }),
        json!([{ "type": "Image", "url": { "href": "https://a.example/a.jpg" } }]),
    ] {
        let article = open(&object(json!({ "name": "N", "image": image }))).article;
        assert_eq!(article.image[0].url.as_str(), "https://a.example/a.jpg", "{image}");
    }
}
