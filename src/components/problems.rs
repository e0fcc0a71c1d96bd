//! What could not be read of an article, for its publisher: shown where the page asks for it.

use crate::content::formats::Reading;
use crate::draw;
use crate::i18n::{Locale, fill};
use crate::icons::{self, draw_icon};
use crate::markup::Nodes;

/// Lists the format that was found, and each problem with its place. The reasons are in English, as for all developers.
/// A gate of the program: see `scripts/split.mjs`.
#[inline(never)]
pub fn problems(reading: &Reading, locale: &Locale, out: &mut Nodes) {
    let words = locale.words.problem_words();
    let title = fill(words.read_as, &[("name", reading.format.as_str())]);
    let list = &reading.problems;
    draw!(out;
        section class="sf-note sf-problems" aria-label=(words.name) {
            p class="sf-note-title" { do (|out: &mut Nodes| draw_icon(out, icons::NOTICE)) (title) }
            if (list.is_empty()) { p { (words.none) } }
            ul class="sf-list" dir="ltr" lang="en" {
                for problem in list { li { code { (&problem.path) } " " (&problem.reason) } }
            }
        }
    );
}
