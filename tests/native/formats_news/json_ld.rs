//! JSON-LD in the shapes that publishers write it in.

use super::{read, refused, sample, text_of};
use crate::support::{file, samples};
use serde_json::{Value, json};
use standfirst::content::model::{BlockKind, CorrectionKind};

fn article(members: Value) -> Value {
    let mut article =
        json!({ "@context": "https://schema.org", "@type": "NewsArticle", "headline": "Headline" });
    article.as_object_mut().unwrap().extend(members.as_object().unwrap().clone());
    article
}

#[test]
fn references_lead_to_their_objects_wherever_they_stand() {
    let reading = read(&sample("json-ld/own-graph.json"), "json-ld");
    let article = reading.article;
    assert_eq!(article.author[0].url.as_ref().unwrap().as_str(), "https://news.example/by/anna");
    assert_eq!(article.author[0].image.as_ref().unwrap().as_str(), "https://news.example/anna.jpg");
    let publisher = article.publisher.unwrap();
    assert_eq!(
        (publisher.name.as_str(), publisher.logo.unwrap().as_str()),
        ("The Example", "https://news.example/mark.png")
    );
    let image = &article.image[0];
    assert_eq!((image.width, image.height), (Some(1200), Some(800)));
    assert_eq!(image.caption.as_deref(), Some("The ferry on its first day."));
    let keywords: Vec<_> = article.keywords.iter().map(|keyword| keyword.name.as_str()).collect();
    assert_eq!(keywords, ["Harbour & sea", "Ferries"]);
    assert_eq!(article.comment_count, Some(0));
}

#[test]
fn references_in_a_circle_come_to_an_end() {
    let reading = read(
        &json!({ "@graph": [
        { "@type": "Article", "@id": "#a", "headline": "Round", "author": { "@id": "#b" }, "image": { "@id": "#c" }, "publisher": { "@id": "#a" } },
        { "@id": "#b", "name": { "@id": "#b" }, "givenName": "Ida", "image": { "@id": "#b" } },
        { "@id": "#c", "url": { "@id": "#c" }, "image": { "@id": "#c" } },
    ] }),
        "json-ld",
    );
    assert_eq!(reading.article.headline, "Round");
    assert_eq!(reading.article.author[0].name, "Ida");
}

#[test]
fn a_live_blog_is_its_posts_under_what_is_known() {
    let reading = read(&sample("json-ld/own-live.json"), "json-ld");
    let article = &reading.article;
    let posts: Vec<_> = article
        .body
        .iter()
        .filter_map(|block| match &block.kind {
            BlockKind::LivePost(post) => Some((block.id.as_deref(), post)),
            _ => None,
        })
        .collect();
    assert_eq!(posts.len(), 2, "a post with nothing to say is none");
    assert_eq!(posts[0].0, Some("post-3"));
    assert_eq!(posts[0].1.title.as_deref(), Some("Ferries stop"));
    assert_eq!(posts[0].1.body.len(), 3, "two paragraphs and a picture");
    assert_eq!(posts[1].1.title, None);
    assert!(posts[1].1.date_published.as_ref().unwrap().moment.is_some());
    let kinds: Vec<_> =
        article.correction.iter().map(|c| (c.text.as_str(), c.date.is_some())).collect();
    assert_eq!(
        kinds,
        [("An earlier version gave the wrong hour.", false), ("The bridge is open.", true)]
    );
    assert!(
        matches!(&article.body.last().unwrap().kind, BlockKind::Callout { body, .. } if text_of(body).contains("Three reporters"))
    );
    let video = article.video.as_ref().unwrap();
    assert_eq!(
        (video.duration, video.poster.as_ref().unwrap().as_str()),
        (Some(90.0), "https://news.example/waves.jpg")
    );
    assert_eq!(article.audio.as_ref().unwrap().sources.len(), 1);
}

#[test]
fn a_paywall_in_words_is_one() {
    let free = |value: Value| {
        read(&article(json!({ "isAccessibleForFree": value })), "json-ld")
            .article
            .is_accessible_for_free
    };
    for no in [json!(false), json!("False"), json!("false"), json!("http://schema.org/False")] {
        assert_eq!(free(no), Some(false));
    }
    assert_eq!(free(json!("True")), Some(true));
    assert_eq!(free(json!("")), None);
}

#[test]
fn the_text_has_the_paragraphs_it_was_written_in() {
    let paragraphs = |body: Value| -> Vec<String> {
        let reading = read(&article(json!({ "articleBody": body })), "json-ld");
        reading
            .article
            .body
            .iter()
            .map(|block| text_of(std::slice::from_ref(block)).trim().to_owned())
            .collect()
    };
    assert_eq!(paragraphs(json!("One.\nTwo.\nThree.")), ["One.", "Two.", "Three."]);
    assert_eq!(paragraphs(json!("One\nline.\n\nTwo.")), ["One line.", "Two."]);
    assert_eq!(paragraphs(json!("All in one. No breaks.")), ["All in one. No breaks."]);
    assert_eq!(paragraphs(json!("<p>A &amp; B</p><p>C</p>")), ["A & B", "C"]);
    assert_eq!(paragraphs(json!("A &amp; B &lt; C")), ["A & B < C"]);
    assert_eq!(paragraphs(json!("&lt;p&gt;A&lt;/p&gt;&lt;p&gt;B&lt;/p&gt;")), ["A", "B"]);
    assert_eq!(paragraphs(json!(["One.", "Two."])), ["One.", "Two."]);
}

#[test]
fn an_article_is_found_by_its_type_however_it_is_written() {
    for kind in [
        json!("NewsArticle"),
        json!(["Thing", "OpinionNewsArticle"]),
        json!("schema:BlogPosting"),
        json!("https://schema.org/SocialMediaPosting"),
        json!("http://schema.org/ReportageNewsArticle"),
    ] {
        let page = json!([[{ "@type": "WebPage", "name": "Page" }], { "@type": kind, "headline": "Found", "articleBody": "Text." }]);
        assert_eq!(read(&page, "json-ld").article.headline, "Found", "{kind}");
    }
    let inside = json!({ "@type": "WebPage", "name": "Page", "mainEntity": { "@type": "Article", "headline": "Found" } });
    assert_eq!(read(&inside, "json-ld").article.headline, "Found");
    let page = json!({ "@type": "WebPage", "name": "A page", "articleBody": "With text." });
    assert_eq!(read(&page, "json-ld").article.headline, "A page");
}

#[test]
fn a_document_without_an_article_says_what_it_holds() {
    let page = json!({ "@context": "https://schema.org", "@graph": [{ "@type": "WebSite" }, { "@type": ["Organization", "schema:Brand"] }, { "@type": "JobPosting", "title": "x" }] });
    let line = refused(&page, "json-ld");
    for kind in ["WebSite", "Organization", "Brand", "JobPosting"] {
        assert!(line.contains(kind), "{line}");
    }
    assert!(refused(&json!([]), "json-ld").contains("@type"));
}

#[test]
fn a_problem_tells_its_place_in_the_graph() {
    let page = json!({ "@graph": [{ "@type": "WebSite" }, { "@type": "Article", "headline": "H", "url": "javascript:alert(1)", "datePublished": "yesterday" }] });
    let reading = read(&page, "json-ld");
    let places: Vec<_> = reading.problems.iter().map(|problem| problem.path.as_str()).collect();
    assert_eq!(places, ["$.@graph[1].datePublished", "$.@graph[1].url"]);
    assert_eq!(reading.article.url, None);
}

/// The contract: a canonical file with `@context` and `@type` is JSON-LD, and the same article.
#[test]
fn a_canonical_article_reads_the_same_as_json_ld() {
    let mut compared = 0;
    for path in samples() {
        let mut value: Value = serde_json::from_str(&file(&path)).unwrap();
        let own = read(&value, "canonical");
        value["@context"] = json!("https://schema.org");
        value["@type"] = json!("NewsArticle");
        let other = read(&value, "json-ld");
        assert_eq!(own.article, other.article, "{path}");
        assert_eq!(own.problems, other.problems, "{path}");
        compared += 1;
    }
    assert!(compared > 3, "{compared}");
}

#[test]
fn a_correction_keeps_its_kind() {
    let reading = read(
        &article(json!({ "correction": { "kind": "clarification", "text": "Not so." } })),
        "json-ld",
    );
    assert_eq!(reading.article.correction[0].kind, Some(CorrectionKind::Clarification));
}
