//! Blocks that few articles have: lists of pictures, film and sound, what others serve, tables, what is folded, live posts.
//! They are a part of the program of their own, where that is cut: see `scripts/split.mjs`, which names the gates.

use super::blocks::{body, image, some, text};
use super::organization;
use crate::content::model::*;
use crate::content::read::Node;
use crate::date::Date;

/// A block of one of these kinds, by its name. A gate of the program.
#[inline(never)]
pub(super) fn rare(node: &Node, kind: &str) -> Option<BlockKind> {
    let items = node.get("items");
    Some(match kind {
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
        "rating" => rating(node)?,
        "live-post" => BlockKind::LivePost(live_post(node)),
        other => {
            node.get("type").problem(&["no block is called \"", other, "\": left out"].concat());
            return None;
        }
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

fn live_post(node: &Node) -> LivePost {
    let mut post = LivePost { key: node.is_set("key"), ..LivePost::default() };
    node.put_date("datePublished", &mut post.date_published);
    node.put_date("dateModified", &mut post.date_modified);
    node.put_decoded("title", &mut post.title);
    post.body = body(&node.get("body"));
    post
}

/// A gate of the program.
#[inline(never)]
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

/// A gate of the program.
#[inline(never)]
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
