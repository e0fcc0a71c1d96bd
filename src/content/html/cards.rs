//! Posts of other services, and links with a picture and a line: the markup that they are pasted as.

use super::build::Builder;
use crate::content::model::{BlockKind, Embed, Image, Organization};
use crate::date::Date;
use crate::policy::{Attribute, Classes, Node, SafeUrl, Tag};
use crate::text::{first_of, split_once};

/// What is a post's address among the links of its markup.
const PLACES: &[&str] = &[
    "/status/",
    "/statuses/",
    "/p/",
    "/reel/",
    "/post/",
    "/posts/",
    "/video/",
    "/comments/",
    "/@",
];

/// Services by their host.
const SERVICES: &[(&str, &str)] = &[
    ("twitter.com", "X"),
    ("x.com", "X"),
    ("instagram.com", "Instagram"),
    ("tiktok.com", "TikTok"),
    ("bsky.app", "Bluesky"),
    ("reddit.com", "Reddit"),
    ("threads.net", "Threads"),
    ("threads.com", "Threads"),
    ("facebook.com", "Facebook"),
];

/// A post: what it says, who says it, where. None where it leads nowhere.
pub(super) fn post(builder: &mut Builder, at: usize) -> Option<usize> {
    let node = builder.nodes.get(at)?;
    let (end, base) = (node.end(), builder.base);
    let inside = builder.nodes.get(at..end)?;
    let links = || inside.iter().filter_map(|node| node.link(Attribute::Href, base));
    let is_post =
        |url: &SafeUrl| PLACES.iter().any(|place| split_once(url.as_str(), place).is_some());
    let said = node.link(Attribute::Permalink, base).or_else(|| node.link(Attribute::Cite, base));
    let url = said.or_else(|| links().rfind(is_post)).or_else(|| links().next())?;
    let mut embed = Embed::at(bare(&url).unwrap_or(url));
    let host = embed.url.host().unwrap_or_default();
    embed.provider =
        SERVICES.iter().find(|(own, _)| *own == host).map(|(_, name)| (*name).to_owned());
    let plain = builder.plain(at);
    // The author stands behind the last dash, before the date.
    let (text, by) = plain.rsplit_once('—').unwrap_or((&plain, ""));
    let date = (at..end)
        .rev()
        .find(|place| builder.nodes.get(*place).is_some_and(|node| node.tag() == Tag::Link));
    let date = date.map(|place| builder.plain(place)).filter(|date| !date.is_empty());
    if let Some(date) = date
        && let Some(author) = by.trim_ascii().strip_suffix(date.as_str())
    {
        embed.author = some(author);
        embed.date_published = Some(Date::new(&date));
        embed.text = some(text);
    } else {
        embed.text = some(&plain);
    }
    builder.flush();
    builder.push(BlockKind::Embed(Box::new(embed)));
    Some(end)
}

/// An address without its query, by which services follow their readers.
fn bare(url: &SafeUrl) -> Option<SafeUrl> {
    let address = url.as_str();
    SafeUrl::link(address.get(..first_of(address, b"?#"))?, "")
}

fn some(text: &str) -> Option<String> {
    let text = text.trim_ascii();
    (!text.is_empty()).then(|| text.to_owned())
}

/// A link card. None where it leads nowhere: then it is what it holds.
pub(super) fn card(builder: &mut Builder, at: usize) -> Option<usize> {
    let node = builder.nodes.get(at)?;
    let (end, base) = (node.end(), builder.base);
    let link = builder
        .nodes
        .get(at..end)?
        .iter()
        .position(|node| node.link(Attribute::Href, base).is_some())?;
    let url = builder.nodes.get(at + link)?.link(Attribute::Href, base)?;
    let said = |class: Classes| {
        let place = builder.find(at, &|node| node.is(class))?;
        some(&builder.plain(place))
    };
    let title = said(Classes::CARD_TITLE).or_else(|| some(&builder.plain(at + link)))?;
    let description = said(Classes::CARD_TEXT);
    let publisher =
        said(Classes::CARD_PUBLISHER).map(|name| Organization { name, url: None, logo: None });
    let picture = builder.find(at, &|node| {
        node.tag() == Tag::Image && node.resource(Attribute::Source, base).is_some()
    });
    let picture = picture.and_then(|place| builder.nodes.get(place)).and_then(|node: &Node| {
        let mut image = Image::at(node.resource(Attribute::Source, base)?);
        image.alt = node.word(Attribute::Alt).map(str::to_owned);
        Some(Box::new(image))
    });
    builder.flush();
    builder.push(BlockKind::LinkCard { url, title, description, image: picture, publisher });
    // What stands under the card.
    if let Some(caption) = builder.find(at, &|node| node.tag() == Tag::Caption) {
        let caption = builder.plain(caption);
        builder.line.text(&caption);
        builder.flush();
    }
    Some(end)
}
