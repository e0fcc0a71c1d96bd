//! The picture that leads: an element with its crops, the main block, the HTML of the main element, or the thumbnail.

use super::super::wire::{Size, first, picture};
use crate::content::model::{BlockKind, Image};
use crate::content::read::Node;

/// The picture that leads.
pub(super) fn lead(node: &Node) -> Option<Image> {
    let elements = node.get("elements");
    for element in elements.items() {
        if is(&element, "relation", "main") && is(&element, "type", "image") {
            let found = crops(&element);
            if found.is_some() {
                return found;
            }
        }
    }
    let (blocks, fields) = (node.get("blocks"), node.get("fields"));
    let main = blocks.get("main");
    for element in main.get("elements").items() {
        if is(&element, "type", "image") {
            let found = crops(&element);
            if found.is_some() {
                return found;
            }
        }
    }
    let of_html = figure(&main.get("bodyHtml")).or_else(|| figure(&fields.get("main")));
    of_html.or_else(|| {
        let thumbnail = first(&fields, &["secureThumbnail", "thumbnail"]);
        thumbnail.resource().map(Image::at)
    })
}

fn is(node: &Node, member: &str, word: &str) -> bool {
    node.get(member).text().is_some_and(|own| own == word)
}

/// The first picture in HTML.
fn figure(html: &Node) -> Option<Image> {
    html.html_blocks().into_iter().find_map(|block| match block.kind {
        BlockKind::Image(image) => Some(*image),
        _ => None,
    })
}

/// An element with its assets. What is said of it stands at the assets, or beside them.
fn crops(element: &Node) -> Option<Image> {
    let assets = element.get("assets");
    let assets = assets.items();
    let mut image = picture(assets.iter().filter_map(size).collect())?;
    let beside = element.get("imageTypeData");
    let inside = assets.first()?.get("typeData");
    for said in [&beside, &inside] {
        let put = |place: &mut Option<String>, names| {
            if place.is_none() {
                *place = first(said, names).html_line();
            }
        };
        put(&mut image.alt, &["altText", "alt"]);
        put(&mut image.caption, &["caption"]);
        put(&mut image.credit_text, &["credit", "photographer", "copyright", "source"]);
    }
    Some(image)
}

fn size(asset: &Node) -> Option<Size> {
    let data = asset.get("typeData");
    let secure = data.get("secureFile");
    let file = asset.get("file");
    let address = if secure.is_missing() { &file } else { &secure };
    let pixels = |member| data.get(member).pixels().unwrap_or_default();
    Some(Size { url: address.resource()?, width: pixels("width"), height: pixels("height") })
}
