//! Our own parser of JSON, held against serde_json: the same texts are JSON, with the same values.

use crate::support::Numbers;
use serde_json::Value;
use standfirst::content::json::{DEEPEST, Json, decimal, parse};

/// What both say to a text. A string says how they differ.
fn agree(text: &str) -> Result<bool, String> {
    let ours = parse(text);
    let theirs: Result<Value, _> = serde_json::from_str(text);
    match (&ours, &theirs) {
        (Ok(ours), Ok(theirs)) if same(ours, theirs) => Ok(true),
        (Err(_), Err(_)) => Ok(false),
        _ => Err(format!("{text:?}: {ours:?} and {theirs:?}")),
    }
}

/// Numbers by their value: ours keeps them as written.
fn same(ours: &Json, theirs: &Value) -> bool {
    match (ours, theirs) {
        (Json::Null, Value::Null) => true,
        (Json::Bool(a), Value::Bool(b)) => a == b,
        (Json::Text(a), Value::String(b)) => a == b,
        (Json::Number(a), Value::Number(b)) => {
            // An exponent of ten digits is nothing to us, and 0 to serde_json.
            let (a, b) = (decimal(a).unwrap_or(0.0), b.as_f64().unwrap());
            (a - b).abs() <= b.abs() * 1e-12
        }
        (Json::List(a), Value::Array(b)) => {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(a, b))
        }
        (Json::Object(a), Value::Object(b)) => {
            a.iter().all(|(name, _)| b.get(name).is_some_and(|b| same(ours.get(name).unwrap(), b)))
                && b.keys().all(|name| ours.get(name).is_some())
        }
        _ => false,
    }
}

#[rustfmt::skip]
const GOOD: &[&str] = &[
    "null", "true", "false", "0", "-0", "1", "-1", "10", "0.5", "1.25e2", "1E+2", "1e-2", "123456789012345678", "[]", "{}", "\"\"",
    " [ ] ", "\t{\n}\r", "[1,2]", "[[],[[]]]", "[{}]", "{\"a\":{}}", "{\"a\":1,\"b\":[2]}", "{\"a\" : 1 , \"b\" : 2}",
    "{\"a\":1,\"a\":2}", "{\"\":0}", r#""\"\\\/\b\f\n\r\t""#, r#""\u0041\u00e9\u20AC""#, r#""\ud83d\ude00""#,
    "\"é€😀\u{2028}\u{7f}\"", "[null,true,false,0,\"\",[],{}]",
];

#[rustfmt::skip]
const BAD: &[&str] = &[
    "", " ", "nul", "nulll", "True", "NaN", "Infinity", "-", "+1", "01", "-01", "1.", ".5", "1e", "1e+", "0x1", "1 2", "[", "]", "[1", "[1,", "[1,]",
    "[,1]", "[1 2]", "[1}", "{", "}", "{]", "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "{a:1}", "{'a':1}", "{1:1}", "{\"a\" 1}", "{\"a\":1 \"b\":2}",
    "{,}", "\"", "\"a", "\"\\\"", "\"\\x\"", "\"\\u12\"", "\"\\u12g4\"", "\"\n\"", "\"\t\"", "\"\u{0}\"", "\u{a0}1", "1\u{a0}", "/**/1", "1//",
    "[1]]", "{}{}", "\u{feff}1", "true false", "\u{2028}",
];

#[test]
fn what_is_json_is_what_serde_json_takes_for_json() {
    let mut faults = Vec::new();
    for (texts, good) in [(GOOD, true), (BAD, false)] {
        for text in texts {
            match agree(text) {
                Ok(taken) if taken == good => {}
                Ok(taken) => faults.push(format!("{text:?}: taken: {taken}")),
                Err(fault) => faults.push(fault),
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Sound texts with a few characters changed: most become no JSON, some stay so, and both agree on which.
#[test]
fn ten_thousand_damaged_texts_are_taken_alike() {
    const PIECES: &[&str] = &[
        "[", "]", "{", "}", ",", ":", "\"", "\\", "0", "1", "e", ".", "-", "n", " ", "\n", "\\u00",
        "é", "null", "\"a\":1",
    ];
    let sound = [
        GOOD.join(","),
        r#"{"headline":"A","body":[{"type":"heading","level":2.50e0,"text":"é\n"},null,-0.1]}"#
            .to_owned(),
    ];
    let mut numbers = Numbers(1);
    let (mut taken, mut refused) = (0, 0);
    for case in 0..10_000 {
        let whole = match numbers.below(3) {
            0 => format!("[{}]", sound[0]),
            1 => sound[1].clone(),
            _ => (*numbers.of(GOOD)).to_owned(),
        };
        let mut characters: Vec<char> = whole.chars().collect();
        for _ in 0..1 + numbers.below(2) {
            let at = numbers.below(characters.len());
            match numbers.below(3) {
                0 => drop(characters.remove(at)),
                1 => drop(characters.splice(at..at, numbers.of(PIECES).chars())),
                _ => drop(characters.splice(at..=at, numbers.of(PIECES).chars())),
            }
            if characters.is_empty() {
                break;
            }
        }
        let text: String = characters.into_iter().collect();
        // A number too large for serde_json is one for us; half a pair loses their text and not ours.
        let theirs = serde_json::from_str::<Value>(&text).map_err(|e| e.to_string());
        if theirs.is_err_and(|e| {
            e.contains("out of range") || e.contains("surrogate") || e.contains("hex escape")
        }) {
            let _ = parse(&text);
            continue;
        }
        match agree(&text) {
            Ok(true) => taken += 1,
            Ok(false) => refused += 1,
            Err(fault) => panic!("case {case}: {fault}"),
        }
    }
    assert!(taken > 500 && refused > 500, "{taken} {refused}");
}

/// Control: the comparison notices another value and another length.
#[test]
fn the_comparison_notices_a_difference() {
    let theirs: Value = serde_json::from_str("[1,{\"a\":\"b\"}]").unwrap();
    assert!(same(&parse("[1.0,{\"a\":\"b\"}]").unwrap(), &theirs));
    for other in [
        "[2,{\"a\":\"b\"}]",
        "[1,{\"a\":\"c\"}]",
        "[1]",
        "[1,{}]",
        "[1,{\"a\":\"b\",\"c\":1}]",
        "null",
    ] {
        assert!(!same(&parse(other).unwrap(), &theirs), "{other}");
    }
}

#[test]
fn half_a_pair_is_the_replacement_character_and_loses_nothing_else() {
    for (text, meant) in [
        (r#""a\ud83db""#, "a\u{fffd}b"),
        (r#""\ude00""#, "\u{fffd}"),
        (r#""\ud83d\ud83d\ude00""#, "\u{fffd}\u{1f600}"),
        (r#""\ud83d\n""#, "\u{fffd}\n"),
        (r#""\ud83d\u0041""#, "\u{fffd}A"),
        (r#""\ud83dé""#, "\u{fffd}é"),
    ] {
        assert_eq!(parse(text), Ok(Json::Text(meant.to_owned())), "{text}");
    }
}

#[test]
fn the_place_of_a_fault_is_named_and_what_is_cut_off_is_told_apart() {
    let fault = parse("{\n  \"é\": 1,\n  x}").unwrap_err();
    assert_eq!((fault.cut_off, fault.line, fault.column), (false, 3, 3));
    let whole = r#"{"a":[1.5,true,"b\u00e9"],"c":{"d":null}}"#;
    for end in 0..whole.len() {
        let fault = parse(&whole[..end]).unwrap_err();
        assert!(fault.cut_off, "{}", &whole[..end]);
    }
}

fn nested(depth: usize) -> String {
    ["[".repeat(depth), "]".repeat(depth)].concat()
}

#[test]
fn nesting_costs_no_stack_and_what_is_too_deep_is_left_out() {
    let depth = |text: &str| {
        let mut depth = 0;
        let mut at = parse(text).unwrap();
        while let Json::List(mut items) = at {
            depth += 1;
            at = items.pop().unwrap_or(Json::Null);
        }
        depth
    };
    assert_eq!(depth(&nested(DEEPEST - 1)), DEEPEST - 1);
    for deep in [DEEPEST, DEEPEST + 1, 1000, 100_000] {
        assert!((DEEPEST - 1..=DEEPEST).contains(&depth(&nested(deep))), "{deep}");
    }
    // What stands beside it is still there.
    let Ok(Json::List(items)) = parse(&format!("[{},7]", nested(1000))) else { panic!() };
    assert_eq!(items[1], Json::Number("7".into()));
    let objects = ["{\"a\":".repeat(100_000), "1".into(), "}".repeat(100_000)].concat();
    assert!(parse(&objects).is_ok());
    for broken in ["[".repeat(100_000), "{\"a\":[".repeat(100_000), "[{\"a\":".repeat(100_000)] {
        assert!(parse(&broken).unwrap_err().cut_off);
    }
    assert!(!parse(&["[".repeat(1000), "}".repeat(1000)].concat()).unwrap_err().cut_off);
}

#[test]
fn decimals_are_read_to_what_a_page_needs() {
    for text in [
        "0",
        "-0",
        "1",
        "-1",
        "0.5",
        "0.1",
        "3.5",
        "12.25",
        "1e2",
        "1E+2",
        "1.5e-3",
        "16777217",
        "4294967296",
        "1e308",
        "-1e308",
        "1e-308",
        "0.0000001",
    ] {
        let (ours, theirs) = (decimal(text).unwrap(), text.parse::<f64>().unwrap());
        assert!((ours - theirs).abs() <= theirs.abs() * 1e-12, "{text}: {ours}");
    }
    for text in [
        "", "-", ".", "e", "1e", "e1", "one", "1 2", "--1", "0x1", "NaN", "inf", "１", "1,5",
        "1.2.3",
    ] {
        assert_eq!(decimal(text), None, "{text}");
    }
    // Without end or too small to tell: never a panic.
    for text in [
        "9".repeat(5000),
        format!("0.{}1", "0".repeat(5000)),
        "1e999".into(),
        "1e-999".into(),
        "1e2147483647".into(),
        "1e-2147483648".into(),
        "0e999".into(),
        "1e99999999999".into(),
    ] {
        let _ = decimal(&text);
    }
}
