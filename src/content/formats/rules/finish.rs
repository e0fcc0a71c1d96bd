//! What an article by rules becomes at last, when its body is read.

use super::{Task, repeats};
use crate::content::formats::{dates, newsroom};
use crate::content::html;
use crate::content::json::Json;
use crate::content::model::{Article, Block, BlockKind};
use crate::content::plain;
use crate::date::Date;

/// Stands for a headline until the body is read.
const UNTITLED: &str = "\u{b7}";

/// Finishes an article with what else stands in `whole`, from which it was read. An error says what it lacks to be one.
pub(super) fn article(article: &mut Article, whole: &Json, task: &Task) -> Result<(), String> {
    let text = |name| match whole.get(name) {
        Some(Json::Text(text)) => Some(text.as_str()),
        _ => None,
    };
    if article.body.is_empty() {
        article.body = task.edited(&["body", "content", "lexical"]);
    }
    let wrong = article.headline.is_empty() && whole.get("headline").is_some();
    if wrong || article.headline == UNTITLED {
        let title = repeats::headline_of(&article.body);
        let title = title.or_else(|| text("spare").map(plain::decode_entities));
        article.headline = title.ok_or_else(|| text("lacks").unwrap_or_default().to_owned())?;
    }
    if whole.get("titled").is_some() {
        repeats::drop_title(article);
    }
    if whole.get("excerpt").is_some() {
        article.description = repeats::standfirst(article.description.take(), &article.body);
    }
    // A picture in HTML is better than a small one beside it.
    let spare = whole.get("image").is_none_or(|image| image.get("spare").is_some());
    if let Some(html) = text("figure").filter(|_| spare) {
        for block in html::blocks(html, task.base) {
            if let BlockKind::Image(image) = block.kind {
                article.image = vec![*image];
                break;
            }
        }
    }
    if let Some(once) = text("once") {
        repeats::lead_once(article, once == "top");
    }
    understand(&mut article.date_published);
    understand(&mut article.date_modified);
    for other in &mut article.related {
        understand(&mut other.date_published);
    }
    Ok(())
}

/// Reads a date that is not of ISO 8601.
#[inline(never)]
fn understand(date: &mut Option<Date>) {
    if let Some(date) = date
        && date.moment.is_none()
    {
        date.moment = dates::moment(&date.written);
    }
}

impl Task<'_> {
    /// The body of an editor that is known, in one of some members; "" is the whole.
    #[inline(never)]
    pub(in super::super) fn edited(&self, names: &[&str]) -> Vec<Block> {
        let node = self.document.root(self.json);
        let before = self.document.faults();
        let mut body = Vec::new();
        for name in names {
            if body.is_empty() {
                let inside = if name.is_empty() { node } else { node.get(name) };
                body = newsroom::blocks(&inside).unwrap_or_default();
            }
        }
        self.document.place(before, self.path);
        body
    }
}
