//! The words of the interface: complete in every language, with the same places, by the plural rules of CLDR.

use standfirst::components::sentence;
use standfirst::error::{LoadError, Reason};
use standfirst::i18n::plural::{Class, Plural};
use standfirst::i18n::{Locale, Words, fill, is_rtl, is_tag};
use std::collections::{BTreeMap, BTreeSet};

/// One message: the way to it (`failures.network`, `reading_time.one`), and the text. What a language does not
/// have is `None`.
type Messages = BTreeMap<String, Option<String>>;

/// Every field of a catalogue, by the derived output for developers: a new field is here by itself.
fn messages(words: &Words) -> Messages {
    let mut all = of_debug(&format!("{words:#?}"));
    let (share, comments) = (words.share_words(), words.comment_words());
    let problems = words.problem_words();
    let (blocks, lightbox) = (words.block_words(), words.lightbox_words());
    for (of, debug) in [
        ("share_words", format!("{share:#?}")),
        ("comment_words", format!("{comments:#?}")),
        ("problem_words", format!("{problems:#?}")),
        ("block_words", format!("{blocks:#?}")),
        ("lightbox_words", format!("{lightbox:#?}")),
    ] {
        all.extend(of_debug(&debug).into_iter().map(|(name, text)| (format!("{of}.{name}"), text)));
    }
    all
}

fn of_debug(debug: &str) -> Messages {
    let mut messages = Messages::new();
    let mut way: Vec<String> = Vec::new();
    for line in debug.lines().map(str::trim) {
        let (name, rest) = line.split_once(": ").unwrap_or(("", line));
        if rest.ends_with('{') || rest.ends_with('(') {
            way.push(name.to_owned());
        } else if matches!(rest, "}" | "}," | ")" | "),") {
            way.pop();
        } else {
            let written = rest.trim_end_matches(',');
            let name =
                way.iter().skip(1).map(String::as_str).chain([name]).filter(|n| !n.is_empty());
            let name = name.collect::<Vec<_>>().join(".");
            match written.strip_prefix('"').and_then(|text| text.strip_suffix('"')) {
                Some(text) => messages.insert(name, Some(unescaped(text))),
                None if written == "None" => messages.insert(name, None),
                None => None, // The plural rule: a function.
            };
        }
    }
    messages
}

/// Combining marks are written as `\u{64f}`.
fn unescaped(text: &str) -> String {
    let mut parts = text.split("\\u{");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (code, rest) = part.split_once('}').unwrap();
        out.extend(char::from_u32(u32::from_str_radix(code, 16).unwrap()));
        out.push_str(rest);
    }
    out
}

fn places(text: &str) -> BTreeSet<&str> {
    text.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name).collect()
}

const CLASSES: [&str; 5] = ["zero", "one", "two", "few", "many"];

/// What is wrong with a catalogue beside the English one.
fn faults(own: &Messages, english: &Messages) -> Vec<String> {
    let mut faults = Vec::new();
    for (name, text) in own {
        let class = name.rsplit('.').next().is_some_and(|last| CLASSES.contains(&last));
        match text {
            None if !class => faults.push(format!("{name}: missing")),
            Some(text) if text.trim().is_empty() => faults.push(format!("{name}: empty")),
            Some(text) => {
                let model = match name.rsplit_once('.') {
                    Some((message, _)) if class => english.get(&format!("{message}.other")),
                    _ => english.get(name),
                };
                let Some(Some(model)) = model else {
                    faults.push(format!("{name}: not in English"));
                    continue;
                };
                // The forms of nought, one and two may say the number in words.
                let in_words =
                    ["zero", "one", "two"].iter().any(|c| name.ends_with(&format!(".{c}")));
                let same = places(text) == places(model) || in_words && places(text).is_empty();
                if !same {
                    faults.push(format!("{name}: {:?} for {:?}", places(text), places(model)));
                }
                if text.matches('{').count() != text.matches('}').count() {
                    faults.push(format!("{name}: a brace is open"));
                }
            }
            None => {}
        }
    }
    faults.extend(
        english
            .keys()
            .filter(|name| !own.contains_key(*name))
            .map(|name| format!("{name}: not there")),
    );
    faults
}

fn english() -> Messages {
    messages(Locale::new("en").words)
}

#[test]
fn every_catalogue_is_complete_and_has_the_same_places() {
    let english = english();
    assert!(english.len() > 50, "the fields were found: {}", english.len());
    for name in [
        "by",
        "failures.network",
        "reading_time.one",
        "reading_time.other",
        "block_words.open_at",
        "language",
    ] {
        assert!(english.contains_key(name), "{name}");
    }
    for words in Locale::catalogues() {
        let faults = faults(&messages(words), &english);
        assert!(faults.is_empty(), "{}: {faults:#?}", words.language);
    }
}

/// Control: a catalogue with a message left out, emptied, or with another place is noticed.
#[test]
fn a_catalogue_with_a_fault_is_noticed() {
    let english = english();
    let wrong: [(&str, Option<&str>); 4] = [
        ("retry", Some("")),
        ("block_words.open_at", Some("Open")),
        ("reading_range.other", Some("{a} to {c}")),
        ("lightbox_words.close", None),
    ];
    for (name, text) in wrong {
        let mut own = english.clone();
        own.insert(name.to_owned(), text.map(str::to_owned));
        assert_eq!(faults(&own, &english).len(), 1, "{name}");
        let mut own = english.clone();
        own.remove(name);
        assert_eq!(faults(&own, &english).len(), 1, "{name}");
    }
}

#[test]
fn every_message_is_translated() {
    let english = english();
    // A comma between names is the same in English and German.
    let alike = ["list_comma"];
    for words in Locale::catalogues().iter().filter(|words| words.language != "en") {
        for (name, text) in messages(words) {
            let same = text.is_some() && english.get(&name) == Some(&text);
            let may = alike.contains(&name.as_str())
                || name == "block_words.tip" && words.language == "de";
            assert!(!same || may, "{}: {name} is English: {text:?}", words.language);
        }
    }
}

/// CLDR 48, cardinal rules for whole numbers, written as sets of numbers and not as code.
fn cldr(language: &str, n: u32) -> Class {
    const ARABIC_FEW: [u32; 8] = [3, 4, 5, 6, 7, 8, 9, 10];
    const ARABIC_OTHER: [u32; 3] = [100, 101, 102];
    match language {
        "ar" => match n {
            0 => Class::Zero,
            1 => Class::One,
            2 => Class::Two,
            n if ARABIC_FEW.iter().any(|few| n == *few || n == 100 + few || n == 200 + few) => {
                Class::Few
            }
            n if ARABIC_OTHER.iter().any(|other| n == *other || n == 100 + other) => Class::Other,
            _ => Class::Many,
        },
        "en" | "de" => {
            if n == 1 {
                Class::One
            } else {
                Class::Other
            }
        }
        other => panic!("no rule is written down for {other}"),
    }
}

#[test]
fn plural_classes_are_those_of_cldr_from_0_to_200() {
    let mut seen = BTreeSet::new();
    for words in Locale::catalogues() {
        for n in 0..=200 {
            assert_eq!((words.plural_class)(n), cldr(words.language, n), "{} {n}", words.language);
            seen.insert(format!("{} {:?}", words.language, cldr(words.language, n)));
        }
    }
    assert_eq!(seen.len(), 6 + 2 + 2);
}

#[test]
fn a_form_that_a_language_lacks_falls_to_other() {
    let classes = [Class::Zero, Class::One, Class::Two, Class::Few, Class::Many, Class::Other];
    let always = Plural::always("all");
    assert!(classes.iter().all(|class| always.form(*class) == "all"));
    let two = Plural::two_forms("one", "more");
    assert_eq!(
        classes.map(|class| two.form(class)),
        ["more", "one", "more", "more", "more", "more"]
    );
    let arabic = Locale::new("ar");
    assert_eq!(arabic.count(&arabic.words.reading_time, 5), "5 دقائق للقراءة");
    assert_eq!(arabic.count(&arabic.words.reading_time, 2), "دقيقتان للقراءة");
    let english = Locale::new("en");
    assert_eq!(english.count(&english.words.reading_time, 1), "1 minute to read");
    assert_eq!(english.count(&english.words.reading_time, 0), "0 minutes to read");
}

/// C-I4: no tag, however wrong, may reach `Intl`.
#[test]
fn an_unknown_or_hostile_language_speaks_english() {
    let long = "x".repeat(1000);
    let many = "en-".repeat(400);
    for tag in [
        "",
        " ",
        "xx",
        "-",
        "en_US",
        "e",
        "123",
        "en--US",
        "en-",
        "-en",
        "en\u{0}",
        "en-é",
        "ën",
        "日本語",
        "en US",
        "\"><script>",
        "xx-invalid-subtaglong",
        &long,
        &many,
    ] {
        let locale = Locale::new(tag);
        assert_eq!(locale.words.language, "en", "{tag:?}");
        assert!(is_tag(&locale.tag), "{tag:?}");
        assert!(locale.tag == tag || locale.tag == "en", "{tag:?}");
    }
    assert_eq!(Locale::default().tag, "en");
}

#[test]
fn a_known_language_is_known_by_its_primary_part_in_any_case() {
    for (tag, language) in [
        ("de", "de"),
        ("de-AT", "de"),
        ("DE-at", "de"),
        ("ar-EG", "ar"),
        ("en-GB", "en"),
        ("fr", "en"),
    ] {
        assert_eq!(Locale::new(tag).words.language, language);
        assert_eq!(Locale::new(tag).tag, tag);
        assert_eq!(Locale::speaks(tag), language != "en" || tag.starts_with("en"));
    }
}

#[test]
fn the_direction_follows_the_language_unless_it_is_written_in_latin() {
    for tag in ["ar", "ar-EG", "AR", "he", "fa", "ur-PK", "yi", "ckb"] {
        assert!(is_rtl(tag), "{tag}");
    }
    for tag in ["en", "de", "ja", "ar-Latn", "ar-Latn-EG", "", "arx", "xx-ar"] {
        assert!(!is_rtl(tag), "{tag}");
    }
}

#[test]
fn places_are_filled_once_and_broken_ones_stay() {
    let table = [
        ("{n} of {m}", "1 of 2"),
        ("{m}{n}{n}", "211"),
        ("no place", "no place"),
        ("{unknown} left out", " left out"),
        ("open { stays {n", "open { stays {n"),
        ("} closes nothing {n}", "} closes nothing 1"),
        ("", ""),
        ("{}", ""),
        ("{n}é", "1é"),
    ];
    for (message, expected) in table {
        assert_eq!(fill(message, &[("n", "1"), ("m", "2")]), expected, "{message}");
    }
    // A value that looks like a place is a value.
    assert_eq!(fill("{n} {m}", &[("n", "{m}"), ("m", "2")]), "{m} 2");
}

#[test]
fn every_reason_has_a_sentence_in_every_language() {
    for words in Locale::catalogues() {
        let locale = Locale::new(words.language);
        for reason in Reason::ALL {
            for status in [
                None,
                Some(200),
                Some(401),
                Some(403),
                Some(404),
                Some(410),
                Some(418),
                Some(429),
                Some(500),
            ] {
                let error =
                    LoadError { status, ..LoadError::new(reason, "https://a.example/", "m") };
                assert!(
                    sentence(&error, &locale).len() > 10,
                    "{} {reason:?} {status:?}",
                    words.language
                );
            }
        }
        let said = |status| {
            let error =
                LoadError { status: Some(status), ..LoadError::new(Reason::Status, "", "") };
            sentence(&error, &locale)
        };
        assert_eq!(
            [said(404), said(403), said(503)],
            [words.failures.not_found, words.failures.forbidden, words.failures.busy]
        );
        assert_eq!(said(410), said(404));
    }
}

/// The names are public: the event `standfirst-error` carries them.
#[test]
fn the_reasons_have_the_names_of_the_contract() {
    let names: Vec<_> = Reason::ALL.iter().map(|reason| reason.as_str()).collect();
    assert_eq!(
        names.join(" "),
        "network timeout offline status parse schema too-large unsupported origin aborted internal"
    );
}
