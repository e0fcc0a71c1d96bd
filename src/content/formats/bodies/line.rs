//! A line of text under way, with its marks and links.

use super::unknown;
use crate::content::model::{Block, BlockKind, Inline, Mark, Text};
use crate::content::read::Node;
use crate::policy::SafeUrl;

/// How a piece of text is set.
#[derive(Default)]
pub(super) struct Setting {
    /// Its marks.
    pub marks: Vec<Mark>,
    /// Where it leads.
    pub href: Option<SafeUrl>,
}

/// The names that editors have for marks. None: one that is known and not shown.
const MARKS: &[(&str, Option<Mark>)] = &[
    ("strong", Some(Mark::Strong)),
    ("bold", Some(Mark::Strong)),
    ("em", Some(Mark::Em)),
    ("italic", Some(Mark::Em)),
    ("strike", Some(Mark::Strike)),
    ("strike-through", Some(Mark::Strike)),
    ("strikethrough", Some(Mark::Strike)),
    ("s", Some(Mark::Strike)),
    ("sub", Some(Mark::Sub)),
    ("subscript", Some(Mark::Sub)),
    ("sup", Some(Mark::Sup)),
    ("superscript", Some(Mark::Sup)),
    ("code", Some(Mark::Code)),
    ("highlight", Some(Mark::Mark)),
    ("mark", Some(Mark::Mark)),
    ("underline", None),
    ("u", None),
    ("textStyle", None),
    ("textColor", None),
];

impl Setting {
    /// Sets the mark of a name.
    pub fn mark(&mut self, name: &Node) {
        let Some(word) = name.text() else { return };
        match MARKS.iter().find(|(own, _)| *own == word) {
            Some((_, mark)) => self.marks.extend(*mark),
            None => unknown(name, "mark"),
        }
    }
}

/// A line under way.
#[derive(Default)]
pub(super) struct Line(Vec<Inline>);

impl Line {
    /// Adds text. What is set as the text before it goes on with it.
    #[inline(never)]
    pub fn add(&mut self, more: &str, setting: Setting) {
        let Setting { marks, href } = setting;
        match self.0.last_mut() {
            Some(Inline::Span { text, marks: own, href: to, .. })
                if *own == marks && *to == href =>
            {
                text.push_str(more);
            }
            _ => self.0.push(Inline::Span { text: more.to_owned(), marks, href, lang: None }),
        }
    }

    /// The line ends, not its paragraph.
    pub fn end(&mut self) {
        self.0.push(Inline::Break { on: true });
    }

    /// Whether nothing has been added.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// What has been added, if any of it can be seen; the next is another line.
    #[inline(never)]
    pub fn take(&mut self) -> Option<Text> {
        let mut spans = std::mem::take(&mut self.0);
        while matches!(spans.last(), Some(Inline::Break { .. })) {
            spans.pop();
        }
        let seen = |text: &str| text.chars().any(|c| c > ' ' && c != '\u{a0}');
        let any = spans.iter().any(|span| matches!(span, Inline::Span { text, .. } if seen(text)));
        any.then_some(Text { spans })
    }
}

/// Blocks as one line: what stood in paragraphs is parted by breaks.
pub(super) fn one_line(blocks: Vec<Block>) -> Text {
    let mut line = Line::default();
    let mut todo = blocks;
    todo.reverse();
    while let Some(block) = todo.pop() {
        match block.kind {
            BlockKind::Paragraph(text) | BlockKind::Heading { text, .. } => {
                if !line.is_empty() {
                    line.end();
                }
                line.0.extend(text.spans);
            }
            BlockKind::List { items, .. } => {
                todo.extend(items.into_iter().rev().flat_map(|item| item.into_iter().rev()));
            }
            BlockKind::Quote { body, .. } => todo.extend(body.into_iter().rev()),
            _ => {}
        }
    }
    line.take().unwrap_or_default()
}
