//! The Guardian's Content API: the `content` of an answer, or one of its `results`.
//!
//! What is there depends on what was asked for: `show-fields`, `show-tags`, `show-elements`, `show-blocks`.

mod live;
mod pictures;

use super::wire::person;
use crate::content::model::{Article, Keyword, Organization, Person};
use crate::content::read::Node;
use crate::policy::SafeUrl;
use crate::text::last;

/// Reads an article. An error says what the document lacks to be one.
pub(super) fn article(node: &Node) -> Result<Article, String> {
    let fields = node.get("fields");
    let title = fields.get("headline").decoded().or_else(|| web_title(node));
    let Some(headline) = title else {
        return Err("neither \"webTitle\" nor \"fields.headline\": this is no content of the Guardian's API".to_owned());
    };
    let mut article = Article { headline, ..Article::default() };
    let standfirst = fields.get("standfirst").html_line();
    article.description = standfirst.or_else(|| fields.get("trailText").html_line());
    let blocks = node.get("blocks");
    article.body = live::body(&fields, &blocks.get("body"));
    article.image.extend(pictures::lead(node));
    something_to_read(node, &article)?;
    let tags = node.get("tags");
    article.author = tags.list(contributor);
    if article.author.is_empty() {
        article.author.extend(fields.get("byline").name().map(person));
    }
    article.keywords = tags.list(keyword);
    node.put_date("webPublicationDate", &mut article.date_published);
    if article.date_published.is_none() {
        fields.put_date("firstPublicationDate", &mut article.date_published);
    }
    fields.put_date("lastModified", &mut article.date_modified);
    if article.date_modified.is_none() {
        article.date_modified = live::last_modified(&blocks.get("body"));
    }
    article.article_section = node.get("sectionName").list(|name| name.decoded());
    fields.put_text("lang", &mut article.in_language);
    node.put_link("webUrl", &mut article.url);
    let publisher = fields.get("publication").name();
    article.publisher = publisher.map(|name| Organization { name, url: None, logo: None });
    if !fields.get("membershipAccess").is_missing() {
        article.is_accessible_for_free = Some(false);
    }
    if fields.is_set("commentable") {
        let page = article.url.as_ref().map(|url| [url.as_str(), "#comments"].concat());
        article.discussion_url = page.and_then(|page| SafeUrl::link(&page, ""));
    }
    Ok(article)
}

/// A crossword is nothing to read here; a film or a gallery is if there is at least a text to it.
fn something_to_read(node: &Node, article: &Article) -> Result<(), String> {
    let kind = node.get("type").text().unwrap_or_default();
    let empty = article.body.is_empty() && article.description.is_none();
    match kind.as_str() {
        "" | "article" | "liveblog" => Ok(()),
        "crossword" => Err("this is a crossword, not an article".to_owned()),
        _ if empty => Err(["this is of the type ", &kind, ", without a text"].concat()),
        _ => Ok(()),
    }
}

/// The title of the page, which ends in the byline: "Headline | Name".
fn web_title(node: &Node) -> Option<String> {
    let title = node.get("webTitle").decoded()?;
    let bar = last(&title, b'|').and_then(|at| title.get(..at)?.strip_suffix(' '));
    Some(bar.map_or_else(|| title.clone(), str::to_owned))
}

fn contributor(tag: &Node) -> Option<Person> {
    let mut author = person(of_type(tag, "contributor")?);
    tag.put_link("webUrl", &mut author.url);
    tag.put_resource("bylineImageUrl", &mut author.image);
    Some(author)
}

fn keyword(tag: &Node) -> Option<Keyword> {
    let mut keyword = Keyword { name: of_type(tag, "keyword")?, url: None };
    tag.put_link("webUrl", &mut keyword.url);
    Some(keyword)
}

/// The name of a tag of a type.
fn of_type(tag: &Node, kind: &str) -> Option<String> {
    let is_one = tag.get("type").text().is_some_and(|own| own == kind);
    if is_one { tag.get("webTitle").name() } else { None }
}
