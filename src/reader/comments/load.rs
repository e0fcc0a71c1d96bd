//! In the browser: what begins the comments of a section, what ends with it, what is kept of it.

use super::pages::{first_page, follow, set_out, take, watch_end};
use super::{Kept, Section, State, memory};
use crate::browser::{listener::Listener, near::Near, page, slices};
use crate::components::{Board, BoardSetting, BoardTold};
use crate::content::comments::Page;
use crate::error::{LoadError, Reason};
use crate::markup::effect;
use crate::reader::request::Running;
use futures_util::future::abortable;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::future::Future;
use std::rc::Rc;

/// Comments that are drawn before the first paint: about a screen of them. With 24, laying them out took a slow phone 220 ms.
const FIRST: usize = 8;

/// What a section holds on to.
#[derive(Default)]
pub(super) struct Owned {
    /// The first page.
    pub(super) first: Option<Running>,
    /// A further one.
    pub(super) further: Option<Running>,
    /// The way to the comment that an address leads to.
    pub(super) followed: Option<Running>,
    /// That way is not at its end.
    pub(super) following: bool,
    /// The address led somewhere while a page was on its way.
    pub(super) follow_again: bool,
    /// A further page is on its way.
    pub(super) fetching: bool,
    /// What folds all of them.
    pub(super) folding: Option<Running>,
    pub(super) end: Option<Near>,
    pub(super) linked: Option<Listener>,
}

/// Begins, and begins again when the address changes or the reader tries again. What runs ends with the section.
pub(super) fn wire(section: Section) {
    let began = section.clone();
    effect(Box::new(move || {
        began.tries.track();
        let src = began.discussion.src.says().filter(|src| !src.trim_ascii().is_empty());
        let data = began.discussion.data.says();
        began.owned.update_value(|owned| {
            *owned = Owned { linked: owned.linked.take(), ..Owned::default() }
        });
        began.kept.set_value(Kept { closed: began.discussion.closed, ..Kept::default() });
        began.drawn.set(0);
        if let Some(list) = began.list.piece() {
            list.say("");
        }
        began.turn("loading", State::Waiting);
        let first = run(first(began.clone(), src, data));
        began.owned.update_value(|owned| owned.first = Some(first));
    }));
    let pressed = section.clone();
    effect(Box::new(move || {
        let open = match pressed.place.pressed.get() {
            0 => return,
            pressed => pressed == 1,
        };
        if let Some(told) = pressed.discussion.on_toggle {
            told.run((String::new(), open));
        }
        if let Some(board) = untrack(|| pressed.board()) {
            board.set_open(open);
        }
    }));
    let seen = section.clone();
    effect(Box::new(move || {
        // Those of a closed section have not been seen.
        let (open, drawn) = (seen.place.fold.open.get(), seen.drawn.get());
        if let Some(board) = untrack(|| seen.board()).filter(|_| open == 1 && drawn == 1) {
            board.seen();
        }
    }));
    let linked = section.clone();
    let listener = Listener::on_window("hashchange", move |_| set_out(&linked));
    section.owned.update_value(|owned| owned.linked = listener);
    if let Some(wanted) = memory::keys() {
        section.keys_used.set(wanted.into());
    }
}

pub(super) fn run(work: impl Future<Output = ()> + 'static) -> Running {
    let (work, handle) = abortable(work);
    spawn_local(async move {
        // Aborted means that nobody waits for it.
        let _ = work.await;
    });
    Running(handle)
}

async fn first(section: Section, src: Option<String>, data: Option<String>) {
    match first_page(&section, src, data).await {
        Ok(Some(page)) => show(&section, page).await,
        Ok(None) => section.turn("idle", State::Empty),
        Err(error) => fail(&section, error),
    }
}

fn fail(section: &Section, error: LoadError) {
    section.say(section.discussion.locale.words.comments_failed);
    if let Some(told) = section.discussion.on_error {
        told.run(error.clone());
    }
    section.turn("failed", State::Failed(error));
}

/// Puts the first page on the page.
async fn show(section: &Section, mut page: Page) {
    // To read the last ones, to make the formats of dates, to put ten thousand in order: each is work enough for a turn.
    slices::pause().await;
    let Some(board) = board(section) else {
        return;
    };
    let locale = &section.discussion.locale;
    let closed = section.discussion.closed || page.closed;
    section.kept.try_update_value(|kept| {
        kept.closed = closed;
        kept.board = Some(Rc::clone(&board));
    });
    // The reader may have opened it, or closed it, while they were on their way.
    match section.place.pressed.try_get_untracked() {
        Some(pressed @ 1..) => board.set_open(pressed == 1),
        _ if board.remembered_open() == Some(true) => {
            section.place.fold.open.try_set(1);
        }
        _ => {}
    }
    let unreadable = page.problems.first().filter(|_| page.comments.is_empty()).cloned();
    if let Some(problem) = unreadable {
        let message = [problem.path.as_str(), ": ", &problem.reason].concat();
        let url = untrack(|| section.discussion.src.says()).unwrap_or_default();
        return fail(section, LoadError::new(Reason::Schema, &url, message));
    }
    slices::pause().await;
    board.add(std::mem::take(&mut page.comments));
    slices::pause().await;
    take(section, &board, page);
    if board.is_empty() {
        section.say(locale.words.comment_words().none);
        return section.turn("empty", State::Empty);
    }
    // What stands over them has a frame of its own: laid out with the first comments, it took a slow phone 200 ms.
    section.turn("drawing", State::There);
    slices::painted().await;
    board.draw(&|drawn| drawn >= FIRST);
    slices::painted().await;
    draw(section, &board).await;
    section.mark("ready");
    section.drawn.try_set(1);
    section.owned.try_update_value(|owned| owned.following = true);
    follow(section).await;
}

/// Draws what has come and is not drawn yet.
pub(super) async fn draw(section: &Section, board: &Board) {
    slices::through(|over| board.draw(&|_| over())).await;
    watch_end(section);
}

fn board(section: &Section) -> Option<Rc<Board>> {
    let discussion = &section.discussion;
    let src = untrack(|| discussion.src.says()).and_then(|src| page::resolve(&src));
    let article = src.unwrap_or_else(page::address);
    let remembered = memory::of(&article);
    let setting = BoardSetting {
        locale: discussion.locale.clone(),
        now_ms: page::now_ms(),
        page: page::before_fragment(),
        pictures: discussion.pictures.peek() == 1,
        remembered,
    };
    let (told, said, later) = (discussion.on_toggle, section.clone(), section.clone());
    let told = BoardTold {
        turned: Box::new(move |id, open| {
            if let Some(told) = told {
                told.run((id.to_owned(), open));
            }
        }),
        remember: Box::new(move |remembered| memory::put(&article, remembered.clone())),
        said: Box::new(move |sentence| said.say(sentence)),
        later: Box::new(move || {
            let Some(board) = later.board() else {
                return;
            };
            let folding = run(async move {
                // What is seen is folded already: the press is answered before the rest is.
                slices::painted().await;
                slices::through(|over| board.fold_more(&|_| over())).await;
            });
            later.owned.try_update_value(|owned| owned.folding = Some(folding));
        }),
    };
    Board::new(section.list.piece()?, setting, told).map(Rc::new)
}
