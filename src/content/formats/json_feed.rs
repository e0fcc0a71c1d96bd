//! An item of a JSON Feed, 1.0 and 1.1.

use super::fields::{self, first};
use crate::content::model::*;
use crate::content::read::Node;

/// Reads an item of a feed. An error says what it lacks to be an article.
pub(super) fn article(node: &Node, feed: &Node) -> Result<Article, String> {
    let mut body = node.get("content_html").html_blocks();
    if body.is_empty() {
        let text = node.get("content_text").verbatim();
        body = text.map(|text| fields::paragraphs(&text)).unwrap_or_default();
    }
    // Titles may be missing: posts as short as a message have none.
    let title = node.get("title").decoded().or_else(|| fields::headline_of(&body));
    let Some(headline) = title.or_else(|| feed.get("title").decoded()) else {
        return Err(
            "no \"title\" and no \"content_html\" or \"content_text\" in the item".to_owned()
        );
    };
    let mut article = Article { headline, body, ..Article::default() };
    article.description = fields::standfirst(node.get("summary").decoded(), &article.body);
    article.date_published = fields::date(&node.get("date_published"));
    article.date_modified = fields::date(&node.get("date_modified"));
    node.put_link("url", &mut article.url);
    article.in_language = node.get("language").text().or_else(|| feed.get("language").text());
    // 1.1 has a list; a feed for both has one of its authors in `author` as well.
    for authors in
        [&node.get("authors"), &node.get("author"), &feed.get("authors"), &feed.get("author")]
    {
        if article.author.is_empty() {
            article.author = authors.list(author);
        }
    }
    article.keywords = node.get("tags").list(|tag| Some(Keyword { name: tag.name()?, url: None }));
    let image = node.get("image").resource().or_else(|| node.get("banner_image").resource());
    article.image.extend(image.map(fields::picture));
    fields::lead_once(&mut article);
    let attachments = node.get("attachments");
    article.audio = audio(&attachments);
    article.video = first(&attachments, video);
    // A post about another page leads there.
    if let Some(url) = node.get("external_url").link()
        && let Some(title) = url.host()
        && article.url.as_ref() != Some(&url)
    {
        let card =
            BlockKind::LinkCard { url, title, description: None, image: None, publisher: None };
        article.body.push(fields::block(card));
    }
    Ok(article)
}

fn author(node: &Node) -> Option<Person> {
    if node.is_text() {
        return node.name().map(fields::person);
    }
    let mut person = fields::person(node.get("name").name()?);
    node.put_link("url", &mut person.url);
    node.put_resource("avatar", &mut person.image);
    Some(person)
}

/// Whether an attachment is of a kind of media.
fn is_kind(node: &Node, kind: &str) -> bool {
    node.get("mime_type").text().is_some_and(|media_type| media_type.starts_with(kind))
}

fn source(node: &Node) -> Option<Source> {
    let mut source = Source { src: node.get("url").resource()?, media_type: None };
    node.put_text("mime_type", &mut source.media_type);
    Some(source)
}

/// The recordings among the attachments: the first with its duration, the others as other encodings of it.
fn audio(attachments: &Node) -> Option<Audio> {
    let mut audio = Audio::default();
    for attachment in attachments.items() {
        if is_kind(&attachment, "audio/")
            && let Some(source) = source(&attachment)
        {
            let duration = attachment.get("duration_in_seconds").seconds();
            audio.duration = audio.duration.or(duration);
            // Others of another length are other recordings.
            if audio.sources.is_empty() || audio.duration == duration {
                audio.sources.push(source);
            }
        }
    }
    (!audio.sources.is_empty()).then_some(audio)
}

fn video(node: &Node) -> Option<Video> {
    if !is_kind(node, "video/") {
        return None;
    }
    let duration = node.get("duration_in_seconds").seconds();
    Some(Video { sources: vec![source(node)?], duration, ..Video::default() })
}
