//! Comments from JSON: all of them or a plain error, whatever is wrong with some.

use crate::support::{BASE, Numbers};
use serde_json::{Value, json};
use standfirst::content::comments::{self, Page, Pending};
use standfirst::content::formats::{self, Unreadable};
use standfirst::content::model::{Badge, Comment, CommentState};
use standfirst::content::thread::steps;

fn page(document: &Value) -> Page {
    comments::read(document.to_string(), BASE).unwrap_or_else(|e| panic!("{e:?}: {document}"))
}

fn ids(comments: &[Comment]) -> Vec<&str> {
    comments.iter().map(|comment| comment.id.as_str()).collect()
}

fn paths(page: &Page) -> Vec<(&str, &str)> {
    page.problems.iter().map(|p| (p.path.as_str(), p.reason.as_str())).collect()
}

fn said(id: &str) -> Value {
    json!({ "id": id, "author": "Ana", "text": "Text" })
}

/// Everything that a comment may have, nested and not, on a page.
fn sample() -> String {
    json!({
        "commentCount": 9,
        "items": [
            { "id": 17, "author": { "name": "Zoë \"Z\"", "url": "/zoe", "image": "z.jpg", "badge": "staff" },
              "dateCreated": "2026-11-20T06:30:00Z", "dateModified": "2026-11-20T07:30:00+01:00",
              "text": "One ]}\n\n[{ two \\ \u{1f600}", "upvoteCount": 3, "downvoteCount": 1, "state": "visible",
              "pinned": true, "url": "#c17", "inLanguage": "en", "extra": [{ "comment": [1] }, { "a": {} }],
              "comment": [{ "id": "18", "author": "Li", "text": "R", "comment": { "id": "19", "author": "Mo", "html": "<p>R" } }] },
            { "id": "20", "parentItem": 17, "author": "No", "text": "T" },
        ],
        "closed": true,
        "next": "page2.json",
    })
    .to_string()
}

#[test]
fn a_page_is_read_with_every_member() {
    let page = comments::read(sample(), BASE).unwrap();
    assert_eq!(paths(&page), []);
    assert_eq!((page.total, page.closed), (Some(9), true));
    assert_eq!(page.next.unwrap().as_str(), "https://news.example/articles/page2.json");
    assert_eq!(ids(&page.comments), ["17", "18", "19", "20"]);
    let first = &page.comments[0];
    let author = first.author.as_ref().unwrap();
    assert_eq!(author.name, "Zoë \"Z\"");
    assert_eq!(author.badge, Some(Badge::Staff));
    assert_eq!(author.url.as_ref().unwrap().as_str(), "https://news.example/zoe");
    assert_eq!(author.image.as_ref().unwrap().as_str(), "https://news.example/articles/z.jpg");
    assert_eq!(first.text.as_deref(), Some("One ]}\n\n[{ two \\ \u{1f600}"));
    assert_eq!((first.upvote_count, first.downvote_count), (Some(3), Some(1)));
    assert!(first.pinned && first.date_created.is_some() && first.date_modified.is_some());
    assert_eq!(
        first.url.as_ref().unwrap().as_str(),
        "https://news.example/articles/report.json#c17"
    );
    assert_eq!(first.in_language.as_deref(), Some("en"));
    let parents: Vec<_> = page.comments.iter().map(|c| c.parent_item.as_deref()).collect();
    assert_eq!(parents, [None, Some("17"), Some("18"), Some("17")]);
    assert_eq!(page.comments[2].html.as_deref(), Some("<p>R"));
    assert!(page.comments.iter().all(|comment| comment.comment.is_empty()));
}

#[test]
fn a_list_alone_is_a_page_too_and_nothing_is_no_comments() {
    assert_eq!(ids(&page(&json!([said("1"), said("2")])).comments), ["1", "2"]);
    assert_eq!(ids(&page(&json!({ "items": said("1") })).comments), ["1"]);
    for empty in
        [json!([]), json!({ "items": [] }), json!({ "items": null }), json!({ "items": {} })]
    {
        let page = page(&empty);
        assert_eq!(page.comments.len(), 0, "{empty}");
    }
    let spaced = comments::read("\u{feff} \n[ ] \n".to_owned(), BASE).unwrap();
    assert_eq!(spaced, Page::default());
}

#[test]
fn what_is_json_but_no_comments_says_so() {
    for other in [
        json!({}),
        json!(7),
        json!("text"),
        json!({ "items": 7 }),
        json!({ "id": "1", "text": "T" }),
    ] {
        let error = comments::read(other.to_string(), BASE).unwrap_err();
        assert!(matches!(error, Unreadable::Schema(_)), "{other}: {error:?}");
    }
}

/// Reads in slices of so many comments.
fn sliced(text: &str, most: usize) -> Result<Page, Unreadable> {
    let mut pending = Pending::new(text.to_owned(), BASE)?;
    while pending.some(most)? {}
    Ok(pending.page())
}

#[test]
fn in_slices_it_is_the_same_page_and_a_slice_is_no_larger_than_asked() {
    let whole = comments::read(sample(), BASE).unwrap();
    for most in 1..6 {
        assert_eq!(sliced(&sample(), most).unwrap(), whole);
    }
    let mut pending =
        Pending::new(json!([said("1"), said("2"), said("3")]).to_string(), BASE).unwrap();
    assert_eq!(pending.some(2), Ok(true));
    assert_eq!(ids(&pending.page().comments), ["1", "2"]);
}

/// Whether a reader refuses what the parser of whole documents refuses, in the same words, and nothing else.
fn agrees(text: &str, read: impl Fn(&str) -> Result<Page, Unreadable>) -> bool {
    let fault = |error| match error {
        Unreadable::Parse(message) => Some(message),
        Unreadable::Schema(_) => None,
    };
    let whole = formats::read(text, None, BASE).err().and_then(fault);
    whole == read(text).err().and_then(fault)
}

#[test]
fn a_document_cut_off_anywhere_is_refused_as_an_article_is() {
    let sample = sample();
    let mut cut = 0;
    for end in (0..sample.len()).filter(|end| sample.is_char_boundary(*end)) {
        assert!(agrees(&sample[..end], |text| sliced(text, 1)), "{}", &sample[..end]);
        cut += usize::from(sliced(&sample[..end], 1).is_err());
    }
    assert!(cut > 500, "{cut}");
}

#[test]
fn a_document_with_a_byte_replaced_is_refused_as_an_article_is() {
    let sample = sample();
    let mut good = 0;
    for at in 0..sample.len() {
        for byte in *b"\"\\{}[],:0x \n" {
            let mut bytes = sample.clone().into_bytes();
            bytes[at] = byte;
            let Ok(text) = String::from_utf8(bytes) else { continue };
            assert!(agrees(&text, |text| sliced(text, 2)), "{text}");
            good += usize::from(sliced(&text, 2).is_ok());
        }
    }
    assert!(good > 100, "{good}");
}

/// Control of the two above.
#[test]
fn a_reader_that_takes_what_is_no_json_or_refuses_json_is_noticed() {
    assert!(agrees(&sample(), |text| sliced(text, 1)));
    assert!(!agrees(&sample(), |text| sliced(&text[..text.len() - 1], 1)));
    assert!(!agrees("[1", |_| Ok(Page::default())));
}

#[test]
fn random_documents_are_read_or_refused_without_a_panic() {
    const PARTS: &[&str] = &[
        "[",
        "]",
        "{",
        "}",
        ",",
        ":",
        "null",
        "1",
        "-",
        "\"id\":",
        "\"comment\":",
        "\"items\":",
        "\"text\":",
        "\"a\"",
        "\"\\u00e9\"",
        "{\"id\":1,\"text\":\"t\"}",
        "[{\"id\":2}]",
        " ",
        "\"comm\\u0065nt\":",
        "\"",
        "é",
    ];
    let mut numbers = Numbers(77);
    let mut good = 0;
    for _ in 0..20_000 {
        let mut text = String::from(*numbers.of(&["[", "{\"items\":[", "{"]));
        for _ in 0..numbers.below(9) {
            text.push_str(numbers.of::<&str>(PARTS));
        }
        text.push_str(numbers.of::<&str>(&["]", "]}", "}", ""]));
        assert!(agrees(&text, |text| sliced(text, 1)), "{text}");
        good += usize::from(sliced(&text, 1).is_ok());
    }
    assert!(good > 500, "some are good: {good}");
}

#[test]
fn one_bad_comment_in_five_hundred_is_a_problem_and_the_others_are_shown() {
    for (bad, path, reason) in [
        (json!({ "author": "Ana" }), "$.items[17]", "neither an id nor a text"),
        (json!("text"), "$.items[17]", "object expected, found a text"),
        (json!([[]]), "$.items[17]", "object expected, found a list"),
        (json!(null), "$.items[17]", "missing"),
    ] {
        let mut items: Vec<Value> = (0..500).map(|id| said(&id.to_string())).collect();
        items[17] = bad;
        let page = page(&json!({ "items": items }));
        assert_eq!(page.comments.len(), 499);
        assert_eq!(paths(&page), [(path, reason)]);
    }
}

#[test]
fn a_wrong_member_is_a_problem_in_its_place_and_the_comment_is_kept() {
    let bad = json!({ "id": "2", "author": { "name": "Bo", "badge": "king" }, "text": ["T"], "upvoteCount": -1,
        "dateCreated": "yesterday", "url": "javascript:alert(1)", "comment": 7 });
    let page = page(&json!([{ "id": "1", "text": "T", "comment": [said("3"), bad] }]));
    assert_eq!(ids(&page.comments), ["1", "3", "2"]);
    let mut found: Vec<&str> = page.problems.iter().map(|p| p.path.as_str()).collect();
    found.sort_unstable();
    let inside = ["", ".author.badge", ".comment", ".dateCreated", ".text", ".upvoteCount", ".url"];
    let wanted: Vec<String> =
        inside.iter().map(|path| ["$[0].comment[1]", path].concat()).collect();
    let wanted: Vec<&str> =
        ["$[0].author"].into_iter().chain(wanted.iter().map(String::as_str)).collect();
    assert_eq!(found, wanted);
}

#[test]
fn a_comment_without_an_id_gets_one_that_stays_and_that_no_other_has() {
    let nameless = |text: &str| json!({ "author": "Ana", "text": text });
    let first = page(&json!([nameless("A"), nameless("B"), nameless("A"), said("1")]));
    let own = ids(&first.comments);
    assert!(own.iter().all(|id| !id.is_empty()));
    assert!(own[0] != own[1] && own[0] != own[2] && own[1] != own[2]);
    // Another comment before them, and another page: the same ids.
    let again = page(&json!([said("9"), nameless("B"), nameless("A")]));
    assert_eq!(ids(&again.comments)[1..], [own[1], own[0]]);
    // A publisher who gives out just that id means another comment.
    let mut given = said("");
    given["id"] = json!(own[0]);
    let both = page(&json!([nameless("A"), given]));
    assert_ne!(both.comments[0].id, both.comments[1].id);
}

#[test]
fn replies_of_a_comment_without_an_id_answer_it_and_those_of_one_left_out_what_it_answers() {
    let nameless = json!([{ "author": "Ana", "text": "A", "comment": [said("2")] }]);
    let page_of = page(&nameless);
    assert_eq!(page_of.comments[1].parent_item.as_ref(), Some(&page_of.comments[0].id));
    let lost = json!([{ "id": "1", "author": "Ana", "text": "T", "comment": [
        { "comment": [{ "comment": [said("4"), said("5")] }] }, said("6")
    ] }, { "comment": [said("7")] }]);
    let page = page(&lost);
    assert_eq!(ids(&page.comments), ["1", "4", "5", "6", "7"]);
    let parents: Vec<_> = page.comments.iter().map(|c| c.parent_item.as_deref()).collect();
    assert_eq!(parents, [None, Some("1"), Some("1"), Some("1"), None]);
    assert_eq!(page.problems.len(), 3);
}

#[test]
fn replies_nested_deeper_than_any_stack_are_all_read() {
    let deep = 50_000;
    let open = r#"{"id":"x","author":"A","text":"T","comment":["#;
    let text = ["[", &open.repeat(deep), &"]}".repeat(deep), "]"].concat();
    let page = comments::read(text, BASE).unwrap();
    assert_eq!(page.comments.len(), deep);
    assert_eq!(page.problems, []);
    // Deeper still it is an attack on the memory, here as in an article.
    let deep = 100_001;
    let text = ["[", &open.repeat(deep), &"]}".repeat(deep), "]"].concat();
    assert!(agrees(&text, |text| sliced(text, 1000)));
    assert!(sliced(&text, 1000).is_err());
}

#[test]
fn what_is_deleted_or_hidden_keeps_neither_text_nor_author() {
    for (word, state) in [("deleted", CommentState::Deleted), ("hidden", CommentState::Hidden)] {
        let gone =
            json!({ "state": word, "id": "1", "author": "Ana", "text": "T", "html": "<p>T" });
        let page = page(&json!([gone, { "id": "2", "state": word }]));
        assert_eq!(page.problems, []);
        assert_eq!(page.comments.len(), 2);
        for comment in page.comments {
            assert_eq!(
                (comment.text, comment.html, comment.author, comment.state),
                (None, None, None, Some(state))
            );
        }
    }
    // Control: what awaits approval keeps both.
    let page = page(&json!([{ "id": "1", "author": "Ana", "text": "T", "state": "pending" }]));
    assert!(page.comments[0].text.is_some() && page.comments[0].author.is_some());
}

#[test]
fn problems_are_bounded() {
    let items: Vec<Value> = (0..1000).map(|_| json!(7)).collect();
    assert_eq!(page(&json!(items)).problems.len(), 200);
}

#[test]
fn the_comments_inside_an_article_are_read_flat() {
    let article = json!({ "headline": "H", "body": [], "comment": [
        { "id": "1", "author": "Ana", "text": "T", "comment": [said("2"), { "id": "3", "text": "T" }] }, 7
    ] });
    let reading = crate::support::read(&article);
    let parents: Vec<_> =
        reading.article.comment.iter().map(|c| (c.id.as_str(), c.parent_item.as_deref())).collect();
    assert_eq!(parents, [("1", None), ("2", Some("1")), ("3", Some("1"))]);
    let paths: Vec<_> = reading.problems.iter().map(|p| p.path.as_str()).collect();
    assert!(
        paths.contains(&"$.comment[1]") && paths.contains(&"$.comment[0].comment[1].author"),
        "{paths:?}"
    );
    let one = crate::support::read(&json!({ "headline": "H", "body": [], "comment": said("1") }));
    assert_eq!(ids(&one.article.comment), ["1"]);
}

#[test]
fn comments_left_out_in_a_long_row_cost_no_more_than_others() {
    // Half of them refused and each in the one before, the other half answering the last of those.
    let deep = 20_000;
    let row: Vec<String> =
        (0..deep).map(|id| format!(r#"{{"id":{id},"author":"A","text":"T"}}"#)).collect();
    let text =
        ["[", &r#"{"comment":["#.repeat(deep), &row.join(","), &"]}".repeat(deep), "]"].concat();
    steps::taken();
    let page = comments::read(text, BASE).unwrap();
    assert!(steps::taken() < 10 * deep);
    assert_eq!(page.comments.len(), deep);
    assert!(page.comments.iter().all(|comment| comment.parent_item.is_none()));
}
