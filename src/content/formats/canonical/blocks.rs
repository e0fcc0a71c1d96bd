//! The blocks of the canonical format.

use super::{correction, organization};
use crate::content::html;
use crate::content::model::*;
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
    let mut blocks = Vec::new();
    for item in node.items() {
        // HTML may be many blocks; the first has the id.
        if item.is_object() && item.get("type").text().as_deref() == Some("html") {
            let first = blocks.len();
            blocks.extend(item.get("html").html_blocks());
            if let Some(block) = blocks.get_mut(first) {
                block.id = item.get("id").text();
            }
        } else if !item.is_missing() {
            blocks.extend(block(&item));
        }
    }
    blocks
}

fn block(node: &Node) -> Option<Block> {
    if node.is_text() {
        return Some(block_of(BlockKind::Paragraph(text(node)?)));
    }
    node.object()?;
    Some(Block { id: node.get("id").text(), kind: kind(node)? })
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
    let items = node.get("items");
    Some(match type_name.as_str() {
        "paragraph" => BlockKind::Paragraph(text(node)?),
        "heading" => {
            let level = node.get("level").count().unwrap_or(2).clamp(2, 4) as u8;
            BlockKind::Heading { level, text: text(node)? }
        }
        "list" => BlockKind::List {
            ordered: node.is_set("ordered"),
            start: node.get("start").number().map(|n| n as i32),
            items: items.list(|item| some(body(item))),
        },
        "quote" => quote(node)?,
        "pullquote" => {
            BlockKind::Pullquote { text: text(node)?, citation: node.get("citation").decoded() }
        }
        "divider" => BlockKind::Divider,
        "image" => BlockKind::Image(Box::new(image(node)?)),
        "gallery" => BlockKind::Gallery {
            images: some(node.get("images").list(image))?,
            layout: node.get("layout").word(),
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
            tone: node.get("tone").word(),
            title: node.get("title").decoded(),
            body: body(&node.get("body")),
        },
        "details" => BlockKind::Details {
            summary: node.need_decoded("summary")?,
            body: body(&node.get("body")),
            open: node.is_set("open"),
        },
        "takeaways" => BlockKind::Takeaways { items: some(items.list(text))? },
        "qanda" => BlockKind::Qanda { items: some(items.list(question))? },
        "timeline" => BlockKind::Timeline { events: some(node.get("events").list(event))? },
        "numbers" => BlockKind::Numbers { items: some(items.list(number))? },
        "definition" => BlockKind::Definition {
            term: node.need_decoded("term")?,
            body: body(&node.get("body")),
        },
        "link-card" => BlockKind::LinkCard {
            url: node.need_link("url")?,
            title: node.need_decoded("title")?,
            description: node.get("description").decoded(),
            image: image(&node.get("image")).map(Box::new),
            publisher: organization(&node.get("publisher")),
        },
        "correction" => BlockKind::Correction(correction(node)?),
        "disclaimer" => BlockKind::Disclaimer(text(node)?),
        "rating" => rating(node)?,
        "live-post" => BlockKind::LivePost(live_post(node)),
        other => {
            name.problem(&["no block is called \"", other, "\": left out"].concat());
            return None;
        }
    })
}

fn quote(node: &Node) -> Option<BlockKind> {
    let own = node.get("body");
    let body = if own.is_missing() {
        vec![block_of(BlockKind::Paragraph(text(node)?))]
    } else {
        body(&own)
    };
    let mut citation = None;
    let mut url = None;
    node.put_decoded("citation", &mut citation);
    node.put_link("url", &mut url);
    Some(BlockKind::Quote { body, citation, url })
}

fn live_post(node: &Node) -> LivePost {
    let mut post = LivePost { key: node.is_set("key"), ..LivePost::default() };
    node.put_date("datePublished", &mut post.date_published);
    node.put_date("dateModified", &mut post.date_modified);
    node.put_decoded("title", &mut post.title);
    post.body = body(&node.get("body"));
    post
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
        let text = html::text(&html.verbatim()?, node.base());
        return (!text.is_empty()).then_some(text);
    }
    let spans = node.get("spans");
    let text = if spans.is_missing() {
        Text::plain(node.get("text").text()?)
    } else {
        Text { spans: spans.items().iter().filter_map(span).collect() }
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
        marks: node.get("marks").list(|mark| mark.word()),
        href: node.get("href").link(),
        lang: node.get("lang").text(),
    })
}

/// A picture: an address, or an object with one.
pub(super) fn image(node: &Node) -> Option<Image> {
    if node.is_missing() {
        return None;
    }
    let url = if node.is_object() { node.need_resource("url")? } else { node.resource()? };
    let mut image = Image::at(url);
    node.put_decoded("alt", &mut image.alt);
    node.put_decoded("caption", &mut image.caption);
    node.put_decoded("creditText", &mut image.credit_text);
    node.put_pixels("width", &mut image.width);
    node.put_pixels("height", &mut image.height);
    image.srcset = node.get("srcset").list(rendition);
    image.focal = focal(&node.get("focal"));
    image.role = node.get("role").word();
    image.tone = node.get("tone").text().and_then(|tone| Tone::new(&tone));
    node.put_link("link", &mut image.link);
    Some(image)
}

fn rendition(node: &Node) -> Option<Rendition> {
    let width = node.get("width");
    Some(Rendition { url: node.need_resource("url")?, width: width.required(width.pixels())? })
}

fn focal(node: &Node) -> Option<Focal> {
    node.object()?;
    let share = |member| node.get(member).number().map(|n| n.clamp(0.0, 1.0));
    Some(Focal { x: share("x")?, y: share("y")? })
}

pub(super) fn video(node: &Node) -> Option<Video> {
    node.object()?;
    let mut video = Video { sources: sources(node)?, ..Video::default() };
    node.put_resource("poster", &mut video.poster);
    video.tracks = node.get("tracks").list(track);
    node.put_pixels("width", &mut video.width);
    node.put_pixels("height", &mut video.height);
    video.duration = node.get("duration").seconds();
    node.put_decoded("caption", &mut video.caption);
    node.put_decoded("creditText", &mut video.credit_text);
    Some(video)
}

fn track(node: &Node) -> Option<Track> {
    let mut track = Track {
        src: node.need_resource("src")?,
        lang: None,
        kind: node.get("kind").word(),
        label: None,
    };
    node.put_text("lang", &mut track.lang);
    node.put_decoded("label", &mut track.label);
    Some(track)
}

pub(super) fn audio(node: &Node) -> Option<Audio> {
    node.object()?;
    let mut audio = Audio { sources: sources(node)?, ..Audio::default() };
    audio.duration = node.get("duration").seconds();
    node.put_decoded("caption", &mut audio.caption);
    audio.transcript = node.get("transcript").verbatim();
    Some(audio)
}

fn sources(node: &Node) -> Option<Vec<Source>> {
    let sources = node.get("sources");
    let list = sources.list(source);
    if list.is_empty() {
        sources.problem("no source that can be played");
    }
    some(list)
}

fn source(node: &Node) -> Option<Source> {
    let src = if node.is_object() { node.need_resource("src")? } else { node.resource()? };
    let mut source = Source { src, media_type: None };
    node.put_text("type", &mut source.media_type);
    Some(source)
}

fn embed(node: &Node) -> Option<Embed> {
    let mut embed = Embed::at(node.need_resource("url")?);
    node.put_decoded("provider", &mut embed.provider);
    node.put_decoded("title", &mut embed.title);
    node.put_pixels("width", &mut embed.width);
    node.put_pixels("height", &mut embed.height);
    node.put_decoded("text", &mut embed.text);
    node.put_name("author", &mut embed.author);
    node.put_date("datePublished", &mut embed.date_published);
    node.put_resource("poster", &mut embed.poster);
    Some(embed)
}

/// Rows keep their empty cells: a column must not slip.
fn table(node: &Node) -> Option<Table> {
    let mut table =
        Table { rows: some(node.get("rows").list(|row| some(cells(row))))?, ..Table::default() };
    node.put_decoded("caption", &mut table.caption);
    table.header = cells(&node.get("header"));
    table.align = node.get("align").list(|node| node.word());
    Some(table)
}

fn cells(row: &Node) -> Vec<Text> {
    row.items().iter().map(|cell| text(cell).unwrap_or_default()).collect()
}

fn question(node: &Node) -> Option<Question> {
    Some(Question { question: node.need_decoded("question")?, body: body(&node.get("body")) })
}

/// The date of an event may be in words ("Spring 1912"), so one that is not ISO 8601 is no problem.
fn event(node: &Node) -> Option<Event> {
    let date = Date::new(&node.need_decoded("date")?);
    let mut event = Event { date, title: None, body: body(&node.get("body")) };
    node.put_decoded("title", &mut event.title);
    Some(event)
}

fn number(node: &Node) -> Option<Number> {
    Some(Number { value: node.need_decoded("value")?, label: node.need_decoded("label")? })
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
