//! schema.org as JSON-LD: NewsArticle and its kin, by itself, in a list or in a `@graph`.
//!
//! The canonical format is schema.org too. So an article is brought into the canonical shape first, by tables, and
//! the canonical reader does the rest.

mod graph;
mod shapes;
mod tables;

use super::canonical;
use super::wire::untagged;
use crate::content::json::Json;
use crate::content::model::{Article, Block, BlockKind, CalloutTone, LivePost};
use crate::content::read::Document;
use crate::content::read::Node;
use crate::text::digits;
use graph::Graph;

/// More posts than this are left out: a page of them cannot be read.
const MOST_POSTS: usize = 1_000;

/// Reads an article. An error says what the document lacks to be one.
pub(super) fn article(root: &Node) -> Result<Article, String> {
    let graph = Graph::of(root.value());
    let Some((path, found)) = graph.article() else {
        return Err(graph.no_article());
    };
    let document = root.document();
    let mut article = read(&graph, document, found, &path)?;
    if let Some(updates) = found.get("liveBlogUpdate") {
        let path = [&path, ".liveBlogUpdate"].concat();
        live(&graph, document, updates, &path, &mut article.body);
    }
    if let Some(text) = found.get("backstory").and_then(|told| graph.line(told, &["text"])) {
        let body = canonical::paragraphs(text, None, root.base());
        let tone = Some(CalloutTone::Info);
        let kind = BlockKind::Callout { tone, title: None, body };
        article.body.push(Block { id: None, kind });
    }
    Ok(article)
}

/// An article or a post from its object, which stands at `path`.
fn read(graph: &Graph, from: &Document, json: &Json, path: &str) -> Result<Article, String> {
    let before = from.faults();
    let own = Json::Object(graph.shaped(json, tables::ARTICLE));
    let mut article = canonical::article(&from.root(&own))?;
    from.place(before, path);
    article.headline = untagged(article.headline);
    article.description = article.description.map(untagged);
    Ok(article)
}

/// The posts of a live blog, in their order.
fn live(graph: &Graph, from: &Document, updates: &Json, path: &str, body: &mut Vec<Block>) {
    for (at, update) in graph.items(updates).into_iter().take(MOST_POSTS).enumerate() {
        let path = [path, "[", &digits(at as u32), "]"].concat();
        if let Some(block) = post(graph, from, update, &path) {
            body.push(block);
        }
    }
}

/// A post of a live blog: an article that may do without a headline.
fn post(graph: &Graph, from: &Document, update: &Json, path: &str) -> Option<Block> {
    let Json::Object(members) = update else { return None };
    let untitled = graph.line(update, &["headline", "name"]).is_none();
    let titled = untitled.then(|| {
        let mut members = members.clone();
        members.push(("headline".to_owned(), Json::Text(UNTITLED.to_owned())));
        Json::Object(members)
    });
    let post = read(graph, from, titled.as_ref().unwrap_or(update), path).ok()?;
    let mut body = post.body;
    for image in post.image {
        body.push(Block { id: None, kind: BlockKind::Image(Box::new(image)) });
    }
    if let Some(video) = post.video {
        body.push(Block { id: None, kind: BlockKind::Video(Box::new(video)) });
    }
    if body.is_empty() && untitled {
        return None;
    }
    let address = post.url.as_ref().map(|url| url.as_str()).unwrap_or_default();
    let id = address.split_once('#').map(|(_, id)| id.to_owned()).filter(|id| !id.is_empty());
    let kind = BlockKind::LivePost(LivePost {
        date_published: post.date_published,
        date_modified: post.date_modified,
        title: (!untitled).then_some(post.headline),
        key: false,
        body,
    });
    Some(Block { id, kind })
}

/// Stands for the headline of a post without one, which is no fault there.
const UNTITLED: &str = "\u{b7}";
