//! What is seen of an article, in the members of an expectation, and how the two differ.

use super::wished;
use serde_json::{Map, Value, json};
use standfirst::content::formats::{Reading, Wish};
use standfirst::content::model::{Article, Block, BlockKind, Text};
use standfirst::date::Date;

/// What a text is read as, or `{"error": …}`.
pub fn seen(text: &str, wish: &Wish) -> Value {
    match wished(text, wish) {
        Ok(reading) => of(&reading),
        Err(line) => json!({ "error": line }),
    }
}

fn of(reading: &Reading) -> Value {
    let article = &reading.article;
    let lead = article.image.first();
    let date = |date: &Option<Date>| date.as_ref().map(|date| date.written.clone());
    let pixels = |lead: Option<u32>| lead.map(f64::from);
    let mut widths: Vec<u32> =
        lead.iter().flat_map(|image| image.srcset.iter().map(|own| own.width)).collect();
    widths.sort_unstable();
    let mut members = json!({
        "format": reading.format.as_str(),
        "headline": article.headline,
        "authors": names(article.author.iter().map(|person| &person.name).collect()),
        "published": date(&article.date_published),
        "modified": date(&article.date_modified),
        "publishedMs": article.date_published.as_ref().and_then(|date| date.moment).map(|m| m.ms),
        "modifiedMs": article.date_modified.as_ref().and_then(|date| date.moment).map(|m| m.ms),
        "image": lead.map(|image| image.url.as_str()),
        "alt": lead.and_then(|image| image.alt.clone()),
        "caption": lead.and_then(|image| image.caption.clone()),
        "credit": lead.and_then(|image| image.credit_text.clone()),
        "width": pixels(lead.and_then(|image| image.width)),
        "height": pixels(lead.and_then(|image| image.height)),
        "renditions": (!widths.is_empty()).then_some(widths),
        "url": article.url.as_ref().map(|url| url.as_str()),
        "description": article.description,
        "section": article.article_section.first(),
        "keywords": names(article.keywords.iter().map(|keyword| &keyword.name).collect()),
        "language": article.in_language,
        "comments_url": article.comments_url.as_ref().map(|url| url.as_str()),
        "closed": article.comments_closed,
        "free": article.is_accessible_for_free,
        "related": article.related.len(),
        "words": words(article),
        "problems": reading.problems.len(),
    });
    if let Some(audio) = &article.audio {
        members["audio"] = json!(audio.sources.len());
        members["seconds"] = json!(audio.duration);
    }
    members
}

fn names(list: Vec<&String>) -> Option<Vec<&String>> {
    (!list.is_empty()).then_some(list)
}

/// What is not as it is expected, a line for each member.
pub fn differences(seen: &Value, expected: &Value) -> Vec<String> {
    let none = Map::new();
    let expected = expected.as_object().unwrap_or(&none);
    let mut found = Vec::new();
    if seen["error"].is_string() && !expected.contains_key("error") {
        return vec![format!("not read: {}", seen["error"])];
    }
    for (name, value) in expected {
        let own = &seen[name.as_str()];
        let same = match name.as_str() {
            "published" | "modified" => {
                let moment = value.as_str().and_then(|text| Date::new(text).moment);
                moment.map(|moment| moment.ms) == seen[&format!("{name}Ms")].as_i64()
            }
            // Within one in a hundred: what counts as a word at a tag is a matter of taste.
            "words" => {
                let (own, value) = (own.as_f64(), value.as_f64().unwrap());
                own.is_some_and(|own| (own - value).abs() <= value * 0.01)
            }
            // One, or a list of which the first counts; none is written as an empty list too.
            "section" => own == value || *own == value[0],
            "authors" | "keywords" if value.as_array().is_some_and(Vec::is_empty) => own.is_null(),
            "error" => own.as_str().is_some_and(|own| own.contains(value.as_str().unwrap())),
            _ if value.is_number() => own.as_f64() == value.as_f64(),
            _ => own == value,
        };
        if !same {
            found.push(format!("{name}: expected {value}, seen {own}"));
        }
    }
    found
}

/// The words of the body with all that is written in it: captions, program text, tables.
pub fn words(article: &Article) -> usize {
    let mut text = String::new();
    write(&article.body, &mut text);
    text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count()
}

fn write(blocks: &[Block], out: &mut String) {
    for block in blocks {
        out.push('\n');
        let line = |text: Option<&String>, out: &mut String| {
            out.push('\n');
            out.push_str(text.map_or("", String::as_str));
        };
        let plain = |text: &Text, out: &mut String| {
            out.push('\n');
            out.push_str(&text.to_plain());
        };
        match &block.kind {
            BlockKind::Paragraph(text) | BlockKind::Heading { text, .. } => plain(text, out),
            BlockKind::Disclaimer(text) => plain(text, out),
            BlockKind::Pullquote { text, citation } => {
                plain(text, out);
                line(citation.as_ref(), out);
            }
            BlockKind::List { items, .. } => items.iter().for_each(|item| write(item, out)),
            BlockKind::Quote { body, citation, .. } => {
                write(body, out);
                line(citation.as_ref(), out);
            }
            BlockKind::Callout { title, body, .. } => {
                line(title.as_ref(), out);
                write(body, out);
            }
            BlockKind::Details { summary, body, .. } => {
                line(Some(summary), out);
                write(body, out);
            }
            BlockKind::Image(image) => {
                line(image.caption.as_ref(), out);
                line(image.credit_text.as_ref(), out);
            }
            BlockKind::Gallery { images, caption, .. } => {
                images.iter().for_each(|image| line(image.caption.as_ref(), out));
                line(caption.as_ref(), out);
            }
            BlockKind::Video(video) => line(video.caption.as_ref(), out),
            BlockKind::Audio(audio) => line(audio.caption.as_ref(), out),
            BlockKind::Embed(embed) => {
                line(embed.text.as_ref(), out);
                line(embed.author.as_ref(), out);
            }
            BlockKind::Code { text, .. } => line(Some(text), out),
            BlockKind::Table(table) => {
                line(table.caption.as_ref(), out);
                table.header.iter().for_each(|cell| plain(cell, out));
                table.rows.iter().flatten().for_each(|cell| plain(cell, out));
            }
            BlockKind::Definition { term, body } => {
                line(Some(term), out);
                write(body, out);
            }
            BlockKind::LivePost(post) => {
                line(post.title.as_ref(), out);
                write(&post.body, out);
            }
            _ => {}
        }
    }
}
