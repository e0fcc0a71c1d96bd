//! The builder: one pass over the nodes that the policy let through, with a stack of what is open. What it makes is JSON of
//! our own format, whose reader is there anyway.

use super::line::{Line, Span, written};
use super::{figure, media, publishers, quotes, shortcodes, table};
use crate::content::json::Json;
use crate::policy::{Attribute, Classes, Node, Tag};
use crate::text::digits;

/// Blocks in each other: deeper ones are flattened. Drawing follows the nesting.
const DEEPEST: usize = 16;

/// What collects blocks of its own.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Kind {
    /// What is in it stands in its place.
    Through,
    List,
    Item,
    /// A quotation: there even if only somebody is named in it.
    Quote,
    Pullquote,
    Figure,
    /// Several pictures.
    Gallery,
    /// A list of terms, with the one that waits for what it means.
    Terms,
    /// A block with a body, which may be empty.
    Holder,
    /// A block that is nothing without its body.
    Callout,
}

pub(super) struct Frame {
    pub(super) kind: Kind,
    /// The block so far, or what is known of it.
    pub(super) block: Json,
    blocks: Vec<Json>,
    /// How many bounds were open before it.
    bounds: usize,
}

/// Where a paragraph ends, and the level of the heading that goes on there; 0 for none.
struct Bound {
    end: usize,
    level: u32,
}

pub(super) struct Builder<'a> {
    pub(super) nodes: Vec<Node>,
    pub(super) base: &'a str,
    pub(super) line: Line<'a>,
    pub(super) frames: Vec<Frame>,
    bounds: Vec<Bound>,
    level: u32,
    /// A `[caption]` is open.
    pub(super) captioned: bool,
}

impl<'a> Builder<'a> {
    pub(super) fn new(nodes: Vec<Node>, base: &'a str) -> Builder<'a> {
        let (block, blocks) = (Json::Null, Vec::new());
        let body = Frame { kind: Kind::Through, block, blocks, bounds: 0 };
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
    pub(super) fn build(mut self) -> Vec<Json> {
        let mut at = 0;
        while at < self.nodes.len() {
            self.close(at);
            at = self.visit(at).unwrap_or(usize::MAX);
        }
        self.close(usize::MAX);
        self.flush();
        self.frames.pop().map(|frame| frame.blocks).unwrap_or_default()
    }

    /// Takes a node, and says where to go on: into it, or behind it.
    fn visit(&mut self, at: usize) -> Option<usize> {
        let node = self.nodes.get(at)?;
        let (end, tag) = (node.end(), node.tag());
        if node.classes() != Classes::default()
            && tag != Tag::Gone
            && let Some(next) = publishers::classed(self, at)
        {
            return Some(next);
        }
        let node = self.nodes.get(at)?;
        match tag {
            Tag::Break => {
                // Two of them part paragraphs.
                if self.line.is_broken() { self.flush() } else { self.line.break_line() }
            }
            Tag::Heading2 => self.bound(end, 2),
            Tag::Heading3 => self.bound(end, 3),
            Tag::Heading4 => self.bound(end, 4),
            Tag::List | Tag::Numbered if !self.is_in(Kind::Gallery) => {
                let ordered = tag == Tag::Numbered;
                let mut list = Json::holding("list", "ordered", Json::Bool(ordered));
                if let Some(start) = node.number(Attribute::Start)
                    && ordered
                    && start <= i32::MAX as u32
                {
                    list.say("start", &digits(start));
                }
                self.frame(end, Kind::List, list);
            }
            Tag::Item if self.frames.last().is_some_and(|frame| frame.kind == Kind::List) => {
                self.frame(end, Kind::Item, Json::Null);
            }
            Tag::Terms if !self.is_in(Kind::Gallery) => {
                self.frame(end, Kind::Terms, Json::nothing());
            }
            Tag::Term | Tag::Meaning => return publishers::term(self, at),
            Tag::Quotation => {
                let mut quote = Json::block("quote");
                quotes::citation(self, at, &mut quote);
                if let Some(url) = self.nodes.get(at)?.link(Attribute::Cite, self.base) {
                    quote.say("url", url.as_str());
                }
                self.frame(end, Kind::Quote, quote);
            }
            Tag::Preformatted => return quotes::preformatted(self, at),
            Tag::Figure => return figure::open(self, at, Kind::Figure),
            Tag::Details => return publishers::details(self, at),
            Tag::Divider => {
                self.flush();
                self.push(Json::block("divider"));
            }
            Tag::Table => return table::table(self, at),
            Tag::Image | Tag::Picture => return media::picture(self, at),
            Tag::Video | Tag::Audio => return media::film(self, at),
            Tag::Frame => return media::frame(self, at),
            Tag::Fallback => {
                // The picture of a script that did not run, if the script's own is not there.
                return Some(if media::is_repeated(self, at) { end } else { at + 1 });
            }
            Tag::Paragraph
            | Tag::List
            | Tag::Numbered
            | Tag::Item
            | Tag::Terms
            | Tag::Block
            | Tag::Footer
            | Tag::Caption
            | Tag::TableCaption
            | Tag::TableHead
            | Tag::TableBody
            | Tag::Row
            | Tag::HeadCell
            | Tag::Cell
            | Tag::Summary => self.same(end),
            _ => return Some(if self.line.enter(node) { at + 1 } else { end }),
        }
        Some(at + 1)
    }

    /// A paragraph ends here and another one begins, up to `end`.
    #[inline(never)]
    pub(super) fn bound(&mut self, end: usize, level: u32) {
        self.flush();
        self.bounds.push(Bound { end, level: self.level });
        self.level = level;
    }

    /// The same, in the heading that is open, if one is.
    pub(super) fn same(&mut self, end: usize) {
        self.bound(end, self.level);
    }

    /// Blocks up to `end` belong together. Where they stand too deep, they are as all others.
    #[inline(never)]
    pub(super) fn frame(&mut self, end: usize, kind: Kind, block: Json) {
        let bounds = self.bounds.len();
        self.bound(end, 0);
        if self.frames.len() <= DEEPEST || kind == Kind::Item {
            self.frames.push(Frame { kind, block, blocks: Vec::new(), bounds });
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
            let (open, bounds) = (self.frames.len(), self.bounds.len());
            if let Some(frame) = self.frames.pop_if(|frame| frame.bounds == bounds && open > 1) {
                self.end(frame);
            }
        }
    }

    /// The paragraph, heading or address by itself that has been written.
    #[inline(never)]
    pub(super) fn flush(&mut self) {
        let spans = self.line.take();
        if spans.is_empty() {
            return;
        }
        if self.level > 0 {
            let mut heading = Json::holding("heading", "spans", written(&spans));
            heading.say("level", &digits(self.level));
            self.push(heading);
        } else {
            shortcodes::paragraph(self, &spans);
        }
    }

    /// A block where we are. What stands in a list but in no item of it belongs to the item before.
    #[inline(never)]
    pub(super) fn push(&mut self, block: Json) {
        let Some(Frame { kind, blocks, .. }) = self.frames.last_mut() else { return };
        let stray = *kind == Kind::List && !matches!(block, Json::List(_));
        match blocks.last_mut() {
            Some(Json::List(item)) if stray => item.push(block),
            _ if stray => blocks.push(Json::List(vec![block])),
            _ => blocks.push(block),
        }
    }

    /// A paragraph of this text where we are, if there is any.
    #[inline(never)]
    pub(super) fn say(&mut self, text: String) {
        if !text.is_empty() {
            let span = Span { text, ..Span::default() };
            self.push(Json::holding("paragraph", "spans", written(&[span])));
        }
    }

    /// The picture that was written last where we are, if nothing follows it yet.
    #[inline(never)]
    pub(super) fn last_image(&mut self) -> Option<&mut Json> {
        if !self.line.is_blank() {
            return None;
        }
        self.frames.last_mut()?.blocks.last_mut().filter(|block| block.is("image"))
    }

    /// Whether such a thing is open.
    #[inline(never)]
    pub(super) fn is_in(&self, kind: Kind) -> bool {
        self.frames.iter().any(|frame| frame.kind == kind)
    }

    /// What becomes of blocks that belong together.
    fn end(&mut self, frame: Frame) {
        let Frame { kind, mut block, blocks: mut body, .. } = frame;
        match kind {
            Kind::Item if !body.is_empty() => self.push(Json::List(body)),
            Kind::Pullquote => quotes::pullquote(self, body, block),
            Kind::Figure | Kind::Gallery => figure::close(self, body, block, kind),
            Kind::List | Kind::Quote | Kind::Holder | Kind::Callout => {
                if body.is_empty() {
                    if kind != Kind::Holder && !block.has("citation") {
                        return;
                    }
                    // Or a quotation would lack what was said.
                    body.push(Json::Null);
                }
                block.put(if kind == Kind::List { "items" } else { "body" }, Json::List(body));
                self.push(block);
            }
            _ => {
                self.extend(body);
                self.say(block.take_text("term"));
            }
        }
    }

    /// Blocks where we are.
    #[inline(never)]
    pub(super) fn extend(&mut self, blocks: Vec<Json>) {
        for block in blocks {
            self.push(block);
        }
    }
}
