//! WordPress's posts beyond what the samples show.

use super::open;
use serde_json::{Value, json};
use standfirst::content::html;
use standfirst::content::model::BlockKind;

fn post(more: Value) -> Value {
    let mut post = json!({ "title": { "rendered": "T" }, "content": { "rendered": "<p>One two three.</p><p>Four.</p>", "protected": false } });
    post.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    post
}

#[test]
fn a_protected_post_says_so() {
    let reading = open(&post(json!({
        "content": { "rendered": "", "protected": true },
        "excerpt": { "rendered": "<p>What it is about.</p>", "protected": true },
        "link": "https://a.example/secret/",
    })));
    let article = reading.article;
    assert_eq!(article.is_accessible_for_free, Some(false));
    assert_eq!(article.description.as_deref(), Some("What it is about."));
    assert_eq!(article.url.unwrap().as_str(), "https://a.example/secret/");
    assert_eq!(reading.problems, []);
    assert_eq!(open(&post(json!({}))).article.is_accessible_for_free, None);
}

#[test]
fn a_title_is_plain_text_with_its_references_decoded() {
    let title = json!({ "title": { "rendered": "Q&#038;A: &#8220;<em>Yes</em>&#8221;" } });
    assert_eq!(open(&post(title)).article.headline, "Q&A: “Yes”");
}

#[test]
fn an_excerpt_that_is_how_the_text_begins_is_not_shown_twice() {
    for same in [
        "<p>One two three.</p>",
        "<p>One two [&hellip;]</p>",
        "<p>One, two three. Four.</p>",
        "<p>One two three&hellip; <a href=\"/a\">Go on</a></p>",
        "One two [...]",
        "",
    ] {
        let article = open(&post(json!({ "excerpt": { "rendered": same } }))).article;
        assert_eq!(article.description, None, "{same}");
    }
    for (other, shown) in [
        ("<p>Another line.</p>", "Another line."),
        ("<p>Another line [&hellip;]</p>", "Another line"),
        ("<p>Another line [...]</p>", "Another line"),
        ("<p>One two four</p>", "One two four"),
        ("<p>Wait… what?</p>", "Wait… what?"),
        ("<p>One two three. Four. Five.</p>", "One two three. Four. Five."),
    ] {
        let article = open(&post(json!({ "excerpt": { "rendered": other } }))).article;
        assert_eq!(article.description.as_deref(), Some(shown), "{other}");
    }
}

#[test]
fn what_may_not_be_seen_is_an_error_in_its_place_and_no_problem() {
    let refused = json!({ "code": "rest_user_invalid_id", "message": "Invalid user ID.", "data": { "status": 404 } });
    let reading = open(&post(json!({
        "meta": [], "acf": [],
        "_embedded": { "author": [refused], "wp:featuredmedia": [refused], "wp:term": [[refused], refused] },
        "yoast_head_json": { "author": "Yoast Author", "og_locale": "de_DE", "og_image": [{ "url": "https://a.example/og.jpg", "width": 1200, "height": "630" }] },
    })));
    let article = &reading.article;
    assert_eq!(reading.problems, []);
    assert_eq!(article.author[0].name, "Yoast Author");
    assert_eq!(article.in_language.as_deref(), Some("de-DE"));
    assert_eq!(article.image[0].url.as_str(), "https://a.example/og.jpg");
    assert_eq!((article.image[0].width, article.image[0].height), (Some(1200), Some(630)));
}

#[test]
fn empty_objects_that_php_writes_as_lists_are_nothing() {
    let reading = open(&post(json!({
        "_embedded": { "author": [], "wp:term": [], "wp:featuredmedia": [{
            "source_url": "https://a.example/a.jpg", "media_details": [], "caption": [], "alt_text": "",
        }] },
        "_links": [], "excerpt": [], "yoast_head_json": [],
    })));
    assert_eq!(reading.problems, []);
    assert_eq!(reading.article.image[0].url.as_str(), "https://a.example/a.jpg");
    assert!(reading.article.image[0].srcset.is_empty());
}

#[test]
fn a_local_date_is_taken_where_there_is_none_in_utc_and_a_row_of_zeros_is_none() {
    let article = open(&post(json!({
        "date": "2026-11-20T06:30:00", "date_gmt": "0000-00-00T00:00:00",
        "modified": "2026-11-20T07:30:00", "modified_gmt": "2026-11-20T06:30:00",
    })));
    assert_eq!(article.problems, []);
    let published = article.article.date_published.unwrap();
    assert_eq!(published.written, "2026-11-20T06:30:00");
    assert_eq!(published.epoch_ms(), None);
    assert_eq!(
        article.article.date_modified.unwrap().epoch_ms(),
        Some(1_795_156_200_000 - 3_600_000 + 3_600_000)
    );
}

fn with_media(content: &str) -> Value {
    let size = |width: u32, height: u32| json!({ "source_url": format!("https://a.example/up/p-{width}x{height}.jpg"), "width": width, "height": height });
    post(json!({
        "content": { "rendered": content },
        "_embedded": { "wp:featuredmedia": [{
            "source_url": "https://a.example/up/p-scaled.jpg", "alt_text": "A pier", "media_type": "image",
            "caption": { "rendered": "<p>The <b>pier</b> &amp; sea</p>" },
            "media_details": { "width": 1500, "height": 1000, "sizes": {
                "large": size(900, 600), "thumb": size(150, 150), "small": size(301, 200),
            }, "image_meta": { "credit": "", "copyright": "Ana Ruiz" } },
        }] },
    }))
}

#[test]
fn a_featured_picture_comes_with_caption_credit_and_sizes_that_show_it_whole() {
    let reading = open(&with_media("<p>Text.</p>"));
    let image = &reading.article.image[0];
    assert_eq!(image.caption.as_deref(), Some("The pier & sea"));
    assert_eq!(image.credit_text.as_deref(), Some("Ana Ruiz"));
    assert_eq!(image.alt.as_deref(), Some("A pier"));
    let widths: Vec<u32> = image.srcset.iter().map(|rendition| rendition.width).collect();
    assert_eq!(widths, [301, 900], "the thumbnail is cut");
    assert_eq!(reading.problems, []);
}

/// As far as HTML gives pictures at all.
#[test]
fn the_first_picture_of_the_text_is_not_the_leading_one_again() {
    let figure = |name: &str| {
        format!(
            "<p>Before.</p><figure><img src=\"https://a.example/up/{name}\" alt=\"\"></figure><p>After.</p>"
        )
    };
    let pictures = |name: &str| {
        let article = open(&with_media(&figure(name))).article;
        assert!(super::expectation::words(&article) >= 2);
        article.body.iter().filter(|block| matches!(block.kind, BlockKind::Image(_))).count()
    };
    for same in ["p.jpg", "p-900x600.jpg", "p-scaled.jpg?ssl=1"] {
        assert_eq!(pictures(same), 0, "{same}");
    }
    let reads =
        html::blocks(&figure("p.jpg"), "").iter().any(|b| matches!(b.kind, BlockKind::Image(_)));
    for other in ["other.jpg", "p.png", "p-1.jpg"] {
        assert_eq!(pictures(other), usize::from(reads), "the control: {other}");
    }
}

#[test]
fn addresses_in_a_post_start_from_its_own() {
    let article = open(&post(json!({
        "link": "https://blog.example/2026/post/",
        "jetpack_featured_media_url": "/up/a.jpg",
        "_links": { "replies": [{ "href": "/wp-json/wp/v2/comments?post=1" }] },
    })))
    .article;
    assert_eq!(article.image[0].url.as_str(), "https://blog.example/up/a.jpg");
    assert_eq!(
        article.comments_url.unwrap().as_str(),
        "https://blog.example/wp-json/wp/v2/comments?post=1"
    );
}

#[test]
fn what_nobody_filed_has_no_section_and_formats_are_no_tags() {
    let term = |taxonomy: &str, slug: &str, name: &str| json!({ "taxonomy": taxonomy, "slug": slug, "name": name, "link": "https://a.example/t" });
    let article = open(&post(json!({ "_embedded": { "wp:term": [
        [term("category", "uncategorized", "Uncategorized"), term("category", "city", "City")],
        [term("post_tag", "a", "A &amp; B")], [term("post_format", "aside", "Aside")], [term("place", "pier", "Pier")],
    ] } })))
    .article;
    assert_eq!(article.article_section, ["City"]);
    let keywords: Vec<&str> =
        article.keywords.iter().map(|keyword| keyword.name.as_str()).collect();
    assert_eq!(keywords, ["A & B", "Pier"]);
}
