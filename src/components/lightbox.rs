//! The lightbox: the pictures of an article, one at a time, on black paper, with caption and credit.
//!
//! A native modal dialog: it keeps the focus in, gives it back, and closes with Escape by itself.

use super::button::{Press, button};
use super::figure::{Place, caption, img};
use super::page::Shown;
use crate::content::model::Image;
use crate::draw;
use crate::i18n::{Locale, fill, format, is_rtl};
use crate::icons::{IconData, data as icons, icon};
use crate::markup::{Element, Handle, Heard, Nodes, effect};
use leptos::prelude::*;

/// A finger that moves this far has swiped, in pixels.
const SWIPE: i32 = 48;

/// Draws the dialog, closed until `shown` names a picture. After the last picture comes the first.
pub(super) fn lightbox(images: Vec<Image>, shown: Shown, locale: Locale, out: &mut Nodes) {
    let words = locale.words;
    let count = images.len() as isize;
    let forward = if is_rtl(&locale.tag) { -1 } else { 1 };
    let turn = move |by: isize| {
        shown.update(|at| {
            if let Some(at) = at {
                *at = (*at as isize + by).rem_euclid(count.max(1)) as usize;
            }
        });
    };
    let dialog = Handle::default();
    effect(Box::new(move || dialog.set_modal(shown.get().is_some())));
    let keys = move |heard: Heard| match heard.key().as_deref() {
        Some("ArrowRight") => turn(forward),
        Some("ArrowLeft") => turn(-forward),
        _ => {}
    };
    let start = StoredValue::new(None::<i32>);
    let lift = move |heard: Heard| {
        let from = start.get_value();
        start.set_value(None);
        let moved = from.zip(heard.x()).map_or(0, |(from, to)| to - from);
        if moved.abs() > SWIPE {
            turn(if moved < 0 { forward } else { -forward });
        }
    };
    let press = |out: &mut Nodes, class, name: &str, mark: &IconData, does: Press| {
        let mut content = Vec::new();
        icon(&mut content, mark, None);
        button(out, class, Some(name.to_owned()), content, does);
    };
    let element = Element::open(out, "dialog");
    element.reach(dialog);
    element.put("class", "sf-lightbox");
    element.put("aria-label", words.pictures);
    element.on("close", Box::new(move |_| shown.set(None)));
    element.on("keydown", Box::new(keys));
    element.on("pointerdown", Box::new(move |heard| start.set_value(heard.x())));
    element.on("pointerup", Box::new(lift));
    let out = element.children();
    // The buttons stay while the pictures change: a button that is drawn anew loses the focus.
    press(out, "sf-lightbox-close", words.close, &icons::CLOSE, Box::new(move || shown.set(None)));
    if count > 1 {
        let (back, on) = (Box::new(move || turn(-1)), Box::new(move || turn(1)));
        press(out, "sf-lightbox-previous", words.previous, &icons::PREVIOUS, back);
        press(out, "sf-lightbox-next", words.next, &icons::NEXT, on);
    }
    let place = Element::open(out, "div");
    place.put("class", "sf-slide");
    place.put("aria-live", "polite");
    place.live(Box::new(move || {
        let at = shown.get();
        let image = at.and_then(|at| images.get(at));
        image
            .map_or_else(Vec::new, |image| slide(image, at.unwrap_or(0) + 1, images.len(), &locale))
    }));
}

fn slide(image: &Image, at: usize, count: usize, locale: &Locale) -> Nodes {
    let mut out = Vec::new();
    let number = |n: usize| format::number(n as f64, locale);
    let position = fill(locale.words.position, &[("n", &number(at)), ("m", &number(count))]);
    draw!((&mut out);
        figure {
            do (|out: &mut Nodes| img(image, Place::Alone, out))
            do (|out: &mut Nodes| caption(image.caption.as_ref(), image.credit_text.as_ref(), out))
        }
        if (count > 1) { p class="sf-position" { (position) } }
    );
    out
}
