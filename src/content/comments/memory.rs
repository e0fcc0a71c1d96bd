//! What the reader's device remembers of the comments: in one text, bounded in every direction.

use crate::content::thread::Order;

/// Most articles; the least recently put go.
const MOST_ARTICLES: usize = 50;
/// So long an article is remembered: 90 days, in milliseconds.
const KEPT_MS: i64 = 90 * 86_400_000;
/// Most ids of comments that stand against the rule, of one article; the oldest go.
const MOST_TURNED: usize = 200;
/// Longer ids, in bytes, are not remembered.
const LONGEST_ID: usize = 256;
/// Articles of longer addresses, in bytes, are not remembered.
const LONGEST_ADDRESS: usize = 2048;
/// Most bytes of the text.
const MOST_BYTES: usize = 65_536;

/// What is folded as a rule.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Folds {
    /// Nothing.
    #[default]
    None,
    /// All replies to the comments at the top level.
    Top,
    /// Every thread.
    All,
}

const FOLDS: &[(&str, Folds)] = &[("none", Folds::None), ("top", Folds::Top), ("all", Folds::All)];

/// What is remembered of one article's comments.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Remembered {
    /// When the newest comment of the last visit was written, in milliseconds since 1970; 0 for no visit.
    pub seen_ms: i64,
    /// The order that the reader chose.
    pub order: Order,
    /// Whether the comments were open. None: never said.
    pub open: Option<bool>,
    /// What is folded as a rule.
    pub folds: Folds,
    /// The ids of comments that stand against the rule, the last turned last.
    pub turned: Vec<String>,
}

/// An article that is remembered.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Entry {
    article: String,
    put_ms: i64,
    remembered: Remembered,
}

/// What is remembered of all articles.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Memory {
    /// Whether the reader wants the shortcuts of the keyboard. None: never said.
    pub keys: Option<bool>,
    /// The last put first.
    articles: Vec<Entry>,
}

impl Memory {
    /// Reads what [`Memory::write`] wrote. Of a damaged text what is left of it.
    #[inline(never)]
    pub fn read(text: &str) -> Memory {
        let mut memory = Memory::default();
        let mut bytes = 0;
        for line in text.split('\n') {
            bytes += line.len() + 1;
            if bytes > MOST_BYTES || memory.articles.len() == MOST_ARTICLES {
                break;
            }
            match line {
                "keys" => memory.keys = Some(true),
                "no keys" => memory.keys = Some(false),
                _ => {
                    let entry = read_entry(line);
                    memory
                        .articles
                        .extend(entry.filter(|entry| memory.place(&entry.article).is_none()));
                }
            }
        }
        memory
    }

    /// As text for the device's store, at most 64 kB.
    #[inline(never)]
    pub fn write(&self) -> String {
        let mut text = String::new();
        if let Some(keys) = self.keys {
            text.push_str(if keys { "keys\n" } else { "no keys\n" });
        }
        for entry in &self.articles {
            let before = text.len();
            write_entry(entry, &mut text);
            if text.len() > MOST_BYTES {
                text.truncate(before);
                break;
            }
        }
        text
    }

    /// What is remembered of an article, by its address; the default where nothing is.
    pub fn of(&self, article: &str) -> Remembered {
        let entry = self.place(article).and_then(|place| self.articles.get(place));
        entry.map(|entry| entry.remembered.clone()).unwrap_or_default()
    }

    /// Remembers something of an article, by its address, at `now_ms` (milliseconds since 1970). What is older
    /// than 90 days or too much goes. The default is nothing to remember.
    #[inline(never)]
    pub fn put(&mut self, article: &str, mut remembered: Remembered, now_ms: i64) {
        self.articles.retain_mut(|entry| {
            // Put by a clock that was ahead.
            entry.put_ms = entry.put_ms.min(now_ms);
            entry.article != article && entry.put_ms.saturating_add(KEPT_MS) >= now_ms
        });
        let short = |id: &String| !id.is_empty() && id.len() <= LONGEST_ID;
        remembered.turned.retain(short);
        let old = remembered.turned.len().saturating_sub(MOST_TURNED);
        remembered.turned.drain(..old);
        if remembered == Remembered::default()
            || article.is_empty()
            || article.len() > LONGEST_ADDRESS
        {
            return;
        }
        self.articles.truncate(MOST_ARTICLES - 1);
        self.articles.insert(0, Entry { article: article.to_owned(), put_ms: now_ms, remembered });
    }

    fn place(&self, article: &str) -> Option<usize> {
        self.articles.iter().position(|entry| entry.article == article)
    }
}

/// A line: address, when it was put, newest seen, order, open, folds, then the turned ids, parted by tabs.
fn write_entry(entry: &Entry, out: &mut String) {
    let known = &entry.remembered;
    escape(&entry.article, out);
    for number in [entry.put_ms, known.seen_ms] {
        out.push('\t');
        write_number(number, out);
    }
    let open = known.open.map_or("", |open| if open { "1" } else { "0" });
    let folds = FOLDS.iter().find(|(_, folds)| *folds == known.folds).map_or("", |(word, _)| word);
    for word in [known.order.as_str(), open, folds] {
        out.push('\t');
        out.push_str(word);
    }
    for id in &known.turned {
        out.push('\t');
        escape(id, out);
    }
    out.push('\n');
}

fn read_entry(line: &str) -> Option<Entry> {
    let mut fields = line.split('\t');
    let article = plain(fields.next()?)?;
    let put_ms = fields.next()?.parse().ok()?;
    let seen_ms = fields.next().and_then(|ms| ms.parse().ok()).unwrap_or(0);
    let order = fields.next().and_then(Order::named).unwrap_or_default();
    let open = match fields.next() {
        Some("1") => Some(true),
        Some("0") => Some(false),
        _ => None,
    };
    let word = fields.next().unwrap_or_default();
    let folds = FOLDS.iter().find(|(known, _)| *known == word).map(|(_, folds)| *folds);
    let turned = fields.filter_map(plain).filter(|id| id.len() <= LONGEST_ID).take(MOST_TURNED);
    let turned = turned.collect();
    let remembered = Remembered { seen_ms, order, open, folds: folds.unwrap_or_default(), turned };
    Some(Entry { article, put_ms, remembered })
        .filter(|entry| entry.article.len() <= LONGEST_ADDRESS)
}

fn write_number(number: i64, out: &mut String) {
    let mut reversed = Vec::new();
    let mut rest = number.unsigned_abs();
    loop {
        reversed.push(b'0' + (rest % 10) as u8);
        rest /= 10;
        if rest == 0 {
            break;
        }
    }
    if number < 0 {
        out.push('-');
    }
    out.extend(reversed.iter().rev().map(|digit| char::from(*digit)));
}

/// What parts fields and lines is written as `\t` and `\n`.
fn escape(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '\\' => out.push_str("\\\\"),
            '\t' => out.push_str("\\t"),
            '\n' => out.push_str("\\n"),
            c => out.push(c),
        }
    }
}

/// What was escaped. None for nothing, or where an escape is damaged.
fn plain(written: &str) -> Option<String> {
    let mut out = String::with_capacity(written.len());
    let mut characters = written.chars();
    while let Some(c) = characters.next() {
        out.push(match c {
            '\\' => match characters.next()? {
                '\\' => '\\',
                't' => '\t',
                'n' => '\n',
                _ => return None,
            },
            c => c,
        });
    }
    Some(out).filter(|text| !text.is_empty())
}
