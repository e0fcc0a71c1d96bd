//! What follows signals is drawn by what it stands in, and ends with it.

use crate::stage::*;
use leptos::prelude::*;
use standfirst::markup::{Element, Markup, Nodes};
use std::sync::{Arc, Mutex};
use wasm_bindgen_test::wasm_bindgen_test;

/// What the innermost of three has read: the number of the drawing that it belongs to, none where that had gone.
type Read = Arc<Mutex<Vec<Option<u32>>>>;

/// Three that are live, one in the other. The outermost and the innermost follow the same signal, as an article and its
/// comments do that wait for the rest of the program; the innermost reads what the outermost has made.
fn three(follows: RwSignal<u32>, read: Read) -> Nodes {
    let mut out = Vec::new();
    Element::open(&mut out, "div").live(Box::new(move || {
        let made = RwSignal::new(follows.get());
        let (mut out, read) = (Vec::new(), Arc::clone(&read));
        Element::open(&mut out, "div").live(Box::new(move || {
            let (mut out, read) = (Vec::new(), Arc::clone(&read));
            Element::open(&mut out, "p").live(Box::new(move || {
                follows.track();
                let made = made.try_get_untracked();
                read.lock().unwrap().push(made);
                vec![Markup::Text(format!("{made:?}").into())]
            }));
            out
        }));
        out
    }));
    out
}

#[wasm_bindgen_test]
async fn what_is_live_draws_nothing_more_once_what_it_stands_in_is_drawn_anew() {
    let (follows, read) = (RwSignal::new(0), Read::default());
    let kept = Arc::clone(&read);
    let mut stage = Stage::new(move || three(follows, kept).into_any());
    for change in 1..4 {
        follows.set(change);
        settle().await;
        assert_eq!(text(&stage.one("p").unwrap()), format!("Some({change})"));
    }
    // Woken before the outermost, it is drawn once more in vain: what it reads is still there.
    let drawn = read.lock().unwrap().clone();
    assert!(drawn.is_sorted() && drawn.iter().all(Option::is_some), "{drawn:?}");
    stage.unmount();
    follows.set(4);
    settle().await;
    assert_eq!(read.lock().unwrap().len(), drawn.len());
}

/// In a place that stays, it is drawn at each change.
#[wasm_bindgen_test]
async fn control_what_is_live_in_a_place_that_stays_is_drawn_at_each_change() {
    let follows = RwSignal::new(0);
    let stage = Stage::new(move || {
        let mut out = Vec::new();
        Element::open(&mut out, "p")
            .live(Box::new(move || vec![Markup::Text(follows.get().to_string().into())]));
        out.into_any()
    });
    for change in 1..4 {
        follows.set(change);
        settle().await;
        assert_eq!(text(&stage.one("p").unwrap()), change.to_string());
    }
}
