//! The signs that formats are known by, from the JSON alone.

use super::Format;
use super::rules::is_missing;
use crate::content::json::Json;
use crate::text::{parts, split_once};

/// Names that lead from one value into another, with points between them.
pub(super) type Names = &'static str;

/// In the order they are asked in: what is surest first. A canonical document has no sign that nothing else has.
const ORDER: &[Format] = &[
    Format::JsonFeed,
    Format::Capi,
    Format::Ghost,
    Format::WordPress,
    Format::ActivityStreams,
    Format::JsonLd,
    Format::Ans,
    Format::Ninjs,
    Format::Canonical,
];

/// What a value is, and the names that lead to the article in it, or to a list of articles. None of the names: it
/// is the article itself. With `named` no other format is asked for.
pub(super) fn known(json: &Json, named: Option<Format>) -> Option<(Format, Names)> {
    let mut formats = ORDER.iter().filter(|format| named.is_none_or(|named| named == **format));
    formats.find_map(|format| inside(*format, json).map(|names| (*format, names)))
}

fn inside(format: Format, json: &Json) -> Option<Names> {
    match format {
        Format::JsonFeed => feed(json),
        Format::Capi => capi(json),
        Format::Ghost => ghost(json),
        Format::WordPress => {
            let rendered = |name| is_text(json, name);
            (rendered("title.rendered") || rendered("content.rendered")).then_some("")
        }
        Format::ActivityStreams => activity(json),
        Format::JsonLd => {
            let own = is_there(json, "@graph") || is_there(json, "@type");
            // schema.org has no `body`: a document with one is ours, whatever it says of itself.
            let ours = is_there(json, "body");
            ((own || of_vocabulary(json, "schema.org")) && !ours).then_some("")
        }
        Format::Ans => {
            let known = is_list(json, "content_elements") || is_text(json, "headlines.basic");
            known.then_some("")
        }
        Format::Ninjs => ninjs(json).then_some(""),
        Format::Canonical => {
            let mut names = ["headline", "articleBody", "body"].iter();
            names.any(|name| is_there(json, name)).then_some("")
        }
        Format::Map => None,
    }
}

/// The version says it; what only calls itself "1.0" has the addresses of a feed.
fn feed(json: &Json) -> Option<Names> {
    let version = text(json, "version").unwrap_or_default();
    let site = split_once(version, "://").map_or("", |(_, site)| site);
    let site = site.strip_prefix("www.").unwrap_or(site);
    let addresses = is_there(json, "feed_url") || is_there(json, "home_page_url");
    if is_list(json, "items") && (site.starts_with("jsonfeed.org/version/") || addresses) {
        return Some("items");
    }
    (is_there(json, "content_html") || is_there(json, "content_text")).then_some("")
}

fn capi(json: &Json) -> Option<Names> {
    if is_text(json, "response.status") {
        let response = json.get("response")?;
        if matches!(response.get("content"), Some(Json::Object(_))) {
            return Some("response.content");
        }
        return is_list(response, "results").then_some("response.results");
    }
    let one = is_text(json, "webTitle") && is_text(json, "webUrl");
    one.then_some("")
}

fn ghost(json: &Json) -> Option<Names> {
    for name in ["posts", "pages"] {
        if let Some(Json::List(posts)) = json.get(name) {
            let has = |post: &Json, name| post.get(name).is_some();
            let post = |post: &Json| {
                let more = ["html", "uuid", "published_at"];
                has(post, "title") && more.iter().any(|name| has(post, name))
            };
            return posts.first().is_none_or(post).then_some(name);
        }
    }
    let published = is_text(json, "published_at");
    let one = is_text(json, "title") && published && is_text(json, "uuid")
        || is_text(json, "title") && published && is_text(json, "html");
    one.then_some("")
}

/// An activity leads to its object, a collection to its items.
fn activity(json: &Json) -> Option<Names> {
    const OBJECTS: &[&str] = &["Article", "Page", "Note"];
    const ACTIVITIES: &[&str] = &["Create", "Announce", "Update", "Add"];
    let kind = first(json, "type").and_then(as_text).unwrap_or_default();
    let object = OBJECTS.contains(&kind) && is_there(json, "attributedTo");
    let activity = ACTIVITIES.contains(&kind) && is_there(json, "object");
    if !(object || activity || of_vocabulary(json, "activitystreams")) {
        return None;
    }
    if matches!(json.get("object"), Some(Json::Object(_))) {
        return Some("object");
    }
    if is_list(json, "orderedItems") {
        return Some("orderedItems");
    }
    if json.get("first").is_some_and(|page| is_list(page, "orderedItems")) {
        return Some("first.orderedItems");
    }
    Some(if is_list(json, "items") { "items" } else { "" })
}

fn ninjs(json: &Json) -> bool {
    if is_list(json, "headlines") || is_list(json, "bodies") {
        return true;
    }
    let Json::Object(members) = json else { return false };
    let own = |name: &str| {
        let dialect = name.starts_with("body_") || name.starts_with("description_");
        dialect || matches!(name, "headline" | "versioncreated" | "versionCreated")
    };
    let named = is_there(json, "uri") || is_there(json, "guid");
    named && members.iter().any(|(name, _)| own(name))
}

/// Whether the `@context`, a text, a list or an object, names a vocabulary.
fn of_vocabulary(json: &Json, word: &str) -> bool {
    let mut todo: Vec<&Json> = json.get("@context").into_iter().collect();
    while let Some(json) = todo.pop() {
        match json {
            Json::Text(text) if split_once(text, word).is_some() => return true,
            Json::List(items) => todo.extend(items),
            Json::Object(members) => todo.extend(members.iter().map(|(_, value)| value)),
            _ => {}
        }
    }
    false
}

/// What stands at the end of some names; of a list on the way, its first item.
#[inline(never)]
pub(super) fn first<'a>(json: &'a Json, names: &str) -> Option<&'a Json> {
    let item = |json: &'a Json| match json {
        Json::List(items) => items.first(),
        _ => Some(json),
    };
    parts(names, b'.').try_fold(json, |json, name| item(json)?.get(name)).and_then(item)
}

fn as_text(json: &Json) -> Option<&str> {
    match json {
        Json::Text(text) => Some(text),
        _ => None,
    }
}

/// The text at the end of some names.
pub(super) fn text<'a>(json: &'a Json, names: &str) -> Option<&'a str> {
    first(json, names).and_then(as_text)
}

fn is_text(json: &Json, names: &str) -> bool {
    text(json, names).is_some()
}

fn is_list(json: &Json, name: &str) -> bool {
    matches!(json.get(name), Some(Json::List(_)))
}

/// Whether a member is there and says something.
#[inline(never)]
fn is_there(json: &Json, name: &str) -> bool {
    json.get(name).is_some_and(|json| !is_missing(json))
}
