//! The events that the host page hears, and what is shown meanwhile: the article, or what stands in the element.

use super::MOUNTED;
use crate::error::LoadError;
use crate::reader::Loaded;
use js_sys::{Array, Object, Reflect};
use wasm_bindgen::JsValue;
use web_sys::{CustomEvent, CustomEventInit};

/// The article is there, and is drawn when the listeners are through.
pub(super) fn loaded(loaded: Loaded) {
    let problems = Array::new();
    for problem in &loaded.reading.problems {
        let members =
            [("path", problem.path.as_str().into()), ("reason", problem.reason.as_str().into())];
        problems.push(&object(&members));
    }
    let reading = &loaded.reading;
    emit(
        "standfirst-load",
        &[
            ("url", loaded.url.as_str().into()),
            ("format", reading.format.as_str().into()),
            ("headline", reading.article.headline.as_str().into()),
            ("problems", problems.into()),
        ],
    );
}

/// The article cannot be had.
pub(super) fn failed(error: LoadError) {
    emit(
        "standfirst-error",
        &[
            ("reason", error.reason.as_str().into()),
            ("status", error.status.map_or(JsValue::NULL, |status| f64::from(status).into())),
            ("url", error.url.as_str().into()),
            ("message", error.message.as_str().into()),
        ],
    );
}

/// A share is about to go on: false where the page has stopped it.
pub(super) fn asked((target, url): (String, String)) -> bool {
    emit("standfirst-share", &[("target", target.into()), ("url", url.into())])
}

/// What became of a share.
pub(super) fn shared((target, outcome): (String, &'static str)) {
    emit("standfirst-shared", &[("target", target.into()), ("outcome", outcome.into())]);
}

/// The comments are there: so many of them.
pub(super) fn comments_loaded(count: u32) {
    emit("standfirst-comments-load", &[("count", f64::from(count).into())]);
}

/// The reader has folded a comment, or opened it; "" stands for all of them.
pub(super) fn comment_toggled((id, open): (String, bool)) {
    emit("standfirst-comment-toggle", &[("id", id.into()), ("open", open.into())]);
}

/// Sends an event, and says whether nobody has cancelled it.
fn emit(name: &str, members: &[(&str, JsValue)]) -> bool {
    // Let go of before the listeners are called: one may take the element away.
    let host = MOUNTED.with_borrow(|mounted| mounted.as_ref().map(|mounted| mounted.host.clone()));
    let init = CustomEventInit::new();
    init.set_bubbles(true);
    init.set_composed(true);
    init.set_detail(&object(members));
    init.set_cancelable(name == "standfirst-share");
    match (host, CustomEvent::new_with_event_init_dict(name, &init)) {
        (Some(host), Ok(event)) => host.dispatch_event(&event).unwrap_or(true),
        _ => true,
    }
}

fn object(members: &[(&str, JsValue)]) -> JsValue {
    let object = Object::new();
    for (name, value) in members {
        let _ = Reflect::set(&object, &JsValue::from_str(name), value);
    }
    object.into()
}
