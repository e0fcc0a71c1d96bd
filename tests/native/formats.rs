//! Every sample of a format opens by its JSON alone, and says what a reader of the sample wrote down beside it:
//! `NAME.expected.json`. Only the members that stand there are compared.

#[path = "formats/activity.rs"]
mod activity;
#[path = "formats/detection.rs"]
mod detection;
#[path = "formats/expectation.rs"]
mod expectation;
#[path = "formats/faults.rs"]
mod faults;
#[path = "formats/ghost.rs"]
mod ghost;
#[path = "formats/hostile.rs"]
mod hostile;
#[path = "formats/json_feed.rs"]
mod json_feed;
#[path = "formats/lists.rs"]
mod lists;
#[path = "formats/wordpress.rs"]
mod wordpress;

use crate::support::{BASE, file, files};
use expectation::{differences, seen};
use serde_json::{Value, json};
use standfirst::content::formats::{self, Format, Reading, Unreadable, Wish};
use standfirst::content::html;
use standfirst::content::model::BlockKind;

/// Reads a document of a format that is found out.
fn open(value: &Value) -> Reading {
    attempt(value).unwrap_or_else(|line| panic!("{line}"))
}

/// The same, or the line that says why not.
fn attempt(value: &Value) -> Result<Reading, String> {
    wished(&value.to_string(), &Wish::default())
}

/// Reads a text as it is wished, or the line that says why not.
fn wished(text: &str, wish: &Wish) -> Result<Reading, String> {
    formats::read_wished(text, wish, BASE).map_err(|unreadable| match unreadable {
        Unreadable::Parse(line) | Unreadable::Schema(line) => line,
    })
}

/// Reads a document of a format that is named.
fn named(value: &Value, format: Format) -> Result<Reading, String> {
    wished(&value.to_string(), &Wish { format: Some(format), ..Wish::default() })
}

/// What the reader of a format says that is not written yet.
const NOT_READ: &str = "not read yet";

/// A sample with its expectation, both by path.
struct Sample {
    path: String,
    text: String,
    expected: Value,
}

/// The samples of the repository that have an expectation beside them.
fn samples() -> Vec<Sample> {
    let expectations = files("tests/fixtures/formats", ".expected.json");
    let with_sample = expectations.into_iter().filter_map(|path| {
        let sample = path.replace(".expected.json", ".json");
        let text = std::fs::read_to_string(crate::support::root().join(&sample)).ok()?;
        let expected = serde_json::from_str(&file(&path)).expect(&path);
        let read = wished(&text, &Wish::default());
        (read != Err(NOT_READ.to_owned())).then_some(Sample { path: sample, text, expected })
    });
    with_sample.collect()
}

/// Whether a sample is of a format of CMSs on the web: of their bodies all that is written is counted.
fn is_of_the_web(path: &str) -> bool {
    let folders = ["/wordpress/", "/ghost/", "/json-feed/", "/activitystreams/", "/canonical/"];
    folders.iter().any(|folder| path.contains(folder))
}

/// Whether HTML gives more than paragraphs.
fn tables_are_read() -> bool {
    let blocks = html::blocks("<table><tr><td>a</td><td>b</td></tr></table>", BASE);
    blocks.iter().any(|block| matches!(block.kind, BlockKind::Table(_)))
}

#[test]
fn every_sample_opens_by_itself_and_says_what_is_expected() {
    let samples = samples();
    assert!(samples.len() >= 24, "{} samples", samples.len());
    let mut wrong = Vec::new();
    for sample in &samples {
        for line in differences(&seen(&sample.text, &Wish::default()), &sample.expected) {
            // What counts as a word of the body is told apart there: see the suite of those formats.
            if line.starts_with("words") && !is_of_the_web(&sample.path) {
                continue;
            }
            // Cells that are no table stand without a space between them.
            let of_cells = line.starts_with("words") && sample.text.contains("<td>");
            if !of_cells || tables_are_read() {
                wrong.push(format!("{}: {line}", sample.path));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The control: each member of each expectation is compared.
#[test]
fn a_changed_expectation_is_seen() {
    for sample in samples() {
        let seen = seen(&sample.text, &Wish::default());
        let Value::Object(members) = &sample.expected else { panic!("{}", sample.path) };
        for (name, value) in members {
            let mut changed = sample.expected.clone();
            changed[name] = match value {
                Value::String(text) if text.as_bytes()[0].is_ascii_digit() => {
                    json!("1999-01-01T00:00:00Z")
                }
                Value::String(text) => json!(format!("{text} and more")),
                Value::Number(number) => json!(number.as_f64().unwrap() * 1.1 + 2.0),
                Value::Bool(flag) => json!(!flag),
                _ => json!(["something else"]),
            };
            let line = format!("{name}: ");
            let after = differences(&seen, &changed);
            // A list that says that there is none cannot be changed so.
            if value.as_array().is_some_and(Vec::is_empty) {
                continue;
            }
            assert!(after.iter().any(|l| l.starts_with(&line)), "{}: {name}", sample.path);
        }
    }
}

#[test]
fn every_copied_sample_is_listed_with_its_source_and_licence() {
    let listed = file("tests/fixtures/formats/SOURCES.md");
    for path in files("tests/fixtures/formats", ".json") {
        let copied = !path.ends_with(".expected.json");
        let name = path.trim_start_matches("tests/fixtures/formats/");
        assert!(!copied || listed.contains(&format!("`{name}`")), "{path}: from where?");
    }
}
