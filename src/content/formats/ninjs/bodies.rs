//! The text of an item: HTML where there is some, else plain text. Never NITF or another XML.

use super::super::wire::{first, paragraphs};
use crate::content::model::Block;
use crate::content::read::Node;

/// The members of 1.x that hold HTML, the best first.
const HTML: &[&str] = &["body_html", "body_html5", "body_xhtml", "body_richhtml5"];

/// The HTML of the body, for the headline that may stand in it, and the blocks.
pub(super) fn body(node: &Node) -> (String, Vec<Block>) {
    let own = first(node, HTML);
    if !own.is_missing() {
        return (own.verbatim().unwrap_or_default(), own.html_blocks());
    }
    let list = node.get("bodies");
    let items = list.items();
    if let Some(item) = items.iter().find(|item| is_html(item)) {
        let value = item.get("value");
        return (value.verbatim().unwrap_or_default(), value.html_blocks());
    }
    let plain =
        items.iter().find(|item| !is_xml(item)).and_then(|item| item.get("value").verbatim());
    let text = node.get("body_text").verbatim().or(plain);
    (String::new(), text.map(|text| paragraphs(&text)).unwrap_or_default())
}

/// What an item says it is of: `text/html`, `image/jpeg`.
pub(super) fn media_type(item: &Node) -> String {
    first(item, &["contentType", "contenttype", "mimetype"]).text().unwrap_or_default()
}

fn role(item: &Node) -> String {
    item.get("role").text().unwrap_or_default()
}

fn is_html(item: &Node) -> bool {
    if item.get("value").is_missing() {
        return false;
    }
    match media_type(item).as_str() {
        "" => matches!(role(item).as_str(), "html" | "html5" | "xhtml" | "richhtml5"),
        known => known.starts_with("text/html") || known.starts_with("application/xhtml"),
    }
}

/// XML of a kind of its own: its tags are no text.
fn is_xml(item: &Node) -> bool {
    media_type(item).ends_with("xml") || role(item).ends_with("nitf")
}
