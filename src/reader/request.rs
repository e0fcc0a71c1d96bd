//! In the browser: the request, its answer, and what else listens for as long as the reader is shown.

use super::state::{Shared, State};
use super::{Hearer, Loaded, Request, Rule};
#[cfg(not(feature = "embed"))]
use crate::browser::history::BackEntry;
use crate::browser::later::{self, Part};
use crate::browser::{listener::Listener, page, print::open_for_print};
use crate::components::lead_picture;
use crate::content::enhance::enhance;
use crate::content::formats::{self, Asks, Format, Reading, Unreadable, Wish};
use crate::content::json::Json;
use crate::error::{LoadError, Reason};
use crate::fetch::{Options, fetch_text, sleep};
use crate::markup::{Handle, ahead, effect};
use crate::text::split_once;
use futures_util::future::{AbortHandle, abortable};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::cell::RefCell;
use std::sync::Arc;

/// Ends the request under way when it is replaced or dropped.
pub(super) struct Running(pub(super) AbortHandle);

impl Drop for Running {
    fn drop(&mut self) {
        self.0.abort();
    }
}

/// Lets signals do what they stand for. What an effect owns ends with it, and it ends with the reader.
pub(super) fn wire(
    request: Request,
    root: Handle,
    shown: RwSignal<u32>,
    drawn: RwSignal<u32>,
    use_history: bool,
) {
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
        let word = match state {
            State::Ready(_) if drawn.get() == 0 => State::Loading.word(),
            _ => state.word(),
        };
        root.set("data-state", Some(word));
        root.set("data-reason", reason);
        root.set("aria-busy", (word == State::Loading.word()).then_some("true"));
        let unprepared = printing.borrow().is_none();
        if let Some(root) = root.element().filter(|_| unprepared) {
            printing.replace(open_for_print(&root));
        }
    }));
    // An element leaves the history of its page alone, and carries nothing to write it with.
    #[cfg(feature = "embed")]
    let _ = use_history;
    #[cfg(not(feature = "embed"))]
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

type Outcome = Result<(String, Reading), LoadError>;

/// What the present address and data ask for.
#[allow(clippy::large_enum_variant)] // one at a time, never kept
enum Next {
    /// Nothing.
    Idle,
    /// It is here already, or can be told to be impossible.
    Done(Outcome),
    /// The document is here, but not the part of the program that reads it.
    Read(Asks, Json, Wish, String),
    /// A request.
    Ask(String, Wish),
}

/// Starts the request for the present address. None where there is nothing to ask for.
fn start(request: &Request) -> Option<AbortHandle> {
    let Request { on_load, on_error, .. } = *request;
    let state = request.state.clone();
    let next = match next(request) {
        Next::Idle => {
            state.set(State::Idle);
            return None;
        }
        Next::Done(outcome) => {
            finish(&state, on_load, on_error, outcome);
            return None;
        }
        next => next,
    };
    state.set(State::Loading);
    let rule = request.rule.clone();
    // A new time-out is for the next request.
    let timeout = untrack(|| request.timeout.get()).clamp(1, 600);
    let load = async move {
        let outcome = match next {
            Next::Ask(url, wish) => ask(url, wish, timeout, rule).await,
            Next::Read(asks, json, wish, url) => read_with(asks, json, wish, url).await,
            Next::Idle | Next::Done(_) => return,
        };
        // The request for the picture goes out while the article is drawn: a third of what a slow phone draws for.
        if let Ok((_, reading)) = &outcome {
            ahead(lead_picture(&reading.article));
            sleep(0).await;
        }
        finish(&state, on_load, on_error, outcome);
    };
    let (load, handle) = abortable(load);
    spawn_local(async move {
        // Aborted means that nobody waits for it.
        let _ = load.await;
    });
    Some(handle)
}

async fn ask(url: String, wish: Wish, timeout: u32, rule: Option<Rule>) -> Outcome {
    let options = Options { timeout_ms: timeout * 1000, ..Options::default() };
    let fetched = match fetch_text(&url, &options).await {
        Ok(fetched) => fetched,
        Err(error) => return Err(explained(error).await),
    };
    // Asked again of where a redirect led: an open one of the own site would lead past the rule.
    if let Some(error) = refused(rule.as_ref(), &fetched.url) {
        return Err(error);
    }
    match read(&fetched.text, wish, fetched.url) {
        Next::Read(asks, json, wish, url) => read_with(asks, json, wish, url).await,
        Next::Done(outcome) => outcome,
        Next::Idle | Next::Ask(..) => Err(LoadError::new(Reason::Internal, &url, "")),
    }
}

/// A failure with the message of the interface that was asked, where it gave one.
async fn explained(mut error: LoadError) -> LoadError {
    let answer = error.answer.take().and_then(|answer| formats::parse(&answer).ok());
    if let Some(json) = answer.filter(|json| matches!(json, Json::Object(_)))
        && later::load(Part::Formats).await
        && let Some(told) = formats::told(&json)
    {
        error.message = [&error.message, ": ", &told].concat();
    }
    error
}

#[inline(never)]
fn next(request: &Request) -> Next {
    let src = request.src.says().filter(|src| !src.trim_ascii().is_empty());
    let (data, format) = (request.data.says(), request.format.says().unwrap_or_default());
    let (mut item, map) = (request.item.says(), request.map.says());
    if src.is_none() && data.is_none() {
        return Next::Idle;
    }
    let address = src.unwrap_or_default();
    let failed = |reason, message: &str| Next::Done(Err(LoadError::new(reason, &address, message)));
    if let Some(message) = request.fault.take() {
        return failed(Reason::Internal, &message);
    }
    let format = match Format::named(&format) {
        Ok(format) => format,
        Err(message) => return failed(Reason::Unsupported, &message),
    };
    if let Some((_, named)) = split_once(&address, "#item=").filter(|_| item.is_none()) {
        item = Some(page::decoded(named));
    }
    let given = |text: Option<String>| text.filter(|text| !text.trim_ascii().is_empty());
    let wish = Wish { format, item: given(item), map: given(map) };
    if let Some(data) = data {
        return read(&data, wish, page::base());
    }
    let Some(url) = page::resolve(&address) else {
        return failed(Reason::Unsupported, "not an address of http or https");
    };
    match refused(request.rule.as_ref(), &url) {
        Some(error) => Next::Done(Err(error)),
        None => Next::Ask(url, wish),
    }
}

#[inline(never)]
pub(super) fn refused(rule: Option<&Rule>, url: &str) -> Option<LoadError> {
    let message =
        "another origin: add it to <meta name=\"standfirst-origins\" content=\"…\"> of the page";
    let refused = rule.is_some_and(|rule| !rule(url));
    refused.then(|| LoadError::new(Reason::Origin, url, message))
}

#[inline(never)]
fn finish(
    state: &Shared,
    on_load: Option<Hearer<Loaded>>,
    on_error: Option<Hearer<LoadError>>,
    outcome: Outcome,
) {
    match outcome {
        Ok((url, reading)) => {
            let loaded = Loaded { url, reading: Arc::new(reading) };
            if let Some(callback) = on_load {
                callback.run(loaded.clone());
            }
            state.set(State::Ready(loaded));
        }
        Err(error) => {
            if let Some(callback) = on_error {
                callback.run(error.clone());
            }
            state.set(State::Failed(error));
        }
    }
}

/// The text of an answer as an article, or as a document that another part of the program reads.
#[inline(never)]
fn read(text: &str, wish: Wish, url: String) -> Next {
    match formats::parse(text) {
        Ok(json) if later::has(Part::Newsroom) && later::has(Part::Formats) => {
            Next::Done(ready(formats::read_document(json, &wish, &url), url))
        }
        Ok(json) => match formats::asks(&json, &wish) {
            Asks::Nothing => Next::Done(ready(formats::read_plain(json, &url), url)),
            asks => Next::Read(asks, json, wish, url),
        },
        Err(fault) => Next::Done(ready(Err(fault), url)),
    }
}

async fn read_with(asks: Asks, json: Json, wish: Wish, url: String) -> Outcome {
    let mut here = true;
    if asks == Asks::Formats {
        // What they give may have any block: that part comes with it.
        here = later::load(Part::Formats).await;
        if here {
            formats::set_newsroom(later::has(Part::Newsroom));
            if formats::asks_newsroom(&json, &wish) {
                here = later::load(Part::Newsroom).await;
                formats::set_newsroom(here);
            }
        }
    }
    if !(here && later::load(Part::Blocks).await) {
        let message = "the part of the program that reads this article could not be had";
        return Err(LoadError::new(Reason::Network, &url, message));
    }
    ready(formats::read_document(json, &wish, &url), url)
}

/// An article ready to be drawn, beside the address that its own start from.
#[inline(never)]
fn ready(read: Result<Reading, Unreadable>, url: String) -> Outcome {
    match read {
        Ok(mut reading) => {
            reading.article = enhance(reading.article);
            Ok((url, reading))
        }
        Err(unreadable) => {
            let (reason, message) = match unreadable {
                Unreadable::Parse(message) => (Reason::Parse, message),
                Unreadable::Schema(message) => (Reason::Schema, message),
            };
            Err(LoadError::new(reason, &url, message))
        }
    }
}
