//! Lists, feeds and wrappers: which article of a document is meant.

use super::signs::{Names, first, known, text};
use super::{Format, Wish, faults, newsroom};
use crate::content::json::Json;
use crate::content::read::Document;
use crate::text::{digits, parts, whole};

/// Further steps than this are no way to an article: the way is gone in as many calls.
const LONGEST_WAY: usize = 12;

/// A step from a value to one in it.
#[derive(Clone, Copy)]
pub(super) enum Step {
    Member(&'static str),
    Item(usize),
}

/// The article that is meant, and its place in the document.
pub(super) struct Found {
    pub(super) format: Format,
    /// The steps to it.
    pub(super) way: Vec<Step>,
    /// So many of them lead to what it stands in: a feed, an activity.
    pub(super) outer: usize,
    /// So many of them lead to the list that it was picked from.
    pub(super) list: Option<usize>,
}

/// Members that APIs put an article into.
const WRAPPERS: &str = "data article result item post story content node entry";

/// Wrappers in wrappers: no API in use has three.
const MOST_WRAPPERS: usize = 2;

/// Finds the article. An error says what there is instead.
pub(super) fn find(json: &Json, wish: &Wish) -> Result<Found, String> {
    let mut found =
        Found { format: wish.format.unwrap_or_default(), way: Vec::new(), outer: 0, list: None };
    let mut named = wish.format;
    let mut settled = false;
    let mut wrappers = 0;
    let mut at = json;
    while found.way.len() < LONGEST_WAY {
        if let Json::List(items) = at
            && found.list.is_none()
            && !is_body(at, named)
        {
            // The parts of a JSON-LD document refer to each other: its reader needs them all.
            let linked = wish.format == Some(Format::JsonLd)
                || items.iter().any(|item| is_json_ld(item, named));
            if linked && wish.item.is_none() {
                found.format = Format::JsonLd;
                return Ok(found);
            }
            let index = index_of(items, wish, named)?;
            found.list = Some(found.way.len());
            found.way.push(Step::Item(index));
            at = items.get(index).unwrap_or(&Json::Null);
            continue;
        }
        let names = match known(at, named) {
            Some((format, names)) => {
                if !(settled && names.is_empty()) {
                    found.outer = found.way.len();
                }
                found.format = format;
                named = Some(format);
                settled = true;
                names
            }
            // What a feed or an activity holds is an article of its format, whatever it lacks.
            None if settled && matches!(at, Json::Object(_)) => "",
            None if is_body(at, named) => return Ok(found),
            None => match wrapper(at, named) {
                Some(names) if wrappers < MOST_WRAPPERS && !settled => {
                    wrappers += 1;
                    names
                }
                _ => break,
            },
        };
        if names.is_empty() {
            return Ok(found);
        }
        found.way.extend(parts(names, b'.').map(Step::Member));
        at = parts(names, b'.').try_fold(at, |json, name| json.get(name)).unwrap_or(&Json::Null);
    }
    if let Some(message) = faults::told(json) {
        return Err(["the answer is an error of the API: ", &message].concat());
    }
    // It is called so: its reader says what it lacks.
    found.way.truncate(found.list.map_or(0, |list| list + 1));
    if wish.format.is_some() && matches!(self::at(json, &found.way), Json::Object(_)) {
        return Ok(Found { outer: found.way.len(), ..found });
    }
    Err(none_known(json))
}

fn is_json_ld(json: &Json, named: Option<Format>) -> bool {
    matches!(known(json, named), Some((Format::JsonLd, _)))
}

/// Whether a value is the body of an editor by itself. Lists are only asked where their items say a type.
fn is_body(json: &Json, named: Option<Format>) -> bool {
    let typed = match json {
        Json::List(_) => text(json, "_type").is_some(),
        _ => true,
    };
    typed
        && matches!(named, None | Some(Format::Canonical))
        && newsroom::blocks(&Document::new("").root(json)).is_some_and(|blocks| !blocks.is_empty())
}

/// The wrapper of a value: one that holds an article, or else one that there is.
fn wrapper(json: &Json, named: Option<Format>) -> Option<Names> {
    let inside = |name: &str| match json.get(name) {
        Some(json @ (Json::Object(_) | Json::List(_))) => Some(json),
        _ => None,
    };
    let holds = |name: &str| match inside(name) {
        Some(Json::List(items)) => items.first().is_some_and(|item| known(item, named).is_some()),
        Some(json) => known(json, named).is_some(),
        None => false,
    };
    let mut sure = parts(WRAPPERS, b' ').filter(|name| holds(name));
    sure.next().or_else(|| parts(WRAPPERS, b' ').find(|name| inside(name).is_some()))
}

/// What is wrong with a document that is none of ours.
fn none_known(json: &Json) -> String {
    match json {
        Json::Object(members) => {
            let drupal = json.get("jsonapi").is_some()
                || text(json, "data.type").is_some_and(|kind| kind.starts_with("node--"));
            let mut line = String::from(if drupal {
                "JSON:API, as Drupal has it, names its members differently on every site: say with \"map\" where they are"
            } else {
                "no article of a format that is known: looked for a \"headline\" with a \"body\" or \"articleBody\", and for the members of JSON-LD, WordPress, Ghost, JSON Feed, ninjs, the Guardian, ANS and ActivityStreams"
            });
            line.push_str("; found ");
            for (index, (name, _)) in members.iter().take(12).enumerate() {
                line.push_str(if index > 0 { ", \"" } else { "\"" });
                line.extend(name.chars().take(30));
                line.push('"');
            }
            line.push_str(match members.len() {
                0 => "no members",
                13.. => " and more",
                _ => "",
            });
            line
        }
        Json::List(items) if items.is_empty() => {
            "an empty list: an article is a JSON object".to_owned()
        }
        Json::List(_) => {
            "a list without an article: an article is a JSON object of a known format".to_owned()
        }
        _ => "an article is a JSON object; this is not one".to_owned(),
    }
}

/// The item that is wished for, or the first that is an article.
fn index_of(items: &[Json], wish: &Wish, named: Option<Format>) -> Result<usize, String> {
    let Some(wanted) = &wish.item else {
        if items.is_empty() {
            return Err(none_known(&Json::List(Vec::new())));
        }
        return Ok(items.iter().position(|item| known(item, named).is_some()).unwrap_or(0));
    };
    let number = || usize::try_from(whole(wanted)?).ok().filter(|n| (1..=items.len()).contains(n));
    let index = items.iter().position(|item| is_called(item, wanted));
    index.or_else(|| Some(number()? - 1)).ok_or_else(|| {
        let count = digits(items.len() as u32);
        ["no item \"", wanted, "\" in a list of ", &count].concat()
    })
}

/// Members that an item is known by.
const CALLED: &str = "id slug guid guid.rendered url link canonical_url external_url webUrl uri uuid _id @id object.id object.url mainEntityOfPage mainEntityOfPage.@id";

/// By an id or address, with or without a slash at its end.
fn is_called(item: &Json, wanted: &str) -> bool {
    let bare = |text: &str| -> usize { text.len() - usize::from(text.ends_with('/')) };
    let wanted = wanted.get(..bare(wanted)).unwrap_or_default();
    parts(CALLED, b' ').any(|names| match first(item, names) {
        Some(Json::Text(text) | Json::Number(text)) => text.get(..bare(text)) == Some(wanted),
        _ => false,
    })
}

/// What stands at the end of some steps.
pub(super) fn at<'a>(json: &'a Json, way: &[Step]) -> &'a Json {
    let step = |json: &'a Json, step: &Step| match (step, json) {
        (Step::Member(name), _) => json.get(name),
        (Step::Item(index), Json::List(items)) => items.get(*index),
        _ => None,
    };
    way.iter().try_fold(json, step).unwrap_or(&Json::Null)
}

/// The path of some steps.
pub(super) fn path(way: &[Step]) -> String {
    let mut path = String::from("$");
    for step in way {
        match step {
            Step::Member(name) => path.extend([".", name]),
            Step::Item(index) => path.extend(["[", &digits(*index as u32), "]"]),
        }
    }
    path
}

/// The same, to change it.
pub(super) fn at_mut<'a>(json: &'a mut Json, way: &[Step]) -> Option<&'a mut Json> {
    way.iter().try_fold(json, |json, step| match (step, json) {
        (Step::Member(name), Json::Object(members)) => {
            members.iter_mut().rfind(|(own, _)| own == name).map(|(_, value)| value)
        }
        (Step::Item(index), Json::List(items)) => items.get_mut(*index),
        _ => None,
    })
}
