//! Bytes by address: status checked, size counted while it streams, time bounded, tried again where that
//! may help. Knows no model.
//!
//! Every future here is cancelled by being dropped: the request is aborted and timers are cleared with it,
//! so whoever owns the future owns the request.

use crate::error::{LoadError, Reason};
use crate::text::{digits, split_once};
use futures_util::future::{Either, select};
use gloo_net::http::Response;
use js_sys::{Function, Math, Promise, Reflect, Uint8Array};
#[cfg(feature = "embed")]
use std::cell::RefCell;
use std::pin::pin;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    AbortController, Headers, ReadableStreamDefaultReader, RequestCredentials, RequestInit, window,
};

/// What publishers' endpoints answer to. Without `"` and below 128 bytes it needs no preflight.
const ACCEPT: &str =
    "application/json, application/feed+json, application/activity+json, */*;q=0.1";

/// Seconds: a server that asks for a longer wait is not waited for.
const LONGEST_RETRY_AFTER: f64 = 30.0;

/// Bytes: what a server says of a failure is no longer.
const LONGEST_ANSWER: usize = 16_384;

/// Bounds of one fetch.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// Milliseconds allowed for one try, from the request to the last byte.
    pub timeout_ms: u32,
    /// Bytes, after decompression.
    pub limit: usize,
    /// Tries after the first.
    pub retries: u32,
    /// The wait before the second try is random up to this many milliseconds, twice that before the third.
    pub backoff_ms: u32,
}

impl Default for Options {
    fn default() -> Self {
        Options {
            timeout_ms: crate::config::TIMEOUT_SECONDS * 1000,
            limit: crate::config::ARTICLE_LIMIT,
            retries: crate::config::RETRIES,
            backoff_ms: 300,
        }
    }
}

/// The answer to a request.
#[derive(Clone, Debug)]
pub struct Fetched {
    /// The body, as UTF-8.
    pub text: String,
    /// Where it came from in the end, after redirects.
    pub url: String,
    headers: Headers,
}

impl Fetched {
    /// A header of the answer. Of another origin there are only those that it lets be read.
    pub fn header(&self, name: &str) -> Option<String> {
        self.headers.get(name).ok().flatten()
    }
}

/// Fetches the text at an absolute http address.
///
/// # Errors
/// `network`, `offline`, `timeout`, `status`, `too-large`, and `parse` for what is not UTF-8.
pub async fn fetch_text(url: &str, options: &Options) -> Result<Fetched, LoadError> {
    let mut tried = 0;
    loop {
        let timeout = pin!(sleep(options.timeout_ms));
        let result = match select(pin!(attempt(url, options.limit)), timeout).await {
            Either::Left((result, _)) => result,
            Either::Right(_) => Err(Failure::last(LoadError::new(
                Reason::Timeout,
                url,
                ["no complete answer within ", &digits(options.timeout_ms), " ms"].concat(),
            ))),
        };
        let failure = match result {
            Ok(fetched) => return Ok(fetched),
            Err(failure) => failure,
        };
        let jitter = Math::random() * f64::from(options.backoff_ms << tried.min(8));
        match failure.again_after {
            Some(least) if tried < options.retries => sleep(least.max(jitter) as u32).await,
            _ => return Err(failure.error),
        }
        tried += 1;
    }
}

/// A failed try, and after how many milliseconds at least another may help.
struct Failure {
    error: LoadError,
    again_after: Option<f64>,
}

impl Failure {
    fn last(error: LoadError) -> Self {
        Failure { error, again_after: None }
    }

    /// The request did not get through, or broke off.
    fn network(url: &str, cause: &str) -> Self {
        let online = window().is_none_or(|window| window.navigator().on_line());
        let reason = if online { Reason::Network } else { Reason::Offline };
        Failure { error: LoadError::new(reason, url, cause), again_after: Some(0.0) }
    }
}

/// Aborts its request when it is dropped. After the last byte that does nothing.
struct AbortOnDrop(AbortController);

impl Drop for AbortOnDrop {
    fn drop(&mut self) {
        self.0.abort();
    }
}

#[cfg(feature = "embed")]
thread_local! {
    static BEGUN: RefCell<Option<(String, Promise, AbortController)>> = const { RefCell::new(None) };
}

/// Takes over a request that was begun while the program was still on its way: the first one for that address
/// uses its answer. It must ask as [`fetch_text`] does.
#[cfg(feature = "embed")]
pub fn hand_over(url: String, answer: Promise, abort: AbortController) {
    BEGUN.set(Some((url, answer, abort)));
}

/// Begins a request whose answer is wanted soon, as [`hand_over`] does.
#[cfg(feature = "embed")]
pub fn begin(url: &str) {
    let is_begun = BEGUN.with_borrow(|begun| begun.as_ref().is_some_and(|(it, ..)| it == url));
    if is_begun {
        return;
    }
    if let Ok((answer, abort)) = request(url) {
        let heard = JsFuture::from(answer.clone());
        // Whoever takes it over hears of its failure; nobody may.
        wasm_bindgen_futures::spawn_local(async move {
            let _ = heard.await;
        });
        BEGUN.set(Some((url.to_owned(), answer, abort)));
    }
}

/// Gives up a request that was begun and taken over by nobody.
#[cfg(feature = "embed")]
pub fn give_up() {
    if let Some((_, _, abort)) = BEGUN.take() {
        abort.abort();
    }
}

async fn attempt(url: &str, limit: usize) -> Result<Fetched, Failure> {
    #[cfg(feature = "embed")]
    let begun = BEGUN.take().filter(|(begun, ..)| begun == url);
    #[cfg(not(feature = "embed"))]
    let begun: Option<(String, Promise, AbortController)> = None;
    let (answer, abort) = match begun {
        Some((_, answer, abort)) => (answer, abort),
        None => request(url)?,
    };
    let _abort = AbortOnDrop(abort);
    let answer = JsFuture::from(answer).await.map_err(|_| {
        Failure::network(url, "no answer: refused, blocked by CORS, or no connection")
    })?;
    let response = Response::from(answer.unchecked_into::<web_sys::Response>());
    if !response.ok() {
        return Err(with_answer(bad_status(url, &response), url, &response).await);
    }
    let bytes = body(url, &response, limit).await?;
    let text = String::from_utf8(bytes).map_err(|error| {
        // WebKitGTK reports no gzip that is damaged: it hands it over as it came. No text begins like gzip.
        if error.as_bytes().starts_with(b"\x1f\x8b") {
            return Failure::network(url, "the answer broke off");
        }
        let at = digits(error.utf8_error().valid_up_to() as u32);
        Failure::last(LoadError::new(Reason::Parse, url, ["not UTF-8 at byte ", &at].concat()))
    })?;
    Ok(Fetched { text, url: response.url(), headers: response.headers().into_raw() })
}

/// Sends the request. Who drops what aborts it, aborts it.
fn request(url: &str) -> Result<(Promise, AbortController), Failure> {
    let unsent =
        |_: JsValue| Failure::last(LoadError::new(Reason::Unsupported, url, "cannot be requested"));
    let abort = AbortController::new().map_err(unsent)?;
    // Not gloo's builder and send: they take addresses apart to add queries and turn failures into text, and
    // bring the formatting of text with them, 1.5 kB.
    let init = RequestInit::new();
    init.set_credentials(RequestCredentials::Omit);
    init.set_signal(Some(&abort.signal()));
    let request = web_sys::Request::new_with_str_and_init(url, &init).map_err(unsent)?;
    // Refused only for headers that no script may set.
    let _ = request.headers().set("Accept", ACCEPT);
    let window = window().ok_or_else(|| unsent(JsValue::NULL))?;
    // `init` again, for its signal: the signal of a `Request` follows the one that it was made with, and in WebKitGTK only
    // until the `Request` is cleared away from memory. From then on nothing could abort what had been sent with it.
    Ok((window.fetch_with_request_and_init(&request, &init), abort))
}

/// A failure with what the server says of it, if that is JSON and not long.
async fn with_answer(mut failure: Failure, url: &str, response: &Response) -> Failure {
    let kind = response.headers().get("Content-Type").unwrap_or_default();
    if split_once(&kind, "json").is_some() {
        let bytes = body(url, response, LONGEST_ANSWER).await.ok();
        failure.error.answer = bytes.and_then(|bytes| String::from_utf8(bytes).ok());
    }
    failure
}

#[inline(never)]
fn bad_status(url: &str, response: &Response) -> Failure {
    let status = response.status();
    let message =
        ["the server answered ", &digits(u32::from(status)), " ", &response.status_text()].concat();
    let error = LoadError {
        status: Some(status),
        ..LoadError::new(Reason::Status, url, message.trim_ascii())
    };
    let passing = matches!(status, 408 | 429 | 500 | 502 | 503 | 504);
    let wait = response.headers().get("Retry-After").map_or(0.0, |text| retry_after_ms(&text));
    let again_after = (passing && wait <= LONGEST_RETRY_AFTER * 1000.0).then_some(wait);
    Failure { error, again_after }
}

/// Seconds, or a date. What cannot be read asks for nothing.
fn retry_after_ms(text: &str) -> f64 {
    let ms = match text.trim_ascii().parse::<u32>() {
        Ok(seconds) => f64::from(seconds) * 1000.0,
        Err(error) if *error.kind() == std::num::IntErrorKind::PosOverflow => f64::INFINITY,
        Err(_) => js_sys::Date::parse(text) - js_sys::Date::now(),
    };
    if ms.is_nan() { 0.0 } else { ms.max(0.0) }
}

async fn body(url: &str, response: &Response, limit: usize) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    let Some(stream) = response.body() else {
        return Ok(bytes);
    };
    let broken = |_| Failure::network(url, "the answer broke off");
    let reader: ReadableStreamDefaultReader = stream.get_reader().unchecked_into();
    loop {
        let read = JsFuture::from(reader.read()).await.map_err(broken)?;
        let value = Reflect::get(&read, &"value".into()).map_err(broken)?;
        if value.is_undefined() {
            return Ok(bytes);
        }
        let chunk: Uint8Array = value.unchecked_into();
        if bytes.len() + chunk.length() as usize > limit {
            let message = ["more than ", &digits(limit as u32), " bytes"].concat();
            return Err(Failure::last(LoadError::new(Reason::TooLarge, url, message)));
        }
        bytes.extend(chunk.to_vec());
    }
}

/// Clears its timer when it is dropped, and settles its promise: what waits for one that never settles stays in
/// memory, 260 bytes a request.
struct Timer(i32, Function);

impl Drop for Timer {
    fn drop(&mut self) {
        if let Some(window) = window() {
            window.clear_timeout_with_handle(self.0);
        }
        let _ = self.1.call0(&JsValue::NULL);
    }
}

/// Waits. The timer goes with the future. With 0 the browser does first what waits: sends requests, for one.
pub async fn sleep(ms: u32) {
    let mut timer = None;
    let promise = Promise::new(&mut |resolve: Function, _| {
        timer = window()
            .and_then(|w| {
                w.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, ms as i32).ok()
            })
            .map(|id| Timer(id, resolve));
    });
    // The promise is only ever resolved.
    let _: Result<JsValue, JsValue> = JsFuture::from(promise).await;
}
