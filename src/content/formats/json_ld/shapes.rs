//! How values of schema.org are brought into the shapes that the tables ask for.

use super::super::wire::parted;
use super::graph::{Graph, is_missing};
use super::tables::{CORRECTION, Shape, TAG, Table};
use crate::content::json::Json;
use crate::content::plain;
use crate::text::last;

impl<'a> Graph<'a> {
    /// The canonical members of a thing.
    pub(super) fn shaped(&self, thing: &'a Json, table: Table) -> Vec<(String, Json)> {
        let mut own = Vec::new();
        for (name, sources, shape) in table {
            let found = sources.iter().find_map(|source| self.shape(thing.get(source)?, *shape));
            if let Some(value) = found {
                own.push(((*name).to_owned(), value));
            }
        }
        own
    }

    fn shape(&self, json: &'a Json, shape: Shape) -> Option<Json> {
        let own = match shape {
            Shape::Same => json.clone(),
            Shape::Line => match self.line(json, &["name", "alternateName", "text"]) {
                Some(line) => text(line),
                // What is no line is told as a fault by the reader.
                None if !matches!(json, Json::Object(_) | Json::List(_)) => json.clone(),
                None => return None,
            },
            Shape::Address => Json::Text(plain::decode_entities(self.address(json)?)),
            Shape::Language => text(self.line(json, &["alternateName"])?),
            Shape::Truth => match json {
                Json::Text(word) => {
                    text(last(word, b'/').and_then(|at| word.get(at + 1..)).unwrap_or(word))
                }
                other => other.clone(),
            },
            Shape::Pixels => pixels(self.items(json).first()?),
            Shape::Body => Json::Text(self.body(json)),
            Shape::Names => Json::List(
                self.items(json)
                    .into_iter()
                    .filter_map(|item| Some(text(self.line(item, &["name"])?)))
                    .collect(),
            ),
            Shape::Tags => self.tags(json),
            Shape::Corrections => Json::List(
                self.few(json)
                    .into_iter()
                    .filter_map(|item| match item {
                        Json::Text(told) if is_address(told) => None,
                        Json::Text(told) => {
                            Some(Json::Object(vec![("text".to_owned(), text(told))]))
                        }
                        other => self.thing(other, CORRECTION),
                    })
                    .collect(),
            ),
            Shape::Things(table) => Json::List(
                self.few(json).into_iter().filter_map(|item| self.thing(item, table)).collect(),
            ),
            Shape::Thing(table) => {
                self.few(json).into_iter().find_map(|item| self.thing(item, table))?
            }
        };
        (!is_missing(&own)).then_some(own)
    }

    /// A thing with its first member, or a text by itself.
    fn thing(&self, json: &'a Json, table: Table) -> Option<Json> {
        let (main, ..) = table.first()?;
        let named = *main == "name";
        let thing = match json {
            // An address stands for a picture, and for somebody only by the object it names.
            Json::Text(word) if named && is_address(word) => self.by_id(word)?,
            Json::Text(word) if *main == "sources" => {
                return Some(Json::Object(vec![("sources".to_owned(), text(word))]));
            }
            Json::Text(word) if *main == "url" => {
                return Some(Json::Text(plain::decode_entities(word)));
            }
            Json::Text(_) => return Some(json.clone()),
            other => other,
        };
        let mut own = self.shaped(thing, table);
        if named && let Some(name) = self.full_name(thing, &own) {
            own.insert(0, ("name".to_owned(), name));
        }
        let whole = own.first().is_some_and(|(name, _)| name == main);
        whole.then_some(Json::Object(own))
    }

    /// The name of a person who has only its parts.
    fn full_name(&self, thing: &'a Json, own: &[(String, Json)]) -> Option<Json> {
        if own.first().is_some_and(|(name, _)| name == "name") {
            return None;
        }
        let part = |name| thing.get(name).and_then(|part| self.line(part, &[]));
        match (part("givenName"), part("familyName")) {
            (Some(given), Some(family)) => Some(Json::Text([given, " ", family].concat())),
            (given, family) => given.or(family).map(text),
        }
    }

    /// An address, but for one that means something inside the document only.
    fn address(&self, json: &'a Json) -> Option<&'a str> {
        let address = self.line(json, &["url", "contentUrl", "@id"])?;
        (!address.starts_with(['#', '_'])).then_some(address)
    }

    /// The text of an article, one or in parts. Without tags it is plain, and its character references are decoded.
    fn body(&self, json: &'a Json) -> String {
        let mut whole = String::new();
        for item in self.items(json) {
            let Some(part) = self.line(item, &["articleBody", "text"]) else { continue };
            if !whole.is_empty() {
                whole.push_str("\n\n");
            }
            whole.push_str(part);
        }
        if plain::looks_like_html(&whole) {
            return whole;
        }
        parted(&plain::decode_entities(&whole))
    }

    /// Tags. One text may hold several with commas or semicolons between them.
    fn tags(&self, json: &'a Json) -> Json {
        let items = self.items(json);
        let mut tags = Vec::new();
        if let [Json::Text(all)] = items.as_slice() {
            let all = plain::decode_entities(all);
            let mark = if all.contains(',') { ',' } else { ';' };
            for tag in all.split(mark).map(str::trim_ascii).filter(|tag| !tag.is_empty()) {
                // Decoded once already: the reader decodes again.
                let mut written = String::new();
                for c in tag.chars() {
                    written.push(c);
                    if c == '&' {
                        written.push_str("amp;");
                    }
                }
                tags.push(Json::Text(written));
            }
            return Json::List(tags);
        }
        tags.extend(items.into_iter().filter_map(|item| self.thing(item, TAG)));
        Json::List(tags)
    }
}

fn text(line: &str) -> Json {
    Json::Text(line.to_owned())
}

fn is_address(text: &str) -> bool {
    text.starts_with("http://") || text.starts_with("https://")
}

/// A measure: a number, "1200px", or an object with a value.
fn pixels(json: &Json) -> Json {
    let json = json.get("value").unwrap_or(json);
    if let Json::Text(written) = json {
        let digits = written.bytes().take_while(u8::is_ascii_digit).count();
        if let Some(number) = written.get(..digits).filter(|number| !number.is_empty()) {
            return text(number);
        }
    }
    json.clone()
}
