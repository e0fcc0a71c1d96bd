//! What stands where the article will be: a skeleton while it is on its way, a sentence and one action
//! when it cannot be had.

use super::button::{Press, button};
use crate::draw;
use crate::error::{LoadError, Reason};
use crate::i18n::Locale;
use crate::icons::{self, draw_icon};
use crate::markup::Nodes;
use crate::text::digits;

/// The skeleton keeps the page's grid. The style sheet shows it after 300 ms and the spinner after a
/// second, so that a quick answer flashes nothing and no timer is needed. The word stays where nothing may move.
pub fn skeleton(locale: &Locale, out: &mut Nodes) {
    draw!(out;
        div class="sf-skeleton" aria-hidden="true" {
            p class="sf-spinner" { do (|out: &mut Nodes| draw_icon(out, icons::SPINNER)) (locale.words.loading) }
            div class="sf-bone sf-bone-kicker";
            div class="sf-bone sf-bone-headline";
            div class="sf-bone sf-bone-headline";
            div class="sf-bone sf-bone-line";
            div class="sf-bone sf-bone-picture";
            for _ in (0..6) { div class="sf-bone sf-bone-line"; }
        }
    );
}

/// Retry, and what a developer wants to know in a disclosure. The sentence for the reader stands above, in
/// the reader's one status region, so that it is announced.
pub fn failed(error: &LoadError, locale: &Locale, retry: Press, out: &mut Nodes) {
    let words = locale.words;
    let mut content = Vec::new();
    draw_icon(&mut content, icons::RETRY);
    draw!(&mut content; (words.retry));
    draw!(out;
        div class="sf-failed" {
            if (retryable(error)) { do (|out: &mut Nodes| button(out, "sf-button", None, content, retry)) }
            details class="sf-details sf-technical" {
                summary { (words.technical) }
                dl dir="ltr" lang="en" {
                    dt { "reason" } dd { (error.reason.as_str()) }
                    if let Some(status) = (error.status) { dt { "status" } dd { (digits(u32::from(status))) } }
                    dt { "url" } dd { (&error.url) }
                    dt { "message" } dd { (&error.message) }
                }
            }
        }
    );
}

/// Asking again makes no sense where the page itself would have to change.
fn retryable(error: &LoadError) -> bool {
    !matches!(error.reason, Reason::Origin | Reason::Unsupported)
}

/// What the reader is told.
pub fn sentence(error: &LoadError, locale: &Locale) -> &'static str {
    let failures = &locale.words.failures;
    match (error.reason, error.status) {
        (Reason::Network | Reason::Aborted, _) => failures.network,
        (Reason::Offline, _) => failures.offline,
        (Reason::Timeout, _) => failures.timeout,
        (Reason::Status, Some(404 | 410)) => failures.not_found,
        (Reason::Status, Some(401 | 403)) => failures.forbidden,
        (Reason::Status, _) => failures.busy,
        (Reason::Parse | Reason::Schema | Reason::TooLarge | Reason::Unsupported, _) => {
            failures.unreadable
        }
        (Reason::Origin, _) => failures.origin,
        (Reason::Internal, _) => failures.internal,
    }
}
