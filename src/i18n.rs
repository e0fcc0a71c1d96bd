//! The words of the interface: typed messages with plural rules, and dates and numbers by `Intl`.
//!
//! No component holds a sentence. A [`Locale`] is handed down; it carries the catalogue of its language
//! (English where there is none), and the tag that `Intl` formats by.

mod arabic;
mod english;
pub mod format;
mod german;
mod later;
pub mod plural;

pub use later::{BlockWords, CommentWords, LightboxWords, ProblemWords, ShareWords};
use plural::Plural;

use std::cell::Cell;

/// The languages that the interface speaks.
const CATALOGUES: &[&Words] = &[&english::WORDS, &german::WORDS, &arabic::WORDS];

/// Every sentence and word of the interface in one language. `{…}` are places, filled by [`fill`].
#[derive(Debug)]
pub struct Words {
    /// BCP 47: the primary language.
    pub language: &'static str,
    /// Which numbers take which form.
    pub plural_class: fn(u32) -> plural::Class,
    /// Before the authors' names.
    pub by: &'static str,
    /// Between names of a list.
    pub list_comma: &'static str,
    /// Before the last name of a list.
    pub list_and: &'static str,
    /// Before the time of the last change.
    pub updated: &'static str,
    /// `{n}` minutes to read.
    pub reading_time: Plural,
    /// `{a}` to `{b}` minutes to read.
    pub reading_range: Plural,
    /// The article is on its way.
    pub loading: &'static str,
    /// No address was given.
    pub idle: &'static str,
    /// The action on a failure.
    pub retry: &'static str,
    /// The summary over what a developer wants to know.
    pub technical: &'static str,
    /// Sentences for the reader, one a reason.
    pub failures: Failures,
    /// The text is somewhere else.
    pub no_body: &'static str,
    /// The rest is for subscribers.
    pub not_free: &'static str,
    /// The link to the page itself, at `{name}`.
    pub read_at: &'static str,
    /// A correction.
    pub correction: &'static str,
    /// A clarification.
    pub clarification: &'static str,
    /// An update.
    pub update: &'static str,
    /// The heading over related articles.
    pub related: &'static str,
    /// The label of the list of tags.
    pub topics: &'static str,
    /// The label of the list of authors and where to reach them.
    pub authors: &'static str,
    /// The link to the licence.
    pub licence: &'static str,
    /// The name of the button on a picture: `{name}`.
    pub enlarge: &'static str,
    /// A picture without words.
    pub picture: &'static str,
    /// The share button, and the name of the list of targets.
    pub share: &'static str,
    /// Share one picture: `{name}`.
    pub share_picture: &'static str,
    /// The heading of the comments.
    pub comments: &'static str,
    /// No more comments may be written.
    pub comments_closed: &'static str,
    /// The comments could not be had.
    pub comments_failed: &'static str,
    /// The link to where the comments are, at `{name}`.
    pub comments_elsewhere: &'static str,
}

/// What the reader is told when an article cannot be shown.
#[derive(Debug)]
pub struct Failures {
    /// The request did not get through.
    pub network: &'static str,
    /// No connection at all.
    pub offline: &'static str,
    /// It took too long.
    pub timeout: &'static str,
    /// 404 and 410.
    pub not_found: &'static str,
    /// 401 and 403.
    pub forbidden: &'static str,
    /// 408, 429 and 5xx.
    pub busy: &'static str,
    /// What came is not an article: broken, too large, of another format.
    pub unreadable: &'static str,
    /// The page does not list the origin.
    pub origin: &'static str,
    /// A fault of the reader itself.
    pub internal: &'static str,
}

/// The language of the interface, and of its dates and numbers.
#[derive(Clone, Debug)]
pub struct Locale {
    /// The catalogue.
    pub words: &'static Words,
    /// BCP 47, as the page gives it: for `Intl`.
    pub tag: String,
}

impl Default for Locale {
    fn default() -> Self {
        Locale::new("en")
    }
}

impl Locale {
    /// The locale of a language tag. An unknown language speaks English; an invalid tag is English.
    pub fn new(tag: &str) -> Self {
        let tag = if is_tag(tag) { tag } else { "en" };
        let words = Locale::catalogue(tag).unwrap_or(&english::WORDS);
        Locale { words, tag: tag.to_owned() }
    }

    /// Whether there is a catalogue for the language of `tag`.
    pub fn speaks(tag: &str) -> bool {
        Locale::catalogue(tag).is_some()
    }

    fn catalogue(tag: &str) -> Option<&'static Words> {
        let primary = tag.split('-').next().unwrap_or_default();
        if primary.eq_ignore_ascii_case(english::WORDS.language) {
            return Some(&english::WORDS);
        }
        if OTHERS_HERE.get() { other(primary) } else { None }
    }

    /// The catalogues, for tests and tables.
    pub fn catalogues() -> &'static [&'static Words] {
        CATALOGUES
    }

    /// A message in the form that `n` takes, with `{n}` filled.
    pub fn count(&self, message: &Plural, n: u32) -> String {
        fill(
            message.form((self.words.plural_class)(n)),
            &[("n", &format::number(f64::from(n), self))],
        )
    }
}

/// Letters and digits parted by hyphens: what may be handed to `Intl` and stand in `lang`.
pub fn is_tag(tag: &str) -> bool {
    !tag.is_empty()
        && tag.len() <= 35
        && tag.split('-').enumerate().all(|(at, part)| {
            (1..=8).contains(&part.len())
                && part.bytes().all(|b| b.is_ascii_alphanumeric())
                && (at > 0 || part.len() > 1 && part.bytes().all(|b| b.is_ascii_alphabetic()))
        })
}

thread_local! {
    /// Whether [`other`] may be called.
    static OTHERS_HERE: Cell<bool> = const { Cell::new(true) };
}

/// Says whether the part of the program is here that speaks other languages than English; it is, where the program is
/// whole.
pub fn set_others(here: bool) {
    OTHERS_HERE.set(here);
}

/// The catalogue of another language than English. A gate of the program: see `scripts/split.mjs`.
#[inline(never)]
fn other(primary: &str) -> Option<&'static Words> {
    CATALOGUES.iter().find(|words| words.language.eq_ignore_ascii_case(primary)).copied()
}

/// Whether a language is written from right to left.
pub fn is_rtl(tag: &str) -> bool {
    const RTL: &[&str] = &["ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"];
    let mut parts = tag.split('-');
    let primary = parts.next().unwrap_or_default().to_ascii_lowercase();
    RTL.contains(&primary.as_str()) && !parts.any(|part| part.eq_ignore_ascii_case("latn"))
}

/// Puts values into the places of a message.
#[inline(never)]
pub fn fill(message: &str, values: &[(&str, &str)]) -> String {
    let mut out = String::with_capacity(message.len() + 16);
    let mut rest = message;
    while let Some((before, place)) = rest.split_once('{') {
        let Some((name, after)) = place.split_once('}') else {
            break;
        };
        out.push_str(before);
        if let Some((_, value)) = values.iter().find(|(n, _)| *n == name) {
            out.push_str(value);
        }
        rest = after;
    }
    out.push_str(rest);
    out
}
