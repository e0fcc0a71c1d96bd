//! The others of a list or feed, as something to read next.

use super::fields;
use super::signs::{Names, first, text};
use crate::content::html;
use crate::content::json::Json;
use crate::content::model::Related;
use crate::content::read::Document;

/// So many are offered.
const MOST: usize = 12;

/// Where items of any format have what is offered of them.
const HEADLINE: &[Names] = &[
    &["headline"],
    &["title", "rendered"],
    &["title"],
    &["webTitle"],
    &["headlines", "basic"],
    &["headlines", "value"],
    &["name"],
    &["object", "name"],
];
const ADDRESS: &[Names] = &[
    &["url"],
    &["link"],
    &["webUrl"],
    &["canonical_url"],
    &["website_url"],
    &["uri"],
    &["object", "url"],
    &["mainEntityOfPage"],
];
const PICTURE: &[Names] = &[
    &["image"],
    &["image", "url"],
    &["feature_image"],
    &["banner_image"],
    &["_embedded", "wp:featuredmedia", "source_url"],
    &["jetpack_featured_media_url"],
    &["fields", "thumbnail"],
    &["promo_items", "basic", "url"],
    &["object", "image"],
    &["object", "image", "url"],
];
const DATE: &[Names] = &[
    &["datePublished"],
    &["date_published"],
    &["published_at"],
    &["published"],
    &["webPublicationDate"],
    &["first_publish_date"],
    &["display_date"],
    &["firstcreated"],
    &["firstCreated"],
    &["versioncreated"],
    &["versionCreated"],
    &["date"],
];

/// The others of a list, as something to read next. What is wrong with them is none of this article's problems.
pub(super) fn others(items: &[Json], picked: usize, base: &str) -> Vec<Related> {
    let document = Document::new(base);
    let others = items.iter().enumerate().filter(|(index, _)| *index != picked);
    others.filter_map(|(_, item)| related(&document, item)).take(MOST).collect()
}

fn related(document: &Document, item: &Json) -> Option<Related> {
    let read = |places: &[Names]| {
        let json = places.iter().find_map(|names| match first(item, names) {
            Some(json @ Json::Text(text)) if !text.trim_ascii().is_empty() => Some(json),
            _ => None,
        });
        document.root(json.unwrap_or(&Json::Null))
    };
    let rendered = text(item, &["title", "rendered"]).map(html::line);
    let in_utc = fields::utc(&read(&[&["date_gmt"]]));
    Some(Related {
        headline: rendered.or_else(|| read(HEADLINE).decoded())?,
        url: read(ADDRESS).link()?,
        image: read(PICTURE).resource().map(fields::picture),
        date_published: in_utc.or_else(|| fields::date(&read(DATE))),
    })
}
