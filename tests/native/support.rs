//! What several suites need: files of the repository, articles from JSON, pages as trees, random numbers.

use leptos::component::{component_props_builder, component_view};
use leptos::prelude::*;
use serde_json::Value;
use standfirst::ArticleView;
use standfirst::content::enhance::enhance;
use standfirst::content::formats::{self, Reading};
use standfirst::content::model::{Article, Inline, Text};
use standfirst::i18n::Locale;
use std::path::{Path, PathBuf};

/// Where the articles of the tests are said to come from.
pub const BASE: &str = "https://news.example/articles/report.json";

/// The repository.
pub fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// A file of the repository as text.
pub fn file(path: &str) -> String {
    std::fs::read_to_string(root().join(path)).unwrap_or_else(|e| panic!("{path}: {e}"))
}

/// Every file below a folder with one of the endings, sorted, with `/` in its path from the repository.
pub fn files(folder: &str, ending: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut waiting = vec![root().join(folder)];
    while let Some(folder) = waiting.pop() {
        let Ok(entries) = std::fs::read_dir(folder) else { continue };
        for entry in entries {
            let path = entry.unwrap().path();
            if path.is_dir() {
                waiting.push(path);
            } else if path.to_string_lossy().ends_with(ending) {
                found.push(relative(&path));
            }
        }
    }
    found.sort();
    found
}

fn relative(path: &Path) -> String {
    path.strip_prefix(root()).unwrap().to_string_lossy().replace('\\', "/")
}

/// The good samples.
pub fn samples() -> Vec<String> {
    let all = files("public/articles", ".json");
    all.into_iter()
        .filter(|path| {
            !["/broken/", "/comments/", "/formats/"].iter().any(|part| path.contains(part))
        })
        .collect()
}

/// Reads canonical JSON.
pub fn read(value: &Value) -> Reading {
    formats::read_value(value, None, BASE).unwrap_or_else(|e| panic!("{e:?}"))
}

/// An article with one headline and these blocks.
pub fn with_body(body: Value) -> Value {
    serde_json::json!({ "headline": "Headline", "body": body })
}

/// How an article is drawn in a test.
pub struct Drawing {
    pub tag: &'static str,
    pub now_ms: i64,
    pub level: u8,
}

impl Default for Drawing {
    fn default() -> Self {
        Drawing { tag: "en", now_ms: 0, level: 1 }
    }
}

/// An article as HTML, prepared by the passes as the reader does.
pub fn draw(article: Article, drawing: &Drawing) -> String {
    Owner::new().with(|| {
        let props = component_props_builder(&ArticleView)
            .article(enhance(article))
            .locale(Locale::new(drawing.tag))
            .now_ms(drawing.now_ms)
            .heading_level(drawing.level)
            .build();
        component_view(ArticleView, props).to_html()
    })
}

/// The page that JSON becomes.
pub fn page_of(value: &Value) -> Tree {
    Tree::parse(&draw(read(value).article, &Drawing::default()))
}

/// What a text says, without marks.
pub fn plain(text: &Text) -> String {
    text.spans
        .iter()
        .map(|span| match span {
            Inline::Span { text, .. } => text.as_str(),
            Inline::Break { .. } => "\n",
        })
        .collect()
}

/// A sequence of numbers that is the same on every run: Knuth's MMIX constants.
pub struct Numbers(pub u64);

impl Numbers {
    pub fn next(&mut self) -> u64 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        self.0 >> 33
    }

    /// A number below `end`.
    pub fn below(&mut self, end: usize) -> usize {
        (self.next() % end as u64) as usize
    }

    /// One of several.
    pub fn of<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        &list[self.below(list.len())]
    }
}

/// An element of a page, read back from the string that was written.
#[derive(Debug, Default)]
pub struct Tree {
    pub tag: String,
    pub attributes: Vec<(String, String)>,
    pub children: Vec<Piece>,
}

/// What stands in an element.
#[derive(Debug)]
pub enum Piece {
    Text(String),
    Element(Tree),
}

impl Tree {
    /// Reads what our writer and Leptos's write: every tag closed, every value in quotation marks. Strict: what
    /// is not so is a panic, so that an escape that is missing cannot pass unseen.
    pub fn parse(html: &str) -> Tree {
        let mut open = vec![Tree::default()];
        let mut rest = html;
        while !rest.is_empty() {
            if let Some(after) = rest.strip_prefix("<!") {
                rest = after.split_once('>').expect("a comment ends").1;
            } else if let Some(after) = rest.strip_prefix("</") {
                let (name, after) = after.split_once('>').expect("an end tag ends");
                let done = open.pop().unwrap();
                assert_eq!(done.tag, name, "the end tag closes what is open");
                open.last_mut().expect("no end tag too many").children.push(Piece::Element(done));
                rest = after;
            } else if let Some(after) = rest.strip_prefix('<') {
                let (tree, after) = start_tag(after);
                rest = after;
                if VOID.contains(&tree.tag.as_str()) {
                    open.last_mut().unwrap().children.push(Piece::Element(tree));
                } else {
                    open.push(tree);
                }
            } else {
                let end = rest.find('<').unwrap_or(rest.len());
                let text = decoded(&rest[..end]);
                open.last_mut().unwrap().children.push(Piece::Text(text));
                rest = &rest[end..];
            }
        }
        assert_eq!(open.len(), 1, "every element is closed");
        open.pop().unwrap()
    }

    /// The value of an attribute.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(n, _)| n == name).map(|(_, value)| value.as_str())
    }

    /// Whether a class is among the element's.
    pub fn is(&self, class: &str) -> bool {
        self.get("class").is_some_and(|all| all.split(' ').any(|one| one == class))
    }

    /// The text inside.
    pub fn text(&self) -> String {
        self.children
            .iter()
            .map(|piece| match piece {
                Piece::Text(text) => text.clone(),
                Piece::Element(tree) => tree.text(),
            })
            .collect()
    }

    /// Every element below, in order.
    pub fn all(&self) -> Vec<&Tree> {
        let mut all = Vec::new();
        for piece in &self.children {
            if let Piece::Element(tree) = piece {
                all.push(tree);
                all.extend(tree.all());
            }
        }
        all
    }

    /// Every element of a tag.
    pub fn tags(&self, tag: &str) -> Vec<&Tree> {
        self.all().into_iter().filter(|tree| tree.tag == tag).collect()
    }

    /// The one element of a tag: a panic where there is none or are more.
    pub fn tag(&self, tag: &str) -> &Tree {
        let found = self.tags(tag);
        assert_eq!(found.len(), 1, "one <{tag}> in {self:?}");
        found[0]
    }

    /// Every element of a class.
    pub fn classes(&self, class: &str) -> Vec<&Tree> {
        self.all().into_iter().filter(|tree| tree.is(class)).collect()
    }

    /// The one element of a class.
    pub fn class(&self, class: &str) -> &Tree {
        let found = self.classes(class);
        assert_eq!(found.len(), 1, "one .{class} in {self:?}");
        found[0]
    }

    /// The levels of the headings, in order.
    pub fn heading_levels(&self) -> Vec<u8> {
        let level = |tree: &Tree| tree.tag.strip_prefix('h').and_then(|n| n.parse().ok());
        self.all().into_iter().filter_map(level).collect()
    }
}

const VOID: &[&str] = &[
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
    "wbr",
];

fn start_tag(text: &str) -> (Tree, &str) {
    let end = text.find([' ', '>']).expect("a start tag ends");
    let tag = &text[..end];
    assert!(tag.chars().all(|c| c.is_ascii_alphanumeric()), "a tag of ours: {tag:?}");
    let mut tree = Tree { tag: tag.to_owned(), ..Tree::default() };
    let mut rest = &text[end..];
    loop {
        rest = rest.trim_start_matches(' ');
        if let Some(after) = rest.strip_prefix('>') {
            return (tree, after);
        }
        let end = rest.find([' ', '=', '>']).expect("an attribute ends");
        let name = &rest[..end];
        let plain = |c: char| c.is_ascii_alphanumeric() || c == '-';
        assert!(!name.is_empty() && name.chars().all(plain), "an attribute of ours: {name:?}");
        rest = &rest[end..];
        let mut value = String::new();
        if let Some(after) = rest.strip_prefix("=\"") {
            let (written, after) = after.split_once('"').expect("a value ends");
            value = decoded(written);
            rest = after;
        }
        tree.attributes.push((name.to_owned(), value));
    }
}

/// The other way round from the writer's escaping, and nothing else: `&` by itself is a fault.
fn decoded(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        out.push_str(before);
        let (name, after) = after.split_once(';').expect("a reference ends");
        out.push(match name {
            "amp" => '&',
            "lt" => '<',
            "gt" => '>',
            "quot" => '"',
            other => panic!("not written by us: &{other};"),
        });
        rest = after;
    }
    out + rest
}

/// The tree reader would notice markup that came out of a text.
#[test]
fn the_reader_of_pages_refuses_text_that_was_not_escaped() {
    let sound = Tree::parse("<p title=\"&lt;b&gt;\">a &amp; b</p>");
    assert_eq!(sound.tag("p").get("title"), Some("<b>"));
    for wrong in
        ["<p>a & b</p>", "<p>a <b </p>", "<p title=\"a\"b\">a</p>", "<p><i></p></i>", "<p>"]
    {
        assert!(std::panic::catch_unwind(|| Tree::parse(wrong)).is_err(), "{wrong}");
    }
}
