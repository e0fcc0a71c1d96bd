//! The blocks of an article as plain text, one after the other, however they are nested.

use super::{Lead, Sheet, one_line};
use crate::content::model::{
    Audio, Block, BlockKind, Correction, Embed, LivePost, Source, Table, Video,
};
use crate::policy::SafeUrl;

/// What is still to be written.
struct Todo<'a> {
    lead: Lead,
    /// An empty line stands before it.
    apart: bool,
    what: What<'a>,
}

enum What<'a> {
    Blocks(&'a [Block]),
    Line(String),
}

impl<'a> Todo<'a> {
    fn blocks(blocks: &'a [Block], lead: Lead) -> Self {
        Todo { lead, apart: true, what: What::Blocks(blocks) }
    }

    fn line(line: String, lead: Lead) -> Self {
        Todo { lead, apart: false, what: What::Line(line) }
    }
}

/// Writes blocks. What is open stands on a stack of our own.
pub fn write(list: &[Block], lead: &Lead, sheet: &mut Sheet) {
    let mut open = vec![Todo::blocks(list, lead.clone())];
    while let Some(Todo { lead, apart, what }) = open.pop() {
        match what {
            What::Line(line) => {
                if apart {
                    sheet.gap(&lead);
                }
                sheet.put(&line, &lead);
            }
            What::Blocks(list) => {
                let Some((block, rest)) = list.split_first() else { continue };
                open.push(Todo::blocks(rest, lead.after()));
                if apart {
                    sheet.gap(&lead);
                }
                open.extend(one(block, &lead, sheet).into_iter().rev());
            }
        }
    }
}

/// Writes a block, but not the blocks inside: these are handed back, in order.
fn one<'a>(block: &'a Block, lead: &Lead, sheet: &mut Sheet) -> Vec<Todo<'a>> {
    let mut todo = Vec::new();
    match &block.kind {
        BlockKind::Paragraph(text) => put(sheet.said(text), lead, sheet),
        BlockKind::Heading { level, text } => {
            put(
                sheet.said(text),
                &lead.within(&["#".repeat((*level).into()), " ".into()].concat()),
                sheet,
            );
        }
        BlockKind::List { ordered, start, items } => {
            let from = i64::from(start.unwrap_or(1));
            for (at, (item, number)) in items.iter().zip(from..).enumerate() {
                let mark = if *ordered { format!("{number}. ") } else { "• ".to_owned() };
                let lead = if at == 0 { lead.clone() } else { lead.after() };
                todo.push(Todo { apart: false, ..Todo::blocks(item, lead.within(&mark)) });
            }
        }
        BlockKind::Quote { body, citation, url } => {
            let beside = lead.beside("│ ");
            let by = by(citation, url.as_ref(), sheet);
            todo.push(Todo { apart: false, ..Todo::blocks(body, beside.clone()) });
            todo.push(Todo::line(by, beside.after()));
        }
        BlockKind::Pullquote { text, citation } => {
            put(sheet.said(text), &lead.within("❝ "), sheet);
            let by = by(citation, None, sheet);
            todo.push(Todo::line(by, lead.after().within("  ")));
        }
        BlockKind::Divider => put("* * *".to_owned(), lead, sheet),
        BlockKind::Image(image) => sheet.image(image, lead),
        BlockKind::Pair(images) => images.iter().for_each(|image| sheet.image(image, lead)),
        BlockKind::Gallery { images, caption, .. } => {
            put(format!("[pictures: {}]", images.len()), lead, sheet);
            images.iter().for_each(|image| sheet.image(image, &lead.after().within("  ")));
            sheet.caption(caption, &None, &lead.after());
        }
        BlockKind::Video(it) => video(it, lead, sheet),
        BlockKind::Audio(it) => audio(it, lead, sheet),
        BlockKind::Embed(it) => embed(it, lead, sheet),
        BlockKind::Table(it) => table(it, lead, sheet),
        BlockKind::Code { text, .. } => sheet.put_verbatim(text, &lead.after().beside("    ")),
        BlockKind::Callout { title, body, .. } => {
            let title = title.as_deref().unwrap_or_default();
            let beside = lead.beside("┃ ");
            put(one_line(title), &beside, sheet);
            todo.push(Todo { apart: false, ..Todo::blocks(body, beside.after()) });
        }
        BlockKind::Details { summary, body, .. } => {
            put(one_line(summary), &lead.within("▸ "), sheet);
            todo.push(Todo::blocks(body, lead.after().beside("  ")));
        }
        BlockKind::Takeaways { items } => {
            for (at, item) in items.iter().enumerate() {
                let lead = if at == 0 { lead.clone() } else { lead.after() };
                put(sheet.said(item), &lead.within("• "), sheet);
            }
        }
        BlockKind::Qanda { items } => {
            for item in items {
                todo.push(Todo {
                    apart: true,
                    ..Todo::line(one_line(&item.question), lead.within("Q: "))
                });
                todo.push(Todo::blocks(&item.body, lead.after()));
            }
        }
        BlockKind::Timeline { events } => {
            for event in events {
                let title = event.title.iter().map(String::as_str);
                let parts: Vec<&str> =
                    Some(event.date.written.as_str()).into_iter().chain(title).collect();
                todo.push(Todo {
                    apart: true,
                    ..Todo::line(one_line(&parts.join(" · ")), lead.within("○ "))
                });
                todo.push(Todo::blocks(&event.body, lead.after().beside("  ")));
            }
        }
        BlockKind::Numbers { items } => {
            for item in items {
                put(
                    one_line(&[item.value.as_str(), "  ", &item.label].concat()),
                    &lead.after(),
                    sheet,
                );
            }
        }
        BlockKind::Definition { term, body } => {
            put(one_line(term), lead, sheet);
            todo.push(Todo { apart: false, ..Todo::blocks(body, lead.after().beside("  ")) });
        }
        BlockKind::LinkCard { url, title, description, .. } => {
            let note = sheet.note(url);
            put(["[link] ", &one_line(title), " ", &note].concat(), lead, sheet);
            sheet.caption(description, &None, &lead.after());
        }
        BlockKind::Correction(it) => correction(it, lead, sheet),
        BlockKind::Disclaimer(text) => put(sheet.said(text), &lead.beside("¶ "), sheet),
        BlockKind::Rating { value, of } => put(format!("[rating] {value} of {of}"), lead, sheet),
        BlockKind::LivePost(LivePost { date_published, title, body, .. }) => {
            let date = date_published.iter().map(|date| date.written.as_str());
            let parts: Vec<&str> = date.chain(title.as_deref()).collect();
            put(one_line(&parts.join(" · ")), &lead.within("● "), sheet);
            todo.push(Todo::blocks(body, lead.after().beside("  ")));
        }
    }
    todo
}

fn put(text: String, lead: &Lead, sheet: &mut Sheet) {
    sheet.put(&text, lead);
}

fn by(citation: &Option<String>, url: Option<&SafeUrl>, sheet: &mut Sheet) -> String {
    let note = url.map(|url| sheet.note(url)).unwrap_or_default();
    match citation {
        Some(citation) => ["— ", &one_line(citation), &note].concat(),
        None => note,
    }
}

/// A film.
pub fn video(video: &Video, lead: &Lead, sheet: &mut Sheet) {
    media("[video] ", &video.sources, lead, sheet);
    sheet.caption(&video.caption, &video.credit_text, &lead.after());
}

/// A recording.
pub fn audio(audio: &Audio, lead: &Lead, sheet: &mut Sheet) {
    media("[audio] ", &audio.sources, lead, sheet);
    sheet.caption(&audio.caption, &None, &lead.after());
    sheet.caption(&audio.transcript, &None, &lead.after());
}

fn media(mark: &str, sources: &[Source], lead: &Lead, sheet: &mut Sheet) {
    let notes: Vec<String> = sources.iter().map(|source| sheet.note(&source.src)).collect();
    sheet.put(&[mark, &notes.concat()].concat(), lead);
}

fn embed(embed: &Embed, lead: &Lead, sheet: &mut Sheet) {
    let note = sheet.note(&embed.url);
    let host = embed.url.host();
    let provider = embed.provider.as_ref().or(host.as_ref()).map_or("", String::as_str);
    let title = embed.title.as_deref().unwrap_or_default();
    sheet.put(&one_line(&["[embed] ", provider, " ", title, " ", &note].concat()), lead);
    sheet.caption(&embed.text, &embed.author, &lead.after());
}

fn table(table: &Table, lead: &Lead, sheet: &mut Sheet) {
    sheet.put(&one_line(table.caption.as_deref().unwrap_or("[table]")), lead);
    let header = Some(&table.header).filter(|header| !header.is_empty());
    for row in header.into_iter().chain(&table.rows) {
        let cells: Vec<String> = row.iter().map(|cell| one_line(&sheet.said(cell))).collect();
        sheet.put(&cells.join(" | "), &lead.after().within("  "));
    }
}

/// A correction.
pub fn correction(correction: &Correction, lead: &Lead, sheet: &mut Sheet) {
    let kind = correction.kind.map_or("correction", |kind| kind.word());
    let date = correction.date.as_ref().map_or("", |date| date.written.as_str());
    sheet.put(&one_line(&["[", kind, "] ", date, " ", &correction.text].concat()), lead);
}
