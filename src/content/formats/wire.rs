//! What the formats of the news industry write in the same way.

use super::canonical;
use crate::content::json::Json;
use crate::content::model::{Block, BlockKind, Image, Person, Rendition};
use crate::content::plain;
use crate::content::read::Node;
use crate::policy::SafeUrl;
use crate::text::split_once;

/// The first of several members that is there; else nothing.
#[inline(never)]
pub(super) fn first<'b>(node: &'b Node<'b>, names: &[&'b str]) -> Node<'b> {
    let mut found = node.get("");
    for name in names {
        found = node.get(name);
        if !found.is_missing() {
            break;
        }
    }
    found
}

/// Somebody of whom only the name is known.
pub(super) fn person(name: String) -> Person {
    Person { name, url: None, image: None, job_title: None, email: None, telephone: None }
}

/// The names that a byline gives, without the word before them.
pub(super) fn byline(text: &str) -> String {
    const BEFORE: &[&str] = &["By ", "BY ", "Von ", "VON ", "Av ", "Af ", "Par ", "Por ", "Door "];
    let text = text.trim_ascii();
    let names = BEFORE.iter().find_map(|word| text.strip_prefix(word)).unwrap_or(text);
    names.trim_ascii().to_owned()
}

/// Plain text whose paragraphs are parted by single line ends gets empty lines between them, unless it has some.
pub(super) fn parted(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let blank = text.trim_ascii().lines().any(|line| line.trim_ascii().is_empty());
    for line in text.lines() {
        out.push_str(line);
        out.push_str(if blank { "\n" } else { "\n\n" });
    }
    out
}

/// The paragraphs of a plain text. Empty lines part them, or single line ends where there are none.
pub(super) fn paragraphs(text: &str) -> Vec<Block> {
    canonical::paragraphs(&parted(text), Some("text/plain"), "")
}

/// A line that should be plain text and is HTML, as plain text.
#[inline(never)]
pub(super) fn untagged(line: String) -> String {
    if plain::looks_like_html(&line) { crate::content::html::line(&line) } else { line }
}

/// The text of the first element of a tag in HTML.
pub(super) fn tagged(html: &str, start: &str, end: &str) -> Option<String> {
    let (_, from) = split_once(html, start)?;
    let (_, inside) = from.split_once('>')?;
    let (text, _) = split_once(inside, end)?;
    let line = crate::content::html::line(text);
    (!line.is_empty()).then_some(line)
}

/// One size of a picture; 0 where a measure is not known.
pub(super) struct Size {
    pub(super) url: SafeUrl,
    pub(super) width: u32,
    pub(super) height: u32,
}

/// A picture from its sizes: the largest, with those that are not cropped in another way.
pub(super) fn picture(sizes: Vec<Size>) -> Option<Image> {
    let mut largest = sizes.first()?;
    for size in &sizes {
        if size.width > largest.width {
            largest = size;
        }
    }
    let mut image = Image::at(largest.url.clone());
    image.width = (largest.width > 0).then_some(largest.width);
    image.height = (largest.height > 0).then_some(largest.height);
    for size in &sizes {
        let known = image.srcset.iter().any(|known| known.width == size.width);
        if size.width > 0 && !known && alike(size, largest) {
            image.srcset.push(Rendition { url: size.url.clone(), width: size.width });
        }
    }
    if image.srcset.len() < 2 {
        image.srcset.clear();
    }
    Some(image)
}

/// Whether two sizes have the same shape, by a pixel or two of the smaller one.
fn alike(size: &Size, largest: &Size) -> bool {
    let whole = u64::from(size.width) * u64::from(largest.height);
    let own = u64::from(size.height) * u64::from(largest.width);
    size.height == 0 || largest.height == 0 || whole.abs_diff(own) <= 2 * u64::from(largest.width)
}

/// More named things than this are not looked through.
const MOST_CHILDREN: usize = 100;

/// The items of a list, or the members of an object that stands instead of one.
pub(super) fn children<'b>(node: &'b Node<'_>) -> Vec<Node<'b>> {
    let mut children = match node.value() {
        Json::Object(members) => {
            members.iter().take(MOST_CHILDREN).map(|(name, _)| node.get(name)).collect()
        }
        _ => node.items(),
    };
    children.truncate(MOST_CHILDREN);
    children
}
