//! What somebody said.

use super::body;
use super::inline;
use super::page::Page;
use crate::content::model::Inline;
use crate::content::model::{Block, BlockKind, Text};
use crate::draw;
use crate::icons::{self, draw_icon};
use crate::markup::Nodes;

/// Draws a quotation with its source. The marks are those of the language and are set by the style sheet:
/// one before each paragraph, one after the last, as newspapers set a quotation that runs on. A text that
/// brings its own marks gets no others.
pub(super) fn quote(
    page: &mut Page,
    blocks: &[Block],
    citation: Option<&String>,
    url: Option<String>,
    id: Option<&String>,
    out: &mut Nodes,
) {
    let marked = blocks
        .iter()
        .any(|block| matches!(&block.kind, BlockKind::Paragraph(text) if is_marked(text)));
    draw!(out;
        figure class="sf-quote" id=(id) {
            do (|out: &mut Nodes| draw_icon(out, icons::QUOTE_OPEN))
            blockquote cite=(url.clone()) data-marked=marked { do (|out: &mut Nodes| body::blocks(page, blocks, out)) }
            do (|out: &mut Nodes| cite(citation, url, out))
        }
    );
}

/// Draws a line of the text large.
pub(super) fn pullquote(
    text: &Text,
    citation: Option<&String>,
    id: Option<&String>,
    out: &mut Nodes,
) {
    let marked = is_marked(text);
    draw!(out;
        figure class="sf-pullquote" id=(id) {
            do (|out: &mut Nodes| draw_icon(out, icons::QUOTE_OPEN))
            blockquote data-marked=marked { p { do (|out: &mut Nodes| inline::text(text, out)) } }
            do (|out: &mut Nodes| cite(citation, None, out))
        }
    );
}

fn cite(citation: Option<&String>, url: Option<String>, out: &mut Nodes) {
    if let Some(citation) = citation {
        draw!(out;
            figcaption class="sf-cite" {
                if let Some(url) = url { a href=url rel="noopener noreferrer" { (citation) } } else { (citation) }
            }
        );
    }
}

/// The opening marks that newspapers use.
const OPENING: &str = "\"“„«‘»「『”";

fn is_marked(text: &Text) -> bool {
    match text.spans.first() {
        Some(Inline::Span { text, .. }) => text
            .trim_ascii_start()
            .chars()
            .next()
            .is_some_and(|first| OPENING.chars().any(|mark| mark == first)),
        _ => false,
    }
}
