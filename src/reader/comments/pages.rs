//! The pages of comments: each asked for, read in slices, drawn under those that are there; and the comment that the
//! page's address leads to, on whichever page it is.

use super::Section;
use super::load::{draw, run};
use crate::browser::later::{self, Part};
use crate::browser::{near::Near, page, slices};
use crate::components::Board;
use crate::config::COMMENTS_LIMIT;
use crate::content::comments::{Dialect, Page, Pending};
use crate::content::formats::Unreadable;
use crate::error::{LoadError, Reason};
use crate::fetch::{Options, fetch_text};
use crate::i18n::{fill, format};
use crate::reader::discussion::ANCHOR;
use crate::reader::request::refused;
use leptos::prelude::*;

/// Further pages that are fetched to find the comment that an address leads to.
const MOST_PAGES: usize = 20;

/// The distance at which the next page is asked for, in pixels.
const NEAR: u32 = 1500;

pub(super) async fn first_page(
    section: &Section,
    src: Option<String>,
    data: Option<String>,
) -> Result<Option<Page>, LoadError> {
    if let Some(inline) = &section.discussion.inline {
        let (comments, _) = inline.unread.read_comments();
        let page = Page { comments, ..Page::default() };
        html_can_be_read(&page).await;
        return Ok(Some(page));
    }
    let dialect = dialect(section, src.as_deref().unwrap_or_default())?;
    if let Some(data) = data {
        return read(data, dialect, &page::base()).await.map(Some);
    }
    match src {
        Some(address) => fetch(section, &address).await.map(Some),
        None => Ok(None),
    }
}

/// The format that is asked for.
fn dialect(section: &Section, address: &str) -> Result<Option<Dialect>, LoadError> {
    let name = untrack(|| section.discussion.format.says()).unwrap_or_default();
    Dialect::named(&name).map_err(|message| LoadError::new(Reason::Unsupported, address, message))
}

async fn fetch(section: &Section, address: &str) -> Result<Page, LoadError> {
    let Some(url) = page::resolve(address) else {
        return Err(LoadError::new(
            Reason::Unsupported,
            address,
            "not an address of http or https",
        ));
    };
    let rule = section.discussion.rule.as_ref();
    if let Some(error) = refused(rule, &url) {
        return Err(error);
    }
    let timeout_ms = section.discussion.timeout.peek().clamp(1, 600) * 1000;
    let options = Options { timeout_ms, limit: COMMENTS_LIMIT, ..Options::default() };
    let fetched = fetch_text(&url, &options).await?;
    if let Some(error) = refused(rule, &fetched.url) {
        return Err(error);
    }
    let (link, total) = (fetched.header("Link"), fetched.header("X-WP-Total"));
    let mut page = read(fetched.text, dialect(section, &url)?, &fetched.url).await?;
    page.go_on(link.as_deref(), total.as_deref(), &fetched.url);
    Ok(page)
}

/// Reads a document in slices.
async fn read(text: String, dialect: Option<Dialect>, url: &str) -> Result<Page, LoadError> {
    let failed = |unreadable| {
        let (reason, message) = match unreadable {
            Unreadable::Parse(message) => (Reason::Parse, message),
            Unreadable::Schema(message) => (Reason::Schema, message),
        };
        LoadError::new(reason, url, message)
    };
    let mut pending = Pending::new(text, url).map_err(failed)?.written_in(dialect);
    let mut fault = None;
    slices::through(|over| {
        while !over() {
            match pending.some(20) {
                Ok(true) => {}
                Ok(false) => return false,
                Err(unreadable) => {
                    fault = Some(unreadable);
                    return false;
                }
            }
        }
        true
    })
    .await;
    match fault {
        Some(unreadable) => Err(failed(unreadable)),
        None => {
            let page = pending.page();
            html_can_be_read(&page).await;
            Ok(page)
        }
    }
}

/// What reads HTML comes before comments that are written in it. Where it cannot be had, they are shown as they are written.
async fn html_can_be_read(page: &Page) {
    if page.comments.iter().any(|comment| comment.text.is_none() && comment.html.is_some()) {
        later::load(Part::Formats).await;
    }
}

/// A page has come: its comments, and what follows it.
pub(super) fn take(section: &Section, board: &Board, page: Page) {
    let fresh = board.fresh();
    board.take(page.comments);
    if fresh == 0 && board.fresh() > 0 {
        section.changes.try_update(|changes| *changes += 1);
    }
    let there = board.len() as u32;
    let total = page.total.unwrap_or_default().max(there);
    section.place.count.try_set(total + 1);
    if let Some(told) = section.discussion.on_load {
        told.run(there);
    }
    let next = page.next.map(|next| next.to_owned_string());
    let locale = &section.discussion.locale;
    if let Some(shown) = section.shown.piece() {
        let number = |n: u32| format::number(f64::from(n), locale);
        shown.say(&fill(
            locale.words.comment_words().shown,
            &[("n", &number(there)), ("m", &number(total))],
        ));
    }
    section.under.set("hidden", next.is_none().then_some(""));
    section.more.set("aria-busy", None);
    section.kept.try_update_value(|kept| kept.next = next);
    // Before all is drawn, the end is near whatever comes.
    section.owned.try_update_value(|owned| owned.end = None);
}

/// The next page is asked for when the end of this one comes near.
pub(super) fn watch_end(section: &Section) {
    let later = section.clone();
    let near = section
        .under
        .element()
        .filter(|_| has_next(section))
        .and_then(|under| Near::watch(&under, NEAR, move || more(&later)));
    section.owned.try_update_value(|owned| owned.end = near);
}

fn has_next(section: &Section) -> bool {
    section.kept.try_with_value(|kept| kept.next.is_some()) == Some(true)
}

/// Fetches the next page, unless that is under way.
pub(super) fn more(section: &Section) {
    if !has_next(section) {
        return;
    }
    let next = section.clone();
    let further = run(async move {
        next_page(&next).await;
    });
    section.owned.try_update_value(|owned| owned.further = Some(further));
}

/// The next page, drawn. False where there is none, or it could not be had.
async fn next_page(section: &Section) -> bool {
    let next = section.kept.try_update_value(|kept| kept.next.take()).flatten();
    let (Some(next), Some(board)) = (next, section.board()) else {
        return false;
    };
    section.more.set("aria-busy", Some("true"));
    let had_focus = section.more.is(":focus");
    section.owned.try_update_value(|owned| owned.fetching = true);
    let fetched = fetch(section, &next).await;
    section.owned.try_update_value(|owned| owned.fetching = false);
    match fetched {
        Ok(page) => {
            let before = board.len();
            take(section, &board, page);
            draw(section, &board).await;
            let locale = &section.discussion.locale;
            if had_focus {
                board.focus_new(before);
            }
            let number = format::number(board.len() as f64, locale);
            let total = section.place.count.try_get_untracked().unwrap_or_default();
            let total = total.saturating_sub(1);
            let total = format::number(f64::from(total), locale);
            section
                .say(&fill(locale.words.comment_words().shown, &[("n", &number), ("m", &total)]));
            if section.owned.try_update_value(|owned| std::mem::take(&mut owned.follow_again))
                == Some(true)
            {
                set_out(section);
            }
            true
        }
        Err(_) => {
            section.more.set("aria-busy", None);
            section.owned.try_update_value(|owned| owned.end = None);
            section.kept.try_update_value(|kept| kept.next = Some(next));
            // The comments are there: that more of them are not is said where they would be.
            let failed = section.discussion.locale.words.comments_failed;
            section.say(failed);
            if let Some(shown) = section.shown.piece() {
                shown.say(failed);
            }
            false
        }
    }
}

/// Follows the page's address, unless that is being done.
pub(super) fn set_out(section: &Section) {
    let busy =
        section.owned.try_update_value(|owned| std::mem::replace(&mut owned.following, true));
    if busy == Some(false) {
        let way = section.clone();
        let way = run(async move { follow(&way).await });
        section.owned.try_update_value(|owned| owned.followed = Some(way));
    }
}

/// Goes to the comment that the page's address leads to, on a later page if need be.
pub(super) async fn follow(section: &Section) {
    // The address may change on the way.
    let linked = || page::linked(ANCHOR);
    let mut found = false;
    if let Some(board) = section.board() {
        for _ in 0..MOST_PAGES {
            if linked().is_none_or(|id| board.has(&id)) || !next_page(section).await {
                break;
            }
        }
        if let Some(id) = linked().filter(|id| board.has(id)) {
            // What is hidden cannot be brought into view: opened now, and told to all else by the signal.
            section.place.fold.place.set("hidden", None);
            section.place.fold.open.try_set(1);
            found = board.go(&id);
        }
    }
    section.owned.try_update_value(|owned| {
        owned.following = false;
        // A page that is on its way may bring it. Nobody is led again to where they have been.
        owned.follow_again = owned.fetching && !found;
    });
}
