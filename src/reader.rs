//! The feature: an address becomes an article on the page.

use crate::components::{article_view, failed, sentence, skeleton};
use crate::config::Theme;
use crate::content::formats::{Format, Reading, Unreadable};
use crate::content::{enhance::enhance, formats};
use crate::error::{LoadError, Reason};
use crate::i18n::Locale;
use crate::markup::{Element, Handle, Markup, Nodes, effect};
use leptos::prelude::*;
use std::sync::Arc;

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
    format: Signal<String>,
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
) -> AnyView {
    let state = RwSignal::new(State::Idle);
    let tries = RwSignal::new(0_u32);
    let shown = RwSignal::new(None::<usize>);
    let root = Handle::default();
    let request = Request { src, format, timeout, rule, tries, state, on_load, on_error };
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
    let words = locale.clone();
    status.live(Box::new(move || {
        let text = state.with(|state| match state {
            State::Idle => words.words.idle,
            State::Failed(error) => sentence(error, &words),
            State::Loading | State::Ready(_) => "",
        });
        vec![Markup::Text(text.into())]
    }));
    element.live(Box::new(move || {
        let mut out: Nodes = Vec::new();
        state.with(|state| match state {
            State::Idle => {}
            State::Loading => skeleton(&mut out),
            State::Ready(loaded) => {
                let article = &loaded.reading.article;
                let own = article.language().filter(|tag| follow_language && Locale::speaks(tag));
                let locale = own.map_or_else(|| locale.clone(), Locale::new);
                out = article_view(article, locale, now_ms(), heading_level, shown);
            }
            State::Failed(error) => failed(error, &locale, Box::new(retry), &mut out),
        });
        out
    }));
    out.into_any()
}

fn now_ms() -> i64 {
    #[cfg(feature = "csr")]
    return js_sys::Date::now() as i64;
    #[cfg(not(feature = "csr"))]
    0
}

/// What is asked for, and where the answer goes.
#[cfg_attr(not(feature = "csr"), allow(dead_code))]
struct Request {
    src: Signal<Option<String>>,
    format: Signal<String>,
    timeout: u32,
    rule: Option<Rule>,
    tries: RwSignal<u32>,
    state: RwSignal<State>,
    on_load: Option<Callback<Loaded>>,
    on_error: Option<Callback<LoadError>>,
}

/// The text of an answer as an article ready to be drawn.
#[cfg_attr(not(feature = "csr"), allow(dead_code))]
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
    use futures_util::future::{AbortHandle, abortable};
    use leptos::task::spawn_local;
    use std::rc::Rc;

    /// Ends the request under way when it is replaced or dropped.
    struct Running(AbortHandle);

    impl Drop for Running {
        fn drop(&mut self) {
            self.0.abort();
        }
    }

    pub(super) fn wire(
        request: Request,
        root: Handle,
        shown: RwSignal<Option<usize>>,
        use_history: bool,
    ) {
        let Request { tries, state, .. } = request;
        let running = StoredValue::new(None::<Running>);
        effect(Box::new(move || {
            tries.track();
            running.set_value(None);
            shown.set(None);
            running.set_value(start(&request).map(Running));
        }));
        let online = Listener::on_window("online", move |_| {
            let waits =
                |state: &State| matches!(state, State::Failed(e) if e.reason == Reason::Offline);
            if state.try_with_untracked(waits) == Some(true) {
                tries.update(|n| *n += 1);
            }
        });
        StoredValue::new_local(online);
        let printing = StoredValue::new_local(None);
        effect(Box::new(move || {
            state.with(|state| {
                let reason = match state {
                    State::Failed(error) => Some(error.reason.as_str()),
                    _ => None,
                };
                root.set("data-state", Some(state.word()));
                root.set("data-reason", reason);
                root.set("aria-busy", matches!(state, State::Loading).then_some("true"));
            });
            if let (None, Some(root)) = (printing.get_value(), root.element()) {
                printing.set_value(Some(Rc::new(open_for_print(&root))));
            }
        }));
        if use_history {
            let entry = StoredValue::new_local(None::<BackEntry>);
            effect(Box::new(move || {
                match (shown.get().is_some(), entry.with_value(Option::is_some)) {
                    (true, false) => entry.set_value(BackEntry::push(move || {
                        shown.try_set(None);
                    })),
                    (false, true) => entry.set_value(None),
                    _ => {}
                }
            }));
        }
    }

    /// Starts the request for the present address. None where there is nothing to ask for.
    fn start(request: &Request) -> Option<AbortHandle> {
        let Request { state, timeout, on_load, on_error, .. } = *request;
        let fail = move |error: LoadError| {
            if let Some(callback) = on_error {
                callback.run(error.clone());
            }
            state.try_set(State::Failed(error));
        };
        let Some(src) = request.src.get().filter(|src| !src.trim().is_empty()) else {
            state.set(State::Idle);
            return None;
        };
        let format = match Format::named(&request.format.get()) {
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
                    state.try_set(State::Ready(loaded));
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
