//! What a document is, from its JSON alone, and who reads it.

use super::pick::{self, Found, Step};
use super::rules::{self, Task};
use super::{Format, Reading, Unread, Unreadable, Wish};
use super::{activity, canonical, ghost, json_feed, newsroom, offers, wordpress};
use crate::content::json::Json;
use crate::content::model::{Article, Problem};
use crate::content::read::{Document, Node};
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
    let own = address(format, pick::at(&json, &way), base);
    let start = own.as_ref().map_or(base, SafeUrl::as_str);
    let document = Document::new(start);
    let outer_way = way.get(..outer).unwrap_or_default();
    let task = Task {
        json: pick::at(&json, &way),
        path: pick::path(&way),
        outer: pick::at(&json, outer_way),
        outer_path: pick::path(outer_way),
        word: "",
        named: &[],
        document: &document,
        base: start,
    };
    let reader = Reader { format, document: &document, task: &task };
    let root = document.root(&json);
    let (read, bodiless) = follow(&root, &root, &way, outer, &reader);
    let mut article = read.map_err(Unreadable::Schema)?;
    if article.related.is_empty()
        && let Some(list) = list
        && let (Json::List(items), Some(Step::Item(picked))) =
            (pick::at(&json, way.get(..list).unwrap_or_default()), way.get(list))
    {
        article.related = offers::others(items, *picked, base);
    }
    // A relative one was read as one that starts from itself.
    if relative(format, pick::at(&json, &way)) {
        article.url = own;
    }
    let mut problems = document.into_problems();
    if let Some(complaints) = bodiless {
        without_body(&mut problems, complaints);
    }
    Ok(Reading { article, format, problems, unread })
}

/// A document whose members the publisher names.
fn mapped(json: &Json, wish: &Wish, base: &str) -> Result<Reading, Unreadable> {
    let Some(map) = &wish.map else {
        let message = "the format \"map\" needs a map: where in the document its members are";
        return Err(Unreadable::Schema(message.to_owned()));
    };
    let document = Document::new(base);
    let article = newsroom::by_map(&document.root(json), map).map_err(Unreadable::Schema)?;
    let problems = document.into_problems();
    Ok(Reading { article, format: Format::Map, problems, unread: Unread::default() })
}

/// The steps to what holds the comments: in JSON-LD one of several things.
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

/// Which problems a reader has noted that found no body, where it was that of an editor: from, to.
type Complaints = Option<(usize, usize)>;

struct Reader<'a> {
    format: Format,
    document: &'a Document,
    task: &'a Task<'a>,
}

/// Goes the way to the article, so that a problem has its place in the document. A call for each of a few steps.
fn follow(
    node: &Node,
    outer: &Node,
    way: &[Step],
    to_outer: usize,
    reader: &Reader,
) -> (Result<Article, String>, Complaints) {
    let outer = if to_outer == 0 { node } else { outer };
    let left = to_outer.wrapping_sub(1);
    match way.split_first() {
        Some((Step::Member(name), rest)) => follow(&node.get(name), outer, rest, left, reader),
        Some((Step::Item(index), rest)) => match node.items().get(*index) {
            Some(item) => follow(item, outer, rest, left, reader),
            None => (Err("nothing where the article is".to_owned()), None),
        },
        None => reader.read(node, outer),
    }
}

impl Reader<'_> {
    fn read(&self, node: &Node, outer: &Node) -> (Result<Article, String>, Complaints) {
        // An editor's body has blocks as well, some with names of ours: asked for first, it cannot be taken for them.
        let member = |name| newsroom::blocks(&node.get(name)).filter(|body| !body.is_empty());
        let canonical = self.format == Format::Canonical;
        let edited = if canonical { member("body") } else { None };
        let from = self.document.faults();
        let read = match self.format {
            Format::Canonical | Format::Map => canonical::article(node),
            Format::WordPress => rules::article(wordpress::RULES, self.task),
            Format::Ghost => rules::article(ghost::RULES, self.task),
            Format::JsonFeed => rules::article(json_feed::RULES, self.task),
            Format::ActivityStreams => activity::article(self.task),
            format => newsroom::read(format, self.task),
        };
        let complaints = (from, self.document.faults());
        let bare = read.as_ref().is_ok_and(|article| article.body.is_empty());
        let body = edited.or_else(|| match canonical {
            true if read.is_err() || bare => member("content").or_else(|| newsroom::blocks(node)),
            false if bare => member("body").or_else(|| member("content")),
            _ => None,
        });
        match body {
            Some(body) if !body.is_empty() => {
                let article = Article { body, ..read.unwrap_or_default() };
                (Ok(article), canonical.then_some(complaints))
            }
            _ => (read, None),
        }
    }
}

/// Without what the canonical reader said of a body that it does not know.
fn without_body(problems: &mut Vec<Problem>, (from, to): (usize, usize)) {
    let mut index = 0;
    problems.retain(|problem| {
        index += 1;
        let about_body = || crate::text::split_once(&problem.path, ".body").is_some();
        let about_headline = || problem.path.ends_with(".headline");
        !((from + 1..=to).contains(&index) && (about_body() || about_headline()))
    });
}
