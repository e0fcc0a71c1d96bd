//! One post of a live blog.

use super::body;
use super::page::Page;
use super::timestamp::{Form, marked, timestamp};
use crate::content::model::LivePost;
use crate::draw;
use crate::i18n::{fill, format};
use crate::markup::Nodes;

/// Draws a post: its time in the margin where there is room, key events marked by a word.
pub(super) fn live_post(page: &mut Page, post: &LivePost, id: Option<&String>, out: &mut Nodes) {
    let words = page.locale.words;
    let titled = u8::from(post.title.is_some());
    draw!(out;
        article class="sf-post" id=(id) data-key=(post.key) aria-label=(post.title.clone()) {
            p class="sf-post-time" {
                if let Some(date) = (&post.date_published) {
                    span { do (|out: &mut Nodes| marked(page, date, Form::Clock, out)) }
                }
                if (post.key) { span class="sf-key" { (words.block_words().key_event) } }
                if let (Some(share), Some(id)) = (&page.share, id) {
                    do (|out: &mut Nodes| share.one(out, id, fill(words.block_words().share_post, &[("name", &name(page, post))]), post.title.as_deref()))
                }
            }
            div class="sf-post-body" {
                if let Some(title) = (&post.title) { do (|out: &mut Nodes| page.title(out, "sf-post-title", title)) }
                do (|out: &mut Nodes| page.below(titled, |page| body::blocks(page, &post.body, out)))
                if let Some(date) = (post.date_modified.as_ref().filter(|d| !post.date_published.as_ref().is_some_and(|p| p.is_same(d)))) {
                    p class="sf-post-updated" { (words.updated) " " do (|out: &mut Nodes| timestamp(page, date, Form::Clock, out)) }
                }
            }
        }
    );
}

/// What tells a post from the others: its title, else its time.
fn name(page: &Page, post: &LivePost) -> String {
    let time = || post.date_published.as_ref().map(|date| format::absolute(date, &page.locale));
    post.title.clone().or_else(time).unwrap_or_default()
}
