//! What an API says instead of an article is told in its own words.

use super::{attempt, named};
use serde_json::json;
use standfirst::content::formats::{Format, told};
use standfirst::content::json::Json;

#[test]
fn the_errors_of_apis_are_told() {
    let table = [
        (
            json!({ "code": "rest_post_invalid_id", "message": "Invalid post ID.", "data": { "status": 404 } }),
            "Invalid post ID. (rest_post_invalid_id)",
        ),
        (
            json!({ "errors": [{ "message": "Unknown Content API Key", "context": null, "type": "UnauthorizedError" }] }),
            "Unknown Content API Key",
        ),
        (
            json!({ "errors": [{ "message": "Resource not found", "context": "Post not found." }] }),
            "Resource not found (Post not found.)",
        ),
        (
            json!({ "errors": [{ "status": "403", "title": "Forbidden", "detail": "Not allowed." }] }),
            "Not allowed. (Forbidden)",
        ),
        (json!({ "errors": ["Not today"] }), "Not today"),
        (json!({ "response": { "status": "error", "message": "Uh oh" } }), "Uh oh"),
        (
            json!({ "error": "invalid_token", "error_description": "The token is old" }),
            "The token is old (invalid_token)",
        ),
        (json!({ "error": { "message": "No key", "code": "E1" } }), "No key (E1)"),
        (json!({ "error": "Not found" }), "Not found"),
        (json!({ "message": "Forbidden" }), "Forbidden"),
        (
            json!({ "type": "https://a.example/gone", "title": "Gone", "status": 410, "detail": "It was withdrawn." }),
            "It was withdrawn. (Gone)",
        ),
        (json!({ "title": "Gone", "status": 410 }), "Gone"),
    ];
    for (value, message) in table {
        assert_eq!(told(&Json::from(&value)).as_deref(), Some(message), "{value}");
        let line = attempt(&value).unwrap_err();
        assert!(line.contains(message) && line.contains("API"), "{line}");
        // Also where a format is named.
        assert!(named(&value, Format::WordPress).unwrap_err().contains(message), "{value}");
    }
}

/// The control: what is no error is not called one.
#[test]
fn what_is_no_error_tells_nothing() {
    for value in [
        json!({}),
        json!({ "response": { "status": "ok", "message": "fine" } }),
        json!({ "title": "A title", "detail": "of something" }),
        json!({ "title": "A title", "status": 200, "detail": "of something" }),
        json!({ "title": "A title", "status": 1 }),
        json!([{ "message": "from somebody" }]),
        json!({ "errors": [], "error": null, "message": "" }),
        json!({ "errors": [{}] }),
        json!([]),
        json!(null),
        json!("text"),
    ] {
        assert_eq!(told(&Json::from(&value)), None, "{value}");
    }
    // An article is read though a message stands beside it.
    let article = json!({ "message": "OK", "data": { "headline": "H", "body": "C" } });
    assert_eq!(attempt(&article).unwrap().article.headline, "H");
}

#[test]
fn a_message_is_cut_and_cannot_turn_the_direction() {
    let long = json!({ "message": format!("\u{202e}\n{}", "x".repeat(100_000)) });
    let told = told(&Json::from(&long)).unwrap();
    assert!(told.len() == 300 && told.starts_with('x'), "{}", told.len());
}
