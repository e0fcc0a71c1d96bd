//! What stands around a list of comments, and what a document says that is none.

use super::{Dialect, Page};
use crate::content::formats::Unreadable;
use crate::content::json::{Json, decimal};
use crate::content::read::Node;
use crate::policy::SafeUrl;
use crate::text::{digits, first_of};

/// What stands around the list, without the comments.
pub(super) fn around(root: &Node, dialect: Dialect) -> Page {
    let shape = dialect.shape();
    let inner = root.get(shape.way.first().copied().unwrap_or_default());
    let beside = if shape.way.len() > 1 { &inner } else { root };
    let mut page = Page { closed: beside.is_set(shape.closed), ..Page::default() };
    beside.put_count(shape.total, &mut page.total);
    match dialect {
        Dialect::Canonical => root.put_resource("next", &mut page.next),
        Dialect::Guardian => {
            let count = |member| root.get(member).count().unwrap_or_default();
            let at = count("currentPage");
            if at > 0 && at < count("pages") {
                page.next = SafeUrl::resource(&with_page(root.base(), at + 1), "");
            }
        }
        _ => {}
    }
    page
}

impl Page {
    /// What the headers of an answer from `base` say of further pages, where the document says nothing: `Link`, and
    /// the total of WordPress.
    pub fn go_on(&mut self, link: Option<&str>, total: Option<&str>, base: &str) {
        if self.next.is_none() {
            let next = link.and_then(next_of);
            self.next = next.and_then(|next| SafeUrl::resource(next, base));
        }
        if self.total.is_none() {
            let total = total.and_then(|total| decimal(total.trim_ascii()));
            self.total = total.filter(|total| *total >= 0.0).map(|total| total as u32);
        }
    }
}

/// The address of the relation `next` in a header `Link` (RFC 8288).
fn next_of(links: &str) -> Option<&str> {
    let mut rest = links;
    loop {
        let (_, after) = rest.split_once('<')?;
        let (target, after) = after.split_once('>')?;
        rest = after;
        // Its parameters, up to the comma before another.
        loop {
            let (parameter, more) = rest.split_at_checked(parameter_end(rest))?;
            if is_next(parameter) {
                return Some(target);
            }
            rest = more.get(1..).unwrap_or_default();
            if !more.starts_with(';') {
                break;
            }
        }
    }
}

fn parameter_end(text: &str) -> usize {
    let mut quoted = false;
    let ends = |byte: u8| {
        quoted ^= byte == b'"';
        !quoted && matches!(byte, b',' | b';')
    };
    text.bytes().position(ends).unwrap_or(text.len())
}

fn is_next(parameter: &str) -> bool {
    parameter.split_once('=').is_some_and(|(name, value)| {
        let mut relations = value.trim_ascii().trim_matches('"').split(' ');
        name.trim_ascii().eq_ignore_ascii_case("rel")
            && relations.any(|relation| relation.eq_ignore_ascii_case("next"))
    })
}

/// An address with another number in its parameter `page`.
fn with_page(address: &str, number: u32) -> String {
    let address = address.get(..first_of(address, b"#")).unwrap_or_default();
    let (path, query) = address.split_once('?').unwrap_or((address, ""));
    let mut out = [path, "?page=", &digits(number)].concat();
    for part in query.split('&').filter(|part| !part.is_empty() && !part.starts_with("page=")) {
        out.push('&');
        out.push_str(part);
    }
    out
}

/// Whether a document without a list says that there are no comments: what should be the list is nothing, or a post
/// that nobody has answered.
pub(super) fn is_empty(page: &Json, only: Option<Dialect>) -> bool {
    let nothing = |json: &Json| match json {
        Json::Null => true,
        Json::Text(text) => text.trim_ascii().is_empty(),
        _ => false,
    };
    let list = Dialect::find(only, |shape| {
        let Some((last, way)) = shape.way.split_last() else { return false };
        let around = way.iter().try_fold(page, |json, name| json.get(name));
        around.and_then(|json| json.get(last)).is_some_and(nothing)
    });
    let post = page.get("thread").and_then(|thread| thread.get("post"));
    let post = post.is_some_and(|post| matches!(post, Json::Object(_)));
    list.is_some() || post && only.is_none_or(|only| only == Dialect::Bluesky)
}

/// Longer names of members, in bytes, are not told, nor more of them.
const LONGEST: usize = 40;
const MOST: usize = 8;

/// Why a document is no comments: what it says itself where it is an error, else what was looked for and what is
/// there.
pub(super) fn refused(json: &Json, only: Option<Dialect>) -> Unreadable {
    for member in ["message", "error"] {
        if let Some(Json::Text(message)) = json.get(member) {
            let code = match json.get(if member == "message" { "code" } else { "" }) {
                Some(Json::Text(code)) => [code, ": "].concat(),
                _ => String::new(),
            };
            return Unreadable::Schema([&code, message.as_str()].concat());
        }
    }
    let mut line = String::from("comments are a list");
    for (word, dialect) in Dialect::WORDS {
        let way = dialect.shape().way;
        if way.is_empty() || only.is_some_and(|only| only != *dialect) {
            continue;
        }
        line.push_str(", or an object with a list \"");
        line.push_str(&way.join("."));
        line.push_str("\" (");
        line.push_str(word);
        line.push(')');
    }
    line.push_str("; this is neither");
    if let Json::Object(members) = json {
        line.push_str(", but has");
        let short = members.iter().filter(|(name, _)| name.len() <= LONGEST).take(MOST);
        let mut mark = " \"";
        for (name, _) in short {
            line.push_str(mark);
            line.push_str(name);
            mark = "\", \"";
        }
        line.push_str(if mark == " \"" { " no members" } else { "\"" });
    }
    Unreadable::Schema(line)
}
