//! The client's sixty rows, each with the icon that serves it.

use crate::draw;
use crate::icons::catalogue::Catalogue;
use crate::icons::draw_named;
use crate::markup::Nodes;
use crate::text::digits;

/// Draws the rows as a table.
pub(super) fn rows(catalogue: Catalogue, out: &mut Nodes) {
    draw!(out;
        h2 id="icon-rows" { "Row by row" }
        div class="sf-table" role="region" tabindex="0" aria-labelledby="icon-rows" {
            table {
                thead { tr { for head in (["Row", "Title", "Shows", "Served by"]) { th scope="col" { (head) } } } }
                tbody {
                    for (at, row) in (catalogue.rows().enumerate()) {
                        tr {
                            td { (digits(at as u32 + 1)) }
                            td { (row.title) }
                            td { (row.shows) }
                            td class="demo-served" {
                                for name in (row.icons.split(' ')) {
                                    if let Ok(entry) = (catalogue.find(name)) {
                                        do (|out: &mut Nodes| draw_named(out, &entry.shape, entry.title.to_owned()))
                                        " " code { (name) } " "
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    );
}
