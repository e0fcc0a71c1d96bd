//! The builder: one pass over the nodes that the policy let through, with a stack of what is open.

use super::block;
use super::figure::Figure;
use super::line::Line;
use super::{media, publishers, quotes, shortcodes, table};
use crate::content::model::{Block, BlockKind, Image, Text};
use crate::policy::{Attribute, Classes, Node, SafeUrl, Tag};

/// Blocks in each other: deeper ones are flattened. Drawing follows the nesting.
const DEEPEST: usize = 16;

/// What collects blocks of its own.
pub(super) enum Kind {
    /// The text itself.
    Body,
    List {
        ordered: bool,
        start: Option<i32>,
        items: Vec<Vec<Block>>,
    },
    Item,
    Quote {
        citation: Option<String>,
        url: Option<SafeUrl>,
    },
    Pullquote {
        citation: Option<String>,
    },
    Figure(Figure),
    Details {
        summary: String,
        open: bool,
    },
    /// A list of terms, with the one that waits for what it means.
    Terms {
        term: Option<String>,
    },
    Meaning {
        term: String,
    },
    Callout,
}

pub(super) struct Frame {
    pub(super) kind: Kind,
    blocks: Vec<Block>,
    /// How many bounds were open before it.
    bounds: usize,
}

/// Where a paragraph ends, and the level of the heading that goes on there; 0 for none.
struct Bound {
    end: usize,
    level: u8,
}

pub(super) struct Builder<'a> {
    pub(super) nodes: Vec<Node>,
    pub(super) base: &'a str,
    pub(super) line: Line<'a>,
    pub(super) frames: Vec<Frame>,
    bounds: Vec<Bound>,
    pub(super) level: u8,
    /// A `[caption]` is open.
    pub(super) captioned: bool,
}

impl<'a> Builder<'a> {
    pub(super) fn new(nodes: Vec<Node>, base: &'a str) -> Builder<'a> {
        let body = Frame { kind: Kind::Body, blocks: Vec::new(), bounds: 0 };
        Builder {
            nodes,
            base,
            line: Line::new(base, true),
            frames: vec![body],
            bounds: Vec::new(),
            level: 0,
            captioned: false,
        }
    }

    /// The blocks.
    pub(super) fn build(mut self) -> Vec<Block> {
        let mut at = 0;
        while at < self.nodes.len() {
            self.close(at);
            at = self.visit(at);
        }
        self.close(usize::MAX);
        self.flush();
        self.frames.pop().map(|frame| frame.blocks).unwrap_or_default()
    }

    /// Takes a node, and says where to go on: into it, or behind it.
    fn visit(&mut self, at: usize) -> usize {
        let Some(node) = self.nodes.get(at) else { return usize::MAX };
        let (end, tag) = (node.end(), node.tag());
        if node.classes() != Classes::default()
            && tag != Tag::Gone
            && let Some(next) = publishers::classed(self, at)
        {
            return next;
        }
        let Some(node) = self.nodes.get(at) else { return usize::MAX };
        match tag {
            Tag::Break => {
                // Two of them part paragraphs.
                if self.line.is_broken() { self.flush() } else { self.line.break_line() }
            }
            Tag::Paragraph => self.bound(end, self.level),
            Tag::Heading2 => self.bound(end, 2),
            Tag::Heading3 => self.bound(end, 3),
            Tag::Heading4 => self.bound(end, 4),
            Tag::List | Tag::Numbered => {
                let ordered = tag == Tag::Numbered;
                let start = node.number(Attribute::Start).and_then(|n| i32::try_from(n).ok());
                if self.in_gallery() {
                    self.bound(end, self.level);
                } else {
                    self.frame(
                        end,
                        Kind::List { ordered, start: start.filter(|_| ordered), items: Vec::new() },
                    );
                }
            }
            Tag::Item => {
                let listed =
                    matches!(self.frames.last(), Some(Frame { kind: Kind::List { .. }, .. }));
                self.bound_or(end, listed.then_some(Kind::Item));
            }
            Tag::Terms => {
                let kind = (!self.in_gallery()).then_some(Kind::Terms { term: None });
                self.bound_or(end, kind);
            }
            Tag::Term | Tag::Meaning => return publishers::term(self, at),
            Tag::Quotation => return quotes::quotation(self, at),
            Tag::Preformatted => return quotes::preformatted(self, at),
            Tag::Figure => return Figure::open(self, at, false),
            Tag::Details => return publishers::details(self, at),
            Tag::Divider => {
                self.flush();
                self.push(BlockKind::Divider);
            }
            Tag::Table => return table::table(self, at),
            Tag::Image | Tag::Picture => return media::picture(self, at),
            Tag::Video | Tag::Audio => return media::film(self, at),
            Tag::Frame => return media::frame(self, at),
            Tag::Fallback => {
                // The picture of a script that did not run, if the script's own is not there.
                return if media::is_repeated(self, at) { end } else { at + 1 };
            }
            Tag::Block
            | Tag::Footer
            | Tag::Caption
            | Tag::TableCaption
            | Tag::TableHead
            | Tag::TableBody
            | Tag::Row
            | Tag::HeadCell
            | Tag::Cell
            | Tag::Summary => self.bound(end, self.level),
            _ => return if self.line.enter(node) { at + 1 } else { end },
        }
        at + 1
    }

    /// A paragraph ends here and another one begins, up to `end`.
    pub(super) fn bound(&mut self, end: usize, level: u8) {
        self.flush();
        self.bounds.push(Bound { end, level: self.level });
        self.level = level;
    }

    fn bound_or(&mut self, end: usize, kind: Option<Kind>) {
        match kind {
            Some(kind) => self.frame(end, kind),
            None => self.bound(end, self.level),
        }
    }

    /// Blocks up to `end` belong together. Where they stand too deep, they are as all others.
    #[inline(never)]
    pub(super) fn frame(&mut self, end: usize, kind: Kind) {
        let bounds = self.bounds.len();
        self.bound(end, 0);
        if self.frames.len() <= DEEPEST || matches!(kind, Kind::Item) {
            self.frames.push(Frame { kind, blocks: Vec::new(), bounds });
        }
    }

    /// Ends all that ends before this node.
    fn close(&mut self, at: usize) {
        self.line.leave(at);
        while self.bounds.last().is_some_and(|bound| bound.end <= at) {
            self.flush();
            if let Some(bound) = self.bounds.pop() {
                self.level = bound.level;
            }
            if self
                .frames
                .last()
                .is_some_and(|frame| frame.bounds == self.bounds.len() && self.frames.len() > 1)
                && let Some(frame) = self.frames.pop()
            {
                self.end(frame);
            }
        }
    }

    /// The paragraph, heading or address by itself that has been written.
    #[inline(never)]
    pub(super) fn flush(&mut self) {
        let text = self.line.take();
        if text.spans.is_empty() {
            return;
        }
        if self.level > 0 {
            self.push(BlockKind::Heading { level: self.level, text });
        } else {
            shortcodes::paragraph(self, text);
        }
    }

    /// A block where we are.
    #[inline(never)]
    pub(super) fn push(&mut self, kind: BlockKind) {
        if let Some(frame) = self.frames.last_mut() {
            frame.blocks.push(block(kind));
        }
    }

    /// The block that was written last where we are, if nothing follows it yet.
    pub(super) fn last(&mut self) -> Option<&mut BlockKind> {
        if !self.line.is_blank() {
            return None;
        }
        self.frames.last_mut()?.blocks.last_mut().map(|block| &mut block.kind)
    }

    /// The picture that was written last, if nothing follows it yet.
    pub(super) fn last_image(&mut self) -> Option<&mut Image> {
        match self.last()? {
            BlockKind::Image(image) => Some(image),
            _ => None,
        }
    }

    pub(super) fn in_gallery(&self) -> bool {
        self.frames
            .iter()
            .any(|frame| matches!(&frame.kind, Kind::Figure(figure) if figure.gallery))
    }

    /// What becomes of blocks that belong together.
    fn end(&mut self, frame: Frame) {
        let Frame { kind, blocks: body, .. } = frame;
        let empty = body.is_empty();
        match kind {
            Kind::Item => {
                if let Some(Frame { kind: Kind::List { items, .. }, blocks, .. }) =
                    self.frames.last_mut()
                {
                    stray(items, blocks);
                    if !empty {
                        items.push(body);
                    }
                }
            }
            Kind::List { ordered, start, mut items } => {
                let mut body = body;
                stray(&mut items, &mut body);
                if !items.is_empty() {
                    self.push(BlockKind::List { ordered, start, items });
                }
            }
            Kind::Quote { citation, url } if !empty || citation.is_some() => {
                self.push(BlockKind::Quote { body, citation, url });
            }
            Kind::Pullquote { citation } => quotes::pullquote(self, body, citation),
            Kind::Figure(figure) => figure.close(self, body),
            Kind::Details { summary, open } if !summary.is_empty() => {
                self.push(BlockKind::Details { summary, body, open });
            }
            Kind::Meaning { term } if !term.is_empty() => {
                self.push(BlockKind::Definition { term, body })
            }
            Kind::Callout if !empty => {
                self.push(BlockKind::Callout { tone: None, title: None, body })
            }
            Kind::Terms { term } => {
                self.extend(body);
                if let Some(term) = term.filter(|term| !term.is_empty()) {
                    self.push(BlockKind::Paragraph(Text::plain(term)));
                }
            }
            _ => self.extend(body),
        }
    }

    /// Blocks where we are.
    pub(super) fn extend(&mut self, blocks: Vec<Block>) {
        if let Some(frame) = self.frames.last_mut() {
            frame.blocks.extend(blocks);
        }
    }
}

/// What stands in a list but in no item of it belongs to the item before.
fn stray(items: &mut Vec<Vec<Block>>, blocks: &mut Vec<Block>) {
    if blocks.is_empty() {
        return;
    }
    let blocks = std::mem::take(blocks);
    match items.last_mut() {
        Some(item) => item.extend(blocks),
        None => items.push(blocks),
    }
}
