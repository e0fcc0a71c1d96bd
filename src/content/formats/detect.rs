//! What a document is, from its JSON alone, and who reads it.

use super::pick::{self, Found, Step};
use super::rules::{self, Task};
use super::{Format, Reading, Unread, Unreadable, Wish};
use super::{activity, canonical, ghost, json_feed, newsroom, offers, wordpress};
use crate::content::json::Json;
use crate::content::model::Article;
use crate::content::read::Document;
use crate::policy::{SafeUrl, origin_of};

/// Reads a document of any format.
pub(super) fn read(mut json: Json, wish: &Wish, base: &str) -> Result<Reading, Unreadable> {
    if wish.map.is_some() || wish.format == Some(Format::Map) {
        return mapped(&json, wish, base);
    }
    let found = pick::find(&json, wish).map_err(Unreadable::Schema)?;
    let holder = comments(&json, &found);
    let unread = pick::at_mut(&mut json, &holder)
        .map(|holder| Unread::out_of(holder, base))
        .unwrap_or_default();
    let Found { format, way, outer, list } = found;
    let place = pick::at(&json, &way);
    let own = address(format, place, base);
    let document = Document::new(own.as_ref().map_or(base, SafeUrl::as_str));
    let outer = way.get(..outer).unwrap_or_default();
    let (path, outer_path) = (pick::path(&way), pick::path(outer));
    let task = Task {
        json: place,
        path: &path,
        outer: pick::at(&json, outer),
        outer_path: &outer_path,
        word: activity::language(place),
        named: &[],
        document: &document,
        base: own.as_ref().map_or(base, SafeUrl::as_str),
    };
    let rules = match format {
        Format::WordPress => wordpress::RULES,
        Format::Ghost => ghost::RULES,
        Format::JsonFeed => json_feed::RULES,
        Format::ActivityStreams => activity::RULES,
        _ => "",
    };
    let read = match format {
        Format::Canonical => canonical(&task),
        _ if rules.is_empty() => newsroom::read(format, &task),
        _ => rules::article(rules, &task),
    };
    let mut article = read.map_err(Unreadable::Schema)?;
    if article.related.is_empty()
        && let Some(list) = list
    {
        let list = pick::at(&json, way.get(..list).unwrap_or_default());
        offers::others(list, &mut article, base);
    }
    // A relative one was read as one that starts from itself.
    if relative(format, place) {
        article.url.clone_from(&own);
    }
    Ok(Reading { article, format, problems: document.into_problems(), unread })
}

/// An article of our own format, which may have the body of an editor.
#[inline(never)]
fn canonical(task: &Task) -> Result<Article, String> {
    // It has blocks as well, some with names of ours: asked for first, it cannot be taken for them.
    let mut body = task.edited(&["body"]);
    let own = Document::new(task.base);
    let read = canonical::article(&own.root(task.json));
    if body.is_empty() && read.as_ref().map_or(true, |article| article.body.is_empty()) {
        body = task.edited(&["content", ""]);
    }
    for problem in own.into_problems() {
        let path = problem.path.get(1..).unwrap_or_default();
        // What is said of a body that is not known here is wrong then.
        if body.is_empty() || !(path.starts_with(".body") || path == ".headline") {
            rules::note(task.document, &[task.path, path].concat(), &problem.reason);
        }
    }
    if body.is_empty() {
        return read;
    }
    let mut article = read.unwrap_or_default();
    article.body = body;
    Ok(article)
}

/// A document whose members the publisher names.
#[inline(never)]
fn mapped(json: &Json, wish: &Wish, base: &str) -> Result<Reading, Unreadable> {
    let Some(map) = &wish.map else {
        let message = "the format \"map\" needs a map: where in the document its members are";
        return Err(Unreadable::Schema(message.to_owned()));
    };
    let document = Document::new(base);
    let task = Task::new(json, &document, base);
    let article = newsroom::by_map(&task, map).map_err(Unreadable::Schema)?;
    let problems = document.into_problems();
    Ok(Reading { article, format: Format::Map, problems, unread: Unread::default() })
}

/// The steps to what holds the comments: in JSON-LD one of several things.
#[inline(never)]
fn comments(json: &Json, found: &Found) -> Vec<Step> {
    let mut way = found.way.clone();
    if found.format == Format::JsonLd {
        let mut at = pick::at(json, &way);
        if let Some(graph) = at.get("@graph") {
            way.push(Step::Member("@graph"));
            at = graph;
        }
        if let Json::List(items) = at
            && let Some(index) = items.iter().position(|item| item.get("comment").is_some())
        {
            way.push(Step::Item(index));
        }
    }
    way
}

/// The article's own address, where it names one: what addresses in it start from.
fn address(format: Format, json: &Json, base: &str) -> Option<SafeUrl> {
    let own = SafeUrl::link(written(format, json)?, base)?;
    own.host().is_some().then_some(own)
}

/// The article's own address as it is written.
fn written(format: Format, json: &Json) -> Option<&str> {
    let name = match format {
        Format::WordPress => "link",
        Format::Ghost | Format::JsonFeed | Format::ActivityStreams => "url",
        Format::Capi => "webUrl",
        _ => return None,
    };
    match json.get(name) {
        Some(Json::Text(own)) => Some(own),
        _ => None,
    }
}

fn relative(format: Format, json: &Json) -> bool {
    written(format, json).is_some_and(|own| origin_of(own).is_none())
}
