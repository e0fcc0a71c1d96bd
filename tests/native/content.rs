//! Reading canonical JSON is total: nothing in the data panics, and one wrong member never loses the rest.

use crate::support::{BASE, Drawing, Numbers, draw, file, plain, read, with_body};
use serde_json::{Map, Value, json};
use standfirst::content::formats::{self, Format, Reading, Unreadable};
use standfirst::content::model::{Article, Block, BlockKind, Inline, Mark, Text};
use standfirst::content::plain as texts;
use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};

const HEADLINE: &str = "The headline is still here";
const LAST: &str = "The rest is still here";

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
        (
            _,
            [.., "targets"] | [.., "targets", "*"] | ["articleSection"] | ["articleSection", "*"],
        ) => Takes::Text,
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
        (_, [.., "creditText" | "jobTitle" | "lang" | "tone" | "question" | "appId"]) => {
            Takes::Text
        }
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
            | ("article", ["author", "*", "name"] | ["label", "text"])
            | (_, ["correction", "*", "text"] | ["related", "*", "headline" | "url"])
            | (
                _,
                ["image", "*", "url"] | ["images", "*", "url"] | ["related", "*", "image", "url"]
            )
            | (_, [.., "srcset", "*", "url" | "width"])
            | (_, [.., "sources"] | [.., "sources", "*"])
            | (_, [.., "src"])
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

fn attempt(article: &Value, what: &str) -> Reading {
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

/// The contract: a negative or endless size is wrong, and a page is not laid out by it.
#[test]
fn a_number_out_of_range_is_a_problem_and_no_size() {
    for wrong in [json!(-640), json!(1e308), json!("1e999")] {
        let image = json!([{ "type": "image", "url": "a.jpg", "width": wrong }, { "type": "paragraph", "text": LAST }]);
        let reading = read(&with_body(image));
        let BlockKind::Image(image) = &reading.article.body[0].kind else { panic!() };
        assert_eq!(image.width, None);
        assert_eq!(reading.problems[0].path, "$.body[0].width", "{wrong}");
    }
}

#[test]
fn an_unknown_block_is_a_problem_and_the_reader_sees_nothing_of_it() {
    let reading = read(&with_body(json!([
        { "type": "paragraph", "text": "Before" },
        { "type": "quiz", "text": "What is it?", "questions": [1, 2] },
        { "type": "paragraph", "text": "After" },
    ])));
    assert_eq!(reading.article.body.len(), 2);
    assert_eq!(reading.problems.len(), 1);
    assert_eq!(reading.problems[0].path, "$.body[1].type");
    assert!(reading.problems[0].reason.contains("quiz"), "{:?}", reading.problems);
    let html = draw(reading.article, &Drawing::default());
    assert!(html.contains("Before") && html.contains("After") && !html.contains("What is it?"));
}

fn unreadable(text: &str) -> Unreadable {
    formats::read(text, None, BASE).expect_err(text)
}

#[test]
fn neither_headline_nor_body_is_no_article_and_the_line_says_what_is_missing() {
    for text in
        ["{}", r#"{"description":"Only this"}"#, r#"{"headline":"","body":[],"articleBody":null}"#]
    {
        let Unreadable::Schema(line) = unreadable(text) else { panic!("{text}") };
        for word in ["headline", "body", "articleBody"] {
            assert!(line.contains(word), "{line}");
        }
    }
    for text in ["[]", "1", "null", "\"text\"", "[1,2]"] {
        let Unreadable::Schema(line) = unreadable(text) else { panic!("{text}") };
        assert!(line.contains("object"), "{line}");
    }
}

#[test]
fn one_of_headline_and_body_is_enough() {
    assert_eq!(read(&json!({ "headline": "Only this" })).problems, []);
    let reading = read(&json!({ "body": "Only this" }));
    assert_eq!(reading.article.headline, "");
    assert_eq!(reading.problems[0].path, "$.headline");
    assert_eq!(read(&json!({ "headline": "H", "articleBody": "A\n\nB" })).article.body.len(), 2);
}

#[test]
fn what_is_not_json_is_told_apart() {
    let table = [
        ("", "empty"),
        (" \n\t ", "empty"),
        ("\u{feff}", "empty"),
        ("<!DOCTYPE html><title>Sign in</title>", "HTML"),
        ("\n <html>", "HTML"),
        ("\u{feff}<?xml version=\"1.0\"?>", "XML"),
        ("{\"headline\":\"cut", "cut off"),
        ("{\"headline\":\"cut\",\"body\":[", "cut off"),
        ("headline", "not JSON"),
        ("{headline:'a'}", "not JSON"),
        ("{\"headline\":\"a\"} trailing", "not JSON"),
        ("{\"headline\":\"\u{1}\"}", "not JSON"),
        ("NaN", "not JSON"),
    ];
    for (text, says) in table {
        match unreadable(text) {
            Unreadable::Parse(line) => assert!(line.contains(says), "{text:?}: {line}"),
            other => panic!("{text:?}: {other:?}"),
        }
    }
}

#[test]
fn a_byte_order_mark_before_an_article_is_passed_over() {
    let reading = formats::read("\u{feff} {\"headline\":\"With a mark\"}", None, BASE).unwrap();
    assert_eq!(reading.article.headline, "With a mark");
}

#[test]
fn a_format_is_found_out_or_named_and_an_unknown_name_is_told() {
    assert_eq!(Format::named("auto"), Ok(None));
    assert_eq!(Format::named(""), Ok(None));
    for (word, format) in Format::WORDS {
        assert_eq!(Format::named(word), Ok(Some(*format)));
        assert_eq!(format.as_str(), *word);
    }
    assert!(Format::named("rss").unwrap_err().contains("rss"));
}

/// Lists in lists as the reader would have to draw them, one function call a level.
fn nested(depth: usize) -> Value {
    let mut block = json!({ "type": "paragraph", "text": "The deepest" });
    for _ in 0..depth {
        block = json!({ "type": "list", "items": [[block]] });
    }
    block
}

#[test]
fn blocks_nested_a_hundred_deep_are_cut_with_a_problem_and_can_be_drawn() {
    for depth in [1, 5, 20, 100] {
        let article = with_body(json!([nested(depth), { "type": "paragraph", "text": LAST }]));
        let reading = attempt(&article, "nested");
        let too_deep = reading.problems.iter().any(|p| p.reason.contains("too deep"));
        assert_eq!(too_deep, depth >= 20, "{depth}: {:?}", reading.problems);
        let html = draw(reading.article, &Drawing::default());
        assert!(html.contains(LAST));
        assert_eq!(html.contains("The deepest"), depth < 20, "{depth}");
    }
}

/// As text the same, and deeper than any stack: what is too deep to be shown is left out, the rest stays.
#[test]
fn json_nested_a_hundred_thousand_deep_loses_only_what_is_too_deep() {
    let list = |depth: usize| {
        let open = r#"{"type":"list","items":[["#.repeat(depth);
        let close = "]]}".repeat(depth);
        [&open, r#"{"type":"paragraph","text":"The deepest"}"#, &close].concat()
    };
    let brackets = |depth: usize| ["[".repeat(depth), "]".repeat(depth)].concat();
    for deep in [list(100), list(100_000), brackets(200), brackets(100_000)] {
        let text = format!(
            r#"{{"headline":"{HEADLINE}","body":[{deep},{{"type":"paragraph","text":"{LAST}"}}]}}"#
        );
        let reading = formats::read(&text, None, BASE).unwrap();
        assert_eq!(reading.article.headline, HEADLINE);
        assert!(!reading.problems.is_empty());
        let html = draw(reading.article, &Drawing::default());
        assert!(html.contains(LAST) && !html.contains("The deepest"));
    }
}

#[test]
fn character_references_are_decoded_once() {
    let table = [
        ("Mayor &amp; council", "Mayor & council"),
        ("&amp;lt;b&amp;gt;", "&lt;b&gt;"),
        ("&lt;b&gt;", "<b>"),
        ("&#8211;&#x2013;&#X2013;", "–––"),
        ("&nbsp;", "\u{a0}"),
        ("R&D; AT&T", "R&D; AT&T"),
        ("&unknown;", "&unknown;"),
        ("&", "&"),
        ("&;", "&;"),
        ("&#;", "&#;"),
        ("&#0;&#x1F;", "&#0;&#x1F;"),
        ("&#xD800;", "&#xD800;"),
        ("&#x110000;", "&#x110000;"),
        ("&#99999999999;", "&#99999999999;"),
        ("&amp", "&amp"),
        ("é&amp;é", "é&é"),
        ("&é;", "&é;"),
    ];
    for (written, meant) in table {
        assert_eq!(texts::decode_entities(written), meant, "{written}");
    }
    let reading = read(&json!({ "headline": "A &amp;amp; B", "description": "&lt;i&gt;" }));
    assert_eq!(reading.article.headline, "A &amp; B");
    assert_eq!(reading.article.description.as_deref(), Some("<i>"));
}

/// The text of a block is plain and never decoded: `&amp;` in it is what the reader should see.
#[test]
fn the_text_of_a_block_stands_as_it_is_written() {
    let reading = read(&with_body(json!([{ "type": "paragraph", "text": "a &amp; <b>b</b>" }])));
    assert_eq!(reading.article.body[0].kind, BlockKind::Paragraph(Text::plain("a &amp; <b>b</b>")));
}

#[test]
fn characters_that_turn_the_direction_are_taken_out_of_names() {
    let turning = "\u{202e}Ruiz\u{202c} \u{2066}Ana\u{2069}\u{200e}\u{200f}\u{061c}\u{202a}\u{202b}\u{202d}\u{2067}\u{2068}\u{7}";
    let reading = read(&json!({
        "headline": "H",
        "author": [turning, { "name": turning, "jobTitle": turning }],
        "publisher": turning,
        "keywords": [turning, { "name": turning }],
        "body": [{ "type": "embed", "url": "https://a.example/", "author": turning }],
    }));
    let article = &reading.article;
    let BlockKind::Embed(embed) = &article.body[0].kind else { panic!() };
    for name in [
        &article.author[0].name,
        &article.author[1].name,
        article.author[1].job_title.as_ref().unwrap(),
        &article.publisher.as_ref().unwrap().name,
        &article.keywords[0].name,
        &article.keywords[1].name,
        embed.author.as_ref().unwrap(),
    ] {
        assert_eq!(name, "Ruiz Ana");
    }
    // A reference that is decoded to one is caught as well.
    assert_eq!(
        read(&json!({ "headline": "H", "author": "&#x202E;Ana" })).article.author[0].name,
        "Ana"
    );
    // A name of nothing else is no name.
    assert!(
        read(&json!({ "headline": "H", "author": "\u{202e}\u{200f}" })).article.author.is_empty()
    );
}

#[test]
fn spans_keep_their_marks_links_languages_breaks_and_spaces() {
    let reading = read(&with_body(json!([{ "type": "paragraph", "spans": [
        "One", " ", { "text": "two", "marks": ["strong", "EM"], "href": "/two", "lang": "fr" },
        { "break": true }, { "text": " three " }, 4,
    ] }])));
    assert_eq!(reading.problems, []);
    let BlockKind::Paragraph(text) = &reading.article.body[0].kind else { panic!() };
    assert_eq!(plain(text), "One two\n three 4");
    assert_eq!(text.to_plain(), "One two  three 4");
    let Inline::Span { marks, href, lang, .. } = &text.spans[2] else { panic!() };
    assert_eq!(marks, &[Mark::Strong, Mark::Em]);
    assert_eq!(href.as_ref().unwrap().as_str(), "https://news.example/two");
    assert_eq!(lang.as_deref(), Some("fr"));
}

#[test]
fn html_is_kept_for_the_policy_and_shown_as_its_plain_text() {
    let html = "<p>One <b>two</b></p><script>alert(1)</script><p>three</p>";
    let reading = read(&with_body(
        json!([{ "type": "paragraph", "html": html }, { "type": "html", "html": html }]),
    ));
    assert_eq!(reading.problems, []);
    let BlockKind::Paragraph(text) = &reading.article.body[0].kind else { panic!() };
    assert_eq!(text.html.as_deref(), Some(html));
    assert_eq!(plain(text), "One two three");
    assert_eq!(reading.article.body[1].kind, BlockKind::Html { html: html.to_owned() });
    let page = draw(reading.article, &Drawing::default());
    assert!(page.contains("<p>One two</p><p>three</p>"), "{page}");
    assert!(!page.contains("alert"));
}

#[test]
fn an_article_body_is_taken_as_html_or_text_by_its_format_or_by_a_known_tag() {
    let paragraphs = |article: Value| -> Vec<String> {
        let blocks = read(&article).article.body;
        let text = |block: &Block| match &block.kind {
            BlockKind::Paragraph(text) => plain(text),
            other => panic!("{other:?}"),
        };
        blocks.iter().map(text).collect()
    };
    let body = "<p>One</p><p>a &lt; b</p>";
    let html = json!({ "headline": "H", "articleBody": body });
    assert_eq!(paragraphs(html), ["One", "a < b"]);
    let as_text = json!({ "headline": "H", "articleBody": body, "encodingFormat": "text/plain" });
    assert_eq!(paragraphs(as_text), [body]);
    let as_html =
        json!({ "headline": "H", "articleBody": "a <x>b", "encodingFormat": "text/html" });
    assert_eq!(paragraphs(as_html), ["a b"]);
    let text = json!({ "headline": "H", "articleBody": "a < b\n\nc <d@e.example>\n\n x > y" });
    assert_eq!(paragraphs(text), ["a < b", "c <d@e.example>", "x > y"]);
    let both = json!({ "headline": "H", "articleBody": "Not this", "body": "This" });
    assert_eq!(paragraphs(both), ["This"]);
}

#[test]
fn hard_html_becomes_its_text() {
    let table: &[(&str, &[&str])] = &[
        ("a < b and b > c", &["a < b and b > c"]),
        ("1 <2 <3", &["1 <2 <3"]),
        ("<p>One<p>Two", &["One", "Two"]),
        ("<P>One</P><BR/>Two", &["One", "Two"]),
        ("One<br>Two", &["One", "Two"]),
        ("<b>un</b>broken", &["unbroken"]),
        ("<p>unclosed <b", &["unclosed"]),
        ("<script>a()</script>b", &["b"]),
        ("<SCRIPT>a()</sCrIpT >b", &["b"]),
        ("<script>a", &[]),
        ("<script>a</script", &[]),
        ("a<script>\"</p>\"</script>b", &["ab"]),
        ("<style>p{}</style>a", &["a"]),
        ("<svg><script>a</script></svg>b", &["b"]),
        ("<template><p>a</p></template>b", &["b"]),
        ("<!-- a --><p>b", &["b"]),
        ("<!-- a > b -->c", &["c"]),
        ("<!-- never closed", &[]),
        ("<!DOCTYPE html><html><head><title>t</title></head><body>a</body></html>", &["a"]),
        ("<p>&lt;script&gt;</p>", &["<script>"]),
        ("<p>&amp;lt;</p>", &["&lt;"]),
        ("</p></p></p>", &[]),
        ("<ul><li>a<li>b</ul>", &["a", "b"]),
        ("<table><tr><td>a</td></tr></table>", &["a"]),
        ("<", &["<"]),
        ("</", &["</"]),
        ("<>", &["<>"]),
        ("é<é>é", &["é<é>é"]),
        ("\u{1f600}<p>\u{1f600}", &["\u{1f600}", "\u{1f600}"]),
        ("a\u{0}b", &["a\u{0}b"]),
        ("", &[]),
    ];
    for (html, expected) in table {
        assert_eq!(texts::paragraphs_of_html(html), *expected, "{html}");
    }
}

/// No clock here: what is not linear would not come to an end.
#[test]
fn two_hundred_kilobytes_of_hostile_html_come_to_an_end() {
    let inputs = [
        "<a", "<a<a ", "<!--", "<script>", "</script", "<p>", "<p ", "&", "&#", "<", "<div><b>",
        "<svg></", "<x", "\n\n",
    ];
    for piece in inputs {
        let html = piece.repeat(200_000 / piece.len());
        let paragraphs = texts::paragraphs_of_html(&html);
        let length: usize = paragraphs.iter().map(String::len).sum();
        assert!(length <= html.len(), "{piece}");
        let _ = texts::looks_like_html(&html);
        let _ = texts::decode_entities(&html);
    }
}

#[test]
fn text_is_parted_at_empty_lines_and_its_white_space_is_one_space() {
    let text = "One\n two\t three\r\n\r\nfour\n \t\nfive\n\n\n";
    assert_eq!(texts::paragraphs_of_text(text), ["One two three", "four", "five"]);
    assert!(texts::paragraphs_of_text(" \n\n ").is_empty());
}

#[test]
fn problems_stop_at_a_bound_so_that_they_cannot_fill_the_memory() {
    let body: Vec<Value> = (0..5000).map(|_| json!({ "type": "quiz" })).collect();
    let reading = read(&with_body(Value::Array(body)));
    assert_eq!(reading.problems.len(), 200);
}

const NAMES: &[&str] = &[
    "type",
    "id",
    "headline",
    "description",
    "label",
    "body",
    "articleBody",
    "author",
    "publisher",
    "name",
    "url",
    "image",
    "datePublished",
    "dateModified",
    "date",
    "keywords",
    "video",
    "audio",
    "sources",
    "src",
    "tracks",
    "inLanguage",
    "dir",
    "isAccessibleForFree",
    "correction",
    "related",
    "text",
    "spans",
    "marks",
    "href",
    "lang",
    "break",
    "html",
    "level",
    "ordered",
    "start",
    "items",
    "citation",
    "images",
    "layout",
    "caption",
    "creditText",
    "alt",
    "width",
    "height",
    "srcset",
    "focal",
    "x",
    "y",
    "role",
    "tone",
    "link",
    "poster",
    "duration",
    "provider",
    "title",
    "header",
    "rows",
    "align",
    "language",
    "summary",
    "open",
    "question",
    "events",
    "value",
    "of",
    "term",
    "key",
    "kind",
    "expires",
    "transcript",
    "license",
    "share",
    "targets",
    "dateline",
    "articleSection",
];

const WORDS: &[&str] = &[
    "",
    " ",
    "zebra",
    "<script>alert(1)</script>",
    "\"'<>&",
    "javascript:alert(1)",
    "https://a.example/b?c#d",
    "../a.jpg",
    "//a.example",
    "2026-11-20T06:30:00Z",
    "2026-02-30",
    "PT1M",
    "P",
    "\u{202e}abc",
    "\u{0}",
    "ar",
    "de-DE",
    "en",
    "rtl",
    "true",
    "1e308",
    "-1",
    "NaN",
    "breaking",
    "strong",
    "halfwidth",
    "carousel",
    "https://www.youtube.com/watch?v=abc",
    "***",
    "\n\ncode",
    "é\u{301}\u{1f468}\u{200d}\u{1f469}",
    "#336699",
    "]]>",
    "--",
    "{name}",
    "&amp;lt;",
];

const TYPES: &[&str] = &[
    "paragraph",
    "heading",
    "list",
    "quote",
    "pullquote",
    "divider",
    "image",
    "gallery",
    "video",
    "audio",
    "embed",
    "table",
    "code",
    "callout",
    "details",
    "takeaways",
    "qanda",
    "timeline",
    "numbers",
    "definition",
    "link-card",
    "correction",
    "disclaimer",
    "rating",
    "live-post",
    "html",
    "quiz",
];

/// A random value: more often blocks and lists the nearer it is to the root, so that trees come to an end.
fn random(numbers: &mut Numbers, depth: usize) -> Value {
    match numbers.below(if depth > 6 { 6 } else { 12 }) {
        0 => Value::Null,
        1 => json!(numbers.below(2) == 0),
        2 => numbers
            .of(&[
                json!(0),
                json!(1),
                json!(3),
                json!(-7),
                json!(1e308),
                json!(0.5),
                json!(u64::MAX),
            ])
            .clone(),
        3..=5 => json!(numbers.of(WORDS)),
        6 | 7 => Value::Array((0..numbers.below(4)).map(|_| random(numbers, depth + 1)).collect()),
        8 => Value::Object(members(numbers, depth)),
        _ => {
            let mut block = members(numbers, depth);
            block.insert("type".into(), json!(numbers.of(TYPES)));
            Value::Object(block)
        }
    }
}

fn members(numbers: &mut Numbers, depth: usize) -> Map<String, Value> {
    let mut members = Map::new();
    for _ in 0..numbers.below(7) {
        let value = random(numbers, depth + 1);
        members.insert((*numbers.of(NAMES)).to_owned(), value);
    }
    members
}

fn random_article(numbers: &mut Numbers) -> Value {
    let mut article = members(numbers, 0);
    article.insert("headline".into(), json!("Headline"));
    let mut blocks: Vec<Value> = (0..1 + numbers.below(5))
        .map(|_| {
            let mut block = members(numbers, 1);
            // Most blocks have what they need, so that they come as far as the page.
            for (name, value) in
                [("url", json!("a.jpg")), ("text", json!("Text")), ("summary", json!("More"))]
            {
                if numbers.below(3) > 0 {
                    block.insert(name.into(), value);
                }
            }
            block.insert("type".into(), json!(numbers.of(TYPES)));
            Value::Object(block)
        })
        .collect();
    blocks.push(json!({ "type": "paragraph", "text": LAST }));
    article.insert("body".into(), Value::Array(blocks));
    Value::Object(article)
}

/// What every random article must come to. A string says what went wrong.
fn survives(article: &Value, read: impl Fn(&Value) -> Article) -> Result<usize, String> {
    let drawn = catch_unwind(AssertUnwindSafe(|| {
        let article = read(article);
        let blocks = article.body.len();
        (blocks, draw(article, &Drawing { now_ms: 1_763_620_200_000, ..Drawing::default() }))
    }));
    let (blocks, html) = drawn.map_err(|_| format!("panics: {article}"))?;
    if !html.contains(LAST) {
        return Err(format!("the last paragraph is gone: {article}"));
    }
    if html.contains("<script") || html.contains("\"javascript:") || html.contains("<iframe") {
        return Err(format!("reached the page: {html}"));
    }
    let page = catch_unwind(|| crate::support::Tree::parse(&html));
    page.map_err(|_| format!("not well formed: {html}"))?;
    Ok(blocks)
}

#[test]
fn three_thousand_random_articles_are_read_and_drawn_without_a_panic() {
    let mut numbers = Numbers(2026);
    let mut blocks = 0;
    for case in 0..3000 {
        let article = random_article(&mut numbers);
        match survives(&article, |article| read(article).article) {
            Ok(drawn) => blocks += drawn,
            Err(fault) => panic!("case {case}: {fault}"),
        }
    }
    assert!(blocks > 6000, "the articles are not all empty: {blocks} blocks");
}

/// Control: the harness above notices a reader that panics, and one that loses the rest.
#[test]
fn the_harness_notices_a_reader_that_panics_or_loses_the_rest() {
    let article = random_article(&mut Numbers(7));
    assert!(survives(&article, |article| read(article).article).is_ok());
    assert!(survives(&article, |_| panic!("on purpose")).unwrap_err().starts_with("panics"));
    assert!(survives(&article, |_| Article::default()).unwrap_err().contains("is gone"));
}
