//! Documents whose blocks must be the same natively and in a browser: those of the fixtures, and soups of tags from a
//! generator that is the same everywhere. Each side writes hashes; `tests/fixtures/policy/hashes.txt` is what the native
//! one wrote.

use serde_json::Value;
use standfirst::content::html;

/// Where the documents are said to come from.
pub const BASE: &str = "https://news.example/2026/report/";
/// How many soups there are, and how many share a hash.
pub const SOUPS: u64 = 5_000;
pub const GROUP: u64 = 50;

const PAYLOADS: &str = include_str!("../fixtures/policy/payloads.json");
const MARKUP: &str = include_str!("../fixtures/policy/markup.json");

/// The documents of the fixtures, by name.
pub fn documents() -> Vec<(String, String)> {
    let mut all = Vec::new();
    for list in [PAYLOADS, MARKUP] {
        let list: Value = serde_json::from_str(list).unwrap();
        for one in list.as_array().unwrap() {
            if let Some(html) = one["html"].as_str() {
                all.push((one["name"].as_str().unwrap().replace(' ', "-"), html.to_owned()));
            }
        }
    }
    all
}

/// What a document becomes, as text that can be compared.
pub fn outcome(html: &str) -> String {
    let said = format!("{:?}", (html::blocks(html, BASE), html::line(html)));
    let comment = format!("{:?}", html::comment(html, BASE));
    said + &comment
}

/// FNV-1a.
pub fn hash(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

/// The lines of the golden file, one a document and one a group of soups, with what they are made from.
pub fn lines() -> Vec<(String, Vec<String>)> {
    let mut lines: Vec<_> =
        documents().into_iter().map(|(name, html)| (name, vec![html])).collect();
    for group in 0..SOUPS / GROUP {
        let soups = (0..GROUP).map(|nth| soup(group * GROUP + nth)).collect();
        lines.push((format!("soup-{group}"), soups));
    }
    lines
}

/// The hash of some documents.
pub fn hash_of(documents: &[String]) -> String {
    let all: String = documents.iter().map(|html| outcome(html)).collect();
    format!("{:016x}", hash(&all))
}

/// Knuth's MMIX numbers.
pub struct Numbers(pub u64);

impl Numbers {
    pub fn below(&mut self, end: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) % end as u64) as usize
    }

    pub fn of<'a>(&mut self, list: &[&'a str]) -> &'a str {
        list[self.below(list.len())]
    }
}

const NAMES: &[&str] = &[
    "p",
    "p",
    "p",
    "div",
    "div",
    "span",
    "b",
    "i",
    "em",
    "strong",
    "a",
    "a",
    "u",
    "font",
    "nobr",
    "code",
    "ul",
    "ol",
    "li",
    "li",
    "dl",
    "dt",
    "dd",
    "blockquote",
    "h2",
    "h3",
    "pre",
    "figure",
    "figcaption",
    "img",
    "br",
    "hr",
    "table",
    "tr",
    "td",
    "th",
    "tbody",
    "thead",
    "caption",
    "details",
    "summary",
    "section",
    "aside",
    "cite",
    "q",
    "sub",
    "form",
    "button",
    "svg",
    "math",
    "mtext",
    "foreignObject",
    "desc",
    "noscript",
    "template",
    "script",
    "style",
    "title",
    "textarea",
    "iframe",
    "video",
    "source",
    "picture",
    "x-y",
    "center",
    "address",
    "footer",
    "article",
    "body",
    "html",
    "head",
    "ruby",
    "rt",
    "object",
    "marquee",
    "time",
    "mark",
];

const WORDS: &[&str] = &[
    "word",
    " ",
    "two words",
    "\n",
    "é",
    "日本",
    "&amp;",
    "&lt;p&gt;",
    "&nbsp;",
    "&#x41;",
    "&copy",
    "&notit;",
    "a < b",
    "\u{0}",
    "\u{feff}",
    "[caption]",
    "https://youtu.be/abc",
    "—",
    "Photo: Ana",
    "😀",
    "\r\n",
    "\t",
    "&#0;",
    "&bogus;",
    "]]>",
];

const ATTRIBUTES: &[&str] = &[
    " href=\"/a?b=1&c=2\"",
    " href='javascript:alert(1)'",
    " class=\"gallery\"",
    " class=wp-caption",
    " src=a.jpg",
    " src='https://a.example/b.png'",
    " alt=\"An alt\"",
    " class=\"twitter-tweet x\"",
    " lang=fr",
    " width=600",
    " height=1",
    " onclick=alert(1)",
    " id=x",
    " colspan=2",
    " rowspan=3",
    " align=right",
    " open",
    " start=4",
    " srcset='a 300w, b 600w'",
    " cite=https://a.example/q",
    " class=pullquote",
    " data-src=c.jpg",
    " style='color:red'",
    " href=\"https://x.com/a/status/1\"",
    " =x",
    " \"",
    " a=\"<b>\"",
    " class=language-rust",
    " /",
];

const ODD: &[&str] = &[
    "<!-- c -->",
    "<!-->",
    "<!--->",
    "<!doctype html>",
    "<![CDATA[x]]>",
    "</>",
    "<",
    "<3",
    "</p>",
    "</br>",
    "<!x>",
    "<p",
    "<!--",
    "</table>",
    "</body>",
    "</html>",
    "</svg>",
    "</form>",
];

/// A soup of tags.
pub fn soup(seed: u64) -> String {
    let mut numbers = Numbers(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) + 1);
    let mut open: Vec<&str> = Vec::new();
    let mut out = String::new();
    for _ in 0..4 + numbers.below(60) {
        match numbers.below(20) {
            0..=6 => out.push_str(numbers.of(WORDS)),
            7..=13 => {
                let name = numbers.of(NAMES);
                out.push('<');
                out.push_str(name);
                for _ in 0..numbers.below(3) {
                    out.push_str(numbers.of(ATTRIBUTES));
                }
                out.push('>');
                open.push(name);
            }
            14..=17 => {
                // Mostly what is open; at times anything.
                let name = match open.pop() {
                    Some(name) if numbers.below(5) > 0 => name,
                    _ => numbers.of(NAMES),
                };
                out.push_str("</");
                out.push_str(name);
                out.push('>');
            }
            18 => out.push_str(numbers.of(ODD)),
            _ => out.push_str("<p>A paragraph of words</p>"),
        }
    }
    out
}
