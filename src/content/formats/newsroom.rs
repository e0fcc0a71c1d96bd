//! What newsroom systems keep and agencies send, and what editors store: JSON-LD, ninjs, the Guardian's API, ANS, the map of a
//! publisher, bodies as JSON. Where the program is cut they are a part of it by themselves, behind the gates here; they are
//! called only when that is there.

use super::rules::{self, Task};
use super::{Format, Wish, ans, bodies, capi, json_ld, map, ninjs, pick};
use crate::content::json::Json;
use crate::content::model::{Article, Block};
use crate::content::read::Node;
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};

static HERE: AtomicBool = AtomicBool::new(true);

const MISSING: &str = "the part of the program that reads this format is not there";

/// Says whether the part is there: who fetches it knows.
pub fn set_newsroom(here: bool) {
    HERE.store(here, Relaxed);
}

/// Whether a document needs the part. When in doubt it does.
pub(super) fn is_asked(json: &Json, wish: &Wish) -> bool {
    if wish.map.is_some() {
        return true;
    }
    let Ok(found) = pick::find(json, wish) else {
        return true;
    };
    let at = pick::at(json, &found.way);
    let web = matches!(
        found.format,
        Format::Canonical
            | Format::WordPress
            | Format::Ghost
            | Format::JsonFeed
            | Format::ActivityStreams
    );
    !web || ["body", "content", "lexical"].iter().any(|name| at.get(name).is_some_and(edited))
}

/// Whether a body may be one of an editor: what is rendered is none, nor a list of blocks like ours.
fn edited(body: &Json) -> bool {
    match body {
        Json::Object(_) => body.get("rendered").is_none(),
        Json::List(items) => items.first().is_some_and(|item| item.get("_type").is_some()),
        Json::Text(text) => text.trim_ascii_start().starts_with('{'),
        _ => false,
    }
}

/// An article of one of the formats here.
pub(super) fn read(format: Format, task: &Task) -> Result<Article, String> {
    if HERE.load(Relaxed) { article(format, task) } else { Err(MISSING.to_owned()) }
}

/// The blocks of a body, where it is one of an editor that is known.
pub(super) fn blocks(node: &Node) -> Option<Vec<Block>> {
    if HERE.load(Relaxed) { edited_blocks(node) } else { None }
}

/// An article whose members the publisher names.
pub(super) fn by_map(task: &Task, map: &str) -> Result<Article, String> {
    if HERE.load(Relaxed) { mapped(task, map) } else { Err(MISSING.to_owned()) }
}

#[inline(never)]
fn article(format: Format, task: &Task) -> Result<Article, String> {
    match format {
        Format::JsonLd => json_ld::article(task),
        Format::Ninjs => rules::article(ninjs::RULES, task),
        Format::Capi => rules::article(capi::RULES, task),
        _ => rules::article(ans::RULES, task),
    }
}

#[inline(never)]
fn edited_blocks(node: &Node) -> Option<Vec<Block>> {
    bodies::blocks(node)
}

#[inline(never)]
fn mapped(task: &Task, by: &str) -> Result<Article, String> {
    map::article(task, by)
}
