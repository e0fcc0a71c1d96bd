//! A heading that opens what stands under it.

use crate::markup::{Element, Handle, Listener, Nodes, effect};
use leptos::prelude::*;
use std::cell::Cell;

#[cfg(not(feature = "embed"))]
use crate::{draw, markup::Markup};

/// What a disclosure is drawn with, and how it is reached afterwards.
#[derive(Clone, Copy)]
pub struct Fold {
    /// 1 while it is open.
    pub open: RwSignal<u32>,
    /// What is hidden while it is not.
    pub place: Handle,
    /// How often its button was pressed.
    presses: RwSignal<u32>,
    button: Handle,
}

impl Fold {
    /// One that is open, or not.
    pub fn new(open: bool) -> Self {
        Fold {
            open: RwSignal::new(open.into()),
            place: Handle::default(),
            presses: RwSignal::new(0),
            button: Handle::default(),
        }
    }

    fn word(open: u32) -> &'static str {
        if open == 1 { "true" } else { "false" }
    }

    /// Draws the heading with its button, and only that: what stands under it may come later ([`Fold::content`]).
    #[inline(never)]
    pub fn title(self, out: &mut Nodes, heading: &'static str, label: Nodes, press: Listener) {
        let title = Element::open(out, heading);
        title.put("class", "sf-disclosure");
        let button = Element::open(title.children(), "button\0type=button\0part=toggle");
        button.put("aria-expanded", Fold::word(self.open.get_untracked()));
        button.on("click", press);
        button.reach(self.button);
        *button.children() = label;
    }

    /// Draws what the heading opens. What is closed is hidden until it is found: the browser's own search opens it, and
    /// print shows it. `turned` is told of a press, and of what was found.
    #[inline(never)]
    pub fn content(self, out: &mut Nodes, turned: Box<dyn Fn(bool) + Send>) -> &mut Element {
        let Fold { open, place, presses, button } = self;
        let turned = StoredValue::new_local(turned);
        let turn = move |to: bool| {
            open.set(to.into());
            turned.with_value(|turned| turned(to));
        };
        let content = Element::open(out, "div\0class=sf-disclosed");
        if open.get_untracked() != 1 {
            content.put("hidden", "until-found");
        }
        content.reach(place);
        content.on(
            "beforematch",
            Box::new(move |heard| {
                // One that stands deeper says so itself.
                if heard.target() == place.piece() {
                    turn(true);
                }
            }),
        );
        let known = Cell::new(presses.get_untracked());
        effect(Box::new(move || {
            let presses = presses.get();
            // Two that come at once undo each other.
            if presses.wrapping_sub(known.replace(presses)) % 2 == 1 {
                turn(open.get_untracked() == 0);
            }
        }));
        effect(Box::new(move || {
            let open = open.get();
            button.set("aria-expanded", Some(Fold::word(open)));
            place.set("hidden", (open != 1).then_some("until-found"));
        }));
        content
    }

    /// Counts a press of the button.
    pub fn press(self) {
        self.presses.update(|presses| *presses = presses.wrapping_add(1));
    }
}

#[cfg(not(feature = "embed"))]
/// A heading that opens what stands under it, closed at first. What is closed is found by the browser's own search, and
/// printed.
#[component]
pub fn Disclosure(
    /// What the heading says.
    #[prop(into)]
    title: String,
    /// The level of the heading: 2 (the default) to 6.
    #[prop(default = 2)]
    heading_level: u8,
    /// Open from the start.
    #[prop(optional)]
    open: bool,
    /// Told when it is opened or closed.
    #[prop(optional_no_strip)]
    on_toggle: Option<Callback<bool>>,
    /// What stands under it.
    children: Children,
) -> Nodes {
    const TAGS: [&str; 5] = ["h2", "h3", "h4", "h5", "h6"];
    let tag = TAGS.get(usize::from(heading_level.clamp(2, 6)) - 2).unwrap_or(&"h2");
    let mut out = Vec::new();
    let turned = Box::new(move |open| {
        if let Some(on_toggle) = on_toggle {
            on_toggle.run(open);
        }
    });
    let label = vec![Markup::Text(title.into())];
    let fold = Fold::new(open);
    fold.title(&mut out, tag, label, Box::new(move |_| fold.press()));
    let content = fold.content(&mut out, turned);
    content.children().push(Markup::View(children().into_any()));
    let mut whole = Vec::new();
    draw!(&mut whole; div class="sf" { (out) });
    whole
}
