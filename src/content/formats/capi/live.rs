//! The text of a piece of content: its body, or its blocks, which are the posts of a live blog.

use super::super::wire::first;
use crate::content::model::{Block, BlockKind, LivePost};
use crate::content::read::Node;
use crate::date::Date;

/// The posts where there are several blocks, else the body.
pub(super) fn body(fields: &Node, blocks: &Node) -> Vec<Block> {
    let posts = blocks.list(post);
    let own = fields.get("body");
    match posts.as_slice() {
        [one] if own.is_missing() => match &one.kind {
            BlockKind::LivePost(post) if post.title.is_none() => post.body.clone(),
            _ => posts,
        },
        [] | [_] => own.html_blocks(),
        _ => posts,
    }
}

/// A post, unless it is still a draft. Its id is its anchor on the Guardian's page too.
fn post(block: &Node) -> Option<Block> {
    block.object()?;
    if block.get("published").flag() == Some(false) {
        return None;
    }
    let attributes = block.get("attributes");
    let own = block.get("title").decoded();
    let post = LivePost {
        date_published: first(block, &["firstPublishedDate", "publishedDate", "createdDate"])
            .date(),
        date_modified: block.get("lastModifiedDate").date(),
        title: own.or_else(|| attributes.get("title").decoded()),
        key: attributes.is_set("keyEvent"),
        body: first(block, &["bodyHtml", "bodyTextSummary"]).html_blocks(),
    };
    let id = block.get("id").text();
    let shown = !post.body.is_empty() || post.title.is_some();
    shown.then_some(Block { id, kind: BlockKind::LivePost(post) })
}

/// When the last of the blocks was changed.
pub(super) fn last_modified(blocks: &Node) -> Option<Date> {
    let mut latest: Option<Date> = None;
    for block in blocks.items() {
        let Some(date) = block.get("lastModifiedDate").date() else { continue };
        if latest.as_ref().is_none_or(|latest| latest.moment < date.moment) {
            latest = Some(date);
        }
    }
    latest
}
