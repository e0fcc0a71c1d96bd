//! The native front-end: html5ever, as a browser parses a document without scripts.

use super::walk::Walk;
use html5ever::tendril::{StrTendril, TendrilSink};
use html5ever::tokenizer::TokenizerOpts;
use html5ever::tree_builder::{ElementFlags, NodeOrText, QuirksMode, TreeBuilderOpts, TreeSink};
use html5ever::{Attribute, ExpandedName, ParseOpts, QualName, local_name, ns, parse_document};
use std::borrow::Cow;
use std::cell::RefCell;
use std::rc::Rc;

/// Parses a document and walks through it.
pub(super) fn parse(html: &str, walk: &mut Walk) -> Option<()> {
    let tree_builder = TreeBuilderOpts { scripting_enabled: false, ..TreeBuilderOpts::default() };
    // A browser keeps these marks where they stand.
    let tokenizer = TokenizerOpts { discard_bom: false, ..TokenizerOpts::default() };
    let options = ParseOpts { tokenizer, tree_builder };
    let places = parse_document(Tree::new(), options).one(html);
    let mut at = places.first()?.first?;
    loop {
        let place = places.get(at)?;
        if enter(place, walk) {
            if let Some(first) = place.first {
                at = first;
                continue;
            }
            walk.close();
        }
        // On to the next, out of all that ends here.
        loop {
            let place = places.get(at)?;
            if let Some(next) = place.next {
                at = next;
                break;
            }
            at = place.parent?;
            if at == DOCUMENT {
                return Some(());
            }
            walk.close();
        }
    }
}

/// Tells of one node, and whether what is in it is to be told too.
fn enter(place: &Place, walk: &mut Walk) -> bool {
    match &place.what {
        What::Text(text) => walk.text(text.to_string()),
        What::Element(name, attributes) if name.ns == ns!(html) => {
            let value = |name: &str| {
                let plain = |a: &&Attribute| a.name.ns == ns!() && &*a.name.local == name;
                attributes.iter().find(plain).map(|a| a.value.to_string())
            };
            return walk.open(&name.local, &mut { value });
        }
        _ => {}
    }
    false
}

/// The place of the document itself.
const DOCUMENT: usize = 0;

/// A node in its place in the tree.
struct Place {
    what: What,
    parent: Option<usize>,
    previous: Option<usize>,
    next: Option<usize>,
    first: Option<usize>,
    last: Option<usize>,
}

enum What {
    /// A comment, a doctype, the document.
    Other,
    Text(StrTendril),
    Element(Rc<QualName>, Vec<Attribute>),
}

/// What the parser holds of a node.
#[derive(Clone)]
struct Handle {
    at: usize,
    name: Option<Rc<QualName>>,
    /// An element of MathML in which HTML may stand.
    holds_html: bool,
}

/// The tree that is built: places that know their neighbours, so that each step of the parser takes the same time.
struct Tree {
    places: RefCell<Vec<Place>>,
}

impl Tree {
    fn new() -> Tree {
        let tree = Tree { places: RefCell::default() };
        tree.add(What::Other);
        tree
    }

    fn add(&self, what: What) -> usize {
        let mut places = self.places.borrow_mut();
        let blank =
            Place { what, parent: None, previous: None, next: None, first: None, last: None };
        places.push(blank);
        places.len() - 1
    }

    fn with<T>(&self, at: Option<usize>, change: impl FnOnce(&mut Place) -> T) -> Option<T> {
        self.places.borrow_mut().get_mut(at?).map(change)
    }

    /// Takes a node out of its parent.
    fn take(&self, at: usize) {
        let Some((parent, previous, next)) = self.with(Some(at), |place| {
            (place.parent.take(), place.previous.take(), place.next.take())
        }) else {
            return;
        };
        if self.with(previous, |place| place.next = next).is_none() && parent.is_some() {
            self.with(parent, |place| place.first = next);
        }
        if self.with(next, |place| place.previous = previous).is_none() && parent.is_some() {
            self.with(parent, |place| place.last = previous);
        }
    }

    /// Puts a node, or text, into a parent: before another, or last.
    fn put(&self, parent: usize, before: Option<usize>, child: NodeOrText<Handle>) {
        let previous = match before {
            Some(before) => self.with(Some(before), |place| place.previous).flatten(),
            None => self.with(Some(parent), |place| place.last).flatten(),
        };
        let at = match child {
            NodeOrText::AppendNode(handle) => {
                self.take(handle.at);
                handle.at
            }
            NodeOrText::AppendText(text) => {
                let joined = self.with(previous, |place| match &mut place.what {
                    What::Text(own) => {
                        own.push_tendril(&text);
                        true
                    }
                    _ => false,
                });
                if joined == Some(true) {
                    return;
                }
                self.add(What::Text(text))
            }
        };
        self.with(Some(at), |place| {
            (place.parent, place.previous, place.next) = (Some(parent), previous, before);
        });
        if self.with(previous, |place| place.next = Some(at)).is_none() {
            self.with(Some(parent), |place| place.first = Some(at));
        }
        if self.with(before, |place| place.previous = Some(at)).is_none() {
            self.with(Some(parent), |place| place.last = Some(at));
        }
    }

    fn other(&self) -> Handle {
        Handle { at: self.add(What::Other), name: None, holds_html: false }
    }
}

impl TreeSink for Tree {
    type Handle = Handle;
    type Output = Vec<Place>;
    type ElemName<'a> = ExpandedName<'a>;

    fn finish(self) -> Vec<Place> {
        self.places.into_inner()
    }

    fn parse_error(&self, _: Cow<'static, str>) {}

    fn get_document(&self) -> Handle {
        Handle { at: DOCUMENT, name: None, holds_html: false }
    }

    fn elem_name<'a>(&'a self, target: &'a Handle) -> ExpandedName<'a> {
        const NONE: ExpandedName = ExpandedName { ns: &ns!(), local: &local_name!("") };
        target.name.as_ref().map_or(NONE, |name| name.expanded())
    }

    fn create_element(
        &self,
        name: QualName,
        attributes: Vec<Attribute>,
        flags: ElementFlags,
    ) -> Handle {
        let name = Rc::new(name);
        let at = self.add(What::Element(name.clone(), attributes));
        let holds_html = flags.mathml_annotation_xml_integration_point;
        Handle { at, name: Some(name), holds_html }
    }

    fn create_comment(&self, _: StrTendril) -> Handle {
        self.other()
    }

    fn create_pi(&self, _: StrTendril, _: StrTendril) -> Handle {
        self.other()
    }

    fn append(&self, parent: &Handle, child: NodeOrText<Handle>) {
        self.put(parent.at, None, child);
    }

    fn append_based_on_parent_node(
        &self,
        element: &Handle,
        previous: &Handle,
        child: NodeOrText<Handle>,
    ) {
        match self.with(Some(element.at), |place| place.parent).flatten() {
            Some(parent) => self.put(parent, Some(element.at), child),
            None => self.append(previous, child),
        }
    }

    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {}

    /// What is in a `template` is dropped with it, so it may stand in it as in any element.
    fn get_template_contents(&self, target: &Handle) -> Handle {
        target.clone()
    }

    fn same_node(&self, x: &Handle, y: &Handle) -> bool {
        x.at == y.at
    }

    fn set_quirks_mode(&self, _: QuirksMode) {}

    fn append_before_sibling(&self, sibling: &Handle, child: NodeOrText<Handle>) {
        if let Some(parent) = self.with(Some(sibling.at), |place| place.parent).flatten() {
            self.put(parent, Some(sibling.at), child);
        }
    }

    fn add_attrs_if_missing(&self, target: &Handle, more: Vec<Attribute>) {
        self.with(Some(target.at), |place| {
            if let What::Element(_, attributes) = &mut place.what {
                for attribute in more {
                    if !attributes.iter().any(|own| own.name == attribute.name) {
                        attributes.push(attribute);
                    }
                }
            }
        });
    }

    fn remove_from_parent(&self, target: &Handle) {
        self.take(target.at);
    }

    fn reparent_children(&self, node: &Handle, parent: &Handle) {
        while let Some(first) = self.with(Some(node.at), |place| place.first).flatten() {
            let child = Handle { at: first, name: None, holds_html: false };
            self.put(parent.at, None, NodeOrText::AppendNode(child));
        }
    }

    fn is_mathml_annotation_xml_integration_point(&self, handle: &Handle) -> bool {
        handle.holds_html
    }

    fn allow_declarative_shadow_roots(&self, _: &Handle) -> bool {
        false
    }
}
