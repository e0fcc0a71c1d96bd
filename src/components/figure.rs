//! Pictures: single, in pairs, in galleries.

use super::button::later_button;
use super::page::Page;
use crate::content::model::{GalleryLayout, Image, Role};
use crate::content::plain;
use crate::draw;
use crate::i18n::fill;
use crate::icons::{self, draw_icon, draw_shape, shape::Shape};
use crate::markup::Nodes;
use crate::text::digits;

/// How a picture is fetched and how wide it will be.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// Over the text: fetched at once, before all others.
    Lead,
    /// In the text.
    Text,
    /// One of several side by side.
    Cell,
    /// In the lightbox, as large as the window.
    Alone,
}

/// Draws a picture with its caption and credit.
pub(super) fn figure(
    page: &mut Page,
    image: &Image,
    place: Place,
    id: Option<&String>,
    out: &mut Nodes,
) {
    let role = image.role.filter(|_| place == Place::Text);
    let role = role.map(Role::word);
    let class = match place {
        Place::Lead => "sf-figure sf-lead",
        Place::Text => "sf-figure",
        Place::Cell | Place::Alone => "sf-figure sf-cell",
    };
    draw!(out;
        figure class=class id=(id) part="figure" data-role=role {
            do (|out: &mut Nodes| picture(page, image, place, out))
            do (|out: &mut Nodes| caption(image.caption.as_ref(), image.credit_text.as_ref(), icons::CAMERA.shape(), out))
            if let (Some(share), Some(id)) = (&page.share, id) {
                do (|out: &mut Nodes| {
                    let name = image.caption.as_deref().or(image.alt.as_deref());
                    let words = page.locale.words;
                    share.one(out, id, fill(words.share_picture, &[("name", name.unwrap_or(words.picture))]), name);
                })
            }
        }
    );
}

/// The picture in its frame: a link where the article gives one, else with a button over it that opens
/// the lightbox. The picture itself stays in the accessibility tree beside the button.
fn picture(page: &mut Page, image: &Image, place: Place, out: &mut Nodes) {
    if let Some(link) = &image.link {
        draw!(out; a class="sf-frame" href=(link.to_owned_string()) { do (|out: &mut Nodes| img(image, place, out)) });
        return;
    }
    page.pictures.push(image.clone());
    let number = page.pictures.len() as u32;
    let words = page.locale.words;
    let name = image.alt.as_deref().or(image.caption.as_deref()).unwrap_or(words.picture);
    let name = fill(words.enlarge, &[("name", name)]);
    let (later, open) = (page.later, (page.shown, number));
    let mut mark = Vec::new();
    draw_icon(&mut mark, icons::ENLARGE);
    draw!(out;
        div class="sf-frame" {
            do (|out: &mut Nodes| img(image, place, out))
            do (|out: &mut Nodes| later_button(out, "sf-zoom", name, mark, later, open))
        }
    );
}

/// The `img` itself, with the room it will need.
pub(super) fn img(image: &Image, place: Place, out: &mut Nodes) {
    let lead = place == Place::Lead;
    let eager = lead || place == Place::Alone;
    // `auto` is for lazy pictures: the browser takes the width that the layout gives.
    let sizes = match place {
        Place::Lead => "(min-width: 70rem) 60rem, 100vw",
        Place::Text => "auto, (min-width: 48rem) 42rem, 100vw",
        Place::Cell => "auto, (min-width: 48rem) 21rem, 50vw",
        Place::Alone => "100vw",
    };
    let srcset = srcset(image);
    let focal = image.focal.as_ref().map(|f| [&percent(f.x), " ", &percent(f.y)].concat());
    draw!(out;
        img class="sf-image"
            sizes=((!srcset.is_empty()).then_some(sizes))
            srcset=((!srcset.is_empty()).then_some(srcset))
            alt=(image.alt.clone().unwrap_or_default())
            width=(image.width) height=(image.height)
            data-unsized=(image.width.is_none() || image.height.is_none())
            loading=(if eager { "eager" } else { "lazy" })
            fetchpriority=(lead.then_some("high"))
            decoding="async"
            referrerpolicy="no-referrer"
            ["--sf-focal"]=focal
            ["--sf-tone"]=(image.tone.as_ref().map(|tone| tone.as_str().to_owned()))
            src=(image.url.to_owned_string());
    );
}

/// The renditions as HTML writes them. An address that ends with a comma would swallow what follows.
fn srcset(image: &Image) -> String {
    let mut srcset = String::new();
    for rendition in image.srcset.iter().filter(|r| !r.url.as_str().ends_with(',')) {
        if !srcset.is_empty() {
            srcset.push_str(", ");
        }
        srcset.push_str(rendition.url.as_str());
        srcset.push(' ');
        srcset.push_str(&digits(rendition.width));
        srcset.push('w');
    }
    srcset
}

fn percent(share: f64) -> String {
    let mut text = digits((share * 100.0) as u32);
    text.push('%');
    text
}

/// The caption, and the credit after it in parentheses, as newspapers do, with the mark of who made it: a camera.
/// What turns the direction is taken out of a credit: it would take the parenthesis with it.
pub(super) fn caption(
    caption: Option<&String>,
    credit: Option<&String>,
    mark: &Shape,
    out: &mut Nodes,
) {
    if caption.is_none() && credit.is_none() {
        return;
    }
    draw!(out;
        figcaption class="sf-caption" part="caption" {
            (caption)
            if let Some(credit) = credit { " " span class="sf-credit" { "(" do (|out: &mut Nodes| draw_shape(out, mark)) (plain::name(credit)) ")" } }
        }
    );
}

/// Draws several pictures: in rows, or in one row that scrolls and can be focused to do so by keyboard.
pub(super) fn gallery(
    page: &mut Page,
    images: &[Image],
    layout: Option<GalleryLayout>,
    line: Option<&String>,
    id: Option<&String>,
    out: &mut Nodes,
) {
    let carousel = layout == Some(GalleryLayout::Carousel);
    let label =
        line.map_or_else(|| page.locale.words.block_words().gallery.to_owned(), Clone::clone);
    draw!(out;
        figure class="sf-gallery" id=(id) data-layout=(if carousel { "carousel" } else { "grid" }) {
            div class="sf-strip"
                role=(if carousel { "region" } else { "group" })
                tabindex=(carousel.then_some("0"))
                aria-label=label {
                for image in (images) { do (|out: &mut Nodes| figure(page, image, Place::Cell, None, out)) }
            }
            do (|out: &mut Nodes| caption(line, None, icons::CAMERA.shape(), out))
        }
    );
}

/// Draws two pictures side by side.
pub(super) fn pair(page: &mut Page, images: &[Image], id: Option<&String>, out: &mut Nodes) {
    draw!(out;
        div class="sf-pair" id=(id) {
            for image in (images) { do (|out: &mut Nodes| figure(page, image, Place::Cell, None, out)) }
        }
    );
}
