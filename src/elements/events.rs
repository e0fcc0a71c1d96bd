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

fn emit(name: &str, members: &[(&str, JsValue)]) {
    // Let go of before the listeners are called: one may take the element away.
    let host = MOUNTED.with_borrow(|mounted| mounted.as_ref().map(|mounted| mounted.host.clone()));
    let init = CustomEventInit::new();
    init.set_bubbles(true);
    init.set_composed(true);
    init.set_detail(&object(members));
    if let (Some(host), Ok(event)) = (host, CustomEvent::new_with_event_init_dict(name, &init)) {
        let _ = host.dispatch_event(&event);
    }
}

fn object(members: &[(&str, JsValue)]) -> JsValue {
    let object = Object::new();
    for (name, value) in members {
        let _ = Reflect::set(&object, &JsValue::from_str(name), value);
    }
    object.into()
}
