//! What several editors have beside text: pictures, players, cards that lead to another page.

use super::push;
use crate::content::model::*;
use crate::content::read::Node;
use crate::policy::SafeUrl;

/// The first of some members that has something.
#[inline(never)]
pub(super) fn first<'b>(node: &'b Node, members: &[&'static str]) -> Node<'b> {
    let found = members.iter().find(|member| !node.get(member).is_missing());
    node.get(found.copied().unwrap_or_default())
}

/// A picture at an address; what is said of it are members of another node.
#[inline(never)]
pub(super) fn picture(url: &Node, about: &Node) -> Option<Image> {
    let mut image = Image::at(url.required(url.resource())?);
    about.put_decoded("alt", &mut image.alt);
    image.caption = about.get("caption").html_line();
    image.width = size(&about.get("width"));
    image.height = size(&about.get("height"));
    Some(image)
}

/// [`picture`] as a block.
pub(super) fn add_picture(url: &Node, about: &Node, blocks: &mut Vec<Block>) -> Option<()> {
    push(blocks, BlockKind::Image(Box::new(picture(url, about)?)));
    Some(())
}

/// Pixels. Editors also write "100%" and "auto", which are no faults.
fn size(node: &Node) -> Option<u32> {
    if node.is_text() { None } else { node.pixels() }
}

/// What plays at an address.
pub(super) fn sources(url: &Node, media_type: &Node) -> Option<Vec<Source>> {
    let src = url.required(url.resource())?;
    Some(vec![Source { src, media_type: media_type.text() }])
}

/// A card that leads to a page or a file: by its title, else by its address.
#[inline(never)]
pub(super) fn card(
    url: &Node,
    about: &Node,
    title: &[&'static str],
    description: &str,
    blocks: &mut Vec<Block>,
) -> Option<()> {
    let url = url.required(url.link())?;
    let title = first(about, title).html_line().unwrap_or_else(|| url.to_owned_string());
    let description = about.get(description).html_line();
    push(blocks, BlockKind::LinkCard { url, title, description, image: None, publisher: None });
    Some(())
}

/// Something of a third party, known by its address.
pub(super) fn embed(url: &Node, blocks: &mut Vec<Block>) -> Option<()> {
    let embed = Embed::at(url.required(url.resource())?);
    push(blocks, BlockKind::Embed(Box::new(embed)));
    Some(())
}

/// A paragraph that is a link: a button.
pub(super) fn button(url: &Node, text: &Node, blocks: &mut Vec<Block>) -> Option<()> {
    let (href, text) = (url.link()?, text.decoded()?);
    push(blocks, BlockKind::Paragraph(link(text, href)));
    Some(())
}

fn link(text: String, href: SafeUrl) -> Text {
    Text { spans: vec![Inline::Span { text, marks: Vec::new(), href: Some(href), lang: None }] }
}

/// A paragraph of HTML of one line.
pub(super) fn paragraph(html: &Node, blocks: &mut Vec<Block>) -> Option<()> {
    push(blocks, BlockKind::Paragraph(html.html_text()?));
    Some(())
}
