//! The Guardian's Content API.

use super::{inside, read, refused, sample, text_of};
use serde_json::{Value, json};
use standfirst::content::model::{BlockKind, LivePost};

fn posts(sample: &Value) -> Vec<LivePost> {
    let blocks = read(sample, "guardian").article.body;
    blocks
        .into_iter()
        .map(|block| match block.kind {
            BlockKind::LivePost(post) => post,
            other => panic!("{other:?}"),
        })
        .collect()
}

#[test]
fn what_was_asked_for_is_there() {
    let article = read(&inside(sample("guardian/own-article.json")), "guardian").article;
    let image = &article.image[0];
    assert_eq!(
        (image.alt.as_deref(), image.caption.as_deref()),
        (Some("A harbour"), Some("The harbour."))
    );
    let widths: Vec<_> = image.srcset.iter().map(|rendition| rendition.width).collect();
    assert_eq!(widths, [500, 1000], "the square one is cropped in another way");
    assert_eq!(
        article.author[0].url.as_ref().unwrap().as_str(),
        "https://www.theguardian.com/profile/anna"
    );
    assert_eq!(article.keywords[0].name, "Harbours");
    assert_eq!(article.keywords.len(), 1);
    assert_eq!(
        article.discussion_url.unwrap().as_str(),
        "https://www.theguardian.com/world/2026/oct/01/own-article#comments"
    );
}

#[test]
fn the_blocks_of_a_live_blog_are_posts_in_their_order() {
    let posts = posts(&inside(sample("guardian/item-liveblog-blocks.json")));
    assert_eq!(posts.len(), 6);
    assert_eq!(text_of(&posts[0].body).trim(), "hi");
    let keys: Vec<_> = posts.iter().filter(|post| post.key).collect();
    assert_eq!(keys.len(), 1);
    assert_eq!(keys[0].title.as_deref(), Some("key event title"));
    for pair in posts.windows(2) {
        let moment = |post: &LivePost| post.date_published.as_ref().unwrap().moment.unwrap();
        assert!(moment(&pair[0]) >= moment(&pair[1]), "the newest first");
    }
}

#[test]
fn a_draft_among_the_blocks_is_not_shown() {
    let block = |published: bool, text: &str| json!({ "id": text, "published": published, "bodyHtml": text, "firstPublishedDate": "2026-10-01T09:00:00Z" });
    let content = json!({ "webTitle": "Live", "type": "liveblog", "blocks": { "body": [block(true, "one"), block(false, "draft"), block(true, "two")] } });
    assert_eq!(posts(&content).len(), 2);
}

#[test]
fn one_block_is_the_body_of_an_article() {
    let block = json!({ "id": "a", "published": true, "bodyHtml": "<p>One.</p><p>Two.</p>", "lastModifiedDate": "2026-10-01T10:00:00Z" });
    let article = read(
        &json!({ "webTitle": "A | B | Name", "type": "article", "blocks": { "body": [block] } }),
        "guardian",
    )
    .article;
    assert_eq!(article.headline, "A | B");
    assert!(article.body.iter().all(|block| matches!(block.kind, BlockKind::Paragraph(_))));
    assert_eq!(article.body.len(), 2);
    assert_eq!(article.date_modified.unwrap().written, "2026-10-01T10:00:00Z");
}

#[test]
fn a_thumbnail_is_better_than_no_picture() {
    let fields = json!({ "thumbnail": "http://a.example/140.jpg", "secureThumbnail": "https://a.example/140.jpg", "membershipAccess": "members-only" });
    let article = read(&json!({ "webTitle": "T", "fields": fields }), "guardian").article;
    assert_eq!(article.image[0].url.as_str(), "https://a.example/140.jpg");
    assert_eq!(article.is_accessible_for_free, Some(false));
}

#[test]
fn what_is_no_article_is_refused_and_what_has_a_text_is_not() {
    assert!(
        refused(&json!({ "type": "crossword", "webTitle": "Quick crossword No 1" }), "guardian")
            .contains("crossword")
    );
    assert!(
        refused(&json!({ "type": "video", "webTitle": "A film" }), "guardian").contains("video")
    );
    assert!(refused(&json!({ "type": "article" }), "guardian").contains("webTitle"));
    let gallery = json!({ "type": "gallery", "webTitle": "Pictures", "webUrl": "https://a.example/g", "fields": { "trailText": "Ten pictures" } });
    let article = read(&gallery, "guardian").article;
    assert_eq!(article.description.as_deref(), Some("Ten pictures"));
    assert!(article.url.is_some() && article.body.is_empty());
}
