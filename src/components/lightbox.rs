//! The lightbox: the pictures of an article, one at a time, on black paper, with caption and credit.
//!
//! A native modal dialog: it keeps the focus in, gives it back, and closes with Escape by itself.
//!
//! It belongs to the rest of the program (`scripts/split.mjs`). Others come in by [`lightbox`] alone.

use super::button::{Press, button};
use super::figure::{Place, caption, img};
use super::page::Shown;
use crate::content::model::Image;
use crate::draw;
use crate::i18n::{Locale, fill, format};
use crate::icons::{self, draw_shape, shape::Shape};
use crate::markup::{Element, Handle, Heard, Nodes, effect};
use leptos::prelude::*;
use std::sync::Arc;
use std::sync::atomic::{AtomicI32, Ordering::Relaxed};

/// A finger that moves this far has swiped, in pixels.
const SWIPE: i32 = 48;

/// Draws the dialog, closed until `shown` names a picture. After the last picture comes the first. The keys
/// and swipes follow the direction of the article (`rtl`), not that of the interface.
#[inline(never)]
pub(super) fn lightbox(
    images: &Arc<Vec<Image>>,
    shown: Shown,
    locale: &Locale,
    rtl: bool,
    out: &mut Nodes,
) {
    let words = locale.words;
    let count = images.len() as u32;
    let forward = if rtl { -1 } else { 1 };
    let turn = move |by: i32| {
        let at = shown.get_untracked();
        if at > 0 {
            shown.set((at - 1).wrapping_add(count).wrapping_add_signed(by) % count.max(1) + 1);
        }
    };
    let dialog = Handle::default();
    effect(Box::new(move || dialog.set_modal(shown.get() > 0)));
    let keys = move |heard: Heard| match heard.key().as_deref() {
        Some("ArrowRight") => turn(forward),
        Some("ArrowLeft") => turn(-forward),
        _ => {}
    };
    // Where the finger came down.
    let start = Arc::new(AtomicI32::new(0));
    let came_down = Arc::clone(&start);
    let lift = move |heard: Heard| {
        let moved = heard.x().unwrap_or_default() - start.load(Relaxed);
        if moved.abs() > SWIPE {
            turn(if moved < 0 { forward } else { -forward });
        }
    };
    let press = |out: &mut Nodes, class, name: &str, mark: &Shape, does: Press| {
        let mut content = Vec::new();
        draw_shape(&mut content, mark);
        button(out, class, Some(name.to_owned()), content, does);
    };
    let element = Element::open(out, "dialog");
    element.reach(dialog);
    element.put("class", "sf-lightbox");
    element.put("aria-label", words.lightbox_words().pictures);
    element.on("close", Box::new(move |_| shown.set(0)));
    element.on("keydown", Box::new(keys));
    element.on(
        "pointerdown",
        Box::new(move |heard| came_down.store(heard.x().unwrap_or_default(), Relaxed)),
    );
    element.on("pointerup", Box::new(lift));
    let out = element.children();
    // The buttons stay while the pictures change: a button that is drawn anew loses the focus.
    press(
        out,
        "sf-lightbox-close",
        words.lightbox_words().close,
        icons::CLOSE.shape(),
        Box::new(move || shown.set(0)),
    );
    if count > 1 {
        let (back, on) = (Box::new(move || turn(-1)), Box::new(move || turn(1)));
        press(
            out,
            "sf-lightbox-previous",
            words.lightbox_words().previous,
            icons::PREVIOUS.shape(),
            back,
        );
        press(out, "sf-lightbox-next", words.lightbox_words().next, icons::NEXT.shape(), on);
    }
    let place = Element::open(out, "div");
    place.put("class", "sf-slide");
    let (images, locale) = (Arc::clone(images), locale.clone());
    place.put("aria-live", "polite");
    place.live(Box::new(move || {
        let number = shown.get();
        let image = number.checked_sub(1).and_then(|at| images.get(at as usize));
        image.map_or_else(Vec::new, |image| slide(image, number, count, &locale))
    }));
}

fn slide(image: &Image, at: u32, count: u32, locale: &Locale) -> Nodes {
    let mut out = Vec::new();
    let number = |n: u32| format::number(f64::from(n), locale);
    let position =
        fill(locale.words.lightbox_words().position, &[("n", &number(at)), ("m", &number(count))]);
    draw!((&mut out);
        figure {
            do (|out: &mut Nodes| img(image, Place::Alone, out))
            do (|out: &mut Nodes| caption(image.caption.as_ref(), image.credit_text.as_ref(), icons::CAMERA.shape(), out))
        }
        if (count > 1) { p class="sf-position" { (position) } }
    );
    out
}
