//! The browser's front-end: an inert document of `DOMParser`, walked through without touching the page. Under Trusted
//! Types it takes the script's policy "standfirst", where the page allows it, else what the browser itself parses safely.
//!
//! A document can put its own elements in the place of its members (`<form name=body>`, `<input name=nodeName>`), so
//! none of its own is asked for: the walker is of the page, and names are read by the getter of all nodes.

use super::walk::Walk;
use js_sys::{Function, Object, Reflect};
use std::cell::{Cell, RefCell};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
extern "C" {
    type DOMParser;
    #[wasm_bindgen(constructor, catch)]
    fn new() -> Result<DOMParser, JsValue>;
    #[wasm_bindgen(method, catch, js_name = parseFromString)]
    fn parse(this: &DOMParser, html: &JsValue, kind: &str) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(catch, js_namespace = Document, js_name = parseHTML)]
    fn parse_html(html: &str, options: &JsValue) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(catch, js_namespace = document, js_name = createTreeWalker)]
    fn walker(root: &JsValue, shown: u32) -> Result<TreeWalker, JsValue>;
    type TreeWalker;
    #[wasm_bindgen(method, js_name = firstChild)]
    fn first(this: &TreeWalker) -> Option<Node>;
    #[wasm_bindgen(method, js_name = nextSibling)]
    fn next(this: &TreeWalker) -> Option<Node>;
    #[wasm_bindgen(method, js_name = parentNode)]
    fn parent(this: &TreeWalker) -> Option<Node>;

    type Node;
    #[wasm_bindgen(method, getter, final, js_name = nodeName)]
    fn name(this: &Node) -> String;
    #[wasm_bindgen(method, getter, js_name = nodeValue)]
    fn value(this: &Node) -> Option<String>;
    #[wasm_bindgen(method, js_name = getAttribute)]
    fn attribute(this: &Node, name: &str) -> Option<String>;
}

thread_local! {
    /// What makes HTML fit to be parsed where the page has Trusted Types.
    static TRUST: RefCell<Option<Function>> = const { RefCell::new(None) };
    /// The page lets no text be parsed: it is not tried again, for each time is reported to its publisher.
    static REFUSED: Cell<bool> = const { Cell::new(false) };
}

/// Says who makes HTML fit to be parsed where the page has Trusted Types: a page makes a policy of one name but once, so it
/// belongs to the script, not to one of the programs.
pub fn trusted_by(trust: Function) {
    TRUST.set(Some(trust));
}

/// Parses a document and walks through it.
pub(super) fn parse(html: &str, walk: &mut Walk) -> Option<()> {
    /// Elements and text.
    const SHOWN: u32 = 1 | 4;
    let walker = walker(&document(html)?, SHOWN).ok()?;
    let mut node = walker.first()?;
    loop {
        if enter(&node, walk) {
            if let Some(first) = walker.first() {
                node = first;
                continue;
            }
            walk.close();
        }
        // On to the next, out of all that ends here.
        node = loop {
            if let Some(next) = walker.next() {
                break next;
            }
            // The document itself is no element: there is nothing above the first.
            if walker.parent().is_none() {
                return Some(());
            }
            walk.close();
        };
    }
}

/// Tells of one node, and whether what is in it is to be told too.
fn enter(node: &Node, walk: &mut Walk) -> bool {
    let name = node.name();
    // HTML has its names in upper case; those of SVG and MathML begin in lower case.
    match name.bytes().next() {
        Some(b'#') => walk.text(node.value().unwrap_or_default()),
        Some(b'A'..=b'Z') => {
            return walk.open(&name.to_ascii_lowercase(), &mut |name| node.attribute(name));
        }
        _ => {}
    }
    false
}

/// A document that does nothing: no script of it runs, nothing of it is fetched.
fn document(html: &str) -> Option<JsValue> {
    if let Some(parsed) =
        trusted(html).and_then(|html| DOMParser::new().ok()?.parse(&html, "text/html").ok())
    {
        return Some(parsed);
    }
    REFUSED.set(true);
    // Chromium 156 ends the page's process at some `<marquee>`s here.
    if html.as_bytes().windows(8).any(|tag| tag.eq_ignore_ascii_case(b"<marquee")) {
        return None;
    }
    // All elements but those that the browser itself holds for dangerous, frames among them.
    let options = Object::new();
    Reflect::set(&options, &"sanitizer".into(), &Object::new()).ok()?;
    parse_html(html, &options).ok()
}

/// HTML that may be parsed. None where the page is known to let none.
fn trusted(html: &str) -> Option<JsValue> {
    if REFUSED.get() {
        return None;
    }
    let html = html.into();
    match TRUST.with_borrow(Option::clone) {
        Some(trust) => trust.call1(&JsValue::NULL, &html).ok(),
        None => Some(html),
    }
}
