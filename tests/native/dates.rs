//! Dates as they come, their ages, and durations.

use standfirst::date::{Date, Moment, civil, duration_seconds};
use standfirst::i18n::Locale;
use standfirst::i18n::format::{self, absolute, time_of_day};

const SECOND: i64 = 1000;
const MINUTE: i64 = 60 * SECOND;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;

/// What is shown of a date: its age, or itself.
fn age_or_date(date: &Date, now_ms: i64, locale: &Locale) -> String {
    format::age(date, now_ms, locale).unwrap_or_else(|| absolute(date, locale))
}

fn moment(written: &str) -> Option<Moment> {
    Date::new(written).moment
}

/// The milliseconds are those of GNU date (`date -u -d … +%s`).
#[test]
fn dates_of_iso_8601_are_read_to_the_millisecond() {
    let zoned: &[(&str, i64)] = &[
        ("1970-01-01T00:00:00Z", 0),
        ("1970-01-01T00:00Z", 0),
        ("1969-12-31T23:59:59Z", -1000),
        ("2000-02-29T12:00:00Z", 951_825_600_000),
        ("2001-09-09T01:46:40Z", 1_000_000_000_000),
        ("2026-11-20T06:30:00Z", 1_795_156_200_000),
        ("2026-11-20t06:30:00z", 1_795_156_200_000),
        ("2026-11-20 06:30:00Z", 1_795_156_200_000),
        ("  2026-11-20T06:30:00Z  ", 1_795_156_200_000),
        ("2026-11-20T06:30:00+00:00", 1_795_156_200_000),
        ("2026-11-20T06:30:00-00:00", 1_795_156_200_000),
        ("2026-11-20T07:30:00+01:00", 1_795_156_200_000),
        ("2026-11-20T07:30:00+0100", 1_795_156_200_000),
        ("2026-11-20T07:30:00+01", 1_795_156_200_000),
        ("2026-11-20T12:15:00+05:45", 1_795_156_200_000),
        ("2026-11-20T19:30:00+13:00", 1_795_156_200_000),
        ("2026-11-19T19:30:00-11:00", 1_795_156_200_000),
        ("2026-11-20T01:30:00.000-05:00", 1_795_156_200_000),
        ("2026-11-20T06:30:00.5Z", 1_795_156_200_500),
        ("2026-11-20T06:30:00,25Z", 1_795_156_200_250),
        ("2026-11-20T06:30:00.123456789Z", 1_795_156_200_123),
        ("0001-01-01T00:00:00Z", -62_135_596_800_000),
        ("9999-12-31T23:59:59Z", 253_402_300_799_000),
        // A leap second is not on the page's clock: it is the second before.
        ("2016-12-31T23:59:60Z", 1_483_228_799_000),
    ];
    for (written, ms) in zoned {
        let read = moment(written).unwrap_or_else(|| panic!("{written}"));
        assert_eq!(read, Moment { ms: *ms, zoned: true, timed: true }, "{written}");
        assert_eq!(Date::new(written).epoch_ms(), Some(*ms), "{written}");
    }
}

#[test]
fn a_date_without_zone_or_time_says_so_and_is_no_point_in_time() {
    let table = [
        ("2026-11-20T06:30:00", 1_795_156_200_000, true),
        ("2026-11-20 06:30", 1_795_156_200_000, true),
        ("2026-11-20T06:30:00.750", 1_795_156_200_750, true),
        ("2026-11-20", 1_795_132_800_000, false),
        ("2024-02-29", 1_709_164_800_000, false),
        ("2000-02-29", 951_782_400_000, false),
    ];
    for (written, ms, timed) in table {
        assert_eq!(moment(written), Some(Moment { ms, zoned: false, timed }), "{written}");
        assert_eq!(Date::new(written).epoch_ms(), None, "{written}");
    }
}

#[test]
fn what_is_no_date_is_kept_as_written_and_means_nothing() {
    let table = [
        "",
        "garbage",
        "yesterday",
        "1753",
        "2026-11",
        "20261120",
        "2026-1-1",
        "2026-13-01",
        "2026-00-01",
        "2026-01-00",
        "2026-01-32",
        "2026-04-31",
        "2026-02-29",
        "1900-02-29",
        "2100-02-29",
        "2026-02-30T12:00:00Z",
        "0000-01-01T00:00:00Z",
        "0000-00-00",
        "-0044-03-15",
        "+275761-09-14T00:00:00Z",
        "275761-09-14",
        "9999999-01-01T00:00:00Z",
        "2026-11-20T",
        "2026-11-20T06",
        "2026-11-20T24:01:00Z",
        "2026-11-20T25:61:00Z",
        "2026-11-20T06:60Z",
        "2026-11-20T06:30:61Z",
        "2026-11-20T06:30:00.Z",
        "2026-11-20T06:30:00+",
        "2026-11-20T06:30:00+1",
        "2026-11-20T06:30:00+99:99",
        "2026-11-20T06:30:00 GMT",
        "2026-11-20T06:30:00Zulu",
        "2026-11-20T06:30:00Z ago",
        "Fri, 20 Nov 2026 06:30:00 GMT",
        "20/11/2026 06:30",
        "2026-W47-5",
        "1795156200",
        "２０２６-11-20",
        "2026-11-2é",
        "2026–11–20",
        "\u{0}",
    ];
    for written in table {
        let date = Date::new(written);
        assert_eq!(date.moment, None, "{written}");
        assert_eq!(date.written, written.trim());
        assert_eq!(absolute(&date, &Locale::default()), written.trim());
    }
}

/// Both directions of the calendar, against a count of the days one by one.
#[test]
fn the_calendar_agrees_with_counting_the_days_one_by_one() {
    let leap = |y: i64| y % 4 == 0 && (y % 100 != 0 || y % 400 == 0);
    let mut days = -719_162; // 0001-01-01
    for year in 1..=2400_i64 {
        for month in 1..=12_i64 {
            let length = match month {
                2 if leap(year) => 29,
                2 => 28,
                4 | 6 | 9 | 11 => 30,
                _ => 31,
            };
            for day in 1..=length {
                assert_eq!(civil(days), (year, month, day));
                if day == 1 || day == length {
                    let written = format!("{year:04}-{month:02}-{day:02}");
                    assert_eq!(moment(&written).unwrap().ms, days * DAY, "{written}");
                }
                days += 1;
            }
            assert_eq!(moment(&format!("{year:04}-{month:02}-{:02}", length + 1)), None);
        }
    }
}

const NOW: i64 = 1_795_156_200_000; // 2026-11-20T06:30:00Z

fn iso(ms: i64) -> String {
    let (year, month, day) = civil(ms.div_euclid(DAY));
    let of_day = ms.rem_euclid(DAY);
    let (hour, minute, second) = (of_day / HOUR, of_day % HOUR / MINUTE, of_day % MINUTE / SECOND);
    format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z")
}

fn age(ms: i64) -> String {
    age_or_date(&Date::new(&iso(NOW - ms)), NOW, &Locale::default())
}

#[test]
fn what_is_fresh_shows_its_age_and_what_is_a_day_old_its_date() {
    let table = [
        (0, "now"),
        (59 * SECOND, "now"),
        (MINUTE, "1 minute ago"),
        (2 * MINUTE, "2 minutes ago"),
        (59 * MINUTE + 59 * SECOND, "59 minutes ago"),
        (HOUR, "1 hour ago"),
        (23 * HOUR + 59 * MINUTE, "23 hours ago"),
        (DAY, "19 November 2026 at 06:30 UTC"),
        (400 * DAY, "16 October 2025 at 06:30 UTC"),
    ];
    for (age_ms, expected) in table {
        assert_eq!(age(age_ms), expected);
    }
}

/// C-R11: a clock that runs a little late is no future; everything later than that is a date, never "in 3 hours".
#[test]
fn the_future_is_absolute_and_a_clock_that_differs_a_little_is_now() {
    for skew in [SECOND, MINUTE, 2 * MINUTE] {
        assert_eq!(age(-skew), "now");
    }
    for ahead in [3 * MINUTE, 3 * HOUR, DAY, 3650 * DAY] {
        let shown = age(-ahead);
        assert!(shown.contains(" at ") && shown.ends_with("UTC"), "{shown}");
        assert!(!shown.contains("in ") && !shown.contains("ago"), "{shown}");
    }
}

/// A clock ten years off makes no nonsense either: all is absolute.
#[test]
fn a_reader_whose_clock_is_years_off_sees_dates() {
    for now in [0, 1, NOW - 3650 * DAY, NOW + 3650 * DAY, i64::MAX / 4, -NOW] {
        let shown = age_or_date(&Date::new("2026-11-20T06:30:00Z"), now, &Locale::default());
        assert_eq!(shown, "20 November 2026 at 06:30 UTC", "{now}");
    }
}

#[test]
fn a_date_without_a_zone_is_never_shifted_and_has_no_age() {
    let locale = Locale::default();
    for (written, expected) in [
        ("2026-11-20T06:30:00", "20 November 2026 at 06:30"),
        ("2026-11-20", "20 November 2026"),
        ("2026-11-20T00:00", "20 November 2026 at 00:00"),
    ] {
        let date = Date::new(written);
        assert_eq!(absolute(&date, &locale), expected);
        assert_eq!(age_or_date(&date, NOW, &locale), expected);
    }
    assert_eq!(time_of_day(&Date::new("2026-11-20T06:30"), &locale).as_deref(), Some("06:30"));
    assert_eq!(time_of_day(&Date::new("2026-11-20"), &locale), None);
    assert_eq!(time_of_day(&Date::new("garbage"), &locale), None);
}

#[test]
fn durations_are_read_to_the_second() {
    let table = [
        ("PT1M30S", Some(90)),
        ("PT0S", Some(0)),
        ("PT1.5S", Some(1)),
        ("PT2H", Some(7200)),
        ("P1DT1S", Some(86_401)),
        ("P1D", Some(86_400)),
        ("", None),
        ("1M30S", None),
        ("PT1M30", None),
        ("P1M", None),
        ("P1Y", None),
        ("PTS", None),
        ("PT-1S", None),
        ("PT1S garbage", None),
        ("P\u{e9}", None),
    ];
    let wrong: Vec<_> =
        table.iter().filter(|(written, seconds)| duration_seconds(written) != *seconds).collect();
    assert!(wrong.is_empty(), "{wrong:?}");
}

/// Four hundred digits are infinite as a number, and JSON cannot write that.
#[test]
fn a_duration_without_end_is_none() {
    let endless = format!("PT{}S", "9".repeat(400));
    let article = serde_json::json!({ "headline": "H", "video": { "sources": "a.mp4", "duration": endless } });
    let film = crate::support::read(&article).article.video.unwrap();
    assert_eq!(film.duration, None);
}

/// Control: the table of the calendar would notice a century that is taken for a leap year.
#[test]
fn the_table_of_dates_tells_good_from_bad() {
    assert!(moment("2000-02-29").is_some() && moment("1900-02-29").is_none());
    assert_ne!(moment("2026-11-20T06:30:00+01:00"), moment("2026-11-20T06:30:00Z"));
}
