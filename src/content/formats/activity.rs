//! An Article, Page or Note of ActivityStreams, as ActivityPub serves it.

use super::fields::{self, first};
use crate::content::json::Json;
use crate::content::model::*;
use crate::content::read::Node;
use crate::policy::SafeUrl;

/// Reads an article, the object of an activity or by itself. An error says what it lacks to be one.
pub(super) fn article(node: &Node, activity: &Node) -> Result<Article, String> {
    let language = language(node);
    let in_words = |name: &str, map: &str| -> Option<String> {
        let own = node.get(name);
        let map = node.get(map);
        if own.is_missing() { map.get(&language).verbatim() } else { own.verbatim() }
    };
    let html = in_words("content", "contentMap").unwrap_or_default();
    let media_type = node.get("mediaType").text();
    let body = match media_type.as_deref() {
        // Nobody here reads Markdown: as its own text it is readable.
        Some("text/markdown" | "text/plain") => fields::paragraphs(&html),
        _ => crate::content::html::blocks(&html, node.base()),
    };
    let line = |html: String| crate::content::html::line(&html);
    let title = in_words("name", "nameMap").map(line).filter(|title| !title.is_empty());
    let Some(headline) = title.or_else(|| fields::headline_of(&body)) else {
        return Err("neither \"name\" nor \"content\" in the object".to_owned());
    };
    let mut article = Article { headline, body, ..Article::default() };
    let summary = in_words("summary", "summaryMap").map(line);
    let summary = summary.or_else(|| node.get("preview").get("content").html_line());
    article.description = fields::standfirst(summary, &article.body);
    article.date_published =
        fields::date(&node.get("published")).or_else(|| fields::date(&activity.get("published")));
    article.date_modified = fields::date(&node.get("updated"));
    article.url = page(&node.get("url"));
    article.in_language = Some(language).filter(|language| !language.is_empty());
    for actor in [&node.get("attributedTo"), &activity.get("actor")] {
        if article.author.is_empty() {
            article.author = actor.list(person);
        }
    }
    article.keywords = node.get("tag").list(hashtag);
    article.image.extend(first(&node.get("image"), image));
    let attached = node.get("attachment").list(image);
    // A note's pictures stand beside its text, an article's in it.
    let note = node.get("type").text().is_some_and(|kind| kind == "Note");
    for image in attached {
        if article.image.is_empty() {
            article.image.push(image);
        } else if note {
            article.body.push(fields::block(BlockKind::Image(Box::new(image))));
        }
    }
    fields::lead_once(&mut article);
    let replies = node.get("replies");
    if replies.is_object() {
        replies.put_count("totalItems", &mut article.comment_count);
    }
    Ok(article)
}

/// The language: as it is said, or of the one text that there is in several.
fn language(node: &Node) -> String {
    if let Some(own) = node.get("inLanguage").text() {
        return own;
    }
    let (own, map) = (node.get("content"), node.get("contentMap"));
    let Json::Object(texts) = map.value() else { return String::new() };
    let same = texts.iter().find(|(_, text)| text == own.value());
    let chosen = same.or_else(|| texts.first().filter(|_| own.is_missing()));
    chosen.map(|(language, _)| language.clone()).unwrap_or_default()
}

/// The page of an address, of a link, or of several: a page before other files.
fn page(node: &Node) -> Option<SafeUrl> {
    let is_page = |link: &Node| {
        let kind = link.get("mediaType").text();
        kind.is_none_or(|kind| kind == "text/html").then(|| href(link)).flatten()
    };
    first(node, is_page).or_else(|| first(node, href))
}

fn href(node: &Node) -> Option<SafeUrl> {
    if node.is_object() { node.get("href").link() } else { node.link() }
}

/// Somebody, or the address of somebody: what they are called stands at its end.
fn person(node: &Node) -> Option<Person> {
    if node.is_object() {
        let name = node.get("name").name().or_else(|| node.get("preferredUsername").name());
        let mut person = fields::person(name?);
        person.url = page(&node.get("url")).or_else(|| node.get("id").link());
        person.image = first(&node.get("icon"), file);
        return Some(person);
    }
    let url = node.link()?;
    let path = url.path_and_query();
    let last = path.rsplit('/').find(|part| !part.is_empty()).unwrap_or_default();
    let last = last.strip_prefix('@').unwrap_or(last);
    let host = url.host()?;
    let name = if last.is_empty() { host } else { ["@", last, "@", &host].concat() };
    Some(Person { url: Some(url), ..fields::person(name) })
}

fn hashtag(node: &Node) -> Option<Keyword> {
    if node.get("type").text().is_none_or(|kind| kind != "Hashtag") {
        return None;
    }
    let name = node.get("name").name()?;
    let name = name.strip_prefix('#').unwrap_or(&name).to_owned();
    let mut keyword = Keyword { name, url: None };
    node.put_link("href", &mut keyword.url);
    Some(keyword)
}

/// The address of a file: a text, or the `url` or `href` of an object, which may be a link itself.
fn file(node: &Node) -> Option<SafeUrl> {
    if node.is_text() {
        return node.resource();
    }
    let url = node.get("url");
    let url = if url.is_missing() { node.get("href") } else { url };
    let inside = |node: &Node| {
        if node.is_object() { node.get("href").resource() } else { node.resource() }
    };
    first(&url, inside)
}

fn image(node: &Node) -> Option<Image> {
    let kind = node.get("mediaType").text();
    if kind.is_some_and(|kind| !kind.starts_with("image/")) {
        return None;
    }
    // Of an attachment the kind is not always told: then its type must.
    let known = node
        .get("type")
        .text()
        .is_none_or(|kind| kind != "Link" && kind != "Video" && kind != "Audio");
    if node.is_object() && !known && node.get("mediaType").is_missing() {
        return None;
    }
    let mut image = fields::picture(file(node)?);
    node.put_decoded("name", &mut image.alt);
    node.put_pixels("width", &mut image.width);
    node.put_pixels("height", &mut image.height);
    Some(image)
}
