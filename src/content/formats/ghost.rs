//! A post of Ghost's Content API.

use super::{fields, newsroom};
use crate::content::model::*;
use crate::content::read::Node;

/// Reads an article. An error says what the document lacks to be one.
pub(super) fn article(node: &Node) -> Result<Article, String> {
    let body = body(node);
    let Some(headline) = node.get("title").decoded().or_else(|| fields::headline_of(&body)) else {
        return Err("neither \"title\" nor \"html\" in the post".to_owned());
    };
    let mut article = Article { headline, body, ..Article::default() };
    // `excerpt` is how the text begins.
    node.put_decoded("custom_excerpt", &mut article.description);
    article.date_published = fields::date(&node.get("published_at"));
    article.date_modified = fields::date(&node.get("updated_at"));
    article.url = node.get("canonical_url").link().or_else(|| node.get("url").link());
    let authors = node.get("authors");
    let authors = if authors.is_missing() { node.get("primary_author") } else { authors };
    article.author = authors.list(author);
    article.article_section.extend(node.get("primary_tag").get("name").name());
    article.keywords = node.get("tags").list(tag);
    if let Some(url) = node.get("feature_image").resource() {
        let mut image = fields::picture(url);
        node.put_decoded("feature_image_alt", &mut image.alt);
        image.caption = node.get("feature_image_caption").html_line();
        article.image.push(image);
        fields::lead_once(&mut article);
    }
    node.put_text("locale", &mut article.in_language);
    // Without `access` (older versions) a missing text of what is not for all says the same.
    let access = node.get("access").flag();
    let public = node.get("visibility").text().is_none_or(|visibility| visibility == "public");
    if !access.unwrap_or(public || !article.body.is_empty()) {
        article.is_accessible_for_free = Some(false);
    }
    Ok(article)
}

/// `html`; else the text that may be asked for instead, or the document of the editor.
fn body(node: &Node) -> Vec<Block> {
    let html = node.get("html");
    if !html.is_missing() {
        return html.html_blocks();
    }
    if let Some(text) = node.get("plaintext").verbatim() {
        return fields::paragraphs(&text);
    }
    newsroom::blocks(&node.get("lexical")).unwrap_or_default()
}

fn author(node: &Node) -> Option<Person> {
    let mut person = fields::person(node.get("name").name()?);
    node.put_link("url", &mut person.url);
    node.put_resource("profile_image", &mut person.image);
    Some(person)
}

/// A tag for readers: internal ones begin with `#`.
fn tag(node: &Node) -> Option<Keyword> {
    let public = node.get("visibility").text().is_none_or(|visibility| visibility == "public");
    let name = node.get("name").name().filter(|name| public && !name.starts_with('#'))?;
    let mut keyword = Keyword { name, url: None };
    node.put_link("url", &mut keyword.url);
    Some(keyword)
}
