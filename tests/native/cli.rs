//! The command `standfirst check`: what it says of documents, to people and to programs, and how it ends.

use crate::support::root;
use serde_json::{Value, json};
use standfirst::cli::{ALL_READ, NOT_READ, Streams, USAGE, run};
use std::io::{Read, Write};
use std::net::TcpListener;
use std::thread;

/// What came of a call: the number of its exit, the reports, and the complaints.
struct Ended {
    code: u8,
    out: String,
    errors: String,
}

fn call_with(arguments: &[&str], mut input: &[u8]) -> Ended {
    let (mut out, mut errors) = (Vec::new(), Vec::new());
    let mut streams = Streams { input: &mut input, out: &mut out, errors: &mut errors };
    let code = run(arguments.iter().map(|argument| (*argument).into()), &mut streams);
    Ended { code, out: String::from_utf8(out).unwrap(), errors: String::from_utf8(errors).unwrap() }
}

fn call(arguments: &[&str]) -> Ended {
    call_with(arguments, b"")
}

/// A sample by its path from the repository.
fn sample(path: &str) -> String {
    root().join("public/articles").join(path).to_string_lossy().into_owned()
}

/// What is said of one document that is given.
fn said(document: &Value, options: &[&str]) -> Ended {
    let arguments: Vec<&str> = [&["check", "-"], options].concat();
    call_with(&arguments, document.to_string().as_bytes())
}

fn article() -> Value {
    json!({
        "headline": "The river",
        "author": { "name": "Ada", "jobTitle": "Reporter" },
        "image": { "url": "river.jpg", "alt": "A river", "caption": "At noon", "creditText": "Li" },
        "datePublished": "2026-11-20",
        "body": [
            { "type": "heading", "level": 2, "text": "High water" },
            { "type": "paragraph", "spans": [{ "text": "See the " }, { "text": "map", "href": "/map" }, { "text": " first." }] },
            { "type": "list", "items": ["one", [{ "type": "paragraph", "text": "two" }, { "type": "list", "items": ["three"] }]] },
            { "type": "quote", "text": "It rose.", "citation": "A neighbour", "url": "/said" },
            { "type": "image", "url": "flood.jpg", "link": "/flood" },
            { "type": "quiz" },
        ],
        "comment": [{ "id": 1, "author": "Bo", "text": "Ah" }],
    })
}

#[test]
fn an_article_is_told_by_its_members_its_counts_its_problems_and_its_text() {
    let Ended { code, out, errors } = said(&article(), &["--base", "https://news.example/a/"]);
    assert_eq!((code, errors.as_str()), (ALL_READ, ""));
    let squeezed: Vec<String> =
        out.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" ")).collect();
    for line in [
        "== -",
        "format canonical",
        "headline The river",
        "author Ada (Reporter)",
        "image https://news.example/a/river.jpg",
        "body 5 blocks",
        "comment 1 comment",
        "not found inLanguage, url",
        "problems 1 problem",
        "$.body[5].type no block is called \"quiz\": left out",
        "# The river",
        "Ada · 2026-11-20",
        "[picture] A river [1]",
        "At noon — Li",
        "## High water",
        "See the map[2] first.",
        "• one",
        "• two",
        "• three",
        "│ It rose.",
        "│ — A neighbour[3]",
        "[1] https://news.example/a/river.jpg",
        "[2] https://news.example/map",
    ] {
        assert!(squeezed.iter().any(|own| own == line), "{line} is missing in:\n{out}");
    }
    let counts = squeezed.join(" ");
    for count in ["paragraph 5", "list 2", "2 pictures", "3 links", "1 comment"] {
        assert!(counts.contains(count), "{count} is missing in:\n{out}");
    }
}

#[test]
fn every_sample_is_read_and_fits_a_terminal() {
    let names = ["report", "every-block", "arabic", "japanese", "live", "long-read"];
    let paths: Vec<String> = names.iter().map(|name| sample(&format!("{name}.json"))).collect();
    let mut arguments = vec!["check"];
    arguments.extend(paths.iter().map(String::as_str));
    let Ended { code, out, errors } = call(&arguments);
    assert_eq!((code, errors.as_str()), (ALL_READ, ""));
    assert_eq!(out.matches("== ").count(), names.len());
    // Addresses and program text stay whole. Marks take no place, ideographs two.
    let width = |c: char| match c {
        '\u{610}'..='\u{65f}' => 0,
        '\u{2e80}'.. => 2,
        _ => 1,
    };
    for line in
        out.lines().filter(|line| !line.starts_with(['[', '=']) && !line.starts_with("    "))
    {
        assert!(line.chars().map(width).sum::<usize>() <= 80, "{line}");
    }
}

#[test]
fn for_programs_there_is_one_object_a_line() {
    let (good, bad) = (sample("every-block.json"), sample("broken/truncated.json"));
    let Ended { code, out, errors } = call(&["check", "--json", &good, &bad]);
    assert_eq!((code, errors.as_str()), (NOT_READ, ""));
    let lines: Vec<Value> = out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines.len(), 2);
    assert_eq!(lines[0]["format"], "canonical");
    assert_eq!(lines[0]["problems"][0]["path"], "$.body[78].type");
    assert!(lines[0]["counts"]["words"].as_u64().unwrap() > 500);
    assert_eq!(lines[0]["article"]["inLanguage"], "en-GB");
    // What is written can be read again, and is the same.
    let again = said(&lines[0]["article"], &["--json"]);
    let again: Value = serde_json::from_str(&again.out).unwrap();
    assert_eq!(again["article"], lines[0]["article"]);
    assert_eq!(
        (&lines[1]["error"]["reason"], &lines[1]["article"]),
        (&json!("parse"), &Value::Null)
    );
}

#[test]
fn comments_are_told_as_a_thread() {
    let page = json!({ "commentCount": 3, "next": "2.json", "items": [
        { "id": 2, "parentItem": 1, "author": { "name": "Bo", "badge": "staff" }, "html": "<p>Yes, <b>so</b></p>" },
        { "id": 1, "author": "Ada", "text": "Is it?", "upvoteCount": 4 },
        { "id": 3, "parentItem": 9, "author": "Cy", "text": "Lost" },
    ] });
    let Ended { code, out, .. } = said(&page, &["--comments"]);
    assert_eq!(code, ALL_READ);
    let at = |text: &str| out.find(text).unwrap_or_else(|| panic!("{text} is missing in:\n{out}"));
    assert!(at("● Ada · +4") < at("  ● Bo · staff") && at("    Yes, so") > at("  Is it?"));
    assert!(
        out.contains("3 comments") && out.contains("2.json") && out.contains("1 problem\n"),
        "{out}"
    );
    let page: Value = serde_json::from_str(&said(&page, &["--comments", "--json"]).out).unwrap();
    assert_eq!(
        (&page["items"][1]["author"]["name"], &page["commentCount"]),
        (&json!("Ada"), &json!(3))
    );
    assert_eq!(said(&json!({ "headline": "H" }), &["--comments"]).code, NOT_READ);
}

#[test]
fn it_ends_with_what_became_of_the_documents() {
    let (good, wrong) = (sample("report.json"), sample("every-block.json"));
    for (arguments, code) in [
        (vec!["check", good.as_str()], ALL_READ),
        (vec!["check", wrong.as_str()], ALL_READ),
        (vec!["check", "--strict", good.as_str()], ALL_READ),
        (vec!["check", "--strict", wrong.as_str()], NOT_READ),
        (vec!["check", "/no/such/file.json", good.as_str()], NOT_READ),
        (vec!["check", "ftp://news.example/a.json"], NOT_READ),
        (vec!["check", "https://user:word@news.example/a.json"], NOT_READ),
        (vec!["--help"], ALL_READ),
        (vec!["--version"], ALL_READ),
        (vec![], USAGE),
        (vec!["check"], USAGE),
        (vec!["chekc", good.as_str()], USAGE),
        (vec!["check", "--format", "rss", good.as_str()], USAGE),
        (vec!["check", "--base", "here", good.as_str()], USAGE),
        (vec!["check", "--wrong", good.as_str()], USAGE),
        (vec!["check", good.as_str(), "--item"], USAGE),
        (vec!["check", "--json=yes", good.as_str()], USAGE),
        (vec!["check", "--map", "/no/such/map.json", good.as_str()], USAGE),
        (vec!["check", "-", "-"], USAGE),
    ] {
        let ended = call(&arguments);
        assert_eq!(ended.code, code, "{arguments:?}: {}", ended.errors);
        assert_eq!(ended.errors.is_empty(), code == ALL_READ || arguments.contains(&"--strict"));
    }
    assert_eq!(call(&["check", "--", "-x"]).code, NOT_READ, "a file may be called so");
}

#[test]
fn the_help_names_every_format() {
    let help = call(&["--help"]).out;
    for (name, _) in standfirst::content::formats::Format::WORDS {
        let words: Vec<&str> = help.split([' ', ',', '\n']).collect();
        assert!(words.contains(name), "{name}");
    }
    assert!(help.lines().all(|line| line.chars().count() <= 100), "{help}");
}

#[test]
fn a_document_cannot_command_the_terminal() {
    let hostile = "\u{1b}[2J\u{1b}]0;owned\u{7}\u{9b}31m\u{8}\r\u{202e}abc";
    let document = json!({
        "headline": hostile, "description": hostile, "author": hostile, "datePublished": hostile, "image": hostile, "label": { "text": hostile, "kind": "live" },
        hostile: hostile, "body": [hostile, { "type": hostile }, { "type": "code", "text": hostile }, { "type": "table", "rows": [[hostile]] },
            { "type": "quote", "text": hostile, "citation": hostile }, { "type": "link-card", "url": "https://a.example/\u{9b}", "title": hostile }],
    });
    let comments = json!([{ "id": hostile, "author": hostile, "text": hostile, "dateCreated": hostile, "state": hostile }]);
    let none = |text: &str| {
        text.chars()
            .all(|c| c == '\n' || !c.is_control() && !('\u{202a}'..='\u{202e}').contains(&c))
    };
    for ended in [
        said(&document, &[]),
        said(&comments, &["--comments"]),
        call(&["check", hostile]),
        call(&[hostile]),
    ] {
        assert!(none(&ended.out) && none(&ended.errors), "{:?} {:?}", ended.out, ended.errors);
        assert!((ended.out + &ended.errors).contains("owned"));
    }
    // The control: the sample holds what is looked for.
    assert!(!none(hostile));
    // For programs it is JSON, which escapes them.
    assert!(!said(&document, &["--json"]).out.contains('\u{1b}'));
}

#[test]
fn too_much_and_what_is_no_text_is_told() {
    let long = ["{\"headline\":\"", &"a".repeat(2 << 20), "\"}"].concat();
    let ended = call_with(&["check", "-"], long.as_bytes());
    assert!(ended.code == NOT_READ && ended.errors.contains("too-large: more than 2097152 bytes"));
    // Comments may be twice as long.
    assert!(
        !call_with(&["check", "-", "--comments"], long.as_bytes()).errors.contains("too-large")
    );
    let ended = call_with(&["check", "-"], b"{\"headline\":\"\xff\"}");
    assert!(ended.errors.contains("not UTF-8 at byte 13"), "{}", ended.errors);
}

/// Answers one request on a port of the loopback. Gives the address and, in the end, what was asked.
fn answering(answer: Vec<u8>) -> (String, thread::JoinHandle<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}/a/story.json?x=1", listener.local_addr().unwrap());
    let asked = thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        let mut asked = Vec::new();
        let mut bytes = [0; 1024];
        while !asked.ends_with(b"\r\n\r\n") {
            let read = stream.read(&mut bytes).unwrap();
            assert!(read > 0);
            asked.extend_from_slice(&bytes[..read]);
        }
        // Who has had enough ends the connection.
        let _ = stream.write_all(&answer);
        String::from_utf8(asked).unwrap()
    });
    (address, asked)
}

fn answer(status: &str, body: &str) -> Vec<u8> {
    format!(
        "HTTP/1.1 {status}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}",
        body.len()
    )
    .into_bytes()
}

#[test]
fn an_address_is_asked_as_the_element_asks_and_starts_relative_addresses() {
    let (address, asked) = answering(answer("200 OK", &article().to_string()));
    let ended = call(&["check", &address]);
    assert_eq!((ended.code, ended.errors.as_str()), (ALL_READ, ""));
    let origin = address.split("/a/").next().unwrap();
    assert!(ended.out.contains(&format!("{origin}/a/river.jpg")), "{}", ended.out);
    let asked = asked.join().unwrap().to_ascii_lowercase();
    let accept = std::fs::read_to_string(root().join("src/fetch.rs")).unwrap();
    let accept = accept.split("const ACCEPT").nth(1).unwrap().split('"').nth(1).unwrap();
    assert!(asked.contains(&format!("\r\naccept: {accept}\r\n")), "{asked}");
    assert!(!asked.contains("cookie") && !asked.contains("authorization"), "{asked}");
}

#[test]
fn what_a_server_says_of_an_error_is_told() {
    for (status, body, line) in [
        (
            "404 Not Found",
            r#"{"code":"rest_no_route","message":"No route was found.","data":{"status":404}}"#,
            "status: the server answered 404 Not Found: No route was found.",
        ),
        (
            "401 Unauthorized",
            r#"{"errors":[{"message":"Unknown Content API Key","type":"UnauthorizedError"}]}"#,
            "401 Unauthorized: Unknown Content API Key",
        ),
        (
            "404 Not Found",
            r#"{"response":{"status":"error","message":"It could not be found."}}"#,
            "404 Not Found: It could not be found.",
        ),
        (
            "403 Forbidden",
            r#"{"type":"about:blank","title":"No","detail":"Ask an editor","status":403}"#,
            "403 Forbidden: Ask an editor",
        ),
        (
            "422 Unprocessable Entity",
            r#"{"error":"Record invalid"}"#,
            "422 Unprocessable Entity: Record invalid",
        ),
        ("500 Internal Server Error", "<html>", "500 Internal Server Error\n"),
    ] {
        let (address, _asked) = answering(answer(status, body));
        let ended = call(&["check", &address]);
        assert_eq!((ended.code, ended.out.as_str()), (NOT_READ, ""));
        assert!(ended.errors.contains(line), "{line}: {}", ended.errors);
        let (address, _asked) = answering(answer(status, body));
        let line: Value = serde_json::from_str(&call(&["check", "--json", &address]).out).unwrap();
        assert_eq!(line["error"]["reason"], "status");
        assert_eq!(line["error"]["status"].to_string(), status[..3]);
    }
}

#[test]
fn a_server_that_sends_too_much_or_breaks_off_is_told() {
    let long = answer("200 OK", &"a".repeat((2 << 20) + 1));
    let half = b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\nConnection: close\r\n\r\n{\"headline\""
        .to_vec();
    for (answer, reason) in [(long, "too-large"), (half, "network"), (b"".to_vec(), "network")] {
        let (address, _asked) = answering(answer);
        let ended = call(&["check", &address]);
        assert_eq!(ended.code, NOT_READ);
        assert!(ended.errors.contains(reason), "{reason}: {}", ended.errors);
    }
    // Nobody listens there any more.
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}/", listener.local_addr().unwrap());
    drop(listener);
    assert!(call(&["check", &address]).errors.contains("network"));
}
