//! Lines of text with marks and links, out of nodes: white space as HTML collapses it.

use crate::content::json::Json;
use crate::content::model::Mark;
use crate::policy::{Attribute, Node, Tag};

/// A piece of text, or a line's end.
#[derive(Clone, Default)]
pub(crate) struct Span {
    pub(crate) text: String,
    /// A figure for each mark, its place among the words of [`Mark`]; [`Span::BREAK`].
    pub(crate) marks: String,
    /// Where it leads.
    pub(crate) href: String,
    /// Its language, where it is another.
    pub(crate) lang: String,
}

impl Span {
    /// The mark of a line's end.
    const BREAK: &str = "\n";

    /// The end of a line, not of its paragraph.
    #[inline(never)]
    pub(crate) fn line_end() -> Span {
        let end = || Span::BREAK.to_owned();
        Span { text: end(), marks: end(), ..Span::default() }
    }

    /// Whether it is the end of a line.
    pub(crate) fn is_break(&self) -> bool {
        self.marks == Span::BREAK
    }
}

/// Whether a line's end stands last.
#[inline(never)]
pub(crate) fn is_broken(spans: &[Span]) -> bool {
    spans.last().is_some_and(Span::is_break)
}

/// A line as our format has it.
#[inline(never)]
pub(crate) fn written(spans: &[Span]) -> Json {
    let mut line = Vec::new();
    for span in spans {
        let mut own = Json::nothing();
        if span.is_break() {
            own.put("break", Json::Bool(true));
        } else {
            own.say("text", &span.text);
            let mut marks = Vec::new();
            for mark in span.marks.bytes() {
                if let Some(word) = Mark::WORDS.get(usize::from(mark & 15)) {
                    marks.push(Json::said(word));
                }
            }
            own.put("marks", Json::List(marks));
            own.say("href", &span.href);
            own.say("lang", &span.lang);
        }
        line.push(own);
    }
    Json::List(line)
}

/// A line without marks; its ends are spaces.
#[inline(never)]
pub(super) fn plain(spans: &[Span]) -> String {
    let mut plain = String::new();
    for span in spans {
        plain.push_str(if span.is_break() { " " } else { &span.text });
    }
    plain
}

/// How text is set from here to the end of a node.
struct Setting {
    end: usize,
    /// The figure of a mark, or one of the signs below.
    sign: u8,
    /// The address or the language.
    value: String,
}

const LINK: u8 = b'l';
const LANG: u8 = b'g';
/// Within quotation marks.
const QUOTED: u8 = b'q';
/// The end of a block inside a line.
const BLOCK: u8 = b'b';

/// A line that is being written.
pub(super) struct Line<'a> {
    base: &'a str,
    spans: Vec<Span>,
    set: Vec<Setting>,
    /// It ends in a space, or nothing stands in it yet: another space would not be seen.
    spaced: bool,
    /// Blocks in the line are parted by line breaks, not by spaces.
    parted: bool,
    /// How many bytes of addresses and languages may still be repeated: a span each could be very many.
    spare: usize,
}

impl<'a> Line<'a> {
    pub(super) fn new(base: &'a str, parted: bool) -> Line<'a> {
        Line { base, spans: Vec::new(), set: Vec::new(), spaced: true, parted, spare: 1 << 18 }
    }

    /// What some nodes say, in one line.
    #[inline(never)]
    pub(super) fn of(
        nodes: &[Node],
        from: usize,
        to: usize,
        base: &str,
        parted: bool,
    ) -> Vec<Span> {
        let mut line = Line::new(base, parted);
        let mut at = from;
        while at < to {
            let Some(node) = nodes.get(at) else { break };
            line.leave(at);
            at = if line.enter(node) { at + 1 } else { node.end() };
        }
        line.leave(usize::MAX);
        line.take()
    }

    /// Ends the settings that end here.
    #[inline(never)]
    pub(super) fn leave(&mut self, at: usize) {
        while let Some(Setting { sign, .. }) = self.set.pop_if(|setting| setting.end <= at) {
            match sign {
                QUOTED => self.push("\u{201d}"),
                BLOCK => self.part(),
                _ => {}
            }
        }
    }

    fn set(&mut self, end: usize, sign: u8, value: &str) {
        self.set.push(Setting { end, sign, value: value.to_owned() });
    }

    /// Takes a node into the line. Whether what is in it is to be taken too.
    #[inline(never)]
    pub(super) fn enter(&mut self, node: &Node) -> bool {
        let end = node.end();
        let mark = match node.tag() {
            Tag::Text => {
                self.text(node.text());
                return false;
            }
            Tag::Break => {
                if self.parted {
                    self.break_line()
                } else {
                    self.text(" ")
                }
                return false;
            }
            Tag::Image => {
                self.text(node.said(Attribute::Alt));
                return false;
            }
            Tag::Gone
            | Tag::Source
            | Tag::Track
            | Tag::Frame
            | Tag::Video
            | Tag::Audio
            | Tag::Divider => return false,
            Tag::Strong => Mark::Strong,
            Tag::Emphasis | Tag::Cited => Mark::Em,
            Tag::Struck => Mark::Strike,
            Tag::Sub => Mark::Sub,
            Tag::Sup => Mark::Sup,
            Tag::Code => Mark::Code,
            Tag::Mark => Mark::Mark,
            Tag::Link => {
                if let Some(url) = node.link(Attribute::Href, self.base) {
                    self.set(end, LINK, url.as_str());
                }
                return true;
            }
            Tag::Quoted | Tag::Span => {
                let lang = node.said(Attribute::Lang);
                if is_language(lang) {
                    self.set(end, LANG, lang);
                }
                if node.tag() == Tag::Quoted {
                    self.push("\u{201c}");
                    self.set(end, QUOTED, "");
                }
                return true;
            }
            Tag::Fallback | Tag::Picture => return true,
            _ => {
                self.part();
                self.set(end, BLOCK, "");
                return true;
            }
        };
        self.set(end, b'0' + mark as u8, "");
        true
    }

    /// A block begins or ends in the line.
    fn part(&mut self) {
        if !self.parted || self.spans.is_empty() {
            self.text(" ");
        } else if !is_broken(&self.spans) {
            self.break_line();
        }
    }

    /// Text, its white space collapsed.
    #[inline(never)]
    pub(super) fn text(&mut self, text: &str) {
        let mut out = String::with_capacity(text.len());
        for c in text.chars() {
            let space = c.is_ascii_whitespace();
            if !space {
                out.push(c);
            } else if !self.spaced {
                out.push(' ');
            }
            self.spaced = space;
        }
        self.push(&out);
    }

    #[inline(never)]
    fn push(&mut self, text: &str) {
        if text.is_empty() {
            return;
        }
        self.spaced = text.ends_with(' ');
        let mut marks = String::new();
        let (mut href, mut lang) = ("", "");
        for setting in &self.set {
            match setting.sign {
                LINK => href = &setting.value,
                LANG => lang = &setting.value,
                mark @ b'0'..=b'9' if !marks.as_bytes().contains(&mark) => {
                    marks.push(char::from(mark));
                }
                _ => {}
            }
        }
        if let Some(last) = self.spans.last_mut()
            && last.marks == marks
            && last.href == href
            && last.lang == lang
        {
            last.text.push_str(text);
            return;
        }
        let cost = href.len() + lang.len();
        if cost > self.spare {
            (href, lang) = ("", "");
        }
        self.spare = self.spare.saturating_sub(cost);
        let (text, href, lang) = (text.to_owned(), href.to_owned(), lang.to_owned());
        self.spans.push(Span { text, marks, href, lang });
    }

    /// A line break; not at the start.
    #[inline(never)]
    pub(super) fn break_line(&mut self) {
        if !self.spans.is_empty() {
            self.trim();
            self.spans.push(Span::line_end());
            self.spaced = true;
        }
    }

    /// Whether a line break stands last.
    pub(super) fn is_broken(&self) -> bool {
        is_broken(&self.spans)
    }

    /// Whether nothing that could be seen stands in it.
    pub(super) fn is_blank(&self) -> bool {
        self.spans.iter().all(|span| !span.is_break() && is_blank(&span.text))
    }

    /// Where a press on what comes next leads.
    pub(super) fn link(&self) -> Option<&str> {
        let link = self.set.iter().rev().find(|setting| setting.sign == LINK);
        link.map(|setting| setting.value.as_str())
    }

    /// Takes the space at the end away.
    #[inline(never)]
    fn trim(&mut self) {
        while let Some(last) = self.spans.last_mut()
            && !last.is_break()
        {
            if last.text.ends_with(' ') {
                last.text.pop();
            }
            if !last.text.is_empty() {
                break;
            }
            self.spans.pop();
        }
    }

    /// What has been written; the line is empty again, its settings go on. Nothing where nothing can be seen.
    #[inline(never)]
    pub(super) fn take(&mut self) -> Vec<Span> {
        self.trim();
        while self.is_broken() {
            self.spans.pop();
            self.trim();
        }
        let blank = self.is_blank();
        self.spaced = true;
        let spans = std::mem::take(&mut self.spans);
        if blank { Vec::new() } else { spans }
    }
}

/// Whether nothing in a text can be seen.
#[inline(never)]
pub(super) fn is_blank(text: &str) -> bool {
    text.chars().all(|c| {
        c.is_ascii_whitespace() || matches!(c, '\u{a0}' | '\u{200b}' | '\u{feff}' | '\u{ad}')
    })
}

/// Whether it is written as languages are.
fn is_language(lang: &str) -> bool {
    (1..=35).contains(&lang.len()) && lang.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
}
