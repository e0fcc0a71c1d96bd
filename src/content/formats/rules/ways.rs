//! Paths into a document, and conditions on what they lead to.
//!
//! A path has steps with points between them: a member; a number for an item; `*` for all items of a list (`+`: the first
//! that gives something), `%` for all members of an object too (`/`: the first); `?name` a member of an object or list, of
//! another value the value itself; `^` what the article stands in; `$` the article; `@` the word of the task; `#` the object
//! that a text names by its `@id`. Of a list a member is that of its first item. A reference of JSON-LD stands for its object.
//!
//! Conditions have `&` between them: `path|path` there is something; `path=word,word` it is one of the words, `word*` begins
//! so, `*word` ends so, no word is nothing; `!` turns it.

use super::{Rules, is_missing};
use crate::content::json::Json;
use crate::text::{digits, joined, parted, parts, whole};

/// More named things than this are not looked through.
const MOST: usize = 100;

/// A value with its place: the number of the last step to it.
#[derive(Clone, Copy)]
pub(super) struct Place<'a> {
    pub(super) json: &'a Json,
    pub(super) at: usize,
}

#[derive(Clone, Copy)]
pub(super) enum Step<'a> {
    Name(&'a str),
    Item(usize),
}

/// Steps that have been gone, each after another one. Written out for a problem only.
pub(super) struct Steps<'a>(Vec<(usize, Step<'a>)>);

impl<'a> Steps<'a> {
    /// Where the article stands in the document, and what it stands in.
    pub(super) const ARTICLE: usize = 0;
    const OUTER: usize = 1;
    /// The canonical article.
    pub(super) const OWN: usize = 2;

    pub(super) fn new(roots: [&'a str; 3]) -> Self {
        Steps(roots.into_iter().map(|root| (0, Step::Name(root))).collect())
    }

    #[inline(never)]
    pub(super) fn add(&mut self, after: usize, step: Step<'a>) -> usize {
        self.0.push((after, step));
        self.0.len() - 1
    }

    pub(super) fn item(&mut self, of: usize, index: usize) -> usize {
        self.add(of, Step::Item(index))
    }

    #[inline(never)]
    pub(super) fn path(&self, mut at: usize) -> String {
        let mut parts = Vec::new();
        while let Some((before, step)) = self.0.get(at) {
            parts.push(match step {
                Step::Name(name) if at <= Self::OWN => (*name).to_owned(),
                Step::Name(name) => [".", name].concat(),
                Step::Item(index) => ["[", &digits(*index as u32), "]"].concat(),
            });
            if at <= Self::OWN {
                break;
            }
            at = *before;
        }
        parts.reverse();
        joined(&parts, "")
    }
}

/// Whether an object is only a reference to another one, as JSON-LD has it.
#[inline(never)]
pub(in super::super) fn is_reference(json: &Json) -> bool {
    let Json::Object(members) = json else { return false };
    members.iter().all(|(name, _)| name.starts_with('@'))
}

/// What a value stands for: an object by its `@id`, the value of an `@value`. One step, so never in a circle.
#[inline(never)]
pub(in super::super) fn resolved<'a>(named: &[(&'a str, &'a Json)], json: &'a Json) -> &'a Json {
    if !is_reference(json) {
        return json;
    }
    json.get("@value").or_else(|| by_id(named, json.get("@id")?)).unwrap_or(json)
}

/// The object with an `@id`.
fn by_id<'a>(named: &[(&'a str, &'a Json)], id: &Json) -> Option<&'a Json> {
    let Json::Text(id) = id else { return None };
    let own = |name: &str| name.len() == id.len() && name == id;
    named.iter().find(|(name, _)| own(name)).map(|(_, json)| *json)
}

/// A value as a text, to be compared and shown. What has parts is none.
#[inline(never)]
pub(super) fn text(json: &Json) -> &str {
    match json {
        Json::Text(text) | Json::Number(text) => text.trim_ascii(),
        Json::Bool(true) => "true",
        Json::Bool(false) => "false",
        _ => "",
    }
}

impl<'a> Rules<'a> {
    /// What the first path leads to that leads to something, and whether all of it is meant.
    #[inline(never)]
    pub(super) fn find(&mut self, paths: &'a str, from: Place<'a>) -> (Vec<Place<'a>>, bool) {
        for path in parts(paths, b'|') {
            let steps: Vec<&str> = parts(path, b'.').collect();
            let found = self.walk(&steps, from);
            if !found.0.is_empty() {
                return found;
            }
        }
        (Vec::new(), false)
    }

    /// What a path leads to, without what is missing.
    #[inline(never)]
    pub(super) fn walk(&mut self, steps: &[&'a str], from: Place<'a>) -> (Vec<Place<'a>>, bool) {
        let mut many = false;
        let mut places = vec![from];
        for step in steps {
            many |= matches!(*step, "*" | "%");
            let mut next = Vec::new();
            for place in places {
                self.go(place, step, &mut next);
            }
            places = next;
        }
        places.retain(|place| !is_missing(place.json));
        (places, many)
    }

    fn go(&mut self, from: Place<'a>, step: &'a str, next: &mut Vec<Place<'a>>) {
        let Place { mut json, mut at } = from;
        let (name, soft) = match step {
            "" => return next.push(from),
            "$" => return next.push(Place { json: self.task.json, at: Steps::ARTICLE }),
            "^" => return next.push(Place { json: self.task.outer, at: Steps::OUTER }),
            "#" => {
                let json = by_id(self.task.named, json).unwrap_or(json);
                return next.push(Place { json, at });
            }
            "*" | "+" | "%" | "/" => {
                json = json.get("@list").unwrap_or(json);
                match json {
                    Json::List(items) => {
                        let most = if matches!(step, "%" | "/") { MOST } else { items.len() };
                        for (index, json) in items.iter().take(most).enumerate() {
                            let json = resolved(self.task.named, json);
                            next.push(Place { json, at: self.steps.item(at, index) });
                        }
                    }
                    Json::Object(members) if matches!(step, "%" | "/") => {
                        for (name, json) in members.iter().take(MOST) {
                            next.push(Place { json, at: self.steps.add(at, Step::Name(name)) });
                        }
                    }
                    _ => next.push(from),
                }
                return;
            }
            "@" => (self.task.word, false),
            name => name.strip_prefix('?').map_or((name, false), |name| (name, true)),
        };
        if let Json::List(items) = json {
            let index = whole(name).map(|index| index as usize);
            let Some(item) = items.get(index.unwrap_or_default()) else { return };
            let item = resolved(self.task.named, item);
            (json, at) = (item, self.steps.item(at, index.unwrap_or_default()));
            if index.is_some() {
                return next.push(Place { json, at });
            }
        }
        match json.get(name) {
            Some(json) => {
                let json = resolved(self.task.named, json);
                next.push(Place { json, at: self.steps.add(at, Step::Name(name)) });
            }
            None if soft && !matches!(json, Json::Object(_)) => next.push(Place { json, at }),
            None => {}
        }
    }

    /// Whether all conditions hold.
    #[inline(never)]
    pub(super) fn holds(&mut self, conditions: &'a str, at: Place<'a>) -> bool {
        let steps = self.steps.0.len();
        let hold = parts(conditions, b'&').all(|condition| {
            let wanted = condition.strip_prefix('!');
            let condition = wanted.unwrap_or(condition);
            let (paths, words) = match parted(condition, b'=') {
                Some((paths, words)) => (paths, Some(words)),
                None => (condition, None),
            };
            let (found, _) = self.find(paths, at);
            let holds = match words {
                None => !found.is_empty(),
                Some(words) => parts(words, b',').any(|word| {
                    let filled;
                    let word = if word.contains('{') {
                        filled = self.filled(word, at);
                        filled.as_str()
                    } else {
                        word
                    };
                    found.is_empty() && word.is_empty()
                        || found.iter().any(|place| is_like(text(place.json), word))
                }),
            };
            holds == wanted.is_none()
        });
        // Nothing of them is kept: an article of a megabyte is looked at a million times.
        self.steps.0.truncate(steps);
        hold
    }
}

fn is_like(text: &str, word: &str) -> bool {
    let (text, word) = (text.as_bytes(), word.as_bytes());
    let (part, word) = match word {
        [b'*', end @ ..] => (text.get(text.len().saturating_sub(end.len())..), end),
        [start @ .., b'*'] => (text.get(..start.len()), start),
        _ => (Some(text), word),
    };
    part.is_some_and(|part| part.eq_ignore_ascii_case(word))
}
