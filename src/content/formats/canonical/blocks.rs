//! The blocks of the canonical format.

use super::{correction, organization};
use crate::content::model::*;
use crate::content::plain;
use crate::content::read::Node;
use crate::date::Date;

/// Blocks inside blocks stop here, counted in members and items of JSON (a list in a list takes four):
/// deeper ones cannot be read on a page, and drawing follows the nesting.
const DEEPEST: u16 = 48;

/// A block without an id.
pub(super) fn block_of(kind: BlockKind) -> Block {
    Block { id: None, kind }
}

/// A list of blocks, or one block.
pub(super) fn blocks(node: &Node) -> Vec<Block> {
    if node.depth() > DEEPEST && !node.is_missing() {
        node.problem("blocks nested too deep");
        return Vec::new();
    }
    node.list(|node| {
        if node.is_text() {
            return Some(block_of(BlockKind::Paragraph(text(node)?)));
        }
        node.object()?;
        Some(Block { id: node.get("id").text(), kind: kind(node)? })
    })
}

/// What stands inside a block: a text, an object with text members, or a list of blocks.
pub(super) fn body(node: &Node) -> Vec<Block> {
    if node.is_object() && node.get("type").is_missing() {
        return text(node).map(BlockKind::Paragraph).map(block_of).into_iter().collect();
    }
    blocks(node)
}

fn kind(node: &Node) -> Option<BlockKind> {
    let name = node.get("type");
    let type_name = name.required(name.text())?;
    let kind = match type_name.as_str() {
        "paragraph" => BlockKind::Paragraph(text(node)?),
        "heading" => BlockKind::Heading {
            level: node.get("level").count().unwrap_or(2).clamp(2, 4) as u8,
            text: text(node)?,
        },
        "list" => BlockKind::List {
            ordered: node.get("ordered").flag().unwrap_or(false),
            start: node.get("start").number().map(|n| n as i32),
            items: node.get("items").list(|item| some(body(item))),
        },
        "quote" => BlockKind::Quote {
            body: if node.get("body").is_missing() {
                vec![block_of(BlockKind::Paragraph(text(node)?))]
            } else {
                body(&node.get("body"))
            },
            citation: node.get("citation").decoded(),
            url: node.get("url").link(),
        },
        "pullquote" => {
            BlockKind::Pullquote { text: text(node)?, citation: node.get("citation").decoded() }
        }
        "divider" => BlockKind::Divider,
        "image" => BlockKind::Image(Box::new(image(node)?)),
        "gallery" => BlockKind::Gallery {
            images: some(node.get("images").list(image))?,
            layout: node.get("layout").word(GalleryLayout::WORDS),
            caption: node.get("caption").decoded(),
        },
        "video" => BlockKind::Video(Box::new(video(node)?)),
        "audio" => BlockKind::Audio(audio(node)?),
        "embed" => BlockKind::Embed(Box::new(embed(node)?)),
        "table" => BlockKind::Table(table(node)?),
        "code" => BlockKind::Code {
            text: node.get("text").verbatim()?,
            language: node.get("language").text(),
        },
        "callout" => BlockKind::Callout {
            tone: node.get("tone").word(CalloutTone::WORDS),
            title: node.get("title").decoded(),
            body: body(&node.get("body")),
        },
        "details" => {
            let summary = node.get("summary");
            BlockKind::Details {
                summary: summary.required(summary.decoded())?,
                body: body(&node.get("body")),
                open: node.get("open").flag().unwrap_or(false),
            }
        }
        "takeaways" => BlockKind::Takeaways { items: some(node.get("items").list(text))? },
        "qanda" => BlockKind::Qanda { items: some(node.get("items").list(question))? },
        "timeline" => BlockKind::Timeline { events: some(node.get("events").list(event))? },
        "numbers" => BlockKind::Numbers { items: some(node.get("items").list(number))? },
        "definition" => BlockKind::Definition {
            term: node.get("term").decoded()?,
            body: body(&node.get("body")),
        },
        "link-card" => {
            let (url, title) = (node.get("url"), node.get("title"));
            BlockKind::LinkCard {
                url: url.required(url.link())?,
                title: title.required(title.decoded())?,
                description: node.get("description").decoded(),
                image: image(&node.get("image")).map(Box::new),
                publisher: organization(&node.get("publisher")),
            }
        }
        "correction" => BlockKind::Correction(correction(node)?),
        "disclaimer" => BlockKind::Disclaimer(text(node)?),
        "rating" => rating(node)?,
        "live-post" => BlockKind::LivePost(LivePost {
            date_published: node.get("datePublished").date(),
            date_modified: node.get("dateModified").date(),
            title: node.get("title").decoded(),
            key: node.get("key").flag().unwrap_or(false),
            body: body(&node.get("body")),
        }),
        "html" => BlockKind::Html { html: node.get("html").verbatim()? },
        other => {
            name.problem(&["no block is called \"", other, "\": left out"].concat());
            return None;
        }
    };
    Some(kind)
}

/// Nothing instead of an empty list.
fn some<T>(list: Vec<T>) -> Option<Vec<T>> {
    (!list.is_empty()).then_some(list)
}

/// `spans`, `html` or `text` of an object, or a text by itself.
fn text(node: &Node) -> Option<Text> {
    if !node.is_object() {
        return node.text().map(Text::plain);
    }
    let html = node.get("html");
    if !html.is_missing() {
        let html = html.verbatim()?;
        let plain = plain::paragraphs_of_html(&html).join(" ");
        return Some(Text { html: Some(html), ..Text::plain(plain) });
    }
    let spans = node.get("spans");
    let text = if spans.is_missing() {
        Text::plain(node.get("text").text()?)
    } else {
        Text { spans: spans.list(span), html: None }
    };
    (!text.is_empty()).then_some(text)
}

fn span(node: &Node) -> Option<Inline> {
    if !node.is_object() {
        return Some(Inline::Span {
            text: node.spaced()?,
            marks: Vec::new(),
            href: None,
            lang: None,
        });
    }
    if node.get("break").flag() == Some(true) {
        return Some(Inline::Break { on: true });
    }
    Some(Inline::Span {
        text: node.get("text").spaced()?,
        marks: node.get("marks").list(|mark| mark.word(Mark::WORDS)),
        href: node.get("href").link(),
        lang: node.get("lang").text(),
    })
}

/// A picture: an address, or an object with one.
pub(super) fn image(node: &Node) -> Option<Image> {
    let address = node.get("url");
    let url =
        if node.is_object() { address.required(address.resource())? } else { node.resource()? };
    let focal = node.get("focal");
    Some(Image {
        url,
        alt: node.get("alt").decoded(),
        caption: node.get("caption").decoded(),
        credit_text: node.get("creditText").decoded(),
        width: node.get("width").pixels(),
        height: node.get("height").pixels(),
        srcset: node.get("srcset").list(|node| {
            let (url, width) = (node.get("url"), node.get("width"));
            Some(Rendition {
                url: url.required(url.resource())?,
                width: width.required(width.pixels())?,
            })
        }),
        focal: focal.object().and_then(|()| {
            Some(Focal {
                x: focal.get("x").number()?.clamp(0.0, 1.0),
                y: focal.get("y").number()?.clamp(0.0, 1.0),
            })
        }),
        role: node.get("role").word(Role::WORDS),
        tone: node.get("tone").text().and_then(|tone| Tone::new(&tone)),
        link: node.get("link").link(),
    })
}

pub(super) fn video(node: &Node) -> Option<Video> {
    node.object()?;
    Some(Video {
        sources: sources(node)?,
        poster: node.get("poster").resource(),
        tracks: node.get("tracks").list(|node| {
            let src = node.get("src");
            Some(Track {
                src: src.required(src.resource())?,
                lang: node.get("lang").text(),
                kind: node.get("kind").word(TrackKind::WORDS),
                label: node.get("label").decoded(),
            })
        }),
        width: node.get("width").pixels(),
        height: node.get("height").pixels(),
        duration: node.get("duration").seconds(),
        caption: node.get("caption").decoded(),
        credit_text: node.get("creditText").decoded(),
    })
}

pub(super) fn audio(node: &Node) -> Option<Audio> {
    node.object()?;
    Some(Audio {
        sources: sources(node)?,
        duration: node.get("duration").seconds(),
        caption: node.get("caption").decoded(),
        transcript: node.get("transcript").verbatim(),
    })
}

fn sources(node: &Node) -> Option<Vec<Source>> {
    let sources = node.get("sources");
    let list = sources.list(|node| {
        if !node.is_object() {
            return Some(Source { src: node.resource()?, media_type: None });
        }
        let src = node.get("src");
        Some(Source { src: src.required(src.resource())?, media_type: node.get("type").text() })
    });
    if list.is_empty() {
        sources.problem("no source that can be played");
    }
    some(list)
}

fn embed(node: &Node) -> Option<Embed> {
    let url = node.get("url");
    Some(Embed {
        provider: node.get("provider").decoded(),
        url: url.required(url.resource())?,
        title: node.get("title").decoded(),
        width: node.get("width").pixels(),
        height: node.get("height").pixels(),
        text: node.get("text").decoded(),
        author: node.get("author").name(),
        date_published: node.get("datePublished").date(),
        poster: node.get("poster").resource(),
    })
}

/// Rows keep their empty cells: a column must not slip.
fn table(node: &Node) -> Option<Table> {
    let cell = |node: &Node| Some(text(node).unwrap_or_default());
    Some(Table {
        caption: node.get("caption").decoded(),
        header: node.get("header").list_all(cell),
        rows: some(node.get("rows").list(|row| some(row.list_all(cell))))?,
        align: node.get("align").list(|node| node.word(Align::WORDS)),
    })
}

fn question(node: &Node) -> Option<Question> {
    let question = node.get("question");
    Some(Question {
        question: question.required(question.decoded())?,
        body: body(&node.get("body")),
    })
}

/// The date of an event may be in words ("Spring 1912"), so one that is not ISO 8601 is no problem.
fn event(node: &Node) -> Option<Event> {
    let date = node.get("date");
    Some(Event {
        date: Date::new(&date.required(date.decoded())?),
        title: node.get("title").decoded(),
        body: body(&node.get("body")),
    })
}

fn number(node: &Node) -> Option<Number> {
    let (value, label) = (node.get("value"), node.get("label"));
    Some(Number {
        value: value.required(value.decoded())?,
        label: label.required(label.decoded())?,
    })
}

fn rating(node: &Node) -> Option<BlockKind> {
    let (value, of) = (node.get("value"), node.get("of"));
    let best = of.number().unwrap_or(5.0);
    if !(1.0..=10.0).contains(&best) {
        of.problem("a best mark from 1 to 10 expected");
        return None;
    }
    Some(BlockKind::Rating { value: value.required(value.number())?.clamp(0.0, best), of: best })
}
