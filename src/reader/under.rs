//! The comments under an article: those that the page or the article names, those that came with it, or a word of where
//! they are.

use super::discussion::{Discussion, Place, discussion};
use super::{Hearer, Rule, Setting, Source};
use crate::components::Later;
use crate::content::formats::Reading;
use crate::content::model::Article;
use crate::draw;
use crate::i18n::{Locale, Words, fill};
use crate::markup::{Element, Handle, Nodes};
use leptos::prelude::*;
use std::sync::Arc;

#[cfg(feature = "csr")]
use super::discussion::NEAR;
#[cfg(feature = "embed")]
use super::request::refused;
#[cfg(feature = "csr")]
use crate::browser::near::Near;
#[cfg(feature = "embed")]
use crate::browser::page;
#[cfg(feature = "csr")]
use crate::markup::effect;
#[cfg(feature = "csr")]
use std::cell::RefCell;

/// What the page says of the comments under an article.
#[derive(Clone)]
pub(super) struct UnderArticle {
    /// Their address, or `none`; the article's own wins where the page gives none.
    pub address: Arc<Source>,
    pub format: Arc<Source>,
    pub timeout: Setting,
    pub open: Setting,
    pub pictures: Setting,
    pub keys: bool,
    pub rule: Option<Rule>,
    pub on_load: Option<Hearer<u32>>,
    pub on_toggle: Option<Hearer<(String, bool)>>,
}

/// What draws the comments is not asked for yet; it is on its way; it could not be had.
const NOT_YET: u32 = 0;
const ON_ITS_WAY: u32 = 1;
const FAILED: u32 = 2;

/// Has them, and what draws them.
type Want = Arc<dyn Fn() + Send + Sync>;

impl UnderArticle {
    /// Draws the place of the comments when the article over it is drawn: what comes later would move it.
    #[allow(clippy::too_many_arguments)]
    pub(super) fn draw(
        &self,
        reading: Arc<Reading>,
        locale: Locale,
        level: u8,
        later: Later,
        drawn: RwSignal<u32>,
        at_once: bool,
        out: &mut Nodes,
    ) {
        let under = self.clone();
        let state = RwSignal::new(NOT_YET);
        Element::open(out, "div\0class=sf-under").live(Box::new(move || {
            let mut out = Vec::new();
            if at_once || drawn.try_get() == Some(1) {
                under.place(&reading, &locale, level + 1, (later, state), &mut out);
            }
            out
        }));
    }

    fn place(
        &self,
        reading: &Arc<Reading>,
        locale: &Locale,
        level: u8,
        (later, state): (Later, RwSignal<u32>),
        out: &mut Nodes,
    ) {
        let article = &reading.article;
        let address = self.address.says().filter(|address| !address.trim_ascii().is_empty());
        let address = match (address, &article.comments_url) {
            (Some(address), _) if address.trim_ascii() == "none" => return,
            (Some(address), _) => Some(address),
            (None, Some(url)) => Some(url.to_owned_string()),
            (None, None) if !reading.unread.has_comments() => {
                return elsewhere(article, locale, out);
            }
            (None, None) => None,
        };
        let place = Place::new(article.comment_count);
        let want = self.fetcher(address.clone(), later, state);
        let pressed = Arc::clone(&want);
        let press = Box::new(move |_| {
            if later.is_here() {
                return place.fold.press();
            }
            place.pressed.set(1);
            pressed();
        });
        let whole = place.draw(locale, level, press, out);
        let (under, reading, locale) = (self.clone(), Arc::clone(reading), locale.clone());
        whole.live(Box::new(move || {
            let mut out = Vec::new();
            if later.here.try_get() == Some(1) {
                let wanted = state.try_get_untracked() == Some(ON_ITS_WAY);
                let named = under.named(&reading, address.clone(), &locale);
                discussion(named, place, wanted, &mut out);
            } else {
                waits(state.try_get(), locale.words, place.section, &want, &mut out);
            }
            out
        }));
    }

    /// The comments at this address, or else those that came with the article.
    fn named(
        &self,
        reading: &Arc<Reading>,
        address: Option<String>,
        locale: &Locale,
    ) -> Discussion {
        let format = Arc::clone(&self.format);
        Discussion {
            inline: address.is_none().then(|| Arc::clone(reading)),
            src: address.map(Source::from).unwrap_or_default(),
            data: Source::default(),
            format: Source::new(move || format.says()),
            closed: reading.article.comments_closed == Some(true),
            locale: locale.clone(),
            timeout: self.timeout,
            open: self.open,
            pictures: self.pictures,
            keys: self.keys,
            rule: self.rule.clone(),
            on_load: self.on_load,
            on_toggle: self.on_toggle,
            // The article is there: that its comments are not is said where they would be.
            on_error: None,
        }
    }

    /// What fetches the rest of the program, when the heading comes near to what is seen, or is pressed.
    fn fetcher(&self, address: Option<String>, later: Later, state: RwSignal<u32>) -> Want {
        let rule = self.rule.clone();
        Arc::new(move || {
            if state.try_get_untracked() == Some(ON_ITS_WAY) {
                return;
            }
            state.try_set(ON_ITS_WAY);
            // Their request goes out together with that for the program.
            #[cfg(feature = "embed")]
            if let Some(url) = address.as_deref().and_then(page::resolve)
                && refused(rule.as_ref(), &url).is_none()
            {
                crate::fetch::begin(&url);
            }
            #[cfg(not(feature = "embed"))]
            let _ = (&address, &rule);
            (later.fetch)(Box::new(move |here| {
                if !here {
                    state.try_set(FAILED);
                }
            }));
        })
    }
}

/// What stands under the heading while it stands alone.
fn waits(state: Option<u32>, words: &'static Words, section: Handle, want: &Want, out: &mut Nodes) {
    let want = Arc::clone(want);
    if state == Some(NOT_YET) {
        #[cfg(feature = "csr")]
        wire(section, want);
        #[cfg(not(feature = "csr"))]
        let _ = (section, want);
        return;
    }
    let failed = state == Some(FAILED);
    let sentence = if failed { words.comments_failed } else { words.loading };
    draw!(out; p class="sf-comments-note" role="status" { (sentence) });
    if failed {
        let press = move |_| {
            // The button goes: the focus stays in the section.
            section.focus();
            want();
        };
        draw!(out; button class="sf-button" type="button" @click=(press) { (words.retry) });
    }
}

/// What draws them is wanted when their place is near.
#[cfg(feature = "csr")]
fn wire(section: Handle, want: Want) {
    let watching = RefCell::new(None);
    effect(Box::new(move || {
        let want = Arc::clone(&want);
        let section = section.element();
        watching.replace(section.and_then(|it| Near::watch(&it, NEAR, move || want())));
    }));
}

/// Where the comments stand elsewhere, or there will be none, the article says so.
fn elsewhere(article: &Article, locale: &Locale, out: &mut Nodes) {
    let words = locale.words;
    if let Some(url) = &article.discussion_url {
        let name = url.host().unwrap_or_default();
        draw!(out; p class="sf-comments sf-comments-note" {
            a class="sf-button" href=(url.to_owned_string()) { (fill(words.comments_elsewhere, &[("name", &name)])) }
        });
    } else if article.comments_closed == Some(true) {
        draw!(out; p class="sf-comments sf-comments-note" { (words.comments_closed) });
    }
}
