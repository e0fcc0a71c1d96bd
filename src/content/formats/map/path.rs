//! A path into a document: `data.items[0].title`, `data["odd.key"]`, `people[*].name`, or a JSON Pointer
//! (RFC 6901) `/data/items/0/title`.

use crate::content::json::Json;
use crate::text::{digits, first_of};

/// More values than this are not collected by `[*]`.
const MOST_VALUES: usize = 100;

/// More steps than this no path has.
const MOST_STEPS: usize = 32;

/// A path, read.
pub(super) struct Path(Vec<Step>);

enum Step {
    /// A member.
    Name(String),
    /// An item of a list.
    Item(usize),
    /// A part of a pointer: a member, or an item by its number.
    Either(String),
    /// Every item.
    All,
}

impl Path {
    /// Reads a path. An error says what is wrong with it.
    pub(super) fn new(written: &str) -> Result<Path, String> {
        let steps = match written.strip_prefix('/') {
            Some(pointer) => pointer.split('/').map(|part| Step::Either(unescaped(part))).collect(),
            None => steps(written)?,
        };
        if steps.len() > MOST_STEPS {
            return Err(["the path ", written, " has too many steps"].concat());
        }
        Ok(Path(steps))
    }

    /// The value at the path, with its place. After `[*]` a list of all that are there.
    pub(super) fn find(&self, root: &Json) -> Option<(Json, String)> {
        let mut values = vec![root];
        let (mut place, mut many) = ("$".to_owned(), false);
        for step in &self.0 {
            values = match step {
                Step::All => {
                    many = true;
                    values.into_iter().flat_map(items).take(MOST_VALUES).collect()
                }
                one => values.into_iter().filter_map(|value| inside(value, one)).collect(),
            };
            step.write(&mut place);
        }
        values.retain(|value| !is_missing(value));
        if many {
            let list: Vec<Json> = values.into_iter().cloned().collect();
            return (!list.is_empty()).then_some((Json::List(list), place));
        }
        values.first().map(|value| ((*value).clone(), place))
    }
}

impl Step {
    fn write(&self, place: &mut String) {
        match self {
            Step::Name(name) | Step::Either(name) => {
                place.push('.');
                place.push_str(name);
            }
            Step::Item(at) => {
                place.push('[');
                place.push_str(&digits(*at as u32));
                place.push(']');
            }
            Step::All => place.push_str("[*]"),
        }
    }
}

fn items(value: &Json) -> &[Json] {
    match value {
        Json::List(items) => items,
        _ => &[],
    }
}

fn inside<'a>(value: &'a Json, step: &Step) -> Option<&'a Json> {
    match (value, step) {
        (Json::List(items), Step::Item(at)) => items.get(*at),
        (Json::List(items), Step::Either(at)) => items.get(at.parse::<u32>().ok()? as usize),
        (value, Step::Name(name) | Step::Either(name)) => value.get(name),
        _ => None,
    }
}

fn is_missing(value: &Json) -> bool {
    match value {
        Json::Null => true,
        Json::Text(text) => text.trim_ascii().is_empty(),
        Json::List(items) => items.is_empty(),
        Json::Object(members) => members.is_empty(),
        _ => false,
    }
}

/// `~1` stands for `/` and `~0` for `~` in a pointer.
fn unescaped(part: &str) -> String {
    let mut out = String::new();
    let mut rest = part.chars();
    while let Some(c) = rest.next() {
        out.push(match c {
            '~' => match rest.next() {
                Some('1') => '/',
                _ => '~',
            },
            c => c,
        });
    }
    out
}

/// The steps of a path with points and brackets.
fn steps(written: &str) -> Result<Vec<Step>, String> {
    let wrong = |what: &str| Err(["the path ", written, " has ", what].concat());
    // `$` may stand for the document, as in the places of problems.
    let below =
        written.strip_prefix('$').filter(|rest| rest.is_empty() || rest.starts_with(['.', '[']));
    let mut rest = below.unwrap_or(written);
    let mut steps = Vec::new();
    let mut name_next = below.is_none();
    while !rest.is_empty() || name_next {
        if let Some(inside) = rest.strip_prefix('[').filter(|_| !name_next || steps.is_empty()) {
            let Some((step, after)) = bracket(inside) else {
                return wrong("a bracket that is none of [0], [*] and [\"name\"]");
            };
            steps.push(step);
            (rest, name_next) = (after, false);
        } else if name_next {
            let (name, after) = rest.split_at(first_of(rest, b".["));
            if name.is_empty() {
                return wrong("an empty name");
            }
            steps.push(Step::Name(name.to_owned()));
            (rest, name_next) = (after, false);
        } else if let Some(after) = rest.strip_prefix('.') {
            (rest, name_next) = (after, true);
        } else {
            return wrong("a name right after a bracket");
        }
    }
    Ok(steps)
}

/// What stands in a bracket, and what follows it.
fn bracket(inside: &str) -> Option<(Step, &str)> {
    if let Some(name) = inside.strip_prefix(['"', '\'']) {
        let mark = inside.chars().next()?;
        let (name, after) = name.split_once(mark)?;
        return Some((Step::Name(name.to_owned()), after.strip_prefix(']')?));
    }
    let (number, after) = inside.split_once(']')?;
    if number == "*" || number.is_empty() {
        return Some((Step::All, after));
    }
    Some((Step::Item(number.parse::<u32>().ok()? as usize), after))
}
