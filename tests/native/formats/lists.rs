//! Lists and feeds: one item opens, the others are offered.

use super::{attempt, open, wished};
use serde_json::{Value, json};
use standfirst::content::formats::{Reading, Wish};

fn item(value: &Value, wanted: &str) -> Result<Reading, String> {
    wished(&value.to_string(), &Wish { item: Some(wanted.to_owned()), ..Wish::default() })
}

fn feed() -> Value {
    let item = |n: u32| {
        json!({
            "id": n * 10,
            "title": format!("Item {n}"),
            "url": format!("https://news.example/{n}/"),
            "content_text": format!("Text {n}"),
            "date_published": format!("2026-11-{n:02}T06:30:00Z"),
            "image": format!("https://news.example/{n}.jpg"),
        })
    };
    let items: Vec<Value> = (1..=20).map(item).collect();
    json!({ "version": "https://jsonfeed.org/version/1.1", "title": "Feed", "items": items })
}

#[test]
fn the_first_item_opens_and_twelve_others_are_offered() {
    let reading = open(&feed());
    assert_eq!(reading.article.headline, "Item 1");
    let related = &reading.article.related;
    assert_eq!(related.len(), 12);
    assert_eq!(related[0].headline, "Item 2");
    assert_eq!(related[0].url.as_str(), "https://news.example/2/");
    assert_eq!(related[0].image.as_ref().unwrap().url.as_str(), "https://news.example/2.jpg");
    assert_eq!(related[0].date_published.as_ref().unwrap().written, "2026-11-02T06:30:00Z");
    assert_eq!(reading.problems, []);
}

#[test]
fn an_item_is_named_by_its_id_address_or_number() {
    for (wanted, headline) in [
        ("30", "Item 3"),
        ("https://news.example/7/", "Item 7"),
        ("https://news.example/7", "Item 7"),
        ("4", "Item 4"),
        ("20", "Item 2"),
        ("1", "Item 1"),
    ] {
        let reading = item(&feed(), wanted).unwrap();
        assert_eq!(reading.article.headline, headline, "{wanted}");
        assert!(reading.article.related.iter().all(|other| other.headline != headline));
    }
    let posts = json!([
        { "id": 1, "slug": "one", "link": "https://a.example/one/", "title": { "rendered": "One" } },
        { "id": 2, "slug": "two", "link": "https://a.example/two/", "title": { "rendered": "T&amp;wo" },
          "guid": { "rendered": "https://a.example/?p=2" }, "date_gmt": "2026-11-20T06:30:00" },
    ]);
    for wanted in ["2", "two", "https://a.example/two", "https://a.example/?p=2"] {
        assert_eq!(item(&posts, wanted).unwrap().article.headline, "T&wo", "{wanted}");
    }
    let related = &open(&posts).article.related;
    assert_eq!(related[0].headline, "T&wo");
    assert_eq!(related[0].date_published.as_ref().unwrap().written, "2026-11-20T06:30:00Z");
}

#[test]
fn an_item_that_is_not_there_is_told_with_how_many_there_are() {
    for wanted in ["0", "21", "nothing", "-1", ""] {
        let line = item(&feed(), wanted).unwrap_err();
        assert!(line.contains("20") && line.contains(wanted), "{line}");
    }
}

#[test]
fn what_is_wrong_with_an_item_has_its_place_in_the_list() {
    let mut feed = feed();
    feed["items"][2]["date_published"] = json!("soon");
    feed["authors"] = json!([{ "name": "Root", "url": "javascript:alert(1)" }]);
    let problems = item(&feed, "3").unwrap().problems;
    let paths: Vec<&str> = problems.iter().map(|problem| problem.path.as_str()).collect();
    assert_eq!(paths, ["$.items[2].date_published", "$.authors[0].url"]);
    // Those of the others are not this article's.
    feed["authors"] = json!(null);
    assert_eq!(open(&feed).problems, []);
}

#[test]
fn an_article_with_others_of_its_own_keeps_them() {
    let own = json!([{ "headline": "Mine", "url": "https://a.example/mine" }]);
    let list = json!([
        { "headline": "One", "body": "C", "related": own },
        { "headline": "Two", "body": "C", "url": "https://a.example/two" },
    ]);
    let related = open(&list).article.related;
    assert_eq!(related.iter().map(|r| r.headline.as_str()).collect::<Vec<_>>(), ["Mine"]);
}

#[test]
fn others_without_headline_or_safe_address_are_not_offered() {
    let list = json!([
        { "headline": "One", "body": "C" },
        { "headline": "Two", "body": "C" },
        { "body": "C", "url": "https://a.example/three" },
        { "headline": "Four", "body": "C", "url": "javascript:alert(1)" },
        null, 5, [], {},
        { "headline": "Nine", "body": "C", "url": "/nine" },
    ]);
    let reading = open(&list);
    let related: Vec<&str> = reading.article.related.iter().map(|r| r.headline.as_str()).collect();
    assert_eq!(related, ["Nine"]);
    assert_eq!(reading.problems, []);
}

#[test]
fn what_is_no_article_in_a_list_is_passed_over() {
    let list = json!([null, 5, "text", [], {}, { "headline": "H", "body": "C" }]);
    assert_eq!(open(&list).article.headline, "H");
    assert!(attempt(&json!([null, 5])).unwrap_err().contains("object"));
}
