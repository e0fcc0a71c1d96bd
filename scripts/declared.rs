//! Prints what `src/config.rs` declares of the elements, as JSON. Compiled alone: `scripts/package-files.mjs` and
//! `scripts/embed.mjs` do it.

#![allow(dead_code, unused_imports)]

#[path = "../src/config.rs"]
mod config;

use config::{Attribute, CustomElement, CustomProperty, ELEMENTS, Event};

fn main() {
    println!("{}", object(&[("elements", list(&ELEMENTS, element))]));
}

fn element(it: &CustomElement) -> String {
    let styles: Vec<&CustomProperty> = it.styles.iter().copied().flatten().collect();
    object(&[
        ("tag", text(it.tag)),
        ("class", text(it.class)),
        ("doc", text(it.doc)),
        ("attributes", list(it.attributes, attribute)),
        ("properties", list(it.properties, member)),
        ("methods", list(it.methods, |m| object(&[("name", text(m.name)), ("doc", text(m.doc))]))),
        ("events", list(it.events, event)),
        ("parts", list(it.parts, |p| object(&[("name", text(p.name)), ("doc", text(p.doc))]))),
        ("styles", list(&styles, |style| custom_property(style))),
    ])
}

fn attribute(it: &Attribute) -> String {
    object(&[("name", text(it.name)), ("values", text(it.values)), ("doc", text(it.doc))])
}

fn member(it: &config::Member) -> String {
    object(&[("name", text(it.name)), ("kind", text(it.kind)), ("doc", text(it.doc))])
}

fn event(it: &Event) -> String {
    object(&[("name", text(it.name)), ("detail", list(it.detail, member)), ("doc", text(it.doc))])
}

fn custom_property(it: &CustomProperty) -> String {
    object(&[("name", text(it.name)), ("default", text(it.default)), ("doc", text(it.doc))])
}

fn list<T>(items: &[T], write: impl Fn(&T) -> String) -> String {
    format!("[{}]", items.iter().map(write).collect::<Vec<_>>().join(", "))
}

fn object(members: &[(&str, String)]) -> String {
    let members: Vec<String> =
        members.iter().map(|(name, value)| format!("{}: {value}", text(name))).collect();
    format!("{{{}}}", members.join(", "))
}

/// The declarations are plain text: what Rust escapes in it, JSON escapes alike.
fn text(it: &str) -> String {
    format!("{it:?}")
}
