//! The comments under an article: those that the page or the article names, those that came with it, or a word of where
//! they are.

use super::discussion::{Before, Discussion, discussion, heading, label, section};
use super::{Hearer, Rule, Setting, Source};
use crate::components::Later;
use crate::content::formats::Reading;
use crate::content::model::Article;
use crate::draw;
use crate::i18n::{Locale, fill};
use crate::markup::{Element, Handle, Nodes, effect};
use leptos::prelude::*;
use std::sync::Arc;

#[cfg(feature = "embed")]
use super::request::refused;
#[cfg(feature = "csr")]
use crate::browser::near::Near;
#[cfg(feature = "embed")]
use crate::browser::page;
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

/// Where the comments wait for what draws them.
#[derive(Clone, Copy)]
struct Wait {
    state: RwSignal<u32>,
    /// 1 when the reader has pressed the heading.
    opened: RwSignal<u32>,
    /// What they are drawn in.
    place: Handle,
}

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
        let place = Handle::default();
        let wait = Wait { state: RwSignal::new(NOT_YET), opened: RwSignal::new(0), place };
        let element = Element::open(out, "div\0class=sf-under");
        element.reach(place);
        element.live(Box::new(move || {
            let mut out = Vec::new();
            if at_once || drawn.try_get() == Some(1) {
                under.place(&reading, &locale, level + 1, (later, wait), &mut out);
            }
            out
        }));
    }

    fn place(
        &self,
        reading: &Arc<Reading>,
        locale: &Locale,
        level: u8,
        (later, wait): (Later, Wait),
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
        if later.here.try_get() != Some(1) {
            return self.heading(address, article.comment_count, locale, level, (later, wait), out);
        }
        let inline = address.is_none().then(|| Arc::clone(reading));
        let format = Arc::clone(&self.format);
        let before = Before {
            opened: wait.opened.try_get_untracked() == Some(1),
            focused: wait.place.is(":focus-within"),
            wanted: wait.state.try_get_untracked() == Some(ON_ITS_WAY),
        };
        discussion(
            Discussion {
                src: address.map(Source::from).unwrap_or_default(),
                data: Source::default(),
                format: Source::new(move || format.says()),
                inline,
                count: article.comment_count,
                closed: article.comments_closed == Some(true),
                locale: locale.clone(),
                level,
                timeout: self.timeout,
                open: self.open,
                pictures: self.pictures,
                keys: self.keys,
                rule: self.rule.clone(),
                on_load: self.on_load,
                on_toggle: self.on_toggle,
                // The article is there: that its comments are not is said where they would be.
                on_error: None,
            },
            before,
            out,
        );
    }

    /// Draws their heading alone. What draws them is fetched when it comes near to what is seen, or is pressed.
    fn heading(
        &self,
        address: Option<String>,
        count: Option<u32>,
        locale: &Locale,
        level: u8,
        (later, wait): (Later, Wait),
        out: &mut Nodes,
    ) {
        let (words, rule) = (locale.words, self.rule.clone());
        let want = Arc::new(move || {
            if wait.state.try_get_untracked() == Some(ON_ITS_WAY) {
                return;
            }
            wait.state.try_set(ON_ITS_WAY);
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
                    wait.state.try_set(FAILED);
                }
            }));
        });
        let place = Handle::default();
        let whole = section(words, place, out);
        let title = Element::open(whole.children(), heading(level));
        title.put("class", "sf-disclosure");
        let (label, pressed) = (label(locale, Box::new(move || count)), Arc::clone(&want));
        let press = move |_| {
            wait.opened.try_set(1);
            pressed();
        };
        draw!(title.children(); button type="button" part="toggle" aria-expanded="false" @click=(press) { (label) });
        let again = Arc::clone(&want);
        whole.live(Box::new(move || {
            let mut out = Vec::new();
            let state = wait.state.try_get();
            if state != Some(NOT_YET) {
                let failed = state == Some(FAILED);
                let sentence = if failed { words.comments_failed } else { words.loading };
                draw!(&mut out; p class="sf-comments-note" role="status" { (sentence) });
                if failed {
                    let again = Arc::clone(&again);
                    let press = move |_| {
                        // The button goes: the focus stays in the section.
                        place.focus();
                        again();
                    };
                    draw!(&mut out; button class="sf-button" type="button" @click=(press) { (words.retry) });
                }
            }
            out
        }));
        #[cfg(feature = "csr")]
        wire(place, wait.state, want);
        #[cfg(not(feature = "csr"))]
        let _ = (effect, want);
    }
}

/// What draws them is wanted when their place is near.
#[cfg(feature = "csr")]
fn wire(section: Handle, state: RwSignal<u32>, want: Arc<dyn Fn()>) {
    let watching = RefCell::new(None);
    effect(Box::new(move || {
        let want = Arc::clone(&want);
        let waits = state.try_get() == Some(NOT_YET);
        let section = section.element().filter(|_| waits);
        let near = section.and_then(|it| Near::watch(&it, super::discussion::NEAR, move || want()));
        watching.replace(near);
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
