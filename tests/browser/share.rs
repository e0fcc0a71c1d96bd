//! The share menu as a component of another program: what it is given, whom it asks, what it tells.

use crate::stage::*;
use leptos::prelude::*;
use standfirst::reader::{Asked, ShareMenu, ShareMenuProps, Source, Told};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen_test::wasm_bindgen_test;

type Heard = Rc<RefCell<Vec<String>>>;

/// The menu, with these targets and this answer to each question; what it asked and told is heard.
fn menu(url: Source, targets: &str, answer: bool) -> (Stage, Heard) {
    let heard = Heard::default();
    let (asked, told) = (heard.clone(), heard.clone());
    let targets = targets.to_owned();
    let stage = Stage::new(move || {
        let asked = StoredValue::new_local(asked);
        let told = StoredValue::new_local(told);
        let before = Callback::new(move |(target, url): Asked| {
            asked.with_value(|heard| heard.borrow_mut().push(format!("{target} {url}")));
            answer
        });
        let after = Callback::new(move |(target, outcome): Told| {
            let outcome = if outcome == "copied" { "refused" } else { outcome };
            told.with_value(|heard| heard.borrow_mut().push(format!("{target}: {outcome}")));
        });
        let props = ShareMenuProps::builder()
            .url(url)
            .targets(targets)
            .on_share(Some(before))
            .on_shared(Some(after));
        ShareMenu(props.build()).into_any()
    });
    (stage, heard)
}

const PAGE: &str = "https://news.example/a";

#[wasm_bindgen_test]
async fn the_button_says_whether_its_list_is_open() {
    let (stage, _) = menu(PAGE.into(), "x copy", true);
    let expanded = || stage.one("button").unwrap().get_attribute("aria-expanded").unwrap();
    assert_eq!(expanded(), "false");
    stage.press("Share");
    until("the list is open", || expanded() == "true").await;
    assert_eq!(stage.texts("li"), ["X", "Copy link"]);
    stage.press("Share");
    until("the list is closed", || expanded() == "false").await;
}

#[wasm_bindgen_test]
async fn who_is_asked_first_can_stop_a_share() {
    let (stage, heard) = menu(PAGE.into(), "copy", false);
    stage.press("Copy link");
    settle().await;
    assert_eq!(*heard.borrow(), [format!("copy {PAGE}")]);
}

/// The clipboard of a test may be open or closed: either is told.
#[wasm_bindgen_test]
async fn control_without_a_no_it_goes_on_and_is_told() {
    let (stage, heard) = menu(PAGE.into(), "copy", true);
    stage.press("Copy link");
    until("it is told", || heard.borrow().len() == 2).await;
    assert_eq!(*heard.borrow(), [format!("copy {PAGE}"), "copy: refused".to_owned()]);
}

#[wasm_bindgen_test]
async fn where_nothing_can_be_done_there_is_no_button() {
    for (url, targets, there) in
        [(PAGE, "copy", true), (PAGE, "none", false), ("mailto:desk@news.example", "", false)]
    {
        let (stage, _) = menu(url.into(), targets, true);
        settle().await;
        assert_eq!(stage.one("button").is_some(), there, "{url} {targets}");
    }
}

#[wasm_bindgen_test]
async fn another_address_is_what_is_shared_from_then_on() {
    let url = RwSignal::new(Some(PAGE.to_owned()));
    let (stage, _) = menu(url.into(), "facebook", true);
    let shares = |end: &str| {
        let link = stage.one("li a").and_then(|link| link.get_attribute("href"));
        link.is_some_and(|href| href.ends_with(end))
    };
    assert!(shares("%2Fa"));
    url.set(Some("https://news.example/b?utm_source=feed".to_owned()));
    until("the other address is in the link", || shares("%2Fb")).await;
}
