//! One icon of the gallery.

use super::Said;
use crate::browser::clipboard;
use crate::components::{Copied, copied};
use crate::draw;
use crate::i18n::Locale;
use crate::icons::catalogue::Entry;
use crate::icons::{self, draw_icon, draw_shape, files::svg};
use crate::markup::{Element, Handle, Nodes};
use leptos::prelude::*;

/// What can be copied of an icon.
pub(super) struct Ways;

impl Ways {
    /// The values of the choice, and its words.
    pub(super) const WORDS: [(&'static str, &'static str); 3] =
        [("leptos", "Leptos"), ("html", "HTML"), ("svg", "SVG")];

    fn line(way: &str, entry: &Entry) -> String {
        match way {
            "html" => {
                ["<standfirst-icon name=\"", entry.shape.name, "\"></standfirst-icon>"].concat()
            }
            "svg" => svg(entry),
            _ => {
                let constant: String = entry
                    .shape
                    .name
                    .chars()
                    .map(|c| if c == '-' { '_' } else { c.to_ascii_uppercase() })
                    .collect();
                ["<Icon icon=icons::", &constant, "/>"].concat()
            }
        }
    }
}

const SIZES: [&str; 4] = ["16px", "20px", "24px", "48px"];

/// Draws the icon at four sizes with its words, and the button that copies it.
pub(super) fn card(entry: Entry, way: Handle, rtl: bool, said: Said, out: &mut Nodes) {
    draw!(out; li class="demo-icon" {
        div class="demo-sizes" dir=(if rtl { "rtl" } else { "ltr" }) {
            for size in (SIZES) { span ["--standfirst-icon-size"]=size { do (|out: &mut Nodes| draw_shape(out, &entry.shape)) } }
        }
        h2 { (entry.title) }
        p { (entry.description) }
        p class="demo-names" { code { (entry.shape.name) } " " (entry.aliases) }
        do (|out: &mut Nodes| button(entry, way, said, out))
    });
}

fn button(entry: Entry, way: Handle, said: Said, out: &mut Nodes) {
    let state = Copied::new(0);
    let press = move || {
        let line = Ways::line(&way.value(), &entry);
        let said = said.clone();
        clipboard::write(
            line.clone(),
            Box::new(move |written| {
                if written {
                    state.try_set(1);
                    said.say(["Copied: ", entry.title].concat());
                } else {
                    // Nothing is lost: the line can be selected here.
                    said.say(
                        ["The clipboard is closed to this page. Select it here: ", &line].concat(),
                    );
                }
            }),
        );
    };
    let button = Element::open(out, "button\0type=button\0class=sf-button");
    button.put_owned("aria-label", ["Copy: ", entry.title].concat());
    button.on("click", Box::new(move |_| press()));
    button.live(Box::new(move || {
        let mut out = Vec::new();
        if !copied(&mut out, Locale::default().words.share_words().copied, state) {
            draw_icon(&mut out, icons::COPY_LINK);
            draw!((&mut out); "Copy");
        }
        out
    }));
}
