//! Which targets are wanted: read from an attribute or from the article.

use super::link::permitted;
use super::targets::Target;
use crate::content::json;
use crate::content::model::Wanted;
use crate::content::read::{Document, Node};

/// The targets of an attribute: names parted by spaces or commas, or a JSON list as in the article. Names that
/// are not known are skipped. Empty where nothing is written: that means the default ones.
#[inline(never)]
pub fn wanted(attribute: &str) -> Vec<Wanted> {
    let attribute = attribute.trim_ascii();
    if attribute.starts_with('[')
        && let Ok(value) = json::parse(attribute)
    {
        return read(&Document::new("").root(&value));
    }
    let names = attribute.split([' ', ',', '\n', '\t', '\r']);
    let known = names.filter_map(Target::named).map(|target| Wanted::named(target.name)).collect();
    or_none(known, !attribute.is_empty())
}

/// The targets of a JSON list (or the one instead of a list): names, or objects with `name`, `title?`, `url?`,
/// `icon?`, `limit?`. A name that is not known is a problem.
#[inline(never)]
pub fn read(node: &Node) -> Vec<Wanted> {
    let written = node.items().iter().any(|item| !item.is_missing());
    or_none(node.list(one), written)
}

/// Where something is asked for and nothing of it is known, nothing is offered: the default ones might be the
/// very ones that the publisher does not want.
fn or_none(mut known: Vec<Wanted>, written: bool) -> Vec<Wanted> {
    if written && known.is_empty() {
        known.push(Wanted::named(NONE));
    }
    known
}

/// The name that stands for no target.
const NONE: &str = "none";

fn one(node: &Node) -> Option<Wanted> {
    let object = node.is_object();
    let name = if object { node.need_name("name") } else { node.name() }?;
    let target = Target::named(&name);
    let mut wanted = Wanted::named(target.map_or(&name, |target| target.name));
    if object {
        let url = node.get("url");
        node.put_name("title", &mut wanted.title);
        node.put_name("icon", &mut wanted.icon);
        node.put_count("limit", &mut wanted.limit);
        wanted.template = url.text();
        if wanted.template.as_deref().is_some_and(|template| !permitted(template)) {
            url.problem("not an address that may be used");
            wanted.template = None;
        }
        if target.is_none() {
            url.required(wanted.template.as_ref())?;
        }
    } else if target.is_none() && wanted.name != NONE {
        node.problem("not a target known here");
        return None;
    }
    Some(wanted)
}
