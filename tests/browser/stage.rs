//! A place in the page for one view, questions about what stands there, and the server's view of it.

use crate::probe;
use js_sys::{Date, encode_uri_component};
use leptos::{mount::mount_to, prelude::*};
use serde_json::Value;
use standfirst::i18n::{Failures, Locale};
use standfirst::reader::{ArticleReader, ArticleReaderProps};
use std::any::Any;
use std::cell::Cell;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Document, Element, HtmlElement};

const PORT: &str = match option_env!("STANDFIRST_FAULTS_PORT") {
    Some(port) => port,
    None => "47613",
};

/// Milliseconds until a wait gives up. Only a test that fails gets there.
const PATIENCE: f64 = 60_000.0;

// --- Waiting ---

/// Lets the page work until it is so.
pub async fn until(what: &str, mut so: impl FnMut() -> bool) {
    let give_up = Date::now() + PATIENCE;
    while !so() {
        assert!(Date::now() < give_up, "waited in vain until {what}");
        moment().await;
    }
}

/// Lets the page work for a moment: effects, events, messages of the network.
pub async fn moment() {
    JsFuture::from(probe::pause(4.0)).await.unwrap();
}

/// Lets every effect run that a change has called for, and theirs.
pub async fn settle() {
    for _ in 0..3 {
        leptos::task::tick().await;
        moment().await;
    }
}

// --- The server ---

/// An address at the server of faults.
pub fn at(path: &str) -> String {
    format!("http://127.0.0.1:{PORT}{path}")
}

/// A name that no other request has, in this run or another.
pub fn fresh() -> String {
    thread_local!(static NEXT: Cell<u32> = const { Cell::new(0) });
    NEXT.set(NEXT.get() + 1);
    format!("{}-{}", Date::now(), NEXT.get())
}

/// A path with a name of its own, and that name.
pub fn named(path: &str) -> (String, String) {
    let id = fresh();
    let mark = if path.contains('?') { '&' } else { '?' };
    (at(&format!("{path}{mark}id={id}")), id)
}

/// Where an article that is given as JSON can be fetched.
pub fn echo(article: &Value) -> String {
    at(&format!(
        "/echo/news/article?id={}&json={}",
        fresh(),
        encode_uri_component(&article.to_string())
    ))
}

/// What the server knows of the requests with one name.
#[derive(Debug)]
pub struct Log {
    pub count: u64,
    pub aborted: u64,
    pub open: u64,
    pub bytes: u64,
    /// When they came, by the server's clock in milliseconds.
    pub times: Vec<f64>,
    /// When they were answered in full.
    pub answered: Vec<f64>,
}

async fn desk(path: &str) -> Value {
    let answer = JsFuture::from(probe::text_at(&at(path))).await;
    let text = answer.expect("the fault server answers").as_string().unwrap();
    serde_json::from_str(&text).unwrap()
}

pub async fn log(id: &str) -> Log {
    let log = desk(&format!("/log?id={id}")).await;
    let number = |name: &str| log[name].as_u64().unwrap();
    let list =
        |name: &str| log[name].as_array().unwrap().iter().map(|n| n.as_f64().unwrap()).collect();
    Log {
        count: number("count"),
        aborted: number("aborted"),
        open: number("open"),
        bytes: number("bytes"),
        times: list("times"),
        answered: list("answered"),
    }
}

/// Asks the server until it is so.
pub async fn until_log(what: &str, id: &str, so: impl Fn(&Log) -> bool) -> Log {
    let give_up = Date::now() + PATIENCE;
    loop {
        let log = log(id).await;
        if so(&log) {
            return log;
        }
        assert!(Date::now() < give_up, "waited in vain until {what}: {log:?}");
        moment().await;
    }
}

/// An address where nobody listens.
pub async fn nobody() -> String {
    format!("http://127.0.0.1:{}/", desk("/info").await["refused_port"])
}

// --- The page ---

pub fn document() -> Document {
    web_sys::window().unwrap().document().unwrap()
}

/// The element that has the focus; `body` where none has.
pub fn focused() -> Element {
    document().active_element().unwrap()
}

pub fn text(element: &Element) -> String {
    element.text_content().unwrap_or_default()
}

/// A press as by mouse, finger or Enter: the focus is on the button by then.
pub fn press(button: &HtmlElement) {
    button.focus().unwrap();
    button.click();
}

/// The sentences of the interface in English.
pub fn sentences() -> &'static Failures {
    &Locale::default().words.failures
}

/// A place in the page with one view. Both go when it is dropped.
pub struct Stage {
    pub host: HtmlElement,
    view: Option<Box<dyn Any>>,
    errors: u32,
}

impl Stage {
    pub fn new(view: impl FnOnce() -> AnyView + 'static) -> Self {
        // A test that failed takes nothing back, and a modal dialog makes the rest of the page inert.
        while let Some(open) = document().query_selector("dialog[open]").unwrap() {
            open.remove();
        }
        let host: HtmlElement = document().create_element("div").unwrap().unchecked_into();
        document().body().unwrap().append_child(&host).unwrap();
        let errors = probe::errors();
        let view = mount_to(host.clone(), view);
        Stage { host, view: Some(Box::new(view)), errors }
    }

    /// A reader of one address, with more time a try than a test has: how busy the machine is decides nothing.
    pub fn reader(src: &str) -> Self {
        Self::reader_with(Some(src.to_owned()), |_| {})
    }

    /// A reader with other properties than the usual.
    pub fn reader_with(
        src: impl Into<Signal<Option<String>>>,
        change: impl FnOnce(&mut ArticleReaderProps) + 'static,
    ) -> Self {
        let src = src.into();
        Self::new(move || {
            let mut props = ArticleReaderProps::builder().src(src).timeout(600).build();
            change(&mut props);
            ArticleReader(props).into_any()
        })
    }

    /// Takes the view out of the page, as its owner would.
    pub fn unmount(&mut self) {
        self.view = None;
    }

    pub fn one(&self, selector: &str) -> Option<Element> {
        self.host.query_selector(selector).unwrap()
    }

    pub fn all(&self, selector: &str) -> Vec<Element> {
        let found = self.host.query_selector_all(selector).unwrap();
        (0..found.length()).map(|at| found.item(at).unwrap().unchecked_into()).collect()
    }

    pub fn texts(&self, selector: &str) -> Vec<String> {
        self.all(selector).iter().map(text).collect()
    }

    pub fn root(&self) -> HtmlElement {
        self.one("[data-state]").expect("a reader").unchecked_into()
    }

    pub fn state(&self) -> String {
        self.root().get_attribute("data-state").unwrap()
    }

    pub fn reason(&self) -> Option<String> {
        self.root().get_attribute("data-reason")
    }

    /// What the one status region says.
    pub fn status(&self) -> String {
        let regions = self.texts("[role=status]");
        assert_eq!(regions.len(), 1, "one status region");
        regions[0].clone()
    }

    pub fn headline(&self) -> Option<String> {
        self.one("h1").map(|h1| text(&h1))
    }

    /// A button by the name that assistive technology gives it.
    pub fn button(&self, name: &str) -> Option<HtmlElement> {
        let named = |button: &Element| {
            button.get_attribute("aria-label").unwrap_or_else(|| text(button)).trim() == name
        };
        self.all("button, [role=button]").into_iter().find(named).map(JsCast::unchecked_into)
    }

    pub fn press(&self, name: &str) {
        press(&self.button(name).unwrap_or_else(|| panic!("no button is called {name}")));
    }

    pub async fn reaches(&self, state: &str) {
        let mut last = String::new();
        until(&format!("the reader is {state}"), || {
            last = self.state();
            last == state
        })
        .await;
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        self.unmount();
        assert_eq!(self.host.child_nodes().length(), 0, "what was mounted has gone");
        self.host.remove();
        assert_eq!(probe::errors(), self.errors, "an error reached the page");
    }
}
