//! Dividers that part something: not at the ends, not twice, not next to a heading.

use crate::content::model::{Block, BlockKind};

/// What newsrooms type where they mean a divider.
const TYPED: &[&str] = &["***", "* * *", "---", "- - -", "—", "⁂", "•••", "• • •", "#"];

/// Typed dividers become real ones; those that part nothing go.
pub(super) fn smart_dividers(blocks: Vec<Block>) -> Vec<Block> {
    let mut kept: Vec<Block> = Vec::with_capacity(blocks.len());
    for mut block in blocks {
        if let BlockKind::Paragraph(text) = &block.kind
            && TYPED.contains(&text.to_plain().trim_ascii())
        {
            block.kind = BlockKind::Divider;
        }
        let after_divider = matches!(kept.last(), Some(b) if b.kind == BlockKind::Divider);
        match &block.kind {
            BlockKind::Divider => {
                let parts = kept.last().is_some_and(|b| !parts_by_itself(&b.kind));
                if parts {
                    kept.push(block);
                }
            }
            kind => {
                if after_divider && parts_by_itself(kind) {
                    kept.pop();
                }
                kept.push(block);
            }
        }
    }
    if matches!(kept.last(), Some(b) if b.kind == BlockKind::Divider) {
        kept.pop();
    }
    kept
}

fn parts_by_itself(kind: &BlockKind) -> bool {
    matches!(kind, BlockKind::Divider | BlockKind::Heading { .. } | BlockKind::LivePost(_))
}
