//! Editors whose document is a tree of nodes: each has a kind, children, attributes, and in the end text. They
//! differ in what they call things, which is a table for each.

use super::line::{Line, Setting, one_line};
use super::{DEEPEST, push, unknown};
use crate::content::model::{Block, BlockKind, Inline, Table, Text};
use crate::content::read::Node;
use crate::policy::SafeUrl;

/// Adds the blocks of a card, from its attributes.
pub(super) type Card = fn(&Node, &mut Vec<Block>) -> Option<()>;

/// What a node is.
#[derive(Clone, Copy)]
pub(super) enum Kind {
    Paragraph,
    /// Its level; 0 where that is an attribute.
    Heading(u8),
    /// Whether it is numbered; none where that is an attribute.
    List(Option<bool>),
    Quote,
    Code,
    Divider,
    Break,
    Link,
    Table,
    /// A cell that names its column.
    Head,
    /// Something whose children stand as if in its place: an item, a row, a cell.
    Through,
    /// Nothing for readers.
    Nothing,
    /// A word that stands in an attribute.
    Said(&'static str),
    /// A block of its own.
    Card(Card),
}

/// What an editor calls things.
pub(super) struct Dialect {
    /// The member with the kind.
    pub kind: &'static str,
    /// The member with the children.
    pub children: &'static str,
    /// The member with the text. What has it is text, whatever its kind.
    pub text: &'static str,
    /// The member with the attributes; "" where the node has them itself.
    pub attributes: &'static str,
    /// The attribute of a link with its address.
    pub address: &'static str,
    /// How a piece of text is set.
    pub set: fn(&Node, &mut Setting),
    /// The kinds by their names.
    pub kinds: &'static [(&'static str, Kind)],
}

impl Dialect {
    fn kind(&self, node: &Node) -> Option<Kind> {
        let word = node.get(self.kind).text()?;
        self.kinds.iter().find(|(name, _)| *name == word).map(|(_, kind)| *kind)
    }
}

/// The blocks of a list of nodes. Going into each other ends at the depth that is read.
pub(super) fn blocks(children: &Node, dialect: &Dialect) -> Vec<Block> {
    let mut flow = Flow { dialect, blocks: Vec::new(), line: Line::default() };
    flow.all(children, None, false);
    flow.flush();
    flow.blocks
}

/// Blocks, and a paragraph under way.
struct Flow<'d> {
    dialect: &'d Dialect,
    blocks: Vec<Block>,
    line: Line,
}

impl Flow<'_> {
    /// The paragraph is at its end.
    fn flush(&mut self) {
        if let Some(text) = self.line.take() {
            push(&mut self.blocks, BlockKind::Paragraph(text));
        }
    }

    /// Reads nodes beside each other. `inline`: they stand in one paragraph.
    fn all(&mut self, children: &Node, href: Option<&SafeUrl>, inline: bool) {
        for node in children.items() {
            self.node(&node, href, inline);
        }
    }

    fn node(&mut self, node: &Node, href: Option<&SafeUrl>, inline: bool) {
        let dialect = self.dialect;
        if node.is_missing() {
            return;
        }
        if node.depth() > DEEPEST {
            return node.problem("nested too deep");
        }
        if node.get(dialect.text).is_text() || node.is_text() {
            let mut setting = Setting { href: href.cloned(), ..Setting::default() };
            let text = if node.is_text() {
                node.spaced()
            } else {
                (dialect.set)(node, &mut setting);
                node.get(dialect.text).spaced()
            };
            return self.line.add(&text.unwrap_or_default(), setting);
        }
        let Some(()) = node.object() else { return };
        let kind = dialect.kind(node);
        let name = node.get(dialect.kind);
        let children = node.get(dialect.children);
        let own = node.get(dialect.attributes);
        let attributes = if dialect.attributes.is_empty() { node } else { &own };
        match kind {
            Some(Kind::Nothing) => return,
            Some(Kind::Break) => return self.line.end(),
            Some(Kind::Said(member)) => {
                let text = attributes.get(member).decoded().unwrap_or_default();
                return self.line.add(&text, Setting { href: href.cloned(), ..Setting::default() });
            }
            Some(Kind::Link) => {
                let own = attributes.get(dialect.address).link();
                return self.all(&children, own.as_ref().or(href), true);
            }
            Some(Kind::Through | Kind::Head) | None => {
                if kind.is_none() && name.is_text() {
                    unknown(&name, "node");
                }
                // Between blocks it stands for itself.
                let apart = !inline && self.line.is_empty();
                self.all(&children, href, inline);
                if apart {
                    self.flush();
                }
                return;
            }
            _ => self.flush(),
        }
        let inner = match kind {
            Some(Kind::Paragraph | Kind::Heading(_) | Kind::Quote | Kind::Code) => {
                let mut inner = Flow { dialect, blocks: Vec::new(), line: Line::default() };
                inner.all(&children, None, !matches!(kind, Some(Kind::Quote)));
                inner.flush();
                inner.blocks
            }
            _ => Vec::new(),
        };
        let block = match kind {
            Some(Kind::Heading(level)) => {
                let level = if level == 0 { level_of(attributes) } else { level };
                self.blocks.extend(inner.into_iter().map(|block| heading(block, level)));
                return;
            }
            Some(Kind::Quote) if !inner.is_empty() => {
                BlockKind::Quote { body: inner, citation: None, url: None }
            }
            Some(Kind::Code) => BlockKind::Code {
                text: lines(&one_line(inner)),
                language: attributes.get("language").text(),
            },
            Some(Kind::Divider) => BlockKind::Divider,
            Some(Kind::List(ordered)) => {
                let items = self.items(&children);
                if items.is_empty() {
                    return;
                }
                let ordered =
                    ordered.unwrap_or_else(|| super::is(attributes, "listType", "number"));
                let start = if attributes.get("start").is_missing() { "order" } else { "start" };
                let start = attributes.get(start).number().map(|n| n as i32);
                BlockKind::List { ordered, start: start.filter(|n| ordered && *n != 1), items }
            }
            Some(Kind::Table) => match self.table(&children) {
                Some(table) => BlockKind::Table(table),
                None => return,
            },
            Some(Kind::Card(read)) => {
                read(attributes, &mut self.blocks);
                return;
            }
            _ => return self.blocks.extend(inner),
        };
        push(&mut self.blocks, block);
    }

    /// The blocks of one node.
    fn one(&self, node: &Node) -> Vec<Block> {
        let mut flow = Flow { dialect: self.dialect, blocks: Vec::new(), line: Line::default() };
        flow.node(node, None, false);
        flow.flush();
        flow.blocks
    }

    /// The items of a list. One that is nothing but a list belongs to the item before it: so Lexical nests them.
    fn items(&self, children: &Node) -> Vec<Vec<Block>> {
        let mut items: Vec<Vec<Block>> = Vec::new();
        for child in children.items() {
            let item = self.one(&child);
            match (item.as_slice(), items.last_mut()) {
                ([], _) => {}
                ([Block { kind: BlockKind::List { .. }, .. }], Some(before)) => before.extend(item),
                _ => items.push(item),
            }
        }
        items
    }

    /// A table by its rows. The first names the columns if all of its cells are heads.
    fn table(&self, children: &Node) -> Option<Table> {
        let mut table = Table::default();
        for row in children.items() {
            let (mut cells, mut heads) = (Vec::new(), true);
            for cell in row.get(self.dialect.children).items() {
                let state = cell.get("headerState");
                heads &= match self.dialect.kind(&cell) {
                    Some(Kind::Head) => true,
                    _ => !state.is_missing() && state.count() != Some(0),
                };
                cells.push(one_line(self.one(&cell)));
            }
            if heads && table.rows.is_empty() && table.header.is_empty() {
                table.header = cells;
            } else if !cells.is_empty() {
                table.rows.push(cells);
            }
        }
        (!table.rows.is_empty() || !table.header.is_empty()).then_some(table)
    }
}

/// A paragraph becomes a heading.
pub(super) fn heading(block: Block, level: u8) -> Block {
    match block.kind {
        BlockKind::Paragraph(text) => {
            Block { id: None, kind: BlockKind::Heading { level: level.clamp(2, 4), text } }
        }
        kind => Block { id: block.id, kind },
    }
}

/// The level of a heading by its attributes: a number, or a tag.
fn level_of(attributes: &Node) -> u8 {
    match attributes.get("tag").text().as_deref().map(str::as_bytes) {
        Some([b'h', level @ b'1'..=b'6']) => level - b'0',
        _ => attributes.get("level").count().unwrap_or(2).min(6) as u8,
    }
}

/// Program text, with its line ends.
fn lines(text: &Text) -> String {
    let mut out = String::new();
    for span in &text.spans {
        out.push_str(match span {
            Inline::Span { text, .. } => text,
            Inline::Break { .. } => "\n",
        });
    }
    out
}
