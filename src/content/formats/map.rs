//! A document whose members the publisher names: canonical members, each with the path where it stands.
//!
//! `{"headline": "data.title", "body": "/data/content/html", "author": ["data.by", "=The newsroom"]}`

mod path;

use super::rules::{self, Task};
use crate::content::json::{self, Json};
use crate::content::model::Article;
use crate::content::read::Document;
use crate::text::{joined, parted, parts};

/// The members that can be mapped. Those with a point belong to the thing before it.
const MEMBERS: &str = "headline, description, alternativeHeadline, body, articleBody, encodingFormat, author, author.name, \
    author.url, author.image, publisher, publisher.name, publisher.url, publisher.logo, datePublished, dateModified, dateline, \
    articleSection, keywords, image, image.url, image.alt, image.caption, image.creditText, image.width, image.height, video, \
    audio, inLanguage, dir, url, isAccessibleForFree, correction, copyrightNotice, license, commentCount, commentsUrl, \
    commentsClosed, discussionUrl";

/// Reads an article by a map. An error says what is wrong with the map, or what the document lacks.
pub(super) fn article(task: &Task, map: &str) -> Result<Article, String> {
    let map = json::parse(map).map_err(
        |_| "the map is not JSON: an object like {\"headline\": \"data.title\"} is expected",
    )?;
    let Json::Object(members) = &map else {
        return Err("the map is no object: {\"headline\": \"data.title\"} is expected".to_owned());
    };
    if members.is_empty() {
        return Err("the map is empty".to_owned());
    }
    let mut own = Vec::new();
    // Where each member of the canonical article stands in the document.
    let mut places: Vec<(String, String)> = Vec::new();
    // A thing by itself makes room for its parts, whatever their order.
    for is_part in [false, true] {
        for (key, ways) in members.iter().filter(|(key, _)| parted(key, b'.').is_some() == is_part)
        {
            if !parts(MEMBERS, b',').any(|member| member.trim_ascii() == key) {
                return Err(["the map has \"", key, "\", which is none of: ", MEMBERS].concat());
            }
            let found = found(task, key, ways)
                .map_err(|fault| ["the map's \"", key, "\": ", fault].concat())?;
            let Some((value, place)) = found else { continue };
            let (key, value) = match key.as_str() {
                // A text is no list of blocks.
                "body" if matches!(value, Json::Text(_)) => ("articleBody", value),
                "headline" | "description" => (key.as_str(), rules::untagged(value)),
                key => (key, value),
            };
            places.push((["$.", key].concat(), place));
            put(&mut own, key, value);
        }
    }
    let own = Json::Object(own);
    let document = Document::new(task.base);
    let article = rules::read(&own, &Task::new(&own, &document, task.base), &[]);
    for problem in document.into_problems() {
        rules::note(task.document, &rules::placed(&problem.path, &places), &problem.reason);
    }
    article
}

/// What the first path of several leads to, with its place. An error says what is wrong with one. That there is nothing is a
/// problem; an empty text as the last way says that this is as it should be.
fn found(task: &Task, key: &str, ways: &Json) -> Result<Option<(Json, String)>, &'static str> {
    let list = match ways {
        Json::List(items) => items.as_slice(),
        one => std::slice::from_ref(one),
    };
    if list.is_empty() {
        return Err("an empty list");
    }
    let mut found = None;
    let mut tried = Vec::new();
    for way in list {
        let Json::Text(written) = way else {
            return Err("a path, a list of paths or \"=text\" is expected");
        };
        tried.push(written.as_str());
        let value = match written.strip_prefix('=') {
            Some(text) => Some((Json::Text(text.to_owned()), "$".to_owned())),
            None => rules::at(task, &path::steps(written)?),
        };
        found = found.or(value);
    }
    if found.is_none() {
        let tried = joined(&tried, ", ");
        let reason = ["\"", key, "\" is mapped to ", &tried, ", where there is nothing"].concat();
        rules::note(task.document, "$", &reason);
    }
    Ok(found)
}

/// Puts a value in its place; a part into its thing.
fn put(own: &mut Vec<(String, Json)>, key: &str, value: Json) {
    let Some((whole, part)) = parted(key, b'.') else {
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
