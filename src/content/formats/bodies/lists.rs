//! Lists in a tree, and those of Editor.js.

use super::DEEPEST;
use super::card::at;
use super::flow::Flow;
use crate::content::json::Json;
use crate::content::read::Node;

impl Flow<'_> {
    /// A list. An item that is nothing but a list belongs to the item before it: so Lexical nests them.
    pub(super) fn list(&mut self, children: &Node, ordered: bool, from: &Node) {
        let mut items: Vec<Json> = Vec::new();
        for child in children.items() {
            let start = self.blocks.len();
            self.node(&child, None, false);
            self.flush();
            let mut item = self.blocks.split_off(start);
            match (item.as_slice(), items.last_mut()) {
                ([], _) => {}
                ([list], Some(Json::List(before))) if list.is("list") => {
                    before.append(&mut item);
                }
                _ => items.push(Json::List(item)),
            }
        }
        let before = self.blocks.len();
        self.some("list", "items", items);
        if ordered && let Some(list) = self.blocks.get_mut(before) {
            list.put("ordered", Json::Bool(true));
            if let Some(from) = from.verbatim().filter(|from| from != "1") {
                list.put("start", Json::Text(from));
            }
        }
    }

    /// A list of Editor.js: items are texts, or objects with a text and items of their own.
    pub(super) fn items_of_html(&mut self, data: &Node, ordered: bool) -> Option<Json> {
        if data.depth() > DEEPEST {
            data.problem("nested too deep");
            return None;
        }
        let mut items = Vec::new();
        for item in data.get("items").items() {
            let mut blocks = Vec::new();
            let paths = if item.is_object() { "content|text" } else { "" };
            at(&item, paths, &mut |own| {
                if let Some(html) = own.verbatim() {
                    blocks.push(Json::holding("paragraph", "html", Json::Text(html)));
                }
            });
            if item.is_object()
                && let Some(list) = self.items_of_html(&item, ordered)
            {
                blocks.push(list);
            }
            if !blocks.is_empty() {
                items.push(Json::List(blocks));
            }
        }
        if items.is_empty() {
            return None;
        }
        let mut list = Json::holding("list", "ordered", Json::Bool(ordered));
        let from = data.get("meta").get("start").verbatim();
        if let Some(from) = from.filter(|from| ordered && from != "1") {
            list.put("start", Json::Text(from));
        }
        list.put("items", Json::List(items));
        Some(list)
    }
}
