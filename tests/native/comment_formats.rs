//! Comments as others write them: the same comments out, whoever wrote the JSON.

use crate::support::{BASE, Numbers, file, root};
use serde_json::{Value, json};
use standfirst::content::comments::{self, Dialect, Page, Pending};
use standfirst::content::formats::Unreadable;
use standfirst::content::model::{Badge, Comment, CommentState};
use standfirst::content::thread::Thread;

fn page(document: &Value) -> Page {
    comments::read(document.to_string(), BASE).unwrap_or_else(|e| panic!("{e:?}: {document}"))
}

/// Reads in slices of so many comments.
fn sliced(text: &str, dialect: Option<Dialect>, most: usize) -> Result<Page, Unreadable> {
    let mut pending = Pending::new(text.to_owned(), BASE)?.written_in(dialect);
    while pending.some(most)? {}
    Ok(pending.page())
}

/// Id, whom it answers, and the author's name.
fn who(comments: &[Comment]) -> Vec<(&str, Option<&str>, Option<&str>)> {
    comments
        .iter()
        .map(|it| {
            (
                it.id.as_str(),
                it.parent_item.as_deref(),
                it.author.as_ref().map(|author| author.name.as_str()),
            )
        })
        .collect()
}

fn written(comments: &[Comment]) -> Vec<&str> {
    comments
        .iter()
        .map(|it| it.date_created.as_ref().map_or("", |date| date.written.as_str()))
        .collect()
}

fn wordpress() -> Value {
    serde_json::from_str(&file(
        "tests/fixtures/formats/comments/wordpress-comments-of-post-60.json",
    ))
    .unwrap()
}

fn isso() -> Value {
    let said = |id: u32, parent: Value, author: Value, text: &str, mode: u32, replies: Value| {
        json!({
        "website": null, "author": author, "parent": parent, "created": 1464940838.254393, "text": text, "dislikes": 1,
        "modified": null, "mode": mode, "hash": "e644f6ee43c0", "id": id, "likes": 3, "replies": replies,
        "total_replies": 0, "hidden_replies": 0 })
    };
    json!({ "id": null, "total_replies": 3, "hidden_replies": 0, "replies": [
        said(1, json!(null), json!("Max &amp; Rant"), "<p>Stop <em>that</em>!</p>", 1, json!([
            said(2, json!(1), json!(null), "<p>No</p>", 2, json!([])),
        ])),
        said(3, json!(null), json!(null), "", 4, json!([said(4, json!(3), json!("Li"), "<p>Yes</p>", 1, json!([]))])),
    ], "config": { "avatar": false } })
}

fn mastodon() -> Value {
    let status = |id: &str, to: &str, text: &str| {
        json!({
        "id": id, "created_at": "2026-11-20T06:30:00.000Z", "in_reply_to_id": to, "in_reply_to_account_id": "9",
        "sensitive": false, "spoiler_text": "", "visibility": "public", "language": "de",
        "uri": "https://social.example/users/ana/statuses/1", "url": (["https://social.example/@ana/", id].concat()),
        "replies_count": 0, "reblogs_count": 0, "favourites_count": 7, "edited_at": null, "content": text, "reblog": null,
        "account": { "id": "9", "username": "ana", "acct": "ana@social.example", "display_name": "", "bot": false,
            "url": "https://social.example/@ana", "avatar": "https://social.example/a.gif",
            "avatar_static": "https://social.example/a.png", "emojis": [], "fields": [] },
        "media_attachments": [], "mentions": [], "tags": [], "emojis": [], "card": null, "poll": null })
    };
    let mut named = status("103", "100", "<p>Two</p>");
    named["account"]["display_name"] = json!("Bo");
    named["edited_at"] = json!("2026-11-20T07:00:00.000Z");
    json!({ "ancestors": [status("90", "80", "<p>Before</p>")],
        "descendants": [status("101", "100", "<p>One</p>"), status("102", "101", "<p>Answer</p>"), named] })
}

fn bluesky() -> Value {
    let post = |key: &str, name: &str, text: &str| {
        json!({
        "uri": (["at://did:plc:abc/app.bsky.feed.post/", key].concat()), "cid": "bafy",
        "author": { "did": "did:plc:abc", "handle": "ana.example", "displayName": name, "avatar": "https://cdn.example/a.jpg", "labels": [] },
        "record": { "$type": "app.bsky.feed.post", "createdAt": "2026-11-20T06:30:00.000Z", "langs": ["en"], "text": text,
            "facets": [{ "index": { "byteStart": 0, "byteEnd": 1 }, "features": [] }] },
        "replyCount": 0, "repostCount": 0, "likeCount": 5, "quoteCount": 0, "indexedAt": "2026-11-20T06:31:00.000Z", "labels": [] })
    };
    let view = |key: &str, name: &str, replies: Value| {
        json!({ "$type": "app.bsky.feed.defs#threadViewPost",
        "post": post(key, name, "See https://a.example"), "replies": replies, "threadContext": {} })
    };
    json!({ "thread": { "$type": "app.bsky.feed.defs#threadViewPost", "post": post("root", "Ana", "The post"), "replies": [
        view("a", "Bo", json!([view("b", "", json!([]))])),
        { "$type": "app.bsky.feed.defs#notFoundPost", "uri": "at://did:plc:gone/app.bsky.feed.post/c", "notFound": true,
          "replies": [view("d", "Di", json!([]))] },
        { "$type": "app.bsky.feed.defs#blockedPost", "uri": "at://did:plc:no/app.bsky.feed.post/e", "blocked": true,
          "author": { "did": "did:plc:no" } },
    ] } })
}

fn guardian() -> Value {
    let said = |id: u32, status: &str, responses: Value| {
        json!({ "id": id, "body": "<p>Lovely!</p>", "date": "04 July 2014 1:57pm",
        "isoDateTime": "2014-07-04T12:57:48Z", "status": status, "webUrl": "https://discussion.example/c/1",
        "apiUrl": "https://discussion.example/api/1", "numRecommends": 4, "isHighlighted": true, "responses": responses,
        "userProfile": { "userId": "9", "displayName": "Ana", "webUrl": "https://profile.example/9",
            "avatar": "https://avatar.example/9", "secureAvatarUrl": "https://avatar.example/s9", "badge": [{ "name": "Staff" }] } })
    };
    let mut answer = said(3, "visible", json!([]));
    answer["responseTo"] = json!({ "displayName": "Ana", "commentId": "2", "commentWebUrl": "https://discussion.example/c/2" });
    json!({ "status": "ok", "currentPage": 1, "pages": 3, "pageSize": 2, "orderBy": "oldest", "discussion": {
        "key": "/p/1", "webUrl": "https://www.example/1", "commentCount": 40, "isClosedForComments": true, "title": "T",
        "comments": [said(1, "visible", json!([said(2, "visible", json!([])), answer])), said(4, "blocked", json!([]))] } })
}

fn all() -> [(Dialect, Value); 5] {
    [
        (Dialect::WordPress, wordpress()),
        (Dialect::Isso, isso()),
        (Dialect::Mastodon, mastodon()),
        (Dialect::Bluesky, bluesky()),
        (Dialect::Guardian, guardian()),
    ]
}

#[test]
fn comments_of_wordpress_are_read() {
    let page = page(&wordpress());
    assert_eq!(page.problems, []);
    assert_eq!(
        who(&page.comments),
        [
            ("129", Some("124"), Some("David Arenas")),
            ("124", None, Some("Mario")),
            ("5", None, Some("Reyes Martinez"))
        ]
    );
    assert_eq!(
        written(&page.comments),
        ["2019-02-08T15:28:33Z", "2019-02-06T15:35:39Z", "2017-01-13T16:10:43Z"]
    );
    let last = &page.comments[2];
    let author = last.author.as_ref().unwrap();
    assert_eq!(author.url.as_ref().unwrap().as_str(), "http://www.worona.org");
    assert!(author.image.as_ref().unwrap().as_str().ends_with("?s=96&d=mm&r=g"));
    assert!(last.html.as_ref().unwrap().starts_with("<p>Nice post, Alan!"));
    assert!(last.url.as_ref().unwrap().as_str().ends_with("#comment-5"));
    assert!(page.comments.iter().all(|it| it.text.is_none() && it.state.is_none()));
    let held = json!([{ "id": 1, "post": 2, "status": "hold", "author_name": "", "date": "2026-01-01T10:00:00",
        "content": { "rendered": "<p>T</p>" } }]);
    let held = comments::read(held.to_string(), BASE).unwrap();
    assert_eq!(held.problems, []);
    assert_eq!(held.comments[0].state, Some(CommentState::Pending));
    assert_eq!(
        (held.comments[0].author.as_ref(), written(&held.comments)),
        (None, vec!["2026-01-01T10:00:00"])
    );
}

#[test]
fn comments_of_isso_are_read() {
    let page = page(&isso());
    assert_eq!(page.problems, []);
    assert_eq!(page.total, Some(3));
    assert_eq!(
        who(&page.comments),
        [
            ("1", None, Some("Max & Rant")),
            ("2", Some("1"), None),
            ("3", None, None),
            ("4", Some("3"), Some("Li"))
        ]
    );
    let states: Vec<_> = page.comments.iter().map(|it| it.state).collect();
    assert_eq!(states, [None, Some(CommentState::Pending), Some(CommentState::Deleted), None]);
    assert_eq!(written(&page.comments)[0], "2016-06-03T08:00:38Z");
    let first = &page.comments[0];
    assert_eq!((first.upvote_count, first.downvote_count), (Some(3), Some(1)));
    assert_eq!(first.html.as_deref(), Some("<p>Stop <em>that</em>!</p>"));
    assert_eq!(first.date_modified, None);
}

#[test]
fn answers_on_mastodon_are_read_and_those_to_the_status_itself_stand_at_the_top() {
    let page = page(&mastodon());
    assert_eq!(page.problems, []);
    assert_eq!(
        who(&page.comments),
        [
            ("101", None, Some("ana@social.example")),
            ("102", Some("101"), Some("ana@social.example")),
            ("103", None, Some("Bo"))
        ]
    );
    let last = &page.comments[2];
    let author = last.author.as_ref().unwrap();
    assert_eq!(author.url.as_ref().unwrap().as_str(), "https://social.example/@ana");
    assert_eq!(author.image.as_ref().unwrap().as_str(), "https://social.example/a.png");
    assert_eq!((last.upvote_count, last.in_language.as_deref()), (Some(7), Some("de")));
    assert_eq!(last.url.as_ref().unwrap().as_str(), "https://social.example/@ana/103");
    assert!(last.date_modified.is_some() && page.comments[0].date_modified.is_none());
    assert_eq!(Thread::default().add(page.comments, i64::MAX), [], "no orphan");
}

#[test]
fn answers_on_bluesky_are_read_and_those_that_are_gone_keep_theirs() {
    let page = page(&bluesky());
    assert_eq!(page.problems, []);
    let at = |part: &str| ["at://did:plc:", part].concat();
    let (a, b, c, d, e) = (
        at("abc/app.bsky.feed.post/a"),
        at("abc/app.bsky.feed.post/b"),
        at("gone/app.bsky.feed.post/c"),
        at("abc/app.bsky.feed.post/d"),
        at("no/app.bsky.feed.post/e"),
    );
    assert_eq!(
        who(&page.comments),
        [
            (a.as_str(), None, Some("Bo")),
            (&b, Some(a.as_str()), Some("ana.example")),
            (&c, None, None),
            (&d, Some(c.as_str()), Some("Di")),
            (&e, None, None),
        ]
    );
    let gone: Vec<_> =
        page.comments.iter().map(|it| it.state == Some(CommentState::Deleted)).collect();
    assert_eq!(gone, [false, false, true, false, true]);
    let first = &page.comments[0];
    assert_eq!(first.text.as_deref(), Some("See https://a.example"));
    assert_eq!(first.url.as_ref().unwrap().as_str(), "https://bsky.app/profile/ana.example/post/a");
    assert_eq!((first.upvote_count, first.in_language.as_deref()), (Some(5), Some("en")));
    assert_eq!(written(&page.comments)[0], "2026-11-20T06:30:00.000Z");
    // Nobody has answered yet.
    let mut alone = bluesky();
    alone["thread"].as_object_mut().unwrap().remove("replies");
    assert_eq!(comments::read(alone.to_string(), BASE).unwrap().comments, []);
}

#[test]
fn comments_of_the_guardian_are_read_with_the_page_that_follows() {
    let at = "https://discussion.example/p/1?orderBy=oldest&page=1&pageSize=2";
    let page = comments::read(guardian().to_string(), at).unwrap();
    assert_eq!(page.problems, []);
    assert_eq!(
        who(&page.comments),
        [
            ("1", None, Some("Ana")),
            ("2", Some("1"), Some("Ana")),
            ("3", Some("2"), Some("Ana")),
            ("4", None, None)
        ]
    );
    assert_eq!((page.total, page.closed), (Some(40), true));
    let next = "https://discussion.example/p/1?page=2&orderBy=oldest&pageSize=2";
    assert_eq!(page.next.unwrap().as_str(), next);
    let first = &page.comments[0];
    let author = first.author.as_ref().unwrap();
    assert_eq!(author.badge, Some(Badge::Staff));
    assert_eq!(author.image.as_ref().unwrap().as_str(), "https://avatar.example/s9");
    assert!(first.pinned && first.upvote_count == Some(4) && first.url.is_some());
    assert_eq!(written(&page.comments)[0], "2014-07-04T12:57:48Z");
    assert_eq!(page.comments[3].state, Some(CommentState::Hidden));
    let mut last = guardian();
    last["currentPage"] = json!(3);
    assert_eq!(comments::read(last.to_string(), at).unwrap().next, None);
}

/// A sample of a publisher's own text, which stands beside the repository where it is.
#[test]
fn comments_that_the_guardian_has_sent_are_read() {
    let path = root().join("../shared/fixtures/comments/guardian-discussion-two.json");
    let Ok(text) = std::fs::read_to_string(&path) else {
        return println!("not there, so not read: {}", path.display());
    };
    let page = comments::read(text, BASE).unwrap();
    assert_eq!(page.problems, []);
    assert_eq!(
        who(&page.comments),
        [("37772513", None, Some("jamesgorrie")), ("42979860", None, Some("GideonGoldberg"))]
    );
    assert_eq!((page.total, page.next), (Some(2), None));
}

#[test]
fn in_slices_and_by_name_it_is_the_same_page() {
    for (dialect, document) in all() {
        let text = document.to_string();
        let whole = comments::read(text.clone(), BASE).unwrap();
        assert!(!whole.comments.is_empty());
        for most in 1..4 {
            assert_eq!(sliced(&text, None, most).unwrap(), whole, "{dialect:?}");
            assert_eq!(sliced(&text, Some(dialect), most).unwrap(), whole, "{dialect:?}");
        }
        // The control: in another format it is another page, or none.
        for (other, _) in all().iter().filter(|(other, _)| *other != dialect) {
            assert_ne!(sliced(&text, Some(*other), 1).ok().as_ref(), Some(&whole), "{dialect:?}");
        }
    }
}

#[test]
fn a_format_is_known_by_its_names_and_by_no_others() {
    for (word, dialect) in Dialect::WORDS {
        assert_eq!(Dialect::named(word), Ok(Some(*dialect)));
    }
    assert_eq!((Dialect::named(""), Dialect::named("auto")), (Ok(None), Ok(None)));
    assert!(Dialect::named("disqus").unwrap_err().contains("disqus"));
}

#[test]
fn the_format_is_told_by_what_stands_around_the_list_or_by_its_first_comment() {
    let said = json!({ "id": 1, "author": "Ana", "text": "<p>T</p>", "responses": [] });
    for (document, html) in [
        (json!([said]), false),
        (json!({ "items": [said] }), false),
        (json!({ "replies": [said] }), true),
        (json!({ "thread": 1, "items": [said] }), false),
        (json!({ "thread": {}, "items": [said] }), false),
        (json!({ "discussion": { "items": [] }, "items": [said] }), false),
        (json!([{ "id": 1, "author_name": "Ana", "content": { "rendered": "<p>T</p>" } }]), true),
        (
            json!([{ "id": 1, "meta": [{}], "post": 4, "text": "no", "content": { "rendered": "<p>T</p>" } }]),
            true,
        ),
        (json!([{ "id": 1, "in_reply_to_id": null, "content": "<p>T</p>" }]), true),
        (json!([{ "isoDateTime": "2014-07-04T12:57:48Z", "id": 1, "body": "<p>T</p>" }]), true),
    ] {
        let page = page(&document);
        assert_eq!(page.comments.len(), 1, "{document}");
        let comment = &page.comments[0];
        assert_eq!((comment.html.is_some(), comment.text.is_some()), (html, !html), "{document}");
    }
}

#[test]
fn what_is_no_comments_says_what_it_is() {
    let line = |document: Value| match comments::read(document.to_string(), BASE) {
        Err(Unreadable::Schema(line)) => line,
        other => panic!("{document}: {other:?}"),
    };
    let error = json!({ "code": "rest_post_invalid_id", "message": "Invalid post ID.", "data": { "status": 404 } });
    assert_eq!(line(error), "rest_post_invalid_id: Invalid post ID.");
    assert_eq!(line(json!({ "error": "Record not found" })), "Record not found");
    assert_eq!(
        line(json!({ "error": "NotFound", "message": "Post not found: at://x" })),
        "Post not found: at://x"
    );
    let other = line(json!({ "headline": "H", "body": [], "comments": 3 }));
    assert!(other.contains("\"items\"") && other.contains("\"discussion.comments\""), "{other}");
    assert!(other.ends_with("but has \"body\", \"comments\", \"headline\""), "{other}");
    let long = line(json!({ ("x".repeat(5000)): 1 }));
    assert!(long.len() < 500, "{long}");
    let isso = Pending::new("{\"a\":1}".to_owned(), BASE).unwrap().written_in(Some(Dialect::Isso));
    let mut isso = isso;
    let Err(Unreadable::Schema(only)) = isso.some(9) else { panic!("no list") };
    assert!(only.contains("isso") && !only.contains("items"), "{only}");
}

#[test]
fn what_a_page_does_not_say_its_headers_may() {
    let at = "https://blog.example/wp-json/wp/v2/comments?post=60";
    let link = |text: &str| {
        let mut page = Page::default();
        page.go_on(Some(text), Some(" 57 "), at);
        (page.next.map(|next| next.to_owned_string()), page.total)
    };
    let second = Some("https://blog.example/wp-json/wp/v2/comments?post=60&page=2".to_owned());
    for (text, next) in [
        ("<https://blog.example/wp-json/wp/v2/comments?post=60&page=2>; rel=\"next\"", &second),
        (
            "<https://a.example/,>; rel=\"prev\"; title=\"a, b; rel=next\", </wp-json/wp/v2/comments?post=60&page=2>; REL=Next",
            &second,
        ),
        ("<?post=60&page=2>;rel=\"prefetch next\"", &second),
        ("<javascript:alert(1)>; rel=\"next\"", &None),
        ("<https://a.example/>; rel=\"prev\"", &None),
        ("<https://a.example/>; title=\"rel=next\"", &None),
        ("<https://a.example/", &None),
        ("rel=next", &None),
        ("", &None),
    ] {
        assert_eq!(link(text), (next.clone(), Some(57)), "{text}");
    }
    let mut page = page(&json!({ "items": [], "commentCount": 3, "next": "2.json" }));
    let before = page.clone();
    page.go_on(Some("</3.json>; rel=next"), Some("9"), BASE);
    assert_eq!(page, before, "the document says more than its headers");
    for wrong in ["", "-3", "many", "NaN"] {
        let mut page = Page::default();
        page.go_on(None, Some(wrong), BASE);
        assert_eq!(page, Page::default(), "{wrong}");
    }
}

#[test]
fn ids_that_answer_each_other_or_themselves_end() {
    let status =
        |id: u32, to: u32| json!({ "id": id, "in_reply_to_id": to, "content": "<p>T</p>" });
    let page = page(
        &json!({ "descendants": [status(1, 2), status(2, 1), status(3, 3), status(1, 1), status(4, 0)] }),
    );
    assert_eq!(page.comments.len(), 5);
    let mut thread = Thread::default();
    thread.add(page.comments, i64::MAX);
    assert_eq!(thread.len(), 4);
}

#[test]
fn replies_nested_deeper_than_any_stack_are_all_read() {
    let deep = 30_000;
    for (begin, open, close, end) in [
        ("{\"replies\":[", "{\"id\":1,\"text\":\"T\",\"replies\":[", "]}", "]}"),
        ("{\"thread\":{\"replies\":[", "{\"post\":{\"uri\":\"x\"},\"replies\":[", "]}", "]}}"),
        ("{\"discussion\":{\"comments\":[", "{\"id\":1,\"responses\":[", "]}", "]}}"),
    ] {
        let text = [begin, &open.repeat(deep), &close.repeat(deep), end].concat();
        assert_eq!(comments::read(text, BASE).unwrap().comments.len(), deep);
    }
}

/// Another value in some place of a document.
fn spoil(value: &mut Value, numbers: &mut Numbers) {
    let wrong = [
        json!(null),
        json!(false),
        json!(1e300),
        json!("text"),
        json!([]),
        json!({}),
        json!([[{}]]),
        json!({ "id": 7 }),
    ];
    if numbers.below(5) == 0 {
        *value = numbers.of(&wrong).clone();
        return;
    }
    match value {
        Value::Array(items) if !items.is_empty() => {
            let at = numbers.below(items.len());
            spoil(&mut items[at], numbers);
        }
        Value::Object(members) if !members.is_empty() => {
            let at = numbers.below(members.len());
            spoil(members.values_mut().nth(at).unwrap(), numbers);
        }
        _ => *value = numbers.of(&wrong).clone(),
    }
}

#[test]
fn wrong_values_anywhere_are_problems_or_an_error_and_never_a_panic() {
    let mut numbers = Numbers(11);
    let (mut refused, mut told, mut good) = (0, 0, 0);
    for (dialect, sample) in all() {
        for _ in 0..600 {
            let mut document = sample.clone();
            for _ in 0..1 + numbers.below(4) {
                spoil(&mut document, &mut numbers);
            }
            let text = document.to_string();
            let whole = comments::read(text.clone(), BASE);
            assert_eq!(sliced(&text, None, 1), whole, "{text}");
            let _ = sliced(&text, Some(dialect), 1);
            match whole {
                Err(_) => refused += 1,
                Ok(page) => {
                    told += usize::from(!page.problems.is_empty());
                    good += usize::from(page.problems.is_empty());
                    Thread::default().add(page.comments, 0);
                }
            }
        }
    }
    assert!(refused > 100 && told > 100 && good > 100, "the control: {refused} {told} {good}");
}
