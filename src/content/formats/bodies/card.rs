//! Blocks that stand in attributes, member by member: pictures, players, cards that lead to another page.
//!
//! `image url=src@! alt caption~`: the picture's `url` is the attribute `src`, its `alt` and `caption` are those of the same
//! names. Members of members are parted by dots, the first that is there of several by bars. A member that is said twice is
//! the second, if that is there. `!`: without it there is no block. `?x`: only where `x` is set, `?x:y` where it begins so;
//! `x:y`: always `y`. ` ; ` parts blocks: `|` begins one that stands for those before it if there are none, `{` those inside the
//! one before. How a member is read, by the sign behind it:
//!
//! | sign | what it is |
//! |---|---|
//! | `@` | an address to load from |
//! | `#` | an address to follow; `"` as words |
//! | `~` | a line of HTML |
//! | `*` | blocks of HTML |
//! | `$` | a line with character references |
//! | `^` | how much room a picture takes |
//! | `&x` | a list: each item is made by the line of `x` |
//! | none | as it is written, by the member's own rule |

use super::flow::Flow;
use crate::content::json::Json;
use crate::content::read::Node;
use crate::text::{part, split_once};

impl Flow<'_> {
    /// The blocks of a card.
    pub(super) fn card(&mut self, rule: &str, about: &Node) {
        let (start, mut inside) = (self.blocks.len(), None);
        let mut rest = rule;
        while !rest.is_empty() {
            let (mut part, after) = split_once(rest, " ; ").unwrap_or((rest, ""));
            rest = after;
            if let Some(instead) = part.strip_prefix("| ") {
                if self.blocks.len() > start {
                    continue;
                }
                part = instead;
            }
            if let Some(inner) = part.strip_prefix("{ ") {
                inside = Some(self.blocks.len());
                part = inner;
            }
            if let Some(paths) = part.strip_prefix("- ") {
                self.inside(about, paths);
            } else if let Some(block) = self.made(part, about) {
                self.blocks.push(block);
            }
        }
        if let Some(inside) = inside {
            let body = Json::List(self.blocks.split_off(inside));
            if let Some(outer) = self.blocks.last_mut() {
                outer.put("body", body);
            }
        }
    }

    /// What stands in another member as its children do.
    #[inline(never)]
    pub(super) fn inside(&mut self, node: &Node, paths: &str) {
        at(node, paths, &mut |found| {
            self.all(found, None, false);
            self.flush();
        });
    }

    /// A block, or a part of one. None where it lacks what it has to have.
    fn made(&mut self, rule: &str, about: &Node) -> Option<Json> {
        let (name, mut rest) = part(rule, b' ');
        let mut members = Json::Object(Vec::new());
        if name != "_" {
            members.put("type", Json::said(name));
        }
        while !rest.is_empty() {
            let word;
            (word, rest) = part(rest, b' ');
            let needed = word.ends_with('!');
            let word = word.get(..word.len() - usize::from(needed)).unwrap_or_default();
            let (path, begin) = part(word, b':');
            if let Some(path) = path.strip_prefix('?') {
                if !is_set(about, path, begin) {
                    return None;
                }
                continue;
            }
            if !begin.is_empty() {
                members.say(path, begin);
                continue;
            }
            let (word, items) = part(word, b'&');
            let sign = word.bytes().last().filter(|sign| SIGNS.contains(sign));
            let path = word.get(..word.len() - usize::from(sign.is_some())).unwrap_or_default();
            let (member, path) = split_once(path, "=").unwrap_or((path, path));
            let mut value = None;
            let found = at(about, path, &mut |node| {
                value = if items.is_empty() { read(node, sign) } else { self.made_of(node, items) };
            });
            match value {
                Some(value) => members.put(member, value),
                None if needed => {
                    if !found {
                        lacks(about, path);
                    }
                    return None;
                }
                None => {}
            }
        }
        Some(members)
    }

    /// Parts of a block, one an item.
    fn made_of(&mut self, node: &Node, name: &str) -> Option<Json> {
        let (rule, _) = self.dialect.rule(name);
        let mut parts = Vec::new();
        for item in node.items() {
            if let Some(part) = self.made(rule, &item) {
                parts.push(part);
            }
        }
        (!parts.is_empty()).then_some(Json::List(parts))
    }
}

/// How a member is read.
const SIGNS: &[u8] = b"@#\"~*$^";

#[inline(never)]
pub(super) fn read(node: &Node, sign: Option<u8>) -> Option<Json> {
    Some(Json::Text(match sign {
        Some(b'@') => node.resource()?.to_owned_string(),
        Some(b'#') => node.link()?.to_owned_string(),
        Some(b'"') => return Some(Json::escaped(node.link()?.as_str())),
        Some(b'~') => return Some(Json::escaped(&node.html_line()?)),
        Some(b'$') => node.decoded()?,
        Some(b'*') => {
            let html = Json::Text(node.verbatim()?);
            return Some(Json::holding("html", "html", html));
        }
        Some(b'^') => {
            let wide = match node.value() {
                Json::Bool(wide) => *wide,
                Json::Text(word) if word == "full" => return Some(Json::said("immersive")),
                Json::Text(word) => word == "wide",
                _ => false,
            };
            return wide.then(|| Json::said("showcase"));
        }
        _ => node.verbatim()?,
    }))
}

/// Reads the first of some members that has something, and says whether there is one.
#[inline(never)]
pub(super) fn at(node: &Node, paths: &str, read: &mut dyn FnMut(&Node)) -> bool {
    let (path, others) = part(paths, b'|');
    step(node, path, read) || !others.is_empty() && at(node, others, read)
}

/// As deep as our own tables say.
fn step(node: &Node, path: &str, read: &mut dyn FnMut(&Node)) -> bool {
    if let Some((first, rest)) = split_once(path, ".") {
        return step(&node.get(first), rest, read);
    }
    let own = node.get(path);
    let found = if path.is_empty() { node } else { &own };
    let there = !found.is_missing();
    if there {
        read(found);
    }
    there
}

/// Whether something is set, and as a text begins so.
fn is_set(node: &Node, path: &str, start: &str) -> bool {
    let mut set = false;
    at(node, path, &mut |found| {
        set = match found.value() {
            Json::Text(text) => text.starts_with(start),
            value => !matches!(value, Json::Bool(false)),
        };
    });
    set
}

/// Says where what a block has to have is not: what is there may name it only.
fn lacks(node: &Node, paths: &str) {
    let (path, others) = part(paths, b'|');
    if !others.is_empty() {
        return lacks(node, others);
    }
    match split_once(path, ".") {
        Some((first, rest)) if !node.get(first).is_missing() => lacks(&node.get(first), rest),
        _ => node.problem(&["only named: no ", path, " is here"].concat()),
    }
}
