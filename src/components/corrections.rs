//! Corrections: at the top when the article has them, and in their place.

use super::page::Page;
use super::timestamp::{Form, timestamp};
use crate::content::model::{Correction, CorrectionKind};
use crate::draw;
use crate::icons::{self, draw_icon};
use crate::markup::Nodes;

/// Draws a correction as a note.
pub(super) fn correction(
    page: &Page,
    correction: &Correction,
    id: Option<&String>,
    out: &mut Nodes,
) {
    let words = page.locale.words;
    let kind = match correction.kind {
        Some(CorrectionKind::Clarification) => words.clarification,
        Some(CorrectionKind::Update) => words.update,
        _ => words.correction,
    };
    draw!(out;
        aside class="sf-note sf-correction" id=(id) role="note" {
            p class="sf-note-title" {
                do (|out: &mut Nodes| draw_icon(out, icons::EDIT))
                (kind)
                if let Some(date) = (&correction.date) {
                    " " do (|out: &mut Nodes| timestamp(page, date, Form::Date, out))
                }
            }
            p { (&correction.text) }
        }
    );
}
