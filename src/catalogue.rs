//! The icon catalogue from its file, fetched once a page, when the first icon is asked for by a name that the
//! program learns at run time.

use crate::fetch::{Options, fetch_text};
use crate::icons::catalogue::Catalogue;
use std::cell::RefCell;
use wasm_bindgen_futures::spawn_local;

/// Takes the catalogue, or learns that it cannot be had.
type Waiting = Box<dyn FnOnce(Option<Catalogue>)>;

enum State {
    Unasked,
    Asked(Vec<Waiting>),
    Here(Catalogue),
}

thread_local! {
    static STATE: RefCell<State> = const { RefCell::new(State::Unasked) };
}

/// Hands over the catalogue at `url` (the first that is asked for is the page's), now or when it has arrived.
/// A failure is not kept: whoever asks next, asks the server again.
pub fn with_catalogue(url: String, then: Waiting) {
    let here = STATE.with_borrow_mut(|state| match state {
        State::Here(catalogue) => Some((*catalogue, then)),
        State::Asked(waiting) => {
            waiting.push(then);
            None
        }
        State::Unasked => {
            *state = State::Asked(vec![then]);
            spawn_local(load(url));
            None
        }
    });
    if let Some((catalogue, then)) = here {
        then(Some(catalogue));
    }
}

async fn load(url: String) {
    let fetched = fetch_text(&url, &Options::default()).await.ok();
    // A page of another kind under that address is no catalogue.
    let text = fetched.map(|fetched| fetched.text).filter(|text| Catalogue::is_in(text));
    // One text a page, kept as long as the page: see `Catalogue::new`.
    let catalogue = text.map(|text| Catalogue::new(Box::leak(text.into_boxed_str())));
    let next = catalogue.map_or(State::Unasked, State::Here);
    if let State::Asked(waiting) = STATE.replace(next) {
        for then in waiting {
            then(catalogue);
        }
    }
}
