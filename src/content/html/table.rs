//! Tables of data. One that only arranges other blocks is taken apart.

use super::build::Builder;
use super::line::Line;
use crate::content::model::{Align, BlockKind, Table, Text};
use crate::policy::{Attribute, Classes, Node, Tag};

/// Columns and rows that a cell may take.
const MOST_SPANNED: u32 = 32;
/// Cells of a row.
const MOST_CELLS: usize = 64;

/// A table, or the blocks in it.
pub(super) fn table(builder: &mut Builder, at: usize) -> usize {
    let Some(end) = builder.nodes.get(at).map(Node::end) else { return usize::MAX };
    let inside = builder.nodes.get(at + 1..end).unwrap_or_default();
    if inside.iter().any(is_block) || inside.iter().filter(|node| is_cell(node)).count() < 2 {
        builder.bound(end, 0);
        return at + 1;
    }
    let data = data(builder, at, end);
    builder.flush();
    if !data.rows.is_empty() {
        builder.push(BlockKind::Table(data));
    }
    end
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

fn data(builder: &Builder, at: usize, end: usize) -> Table {
    let mut table = Table::default();
    let mut heads = 0;
    // By column: how many more rows the cell above takes.
    let mut above: Vec<u32> = Vec::new();
    let mut place = at + 1;
    while place < end {
        let Some(node) = builder.nodes.get(place) else { break };
        let next = node.end();
        match node.tag() {
            Tag::TableHead => heads = next,
            Tag::Gone => {
                place = next;
                continue;
            }
            Tag::TableCaption => {
                let caption = builder.plain(place);
                table.caption = table.caption.or((!caption.is_empty()).then_some(caption));
                place = next;
                continue;
            }
            Tag::Row => {
                row(builder, (place, next), place < heads, &mut table, &mut above);
                place = next;
                continue;
            }
            _ => {}
        }
        place += 1;
    }
    if table.rows.is_empty() {
        table.rows.extend((!table.header.is_empty()).then(|| std::mem::take(&mut table.header)));
    }
    // The start of the line is where text is set anyway.
    if table.align.iter().all(|align| *align == Align::Start) {
        table.align.clear();
    }
    table
}

fn row(
    builder: &Builder,
    (at, end): (usize, usize),
    head: bool,
    table: &mut Table,
    above: &mut Vec<u32>,
) {
    let mut cells: Vec<Text> = Vec::new();
    let mut heads = true;
    let mut place = at + 1;
    while place < end {
        let Some(node) = builder.nodes.get(place) else { break };
        if !is_cell(node) {
            place = if node.tag() == Tag::Gone { node.end() } else { place + 1 };
            continue;
        }
        spanned(&mut cells, above);
        heads &= node.tag() == Tag::HeadCell;
        let columns = node.number(Attribute::Columns).unwrap_or(1).clamp(1, MOST_SPANNED);
        let rows = node.number(Attribute::Rows).unwrap_or(1).clamp(1, MOST_SPANNED);
        let mut text = Line::of(&builder.nodes, place + 1, node.end(), builder.base, true);
        for _ in 0..columns {
            if cells.len() >= MOST_CELLS && text.spans.is_empty() {
                break;
            }
            if table.align.len() == cells.len() {
                table.align.push(align(node));
            } else if let Some(own) = table.align.get_mut(cells.len())
                && *own == Align::Start
            {
                *own = align(node);
            }
            if rows > 1 {
                above.resize(above.len().max(cells.len() + 1), 0);
                if let Some(left) = above.get_mut(cells.len()) {
                    *left = rows;
                }
            }
            cells.push(std::mem::take(&mut text));
        }
        place = node.end();
    }
    spanned(&mut cells, above);
    for left in above.iter_mut() {
        *left = left.saturating_sub(1);
    }
    if cells.iter().all(|cell| cell.spans.is_empty()) {
        return;
    }
    let first = table.header.is_empty() && table.rows.is_empty();
    if first && (head || heads && cells.len() > 1) {
        table.header = cells;
    } else {
        table.rows.push(cells);
    }
}

/// Empty cells where a cell above still stands.
fn spanned(cells: &mut Vec<Text>, above: &[u32]) {
    while above.get(cells.len()).is_some_and(|left| *left > 0) {
        cells.push(Text::default());
    }
}

fn align(node: &Node) -> Align {
    let word = node.word(Attribute::Align).unwrap_or_default();
    let is = |own: &str, class: Classes| word.eq_ignore_ascii_case(own) || node.is(class);
    if is("right", Classes::RIGHT) {
        Align::Right
    } else if is("center", Classes::CENTER) {
        Align::Center
    } else if is("left", Classes::LEFT) {
        Align::Left
    } else {
        Align::Start
    }
}
