//! What `src/config.rs` declares of the custom elements is what there is: in the program, in the style, in the README.

use crate::support::{file, files};
use standfirst::config::{
    ATTRIBUTES, COMMENTS_ATTRIBUTES, CustomElement, ELEMENTS, EVENTS, ICON_ATTRIBUTES, ICON_STYLES,
    PARTS, SHARE_ATTRIBUTES, STYLES,
};
use standfirst::error::Reason;
use std::collections::BTreeSet;

type Names = BTreeSet<String>;

fn names<'a>(all: impl IntoIterator<Item = &'a str>) -> Names {
    all.into_iter().map(str::to_owned).collect()
}

/// What stands between each `start` and the next `end`.
fn between(text: &str, start: &str, end: &str) -> Names {
    names(text.split(start).skip(1).filter_map(|rest| rest.split(end).next()))
}

/// The names that `Attributes::set` reads: those of its arms, and the texts.
fn attributes_read(program: &str) -> Names {
    let function = program.split("fn set(&self, name").nth(1).unwrap();
    let arms = function.split("match name {").nth(1).unwrap().split("_ => ").next().unwrap();
    let texts = program.split("const TEXT_NAMES").nth(1).unwrap().split(';').nth(1).unwrap();
    let mut read = between_pairs(texts);
    read.extend(
        arms.lines()
            .filter_map(|line| line.trim().split_once("\" =>"))
            .flat_map(|(names, _)| between_pairs(&[names, "\""].concat())),
    );
    read
}

/// Every string in a text.
fn between_pairs(text: &str) -> Names {
    names(text.split('"').skip(1).step_by(2))
}

fn parts_drawn(program: &str) -> Names {
    let mut found = between(program, "part=\"", "\"");
    found.extend(between(program, "put(\"part\", \"", "\""));
    found
}

fn custom_properties(style: &str) -> Names {
    style
        .split("var(--standfirst-")
        .skip(1)
        .filter_map(|rest| rest.split([',', ')']).next())
        .map(|name| ["--standfirst-", name].concat())
        .collect()
}

/// The derived part of a README.
fn derived(readme: &str) -> &str {
    let (_, after) = readme.split_once("<!-- elements -->\n").expect("the derived part begins");
    after.split_once("<!-- /elements -->").expect("the derived part ends").0
}

/// The lines of the derived part, but for the heads of its tables.
fn rows(derived: &str) -> Vec<String> {
    let said = |line: &&str| line.starts_with("| `") || line.starts_with("**");
    derived.lines().filter(said).map(str::to_owned).collect()
}

/// The same lines, from the declaration.
fn declared_rows(elements: &[CustomElement]) -> Vec<String> {
    let mut rows = Vec::new();
    for it in elements {
        rows.push(format!("**`<{}>`:** {}", it.tag, it.doc));
        rows.extend(
            it.attributes.iter().map(|a| format!("| `{}` | {} | {} |", a.name, a.values, a.doc)),
        );
        rows.extend(it.properties.iter().map(|m| format!("| `{}` | {} |", m.name, m.doc)));
        rows.extend(it.methods.iter().map(|m| format!("| `{}()` | {} |", m.name, m.doc)));
        rows.extend(it.events.iter().map(|event| {
            let detail: Vec<_> = event.detail.iter().map(|m| format!("`{}`", m.name)).collect();
            format!("| `{}` | {} | {} |", event.name, detail.join(", "), event.doc)
        }));
        rows.extend(it.parts.iter().map(|part| format!("| `{}` | {} |", part.name, part.doc)));
    }
    rows
}

#[test]
fn every_attribute_declared_is_read_and_no_other() {
    let mut read = attributes_read(&file("src/elements.rs"));
    assert!(read.remove("data"), "the property is set like an attribute");
    assert_eq!(
        read,
        names(
            ATTRIBUTES.iter().chain(&SHARE_ATTRIBUTES).chain(&COMMENTS_ATTRIBUTES).map(|a| a.name)
        )
    );
    // What the classes observe comes from the declaration; the icon's class reads its attributes itself.
    let icon = file("src/elements/icon.js");
    assert_eq!(
        between(&icon, "this.getAttribute(\"", "\""),
        names(ICON_ATTRIBUTES.iter().map(|a| a.name))
    );
}

#[test]
fn every_element_property_and_method_stands_in_its_class() {
    let classes = ["article", "comments", "share", "icon"]
        .map(|name| file(&format!("src/elements/{name}.js")))
        .concat();
    // What both have that show JSON.
    let fed = file("src/elements/data.js");
    let defined = file("src/elements/shim.js");
    for it in &ELEMENTS {
        let class = classes.split(&format!("class {} extends ", it.class)).nth(1);
        let class = class.and_then(|rest| rest.split("\nexport ").next()).unwrap();
        assert!(class.contains("static observedAttributes = "), "{}", it.class);
        let fed = if class.starts_with("Fed ") { fed.as_str() } else { "" };
        assert!(defined.contains(&format!("\"{}\"", it.tag)), "{}", it.tag);
        for member in it.properties {
            assert!(fed.contains(&format!("\n  set {}(", member.name)), "{}", member.name);
        }
        for method in it.methods {
            assert!(fed.contains(&format!("\n  {}() {{", method.name)), "{}", method.name);
        }
    }
}

#[test]
fn every_event_declared_is_sent_and_no_other() {
    let program = file("src/elements/events.rs");
    let (sender, _) = program.split_once("fn emit(").unwrap();
    let declared = names(EVENTS.iter().map(|event| event.name));
    assert_eq!(between(sender, "\"standfirst-", "\""), without_prefix(&declared));
    assert_eq!(
        between(&file("src/elements/element.js"), "CustomEvent(\"standfirst-", "\""),
        names(["error"]),
        "what the class sends by itself"
    );
    // Each event's members stand after its name, in order.
    for event in &EVENTS {
        let sent = program.split(&format!("\"{}\"", event.name)).nth(1).unwrap();
        let sent = sent.split("]").next().unwrap();
        let members: Vec<_> =
            sent.split("(\"").skip(1).filter_map(|m| m.split('"').next()).collect();
        assert_eq!(members, event.detail.iter().map(|m| m.name).collect::<Vec<_>>());
    }
}

fn without_prefix(all: &Names) -> Names {
    all.iter().map(|name| name.strip_prefix("standfirst-").unwrap().to_owned()).collect()
}

#[test]
fn every_reason_stands_in_the_type_of_the_event() {
    let reason = EVENTS[1].detail.iter().find(|member| member.name == "reason").unwrap();
    let all: Vec<_> = Reason::ALL.iter().map(|reason| format!("{:?}", reason.as_str())).collect();
    assert_eq!(reason.kind, all.join(" | "));
}

#[test]
fn every_part_declared_is_drawn_and_no_other() {
    let program: String = files("src", ".rs").iter().map(|path| file(path)).collect();
    assert_eq!(parts_drawn(&program), names(PARTS.iter().map(|part| part.name)));
}

#[test]
fn every_custom_property_declared_is_used_and_no_other() {
    let declared = names(STYLES.iter().map(|style| style.name));
    assert_eq!(custom_properties(&file("style/tokens.css")), declared);
    let declared = names(ICON_STYLES.iter().map(|style| style.name));
    assert_eq!(custom_properties(&file("style/icons.css")), declared);
    // What another sheet reads is one of them.
    let all = names(STYLES.iter().chain(&ICON_STYLES).map(|style| style.name));
    for path in files("style", ".css") {
        assert!(custom_properties(&file(&path)).is_subset(&all), "{path}");
    }
}

#[test]
fn the_readme_shows_what_is_declared() {
    let readme = file("README.md");
    assert_eq!(
        rows(derived(&readme)),
        declared_rows(&ELEMENTS),
        "write it anew: node scripts/package-files.mjs --readme"
    );
}

/// The writer of types and manifests puts these texts into comments, tables and JSON.
#[test]
fn what_is_declared_needs_no_escape() {
    let sound = |text: &str| !text.contains(['|', '\n', '\\']) && !text.contains("*/");
    for row in declared_rows(&ELEMENTS) {
        let cells = row.trim_matches(['|', ' ']).split(" | ");
        assert!(cells.clone().count() <= 3 && cells.into_iter().all(sound), "{row}");
    }
}

#[test]
fn control_what_is_missing_or_too_much_is_found() {
    let program = file("src/elements.rs");
    let less = program.replace("\"timeout\" =>", "_ if name.is_empty() =>");
    assert_ne!(less, program);
    let lost: Vec<_> =
        attributes_read(&program).difference(&attributes_read(&less)).cloned().collect();
    assert_eq!(lost, ["timeout"]);
    assert_eq!(
        parts_drawn("div part=\"a\" {} status.put(\"part\", \"b\"); impart"),
        names(["a", "b"])
    );
    assert_eq!(
        custom_properties("a: var(--standfirst-x, 1); b: var(--sf-y); c: var(--standfirst-z)"),
        names(["--standfirst-x", "--standfirst-z"])
    );
    let readme = file("README.md");
    for part in ["`heading-level`", "`standfirst-load`", "`caption`", "`reload()`"] {
        let first = derived(&readme).lines().position(|l| l.contains(part));
        let short: String = derived(&readme)
            .lines()
            .enumerate()
            .filter_map(|(at, l)| (Some(at) != first).then_some(l))
            .map(|l| l.to_owned() + "\n")
            .collect();
        assert_eq!(rows(&short).len() + 1, declared_rows(&ELEMENTS).len(), "{part}");
    }
    let other = derived(&readme).replace("1 to 600", "1 to 60");
    assert_ne!(rows(&other), declared_rows(&ELEMENTS));
}
