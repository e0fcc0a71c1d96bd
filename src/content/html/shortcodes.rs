//! Paragraphs that are none: an address by itself, and WordPress's shortcodes that nobody has replaced.

use super::build::Builder;
use super::line::{Span, plain, written};
use crate::content::embeds;
use crate::content::json::Json;
use crate::policy::SafeUrl;
use crate::text::{lists, part, split_once, trimmed};

/// Shortcodes that are dropped by their name alone, without an attribute.
const KNOWN: &str = "gallery embed caption video audio playlist toc";

/// A paragraph, or what stands in the place of one.
pub(super) fn paragraph(builder: &mut Builder, spans: &[Span]) {
    let plain = plain(spans);
    let plain = plain.trim_ascii();
    if !plain.starts_with('[') && !builder.captioned {
        let url = address(plain, spans);
        return write(builder, spans, url);
    }
    // [caption …] picture, words [/caption]: the picture is a block of its own already.
    if builder.captioned
        && let Some((caption, rest)) = split_once(plain, "[/caption]")
    {
        builder.captioned = false;
        let (caption, rest) = (caption.trim_ascii(), rest.trim_ascii());
        match builder.last_image() {
            Some(image) => image.tell("caption", caption),
            None => builder.say(caption.to_owned()),
        }
        return builder.say(rest.to_owned());
    }
    if let Some((_, after)) = split_once(plain, "[embed")
        && let Some((_, after)) = split_once(after, "]")
        && let Some((url, "")) = split_once(after, "[/embed]")
        && let url @ Some(_) = SafeUrl::resource(url, builder.base)
    {
        return write(builder, spans, url);
    }
    match only_shortcodes(plain) {
        Some(caption) => builder.captioned |= caption,
        None => write(builder, spans, None),
    }
}

/// Writes a paragraph, or what stands at an address instead.
fn write(builder: &mut Builder, spans: &[Span], url: Option<SafeUrl>) {
    builder.push(match url {
        Some(url) => Json::holding("embed", "url", Json::said(url.as_str())),
        None => Json::holding("paragraph", "spans", written(spans)),
    });
}

/// The address of a paragraph that is nothing but the address of something that may be shown in a frame.
fn address(plain: &str, spans: &[Span]) -> Option<SafeUrl> {
    let [span] = spans else { return None };
    let absolute = plain.starts_with("https://") || plain.starts_with("http://");
    if !absolute || plain.bytes().any(|b| b.is_ascii_whitespace()) {
        return None;
    }
    let url = SafeUrl::resource(plain, "")?;
    let same = span.href.is_empty() || span.href == url.as_str();
    (same && embeds::frame(&url).is_some()).then_some(url)
}
/// Whether a text is nothing but shortcodes, and if so, whether a caption begins in it.
fn only_shortcodes(text: &str) -> Option<bool> {
    let mut rest = text;
    let mut caption = false;
    while !rest.is_empty() {
        let (code, after) = split_once(rest.strip_prefix('[')?, "]")?;
        let closes = code.starts_with('/');
        let code = code.get(usize::from(closes)..).unwrap_or_default();
        let (name, attributes) = part(trimmed(code, "", "/"), b' ');
        let mut letters = name.bytes();
        let sound = letters.next().is_some_and(|b| b.is_ascii_lowercase())
            && letters
                .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || matches!(b, b'_' | b'-'));
        let sure = closes
            || attributes.bytes().any(|b| b == b'=')
            || lists(KNOWN, name)
            || attributes.is_empty() && name.bytes().any(|b| b == b'_');
        if !sound || !sure || attributes.bytes().any(|b| b == b'[') {
            return None;
        }
        caption |= name == "caption" && !closes;
        rest = after.trim_ascii_start();
    }
    Some(caption)
}
