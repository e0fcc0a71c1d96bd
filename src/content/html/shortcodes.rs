//! Paragraphs that are none: an address by itself, and WordPress's shortcodes that nobody has replaced.

use super::build::Builder;
use crate::content::embeds;
use crate::content::model::{BlockKind, Embed, Inline, Text};
use crate::policy::SafeUrl;
use crate::text::split_once;

/// Shortcodes that are dropped by their name alone, without an attribute.
const KNOWN: &[&str] = &["gallery", "embed", "caption", "video", "audio", "playlist", "toc"];

/// A paragraph, or what stands in the place of one.
pub(super) fn paragraph(builder: &mut Builder, text: Text) {
    let plain = text.to_plain();
    let plain = plain.trim_ascii();
    if !plain.starts_with('[') && !builder.captioned {
        return match address(plain, &text) {
            Some(url) => builder.push(BlockKind::Embed(Box::new(Embed::at(url)))),
            None => builder.push(BlockKind::Paragraph(text)),
        };
    }
    // [caption …] picture, words [/caption]: the picture is a block of its own already.
    if builder.captioned
        && let Some((caption, rest)) = split_once(plain, "[/caption]")
    {
        builder.captioned = false;
        let (caption, rest) = (caption.trim_ascii().to_owned(), rest.trim_ascii().to_owned());
        match builder.last_image() {
            Some(image) if !caption.is_empty() => image.caption = Some(caption),
            None if !caption.is_empty() => builder.push(BlockKind::Paragraph(Text::plain(caption))),
            _ => {}
        }
        if !rest.is_empty() {
            paragraph_of(builder, rest);
        }
        return;
    }
    if let Some((_, after)) = split_once(plain, "[embed")
        && let Some((_, after)) = after.split_once(']')
        && let Some((url, rest)) = split_once(after, "[/embed]")
        && rest.is_empty()
        && let Some(url) = SafeUrl::resource(url, builder.base)
    {
        return builder.push(BlockKind::Embed(Box::new(Embed::at(url))));
    }
    match only_shortcodes(plain) {
        Some(caption) => builder.captioned |= caption,
        None => builder.push(BlockKind::Paragraph(text)),
    }
}

fn paragraph_of(builder: &mut Builder, text: String) {
    builder.push(BlockKind::Paragraph(Text::plain(text)));
}

/// The address of a paragraph that is nothing but the address of something that may be shown in a frame.
fn address(plain: &str, text: &Text) -> Option<SafeUrl> {
    let [Inline::Span { href, .. }] = text.spans.as_slice() else { return None };
    let absolute = plain.starts_with("https://") || plain.starts_with("http://");
    if !absolute || plain.bytes().any(|b| b.is_ascii_whitespace()) {
        return None;
    }
    let url = SafeUrl::resource(plain, "")?;
    let same = href.as_ref().is_none_or(|href| *href == url);
    (same && embeds::frame(&url).is_some()).then_some(url)
}

/// Whether a text is nothing but shortcodes, and if so, whether a caption begins in it.
fn only_shortcodes(text: &str) -> Option<bool> {
    let mut rest = text;
    let mut caption = false;
    while !rest.is_empty() {
        let (code, after) = rest.strip_prefix('[')?.split_once(']')?;
        let (closes, code) = code.strip_prefix('/').map_or((false, code), |code| (true, code));
        let code = code.trim_end_matches('/');
        let (name, attributes) = code.split_once(' ').unwrap_or((code, ""));
        let mut letters = name.bytes();
        let sound = letters.next().is_some_and(|b| b.is_ascii_lowercase())
            && letters
                .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || matches!(b, b'_' | b'-'));
        let sure = closes
            || attributes.bytes().any(|b| b == b'=')
            || KNOWN.contains(&name)
            || attributes.is_empty() && name.bytes().any(|b| b == b'_');
        if !sound || !sure || attributes.bytes().any(|b| b == b'[') {
            return None;
        }
        caption |= name == "caption" && !closes;
        rest = after.trim_ascii_start();
    }
    Some(caption)
}
