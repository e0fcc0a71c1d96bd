//! Heading levels without skips: a table of contents read aloud must not jump from 2 to 4.

use crate::content::model::{Block, BlockKind};

/// The first heading is of level 2, and none is more than one below the last. Levels are relative to the
/// page: the view adds the level of the headline.
pub(super) fn levels_without_skips(mut blocks: Vec<Block>) -> Vec<Block> {
    mend(&mut blocks, 1);
    blocks
}

/// Blocks inside a block (callout, answer, live post) begin under the heading they stand below.
fn mend(blocks: &mut [Block], above: u8) {
    // Written levels that are open, with the level each became.
    let mut open: Vec<(u8, u8)> = Vec::new();
    for block in blocks {
        let here = open.last().map_or(above, |(_, shown)| *shown);
        match &mut block.kind {
            BlockKind::Heading { level, .. } => {
                while open.last().is_some_and(|(written, _)| *written >= *level) {
                    open.pop();
                }
                let shown = open.last().map_or(above, |(_, shown)| *shown) + 1;
                open.push((*level, shown.min(6)));
                *level = shown.min(6);
            }
            // Their titles are no headings.
            BlockKind::Callout { body, .. }
            | BlockKind::Details { body, .. }
            | BlockKind::Definition { body, .. }
            | BlockKind::Quote { body, .. } => mend(body, here),
            BlockKind::LivePost(post) => {
                mend(&mut post.body, here + u8::from(post.title.is_some()))
            }
            BlockKind::Qanda { items } => {
                items.iter_mut().for_each(|item| mend(&mut item.body, here + 1));
            }
            BlockKind::Timeline { events } => {
                events.iter_mut().for_each(|event| {
                    mend(&mut event.body, here + u8::from(event.title.is_some()));
                });
            }
            BlockKind::List { items, .. } => items.iter_mut().for_each(|item| mend(item, here)),
            _ => {}
        }
    }
}
