//! What a document is, from its JSON alone, and who reads it.

use super::{Format, Reading, Unread, Unreadable, Wish};
use super::{activity, ans, bodies, canonical, capi, ghost, json_feed, json_ld, ninjs, wordpress};
use crate::content::json::Json;
use crate::content::read::Document;

/// Reads a document of any format.
pub(super) fn read(mut json: Json, wish: &Wish, base: &str) -> Result<Reading, Unreadable> {
    let format = wish.format.unwrap_or_default();
    let unread = Unread::out_of(&mut json, base);
    let document = Document::new(base);
    let node = document.root(&json);
    let read = match format {
        Format::Canonical | Format::Map => canonical::article,
        Format::JsonLd => json_ld::article,
        Format::WordPress => wordpress::article,
        Format::Ghost => ghost::article,
        Format::JsonFeed => json_feed::article,
        Format::Ninjs => ninjs::article,
        Format::Capi => capi::article,
        Format::Ans => ans::article,
        Format::ActivityStreams => activity::article,
    };
    let mut article = read(&node).map_err(Unreadable::Schema)?;
    if article.body.is_empty()
        && let Some(blocks) = bodies::blocks(&node.get("body"))
    {
        article.body = blocks;
    }
    Ok(Reading { article, format, problems: document.into_problems(), unread })
}
