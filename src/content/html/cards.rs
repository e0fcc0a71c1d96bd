//! Posts of other services, and links with a picture and a line: the markup that they are pasted as.

use super::build::Builder;
use crate::content::json::Json;
use crate::policy::{Attribute as A, Classes, Node, SafeUrl, Tag};
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

/// Stands before an author.
const DASH: &str = "—";

/// A post: what it says, who says it, where. None where it leads nowhere.
pub(super) fn post(builder: &mut Builder, at: usize) -> Option<usize> {
    let node = builder.nodes.get(at)?;
    let (end, base) = (node.end(), builder.base);
    // What it says itself, else the last link to a post, else the first link.
    let mut url = node.link(A::Permalink, base).or_else(|| node.link(A::Cite, base));
    let (said, mut date) = (url.is_some(), None);
    for (place, node) in builder.all_of(at).iter().enumerate() {
        if node.tag() == Tag::Link {
            date = Some(at + place);
        }
        if !said
            && let Some(link) = node.link(A::Href, base)
            && (url.is_none() || PLACES.iter().any(|is| split_once(link.as_str(), is).is_some()))
        {
            url = Some(link);
        }
    }
    let url = url?;
    // Without its query, by which services follow their readers.
    let bare = url.as_str().get(..first_of(url.as_str(), b"?#")).unwrap_or_default();
    let url = SafeUrl::link(bare, "").unwrap_or(url);
    let mut embed = Json::holding("embed", "url", Json::said(url.as_str()));
    let host = url.host().unwrap_or_default();
    if let Some((_, name)) = SERVICES.iter().find(|(own, _)| *own == host) {
        embed.say("provider", name);
    }
    let plain = builder.plain(at);
    // The author stands behind the last dash, before the date.
    let (mut text, mut by) = ("", plain.as_str());
    while let Some((_, after)) = split_once(by, DASH) {
        by = after;
        text = plain.get(..plain.len() - by.len() - DASH.len()).unwrap_or_default();
    }
    let date = date.map(|place| builder.plain(place)).unwrap_or_default();
    let author = by.trim_ascii().strip_suffix(date.as_str());
    if let Some(author) = author.filter(|_| !date.is_empty() && by.len() < plain.len()) {
        embed.tell("author", author.trim_ascii());
        embed.say("datePublished", &date);
        embed.tell("text", text.trim_ascii());
    } else {
        embed.tell("text", plain.trim_ascii());
    }
    builder.flush();
    builder.push(embed);
    Some(end)
}

/// A link card. None where it leads nowhere: then it is what it holds.
pub(super) fn card(builder: &mut Builder, at: usize) -> Option<usize> {
    let (end, base) = (builder.end_of(at), builder.base);
    let (link, url) = builder
        .all_of(at)
        .iter()
        .enumerate()
        .find_map(|(place, node)| Some((at + place, node.link(A::Href, base)?)))?;
    let mut card = Json::holding("link-card", "url", Json::said(url.as_str()));
    card.tell("title", builder.plain(link).trim_ascii());
    for (class, member) in [
        (Classes::CARD_TITLE, "title"),
        (Classes::CARD_TEXT, "description"),
        (Classes::CARD_PUBLISHER, "publisher"),
    ] {
        if let Some(place) = builder.find(at, &|node| node.is(class)) {
            card.tell(member, builder.plain(place).trim_ascii());
        }
    }
    if !card.has("title") {
        return None;
    }
    let picture =
        |node: &Node| node.tag() == Tag::Image && node.resource(A::Source, base).is_some();
    if let Some(node) = builder.find(at, &picture).and_then(|place| builder.nodes.get(place)) {
        let mut image = Json::nothing();
        builder.take(node, &mut image, &[(A::Source, "url"), (A::Alt, "alt")]);
        card.put("image", image);
    }
    builder.flush();
    builder.push(card);
    // What stands under the card.
    if let Some(caption) = builder.find(at, &|node| node.tag() == Tag::Caption) {
        let caption = builder.plain(caption);
        builder.line.text(&caption);
        builder.flush();
    }
    Some(end)
}
