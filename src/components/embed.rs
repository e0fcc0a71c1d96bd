//! Something of a third party: a card with what the article knows of it, and nothing requested from the
//! third party before the reader presses the button.

use super::button::later_button;
use super::page::Page;
use super::timestamp::{Form, timestamp};
use crate::content::embeds::{Frame, frame};
use crate::content::model::Embed;
use crate::draw;
use crate::i18n::fill;
use crate::icons::{self, draw_icon};
use crate::markup::{Element, Handle, Nodes, effect};
use crate::text::digits;
use leptos::prelude::*;

/// Draws the card: with a button for the providers on the list, with a plain link for all others.
pub(super) fn embed(page: &Page, embed: &Embed, id: Option<&String>, out: &mut Nodes) {
    let words = page.locale.words;
    let frame = frame(&embed.url);
    let name = provider(embed, frame.as_ref());
    let title = embed.title.clone().unwrap_or_else(|| name.clone());
    draw!(out;
        figure class="sf-embed" id=(id) {
            div class="sf-embed-card" {
                if let Some(poster) = (&embed.poster) {
                    img class="sf-image sf-poster" src=(poster.to_owned_string()) alt="" loading="lazy" referrerpolicy="no-referrer";
                }
                p class="sf-embed-title" {
                    span class="sf-embed-provider" { (&name) }
                    if let Some(title) = (&embed.title) { " " (title) }
                }
                if let Some(text) = (&embed.text) { blockquote class="sf-embed-text" dir="auto" { p { (text) } } }
                if (embed.author.is_some() || embed.date_published.is_some()) {
                    p class="sf-embed-by" {
                        if let Some(author) = (&embed.author) { bdi { (author) } " " }
                        if let Some(date) = (&embed.date_published) { do (|out: &mut Nodes| timestamp(page, date, Form::Date, out)) }
                    }
                }
                if let Some(frame) = frame {
                    do (|out: &mut Nodes| press_to_open(page, fill(words.block_words().embed_note, &[("name", &name)]), title, frame, out))
                }
                p class="sf-embed-link" {
                    a href=(embed.url.to_owned_string()) rel="noopener noreferrer" {
                        (fill(words.block_words().open_at, &[("name", &name)]))
                        do (|out: &mut Nodes| draw_icon(out, icons::EXTERNAL))
                    }
                }
            }
        }
    );
}

fn provider(embed: &Embed, frame: Option<&Frame>) -> String {
    let host = || embed.url.host().unwrap_or_else(|| embed.url.to_owned_string());
    match (&embed.provider, frame) {
        // Where a frame would be opened, its own name stands on the button, whatever the data says.
        (_, Some(frame)) => frame.provider.to_owned(),
        (Some(name), None) => name.clone(),
        (None, None) => host(),
    }
}

/// The button with its note, and after the press the frame in its place, with the focus.
fn press_to_open(page: &Page, note: String, title: String, frame: Frame, out: &mut Nodes) {
    let (label, later) = (page.locale.words.block_words().show_embed, page.later);
    let pressed = RwSignal::new(0);
    let place = Element::open(out, "div");
    place.live(Box::new(move || {
        let mut out = Vec::new();
        if pressed.get() > 0 {
            opened(&frame, &title, &mut out);
            return out;
        }
        let mut content = Vec::new();
        draw_icon(&mut content, icons::PLAY);
        draw!(&mut content; (label));
        let name = [label, ": ", &title].concat();
        later_button(&mut out, "sf-button", name, content, later, (pressed, 1));
        draw!(&mut out; p class="sf-embed-note" { (note.clone()) });
        out
    }));
}

/// Scripts and the provider's own origin are allowed, for its player does not run without; forms, downloads
/// and the navigation of our page are not. It belongs to the rest of the program.
#[inline(never)]
fn opened(frame: &Frame, title: &str, out: &mut Nodes) {
    let element = Element::open(out, "iframe");
    let handle = Handle::default();
    element.reach(handle);
    // The button that had the focus is gone; the frame is in the page in the next turn.
    effect(Box::new(move || handle.focus()));
    let attributes = [
        ("class", "sf-embed-frame"),
        ("sandbox", "allow-scripts allow-same-origin allow-popups allow-presentation"),
        ("allow", "autoplay; encrypted-media; fullscreen; picture-in-picture"),
        ("referrerpolicy", "strict-origin-when-cross-origin"),
    ];
    for (name, value) in attributes {
        element.put(name, value);
    }
    element.put_owned("title", title.to_owned());
    if let Some(ratio) = frame.ratio {
        element.put("--sf-ratio", ratio);
    }
    if let Some(height) = frame.height {
        element.put_owned("--sf-height", [&digits(height), "px"].concat());
    }
    element.put_owned("src", frame.src.to_owned_string());
}
