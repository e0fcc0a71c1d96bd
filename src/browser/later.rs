//! The other parts of the program, where it is cut (`scripts/split.mjs`): each is fetched when it is needed. Where nobody has
//! said how, the program is whole.

use crate::policy;
use js_sys::{Function, Promise};
use std::cell::{Cell, RefCell};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// A part, by its number in `src/elements/program.js`.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// What is shown after a press, and comments.
    Rest = 0,
    /// Other formats than the canonical one, and the policy for HTML: needs [`Part::Blocks`].
    Formats = 1,
    /// The formats of newsroom systems, and bodies of editors: needs [`Part::Formats`].
    Newsroom = 2,
    /// Blocks that few articles have: read and drawn.
    Blocks = 3,
    /// The words of other languages than English.
    Words = 4,
}

thread_local! {
    /// How a part is fetched; none where the program is whole.
    static FETCH: RefCell<Option<Function>> = const { RefCell::new(None) };
    /// The parts that are missing, a bit each.
    static MISSING: Cell<u32> = const { Cell::new(0) };
    /// Who is told when the rest has come.
    static TOLD: RefCell<Option<Box<dyn Fn()>>> = const { RefCell::new(None) };
}

/// Says how a part is fetched: `fetch(true, part)` promises that it is there, and that [`arrived`] was called;
/// `fetch(false, part)` has it on its way.
pub fn fetched_by(fetch: Function) {
    FETCH.set(Some(fetch));
    MISSING.set(31);
    policy::set_here(false);
}

/// Who is told when the rest has come, instead of who was before.
pub fn tells(told: Box<dyn Fn()>) {
    TOLD.set(Some(told));
}

/// A part has come.
pub fn arrived(part: u32) {
    let missing = MISSING.get();
    let left = missing & !(1 << (part & 7));
    MISSING.set(left);
    if part == Part::Formats as u32 {
        policy::set_here(true);
    } else if part == Part::Rest as u32 && left != missing {
        TOLD.with_borrow(|told| told.as_ref().map(|told| told()));
    }
}

/// Whether a part is there.
pub fn has(part: Part) -> bool {
    MISSING.get() & (1 << part as u32) == 0
}

/// Whether the rest is there.
pub fn is_here() -> bool {
    has(Part::Rest)
}

/// Fetches a part, and says whether it is there. After a failure it may be asked for again.
pub async fn load(part: Part) -> bool {
    if has(part) {
        return true;
    }
    match ask(true, part) {
        Some(promise) => JsFuture::from(promise).await.is_ok(),
        None => false,
    }
}

/// Fetches the rest for those who do not wait, and says whether it is there.
pub fn then(does: Box<dyn FnOnce(bool)>) {
    spawn_local(async move { does(load(Part::Rest).await) });
}

/// Has the rest on its way.
pub fn ahead() {
    if !is_here() {
        ask(false, Part::Rest);
    }
}

fn ask(now: bool, part: Part) -> Option<Promise> {
    let fetch = FETCH.with_borrow(Option::clone)?;
    let part = f64::from(part as u32);
    fetch.call2(&JsValue::NULL, &now.into(), &part.into()).ok()?.dyn_into().ok()
}
