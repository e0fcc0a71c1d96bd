//! Standfirst's own format: see the contract and `schema/article.schema.json`.

mod blocks;
mod rare;

use super::Asks;
use crate::content::html;
use crate::content::json::Json;
use crate::content::model::*;
use crate::content::plain;
use crate::content::read::Node;
use blocks::image;
pub(crate) use blocks::{blocks, text};
use rare::{audio, video};

/// Reads an article. An error says what a document lacks to be one.
#[inline(never)]
pub(super) fn article(node: &Node) -> Result<Article, String> {
    if !node.is_object() {
        return Err("an article is a JSON object; this is not one".to_owned());
    }
    let headline = node.get("headline").decoded();
    let mut body = blocks(&node.get("body"));
    let article_body = node.get("articleBody").verbatim();
    let encoding_format = node.get("encodingFormat").text();
    if body.is_empty()
        && let Some(text) = &article_body
    {
        body = paragraphs(text, encoding_format.as_deref(), node.base());
    }
    let Some(headline) = headline.or_else(|| (!body.is_empty()).then(String::new)) else {
        return Err("neither a headline nor a body: members \"headline\" and one of \"body\", \"articleBody\" are required".to_owned());
    };
    if headline.is_empty() {
        node.get("headline").problem("missing");
    }
    let mut article =
        Article { headline, body, article_body, encoding_format, ..Article::default() };
    node.put_decoded("description", &mut article.description);
    node.put_decoded("alternativeHeadline", &mut article.alternative_headline);
    node.put_date("datePublished", &mut article.date_published);
    node.put_date("dateModified", &mut article.date_modified);
    node.put_decoded("dateline", &mut article.dateline);
    node.put_text("inLanguage", &mut article.in_language);
    node.put_link("url", &mut article.url);
    node.put_decoded("copyrightNotice", &mut article.copyright_notice);
    node.put_link("license", &mut article.license);
    node.put_count("commentCount", &mut article.comment_count);
    node.put_resource("commentsUrl", &mut article.comments_url);
    node.put_link("discussionUrl", &mut article.discussion_url);
    article.label = label(&node.get("label"));
    article.author = node.get("author").list(person);
    article.publisher = organization(&node.get("publisher"));
    article.article_section = node.get("articleSection").list(|node| node.decoded());
    article.keywords = node.get("keywords").list(keyword);
    article.image = node.get("image").list(image);
    // Not called for nothing: it may not be here.
    let (film, sound) = (node.get("video"), node.get("audio"));
    if !film.is_missing() {
        article.video = video(&film);
    }
    if !sound.is_missing() {
        article.audio = audio(&sound);
    }
    article.dir = node.get("dir").word();
    article.is_accessible_for_free = node.get("isAccessibleForFree").flag();
    article.correction = node.get("correction").list(correction);
    article.related = node.get("related").list(related);
    article.comments_closed = node.get("commentsClosed").flag();
    article.share = share(&node.get("share"));
    Ok(article)
}

fn is_html(text: &str, encoding: Option<&str>) -> bool {
    match encoding {
        Some("text/html") => true,
        Some("text/plain") => false,
        _ => plain::looks_like_html(text),
    }
}

/// The blocks that the first part of the program reads and draws; the part with [`rare`] the others.
const USUAL: &[&str] = &[
    "paragraph",
    "heading",
    "list",
    "quote",
    "pullquote",
    "divider",
    "image",
    "numbers",
    "correction",
    "disclaimer",
];

/// Whether there is HTML in a document, or a body that is none of ours: what the part of the program with the policy
/// and the formats reads. Else whether it has blocks that few articles have.
pub(super) fn asks(json: &Json) -> Asks {
    let text = |name| match json.get(name) {
        Some(Json::Text(text)) => Some(text.as_str()),
        _ => None,
    };
    let html = |body| is_html(body, text("encodingFormat"));
    if text("articleBody").is_some_and(html) || matches!(json.get("body"), Some(Json::Object(_))) {
        return Asks::Formats;
    }
    let mut asks = Asks::Nothing;
    // Not by going into each other: the document may be as deep as it likes.
    let mut todo = vec![json];
    while let Some(json) = todo.pop() {
        match json {
            Json::List(items) => todo.extend(items),
            Json::Object(members) => {
                for (name, value) in members {
                    let usual = match (name.as_str(), value) {
                        ("html" | "_type", _) => return Asks::Formats,
                        ("type", kind) => {
                            matches!(kind, Json::Text(kind) if USUAL.contains(&kind.as_str()))
                        }
                        // Pictures in pairs.
                        ("role", Json::Text(role)) => {
                            !role.trim_ascii().eq_ignore_ascii_case(Role::Halfwidth.word())
                        }
                        // Film or sound that leads an article; where an author can be reached.
                        ("video" | "audio" | "email" | "telephone", _) => false,
                        _ => true,
                    };
                    if !usual {
                        asks = Asks::Blocks;
                    }
                    todo.push(value);
                }
            }
            _ => {}
        }
    }
    asks
}

/// The paragraphs of an `articleBody`.
pub(super) fn paragraphs(text: &str, encoding: Option<&str>, base: &str) -> Vec<Block> {
    let html = is_html(text, encoding);
    if html {
        return html::blocks(text, base);
    }
    let paragraphs = plain::paragraphs_of_text(text);
    paragraphs.into_iter().map(|p| blocks::block_of(BlockKind::Paragraph(Text::plain(p)))).collect()
}

fn label(node: &Node) -> Option<Label> {
    node.object()?;
    let kind = node.get("kind");
    let mut label = Label {
        text: node.get("text").decoded().or_else(|| kind.text())?,
        kind: kind.word()?,
        expires: None,
    };
    node.put_date("expires", &mut label.expires);
    Some(label)
}

/// The name of something that may be a text by itself.
fn named(node: &Node) -> Option<String> {
    if node.is_missing() {
        return None;
    }
    if node.is_object() { node.need_name("name") } else { node.name() }
}

fn person(node: &Node) -> Option<Person> {
    let mut person = Person {
        name: named(node)?,
        url: None,
        image: None,
        job_title: None,
        email: None,
        telephone: None,
    };
    node.put_link("url", &mut person.url);
    node.put_resource("image", &mut person.image);
    node.put_name("jobTitle", &mut person.job_title);
    node.put_name("email", &mut person.email);
    node.put_name("telephone", &mut person.telephone);
    Some(person)
}

fn organization(node: &Node) -> Option<Organization> {
    let mut organization = Organization { name: named(node)?, url: None, logo: None };
    node.put_link("url", &mut organization.url);
    node.put_resource("logo", &mut organization.logo);
    Some(organization)
}

fn keyword(node: &Node) -> Option<Keyword> {
    let mut keyword = Keyword { name: named(node)?, url: None };
    node.put_link("url", &mut keyword.url);
    Some(keyword)
}

fn correction(node: &Node) -> Option<Correction> {
    node.object()?;
    let mut correction =
        Correction { kind: node.get("kind").word(), date: None, text: node.need_decoded("text")? };
    node.put_date("date", &mut correction.date);
    Some(correction)
}

fn related(node: &Node) -> Option<Related> {
    node.object()?;
    let mut related = Related {
        headline: node.need_decoded("headline")?,
        url: node.need_link("url")?,
        image: image(&node.get("image")),
        date_published: None,
    };
    node.put_date("datePublished", &mut related.date_published);
    Some(related)
}

fn share(node: &Node) -> Option<Share> {
    node.object()?;
    let mut share = Share::default();
    node.put_link("url", &mut share.url);
    node.put_decoded("title", &mut share.title);
    node.put_decoded("text", &mut share.text);
    node.put_text("appId", &mut share.app_id);
    node.put_text("campaign", &mut share.campaign);
    Some(share)
}
