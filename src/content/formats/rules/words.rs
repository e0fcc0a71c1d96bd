//! What rules do by words of their own: small changes of a text.

use crate::content::json::Json;
use crate::content::{html, plain};
use crate::date::Date;
use crate::policy::SafeUrl;
use crate::text::{joined, last, lists, parted, parts, split_once};

/// A wider film is no better on a page, and takes longer to begin.
const WIDEST: u32 = 1280;

/// A value as a word changes it. No word that is known: as it is.
#[inline(never)]
pub(super) fn value(word: &str, json: &Json, base: &str) -> Option<Json> {
    let text = match json {
        Json::Text(text) | Json::Number(text) if word != "html" => text.as_str(),
        _ => return other(word, json),
    };
    let text = match word {
        // A line of HTML as plain text.
        "line" => html::line(text),
        // The same for a member whose character references are decoded.
        "~" => escaped(&html::line(text)),
        // A line that should be plain text and may be HTML.
        "soft" => escaped(&untagged(plain::decode_entities(text))),
        "plain" => return Some(paragraphs(text)),
        "parted" => return Some(paragraphs(&aired(text))),
        "utc" => utc(text)?,
        "byline" => byline(text).to_owned(),
        // The title of a page, which ends in the byline: "Headline | Name".
        "bar" => {
            let bar = last(text, b'|').and_then(|at| text.get(..at)?.strip_suffix(' '));
            bar.unwrap_or(text).to_owned()
        }
        "hash" => text.trim_ascii().strip_prefix('#').unwrap_or(text).to_owned(),
        "tag" => text.chars().map(|c| if c == '_' { '-' } else { c }).collect(),
        // An address, but for one that means something inside the document only.
        "address" if text.starts_with(['#', '_']) => return None,
        "address" => plain::decode_entities(text),
        "anchor" => text.split_once('#')?.1.to_owned(),
        // Without tags it is plain, and its character references are decoded.
        "body" if plain::looks_like_html(text) => text.to_owned(),
        "body" => aired(&plain::decode_entities(text)),
        "blocks" if plain::looks_like_html(text) => return value("html", json, base),
        "blocks" => return Some(paragraphs(text)),
        "tags" => return Some(tags(text)),
        // True or false may be an address that ends in one.
        "truth" => last(text, b'/').and_then(|at| text.get(at + 1..)).unwrap_or(text).to_owned(),
        // A unit may stand behind a number.
        "pixels" => {
            let digits = text.bytes().take_while(u8::is_ascii_digit).count();
            text.get(..digits).filter(|digits| !digits.is_empty()).unwrap_or(text).to_owned()
        }
        "host" => SafeUrl::link(text, base)?.host()?,
        "handle" => return handle(text, base),
        "h1" => {
            escaped(&tagged(text, "<h1", "</h1").or_else(|| tagged(text, "<title", "</title"))?)
        }
        // Thousandths of a second.
        "ms" => return Some(Json::Number([text, "e-3"].concat())),
        _ => return Some(json.clone()),
    };
    (!text.is_empty()).then_some(Json::Text(text))
}

/// What is no text: nothing where a text is looked for and another thing may be, else left to the canonical reader, which
/// says what is wrong.
#[inline(never)]
fn other(word: &str, json: &Json) -> Option<Json> {
    match (word, json) {
        // A row of cells. Empty ones are kept: a column must not slip.
        ("cells", Json::List(items)) => Some(Json::List(items.iter().map(cell).collect())),
        ("nested", Json::List(items)) => Some(nested(items)),
        // A date, unless the next one is not before it.
        ("held", Json::List(dates)) => {
            let moment = |date: &Json| Date::new(super::ways::text(date)).epoch_ms();
            let (end, made) = (dates.first()?, dates.get(1).and_then(moment));
            let over = moment(end).is_some_and(|end| made.is_some_and(|made| made >= end));
            (!over).then(|| end.clone())
        }
        ("latest", Json::List(items)) => {
            items.iter().max_by_key(|item| super::ways::text(item)).cloned()
        }
        ("widest", Json::List(items)) => widest(items),
        ("html", _) => Some(Json::Object(vec![
            ("type".to_owned(), Json::Text("html".to_owned())),
            ("html".to_owned(), json.clone()),
        ])),
        ("one", Json::List(items)) => match items.first() {
            Some(Json::List(_)) | None => None,
            Some(first) => other("one", first),
        },
        // An article may be in parts.
        ("body", Json::List(items)) => {
            let parts: Vec<&str> = items.iter().map(super::ways::text).collect();
            value("body", &Json::Text(joined(&parts, "\n\n")), "")
        }
        ("one", Json::Object(_)) | ("handle" | "tag" | "h1", _) => None,
        _ => Some(json.clone()),
    }
}

/// Tags with commas or semicolons between them.
#[inline(never)]
fn tags(text: &str) -> Json {
    let all = plain::decode_entities(text);
    let mark = if parted(&all, b',').is_some() { b',' } else { b';' };
    let tags = parts(&all, mark).map(str::trim_ascii).filter(|tag| !tag.is_empty());
    Json::List(tags.map(|tag| Json::Text(escaped(tag))).collect())
}

#[inline(never)]
fn object(members: &[(&str, &str)]) -> Json {
    let own =
        members.iter().map(|(name, text)| ((*name).to_owned(), Json::Text((*text).to_owned())));
    Json::Object(own.collect())
}

/// A text for a member whose character references are decoded.
#[inline(never)]
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        out.push(c);
        if c == '&' {
            out.push_str("amp;");
        }
    }
    out
}

#[inline(never)]
fn cell(json: &Json) -> Json {
    let html = match json {
        Json::Object(_) => json.get("content"),
        one => Some(one),
    };
    Json::Object(vec![("html".to_owned(), html.unwrap_or(&Json::Null).clone())])
}

/// A list in a list belongs to the item before it.
#[inline(never)]
fn nested(blocks: &[Json]) -> Json {
    let mut items: Vec<Json> = Vec::new();
    for block in blocks {
        let is_list = matches!(block.get("type"), Some(Json::Text(kind)) if kind == "list");
        match items.last_mut() {
            Some(Json::List(item)) if is_list => item.push(block.clone()),
            Some(item) if is_list => {
                let before = std::mem::replace(item, Json::Null);
                *item = Json::List(vec![before, block.clone()]);
            }
            _ => items.push(block.clone()),
        }
    }
    Json::List(items)
}

/// The widest of some films that is not wider than a page.
#[inline(never)]
fn widest(films: &[Json]) -> Option<Json> {
    let mut best = None;
    for film in films {
        let width = super::sizes::pixels(film, "width");
        if width <= WIDEST && best.is_none_or(|(known, _)| width > known) {
            best = Some((width, film));
        }
    }
    best.map(|(_, film)| film.clone())
}

/// A date that is in UTC without saying so. Nothing where it is a row of zeros, as drafts have it.
#[inline(never)]
fn utc(written: &str) -> Option<String> {
    let written = written.trim_ascii();
    let open = Date::new(written).moment.is_some_and(|moment| moment.timed && !moment.zoned);
    (!written.starts_with("0000")).then(|| [written, if open { "Z" } else { "" }].concat())
}

/// The names that a byline gives, without the word before them.
#[inline(never)]
fn byline(text: &str) -> &str {
    const BEFORE: &str = "By BY Von VON Av Af Par Por Door";
    let text = text.trim_ascii();
    let names = parted(text, b' ').filter(|(word, _)| lists(BEFORE, word));
    names.map_or(text, |(_, names)| names.trim_ascii())
}

/// What somebody is called at an address: it stands at its end.
#[inline(never)]
fn handle(text: &str, base: &str) -> Option<Json> {
    let url = SafeUrl::link(text, base)?;
    let path = url.path_and_query();
    let path = path.strip_suffix('/').unwrap_or(path);
    let end = last(path, b'/').and_then(|at| path.get(at + 1..)).unwrap_or_default();
    let end = end.strip_prefix('@').unwrap_or(end);
    let host = url.host()?;
    let name = if end.is_empty() { host } else { ["@", end, "@", &host].concat() };
    Some(object(&[("name", &escaped(&name)), ("url", url.as_str())]))
}

/// The text of the first element of a tag in HTML.
#[inline(never)]
fn tagged(html: &str, start: &str, end: &str) -> Option<String> {
    let (_, from) = split_once(html, start)?;
    let (_, inside) = parted(from, b'>')?;
    let (text, _) = split_once(inside, end)?;
    Some(html::line(text)).filter(|line| !line.is_empty())
}

/// A line that should be plain text and is HTML, as plain text.
#[inline(never)]
fn untagged(line: String) -> String {
    if plain::looks_like_html(&line) { html::line(&line) } else { line }
}

/// The paragraphs of plain text.
#[inline(never)]
fn paragraphs(text: &str) -> Json {
    Json::List(plain::paragraphs_of_text(text).into_iter().map(Json::Text).collect())
}

/// Plain text whose paragraphs are parted by single line ends gets empty lines between them, unless it has some.
#[inline(never)]
fn aired(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let blank = text.trim_ascii().lines().any(|line| line.trim_ascii().is_empty());
    for line in text.lines() {
        out.push_str(line);
        out.push_str(if blank { "\n" } else { "\n\n" });
    }
    out
}
