//! Dates, ages and numbers in the reader's language and zone.
//!
//! In the browser by `Intl`, through bindings that catch: a bad locale or date is a `RangeError`, and an
//! exception through Rust frames does the damage of a panic. Natively a plain English form, for tests
//! and prerendering.

use super::Locale;
use crate::date::{Date, Moment};

const MINUTE: i64 = 60_000;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;
/// Clocks differ: what is published up to this far ahead was published now.
const SKEW: i64 = 2 * MINUTE;

/// How old something is while it is fresh (a day); none after that. What lies in the future has no age: nothing
/// that is published was published "in 3 hours".
pub fn age(date: &Date, now_ms: i64, locale: &Locale) -> Option<String> {
    let fresh = date.epoch_ms().map(|ms| now_ms - ms).filter(|age| (-SKEW..DAY).contains(age));
    fresh.and_then(|age| match age.max(0) {
        age if age < MINUTE => relative(0, "second", locale),
        age if age < HOUR => relative(-(age / MINUTE), "minute", locale),
        age => relative(-(age / HOUR), "hour", locale),
    })
}

/// A date that is said ten thousand times: as an age while it is younger than a week, as a day after that. What formats
/// it is made once, which is a hundred times faster than once a date.
pub struct Ages {
    formats: intl::Formats,
    now_ms: i64,
    locale: Locale,
}

impl Ages {
    /// Ages at a time, in milliseconds since 1970, in the language of `locale`.
    pub fn new(now_ms: i64, locale: &Locale) -> Self {
        Ages { formats: intl::Formats::new(locale), now_ms, locale: locale.clone() }
    }

    /// How old it is. What lies in the future was written now; without a zone nobody knows how old it is, and the date
    /// is said in full.
    pub fn say(&self, date: &Date) -> String {
        let Some(ms) = date.epoch_ms() else {
            return absolute(date, &self.locale);
        };
        let said = match (self.now_ms - ms).max(0) {
            age if age < MINUTE => self.formats.relative(0, "second"),
            age if age < HOUR => self.formats.relative(-(age / MINUTE), "minute"),
            age if age < DAY => self.formats.relative(-(age / HOUR), "hour"),
            age if age < 7 * DAY => self.formats.relative(-(age / DAY), "day"),
            _ => self.formats.day(ms),
        };
        said.unwrap_or_else(|| date.written.clone())
    }
}

/// The date, and the time where there is one, in full. What cannot be read is shown as written.
pub fn absolute(date: &Date, locale: &Locale) -> String {
    match date.moment {
        Some(moment) => long(moment, locale).unwrap_or_else(|| date.written.clone()),
        None => date.written.clone(),
    }
}

/// The time of day alone: for posts of a live blog that stand under their day.
pub fn time_of_day(date: &Date, locale: &Locale) -> Option<String> {
    date.moment.filter(|moment| moment.timed).and_then(|moment| clock(moment, locale))
}

#[cfg(feature = "csr")]
mod intl {
    use super::{Locale, Moment};
    use crate::text::digits;
    use js_sys::{Object, Reflect};
    use wasm_bindgen::prelude::*;

    #[wasm_bindgen]
    extern "C" {
        type Date;
        #[wasm_bindgen(constructor)]
        fn new(ms: f64) -> Date;
        #[wasm_bindgen(method, catch, js_name = toLocaleString)]
        fn to_locale_string(this: &Date, tag: &str, options: &Object) -> Result<String, JsValue>;

        type Number;
        #[wasm_bindgen(constructor)]
        fn new(value: f64) -> Number;
        #[wasm_bindgen(method, catch, js_name = toLocaleString)]
        fn to_locale_string(this: &Number, tag: &str) -> Result<String, JsValue>;

        #[wasm_bindgen(js_namespace = Intl)]
        type RelativeTimeFormat;
        #[wasm_bindgen(constructor, catch, js_namespace = Intl)]
        fn new(tag: &str, options: &Object) -> Result<RelativeTimeFormat, JsValue>;
        #[wasm_bindgen(method, catch)]
        fn format(this: &RelativeTimeFormat, value: f64, unit: &str) -> Result<String, JsValue>;

        #[wasm_bindgen(js_namespace = Intl)]
        type DateTimeFormat;
        #[wasm_bindgen(constructor, catch, js_namespace = Intl)]
        fn new(tag: &str, options: &Object) -> Result<DateTimeFormat, JsValue>;
        #[wasm_bindgen(method, catch)]
        fn format(this: &DateTimeFormat, ms: f64) -> Result<String, JsValue>;
    }

    /// What formats many dates.
    pub(super) struct Formats {
        relative: Option<RelativeTimeFormat>,
        day: Option<DateTimeFormat>,
    }

    impl Formats {
        pub(super) fn new(locale: &Locale) -> Self {
            let tag = &locale.tag;
            Formats {
                relative: RelativeTimeFormat::new(tag, &options(&[("numeric", "auto")])).ok(),
                day: DateTimeFormat::new(tag, &options(&[("dateStyle", "medium")])).ok(),
            }
        }

        pub(super) fn relative(&self, value: i64, unit: &str) -> Option<String> {
            self.relative.as_ref()?.format(value as f64, unit).ok()
        }

        pub(super) fn day(&self, ms: i64) -> Option<String> {
            self.day.as_ref()?.format(ms as f64).ok()
        }
    }

    fn options(members: &[(&str, &str)]) -> Object {
        let object = Object::new();
        for (name, value) in members {
            // Setting a member of a fresh object cannot fail.
            let _ = Reflect::set(&object, &JsValue::from_str(name), &JsValue::from_str(value));
        }
        object
    }

    /// Date and time parts of a moment. Without a written zone the wall's time is formatted as if it
    /// were UTC, so that no zone can shift it.
    fn date_text(moment: Moment, locale: &Locale, members: &[(&str, &str)]) -> Option<String> {
        let options = options(members);
        if !moment.zoned {
            let _ = Reflect::set(&options, &"timeZone".into(), &"UTC".into());
        }
        Date::new(moment.ms as f64).to_locale_string(&locale.tag, &options).ok()
    }

    pub(super) fn long(moment: Moment, locale: &Locale) -> Option<String> {
        let members = [("dateStyle", "long"), ("timeStyle", "short")];
        let wanted = if moment.timed { 2 } else { 1 };
        date_text(moment, locale, members.get(..wanted).unwrap_or_default())
    }

    pub(super) fn clock(moment: Moment, locale: &Locale) -> Option<String> {
        date_text(moment, locale, &[("timeStyle", "short")])
    }

    pub(super) fn relative(value: i64, unit: &str, locale: &Locale) -> Option<String> {
        let format = RelativeTimeFormat::new(&locale.tag, &options(&[("numeric", "auto")])).ok()?;
        format.format(value as f64, unit).ok()
    }

    /// A number in the digits and with the separators of the language.
    pub fn number(value: f64, locale: &Locale) -> String {
        // Not the standard library's digits for the fallback: their tables are 12 kB.
        Number::new(value).to_locale_string(&locale.tag).unwrap_or_else(|_| digits(value as u32))
    }
}

#[cfg(not(feature = "csr"))]
mod intl {
    use super::{DAY, HOUR, Locale, MINUTE, Moment};
    use crate::date::civil;

    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];

    pub(super) fn long(moment: Moment, locale: &Locale) -> Option<String> {
        let (year, month, day) = civil(moment.ms.div_euclid(DAY));
        let month = MONTHS.get(usize::try_from(month - 1).ok()?)?;
        let date = format!("{day} {month} {year}");
        Some(match clock(moment, locale) {
            Some(time) if moment.timed => format!("{date} at {time}"),
            _ => date,
        })
    }

    pub(super) fn clock(moment: Moment, _: &Locale) -> Option<String> {
        let of_day = moment.ms.rem_euclid(DAY);
        let zone = if moment.zoned { " UTC" } else { "" };
        Some(format!("{:02}:{:02}{zone}", of_day / HOUR, of_day % HOUR / MINUTE))
    }

    pub(super) fn relative(value: i64, unit: &str, _: &Locale) -> Option<String> {
        Some(match -value {
            0 => "now".to_owned(),
            1 => format!("1 {unit} ago"),
            n => format!("{n} {unit}s ago"),
        })
    }

    pub(super) struct Formats(Locale);

    impl Formats {
        pub(super) fn new(locale: &Locale) -> Self {
            Formats(locale.clone())
        }

        pub(super) fn relative(&self, value: i64, unit: &str) -> Option<String> {
            relative(value, unit, &self.0)
        }

        pub(super) fn day(&self, ms: i64) -> Option<String> {
            long(Moment { ms, timed: false, zoned: true }, &self.0)
        }
    }

    /// A number in plain digits.
    pub fn number(value: f64, _: &Locale) -> String {
        value.to_string()
    }
}

pub use intl::number;
use intl::{clock, long, relative};
