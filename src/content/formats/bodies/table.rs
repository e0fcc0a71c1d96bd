//! Tables: rows of cells.

use super::flow::Flow;
use crate::content::html::written;
use crate::content::json::Json;
use crate::content::read::Node;

impl Flow<'_> {
    /// A table by its rows. The first names the columns if all of its cells are heads.
    pub(super) fn table(&mut self, rows: &Node, attributes: &Node) {
        let mut table = Json::holding("table", "", Json::Null);
        let mut lines = Vec::new();
        let headed = attributes.is_set("withHeadings");
        let mut header = None;
        for row in rows.items() {
            let (mut cells, mut heads) = (Vec::new(), true);
            let (own, named) = (row.get(self.dialect.children), row.get("cells"));
            let own = if row.is_list() {
                &row
            } else if own.is_missing() {
                &named
            } else {
                &own
            };
            for cell in own.items() {
                let state = cell.get("headerState");
                let kind = cell.get(self.dialect.kind).text();
                heads &= self.dialect.rule(&kind.unwrap_or_default()).0 == "E"
                    || headed
                    || !state.is_missing() && state.count() != Some(0);
                cells.push(if self.dialect.children.is_empty() {
                    Json::only("html", cell.verbatim().map_or(Json::Null, Json::Text))
                } else {
                    Json::only("spans", written(&self.line(&cell, false)))
                });
            }
            let cells = Json::List(cells);
            if heads && header.is_none() && lines.is_empty() {
                header = Some(cells);
            } else {
                lines.push(cells);
            }
        }
        match header {
            Some(header) if !lines.is_empty() => table.put("header", header),
            Some(header) => lines.push(header),
            None => {}
        }
        table.put("rows", Json::List(lines));
        self.blocks.push(table);
    }
}
