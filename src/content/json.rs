//! JSON as it is read here: by a parser of our own, because of what the usual one costs in a page.
//!
//! serde_json with its number tables (20 kB that no compression helps, for digits that an article never
//! has), its maps and errors is a quarter of the budget. This one keeps a number as it is written, never
//! recurses, leaves out what is nested too deep to be shown, and takes a lone surrogate for U+FFFD
//! instead of losing the article. A test holds it against serde_json.

mod decimal;
mod make;
mod plain;

pub use decimal::decimal;
use plain::plain;
use std::borrow::Cow;

/// Deeper lists and objects are left out: what is read of an article ends long before.
pub const DEEPEST: usize = 100;

/// So many lists and objects inside one another are an attack on the memory, not a document.
pub(crate) const MOST_OPEN: usize = 200_000;

/// A JSON value. A number is kept as written.
#[derive(Clone, Debug, PartialEq)]
pub enum Json {
    /// `null`, and what is nested too deep.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number, as written.
    Number(String),
    /// A string.
    Text(String),
    /// An array.
    List(Vec<Json>),
    /// An object, in the order of its members.
    Object(Vec<(String, Json)>),
}

impl Json {
    /// A member of an object; of a repeated one the last, as browsers read it.
    pub fn get(&self, name: &str) -> Option<&Json> {
        match self {
            Json::Object(members) => members
                .iter()
                .rev()
                .find(|(n, _)| n.len() == name.len() && n == name)
                .map(|(_, v)| v),
            _ => None,
        }
    }
}

/// Why a text is not JSON.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotJson {
    /// The text ends before the value does.
    pub cut_off: bool,
    /// The line of the fault, from 1.
    pub line: usize,
    /// The column of the fault in characters, from 1.
    pub column: usize,
}

/// Reads one JSON value (RFC 8259) with white space around it.
///
/// # Errors
/// Where the first thing stands that is not JSON.
#[inline(never)]
pub fn parse(text: &str) -> Result<Json, NotJson> {
    let mut parser = Parser { text, at: 0, outer: 0 };
    parser.document().ok_or_else(|| parser.fault())
}

/// A list or object that is open, with the name that its next value gets.
enum Open {
    List(Vec<Json>),
    Object(Vec<(String, Json)>, String),
}

/// A reader of the parts of a JSON text, for who takes a large document piece by piece. None of a part is a
/// fault at `at`.
pub(crate) struct Parser<'a> {
    /// The whole text.
    pub(crate) text: &'a str,
    /// The byte that is read next.
    pub(crate) at: usize,
    /// So many lists and objects are open around what is read.
    pub(crate) outer: usize,
}

impl<'a> Parser<'a> {
    /// One value with white space around it, to the end.
    pub(crate) fn document(&mut self) -> Option<Json> {
        let value = self.value()?;
        self.space();
        (self.at == self.text.len()).then_some(value)
    }

    /// One value. What is open stands on a stack of our own; beyond [`DEEPEST`] it is read and forgotten.
    pub(crate) fn value(&mut self) -> Option<Json> {
        let mut open: Vec<Open> = Vec::new();
        loop {
            self.space();
            if open.len() + self.outer > MOST_OPEN {
                return None;
            }
            let mut value = match self.peek()? {
                b'[' => {
                    self.at += 1;
                    self.space();
                    if self.peek()? != b']' {
                        open.push(Open::List(Vec::new()));
                        continue;
                    }
                    self.at += 1;
                    Json::List(Vec::new())
                }
                b'{' => {
                    self.at += 1;
                    self.space();
                    if self.peek()? != b'}' {
                        let name = self.name()?.into_owned();
                        open.push(Open::Object(Vec::new(), name));
                        continue;
                    }
                    self.at += 1;
                    Json::Object(Vec::new())
                }
                b'"' => Json::Text(self.string()?.into_owned()),
                b't' => self.word("true", Json::Bool(true))?,
                b'f' => self.word("false", Json::Bool(false))?,
                b'n' => self.word("null", Json::Null)?,
                _ => Json::Number(self.number()?),
            };
            // The value ends what it was the last of.
            loop {
                let deep = open.len() >= DEEPEST;
                let Some(last) = open.last_mut() else {
                    return Some(value);
                };
                self.space();
                let next = self.peek()?;
                match last {
                    Open::List(items) => {
                        if !deep {
                            items.push(value);
                        }
                        if next == b',' {
                            self.at += 1;
                            break;
                        }
                        self.expect(b']')?;
                    }
                    Open::Object(members, name) => {
                        if !deep {
                            members.push((std::mem::take(name), value));
                        }
                        if next == b',' {
                            self.at += 1;
                            self.space();
                            *name = self.name()?.into_owned();
                            break;
                        }
                        self.expect(b'}')?;
                    }
                }
                value = match open.pop() {
                    Some(Open::List(items)) if !deep => Json::List(items),
                    Some(Open::Object(members, _)) if !deep => Json::Object(members),
                    _ => Json::Null,
                };
            }
        }
    }

    /// The byte that is read next.
    #[inline(always)]
    pub(crate) fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// Goes over white space.
    pub(crate) fn space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\n' | b'\r' | b'\t')) {
            self.at += 1;
        }
    }

    /// Goes over a byte that has to be there.
    #[inline(always)]
    pub(crate) fn expect(&mut self, byte: u8) -> Option<()> {
        (self.peek()? == byte).then(|| self.at += 1)
    }

    fn word(&mut self, word: &str, value: Json) -> Option<Json> {
        for byte in word.bytes() {
            self.expect(byte)?;
        }
        Some(value)
    }

    /// The name of a member, with its colon.
    pub(crate) fn name(&mut self) -> Option<Cow<'a, str>> {
        let name = self.string()?;
        self.space();
        self.expect(b':')?;
        Some(name)
    }

    fn digits(&mut self) -> Option<()> {
        let start = self.at;
        while matches!(self.peek(), Some(b'0'..=b'9')) {
            self.at += 1;
        }
        (self.at > start).then_some(())
    }

    fn number(&mut self) -> Option<String> {
        let start = self.at;
        let _ = self.expect(b'-');
        if self.expect(b'0').is_none() {
            self.digits()?;
        }
        if self.expect(b'.').is_some() {
            self.digits()?;
        }
        if matches!(self.peek(), Some(b'e' | b'E')) {
            self.at += 1;
            if matches!(self.peek(), Some(b'+' | b'-')) {
                self.at += 1;
            }
            self.digits()?;
        }
        self.text.get(start..self.at).map(str::to_owned)
    }

    /// Copied only where it is written with an escape.
    fn string(&mut self) -> Option<Cow<'a, str>> {
        self.expect(b'"')?;
        let mut out = String::new();
        loop {
            let rest = self.text.get(self.at..)?;
            let plain = rest.get(..plain(rest.as_bytes()))?;
            self.at += plain.len();
            let end = self.peek()?;
            if end == b'"' && out.is_empty() {
                self.at += 1;
                return Some(Cow::Borrowed(plain));
            }
            out.push_str(plain);
            self.expect(end)?;
            match end {
                b'"' => return Some(Cow::Owned(out)),
                b'\\' => out.push(self.escape()?),
                _ => {
                    self.at -= 1;
                    return None;
                }
            }
        }
    }

    fn escape(&mut self) -> Option<char> {
        let byte = self.peek()?;
        let plain = match byte {
            b'"' | b'\\' | b'/' => char::from(byte),
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => {
                self.at += 1;
                return self.unicode();
            }
            _ => return None,
        };
        self.at += 1;
        Some(plain)
    }

    /// `\uXXXX`, or two that make a pair. Half a pair alone stands for nothing: U+FFFD.
    fn unicode(&mut self) -> Option<char> {
        let first = self.hex()?;
        let (0xD800..=0xDBFF, Some("\\u")) = (first, self.text.get(self.at..self.at + 2)) else {
            return Some(char::from_u32(first).unwrap_or('\u{FFFD}'));
        };
        let before = self.at;
        self.at += 2;
        let second = self.hex()?;
        if !(0xDC00..=0xDFFF).contains(&second) {
            self.at = before;
            return Some('\u{FFFD}');
        }
        char::from_u32(0x1_0000 + ((first - 0xD800) << 10) + (second - 0xDC00))
    }

    fn hex(&mut self) -> Option<u32> {
        let mut code = 0;
        for _ in 0..4 {
            code = code * 16 + char::from(self.peek()?).to_digit(16)?;
            self.at += 1;
        }
        Some(code)
    }

    /// That what stands at `at` is not JSON.
    pub(crate) fn fault(&self) -> NotJson {
        let mut fault = NotJson { cut_off: self.at == self.text.len(), line: 1, column: 1 };
        for c in self.text.get(..self.at).unwrap_or_default().chars() {
            fault.column += 1;
            if c == '\n' {
                fault.line += 1;
                fault.column = 1;
            }
        }
        fault
    }
}

#[cfg(feature = "schema")]
impl From<&serde_json::Value> for Json {
    /// For native programs that have a document from serde_json. Bounded by that one's own nesting.
    fn from(value: &serde_json::Value) -> Self {
        use serde_json::Value;
        match value {
            Value::Null => Json::Null,
            Value::Bool(flag) => Json::Bool(*flag),
            Value::Number(number) => Json::Number(number.to_string()),
            Value::String(text) => Json::Text(text.clone()),
            Value::Array(items) => Json::List(items.iter().map(Json::from).collect()),
            Value::Object(members) => {
                Json::Object(members.iter().map(|(n, v)| (n.clone(), Json::from(v))).collect())
            }
        }
    }
}
