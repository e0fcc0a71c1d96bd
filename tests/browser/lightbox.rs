//! The lightbox, by press, key, finger, Back and printer.

use crate::probe;
use crate::stage::*;
use leptos::prelude::*;
use serde_json::{Value, json};
use standfirst::i18n::Locale;
use standfirst::reader::ArticleReaderProps;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, History, HtmlDialogElement, HtmlElement};

const NAMES: [&str; 3] = ["Enlarge: A tram", "Enlarge: A bridge", "Enlarge: A river"];

fn picture(name: &str) -> Value {
    json!({
        "type": "image", "url": format!("/{name}.jpg"), "width": 40, "height": 30,
        "alt": format!("A {name}"), "caption": format!("The {name} at dawn"), "creditText": format!("{name} agency"),
    })
}

fn article(body: &[Value]) -> String {
    echo(&json!({ "headline": "Pictures", "body": body }))
}

fn three() -> String {
    article(&[picture("tram"), picture("bridge"), picture("river")])
}

async fn ready(src: &str, change: impl FnOnce(&mut ArticleReaderProps) + 'static) -> Stage {
    let stage = Stage::reader_with(Some(src.to_owned()), change);
    stage.reaches("ready").await;
    stage
}

fn dialog(stage: &Stage) -> HtmlDialogElement {
    stage.one("dialog").expect("a dialog").unchecked_into()
}

async fn open(stage: &Stage, name: &str) -> HtmlDialogElement {
    stage.press(name);
    let dialog = dialog(stage);
    until("the dialog is open", || dialog.open()).await;
    dialog
}

async fn closed(stage: &Stage) {
    // The event that tells the reader so comes a moment after the dialog has closed.
    let gone = || !dialog(stage).open() && stage.one("dialog img").is_none();
    until("the dialog is closed and its picture gone", gone).await;
    settle().await;
    assert!(!dialog(stage).open());
}

/// What the open dialog shows: the picture's words, and its place.
fn shown(stage: &Stage) -> (String, String) {
    let img = stage.one("dialog img").expect("a picture");
    (img.get_attribute("alt").unwrap(), stage.texts("dialog [aria-live] > p").concat())
}

fn shows(stage: &Stage, name: &str, place: &str) {
    assert_eq!(shown(stage), (format!("A {name}"), place.to_owned()));
}

async fn key(stage: &Stage, name: &str) {
    let _ = stage;
    probe::key_down(&focused(), name);
    settle().await;
}

#[wasm_bindgen_test]
async fn control_nothing_is_open_before_a_press() {
    let stage = ready(&three(), |_| {}).await;
    assert!(!dialog(&stage).open());
    assert!(stage.one("dialog img").is_none(), "no picture is fetched twice before it is wanted");
    let without =
        ready(&article(&[json!({ "type": "paragraph", "text": "Words." })]), |_| {}).await;
    assert!(without.one("dialog").is_none() && without.one("figure button").is_none());
}

#[wasm_bindgen_test]
async fn a_press_on_enlarge_shows_picture_caption_and_credit_in_a_modal_dialog() {
    let stage = ready(&three(), |_| {}).await;
    let dialog = open(&stage, NAMES[1]).await;
    assert!(dialog.matches(":modal").unwrap());
    assert_eq!(dialog.get_attribute("aria-label").as_deref(), Some("Pictures"));
    assert!(dialog.contains(Some(&focused())), "the focus is in the dialog");
    shows(&stage, "bridge", "2 of 3");
    let picture = stage.one("dialog img").unwrap();
    assert_eq!(picture.get_attribute("src"), Some(at("/bridge.jpg")));
    assert_eq!(picture.get_attribute("loading").as_deref(), Some("eager"));
    assert_eq!(stage.texts("dialog figcaption"), ["The bridge at dawn (bridge agency)"]);
    for seen in ["dialog img", "dialog figcaption"] {
        let seen: HtmlElement = stage.one(seen).unwrap().unchecked_into();
        assert!(seen.offset_width() > 0 && seen.offset_height() > 0, "{} is visible", text(&seen));
    }
}

#[wasm_bindgen_test]
async fn arrow_keys_turn_the_pages_and_go_round() {
    let stage = ready(&three(), |_| {}).await;
    open(&stage, NAMES[0]).await;
    shows(&stage, "tram", "1 of 3");
    for (name, picture, place) in [
        ("ArrowRight", "bridge", "2 of 3"),
        ("ArrowRight", "river", "3 of 3"),
        ("ArrowRight", "tram", "1 of 3"),
        ("ArrowLeft", "river", "3 of 3"),
        ("ArrowLeft", "bridge", "2 of 3"),
        ("ArrowUp", "bridge", "2 of 3"),
        ("x", "bridge", "2 of 3"),
    ] {
        key(&stage, name).await;
        shows(&stage, picture, place);
    }
}

#[wasm_bindgen_test]
async fn the_buttons_turn_the_pages_and_keep_the_focus() {
    let stage = ready(&three(), |_| {}).await;
    open(&stage, NAMES[2]).await;
    for (button, picture) in [
        ("Next picture", "tram"),
        ("Next picture", "bridge"),
        ("Previous picture", "tram"),
        ("Previous picture", "river"),
    ] {
        stage.press(button);
        settle().await;
        assert_eq!(shown(&stage).0, format!("A {picture}"));
        assert_eq!(focused().get_attribute("aria-label").as_deref(), Some(button));
    }
}

#[wasm_bindgen_test]
async fn a_swipe_turns_the_page_and_a_touch_does_not() {
    let stage = ready(&three(), |_| {}).await;
    let dialog = open(&stage, NAMES[0]).await;
    for (from, to, picture) in
        [(300, 100, "bridge"), (300, 290, "bridge"), (100, 300, "tram"), (100, 300, "river")]
    {
        probe::swipe(&dialog, from, to);
        settle().await;
        assert_eq!(shown(&stage).0, format!("A {picture}"));
    }
}

#[wasm_bindgen_test]
async fn closing_gives_the_focus_back_to_the_button_that_opened() {
    let stage = ready(&three(), |_| {}).await;
    for name in NAMES {
        for by_escape in [true, false] {
            let dialog = open(&stage, name).await;
            key(&stage, "ArrowRight").await;
            if by_escape {
                probe::escape(&dialog);
            } else {
                stage.press("Close");
            }
            closed(&stage).await;
            assert_eq!(focused().get_attribute("aria-label").as_deref(), Some(name));
        }
    }
}

#[wasm_bindgen_test]
async fn a_picture_alone_has_nowhere_to_turn_to() {
    let stage = ready(&article(&[picture("tram")]), |_| {}).await;
    open(&stage, NAMES[0]).await;
    assert!(stage.button("Next picture").is_none() && stage.button("Previous picture").is_none());
    for name in ["ArrowRight", "ArrowLeft"] {
        key(&stage, name).await;
        shows(&stage, "tram", "");
    }
    assert!(stage.button("Close").is_some());
}

#[wasm_bindgen_test]
async fn from_right_to_left_the_arrows_and_swipes_are_the_other_way_round() {
    let stage = ready(&three(), |props| props.locale = Locale::new("ar")).await;
    let dialog = dialog(&stage);
    let buttons: Vec<Element> = stage.all("figure button");
    press(buttons[0].unchecked_ref());
    until("the dialog is open", || dialog.open()).await;
    for (name, picture) in
        [("ArrowLeft", "bridge"), ("ArrowLeft", "river"), ("ArrowRight", "bridge")]
    {
        key(&stage, name).await;
        assert_eq!(shown(&stage).0, format!("A {picture}"));
    }
    probe::swipe(&dialog, 100, 300);
    settle().await;
    assert_eq!(shown(&stage).0, "A river");
}

#[wasm_bindgen_test]
async fn in_an_article_from_right_to_left_the_arrows_follow_the_article() {
    let article = json!({
        "headline": "صور", "inLanguage": "ar", "body": [picture("tram"), picture("bridge"), picture("river")],
    });
    let stage = ready(&echo(&article), |_| {}).await;
    open(&stage, NAMES[0]).await;
    key(&stage, "ArrowLeft").await;
    shows(&stage, "bridge", "2 of 3");
}

#[wasm_bindgen_test]
async fn a_picture_that_is_a_link_opens_nothing() {
    let mut linked = picture("tram");
    linked["link"] = json!("https://example.org/");
    let stage = ready(&article(&[linked, picture("bridge")]), |_| {}).await;
    assert!(stage.button(NAMES[0]).is_none());
    assert!(stage.one("a[href='https://example.org/'] img").is_some());
    open(&stage, NAMES[1]).await;
    shows(&stage, "bridge", "");
}

#[wasm_bindgen_test]
async fn another_article_closes_it() {
    let src = RwSignal::new(Some(three()));
    let stage = Stage::reader_with(src, |_| {});
    stage.reaches("ready").await;
    open(&stage, NAMES[0]).await;
    src.set(Some(article(&[picture("bridge")])));
    until("the other article is shown", || stage.all("figure .sf-zoom").len() == 1).await;
    settle().await;
    assert!(!dialog(&stage).open());
    open(&stage, NAMES[1]).await;
}

// --- The history ---

fn history() -> History {
    web_sys::window().unwrap().history().unwrap()
}

/// Marks the page's entry, so that it is known again.
fn mark() -> String {
    let mark = fresh();
    history().replace_state(&JsValue::from_str(&mark), "").unwrap();
    mark
}

fn here() -> Option<String> {
    history().state().unwrap().as_string()
}

fn with_history(props: &mut ArticleReaderProps) {
    props.use_history = true;
}

#[wasm_bindgen_test]
async fn back_closes_it_and_stays_on_the_page() {
    let mark = mark();
    let stage = ready(&three(), with_history).await;
    for _ in 0..2 {
        open(&stage, NAMES[0]).await;
        until("there is an entry to go back from", || here().is_none()).await;
        history().back().unwrap();
        closed(&stage).await;
        assert_eq!(here().as_ref(), Some(&mark));
        assert_eq!(focused().get_attribute("aria-label").as_deref(), Some(NAMES[0]));
    }
}

#[wasm_bindgen_test]
async fn closing_it_otherwise_takes_its_entry_out_of_the_way() {
    let mark = mark();
    let stage = ready(&three(), with_history).await;
    let mut length = None;
    for by_escape in [false, true, false] {
        let dialog = open(&stage, NAMES[1]).await;
        until("there is an entry to go back from", || here().is_none()).await;
        key(&stage, "ArrowRight").await;
        let entries = history().length().unwrap();
        assert_eq!(*length.get_or_insert(entries), entries, "an entry a time, not one a picture");
        if by_escape {
            probe::escape(&dialog);
        } else {
            stage.press("Close");
        }
        closed(&stage).await;
        until("the page's own entry is back", || here().as_ref() == Some(&mark)).await;
    }
}

#[wasm_bindgen_test]
async fn a_reader_that_goes_while_it_is_open_leaves_the_pages_own_entry() {
    let mark = mark();
    let mut stage = ready(&three(), with_history).await;
    open(&stage, NAMES[0]).await;
    until("there is an entry to go back from", || here().is_none()).await;
    stage.unmount();
    until("the page's own entry is back", || here().as_ref() == Some(&mark)).await;
}

#[wasm_bindgen_test]
async fn control_without_leave_the_history_is_not_written() {
    let mark = mark();
    let length = history().length().unwrap();
    let stage = ready(&three(), |_| {}).await;
    open(&stage, NAMES[0]).await;
    settle().await;
    assert_eq!((here(), history().length().unwrap()), (Some(mark), length));
    stage.press("Close");
    closed(&stage).await;
}

// --- The printer ---

fn printable() -> String {
    article(&[
        picture("tram"),
        json!({ "type": "details", "summary": "Folded", "body": [{ "type": "paragraph", "text": "A" }] }),
        json!({ "type": "details", "summary": "Open", "open": true, "body": [{ "type": "paragraph", "text": "B" }] }),
    ])
}

fn unfolded(stage: &Stage) -> Vec<bool> {
    stage.all("details").iter().map(|details| details.has_attribute("open")).collect()
}

#[wasm_bindgen_test]
async fn print_shows_what_is_folded_and_fetches_what_is_lazy_and_then_folds_it_again() {
    let stage = ready(&printable(), |_| {}).await;
    let loading = || stage.one("figure img").unwrap().get_attribute("loading").unwrap();
    assert_eq!((unfolded(&stage), loading().as_str()), (vec![false, true], "lazy"));
    for _ in 0..2 {
        probe::happens("beforeprint");
        assert_eq!((unfolded(&stage), loading().as_str()), (vec![true, true], "eager"));
        probe::happens("afterprint");
        assert_eq!(unfolded(&stage), [false, true]);
    }
}

#[wasm_bindgen_test]
async fn control_a_reader_that_has_gone_does_not_hear_the_printer() {
    settle().await;
    let before = probe::listeners();
    let mut stage = ready(&printable(), |_| {}).await;
    assert!(probe::listeners() > before);
    stage.unmount();
    settle().await;
    assert_eq!(probe::listeners(), before);
    probe::happens("beforeprint");
}
