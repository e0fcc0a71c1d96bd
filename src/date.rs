//! Dates as they come: ISO 8601, kept as written beside what could be read of them.

/// A date as written, and the moment it names where it could be read.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(serde::Serialize, schemars::JsonSchema))]
#[cfg_attr(feature = "schema", serde(into = "String"), schemars(with = "String"))]
pub struct Date {
    /// As it came.
    pub written: String,
    /// What it means.
    pub moment: Option<Moment>,
}

impl From<Date> for String {
    fn from(date: Date) -> String {
        date.written
    }
}

/// A point in time, as precise as it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment {
    /// Milliseconds since 1970 in UTC; where no zone was written, of the time on the wall.
    pub ms: i64,
    /// A zone was written. Without one the time is shown as written and never shifted.
    pub zoned: bool,
    /// A time of day was written.
    pub timed: bool,
}

impl Date {
    /// Keeps what was written and reads what can be read.
    pub fn new(written: &str) -> Self {
        let written = written.trim_ascii();
        Date { written: written.to_owned(), moment: parse(written) }
    }

    /// Whether both mean the same moment, however it is written.
    pub fn is_same(&self, other: &Date) -> bool {
        match (self.moment, other.moment) {
            (Some(own), Some(other)) => own == other,
            _ => self.written == other.written,
        }
    }

    /// Milliseconds since 1970, if the date is a point in time that can be compared with a clock.
    pub fn epoch_ms(&self) -> Option<i64> {
        self.moment.filter(|m| m.zoned && m.timed).map(|m| m.ms)
    }
}

/// `YYYY-MM-DD`, then optionally `T` or a space, `HH:MM`, `:SS`, a fraction, and `Z` or `+HH:MM`.
/// Years 1 to 9999, a second of 60 is read as 59 (leap seconds are not on the page's clock).
fn parse(text: &str) -> Option<Moment> {
    let mut cursor = Cursor(text.as_bytes());
    let year = cursor.digits(4)?;
    cursor.byte(b"-")?;
    let month = cursor.digits(2)?;
    cursor.byte(b"-")?;
    let day = cursor.digits(2)?;
    if year == 0 || !(1..=12).contains(&month) || day < 1 || day > days_in(year, month) {
        return None;
    }
    let day_ms = days_since_1970(year, month, day) * 86_400_000;
    if cursor.0.is_empty() {
        return Some(Moment { ms: day_ms, zoned: false, timed: false });
    }
    cursor.byte(b"Tt ")?;
    let hour = cursor.digits(2)?;
    cursor.byte(b":")?;
    let minute = cursor.digits(2)?;
    let mut second = 0;
    let mut fraction = 0;
    if cursor.byte(b":").is_some() {
        second = cursor.digits(2)?;
        if cursor.byte(b".,").is_some() {
            fraction = cursor.fraction()?;
        }
    }
    if hour > 23 || minute > 59 || second > 60 {
        return None;
    }
    let (zoned, offset) = cursor.zone()?;
    let of_day = (hour * 60 + minute - offset) * 60_000 + second.min(59) * 1000 + fraction;
    Some(Moment { ms: day_ms + of_day, zoned, timed: true })
}

struct Cursor<'a>(&'a [u8]);

impl Cursor<'_> {
    fn byte(&mut self, wanted: &[u8]) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        wanted.contains(first).then(|| {
            self.0 = rest;
            *first
        })
    }

    fn digits(&mut self, count: usize) -> Option<i64> {
        let (digits, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        digits
            .iter()
            .try_fold(0, |sum, b| b.is_ascii_digit().then(|| sum * 10 + i64::from(b - b'0')))
    }

    /// Milliseconds of a fraction of a second of any length.
    fn fraction(&mut self) -> Option<i64> {
        let mut ms = 0;
        let mut unit = 100;
        let mut any = false;
        while let Some(digit) = self.byte(b"0123456789") {
            ms += i64::from(digit - b'0') * unit;
            unit /= 10;
            any = true;
        }
        any.then_some(ms)
    }

    /// Whether a zone is written, and its minutes east of UTC. None where something else follows.
    fn zone(&mut self) -> Option<(bool, i64)> {
        if self.0.is_empty() {
            return Some((false, 0));
        }
        let sign = self.byte(b"Zz+-")?;
        let mut offset = 0;
        if sign == b'+' || sign == b'-' {
            offset = self.digits(2)? * 60;
            self.byte(b":");
            if !self.0.is_empty() {
                offset += self.digits(2)?;
            }
        }
        let known = self.0.is_empty() && offset < 24 * 60;
        known.then_some((true, if sign == b'-' { -offset } else { offset }))
    }
}

fn days_in(year: i64, month: i64) -> i64 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Days between 1970-01-01 and a date of the Gregorian calendar, by counting years from March.
fn days_since_1970(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let month = (month + 9) % 12;
    let day_of_year = (153 * month + 2) / 5 + day - 1;
    year * 365 + year / 4 - year / 100 + year / 400 + day_of_year - 719_468
}

/// Year, month, day of a count of days since 1970: the other way round, for text without a browser.
pub fn civil(days: i64) -> (i64, i64, i64) {
    let shifted = days + 719_468;
    let era = shifted.div_euclid(146_097);
    let of_era = shifted.rem_euclid(146_097);
    let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    (year + era * 400 + i64::from(month <= 2), month, day)
}

/// The whole seconds of a duration of ISO 8601, in days and smaller units: `PT1M30S`.
pub fn duration_seconds(text: &str) -> Option<u32> {
    let mut rest = text.strip_prefix('P')?;
    let mut seconds = 0_u32;
    let mut in_time = false;
    while !rest.is_empty() {
        if let Some(after) = rest.strip_prefix('T') {
            in_time = true;
            rest = after;
            continue;
        }
        let (amount, after) = rest.split_at(rest.find(|c: char| c.is_ascii_alphabetic())?);
        let amount: u32 = amount.split('.').next()?.parse().ok()?;
        let mut after = after.chars();
        let unit = match (after.next()?, in_time) {
            ('D', false) => 86_400,
            ('H', true) => 3600,
            ('M', true) => 60,
            ('S', true) => 1,
            _ => return None,
        };
        seconds = seconds.checked_add(amount.checked_mul(unit)?)?;
        rest = after.as_str();
    }
    Some(seconds)
}
