//! Two pictures in a row that ask for half the width stand side by side.

use crate::content::model::{Block, BlockKind, Image, Role};

/// Consecutive half-width pictures become pairs; one that is left over takes the full width.
pub(super) fn pair_images(blocks: Vec<Block>) -> Vec<Block> {
    let half = |block: &Block| matches!(&block.kind, BlockKind::Image(image) if image.role == Some(Role::Halfwidth));
    if blocks.iter().any(half) { paired(blocks) } else { blocks }
}

/// A gate of the program: see `scripts/split.mjs`.
#[inline(never)]
fn paired(blocks: Vec<Block>) -> Vec<Block> {
    let mut out: Vec<Block> = Vec::with_capacity(blocks.len());
    let mut waiting: Option<(Option<String>, Box<Image>)> = None;
    for Block { id, kind } in blocks {
        match kind {
            BlockKind::Image(image) if image.role == Some(Role::Halfwidth) => {
                match waiting.take() {
                    Some((first_id, first)) => out.push(Block {
                        id: first_id.or(id),
                        kind: BlockKind::Pair(vec![*first, *image]),
                    }),
                    None => waiting = Some((id, image)),
                }
            }
            kind => {
                out.extend(waiting.take().map(single));
                out.push(Block { id, kind });
            }
        }
    }
    out.extend(waiting.map(single));
    out
}

fn single((id, image): (Option<String>, Box<Image>)) -> Block {
    Block { id, kind: BlockKind::Image(image) }
}
