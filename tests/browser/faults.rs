//! Every fault of network, server and publisher ends in its own state, with a sentence and a way out.

use crate::probe;
use crate::stage::*;
use leptos::prelude::*;
use serde_json::json;
use standfirst::config::ARTICLE_LIMIT;
use standfirst::error::Reason;
use standfirst::fetch::{Options, fetch_text};
use wasm_bindgen_test::wasm_bindgen_test;

const ONCE: Options =
    Options { timeout_ms: 600_000, limit: ARTICLE_LIMIT, retries: 0, backoff_ms: 1 };

/// Seconds a try: one where time is to run out, else more than a test has.
fn seconds(reason: Reason) -> u32 {
    if reason == Reason::Timeout { 1 } else { 600 }
}

/// The reader fails at `url` as it should, and Retry asks again.
async fn fails(url: &str, reason: Reason, sentence: &str) -> Stage {
    let stage = Stage::reader_with(Some(url.to_owned()), move |props| {
        props.timeout = seconds(reason).into();
    });
    stage.reaches("failed").await;
    failed(&stage, url, reason, sentence);
    let button = stage.button("Try again").expect("a button");
    press(&button);
    assert_eq!(focused(), *stage.root());
    until("it was tried again", || !button.is_connected()).await;
    stage.reaches("failed").await;
    failed(&stage, url, reason, sentence);
    assert_eq!(focused(), *stage.root());
    stage
}

/// What a failed reader shows.
fn failed(stage: &Stage, url: &str, reason: Reason, sentence: &str) {
    assert_eq!(stage.reason().as_deref(), Some(reason.as_str()), "{url}");
    assert_eq!(stage.status(), sentence, "{url}");
    assert_eq!(stage.root().get_attribute("aria-busy"), None);
    assert_eq!(stage.headline(), None);
    assert!(stage.one(".sf-skeleton").is_none());
    let details = stage.one("details").expect("technical details");
    assert!(!details.has_attribute("open"));
    assert_eq!(stage.texts("details > summary"), ["Technical details"]);
    let told = text(&details);
    assert!(told.contains(reason.as_str()) && told.contains(url), "{told}");
}

/// A fetch of this path fails for this reason.
async fn fetch_fails(path: &str, reason: Reason) {
    let options = Options { timeout_ms: seconds(reason) * 1000, ..ONCE };
    let error = fetch_text(&at(path), &options).await.expect_err(path);
    assert_eq!((error.reason, error.status), (reason, None), "{error}");
}

/// Both, and the number of tries that the reader makes for each press.
async fn both_fail(path: &str, reason: Reason, sentence: &str, tries: u64) {
    fetch_fails(path, reason).await;
    let (url, id) = named(path);
    fails(&url, reason, sentence).await;
    assert_eq!(log(&id).await.count, tries * 2, "{path}");
}

/// Failed, then pressed, then ready: the fault passes after `times` requests.
async fn recovers(fault: &str, times: u32, rest: &str, reason: Reason) {
    let (url, id) = named(&format!("/flaky/{fault}/{times}{rest}"));
    let timeout = RwSignal::new(seconds(reason));
    let stage = Stage::reader_with(Some(url.clone()), move |props| props.timeout = timeout.into());
    stage.reaches("failed").await;
    assert_eq!(stage.reason().as_deref(), Some(reason.as_str()), "{url}");
    timeout.set(seconds(Reason::Network));
    stage.press("Try again");
    stage.reaches("ready").await;
    assert_eq!(stage.headline().as_deref(), Some("It arrived"));
    assert_eq!((stage.reason(), stage.status()), (None, String::new()));
    assert!(stage.button("Try again").is_none());
    assert_eq!(log(&id).await.count, u64::from(times) + 1);
}

/// The fetch brings the article, and the reader shows it.
async fn arrives(path: &str) {
    let fetched = fetch_text(&at(path), &ONCE).await.expect(path);
    assert!(fetched.text.contains("It arrived"));
    let stage = Stage::reader(&at(path));
    stage.reaches("ready").await;
    assert_eq!(stage.headline().as_deref(), Some("It arrived"));
    assert!(stage.one("details").is_none());
}

#[wasm_bindgen_test]
async fn control_an_article_without_a_fault_is_shown() {
    arrives("/article").await;
}

#[wasm_bindgen_test]
async fn a_refused_connection_is_a_network_error() {
    let url = nobody().await;
    let error = fetch_text(&url, &ONCE).await.expect_err("nobody is there");
    assert_eq!(error.reason, Reason::Network);
    fails(&url, Reason::Network, sentences().network).await;
}

#[wasm_bindgen_test]
async fn a_reset_before_the_headers_is_a_network_error() {
    both_fail("/reset/before", Reason::Network, sentences().network, 3).await;
}

#[wasm_bindgen_test]
async fn a_reset_in_the_middle_of_the_body_is_a_network_error() {
    both_fail("/reset/mid", Reason::Network, sentences().network, 3).await;
}

#[wasm_bindgen_test]
async fn headers_that_never_come_are_a_timeout() {
    both_fail("/stall/headers", Reason::Timeout, sentences().timeout, 1).await;
}

#[wasm_bindgen_test]
async fn a_body_that_never_ends_is_a_timeout() {
    both_fail("/stall/body", Reason::Timeout, sentences().timeout, 1).await;
}

#[wasm_bindgen_test]
async fn a_body_that_drips_past_the_time_allowed_is_a_timeout() {
    both_fail("/slow?chunk=1&every=200", Reason::Timeout, sentences().timeout, 1).await;
}

#[wasm_bindgen_test]
async fn a_slow_article_that_comes_in_time_is_shown() {
    arrives("/slow?chunk=30&every=20").await;
}

#[wasm_bindgen_test]
async fn every_status_of_an_error_is_one_even_with_an_article_as_body() {
    let all = [400, 401, 403, 404, 408, 410, 413, 429, 500, 502, 503, 504];
    for status in all {
        let path = format!("/status/{status}");
        let error = fetch_text(&at(&path), &ONCE).await.expect_err(&path);
        assert_eq!((error.reason, error.status), (Reason::Status, Some(status)));
        let sentence = match status {
            404 | 410 => sentences().not_found,
            401 | 403 => sentences().forbidden,
            _ => sentences().busy,
        };
        let (url, _) = named(&format!("/status/{status}"));
        let stage = Stage::reader(&url);
        stage.reaches("failed").await;
        failed(&stage, &url, Reason::Status, sentence);
        assert!(stage.texts("details dd").contains(&status.to_string()));
        assert!(stage.button("Try again").is_some());
    }
}

#[wasm_bindgen_test]
async fn an_answer_without_a_body_is_no_article() {
    let (url, id) = named("/204");
    assert_eq!(fetch_text(&url, &ONCE).await.expect("2xx").text, "");
    fails(&url, Reason::Parse, sentences().unreadable).await;
    assert_eq!(log(&id).await.count, 3);
}

/// What arrives whole and is no article.
async fn is_unreadable(path: &str, reason: Reason) {
    let (url, id) = named(path);
    fetch_text(&url, &ONCE).await.expect("arrives");
    fails(&url, reason, sentences().unreadable).await;
    assert_eq!(log(&id).await.count, 3, "asking again by itself would bring the same");
}

#[wasm_bindgen_test]
async fn a_login_page_is_no_article() {
    is_unreadable("/type/html", Reason::Parse).await;
}

#[wasm_bindgen_test]
async fn an_empty_answer_is_no_article() {
    is_unreadable("/empty", Reason::Parse).await;
}

#[wasm_bindgen_test]
async fn json_that_is_cut_off_is_no_article() {
    is_unreadable("/truncated", Reason::Parse).await;
}

#[wasm_bindgen_test]
async fn a_list_is_no_article() {
    is_unreadable("/array", Reason::Schema).await;
}

#[wasm_bindgen_test]
async fn a_number_is_no_article() {
    is_unreadable("/number", Reason::Schema).await;
}

#[wasm_bindgen_test]
async fn bytes_that_are_not_utf_8_are_no_article() {
    both_fail("/utf8", Reason::Parse, sentences().unreadable, 1).await;
}

#[wasm_bindgen_test]
async fn a_byte_order_mark_does_no_harm() {
    arrives("/bom").await;
}

#[wasm_bindgen_test]
async fn an_article_served_as_plain_text_is_shown() {
    arrives("/type/text").await;
}

#[wasm_bindgen_test]
async fn an_answer_over_the_limit_is_given_up_while_it_comes() {
    for declared in [0, 1] {
        let (url, id) =
            named(&format!("/large?bytes=80000000&declared={declared}&held={}", ARTICLE_LIMIT * 2));
        let stage = Stage::reader(&url);
        stage.reaches("failed").await;
        failed(&stage, &url, Reason::TooLarge, sentences().unreadable);
        let log = until_log("the request is given up", &id, |log| log.aborted == 1).await;
        assert_eq!(log.count, 1);
        assert!(log.bytes < 80_000_000, "{log:?}");
    }
}

#[wasm_bindgen_test]
async fn the_limit_itself_is_allowed_and_a_byte_more_is_not() {
    let get = async |bytes| {
        fetch_text(&at(&format!("/large?bytes={bytes}")), &ONCE).await.map(|f| f.text.len())
    };
    assert_eq!(get(ARTICLE_LIMIT).await, Ok(ARTICLE_LIMIT));
    assert_eq!(get(ARTICLE_LIMIT + 1).await.unwrap_err().reason, Reason::TooLarge);
    let stage = Stage::reader(&at(&format!("/large?bytes={ARTICLE_LIMIT}")));
    stage.reaches("ready").await;
    assert_eq!(stage.headline().as_deref(), Some("Large"));
}

#[wasm_bindgen_test]
async fn corrupt_gzip_is_a_network_error() {
    both_fail("/gzip/corrupt", Reason::Network, sentences().network, 3).await;
}

#[wasm_bindgen_test]
async fn an_answer_that_the_page_may_not_see_is_a_network_error() {
    both_fail("/nocors", Reason::Network, sentences().network, 3).await;
}

#[wasm_bindgen_test]
async fn relative_addresses_start_from_where_a_redirect_led() {
    let article = json!({ "headline": "Moved", "image": { "url": "photo.jpg", "alt": "A photo" } });
    let to = echo(&article);
    let stage = Stage::reader(&at(&format!("/redirect?to={}", js_sys::encode_uri_component(&to))));
    stage.reaches("ready").await;
    assert_eq!(stage.headline().as_deref(), Some("Moved"));
    let img = stage.one("img").expect("a picture");
    assert_eq!(img.get_attribute("src"), Some(at("/echo/news/photo.jpg")));
}

#[wasm_bindgen_test]
async fn no_connection_says_so_and_the_article_comes_with_the_connection() {
    let (url, _) = named("/flaky/reset/3");
    probe::set_online(false);
    let stage = Stage::reader(&url);
    stage.reaches("failed").await;
    failed(&stage, &url, Reason::Offline, sentences().offline);
    probe::set_online(true);
    probe::happens("online");
    stage.reaches("ready").await;
}

#[wasm_bindgen_test]
async fn the_connection_coming_back_repeats_no_other_failure() {
    let (url, id) = named("/flaky/404/1");
    let stage = Stage::reader(&url);
    stage.reaches("failed").await;
    probe::happens("online");
    settle().await;
    assert_eq!((stage.state().as_str(), log(&id).await.count), ("failed", 1));
}

#[wasm_bindgen_test]
async fn retry_brings_the_article_once_a_status_has_passed() {
    recovers("404", 1, "", Reason::Status).await;
    recovers("503", 3, "", Reason::Status).await;
}

#[wasm_bindgen_test]
async fn retry_brings_the_article_once_resets_have_passed() {
    recovers("reset", 3, "", Reason::Network).await;
    recovers("reset", 3, "/mid", Reason::Network).await;
}

#[wasm_bindgen_test]
async fn retry_brings_the_article_once_a_stall_has_passed() {
    recovers("stall", 1, "/headers", Reason::Timeout).await;
    recovers("stall", 1, "/body", Reason::Timeout).await;
}

#[wasm_bindgen_test]
async fn retry_brings_the_article_once_nonsense_has_passed() {
    for (fault, rest) in [("type", "/html"), ("empty", ""), ("truncated", ""), ("utf8", "")] {
        recovers(fault, 1, rest, Reason::Parse).await;
    }
    recovers("array", 1, "", Reason::Schema).await;
    recovers("gzip", 3, "", Reason::Network).await;
    recovers("nocors", 3, "", Reason::Network).await;
}

#[wasm_bindgen_test]
async fn a_fault_that_passes_by_itself_is_never_shown() {
    let (url, id) = named("/flaky/503/2");
    let stage = Stage::reader(&url);
    let painted = probe::Painted::new(&stage.root(), ".sf-failed button");
    stage.reaches("ready").await;
    assert_eq!(log(&id).await.count, 3);
    assert_eq!(painted.seen(), [""; 0], "no Retry on the way");
}
