//! Lists that stand in a row, each item with its level, as Portable Text has them.

use crate::content::json::Json;
use crate::content::read::Node;

/// Lists inside one another: deeper items stand at the last level.
const DEEPEST_LEVEL: u32 = 8;

/// The levels of the lists that are open, each inside the last item of the one before.
#[derive(Default)]
pub(super) struct Levels(Vec<u32>);

impl Levels {
    /// Puts the blocks of an item, which stand last, where they belong.
    pub fn take(&mut self, node: &Node, blocks: &mut Vec<Json>, start: usize) {
        let word = node.get("listItem");
        if !word.is_text() {
            return self.0.clear();
        }
        if blocks.len() <= start {
            return;
        }
        let item = Json::List(blocks.split_off(start));
        let level = node.get("level").count().unwrap_or(1).clamp(1, DEEPEST_LEVEL);
        self.0.retain(|open| *open <= level);
        let mut fresh = self.0.last() != Some(&level);
        if fresh {
            self.0.push(level);
        }
        let mut list = blocks;
        for _ in 1..self.0.len() {
            match inner(list) {
                Some(inner) => list = inner,
                None => return,
            }
        }
        let word = node.get("listItem").text();
        let ordered = word.as_deref() == Some("number");
        let last = list.last().and_then(|list| list.get("ordered"));
        fresh |= !matches!(last, Some(Json::Bool(own)) if *own == ordered);
        if fresh {
            let mut new = Json::holding("list", "ordered", Json::Bool(ordered));
            new.put("items", Json::List(Vec::new()));
            list.push(new);
        }
        if let Some(items) = list.last_mut().and_then(items) {
            items.push(item);
        }
    }
}

/// The blocks of the last item of the list that stands last.
fn inner(blocks: &mut [Json]) -> Option<&mut Vec<Json>> {
    match blocks.last_mut().and_then(items)?.last_mut() {
        Some(Json::List(item)) => Some(item),
        _ => None,
    }
}

/// The items of a list.
fn items(list: &mut Json) -> Option<&mut Vec<Json>> {
    if !list.is("list") {
        return None;
    }
    match list {
        Json::Object(members) => match members.last_mut() {
            Some((_, Json::List(items))) => Some(items),
            _ => None,
        },
        _ => None,
    }
}
