//! Lexical, and the cards of Ghost's Koenig.

use super::cards::{add_picture, button, card, first, paragraph, picture, sources};
use super::line::Setting;
use super::push;
use super::tree::{Dialect, Kind};
use crate::content::model::*;
use crate::content::plain;
use crate::content::read::Node;

pub(super) const DIALECT: Dialect = Dialect {
    kind: "type",
    children: "children",
    text: "text",
    attributes: "",
    address: "url",
    set: marks,
    kinds: &[
        ("paragraph", Kind::Paragraph),
        ("heading", Kind::Heading(0)),
        ("extended-heading", Kind::Heading(0)),
        ("quote", Kind::Quote),
        ("extended-quote", Kind::Quote),
        ("aside", Kind::Quote),
        ("list", Kind::List(None)),
        ("listitem", Kind::Through),
        ("link", Kind::Link),
        ("autolink", Kind::Link),
        ("at-link", Kind::Link),
        ("at-link-search", Kind::Nothing),
        ("zwnj", Kind::Nothing),
        ("linebreak", Kind::Break),
        ("code", Kind::Code),
        ("horizontalrule", Kind::Divider),
        ("table", Kind::Table),
        ("tablerow", Kind::Through),
        ("tablecell", Kind::Through),
        ("mark", Kind::Through),
        ("overflow", Kind::Through),
        ("image", Kind::Card(image)),
        ("upload", Kind::Card(upload)),
        ("gallery", Kind::Card(gallery)),
        ("codeblock", Kind::Card(codeblock)),
        ("html", Kind::Card(html)),
        ("markdown", Kind::Card(markdown)),
        ("bookmark", Kind::Card(bookmark)),
        ("embed", Kind::Card(embed)),
        ("callout", Kind::Card(callout)),
        ("toggle", Kind::Card(toggle)),
        ("button", Kind::Card(a_button)),
        ("call-to-action", Kind::Card(call_to_action)),
        ("header", Kind::Card(header)),
        ("product", Kind::Card(product)),
        ("video", Kind::Card(video)),
        ("audio", Kind::Card(audio)),
        ("file", Kind::Card(file)),
        // For mail, members and lists of other articles.
        ("paywall", Kind::Nothing),
        ("signup", Kind::Nothing),
        ("email", Kind::Nothing),
        ("email-cta", Kind::Nothing),
        ("collection", Kind::Nothing),
    ],
};

/// The bits of `format`. 8, underlined, is not shown.
const BITS: &[(u32, Mark)] = &[
    (1, Mark::Strong),
    (2, Mark::Em),
    (4, Mark::Strike),
    (16, Mark::Code),
    (32, Mark::Sub),
    (64, Mark::Sup),
    (128, Mark::Mark),
];

fn marks(node: &Node, setting: &mut Setting) {
    let format = node.get("format");
    let bits = if format.is_missing() { None } else { format.count() }.unwrap_or_default();
    let set = BITS.iter().filter(|(bit, _)| bits & bit != 0);
    setting.marks.extend(set.map(|(_, mark)| *mark));
}

fn an_image(node: &Node) -> Option<Image> {
    let mut image = picture(&node.get("src"), node)?;
    node.put_link("href", &mut image.link);
    image.role = match node.get("cardWidth").text().as_deref() {
        Some("wide") => Some(Role::Showcase),
        Some("full") => Some(Role::Immersive),
        _ => None,
    };
    Some(image)
}

fn image(node: &Node, blocks: &mut Vec<Block>) -> Option<()> {
    push(blocks, BlockKind::Image(Box::new(an_image(node)?)));
    Some(())
}

/// Payload's picture: the file is joined in, or only named.
fn upload(node: &Node, blocks: &mut Vec<Block>) -> Option<()> {
    let value = node.get("value");
    if !value.is_object() {
        value.problem("a file that is only named");
        return None;
    }
    add_picture(&value.get("url"), &value, blocks)
}

fn gallery(node: &Node, blocks: &mut Vec<Block>) -> Option<()> {
    let images = node.get("images").list(an_image);
    let caption = node.get("caption").html_line();
    if !images.is_empty() {
        push(blocks, BlockKind::Gallery { images, layout: None, caption });
    }
    Some(())
}

fn codeblock(node: &Node, blocks: &mut Vec<Block>) -> Option<()> {
    let language = node.get("language").text();
    push(blocks, BlockKind::Code { text: node.get("code").verbatim()?, language });
    paragraph(&node.get("caption"), blocks)
}

fn html(node: &Node, blocks: &mut Vec<Block>) -> Option<()> {
    blocks.extend(node.get("html").html_blocks());
    Some(())
}

fn markdown(node: &Node, blocks: &mut Vec<Block>) -> Option<()> {
    let own = node.get("markdown");
    let text = own.verbatim()?;
    own.problem("Markdown: shown as plain text");
    for paragraph in plain::paragraphs_of_text(&text) {
        push(blocks, BlockKind::Paragraph(Text::plain(paragraph)));
    }
    Some(())
}

fn bookmark(node: &Node, blocks: &mut Vec<Block>) -> Option<()> {
    let about = node.get("metadata");
    card(&node.get("url"), &about, &["title"], "description", blocks)?;
    if let Some(Block { kind: BlockKind::LinkCard { image, publisher, .. }, .. }) =
        blocks.last_mut()
    {
        let thumbnail = about.get("thumbnail");
        *image = thumbnail.resource().map(Image::at).map(Box::new);
        let name = about.get("publisher").name();
        *publisher = name.map(|name| Organization { name, url: None, logo: None });
    }
    Some(())
}

/// The picture of the third party is not taken: it would be fetched from there.
fn embed(node: &Node, blocks: &mut Vec<Block>) -> Option<()> {
    let url = node.get("url");
    if url.is_missing() {
        return html(node, blocks);
    }
    let about = node.get("metadata");
    let mut embed = Embed::at(url.resource()?);
    about.put_decoded("provider_name", &mut embed.provider);
    about.put_decoded("title", &mut embed.title);
    about.put_name("author_name", &mut embed.author);
    if embed.title.is_none() {
        embed.title = node.get("caption").html_line();
    }
    push(blocks, BlockKind::Embed(Box::new(embed)));
    Some(())
}

fn callout(node: &Node, blocks: &mut Vec<Block>) -> Option<()> {
    let body = node.get("calloutText").html_blocks();
    if !body.is_empty() {
        push(blocks, BlockKind::Callout { tone: None, title: None, body });
    }
    Some(())
}

fn toggle(node: &Node, blocks: &mut Vec<Block>) -> Option<()> {
    let body = node.get("content").html_blocks();
    match node.get("heading").html_line() {
        Some(summary) => push(blocks, BlockKind::Details { summary, body, open: false }),
        None => blocks.extend(body),
    }
    Some(())
}

fn a_button(node: &Node, blocks: &mut Vec<Block>) -> Option<()> {
    button(&node.get("buttonUrl"), &node.get("buttonText"), blocks)
}

fn call_to_action(node: &Node, blocks: &mut Vec<Block>) -> Option<()> {
    blocks.extend(node.get("textValue").html_blocks());
    if node.is_set("showButton") { a_button(node, blocks) } else { None }
}

fn header(node: &Node, blocks: &mut Vec<Block>) -> Option<()> {
    if let Some(text) = node.get("header").html_text() {
        push(blocks, BlockKind::Heading { level: 2, text });
    }
    paragraph(&node.get("subheader"), blocks);
    if node.is_set("buttonEnabled") { a_button(node, blocks) } else { None }
}

fn product(node: &Node, blocks: &mut Vec<Block>) -> Option<()> {
    let mut body = Vec::new();
    let picture = node.get("productImageSrc");
    if !picture.is_missing() {
        add_picture(&picture, &node.get("productImage"), &mut body);
    }
    body.extend(node.get("productDescription").html_blocks());
    if node.is_set("productButtonEnabled") {
        button(&node.get("productUrl"), &node.get("productButton"), &mut body);
    }
    let title = node.get("productTitle").html_line();
    push(blocks, BlockKind::Callout { tone: None, title, body });
    Some(())
}

fn video(node: &Node, blocks: &mut Vec<Block>) -> Option<()> {
    let sources = sources(&node.get("src"), &node.get("mimeType"))?;
    let mut video = Video { sources, ..Video::default() };
    video.poster = first(node, &["customThumbnailSrc", "thumbnailSrc"]).resource();
    node.put_pixels("width", &mut video.width);
    node.put_pixels("height", &mut video.height);
    video.duration = node.get("duration").number();
    video.caption = node.get("caption").html_line();
    push(blocks, BlockKind::Video(Box::new(video)));
    Some(())
}

fn audio(node: &Node, blocks: &mut Vec<Block>) -> Option<()> {
    let sources = sources(&node.get("src"), &node.get("mimeType"))?;
    let mut audio = Audio { sources, ..Audio::default() };
    audio.duration = node.get("duration").number();
    node.put_decoded("title", &mut audio.caption);
    push(blocks, BlockKind::Audio(audio));
    Some(())
}

fn file(node: &Node, blocks: &mut Vec<Block>) -> Option<()> {
    card(&node.get("src"), node, &["fileTitle", "fileName"], "fileCaption", blocks)
}
