//! A document of JSON-LD: its objects by `@id`, and the article among them.

use super::super::rules::{is_missing, is_reference, resolved};
use crate::content::json::Json;
use crate::text::{digits, joined, last};

/// More named objects than this are not looked up: a page has a dozen.
const MOST_NAMED: usize = 1_000;

/// What a document of JSON-LD holds.
pub(super) struct Graph<'a> {
    /// Objects with an `@id` and more than that.
    pub(super) named: Vec<(&'a str, &'a Json)>,
    /// The objects that stand for themselves, not in another one, with their paths.
    tops: Vec<(String, &'a Json)>,
}

static NULL: Json = Json::Null;

/// The text of a value that is one and not empty.
fn text(json: &Json) -> Option<&str> {
    match json {
        Json::Text(text) => Some(text.as_str()).filter(|text| !text.trim_ascii().is_empty()),
        _ => None,
    }
}

/// The types of an object, without the vocabulary before them.
fn types(json: &Json) -> Vec<&str> {
    let written = json.get("@type").or_else(|| json.get("type")).unwrap_or(&NULL);
    let list = match written {
        Json::List(items) => items.as_slice(),
        one => std::slice::from_ref(one),
    };
    list.iter()
        .filter_map(text)
        .map(|name| {
            let cut = [b'/', b'#', b':'].iter().filter_map(|c| last(name, *c)).max();
            cut.and_then(|at| name.get(at + 1..)).unwrap_or(name)
        })
        .collect()
}

/// How likely an object is the article of the document; 0 is none.
fn rank(json: &Json) -> u8 {
    const POSTINGS: &[&str] = &[
        "BlogPosting",
        "LiveBlogPosting",
        "SocialMediaPosting",
        "DiscussionForumPosting",
        "Report",
        "CreativeWork",
    ];
    let has = |names: &[&str]| {
        names.iter().any(|name| json.get(name).is_some_and(|value| !is_missing(value)))
    };
    let types = types(json);
    let named = types.iter().any(|name| name.ends_with("Article") || POSTINGS.contains(name));
    let body = has(&["articleBody", "body", "liveBlogUpdate"]);
    let headline = has(&["headline"]);
    if named || body || types.is_empty() && headline {
        u8::from(named) * 4 + u8::from(body) * 2 + u8::from(headline)
    } else {
        0
    }
}

/// The likeliest article so far; of equal ones the first.
struct Best<'a> {
    rank: u8,
    found: Option<(String, &'a Json)>,
}

impl<'a> Best<'a> {
    fn offer(&mut self, path: &str, json: &'a Json) {
        let rank = rank(json);
        if rank > self.rank {
            *self = Best { rank, found: Some((path.to_owned(), json)) };
        }
    }
}

impl<'a> Graph<'a> {
    /// Takes a document in. It may be as deep as it likes: nothing goes into itself.
    pub(super) fn of(root: &'a Json, path: &str) -> Self {
        let mut graph = Graph { named: Vec::new(), tops: Vec::new() };
        let mut todo = vec![(path.to_owned(), root)];
        while let Some((path, json)) = todo.pop() {
            match json {
                Json::List(items) => {
                    for (at, item) in items.iter().enumerate().rev() {
                        todo.push(([&path, "[", &digits(at as u32), "]"].concat(), item));
                    }
                }
                Json::Object(_) => {
                    if let Some(inner) = json.get("@graph") {
                        todo.push(([&path, ".@graph"].concat(), inner));
                    }
                    graph.tops.push((path, json));
                }
                _ => {}
            }
        }
        let mut todo = vec![root];
        while let Some(json) = todo.pop() {
            match json {
                Json::List(items) => todo.extend(items.iter().rev()),
                Json::Object(members) => {
                    if let Some(id) = json.get("@id").and_then(text)
                        && !is_reference(json)
                        && graph.named.len() < MOST_NAMED
                    {
                        graph.named.push((id, json));
                    }
                    todo.extend(members.iter().rev().map(|(_, value)| value));
                }
                _ => {}
            }
        }
        graph
    }

    /// The article with its path: among what stands for itself, else what that is the page of.
    pub(super) fn article(&self) -> Option<(String, &'a Json)> {
        let mut best = Best { rank: 0, found: None };
        for (path, json) in &self.tops {
            best.offer(path, json);
        }
        if best.found.is_none() {
            for (path, json) in &self.tops {
                for name in ["mainEntity", "mainEntityOfPage"] {
                    if let Some(inner) = json.get(name).map(|inner| resolved(&self.named, inner)) {
                        best.offer(&[path, ".", name].concat(), inner);
                    }
                }
            }
        }
        best.found
    }

    /// The line that says what the document holds instead of an article.
    pub(super) fn no_article(&self) -> String {
        let mut found: Vec<&str> = Vec::new();
        for (_, json) in &self.tops {
            for name in types(json) {
                if found.len() < 8 && !found.contains(&name) {
                    found.push(name);
                }
            }
        }
        if found.is_empty() {
            return "no article in this JSON-LD: nothing in it has a \"@type\"".to_owned();
        }
        ["no article in this JSON-LD: it has the types ", &joined(&found, ", ")].concat()
    }
}
