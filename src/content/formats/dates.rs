//! Dates as APIs write them where they should be ISO 8601: RFC 822 and its kin, names of zones, seconds since 1970.

use crate::date::{Date, Moment};
use crate::text::{parts, whole};

/// The offsets of zones by name: those of RFC 822, and Europe's.
const ZONES: &str = "Z+00 UT+00 UTC+00 GMT+00 WET+00 BST+01 WEST+01 CET+01 MEZ+01 CEST+02 MESZ+02 EET+02 EEST+03 \
    MSK+03 EST-05 EDT-04 CST-06 CDT-05 MST-07 MDT-06 PST-08 PDT-07 JST+09";
const MONTHS: &[u8] = b"janfebmaraprmayjunjulaugsepoctnovdec";
const DAYS: &[u8] = b"monthutuewedfrisatsun";

/// The moment of `Fri, 31 May 2019 12:17:58 -0700`, `Fri Apr 28 19:20:36 CEST 2023`, `May 31, 2019`,
/// `2019-05-31 12:17 GMT` or `1559330278`. A name of a zone that is not known makes it none.
pub(super) fn moment(written: &str) -> Option<Moment> {
    let written = written.trim_ascii();
    if written.bytes().all(|byte| byte.is_ascii_digit()) {
        let number = whole(written)?;
        let ms = match written.len() {
            10 => number * 1000,
            13 => number,
            _ => return None,
        };
        return Some(Moment { ms, zoned: true, timed: true });
    }
    let (mut date, mut year, mut month, mut day) = (String::new(), "", 0, "");
    let (mut time, mut zone) = ("", "");
    for part in written.split([' ', ',']).filter(|part| !part.is_empty()) {
        let first = part.bytes().next()?;
        let numbers = part.bytes().all(|byte| byte.is_ascii_digit());
        let place = match part.len() {
            // As two digits of a day have it.
            1 | 2 if numbers && day.is_empty() => &mut day,
            4 if numbers && year.is_empty() => &mut year,
            8.. if first.is_ascii_digit()
                && part.as_bytes().get(4) == Some(&b'-')
                && date.is_empty() =>
            {
                date.push_str(part);
                continue;
            }
            4.. if first.is_ascii_digit() && time.is_empty() => &mut time,
            3.. if matches!(first, b'+' | b'-') && zone.is_empty() => &mut zone,
            _ if !first.is_ascii_alphabetic() => return None,
            _ => {
                let offset =
                    |zone: &'static str| zone.strip_prefix(part).filter(|it| it.len() == 3);
                if let Some(offset) = parts(ZONES, b' ').find_map(offset) {
                    zone = offset;
                } else if let Some(at) = third(MONTHS, part) {
                    month = at + 1;
                } else {
                    third(DAYS, part)?;
                }
                continue;
            }
        };
        *place = part;
    }
    if date.is_empty() {
        if year.is_empty() || month == 0 || day.is_empty() {
            return None;
        }
        let two = |number: usize| {
            [char::from(b'0' + (number / 10) as u8), char::from(b'0' + (number % 10) as u8)]
        };
        date = [year, "-"].concat();
        date.extend(two(month));
        date.push('-');
        date.extend(two(whole(day)? as usize));
    }
    if !time.is_empty() {
        date.push('T');
        // An hour of one digit.
        if time.as_bytes().get(1) == Some(&b':') {
            date.push('0');
        }
        date.push_str(time);
    }
    date.push_str(zone);
    Date::new(&date).moment
}

/// Which of some names of three letters a word begins with.
fn third(names: &[u8], word: &str) -> Option<usize> {
    let begins = word.as_bytes().get(..3)?;
    names.chunks(3).position(|name| name.eq_ignore_ascii_case(begins))
}
