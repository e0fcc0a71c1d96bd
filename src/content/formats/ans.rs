//! Arc's ANS: a story with its content elements.
//!
//! `""` means missing there. Names, addresses and notes of the staff stand beside what is for readers, so nothing is
//! shown that is not named here.

mod elements;
mod leaf;
mod media;

use super::wire::{byline, first, person, untagged};
use crate::content::model::{Article, BlockKind, Correction, CorrectionKind, Keyword, Person};
use crate::content::read::Node;

/// Reads an article. An error says what the document lacks to be one.
pub(super) fn article(node: &Node) -> Result<Article, String> {
    may_be_shown(node)?;
    let headline = node.get("headlines").get("basic").decoded();
    let body = elements::blocks(node);
    if headline.is_none() && body.is_empty() {
        return Err(
            "neither \"headlines.basic\" nor \"content_elements\": this is no story of Arc's"
                .to_owned(),
        );
    }
    let headline = untagged(headline.unwrap_or_default());
    let mut article = Article { headline, body, ..Article::default() };
    let below = |member| node.get(member).get("basic").html_line();
    article.description = below("subheadlines").or_else(|| below("description"));
    let label = node.get("label");
    let kicker = label.get("basic");
    if kicker.get("display").flag() != Some(false) {
        kicker.put_decoded("text", &mut article.alternative_headline);
    }
    article.author = node.get("credits").get("by").list(author);
    article.date_published =
        first(node, &["first_publish_date", "display_date", "publish_date"]).date();
    node.put_date("last_updated_date", &mut article.date_modified);
    let taxonomy = node.get("taxonomy");
    let section = first(&taxonomy, &["primary_section", "primary_site"]);
    article.article_section.extend(section.get("name").decoded());
    article.keywords = taxonomy.get("tags").list(keyword);
    node.put_text("language", &mut article.in_language);
    article.url = first(node, &["canonical_url", "website_url"]).link();
    node.put_decoded("copyright", &mut article.copyright_notice);
    article.correction = node.get("corrections").list(correction);
    if node.get("comments").get("allow_comments").flag() == Some(false) {
        article.comments_closed = Some(true);
    }
    let code = node.get("content_restrictions").get("content_code").text().unwrap_or_default();
    if PAID.iter().any(|paid| paid.eq_ignore_ascii_case(&code)) {
        article.is_accessible_for_free = Some(false);
    }
    media::lead(node, &mut article);
    drop_lead(&mut article);
    Ok(article)
}

/// The codes of stories that are not for everybody. Publishers choose their own; these are the usual ones.
const PAID: &[&str] = &["paid", "premium", "red", "subscriber", "subscribers"];

/// A story under an embargo, or one that has moved away, is no article.
fn may_be_shown(node: &Node) -> Result<(), String> {
    if !node.is_object() {
        return Err("a story of Arc's is a JSON object; this is not one".to_owned());
    }
    if node.get("content_restrictions").get("embargo").get("active").flag() == Some(true) {
        return Err("the story is embargoed".to_owned());
    }
    if node.get("type").text().is_some_and(|kind| kind == "redirect") {
        let to = node.get("redirect_url").text().unwrap_or_default();
        return Err(["the story has moved to ", &to].concat());
    }
    Ok(())
}

/// Somebody by name. A reference that was not filled in has none.
fn author(node: &Node) -> Option<Person> {
    let name = first(node, &["name", "byline"]).name()?;
    let mut author = person(byline(&name));
    node.put_link("url", &mut author.url);
    node.get("image").put_resource("url", &mut author.image);
    Some(author)
}

fn keyword(node: &Node) -> Option<Keyword> {
    let name = first(node, &["text", "name", "slug"]).name()?;
    Some(Keyword { name, url: None })
}

/// A correction, at the story or among its elements.
fn correction(node: &Node) -> Option<Correction> {
    let kind = match node.get("correction_type").text().as_deref() {
        Some("clarification") => Some(CorrectionKind::Clarification),
        Some("update") => Some(CorrectionKind::Update),
        Some("correction") => Some(CorrectionKind::Correction),
        _ => None,
    };
    Some(Correction { kind, date: None, text: node.get("text").html_line()? })
}

/// Many stories begin with the picture that leads them anyway.
fn drop_lead(article: &mut Article) {
    let lead = article.image.first().map(|image| &image.url);
    let repeats = article.body.first().is_some_and(|block| match &block.kind {
        BlockKind::Image(image) => Some(&image.url) == lead,
        _ => false,
    });
    if repeats {
        article.body.remove(0);
    }
}
