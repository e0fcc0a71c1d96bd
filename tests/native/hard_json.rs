//! Hard JSON: documents that a parser must take, must refuse, or may treat as it likes, each as an article, as comments,
//! and as the value of every member of both.
//!
//! The kinds are those of the JSONTestSuite, the documents are our own. `json.rs` holds the parser against serde_json;
//! here it is the readers that are held against the verdict.

use crate::support::{BASE, Drawing, draw};
use standfirst::content::comments;
use standfirst::content::formats::{self, Unreadable, Wish};
use standfirst::content::json;
use std::panic::catch_unwind;

/// What is to become of a document.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Verdict {
    /// JSON by RFC 8259.
    Accept,
    /// Not JSON.
    Reject,
    /// The RFC leaves it open, or we are kinder at the edges of a document: no panic, and nothing more is asked.
    Either,
}
use Verdict::{Accept, Either, Reject};

#[rustfmt::skip]
const SMALL: &[(&str, Verdict, &str)] = &[
    // Numbers.
    ("a zero with a sign", Accept, "-0"),
    ("a zero with a sign and a fraction", Accept, "-0.0e-0"),
    ("an exponent with a sign", Accept, "[1E+10, 1e-10, 0e0]"),
    ("an exponent with zeros before it", Accept, "[1e0003]"),
    ("an exponent that no double has", Accept, "1e400"),
    ("a negative one", Accept, "-1e400"),
    ("an exponent that no integer has", Accept, "1e999999999999999999999"),
    ("an exponent as small", Accept, "1e-999999999999999999999"),
    ("more than 2^53", Accept, "9007199254740993"),
    ("more than 2^64", Accept, "18446744073709551617"),
    ("less than -2^63", Accept, "-9223372036854775809"),
    ("a fraction of many digits", Accept, "0.30000000000000000000000000000000000004"),
    ("the smallest double", Accept, "4.9406564584124654e-324"),
    ("a number and white space", Accept, " \n\r\t 7 \n\r\t "),
    ("a plus", Reject, "+7"),
    ("two signs", Reject, "--7"),
    ("a sign alone", Reject, "-"),
    ("a sign before a name", Reject, "-Infinity"),
    ("not a number", Reject, "[NaN]"),
    ("a zero too many", Reject, "[012]"),
    ("a zero too many behind a sign", Reject, "[-012]"),
    ("two zeros", Reject, "00"),
    ("a point alone", Reject, "."),
    ("nothing before the point", Reject, "[-.5]"),
    ("nothing after the point", Reject, "[5.]"),
    ("nothing between point and exponent", Reject, "[5.e3]"),
    ("two points", Reject, "[1.2.3]"),
    ("an exponent of nothing", Reject, "[5e]"),
    ("an exponent of a sign", Reject, "[5e-]"),
    ("a fraction in the exponent", Reject, "[5e1.5]"),
    ("two exponents", Reject, "[5e1e1]"),
    ("hexadecimal", Reject, "[0xFF]"),
    ("octal", Reject, "[0o17]"),
    ("a letter behind a number", Reject, "[1a]"),
    ("a unit behind a number", Reject, "[12px]"),
    ("a big integer of a script", Reject, "[1n]"),
    ("a separator of thousands", Reject, "[1_000]"),
    ("full-width digits", Reject, "[１２]"),
    ("Arabic digits", Reject, "[١٢]"),
    ("a minus of typography", Reject, "[−1]"),
    ("a space behind the sign", Reject, "[- 1]"),
    ("a space in a number", Reject, "[1 000]"),
    // Words.
    ("the three words", Accept, "[true,false,null]"),
    ("a word in capitals", Reject, "[TRUE]"),
    ("a word cut short", Reject, "[tru]"),
    ("a word too long", Reject, "[nullable]"),
    ("a word of a script", Reject, "[undefined]"),
    ("a word of Python", Reject, "[None]"),
    ("a call", Reject, "callback([])"),
    ("an assignment", Reject, "var a = {}"),
    ("a word without quotation marks", Reject, "{\"a\": words}"),
    // Strings.
    ("every short escape", Accept, r#""\"\\\/\b\f\n\r\t""#),
    ("escapes in both cases", Accept, r#""\u00e9\u00E9""#),
    ("a pair", Accept, r#""\ud83d\udcf0""#),
    ("a pair of the last plane", Accept, r#""\udbff\udfff""#),
    ("a NUL as an escape", Accept, r#""a\u0000b""#),
    ("no character, as an escape", Accept, r#""\uffff\ufdd0""#),
    ("characters beyond the first plane", Accept, "\"𝔑𝔢𝔴𝔰 📰\""),
    ("what turns the direction", Accept, "\"\u{202e}olleh\u{2066}\""),
    ("line separators of a script", Accept, "\"\u{2028}\u{2029}\""),
    ("a delete", Accept, "\"\u{7f}\u{80}\u{9f}\""),
    ("a mark of order inside", Accept, "\"\u{feff}\""),
    ("a comment inside", Accept, r#""/* a */ // b""#),
    ("the end of a script inside", Accept, r#""</script><!--""#),
    ("half a pair, the first", Either, r#""\ud83d""#),
    ("half a pair, the second", Either, r#""\udcf0""#),
    ("halves the wrong way round", Either, r#""\udcf0\ud83d""#),
    ("half a pair and a letter", Either, r#""\ud83dx""#),
    ("half a pair and another escape", Either, r#""\ud83d\n""#),
    ("two first halves and a second", Either, r#""\ud83d\ud83d\udcf0""#),
    ("half a pair as a name", Either, r#"{"\udead":1}"#),
    ("half a pair and half an escape", Reject, r#""\ud83d\u""#),
    ("an escape of three digits", Reject, r#""\u00e""#),
    ("an escape of no digits", Reject, r#""\u""#),
    ("an escape with a sign", Reject, r#""\u+123""#),
    ("an escape with a space", Reject, r#""\u 123""#),
    ("an escape in braces", Reject, r#""\u{1F4F0}""#),
    ("an escape by a capital", Reject, r#""\U0001F4F0""#),
    ("an escape of a script", Reject, r#""\x41""#),
    ("an escape in octal", Reject, r#""\101""#),
    ("an escaped NUL of C", Reject, r#""\0""#),
    ("an escaped apostrophe", Reject, r#""\'""#),
    ("an escaped letter", Reject, r#""\a""#),
    ("an escaped line end", Reject, "\"a\\\nb\""),
    ("an escaped character beyond ASCII", Reject, "\"\\é\""),
    ("a line end", Reject, "\"a\nb\""),
    ("a tab", Reject, "\"a\tb\""),
    ("a NUL", Reject, "\"a\u{0}b\""),
    ("an escape character of a terminal", Reject, "\"\u{1b}[31m\""),
    ("the last control", Reject, "\"\u{1f}\""),
    ("apostrophes", Reject, "'a'"),
    ("quotation marks of typography", Reject, "“a”"),
    ("grave accents", Reject, "`a`"),
    ("two strings", Reject, "\"a\" \"b\""),
    ("two strings with a plus", Reject, "[\"a\" + \"b\"]"),
    ("one without an end", Reject, "\"a"),
    ("one whose end is escaped", Reject, "\"a\\\""),
    ("a backslash alone", Reject, "\\"),
    // Lists.
    ("empty lists", Accept, "[[],[[]],[[],[]]]"),
    ("a list with white space", Accept, "[ 1 ,\n2\t,\r3 ]"),
    ("a comma at the end", Reject, "[1,]"),
    ("a comma at the beginning", Reject, "[,1]"),
    ("two commas", Reject, "[1,,2]"),
    ("a comma alone", Reject, "[,]"),
    ("no comma", Reject, "[1 true]"),
    ("a semicolon", Reject, "[1;2]"),
    ("a colon", Reject, "[\"a\":1]"),
    ("one without an end", Reject, "[1"),
    ("one without an end, inside", Reject, "[[1]"),
    ("one end too many", Reject, "[1]]"),
    ("another end", Reject, "[1}"),
    ("an end alone", Reject, "]"),
    ("three points", Reject, "[1,...]"),
    ("round brackets", Reject, "(1)"),
    // Objects.
    ("an empty name", Accept, r#"{"":0}"#),
    ("a name of escapes", Accept, r#"{"\u0061":1,"\n":2}"#),
    ("a name twice", Accept, r#"{"a":1,"a":2}"#),
    ("a name twice, once as an escape", Accept, r#"{"a":1,"\u0061":[]}"#),
    ("names that scripts know", Accept, r#"{"__proto__":{"x":1},"constructor":{"prototype":1},"toString":null,"hasOwnProperty":0}"#),
    ("names that HTML knows", Accept, r#"{"innerHTML":"<img>","onclick":"alert(1)","dangerouslySetInnerHTML":{"__html":"<b>"}}"#),
    ("an object with white space", Accept, "{ \"a\" :\n1 ,\t\"b\"\r: { } }"),
    ("a comma at its end", Reject, r#"{"a":1,}"#),
    ("a comma at its beginning", Reject, r#"{,"a":1}"#),
    ("two commas in it", Reject, r#"{"a":1,,"b":2}"#),
    ("a name without quotation marks", Reject, "{a:1}"),
    ("a name in apostrophes", Reject, "{'a':1}"),
    ("a name that is a number", Reject, "{1:1}"),
    ("a name that is a word", Reject, "{null:1}"),
    ("a name that is a list", Reject, "{[]:1}"),
    ("a name without a value", Reject, r#"{"a"}"#),
    ("a colon without a value", Reject, r#"{"a":}"#),
    ("a value without a name", Reject, r#"{:1}"#),
    ("two colons", Reject, r#"{"a"::1}"#),
    ("an equals sign", Reject, r#"{"a"=1}"#),
    ("an arrow", Reject, r#"{"a"=>1}"#),
    ("no comma between members", Reject, r#"{"a":1 "b":2}"#),
    ("one without an end, after a name", Reject, r#"{"a""#),
    ("one without an end, after a colon", Reject, r#"{"a":"#),
    ("one without an end, after a value", Reject, r#"{"a":1"#),
    ("one without an end, after a comma", Reject, r#"{"a":1,"#),
    ("a computed name", Reject, r#"{["a"]:1}"#),
    ("a spread", Reject, r#"{...{}}"#),
    // Around it.
    ("a comment of one line before", Reject, "// a\n1"),
    ("a comment of one line after", Reject, "1 // a"),
    ("a comment between", Reject, "[1, /* a */ 2]"),
    ("a hash", Reject, "# a\n1"),
    ("a second document", Reject, "{} {}"),
    ("a document a line", Reject, "{\"a\":1}\n{\"a\":2}"),
    ("a separator of records", Reject, "\u{1e}{}"),
    ("a guard against scripts", Reject, ")]}',\n{}"),
    ("a loop as a guard", Reject, "for(;;);{}"),
    ("a semicolon at the end", Reject, "{};"),
    ("a NUL at the end", Reject, "{}\u{0}"),
    ("a character data section", Reject, "//<![CDATA[\n{}\n//]]>"),
    ("XML", Reject, "<?xml version=\"1.0\"?><a/>"),
    ("HTML", Reject, "<!doctype html><title>{}</title>"),
    ("YAML", Reject, "a: 1\nb: 2"),
    ("TOML", Reject, "a = 1"),
    ("a form", Reject, "a=1&b=2"),
    ("a no-break space before", Reject, "\u{a0}{}"),
    ("a space of no width before", Reject, "\u{200b}{}"),
    ("a line separator after", Reject, "{}\u{2028}"),
    ("a vertical tab before", Reject, "\u{b}{}"),
    ("nothing", Reject, ""),
    ("white space", Reject, " \n\t "),
    ("a form feed before", Either, "\u{c}{}"),
    ("a mark of order before", Either, "\u{feff}{}"),
    ("two marks of order", Reject, "\u{feff}\u{feff}{}"),
    ("a mark of order after", Reject, "{}\u{feff}"),
    ("bytes of another width", Reject, "{\u{0}\"\u{0}a\u{0}\"\u{0}:\u{0}1\u{0}}\u{0}"),
    ("a replacement for what was no UTF-8", Reject, "{\u{fffd}}"),
];

/// Documents that are written faster than typed.
fn large() -> Vec<(&'static str, Verdict, String)> {
    const DEEP: usize = 100_000;
    let around = |open: &str, inner: &str, close: &str| {
        [&open.repeat(DEEP), inner, &close.repeat(DEEP)].concat()
    };
    vec![
        ("100,000 lists in each other", Accept, around("[", "", "]")),
        ("100,000 objects in each other", Accept, around("{\"a\":", "0", "}")),
        (
            "both by turns",
            Accept,
            ["[{\"body\":".repeat(DEEP / 2), "}]".repeat(DEEP / 2)].join("[]"),
        ),
        ("100,000 lists that end as objects", Reject, around("[", "", "}")),
        ("100,000 lists without an end", Reject, "[".repeat(DEEP)),
        ("100,000 objects without an end", Reject, "{\"a\":".repeat(DEEP)),
        ("both by turns without an end", Reject, "[{\"\":".repeat(DEEP)),
        ("100,000 ends", Reject, "]".repeat(DEEP)),
        (
            "more open than anybody needs",
            Either,
            ["[".repeat(300_000), "]".repeat(300_000)].concat(),
        ),
        (
            "100,000 empty lists beside each other",
            Accept,
            ["[", &"[],".repeat(DEEP), "{}]"].concat(),
        ),
        ("100,000 commas", Reject, ["[", &",".repeat(DEEP), "]"].concat()),
        ("a number of 100,000 digits", Accept, "9".repeat(DEEP)),
        ("a fraction of 100,000 digits", Accept, ["0.", &"3".repeat(DEEP)].concat()),
        ("an exponent of 100,000 digits", Accept, ["1e", &"9".repeat(DEEP)].concat()),
        ("100,000 zeros", Reject, "0".repeat(DEEP)),
        ("a string of 1 MB", Accept, ["\"", &"a".repeat(1 << 20), "\""].concat()),
        ("a string of 100,000 escapes", Accept, ["\"", &"\\u0041".repeat(DEEP), "\""].concat()),
        ("100,000 halves of pairs", Either, ["\"", &"\\ud800".repeat(DEEP), "\""].concat()),
        ("100,000 backslashes", Accept, ["\"", &"\\\\".repeat(DEEP), "\""].concat()),
        ("an odd one more", Reject, ["\"", &"\\\\".repeat(DEEP), "\\\""].concat()),
        ("one name 20,000 times", Accept, ["{", &"\"a\":[1],".repeat(20_000), "\"a\":2}"].concat()),
        ("a name of 1 MB", Accept, ["{\"", &"n".repeat(1 << 20), "\":1}"].concat()),
        (
            "1 MB of white space",
            Accept,
            [" ".repeat(1 << 20).as_str(), "[1]", &"\n".repeat(1 << 20)].concat(),
        ),
        ("100,000 line ends, then a fault", Reject, ["[", &"\n".repeat(DEEP), "x]"].concat()),
    ]
}

fn documents() -> Vec<(&'static str, Verdict, String)> {
    let small = SMALL.iter().map(|(name, verdict, text)| (*name, *verdict, (*text).to_owned()));
    small.chain(large()).collect()
}

/// What a reader says: none for no fault.
type Said = Result<(), Unreadable>;

fn as_article(text: &str) -> Said {
    formats::read_wished(text, &Wish::default(), BASE).map(|reading| {
        // What is read can be drawn.
        draw(reading.article, &Drawing::default());
    })
}

fn as_comments(text: &str) -> Said {
    comments::read(text.to_owned(), BASE).map(drop)
}

/// Holds what a reader says of a document against its verdict. JSON may still be no article, which is another fault.
fn fault(text: &str, verdict: Verdict, read: fn(&str) -> Said) -> Option<String> {
    let said = catch_unwind(|| read(text));
    let what = match (verdict, said) {
        (_, Err(_)) => "a panic".to_owned(),
        (Accept, Ok(Err(Unreadable::Parse(line)))) => format!("refused: {line}"),
        (Reject, Ok(Ok(()))) => "taken".to_owned(),
        (Reject, Ok(Err(Unreadable::Schema(line)))) => format!("taken for JSON: {line}"),
        (_, Ok(Err(Unreadable::Parse(line)))) if !is_clear(&line) => format!("unclear: {line}"),
        _ => return None,
    };
    Some(format!("{what}: {}", text.chars().take(60).collect::<String>()))
}

/// Whether a line says where the text stops being JSON, or what it is instead.
fn is_clear(line: &str) -> bool {
    let place =
        line.strip_prefix("not JSON from line ").and_then(|rest| rest.split_once(", column "));
    let number = |text: &str| text.parse::<u32>().is_ok_and(|number| number > 0);
    place.is_some_and(|(line, column)| number(line) && number(column))
        || line.starts_with("the JSON is cut off")
        || line.starts_with("the answer is empty")
        || line.starts_with("the answer is HTML")
}

#[test]
fn there_are_enough_of_each_kind() {
    let documents = documents();
    let of = |wanted| documents.iter().filter(|(_, verdict, _)| *verdict == wanted).count();
    assert!(documents.len() >= 190, "{}", documents.len());
    assert!(of(Accept) >= 50 && of(Reject) >= 110 && of(Either) >= 10);
}

#[test]
fn each_is_judged_rightly_as_an_article_and_as_comments() {
    let mut faults = Vec::new();
    for (name, verdict, text) in documents() {
        for (read, what) in [(as_article as fn(&str) -> Said, "article"), (as_comments, "comments")]
        {
            faults.extend(
                fault(&text, verdict, read).map(|fault| format!("{name}, as {what}: {fault}")),
            );
        }
        let bare = json::parse(&text);
        if verdict == Accept && bare.is_err() || verdict == Reject && bare.is_ok() {
            faults.push(format!("{name}, by the parser: {}", bare.is_ok()));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Members of an article and of its parts, with the place `@` for a value. Around each stands a sound article.
#[rustfmt::skip]
const IN_ARTICLES: &[&str] = &[
    r#"{"headline":@,"body":["B"],"z":0}"#, r#"{"headline":"H","body":@,"z":0}"#, r#"{"headline":"H","body":[@],"z":0}"#,
    r#"{"headline":"H","body":["B",@,"C"]}"#, r#"{"headline":"H","articleBody":@,"z":0}"#,
    r#"{"headline":"H","articleBody":"B","encodingFormat":@,"z":0}"#, r#"{"headline":"H","body":["B"],"author":@,"z":0}"#,
    r#"{"headline":"H","body":["B"],"author":[{"name":@,"url":"/a"}],"z":0}"#,
    r#"{"headline":"H","body":["B"],"author":{"name":"A","url":@,"image":"/a"},"z":0}"#,
    r#"{"headline":"H","body":["B"],"publisher":@,"z":0}"#, r#"{"headline":"H","body":["B"],"description":@,"z":0}"#,
    r#"{"headline":"H","body":["B"],"alternativeHeadline":@,"z":0}"#, r#"{"headline":"H","body":["B"],"label":@,"z":0}"#,
    r#"{"headline":"H","body":["B"],"label":{"text":@,"kind":"live"},"z":0}"#,
    r#"{"headline":"H","body":["B"],"datePublished":@,"dateModified":"2026-01-01"}"#,
    r#"{"headline":"H","body":["B"],"dateModified":@,"z":0}"#, r#"{"headline":"H","body":["B"],"dateline":@,"z":0}"#,
    r#"{"headline":"H","body":["B"],"articleSection":@,"z":0}"#, r#"{"headline":"H","body":["B"],"keywords":@,"z":0}"#,
    r#"{"headline":"H","body":["B"],"image":@,"z":0}"#, r#"{"headline":"H","body":["B"],"image":{"url":@,"alt":"A"},"z":0}"#,
    r#"{"headline":"H","body":["B"],"image":{"url":"/a.jpg","width":@,"height":9},"z":0}"#,
    r#"{"headline":"H","body":["B"],"image":{"url":"/a.jpg","srcset":@},"z":0}"#,
    r#"{"headline":"H","body":["B"],"image":{"url":"/a.jpg","focal":@},"z":0}"#,
    r#"{"headline":"H","body":["B"],"video":@,"z":0}"#, r#"{"headline":"H","body":["B"],"audio":@,"z":0}"#,
    r#"{"headline":"H","body":["B"],"inLanguage":@,"z":0}"#, r#"{"headline":"H","body":["B"],"dir":@,"z":0}"#,
    r#"{"headline":"H","body":["B"],"url":@,"z":0}"#, r#"{"headline":"H","body":["B"],"isAccessibleForFree":@,"z":0}"#,
    r#"{"headline":"H","body":["B"],"correction":@,"z":0}"#, r#"{"headline":"H","body":["B"],"related":@,"z":0}"#,
    r#"{"headline":"H","body":["B"],"copyrightNotice":@,"license":@,"z":0}"#,
    r#"{"headline":"H","body":["B"],"commentCount":@,"z":0}"#, r#"{"headline":"H","body":["B"],"comment":@,"z":0}"#,
    r#"{"headline":"H","body":["B"],"comment":[{"id":1,"author":@,"text":@}],"z":0}"#,
    r#"{"headline":"H","body":["B"],"commentsUrl":@,"commentsClosed":@,"discussionUrl":@,"z":0}"#,
    r#"{"headline":"H","body":["B"],"share":@,"z":0}"#, r#"{"headline":"H","body":["B"],"share":{"targets":@},"z":0}"#,
    r#"{"headline":"H","body":["B"],"unknown":@,"z":0}"#,
    r#"{"headline":"H","body":[{"type":@,"text":"T"}],"z":0}"#, r#"{"headline":"H","body":[{"type":"paragraph","text":@,"id":@}],"z":0}"#,
    r#"{"headline":"H","body":[{"type":"paragraph","spans":@}],"z":0}"#, r#"{"headline":"H","body":[{"type":"paragraph","html":@}],"z":0}"#,
    r#"{"headline":"H","body":[{"type":"heading","level":@,"text":"T"}],"z":0}"#,
    r#"{"headline":"H","body":[{"type":"list","items":@,"start":1}],"z":0}"#, r#"{"headline":"H","body":[{"type":"quote","body":@,"citation":@}],"z":0}"#,
    r#"{"headline":"H","body":[{"type":"table","header":@,"rows":@}],"z":0}"#, r#"{"headline":"H","body":[{"type":"code","text":@}],"z":0}"#,
    r#"{"headline":"H","body":[{"type":"embed","url":@,"title":@}],"z":0}"#, r#"{"headline":"H","body":[{"type":"timeline","events":@}],"z":0}"#,
    r#"{"headline":"H","body":[{"type":"rating","value":@,"of":@}],"z":0}"#, r#"{"headline":"H","body":[{"type":"html","html":@}],"z":0}"#,
    r#"{"headline":"H","body":[{"type":"callout","body":[{"type":"details","summary":@,"body":@}]}],"z":0}"#,
];

/// The same of pages of comments.
#[rustfmt::skip]
const IN_COMMENTS: &[&str] = &[
    r#"[@]"#, r#"[{"id":1,"author":"A","text":"T"},@]"#, r#"{"items":[],"commentCount":@,"z":0}"#,
    r#"{"commentCount":@,"items":[]}"#, r#"{"items":[],"closed":@,"next":@,"z":0}"#, r#"{"items":[@],"z":0}"#,
    r#"{"unknown":@,"items":[{"id":1,"author":"A","text":"T"}]}"#, r#"[{"id":@,"author":"A","text":"T"}]"#,
    r#"[{"id":1,"parentItem":@,"author":"A","text":"T"}]"#, r#"[{"id":1,"author":@,"text":"T"}]"#,
    r#"[{"id":1,"author":{"name":@,"url":@,"image":@,"badge":@},"text":"T"}]"#, r#"[{"id":1,"author":"A","text":@,"z":0}]"#,
    r#"[{"id":1,"author":"A","html":@,"z":0}]"#, r#"[{"id":1,"author":"A","text":"T","dateCreated":@,"z":0}]"#,
    r#"[{"id":1,"author":"A","text":"T","upvoteCount":@,"downvoteCount":@,"z":0}]"#,
    r#"[{"id":1,"author":"A","text":"T","state":@,"pinned":@,"z":0}]"#, r#"[{"id":1,"author":"A","text":"T","url":@,"inLanguage":@}]"#,
    r#"[{"id":1,"author":"A","text":"T","comment":@,"z":0}]"#, r#"[{"id":1,"author":"A","text":"T","comment":[@,{"id":2}],"z":0}]"#,
];

/// What is at the edge of a document something else than inside, and the other way round: nothing in a list is no item.
const PLACED_OTHERWISE: &[&str] =
    &["a mark of order before", "a form feed before", "nothing", "white space"];

#[test]
fn each_is_judged_rightly_as_every_member() {
    let mut faults = Vec::new();
    let mut judged = 0;
    for (name, verdict, text) in documents() {
        // Nesting counts from the outside: as much again would stand beyond what may be open at all.
        let few = text.len() > 2000;
        for (places, read) in [
            (IN_ARTICLES, as_article as fn(&str) -> Said),
            (IN_COMMENTS, as_comments as fn(&str) -> Said),
        ] {
            // Large ones in every fifth place, else it takes minutes.
            for place in places.iter().step_by(if few { 5 } else { 1 }) {
                let whole = place.replace('@', &text);
                let verdict = if PLACED_OTHERWISE.contains(&name) { Either } else { verdict };
                faults.extend(fault(&whole, verdict, read).map(|fault| format!("{name}: {fault}")));
                judged += 1;
            }
        }
    }
    assert!(judged > 10_000, "{judged}");
    assert!(faults.is_empty(), "{} of {judged}\n{}", faults.len(), faults.join("\n"));
}

/// JSON of any kind in one member leaves the rest of the article: nothing is lost for one wrong value.
#[test]
fn a_hard_value_in_a_member_does_not_lose_the_article() {
    let mut lost = Vec::new();
    for (name, _, text) in documents().into_iter().filter(|(_, verdict, _)| *verdict == Accept) {
        if text.len() > 2000 {
            continue;
        }
        for place in IN_ARTICLES.iter().filter(|place| place.contains("\"B\"")) {
            let whole = place.replace('@', &text);
            match formats::read_wished(&whole, &Wish::default(), BASE) {
                Ok(reading) if !reading.article.body.is_empty() => {}
                other => lost.push(format!("{name} in {place}: {other:?}")),
            }
        }
    }
    assert!(lost.is_empty(), "{}", lost.join("\n"));
}

/// Control: verdicts that are wrong are seen, and lines that say nothing.
#[test]
fn a_wrong_verdict_is_seen() {
    for read in [as_article as fn(&str) -> Said, as_comments] {
        for (text, wrong) in [
            ("[1,]", Accept),
            ("{}", Reject),
            ("[]", Reject),
            ("\"\\u12\"", Accept),
            ("{\"items\":[]}", Reject),
        ] {
            assert!(fault(text, wrong, read).is_some(), "{text} as {wrong:?}");
        }
    }
    let panics: fn(&str) -> Said = |_| panic!("for the control");
    let vague: fn(&str) -> Said = |_| Err(Unreadable::Parse("not JSON".to_owned()));
    for (read, verdict) in [(panics, Either), (vague, Reject), (vague, Either)] {
        assert!(fault("[1,]", verdict, read).is_some());
    }
    for line in [
        "not JSON from line 0, column 1",
        "not JSON from line 1",
        "not JSON from line one, column two",
        "",
    ] {
        assert!(!is_clear(line), "{line}");
    }
}

/// The place is that of the first character that cannot be part of JSON, counted in characters.
#[test]
fn the_place_that_is_told_is_that_of_the_fault() {
    for (text, place) in [
        ("[1,]", "line 1, column 4"),
        ("{\"a\":1,}", "line 1, column 8"),
        ("{\n  \"a\": 1\n  \"b\": 2\n}", "line 3, column 3"),
        ("{\"é📰\": tru}", "line 1, column 11"),
        ("[\r\n01]", "line 2, column 2"),
        ("\"a\nb\"", "line 1, column 3"),
        ("[\"a\\x\"]", "line 1, column 5"),
        ("{} {}", "line 1, column 4"),
        ("// a\n1", "line 1, column 1"),
        (
            "{\"headline\":\"H\",\"body\":[{\"type\":\"paragraph\",\"text\":'T'}]}",
            "line 1, column 52",
        ),
    ] {
        for read in [as_article as fn(&str) -> Said, as_comments] {
            let Err(Unreadable::Parse(line)) = read(text) else { panic!("taken: {text}") };
            assert_eq!(line, ["not JSON from ", place].concat(), "{text}");
        }
    }
}
