//! schema.org as JSON-LD: NewsArticle and its kin.

use crate::content::model::Article;
use crate::content::read::Node;

/// Reads an article. An error says what the document lacks to be one.
pub(super) fn article(_node: &Node) -> Result<Article, String> {
    Err("not read yet".to_owned())
}
