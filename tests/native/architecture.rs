//! The house rules, over the whole source: who may import whom, where raw values and sentences may stand.
//!
//! Source is read as text: comments are taken out, strings are kept apart from code. Every rule is a function of
//! texts, so that its control can hand it a bad one.

use crate::support::{file, files};
use std::collections::{BTreeMap, BTreeSet};

/// A source file, with what is code in it and what is not told apart.
struct Source {
    path: String,
    /// The text without comments, with every string empty.
    code: String,
    /// Every string with the line it begins on.
    strings: Vec<(usize, String)>,
    lines: usize,
}

impl Source {
    fn new(path: &str, text: &str) -> Source {
        let (code, strings) = split(text);
        Source { path: path.to_owned(), code, strings, lines: text.lines().count() }
    }

    /// `content` for `src/content/read.rs`.
    fn module(&self) -> &str {
        let inside = self.path.strip_prefix("src/").unwrap_or(&self.path);
        inside.split(['/', '.']).next().unwrap_or_default()
    }

    /// How many modules lead here: 2 for `src/content/read.rs`.
    fn depth(&self) -> usize {
        self.path.matches('/').count()
    }
}

/// Takes out comments and the insides of strings.
fn split(text: &str) -> (String, Vec<(usize, String)>) {
    let characters: Vec<char> = text.chars().collect();
    let starts = |at: usize, with: &str| {
        with.chars().enumerate().all(|(i, c)| characters.get(at + i) == Some(&c))
    };
    let (mut code, mut strings) = (String::new(), Vec::new());
    let (mut at, mut line) = (0, 1);
    while at < characters.len() {
        let c = characters[at];
        let before = at.checked_sub(1).map(|i| characters[i]);
        let in_name = before.is_some_and(|b| b.is_alphanumeric() || b == '_');
        if starts(at, "//") {
            while at < characters.len() && characters[at] != '\n' {
                at += 1;
            }
        } else if starts(at, "/*") {
            while at < characters.len() && !starts(at, "*/") {
                line += usize::from(characters[at] == '\n');
                at += 1;
            }
            at += 2;
        } else if c == 'r' && !in_name && (starts(at, "r\"") || starts(at, "r#")) {
            let hashes = characters[at + 1..].iter().take_while(|c| **c == '#').count();
            if characters.get(at + 1 + hashes) != Some(&'"') {
                code.push(c);
                at += 1;
                continue;
            }
            let end = ["\"", &"#".repeat(hashes)].concat();
            let start = at + 2 + hashes;
            let mut stop = start;
            while stop < characters.len() && !starts(stop, &end) {
                stop += 1;
            }
            let string: String = characters[start..stop.min(characters.len())].iter().collect();
            let breaks = string.matches('\n').count();
            strings.push((line, string));
            line += breaks;
            code.push_str("\"\"");
            at = stop + end.len();
        } else if c == '"' {
            let (first, mut string) = (line, String::new());
            at += 1;
            while at < characters.len() && characters[at] != '"' {
                if characters[at] == '\\' {
                    string.push(characters[at]);
                    at += 1;
                }
                line += usize::from(characters.get(at) == Some(&'\n'));
                string.extend(characters.get(at));
                at += 1;
            }
            strings.push((first, string));
            code.push_str("\"\"");
            at += 1;
        } else if c == '\''
            && (characters.get(at + 1) == Some(&'\\') || characters.get(at + 2) == Some(&'\''))
        {
            // A character, not a lifetime.
            at += 2;
            while at < characters.len() && characters[at] != '\'' {
                at += 1;
            }
            code.push_str("' '");
            at += 1;
        } else {
            line += usize::from(c == '\n');
            code.push(c);
            at += 1;
        }
    }
    (code, strings)
}

fn sources() -> Vec<Source> {
    let sources: Vec<_> =
        files("src", ".rs").iter().map(|path| Source::new(path, &file(path))).collect();
    assert!(sources.len() > 40, "the source was found: {}", sources.len());
    sources
}

#[test]
fn comments_strings_and_code_are_told_apart() {
    let text = "use a; // \"no\" use b;\n/* use c; \"\" */ let x = \"use d; \\\" // e\"; 'a: loop {} let q = '\"'; let r = r#\"f \" g\"#;\nlet n = '\\''; \"h\"";
    let (code, strings) = split(text);
    assert!(
        code.contains("use a;")
            && !code.contains("use b")
            && !code.contains("use c")
            && !code.contains("use d")
    );
    assert!(code.contains("'a: loop"));
    let strings: Vec<_> = strings.iter().map(|(line, string)| (*line, string.as_str())).collect();
    assert_eq!(strings, [(2, "use d; \\\" // e"), (2, "f \" g"), (3, "h")]);
}

/// The words of code: names, `::`, and every other mark by itself.
fn words(code: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut rest = code.trim_start();
    while let Some(first) = rest.chars().next() {
        let name = |c: char| c.is_alphanumeric() || c == '_';
        let end = if name(first) {
            rest.find(|c| !name(c)).unwrap_or(rest.len())
        } else if rest.starts_with("::") {
            2
        } else {
            first.len_utf8()
        };
        words.push(rest[..end].to_owned());
        rest = rest[end..].trim_start();
    }
    words
}

// (a) Who may import whom.

const LAYER_0: &[&str] = &["error", "config", "policy", "date", "text"];

/// The table of architecture.md. `date` and `text` are of layer 0 and `app` of layer 5; components take no `config`.
fn may_import(module: &str) -> Vec<&'static str> {
    let more: &[&str] = match module {
        // Below all: small text work that the standard library does at a price.
        "policy" => return vec!["text"],
        "error" | "config" | "date" | "text" => return Vec::new(),
        "content" | "fetch" | "browser" | "i18n" | "markup" => &[],
        "icons" => &["markup"],
        "components" => {
            return vec!["error", "policy", "date", "text", "content", "i18n", "markup", "icons"];
        }
        "reader" => &["content", "fetch", "browser", "i18n", "markup", "icons", "components"],
        // The class's other half: it reads the attributes, and draws icons by name without a reader.
        "elements" => {
            return vec![
                "reader",
                "policy",
                "config",
                "i18n",
                "error",
                "browser",
                "fetch",
                "catalogue",
                "icons",
                "markup",
            ];
        }
        // The icons' file, and the page that shows them.
        "catalogue" => return vec!["fetch", "icons"],
        "gallery" => {
            return vec!["catalogue", "browser", "i18n", "markup", "icons", "components", "text"];
        }
        "app" => return vec!["reader", "browser", "i18n", "markup", "icons", "policy"],
        "cli" => &["content"],
        "main" => return vec!["app", "elements", "cli"],
        "bin" => return vec!["gallery", "elements"],
        // The list of modules and what is exported.
        "lib" => return vec!["components", "reader", "icons", "elements"],
        other => panic!("a module that no layer knows: {other}"),
    };
    [LAYER_0, more].concat()
}

/// Which names of the platform a module may use. Longer entries are files.
const PLATFORM: &[(&str, &[&str], &str)] = &[
    (
        "fetch",
        &["gloo_net", "futures_util", "js_sys", "wasm_bindgen", "wasm_bindgen_futures", "web_sys"],
        "it is the request",
    ),
    (
        "browser",
        &["js_sys", "wasm_bindgen", "wasm_bindgen_futures", "web_sys"],
        "it is the adapter",
    ),
    ("src/i18n/format.rs", &["js_sys", "wasm_bindgen"], "Intl"),
    ("src/policy/browser.rs", &["js_sys", "wasm_bindgen"], "the browser's parser of HTML"),
    ("src/policy/native.rs", &["html5ever"], "the native parser of HTML"),
    ("markup", &["leptos", "tachys"], "the tree implements Leptos's view traits"),
    (
        "src/markup/heard.rs",
        &["wasm_bindgen", "web_sys"],
        "events and elements of the tree, by Leptos's own re-exports",
    ),
    (
        "src/markup/piece.rs",
        &["wasm_bindgen", "web_sys"],
        "elements one by one, by the same re-exports",
    ),
    ("icons", &["leptos"], "drawn by markup"),
    ("components", &["leptos"], "what is interactive"),
    ("reader", &["leptos", "futures_util"], "signals, and the request that can be given up"),
    ("elements", &["leptos", "js_sys", "wasm_bindgen", "web_sys"], "custom elements"),
    ("catalogue", &["wasm_bindgen_futures"], "its request runs by itself"),
    ("gallery", &["leptos", "wasm_bindgen", "web_sys"], "its own page"),
    ("app", &["leptos", "wasm_bindgen", "web_sys"], "its own page"),
];

const PLATFORM_NAMES: &[&str] = &[
    "leptos",
    "web_sys",
    "js_sys",
    "wasm_bindgen",
    "wasm_bindgen_futures",
    "gloo_net",
    "futures_util",
    "html5ever",
    "tachys",
    "any_spawner",
    "reactive_graph",
];

/// The modules of this crate that a file names, by `crate::…`, by `standfirst::…` or by going up with `super`.
fn imports(source: &Source) -> BTreeSet<String> {
    let words = words(&source.code);
    let mut found = BTreeSet::new();
    // Modules written inside the file: `super` in them leads no further than the file.
    let mut inline: Vec<usize> = Vec::new();
    let mut braces = 0;
    let mut at = 0;
    while at < words.len() {
        match words[at].as_str() {
            "{" => {
                let opens = at >= 2 && words[at - 2] == "mod";
                braces += 1;
                if opens {
                    inline.push(braces);
                }
            }
            "}" => {
                if inline.last() == Some(&braces) {
                    inline.pop();
                }
                braces -= 1;
            }
            "crate" | "standfirst" if words.get(at + 1).is_some_and(|w| w == "::") => {
                found.extend(heads(&words, at + 2));
            }
            "super" if at == 0 || words[at - 1] != "::" => {
                let mut ups = 0;
                let mut next = at;
                while words.get(next).is_some_and(|w| w == "super")
                    && words.get(next + 1).is_some_and(|w| w == "::")
                {
                    ups += 1;
                    next += 2;
                }
                if ups >= source.depth() + inline.len() {
                    found.extend(heads(&words, next));
                }
            }
            _ => {}
        }
        at += 1;
    }
    // The macro stands at the root of the crate, as macros do.
    if found.remove("draw") {
        found.insert("markup".to_owned());
    }
    found.remove(source.module());
    found
}

/// The first names of a path: one, or those of a group.
fn heads(words: &[String], at: usize) -> Vec<String> {
    if words.get(at).is_none_or(|word| word != "{") {
        return words.get(at).cloned().into_iter().collect();
    }
    let mut heads = Vec::new();
    let mut depth = 0;
    for (word, before) in words[at..].iter().zip(&words[at - 1..]) {
        match word.as_str() {
            "{" => depth += 1,
            "}" => depth -= 1,
            name if depth == 1 && (before == "{" || before == ",") => heads.push(name.to_owned()),
            _ => {}
        }
        if depth == 0 {
            break;
        }
    }
    heads
}

/// What breaks the table.
fn layer_faults(sources: &[Source]) -> Vec<String> {
    let mut faults = Vec::new();
    for source in sources {
        let module = source.module();
        let allowed = may_import(module);
        for import in imports(source) {
            // Exports of the crate itself, in programs.
            let exported = import.starts_with(char::is_uppercase);
            if !exported && !allowed.contains(&import.as_str()) {
                faults.push(format!("{}: {module} may not import {import}", source.path));
            }
        }
        let names: BTreeSet<_> = words(&source.code)
            .into_iter()
            .filter(|word| PLATFORM_NAMES.contains(&word.as_str()))
            .collect();
        for name in names {
            let may = PLATFORM.iter().any(|(place, names, _)| {
                (*place == module || *place == source.path) && names.contains(&name.as_str())
            });
            if !may {
                faults.push(format!("{}: {module} may not name {name}", source.path));
            }
        }
    }
    faults
}

#[test]
fn modules_import_only_what_their_layer_may() {
    let faults = layer_faults(&sources());
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Control: sources planted with one fault each.
#[test]
fn an_import_against_the_table_is_reported() {
    let bad = [
        ("src/components/a.rs", "use crate::fetch::fetch_text;"),
        ("src/components/a.rs", "use crate::{i18n::Locale, config::Theme};"),
        ("src/components/a.rs", "use super::super::browser::page;"),
        ("src/components/a.rs", "fn f() { web_sys::window(); }"),
        ("src/components/a.rs", "use js_sys::Date;"),
        ("src/content/a.rs", "use leptos::prelude::*;"),
        ("src/content/a.rs", "use crate::i18n;"),
        ("src/content/formats/a.rs", "use super::super::super::markup::Nodes;"),
        ("src/i18n.rs", "use super::content::model;"),
        ("src/i18n/english.rs", "use js_sys::Intl;"),
        ("src/policy.rs", "use crate::date::Date;"),
        ("src/date.rs", "fn f() -> crate::error::Reason { todo }"),
        ("src/markup.rs", "use crate::icons::icon;"),
        ("src/reader.rs", "use crate::app::start;"),
        ("src/elements.rs", "use crate::components::ArticleView;"),
        ("src/app.rs", "use crate::fetch::fetch_text;"),
    ];
    for (path, text) in bad {
        assert_eq!(layer_faults(&[Source::new(path, text)]).len(), 1, "{path}: {text}");
    }
    let good = [
        (
            "src/components/a.rs",
            "use crate::{i18n::{self, Locale}, content::model::Article}; // crate::fetch\nlet x = \"crate::fetch\";",
        ),
        ("src/components/a.rs", "use super::page::Page; use crate::draw; use leptos::prelude::*;"),
        ("src/content/formats/a.rs", "use super::super::read::Node; use crate::date::Date;"),
        ("src/i18n/format.rs", "mod intl { use super::{Locale, Moment}; use js_sys::Object; }"),
        ("src/reader.rs", "mod live { use super::*; use crate::fetch; }"),
        ("src/icons.rs", "use crate::markup::Nodes; pub mod data;"),
    ];
    for (path, text) in good {
        assert_eq!(layer_faults(&[Source::new(path, text)]), Vec::<String>::new(), "{path}");
    }
}

/// A way from a module back to itself.
fn cycle(sources: &[Source]) -> Option<Vec<String>> {
    let mut edges: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for source in sources.iter().filter(|source| !["lib", "main"].contains(&source.module())) {
        edges.entry(source.module().to_owned()).or_default().extend(imports(source));
    }
    let mut done = BTreeSet::new();
    for start in edges.keys() {
        let mut way = vec![start.clone()];
        if let Some(found) = follow(&edges, &mut way, &mut done) {
            return Some(found);
        }
    }
    None
}

fn follow(
    edges: &BTreeMap<String, BTreeSet<String>>,
    way: &mut Vec<String>,
    done: &mut BTreeSet<String>,
) -> Option<Vec<String>> {
    let here = way.last()?.clone();
    if done.contains(&here) {
        return None;
    }
    for next in edges.get(&here).into_iter().flatten() {
        way.push(next.clone());
        if way[..way.len() - 1].contains(next) {
            return Some(way.clone());
        }
        if let Some(found) = follow(edges, way, done) {
            return Some(found);
        }
        way.pop();
    }
    done.insert(here);
    None
}

#[test]
fn there_are_no_cycles_between_modules() {
    assert_eq!(cycle(&sources()), None);
    let planted = ["src/content/a.rs", "src/i18n/b.rs", "src/markup.rs"].map(|path| {
        let next = if path.contains("content") {
            "i18n"
        } else if path.contains("i18n") {
            "markup"
        } else {
            "content"
        };
        Source::new(path, &format!("use crate::{next}::x;"))
    });
    assert!(cycle(&planted).is_some(), "the control");
    assert!(cycle(&planted[..2]).is_none());
}

// (b) Raw colours.

const NAMED_COLOURS: &[&str] = &[
    "black",
    "white",
    "red",
    "green",
    "blue",
    "yellow",
    "orange",
    "purple",
    "pink",
    "brown",
    "gray",
    "grey",
    "silver",
    "navy",
    "teal",
    "maroon",
    "olive",
    "lime",
    "aqua",
    "cyan",
    "magenta",
    "fuchsia",
    "gold",
    "ivory",
    "beige",
    "crimson",
    "tomato",
    "rebeccapurple",
];

/// Colours that stand in a style sheet as they are. Those of forced colours (`CanvasText` and so on),
/// `transparent` and `currentColor` are not raw.
fn raw_colours(css: &str) -> Vec<String> {
    let mut plain = String::new();
    let mut rest = css;
    while let Some((before, after)) = rest.split_once("/*") {
        plain.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, rest)| rest);
    }
    plain.push_str(rest);
    let mut found = Vec::new();
    // Only values: what stands between a colon and `;` or `}` inside a rule. A selector's end is a `{`.
    for statement in plain
        .split([';', '}', '{'])
        .zip(ends(&plain))
        .filter(|(_, end)| *end != '{')
        .map(|(text, _)| text)
    {
        let Some((_, value)) = statement.split_once(':') else { continue };
        let value = value.to_ascii_lowercase();
        for function in
            ["rgb(", "rgba(", "hsl(", "hsla(", "hwb(", "lab(", "lch(", "oklch(", "oklab(", "color("]
        {
            let whole = value.match_indices(function).any(|(at, _)| {
                !value[..at].ends_with(|c: char| c.is_ascii_alphanumeric() || c == '-')
            });
            if whole {
                found.push(value.trim().to_owned());
            }
        }
        let hex = value.match_indices('#').any(|(at, _)| {
            let digits = value[at + 1..].chars().take_while(char::is_ascii_hexdigit).count();
            matches!(digits, 3 | 4 | 6 | 8) && !value[..at].ends_with("url(")
        });
        let named = value
            .split(|c: char| !(c.is_ascii_alphanumeric() || c == '-' || c == '_'))
            .any(|word| NAMED_COLOURS.contains(&word));
        if hex || named {
            found.push(value.trim().to_owned());
        }
    }
    found
}

fn ends(css: &str) -> Vec<char> {
    css.chars().filter(|c| [';', '}', '{'].contains(c)).chain([';']).collect()
}

#[test]
fn raw_colours_stand_in_the_tokens_alone() {
    let mut faults = Vec::new();
    for path in files("style", ".css").into_iter().filter(|path| path != "style/tokens.css") {
        faults.extend(
            raw_colours(&file(&path)).into_iter().map(|colour| format!("{path}: {colour}")),
        );
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Control.
#[test]
fn a_raw_colour_is_seen_and_a_token_is_not() {
    for bad in [
        "a { color: #fff; }",
        "a{background:rgb(0 0 0)}",
        "a { border: 1px solid red }",
        "@media print { a { color: black; } }",
        "a { fill: oklch(50% 0 0); }",
        ":host { --sf-x: hsl(0 0% 0%); }",
        "a { outline: 2px solid white; color: var(--a) }",
    ] {
        assert_eq!(raw_colours(bad).len(), 1, "{bad}");
    }
    for good in [
        "a { color: var(--sf-ink); background: transparent; border-color: currentColor; }",
        "/* #fff */ a { color: CanvasText; }",
        "a:hover { color: var(--sf-red) }",
        ".red:first-child, #fff { margin: 0 }",
        "a { background: color-mix(in oklch, var(--a), var(--b)); }",
        "a { white-space: nowrap; grid-area: red-line }",
        "a { background: url(#abc) }",
    ] {
        assert_eq!(raw_colours(good), Vec::<String>::new(), "{good}");
    }
}

// (c) Ways past the DOM.

const SINKS: &[&str] = &[
    "inner_html",
    "set_inner_html",
    "insert_adjacent_html",
    "outer_html",
    "set_outer_html",
    "innerHTML",
    "outerHTML",
    "insertAdjacentHTML",
    "set_html_unsafe",
    "setHTMLUnsafe",
    "create_contextual_fragment",
    "createContextualFragment",
    "write_ln",
    "dangerously",
    "eval",
    "new_no_args",
    "new_with_args",
    "srcdoc",
    "set_srcdoc",
];

fn sinks(source: &Source) -> Vec<String> {
    let words = words(&source.code);
    let mut found: Vec<String> = words
        .iter()
        .filter(|word| SINKS.contains(&word.as_str()) || word.starts_with("dangerously"))
        .cloned()
        .collect();
    for three in words.windows(3) {
        let joined = three.concat();
        if joined == "Function::new" || joined == "document.write" || joined == "document.writeln" {
            found.push(joined);
        }
    }
    found.extend(
        source
            .strings
            .iter()
            .filter(|(_, text)| SINKS.contains(&text.as_str()) || text.contains("javascript:"))
            .map(|(_, text)| text.clone()),
    );
    found
}

#[test]
fn no_string_reaches_the_page_as_html_or_as_a_program() {
    for source in sources() {
        assert_eq!(sinks(&source), Vec::<String>::new(), "{}", source.path);
    }
    for bad in [
        "e.set_inner_html(&x);",
        "view! { <p inner_html=x/> }",
        "js_sys::eval(\"1\")",
        "Function::new(a)",
        "document.write(x)",
        "e.put(\"srcdoc\", x)",
        "x.insert_adjacent_html(y)",
    ] {
        assert_eq!(sinks(&Source::new("src/a.rs", bad)).len(), 1, "the control: {bad}");
    }
    for good in [
        "// innerHTML\n",
        "let f: Function = x;",
        "self.element.write(buf)",
        "\"which turns all into `innerHTML`\"",
        "evaluate()",
    ] {
        assert_eq!(sinks(&Source::new("src/a.rs", good)), Vec::<String>::new(), "{good}");
    }
}

// (d) What clippy denies.

#[test]
fn what_can_panic_is_denied_and_no_file_allows_it_again() {
    let manifest = file("Cargo.toml");
    let lints =
        manifest.split("[lints.clippy]").nth(1).unwrap().split("\n[").next().unwrap().to_owned();
    for lint in ["unwrap_used", "expect_used", "indexing_slicing", "panic", "todo", "unimplemented"]
    {
        assert!(lints.contains(&format!("{lint} = \"deny\"")), "{lint}");
    }
    assert!(
        manifest.contains("unsafe_code = \"forbid\"")
            && manifest.contains("missing_docs = \"deny\"")
    );
    for source in sources() {
        assert_eq!(allowed_again(&source), Vec::<String>::new(), "{}", source.path);
    }
    for bad in [
        "#[allow(clippy::unwrap_used)]",
        "#![allow(clippy::panic, dead_code)]",
        "#[expect(clippy::indexing_slicing)]",
        "#[cfg_attr(x, allow(clippy::expect_used))]",
    ] {
        assert_eq!(allowed_again(&Source::new("src/a.rs", bad)).len(), 1, "the control: {bad}");
    }
}

fn allowed_again(source: &Source) -> Vec<String> {
    let denied = [
        "unwrap_used",
        "expect_used",
        "indexing_slicing",
        "panic",
        "todo",
        "unimplemented",
        "dbg_macro",
        "missing_docs",
        "unsafe_code",
    ];
    let words = words(&source.code);
    let mut found = Vec::new();
    for (at, word) in words
        .iter()
        .enumerate()
        .filter(|(_, word)| ["allow", "expect", "warn"].contains(&word.as_str()))
    {
        let method = at > 0 && words[at - 1] == ".";
        if !method && words.get(at + 1).is_some_and(|w| w == "(") {
            let inside = words[at + 2..].iter().take_while(|w| *w != ")");
            found.extend(
                inside
                    .filter(|w| denied.contains(&w.as_str()))
                    .map(|lint| format!("{word}({lint})")),
            );
        }
    }
    found
}

// (e) Sentences.

/// Two words of letters with a space between are a sentence, unless they are for machines. Names of classes are
/// known by their prefix; what else may stand is here, with the reason.
const FOR_MACHINES: &[(&str, &str)] = &[
    ("noopener noreferrer", "the relation of a link"),
    ("nofollow ugc noreferrer", "that of a link in a comment"),
    ("allow-scripts allow-same-origin allow-popups allow-presentation", "the sandbox of a frame"),
];

fn sentences(source: &Source) -> Vec<String> {
    source
        .strings
        .iter()
        .filter(|(_, text)| is_sentence(text))
        .map(|(line, text)| format!("{}:{line}: {text:?}", source.path))
        .collect()
}

fn is_sentence(text: &str) -> bool {
    let classes = text.split_whitespace().all(|word| word == "sf" || word.starts_with("sf-"));
    let characters: Vec<char> = text.chars().collect();
    let words =
        characters.windows(3).any(|w| w[0].is_alphabetic() && w[1] == ' ' && w[2].is_alphabetic());
    words && !classes && !FOR_MACHINES.iter().any(|(known, _)| *known == text)
}

#[test]
fn no_sentence_stands_in_a_component() {
    let mut faults = Vec::new();
    for source in sources().iter().filter(|source| source.module() == "components") {
        faults.extend(sentences(source));
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Control.
#[test]
fn a_sentence_in_a_component_is_seen() {
    for bad in [
        "draw!(out; p { \"Read more\" })",
        "let x = \"Bild vergrößern\";",
        "p aria-label=\"Close the picture\";",
        "r#\"اقرأ أيضاً\"#",
    ] {
        assert_eq!(sentences(&Source::new("src/components/a.rs", bad)).len(), 1, "{bad}");
    }
    for good in [
        "class=\"sf-figure sf-lead\"",
        "\"(min-width: 70rem) 60rem, 100vw\"",
        "\", \"",
        "// Read more\n",
        "\"noopener noreferrer\"",
        "\"0 0 24 24\"",
    ] {
        assert_eq!(
            sentences(&Source::new("src/components/a.rs", good)),
            Vec::<String>::new(),
            "{good}"
        );
    }
}

// (f) Files.

/// A guide of architecture.md: past it look for two things in one. Catalogues of data may be longer.
const LONGEST: usize = 350;
const CATALOGUES: &[&str] =
    &["src/config/elements.rs", "src/content/model.rs", "src/icons/data.rs"];

fn file_faults(source: &Source) -> Vec<String> {
    let mut faults = Vec::new();
    let name = source.path.rsplit('/').next().unwrap_or_default();
    if name == "mod.rs" {
        faults.push(format!("{}: named after nothing", source.path));
    }
    if source
        .path
        .split(['/', '.'])
        .any(|part| matches!(part, "utils" | "util" | "helpers" | "misc" | "common"))
    {
        faults.push(format!("{}: a drawer for everything", source.path));
    }
    if source.lines > LONGEST && !CATALOGUES.contains(&source.path.as_str()) {
        faults.push(format!("{}: {} lines", source.path, source.lines));
    }
    faults
}

#[test]
fn files_are_named_after_what_is_in_them_and_none_is_too_long() {
    let faults: Vec<_> = sources().iter().flat_map(file_faults).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    let long = "\n".repeat(LONGEST + 1);
    for (path, text) in [
        ("src/content/mod.rs", ""),
        ("src/utils.rs", ""),
        ("src/content/util/a.rs", ""),
        ("src/a.rs", long.as_str()),
    ] {
        assert_eq!(file_faults(&Source::new(path, text)).len(), 1, "the control: {path}");
    }
    assert_eq!(file_faults(&Source::new("src/content/model.rs", &long)), Vec::<String>::new());
}

/// The style sheets are called after the Rust file they dress; some are of the whole page.
#[test]
fn a_style_sheet_has_the_name_of_its_component() {
    let components: BTreeSet<String> =
        files("src/components", ".rs").iter().map(|path| stem(path)).collect();
    let whole = [
        "standfirst",
        "first",
        "rest",
        "blocks",
        "tokens",
        "base",
        "print",
        "demo",
        "gallery",
        "host",
        "reader",
        "discussion",
        "icons",
    ];
    for path in files("style", ".css") {
        let stem = stem(&path);
        assert!(
            whole.contains(&stem.as_str()) || components.contains(&stem),
            "{path}: no component is called so"
        );
    }
}

fn stem(path: &str) -> String {
    path.rsplit('/')
        .next()
        .unwrap_or_default()
        .split('.')
        .next()
        .unwrap_or_default()
        .replace('-', "_")
}
