//! JSON Feeds beyond what the samples show.

use super::open;
use crate::support::plain;
use serde_json::{Value, json};
use standfirst::content::model::BlockKind;

fn feed(item: Value) -> Value {
    json!({ "version": "https://jsonfeed.org/version/1.1", "title": "The feed", "language": "de", "items": [item] })
}

#[test]
fn an_item_without_title_is_headed_by_its_beginning() {
    let long = "The ferry to the island is cancelled until the storm has passed over the whole of the coast.";
    let article = open(&feed(json!({ "content_html": format!("<p>{long}</p>") }))).article;
    assert_eq!(
        article.headline,
        "The ferry to the island is cancelled until the storm has passed over the whole…"
    );
    assert_eq!(open(&feed(json!({ "content_text": "Short." }))).article.headline, "Short.");
    assert_eq!(
        open(&feed(json!({ "image": "https://a.example/a.jpg" }))).article.headline,
        "The feed"
    );
    let unbroken = "字".repeat(200);
    let headline = open(&feed(json!({ "content_text": unbroken }))).article.headline;
    assert_eq!(headline.chars().count(), 81);
}

#[test]
fn plain_text_stays_text_and_html_comes_first() {
    let text = open(&feed(json!({ "title": "T", "content_text": "a <b>b</b>\n\nc" }))).article;
    let BlockKind::Paragraph(first) = &text.body[0].kind else { panic!() };
    assert_eq!(plain(first), "a <b>b</b>");
    assert_eq!(text.body.len(), 2);
    let both = json!({ "title": "T", "content_html": "<p>HTML</p>", "content_text": "Text" });
    let BlockKind::Paragraph(first) = &open(&feed(both)).article.body[0].kind.clone() else {
        panic!()
    };
    assert_eq!(plain(first), "HTML");
}

#[test]
fn the_authors_of_an_item_come_before_those_of_the_feed_and_the_list_before_the_one() {
    let names = |item: Value, more: Value| -> Vec<String> {
        let mut feed = feed(item);
        feed.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        open(&feed).article.author.into_iter().map(|person| person.name).collect()
    };
    let of_feed = json!({ "author": { "name": "Old root" }, "authors": [{ "name": "Root" }] });
    let both = json!({ "title": "T", "author": { "name": "Old" }, "authors": [{ "name": "A" }, { "name": "B" }] });
    assert_eq!(names(both, of_feed.clone()), ["A", "B"]);
    assert_eq!(
        names(json!({ "title": "T", "author": { "name": "Old" } }), of_feed.clone()),
        ["Old"]
    );
    assert_eq!(names(json!({ "title": "T" }), of_feed), ["Root"]);
    assert_eq!(
        names(json!({ "title": "T" }), json!({ "author": { "name": "Old root" } })),
        ["Old root"]
    );
}

#[test]
fn the_language_is_that_of_the_item_or_of_the_feed() {
    assert_eq!(open(&feed(json!({ "title": "T" }))).article.in_language.as_deref(), Some("de"));
    let own = open(&feed(json!({ "title": "T", "language": "fr" }))).article;
    assert_eq!(own.in_language.as_deref(), Some("fr"));
}

#[test]
fn a_post_about_another_page_leads_there() {
    let article = open(&feed(json!({ "title": "T", "url": "https://a.example/1", "external_url": "https://b.example/2", "content_text": "See." }))).article;
    let BlockKind::LinkCard { url, title, .. } = &article.body[1].kind else { panic!() };
    assert_eq!((url.as_str(), title.as_str()), ("https://b.example/2", "b.example"));
    assert_eq!(article.url.unwrap().as_str(), "https://a.example/1");
    let same = json!({ "title": "T", "url": "https://a.example/1", "external_url": "https://a.example/1", "content_text": "See." });
    assert_eq!(open(&feed(same)).article.body.len(), 1);
}

#[test]
fn attachments_are_recordings_and_films() {
    let file = |kind: &str, seconds: u32| json!({ "url": format!("https://a.example/{kind}"), "mime_type": kind, "duration_in_seconds": seconds });
    let article = open(&feed(json!({ "title": "T", "attachments": [
        file("application/pdf", 0), file("audio/mpeg", 60), file("audio/ogg", 60), file("audio/mpeg", 90), file("video/mp4", 30),
    ] })))
    .article;
    let audio = article.audio.unwrap();
    assert_eq!((audio.sources.len(), audio.duration), (2, Some(60.0)));
    assert_eq!(article.video.unwrap().sources[0].src.as_str(), "https://a.example/video/mp4");
}

/// Feeds in use write dates of RFC 822 and others; a table with what GNU date makes of them.
#[test]
fn dates_that_are_not_iso_8601_are_read_as_what_they_mean() {
    let table = [
        ("Fri, 31 May 2019 12:17:58 -0700", Some(1_559_330_278)),
        ("31 May 2019 12:17:58 PDT", Some(1_559_330_278)),
        ("Fri, 31 May 2019 19:17:58 GMT", Some(1_559_330_278)),
        ("Fri Apr 28 19:20:36 CEST 2023", Some(1_682_702_436)),
        ("April 28, 2023 17:20:36 UTC", Some(1_682_702_436)),
        ("2023-04-28T17:20:36 GMT", Some(1_682_702_436)),
        ("2023-04-28 19:20:36 +0200", Some(1_682_702_436)),
        ("2023-04-28T19:20:36 CEST", Some(1_682_702_436)),
        ("1682702436", Some(1_682_702_436)),
        ("1682702436000", Some(1_682_702_436)),
        ("Fri, 28 Apr 2023 9:20:36 GMT", Some(1_682_673_636)),
        ("28 Apr 2023 19:20:36 XYZ", None),
        ("yesterday", None),
        ("31 Feb 2023 10:00:00 GMT", None),
        ("Apr 2023", None),
        ("28/04/2023", None),
        ("12", None),
    ];
    for (written, seconds) in table {
        let reading = open(&feed(json!({ "title": "T", "date_published": written })));
        let date = reading.article.date_published.unwrap();
        assert_eq!(date.epoch_ms(), seconds.map(|s: i64| s * 1000), "{written}");
        assert_eq!(date.written, written);
        assert_eq!(reading.problems.len(), usize::from(seconds.is_none()), "{written}");
    }
    // A day without a time, and a time without a zone, are kept as such.
    let of = |written: &str| {
        let item = json!({ "title": "T", "date_published": written });
        open(&feed(item)).article.date_published.unwrap().moment.unwrap()
    };
    assert!(!of("May 31, 2019").timed);
    assert!(!of("31 May 2019 12:17").zoned);
}
