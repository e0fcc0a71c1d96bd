//! Addresses: what may become an `href` or a `src`, and which origins may be opened.

use crate::addresses::{BASE, URLS, wrong};
use standfirst::policy::{SafeUrl, is_bidi_control, may_open, origin_of};

#[test]
fn every_address_of_the_table_becomes_what_the_table_says() {
    assert!(URLS.len() >= 60, "{}", URLS.len());
    let wrong = wrong(URLS, SafeUrl::link, SafeUrl::resource);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Control: with the two kinds exchanged the table notices.
#[test]
fn the_table_of_addresses_notices_a_policy_that_is_too_wide() {
    assert_eq!(wrong(URLS, SafeUrl::link, SafeUrl::link).len(), 3, "mailto and tel as resources");
}

#[test]
fn what_has_been_made_safe_stays_the_same_when_it_is_read_again() {
    for (written, ..) in URLS {
        if let Some(url) = SafeUrl::link(written, BASE) {
            assert_eq!(SafeUrl::link(url.as_str(), BASE), Some(url.clone()), "{written:?}");
            assert_eq!(url.to_string(), url.as_str());
        }
    }
}

#[test]
fn without_a_base_a_relative_address_stays_relative() {
    for (written, expected) in
        [("d.jpg", "d.jpg"), ("../x", "../x"), ("//a.example/x", "//a.example/x"), ("#x", "#x")]
    {
        assert_eq!(SafeUrl::link(written, "").unwrap().as_str(), expected);
    }
    for base in ["about:blank", "data:text/html,x", "file:///a/b", "nonsense", "https://"] {
        assert_eq!(SafeUrl::link("d.jpg", base).unwrap().as_str(), "d.jpg", "{base}");
        assert_eq!(SafeUrl::link("javascript:alert(1)", base), None);
    }
}

#[test]
fn relative_addresses_follow_the_base_they_are_given() {
    let table = [
        ("https://h.example", "d", "https://h.example/d"),
        ("https://h.example", "?x", "https://h.example?x"),
        ("https://h.example/", "d", "https://h.example/d"),
        ("https://h.example:8080/a", "/d", "https://h.example:8080/d"),
        ("http://h.example/a/", "d", "http://h.example/a/d"),
        ("http://h.example/a?x=/y/", "d", "http://h.example/d"),
        ("http://h.example/a#/y/", "d", "http://h.example/d"),
        ("http://h.example/a/b", "//i.example", "http://i.example"),
    ];
    for (base, written, expected) in table {
        assert_eq!(
            SafeUrl::resource(written, base).unwrap().as_str(),
            expected,
            "{base} {written}"
        );
    }
}

#[test]
fn an_address_without_end_is_refused() {
    let address = |n: usize| ["https://a.example/", &"x".repeat(n)].concat();
    assert!(SafeUrl::link(&address(8000), "").is_some());
    assert!(SafeUrl::link(&address(8200), "").is_none());
    assert!(SafeUrl::link(&"../".repeat(2000), BASE).is_some());
}

#[test]
fn the_host_is_shown_in_lower_case_without_www_and_port() {
    let table = [
        ("https://www.News.Example:8443/x", Some("news.example")),
        ("https://m.news.example/", Some("m.news.example")),
        ("https://www.example@x", None),
        ("mailto:a@b.example", None),
        ("tel:1", None),
    ];
    for (written, host) in table {
        assert_eq!(
            SafeUrl::link(written, "").and_then(|url| url.host()).as_deref(),
            host,
            "{written}"
        );
    }
    assert_eq!(SafeUrl::link("relative", "").unwrap().host(), None);
    assert_eq!(SafeUrl::link("https://a.example/b?c#d", "").unwrap().path_and_query(), "/b?c#d");
    assert_eq!(SafeUrl::link("https://a.example", "").unwrap().path_and_query(), "");
}

#[test]
fn an_origin_is_scheme_host_and_a_port_that_is_not_the_usual_one() {
    let table = [
        ("https://A.Example/x", Some("https://a.example")),
        ("HTTPS://a.example:443/", Some("https://a.example")),
        ("http://a.example:80", Some("http://a.example")),
        ("http://a.example:443", Some("http://a.example:443")),
        ("https://a.example:80/", Some("https://a.example:80")),
        ("https://a.example?x", Some("https://a.example")),
        ("https://a.example#x", Some("https://a.example")),
        ("https://user@a.example/", None),
        ("//a.example/", None),
        ("a.example", None),
        ("ftp://a.example/", None),
        ("javascript://a.example/", None),
        ("data:text/html,x", None),
        ("https://", None),
        ("", None),
        ("*", None),
    ];
    for (url, origin) in table {
        assert_eq!(origin_of(url).as_deref(), origin, "{url}");
    }
}

/// The app shows only what the page vouches for: nobody can pass off their text under the publisher's address.
#[test]
fn the_app_opens_its_own_origin_and_those_that_the_page_lists() {
    const PAGE: &str = "https://paper.example";
    const LISTED: &str =
        "https://good.example, http://plain.example:8080\n\thttps://Upper.Example:443/path";
    let table = [
        ("https://paper.example/a.json", true),
        ("https://PAPER.example:443/a.json", true),
        ("http://paper.example/a.json", false),
        ("https://paper.example:8443/a.json", false),
        ("https://www.paper.example/a.json", false),
        ("https://paper.example.evil.example/", false),
        ("https://paper.example@evil.example/", false),
        ("https://evil.example/https://paper.example", false),
        ("https://evil.example/?https://good.example", false),
        ("https://evil.example#https://good.example", false),
        ("https://good.example/x", true),
        ("https://good.example:443/x", true),
        ("https://GOOD.example/x", true),
        ("http://good.example/x", false),
        ("https://good.example:444/x", false),
        ("https://good.example.evil.example/", false),
        ("https://good.example@evil.example/", false),
        ("https://good.example:443@evil.example/", false),
        ("https://evil-good.example/", false),
        ("https://sub.good.example/", false),
        ("https://good.exampl/", false),
        ("https://good.example.", false),
        ("https://good.example\\.evil.example/", false),
        ("http://plain.example:8080/x", true),
        ("http://plain.example/x", false),
        ("https://plain.example:8080/x", false),
        ("https://upper.example/x", true),
        ("//good.example/x", false),
        ("/a.json", false),
        ("", false),
        ("javascript:alert(1)", false),
        ("data:application/json,{}", false),
        ("blob:https://paper.example/1", false),
        ("file:///a.json", false),
    ];
    for (url, may) in table {
        assert_eq!(may_open(url, PAGE, LISTED), may, "{url}");
    }
    for listed in ["", "*", "https://*", "null", "good.example", ",", "https://*.example"] {
        assert!(!may_open("https://good.example/", PAGE, listed), "{listed}");
        assert!(may_open("https://paper.example/", PAGE, listed), "{listed}");
    }
}

/// A page that was opened from a file has the origin "null": it opens nothing by it.
#[test]
fn a_page_without_an_origin_opens_nothing() {
    for origin in ["", "null"] {
        assert!(!may_open("https://a.example/", origin, ""));
        assert!(!may_open("null", origin, ""));
        assert!(!may_open("", origin, ""));
    }
}

#[test]
fn the_characters_that_turn_the_direction_are_those_of_unicode() {
    let turning: String = ('\u{0}'..=char::MAX).filter(|c| is_bidi_control(*c)).collect();
    // Bidi_Control of PropList.txt.
    let expected = "\u{61c}\u{200e}\u{200f}\u{202a}\u{202b}\u{202c}\u{202d}\u{202e}\u{2066}\u{2067}\u{2068}\u{2069}";
    assert_eq!(turning, expected);
}

/// A mail program takes whatever stands in the address: more than an address is not linked.
#[test]
fn an_address_to_write_to_is_only_an_address() {
    let link = |address| SafeUrl::email(address).map(|url| url.to_owned_string());
    assert_eq!(link("ana@news.example").as_deref(), Some("mailto:ana@news.example"));
    assert_eq!(link("a.b+c@news.example").as_deref(), Some("mailto:a.b+c@news.example"));
    for more in [
        "",
        "ana",
        "ana@news.example?bcc=all@news.example",
        "ana@news.example&body=x",
        "a@b,c@d",
        "a@b;c@d",
        "ana%0Abcc@news.example",
        "ana @news.example",
        "a@b#c",
        "mailto:a@b",
        "a@b\ncc",
    ] {
        assert_eq!(link(more), None, "{more}");
    }
}

#[test]
fn a_number_to_call_is_digits_and_a_plus() {
    let link = |number| SafeUrl::telephone(number).map(|url| url.to_owned_string());
    assert_eq!(link("+44 (20) 7946-0042").as_deref(), Some("tel:+442079460042"));
    assert_eq!(link("112").as_deref(), Some("tel:112"));
    for other in ["", "+", "12", "*31#123", "0800 FLOWERS", "tel:123", "1234;ext=5", "١٢٣٤"] {
        assert_eq!(link(other), None, "{other}");
    }
}
