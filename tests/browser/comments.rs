//! Comments and disclosures as components of another program: what they show, whom they tell, what they leave.

use crate::probe;
use crate::stage::*;
use leptos::prelude::*;
use serde_json::{Value, json};
use standfirst::error::LoadError;
use standfirst::reader::{Comments, CommentsProps, Rule};
use standfirst::{Disclosure, Source};
use std::sync::{Arc, Mutex};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, HtmlElement};

/// What a program hears of its comments, in order.
type Heard = Arc<Mutex<Vec<String>>>;

/// Three comments: one, an answer to it, another.
fn three() -> Value {
    let comment = |id: &str, parent: Option<&str>, day: u32| {
        json!({
            "id": id,
            "parentItem": parent,
            "author": { "name": format!("Writer {id}") },
            "dateCreated": format!("2024-12-{day:02}T10:00:00Z"),
            "text": format!("Text of {id}."),
        })
    };
    json!([comment("a", None, 3), comment("b", Some("a"), 4), comment("c", None, 2)])
}

fn with(source: impl FnOnce(&mut CommentsProps) + 'static) -> (Stage, Heard) {
    let heard = Heard::default();
    let (loads, turns, fails) = (heard.clone(), heard.clone(), heard.clone());
    let tell = |heard: &Heard, said: String| heard.lock().unwrap().push(said);
    let stage = Stage::new(move || {
        let mut props = CommentsProps::builder()
            .src(Source::default())
            .timeout(600)
            .on_load(Some(Callback::new(move |count: u32| tell(&loads, format!("{count} here")))))
            .on_toggle(Some(Callback::new(move |(id, open): (String, bool)| {
                tell(&turns, format!("{id:?} {}", if open { "open" } else { "folded" }));
            })))
            .on_error(Some(Callback::new(move |error: LoadError| {
                tell(&fails, format!("{} {:?}", error.reason.as_str(), error.status));
            })))
            .build();
        source(&mut props);
        Comments(props).into_any()
    });
    (stage, heard)
}

fn heard(heard: &Heard) -> Vec<String> {
    heard.lock().unwrap().clone()
}

fn given() -> (Stage, Heard) {
    with(|props| {
        props.data = three().to_string().into();
        props.open = 1.into();
    })
}

fn fetched(path: &str) -> (Stage, Heard) {
    let url = at(path);
    with(move |props| {
        props.src = url.into();
        props.open = 1.into();
    })
}

async fn reaches(stage: &Stage, state: &str) {
    let selector = format!(".sf-comments[data-state={state}]");
    until(&format!("the comments are {state}"), || stage.one(&selector).is_some()).await;
}

fn section(stage: &Stage) -> HtmlElement {
    stage.one(".sf-disclosure button").expect("the section's button").unchecked_into()
}

fn toggle(stage: &Stage, id: &str) -> HtmlElement {
    let selector = format!("#comment-{id} .sf-fold");
    stage.one(&selector).expect("a comment's button").unchecked_into()
}

fn expanded(button: &Element) -> String {
    button.get_attribute("aria-expanded").unwrap()
}

/// What stands in a comment is hidden until it is found.
fn is_folded(stage: &Stage, id: &str) -> bool {
    let rest = stage.one(&format!("#comment-{id} .sf-comment-rest")).unwrap();
    rest.get_attribute("hidden").as_deref() == Some("until-found")
}

#[wasm_bindgen_test]
async fn they_are_closed_until_they_are_opened_and_the_program_is_told_once() {
    let (stage, told) = with(|props| props.data = three().to_string().into());
    assert_eq!(expanded(&section(&stage)), "false");
    press(&section(&stage));
    reaches(&stage, "ready").await;
    assert_eq!(expanded(&section(&stage)), "true");
    assert_eq!(text(&section(&stage)), "Comments3");
    assert_eq!(stage.texts(".sf-comment-name"), ["Writer a", "Writer b", "Writer c"]);
    press(&section(&stage));
    until("it is closed", || expanded(&section(&stage)) == "false").await;
    settle().await;
    let mut told = heard(&told);
    told.sort();
    assert_eq!(told, ["\"\" folded", "\"\" open", "3 here"]);
}

#[wasm_bindgen_test]
async fn a_signal_opens_and_closes_them_and_is_no_press() {
    let open = RwSignal::new(0_u32);
    let (stage, told) = with(move |props| {
        props.data = three().to_string().into();
        props.open = open.into();
    });
    reaches(&stage, "ready").await;
    for (to, word) in [(1, "true"), (0, "false")] {
        open.set(to);
        until("the button says so", || expanded(&section(&stage)) == word).await;
    }
    assert_eq!(heard(&told), ["3 here"]);
}

#[wasm_bindgen_test]
async fn a_comment_folds_and_opens_and_the_program_is_told_which() {
    let (stage, told) = given();
    reaches(&stage, "ready").await;
    for (word, folded) in [("false", true), ("true", false)] {
        press(&toggle(&stage, "a"));
        assert_eq!(
            (expanded(&toggle(&stage, "a")).as_str(), is_folded(&stage, "a")),
            (word, folded)
        );
        assert_eq!(focused(), *toggle(&stage, "a"), "the focus stays");
    }
    assert!(!is_folded(&stage, "c"), "control: another stays as it was");
    assert_eq!(heard(&told), ["3 here", "\"a\" folded", "\"a\" open"]);
}

#[wasm_bindgen_test]
async fn folded_from_within_it_takes_the_focus() {
    let (stage, _) = given();
    reaches(&stage, "ready").await;
    stage.press("Fold this thread");
    assert!(is_folded(&stage, "a"));
    assert_eq!(focused(), *toggle(&stage, "a"));
    press(&toggle(&stage, "a"));
}

#[wasm_bindgen_test]
async fn other_comments_take_the_place_of_those_that_were_there() {
    let data = RwSignal::new(Some(three().to_string()));
    let (stage, told) = with(move |props| {
        props.data = data.into();
        props.open = 1.into();
    });
    reaches(&stage, "ready").await;
    data.set(Some(json!([{ "id": "z", "author": "Zoe", "text": "Alone." }]).to_string()));
    until("the other is there", || stage.texts(".sf-comment-name") == ["Zoe"]).await;
    data.set(Some("[]".to_owned()));
    reaches(&stage, "empty").await;
    assert!(stage.all(".sf-comment").is_empty());
    assert_eq!(heard(&told), ["3 here", "1 here", "0 here"]);
}

#[wasm_bindgen_test]
async fn what_cannot_be_had_is_said_in_their_place_and_told() {
    for (path, told) in [
        ("/status/404", "status Some(404)"),
        ("/truncated", "parse None"),
        ("/type/html", "parse None"),
        ("/number", "schema None"),
        ("/stall/headers", "timeout None"),
        ("/reset/before", "network None"),
        ("/gzip/corrupt", "network None"),
    ] {
        let (stage, heard_of) = with(move |props| {
            props.src = at(path).into();
            props.open = 1.into();
            if told.starts_with("timeout") {
                props.timeout = 1.into();
            }
        });
        reaches(&stage, "failed").await;
        assert_eq!(heard(&heard_of), [told], "{path}");
        assert_eq!(stage.status(), "The comments could not be loaded.", "{path}");
        assert_eq!(stage.texts(".sf-comments-note"), ["The comments could not be loaded."]);
        assert!(stage.button("Try again").is_some(), "{path}");
    }
}

#[wasm_bindgen_test]
async fn a_retry_asks_again_and_keeps_the_focus() {
    let (url, id) = named("/flaky/404/9");
    let (stage, _) = with(move |props| {
        props.src = url.into();
        props.open = 1.into();
    });
    reaches(&stage, "failed").await;
    let button = stage.button("Try again").unwrap();
    press(&button);
    until("the button has gone", || !button.is_connected()).await;
    assert!(stage.host.contains(Some(&focused())), "the focus stays in the section");
    until_log("it was asked for twice", &id, |log| log.count == 2).await;
}

#[wasm_bindgen_test]
async fn an_address_that_the_program_does_not_allow_is_never_asked_for() {
    let (url, id) = named("/echo/comments");
    let other = url.replace("127.0.0.1", "localhost");
    let own = || -> Option<Rule> { Some(Arc::new(|url| url.starts_with("http://127.0.0.1:"))) };
    let (stage, told) = with(move |props| {
        props.src = other.into();
        props.open = 1.into();
        props.rule = own();
    });
    reaches(&stage, "failed").await;
    assert_eq!(heard(&told), ["origin None"]);
    assert!(stage.button("Try again").is_none());
    assert_eq!(log(&id).await.count, 0);
    let (stage, _) = with(move |props| {
        props.src = format!("{url}&json=[]").into();
        props.open = 1.into();
        props.rule = own();
    });
    reaches(&stage, "empty").await;
    assert_eq!(log(&id).await.count, 1, "control: where it is allowed, it is asked for");
}

#[wasm_bindgen_test]
async fn they_end_their_request_when_they_go() {
    for stall in ["/stall/headers", "/stall/body"] {
        let (url, id) = named(stall);
        let (mut stage, told) = with(move |props| {
            props.src = url.into();
            props.open = 1.into();
        });
        until_log("the request is there", &id, |log| log.open == 1).await;
        stage.unmount();
        let log = until_log("it is aborted", &id, |log| log.open == 0).await;
        assert_eq!((log.count, log.aborted), (1, 1));
        assert!(heard(&told).is_empty());
    }
}

fn left() -> (u32, u32, usize) {
    (probe::nodes(), probe::listeners(), probe::timers_pending().len())
}

/// Mounts comments, takes them to one of their states, and unmounts them there.
async fn cycle(nth: usize) {
    match nth % 6 {
        // At once, before any effect has run.
        0 => drop(fetched("/stall/headers")),
        1 => {
            let (stage, _) = fetched("/stall/body");
            reaches(&stage, "loading").await;
        }
        2 => {
            let (stage, _) = fetched("/status/404");
            reaches(&stage, "failed").await;
        }
        3 => {
            let (stage, _) = given();
            reaches(&stage, "ready").await;
            press(&toggle(&stage, "a"));
            stage.press("Keyboard shortcuts");
            stage.press("Unfold all");
            settle().await;
        }
        4 => {
            let (stage, _) = given();
            reaches(&stage, "ready").await;
            press(&section(&stage));
            press(&section(&stage));
            settle().await;
        }
        _ => drop(with(|_| {})),
    }
}

#[wasm_bindgen_test]
async fn comments_that_came_and_went_leave_nothing() {
    for nth in 0..12 {
        cycle(nth).await;
    }
    settle().await;
    let before = left();
    for nth in 0..36 {
        cycle(nth).await;
    }
    settle().await;
    until("the timers have ended", || left().2 == before.2).await;
    assert_eq!(left(), before);
}

#[wasm_bindgen_test]
async fn control_comments_that_stay_are_counted() {
    settle().await;
    let before = left();
    let (stage, _) = given();
    reaches(&stage, "ready").await;
    let with = left();
    assert!(with.0 > before.0 && with.1 > before.1, "{before:?} {with:?}");
    drop(stage);
    settle().await;
    assert_eq!(left(), before);
}

#[wasm_bindgen_test]
async fn a_disclosure_opens_what_stands_under_it_and_tells() {
    let told = Heard::default();
    let tell = told.clone();
    let before = left();
    let mut stage = Stage::new(move || {
        let on_toggle =
            Callback::new(move |open: bool| tell.lock().unwrap().push(open.to_string()));
        view! {
            <Disclosure title="More" heading_level=3 on_toggle=Some(on_toggle)>
                <p class="inside">"Here."</p>
            </Disclosure>
        }
        .into_any()
    });
    assert_eq!(stage.texts("h3 > button"), ["More"]);
    let hidden = |stage: &Stage| {
        let inside = stage.one(".inside").expect("it is there, for the browser's search");
        inside.parent_element().unwrap().get_attribute("hidden")
    };
    settle().await;
    assert_eq!(hidden(&stage).as_deref(), Some("until-found"));
    stage.press("More");
    until("it is open", || hidden(&stage).is_none()).await;
    assert_eq!(expanded(&section(&stage)), "true");
    stage.press("More");
    until("it is closed", || hidden(&stage).as_deref() == Some("until-found")).await;
    // What the browser does when its search finds a word in it.
    let inside = stage.one(".inside").unwrap().parent_element().unwrap();
    inside.dispatch_event(&web_sys::Event::new("beforematch").unwrap()).unwrap();
    until("it is open", || expanded(&section(&stage)) == "true").await;
    assert_eq!(heard(&told), ["true", "false", "true"]);
    stage.unmount();
    drop(stage);
    settle().await;
    assert_eq!(left(), before);
}

#[wasm_bindgen_test]
async fn a_disclosure_can_be_open_from_the_start_and_is_of_level_2() {
    let stage =
        Stage::new(|| view! { <Disclosure title="More" open=true>"Here."</Disclosure> }.into_any());
    settle().await;
    assert_eq!(stage.texts("h2 > button"), ["More"]);
    assert_eq!(expanded(&section(&stage)), "true");
    assert!(stage.one("[hidden]").is_none());
}
