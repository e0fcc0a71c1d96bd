//! Markup in the browser: DOM calls, and what has to be kept while it is shown.

use super::heard::let_go;
use super::{Element, Handle, Heard, Markup, Nodes};
use leptos::prelude::*;
use leptos::tachys::{
    no_attrs,
    renderer::{RemoveEventHandler, Rndr, types},
    view::{Mountable, Render},
};

#[cfg(not(feature = "embed"))]
use leptos::tachys::view::any_view::AnyViewState;

const SVG: &str = "http://www.w3.org/2000/svg";

/// What is kept while the markup is shown: its root, and what must end with it.
pub struct MarkupState {
    root: Root,
    _kept: Vec<Kept>,
}

enum Root {
    Text(types::Text),
    Element(types::Element),
    #[cfg(not(feature = "embed"))]
    View(AnyViewState),
}

/// Dropped with the markup: views and their effects, listeners, children that follow signals.
#[allow(dead_code)]
enum Kept {
    #[cfg(not(feature = "embed"))]
    View(AnyViewState),
    Listener(RemoveEventHandler<types::Element>),
    Live(RenderEffect<Vec<MarkupState>>),
}

impl Element {
    /// Makes the element as it stands, with nothing that lives on in it.
    pub(super) fn still(self) -> types::Element {
        self.create(&mut Vec::new())
    }

    fn create(self, kept: &mut Vec<Kept>) -> types::Element {
        let namespace = matches!(self.tag, "svg" | "path" | "title" | "desc").then_some(SVG);
        let element = Rndr::create_element(self.tag, namespace);
        for (name, value) in self.attributes {
            if name.starts_with("--") {
                Rndr::set_css_property(&Rndr::style(&element), name, &value);
            } else {
                Rndr::set_attribute(&element, name, &value);
            }
        }
        for child in self.children {
            match child {
                Markup::Text(text) => {
                    Rndr::insert_node(&element, &Rndr::create_text_node(&text), None);
                }
                Markup::Element(child) => Rndr::insert_node(&element, &child.create(kept), None),
                #[cfg(not(feature = "embed"))]
                Markup::View(view) => {
                    let mut state = view.build();
                    state.mount(&element, None);
                    kept.push(Kept::View(state));
                }
            }
        }
        for (event, mut heard) in self.listeners {
            let listener = Box::new(move |event| heard(Heard(event)));
            kept.push(Kept::Listener(Rndr::add_event_listener(&element, event, listener)));
        }
        if let Some(mut draw) = self.live {
            let place = element.clone();
            // Gone as soon as what this was drawn by draws anew, as are the signals made with it. Two such elements
            // further in, leptos ends a drawing only some turns later, and one that a signal has woken meanwhile would run.
            let here = Handle::default();
            kept.push(Kept::Live(RenderEffect::new(move |shown: Option<Vec<MarkupState>>| {
                for mut state in shown.into_iter().flatten() {
                    if let Root::Element(root) = &state.root {
                        let_go(root);
                    }
                    state.unmount();
                }
                if here.is_gone() { Vec::new() } else { mount(draw(), &place) }
            })));
        }
        if let Some(handle) = self.handle {
            handle.reached(&element);
        }
        element
    }
}

/// Makes elements that are shown nowhere: pictures begin to load.
pub fn ahead(nodes: Nodes) {
    for node in nodes {
        if let Markup::Element(element) = node {
            element.still();
        }
    }
}

fn mount(nodes: Nodes, place: &types::Element) -> Vec<MarkupState> {
    let mut states: Vec<MarkupState> = nodes.into_iter().map(Render::build).collect();
    for state in &mut states {
        state.mount(place, None);
    }
    states
}

impl MarkupState {
    fn root(&self) -> &dyn Mountable {
        match &self.root {
            Root::Text(node) => node,
            Root::Element(node) => node,
            #[cfg(not(feature = "embed"))]
            Root::View(state) => state,
        }
    }

    fn root_mut(&mut self) -> &mut dyn Mountable {
        match &mut self.root {
            Root::Text(node) => node,
            Root::Element(node) => node,
            #[cfg(not(feature = "embed"))]
            Root::View(state) => state,
        }
    }
}

impl Mountable for MarkupState {
    fn unmount(&mut self) {
        self.root_mut().unmount();
    }

    fn mount(&mut self, parent: &types::Element, marker: Option<&types::Node>) {
        self.root_mut().mount(parent, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        self.root().insert_before_this(child)
    }

    fn elements(&self) -> Vec<types::Element> {
        self.root().elements()
    }
}

impl Render for Markup {
    type State = MarkupState;

    fn build(self) -> MarkupState {
        let mut kept = Vec::new();
        let root = match self {
            Markup::Text(text) => Root::Text(Rndr::create_text_node(&text)),
            Markup::Element(element) => Root::Element(element.create(&mut kept)),
            #[cfg(not(feature = "embed"))]
            Markup::View(view) => Root::View(view.build()),
        };
        MarkupState { root, _kept: kept }
    }

    /// Builds anew and replaces: what changes in place stands in an element that is live.
    fn rebuild(self, state: &mut MarkupState) {
        let mut new = self.build();
        state.insert_before_this(&mut new);
        state.unmount();
        *state = new;
    }
}

no_attrs!(Markup);
