//! Pictures, films and recordings of an item: its own renditions, or those of what is associated with it.

use super::super::wire::{Size, byline, children, first, picture};
use super::bodies::media_type;
use super::description;
use crate::content::model::{Article, Audio, Image, Source, Video};
use crate::content::read::Node;

/// The types whose items are shown by what they are of.
pub(super) const MEDIA: &[&str] = &["picture", "graphic", "video", "audio"];

/// Names and roles of the picture that leads.
const LEADS: &[&str] = &["featuremedia", "mainpic", "main", "featured", "lead"];

/// The picture, film or recording that an item is.
pub(super) fn own(node: &Node, article: &mut Article) {
    let video = sources(node, "video/");
    let audio = sources(node, "audio/");
    if !video.is_empty() {
        article.video = Some(Video { sources: video, ..Video::default() });
    } else if !audio.is_empty() {
        article.audio = Some(Audio { sources: audio, ..Audio::default() });
    }
    article.image.extend(image(node));
    // The caption is the text of a picture: it need not stand above it too.
    if let Some(image) = article.image.first_mut()
        && article.video.is_none()
        && article.audio.is_none()
    {
        image.caption = article.description.take();
    }
}

/// The picture that leads an article: by its name or role, else the first photograph, else the first graphic.
pub(super) fn lead(node: &Node) -> Option<Image> {
    let associations = node.get("associations");
    let list = children(&associations);
    // In 1.x the name is the member's own.
    let named = LEADS.iter().map(|name| associations.get(name)).find(|item| is(item, "picture"));
    let marked = || {
        let leads = |item: &&Node| {
            let is_lead = |member| {
                let word = item.get(member).text().unwrap_or_default();
                LEADS.contains(&word.as_str())
            };
            is(item, "picture") && (is_lead("name") || is_lead("role"))
        };
        list.iter().find(leads)
    };
    let of_kind = || {
        let first = |kind| list.iter().find(|item| is(item, kind));
        first("picture").or_else(|| first("graphic"))
    };
    image(named.as_ref().or_else(marked).or_else(of_kind)?)
}

fn is(node: &Node, kind: &str) -> bool {
    node.get("type").text().is_some_and(|own| own == kind)
}

/// A picture with its renditions, its caption and its maker.
fn image(node: &Node) -> Option<Image> {
    let renditions = node.get("renditions");
    let mut sizes = Vec::new();
    for rendition in children(&renditions) {
        let media_type = media_type(&rendition);
        if rendition.is_object() && (media_type.is_empty() || media_type.starts_with("image/")) {
            sizes.extend(size(&rendition));
        }
    }
    let mut image = picture(sizes)?;
    image.caption = description(node);
    let maker = first(node, &["byline", "by"]).name().map(|line| byline(&line));
    let holder = || first(node, &["copyrightholder", "copyrightHolder"]).name();
    image.credit_text = maker.filter(|line| !line.is_empty()).or_else(holder);
    Some(image)
}

fn size(node: &Node) -> Option<Size> {
    let pixels = |member| node.get(member).pixels().unwrap_or_default();
    Some(Size {
        url: node.get("href").resource()?,
        width: pixels("width"),
        height: pixels("height"),
    })
}

/// The renditions of a media type.
fn sources(node: &Node, kind: &str) -> Vec<Source> {
    let renditions = node.get("renditions");
    let mut sources = Vec::new();
    for rendition in children(&renditions) {
        let media_type = media_type(&rendition);
        if media_type.starts_with(kind)
            && let Some(src) = rendition.get("href").resource()
        {
            sources.push(Source { src, media_type: Some(media_type) });
        }
    }
    sources
}
