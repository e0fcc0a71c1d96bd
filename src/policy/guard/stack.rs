//! The stack of open elements, as a parser keeps it.

use super::kinds::{Kind, kind};
use super::{Guard, Load, is};

impl<'a> Guard<'a> {
    pub(super) fn opened(&mut self, name: &'a [u8], closes_itself: bool) -> Result<(), Load> {
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

    pub(super) fn close(&mut self, name: &[u8]) {
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
        let mut place = 0;
        self.open.retain(|(_, kind)| {
            place += 1;
            place <= at || *kind == Kind::Mark
        });
    }
}
