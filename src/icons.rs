//! Icons: a catalogue as data, one component that draws it.
//!
//! ```text
//! <Icon icon=icons::CALENDAR/>                  beside words: hidden from assistive technology
//! <Icon icon=icons::CALENDAR label="Date"/>     alone: an image of that name
//! <Icon icon=icons::CALENDAR described=true/>   an image with the catalogue's title and description
//! ```
//!
//! An icon is as large as the text around it (1em) and has its colour. `--standfirst-icon-size` and
//! `--standfirst-icon-stroke` (2, of 24 units) change that; `style/icons.css` is all the style that it needs.

pub mod catalogue;
pub mod data;
pub mod files;
pub mod rows;
pub mod shape;

// One constant an icon: a list here would be a second catalogue.
pub use data::*;
pub use shape::IconName;

use crate::draw;
use crate::markup::{Element, Nodes};
use crate::text::digits;
use leptos::prelude::*;
use shape::{Shape, Tone};
use std::sync::atomic::{AtomicU32, Ordering::Relaxed};

/// An icon of the catalogue: decoration, unless it has a label or is described.
#[component]
pub fn Icon(
    /// Which: `icons::CALENDAR`. Only the icons that a program names are linked into it.
    icon: IconName,
    /// The name for assistive technology. Without one the icon is decoration and hidden from it: right beside
    /// words that say the same.
    #[prop(optional, into)]
    label: Option<String>,
    /// An image with the catalogue's own title (unless `label` gives another name) and description, in English.
    #[prop(optional)]
    described: bool,
) -> Nodes {
    let mut out = Vec::new();
    // An empty name is none.
    match (described, label.filter(|label| !label.trim_ascii().is_empty())) {
        (true, label) => {
            let data = icon.data();
            let title = label.unwrap_or_else(|| data.title.to_owned());
            describe(open(&mut out, data.shape), title, data.description);
        }
        (false, Some(label)) => draw_named(&mut out, icon.shape(), label),
        (false, None) => draw_icon(&mut out, icon),
    }
    out
}

/// Draws an icon as decoration. The words of the catalogue stay out of a program that draws in no other way.
#[inline(always)]
pub fn draw_icon(out: &mut Nodes, icon: IconName) {
    draw_shape(out, icon.shape());
}

/// Draws a shape as decoration. Where a program chooses between icons, it hands over shapes: chosen by name, all
/// their words would be linked.
#[inline(never)]
pub fn draw_shape(out: &mut Nodes, shape: &Shape) {
    open(out, shape).put("aria-hidden", "true");
}

/// Draws a shape as an image of that name.
#[inline(never)]
pub fn draw_named(out: &mut Nodes, shape: &Shape, name: String) {
    let svg = open(out, shape);
    svg.put("role", "img");
    svg.put_owned("aria-label", name);
}

fn open<'a>(out: &'a mut Nodes, shape: &Shape) -> &'a mut Element {
    let svg = Element::open(out, SVG);
    svg.put("class", if shape.flips { "sf-icon sf-flips" } else { "sf-icon" });
    svg.put("data-icon", shape.name);
    match shape.tone {
        Tone::Current => {}
        Tone::Success => svg.put("data-tone", "success"),
        Tone::Spent => svg.put("data-tone", "spent"),
    }
    let out = svg.children();
    if !shape.line.is_empty() {
        draw!(out; path d=(shape.line););
    }
    if !shape.fill.is_empty() {
        draw!(out; path fill="currentColor" stroke="none" d=(shape.fill););
    }
    svg
}

const SVG: &str = "svg\0viewBox=0 0 24 24\0width=1em\0height=1em\0fill=none\0stroke=currentColor\0stroke-width=2\0stroke-linecap=round\0stroke-linejoin=round\0focusable=false";

/// Title and description as elements of the image. They are told apart by number: the same icon may stand on a
/// page many times, and an id only once.
fn describe(svg: &mut Element, title: String, description: &'static str) {
    static DRAWN: AtomicU32 = AtomicU32::new(0);
    let number = digits(DRAWN.fetch_add(1, Relaxed));
    let titled_by = ["sf-icon-", &number, "-title"].concat();
    let described_by = ["sf-icon-", &number, "-desc"].concat();
    svg.put("role", "img");
    svg.put_owned("aria-labelledby", titled_by.clone());
    svg.put_owned("aria-describedby", described_by.clone());
    let out = svg.children();
    // Before what is drawn: SVG asks for the title first.
    let mut drawn = std::mem::take(out);
    draw!(out;
        title id=titled_by { (title) }
        desc id=described_by { (description) }
    );
    out.append(&mut drawn);
}
