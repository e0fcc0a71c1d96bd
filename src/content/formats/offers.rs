//! The others of a list or feed, as something to read next.

use super::rules::{self, Task};
use crate::content::json::Json;
use crate::content::model::Article;
use crate::content::read::Document;

/// So many are offered.
const MOST: usize = 12;

/// Offers the others of a list as something to read next. What is wrong with them is none of the article's problems.
#[inline(never)]
pub(super) fn others(list: &Json, article: &mut Article, base: &str) {
    let document = Document::new(base);
    if let Ok(others) = rules::article(RULES, &Task::new(list, &document, base)) {
        for other in others.related {
            let itself =
                other.headline == article.headline || Some(&other.url) == article.url.as_ref();
            if !itself && article.related.len() < MOST {
                article.related.push(other);
            }
        }
    }
}

/// Where items of any format have what is offered of them.
const RULES: &str = r#"{"":{"headline":"=-","related":"offer %"},
"offer":{"headline!":["~ title.rendered","one headline","one title|webTitle|headlines.basic|headlines.value|name|object.name"],
"url!":["one url","one link|webUrl|canonical_url|website_url|uri|object.url|mainEntityOfPage"],
"image":["one image","one image.url|feature_image|banner_image|_embedded.wp:featuredmedia.source_url|jetpack_featured_media_url|fields.thumbnail|promo_items.basic.url","one object.image","one object.image.url"],
"datePublished":["utc date_gmt","datePublished|date_published|published_at|published|webPublicationDate|first_publish_date|display_date|firstcreated|firstCreated|versioncreated|versionCreated|date"]}
}"#;
