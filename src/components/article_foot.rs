//! Everything under the text: where the rest is, tags, rights, what to read next.

use super::figure::{Place, img};
use super::page::Page;
use super::timestamp::{Form, timestamp};
use crate::content::model::{Article, Person};
use crate::draw;
use crate::i18n::fill;
use crate::icons::{self, draw_icon, draw_shape, shape::Shape};
use crate::markup::{Element, Nodes};
use crate::policy::SafeUrl;

/// Draws the foot of the article.
pub(super) fn foot(page: &mut Page, article: &Article, out: &mut Nodes) {
    let words = page.locale.words;
    if article.is_accessible_for_free == Some(false) {
        notice(article, icons::LOCK.shape(), words.not_free, words.read_at, out);
    } else if article.body.is_empty() {
        notice(article, icons::NOTICE.shape(), words.no_body, words.read_at, out);
    }
    let tagged = !article.article_section.is_empty() || !article.keywords.is_empty();
    draw!(out;
        footer class="sf-foot" {
            if tagged { do (|out: &mut Nodes| tags(page, article, out)) }
            if (article.author.iter().any(is_reachable)) { do (|out: &mut Nodes| contacts(page, article, out)) }
            if let Some(share) = (&page.share) {
                p class="sf-foot-share" { do (|out: &mut Nodes| share.whole_button(out)) }
            }
            if (!article.related.is_empty()) { do (|out: &mut Nodes| related(page, article, out)) }
            do (|out: &mut Nodes| rights(page, article, out))
        }
    );
}

fn notice(
    article: &Article,
    mark: &Shape,
    sentence: &'static str,
    read_at: &'static str,
    out: &mut Nodes,
) {
    draw!(out;
        aside class="sf-note sf-elsewhere" role="note" {
            p class="sf-note-title" { do (|out: &mut Nodes| draw_shape(out, mark)) (sentence) }
            if let Some(url) = (&article.url) {
                p { a class="sf-button" href=(url.to_owned_string()) { (fill(read_at, &[("name", &place(article))])) } }
            }
        }
    );
}

fn place(article: &Article) -> String {
    let host = || article.url.as_ref().and_then(|url| url.host());
    article.publisher.as_ref().map(|p| p.name.clone()).or_else(host).unwrap_or_default()
}

fn tags(page: &Page, article: &Article, out: &mut Nodes) {
    draw!(out;
        ul class="sf-tags" aria-label=(page.locale.words.topics) {
            for section in (&article.article_section) { li { do (|out: &mut Nodes| draw_icon(out, icons::FOLDER)) (section) } }
            for keyword in (&article.keywords) {
                li {
                    do (|out: &mut Nodes| draw_icon(out, icons::TAG))
                    if let Some(url) = (&keyword.url) { a href=(url.to_owned_string()) rel="tag" { (&keyword.name) } }
                    else { (&keyword.name) }
                }
            }
        }
    );
}

fn is_reachable(person: &Person) -> bool {
    person.email.is_some() || person.telephone.is_some()
}

/// Where the authors can be reached, for those who say where. A gate of the program: see `scripts/split.mjs`.
#[inline(never)]
fn contacts(page: &Page, article: &Article, out: &mut Nodes) {
    let contact = |out: &mut Nodes, mark: &Shape, url: Option<SafeUrl>, text: String| {
        draw_shape(out, mark);
        match url {
            Some(url) => draw!(out; a href=(url.to_owned_string()) dir="ltr" { (text) }),
            None => draw!(out; bdi dir="ltr" { (text) }),
        }
    };
    let list = Element::open(out, "ul");
    list.put("class", "sf-contacts");
    list.put("aria-label", page.locale.words.authors);
    let list = list.children();
    for person in article.author.iter().filter(|person| is_reachable(person)) {
        draw!(list; li {
            span { do (|out: &mut Nodes| draw_icon(out, icons::PROFILE)) bdi { (&person.name) } }
            if let Some(url) = (&person.url) {
                if let Some(host) = (url.host()) { span { do (|out: &mut Nodes| contact(out, icons::HOME.shape(), Some(url.clone()), host)) } }
            }
            if let Some(email) = (&person.email) {
                span { do (|out: &mut Nodes| contact(out, icons::EMAIL.shape(), SafeUrl::email(email), email.clone())) }
            }
            if let Some(telephone) = (&person.telephone) {
                span { do (|out: &mut Nodes| contact(out, icons::TELEPHONE.shape(), SafeUrl::telephone(telephone), telephone.clone())) }
            }
        });
    }
}

fn related(page: &mut Page, article: &Article, out: &mut Nodes) {
    draw!(out;
        section class="sf-related" aria-label=(page.locale.words.related) {
            do (|out: &mut Nodes| page.title(out, "sf-related-title", page.locale.words.related))
            ul {
                for item in (&article.related) {
                    li {
                        if let Some(image) = (&item.image) { do (|out: &mut Nodes| img(image, Place::Cell, out)) }
                        a href=(item.url.to_owned_string()) { (&item.headline) }
                        if let Some(date) = (&item.date_published) { do (|out: &mut Nodes| timestamp(page, date, Form::Age, out)) }
                    }
                }
            }
        }
    );
}

/// The rights, and for print the address of the page.
fn rights(page: &Page, article: &Article, out: &mut Nodes) {
    draw!(out;
        p class="sf-rights" {
            (article.copyright_notice.as_ref())
            if let Some(licence) = (&article.license) {
                " " a href=(licence.to_owned_string()) rel="license" { (page.locale.words.licence) }
            }
        }
        if let Some(url) = (&article.url) { p class="sf-print-only sf-address" { (url.to_owned_string()) } }
    );
}
