//! Pictures, films, recordings and frames.

use super::build::Builder;
use super::figure::role;
use crate::content::model::{
    Audio, BlockKind, Embed, Image, Rendition, Source, Track, TrackKind, Video,
};
use crate::policy::{Attribute, Classes, Node, SafeUrl, Tag};
use crate::text::last;

/// Where the address of a picture may stand: scripts that load pictures later keep the real one for themselves.
const SOURCES: &[Attribute] =
    &[Attribute::Lazy, Attribute::LazySource, Attribute::Original, Attribute::Source];
const WIDTHS: &[Attribute] =
    &[Attribute::LazyWidths, Attribute::LazySourceWidths, Attribute::Widths];

/// A picture as a block; one that stands for a character as that.
pub(super) fn picture(builder: &mut Builder, at: usize) -> usize {
    let Some(node) = builder.nodes.get(at) else { return usize::MAX };
    let end = node.end();
    let img = match node.tag() {
        Tag::Image => at,
        _ => builder.find(at, &|node| node.tag() == Tag::Image).unwrap_or(at),
    };
    let only = |node: &Node| match node.tag() {
        Tag::Image | Tag::Source | Tag::Picture => true,
        _ => node.tag() == Tag::Text && node.text().trim_ascii().is_empty(),
    };
    let inside = builder.nodes.get(at..end).unwrap_or_default();
    if !inside.iter().all(only) {
        // One that was never closed holds the rest of the text.
        return at + 1;
    }
    let Some(node) = builder.nodes.get(img) else { return end };
    if is_character(node) {
        builder.line.text(node.word(Attribute::Alt).unwrap_or_default());
        return end;
    }
    let encodings = builder.nodes.get(at..end).unwrap_or_default();
    let Some(mut image) = image(node, encodings, builder.base) else {
        builder.line.text(node.word(Attribute::Alt).unwrap_or_default());
        return end;
    };
    // A link to the picture itself is what a press shows anyway.
    image.link = builder.line.link().filter(|url| !is_picture(url)).cloned();
    builder.flush();
    if builder.last_image().is_none_or(|last| last.url != image.url) {
        builder.push(BlockKind::Image(Box::new(image)));
    }
    end
}

/// Whether it is of the size of a character, or of a point that counts readers.
fn is_character(node: &Node) -> bool {
    let (width, height) = (node.number(Attribute::Width), node.number(Attribute::Height));
    let point = width.is_some_and(|n| n <= 1) || height.is_some_and(|n| n <= 1);
    let small = width.is_some_and(|n| n <= 24) && height.is_some_and(|n| n <= 24);
    point || small || node.is(Classes::EMOJI)
}

fn is_picture(url: &SafeUrl) -> bool {
    let path = url.as_str().split(['?', '#']).next().unwrap_or_default();
    let ending = last(path, b'.').and_then(|at| path.get(at + 1..)).unwrap_or_default();
    ["jpg", "jpeg", "png", "gif", "webp", "avif"].iter().any(|own| own.eq_ignore_ascii_case(ending))
}

/// A picture, with its encodings if it has any.
fn image(node: &Node, encodings: &[Node], base: &str) -> Option<Image> {
    let mut srcset: Vec<Rendition> = Vec::new();
    let mut single = None;
    for node in [node].into_iter().chain(encodings) {
        for widths in WIDTHS {
            if srcset.len() > 1 {
                break;
            }
            for (url, width) in node.widths(*widths, base) {
                if (1..=65_535).contains(&width) {
                    srcset.push(Rendition { url, width });
                } else {
                    single = single.or(Some(url));
                }
            }
        }
    }
    let own = SOURCES.iter().find_map(|source| node.resource(*source, base));
    let largest = || srcset.iter().max_by_key(|one| one.width).map(|one| one.url.clone());
    let mut image = Image::at(own.or_else(largest).or(single)?);
    if srcset.len() > 1 {
        image.srcset = srcset;
    }
    image.alt = node.word(Attribute::Alt).map(one_line);
    image.width = node.pixels(Attribute::Width);
    image.height = node.pixels(Attribute::Height);
    image.role = role(node);
    Some(image)
}

/// An attribute's text with its white space collapsed.
fn one_line(text: &str) -> String {
    text.split_ascii_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether what stands for a script that did not run only repeats the picture before it.
pub(super) fn is_repeated(builder: &mut Builder, at: usize) -> bool {
    let Some(end) = builder.nodes.get(at).map(Node::end) else { return false };
    let inside = builder.nodes.get(at + 1..end).unwrap_or_default();
    let picture = |node: &Node| matches!(node.tag(), Tag::Image | Tag::Picture | Tag::Source);
    let blank = |node: &Node| node.text().trim_ascii().is_empty() && node.tag() == Tag::Text;
    let alone =
        inside.iter().any(picture) && inside.iter().all(|node| picture(node) || blank(node));
    let before = builder.nodes.get(..at).unwrap_or_default().iter().rev().find(|node| !blank(node));
    let lazy = |node: &Node| SOURCES.iter().take(3).chain(WIDTHS).any(|source| node.has(*source));
    alone
        && before.is_some_and(|node| node.tag() == Tag::Image && lazy(node))
        && builder.last_image().is_some()
}

/// A film or a recording.
pub(super) fn film(builder: &mut Builder, at: usize) -> usize {
    let Some(node) = builder.nodes.get(at) else { return usize::MAX };
    let (end, base) = (node.end(), builder.base);
    let inside = builder.nodes.get(at..end).unwrap_or_default();
    let source = |node: &Node| {
        let src = node
            .resource(Attribute::Source, base)
            .or_else(|| node.resource(Attribute::Lazy, base))?;
        let media_type = node.word(Attribute::Type).map(str::to_owned);
        Some(Source { src, media_type })
    };
    let media = |node: &&Node| matches!(node.tag(), Tag::Source | Tag::Video | Tag::Audio);
    let sources: Vec<Source> = inside.iter().filter(media).filter_map(source).take(8).collect();
    if sources.is_empty() {
        return end;
    }
    let kind = if node.tag() == Tag::Audio {
        BlockKind::Audio(Audio { sources, ..Audio::default() })
    } else {
        let tracks = inside.iter().filter(|node| node.tag() == Tag::Track);
        BlockKind::Video(Box::new(Video {
            sources,
            poster: node.resource(Attribute::Poster, base),
            tracks: tracks.filter_map(|node| track(node, base)).take(16).collect(),
            width: node.pixels(Attribute::Width),
            height: node.pixels(Attribute::Height),
            ..Video::default()
        }))
    };
    builder.flush();
    builder.push(kind);
    end
}

fn track(node: &Node, base: &str) -> Option<Track> {
    let word = |attribute| node.word(attribute).map(str::to_owned);
    let kind = node.word(Attribute::Kind).unwrap_or("subtitles");
    let kind = TrackKind::WORDS.iter().position(|word| word.eq_ignore_ascii_case(kind));
    Some(Track {
        src: node.resource(Attribute::Source, base)?,
        lang: word(Attribute::TrackLang),
        kind: kind.and_then(|at| TrackKind::ALL.get(at)).copied(),
        label: word(Attribute::Label),
    })
}

/// A frame: a card first, as for all that is of a third party.
pub(super) fn frame(builder: &mut Builder, at: usize) -> usize {
    let Some(node) = builder.nodes.get(at) else { return usize::MAX };
    let (end, base) = (node.end(), builder.base);
    let url =
        node.resource(Attribute::Lazy, base).or_else(|| node.resource(Attribute::Source, base));
    // A point that counts readers.
    let point = node.number(Attribute::Width).is_some_and(|n| n <= 1)
        || node.number(Attribute::Height).is_some_and(|n| n <= 1);
    let Some(url) = url.filter(|_| !point) else { return end };
    let mut embed = Embed::at(url);
    embed.title =
        node.word(Attribute::Title).filter(|title| !GENERIC.contains(title)).map(one_line);
    embed.width = node.pixels(Attribute::Width);
    embed.height = node.pixels(Attribute::Height);
    builder.flush();
    builder.push(BlockKind::Embed(Box::new(embed)));
    end
}

/// Titles of frames that say nothing of what is in them.
const GENERIC: &[&str] =
    &["YouTube video player", "YouTube Video", "Embedded post", "Embed", "iframe"];
