//! The gallery of icons: every one with its words, found by typing, at four sizes, on both papers and in both
//! directions; a press copies what a page needs to show it. In English, as the catalogue is.

mod card;
mod rows;

use crate::browser::page;
use crate::catalogue::with_catalogue;
use crate::draw;
use crate::icons::catalogue::{Catalogue, Entry};
use crate::icons::{self, draw_icon, draw_shape};
use crate::markup::{Element, Handle, Markup, Nodes, effect};
use crate::text::digits;
use card::Ways;
use leptos::{mount::mount_to, prelude::*};
use std::sync::{Arc, Mutex};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// What the status line says instead of how many icons are shown, and a signal that says that it has changed.
#[derive(Clone)]
struct Said {
    changes: RwSignal<u32>,
    text: Arc<Mutex<String>>,
}

impl Said {
    fn told(&self) -> String {
        self.changes.track();
        self.text.lock().map(|text| text.clone()).unwrap_or_default()
    }

    fn say(&self, text: String) {
        if let Ok(mut said) = self.text.lock() {
            *said = text;
        }
        self.changes.try_update(|changes| *changes += 1);
    }
}

/// Mounts the gallery into `#app`, with its style.
pub fn start() {
    let Some(document) = page::document() else {
        return;
    };
    document.set_title("Icons");
    if let (Some(head), Ok(link)) = (document.head(), document.create_element("link")) {
        let _ = link.set_attribute("rel", "stylesheet");
        let _ = link.set_attribute("href", "gallery.css");
        let _ = head.append_child(&link);
    }
    if let Some(place) = document.get_element_by_id("app") {
        place.set_text_content(None);
        // It lives as long as its page.
        mount_to(place.unchecked_into::<HtmlElement>(), gallery).forget();
    }
}

/// The gallery, once the catalogue beside the page has arrived.
pub fn gallery() -> Nodes {
    let arrived = RwSignal::new(0_u32);
    let catalogue: Arc<Mutex<Option<Catalogue>>> = Arc::default();
    let kept = Arc::clone(&catalogue);
    with_catalogue(
        Catalogue::FILE.to_owned(),
        Box::new(move |found| {
            if let Ok(mut kept) = kept.lock() {
                *kept = found;
            }
            // Nobody notices where the gallery has gone meanwhile.
            arrived.try_set(1);
        }),
    );
    let root = Handle::default();
    // It was asked for by a link, whose focus would otherwise be lost with the article.
    effect(Box::new(move || root.focus()));
    let mut out = Vec::new();
    let element = Element::open(
        &mut out,
        "div\0class=sf demo-gallery\0id=icons\0lang=en\0dir=ltr\0tabindex=-1",
    );
    element.reach(root);
    draw!((element.children()); h1 { "Icons" });
    element.live(Box::new(move || {
        let mut out = Vec::new();
        let here = arrived.get() > 0;
        match *catalogue.lock().unwrap_or_else(std::sync::PoisonError::into_inner) {
            Some(catalogue) => whole(catalogue, root, &mut out),
            None if here => draw!((&mut out); p role="status" { "The catalogue could not be fetched. Reload the page to try again." }),
            None => {}
        }
        out
    }));
    out
}

fn whole(catalogue: Catalogue, root: Handle, out: &mut Nodes) {
    let said = Said { changes: RwSignal::new(0), text: Arc::default() };
    let typed = RwSignal::new(0_u32);
    let (query, way, paper, direction) =
        (Handle::default(), Handle::default(), Handle::default(), Handle::default());
    let clear = said.clone();
    draw!(out; p class="demo-lead" { "One component draws them all, in the colour and size of the text beside them. Press Copy for the line that a page needs." });
    let controls = Element::open(out, "div\0class=demo-controls\0role=search");
    let list = controls.children();
    let label = Element::open(list, "label").children();
    draw_icon(label, icons::SEARCH);
    draw!(label; span { "Find" });
    let field = Element::open(label, "input\0type=search\0autocomplete=off\0placeholder=envelope");
    field.reach(query);
    field.on(
        "input",
        Box::new(move |_| {
            clear.say(String::new());
            typed.update(|n| *n += 1);
        }),
    );
    choice(list, "Copy", way, &Ways::WORDS, Box::new(|| {}));
    choice(
        list,
        "Paper",
        paper,
        &[("auto", "As the device"), ("light", "Light"), ("dark", "Dark")],
        Box::new(move || root.set("data-theme", Some(&paper.value()))),
    );
    choice(
        list,
        "Direction",
        direction,
        &[("ltr", "Left to right"), ("rtl", "Right to left")],
        Box::new(move || typed.update(|n| *n += 1)),
    );

    let entries: Vec<Entry> = catalogue.entries().collect();
    let total = entries.len() as u32;
    let count = RwSignal::new(total);
    let telling = said.clone();
    let status = Element::open(out, "p\0class=demo-status\0role=status");
    status.live(Box::new(move || {
        let shown = [&digits(count.get()), " of ", &digits(total), " icons"].concat();
        let told = telling.told();
        vec![Markup::Text(if told.is_empty() { shown } else { told }.into())]
    }));
    let cards = Element::open(out, "ul\0class=demo-icons\0role=list");
    cards.live(Box::new(move || {
        typed.track();
        let query = query.value();
        // The icons alone turn: the words are English in either direction.
        let rtl = direction.value() == "rtl";
        let mut out = Vec::new();
        for entry in entries.iter().filter(|entry| entry.matches(&query)) {
            card::card(*entry, way, rtl, said.clone(), &mut out);
        }
        count.set(out.len() as u32);
        out
    }));
    moving(out);
    rows::rows(catalogue, out);
}

/// A choice between words, as the browser draws it.
fn choice(
    out: &mut Nodes,
    name: &'static str,
    handle: Handle,
    words: &[(&'static str, &'static str)],
    chosen: Box<dyn Fn() + Send>,
) {
    draw!(out; label {
        span { (name) }
        do (|out: &mut Nodes| {
            let select = Element::open(out, "select");
            select.reach(handle);
            select.on("change", Box::new(move |_| chosen()));
            for (value, word) in words {
                draw!((select.children()); option value=(*value) { (*word) });
            }
        })
    });
}

/// What moves can be stopped.
fn moving(out: &mut Nodes) {
    let still = RwSignal::new(0_u32);
    let stage = Handle::default();
    effect(Box::new(move || stage.set("data-still", (still.get() > 0).then_some(""))));
    draw!(out; h2 { "What moves" });
    let place = Element::open(out, "p\0class=demo-moving");
    place.reach(stage);
    let list = place.children();
    draw_icon(list, icons::SPINNER);
    draw!(list; "Loading ");
    let button = Element::open(list, "button\0type=button\0class=sf-button");
    button.on("click", Box::new(move |_| still.update(|n| *n = 1 - *n)));
    button.live(Box::new(move || {
        let mut out = Vec::new();
        let (mark, word) = if still.get() > 0 {
            (icons::PLAY.shape(), "Go on")
        } else {
            (icons::PAUSE.shape(), "Pause")
        };
        draw_shape(&mut out, mark);
        draw!((&mut out); (word));
        out
    }));
}
