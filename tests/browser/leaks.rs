//! A reader that goes leaves nothing: no node, listener, timer, request or page of memory.

use crate::probe;
use crate::stage::*;
use js_sys::{Reflect, WebAssembly};
use serde_json::{Value, json};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;

/// What a page has that it should get back.
#[derive(Debug, PartialEq)]
struct Left {
    nodes: u32,
    listeners: u32,
    timers: usize,
    memory: u32,
}

fn left() -> Left {
    let memory: WebAssembly::Memory = wasm_bindgen::memory().unchecked_into();
    let bytes = Reflect::get(&memory.buffer(), &"byteLength".into()).unwrap();
    Left {
        nodes: probe::nodes(),
        listeners: probe::listeners(),
        timers: probe::timers_pending().len(),
        memory: bytes.as_f64().unwrap() as u32,
    }
}

/// Everything that listens, waits or draws anew.
fn rich() -> Value {
    let picture = |n: u32| json!({ "type": "image", "url": format!("{n}.jpg"), "alt": format!("Picture {n}") });
    json!({
        "headline": "Rich",
        "image": { "url": "lead.jpg", "alt": "Lead" },
        "body": [
            { "type": "paragraph", "text": "Text." },
            picture(1),
            picture(2),
            { "type": "details", "summary": "More", "body": [{ "type": "paragraph", "text": "Here." }] },
            { "type": "embed", "url": "https://www.youtube.com/watch?v=abcdefghijk" },
        ],
    })
}

/// Mounts a reader, takes it to one of its states, and unmounts it there.
async fn cycle(nth: usize, id: &str) {
    let src = |path: &str| {
        Some(at(&format!("{path}{}id={id}", if path.contains('?') { '&' } else { '?' })))
    };
    match nth % 10 {
        // At once, before any effect has run.
        0 => drop(Stage::reader_with(src("/stall/headers"), |_| {})),
        1 => {
            let stage = Stage::reader_with(src("/stall/headers"), |_| {});
            stage.reaches("loading").await;
        }
        2 => {
            let stage = Stage::reader_with(src("/stall/body"), |_| {});
            stage.reaches("loading").await;
            until_log("the request is there", id, |log| log.open > 0).await;
        }
        3 => {
            let stage = Stage::reader_with(src("/flaky/503/99?retry_after=20"), |_| {});
            let waits = || probe::timers_pending().contains(&20_000.0);
            until("the reader waits to ask again", waits).await;
            drop(stage);
            until("the timer is cleared", || !waits()).await;
        }
        4 => {
            let stage = Stage::reader_with(src("/status/404"), |_| {});
            stage.reaches("failed").await;
        }
        5 => {
            let stage = Stage::reader_with(src("/status/404"), |_| {});
            stage.reaches("failed").await;
            stage.press("Try again");
            settle().await;
        }
        6 => {
            let stage = Stage::reader(&echo(&rich()));
            stage.reaches("ready").await;
        }
        7 => {
            let stage = Stage::reader(&echo(&rich()));
            stage.reaches("ready").await;
            stage.press("Enlarge: Picture 1");
            until("the dialog is open", || stage.one("dialog[open]").is_some()).await;
            probe::key_down(&focused(), "ArrowRight");
            settle().await;
        }
        8 => {
            let stage = Stage::reader(&echo(&rich()));
            stage.reaches("ready").await;
            probe::happens("beforeprint");
        }
        _ => {
            let stage = Stage::reader_with(None, |_| {});
            stage.reaches("idle").await;
        }
    }
}

#[wasm_bindgen_test]
async fn a_hundred_readers_that_came_and_went_leave_nothing() {
    let id = fresh();
    for nth in 0..30 {
        cycle(nth, &id).await;
    }
    until_log("no request is open", &id, |log| log.open == 0).await;
    settle().await;
    let before = left();
    for nth in 0..100 {
        cycle(nth, &id).await;
    }
    let log = until_log("no request is open", &id, |log| log.open == 0).await;
    assert!(log.aborted > 0);
    settle().await;
    assert_eq!(left(), before);
}

#[wasm_bindgen_test]
async fn control_a_reader_that_stays_is_counted() {
    settle().await;
    let before = left();
    let (url, id) = named("/stall/headers");
    let stage = Stage::reader(&url);
    until_log("the request is open", &id, |log| log.open == 1).await;
    let with = left();
    assert!(with.nodes > before.nodes, "nodes");
    assert!(with.listeners > before.listeners, "listeners");
    assert!(with.timers > before.timers, "timers");
    drop(stage);
    settle().await;
    let after = left();
    assert_eq!(
        (after.nodes, after.listeners, after.timers),
        (before.nodes, before.listeners, before.timers)
    );
}

#[wasm_bindgen_test]
async fn many_readers_at_once_do_not_touch_each_other() {
    let src = at("/article?headline=");
    let mut stages: Vec<Stage> =
        (0..20).map(|n| Stage::reader_with(Some(format!("{src}{n}")), |_| {})).collect();
    // Every second one goes while the others are still loading.
    let mut nth = 0;
    stages.retain(|_| {
        nth += 1;
        nth % 2 == 0
    });
    for (at, stage) in stages.iter().enumerate() {
        stage.reaches("ready").await;
        assert_eq!(stage.headline(), Some((at * 2 + 1).to_string()));
    }
}
