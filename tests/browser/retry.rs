//! What is asked for again, how often and when: by the server's own count and clock.

use crate::probe;
use crate::stage::*;
use js_sys::Date;
use standfirst::config::{ARTICLE_LIMIT, RETRIES};
use standfirst::error::Reason;
use standfirst::fetch::{Options, fetch_text};
use wasm_bindgen_test::wasm_bindgen_test;

const OPTIONS: Options =
    Options { timeout_ms: 20_000, limit: ARTICLE_LIMIT, retries: RETRIES, backoff_ms: 4 };

/// Fetches in vain; what the server saw of it.
async fn fails(path: &str, reason: Reason, options: &Options) -> Log {
    let (url, id) = named(path);
    let error = fetch_text(&url, options).await.expect_err(path);
    assert_eq!(error.reason, reason, "{path}: {error}");
    log(&id).await
}

async fn requests(path: &str, reason: Reason) -> u64 {
    fails(path, reason, &OPTIONS).await.count
}

/// Its clock is kept in whole milliseconds.
fn at_least(log: &Log, nth: usize, ms: f64) -> bool {
    log.times[nth] - log.times[nth - 1] >= ms - 1.0
}

#[wasm_bindgen_test]
async fn control_a_good_answer_is_asked_for_once() {
    let (url, id) = named("/article");
    fetch_text(&url, &OPTIONS).await.unwrap();
    assert_eq!(log(&id).await.count, 1);
}

#[wasm_bindgen_test]
async fn a_status_that_may_pass_is_asked_for_three_times() {
    for status in [408, 429, 500, 502, 503, 504] {
        let path = format!("/status/{status}");
        assert_eq!(requests(&path, Reason::Status).await, 3, "{path}");
    }
}

#[wasm_bindgen_test]
async fn a_status_that_will_stay_is_asked_for_once() {
    for status in [400, 401, 403, 404, 405, 410, 413, 418, 501, 505] {
        let path = format!("/status/{status}?retry_after=0");
        assert_eq!(requests(&path, Reason::Status).await, 1, "{path}");
    }
}

#[wasm_bindgen_test]
async fn a_broken_connection_is_tried_three_times() {
    for path in ["/reset/before", "/reset/mid"] {
        assert_eq!(requests(path, Reason::Network).await, 3, "{path}");
    }
}

#[wasm_bindgen_test]
async fn a_stall_is_tried_once_and_then_given_up() {
    let options = Options { timeout_ms: 1000, ..OPTIONS };
    for path in ["/stall/headers", "/stall/body", "/slow?chunk=1&every=50"] {
        let (url, id) = named(path);
        let error = fetch_text(&url, &options).await.expect_err(path);
        assert_eq!(error.reason, Reason::Timeout);
        let log = until_log("it is given up", &id, |log| log.count > 0 && log.open == 0).await;
        assert_eq!((log.count, log.aborted), (1, 1), "{path}");
    }
}

#[wasm_bindgen_test]
async fn what_arrives_and_cannot_be_read_is_asked_for_once() {
    assert_eq!(requests("/utf8", Reason::Parse).await, 1);
    assert_eq!(requests("/large?bytes=3000000", Reason::TooLarge).await, 1);
}

#[wasm_bindgen_test]
async fn the_first_good_answer_ends_the_tries() {
    let (url, id) = named("/flaky/502/1");
    assert!(fetch_text(&url, &OPTIONS).await.unwrap().text.contains("It arrived"));
    assert_eq!(log(&id).await.count, 2);
}

#[wasm_bindgen_test]
async fn a_page_may_ask_for_no_retries() {
    let none = Options { retries: 0, ..OPTIONS };
    assert_eq!(fails("/status/503", Reason::Status, &none).await.count, 1);
}

#[wasm_bindgen_test]
async fn the_wait_doubles() {
    probe::set_chance(Some(1.0));
    let options = Options { backoff_ms: 120, ..OPTIONS };
    let log = fails("/status/503", Reason::Status, &options).await;
    probe::set_chance(None);
    assert_eq!(log.count, 3);
    assert!(at_least(&log, 1, 120.0) && at_least(&log, 2, 240.0), "{log:?}");
}

#[wasm_bindgen_test]
async fn retry_after_in_seconds_is_waited_for() {
    let (url, id) = named("/flaky/429/1?retry_after=1");
    fetch_text(&url, &OPTIONS).await.unwrap();
    let log = log(&id).await;
    assert_eq!(log.count, 2);
    assert!(at_least(&log, 1, 1000.0), "{log:?}");
}

#[wasm_bindgen_test]
async fn control_without_retry_after_the_wait_is_shorter_than_that() {
    // One of several quick enough shows that the server's clock can tell the difference.
    for _ in 0..20 {
        let (url, id) = named("/flaky/429/1");
        fetch_text(&url, &OPTIONS).await.unwrap();
        if !at_least(&log(&id).await, 1, 1000.0) {
            return;
        }
    }
    panic!("a wait of up to 4 ms never takes less than a second");
}

/// A date of HTTP, so many milliseconds from now, without the part of a second.
fn http_date(ms: f64) -> (f64, String) {
    let then = ((Date::now() + ms) / 1000.0).floor() * 1000.0;
    let text: String = Date::new(&then.into()).to_utc_string().into();
    (then, js_sys::encode_uri_component(&text).into())
}

#[wasm_bindgen_test]
async fn retry_after_as_a_date_is_waited_for() {
    let (then, date) = http_date(2000.0);
    let (url, id) = named(&format!("/flaky/503/1?retry_after={date}"));
    fetch_text(&url, &OPTIONS).await.unwrap();
    assert!(Date::now() >= then);
    assert_eq!(log(&id).await.count, 2);
}

#[wasm_bindgen_test]
async fn a_longer_wait_than_thirty_seconds_is_left_to_the_reader() {
    let (_, date) = http_date(90_000.0);
    for wait in ["31", "3600", "4294967296", "99999999999999999999", &date] {
        let path = format!("/status/503?retry_after={wait}");
        assert_eq!(requests(&path, Reason::Status).await, 1, "{path}");
    }
}

#[wasm_bindgen_test]
async fn a_retry_after_that_means_nothing_changes_nothing() {
    let (_, past) = http_date(-90_000.0);
    for wait in ["soon", "", "-5", "0", "NaN", &past] {
        let path = format!("/status/503?retry_after={wait}");
        assert_eq!(requests(&path, Reason::Status).await, 3, "{path}");
    }
}

/// The reader has had its first answer, and waits a second before it asks again.
async fn waiting_to_ask_again() -> (Stage, String) {
    let (url, id) = named("/flaky/503/1?retry_after=1");
    let stage = Stage::reader_with(Some(url), |_| {});
    let waits = || probe::timers_pending().iter().any(|ms| (1000.0..2000.0).contains(ms));
    until("the reader waits to ask again", waits).await;
    assert_eq!(log(&id).await.count, 1);
    (stage, id)
}

/// Longer than the reader waits, by the same means: when this is over, it would have asked again.
async fn longer_than_that() {
    let (url, _) = named("/flaky/503/1?retry_after=2");
    fetch_text(&url, &OPTIONS).await.unwrap();
}

#[wasm_bindgen_test]
async fn control_a_reader_that_stays_asks_again() {
    let (stage, id) = waiting_to_ask_again().await;
    longer_than_that().await;
    stage.reaches("ready").await;
    assert_eq!(log(&id).await.count, 2);
}

#[wasm_bindgen_test]
async fn a_reader_that_has_gone_asks_no_more() {
    let (mut stage, id) = waiting_to_ask_again().await;
    stage.unmount();
    longer_than_that().await;
    assert_eq!(log(&id).await.count, 1);
}
