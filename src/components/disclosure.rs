//! A heading that opens what stands under it.

use crate::draw;
use crate::markup::{Element, Handle, Markup, Nodes, effect};
use leptos::prelude::*;

/// What a disclosure is drawn with, and how it is reached afterwards.
#[derive(Clone, Copy)]
pub struct Fold {
    /// 1 while it is open.
    pub open: RwSignal<u32>,
    /// What is hidden while it is not.
    pub place: Handle,
}

impl Fold {
    /// One that is open, or not.
    pub fn new(open: bool) -> Self {
        Fold { open: RwSignal::new(open.into()), place: Handle::default() }
    }
}

/// Draws a heading with a button that opens what `inside` draws. What is closed is hidden until it is found: the
/// browser's own search opens it, and print shows it. `turned` is told of a press, and of what was found.
pub fn disclosure(
    out: &mut Nodes,
    heading: &'static str,
    label: Nodes,
    fold: Fold,
    turned: Box<dyn Fn(bool) + Send>,
    inside: impl FnOnce(&mut Element),
) {
    let Fold { open, place } = fold;
    let button = Handle::default();
    let turned = StoredValue::new_local(turned);
    let turn = move |to: bool| {
        open.set(to.into());
        turned.with_value(|turned| turned(to));
    };
    let is_open = open.get_untracked() == 1;
    let word = if is_open { "true" } else { "false" };
    let title = Element::open(out, heading);
    title.put("class", "sf-disclosure");
    draw!(title.children(); button type="button" part="toggle" aria-expanded=word @click=(move |_| turn(open.get_untracked() == 0)) { (label) });
    if let Some(Markup::Element(it)) = title.children().last_mut() {
        it.reach(button);
    }
    let content = Element::open(out, "div\0class=sf-disclosed");
    if !is_open {
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
    inside(content);
    effect(Box::new(move || {
        let open = open.get() == 1;
        button.set("aria-expanded", Some(if open { "true" } else { "false" }));
        place.set("hidden", (!open).then_some("until-found"));
    }));
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
    disclosure(&mut out, tag, label, Fold::new(open), turned, |content| {
        content.children().push(Markup::View(children().into_any()));
    });
    let mut whole = Vec::new();
    draw!(&mut whole; div class="sf" { (out) });
    whole
}
