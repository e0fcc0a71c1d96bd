//! Hostile HTML: whatever is written, the page holds what the policy lets through and nothing else.

use crate::soup::{self, documents, hash_of, lines};
use crate::support::{Drawing, Tree, draw, file, read, root, with_body};
use proptest::prelude::*;
use serde_json::{Value, json};
use standfirst::content::html;
use standfirst::content::model::{Block, BlockKind, Image, Inline, Mark, Text};
use standfirst::policy::{Attribute, Load, Profile, SafeUrl, Tag, load};

/// Elements that we never write; our own icons are `svg`.
const NEVER: &[&str] = &[
    "script",
    "style",
    "iframe",
    "object",
    "embed",
    "form",
    "input",
    "select",
    "textarea",
    "link",
    "meta",
    "base",
    "math",
    "template",
    "frame",
    "frameset",
    "applet",
    "marquee",
    "foreignobject",
    "animate",
    "set",
    "use",
    "area",
    "map",
    "noscript",
];

/// What stands in a page that may not.
fn faults(page: &Tree) -> Vec<String> {
    let mut faults = Vec::new();
    for element in page.all() {
        let tag = element.tag.to_ascii_lowercase();
        if NEVER.contains(&tag.as_str()) {
            faults.push(format!("<{tag}>"));
        }
        for (name, value) in &element.attributes {
            let name = name.to_ascii_lowercase();
            let scheme = value
                .trim()
                .split([':', '/', '?', '#'])
                .next()
                .unwrap_or_default()
                .to_ascii_lowercase();
            let bad = ["javascript", "vbscript", "data", "blob", "file", "feed"]
                .contains(&scheme.as_str());
            let address =
                ["href", "src", "srcset", "poster", "cite", "action"].contains(&name.as_str());
            let word = name.starts_with("on")
                || ["style", "name", "srcdoc", "formaction"].contains(&name.as_str());
            let foreign = name == "class"
                && !value.split_whitespace().all(|word| word == "sf" || word.starts_with("sf-"));
            if word || foreign || address && bad && value.contains(':') {
                faults.push(format!("{name}={value}"));
            }
        }
    }
    faults
}

fn page(block: Value) -> Tree {
    let reading = read(&with_body(json!([block, { "type": "paragraph", "text": "The rest" }])));
    Tree::parse(&draw(reading.article, &Drawing::default()))
}

fn payloads() -> Vec<Value> {
    serde_json::from_str(&file("tests/fixtures/policy/payloads.json")).unwrap()
}

#[test]
fn no_payload_leaves_anything_that_acts() {
    let payloads = payloads();
    assert!(payloads.len() >= 220, "{}", payloads.len());
    for payload in &payloads {
        let name = &payload["name"];
        let blocks = match (payload["html"].as_str(), payload["url"].as_str()) {
            (Some(html), _) => vec![
                json!({ "type": "html", "html": html }),
                json!({ "type": "paragraph", "html": html }),
            ],
            (_, Some(url)) => vec![
                json!({ "type": "image", "url": url, "link": url }),
                json!({ "type": "embed", "url": url }),
                json!({ "type": "paragraph", "spans": [{ "text": "a", "href": url }] }),
            ],
            _ => panic!("{name}"),
        };
        for block in blocks {
            let page = page(block);
            assert_eq!(faults(&page), Vec::<String>::new(), "{name}");
            assert!(page.text().contains("The rest"), "{name}");
        }
    }
}

/// Control.
#[test]
fn what_acts_is_seen_in_a_page() {
    for bad in [
        "<p onclick=\"x\">a</p>",
        "<a href=\"javascript:x\">a</a>",
        "<img src=\"data:image/svg+xml,x\">",
        "<script>x</script>",
        "<p class=\"theirs\">a</p>",
        "<p style=\"x\">a</p>",
        "<iframe></iframe>",
    ] {
        assert_eq!(faults(&Tree::parse(bad)).len(), 1, "{bad}");
    }
    assert_eq!(
        faults(&Tree::parse("<a href=\"https://a.example/?javascript:\" class=\"sf-a\">x</a>")),
        Vec::<String>::new()
    );
}

const GOLDEN: &str = "tests/fixtures/policy/hashes.txt";

/// A browser compares itself with the same file. It is written anew with STANDFIRST_RENEW=1.
#[test]
fn every_document_becomes_the_blocks_that_the_golden_file_says() {
    let lines: Vec<String> =
        lines().iter().map(|(name, documents)| format!("{name} {}", hash_of(documents))).collect();
    let written = lines.join("\n") + "\n";
    if std::env::var("STANDFIRST_RENEW").is_ok() {
        std::fs::write(root().join(GOLDEN), &written).unwrap();
    }
    let golden = file(GOLDEN);
    let differing: Vec<_> = golden.lines().zip(written.lines()).filter(|(a, b)| a != b).collect();
    assert!(
        golden == written,
        "{differing:#?}: renew {GOLDEN} by STANDFIRST_RENEW=1 if this is wanted"
    );
}

/// What the two sides became of one group of soups, to be laid beside what a browser prints.
#[test]
fn a_group_of_soups_can_be_shown() {
    if let Ok(name) = std::env::var("STANDFIRST_SHOW") {
        let lines = lines();
        let (_, documents) =
            lines.iter().find(|(own, _)| *own == name).expect("a line of the golden file");
        documents.iter().for_each(|html| println!("{html:?}\n  became {}", soup::outcome(html)));
    }
}

/// All that a body says, in the order of its members.
fn said(value: &Value, out: &mut Vec<String>) {
    match value {
        Value::Object(members) => {
            for (name, value) in members {
                if ![
                    "type", "url", "href", "marks", "role", "src", "lang", "align", "language",
                    "provider", "link",
                ]
                .contains(&name.as_str())
                {
                    said(value, out);
                }
            }
        }
        Value::Array(items) => items.iter().for_each(|item| said(item, out)),
        Value::String(text) => out.push(text.clone()),
        _ => {}
    }
}

/// Words, sorted: without spaces a text is the same wherever its spans are parted, so letters are compared.
fn letters(text: &str) -> Vec<char> {
    let mut letters: Vec<char> = text.chars().filter(|c| c.is_alphanumeric()).collect();
    letters.sort_unstable();
    letters
}

#[test]
fn bodies_of_publishers_lose_no_word_and_no_link() {
    for (name, html) in documents()
        .into_iter()
        .filter(|(name, _)| !name.starts_with("written") && !name.contains("payload"))
    {
        if !["wordpress", "ghost", "ninjs", "govuk"].iter().any(|own| name.starts_with(own)) {
            continue;
        }
        let blocks = crate::html::json(html::blocks(&html, soup::BASE));
        let mut out = Vec::new();
        said(&blocks, &mut out);
        // What the test takes for the text: everything outside of tags, but for programs and titles of documents.
        let mut input = String::new();
        let mut rest = html.as_str();
        while let Some((text, tag)) = rest.split_once('<') {
            input.push_str(text);
            let end = ["script", "style", "title"].iter().find(|own| tag.starts_with(**own));
            let tag = end.map_or(tag, |own| {
                tag.split_once(&format!("</{own}")).map_or("", |(_, after)| after)
            });
            rest = tag.split_once('>').map_or("", |(_, after)| after);
        }
        input.push_str(rest);
        let input = standfirst::content::plain::decode_entities(&input);
        let (input, output) = (letters(&input), letters(&out.join(" ")));
        let mut missing = String::new();
        let mut at = output.iter().peekable();
        for letter in input {
            while at.next_if(|own| **own < letter).is_some() {}
            if at.next_if(|own| **own == letter).is_none() {
                missing.push(letter);
            }
        }
        assert!(missing.is_empty(), "{name} lost {missing:?}");
        let addresses = blocks.to_string();
        for link in
            html.split("<a ").skip(1).filter_map(|a| a.split_once("href=\"")?.1.split('"').next())
        {
            let link = standfirst::content::plain::decode_entities(link);
            let expected = SafeUrl::link(&link, soup::BASE)
                .map(|url| url.as_str().split(['?', '#']).next().unwrap().to_owned());
            // The text of a post has no links but the one to it.
            let kept = |url: String| {
                ["//t.co/", "instagram.com/"].iter().any(|post| url.contains(post))
                    || addresses.contains(&url)
            };
            assert!(expected.is_none_or(kept), "{name} lost {link}");
        }
    }
}

// Properties.

fn any_soup() -> impl Strategy<Value = String> {
    any::<u64>().prop_map(soup::soup)
}

/// A soup that may be parsed.
fn light_soup() -> impl Strategy<Value = String> {
    any_soup().prop_filter("it is shown as its plain text", |soup| load(soup) == Load::Light)
}

/// All that the policy let through as text.
fn parsed(html: &str, profile: Profile) -> String {
    let mut text = String::new();
    for node in standfirst::policy::read(html, profile).unwrap_or_default() {
        text.push_str(node.text());
        if node.tag() == Tag::Image {
            text.push_str(node.word(Attribute::Alt).unwrap_or_default());
        }
    }
    text
}

/// Blocks as HTML, for the test of what is read again.
fn written(blocks: &[Block], out: &mut String) {
    for block in blocks {
        match &block.kind {
            BlockKind::Paragraph(text) => element("p", text, out),
            BlockKind::Heading { level, text } => element(&format!("h{level}"), text, out),
            BlockKind::List { ordered, start, items } => {
                let tag = if *ordered { "ol" } else { "ul" };
                out.push_str(&format!(
                    "<{tag}{}>",
                    start.map_or(String::new(), |n| format!(" start={n}"))
                ));
                for item in items {
                    out.push_str("<li>");
                    written(item, out);
                    out.push_str("</li>");
                }
                out.push_str(&format!("</{tag}>"));
            }
            BlockKind::Quote { body, citation, url } => {
                out.push_str(&format!(
                    "<blockquote cite=\"{}\">",
                    url.as_ref().map_or(String::new(), |url| escape(url.as_str()))
                ));
                written(body, out);
                if let Some(citation) = citation {
                    out.push_str(&format!("<footer>{}</footer>", escape(citation)));
                }
                out.push_str("</blockquote>");
            }
            BlockKind::Divider => out.push_str("<hr>"),
            BlockKind::Image(image) => picture(image, out),
            BlockKind::Code { text, language } => {
                let class = language
                    .as_ref()
                    .map_or(String::new(), |own| format!(" class=\"language-{own}\""));
                out.push_str(&format!("<pre><code{class}>\n{}</code></pre>", escape(text)));
            }
            BlockKind::Details { summary, body, open } => {
                out.push_str(&format!(
                    "<details{}><summary>{}</summary>",
                    if *open { " open" } else { "" },
                    escape(summary)
                ));
                written(body, out);
                out.push_str("</details>");
            }
            BlockKind::Definition { term, body } => {
                out.push_str(&format!("<dl><dt>{}</dt><dd>", escape(term)));
                written(body, out);
                out.push_str("</dd></dl>");
            }
            BlockKind::Embed(embed) => {
                out.push_str(&format!("<iframe src=\"{}\"></iframe>", escape(embed.url.as_str())))
            }
            other => panic!("not written by the test: {other:?}"),
        }
    }
}

fn picture(image: &Image, out: &mut String) {
    out.push_str("<figure>");
    if let Some(link) = &image.link {
        out.push_str(&format!("<a href=\"{}\">", escape(link.as_str())));
    }
    out.push_str(&format!("<img src=\"{}\"", escape(image.url.as_str())));
    for (name, value) in [
        ("alt", image.alt.clone()),
        ("width", image.width.map(|n| n.to_string())),
        ("height", image.height.map(|n| n.to_string())),
    ] {
        if let Some(value) = value {
            out.push_str(&format!(" {name}=\"{}\"", escape(&value)));
        }
    }
    let srcset: Vec<_> =
        image.srcset.iter().map(|one| format!("{} {}w", one.url.as_str(), one.width)).collect();
    if !srcset.is_empty() {
        out.push_str(&format!(" srcset=\"{}\"", escape(&srcset.join(", "))));
    }
    out.push('>');
    if image.link.is_some() {
        out.push_str("</a>");
    }
    if image.caption.is_some() || image.credit_text.is_some() {
        let credit = image
            .credit_text
            .as_ref()
            .map_or(String::new(), |by| format!("<cite>{}</cite>", escape(by)));
        out.push_str(&format!(
            "<figcaption>{}{credit}</figcaption>",
            escape(image.caption.as_deref().unwrap_or_default())
        ));
    }
    out.push_str("</figure>");
}

fn element(tag: &str, text: &Text, out: &mut String) {
    out.push_str(&format!("<{tag}>"));
    for span in &text.spans {
        let Inline::Span { text, marks, href, lang } = span else {
            out.push_str("<br>");
            continue;
        };
        let name = |mark: &Mark| match mark {
            Mark::Strike => "s",
            other => other.word(),
        };
        let link = href.as_ref().map(|url| format!("<a href=\"{}\">", escape(url.as_str())));
        out.push_str(link.as_deref().unwrap_or_default());
        let spoken = lang.as_ref().map(|lang| format!("<span lang=\"{lang}\">"));
        out.push_str(spoken.as_deref().unwrap_or_default());
        marks.iter().for_each(|mark| out.push_str(&format!("<{}>", name(mark))));
        out.push_str(&escape(text));
        marks.iter().rev().for_each(|mark| out.push_str(&format!("</{}>", name(mark))));
        out.push_str(if spoken.is_some() { "</span>" } else { "" });
        out.push_str(if link.is_some() { "</a>" } else { "" });
    }
    out.push_str(&format!("</{tag}>"));
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

/// What the writer of the test can write, and where reading it again gives the same by the rules of HTML.
fn can_be_written(blocks: &[Block]) -> bool {
    let text = |text: &str| {
        !text.contains("Photo: ") && !text.starts_with(['—', '[']) && !text.contains("youtu.be")
    };
    let sound = |line: &Text| {
        let plain = line.to_plain();
        text(plain.trim()) && !plain.contains('\u{feff}')
    };
    let image = |image: &Image| image.role.is_none() && image.caption.as_deref().is_none_or(text);
    blocks.iter().all(|block| match &block.kind {
        BlockKind::Paragraph(line) | BlockKind::Heading { text: line, .. } => sound(line),
        BlockKind::List { items, .. } => items.iter().all(|item| can_be_written(item)),
        BlockKind::Quote { body, citation, .. } => {
            can_be_written(body) && citation.as_deref().is_none_or(text)
        }
        BlockKind::Details { body, summary, .. } => can_be_written(body) && text(summary),
        BlockKind::Definition { body, term } => can_be_written(body) && text(term),
        BlockKind::Image(own) => image(own),
        BlockKind::Code { text, .. } => !text.contains(['\r', '\u{0}']),
        BlockKind::Divider => true,
        BlockKind::Embed(embed) => {
            embed.text.is_none()
                && embed.title.is_none()
                && embed.width.is_none()
                && embed.provider.is_none()
                && embed.height.is_none()
        }
        _ => false,
    })
}

/// 10,000 of each, or as many as STANDFIRST_CASES says.
fn cases() -> ProptestConfig {
    let wanted = std::env::var("STANDFIRST_CASES").ok().and_then(|number| number.parse().ok());
    ProptestConfig {
        cases: wanted.unwrap_or(10_000),
        max_local_rejects: 1 << 20,
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

proptest! {
    #![proptest_config(cases())]

    /// Any text at all, and any soup: a panic would fail.
    #[test]
    fn anything_can_be_read(text in "\\PC{0,80}", soup in any_soup()) {
        let mixed = format!("{text}{soup}");
        let _ = (html::blocks(&mixed, ""), html::text(&mixed, ""), html::line(&text), html::comment(&soup, ""));
    }

    /// A comment's text is the parsed text, in its order, without some of it.
    #[test]
    fn a_comment_says_nothing_that_was_not_written(soup in light_soup()) {
        let parsed = parsed(&soup, Profile::Comment);
        let mut letters = parsed.chars();
        let mut out = Vec::new();
        said(&crate::html::json(html::comment(&soup, "")), &mut out);
        for c in out.concat().chars().filter(|c| !c.is_whitespace()) {
            prop_assert!(letters.any(|own| own == c), "{c:?} of {out:?}");
        }
    }

    /// An article's text is made of the letters of the parsed text: captions and citations stand elsewhere.
    #[test]
    fn an_article_says_nothing_that_was_not_written(soup in light_soup()) {
        let mut parsed: Vec<char> = parsed(&soup, Profile::Article).chars().collect();
        // What is written for an inline quotation, and between terms that mean the same.
        parsed.extend("“”,".repeat(200).chars());
        parsed.sort_unstable();
        let mut out = Vec::new();
        said(&crate::html::json(html::blocks(&soup, "")), &mut out);
        let mut letters: Vec<char> = out.concat().chars().filter(|c| !c.is_whitespace()).collect();
        letters.sort_unstable();
        let mut at = parsed.into_iter().peekable();
        for c in letters {
            while at.next_if(|own| *own < c).is_some() {}
            prop_assert_eq!(at.next(), Some(c));
        }
    }

    /// Blocks that are written as HTML and read again are the same blocks.
    #[test]
    fn what_has_been_read_stays_the_same_when_it_is_read_again(soup in light_soup()) {
        let first = html::blocks(&soup, soup::BASE);
        // A soup with a table or a gallery is left to the table of the golden file.
        if !can_be_written(&first) {
            return Ok(());
        }
        let mut again = String::new();
        written(&first, &mut again);
        prop_assert_eq!(html::blocks(&again, soup::BASE), first, "{}", again);
    }
}

#[test]
fn the_soups_are_the_same_on_every_run() {
    assert_eq!(soup::soup(1), soup::soup(1));
    assert_ne!(soup::soup(1), soup::soup(2));
}
