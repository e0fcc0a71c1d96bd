//! A document whose members the publisher names: canonical members, each with the path where it stands.
//!
//! `{"headline": "data.title", "body": "/data/content/html", "author": ["data.by", "=The newsroom"]}`

mod path;

use super::rules::untagged;
use super::{bodies, canonical};
use crate::content::json::{self, Json};
use crate::content::model::Article;
use crate::content::read::{Document, Node};
use crate::text::split_once;
use path::Path;

/// The members that can be mapped. Those with a point belong to the thing before it.
const MEMBERS: &[&str] = &[
    "headline",
    "description",
    "alternativeHeadline",
    "body",
    "articleBody",
    "encodingFormat",
    "author",
    "author.name",
    "author.url",
    "author.image",
    "publisher",
    "publisher.name",
    "publisher.url",
    "publisher.logo",
    "datePublished",
    "dateModified",
    "dateline",
    "articleSection",
    "keywords",
    "image",
    "image.url",
    "image.alt",
    "image.caption",
    "image.creditText",
    "image.width",
    "image.height",
    "video",
    "audio",
    "inLanguage",
    "dir",
    "url",
    "isAccessibleForFree",
    "correction",
    "copyrightNotice",
    "license",
    "commentCount",
    "commentsUrl",
    "commentsClosed",
    "discussionUrl",
];

/// A member with where it is looked for.
struct Entry<'a> {
    key: &'a str,
    ways: Vec<Way<'a>>,
}

/// One place of several.
enum Way<'a> {
    /// A value of the document.
    Path(Path, &'a str),
    /// A text of the map itself.
    Text(&'a str),
}

/// Reads an article by a map. An error says what is wrong with the map, or what the document lacks.
pub(super) fn article(root: &Node, map: &str) -> Result<Article, String> {
    let map = json::parse(map).map_err(
        |_| "the map is not JSON: an object like {\"headline\": \"data.title\"} is expected",
    )?;
    let entries = entries(&map)?;
    let document = root.document();
    let mut own = Vec::new();
    // Where each member of the canonical article stands in the document.
    let mut places: Vec<(String, String)> = Vec::new();
    for Entry { key, ways } in &entries {
        let found = ways.iter().find_map(|way| match way {
            Way::Text(text) => Some((Json::Text((*text).to_owned()), "$".to_owned())),
            Way::Path(path, _) => path.find(root.value()),
        });
        match found {
            Some((value, place)) => {
                places.push((["$.", member(key, &value)].concat(), place));
                put(&mut own, member(key, &value), value);
            }
            None => nowhere(root, key, ways),
        }
    }
    let own = Json::Object(own);
    let inner = Document::new(root.base());
    let node = inner.root(&own);
    let read = canonical::article(&node);
    let blocks = bodies::blocks(&node.get("body"));
    for problem in inner.into_problems() {
        let before = document.faults();
        document.root(&Json::Null).problem(&problem.reason);
        document.place(before, &placed(&problem.path, &places));
    }
    let mut article = read?;
    if article.body.is_empty()
        && let Some(blocks) = blocks
    {
        article.body = blocks;
    }
    article.headline = untagged(article.headline);
    article.description = article.description.map(untagged);
    Ok(article)
}

/// The map, checked as a whole before anything is read by it.
fn entries(map: &Json) -> Result<Vec<Entry<'_>>, String> {
    let Json::Object(members) = map else {
        return Err("the map is no object: {\"headline\": \"data.title\"} is expected".to_owned());
    };
    if members.is_empty() {
        return Err("the map is empty".to_owned());
    }
    let mut entries: Vec<Entry> = Vec::new();
    for (key, value) in members {
        if !MEMBERS.contains(&key.as_str()) {
            return Err(
                ["the map has \"", key, "\", which is none of: ", &MEMBERS.join(", ")].concat()
            );
        }
        let list = match value {
            Json::List(items) => items.as_slice(),
            one => std::slice::from_ref(one),
        };
        let mut ways = Vec::new();
        for way in list {
            ways.push(
                self::way(way).map_err(|fault| ["the map's \"", key, "\": ", &fault].concat())?,
            );
        }
        if ways.is_empty() {
            return Err(["the map's \"", key, "\": an empty list"].concat());
        }
        // A thing by itself makes room for its parts, whatever their order.
        let at = if key.contains('.') { entries.len() } else { 0 };
        entries.insert(at, Entry { key, ways });
    }
    Ok(entries)
}

fn way(value: &Json) -> Result<Way<'_>, String> {
    let Json::Text(written) = value else {
        return Err("a path, a list of paths or \"=text\" is expected".to_owned());
    };
    match written.strip_prefix('=') {
        Some(text) => Ok(Way::Text(text)),
        None => Ok(Way::Path(Path::new(written)?, written)),
    }
}

/// The member that a value goes to: a text is no list of blocks.
fn member<'a>(key: &'a str, value: &Json) -> &'a str {
    if key == "body" && matches!(value, Json::Text(_)) { "articleBody" } else { key }
}

/// Puts a value in its place; a part into its thing.
fn put(own: &mut Vec<(String, Json)>, key: &str, value: Json) {
    let Some((whole, part)) = split_once(key, ".") else {
        own.push((key.to_owned(), value));
        return;
    };
    let there = own.iter_mut().find(|(name, _)| name == whole).map(|(_, value)| value);
    // Of a list the parts belong to the first, of a text they stand beside it.
    let there = match there {
        Some(Json::List(items)) => items.first_mut(),
        other => other,
    };
    match there {
        Some(Json::Object(members)) => {
            members.retain(|(name, _)| name != part);
            members.push((part.to_owned(), value));
        }
        Some(text) => {
            let main = if whole == "image" { "url" } else { "name" };
            let before = std::mem::replace(text, Json::Null);
            *text = Json::Object(vec![(main.to_owned(), before), (part.to_owned(), value)]);
        }
        None => {
            let thing = Json::Object(vec![(part.to_owned(), value)]);
            own.push((whole.to_owned(), thing));
        }
    }
}

/// Says that a member is mapped to nothing. An empty text as the last way says that this is as it should be.
fn nowhere(root: &Node, key: &str, ways: &[Way]) {
    let mut tried = String::new();
    for way in ways {
        if let Way::Path(_, written) = way {
            if !tried.is_empty() {
                tried.push_str(", ");
            }
            tried.push_str(written);
        }
    }
    root.problem(&["\"", key, "\" is mapped to ", &tried, ", where there is nothing"].concat());
}

/// Where a problem of the canonical article stands in the document.
fn placed(path: &str, places: &[(String, String)]) -> String {
    let mut best: Option<(&str, &str)> = None;
    for (own, place) in places {
        if let Some(rest) = path.strip_prefix(own.as_str())
            && (rest.is_empty() || rest.starts_with(['.', '[']))
            && best.is_none_or(|(_, known)| rest.len() < known.len())
        {
            best = Some((place, rest));
        }
    }
    match best {
        Some((place, rest)) => [place, rest].concat(),
        None => path.to_owned(),
    }
}
