//! The feature: an address becomes an article on the page.

use crate::components::{article_view, failed, sentence, skeleton};
use crate::config::Theme;
use crate::content::formats::{Format, Reading, Unreadable};
use crate::content::{enhance::enhance, formats};
use crate::error::{LoadError, Reason};
use crate::i18n::Locale;
use crate::markup::{Element, Handle, Markup, Nodes};
use leptos::prelude::*;
use std::sync::{Arc, Mutex};

/// An article that has been read.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// Where it came from, after redirects.
    pub url: String,
    /// The article, its format, and what could not be read of it.
    pub reading: Arc<Reading>,
}

/// What the reader shows.
#[derive(Clone, Debug)]
enum State {
    /// No address.
    Idle,
    /// On its way.
    Loading,
    /// Here.
    Ready(Loaded),
    /// Not to be had.
    Failed(LoadError),
}

/// The state, with a signal that says that it has changed. Not a signal of its own type: the machinery of
/// one is 2 kB.
#[derive(Clone)]
struct Shared {
    changes: RwSignal<u32>,
    state: Arc<Mutex<State>>,
}

#[cfg_attr(not(feature = "csr"), allow(dead_code))]
impl Shared {
    fn new() -> Self {
        Shared { changes: RwSignal::new(0), state: Arc::new(Mutex::new(State::Idle)) }
    }

    /// The state, to be asked again when it has changed.
    fn get(&self) -> State {
        self.changes.track();
        self.now()
    }

    /// The state as it is now.
    fn now(&self) -> State {
        self.state.lock().map_or(State::Idle, |state| state.clone())
    }

    /// Changes the state. Once the reader is gone, nobody notices.
    fn set(&self, new: State) {
        if let Ok(mut state) = self.state.lock() {
            *state = new;
        }
        self.changes.try_update(|changes| *changes += 1);
    }
}

#[cfg_attr(not(feature = "csr"), allow(dead_code))]
impl State {
    const fn word(&self) -> &'static str {
        match self {
            State::Idle => "idle",
            State::Loading => "loading",
            State::Ready(_) => "ready",
            State::Failed(_) => "failed",
        }
    }
}

/// Which addresses may be opened: the rule of the page. Everything, unless one is given.
pub type Rule = Arc<dyn Fn(&str) -> bool + Send + Sync>;

/// Fetches an article and shows it, with the states on the way.
///
/// A change of `src` aborts the request under way; an older answer never paints over a newer one. When the
/// component goes, so do its request, timers and listeners.
#[component]
pub fn ArticleReader(
    /// The address of the article as JSON, relative to the page. None shows that there is no article yet.
    #[prop(into)]
    src: Signal<Option<String>>,
    /// The format's name, or `auto`.
    #[prop(into, optional)]
    format: String,
    /// The language of the interface and of dates. English if none is given.
    #[prop(optional)]
    locale: Locale,
    /// Speak the article's language where there is a catalogue of it: for a page that is all article.
    #[prop(optional)]
    follow_language: bool,
    /// The heading level of the headline: 1 (the default) to 4.
    #[prop(default = 1)]
    heading_level: u8,
    /// The time allowed for one try, in seconds.
    #[prop(default = crate::config::TIMEOUT_SECONDS)]
    timeout: u32,
    /// Light, dark, or as the device says.
    #[prop(optional)]
    theme: Theme,
    /// The page's rule for addresses. Refused ones end as the error `origin`.
    #[prop(optional_no_strip)]
    rule: Option<Rule>,
    /// Back closes the lightbox: the reader may write the page's history.
    #[prop(optional)]
    use_history: bool,
    /// Called when an article is there, before it is drawn.
    #[prop(optional_no_strip)]
    on_load: Option<Callback<Loaded>>,
    /// Called when an article cannot be had.
    #[prop(optional_no_strip)]
    on_error: Option<Callback<LoadError>>,
) -> Nodes {
    let state = Shared::new();
    let tries = RwSignal::new(0_u32);
    let shown = RwSignal::new(0_u32);
    let root = Handle::default();
    let request =
        Request { src, format, timeout, rule, tries, state: state.clone(), on_load, on_error };
    #[cfg(feature = "csr")]
    live::wire(request, root, shown, use_history);
    #[cfg(not(feature = "csr"))]
    let _ = (request, use_history);
    // The focus goes to the reader before the button under it goes: never to the top of the page.
    let retry = move || {
        root.focus();
        tries.update(|n| *n += 1);
    };
    let mut out = Vec::new();
    let element = Element::open(&mut out, "div");
    element.reach(root);
    element.put("class", "sf sf-reader");
    element.put("data-theme", theme.as_str());
    element.put("data-state", "idle");
    element.put("tabindex", "-1");
    let status = Element::open(element.children(), "p");
    status.put("class", "sf-status");
    status.put("part", "status");
    status.put("role", "status");
    let (words, asked) = (locale.clone(), state.clone());
    status.live(Box::new(move || {
        let text = match asked.get() {
            State::Idle => words.words.idle,
            State::Failed(error) => sentence(&error, &words),
            State::Loading | State::Ready(_) => "",
        };
        vec![Markup::Text(text.into())]
    }));
    element.live(Box::new(move || {
        let mut out: Nodes = Vec::new();
        match state.get() {
            State::Idle => {}
            State::Loading => skeleton(&mut out),
            State::Ready(loaded) => {
                let article = &loaded.reading.article;
                let own = article.language().filter(|tag| follow_language && Locale::speaks(tag));
                let locale = own.map_or_else(|| locale.clone(), Locale::new);
                out = article_view(article, locale, now_ms(), heading_level, shown);
            }
            State::Failed(error) => failed(&error, &locale, Box::new(retry), &mut out),
        }
        out
    }));
    out
}

fn now_ms() -> i64 {
    #[cfg(feature = "csr")]
    return crate::browser::page::now_ms();
    #[cfg(not(feature = "csr"))]
    0
}

/// What is asked for, and where the answer goes.
#[cfg_attr(not(feature = "csr"), allow(dead_code))]
struct Request {
    src: Signal<Option<String>>,
    format: String,
    timeout: u32,
    rule: Option<Rule>,
    tries: RwSignal<u32>,
    state: Shared,
    on_load: Option<Callback<Loaded>>,
    on_error: Option<Callback<LoadError>>,
}

/// The text of an answer as an article ready to be drawn.
#[cfg_attr(not(feature = "csr"), allow(dead_code))]
#[inline(never)]
fn read(text: &str, format: Option<Format>, url: &str) -> Result<Reading, LoadError> {
    let mut reading = formats::read(text, format, url).map_err(|unreadable| {
        let (reason, message) = match unreadable {
            Unreadable::Parse(message) => (Reason::Parse, message),
            Unreadable::Schema(message) => (Reason::Schema, message),
        };
        LoadError::new(reason, url, message)
    })?;
    reading.article = enhance(reading.article);
    Ok(reading)
}

#[cfg(feature = "csr")]
mod live {
    use super::*;
    use crate::browser::{history::BackEntry, listener::Listener, page, print::open_for_print};
    use crate::fetch::{Options, fetch_text};
    use crate::markup::effect;
    use futures_util::future::{AbortHandle, abortable};
    use leptos::task::spawn_local;
    use std::cell::RefCell;

    /// Ends the request under way when it is replaced or dropped.
    struct Running(AbortHandle);

    impl Drop for Running {
        fn drop(&mut self) {
            self.0.abort();
        }
    }

    /// Lets signals do what they stand for. What an effect owns ends with it, and it ends with the reader.
    pub(super) fn wire(request: Request, root: Handle, shown: RwSignal<u32>, use_history: bool) {
        let tries = request.tries;
        let (waiting, state) = (request.state.clone(), request.state.clone());
        let again = move || {
            if matches!(waiting.now(), State::Failed(e) if e.reason == Reason::Offline) {
                tries.try_update(|n| *n += 1);
            }
        };
        let online = Listener::on_window("online", move |_| again());
        let running = RefCell::new(None);
        effect(Box::new(move || {
            let _ = &online;
            tries.track();
            running.replace(None);
            shown.set(0);
            running.replace(start(&request).map(Running));
        }));
        let printing = RefCell::new(None);
        effect(Box::new(move || {
            let state = state.get();
            let reason = match &state {
                State::Failed(error) => Some(error.reason.as_str()),
                _ => None,
            };
            root.set("data-state", Some(state.word()));
            root.set("data-reason", reason);
            root.set("aria-busy", matches!(state, State::Loading).then_some("true"));
            let unprepared = printing.borrow().is_none();
            if let Some(root) = root.element().filter(|_| unprepared) {
                printing.replace(open_for_print(&root));
            }
        }));
        if use_history {
            let entry = RefCell::new(None);
            effect(Box::new(move || {
                let open = shown.get() > 0;
                let entered = entry.borrow().is_some();
                if open && !entered {
                    entry.replace(BackEntry::push(move || {
                        shown.try_set(0);
                    }));
                } else if !open {
                    entry.replace(None);
                }
            }));
        }
    }

    /// Starts the request for the present address. None where there is nothing to ask for.
    fn start(request: &Request) -> Option<AbortHandle> {
        let Request { timeout, on_load, on_error, .. } = *request;
        let state = request.state.clone();
        let failing = state.clone();
        let fail = move |error: LoadError| {
            if let Some(callback) = on_error {
                callback.run(error.clone());
            }
            failing.set(State::Failed(error));
        };
        let Some(src) = request.src.get().filter(|src| !src.trim_ascii().is_empty()) else {
            state.set(State::Idle);
            return None;
        };
        let format = match Format::named(&request.format) {
            Ok(format) => format,
            Err(message) => {
                fail(LoadError::new(Reason::Unsupported, &src, message));
                return None;
            }
        };
        let Some(url) = page::resolve(&src) else {
            fail(LoadError::new(Reason::Unsupported, &src, "not an address of http or https"));
            return None;
        };
        if request.rule.as_ref().is_some_and(|rule| !rule(&url)) {
            let message = "another origin: add it to <meta name=\"standfirst-origins\" content=\"…\"> of the page";
            fail(LoadError::new(Reason::Origin, &url, message));
            return None;
        }
        state.set(State::Loading);
        let load = async move {
            let options =
                Options { timeout_ms: timeout.clamp(1, 600) * 1000, ..Options::default() };
            let result = match fetch_text(&url, &options).await {
                Ok(fetched) => read(&fetched.text, format, &fetched.url).map(|r| (fetched.url, r)),
                Err(error) => Err(error),
            };
            match result {
                Ok((url, reading)) => {
                    let loaded = Loaded { url, reading: Arc::new(reading) };
                    if let Some(callback) = on_load {
                        callback.run(loaded.clone());
                    }
                    state.set(State::Ready(loaded));
                }
                Err(error) => fail(error),
            }
        };
        let (load, handle) = abortable(load);
        spawn_local(async move {
            // Aborted means that nobody waits for it.
            let _ = load.await;
        });
        Some(handle)
    }
}
