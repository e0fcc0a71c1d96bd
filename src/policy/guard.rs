//! The guard before any parser: one pass over the bytes of a text in HTML. Parsers take a time that grows with the
//! square of the nesting (200,000 nested elements stop a page for a minute), so what is too heavy is not parsed.
//!
//! It follows the stack of open elements as the parser would, and where it cannot know, it counts more rather than less.

mod kinds;
mod stack;

use kinds::Kind;
use std::borrow::Cow;
use std::ops::Range;

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
    look(html).err().unwrap_or(Load::Light)
}

/// Looks a text in HTML over, and takes the attributes out of it that are programs or styles (`onclick`, `style`): none is
/// wanted, and a browser reports each to the publisher of a page whose policy forbids them, though nothing comes of it.
pub fn without_programs(html: &str) -> Result<Cow<'_, str>, Load> {
    let found = look(html)?;
    if found.is_empty() {
        return Ok(html.into());
    }
    let mut bytes = html.as_bytes().to_vec();
    for attribute in found {
        bytes.get_mut(attribute).into_iter().for_each(|bytes| bytes.fill(b' '));
    }
    // What is taken out begins and ends at a sign of ASCII: what is left is a text.
    String::from_utf8(bytes).map(Cow::from).map_err(|_| Load::Unclear)
}

/// The attributes that are programs or styles, by their places.
fn look(html: &str) -> Result<Vec<Range<usize>>, Load> {
    if html.len() > MOST_BYTES {
        return Err(Load::Long);
    }
    let mut guard = Guard {
        rest: html.as_bytes(),
        open: Vec::new(),
        foreign: 0,
        strict: false,
        length: html.len(),
        programs: Vec::new(),
    };
    let (mut tags, mut reopened) = (0, 0);
    while let Some(at) = guard.rest.iter().position(|b| *b == b'<') {
        guard.skip(at + 1);
        tags += 1;
        reopened += guard.open.iter().filter(|(_, kind)| *kind == Kind::Mark).count();
        if tags > MOST_TAGS || reopened > MOST_REOPENED {
            return Err(Load::Many);
        }
        guard.markup()?;
        if guard.open.len() > MOST_OPEN {
            return Err(Load::Deep);
        }
    }
    Ok(guard.programs)
}

struct Guard<'a> {
    rest: &'a [u8],
    open: Vec<(&'a [u8], Kind)>,
    /// How many of those that are open are SVG or MathML.
    foreign: usize,
    /// An element of HTML stood in SVG or MathML: from there on nobody knows which of both is open.
    strict: bool,
    /// How long all of the text is.
    length: usize,
    programs: Vec<Range<usize>>,
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
                    let start = self.length - self.rest.len();
                    if self.attribute() {
                        self.programs.push(start..self.length - self.rest.len());
                    }
                }
            }
        }
    }

    /// Passes over an attribute, and says whether it is a program or a style.
    fn attribute(&mut self) -> bool {
        // A name may begin with an equals sign.
        let end = |b: &u8| b.is_ascii_whitespace() || matches!(b, b'/' | b'>' | b'=');
        let name = self.rest.iter().skip(1).position(end).map_or(self.rest.len(), |at| at + 1);
        let (name, rest) = self.rest.split_at_checked(name).unwrap_or_default();
        self.rest = rest;
        let program = is(name, "style") || name.get(..2).is_some_and(|start| is(start, "on"));
        let space = |rest: &[u8]| rest.iter().take_while(|b| b.is_ascii_whitespace()).count();
        let spaces = space(self.rest);
        if self.rest.get(spaces) != Some(&b'=') {
            return program;
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
        program
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
}

fn is(name: &[u8], one: &str) -> bool {
    name.eq_ignore_ascii_case(one.as_bytes())
}
