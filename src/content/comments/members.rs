//! The members of a comment, whatever they are called.

use super::author::{author, name};
use super::read::MARK;
use crate::content::json::Json;
use crate::content::model::{Badge, Comment, CommentAuthor, CommentState};
use crate::content::read::{Document, Node};
use crate::date::{Date, civil};
use crate::policy::SafeUrl;
use crate::text::{digits, last};

/// What a member is.
#[derive(Clone, Copy)]
pub(super) enum Field {
    Id,
    Parent,
    /// The comment that is answered; 0 for none.
    ParentOrNought,
    /// An object that names the comment that is answered, by this member.
    Answered(&'static str),
    Text,
    Html,
    /// An object with HTML.
    Rendered,
    Language,
    Author,
    /// The author, by other names.
    Person(&'static Names),
    /// The author's name alone.
    Name,
    /// The author's page alone.
    Profile,
    /// The author's picture alone.
    Portrait,
    /// The author's picture in several sizes.
    Portraits,
    Created,
    /// When it was written, in UTC, without saying so.
    Utc,
    /// When it was written, in a zone that is not said: where nothing better is there.
    Local,
    /// When it was written, in seconds since 1970.
    Seconds,
    Modified,
    /// When it was changed, in seconds since 1970.
    ModifiedSeconds,
    Up,
    Down,
    State,
    /// One of some words or numbers that stand for a state; others stand for none.
    Word(&'static [(&'static str, CommentState)]),
    /// True: there is no more than its id.
    Gone,
    Pinned,
    Url,
    /// A post of Bluesky, with all that is said of it.
    Post,
}

/// What an author's members are called.
pub(super) struct Names {
    pub name: &'static [&'static str],
    pub url: &'static str,
    pub image: &'static [&'static str],
}

/// Reads a member. A text is moved, not copied. Of a repeated member the last counts.
pub(super) fn read(comment: &mut Comment, field: Field, json: &mut Json, document: &Document) {
    match field {
        Field::Id => comment.id = id(json, document).unwrap_or_default(),
        Field::Parent => comment.parent_item = id(json, document),
        Field::ParentOrNought => {
            comment.parent_item = id(json, document).filter(|id| id != "0");
        }
        Field::Text => comment.text = text(json, document),
        Field::Html => comment.html = text(json, document),
        Field::Language => comment.in_language = text(json, document),
        _ => from_node(comment, field, &document.root(json)),
    }
}

fn from_node(comment: &mut Comment, field: Field, node: &Node) {
    match field {
        Field::Answered(member) => comment.parent_item = node.get(member).text().and_then(bare),
        Field::Rendered => comment.html = node.get("rendered").text(),
        Field::Author => comment.author = author(node),
        Field::Person(names) => comment.author = person(node, names),
        Field::Name => {
            if let Some(name) = name(node) {
                whose(comment).name = name;
            }
        }
        Field::Profile => whose(comment).url = node.link(),
        Field::Portrait => whose(comment).image = node.resource(),
        Field::Portraits => whose(comment).image = first(node, &["96", "48", "24"]).resource(),
        Field::Created => comment.date_created = node.date(),
        Field::Utc => comment.date_created = utc(node).or(comment.date_created.take()),
        Field::Local if comment.date_created.is_none() => comment.date_created = node.date(),
        Field::Seconds => comment.date_created = node.number().and_then(moment),
        Field::Modified => comment.date_modified = node.date(),
        Field::ModifiedSeconds => comment.date_modified = node.number().and_then(moment),
        Field::Up => comment.upvote_count = node.count(),
        Field::Down => comment.downvote_count = node.count(),
        Field::State => comment.state = node.word(),
        Field::Word(words) => {
            let word = node.text().unwrap_or_default();
            comment.state = words.iter().find(|(own, _)| *own == word).map(|(_, state)| *state);
        }
        Field::Gone if node.flag() == Some(true) => comment.state = Some(CommentState::Deleted),
        Field::Pinned => comment.pinned = node.flag().unwrap_or(false),
        Field::Url => comment.url = node.link(),
        Field::Post => post(comment, node),
        _ => {}
    }
}

/// The author of a comment, whose members come one by one. Without a name there is none in the end.
fn whose(comment: &mut Comment) -> &mut CommentAuthor {
    comment.author.get_or_insert_with(nobody)
}

fn nobody() -> CommentAuthor {
    CommentAuthor { name: String::new(), url: None, image: None, badge: None }
}

/// The first of some members that has something.
fn first<'b>(node: &'b Node, members: &[&'static str]) -> Node<'b> {
    let found = members.iter().find(|member| !node.get(member).is_missing());
    node.get(found.copied().unwrap_or_default())
}

fn person(node: &Node, names: &Names) -> Option<CommentAuthor> {
    node.object()?;
    let called = names.name.iter().find_map(|member| name(&node.get(member)));
    let mut author = CommentAuthor { name: called?, ..nobody() };
    node.put_link(names.url, &mut author.url);
    author.image = first(node, names.image).resource();
    for badge in node.get("badge").items() {
        author.badge = match badge.get("name").text().as_deref() {
            Some("Staff") => Some(Badge::Staff),
            Some("Contributor") => Some(Badge::Contributor),
            _ => author.badge,
        };
    }
    Some(author)
}

/// What a post says stands in its record, whose it is and how it is liked beside it. Its pages are known by the
/// name of the author and the last part of its id.
fn post(comment: &mut Comment, node: &Node) {
    let (record, author) = (node.get("record"), node.get("author"));
    comment.id = node.get("uri").text().and_then(bare).unwrap_or_default();
    comment.text = record.get("text").text();
    comment.date_created = record.get("createdAt").date();
    comment.in_language = record.get("langs").items().first().and_then(Node::text);
    comment.upvote_count = node.get("likeCount").count();
    const NAMES: Names = Names { name: &["displayName", "handle"], url: "", image: &["avatar"] };
    comment.author = person(&author, &NAMES);
    // A handle that does not lead to its account is written so.
    let handle = author.get("handle").text().filter(|handle| handle != "handle.invalid");
    let Some(handle) = handle.or_else(|| author.get("did").text()) else { return };
    let profile = ["https://bsky.app/profile/", &handle].concat();
    if let Some(at) = last(&comment.id, b'/') {
        let key = comment.id.get(at..).unwrap_or_default();
        comment.url = SafeUrl::link(&[&profile, "/post", key].concat(), "");
    }
    if let Some(author) = &mut comment.author {
        author.url = SafeUrl::link(&profile, "");
    }
}

/// A date that is in UTC, whether it says so or not.
fn utc(node: &Node) -> Option<Date> {
    let text = node.text()?;
    let date = Date::new(&[&text, "Z"].concat());
    if date.moment.is_some() { Some(date) } else { node.date() }
}

/// A moment by the seconds since 1970, in the years that are written with four digits.
fn moment(seconds: f64) -> Option<Date> {
    let seconds = (0.0..253_402_300_800.0).contains(&seconds).then_some(seconds as i64)?;
    let (year, month, day) = civil(seconds / 86_400);
    let mut written = String::new();
    for (part, mark) in [
        (year, '-'),
        (month, '-'),
        (day, 'T'),
        (seconds / 3600 % 24, ':'),
        (seconds / 60 % 60, ':'),
        (seconds % 60, 'Z'),
    ] {
        if part < 10 {
            written.push('0');
        }
        written.push_str(&digits(part as u32));
        written.push(mark);
    }
    Some(Date::new(&written))
}

/// The id of a comment, as text; a number counts as written.
fn id(json: &mut Json, document: &Document) -> Option<String> {
    bare(text(json, document)?)
}

/// An id without what begins our own.
fn bare(id: String) -> Option<String> {
    let bare = id.trim_matches(|c| c <= ' ' || c == MARK);
    let id = if bare.len() == id.len() { id } else { bare.to_owned() };
    Some(id).filter(|id| !id.is_empty())
}

/// Plain text, trimmed, moved out of the JSON.
#[inline(never)]
fn text(json: &mut Json, document: &Document) -> Option<String> {
    let Json::Text(text) = json else { return document.root(json).text() };
    let mut text = std::mem::take(text);
    text.truncate(text.trim_ascii_end().len());
    let before = text.len() - text.trim_ascii_start().len();
    text.drain(..before);
    Some(text).filter(|text| !text.is_empty())
}
