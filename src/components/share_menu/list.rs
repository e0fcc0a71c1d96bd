//! The list of targets: real links and buttons.

use super::super::button::{Press, button};
use super::super::copied::{Copied, copied};
use super::{ASKING, CODE, COPIED, FIELD, LIST, Menu, REFUSED};
use crate::content::share::{Action, Device, Offer, Sharing, offers};
use crate::draw;
use crate::icons::{self, draw_icon, draw_shape, shape::Shape};
use crate::markup::{Element, Handle, Heard, Nodes, effect};
use leptos::prelude::*;

impl Menu {
    /// What can be done with the present subject.
    pub(super) fn offers(&self) -> Vec<Offer> {
        let server = self.server.lock().ok().and_then(|server| server.clone());
        let device = Device { server, ..self.means.device.clone() };
        offers(&self.sharing(), &self.wanted, &device)
    }

    pub(super) fn list(&self) -> Nodes {
        self.changes.track();
        let mut out = Vec::new();
        let sharing = self.sharing();
        if self.means.device.sheet {
            let share = self.clone();
            let press = Box::new(move || share.sheet(Box::new(|_| {})));
            self.item(&mut out, icons::SHARE.shape(), self.words().device, press);
        }
        for offer in self.offers() {
            self.offer(&mut out, offer, &sharing);
        }
        out
    }

    fn offer(&self, out: &mut Nodes, offer: Offer, sharing: &Sharing) {
        let words = self.words();
        let title = if offer.title.is_empty() { words.email.to_owned() } else { offer.title };
        let shape = mark(&offer.icon);
        match offer.action {
            Action::Link(href) => {
                let share = self.clone();
                let (name, url) = (offer.name.clone(), sharing.address(&offer.name));
                let follow = move |heard: Heard| {
                    if (share.means.before)(&name, &url) {
                        (share.means.after)(&name, "opened");
                    } else {
                        heard.prevent();
                    }
                };
                // A letter and an app open no tab.
                let tab = href.starts_with("http").then_some("_blank");
                draw!(out; li {
                    a class="sf-share-target" href=href target=tab rel="noopener noreferrer" data-target=(offer.name) @click=(follow) {
                        do (|out: &mut Nodes| draw_shape(out, shape))
                        (title)
                    }
                });
            }
            Action::Copy => self.copy_item(out, sharing.address("copy")),
            Action::Server => self.opens(out, shape, title, ASKING),
            Action::Code => self.opens(out, shape, words.code.to_owned(), CODE),
        }
    }

    fn item(&self, out: &mut Nodes, shape: &Shape, title: &'static str, press: Press) {
        let mut content = Vec::new();
        draw_shape(&mut content, shape);
        draw!(&mut content; (title));
        draw!(out; li { do (|out: &mut Nodes| button(out, "sf-share-target", None, content, press)) });
    }

    /// A button that shows something under the list, or hides it again.
    fn opens(&self, out: &mut Nodes, shape: &Shape, title: String, what: u32) {
        let (under, handle) = (self.under, Handle::default());
        let press = move |_| {
            under.try_update(|shown| *shown = if *shown == what { LIST } else { what });
        };
        effect(Box::new(move || {
            handle.set(
                "aria-expanded",
                Some(if under.try_get() == Some(what) { "true" } else { "false" }),
            );
        }));
        let item = Element::open(Element::open(out, "li").children(), "button\0type=button");
        item.put("class", "sf-share-target");
        item.put("aria-expanded", "false");
        item.reach(handle);
        item.on("click", Box::new(press));
        let out = item.children();
        draw_shape(out, shape);
        draw!(out; (title));
    }

    /// "Copied" stands in the place of the words, with the tick, for a while.
    fn copy_item(&self, out: &mut Nodes, url: String) {
        let state = Copied::new(0);
        let share = self.clone();
        let item = Element::open(Element::open(out, "li").children(), "button\0type=button");
        item.put("class", "sf-share-target");
        item.put("data-target", "copy");
        item.on("click", Box::new(move |_| share.copy(&url, url.clone(), COPIED, state, None)));
        let (copied_word, label) = (self.words().copied, self.words().copy_link);
        item.live(Box::new(move || {
            let mut out = Vec::new();
            if !copied(&mut out, copied_word, state) {
                draw_icon(&mut out, icons::COPY_LINK);
                draw!((&mut out); (label));
            }
            out
        }));
    }

    /// Copies a text about `url`, which is then said by the message `done`. Where it is refused, the menu shows the
    /// address, opened by `opener` if it is not open.
    pub(in super::super) fn copy(
        &self,
        url: &str,
        text: String,
        done: u32,
        state: Copied,
        opener: Option<Handle>,
    ) {
        if !(self.means.before)("copy", url) {
            return;
        }
        // The same message again is said again.
        self.later.said.try_set(0);
        let share = self.clone();
        let then = move |written: bool| {
            (share.means.after)("copy", if written { "copied" } else { "refused" });
            share.later.said.try_set(if written { done } else { REFUSED });
            if written {
                state.try_set(1);
                return;
            }
            if let Some(opener) = opener {
                share.open_by(opener);
            }
            share.under.try_set(FIELD);
        };
        (self.means.copy)(text, Box::new(then));
    }
}

/// The mark of a target: only these are linked into a program that shares.
fn mark(name: &str) -> &'static Shape {
    let marks = [
        icons::MESSENGER.shape(),
        icons::FACEBOOK.shape(),
        icons::X.shape(),
        icons::LINKEDIN.shape(),
        icons::WHATSAPP.shape(),
        icons::EMAIL.shape(),
        icons::BLUESKY.shape(),
        icons::MASTODON.shape(),
        icons::THREADS.shape(),
        icons::TELEGRAM.shape(),
        icons::REDDIT.shape(),
        icons::QR_CODE.shape(),
    ];
    marks.into_iter().find(|shape| shape.name == name).unwrap_or(icons::SHARE.shape())
}
