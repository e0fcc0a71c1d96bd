//! Canonical JSON written out, and its JSON Schema: from the types of the model, natively.

use crate::content::model::{Article, Block, Comment, Inline};
use schemars::{JsonSchema, SchemaGenerator, generate::SchemaSettings};
use serde::Serialize;
use serde_json::{Value, json};

/// What `skip_serializing_if` asks: `null` and `[]` mean missing, so they are not written.
pub(super) fn none<T: Missing>(value: &T) -> bool {
    value.is_missing()
}

/// A value that may not be there.
pub(super) trait Missing {
    /// Nothing there.
    fn is_missing(&self) -> bool;
}
impl<T> Missing for Option<T> {
    fn is_missing(&self) -> bool {
        self.is_none()
    }
}
impl<T> Missing for Vec<T> {
    fn is_missing(&self) -> bool {
        self.is_empty()
    }
}

/// One, or a list.
#[derive(Serialize, JsonSchema)]
#[serde(untagged)]
#[allow(dead_code)]
pub(super) enum OneOrMany<T> {
    /// One.
    One(T),
    /// A list.
    Many(Vec<T>),
}

/// A text that stands for the thing, or the thing.
#[derive(Serialize, JsonSchema)]
#[serde(untagged)]
#[allow(dead_code)]
pub(super) enum TextOr<T> {
    /// A name, an address.
    Text(String),
    /// The whole.
    Whole(T),
}

/// What stands inside a block: a text or a list of blocks.
#[derive(Serialize, JsonSchema)]
#[serde(untagged)]
#[allow(dead_code)]
pub(super) enum Body {
    /// One paragraph.
    Text(String),
    /// One paragraph with marks.
    Marked(TextMembers),
    /// Blocks; a text among them is a paragraph.
    Blocks(Vec<TextOr<Block>>),
}

/// Text in a block: `text`, or `spans`, or `html`.
#[derive(Serialize, JsonSchema)]
#[allow(dead_code)]
pub(super) struct TextMembers {
    /// Plain, never HTML.
    #[serde(default)]
    text: Option<String>,
    /// Pieces with marks; a text among them has none.
    #[serde(default)]
    spans: Option<Vec<TextOr<Inline>>>,
    /// HTML: goes through the policy.
    #[serde(default)]
    html: Option<String>,
}

/// A quotation: its own text, or a body.
#[derive(Serialize, JsonSchema)]
#[allow(dead_code)]
pub(super) struct QuoteMembers {
    #[serde(flatten)]
    text: TextMembers,
    /// Several paragraphs, instead of a text.
    #[serde(default)]
    body: Option<Body>,
    /// Who said it.
    #[serde(default)]
    citation: Option<String>,
    /// Where it was said.
    #[serde(default)]
    url: Option<String>,
}

/// Adds the block that there is in JSON alone: HTML, which becomes others.
pub(super) fn with_html(schema: &mut schemars::Schema) {
    let html = json!({
        "description": "HTML, for the policy: it becomes blocks of the other types.",
        "type": "object",
        "properties": {
            "type": { "type": "string", "const": "html" },
            "html": { "description": "As it came.", "type": "string" },
        },
        "required": ["type", "html"],
    });
    if let Some(kinds) = schema.get_mut("oneOf").and_then(Value::as_array_mut) {
        kinds.push(html);
    }
}

/// The JSON Schema (2020-12) of a canonical article.
pub fn article_schema() -> Value {
    root::<Article>("https://standfirst.example/schema/article.schema.json")
}

/// The JSON Schema (2020-12) of canonical comments: a list, or an object with `items`.
pub fn comments_schema() -> Value {
    root::<Comments>("https://standfirst.example/schema/comments.schema.json")
}

/// Comments as a list, or a page of them.
#[derive(Serialize, JsonSchema)]
#[serde(untagged)]
#[allow(dead_code)]
enum Comments {
    /// All of them.
    List(Vec<Comment>),
    /// A page.
    #[serde(rename_all = "camelCase")]
    Page {
        /// In any order.
        items: Vec<Comment>,
        /// Of all pages.
        #[serde(default)]
        comment_count: Option<u32>,
        /// No more are taken.
        #[serde(default)]
        closed: Option<bool>,
        /// The address of the following page.
        #[serde(default)]
        next: Option<String>,
    },
}

fn root<T: JsonSchema>(id: &str) -> Value {
    let generator: SchemaGenerator = SchemaSettings::draft2020_12().into_generator();
    let mut schema = generator.into_root_schema_for::<T>().to_value();
    if let Some(object) = schema.as_object_mut() {
        object.insert("$id".to_owned(), json!(id));
    }
    schema
}

/// An article as canonical JSON: reading it again gives the same article.
pub fn to_json(article: &Article) -> Value {
    serde_json::to_value(article).unwrap_or_default()
}
