//! A document whose members the publisher names: canonical members, each with the path where it stands.
//!
//! `{"headline": "data.title", "body": "/data/content/html", "author": ["data.by", "=The newsroom"]}`

mod path;

use super::rules::{self, Task};
use crate::content::json::{self, Json};
use crate::content::model::Article;
use crate::content::read::Document;

/// The members that can be mapped. Those with a point belong to the thing before it.
const MEMBERS: &str = "headline, description, alternativeHeadline, body, articleBody, encodingFormat, author, author.name, \
    author.url, author.image, publisher, publisher.name, publisher.url, publisher.logo, datePublished, dateModified, dateline, \
    articleSection, keywords, image, image.url, image.alt, image.caption, image.creditText, image.width, image.height, video, \
    audio, inLanguage, dir, url, isAccessibleForFree, correction, copyrightNotice, license, commentCount, commentsUrl, \
    commentsClosed, discussionUrl";

/// A member with where it is looked for: as written, and the steps; none for a text of the map itself.
struct Entry<'a> {
    key: &'a str,
    ways: Vec<(&'a str, Vec<String>)>,
}

/// Reads an article by a map. An error says what is wrong with the map, or what the document lacks.
pub(super) fn article(task: &Task, map: &str) -> Result<Article, String> {
    let map = json::parse(map).map_err(
        |_| "the map is not JSON: an object like {\"headline\": \"data.title\"} is expected",
    )?;
    let entries = entries(&map)?;
    let mut own = Vec::new();
    // Where each member of the canonical article stands in the document.
    let mut places: Vec<(String, String)> = Vec::new();
    for entry in &entries {
        let found = entry.ways.iter().find_map(|(written, steps)| match written.strip_prefix('=') {
            Some(text) => Some((Json::Text(text.to_owned()), "$".to_owned())),
            None => rules::at(task, steps),
        });
        let Some((value, place)) = found else {
            nowhere(task.document, entry);
            continue;
        };
        let is_text = matches!(value, Json::Text(_));
        let (key, value) = match entry.key {
            // A text is no list of blocks.
            "body" if is_text => ("articleBody", value),
            "headline" | "description" => (entry.key, rules::untagged(value)),
            key => (key, value),
        };
        places.push((["$.", key].concat(), place));
        put(&mut own, key, value);
    }
    let own = Json::Object(own);
    let document = Document::new(task.base);
    let (path, outer_path) = ("$".to_owned(), String::new());
    let inner = Task { json: &own, path, outer_path, document: &document, ..*task };
    let article = rules::read(&own, &inner, &[]);
    for problem in document.into_problems() {
        rules::note(task.document, &rules::placed(&problem.path, &places), &problem.reason);
    }
    article
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
        if !MEMBERS.split(',').any(|member| member.trim_ascii() == key) {
            return Err(["the map has \"", key, "\", which is none of: ", MEMBERS].concat());
        }
        let list = match value {
            Json::List(items) => items.as_slice(),
            one => std::slice::from_ref(one),
        };
        let mut ways = Vec::new();
        let mut fault = if list.is_empty() { "an empty list" } else { "" };
        for way in list {
            match way {
                Json::Text(written) if written.starts_with('=') => ways.push((written.as_str(), Vec::new())),
                Json::Text(written) => match path::steps(written) {
                    Ok(steps) => ways.push((written.as_str(), steps)),
                    Err(wrong) => fault = wrong,
                },
                _ => fault = "a path, a list of paths or \"=text\" is expected",
            }
        }
        if !fault.is_empty() {
            return Err(["the map's \"", key, "\": ", fault].concat());
        }
        // A thing by itself makes room for its parts, whatever their order.
        let at = if key.contains('.') { entries.len() } else { 0 };
        entries.insert(at, Entry { key, ways });
    }
    Ok(entries)
}

/// Puts a value in its place; a part into its thing.
fn put(own: &mut Vec<(String, Json)>, key: &str, value: Json) {
    let Some((whole, part)) = key.split_once('.') else {
        own.push((key.to_owned(), value));
        return;
    };
    let value = (part.to_owned(), value);
    let there = own.iter_mut().find(|(name, _)| name == whole).map(|(_, value)| value);
    // Of a list the parts belong to the first, of a text they stand beside it.
    let there = match there {
        Some(Json::List(items)) => items.first_mut(),
        other => other,
    };
    match there {
        // Of a repeated member the last counts.
        Some(Json::Object(members)) => members.push(value),
        Some(text) => {
            let main = if whole == "image" { "url" } else { "name" };
            let before = std::mem::replace(text, Json::Null);
            *text = Json::Object(vec![(main.to_owned(), before), value]);
        }
        None => own.push((whole.to_owned(), Json::Object(vec![value]))),
    }
}

/// Says that a member is mapped to nothing. An empty text as the last way says that this is as it should be.
fn nowhere(document: &Document, entry: &Entry) {
    let tried: Vec<&str> = entry.ways.iter().map(|(written, _)| *written).collect();
    let tried = tried.join(", ");
    let reason = ["\"", entry.key, "\" is mapped to ", &tried, ", where there is nothing"].concat();
    rules::note(document, "$", &reason);
}
