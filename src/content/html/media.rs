//! Pictures, films, recordings and frames.

use super::build::Builder;
use super::figure::role;
use crate::content::json::Json;
use crate::policy::{Attribute as A, Classes, Node, SafeUrl, Tag};
use crate::text::{digits, first_of, last, lists};

/// Where the address of a picture may stand: scripts that load pictures later keep the real one for themselves.
const SOURCES: &[A] = &[A::Lazy, A::LazySource, A::Original, A::Source];
const WIDTHS: &[A] = &[A::LazyWidths, A::LazySourceWidths, A::Widths];
const SIZE: &[(A, &str)] = &[(A::Width, "width"), (A::Height, "height")];

/// A picture as a block; one that stands for a character as that.
pub(super) fn picture(builder: &mut Builder, at: usize) -> Option<usize> {
    let node = builder.nodes.get(at)?;
    let end = node.end();
    let img = match node.tag() {
        Tag::Image => at,
        _ => builder.find(at, &|node| node.tag() == Tag::Image).unwrap_or(at),
    };
    let inside = builder.all_of(at);
    if !inside.iter().all(|node| is_picture(node) || is_blank(node)) {
        // One that was never closed holds the rest of the text.
        return Some(at + 1);
    }
    let node = builder.nodes.get(img)?;
    // One of the size of a character.
    let small = |size| node.number(size).is_some_and(|n| n <= 24);
    let character =
        is_point(node) || small(A::Width) && small(A::Height) || node.is(Classes::EMOJI);
    let image = if character { None } else { image(builder, node, inside) };
    let Some(mut image) = image else {
        builder.line.text(node.said(A::Alt));
        return Some(end);
    };
    // A link to the picture itself is what a press shows anyway.
    if let Some(link) = builder.line.link()
        && !is_address_of_picture(link)
    {
        image.say("link", link);
    }
    builder.flush();
    if builder.last_image().is_none_or(|last| url_of(last) != url_of(&image)) {
        builder.push(image);
    }
    Some(end)
}

/// Whether it is a point that counts readers.
#[inline(never)]
fn is_point(node: &Node) -> bool {
    [A::Width, A::Height].iter().any(|size| node.number(*size).is_some_and(|n| n <= 1))
}

fn is_address_of_picture(url: &str) -> bool {
    let path = url.get(..first_of(url, b"?#")).unwrap_or_default();
    let ending = last(path, b'.').and_then(|at| path.get(at + 1..)).unwrap_or_default();
    lists("jpg jpeg png gif webp avif", &ending.to_ascii_lowercase())
}

/// The addresses of a picture by their widths.
#[derive(Default)]
struct Widths {
    srcset: Vec<Json>,
    /// The widest, and how wide.
    largest: Option<SafeUrl>,
    most: u32,
    /// One without a width.
    single: Option<SafeUrl>,
}

impl Widths {
    #[inline(never)]
    fn read(&mut self, node: &Node, base: &str) {
        for widths in WIDTHS {
            if self.srcset.len() > 1 {
                break;
            }
            node.widths(*widths, base, &mut |url, width| {
                if !(1..=65_535).contains(&width) {
                    if self.single.is_none() {
                        self.single = Some(url);
                    }
                    return;
                }
                let mut one = Json::only("url", Json::said(url.as_str()));
                one.say("width", &digits(width));
                self.srcset.push(one);
                if width >= self.most {
                    (self.largest, self.most) = (Some(url), width);
                }
            });
        }
    }
}

/// A picture, with its encodings if it has any.
fn image(builder: &Builder, node: &Node, encodings: &[Node]) -> Option<Json> {
    let mut widths = Widths::default();
    widths.read(node, builder.base);
    for encoding in encodings {
        widths.read(encoding, builder.base);
    }
    let mut image = Json::block("image");
    for source in SOURCES {
        builder.take(node, &mut image, &[(*source, "url")]);
    }
    if !image.has("url") {
        image.say("url", widths.largest.or(widths.single)?.as_str());
    }
    if widths.srcset.len() > 1 {
        image.put("srcset", Json::List(widths.srcset));
    }
    builder.take(node, &mut image, &[(A::Alt, "alt")]);
    builder.take(node, &mut image, SIZE);
    role(node, &mut image);
    Some(image)
}

fn is_picture(node: &Node) -> bool {
    matches!(node.tag(), Tag::Image | Tag::Picture | Tag::Source)
}

fn is_blank(node: &Node) -> bool {
    node.tag() == Tag::Text && node.text().trim_ascii().is_empty()
}

/// Whether what stands for a script that did not run only repeats the picture before it.
pub(super) fn is_repeated(builder: &mut Builder, at: usize) -> bool {
    let inside = builder.all_of(at).get(1..).unwrap_or_default();
    let alone = inside.iter().any(is_picture)
        && inside.iter().all(|node| is_picture(node) || is_blank(node));
    let before = builder.nodes.get(..at).unwrap_or_default().iter();
    let lazy = |node: &Node| SOURCES.iter().take(3).chain(WIDTHS).any(|source| node.has(*source));
    alone
        && before
            .rev()
            .find(|node| !is_blank(node))
            .is_some_and(|node| node.tag() == Tag::Image && lazy(node))
        && builder.last_image().is_some()
}

/// A film or a recording.
pub(super) fn film(builder: &mut Builder, at: usize) -> Option<usize> {
    let node = builder.nodes.get(at)?;
    let end = node.end();
    let kind = if node.tag() == Tag::Audio { "audio" } else { "video" };
    let mut film = Json::block(kind);
    let (mut sources, mut tracks) = (Vec::new(), Vec::new());
    for node in builder.all_of(at) {
        let (list, most) = match node.tag() {
            Tag::Source | Tag::Video | Tag::Audio => (&mut sources, 8),
            Tag::Track => (&mut tracks, 16),
            _ => continue,
        };
        let mut part = Json::nothing();
        builder.take(node, &mut part, &[(A::Source, "src"), (A::Lazy, "src"), (A::Type, "type")]);
        if !part.has("src") || list.len() >= most {
            continue;
        }
        if most > 8 {
            part.say("kind", "subtitles");
            builder.take(
                node,
                &mut part,
                &[(A::Kind, "kind"), (A::TrackLang, "lang"), (A::Label, "label")],
            );
        }
        list.push(part);
    }
    if sources.is_empty() {
        return Some(end);
    }
    film.put("sources", Json::List(sources));
    film.put("tracks", Json::List(tracks));
    builder.take(node, &mut film, &[(A::Poster, "poster")]);
    builder.take(node, &mut film, SIZE);
    builder.flush();
    builder.push(film);
    Some(end)
}

/// A frame: a card first, as for all that is of a third party.
pub(super) fn frame(builder: &mut Builder, at: usize) -> Option<usize> {
    let node = builder.nodes.get(at)?;
    let end = node.end();
    let mut embed = Json::block("embed");
    builder.take(node, &mut embed, &[(A::Lazy, "url"), (A::Source, "url")]);
    if is_point(node) || !embed.has("url") {
        return Some(end);
    }
    if !GENERIC.contains(&node.said(A::Title)) {
        builder.take(node, &mut embed, &[(A::Title, "title")]);
    }
    builder.take(node, &mut embed, SIZE);
    builder.flush();
    builder.push(embed);
    Some(end)
}

/// Titles of frames that say nothing of what is in them.
const GENERIC: &[&str] =
    &["YouTube video player", "YouTube Video", "Embedded post", "Embed", "iframe"];

fn url_of(image: &Json) -> &str {
    match image.get("url") {
        Some(Json::Text(url)) => url,
        _ => "",
    }
}
