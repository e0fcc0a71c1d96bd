//! When the address changes faster than articles come, the last one wins, and the others are given up.

use crate::probe::{Painted, cleared, pause};
use crate::stage::*;
use leptos::prelude::*;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;

const CHANGES: usize = 50;

/// Numbers that look random and are the same in every run (xorshift).
struct Dice(u32);

impl Dice {
    fn up_to(&mut self, most: u32) -> u32 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 17;
        self.0 ^= self.0 << 5;
        self.0 % (most + 1)
    }
}

/// One of the addresses that followed each other, and what the server saw of it in the end.
struct Superseded {
    /// The reader showed it before its turn was over.
    shown: bool,
    log: Log,
}

/// Changes the address again and again; the articles are late by up to 300 ms. The headline of each is its
/// number, from 0. Returns all but the last, which is shown by then.
async fn race(seed: u32) -> Vec<Superseded> {
    let mut dice = Dice(seed);
    let src = RwSignal::new(None);
    let stage = Stage::reader_with(src, |_| {});
    let painted = Painted::new(&stage.root(), "h1");
    let mut ids = Vec::new();
    for number in 0..CHANGES {
        let delay = dice.up_to(300);
        let (url, id) = named(&format!("/article?delay={delay}&headline={number}"));
        ids.push(id);
        src.set(Some(url));
        // Sometimes at once, sometimes long enough for the article to come.
        let gap = if dice.up_to(9) == 0 { 200 } else { dice.up_to(20) };
        JsFuture::from(pause(f64::from(gap))).await.unwrap();
    }
    let last = (CHANGES - 1).to_string();
    until("the last article is shown", || stage.headline().as_ref() == Some(&last)).await;

    let mut logs = Vec::new();
    for id in &ids {
        logs.push(until_log("no request is open", id, |log| log.open == 0).await);
    }
    // All is over at the server: nothing can come any more.
    settle().await;
    assert_eq!(stage.headline(), Some(last));
    let seen: Vec<usize> = painted.seen().iter().map(|text| text.parse().unwrap()).collect();
    assert!(seen.is_sorted(), "an older article after a newer one (seed {seed}): {seen:?}");
    assert_eq!(logs[CHANGES - 1].answered.len(), 1);
    logs.truncate(CHANGES - 1);
    let shown = |number| seen.contains(&number);
    logs.into_iter().enumerate().map(|(n, log)| Superseded { shown: shown(n), log }).collect()
}

#[wasm_bindgen_test]
async fn the_last_of_fifty_addresses_wins_and_no_older_one_is_painted_after_a_newer() {
    let (mut under_way, mut aborted) = (0, 0);
    for seed in [1, 20, 300, 4_000, 50_000, 600_000] {
        let before = race(seed).await;
        for (number, one) in before.iter().enumerate() {
            // The server's clock, when the next request of which it knows came: this one was given up by then.
            let next = before.iter().skip(number + 1).find_map(|after| after.log.times.first());
            let answered_in_time =
                matches!((one.log.answered.first(), next), (Some(end), Some(next)) if end <= next);
            if one.log.count == 1 && !one.shown && !answered_in_time {
                under_way += 1;
                aborted += one.log.aborted;
            }
        }
    }
    assert!(under_way >= 100, "the race was no race: {under_way} were superseded on their way");
    assert!(aborted * 100 >= under_way * 95, "{aborted} of {under_way} were aborted");
}

#[wasm_bindgen_test]
async fn control_without_haste_every_article_is_painted() {
    let src = RwSignal::new(None);
    let stage = Stage::reader_with(src, |_| {});
    let painted = Painted::new(&stage.root(), "h1");
    for number in 0..5 {
        src.set(Some(at(&format!("/article?headline={number}"))));
        until("it is shown", || stage.headline() == Some(number.to_string())).await;
    }
    assert_eq!(painted.seen(), ["0", "1", "2", "3", "4"]);
}

#[wasm_bindgen_test]
async fn every_request_that_reached_the_server_is_aborted_when_it_is_superseded() {
    let src = RwSignal::new(None);
    let stage = Stage::reader_with(src, |_| {});
    for stall in ["/stall/headers", "/stall/body"].repeat(5) {
        let (url, id) = named(stall);
        src.set(Some(url));
        until_log("the request is there", &id, |log| log.open == 1).await;
        src.set(Some(at("/article?delay=20")));
        let log = until_log("it is aborted", &id, |log| log.open == 0).await;
        assert_eq!((log.count, log.aborted), (1, 1));
    }
    stage.reaches("ready").await;
}

#[wasm_bindgen_test]
async fn a_request_can_be_given_up_when_memory_was_cleared_since_it_was_sent() {
    for stall in ["/stall/headers", "/stall/body"] {
        let (url, id) = named(stall);
        let src = RwSignal::new(Some(url));
        let _stage = Stage::reader_with(src, |_| {});
        until_log("the request is there", &id, |log| log.open == 1).await;
        JsFuture::from(cleared()).await.unwrap();
        src.set(None);
        let log = until_log("it is aborted", &id, |log| log.open == 0).await;
        assert_eq!((log.count, log.aborted), (1, 1));
    }
}

#[wasm_bindgen_test]
async fn changes_in_one_turn_are_one_request() {
    let src = RwSignal::new(None);
    let stage = Stage::reader_with(src, |_| {});
    settle().await;
    let (first, first_id) = named("/article?headline=first");
    let (second, second_id) = named("/article?headline=second");
    src.set(Some(first));
    src.set(Some(second));
    stage.reaches("ready").await;
    assert_eq!(stage.headline().as_deref(), Some("second"));
    assert_eq!((log(&first_id).await.count, log(&second_id).await.count), (0, 1));
}

#[wasm_bindgen_test]
async fn an_address_that_is_taken_away_ends_its_request() {
    let (url, id) = named("/stall/body");
    let src = RwSignal::new(Some(url));
    let stage = Stage::reader_with(src, |_| {});
    until_log("the request is there", &id, |log| log.open == 1).await;
    src.set(None);
    stage.reaches("idle").await;
    assert_eq!(until_log("it is aborted", &id, |log| log.open == 0).await.aborted, 1);
}

#[wasm_bindgen_test]
async fn an_older_failure_is_not_shown_over_a_newer_article() {
    let src = RwSignal::new(Some(at("/flaky/503/9?retry_after=1")));
    let stage = Stage::reader_with(src, |_| {});
    settle().await;
    src.set(Some(at("/article")));
    stage.reaches("ready").await;
    let (later, _) = named("/flaky/503/1?retry_after=2");
    standfirst::fetch::fetch_text(&later, &Default::default()).await.unwrap();
    assert_eq!((stage.state().as_str(), stage.reason()), ("ready", None));
}
