//! Tables of data. One that only arranges other blocks is taken apart.

use super::build::Builder;
use super::line::{Line, Span, written};
use crate::content::json::Json;
use crate::policy::{Attribute, Classes, Node, Tag};

/// Columns and rows that a cell may take.
const MOST_SPANNED: u32 = 32;
/// Cells of a row.
const MOST_CELLS: usize = 64;

/// A table that is read.
#[derive(Default)]
struct Table {
    header: Vec<Json>,
    rows: Vec<Json>,
    /// How columns are set; "" at the start of the line, where text is set anyway.
    align: Vec<&'static str>,
    /// By column: how many more rows the cell above takes.
    above: Vec<u32>,
}

/// A table, or the blocks in it.
pub(super) fn table(builder: &mut Builder, at: usize) -> Option<usize> {
    let end = builder.end_of(at);
    let inside = builder.all_of(at).get(1..)?;
    if inside.iter().any(is_block) || inside.iter().filter(|node| is_cell(node)).count() < 2 {
        builder.bound(end, 0);
        return Some(at + 1);
    }
    let mut table = Table::default();
    let mut block = Json::block("table");
    let mut heads = 0;
    let mut place = at + 1;
    while place < end {
        let node = builder.nodes.get(place)?;
        let next = node.end();
        let tag = node.tag();
        match tag {
            Tag::TableHead => heads = next,
            Tag::TableCaption if !block.has("caption") => {
                block.tell("caption", &builder.plain(place));
            }
            Tag::Row => table.row(builder, place, place < heads),
            _ => {}
        }
        let whole = matches!(tag, Tag::TableCaption | Tag::Row | Tag::Gone);
        place = if whole { next } else { place + 1 };
    }
    builder.flush();
    let Table { mut header, mut rows, align, .. } = table;
    if rows.is_empty() && !header.is_empty() {
        rows.push(Json::List(std::mem::take(&mut header)));
    }
    if !rows.is_empty() {
        block.put("header", Json::List(header));
        block.put("rows", Json::List(rows));
        if align.iter().any(|align| !align.is_empty()) {
            let mut words = Vec::new();
            for side in align {
                words.push(Json::said(if side.is_empty() { "start" } else { side }));
            }
            block.put("align", Json::List(words));
        }
        builder.push(block);
    }
    Some(end)
}

fn is_cell(node: &Node) -> bool {
    matches!(node.tag(), Tag::Cell | Tag::HeadCell)
}

/// What cannot be a line of a cell.
fn is_block(node: &Node) -> bool {
    let image = node.tag() == Tag::Image
        && !node.is(Classes::EMOJI)
        && node.number(Attribute::Width).is_none_or(|n| n > 64);
    image
        || matches!(
            node.tag(),
            Tag::Table
                | Tag::Figure
                | Tag::List
                | Tag::Numbered
                | Tag::Terms
                | Tag::Quotation
                | Tag::Preformatted
                | Tag::Heading2
                | Tag::Heading3
                | Tag::Video
                | Tag::Audio
                | Tag::Frame
                | Tag::Details
        )
}

impl Table {
    fn row(&mut self, builder: &Builder, at: usize, head: bool) {
        let end = builder.end_of(at);
        let mut cells = Vec::new();
        let (mut heads, mut seen) = (true, false);
        let mut place = at + 1;
        while place < end {
            let Some(node) = builder.nodes.get(place) else { break };
            if !is_cell(node) {
                place = if node.tag() == Tag::Gone { node.end() } else { place + 1 };
                continue;
            }
            self.spanned(&mut cells);
            heads &= node.tag() == Tag::HeadCell;
            let count = |of| node.number(of).unwrap_or(1).clamp(1, MOST_SPANNED);
            let rows = count(Attribute::Rows);
            let mut spans = Line::of(&builder.nodes, place + 1, node.end(), builder.base, true);
            seen |= !spans.is_empty();
            for _ in 0..count(Attribute::Columns) {
                let column = cells.len();
                if column >= MOST_CELLS && spans.is_empty() {
                    break;
                }
                if self.align.len() == column {
                    self.align.push(align(node));
                } else if let Some(own) = self.align.get_mut(column)
                    && own.is_empty()
                {
                    *own = align(node);
                }
                if rows > 1 {
                    while self.above.len() <= column {
                        self.above.push(0);
                    }
                    if let Some(left) = self.above.get_mut(column) {
                        *left = rows;
                    }
                }
                cells.push(cell(&std::mem::take(&mut spans)));
            }
            place = node.end();
        }
        self.spanned(&mut cells);
        for left in self.above.iter_mut() {
            *left = left.saturating_sub(1);
        }
        if !seen {
            return;
        }
        let first = self.header.is_empty() && self.rows.is_empty();
        if first && (head || heads && cells.len() > 1) {
            self.header = cells;
        } else {
            self.rows.push(Json::List(cells));
        }
    }

    /// Empty cells where a cell above still stands.
    fn spanned(&self, cells: &mut Vec<Json>) {
        while self.above.get(cells.len()).is_some_and(|left| *left > 0) {
            cells.push(cell(&[]));
        }
    }
}

fn cell(spans: &[Span]) -> Json {
    Json::only("spans", written(spans))
}

#[inline(never)]
fn align(node: &Node) -> &'static str {
    const SIDES: &[(&str, Classes)] =
        &[("right", Classes::RIGHT), ("center", Classes::CENTER), ("left", Classes::LEFT)];
    let word = node.said(Attribute::Align);
    let side = SIDES.iter().find(|(own, class)| word.eq_ignore_ascii_case(own) || node.is(*class));
    side.map_or("", |(side, _)| side)
}
