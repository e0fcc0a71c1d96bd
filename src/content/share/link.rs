//! A link out of a template: filled, and cut until it fits.

use super::targets::{Count, LONGEST_LINK, LONGEST_MAIL, Limit};
use super::text::{UNRESERVED, encode, trim, weight};
use crate::policy::SafeUrl;
use crate::text::split_once;

/// What stands in the places of a template.
#[derive(Clone, Copy)]
pub(super) struct Places<'a> {
    pub(super) url: &'a str,
    pub(super) title: &'a str,
    pub(super) text: &'a str,
    pub(super) app: &'a str,
    pub(super) server: &'a str,
}

/// What an address counts where a service shortens it.
const SHORT_LINK: usize = 23;

/// Whether a place is in a template.
pub(super) fn has(template: &str, place: &str) -> bool {
    split_once(template, place).is_some()
}

/// Whether a template or link leads to a mail program. A publisher's own may be in capitals.
fn is_mail(link: &str) -> bool {
    link.get(..7).is_some_and(|scheme| scheme.eq_ignore_ascii_case("mailto:"))
}

/// The filled template. `None` where a place is unknown, or has to be filled and cannot be.
#[inline(never)]
fn fill(template: &str, places: &Places) -> Option<String> {
    // RFC 6068 asks for CRLF in mail.
    let gap = if is_mail(template) { "\r\n\r\n" } else { "\n" };
    let mut out = String::with_capacity(template.len() + places.url.len() * 2);
    let mut rest = template;
    while let Some((before, after)) = split_once(rest, "{") {
        let (place, after) = split_once(after, "}")?;
        out.push_str(before);
        rest = after;
        match place {
            "url" => encode(places.url, UNRESERVED, &mut out),
            "title" => encode(places.title, UNRESERVED, &mut out),
            "text" => encode(places.text, UNRESERVED, &mut out),
            "message" => {
                for piece in [places.title, places.text] {
                    if !piece.is_empty() {
                        encode(piece, UNRESERVED, &mut out);
                        encode(gap, UNRESERVED, &mut out);
                    }
                }
                encode(places.url, UNRESERVED, &mut out);
            }
            "app" if !places.app.is_empty() => encode(places.app, UNRESERVED, &mut out),
            // A host, and checked to be one.
            "server" if !places.server.is_empty() => out.push_str(places.server),
            _ => return None,
        }
    }
    out.push_str(rest);
    Some(out)
}

/// The filled template with as much of the text, then of the title, as the limit allows. The address is never cut:
/// `None` where it does not fit, as where the template cannot be filled.
#[inline(never)]
pub(super) fn link(template: &str, limit: Limit, places: Places) -> Option<String> {
    let texts = has(template, "{text}") || has(template, "{message}");
    let places = if texts { places } else { Places { text: "", ..places } };
    let (title, text) = (places.title.chars().count(), places.text.chars().count());
    // Looked for by halves: how many code points of both are kept. All of them, most often.
    let (mut fits, mut least, mut most) = (None, 0, title + text);
    let mut kept = most;
    loop {
        let (cut_title, cut_text) =
            (trim(places.title, kept), trim(places.text, kept.saturating_sub(title)));
        let cut = Places { title: &cut_title, text: &cut_text, ..places };
        let filled = fill(template, &cut)?;
        if measure(&filled, &cut, limit) {
            fits = Some(filled);
            least = kept + 1;
        } else if kept == 0 {
            return None;
        } else {
            most = kept - 1;
        }
        if least > most {
            return fits;
        }
        kept = least.midpoint(most);
    }
}

/// Whether a filled link is within its limit, and within those of all links.
fn measure(link: &str, places: &Places, limit: Limit) -> bool {
    let longest = if is_mail(link) { LONGEST_MAIL } else { LONGEST_LINK };
    let mut weighs = match limit.of {
        Count::Whole => weight(places.url, limit.of),
        Count::Short | Count::Heavy => SHORT_LINK,
        Count::Apart => 0,
        Count::Bytes => return link.len() <= (limit.most as usize).min(longest),
    };
    for piece in [places.title, places.text] {
        // With the space or line end between it and the next; what stands apart has none.
        let gap = usize::from(!piece.is_empty() && limit.of != Count::Apart);
        weighs += weight(piece, limit.of) + gap;
    }
    weighs <= limit.most as usize && link.len() <= longest
}

/// A link that the publisher's own template came to, as it may stand in the page: `http`, `https` or `mailto`.
#[inline(never)]
pub(super) fn safe(link: &str) -> Option<String> {
    let safe = SafeUrl::link(link, "")?.to_owned_string();
    let schemes = ["http://", "https://", "mailto:"];
    schemes.iter().any(|scheme| safe.starts_with(scheme)).then_some(safe)
}

/// Whether a template of the publisher's own can come to such a link.
#[inline(never)]
pub(super) fn permitted(template: &str) -> bool {
    let places = Places {
        url: "https://news.example/",
        title: "a",
        text: "a",
        app: "1",
        server: "social.example",
    };
    fill(template, &places).and_then(|link| safe(&link)).is_some()
}
