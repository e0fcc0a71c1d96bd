//! Bodies that editors keep as JSON: Lexical (Ghost's Koenig), Portable Text, Editor.js, Contentful's rich text, ProseMirror.

use crate::content::model::Block;
use crate::content::read::Node;

/// The blocks of a body, where it is one of an editor that is known.
pub(super) fn blocks(_node: &Node) -> Option<Vec<Block>> {
    None
}
