//! ninjs in its three dialects and the mixtures that agencies make of them.

use super::{read, refused, sample, text_of};
use serde_json::{Value, json};
use standfirst::content::model::BlockKind;

fn item(members: Value) -> Value {
    let mut item =
        json!({ "uri": "urn:item", "type": "text", "headline": "Headline", "body_text": "Text." });
    item.as_object_mut().unwrap().extend(members.as_object().unwrap().clone());
    item
}

#[test]
fn renditions_are_one_picture_in_several_widths() {
    let reading = read(&sample("ninjs/v2.1-tt-text-image.json"), "ninjs");
    let image = &reading.article.image[0];
    assert_eq!((image.width, image.height), (Some(4724), Some(3149)));
    let widths: Vec<_> = image.srcset.iter().map(|rendition| rendition.width).collect();
    assert_eq!(widths, [4724, 1024, 256]);
    assert!(image.caption.as_ref().unwrap().starts_with("En stor internationell"));
}

#[test]
fn a_rendition_cropped_in_another_way_is_left_out() {
    let renditions = json!({
        "original": { "href": "https://a.example/1.jpg", "mimetype": "image/jpeg", "width": "1200", "height": "800" },
        "square": { "href": "https://a.example/2.jpg", "width": "400", "height": "400" },
        "small": { "href": "https://a.example/3.jpg", "width": "300", "height": "200" },
        "film": { "href": "https://a.example/4.mp4", "mimetype": "video/mp4", "width": "1920", "height": "1080" },
        "none": null,
    });
    let picture = json!({ "type": "picture", "renditions": renditions });
    let reading =
        read(&item(json!({ "associations": { "editor_0": null, "other": picture } })), "ninjs");
    let widths: Vec<_> =
        reading.article.image[0].srcset.iter().map(|rendition| rendition.width).collect();
    assert_eq!(widths, [1200, 300]);
    assert_eq!(reading.problems, []);
}

#[test]
fn the_picture_that_is_named_so_leads() {
    let picture = |name: &str| json!({ "name": name, "type": "picture", "renditions": [{ "href": format!("https://a.example/{name}.jpg") }] });
    let leads = |associations: Value| {
        read(&item(json!({ "associations": associations })), "ninjs").article.image[0]
            .url
            .to_string()
    };
    assert_eq!(
        leads(json!([picture("a"), picture("featuremedia")])),
        "https://a.example/featuremedia.jpg"
    );
    assert_eq!(
        leads(json!({ "a": picture("a"), "mainpic": picture("b") })),
        "https://a.example/b.jpg"
    );
    assert_eq!(leads(json!([picture("a"), picture("b")])), "https://a.example/a.jpg");
    let graphic =
        json!({ "type": "graphic", "renditions": [{ "href": "https://a.example/g.png" }] });
    assert_eq!(leads(json!([graphic, picture("b")])), "https://a.example/b.jpg");
    assert_eq!(leads(json!([graphic])), "https://a.example/g.png");
}

#[test]
fn html_is_read_before_plain_text_and_nitf_never() {
    let body = |bodies: Value| {
        let reading = read(&json!({ "headline": "H", "bodies": bodies }), "ninjs");
        text_of(&reading.article.body).trim().to_owned()
    };
    let plain = json!({ "role": "text", "contenttype": "text/plain", "value": "Plain." });
    let nitf = json!({ "role": "nitf", "contentType": "application/nitf+xml", "value": "<nitf>No</nitf>" });
    let xhtml = json!({ "contentType": "application/xhtml+xml", "value": "<html><head><title>T</title></head><body><p>Rich.</p></body></html>" });
    assert_eq!(body(json!([nitf, plain, xhtml])), "Rich.");
    assert_eq!(body(json!([nitf, plain])), "Plain.");
    assert_eq!(body(json!([nitf])), "");
    assert_eq!(body(json!([{ "role": "html5", "value": "<p>By its role.</p>" }])), "By its role.");
}

#[test]
fn a_headline_may_stand_in_the_body_only_and_is_not_said_twice() {
    let own = read(
        &json!({ "body_html5": "<html><head><title>Page</title></head><body><h1 class=\"x\">The <em>head</em>line</h1><p>Text.</p></body></html>" }),
        "ninjs",
    );
    assert_eq!(own.article.headline, "The headline");
    assert_eq!(text_of(&own.article.body).trim(), "Text.");
    let titled = read(
        &json!({ "body_xhtml": "<html><head><title>Page</title></head><body><p>Text.</p></body></html>" }),
        "ninjs",
    );
    assert_eq!(titled.article.headline, "Page");
    let reading = read(&sample("ninjs/v2.1-tt-text-image.json"), "ninjs");
    assert!(!text_of(&reading.article.body).contains(&reading.article.headline));
}

#[test]
fn bylines_lose_the_word_before_the_names() {
    let authors = |members: Value| -> Vec<String> {
        read(&item(members), "ninjs").article.author.into_iter().map(|person| person.name).collect()
    };
    assert_eq!(authors(json!({ "byline": "By Anna Example" })), ["Anna Example"]);
    assert_eq!(authors(json!({ "by": "Von Anna Example, dpa" })), ["Anna Example, dpa"]);
    assert_eq!(authors(json!({ "by": "Byron Example" })), ["Byron Example"]);
    assert_eq!(
        authors(
            json!({ "authors": [{ "name": "A", "role": "writer" }, { "name": "B", "role": "photographer" }], "byline": "C" })
        ),
        ["A"]
    );
    assert_eq!(
        authors(
            json!({ "people": [{ "name": "A", "rel": "about" }, { "name": "B", "rel": "creator" }] })
        ),
        ["B"]
    );
}

#[test]
fn what_is_withheld_canceled_or_not_yet_free_is_not_shown() {
    assert!(refused(&item(json!({ "pubstatus": "withheld" })), "ninjs").contains("withheld"));
    assert!(refused(&item(json!({ "pubStatus": "canceled" })), "ninjs").contains("canceled"));
    let embargo = |version: &str| {
        item(json!({ "embargoed": "2026-10-01T12:00:00Z", "versioncreated": version }))
    };
    assert!(refused(&embargo("2026-10-01T09:00:00Z"), "ninjs").contains("2026-10-01T12:00:00Z"));
    assert!(refused(&item(json!({ "embargoedUntil": "some day" })), "ninjs").contains("some day"));
    assert_eq!(read(&embargo("2026-10-01T12:00:00Z"), "ninjs").article.headline, "Headline");
    assert_eq!(read(&item(json!({ "pubstatus": "usable" })), "ninjs").problems, []);
}

#[test]
fn a_picture_is_shown_with_its_caption_and_an_event_is_none() {
    let picture = json!({ "type": "picture", "headline": "A ship", "description_text": "It lies on its side.",
        "renditions": [{ "name": "r", "href": "https://a.example/1.jpg", "width": 10, "height": 10 }] });
    let article = read(&picture, "ninjs").article;
    assert_eq!(article.image[0].caption.as_deref(), Some("It lies on its side."));
    assert_eq!(article.description, None);
    let video = json!({ "type": "video", "headline": "A film", "renditions": [{ "href": "https://a.example/1.mp4", "contentType": "video/mp4" }] });
    assert_eq!(read(&video, "ninjs").article.video.unwrap().sources.len(), 1);
    assert!(
        refused(&json!({ "type": "event", "headline": "A meeting" }), "ninjs").contains("event")
    );
    assert!(
        refused(&json!({ "type": "picture", "headline": "Nothing" }), "ninjs").contains("picture")
    );
    assert!(refused(&json!({ "uri": "urn:nothing" }), "ninjs").contains("headline"));
}

#[test]
fn subjects_and_keywords_are_tags_and_genres_are_sections() {
    let article = read(&item(json!({ "genre": [{ "name": "Report", "code": "x" }], "subject": [{ "name": "Ships" }], "keywords": ["sea"] })), "ninjs").article;
    assert_eq!(article.article_section, ["Report"]);
    let tags: Vec<_> = article.keywords.iter().map(|keyword| keyword.name.as_str()).collect();
    assert_eq!(tags, ["Ships", "sea"]);
    assert!(matches!(article.body[0].kind, BlockKind::Paragraph(_)));
}
