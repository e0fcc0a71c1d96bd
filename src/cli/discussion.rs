//! A page of comments as plain text, replies under what they answer.

use super::counts::some;
use super::outline::{Lead, Sheet, one_line};
use crate::content::comments::Page;
use crate::content::html;
use crate::content::model::{Comment, Problem};
use crate::content::plain::paragraphs_of_text;
use crate::content::thread::{Order, SHOWN_DEPTH, Thread};
use std::time::{SystemTime, UNIX_EPOCH};

/// The thread of a page, and what was wrong with who answers whom.
pub fn thread(page: &Page) -> (Thread, Vec<Problem>) {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    let mut thread = Thread::default();
    let problems = thread.add(page.comments.clone(), now.as_millis() as i64);
    (thread, problems)
}

/// What is said of a page, as a table.
pub fn found(page: &Page, thread: &Thread) -> Vec<(&'static str, String)> {
    let mut rows = vec![("items", some(thread.len(), "comment"))];
    rows.extend(page.total.map(|total| ("commentCount", total.to_string())));
    rows.extend(page.closed.then(|| ("closed", "true".to_owned())));
    rows.extend(page.next.as_ref().map(|next| ("next", next.to_string())));
    rows
}

/// The lines of a thread.
pub fn outline(thread: &Thread) -> Vec<String> {
    let mut sheet = Sheet::default();
    for at in thread.sequence(Order::Oldest) {
        let Some(placed) = thread.get(at as usize) else { continue };
        let lead = Lead::all("  ".repeat(placed.depth.min(SHOWN_DEPTH - 1) as usize));
        sheet.gap(&Lead::default());
        write(&placed.comment, &lead, &mut sheet);
    }
    sheet.finish()
}

fn write(comment: &Comment, lead: &Lead, sheet: &mut Sheet) {
    let name = comment.author.as_ref().map_or("(no name)", |author| author.name.as_str());
    let badge = comment.author.as_ref().and_then(|author| author.badge);
    let mut by = vec![name.to_owned()];
    by.extend(badge.map(|badge| badge.word().to_owned()));
    by.extend(comment.date_created.as_ref().map(|date| date.written.clone()));
    by.extend(comment.upvote_count.map(|count| format!("+{count}")));
    by.extend(comment.downvote_count.map(|count| format!("-{count}")));
    by.extend(comment.pinned.then(|| "pinned".to_owned()));
    by.extend(comment.state.map(|state| state.word().to_owned()));
    sheet.put(&one_line(&by.join(" · ")), &lead.beside("● "));
    let lead = lead.beside("  ");
    match (&comment.text, &comment.html) {
        (Some(text), _) => sheet.put(&paragraphs_of_text(text).join("\n"), &lead),
        (None, Some(html)) => sheet.blocks(&html::comment(html, ""), &lead),
        (None, None) => {}
    }
}
