//! What is said of a document, for people and for programs.

use super::Checked;
use super::counts::{self, some};
use super::load::Loaded;
use super::wrap::{COLUMNS, columns, printable, shortened, wrap};
use super::{discussion, members, outline};
use crate::content::model::Problem;
use crate::error::LoadError;
use serde_json::{Map, Value, json};
use std::io::{self, Write};

/// Wide enough for the longest name of a member.
const NAMES: usize = 20;

/// What was wrong in a document that was read.
pub fn problems(checked: &Checked) -> Vec<Problem> {
    match checked {
        Checked::Article(reading) => reading.problems.clone(),
        Checked::Comments(page) => {
            let (_, in_thread) = discussion::thread(page);
            page.problems.iter().cloned().chain(in_thread).collect()
        }
    }
}

/// A document that was read, for people.
pub fn text(input: &str, checked: &Checked, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "== {}", printable(input))?;
    let lines = match checked {
        Checked::Article(reading) => {
            let article = &reading.article;
            row("format", reading.format.as_str(), out)?;
            let found = members::found(article);
            rows(&found, out)?;
            let absent = members::absent(&found);
            if !absent.is_empty() {
                row("not found", &absent.join(", "), out)?;
            }
            row("counts", &counts::line(&counts::counts(article)), out)?;
            outline::outline(article)
        }
        Checked::Comments(page) => {
            let (thread, _) = discussion::thread(page);
            row("format", "comments", out)?;
            rows(&discussion::found(page, &thread), out)?;
            discussion::outline(&thread)
        }
    };
    let problems = problems(checked);
    let count = match problems.len() {
        0 => "none".to_owned(),
        count => some(count, "problem"),
    };
    row("problems", &count, out)?;
    for problem in &problems {
        writeln!(out, "  {}  {}", printable(&problem.path), printable(&problem.reason))?;
    }
    writeln!(out, "{}", "-".repeat(COLUMNS))?;
    for line in lines {
        writeln!(out, "{line}")?;
    }
    Ok(())
}

/// A document that could not be read, for people.
pub fn failure(input: &str, error: &LoadError, out: &mut dyn Write) -> io::Result<()> {
    let (reason, message) = (error.reason.as_str(), printable(&error.message));
    writeln!(out, "standfirst: {}: {reason}: {message}", printable(input))
}

fn rows(rows: &[(&'static str, String)], out: &mut dyn Write) -> io::Result<()> {
    for (name, value) in rows {
        row(name, &shortened(value, COLUMNS - NAMES), out)?;
    }
    Ok(())
}

/// A name and its value, which may take several lines.
fn row(name: &str, value: &str, out: &mut dyn Write) -> io::Result<()> {
    let mut name = name;
    for line in wrap(value, COLUMNS - NAMES) {
        let space = " ".repeat(NAMES.saturating_sub(columns(name)));
        writeln!(out, "{name}{space}{line}")?;
        name = "";
    }
    Ok(())
}

/// What is said of an input, for programs: one object a line.
pub fn json(
    input: &str,
    checked: &Result<(Loaded, Checked), LoadError>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut line = Map::new();
    line.insert("input".into(), input.into());
    match checked {
        Ok((loaded, checked)) => {
            line.insert("url".into(), loaded.url.as_str().into());
            line.insert("problems".into(), listed(&problems(checked)));
            match checked {
                Checked::Article(reading) => {
                    let article = &reading.article;
                    line.insert("format".into(), reading.format.as_str().into());
                    line.insert("counts".into(), value(&counts::counts(article))?);
                    line.insert("article".into(), value(article)?);
                }
                Checked::Comments(page) => {
                    line.insert("format".into(), "comments".into());
                    line.insert("commentCount".into(), json!(page.total));
                    line.insert("closed".into(), json!(page.closed));
                    line.insert("next".into(), value(&page.next)?);
                    line.insert("items".into(), value(&page.comments)?);
                }
            }
        }
        Err(error) => {
            let (reason, message) = (error.reason.as_str(), error.message.as_str());
            let (status, url) = (error.status, error.url.as_str());
            let error =
                json!({ "reason": reason, "status": status, "url": url, "message": message });
            line.insert("error".into(), error);
        }
    }
    writeln!(out, "{}", Value::Object(line))
}

fn listed(problems: &[Problem]) -> Value {
    problems
        .iter()
        .map(|problem| json!({ "path": problem.path, "reason": problem.reason }))
        .collect()
}

fn value(it: &impl serde::Serialize) -> io::Result<Value> {
    serde_json::to_value(it).map_err(io::Error::other)
}
