//! The attribute `debug`: what could not be read stands under the article, for its publisher.

use super::{Loaded, Setting};
use crate::components::{Later, problems};
use crate::i18n::Locale;
use crate::markup::{Element, Nodes};
use leptos::prelude::*;

/// The place of the problems, which are in the rest of the program. Empty while `debug` is 0.
pub(super) fn draw(
    debug: Setting,
    loaded: &Loaded,
    locale: &Locale,
    later: Later,
    out: &mut Nodes,
) {
    let (loaded, locale) = (loaded.clone(), locale.clone());
    Element::open(out, "div\0class=sf-under").live(Box::new(move || {
        let mut out = Vec::new();
        if debug.get() == 1 {
            if later.here.get() == 1 {
                problems(&loaded.reading, &locale, &mut out);
            } else {
                (later.fetch)(Box::new(|_| {}));
            }
        }
        out
    }));
}
