//! The walk through an editor's document: what is made is JSON of our own format, which is read as such.

use super::card::at;
use super::dialects::Dialect;
use super::levels::Levels;
use super::line::is_seen;
use super::{DEEPEST, is, unknown};
use crate::content::html::{Span, is_broken, written};
use crate::content::json::Json;
use crate::content::plain;
use crate::content::read::Node;

/// Blocks, and a line under way.
pub(super) struct Flow<'d> {
    pub dialect: &'d Dialect,
    pub blocks: Vec<Json>,
    /// Pieces of text.
    pub spans: Vec<Span>,
    /// Where the paragraph under way begins in them.
    from: usize,
    /// All is one line, as in a cell: what would be blocks is parted by breaks.
    one_line: bool,
    /// Links that are defined beside the text, by their keys.
    pub links: Json,
}

impl<'d> Flow<'d> {
    pub fn new(dialect: &'d Dialect) -> Flow<'d> {
        let (blocks, spans, links) = (Vec::new(), Vec::new(), Json::nothing());
        Flow { dialect, blocks, spans, from: 0, one_line: false, links }
    }

    /// The paragraph is at its end.
    #[inline(never)]
    pub fn flush(&mut self) {
        let mut spans = self.spans.split_off(self.from);
        while is_broken(&spans) {
            spans.pop();
        }
        if !spans.iter().any(is_seen) {
            return;
        }
        if self.one_line {
            self.spans.append(&mut spans);
            self.spans.push(Span::line_end());
            self.from = self.spans.len();
        } else {
            self.blocks.push(Json::holding("paragraph", "spans", written(&spans)));
        }
    }

    /// Reads nodes beside each other. `inline`: they stand in one paragraph. Going into each other ends at the depth
    /// that is read.
    #[inline(never)]
    pub fn all(&mut self, children: &Node, href: Option<&str>, inline: bool) {
        let mut open = Levels::default();
        for node in children.items() {
            let start = self.blocks.len();
            self.node(&node, href, inline);
            open.take(&node, &mut self.blocks, start);
        }
    }

    /// Reads a node.
    pub fn node(&mut self, node: &Node, href: Option<&str>, inline: bool) {
        let dialect = self.dialect;
        if node.is_missing() {
            return;
        }
        if node.depth() > DEEPEST {
            return node.problem("nested too deep");
        }
        if node.is_text() {
            return self.text(node, node, href);
        }
        let own = node.get(dialect.text);
        if own.is_text() {
            return self.text(node, &own, href);
        }
        let Some(()) = node.object() else { return };
        let kind = node.get(dialect.kind);
        let attributes = node.get(dialect.attributes);
        let attributes = if dialect.attributes.is_empty() { node } else { &attributes };
        let word = kind.text();
        let (mut rule, known) = dialect.rule(word.as_deref().unwrap_or_default());
        if !known && word.is_some() {
            unknown(&kind, "node");
        }
        if rule == "Y" {
            let style = attributes.get("style");
            let word = style.text();
            let (own, known) = dialect.rule(word.as_deref().unwrap_or("normal"));
            rule = own;
            if !known {
                unknown(&style, "style");
            }
        }
        let sign = rule.bytes().next().unwrap_or_default();
        let rest = rule.get(1..).unwrap_or_default().trim_ascii_start();
        let children = node.get(dialect.children);
        let children = &children;
        let links = node.get("markDefs");
        if !links.is_missing() {
            self.links(&links);
        }
        match sign {
            b'0' => {
                if !rest.is_empty() {
                    at(attributes, rest, &mut |it| it.problem("of the publisher's own: left out"));
                }
                return;
            }
            b'B' => return self.spans.push(Span::line_end()),
            b'X' => return self.text(node, &node.get(rest), href),
            b'S' => {
                let word = attributes.get(rest).decoded().unwrap_or_default();
                return self.add(&word, "", href);
            }
            b'A' => {
                let own = attributes.get(rest).link();
                let own = own.as_ref().map(|url| url.as_str()).or(href);
                return self.all(children, own, true);
            }
            b'-' | b'E' => {
                if !rest.is_empty() {
                    return self.inside(node, rest);
                }
                // Between blocks it stands for itself.
                let apart = !inline && self.spans.len() == self.from;
                self.all(children, href, inline);
                if apart {
                    self.flush();
                }
                return;
            }
            _ => self.flush(),
        }
        let start = self.blocks.len();
        match sign {
            b'P' | b'H' | b'Q' => {
                self.all(children, None, sign != b'Q');
                self.flush();
                match sign {
                    b'H' => self.head(start, rest, attributes),
                    b'Q' => {
                        let body = self.blocks.split_off(start);
                        self.some("quote", "body", body);
                    }
                    _ => {}
                }
            }
            b'C' => {
                let spans = self.line(children, true);
                let text = spans.iter().map(|span| span.text.as_str()).collect();
                let mut code = Json::holding("code", "text", Json::Text(text));
                if let Some(language) = attributes.get("language").text() {
                    code.put("language", Json::Text(language));
                }
                self.blocks.push(code);
            }
            b'L' | b'U' | b'N' => {
                let ordered = match sign {
                    b'L' => is(attributes, "listType", "number"),
                    _ => sign == b'N',
                };
                let start = if attributes.get("start").is_missing() { "order" } else { "start" };
                self.list(children, ordered, &attributes.get(start));
            }
            b'T' => {
                let own = attributes.get(rest);
                self.table(if rest.is_empty() { children } else { &own }, attributes);
            }
            b'J' => {
                if let Some(list) =
                    self.items_of_html(attributes, is(attributes, "style", "ordered"))
                {
                    self.blocks.push(list);
                }
            }
            b'M' => {
                let own = attributes.get(rest);
                if let Some(markdown) = own.verbatim() {
                    own.problem("Markdown: shown as plain text");
                    for paragraph in plain::paragraphs_of_text(&markdown) {
                        self.blocks.push(Json::holding("paragraph", "text", Json::Text(paragraph)));
                    }
                }
            }
            _ => self.card(rule, attributes),
        }
    }

    /// Paragraphs become headings.
    fn head(&mut self, start: usize, level: &str, attributes: &Node) {
        let tag = attributes.get("tag").text();
        let level = match tag.as_deref().and_then(|tag| tag.strip_prefix('h')) {
            _ if !level.is_empty() => Json::said(level),
            Some(level) => Json::said(level),
            None => attributes.get("level").verbatim().map_or(Json::Null, Json::Text),
        };
        for block in self.blocks.iter_mut().skip(start) {
            if block.is("paragraph") {
                block.put("type", Json::said("heading"));
                block.put("level", level.clone());
            }
        }
    }

    /// A block, if there is something in it.
    pub fn some(&mut self, name: &str, member: &str, items: Vec<Json>) {
        if !items.is_empty() {
            self.blocks.push(Json::holding(name, member, Json::List(items)));
        }
    }

    /// What nodes say, as one line.
    pub fn line(&self, nodes: &Node, inline: bool) -> Vec<Span> {
        let mut flow = Flow::new(self.dialect);
        flow.one_line = true;
        flow.all(nodes, None, inline);
        flow.flush();
        if is_broken(&flow.spans) {
            flow.spans.pop();
        }
        flow.spans
    }
}
