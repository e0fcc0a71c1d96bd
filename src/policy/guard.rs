//! The guard before any parser: one pass over the bytes of a text in HTML. Parsers take a time that grows with the
//! square of the nesting (200,000 nested elements stop a page for a minute), so what is too heavy is not parsed.
//!
//! It follows the stack of open elements as the parser would, and where it cannot know, it counts more rather than less.

mod kinds;

use kinds::{Kind, kind};

/// Whether a text may be parsed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Load {
    /// It may.
    Light,
    /// Too many bytes.
    Long,
    /// Too many elements in each other.
    Deep,
    /// Too many tags.
    Many,
    /// Too many attributes of one tag.
    Attributes,
    /// Nobody could say without parsing it.
    Unclear,
}

/// What comments may be in all is the largest thing that is read.
const MOST_BYTES: usize = 4 << 20;
const MOST_TAGS: usize = 50_000;
const MOST_OPEN: usize = 256;
const MOST_ATTRIBUTES: usize = 100;
/// Marks that are not closed are opened again in every paragraph that follows.
const MOST_REOPENED: usize = 200_000;

/// Looks a text in HTML over.
pub fn load(html: &str) -> Load {
    if html.len() > MOST_BYTES {
        return Load::Long;
    }
    let mut guard = Guard { rest: html.as_bytes(), open: Vec::new(), foreign: 0, strict: false };
    let (mut tags, mut reopened) = (0, 0);
    while let Some(at) = guard.rest.iter().position(|b| *b == b'<') {
        guard.skip(at + 1);
        tags += 1;
        reopened += guard.open.iter().filter(|(_, kind)| *kind == Kind::Mark).count();
        if tags > MOST_TAGS || reopened > MOST_REOPENED {
            return Load::Many;
        }
        if let Err(load) = guard.markup() {
            return load;
        }
        if guard.open.len() > MOST_OPEN {
            return Load::Deep;
        }
    }
    Load::Light
}

struct Guard<'a> {
    rest: &'a [u8],
    open: Vec<(&'a [u8], Kind)>,
    /// How many of those that are open are SVG or MathML.
    foreign: usize,
    /// An element of HTML stood in SVG or MathML: from there on nobody knows which of both is open.
    strict: bool,
}

impl<'a> Guard<'a> {
    fn skip(&mut self, count: usize) {
        self.rest = self.rest.get(count..).unwrap_or_default();
    }

    /// What is behind a `<`.
    fn markup(&mut self) -> Result<(), Load> {
        match self.rest.first() {
            Some(b'!') if self.rest.starts_with(b"!--") => {
                self.skip(3);
                self.comment();
            }
            Some(b'!') if self.foreign > 0 && self.rest.starts_with(b"![CDATA[") => {
                return Err(Load::Unclear);
            }
            Some(b'!' | b'?') => self.past(b'>'),
            Some(b'/') => match self.rest.get(1) {
                Some(first) if first.is_ascii_alphabetic() => {
                    self.skip(1);
                    let name = self.name();
                    self.attributes()?;
                    self.close(name);
                }
                _ => self.past(b'>'),
            },
            Some(first) if first.is_ascii_alphabetic() => {
                let name = self.name();
                let closes_itself = self.attributes()?;
                return self.opened(name, closes_itself);
            }
            _ => {}
        }
        Ok(())
    }

    fn past(&mut self, end: u8) {
        let at = self.rest.iter().position(|b| *b == end).map_or(self.rest.len(), |at| at + 1);
        self.skip(at);
    }

    fn comment(&mut self) {
        if self.rest.starts_with(b">") || self.rest.starts_with(b"->") {
            return self.past(b'>');
        }
        let end = |part: &[u8]| part.starts_with(b"-->") || part.starts_with(b"--!>");
        let at = (0..self.rest.len()).find(|at| self.rest.get(*at..).is_some_and(end));
        self.skip(at.unwrap_or(self.rest.len()));
        self.past(b'>');
    }

    fn name(&mut self) -> &'a [u8] {
        let end = |b: &u8| b.is_ascii_whitespace() || matches!(b, b'/' | b'>');
        let at = self.rest.iter().position(end).unwrap_or(self.rest.len());
        let (name, rest) = self.rest.split_at_checked(at).unwrap_or_default();
        self.rest = rest;
        name
    }

    /// Passes over the attributes of a tag and its end, and says whether it closes itself.
    fn attributes(&mut self) -> Result<bool, Load> {
        let mut count = 0;
        let mut slash = false;
        loop {
            match self.rest.first() {
                None => return Ok(slash),
                Some(b'>') => {
                    self.skip(1);
                    return Ok(slash);
                }
                Some(b) if *b == b'/' || b.is_ascii_whitespace() => {
                    slash = *b == b'/';
                    self.skip(1);
                }
                Some(_) => {
                    count += 1;
                    if count > MOST_ATTRIBUTES {
                        return Err(Load::Attributes);
                    }
                    slash = false;
                    self.attribute();
                }
            }
        }
    }

    fn attribute(&mut self) {
        // A name may begin with an equals sign.
        let end = |b: &u8| b.is_ascii_whitespace() || matches!(b, b'/' | b'>' | b'=');
        let name = self.rest.iter().skip(1).position(end).map_or(self.rest.len(), |at| at + 1);
        self.skip(name);
        let space = |rest: &[u8]| rest.iter().take_while(|b| b.is_ascii_whitespace()).count();
        let spaces = space(self.rest);
        if self.rest.get(spaces) != Some(&b'=') {
            return;
        }
        self.skip(spaces + 1);
        self.skip(space(self.rest));
        match self.rest.first() {
            Some(quote @ (b'"' | b'\'')) => {
                let quote = *quote;
                self.skip(1);
                self.past(quote);
            }
            _ => {
                let end = |b: &u8| b.is_ascii_whitespace() || *b == b'>';
                let at = self.rest.iter().position(end).unwrap_or(self.rest.len());
                self.skip(at);
            }
        }
    }

    fn opened(&mut self, name: &'a [u8], closes_itself: bool) -> Result<(), Load> {
        let kind = kind(name);
        let foreign = self.foreign > 0;
        if foreign {
            // Elements of HTML end SVG and MathML, or stand in them by right.
            let own = matches!(kind, Kind::Other | Kind::Foreign | Kind::Raw)
                || is(name, "a")
                || is(name, "image");
            self.strict |= !own;
        }
        match kind {
            Kind::Void if !foreign => return Ok(()),
            Kind::Raw if foreign && closes_itself && !self.strict => return Ok(()),
            Kind::Raw => return self.raw(name),
            Kind::Cell | Kind::Row if !self.in_table() => return Ok(()),
            _ => {}
        }
        if closes_itself && (foreign || kind == Kind::Foreign) && !self.strict {
            return Ok(());
        }
        self.end_implied(name, kind);
        self.foreign += usize::from(kind == Kind::Foreign);
        self.open.push((name, kind));
        Ok(())
    }

    /// Whether rows and cells are those of a table: elsewhere they are passed over.
    fn in_table(&self) -> bool {
        let wall = |(_, kind): &&(&[u8], Kind)| {
            matches!(kind, Kind::Wall | Kind::Cell | Kind::Foreign | Kind::Point)
        };
        self.open
            .iter()
            .rev()
            .find(wall)
            .is_some_and(|(name, kind)| *kind == Kind::Cell || is(name, "table"))
    }

    /// An element ends those before it whose end tags may be left out: only what is open last, so never too many.
    fn end_implied(&mut self, name: &[u8], kind: Kind) {
        while let Some((last, last_kind)) = self.open.last() {
            let ends = match last_kind {
                Kind::Implied if is(last, "p") => {
                    !matches!(kind, Kind::Mark | Kind::Other | Kind::Foreign | Kind::Wall)
                }
                Kind::Implied if is(last, "li") => is(name, "li"),
                Kind::Implied => is(name, "dd") || is(name, "dt"),
                Kind::Cell => matches!(kind, Kind::Cell | Kind::Row),
                Kind::Row if is(last, "tr") => kind == Kind::Row,
                Kind::Row => kind == Kind::Row && !is(name, "tr"),
                _ => is(last, "option") && (is(name, "option") || is(name, "optgroup")),
            };
            if !ends {
                break;
            }
            self.open.pop();
        }
    }

    /// Passes over the content of an element that is text, and its end tag.
    fn raw(&mut self, name: &[u8]) -> Result<(), Load> {
        let mut rest = self.rest;
        let (mut markup, mut comment) = (false, false);
        while let Some(at) = rest.iter().position(|b| *b == b'<') {
            rest = rest.get(at + 1..).unwrap_or_default();
            let after = rest.strip_prefix(b"/").and_then(|end| end.split_at_checked(name.len()));
            if let Some((own, after)) = after
                && own.eq_ignore_ascii_case(name)
                && after.first().is_none_or(|b| b.is_ascii_whitespace() || matches!(b, b'/' | b'>'))
            {
                // In SVG and MathML it is no text: then it matters what it holds.
                if self.foreign > 0 && markup {
                    return Err(Load::Unclear);
                }
                self.rest = after;
                self.past(b'>');
                return Ok(());
            }
            markup = true;
            comment |= rest.starts_with(b"!--");
            // A script in a comment in a script ends elsewhere.
            if comment && rest.get(..6).is_some_and(|tag| is(tag, "script")) {
                return Err(Load::Unclear);
            }
        }
        if self.foreign > 0 && markup {
            return Err(Load::Unclear);
        }
        self.rest = &[];
        Ok(())
    }

    fn close(&mut self, name: &[u8]) {
        let kind = kind(name);
        if self.foreign > 0 {
            if self.open.last().is_some_and(|(own, _)| own.eq_ignore_ascii_case(name)) {
                self.open.pop();
                self.foreign -= usize::from(kind == Kind::Foreign);
            } else {
                self.strict = true;
            }
            return;
        }
        // Of one mark, three stay open past the end of what they stand in: only those end from anywhere.
        let same = self.open.iter().filter(|(own, _)| own.eq_ignore_ascii_case(name)).count();
        let through = |between: Kind| match between {
            Kind::Mark | Kind::Other => true,
            Kind::Wall | Kind::Foreign | Kind::Point => false,
            Kind::Cell => is(name, "table"),
            Kind::Box | Kind::Lone => match kind {
                Kind::Mark => same <= 3,
                Kind::Box | Kind::Wall | Kind::Cell => true,
                _ => is(name, "form"),
            },
            _ => match kind {
                Kind::Mark => same <= 3,
                Kind::Other | Kind::Point => false,
                _ => !is(name, "noscript"),
            },
        };
        let mut at = self.open.len();
        while let Some((own, between)) = at.checked_sub(1).and_then(|last| self.open.get(last)) {
            at -= 1;
            if own.eq_ignore_ascii_case(name) {
                return self.end(at, kind, is(name, "form"));
            }
            if !through(*between) {
                return;
            }
        }
    }

    /// Ends the element at a place, and what is in it: not the marks, which are opened again. A mark ends alone.
    fn end(&mut self, at: usize, kind: Kind, alone: bool) {
        if kind == Kind::Mark || alone {
            self.open.remove(at);
            return;
        }
        let marks: Vec<_> = self.open.drain(at..).filter(|(_, kind)| *kind == Kind::Mark).collect();
        self.open.extend(marks);
    }
}

fn is(name: &[u8], one: &str) -> bool {
    name.eq_ignore_ascii_case(one.as_bytes())
}
