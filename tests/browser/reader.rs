//! The reader's states, and what it tells the page around it.

use crate::probe;
use crate::stage::*;
use leptos::prelude::*;
use serde_json::json;
use standfirst::config::Theme;
use standfirst::error::LoadError;
use standfirst::i18n::Locale;
use standfirst::reader::{Loaded, Rule};
use std::cell::RefCell;
use std::rc::Rc;
use std::sync::{Arc, Mutex};
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
async fn without_an_address_it_says_that_there_is_no_article_yet() {
    for src in [None, Some(""), Some("  ")] {
        let stage = Stage::reader_with(src.map(str::to_owned), |_| {});
        settle().await;
        assert_eq!(stage.state(), "idle");
        assert_eq!(stage.status(), "No article has been chosen yet.");
        assert_eq!((stage.reason(), stage.headline()), (None, None));
        assert!(stage.one("button, details, .sf-skeleton").is_none());
    }
}

#[wasm_bindgen_test]
async fn while_it_loads_it_is_busy_and_the_skeleton_is_hidden_from_assistive_technology() {
    let (url, _) = named("/stall/body");
    let stage = Stage::reader_with(Some(url), |_| {});
    stage.reaches("loading").await;
    assert_eq!(stage.root().get_attribute("aria-busy").as_deref(), Some("true"));
    assert_eq!((stage.status(), stage.reason()), (String::new(), None));
    let visible = stage.all("[data-state] > :not([role=status])");
    assert_eq!(visible.len(), 1);
    assert_eq!(visible[0].get_attribute("aria-hidden").as_deref(), Some("true"));
    assert_eq!(text(&visible[0]), "Loading", "beside the spinner, for eyes");
}

#[wasm_bindgen_test]
async fn when_it_is_ready_the_article_is_there_and_nothing_else() {
    let stage = Stage::reader(&at("/article"));
    stage.reaches("ready").await;
    assert_eq!(stage.root().get_attribute("aria-busy"), None);
    assert_eq!((stage.status(), stage.reason()), (String::new(), None));
    assert_eq!(stage.texts("h1"), ["It arrived"]);
    assert_eq!(stage.all("article").len(), 1);
    assert_eq!(
        stage.texts("[part=body] p"),
        ["The text of the article, long enough to be cut in two."]
    );
    assert!(stage.one(".sf-skeleton, .sf-failed, details").is_none());
}

#[wasm_bindgen_test]
async fn the_status_region_is_the_same_element_all_the_way() {
    let (url, _) = named("/flaky/404/1");
    let stage = Stage::reader(&url);
    let region = stage.one("[role=status]").unwrap();
    stage.reaches("failed").await;
    assert_eq!(stage.one("[role=status]").unwrap(), region);
    assert_eq!(text(&region), sentences().not_found);
    stage.press("Try again");
    stage.reaches("ready").await;
    assert_eq!(stage.one("[role=status]").unwrap(), region);
    assert_eq!(text(&region), "");
}

#[wasm_bindgen_test]
async fn the_focus_goes_to_the_reader_on_retry_and_never_to_the_page() {
    let (url, _) = named("/flaky/404/2");
    let stage = Stage::reader(&url);
    for state in ["failed", "ready"] {
        stage.reaches("failed").await;
        let button = stage.button("Try again").expect("a button");
        press(&button);
        assert_eq!(focused(), *stage.root());
        until("the button has gone", || !button.is_connected()).await;
        assert_eq!(focused(), *stage.root());
        stage.reaches(state).await;
        assert_eq!(focused(), *stage.root());
    }
}

#[wasm_bindgen_test]
async fn an_article_that_comes_takes_the_focus_from_nobody() {
    let other = Stage::new(|| leptos::html::button().child("Elsewhere").into_any());
    let button = other.button("Elsewhere").unwrap();
    button.focus().unwrap();
    let stage = Stage::reader(&at("/article?delay=30"));
    stage.reaches("ready").await;
    assert_eq!(focused(), *button);
    let failing = Stage::reader(&at("/status/404"));
    failing.reaches("failed").await;
    assert_eq!(focused(), *button);
}

#[wasm_bindgen_test]
async fn headings_start_at_the_level_that_the_page_gives() {
    let article = json!({ "headline": "Top", "body": [
        { "type": "heading", "level": 2, "text": "Under it" },
        { "type": "heading", "level": 3, "text": "Deeper" },
    ]});
    for (level, tags) in
        [(1, "h1 h2 h3"), (3, "h3 h4 h5"), (4, "h4 h5 h6"), (9, "h4 h5 h6"), (0, "h1 h2 h3")]
    {
        let stage = Stage::reader_with(Some(echo(&article)), move |props| {
            props.heading_level = level.into()
        });
        stage.reaches("ready").await;
        let found: Vec<String> =
            stage.all("h1, h2, h3, h4, h5, h6").iter().map(|h| h.local_name()).collect();
        assert_eq!(found.join(" "), tags);
    }
}

#[wasm_bindgen_test]
async fn the_page_chooses_the_scheme_and_the_language() {
    let stage = Stage::reader_with(Some(at("/status/404")), |props| {
        props.theme = Theme::Dark.into();
        props.locale = Locale::new("de-AT");
    });
    stage.reaches("failed").await;
    assert_eq!(stage.root().get_attribute("data-theme").as_deref(), Some("dark"));
    assert_eq!(stage.status(), Locale::new("de").words.failures.not_found);
    assert_ne!(stage.status(), sentences().not_found);
}

/// Opens only what stands at 127.0.0.1.
fn own() -> Rule {
    Arc::new(|url| url.starts_with("http://127.0.0.1:"))
}

#[wasm_bindgen_test]
async fn an_address_that_the_page_does_not_allow_is_never_asked_for() {
    let (url, id) = named("/article");
    let other = url.replace("127.0.0.1", "localhost");
    let stage = Stage::reader_with(Some(other.clone()), |props| props.rule = Some(own()));
    stage.reaches("failed").await;
    assert_eq!(
        (stage.reason().as_deref(), stage.status().as_str()),
        (Some("origin"), sentences().origin)
    );
    assert!(stage.button("Try again").is_none());
    assert!(text(&stage.one("details").unwrap()).contains(&other));
    // The control: the same name, where it is allowed, is asked for once.
    let allowed = Stage::reader_with(Some(url), |props| props.rule = Some(own()));
    allowed.reaches("ready").await;
    assert_eq!(log(&id).await.count, 1);
}

#[wasm_bindgen_test]
async fn a_redirect_to_what_the_page_does_not_allow_is_not_shown() {
    let elsewhere = at("/article?headline=Planted").replace("127.0.0.1", "localhost");
    let url = at(&format!("/redirect?to={}", js_sys::encode_uri_component(&elsewhere)));
    let free = Stage::reader(&url);
    free.reaches("ready").await;
    let stage = Stage::reader_with(Some(url), |props| props.rule = Some(own()));
    until("it is over", || matches!(stage.state().as_str(), "ready" | "failed")).await;
    assert_eq!((stage.reason().as_deref(), stage.headline()), (Some("origin"), None));
}

#[wasm_bindgen_test]
async fn a_format_that_nobody_knows_is_unsupported_and_not_asked_for() {
    let (url, id) = named("/article");
    let stage = Stage::reader_with(Some(url.clone()), |props| props.format = "telegram".into());
    stage.reaches("failed").await;
    assert_eq!(stage.reason().as_deref(), Some("unsupported"));
    assert_eq!(stage.status(), sentences().unreadable);
    assert!(stage.button("Try again").is_none());
    assert!(text(&stage.one("details").unwrap()).contains("telegram"));
    // The control: with a format that is known, the same name is asked for, once a reader.
    for known in ["canonical", "auto"] {
        let stage = Stage::reader_with(Some(url.clone()), move |props| props.format = known.into());
        stage.reaches("ready").await;
    }
    assert_eq!(log(&id).await.count, 2);
}

#[wasm_bindgen_test]
async fn an_address_of_another_scheme_is_unsupported() {
    for src in [
        "javascript:alert(1)",
        "data:application/json,{}",
        "file:///etc/passwd",
        "http://",
        "mailto:a@b",
    ] {
        let stage = Stage::reader(src);
        stage.reaches("failed").await;
        assert_eq!(stage.reason().as_deref(), Some("unsupported"), "{src}");
        assert!(text(&stage.one("details").unwrap()).contains(src));
        assert!(stage.one("a").is_none(), "an address that cannot be used is no link");
    }
}

#[wasm_bindgen_test]
async fn a_reader_that_goes_while_it_loads_ends_its_request() {
    for stall in ["/stall/headers", "/stall/body"] {
        let (url, id) = named(stall);
        let mut stage = Stage::reader_with(Some(url), |_| {});
        until_log("the request is there", &id, |log| log.open == 1).await;
        stage.unmount();
        let log = until_log("it is aborted", &id, |log| log.open == 0).await;
        assert_eq!((log.count, log.aborted), (1, 1));
    }
}

#[wasm_bindgen_test]
async fn control_a_reader_that_stays_gets_its_answer() {
    let (url, id) = named("/article?delay=50");
    let stage = Stage::reader(&url);
    stage.reaches("ready").await;
    let log = until_log("it is over", &id, |log| log.open == 0).await;
    assert_eq!((log.count, log.aborted, log.answered.len()), (1, 0, 1));
}

#[wasm_bindgen_test]
async fn the_page_is_told_once_of_each_outcome() {
    let told = Arc::new(Mutex::new(Vec::new()));
    let (loads, fails) = (told.clone(), told.clone());
    let src = RwSignal::new(Some(at("/article?headline=One")));
    let stage = Stage::reader_with(src, move |props| {
        props.on_load = Some(Callback::new(move |loaded: Loaded| {
            loads.lock().unwrap().push(format!("load {}", loaded.reading.article.headline));
        }));
        props.on_error = Some(Callback::new(move |error: LoadError| {
            fails.lock().unwrap().push(format!(
                "error {} {:?}",
                error.reason.as_str(),
                error.status
            ));
        }));
    });
    stage.reaches("ready").await;
    src.set(Some(at("/status/410")));
    stage.reaches("failed").await;
    src.set(Some("ftp://nowhere".to_owned()));
    until("the reason has changed", || stage.reason().as_deref() == Some("unsupported")).await;
    src.set(Some(at("/article?headline=Two")));
    stage.reaches("ready").await;
    settle().await;
    assert_eq!(
        *told.lock().unwrap(),
        ["load One", "error status Some(410)", "error unsupported None", "load Two"]
    );
}

#[wasm_bindgen_test]
async fn the_page_may_take_the_reader_away_from_within_what_it_is_told() {
    for path in ["/article", "/status/404"] {
        let errors = probe::errors();
        let kept = Rc::new(RefCell::new(None::<Stage>));
        let (on_load, on_error) = (take(&kept), take(&kept));
        let stage = Stage::reader_with(Some(at(path)), |props| {
            props.on_load = Some(Callback::new(move |_| on_load()));
            props.on_error = Some(Callback::new(move |_| on_error()));
        });
        *kept.borrow_mut() = Some(stage);
        until("the reader has gone", || kept.borrow().is_none()).await;
        settle().await;
        assert_eq!(probe::errors(), errors);
    }
}

fn take(kept: &Rc<RefCell<Option<Stage>>>) -> impl Fn() + Send + Sync + 'static {
    let kept = leptos::__reexports::send_wrapper::SendWrapper::new(kept.clone());
    move || drop(kept.borrow_mut().take())
}

#[wasm_bindgen_test]
async fn a_relative_address_starts_from_the_page() {
    let stage = Stage::reader("?nothing-of-the-kind");
    until("it is over", || matches!(stage.state().as_str(), "ready" | "failed")).await;
    let base = crate::stage::document().base_uri().unwrap().unwrap();
    assert!(text(&stage.one("details").unwrap()).contains(base.split(['?', '#']).next().unwrap()));
}
