//! Ordered, pure passes that prepare the blocks of an article for the page.
//!
//! Order matters and stands in one list, [`PASSES`]:
//! 1. dividers first, so that none is left between two pictures that should stand side by side;
//! 2. pairs, before anchors number the pictures;
//! 3. heading levels, before anything that looks at headings;
//! 4. anchors last: they name what is really shown.

mod anchors;
mod dividers;
mod headings;
mod pairs;

use crate::content::model::{Article, Block};

/// One pass over the blocks of the body.
pub type Pass = fn(Vec<Block>) -> Vec<Block>;

/// The passes in their order.
pub const PASSES: &[(&str, Pass)] = &[
    ("dividers", dividers::smart_dividers),
    ("pairs", pairs::pair_images),
    ("headings", headings::levels_without_skips),
    ("anchors", anchors::anchors),
];

/// The article with its body prepared.
pub fn enhance(mut article: Article) -> Article {
    article.body = PASSES.iter().fold(article.body, |blocks, (_, pass)| pass(blocks));
    article
}
