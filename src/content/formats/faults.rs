//! What an API says instead of an article: its error documents.

use super::signs::text;
use crate::content::json::Json;
use crate::content::plain;
use crate::text::{part, parts};

/// A longer message is cut: it stands in a sentence of the page.
const LONGEST: usize = 300;

/// Where a message stands, and after `+` what says more about it. The surest signs of an error first: Ghost, GraphQL and
/// JSON:API; the Guardian, whose `status` is asked for below; WordPress; RFC 9457.
const MESSAGES: &str = "errors.message+errors.context errors.detail+errors.title errors.title+errors.code errors+ \
    response.message+ error.message+error.code error_description+error error+message message+code detail+title title+type";

/// The message of an API's error document; none where it is something else. Asked of what is no article.
pub fn told(json: &Json) -> Option<String> {
    if !matches!(json, Json::Object(_)) {
        return None;
    }
    for place in parts(MESSAGES, b' ') {
        let (message, more) = part(place, b'+');
        let Some(message_text) = text(json, message) else { continue };
        let sure = match message {
            "response.message" => text(json, "response.status") == Some("error"),
            "detail" | "title" => is_refusal(json),
            _ => true,
        };
        if !sure || message_text.trim_ascii().is_empty() {
            continue;
        }
        let more = text(json, more).unwrap_or_default();
        let line = if more.is_empty() || more == message_text {
            message_text.to_owned()
        } else {
            [message_text, " (", more, ")"].concat()
        };
        return Some(plain::name(&line).chars().take(LONGEST).collect());
    }
    None
}

/// A status of HTTP that means an error: other documents have a `title` too.
fn is_refusal(json: &Json) -> bool {
    match json.get("status") {
        Some(Json::Number(status)) => status.len() == 3 && status.starts_with(['4', '5']),
        _ => false,
    }
}
