//! What stands under the list when it is asked for: the question for the reader's server, the QR code, the address to be
//! copied by hand.

use super::{ASKING, CODE, FIELD, LIST, Menu, NO_SERVER};
use crate::content::qr;
use crate::content::share::{Action, Offer, server};
use crate::draw;
use crate::i18n::fill;
use crate::markup::{Element, Handle, Heard, Markup, Nodes, effect};
use crate::text::digits;
use leptos::prelude::*;

impl Menu {
    pub(super) fn more(&self) -> Nodes {
        let mut out = Vec::new();
        match self.under.try_get().unwrap_or_default() {
            ASKING => self.ask(&mut out),
            CODE => self.code(&mut out),
            FIELD => self.field(&mut out),
            _ => {}
        }
        out
    }

    /// Asks for the reader's Mastodon server, once.
    fn ask(&self, out: &mut Nodes) {
        let words = self.words();
        let field = Handle::default();
        let wrong = RwSignal::new(0_u32);
        let share = self.clone();
        let submit = move |heard: Heard| {
            heard.prevent();
            share.later.said.try_set(0);
            match server(&field.value()) {
                Some(name) => share.to_server(name),
                None => {
                    wrong.try_set(1);
                    field.focus();
                    share.later.said.try_set(NO_SERVER);
                }
            }
        };
        effect(Box::new(move || {
            field.set("aria-invalid", (wrong.try_get() == Some(1)).then_some("true"));
        }));
        let fault = [self.share.id().as_str(), "-fault"].concat();
        draw!(out; form class="sf-share-ask" novalidate=true @submit=(submit) {
            label {
                (words.your_server)
                do (|out: &mut Nodes| {
                    let input = Element::open(out, "input\0class=sf-field\0type=text\0inputmode=url\0autocomplete=off\0autocapitalize=none\0spellcheck=false\0placeholder=mastodon.social\0dir=ltr");
                    input.put_owned("aria-describedby", fault.clone());
                    input.on("input", Box::new(move |_| {
                        wrong.try_set(0);
                    }));
                    input.reach(field);
                })
            }
            button class="sf-button" type="submit" { (words.go_on) }
            do (|out: &mut Nodes| {
                let place = Element::open(out, "p\0class=sf-share-fault");
                place.put_owned("id", fault);
                place.live(Box::new(move || {
                    let said = if wrong.try_get() == Some(1) { words.no_server } else { "" };
                    vec![Markup::Text(said.into())]
                }));
            })
        });
        field.select_when_shown();
    }

    fn to_server(&self, name: String) {
        (self.means.remember)(&name);
        if let Ok(mut server) = self.server.lock() {
            *server = Some(name);
        }
        let sharing = self.sharing();
        let found = self.offers();
        if let Some(Offer { action: Action::Link(href), .. }) =
            found.into_iter().find(|offer| offer.name == "mastodon")
            && (self.means.before)("mastodon", &sharing.address("mastodon"))
        {
            (self.means.open)(&href);
            (self.means.after)("mastodon", "opened");
        }
        self.under.try_set(LIST);
        self.changes.try_update(|n| *n += 1);
        self.popover.focus_another(".sf-share-target[data-target=mastodon]", 1, false);
    }

    /// Drawn here: nobody is asked for the picture. Dark on white in either scheme, or cameras do not read it.
    fn code(&self, out: &mut Nodes) {
        let url = self.sharing().address("qr");
        let Some(code) = qr::code(&url) else {
            return self.field(out);
        };
        let name = fill(self.words().code_of, &[("name", &url)]);
        let svg = Element::open(out, "svg\0class=sf-qr\0role=img\0shape-rendering=crispEdges");
        svg.put_owned(
            "viewBox",
            ["-4 -4 ", &digits(code.size + 8), " ", &digits(code.size + 8)].concat(),
        );
        svg.put_owned("aria-label", name);
        draw!((svg.children()); path fill="#000" d=(code.path););
    }

    /// What the clipboard would not take stands here, selected.
    fn field(&self, out: &mut Nodes) {
        let field = Handle::default();
        let label = Element::open(out, "label\0class=sf-share-ask");
        let out = label.children();
        draw!(out; (self.words().copy_here));
        let input = Element::open(out, "input\0class=sf-field\0type=text\0readonly=\0dir=ltr");
        input.put_owned("value", self.sharing().address("copy"));
        input.reach(field);
        field.select_when_shown();
    }
}
