//! Lines of text with marks and links, out of nodes: white space as HTML collapses it.

use crate::content::model::{Inline, Mark, Text};
use crate::policy::{Attribute, Node, SafeUrl, Tag};

/// How text is set from here to the end of a node.
enum Setting {
    Mark(Mark),
    Link(SafeUrl),
    Lang(String),
    /// Within quotation marks.
    Quoted,
    /// The end of a block inside a line.
    Block,
}

/// A line that is being written.
pub(super) struct Line<'a> {
    base: &'a str,
    spans: Vec<Inline>,
    /// Settings with the place at which they end.
    set: Vec<(usize, Setting)>,
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
    pub(super) fn of(nodes: &[Node], from: usize, to: usize, base: &str, parted: bool) -> Text {
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
        while self.set.last().is_some_and(|(end, _)| *end <= at) {
            match self.set.pop() {
                Some((_, Setting::Quoted)) => self.push("\u{201d}".to_owned()),
                Some((_, Setting::Block)) => self.part(),
                _ => {}
            }
        }
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
                self.text(node.word(Attribute::Alt).unwrap_or_default());
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
                    self.set.push((end, Setting::Link(url)));
                }
                return true;
            }
            Tag::Quoted | Tag::Span => {
                if let Some(lang) = node.word(Attribute::Lang).filter(|lang| is_language(lang)) {
                    self.set.push((end, Setting::Lang(lang.to_owned())));
                }
                if node.tag() == Tag::Quoted {
                    self.push("\u{201c}".to_owned());
                    self.set.push((end, Setting::Quoted));
                }
                return true;
            }
            Tag::Fallback | Tag::Picture => return true,
            _ => {
                self.part();
                self.set.push((end, Setting::Block));
                return true;
            }
        };
        self.set.push((end, Setting::Mark(mark)));
        true
    }

    /// A block begins or ends in the line.
    fn part(&mut self) {
        if self.parted && !self.spans.is_empty() {
            if !matches!(self.spans.last(), Some(Inline::Break { .. })) {
                self.break_line();
            }
        } else {
            self.text(" ");
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
        self.push(out);
    }

    fn push(&mut self, text: String) {
        if text.is_empty() {
            return;
        }
        self.spaced = text.ends_with(' ');
        let mut marks = Vec::new();
        let (mut href, mut lang) = (None, None);
        for (_, setting) in &self.set {
            match setting {
                Setting::Mark(mark) if !marks.contains(mark) => marks.push(*mark),
                Setting::Link(url) => href = Some(url),
                Setting::Lang(own) => lang = Some(own),
                _ => {}
            }
        }
        if let Some(Inline::Span { text: last, marks: m, href: h, lang: l }) = self.spans.last_mut()
            && *m == marks
            && h.as_ref() == href
            && l.as_ref() == lang
        {
            last.push_str(&text);
            return;
        }
        let cost = href.map_or(0, |url| url.as_str().len()) + lang.map_or(0, String::len);
        let affordable = cost <= self.spare;
        self.spare = self.spare.saturating_sub(cost);
        let (href, lang) = if affordable { (href.cloned(), lang.cloned()) } else { (None, None) };
        self.spans.push(Inline::Span { text, marks, href, lang });
    }

    /// A line break; not at the start.
    pub(super) fn break_line(&mut self) {
        if !self.spans.is_empty() {
            self.trim();
            self.spans.push(Inline::Break { on: true });
            self.spaced = true;
        }
    }

    /// Whether a line break stands last.
    pub(super) fn is_broken(&self) -> bool {
        matches!(self.spans.last(), Some(Inline::Break { .. }))
    }

    /// Whether nothing that could be seen stands in it.
    pub(super) fn is_blank(&self) -> bool {
        self.spans.iter().all(|span| matches!(span, Inline::Span { text, .. } if is_blank(text)))
    }

    /// Where a press on what comes next leads.
    pub(super) fn link(&self) -> Option<&SafeUrl> {
        self.set.iter().rev().find_map(|(_, setting)| match setting {
            Setting::Link(url) => Some(url),
            _ => None,
        })
    }

    /// Takes the space at the end away.
    fn trim(&mut self) {
        while let Some(Inline::Span { text, .. }) = self.spans.last_mut() {
            if text.ends_with(' ') {
                text.pop();
            }
            if !text.is_empty() {
                break;
            }
            self.spans.pop();
        }
    }

    /// What has been written; the line is empty again, its settings go on.
    #[inline(never)]
    pub(super) fn take(&mut self) -> Text {
        self.trim();
        while self.is_broken() {
            self.spans.pop();
            self.trim();
        }
        let blank = self.is_blank();
        let spans = std::mem::take(&mut self.spans);
        self.spaced = true;
        if blank { Text::default() } else { Text { spans } }
    }
}

/// Whether nothing in a text can be seen.
pub(super) fn is_blank(text: &str) -> bool {
    text.chars().all(|c| {
        c.is_ascii_whitespace() || matches!(c, '\u{a0}' | '\u{200b}' | '\u{feff}' | '\u{ad}')
    })
}

/// Whether it is written as languages are.
fn is_language(lang: &str) -> bool {
    lang.len() <= 35 && lang.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
}
