//! Times.

use super::page::Page;
use crate::date::Date;
use crate::draw;
use crate::i18n::format;
use crate::icons::{self, draw_shape};
use crate::markup::Nodes;

/// How a time is written.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// Its age while it is fresh, the date after that.
    Age,
    /// Always the date.
    Date,
    /// The time of day; the date for another day than today.
    Clock,
}

const DAY: i64 = 86_400_000;

/// Draws a time after a clock, or after a calendar where it is a date.
pub(super) fn marked(page: &Page, date: &Date, form: Form, out: &mut Nodes) {
    let fresh = date.epoch_ms().is_some_and(|ms| (0..DAY).contains(&(page.now_ms - ms)));
    let mark =
        if fresh && form != Form::Date { icons::CLOCK.shape() } else { icons::CALENDAR.shape() };
    draw_shape(out, mark);
    timestamp(page, date, form, out);
}

/// Draws a time. The machine's form and the full date stand beside what is shown.
pub(super) fn timestamp(page: &Page, date: &Date, form: Form, out: &mut Nodes) {
    let full = format::absolute(date, &page.locale);
    let shown = match form {
        Form::Age => format::age(date, page.now_ms, &page.locale),
        Form::Date => None,
        Form::Clock => date
            .epoch_ms()
            .filter(|ms| (0..DAY).contains(&(page.now_ms - ms)))
            .and_then(|_| format::time_of_day(date, &page.locale)),
    };
    let machine = date.moment.map(|_| date.written.clone());
    let title = shown.is_some().then(|| full.clone());
    let shown = shown.unwrap_or(full);
    draw!(out; time class="sf-time" datetime=machine title=title lang=(page.tongue.clone()) dir=(page.tongue_dir()) { (shown) });
}
