//! Arc's ANS.

use super::{read, refused, sample, text_of};
use serde_json::{Value, json};
use standfirst::content::model::{Block, BlockKind, CorrectionKind};

fn story(elements: Value) -> Value {
    json!({ "type": "story", "headlines": { "basic": "Headline" }, "content_elements": elements })
}

fn body(elements: Value) -> Vec<Block> {
    let reading = read(&story(elements), "ans");
    assert_eq!(reading.problems, []);
    reading.article.body
}

fn names(blocks: &[Block]) -> Vec<String> {
    let name =
        |block: &Block| format!("{:?}", block.kind).split(['(', ' ']).next().unwrap().to_owned();
    blocks.iter().map(name).collect()
}

#[test]
fn every_element_becomes_its_block() {
    let reading = read(&sample("ans/story-good.json"), "ans");
    let body = &reading.article.body;
    // What an iframe becomes, between the two, is the policy's.
    let kinds = names(body);
    assert!(
        kinds.starts_with(
            &["Paragraph", "Paragraph", "Image", "List", "Quote", "Quote", "Correction"]
                .map(String::from)
        ),
        "{kinds:?}"
    );
    assert!(
        kinds.ends_with(&["LinkCard", "Image", "Image", "Rating"].map(String::from)),
        "{kinds:?}"
    );
    assert_eq!(reading.article.alternative_headline.as_deref(), Some("The Kicker"));
    let corrections: Vec<_> = reading.article.correction.iter().map(|c| c.kind).collect();
    assert_eq!(
        corrections,
        [Some(CorrectionKind::Clarification), Some(CorrectionKind::Correction)]
    );
    let tags: Vec<_> =
        reading.article.keywords.iter().map(|keyword| keyword.name.as_str()).collect();
    assert_eq!(tags, ["Fred", "Writing"]);
    assert_eq!(reading.article.comments_closed, None);
}

#[test]
fn a_list_in_a_list_belongs_to_the_item_before_it() {
    let reading = read(&sample("ans/story-good.json"), "ans");
    let BlockKind::List { ordered, items, .. } = &reading.article.body[3].kind else { panic!() };
    assert!(!ordered);
    assert_eq!(items.len(), 2);
    assert_eq!(names(&items[1]), ["Paragraph", "List"]);
    let BlockKind::List { ordered, items, .. } = &items[1][1].kind else { panic!() };
    assert!(ordered);
    assert_eq!(items.len(), 2);
}

#[test]
fn a_quotation_holds_its_elements_and_who_said_it() {
    let reading = read(&sample("ans/story-good.json"), "ans");
    let BlockKind::Quote { body, citation, .. } = &reading.article.body[5].kind else { panic!() };
    assert_eq!(citation.as_deref(), Some("Me, on Slack, two minutes ago."));
    let BlockKind::Quote { body, citation, .. } = &body[1].kind else { panic!() };
    assert_eq!(names(body), ["Image", "Paragraph"]);
    assert_eq!(
        citation.as_deref(),
        Some("Charles E. Weller; The Early History of the Typewriter, p. 21 (1918)")
    );
    let pulled = body_of_one(
        json!({ "type": "quote", "subtype": "pullquote", "content_elements": [{ "type": "text", "content": "Large" }] }),
    );
    assert!(matches!(pulled, BlockKind::Pullquote { .. }));
}

fn body_of_one(element: Value) -> BlockKind {
    body(json!([element])).remove(0).kind
}

#[test]
fn groups_are_spliced_galleries_are_one_block_and_links_a_list() {
    let image = json!({ "type": "image", "url": "https://a.example/1.jpg", "credits": { "by": [{ "name": "Ansel" }, { "type": "reference" }], "affiliation": [{ "name": "Agency" }] } });
    let blocks = body(json!([
        { "type": "element_group", "content_elements": [{ "type": "text", "content": "In a group" }, { "type": "element_group", "content_elements": [image] }] },
        { "type": "gallery", "content_elements": [image, image, { "type": "text", "content": "no" }] },
        { "type": "gallery", "content_elements": [] },
        { "type": "link_list", "title": "More", "items": [{ "type": "interstitial_link", "url": "https://a.example/x", "content": "X &amp; Y" }] },
    ]));
    assert_eq!(names(&blocks), ["Paragraph", "Image", "Gallery", "Callout"]);
    let BlockKind::Image(image) = &blocks[1].kind else { panic!() };
    assert_eq!(image.credit_text.as_deref(), Some("Ansel/Agency"));
    let BlockKind::Gallery { images, .. } = &blocks[2].kind else { panic!() };
    assert_eq!(images.len(), 2);
    assert_eq!(text_of(&blocks[3..]).trim(), "X & Y");
}

#[test]
fn small_elements_are_read_and_unknown_ones_say_nothing() {
    let blocks = body(json!([
        { "type": "header", "level": 1, "content": "One" },
        { "type": "header", "level": 6, "content": "Six" },
        { "type": "divider" },
        { "type": "code", "content": "let x;\n", "language": "js" },
        { "type": "table", "header": [{ "type": "text", "content": "A" }, { "type": "text", "content": "B" }], "rows": [[{ "content": "1" }, { "content": "" }]] },
        { "type": "text", "content": "" },
        { "type": "text", "channels": ["ios"], "content": "For the app" },
        { "type": "custom_embed", "embed": { "id": "1" } },
        { "type": "reference", "referent": { "id": "x" } },
        { "type": "ghost", "content": "Boo" },
        { "type": "video", "streams": [{ "url": "https://a.example/hd.mp4", "stream_type": "mp4", "width": 1920 }, { "url": "https://a.example/sd.mp4", "stream_type": "mp4", "width": 640 }, { "url": "https://a.example/x.m3u8", "stream_type": "ts", "width": 1000 }], "duration": 62000, "promo_image": { "url": "https://a.example/p.jpg" } },
        { "type": "oembed_response", "raw_oembed": { "type": "video", "url": "https://video.example/1", "provider_name": "Video", "title": "T", "html": "<iframe></iframe>" } },
    ]));
    assert_eq!(
        names(&blocks),
        ["Heading", "Heading", "Divider", "Code", "Table", "Video", "Embed"]
    );
    let levels: Vec<_> = blocks
        .iter()
        .filter_map(|block| match block.kind {
            BlockKind::Heading { level, .. } => Some(level),
            _ => None,
        })
        .collect();
    assert_eq!(levels, [2, 4]);
    let BlockKind::Table(table) = &blocks[4].kind else { panic!() };
    assert_eq!((table.header.len(), table.rows[0].len()), (2, 2));
    let BlockKind::Video(video) = &blocks[5].kind else { panic!() };
    assert_eq!(
        (video.sources[0].src.as_str(), video.duration),
        ("https://a.example/sd.mp4", Some(62.0))
    );
}

#[test]
fn elements_nested_without_end_are_cut_with_a_problem() {
    let mut element = json!({ "type": "text", "content": "The deepest" });
    for _ in 0..40 {
        element = json!({ "type": "list", "items": [element] });
    }
    let reading = read(&story(json!([element, { "type": "text", "content": "The rest" }])), "ans");
    assert_eq!(text_of(&reading.article.body).trim(), "The rest");
    assert_eq!(reading.problems.len(), 1);
    assert!(
        reading.problems[0].path.starts_with("$.content_elements[0].items[0]"),
        "{:?}",
        reading.problems
    );
}

#[test]
fn a_problem_tells_its_place_among_the_elements() {
    let reading = read(
        &story(
            json!([{ "type": "text", "content": "A" }, { "type": "list", "items": [{ "type": "image", "url": "javascript:alert(1)" }] }]),
        ),
        "ans",
    );
    assert_eq!(reading.problems[0].path, "$.content_elements[1].items[0].url");
}

#[test]
fn a_film_leads_with_its_picture_and_a_picture_that_leads_is_not_shown_twice() {
    let mut value = story(
        json!([{ "type": "image", "url": "https://a.example/p.jpg" }, { "type": "text", "content": "A" }]),
    );
    value["promo_items"] = json!({ "basic": { "type": "reference", "referent": {} }, "lead_art": { "type": "video", "streams": [{ "url": "https://a.example/1.mp4", "stream_type": "mp4" }], "promo_image": { "url": "https://a.example/p.jpg", "resized_urls": { "640": "https://a.example/640.jpg", "320w": "https://a.example/320.jpg" } } } });
    let article = read(&value, "ans").article;
    assert_eq!(article.video.unwrap().poster.unwrap().as_str(), "https://a.example/p.jpg");
    assert_eq!(article.image.len(), 1);
    assert_eq!(names(&article.body), ["Paragraph"]);
}

#[test]
fn empty_strings_are_nothing_and_references_nobody() {
    let mut value = story(json!([{ "type": "text", "content": "A" }]));
    for (name, empty) in [
        ("language", json!("")),
        ("copyright", json!("")),
        ("subheadlines", json!({ "basic": "" })),
        ("canonical_url", json!("")),
    ] {
        value[name] = empty;
    }
    value["description"] = json!({ "basic": "Below" });
    value["website_url"] = json!("/a/story/");
    value["credits"] = json!({ "by": [{ "type": "reference", "referent": { "id": "1" } }, { "name": "", "byline": "By Ida" }] });
    value["content_restrictions"] = json!({ "content_code": "premium" });
    value["comments"] = json!({ "allow_comments": false });
    let reading = read(&value, "ans");
    assert_eq!(reading.problems, []);
    let article = reading.article;
    assert_eq!((article.in_language, article.copyright_notice), (None, None));
    assert_eq!(article.description.as_deref(), Some("Below"));
    assert_eq!(article.url.unwrap().as_str(), "https://news.example/a/story/");
    assert_eq!(article.author.len(), 1);
    assert_eq!(article.author[0].name, "Ida");
    assert_eq!(
        (article.is_accessible_for_free, article.comments_closed),
        (Some(false), Some(true))
    );
}

#[test]
fn what_the_staff_keeps_beside_a_story_is_not_shown() {
    let mut value = sample("ans/story-good.json");
    value["credits"]["by"][0]["additional_properties"] =
        json!({ "original": { "email": "secret@example.com" } });
    let reading = read(&value, "ans");
    let all = format!("{:?}", reading.article);
    for kept in ["secret@example.com", "william.davis", "Methode", "flawed premise"] {
        assert!(!all.contains(kept), "{kept}");
    }
    assert!(all.contains("John Q. Reporter"), "control: what is for readers is there");
}

#[test]
fn what_may_not_be_shown_is_refused() {
    let mut value = story(json!([]));
    value["content_restrictions"] =
        json!({ "embargo": { "active": true, "end_time": "2026-10-01T00:00:00Z" } });
    assert!(refused(&value, "ans").contains("embargo"));
    assert!(
        refused(&json!({ "type": "redirect", "redirect_url": "/new" }), "ans").contains("/new")
    );
    assert!(refused(&json!({ "type": "story" }), "ans").contains("headlines.basic"));
}
