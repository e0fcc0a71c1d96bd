//! Pictures, films and recordings of a story, and the one that leads it.

use super::super::wire::{Size, first, picture};
use crate::content::json::Json;
use crate::content::model::{Article, Audio, Image, Source, Video};
use crate::content::read::Node;

/// A larger film is no better on a page, and takes longer to begin.
const WIDEST: u32 = 1280;

/// The picture or film that leads, of the items to promote the story with; or the film that a document is.
pub(super) fn lead(node: &Node, article: &mut Article) {
    article.video = video(node);
    article.image.extend(poster(node));
    let items = node.get("promo_items");
    for name in ["basic", "lead_art", "lead"] {
        if article.video.is_some() || !article.image.is_empty() {
            return;
        }
        let item = items.get(name);
        match item.get("type").text().as_deref() {
            Some("image") => article.image.extend(image(&item)),
            Some("gallery") => {
                let elements = item.get("content_elements");
                article.image = elements.list(image);
            }
            _ => article.image.extend(poster(&item)),
        }
        article.video = video(&item);
    }
}

/// A picture. A reference that was not filled in is none.
pub(super) fn image(node: &Node) -> Option<Image> {
    let url = node.get("url");
    if url.is_missing() {
        return None;
    }
    let pixels = |member| node.get(member).pixels().unwrap_or_default();
    let url = url.resource()?;
    let mut sizes =
        vec![Size { url: url.clone(), width: pixels("width"), height: pixels("height") }];
    sizes.extend(resized(&first(node, &["resized_urls", "resizedUrls"])));
    let mut image = picture(sizes)?;
    image.url = url;
    image.alt = node.get("alt_text").decoded();
    image.caption = first(node, &["caption", "credits_caption_display", "subtitle"]).html_line();
    image.credit_text = credit(node);
    Some(image)
}

/// Addresses of other widths, where a site names them by width: `{"640": "https://…"}`.
fn resized(node: &Node) -> Vec<Size> {
    let mut sizes = Vec::new();
    let Json::Object(members) = node.value() else { return sizes };
    for (name, _) in members.iter().take(20) {
        let digits = name.strip_suffix('w').unwrap_or(name);
        if let (Ok(width), Some(url)) = (digits.parse(), node.get(name).resource()) {
            sizes.push(Size { url, width, height: 0 });
        }
    }
    sizes
}

/// "Name/Agency", or who holds the rights.
fn credit(node: &Node) -> Option<String> {
    let credits = node.get("credits");
    let mut parts = Vec::new();
    for member in ["by", "affiliation"] {
        let names = credits.get(member).list(|who| first(who, &["name", "byline"]).name());
        if !names.is_empty() {
            parts.push(names.join(", "));
        }
    }
    if parts.is_empty() { node.get("copyright").decoded() } else { Some(parts.join("/")) }
}

/// A film with what can be played of it: one stream, the widest that is not wider than a page.
pub(super) fn video(node: &Node) -> Option<Video> {
    let streams = node.get("streams");
    let mut best: Option<(u32, Source)> = None;
    for stream in streams.items() {
        let kind = stream.get("stream_type").text().unwrap_or_default();
        let width = stream.get("width").pixels().unwrap_or_default();
        let better = best.as_ref().is_none_or(|(known, _)| width > *known);
        if (kind.is_empty() || kind == "mp4")
            && width <= WIDEST
            && better
            && let Some(src) = stream.get("url").resource()
        {
            best = Some((width, Source { src, media_type: None }));
        }
    }
    let (_, source) = best?;
    let mut video = Video { sources: vec![source], ..Video::default() };
    video.poster = poster(node).map(|image| image.url);
    // In thousandths of a second.
    video.duration = node.get("duration").number().map(|duration| duration / 1000.0);
    let below = |member| node.get(member).get("basic").html_line();
    video.caption = below("description").or_else(|| below("headlines"));
    video.credit_text = credit(node);
    Some(video)
}

/// A recording with what can be played of it.
pub(super) fn audio(node: &Node) -> Option<Audio> {
    let sources = node.get("streams").list(|stream| {
        let src = stream.get("url").resource()?;
        Some(Source { src, media_type: None })
    });
    let caption = node.get("headlines").get("basic").html_line();
    (!sources.is_empty()).then(|| Audio { sources, caption, ..Audio::default() })
}

/// The picture of a film.
fn poster(node: &Node) -> Option<Image> {
    image(&node.get("promo_image"))
}
