//! The catalogue as files: the text that pages look icons up in, a sprite, and one SVG file an icon. The build
//! writes them (`scripts/icons.rs`), and the gallery hands the SVG of one icon to the reader's clipboard.

use super::catalogue::Entry;
use super::data::ALL;
use super::rows::ROWS;
use super::shape::{Shape, Tone, VIEW_BOX};

/// A file knows no style sheet: the green of [`Tone::Success`], 4.5:1 on white, and how much is left of
/// [`Tone::Spent`].
const SUCCESS: &str = " color=\"#1a7f37\"";
const SPENT: &str = " opacity=\".6\"";

/// One icon as an SVG file of its own, with its title and description.
pub fn svg(entry: &Entry) -> String {
    let mut out =
        String::from("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"24\" height=\"24\"");
    attributes(&entry.shape, &mut out);
    out.push_str(" role=\"img\"><title>");
    out.push_str(entry.title);
    out.push_str("</title><desc>");
    out.push_str(entry.description);
    out.push_str("</desc>");
    paths(&entry.shape, &mut out);
    out.push_str("</svg>");
    out
}

/// All icons as symbols of one file: `<svg><use href="icons.svg#calendar"/></svg>`.
pub fn sprite() -> String {
    let mut out = String::from("<svg xmlns=\"http://www.w3.org/2000/svg\">\n");
    for icon in ALL {
        let shape = icon.shape();
        out.push_str("<symbol id=\"");
        out.push_str(shape.name);
        out.push('"');
        attributes(shape, &mut out);
        out.push('>');
        paths(shape, &mut out);
        out.push_str("</symbol>\n");
    }
    out.push_str("</svg>\n");
    out
}

/// The catalogue as [`super::catalogue::Catalogue`] reads it.
pub fn text() -> String {
    let mut out = String::new();
    for icon in ALL {
        let Entry { shape, title, description, aliases, brand } = icon.entry();
        let mut flags = Vec::new();
        if shape.flips {
            flags.push("flips");
        }
        if brand {
            flags.push("brand");
        }
        match shape.tone {
            Tone::Current => {}
            Tone::Success => flags.push("success"),
            Tone::Spent => flags.push("spent"),
        }
        line(
            &mut out,
            &[shape.name, title, description, aliases, &flags.join(" "), shape.line, shape.fill],
        );
    }
    out.push('\n');
    for row in ROWS {
        line(&mut out, &[row.title, row.shows, row.icons]);
    }
    out
}

fn line(out: &mut String, fields: &[&str]) {
    out.push_str(&fields.join("\t"));
    out.push('\n');
}

fn attributes(shape: &Shape, out: &mut String) {
    out.push_str(" viewBox=\"");
    out.push_str(VIEW_BOX);
    out.push_str("\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"2\" stroke-linecap=\"round\" stroke-linejoin=\"round\"");
    out.push_str(match shape.tone {
        Tone::Current => "",
        Tone::Success => SUCCESS,
        Tone::Spent => SPENT,
    });
}

fn paths(shape: &Shape, out: &mut String) {
    for (before, d) in [
        ("<path d=\"", shape.line),
        ("<path fill=\"currentColor\" stroke=\"none\" d=\"", shape.fill),
    ] {
        if !d.is_empty() {
            out.push_str(before);
            out.push_str(d);
            out.push_str("\"/>");
        }
    }
}
