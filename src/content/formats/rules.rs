//! Formats as data: rules bring a document into the canonical shape, and the canonical reader does the rest.
//!
//! Rules are a JSON object of named rules; `""` is the article's. A rule is
//! * a text: `name path|path`. The first path that leads to something is taken, and what stands there is brought through the
//!   rule or the word of that name (see `words.rs`), if there is one. `=text` is a text by itself, with `{rule}` for what a
//!   rule gives, and `{@}` for the word of the task.
//! * a list: the first rule of it that gives something.
//! * an object: each member by its rule. One with `!` has to be there, else there is no object. `?` are the conditions
//!   (see `ways.rs`), `=` gives another rule's value instead, `+` adds the members of one, `&` is a list of all that
//!   several rules give, `sizes` are those of a picture.
//!
//! A text instead of code: as code each format was as large as all that is here.

mod finish;
mod repeats;
mod sizes;
mod ways;
mod words;

use super::canonical;
use crate::content::json::{self, Json};
use crate::content::model::Article;
use crate::content::read::Document;
use crate::text::{last, parted};
use ways::{Place, Step, Steps};
pub(super) use ways::{is_reference, resolved};

/// Rules go into one another by what stands in the document: so deep, and no deeper.
const DEEPEST: u8 = 30;

/// An article to be read by rules.
#[derive(Clone, Copy)]
pub(super) struct Task<'a> {
    /// What it is, and where it stands.
    pub(super) json: &'a Json,
    pub(super) path: &'a str,
    /// What it stands in, a feed or an activity, and where.
    pub(super) outer: &'a Json,
    pub(super) outer_path: &'a str,
    /// What `@` stands for in a path.
    pub(super) word: &'a str,
    /// The objects that others refer to, by their `@id`.
    pub(super) named: &'a [(&'a str, &'a Json)],
    /// What is read.
    pub(super) document: &'a Document,
    /// The address that relative ones are resolved against.
    pub(super) base: &'a str,
}

impl<'a> Task<'a> {
    /// A whole document.
    pub(super) fn new(json: &'a Json, document: &'a Document, base: &'a str) -> Self {
        let (path, outer_path, word) = ("$", "$", "");
        Task { json, path, outer: json, outer_path, word, named: &[], document, base }
    }
}

/// Rules at work.
struct Rules<'a> {
    rules: &'a Json,
    task: &'a Task<'a>,
    steps: Steps<'a>,
    /// Where each member of the canonical article stands in the document.
    places: Vec<(usize, usize)>,
    depth: u8,
}

/// Reads an article by rules. An error says what it lacks to be one.
#[inline(never)]
pub(super) fn article(rules: &str, task: &Task) -> Result<Article, String> {
    let rules = json::parse(rules).unwrap_or(Json::Null);
    let mut at_work = Rules::new(&rules, task);
    let place = Place { json: task.json, at: Steps::ARTICLE };
    let whole = at_work.named("", place, Steps::OWN).unwrap_or(Json::Null);
    if let Some(Json::Text(fault)) = whole.get("fault") {
        return Err(fault.clone());
    }
    read(&whole, task, &at_work.written())
}

/// What stands at the end of some steps, with its path. After `*` a list of all that is there.
pub(super) fn at(task: &Task, steps: &[String]) -> Option<(Json, String)> {
    let mut at_work = Rules::new(&Json::Null, task);
    let steps: Vec<&str> = steps.iter().map(String::as_str).collect();
    let (found, many) = at_work.walk(&steps, Place { json: task.json, at: Steps::ARTICLE });
    let first = found.first()?;
    let path = at_work.steps.path(first.at);
    let json = if many {
        Json::List(found.iter().map(|place| place.json.clone()).collect())
    } else {
        first.json.clone()
    };
    Some((json, path))
}

/// An article from its canonical JSON, whose members stand in the document at `places`.
#[inline(never)]
pub(super) fn read(
    whole: &Json,
    task: &Task,
    places: &[(String, String)],
) -> Result<Article, String> {
    let own = Document::new(task.base);
    let mut article = canonical::article(&own.root(whole))?;
    finish::article(&mut article, whole, task)?;
    for problem in own.into_problems() {
        // One that was not ISO 8601 but could be read.
        let date = match problem.path.as_str() {
            "$.datePublished" => &article.date_published,
            "$.dateModified" => &article.date_modified,
            _ => &None,
        };
        if date.as_ref().is_none_or(|date| date.moment.is_none()) {
            note(task.document, &placed(&problem.path, places), &problem.reason);
        }
    }
    Ok(article)
}

/// Notes a problem at a path.
#[inline(never)]
pub(super) fn note(document: &Document, path: &str, reason: &str) {
    let before = document.faults();
    document.root(&Json::Null).problem(reason);
    document.place(before, path);
}

/// Where a problem of the canonical article stands in the document, by where its members stand. Of several the last counts.
#[inline(never)]
pub(super) fn placed(path: &str, places: &[(String, String)]) -> String {
    let mut best = ("", path);
    for (own, place) in places {
        if let Some(rest) = path.strip_prefix(own.as_str())
            && (rest.is_empty() || rest.starts_with(['.', '[']))
            && rest.len() <= best.1.len()
        {
            best = (place, rest);
        }
    }
    [best.0, best.1].concat()
}

/// A line that should be plain text and may be HTML, as plain text.
pub(super) fn untagged(json: Json) -> Json {
    words::value("soft", &json, "").unwrap_or(json)
}

/// Whether there is nothing: as in all documents, `""`, `[]` and `{}` are nothing too.
#[inline(never)]
pub(super) fn is_missing(json: &Json) -> bool {
    match json {
        Json::Null => true,
        Json::Text(text) => text.trim_ascii().is_empty(),
        Json::List(items) => items.is_empty(),
        Json::Object(members) => members.is_empty(),
        _ => false,
    }
}

impl<'a> Rules<'a> {
    fn new(rules: &'a Json, task: &'a Task<'a>) -> Self {
        let steps = Steps::new([task.path, task.outer_path, "$"]);
        Rules { rules, task, steps, places: Vec::new(), depth: 0 }
    }

    /// Where each member of the canonical article stands, as paths.
    #[inline(never)]
    fn written(&self) -> Vec<(String, String)> {
        let places = self.places.iter();
        places.map(|(own, place)| (self.steps.path(*own), self.steps.path(*place))).collect()
    }

    /// What a rule gives of a value, for the place `own` in the canonical article.
    #[inline(never)]
    fn value(&mut self, rule: &'a Json, at: Place<'a>, own: usize) -> Option<Json> {
        match rule {
            Json::Text(words) => self.words(words, at, own),
            Json::List(rules) => rules.iter().find_map(|rule| self.value(rule, at, own)),
            Json::Object(members) => self.object(members, at, own),
            _ => None,
        }
    }

    fn object(&mut self, rules: &'a [(String, Json)], at: Place<'a>, own: usize) -> Option<Json> {
        let mut members = Vec::new();
        for (name, rule) in rules {
            match (name.as_str(), rule) {
                ("?", Json::Text(conditions)) => {
                    if !self.holds(conditions, at) {
                        return None;
                    }
                    continue;
                }
                ("=", _) => return self.value(rule, at, own),
                ("&", Json::List(rules)) => {
                    let mut list = Vec::new();
                    for rule in rules {
                        let item = self.steps.item(own, list.len());
                        if let Some(value) = self.value(rule, at, item) {
                            self.add(&mut list, value, own, at, true);
                        }
                    }
                    return (!list.is_empty()).then_some(Json::List(list));
                }
                _ => {}
            }
            let bare = name.strip_suffix('!').unwrap_or(name);
            let inside = if bare == "+" { own } else { self.steps.add(own, Step::Name(bare)) };
            match self.value(rule, at, inside) {
                Some(Json::Object(more)) if bare == "+" => members.extend(more),
                Some(Json::List(sizes)) if bare == "sizes" => {
                    self.put_sizes(&mut members, &sizes, inside);
                }
                Some(value) => members.push((bare.to_owned(), value)),
                None if bare.len() < name.len() => return None,
                None => {}
            }
        }
        (!members.is_empty()).then_some(Json::Object(members))
    }

    /// Adds a value to a list; of a list its items, if the list is to be `even`.
    fn add(&mut self, list: &mut Vec<Json>, value: Json, own: usize, at: Place, even: bool) {
        let items = match value {
            Json::List(items) if even => items,
            one => return list.push(one),
        };
        for value in items {
            let item = self.steps.item(own, list.len());
            self.places.push((item, at.at));
            list.push(value);
        }
    }

    /// What a rule in words gives.
    #[inline(never)]
    fn words(&mut self, words: &'a str, at: Place<'a>, own: usize) -> Option<Json> {
        if let Some(text) = words.strip_prefix('=') {
            let text = Json::Text(self.filled(text, at));
            return (!is_missing(&text)).then_some(text);
        }
        let (name, paths) = parted(words, b' ').unwrap_or(("", words));
        if parted(paths, b' ').is_some() {
            let value = self.words(paths, at, own)?;
            return words::value(name, &value, self.task.base);
        }
        let (found, many) = self.find(paths, at);
        let mut list = Vec::new();
        for place in found {
            let inside = if many { self.steps.item(own, list.len()) } else { own };
            let value = self.named(name, place, inside);
            if !many && value.is_some() {
                return value;
            }
            if let Some(value) = value {
                self.add(&mut list, value, own, place, self.rules.get(name).is_some());
            }
        }
        (!list.is_empty()).then_some(Json::List(list))
    }

    /// A value brought through the rule or the word of a name.
    fn named(&mut self, name: &'a str, place: Place<'a>, own: usize) -> Option<Json> {
        self.places.push((own, place.at));
        let rule = self.rules.get(name).filter(|_| own == Steps::OWN || !name.is_empty());
        let Some(rule) = rule else {
            if name == "html" {
                let html = self.steps.add(own, Step::Name(name));
                self.places.push((html, place.at));
            }
            if name == "key" {
                let key = self.steps.path(place.at);
                let key = last(&key, b'.').and_then(|at| key.get(at + 1..)).unwrap_or_default();
                return Some(Json::Number(key.strip_suffix('w').unwrap_or(key).to_owned()));
            }
            return words::value(name, place.json, self.task.base);
        };
        if self.depth == DEEPEST {
            note(self.task.document, &self.steps.path(place.at), "elements nested too deep");
            return None;
        }
        self.depth += 1;
        let value = self.value(rule, place, own);
        self.depth -= 1;
        value
    }

    /// A text with what rules give in the places of `{…}`.
    fn filled(&mut self, text: &'a str, at: Place<'a>) -> String {
        let mut out = String::new();
        let mut rest = text;
        while let Some((before, (rule, after))) =
            parted(rest, b'{').and_then(|(before, from)| Some((before, parted(from, b'}')?)))
        {
            out.push_str(before);
            if rule == "@" {
                out.push_str(self.task.word);
            }
            let before = self.places.len();
            let value = self.words(rule, at, Steps::ARTICLE).unwrap_or(Json::Null);
            self.places.truncate(before);
            let list = match &value {
                Json::List(items) => items.as_slice(),
                one => std::slice::from_ref(one),
            };
            for (index, value) in list.iter().enumerate() {
                out.push_str(if index > 0 { ", " } else { "" });
                out.push_str(ways::text(value));
            }
            rest = after;
        }
        out.push_str(rest);
        out
    }
}
