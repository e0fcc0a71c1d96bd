//! What only JavaScript sees or does: see `probe.js`.

use js_sys::Promise;
use wasm_bindgen::prelude::*;
use web_sys::{Element, EventTarget};

#[wasm_bindgen(module = "/tests/browser/probe.js")]
extern "C" {
    pub fn pause(ms: f64) -> Promise;
    pub fn text_at(url: &str) -> Promise;
    #[wasm_bindgen(js_name = timersPending)]
    pub fn timers_pending() -> Vec<f64>;
    pub fn listeners() -> u32;
    pub fn nodes() -> u32;
    pub fn errors() -> u32;
    pub fn cleared() -> Promise;
    pub fn key_down(target: &EventTarget, name: &str);
    pub fn swipe(target: &EventTarget, from: i32, to: i32);
    pub fn escape(dialog: &Element);
    pub fn happens(name: &str);
    pub fn set_online(online: bool);
    pub fn set_chance(value: Option<f64>);
    pub fn forbid_frames();

    pub type Painted;
    #[wasm_bindgen(constructor)]
    pub fn new(root: &Element, selector: &str) -> Painted;
    #[wasm_bindgen(method)]
    pub fn seen(this: &Painted) -> Vec<String>;
    #[wasm_bindgen(method)]
    pub fn stop(this: &Painted);
}
