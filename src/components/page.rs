//! What all parts of one article are drawn with.

use super::later::Later;
use super::share::Share;
use crate::content::model::Image;
use crate::i18n::{Locale, is_rtl};
use crate::markup::{Element, Nodes};
use leptos::prelude::*;

/// The picture that the lightbox shows, by its number in the article, from 1; 0 while it is closed. All small
/// state is a `u32`: the machinery of a signal is in the program once for each type.
pub(super) type Shown = RwSignal<u32>;

/// The state of drawing one article.
pub(super) struct Page {
    /// Words, dates, numbers.
    pub locale: Locale,
    /// Milliseconds since 1970: the clock is read once, by the caller.
    pub now_ms: i64,
    /// The heading level of the headline, 1 to 4.
    pub headline_level: u8,
    /// The relative level of the heading that what is drawn stands under; 1 is the headline.
    pub under: u8,
    /// The pictures of the article in their order, for the lightbox.
    pub pictures: Vec<Image>,
    /// Opens the lightbox.
    pub shown: Shown,
    /// How the rest of the program is had.
    pub later: Later,
    /// The share menu, where there is one.
    pub share: Option<Share>,
    /// The language of dates and counts, where that is not the article's: `lang` of what is said in it.
    pub tongue: Option<String>,
}

impl Page {
    /// The tag of a heading of a relative level. HTML ends at 6.
    pub fn heading_tag(&self, relative: u8) -> &'static str {
        match self.headline_level + relative.max(1) - 1 {
            ..=1 => "h1",
            2 => "h2",
            3 => "h3",
            4 => "h4",
            5 => "h5",
            _ => "h6",
        }
    }

    /// `dir` of what is said in another language than the article's.
    pub fn tongue_dir(&self) -> Option<&'static str> {
        self.tongue.as_ref().map(|tag| if is_rtl(tag) { "rtl" } else { "ltr" })
    }

    /// Draws a heading one level under the one that is being drawn under.
    pub fn title(&self, out: &mut Nodes, class: &'static str, text: &str) {
        let element = Element::open(out, self.heading_tag(self.under + 1));
        element.put("class", class);
        crate::draw!((element.children()); (text.to_owned()));
    }

    /// Draws something that stands `deeper` levels under the present heading.
    pub fn below(&mut self, deeper: u8, draw: impl FnOnce(&mut Page)) {
        let under = self.under;
        self.under = under + deeper;
        draw(self);
        self.under = under;
    }
}
