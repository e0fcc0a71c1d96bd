//! The comments under an article: those that the page or the article names, those that came with it, or a word of where
//! they are.

use super::discussion::{Discussion, discussion};
use super::{Hearer, Rule, Setting, Source};
use crate::content::formats::Reading;
use crate::content::model::Article;
use crate::draw;
use crate::i18n::{Locale, fill};
use crate::markup::{Element, Nodes};
use leptos::prelude::*;
use std::sync::Arc;

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

impl UnderArticle {
    /// Draws the place of the comments when the article over it is drawn: what comes later would move it.
    pub(super) fn draw(
        &self,
        reading: Arc<Reading>,
        locale: Locale,
        level: u8,
        drawn: RwSignal<u32>,
        at_once: bool,
        out: &mut Nodes,
    ) {
        let under = self.clone();
        Element::open(out, "div\0class=sf-under").live(Box::new(move || {
            let mut out = Vec::new();
            if at_once || drawn.try_get() == Some(1) {
                under.place(&reading, &locale, level, &mut out);
            }
            out
        }));
    }

    fn place(&self, reading: &Arc<Reading>, locale: &Locale, level: u8, out: &mut Nodes) {
        let article = &reading.article;
        let address = self.address.says().filter(|address| !address.trim_ascii().is_empty());
        let (src, inline) = match (address, &article.comments_url) {
            (Some(address), _) if address.trim_ascii() == "none" => return,
            (Some(address), _) => (Source::from(address), None),
            (None, Some(url)) => (Source::from(url.to_owned_string()), None),
            (None, None) if !reading.unread.has_comments() => {
                return elsewhere(article, locale, out);
            }
            (None, None) => (Source::default(), Some(Arc::clone(reading))),
        };
        let format = Arc::clone(&self.format);
        discussion(
            Discussion {
                src,
                data: Source::default(),
                format: Source::new(move || format.says()),
                inline,
                count: article.comment_count,
                closed: article.comments_closed == Some(true),
                locale: locale.clone(),
                level: level + 1,
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
            out,
        );
    }
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
