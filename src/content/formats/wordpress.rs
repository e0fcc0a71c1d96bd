//! A post of WordPress's REST API (`/wp/v2/posts/ID?_embed`).

use super::fields::{self, first};
use crate::content::json::Json;
use crate::content::model::*;
use crate::content::read::Node;

/// Reads an article. An error says what the document lacks to be one.
pub(super) fn article(node: &Node) -> Result<Article, String> {
    let embedded = node.get("_embedded");
    let yoast = node.get("yoast_head_json");
    let content = node.get("content");
    let rendered = content.get("rendered");
    let body = if content.is_text() { content.html_blocks() } else { rendered.html_blocks() };
    let headline = line(&node.get("title")).or_else(|| yoast.get("og_title").decoded());
    let Some(headline) = headline.or_else(|| fields::headline_of(&body)) else {
        return Err("neither \"title.rendered\" nor \"content.rendered\" in the post".to_owned());
    };
    let mut article = Article { headline, body, ..Article::default() };
    article.description = fields::standfirst(line(&node.get("excerpt")), &article.body);
    article.date_published =
        fields::utc(&node.get("date_gmt")).or_else(|| fields::date(&node.get("date")));
    article.date_modified =
        fields::utc(&node.get("modified_gmt")).or_else(|| fields::date(&node.get("modified")));
    node.put_link("link", &mut article.url);
    terms(&embedded.get("wp:term"), &mut article);
    if article.author.is_empty() {
        article.author = embedded.get("author").list(author);
    }
    if article.author.is_empty() {
        article.author.extend(yoast.get("author").name().map(fields::person));
    }
    let lead = first(&embedded.get("wp:featuredmedia"), media)
        .or_else(|| node.get("jetpack_featured_media_url").resource().map(fields::picture))
        .or_else(|| first(&yoast.get("og_image"), plain_image));
    article.image.extend(lead);
    fields::lead_once(&mut article);
    article.in_language = language(node, &yoast);
    article.comments_url =
        first(&node.get("_links").get("replies"), |link| link.get("href").resource());
    if let Some(status) = node.get("comment_status").text()
        && status != "open"
    {
        article.comments_closed = Some(true);
    }
    // A password is asked for where the text would be.
    if article.body.is_empty() && content.is_set("protected") {
        article.is_accessible_for_free = Some(false);
    }
    Ok(article)
}

/// A line as `{rendered: …}`, or as plugins write it, by itself.
fn line(node: &Node) -> Option<String> {
    if node.is_object() { node.get("rendered").html_line() } else { node.html_line() }
}

/// What may not be seen is an error in its place.
fn is_refused(node: &Node) -> bool {
    !node.is_object() || !node.get("code").is_missing()
}

fn author(node: &Node) -> Option<Person> {
    if is_refused(node) {
        return None;
    }
    let mut person = fields::person(node.get("name").name()?);
    node.put_link("link", &mut person.url);
    node.get("avatar_urls").put_resource("96", &mut person.image);
    Some(person)
}

/// Categories, tags, and the authors of plugins for several: lists of terms, by taxonomy.
fn terms(lists: &Node, article: &mut Article) {
    for list in lists.items() {
        for term in list.items() {
            if is_refused(&term) {
                continue;
            }
            let Some(name) = term.get("name").name() else { continue };
            let mut url = None;
            term.put_link("link", &mut url);
            match term.get("taxonomy").text().unwrap_or_default().as_str() {
                "author" => article.author.push(Person { url, ..fields::person(name) }),
                "category" => {
                    // What a post is in that nobody put anywhere.
                    let nowhere = term.get("slug").text().is_some_and(|s| s == "uncategorized");
                    if article.article_section.is_empty() && !nowhere {
                        article.article_section.push(name);
                    }
                }
                "post_format" => {}
                _ => article.keywords.push(Keyword { name, url }),
            }
        }
    }
}

/// An attachment. Its sizes are offered where they show the whole picture.
fn media(node: &Node) -> Option<Image> {
    let kind = node.get("media_type").text();
    if is_refused(node) || kind.is_some_and(|kind| kind != "image") {
        return None;
    }
    let details = node.get("media_details");
    let sizes = details.get("sizes");
    let url = node.get("source_url").resource();
    let url = url.or_else(|| sizes.get("full").get("source_url").resource())?;
    let mut image = fields::picture(url);
    details.put_pixels("width", &mut image.width);
    details.put_pixels("height", &mut image.height);
    node.put_decoded("alt_text", &mut image.alt);
    image.caption = line(&node.get("caption"));
    let meta = details.get("image_meta");
    image.credit_text = meta.get("credit").decoded().or_else(|| meta.get("copyright").decoded());
    if let (Some(width), Some(height), Json::Object(members)) =
        (image.width, image.height, sizes.value())
    {
        for (name, _) in members {
            let size = sizes.get(name);
            if let Some(rendition) = rendition(&size, width, height)
                && image.srcset.iter().all(|other| other.width != rendition.width)
            {
                let wider = |other: &Rendition| other.width > rendition.width;
                let at = image.srcset.iter().position(wider).unwrap_or(image.srcset.len());
                image.srcset.insert(at, rendition);
            }
        }
    }
    Some(image)
}

/// A size with the proportions of the full one, give or take a line of pixels.
fn rendition(size: &Node, width: u32, height: u32) -> Option<Rendition> {
    let (own_width, own_height) = (size.get("width").pixels()?, size.get("height").pixels()?);
    let across = (u64::from(own_width) * u64::from(height))
        .abs_diff(u64::from(own_height) * u64::from(width));
    if across > u64::from(width) * 3 / 2 {
        return None;
    }
    Some(Rendition { url: size.get("source_url").resource()?, width: own_width })
}

/// A picture of the plugin Yoast.
fn plain_image(node: &Node) -> Option<Image> {
    let mut image = fields::picture(node.get("url").resource()?);
    node.put_pixels("width", &mut image.width);
    node.put_pixels("height", &mut image.height);
    Some(image)
}

/// The language that a plugin tells: `en_US` is `en-US`.
fn language(node: &Node, yoast: &Node) -> Option<String> {
    let own = node.get("lang");
    let written = if own.is_text() { own.text() } else { None };
    let written = written.or_else(|| yoast.get("og_locale").text())?;
    Some(written.chars().map(|c| if c == '_' { '-' } else { c }).collect())
}
