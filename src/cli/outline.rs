//! An article as plain text: wrapped, with marks for what is no text, and links as notes at the end.

mod blocks;

use super::wrap::{COLUMNS, columns, printable, wrap};
use crate::content::model::{Article, Block, Image, Inline, Text};
use crate::policy::SafeUrl;

/// What stands before the lines of something: before the first, and before all others.
#[derive(Clone, Debug, Default)]
pub struct Lead {
    first: String,
    rest: String,
}

impl Lead {
    /// The same before every line.
    pub fn all(rest: String) -> Lead {
        Lead { first: rest.clone(), rest }
    }

    /// One level further in: `mark` before the first line, its width before the others.
    pub fn within(&self, mark: &str) -> Lead {
        let spaces = " ".repeat(columns(mark));
        Lead { first: [&self.first, mark].concat(), rest: [self.rest.as_str(), &spaces].concat() }
    }

    /// One level further in, with the same mark before every line.
    pub fn beside(&self, mark: &str) -> Lead {
        Lead { first: [&self.first, mark].concat(), rest: [&self.rest, mark].concat() }
    }

    /// What stands before what follows.
    pub fn after(&self) -> Lead {
        Lead::all(self.rest.clone())
    }
}

/// The lines that are written, and the addresses of their notes.
#[derive(Default)]
pub struct Sheet {
    lines: Vec<String>,
    notes: Vec<String>,
}

impl Sheet {
    /// An empty line, but not two, and none at the start.
    pub fn gap(&mut self, lead: &Lead) {
        let empty = lead.rest.trim_end();
        if self.lines.last().is_some_and(|last| last.trim_end() != empty) {
            self.lines.push(empty.to_owned());
        }
    }

    /// Text in lines that fit; a line end in it is one here.
    pub fn put(&mut self, text: &str, lead: &Lead) {
        let mut before = &lead.first;
        for line in text.split('\n') {
            for line in wrap(line, COLUMNS.saturating_sub(columns(&lead.rest))) {
                self.lines.push([before, line.as_str()].concat());
                before = &lead.rest;
            }
        }
    }

    /// Text exactly as it is written.
    pub fn put_verbatim(&mut self, text: &str, lead: &Lead) {
        for line in text.lines() {
            let line = printable(&line.replace('\t', "    "));
            self.lines.push([lead.rest.as_str(), &line].concat());
        }
    }

    /// The number of a note with this address.
    pub fn note(&mut self, url: &SafeUrl) -> String {
        let known = self.notes.iter().position(|note| note == url.as_str());
        let at = known.unwrap_or_else(|| {
            self.notes.push(url.to_owned_string());
            self.notes.len() - 1
        });
        format!("[{}]", at + 1)
    }

    /// A text with the numbers of its links.
    pub fn said(&mut self, text: &Text) -> String {
        let mut out = String::new();
        let mut spans = text.spans.iter().peekable();
        while let Some(span) = spans.next() {
            match span {
                Inline::Break { .. } => out.push('\n'),
                Inline::Span { text, href, .. } => {
                    out.push_str(&text.replace('\n', " "));
                    let goes_on = matches!(spans.peek(), Some(Inline::Span { href: next, .. }) if next == href);
                    if let (Some(url), false) = (href, goes_on) {
                        let note = self.note(url);
                        out.push_str(&note);
                    }
                }
            }
        }
        out
    }

    /// A picture: what it shows, then the line under it.
    pub fn image(&mut self, image: &Image, lead: &Lead) {
        let note = self.note(&image.url);
        let alt = image.alt.as_deref().unwrap_or_default();
        self.put(&["[picture] ", &one_line(alt), " ", &note].concat(), lead);
        self.caption(&image.caption, &image.credit_text, &lead.after());
    }

    /// The line under something.
    pub fn caption(&mut self, caption: &Option<String>, credit: &Option<String>, lead: &Lead) {
        let parts: Vec<String> =
            [caption, credit].into_iter().flatten().map(|text| one_line(text)).collect();
        self.put(&parts.join(" — "), &lead.beside("  "));
    }

    /// Writes blocks.
    pub fn blocks(&mut self, list: &[Block], lead: &Lead) {
        blocks::write(list, lead, self);
    }

    /// All lines, with the notes after them.
    pub fn finish(mut self) -> Vec<String> {
        if !self.notes.is_empty() {
            self.gap(&Lead::default());
        }
        for (at, url) in self.notes.iter().enumerate() {
            self.lines.push(format!("[{}] {}", at + 1, printable(url)));
        }
        self.lines
    }
}

/// A text of one line: its line ends are spaces.
pub fn one_line(text: &str) -> String {
    text.replace('\n', " ")
}

/// The lines of an article.
pub fn outline(article: &Article) -> Vec<String> {
    let mut sheet = Sheet::default();
    let plain = Lead::default();
    let label = article.label.as_ref().map(|label| &label.text);
    let over: Vec<&str> =
        label.into_iter().chain(&article.alternative_headline).map(String::as_str).collect();
    sheet.put(&one_line(&over.join(" · ")), &plain);
    sheet.put(&one_line(&article.headline), &plain.within("# "));
    if let Some(description) = &article.description {
        sheet.gap(&plain);
        sheet.put(&one_line(description), &plain);
    }
    sheet.gap(&plain);
    let names: Vec<&str> = article.author.iter().map(|person| person.name.as_str()).collect();
    let names = names.join(", ");
    let mut by: Vec<&str> = Vec::new();
    by.extend(Some(names.as_str()).filter(|names| !names.is_empty()));
    by.extend(article.publisher.iter().map(|publisher| publisher.name.as_str()));
    by.extend(article.dateline.as_deref());
    let dates = article.date_published.iter().chain(&article.date_modified);
    by.extend(dates.map(|date| date.written.as_str()));
    sheet.put(&one_line(&by.join(" · ")), &plain);
    lead_media(article, &mut sheet);
    for correction in &article.correction {
        sheet.gap(&plain);
        blocks::correction(correction, &plain, &mut sheet);
    }
    if article.is_accessible_for_free == Some(false) {
        sheet.gap(&plain);
        sheet.put("[not free to read]", &plain);
    }
    sheet.blocks(&article.body, &plain);
    sheet.finish()
}

/// What stands between the head and the text.
fn lead_media(article: &Article, sheet: &mut Sheet) {
    let plain = Lead::default();
    if let Some(video) = &article.video {
        sheet.gap(&plain);
        blocks::video(video, &plain, sheet);
    } else if let Some(image) = article.image.first() {
        sheet.gap(&plain);
        sheet.image(image, &plain);
    }
    if let Some(audio) = &article.audio {
        sheet.gap(&plain);
        blocks::audio(audio, &plain, sheet);
    }
}
