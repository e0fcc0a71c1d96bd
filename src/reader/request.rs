//! In the browser: the request, its answer, and what else listens for as long as the reader is shown.

use super::state::State;
use super::{Loaded, Request};
use crate::browser::{history::BackEntry, listener::Listener, page, print::open_for_print};
use crate::content::enhance::enhance;
use crate::content::formats::{self, Format, Reading, Unreadable};
use crate::error::{LoadError, Reason};
use crate::fetch::{Options, fetch_text};
use crate::markup::{Handle, effect};
use futures_util::future::{AbortHandle, abortable};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::cell::RefCell;
use std::sync::Arc;

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
    let Some(src) = (request.src.0)().filter(|src| !src.trim_ascii().is_empty()) else {
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
    let rule = request.rule.clone();
    let refused = move |url: &str| {
        let message = "another origin: add it to <meta name=\"standfirst-origins\" content=\"…\"> of the page";
        let refused = rule.as_ref().is_some_and(|rule| !rule(url));
        refused.then(|| LoadError::new(Reason::Origin, url, message))
    };
    if let Some(error) = refused(&url) {
        fail(error);
        return None;
    }
    state.set(State::Loading);
    let load = async move {
        let options = Options { timeout_ms: timeout.clamp(1, 600) * 1000, ..Options::default() };
        let result = match fetch_text(&url, &options).await {
            // Asked again of where a redirect led: an open one of the own site would lead past the rule.
            Ok(fetched) => match refused(&fetched.url) {
                Some(error) => Err(error),
                None => read(&fetched.text, format, &fetched.url).map(|r| (fetched.url, r)),
            },
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

/// The text of an answer as an article ready to be drawn.
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
