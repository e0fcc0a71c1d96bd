//! IPTC ninjs, 1.x, 2.x and 3.x: the JSON of news agencies.
//!
//! 1.x names things by their kind (`body_xhtml`, `associations` by name), 2.x in lower case and 3.x in camel case
//! keep lists with roles. Vendors mix them, so each member is looked for in every dialect.

mod bodies;
mod pictures;

use super::wire::{byline, drop_title, first, person, tagged};
use crate::content::model::{Article, Keyword, Organization, Person};
use crate::content::plain;
use crate::content::read::Node;

/// Reads an article. An error says what the document lacks to be one.
pub(super) fn article(node: &Node) -> Result<Article, String> {
    if !node.is_object() {
        return Err("a ninjs item is a JSON object; this is not one".to_owned());
    }
    published(node)?;
    let kind = node.get("type").text().unwrap_or_default();
    let (html, mut body) = bodies::body(node);
    let mut article = Article { headline: headline(node, &html), ..Article::default() };
    drop_title(&mut body, &article.headline);
    article.body = body;
    article.description = description(node);
    if pictures::MEDIA.contains(&kind.as_str()) {
        pictures::own(node, &mut article);
        if article.body.is_empty()
            && article.image.is_empty()
            && article.video.is_none()
            && article.audio.is_none()
        {
            return Err(
                ["this ninjs item is of the type ", &kind, ", without anything to show"].concat()
            );
        }
    } else if !matches!(kind.as_str(), "" | "text" | "composite") && article.body.is_empty() {
        return Err(["this ninjs item is of the type ", &kind, ", not an article"].concat());
    }
    if article.headline.is_empty() && article.body.is_empty() {
        return Err("neither a headline nor a body in this ninjs item".to_owned());
    }
    if article.image.is_empty() {
        article.image.extend(pictures::lead(node));
    }
    article.author = authors(node);
    article.date_published = first(
        node,
        &[
            "firstpublished",
            "firstPublished",
            "firstcreated",
            "firstCreated",
            "versioncreated",
            "versionCreated",
        ],
    )
    .date();
    article.date_modified = first(node, &["versioncreated", "versionCreated"]).date();
    article.article_section = first(node, &["genres", "genre"]).list(label);
    article.keywords = first(node, &["subjects", "subject"]).list(keyword);
    article.keywords.extend(node.get("keywords").list(keyword));
    node.put_text("language", &mut article.in_language);
    article.copyright_notice = first(node, &["copyrightnotice", "copyrightNotice"]).decoded();
    let holder = first(node, &["copyrightholder", "copyrightHolder"]).name();
    article.publisher = holder.map(|name| Organization { name, url: None, logo: None });
    let address = |name| {
        let node = node.get(name);
        let is_one = node.text().is_some_and(|uri| uri.starts_with("http"));
        if is_one { node.link() } else { None }
    };
    article.url = ["uri", "guid", "url"].into_iter().find_map(address);
    Ok(article)
}

/// What may not be shown is no article: withheld, canceled, or not yet free.
fn published(node: &Node) -> Result<(), String> {
    let status = first(node, &["pubstatus", "pubStatus"]).text().unwrap_or_default();
    if status.eq_ignore_ascii_case("withheld") {
        return Err("the agency has withheld this article".to_owned());
    }
    if status.eq_ignore_ascii_case("canceled") || status.eq_ignore_ascii_case("cancelled") {
        return Err("the agency has canceled this article".to_owned());
    }
    // There is no clock here. A version made after the embargo's end shows that it is over.
    let embargo = first(node, &["embargoed", "embargoedUntil", "embargoeduntil"]);
    let (Some(until), version) =
        (embargo.text(), first(node, &["versioncreated", "versionCreated"]).date())
    else {
        return Ok(());
    };
    let over = match (embargo.date().and_then(|date| date.epoch_ms()), version) {
        (Some(end), Some(version)) => version.epoch_ms().is_some_and(|made| made >= end),
        _ => false,
    };
    if over { Ok(()) } else { Err(["the article is embargoed until ", &until].concat()) }
}

/// The headline, or what stands for one.
fn headline(node: &Node, html: &str) -> String {
    let own = first(node, &["headline", "title"]).decoded();
    own.or_else(|| role(&node.get("headlines"), &["main"], |value| value.decoded()))
        .or_else(|| tagged(html, "<h1", "</h1"))
        .or_else(|| tagged(html, "<title", "</title"))
        .unwrap_or_default()
}

fn description(node: &Node) -> Option<String> {
    let plain = node.get("description_text").decoded();
    plain
        .or_else(|| first(node, &["description_html", "description_xhtml"]).html_line())
        .or_else(|| role(&node.get("descriptions"), &["lead", "summary", "text"], line))
}

/// The value of the item of a list that has one of some roles, in the order of the roles; else of the first item.
fn role(list: &Node, roles: &[&str], read: fn(&Node) -> Option<String>) -> Option<String> {
    let items = list.items();
    let is =
        |item: &&Node, wanted: &str| item.get("role").text().is_some_and(|role| role == wanted);
    let found = roles.iter().find_map(|wanted| items.iter().find(|item| is(item, wanted)));
    read(&found.or(items.first())?.get("value"))
}

/// A line that may be HTML.
fn line(value: &Node) -> Option<String> {
    let text = value.verbatim()?;
    if plain::looks_like_html(&text) { value.html_line() } else { value.decoded() }
}

/// Who wrote it. Photographers stand at their pictures.
fn authors(node: &Node) -> Vec<Person> {
    let named = node.get("authors").list(|author| {
        let role = author.get("role").text().unwrap_or_default();
        if role == "photographer" { None } else { label(author).map(person) }
    });
    if !named.is_empty() {
        return named;
    }
    let by = first(node, &["byline", "by"]);
    if let Some(line) = by.name().map(|line| byline(&line)).filter(|line| !line.is_empty()) {
        return vec![person(line)];
    }
    node.get("people").list(|somebody| {
        let made = somebody.get("rel").text().is_some_and(|rel| rel == "creator");
        if made { label(somebody).map(person) } else { None }
    })
}

/// A name by itself or in an object.
fn label(node: &Node) -> Option<String> {
    if node.is_object() { node.get("name").name() } else { node.name() }
}

fn keyword(node: &Node) -> Option<Keyword> {
    label(node).map(|name| Keyword { name, url: None })
}
