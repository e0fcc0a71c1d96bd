//! The text of a piece of content: its body, or its blocks, which are the posts of a live blog.

use super::super::wire::first;
use crate::content::model::{Block, BlockKind, LivePost};
use crate::content::read::Node;
use crate::date::Date;

/// The posts where there are several blocks, else the body.
pub(super) fn body(fields: &Node, blocks: &Node) -> Vec<Block> {
    let mut posts = blocks.list(post);
    let own = fields.get("body");
    if posts.len() > 1 {
        return posts;
    }
    if !own.is_missing() {
        return own.html_blocks();
    }
    // One block without a title is the text.
    if let Some(Block { kind: BlockKind::LivePost(post), .. }) = posts.first_mut()
        && post.title.is_none()
    {
        return std::mem::take(&mut post.body);
    }
    posts
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
