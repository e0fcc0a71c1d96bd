//! The text of a comment and the name above it: links that lead where they say, nothing that cannot be seen.

use crate::support::Numbers;
use serde_json::json;
use standfirst::content::comments::author::{initials, tone};
use standfirst::content::comments::text::{Piece, is_simple, paragraphs, said};
use standfirst::content::comments::{self};
use standfirst::content::thread::steps;

/// Paragraphs in one line: `¶` between them, `/` for a break, `[shown](address)` for a link.
fn written(text: &str) -> String {
    let piece = |piece: &Piece| match piece {
        Piece::Text(text) => (*text).to_owned(),
        Piece::Break => "/".to_owned(),
        Piece::Link { shown, url } => format!("[{shown}]({url})"),
    };
    let paragraph = |pieces: &Vec<Piece>| pieces.iter().map(piece).collect::<String>();
    paragraphs(text).iter().map(paragraph).collect::<Vec<_>>().join("¶")
}

#[test]
fn empty_lines_part_paragraphs_and_line_ends_break_lines() {
    for (text, wanted) in [
        ("", ""),
        (" \n\t\r\n ", ""),
        ("One", "One"),
        ("One\nTwo", "One/Two"),
        ("One\r\nTwo\r\n\r\nThree", "One/Two¶Three"),
        ("\n\nOne\n \n\n\nTwo\n", "One¶Two"),
        ("One  two", "One  two"),
    ] {
        assert_eq!(written(text), wanted, "{text:?}");
    }
}

#[test]
fn addresses_are_links_and_what_closes_the_sentence_is_not_part_of_them() {
    for (text, wanted) in [
        ("See https://a.example/b.", "See [https://a.example/b](https://a.example/b)."),
        ("HTTP://A.example!", "[HTTP://A.example](http://A.example)!"),
        ("www.a.example, yes", "[www.a.example](https://www.a.example), yes"),
        ("(https://a.example/x_(y))", "([https://a.example/x_(y)](https://a.example/x_(y)))"),
        ("[https://a.example/x]?", "[[https://a.example/x](https://a.example/x)]?"),
        ("https://a.example/(", "[https://a.example/](https://a.example/)("),
        (
            "\"https://a.example/?q=1&b=2#c\"",
            "\"[https://a.example/?q=1&b=2#c](https://a.example/?q=1&b=2#c)\"",
        ),
        ("<https://a.example>", "<[https://a.example](https://a.example)>"),
        ("https://a.example/?", "[https://a.example/](https://a.example/)?"),
        ("https://a.example:8080/x", "[https://a.example:8080/x](https://a.example:8080/x)"),
        ("https://a.example/a,b;c", "[https://a.example/a,b;c](https://a.example/a,b;c)"),
        ("https://münchen.example/ß", "[https://münchen.example/ß](https://münchen.example/ß)"),
        ("見てhttps://a.example/x。次", "見て[https://a.example/x](https://a.example/x)。次"),
        ("https://a.example/ا،", "[https://a.example/ا](https://a.example/ا)،"),
        (
            "https://a.example https://b.example",
            "[https://a.example](https://a.example) [https://b.example](https://b.example)",
        ),
        ("“https://a.example/x”", "“[https://a.example/x](https://a.example/x)”"),
        ("https://a.example/\u{200b}x", "[https://a.example/](https://a.example/)\u{200b}x"),
        ("https://a.example/@me", "[https://a.example/@me](https://a.example/@me)"),
        ("https://a.example/x\\@b", "[https://a.example/x](https://a.example/x)\\@b"),
    ] {
        assert_eq!(written(text), wanted, "{text}");
    }
}

#[test]
fn what_does_not_open_the_host_it_shows_is_no_link_nor_is_any_other_scheme() {
    for text in [
        "javascript:alert(1)",
        "JavaScript://www.a.example/%0aalert(1)",
        "data:text/html,x",
        "mailto:a@b.example",
        "ana@www.a.example",
        "ftp://a.example",
        "https://bank.example@evil.example/",
        "https://bank.example:80@evil.example/",
        "https://bank.example%40evil.example/",
        "https://bank.example⁄login.evil.example",
        "https://bank.example∕login.evil.example",
        "https://bank.example\u{202e}elpmaxe".split('\u{202e}').next_back().unwrap(),
        "http://http://a.example",
        "https://localhost/x",
        "https://",
        "https:///x",
        "http://.",
        "https://a..example",
        "https://a.example:x/",
        "https://[::1]/",
        "www.",
        "www.a",
        "www..example",
        "awww.a.example",
        "xhttps://a.example",
        "a.www.b.example",
        "http:/a.example",
        "https//a.example",
        "hw",
        "w",
    ] {
        assert_eq!(written(text), text);
    }
}

/// Control: the address that lies is refused for its user name alone.
#[test]
fn the_same_address_without_the_user_name_is_a_link() {
    assert!(written("https://evil.example/bank.example@").starts_with('['));
    assert_eq!(
        written("https://bank.example@www.evil.example"),
        "https://bank.example@www.evil.example"
    );
}

#[test]
fn a_simple_text_is_one_piece_and_most_texts_are_simple() {
    for (text, simple) in [
        ("One paragraph, with: marks / and words.", true),
        ("Wow, two w's: ww", true),
        ("a\nb", false),
        ("a\rb", false),
        ("https://a.example", false),
        ("WwW.a.example", false),
        ("", false),
    ] {
        assert_eq!(is_simple(text), simple, "{text:?}");
    }
    const PARTS: &[&str] = &[
        "w",
        "W",
        "www",
        ".",
        "http",
        "s",
        ":",
        "/",
        "//",
        "a.example",
        " ",
        "é",
        "漢",
        "@",
        ")",
        "(",
        "\n",
        "\r",
    ];
    let mut numbers = Numbers(11);
    let mut simple = 0;
    for _ in 0..30_000 {
        let text: String = (0..numbers.below(10)).map(|_| *numbers.of(PARTS)).collect();
        let text = text.trim_ascii();
        let pieces = paragraphs(text);
        if is_simple(text) {
            simple += 1;
            assert_eq!(pieces, [[Piece::Text(text)]], "{text:?}");
        }
        // Nothing is lost on the way but line ends and the space around them.
        let all = |text: &str| text.split_ascii_whitespace().collect::<String>();
        let back: String = pieces
            .iter()
            .flatten()
            .map(|piece| match piece {
                Piece::Text(text) | Piece::Link { shown: text, .. } => *text,
                Piece::Break => "\n",
            })
            .collect();
        assert_eq!(all(&back), all(text), "{text:?}");
    }
    assert!(simple > 5000 && simple < 29_000, "{simple}");
}

#[test]
fn hostile_texts_are_looked_at_once() {
    for part in [
        "www.",
        "http://",
        "https://a",
        "(",
        "www.a.b)",
        "h",
        "https://a.example@",
        "w ",
        "http://a.b ",
        ".",
        "\n",
    ] {
        let text = part.repeat(100_000 / part.len());
        steps::taken();
        paragraphs(&text);
        let taken = steps::taken();
        assert!(taken <= 3 * text.len(), "{part}: {taken} steps");
        assert!(taken > 0 || part == "\n", "the control: steps are counted");
    }
}

#[test]
fn html_is_shown_as_its_text() {
    let page =
        |comment| comments::read(json!([comment]).to_string(), "").unwrap().comments.remove(0);
    let html =
        page(json!({ "id": "1", "html": "<p>One &amp; <b>two</b></p><script>x</script><p>three" }));
    assert_eq!(said(&html), "One & two\n\nthree");
    assert_eq!(said(&page(json!({ "id": "1", "text": "<b>T</b>", "html": "<p>H" }))), "<b>T</b>");
    assert_eq!(said(&page(json!({ "id": "1", "state": "deleted" }))), "");
}

/// The name of the author that reading gives.
fn read_name(name: &str) -> Option<String> {
    let document = json!([{ "id": "1", "text": "T", "author": { "name": name } }]).to_string();
    comments::read(document, "").unwrap().comments.remove(0).author.map(|author| author.name)
}

#[test]
fn a_name_has_nothing_that_cannot_be_seen_and_is_at_most_a_line() {
    for (name, wanted) in [
        ("Ana", Some("Ana")),
        (" A\u{202e}na\u{2066}\u{200b}\u{ad}\u{feff}\u{e0041} ", Some("Ana")),
        ("Ana\nSmith", Some("AnaSmith")),
        ("می\u{200c}خواهم", Some("می\u{200c}خواهم")),
        ("\u{200d}\u{200c}", None),
        ("\u{3164}\u{2800}", None),
        ("\u{202e}", None),
        ("<script>", Some("<script>")),
        ("👩\u{200d}🚒", Some("👩\u{200d}🚒")),
    ] {
        assert_eq!(read_name(name).as_deref(), wanted, "{name:?}");
    }
    assert_eq!(read_name(&"é".repeat(80)).unwrap(), "é".repeat(80), "the control");
    assert_eq!(read_name(&"é".repeat(81)).unwrap(), ["é".repeat(79).as_str(), "…"].concat());
}

#[test]
fn the_circle_shows_the_first_letters_of_the_first_and_last_word() {
    for (name, wanted) in [
        ("Ana", "A"),
        ("ana maria lópez", "AL"),
        ("Jean-Luc", "JL"),
        ("_user42", "U"),
        ("Ana (Madrid)", "AM"),
        ("éric ünal", "ÉÜ"),
        ("ñ ÿ", "ÑŸ"),
        ("łukasz żak", "ŁŻ"),
        ("șerban ďurica", "ȘĎ"),
        ("Ωmega ήρα", "ΩΉ"),
        ("άννα ώρα ό", "ΆΌ"),
        ("юлия ёлкина", "ЮЁ"),
        ("їжак ґанок", "ЇҐ"),
        ("արամ", "Ա"),
        ("山田 太郎", "山"),
        ("محمد علي", "م"),
        ("שרה כהן", "ש"),
        ("कमला देवी", "क"),
        ("ანა ბერიძე", "ა"),
        ("Li 李", "L"),
        ("李 Li", "李"),
        ("1234", "?"),
        ("👩\u{200d}🚒", "?"),
        ("", "?"),
        ("O’Neil", "O"),
        ("\"Zed\"", "Z"),
    ] {
        assert_eq!(initials(name), wanted, "{name}");
    }
}

#[test]
fn every_capital_is_the_one_that_unicode_has() {
    for c in (0..0x2000).filter_map(char::from_u32).filter(|c| c.is_lowercase()) {
        let mut capitals = c.to_uppercase();
        let (Some(capital), None) = (capitals.next(), capitals.next()) else { continue };
        let shown = initials(&c.to_string());
        // What has no rule here stays as it is; nothing becomes another letter.
        assert!(
            shown == capital.to_string() || shown == c.to_string() || shown == "?",
            "{c} {shown} {capital}"
        );
        let usual =
            matches!(c, 'a'..='z' | 'à'..='ö' | 'ø'..='ž' | 'ά'..='ώ' | 'а'..='џ' | 'ա'..='ֆ');
        assert!(!usual || shown == capital.to_string(), "{c} {shown} {capital}");
    }
}

#[test]
fn a_name_has_one_of_six_tones_always_the_same() {
    assert_eq!([tone("Ana"), tone("Ana")], [tone("Ana"); 2]);
    let mut counts = [0; 6];
    for id in 0..6000 {
        counts[usize::from(tone(&format!("Reader {id}")))] += 1;
    }
    assert!(counts.iter().all(|count| *count > 700), "{counts:?}");
    // Remembered for good: another tone would be another colour for a known reader.
    assert_eq!([tone(""), tone("Ana"), tone("李")], [TONES[0], TONES[1], TONES[2]]);
}

const TONES: [u8; 3] = [0, 2, 4];
