//! The blocks that few articles have. They are a part of the program of their own, where that is cut: see `scripts/split.mjs`.

use super::body::{blocks, tight};
use super::page::Page;
use super::timestamp::{Form, marked};
use super::{embed, figure, inline, live_post, media, table};
use crate::content::model::{Block, BlockKind, CalloutTone, Event, Question, Text};
use crate::draw;
use crate::i18n::{fill, format};
use crate::icons::{self, draw_icon, draw_shape};
use crate::markup::Nodes;

/// Draws one. A gate of the program.
#[inline(never)]
pub(super) fn rare(page: &mut Page, block: &Block, out: &mut Nodes) {
    let id = block.id.as_ref();
    let words = page.locale.words;
    match &block.kind {
        BlockKind::Pair(images) => figure::pair(page, images, id, out),
        BlockKind::Gallery { images, layout, caption } => {
            figure::gallery(page, images, *layout, caption.as_ref(), id, out);
        }
        BlockKind::Video(film) => media::video(film, false, id, out),
        BlockKind::Audio(sound) => media::audio(page, sound, id, out),
        BlockKind::Embed(embed) => embed::embed(page, embed, id, out),
        BlockKind::Table(data) => table::table(page, data, id, out),
        BlockKind::Code { text, language } => {
            let label = language.clone().unwrap_or_else(|| words.block_words().code.to_owned());
            draw!(out;
                div class="sf-code" id=id {
                    if let Some(language) = language { p class="sf-code-language" aria-hidden="true" { (language) } }
                    // Program text runs from left to right in every language.
                    pre tabindex="0" dir="ltr" role="region" aria-label=label { code { (text) } }
                }
            );
        }
        BlockKind::Callout { tone, title, body } => {
            let (mark, name) = match tone {
                Some(CalloutTone::Warning) => (icons::WARNING.shape(), words.block_words().warning),
                Some(CalloutTone::Tip) => (icons::TIP.shape(), words.block_words().tip),
                _ => (icons::INFORMATION.shape(), words.block_words().information),
            };
            let title = title.as_deref().unwrap_or(name);
            draw!(out;
                aside class="sf-note" id=id role="note" aria-label=(title.to_owned()) {
                    p class="sf-note-title" { do (|out: &mut Nodes| draw_shape(out, mark)) (title.to_owned()) }
                    do (|out: &mut Nodes| blocks(page, body, out))
                }
            );
        }
        BlockKind::Details { summary, body, open } => draw!(out;
            details class="sf-details" id=id open=(*open) {
                summary { (summary) }
                div class="sf-details-body" { do (|out: &mut Nodes| blocks(page, body, out)) }
            }
        ),
        BlockKind::Takeaways { items } => takeaways(page, items, id, out),
        BlockKind::Qanda { items } => questions(page, items, id, out),
        BlockKind::Timeline { events } => timeline(page, events, id, out),
        BlockKind::Definition { term, body } => draw!(out;
            dl class="sf-definition" id=id {
                dt { dfn { (term) } }
                dd { do (|out: &mut Nodes| tight(page, body, out)) }
            }
        ),
        BlockKind::LinkCard { url, title, description, image, publisher } => draw!(out;
            aside class="sf-card" id=id {
                if let Some(image) = image { do (|out: &mut Nodes| figure::img(image, figure::Place::Cell, out)) }
                div {
                    p class="sf-card-title" { a href=(url.to_owned_string()) rel="noopener noreferrer" { (title) } }
                    if let Some(text) = description { p { (text) } }
                    p class="sf-card-host" { (publisher.as_ref().map(|p| p.name.clone()).or_else(|| url.host())) }
                }
            }
        ),
        BlockKind::Rating { value, of } => rating(page, *value, *of, id, out),
        BlockKind::LivePost(post) => live_post::live_post(page, post, id, out),
        // The others are drawn before.
        _ => {}
    }
}

fn takeaways(page: &Page, items: &[Text], id: Option<&String>, out: &mut Nodes) {
    draw!(out;
        section class="sf-takeaways" id=id aria-label=(page.locale.words.block_words().key_points) {
            do (|out: &mut Nodes| page.title(out, "sf-takeaways-title", page.locale.words.block_words().key_points))
            ul { for item in items { li { do (|out: &mut Nodes| inline::text(item, out)) } } }
        }
    );
}

fn questions(page: &mut Page, items: &[Question], id: Option<&String>, out: &mut Nodes) {
    draw!(out;
        div class="sf-qanda" id=id {
            for item in items {
                do (|out: &mut Nodes| page.title(out, "sf-question", &item.question))
                do (|out: &mut Nodes| page.below(1, |page| blocks(page, &item.body, out)))
            }
        }
    );
}

fn timeline(page: &mut Page, events: &[Event], id: Option<&String>, out: &mut Nodes) {
    draw!(out;
        ol class="sf-timeline" id=id {
            for event in events {
                li {
                    p class="sf-timeline-date" { do (|out: &mut Nodes| marked(page, &event.date, Form::Date, out)) }
                    if let Some(title) = (&event.title) { do (|out: &mut Nodes| page.title(out, "sf-timeline-title", title)) }
                    do (|out: &mut Nodes| page.below(u8::from(event.title.is_some()), |page| blocks(page, &event.body, out)))
                }
            }
        }
    );
}

fn rating(page: &Page, value: f64, of: f64, id: Option<&String>, out: &mut Nodes) {
    let number = |n: f64| format::number(n, &page.locale);
    let text = fill(
        page.locale.words.block_words().rating,
        &[("value", &number(value)), ("of", &number(of))],
    );
    let full = value.round() as u32;
    draw!(out;
        p class="sf-rating" id=id {
            for at in (0..of as u32) {
                span class="sf-star" data-on=(at < full) { do (|out: &mut Nodes| draw_icon(out, icons::RATING)) }
            }
            span { (text) }
        }
    );
}
