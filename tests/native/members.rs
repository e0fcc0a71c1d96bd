//! Every member of an article and of every block, absent, empty, of every wrong type, and out of all bounds.

use crate::content::{HEADLINE, LAST};
use crate::support::{BASE, file, read};
use serde_json::{Value, json};
use standfirst::content::formats::{self, Format, Reading};
use standfirst::content::model::{BlockKind, Text};
use std::collections::BTreeSet;
use std::panic::catch_unwind;

fn every_member() -> Value {
    serde_json::from_str(&file("tests/fixtures/every-member.json")).unwrap()
}

/// What a member takes: which kinds of JSON are wrong for it.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Takes {
    Text,
    Address,
    Date,
    Number,
    Flag,
    Word,
    /// An object whose members may all be missing.
    Object,
    /// An object with a member that has to be there.
    Members,
    /// A text, or an object.
    TextOrObject,
    /// An address, or an object with one.
    AddressOrObject,
    /// A text, an object, or a list of blocks.
    Body,
    /// A list of blocks.
    Blocks,
}

impl Takes {
    /// True, a number, a text, a list, an object: whether each is a problem. None: it may be one.
    fn wrong(self) -> [Option<bool>; 5] {
        let (yes, no) = (Some(true), Some(false));
        match self {
            Takes::Text | Takes::Address => [yes, no, no, yes, yes],
            Takes::Date | Takes::Word | Takes::Members => [yes, yes, yes, yes, yes],
            Takes::Number => [yes, no, yes, yes, yes],
            Takes::Flag => [no, yes, yes, yes, yes],
            Takes::Object => [yes, yes, yes, yes, None],
            Takes::TextOrObject => [yes, no, no, yes, None],
            Takes::AddressOrObject => [yes, no, no, yes, yes],
            Takes::Body => [yes, yes, no, yes, None],
            Takes::Blocks => [yes, yes, no, yes, yes],
        }
    }
}

/// A member in its place: `/body/3/image/url` and, for the tables, `image.url` in a block of type `link-card`.
#[derive(Clone, Debug)]
struct Place {
    pointer: String,
    path: String,
    /// The names from the nearest block, or from the article, items as `*`.
    names: Vec<String>,
    /// The type of that block.
    block: Option<String>,
}

fn places(value: &Value, at: &Place, out: &mut Vec<Place>) {
    match value {
        Value::Object(members) => {
            let kind =
                members.get("type").and_then(Value::as_str).filter(|kind| !kind.contains('/'));
            for (name, member) in members {
                let mut names = if kind.is_some() { Vec::new() } else { at.names.clone() };
                names.push(name.clone());
                let here = Place {
                    pointer: format!("{}/{name}", at.pointer),
                    path: format!("{}.{name}", at.path),
                    names,
                    block: kind.map(str::to_owned).or_else(|| at.block.clone()),
                };
                out.push(here.clone());
                places(member, &here, out);
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                let mut names = at.names.clone();
                names.push("*".to_owned());
                let here = Place {
                    pointer: format!("{}/{index}", at.pointer),
                    path: format!("{}[{index}]", at.path),
                    names,
                    block: at.block.clone(),
                };
                out.push(here.clone());
                places(item, &here, out);
            }
        }
        _ => {}
    }
}

fn all_places(article: &Value) -> Vec<Place> {
    let start = Place { pointer: String::new(), path: "$".into(), names: Vec::new(), block: None };
    let mut out = Vec::new();
    places(article, &start, &mut out);
    out
}

/// The table: every member of the article and of every block. A member that is not in it is a panic, so a new one
/// cannot go untested.
fn takes(place: &Place) -> Takes {
    let names: Vec<&str> = place.names.iter().map(String::as_str).collect();
    let block = place.block.as_deref().unwrap_or("article");
    match (block, names.as_slice()) {
        (_, ["body"] | ["body", "*"]) if block == "article" => Takes::Blocks,
        (_, [.., "body"]) => Takes::Body,
        (_, [.., "body", "*"]) => Takes::Blocks,
        ("list", ["items"] | ["items", "*"]) => Takes::Body,
        ("list", ["items", "*", "*"]) => Takes::Blocks,
        ("takeaways", ["items"] | ["items", "*"]) => Takes::TextOrObject,
        (_, ["items"] | ["items", "*"] | ["events"] | ["events", "*"]) => Takes::Members,
        (_, [.., "correction"] | [.., "correction", "*"] | ["related"] | ["related", "*"]) => {
            Takes::Members
        }
        (_, ["header"] | ["header", "*"] | ["rows"] | ["rows", "*"] | ["rows", "*", "*"]) => {
            Takes::TextOrObject
        }
        (_, ["spans"] | ["spans", "*"]) => Takes::TextOrObject,
        ("embed", ["author"]) => Takes::Text,
        (_, ["author"] | ["author", "*"] | ["publisher"] | ["keywords"] | ["keywords", "*"]) => {
            Takes::TextOrObject
        }
        (_, ["author", "*", "image"]) => Takes::Address,
        (_, [.., "image"] | ["image", "*"] | ["images"] | ["images", "*"]) => {
            Takes::AddressOrObject
        }
        (_, [.., "sources"] | [.., "sources", "*"]) => Takes::AddressOrObject,
        (_, [.., "srcset"] | [.., "srcset", "*"] | [.., "tracks"] | [.., "tracks", "*"]) => {
            Takes::Members
        }
        ("article", ["video"] | ["audio"]) => Takes::Members,
        ("article", ["label"] | ["share"]) | (_, [.., "focal"]) => Takes::Object,
        ("timeline", [.., "date"]) => Takes::Text,
        ("callout", ["tone"]) => Takes::Word,
        ("rating", ["value"]) => Takes::Number,
        (_, [.., "marks"] | [.., "marks", "*"] | ["align"] | ["align", "*"]) => Takes::Word,
        // Any text is no target: only known names are, and addresses with places.
        (_, [.., "targets"] | [.., "targets", "*"] | [.., "targets", "*", "url"]) => Takes::Members,
        (_, [.., "targets", "*", "limit"]) => Takes::Number,
        (_, [.., "targets", "*", "icon"]) => Takes::Text,
        (_, ["articleSection"] | ["articleSection", "*"]) => Takes::Text,
        (_, [.., "sources", "*", "type"]) => Takes::Text,
        (_, ["type"] | [.., "kind"] | ["dir"] | [.., "role"] | ["layout"]) => Takes::Word,
        (_, [.., "expires" | "date" | "datePublished" | "dateModified"]) => Takes::Date,
        (_, [.., "width" | "height" | "x" | "y" | "duration"]) => Takes::Number,
        (_, ["start" | "level" | "of" | "commentCount"]) => Takes::Number,
        (_, [.., "break"] | ["ordered" | "open" | "key"]) => Takes::Flag,
        (_, ["isAccessibleForFree" | "commentsClosed"]) => Takes::Flag,
        (_, [.., "url" | "src" | "href" | "link" | "poster" | "logo"]) => Takes::Address,
        (_, ["license" | "commentsUrl" | "discussionUrl"]) => Takes::Address,
        (
            _,
            [
                ..,
                "headline" | "text" | "html" | "title" | "caption" | "alt" | "name" | "value"
                | "label",
            ],
        ) => Takes::Text,
        (
            _,
            [
                ..,
                "creditText" | "jobTitle" | "email" | "telephone" | "lang" | "tone" | "question"
                | "appId" | "campaign",
            ],
        ) => Takes::Text,
        (
            _,
            [
                "description"
                | "alternativeHeadline"
                | "articleBody"
                | "encodingFormat"
                | "dateline",
            ],
        ) => Takes::Text,
        (_, ["inLanguage" | "copyrightNotice" | "id" | "citation" | "provider" | "language"]) => {
            Takes::Text
        }
        (_, ["summary" | "term" | "transcript"] | ["audio", "transcript"]) => Takes::Text,
        (block, names) => panic!("a member that no table knows: {names:?} of {block}"),
    }
}

/// Members without which the thing itself cannot be: a missing one is a problem, all others are silent.
fn required(place: &Place) -> bool {
    let names: Vec<&str> = place.names.iter().map(String::as_str).collect();
    let block = place.block.as_deref().unwrap_or("article");
    matches!(
        (block, names.as_slice()),
        (_, ["type" | "summary"])
            | ("article", ["headline"])
            | ("image" | "embed" | "link-card", ["url"])
            | ("link-card", ["title"])
            | ("link-card", ["image", "url"])
            | ("rating", ["value"])
            | ("correction", ["text"])
            | (_, [.., "name"])
            | ("definition", ["term"])
            | (_, ["correction", "*", "text"] | ["related", "*", "headline" | "url"])
            | (
                _,
                ["image", "*", "url"] | ["images", "*", "url"] | ["related", "*", "image", "url"]
            )
            | (_, [.., "srcset", "*", "url" | "width"])
            | (_, [.., "sources"] | [.., "sources", "*"])
            | (_, [.., "src"] | [.., "targets", "*", "url"])
            | ("qanda", ["items", "*", "question"])
            | ("timeline", ["events", "*", "date"])
            | ("numbers", ["items", "*", "value" | "label"])
    )
}

fn replaced(article: &Value, place: &Place, value: Option<Value>) -> Value {
    let mut article = article.clone();
    let (parent, name) = place.pointer.rsplit_once('/').unwrap();
    match (article.pointer_mut(parent).unwrap(), value) {
        (Value::Object(members), None) => {
            members.remove(name);
        }
        (Value::Object(members), Some(value)) => {
            members.insert(name.to_owned(), value);
        }
        (Value::Array(items), value) => {
            items[name.parse::<usize>().unwrap()] = value.unwrap_or(Value::Null);
        }
        _ => unreachable!(),
    }
    article
}

/// Reads, and says what went wrong: lost altogether, or a panic.
pub fn attempt(article: &Value, what: &str) -> Reading {
    match catch_unwind(|| formats::read_value(article, None, BASE)) {
        Ok(Ok(reading)) => reading,
        Ok(Err(error)) => panic!("{what}: the article is lost: {error:?}"),
        Err(_) => panic!("{what}: panics"),
    }
}

fn the_rest_is_there(reading: &Reading, place: &Place, what: &str) {
    if place.pointer != "/headline" {
        assert_eq!(reading.article.headline, HEADLINE, "{what}");
    }
    let itself = place.pointer == "/body" || place.names.last().is_some_and(|_| is_last(place));
    if !itself {
        let last = reading.article.body.last().expect(what);
        assert_eq!(last.kind, BlockKind::Paragraph(Text::plain(LAST)), "{what}");
    }
}

fn is_last(place: &Place) -> bool {
    let last = every_member()["body"].as_array().unwrap().len() - 1;
    let own = format!("/body/{last}");
    place.pointer == own || place.pointer.starts_with(&format!("{own}/"))
}

/// Whether one path leads to the other, or is it.
fn related(a: &str, b: &str) -> bool {
    let under = |long: &str, short: &str| {
        long.strip_prefix(short).is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
    };
    under(a, b) || under(b, a)
}

#[test]
fn the_fixture_with_every_member_is_read_without_a_problem() {
    let reading = read(&every_member());
    assert_eq!(reading.problems, []);
    assert_eq!(reading.format, Format::Canonical);
    assert_eq!(reading.article.body.len(), 30);
}

/// Control of the tables below: what the schema knows stands in the fixture, so nothing goes untried.
#[test]
fn every_member_of_the_schema_stands_in_the_fixture() {
    let schema: Value = serde_json::from_str(&file("schema/article.schema.json")).unwrap();
    let mut known = BTreeSet::new();
    names_of_properties(&schema, &mut known);
    // Inline comments have a format and limits of their own.
    let of_comments = [
        "comment",
        "parentItem",
        "dateCreated",
        "upvoteCount",
        "downvoteCount",
        "state",
        "pinned",
        "badge",
    ];
    let article = every_member();
    let tried: BTreeSet<String> =
        all_places(&article).into_iter().filter_map(|p| p.names.last().cloned()).collect();
    let untried: Vec<_> = known
        .iter()
        .filter(|name| !tried.contains(*name) && !of_comments.contains(&name.as_str()))
        .collect();
    assert!(untried.is_empty(), "not in tests/fixtures/every-member.json: {untried:?}");
    assert!(known.len() > 80, "the schema was read: {}", known.len());
}

fn names_of_properties(schema: &Value, out: &mut BTreeSet<String>) {
    match schema {
        Value::Object(members) => {
            for (name, member) in members {
                if name == "properties" {
                    out.extend(member.as_object().unwrap().keys().cloned());
                }
                names_of_properties(member, out);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| names_of_properties(item, out)),
        _ => {}
    }
}

/// `""`, `null`, `[]` and `{}` mean missing, everywhere.
#[test]
fn a_missing_member_is_no_problem_unless_the_thing_cannot_be_without_it() {
    let article = every_member();
    let mut faults = Vec::new();
    for place in all_places(&article) {
        for value in [None, Some(Value::Null), Some(json!("")), Some(json!([])), Some(json!({}))] {
            let what = format!("{} = {value:?}", place.path);
            let changed = replaced(&article, &place, value);
            let parent = place.pointer.rsplit_once('/').unwrap().0;
            if changed.pointer(parent) == Some(&json!({})) {
                continue; // It was the only member: what is empty is missing itself.
            }
            let reading = attempt(&changed, &what);
            the_rest_is_there(&reading, &place, &what);
            let named = reading.problems.iter().any(|p| related(&p.path, &place.path));
            if required(&place) != named {
                faults.push(format!("{what}: problems {:?}", reading.problems));
            }
            faults.extend(
                reading
                    .problems
                    .iter()
                    .filter(|p| !related(&p.path, &place.path))
                    .map(|p| format!("{what}: a problem elsewhere: {p:?}")),
            );
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn a_member_of_the_wrong_type_is_a_problem_that_names_its_path_and_loses_nothing_else() {
    let article = every_member();
    let mut faults = Vec::new();
    let mut tried = 0;
    for place in all_places(&article) {
        let values =
            [json!(true), json!(7), json!("zebra"), json!([true]), json!({ "zebra": true })];
        for (value, wrong) in values.into_iter().zip(takes(&place).wrong()) {
            let what = format!("{} = {value}", place.path);
            let reading = attempt(&replaced(&article, &place, Some(value)), &what);
            the_rest_is_there(&reading, &place, &what);
            tried += 1;
            let named = reading.problems.iter().any(|p| related(&p.path, &place.path));
            if wrong.is_some_and(|wrong| wrong != named) {
                faults.push(format!("{what}: problems {:?}", reading.problems));
            }
            if let Some(p) = reading.problems.iter().find(|p| !related(&p.path, &place.path)) {
                faults.push(format!("{what}: a problem elsewhere: {p:?}"));
            }
        }
    }
    assert!(tried > 1000, "{tried}");
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn a_megabyte_of_text_and_numbers_out_of_range_lose_nothing_else() {
    let article = every_member();
    let long = "x".repeat(1_000_000);
    let numbers =
        [json!(1e308), json!(-1), json!(-1e308), json!(u64::MAX), json!(i64::MIN), json!(0)];
    for place in all_places(&article) {
        for value in numbers.iter().cloned() {
            let what = format!("{} = {value}", place.path);
            let reading = attempt(&replaced(&article, &place, Some(value)), &what);
            the_rest_is_there(&reading, &place, &what);
        }
        let what = format!("{} = 1 MB of text", place.path);
        let reading = attempt(&replaced(&article, &place, Some(json!(long))), &what);
        the_rest_is_there(&reading, &place, &what);
    }
}
