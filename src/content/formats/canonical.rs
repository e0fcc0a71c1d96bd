//! Standfirst's own format: see the contract and `schema/article.schema.json`.

mod blocks;

use crate::content::model::*;
use crate::content::plain;
use crate::content::read::Node;
use blocks::{audio, image, video};

/// Reads an article. An error says what a document lacks to be one.
pub(super) fn article(node: &Node) -> Result<Article, String> {
    if !node.is_object() {
        return Err("an article is a JSON object; this is not one".to_owned());
    }
    let headline = node.get("headline").decoded();
    let mut body = blocks::blocks(&node.get("body"));
    let article_body = node.get("articleBody").verbatim();
    let encoding_format = node.get("encodingFormat").text();
    if body.is_empty()
        && let Some(text) = &article_body
    {
        body = paragraphs(text, encoding_format.as_deref());
    }
    let description = node.get("description").decoded();
    let Some(headline) = headline.or_else(|| (!body.is_empty()).then(String::new)) else {
        return Err("neither a headline nor a body: members \"headline\" and one of \"body\", \"articleBody\" are required".to_owned());
    };
    if headline.is_empty() {
        node.get("headline").problem("missing");
    }
    Ok(Article {
        headline,
        description,
        alternative_headline: node.get("alternativeHeadline").decoded(),
        label: label(&node.get("label")),
        body,
        article_body,
        encoding_format,
        author: node.get("author").list(person),
        publisher: organization(&node.get("publisher")),
        date_published: node.get("datePublished").date(),
        date_modified: node.get("dateModified").date(),
        dateline: node.get("dateline").decoded(),
        article_section: node.get("articleSection").list(|node| node.decoded()),
        keywords: node.get("keywords").list(keyword),
        image: node.get("image").list(image),
        video: video(&node.get("video")),
        audio: audio(&node.get("audio")),
        in_language: node.get("inLanguage").text(),
        dir: node.get("dir").word(Direction::WORDS),
        url: node.get("url").link(),
        is_accessible_for_free: node.get("isAccessibleForFree").flag(),
        correction: node.get("correction").list(correction),
        related: node.get("related").list(related),
        copyright_notice: node.get("copyrightNotice").decoded(),
        license: node.get("license").link(),
        comment_count: node.get("commentCount").count(),
        comments_url: node.get("commentsUrl").resource(),
        comments_closed: node.get("commentsClosed").flag(),
        discussion_url: node.get("discussionUrl").link(),
        // Inline comments are read by the comments themselves: their own format, their own limits.
        comment: Vec::new(),
        share: share(&node.get("share")),
    })
}

/// The paragraphs of an `articleBody`.
fn paragraphs(text: &str, encoding: Option<&str>) -> Vec<Block> {
    let html = match encoding {
        Some("text/html") => true,
        Some("text/plain") => false,
        _ => plain::looks_like_html(text),
    };
    let paragraphs =
        if html { plain::paragraphs_of_html(text) } else { plain::paragraphs_of_text(text) };
    paragraphs.into_iter().map(|p| blocks::block_of(BlockKind::Paragraph(Text::plain(p)))).collect()
}

fn label(node: &Node) -> Option<Label> {
    node.object()?;
    let kind = node.get("kind");
    Some(Label {
        text: node.required(node.get("text").decoded()).or_else(|| kind.text())?,
        kind: kind.word(LabelKind::WORDS)?,
        expires: node.get("expires").date(),
    })
}

fn person(node: &Node) -> Option<Person> {
    if !node.is_object() {
        return Some(Person { name: node.name()?, url: None, image: None, job_title: None });
    }
    Some(Person {
        name: node.required(node.get("name").name())?,
        url: node.get("url").link(),
        image: node.get("image").resource(),
        job_title: node.get("jobTitle").name(),
    })
}

pub(super) fn organization(node: &Node) -> Option<Organization> {
    if !node.is_object() {
        return Some(Organization { name: node.name()?, url: None, logo: None });
    }
    Some(Organization {
        name: node.get("name").name()?,
        url: node.get("url").link(),
        logo: node.get("logo").resource(),
    })
}

fn keyword(node: &Node) -> Option<Keyword> {
    if !node.is_object() {
        return Some(Keyword { name: node.name()?, url: None });
    }
    Some(Keyword { name: node.get("name").name()?, url: node.get("url").link() })
}

fn correction(node: &Node) -> Option<Correction> {
    node.object()?;
    let text = node.get("text");
    Some(Correction {
        kind: node.get("kind").word(CorrectionKind::WORDS),
        date: node.get("date").date(),
        text: text.required(text.decoded())?,
    })
}

fn related(node: &Node) -> Option<Related> {
    node.object()?;
    let (headline, url) = (node.get("headline"), node.get("url"));
    Some(Related {
        headline: headline.required(headline.decoded())?,
        url: url.required(url.link())?,
        image: image(&node.get("image")),
        date_published: node.get("datePublished").date(),
    })
}

fn share(node: &Node) -> Option<Share> {
    node.object()?;
    Some(Share {
        url: node.get("url").link(),
        title: node.get("title").decoded(),
        text: node.get("text").decoded(),
        targets: node.get("targets").list(|node| node.text()),
        app_id: node.get("appId").text(),
    })
}
