//! The policy with the browser's own parser: the same blocks as natively, for every document.

use crate::addresses::{URLS, wrong};
use crate::soup::{documents, hash_of, lines, outcome};
use standfirst::content::html;
use standfirst::policy::SafeUrl;
use wasm_bindgen::{JsValue, prelude::wasm_bindgen};
use wasm_bindgen_test::wasm_bindgen_test;

const GOLDEN: &str = include_str!("../fixtures/policy/hashes.txt");

/// What an engine's own parser makes of a document otherwise: a line that it may have instead, and why. What is made of it
/// goes through the same rules, and nothing of it runs.
const OTHERWISE: [(&str, &str); 2] = [
    // WebKitGTK 2.50 leaves a style out of a select, as the standard did before 2025, so that a picture comes out of it.
    ("WebKitGTK", "reparse-18 fbe84709572b5d78"),
    // Firefox lets a stray end tag lead out of an SVG that the others stay in: its words are shown.
    ("Firefox", "soup-25 c101f50928267b3d"),
];

fn otherwise(found: &str) -> bool {
    let agent = web_sys::window().unwrap().navigator().user_agent().unwrap();
    let engine = match agent.contains("Chrome") {
        true => "Chromium",
        false if agent.contains("Firefox") => "Firefox",
        false => "WebKitGTK",
    };
    OTHERWISE.iter().any(|(of, line)| *of == engine && *line == found)
}

/// The names of the lines that differ from the golden file, with what they are made from and what they became.
fn differing(golden: &str) -> Vec<String> {
    let mut golden = golden.lines();
    let mut differing = Vec::new();
    for (name, documents) in lines() {
        let expected = golden.next().unwrap_or_default();
        let found = format!("{name} {}", hash_of(&documents));
        if found != expected && !otherwise(&found) {
            let each = documents.iter().map(|html| format!("{html:?}\n  became {}", outcome(html)));
            let each: Vec<String> = each.collect();
            differing.push(format!("{found}, natively {expected}\n{}", each.join("\n")));
        }
    }
    differing
}

#[wasm_bindgen_test]
fn every_document_becomes_the_same_blocks_as_natively() {
    let differing = differing(GOLDEN);
    let shown: Vec<_> = differing.iter().take(3).cloned().collect();
    assert!(differing.is_empty(), "{} differ\n{}", differing.len(), shown.join("\n"));
}

/// Control: one line that is wrong is noticed.
#[wasm_bindgen_test]
fn a_document_that_differs_is_noticed() {
    let (first, rest) = GOLDEN.split_once('\n').unwrap();
    let name = first.split(' ').next().unwrap();
    assert_eq!(differing(&format!("{name} 0\n{rest}")).len(), 1);
}

#[wasm_bindgen_test]
fn every_address_becomes_the_same_as_natively() {
    let wrong = wrong(URLS, SafeUrl::link, SafeUrl::resource);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A document may put its own elements in the place of its members.
#[wasm_bindgen_test]
fn a_document_that_hides_its_own_members_is_read_all_the_same() {
    let members = [
        "body",
        "nodeName",
        "firstChild",
        "nextSibling",
        "parentNode",
        "createTreeWalker",
        "getAttribute",
        "nodeValue",
    ];
    for name in members {
        let html = format!(
            "<form name={name}><input name={name}><img name={name} src=a.jpg>in</form><p id={name}>still <b>here</b></p>"
        );
        let said = outcome(&html);
        assert!(said.contains("\"still \"") && said.contains("\"here\""), "{name}: {said}");
    }
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = Document, js_name = parseHTML)]
    fn parse_html(html: &str, options: &JsValue) -> Result<web_sys::Document, JsValue>;
}

/// Where Trusted Types forbid the parser, the browser's own safe one keeps what an article needs, where there is one.
#[wasm_bindgen_test]
fn the_safe_parser_of_the_browser_keeps_pictures_and_classes() {
    let options = js_sys::Object::new();
    js_sys::Reflect::set(&options, &"sanitizer".into(), &js_sys::Object::new()).unwrap();
    let html = "<p class=a>x<script>y()</script><img src=a.jpg alt=b onerror=y()></p><table><td colspan=2>z</table>";
    let Ok(parsed) = parse_html(html, &options) else { return };
    let kept = |selector: &str| parsed.query_selector(selector).unwrap().is_some();
    assert!(kept("p.a") && kept("img[src][alt]") && kept("td[colspan]"));
    assert!(!kept("script") && !kept("[onerror]"));
}

/// Nothing of a document that is read is asked for, and no script of it runs.
#[wasm_bindgen_test]
fn a_document_that_is_read_does_nothing() {
    let before =
        web_sys::window().unwrap().document().unwrap().body().unwrap().child_element_count();
    for (_, html) in documents() {
        let _ = html::blocks(&html, "");
    }
    let ran = js_sys::Reflect::get(&js_sys::global(), &"standfirstRan".into()).unwrap();
    assert!(ran.is_undefined());
    let after =
        web_sys::window().unwrap().document().unwrap().body().unwrap().child_element_count();
    assert_eq!(before, after);
}
