//! Editors' bodies become the article's own blocks.

use crate::support::{BASE, Drawing, Numbers, draw, file, files};
use serde_json::{Value, json};
use standfirst::content::formats::{self, Reading};
use standfirst::content::model::{Block, BlockKind, Inline, Mark, Text};

fn read(body: &Value) -> Reading {
    // The member says that it is no plain document of the canonical format, whose bodies are never JSON in a text.
    let article = json!({ "headline": "Headline", "version": 1, "body": body });
    formats::read_value(&article, None, BASE).unwrap_or_else(|e| panic!("{e:?}: {body}"))
}

/// The blocks as canonical JSON; there must be no problem.
fn blocks(body: &Value) -> Value {
    let reading = read(body);
    assert_eq!(reading.problems, [], "{body}");
    serde_json::to_value(&reading.article.body).unwrap()
}

fn reasons(body: &Value) -> Vec<(String, String)> {
    read(body).problems.into_iter().map(|problem| (problem.path, problem.reason)).collect()
}

fn sample(name: &str) -> Value {
    let path = ["tests/fixtures/formats/bodies/", name, ".json"].concat();
    serde_json::from_str(&file(&path)).unwrap()
}

fn p(text: &str) -> Value {
    json!({ "type": "paragraph", "spans": [{ "text": text }] })
}

fn span(text: &Text) -> String {
    let mut out = String::new();
    for span in &text.spans {
        let Inline::Span { text, marks, href, .. } = span else { panic!("no break here") };
        let text = text.replace('\'', "&#x27;").replace('"', "&quot;");
        let text =
            if marks.contains(&Mark::Strong) { format!("<strong>{text}</strong>") } else { text };
        out += &match href {
            Some(href) => format!("<a href=\"{href}\">{text}</a>"),
            None => text,
        };
    }
    out
}

/// Blocks as the HTML that the reference renderer of Portable Text writes.
fn html(blocks: &[Block]) -> String {
    let mut out = String::new();
    for block in blocks {
        out += &match &block.kind {
            BlockKind::Paragraph(text) => format!("<p>{}</p>", span(text)),
            BlockKind::Heading { level, text } => format!("<h{level}>{}</h{level}>", span(text)),
            BlockKind::Quote { body, .. } => {
                format!(
                    "<blockquote>{}</blockquote>",
                    html(body).replace("<p>", "").replace("</p>", "")
                )
            }
            BlockKind::List { items, ordered, .. } => {
                let tag = if *ordered { "ol" } else { "ul" };
                let items: String = items
                    .iter()
                    .map(|item| {
                        format!(
                            "<li>{}</li>",
                            html(item).replacen("<p>", "", 1).replacen("</p>", "", 1)
                        )
                    })
                    .collect();
                format!("<{tag}>{items}</{tag}>")
            }
            other => panic!("{other:?}"),
        };
    }
    out
}

#[test]
fn portable_text_says_what_its_reference_renderer_says() {
    for name in [
        "portabletext-005-basic-mark-multiple-adjacent-spans",
        "portabletext-007-link-mark-def",
        "portabletext-010-basic-bullet-list",
        "portabletext-017-all-default-block-styles",
    ] {
        let sample = sample(name);
        let reading = read(&sample["input"]);
        assert_eq!(reading.problems, [], "{name}");
        // An article's own headings are of the levels 2 to 4.
        let wanted = sample["output"].as_str().unwrap().replace("h1>", "h2>");
        let wanted = wanted.replace("h5>", "h4>").replace("h6>", "h4>");
        assert_eq!(html(&reading.article.body), wanted, "{name}");
    }
    // The picture is named, and where it lies is not said.
    let picture = &sample("portabletext-012-image-support")["input"];
    let reading = read(picture);
    assert_eq!(html(&reading.article.body), "<p>Also, images are pretty common.</p>");
    assert_eq!(reading.problems[0].path, "$.body[1].asset");
}

#[test]
fn portable_text_nests_its_lists_by_level_and_reads_what_is_joined_in() {
    let item = |kind: &str, level: u32, text: &str| {
        json!({ "_type": "block", "listItem": kind, "level": level,
        "children": [{ "_type": "span", "text": text }] })
    };
    let body = json!([
        item("bullet", 1, "A"),
        item("number", 2, "A1"),
        item("number", 2, "A2"),
        item("bullet", 4_000_000, "deep"),
        item("bullet", 1, "B"),
        item("number", 1, "C"),
        { "_type": "block", "style": "normal", "children": [
            { "_type": "span", "text": "one\ntwo", "marks": ["em", "underline"] }] },
        { "_type": "image", "alt": "A bird", "caption": "It sings", "asset": { "url": "bird.jpg",
            "metadata": { "dimensions": { "width": 800, "height": 600 } } } },
        { "_type": "code", "language": "rust", "code": "fn main() {}" },
        { "_type": "youtube", "url": "https://www.youtube.com/watch?v=v7eMYQCNWeE" },
        { "_type": "table", "rows": [{ "cells": ["a", "b"] }] },
        { "_type": "break" },
    ]);
    let list =
        |ordered: bool, items: Value| json!({ "type": "list", "ordered": ordered, "items": items });
    let em = json!(["em"]);
    assert_eq!(
        blocks(&body),
        json!([
            list(false, json!([
                [p("A"), list(true, json!([[p("A1")], [p("A2"), list(false, json!([[p("deep")]]))]]))],
                [p("B")],
            ])),
            list(true, json!([[p("C")]])),
            { "type": "paragraph", "spans": [{ "text": "one", "marks": em }, { "break": true }, { "text": "two", "marks": em }] },
            { "type": "image", "url": "https://news.example/articles/bird.jpg", "alt": "A bird", "caption": "It sings",
              "width": 800, "height": 600 },
            { "type": "code", "text": "fn main() {}", "language": "rust" },
            { "type": "embed", "url": "https://www.youtube.com/watch?v=v7eMYQCNWeE" },
            { "type": "table", "rows": [[{ "spans": [{ "text": "a" }] }, { "spans": [{ "text": "b" }] }]] },
            { "type": "divider" },
        ])
    );
}

#[test]
fn contentful_is_read_with_what_it_embeds() {
    let names = ["paragraph", "hyperlink", "quote", "ul"];
    let [paragraph, hyperlink, quote, list] =
        names.map(|name| blocks(&sample(&["contentful-", name].concat())));
    assert_eq!(paragraph, json!([p("hello world")]));
    let spans = json!([{ "text": "Some text " }, { "text": "link", "href": "https://url.org" }, { "text": " text." }]);
    assert_eq!(hyperlink, json!([{ "type": "paragraph", "spans": spans }]));
    assert_eq!(quote, json!([p("hello"), { "type": "quote", "body": [p("world")] }]));
    let items = json!([[p("Hello")], [p("world")]]);
    assert_eq!(list, json!([{ "type": "list", "ordered": false, "items": items }]));
    // What says neither what it is nor how it is set keeps its text.
    for name in ["contentful-heading", "contentful-mark"] {
        let reading = read(&sample(name));
        assert_eq!(serde_json::to_value(&reading.article.body).unwrap(), json!([p("hello world")]));
        assert_eq!(reading.problems.len(), 1, "{name}");
    }
    let node =
        |kind: &str, content: Value| json!({ "nodeType": kind, "data": {}, "content": content });
    let text = |value: &str, mark: &str| json!({ "nodeType": "text", "value": value, "marks": [{ "type": mark }] });
    let cell = |kind: &str, value: &str| {
        node(kind, json!([node("paragraph", json!([text(value, "bold")]))]))
    };
    let asset = json!({ "nodeType": "embedded-asset-block", "content": [], "data": { "target": { "fields": {
        "title": "A bird", "description": "A bird on a twig", "file": { "url": "//images.example/bird.jpg",
        "contentType": "image/jpeg", "details": { "image": { "width": 80, "height": 60 } } } } } } });
    let body = node(
        "document",
        json!([
            node("heading-2", json!([text("Birds", "italic")])),
            asset,
            node("hr", json!([])),
            node(
                "table",
                json!([
                    node("table-row", json!([cell("table-header-cell", "Bird")])),
                    node("table-row", json!([cell("table-cell", "Wren")])),
                ])
            ),
        ]),
    );
    let strong = |text: &str| json!({ "spans": [{ "text": text, "marks": ["strong"] }] });
    assert_eq!(
        blocks(&body),
        json!([
            { "type": "heading", "level": 2, "spans": [{ "text": "Birds", "marks": ["em"] }] },
            { "type": "image", "url": "https://images.example/bird.jpg", "alt": "A bird on a twig", "width": 80, "height": 60 },
            { "type": "divider" },
            { "type": "table", "header": [strong("Bird")], "rows": [[strong("Wren")]] },
        ])
    );
    let link = json!({ "target": { "sys": { "type": "Link", "linkType": "Asset" } } });
    let body = json!({ "nodeType": "document", "content": [{ "nodeType": "embedded-asset-block", "data": link }] });
    assert_eq!(reasons(&body)[0].0, "$.body.content[0].data.target");
}

#[test]
fn prosemirror_is_read_by_the_names_of_its_schemas() {
    let spans = json!([{ "text": "Example " }, { "text": "Text", "marks": ["strong"] }]);
    assert_eq!(blocks(&sample("tiptap-basic")), json!([{ "type": "paragraph", "spans": spans }]));
    let node = |kind: &str, content: Value| json!({ "type": kind, "content": content });
    let text = |text: &str| json!({ "type": "text", "text": text });
    let para = |content: Value| node("paragraph", content);
    let linked = json!({ "type": "text", "text": "there", "marks": [
        { "type": "link", "attrs": { "href": "/there" } }, { "type": "italic" }] });
    let body = node(
        "doc",
        json!([
            { "type": "heading", "attrs": { "level": 1 }, "content": [text("Title")] },
            para(json!([text("Go "), linked, { "type": "hardBreak" }, { "type": "mention", "attrs": { "label": "@ana" } }])),
            { "type": "orderedList", "attrs": { "start": 3 }, "content": [
                node("listItem", json!([para(json!([text("A")])), node("bullet_list", json!([node("list_item", json!([para(json!([text("B")]))]))]))])),
            ] },
            node("blockquote", json!([para(json!([text("Q1")])), para(json!([text("Q2")]))])),
            { "type": "codeBlock", "attrs": { "language": "js" }, "content": [text("let a;\n  let b;")] },
            { "type": "image", "attrs": { "src": "a.png", "alt": "A", "title": null, "width": "100%" } },
            node("table", json!([
                node("tableRow", json!([node("tableHeader", json!([para(json!([text("H")]))]))])),
                node("tableRow", json!([node("tableCell", json!([para(json!([text("1")])), para(json!([text("2")]))]))])),
            ])),
            node("details", json!([node("detailsSummary", json!([text("More")])), node("detailsContent", json!([para(json!([text("Inside")]))]))])),
        ]),
    );
    let there = json!({ "text": "there", "marks": ["em"], "href": "https://news.example/there" });
    assert_eq!(
        blocks(&body),
        json!([
            { "type": "heading", "level": 2, "spans": [{ "text": "Title" }] },
            { "type": "paragraph", "spans": [{ "text": "Go " }, there, { "break": true }, { "text": "@ana" }] },
            { "type": "list", "ordered": true, "start": 3, "items": [
                [p("A"), { "type": "list", "ordered": false, "items": [[p("B")]] }]] },
            { "type": "quote", "body": [p("Q1"), p("Q2")] },
            { "type": "code", "text": "let a;\n  let b;", "language": "js" },
            { "type": "image", "url": "https://news.example/articles/a.png", "alt": "A" },
            { "type": "table", "header": [{ "spans": [{ "text": "H" }] }],
              "rows": [[{ "spans": [{ "text": "1" }, { "break": true }, { "text": "2" }] }]] },
            { "type": "heading", "level": 4, "spans": [{ "text": "More" }] },
            p("Inside"),
        ])
    );
}

#[test]
fn editor_js_is_read_block_by_block() {
    let all = blocks(&sample("editorjs"));
    let kinds: Vec<_> =
        all.as_array().unwrap().iter().map(|block| block["type"].as_str().unwrap()).collect();
    let wanted = "heading paragraph heading list heading paragraph paragraph heading paragraph paragraph paragraph \
                  divider paragraph image embed embed list list";
    assert_eq!(kinds.join(" "), wanted);
    assert_eq!(
        all[2],
        json!({ "type": "heading", "level": 3, "spans": [{ "text": "Key features" }] })
    );
    assert_eq!(all[3]["items"][1], json!([p("It returns clean data output in JSON")]));
    assert_eq!(
        all[13],
        json!({ "type": "image", "url": "https://codex.so/public/app/img/external/codex2x.png" })
    );
    assert_eq!(all[14]["url"], "https://www.youtube.com/watch?v=v7eMYQCNWeE");
    assert_eq!(all[17]["items"][0][1]["items"][1][1]["items"].as_array().unwrap().len(), 2);
    let block = |kind: &str, data: Value| json!({ "type": kind, "data": data });
    let body = json!({ "blocks": [
        block("quote", json!({ "text": "Said", "caption": "Ana" })),
        block("table", json!({ "withHeadings": true, "content": [["H", "I"], ["1", ""]] })),
        block("linkTool", json!({ "link": "/page", "meta": { "title": "A page", "description": "On it" } })),
        block("attaches", json!({ "file": { "url": "/a.pdf", "name": "a.pdf" } })),
        block("warning", json!({ "title": "Mind", "message": "the gap" })),
        block("checklist", json!({ "items": [{ "text": "Milk", "checked": true }] })),
        block("code", json!({ "code": "<b>" })),
        block("raw", json!({ "html": "<p>one</p><p>two</p>" })),
    ] });
    let cell = |text: &str| json!({ "spans": [{ "text": text }] });
    assert_eq!(
        blocks(&body),
        json!([
            { "type": "quote", "body": [p("Said")], "citation": "Ana" },
            { "type": "table", "header": [cell("H"), cell("I")], "rows": [[cell("1"), { "spans": [] }]] },
            { "type": "link-card", "url": "https://news.example/page", "title": "A page", "description": "On it" },
            { "type": "link-card", "url": "https://news.example/a.pdf", "title": "a.pdf" },
            { "type": "callout", "tone": "warning", "title": "Mind", "body": [p("the gap")] },
            { "type": "list", "ordered": false, "items": [[p("Milk")]] },
            { "type": "code", "text": "<b>" },
            p("one"),
            p("two"),
        ])
    );
}

/// A document of Lexical.
fn lexical(children: Value) -> Value {
    json!({ "root": { "type": "root", "children": children } })
}

#[test]
fn lexical_is_read_with_its_marks_and_links_and_as_a_text_too() {
    let sample = sample("lexical-koenig-basic");
    let all = blocks(&sample);
    assert_eq!(all.as_array().unwrap().len(), 8);
    assert_eq!(all[2]["spans"][7], json!({ "text": "bold", "marks": ["strong"] }));
    assert_eq!(
        all[2]["spans"][9],
        json!({ "text": "ghost.org/changelog/markdown/", "href": "https://ghost.org/changelog/markdown/" })
    );
    assert_eq!(blocks(&json!(sample.to_string())), all);
    let text = |text: &str, format: u32| json!({ "type": "text", "text": text, "format": format });
    let item = |children: Value| json!({ "type": "listitem", "children": children });
    let list = |kind: &str, children: Value| json!({ "type": "list", "listType": kind, "start": 1, "children": children });
    let body = lexical(json!([
        { "type": "extended-heading", "tag": "h3", "children": [text("Both", 3)] },
        list("number", json!([item(json!([text("A", 0)])), item(json!([list("bullet", json!([item(json!([text("B", 8)]))]))])), item(json!([text("C", 0)]))])),
        { "type": "paragraph", "children": [text("one", 0), { "type": "linebreak" }, text("two", 64)] },
        { "type": "paragraph", "children": [] },
        { "type": "quote", "children": [text("Said", 0)] },
    ]));
    assert_eq!(
        blocks(&body),
        json!([
            { "type": "heading", "level": 3, "spans": [{ "text": "Both", "marks": ["strong", "em"] }] },
            { "type": "list", "ordered": true, "items": [
                [p("A"), { "type": "list", "ordered": false, "items": [[p("B")]] }], [p("C")]] },
            { "type": "paragraph", "spans": [{ "text": "one" }, { "break": true }, { "text": "two", "marks": ["sup"] }] },
            { "type": "quote", "body": [p("Said")] },
        ])
    );
}

#[test]
fn the_cards_of_ghost_become_blocks() {
    let body = lexical(json!([
        { "type": "image", "src": "/a.jpg", "alt": "A", "caption": "<i>Cap</i>", "width": 10, "height": 20, "cardWidth": "wide", "href": "" },
        { "type": "gallery", "images": [{ "src": "/b.jpg", "width": 1, "height": 2, "alt": "" }, { "src": "/c.jpg" }], "caption": "Two" },
        { "type": "codeblock", "code": "a\n b", "language": "js", "caption": "" },
        { "type": "html", "html": "<p>H1</p><p>H2</p>", "visibility": {} },
        { "type": "bookmark", "url": "https://a.example/x", "caption": "", "metadata": { "title": "T", "description": "D", "publisher": "P", "thumbnail": "/t.png", "icon": "" } },
        { "type": "embed", "url": "https://www.youtube.com/watch?v=v7eMYQCNWeE", "embedType": "video", "html": "<iframe></iframe>",
          "metadata": { "title": "Film", "provider_name": "YouTube", "author_name": "Ana", "thumbnail_url": "https://i.ytimg.com/x.jpg" } },
        { "type": "callout", "calloutText": "<p>Mind</p>", "calloutEmoji": "💡" },
        { "type": "toggle", "heading": "More", "content": "<p>Inside</p>" },
        { "type": "button", "buttonText": "Go", "buttonUrl": "/go" },
        { "type": "file", "src": "/a.pdf", "fileTitle": "Report", "fileName": "a.pdf", "fileCaption": "As sent", "fileSize": 12 },
        { "type": "video", "src": "/v.mp4", "mimeType": "video/mp4", "width": 16, "height": 9, "duration": 12.5, "thumbnailSrc": "/v.jpg", "caption": "" },
        { "type": "audio", "src": "/s.mp3", "mimeType": "audio/mp3", "title": "Sound", "duration": 3 },
        { "type": "horizontalrule" },
        { "type": "paywall" },
    ]));
    let at = |path: &str| ["https://news.example/", path].concat();
    assert_eq!(
        blocks(&body),
        json!([
            { "type": "image", "url": at("a.jpg"), "alt": "A", "caption": "Cap", "width": 10, "height": 20, "role": "showcase" },
            { "type": "gallery", "images": [{ "url": at("b.jpg"), "width": 1, "height": 2 }, { "url": at("c.jpg") }], "caption": "Two" },
            { "type": "code", "text": "a\n b", "language": "js" },
            p("H1"),
            p("H2"),
            { "type": "link-card", "url": "https://a.example/x", "title": "T", "description": "D", "image": { "url": at("t.png") }, "publisher": { "name": "P" } },
            { "type": "embed", "url": "https://www.youtube.com/watch?v=v7eMYQCNWeE", "title": "Film", "provider": "YouTube", "author": "Ana" },
            { "type": "callout", "body": [p("Mind")] },
            { "type": "details", "summary": "More", "body": [p("Inside")], "open": false },
            { "type": "paragraph", "spans": [{ "text": "Go", "href": at("go") }] },
            { "type": "link-card", "url": at("a.pdf"), "title": "Report", "description": "As sent" },
            { "type": "video", "sources": [{ "src": at("v.mp4"), "type": "video/mp4" }], "poster": at("v.jpg"), "width": 16, "height": 9, "duration": 12.5 },
            { "type": "audio", "sources": [{ "src": at("s.mp3"), "type": "audio/mp3" }], "duration": 3.0, "caption": "Sound" },
            { "type": "divider" },
        ])
    );
}

#[test]
fn what_is_not_known_keeps_its_text_and_is_named() {
    let text = json!({ "type": "text", "text": "kept" });
    let inner = |kind: &str, content: &str, text: &str| json!({ kind: "odd", content: [{ kind: "text", text: "kept" }] });
    for (body, path) in [
        (lexical(json!([{ "type": "odd", "children": [text] }])), "$.body.root.children[0].type"),
        (
            json!({ "type": "doc", "content": [{ "type": "odd", "content": [text] }] }),
            "$.body.content[0].type",
        ),
        (
            json!({ "nodeType": "document", "content": [inner("nodeType", "content", "value")] }),
            "$.body.content[0].nodeType",
        ),
        (
            json!({ "blocks": [{ "type": "odd", "data": { "text": "kept" } }] }),
            "$.body.blocks[0].type",
        ),
        (
            json!([{ "_type": "odd", "body": [{ "_type": "block", "children": [{ "_type": "span", "text": "kept" }] }] }]),
            "$.body[0]._type",
        ),
    ] {
        let reading = read(&body);
        assert_eq!(
            serde_json::to_value(&reading.article.body).unwrap(),
            json!([p("kept")]),
            "{body}"
        );
        let [problem] = reading.problems.as_slice() else { panic!("{:?}", reading.problems) };
        assert_eq!(problem.path, path);
        assert!(problem.reason.contains("\"odd\""), "{}", problem.reason);
    }
    // In a text the problem stands where the text does.
    let text = json!(lexical(json!([{ "type": "odd", "children": [text] }])).to_string());
    assert_eq!(reasons(&text)[0].0, "$.body.root.children[0].type");
}

#[test]
fn an_address_that_may_not_be_used_is_no_link() {
    let link = json!({ "type": "link", "url": "javascript:alert(1)", "children": [{ "type": "text", "text": "press" }] });
    let body = lexical(
        json!([{ "type": "paragraph", "children": [link] }, { "type": "image", "src": "javascript:x" }]),
    );
    let reading = read(&body);
    assert_eq!(serde_json::to_value(&reading.article.body).unwrap(), json!([p("press")]));
    assert!(reading.problems.len() >= 2, "{:?}", reading.problems);
}

#[test]
fn a_body_that_is_no_editors_is_not_taken_for_one() {
    for body in [
        json!({ "root": 1 }),
        json!({ "type": "document" }),
        json!({ "blocks": 7 }),
        json!({ "_type": "article", "title": "T" }),
    ] {
        assert_eq!(read(&body).article.body.len(), 0, "{body}");
        assert!(!reasons(&body).is_empty(), "{body}");
    }
    // The control: the article's own blocks.
    let own = json!([{ "type": "paragraph", "text": "Own" }]);
    assert_eq!(blocks(&own), json!([p("Own")]));
    assert_eq!(blocks(&json!("root")), json!([p("root")]));
}

#[test]
fn documents_deeper_than_a_page_are_cut() {
    let shapes: [(&str, &str, &str, &str); 4] = [
        (
            r#"{"root":{"children":["#,
            r#"{"type":"list","children":[{"type":"listitem","children":["#,
            "]}]}",
            "]}}",
        ),
        (r#"{"type":"doc","content":["#, r#"{"type":"blockquote","content":["#, "]}", "]}"),
        (r#"{"nodeType":"document","content":["#, r#"{"nodeType":"odd","content":["#, "]}", "]}"),
        (
            r#"{"blocks":["#,
            r#"{"type":"list","data":{"items":[{"content":"x","items":["#,
            "]}]}}",
            "]}",
        ),
    ];
    for (begin, open, close, end) in shapes {
        let deep = 20_000;
        let body = [begin, &open.repeat(deep), &close.repeat(deep), end].concat();
        let text = [r#"{"headline":"H","body":"#, &body, "}"].concat();
        let reading = formats::read(&text, None, BASE).unwrap();
        assert!(reading.problems.len() <= 200);
        draw(reading.article, &Drawing::default());
    }
}

/// Another value in some place of a document.
fn spoil(value: &mut Value, numbers: &mut Numbers) {
    let wrong = [
        json!(null),
        json!(true),
        json!(-7.5),
        json!("text"),
        json!([]),
        json!({}),
        json!([[["x"]]]),
        json!({ "type": "list" }),
    ];
    if numbers.below(4) == 0 {
        *value = numbers.of(&wrong).clone();
        return;
    }
    match value {
        Value::Array(items) if !items.is_empty() => {
            let at = numbers.below(items.len());
            spoil(&mut items[at], numbers);
        }
        Value::Object(members) if !members.is_empty() => {
            let at = numbers.below(members.len());
            spoil(members.values_mut().nth(at).unwrap(), numbers);
        }
        _ => *value = numbers.of(&wrong).clone(),
    }
}

#[test]
fn wrong_values_anywhere_are_problems_and_never_a_panic() {
    let mut numbers = Numbers(7);
    let mut told = 0;
    for path in files("tests/fixtures/formats/bodies", ".json") {
        let sample: Value = serde_json::from_str(&file(&path)).unwrap();
        let sample = sample.get("input").unwrap_or(&sample);
        for _ in 0..150 {
            let mut body = sample.clone();
            for _ in 0..1 + numbers.below(4) {
                spoil(&mut body, &mut numbers);
            }
            let reading = read(&body);
            told += usize::from(!reading.problems.is_empty());
            draw(reading.article, &Drawing::default());
        }
    }
    assert!(told > 300, "the control: something was wrong with {told}");
}
