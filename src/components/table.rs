//! Tables scroll inside themselves, and can be focused to do so by keyboard.

use super::inline;
use super::page::Page;
use crate::content::model::{Align, Table, Text};
use crate::draw;
use crate::markup::{Element, Nodes};

/// Draws a table. A column without a given alignment is set like figures if its cells are figures.
pub(super) fn table(page: &Page, table: &Table, id: Option<&String>, out: &mut Nodes) {
    let columns = table.rows.iter().map(Vec::len).max().unwrap_or_default().max(table.header.len());
    let aligns: Vec<&'static str> = (0..columns).map(|at| align(table, at)).collect();
    let label =
        table.caption.clone().unwrap_or_else(|| page.locale.words.block_words().table.to_owned());
    draw!(out;
        div class="sf-table" id=(id) role="region" tabindex="0" aria-label=label {
            table {
                if let Some(caption) = (&table.caption) { caption { (caption) } }
                if (!table.header.is_empty()) {
                    thead { tr { do (|out: &mut Nodes| cells(&table.header, &aligns, "th", out)) } }
                }
                tbody { for row in (&table.rows) { tr { do (|out: &mut Nodes| cells(row, &aligns, "td", out)) } } }
            }
        }
    );
}

fn cells(row: &[Text], aligns: &[&'static str], tag: &'static str, out: &mut Nodes) {
    for (text, align) in row.iter().zip(aligns) {
        let cell = Element::open(out, tag);
        if tag == "th" {
            cell.put("scope", "col");
        }
        cell.put("data-align", align);
        inline::text(text, cell.children());
    }
}

fn align(table: &Table, at: usize) -> &'static str {
    match table.align.get(at) {
        Some(given) => Align::word(*given),
        None if is_figures(table, at) => "end",
        None => "start",
    }
}

/// Western, Arabic, Persian and full-width digits.
fn is_digit(c: char) -> bool {
    matches!(c, '0'..='9' | '\u{660}'..='\u{669}' | '\u{6F0}'..='\u{6F9}' | '\u{FF10}'..='\u{FF19}')
}

/// Separators, signs and units that stand in figures.
fn is_beside_digits(c: char) -> bool {
    " .,+-−–%‰€£$¥’'\u{a0}\u{202f}".chars().any(|mark| mark == c)
}

fn is_figures(table: &Table, at: usize) -> bool {
    let mut cells =
        table.rows.iter().filter_map(|row| row.get(at)).filter(|c| !c.is_empty()).peekable();
    cells.peek().is_some()
        && cells.all(|cell| {
            let text = cell.to_plain();
            text.chars().any(is_digit) && text.chars().all(|c| is_digit(c) || is_beside_digits(c))
        })
}
