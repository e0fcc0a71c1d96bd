//! The others of a list or feed, as something to read next.

use super::rules::{self, Task};
use crate::content::json::Json;
use crate::content::model::Related;
use crate::content::read::Document;

/// So many are offered.
const MOST: usize = 12;

/// So many are looked at.
const MOST_READ: usize = 36;

/// The others of a list, as something to read next. What is wrong with them is none of this article's problems.
pub(super) fn others(items: &[Json], picked: usize, base: &str) -> Vec<Related> {
    let document = Document::new(base);
    let others = items.iter().take(MOST_READ).enumerate().filter(|(index, _)| *index != picked);
    let json = &Json::List(others.map(|(_, item)| item.clone()).collect());
    let (path, outer_path) = (String::new(), String::new());
    let document = &document;
    let task = Task { json, path, outer: json, outer_path, word: "", named: &[], document, base };
    let mut related = rules::article(RULES, &task).unwrap_or_default().related;
    related.truncate(MOST);
    related
}

/// Where items of any format have what is offered of them.
const RULES: &str = r#"{"":{"headline":"=-","related":"offer *"},
"offer":{"headline!":["~ title.rendered","one headline","one title|webTitle|headlines.basic|headlines.value|name|object.name"],
"url!":["one url","one link|webUrl|canonical_url|website_url|uri|object.url|mainEntityOfPage"],
"image":["one image","one image.url|feature_image|banner_image|_embedded.wp:featuredmedia.source_url|jetpack_featured_media_url|fields.thumbnail|promo_items.basic.url","one object.image","one object.image.url"],
"datePublished":["utc date_gmt","datePublished|date_published|published_at|published|webPublicationDate|first_publish_date|display_date|firstcreated|firstCreated|versioncreated|versionCreated|date"]}
}"#;
