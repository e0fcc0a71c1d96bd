//! Sharing: every target with every hard case, what is read, what is refused.

use crate::support::read;
use serde_json::json;
use standfirst::content::share::{
    Action, Count, DEFAULT, Device, Named, Offer, Sharing, TARGETS, Target, Wanted, Way, canonical,
    offers, passage_key, quotation, server, surely, text_fragment, wanted,
};
use standfirst::icons::data::ALL;

const URL: &str = "https://news.example/report";

fn sharing(title: &str, url: &str) -> Sharing {
    Sharing { url: url.to_owned(), title: title.to_owned(), ..Sharing::default() }
}

fn reader(touch: bool) -> Device {
    Device { touch, sheet: false, server: Some("social.example".to_owned()) }
}

fn names(offers: &[Offer]) -> Vec<&str> {
    offers.iter().map(|offer| offer.name.as_str()).collect()
}

fn wanted_names(wanted: &[Wanted]) -> Vec<&str> {
    wanted.iter().map(|wanted| wanted.name.as_str()).collect()
}

/// The link of one target.
fn link(name: &str, sharing: &Sharing, device: &Device) -> Option<String> {
    match offers(sharing, &[Wanted::named(name)], device).pop()?.action {
        Action::Link(link) => Some(link),
        _ => None,
    }
}

/// The opposite of encoding. A plus, a raw space or half an escape is a fault.
fn decoded(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let [byte, after @ ..] = rest {
        assert!(byte.is_ascii_graphic() && *byte != b'+', "not encoded: {text}");
        if *byte == b'%' {
            bytes.push(u8::from_str_radix(std::str::from_utf8(&after[..2]).unwrap(), 16).unwrap());
            rest = &after[2..];
        } else {
            bytes.push(*byte);
            rest = after;
        }
    }
    String::from_utf8(bytes).unwrap()
}

/// The parameters of a link, decoded.
fn parameters(link: &str) -> Vec<(String, String)> {
    let query = link.split_once('?').unwrap().1;
    query
        .split('&')
        .map(|pair| pair.split_once('=').unwrap())
        .map(|(name, value)| (name.to_owned(), decoded(value)))
        .collect()
}

fn parameter(link: &str, name: &str) -> Option<String> {
    parameters(link).into_iter().find(|(n, _)| n == name).map(|(_, value)| value)
}

/// Headlines that something has once stumbled over, with what is shared of them.
fn hard_titles() -> Vec<(String, String)> {
    let same = |text: &str| (text.to_owned(), text.to_owned());
    vec![
        same(""),
        same("Plain words"),
        same("\"Quotes\", 'apostrophes' and «angles»"),
        same("Salt & vinegar = 1 + 1 # ? / \\ @ ; : , $"),
        same("100 % sure, %20 and %zz"),
        same("Family 👨‍👩‍👧‍👦, flags 🇩🇪🇸🇦, skin 👍🏽, heart ❤️"),
        same("مجلس الأمن يدعو إلى وقف إطلاق النار \u{200f}(رويترز)"),
        same("日本語の見出しは空白がない"),
        same("It's (not) over! *really* ~ yes_no-maybe."),
        same("<script>alert(1)</script>{url}{title}"),
        same("A\u{a0}:\u{202f}no break"),
        (" Two\r\nlines\tand  gaps ".into(), "Two lines and gaps".into()),
        ("Nul\0bell\u{7}del\u{7f}\u{85}end\u{2028}x".into(), "Nul bell del end x".into()),
        ("\u{202e}turned\u{202c} \u{2066}apart\u{2069}".into(), "turned apart".into()),
        (" \u{202e} \n".into(), String::new()),
    ]
}

const HARD_URLS: &[&str] = &[
    URL,
    "https://news.example/a?b=c&d=%20e+f#part-2",
    "https://nachrichten.bücher.example/straße?q=ä",
    "https://news.example/اخبار/1",
    "https://news.example/it's(a)*path!",
    "http://news.example:8080/",
];

#[test]
fn the_seven_default_targets_stand_in_their_order() {
    let offers = offers(&sharing("Title", URL), &[], &reader(true));
    assert_eq!(
        names(&offers),
        ["messenger", "facebook", "x", "linkedin", "whatsapp", "email", "copy"]
    );
    assert_eq!(offers.len(), DEFAULT);
    assert_eq!(offers[0].title, "Messenger");
    assert_eq!(offers[5].title, "", "a word of the interface");
}

#[test]
fn every_target_has_an_icon_of_the_catalogue_and_a_name_of_its_own() {
    let mut taken = Vec::new();
    for target in TARGETS {
        assert!(ALL.iter().any(|icon| icon.entry().shape.name == target.icon), "{}", target.icon);
        assert!(!target.ways.is_empty() && target.limit.most > 0, "{}", target.name);
        assert!(standfirst::date::Date::new(target.checked).moment.is_some(), "{}", target.checked);
        for name in [target.name].into_iter().chain(target.aliases.split_whitespace()) {
            assert!(!taken.contains(&name), "{name} twice");
            taken.push(name);
            let upper = name.to_ascii_uppercase();
            assert_eq!(Target::named(&upper).unwrap().name, target.name);
        }
    }
    assert!(Target::named("").is_none() && Target::named("none").is_none());
    assert!(Target::named("zebra").is_none());
}

#[test]
fn the_addresses_are_those_that_the_services_document() {
    let sharing = Sharing { text: Some("Text".into()), ..sharing("A b", URL) };
    let u = "https%3A%2F%2Fnews.example%2Freport";
    for (name, expected) in [
        ("facebook", format!("https://www.facebook.com/sharer/sharer.php?u={u}")),
        ("x", format!("https://x.com/intent/tweet?text=A%20b&url={u}")),
        ("linkedin", format!("https://www.linkedin.com/sharing/share-offsite/?url={u}")),
        ("whatsapp", format!("https://api.whatsapp.com/send?text=A%20b%0AText%0A{u}")),
        ("email", format!("mailto:?subject=A%20b&body=A%20b%0D%0A%0D%0AText%0D%0A%0D%0A{u}")),
        ("bluesky", format!("https://bsky.app/intent/compose?text=A%20b%0AText%0A{u}")),
        ("mastodon", format!("https://social.example/share?text=A%20b%0AText%0A{u}")),
        ("threads", format!("https://www.threads.com/intent/post?text=A%20b&url={u}")),
        ("telegram", format!("https://t.me/share/url?url={u}&text=A%20b")),
        ("reddit", format!("https://www.reddit.com/submit?url={u}&title=A%20b")),
    ] {
        assert_eq!(link(name, &sharing, &reader(false)), Some(expected), "{name}");
    }
}

#[test]
fn messenger_is_an_app_link_on_telephones_and_needs_an_app_id_on_desks() {
    let without = sharing("T", URL);
    let with = Sharing { app_id: Some("12".into()), ..without.clone() };
    let u = "https%3A%2F%2Fnews.example%2Freport";
    let on = |sharing, touch| link("messenger", sharing, &reader(touch));
    assert_eq!(on(&without, true), Some(format!("fb-messenger://share?link={u}")));
    assert_eq!(on(&with, true), Some(format!("fb-messenger://share?link={u}&app_id=12")));
    assert_eq!(on(&without, false), None, "a control that does nothing");
    assert_eq!(
        on(&with, false),
        Some(format!("https://www.facebook.com/dialog/send?app_id=12&link={u}&redirect_uri={u}"))
    );
    let blank = Sharing { app_id: Some(" ".into()), ..without.clone() };
    assert_eq!(on(&blank, false), None);
}

#[test]
fn mastodon_asks_for_a_server_until_there_is_one_that_can_be_one() {
    let action = |server: Option<&str>| {
        let device = Device { server: server.map(str::to_owned), ..Device::default() };
        offers(&sharing("T", URL), &wanted("mastodon"), &device).pop().unwrap().action
    };
    assert_eq!(action(None), Action::Server);
    assert_eq!(action(Some("localhost")), Action::Server);
    assert_eq!(action(Some("a.example/?x=")), action(Some("a.example")));
    assert!(
        matches!(action(Some("a.example")), Action::Link(l) if l.starts_with("https://a.example/share?text=T%0A"))
    );
}

/// Every target with every hard headline and address: what is decoded is what went in, and the address is there.
#[test]
fn what_is_encoded_decodes_to_what_was_shared() {
    let mut tried = 0;
    for target in TARGETS {
        for (title, shared) in hard_titles() {
            for url in HARD_URLS {
                let Some(link) = link(target.name, &sharing(&title, url), &reader(true)) else {
                    assert!(matches!(target.ways, [Way::Copy] | [Way::Code]), "{}", target.name);
                    continue;
                };
                tried += 1;
                let what = format!("{} {title:?} {url}: {link}", target.name);
                let message = |gap: &str| match shared.as_str() {
                    "" => (*url).to_owned(),
                    shared => [shared, gap, url].concat(),
                };
                for (name, value) in parameters(&link) {
                    let expected = match name.as_str() {
                        "u" | "url" | "link" => (*url).to_owned(),
                        "title" | "subject" => shared.clone(),
                        "body" => message("\r\n\r\n"),
                        "text" if matches!(target.name, "x" | "threads" | "telegram") => {
                            shared.clone()
                        }
                        "text" => message("\n"),
                        other => panic!("{other} in {what}"),
                    };
                    assert_eq!(value, expected, "{name} in {what}");
                }
                assert!(decoded(&link).contains(url), "{what}");
            }
        }
    }
    assert!(tried > 900, "{tried}");
}

/// Control of the decoder above: it sees what is not encoded.
#[test]
fn a_plus_and_a_raw_space_are_faults_to_the_decoder() {
    for bad in ["a+b", "a b", "a\u{e9}b", "a\nb", "%2", "%zz", "%ff"] {
        assert!(std::panic::catch_unwind(|| decoded(bad)).is_err(), "{bad}");
    }
    assert_eq!(decoded("a%20%2B%C3%A9"), "a +é");
}

/// The services' own counts, written anew: graphemes are at most code points.
fn counted(target: &Target, link: &str, url: &str) -> usize {
    let text = ["text", "title"].iter().find_map(|name| parameter(link, name)).unwrap();
    let points = |text: &str| text.chars().count();
    let bare = text.replace(url, "");
    match target.name {
        "x" => {
            let light =
                |c: char| matches!(c as u32, 0..=4351 | 8192..=8205 | 8208..=8223 | 8242..=8247);
            24 + text.chars().map(|c| if light(c) { 1 } else { 2 }).sum::<usize>()
        }
        "mastodon" => points(&bare) + 23,
        "threads" => {
            let bytes = |c: char| if c as u32 > 0x1_0000 { c.len_utf8() } else { 1 };
            text.chars().map(bytes).sum::<usize>() + points(url)
        }
        "telegram" => (text.encode_utf16().count() + url.encode_utf16().count()) + 1,
        _ => points(&text),
    }
}

#[test]
fn a_long_text_is_cut_to_the_services_own_count_and_the_address_never() {
    let long = |piece: &str| piece.chars().cycle().take(5_000).collect::<String>();
    let titles = [
        long("Word after word, "),
        long("x"),
        long("كلمة بعد كلمة "),
        long("見出し"),
        long("👨‍👩‍👧‍👦🇩🇪"),
        long("e\u{301}"),
        long("a 👍🏽 "),
    ];
    let mut cut = 0;
    for target in TARGETS.iter().filter(|target| target.name != "facebook") {
        for title in &titles {
            for text in [None, Some(long("More of it. "))] {
                for url in &HARD_URLS[..3] {
                    let sharing = Sharing { text: text.clone(), ..sharing(title, url) };
                    let Some(link) = link(target.name, &sharing, &reader(false)) else { continue };
                    assert!(link.len() <= 8_000, "{}: {}", target.name, link.len());
                    assert!(decoded(&link).contains(url), "{}", target.name);
                    match target.limit.of {
                        Count::Bytes if target.name == "email" => assert!(link.len() <= 2_000),
                        Count::Bytes => {}
                        _ => {
                            let count = counted(target, &link, url);
                            assert!(count <= target.limit.most as usize, "{}", target.name);
                        }
                    }
                    for (name, value) in parameters(&link) {
                        let shown = value.replace(url, "");
                        let shown = shown.trim_end();
                        let whole = shown.starts_with(title.trim_end());
                        cut += usize::from(!whole);
                        if !whole && matches!(name.as_str(), "title" | "subject" | "text") {
                            let kept = shown.strip_suffix('…').unwrap();
                            assert!(title.starts_with(kept), "{}: {shown}", target.name);
                            assert!(!kept.ends_with(' '), "{shown}");
                        }
                    }
                }
            }
        }
    }
    assert!(cut > 250, "{cut}");
}

#[test]
fn no_more_is_cut_than_must_be() {
    let words = "wordy ".repeat(1_000);
    let short = link("x", &sharing(&words, URL), &reader(false)).unwrap();
    let text = parameter(&short, "text").unwrap();
    // 280 less 23 for the link and a space, less 2 for the sign, less at most one word.
    assert!((248..=256).contains(&text.chars().count()), "{}", text.len());
    assert!(text.ends_with("wordy…"), "at a word: {text}");
    let exact = "x".repeat(256);
    let whole = link("x", &sharing(&exact, URL), &reader(false)).unwrap();
    assert_eq!(parameter(&whole, "text").unwrap(), exact);
    let exact = "x".repeat(300);
    let whole = link("reddit", &sharing(&exact, URL), &reader(false)).unwrap();
    assert_eq!(parameter(&whole, "title").unwrap(), exact);
    let exact = "y".repeat(300 - URL.len() - 1);
    let whole = link("bluesky", &sharing(&exact, URL), &reader(false)).unwrap();
    assert_eq!(parameter(&whole, "text").unwrap(), [&exact, "\n", URL].concat());
    // A space far from the cut is no place to cut at: most of a text without spaces would go.
    let early = ["a ", &"字".repeat(400)].concat();
    let most = link("reddit", &sharing(&early, URL), &reader(false)).unwrap();
    assert!(parameter(&most, "title").unwrap().chars().count() > 90);
    // Ideographs weigh 2 on X.
    let han = link("x", &sharing(&"字".repeat(200), URL), &reader(false)).unwrap();
    assert_eq!(parameter(&han, "text").unwrap().chars().count(), 128);
}

#[test]
fn the_text_is_cut_before_the_headline() {
    let sharing = Sharing { text: Some("Long text. ".repeat(200)), ..sharing("The headline", URL) };
    for name in ["bluesky", "mastodon", "email"] {
        let link = link(name, &sharing, &reader(false)).unwrap();
        let message = parameter(&link, if name == "email" { "body" } else { "text" }).unwrap();
        assert!(
            message.starts_with("The headline\r\n\r\nLong")
                || message.starts_with("The headline\nLong")
        );
        assert!(message.contains("…") && message.ends_with(URL), "{message}");
    }
}

/// A cut inside these shows a letter without its accent, a broken flag, a family of one.
#[test]
fn what_belongs_together_is_not_cut_apart() {
    for (piece, whole) in
        [("👨‍👩‍👧‍👦", 7), ("🇩🇪", 2), ("👍🏽", 2), ("e\u{301}", 2), ("❤\u{fe0f}", 2), ("कि", 2), ("ที่", 3)]
    {
        for lead in 0..whole + 8 {
            let title = ["a".repeat(lead), piece.repeat(600)].concat();
            let link = link("reddit", &sharing(&title, URL), &reader(false)).unwrap();
            let shown = parameter(&link, "title").unwrap();
            let kept = shown.strip_suffix('…').unwrap();
            assert_eq!((kept.chars().count() - lead) % whole, 0, "{piece} after {lead}: {kept}");
            assert!(kept.chars().count() > 60, "{piece}");
        }
    }
}

#[test]
fn an_address_too_long_for_mail_takes_the_control_away() {
    let url = ["https://news.example/", &"a".repeat(1_990)].concat();
    assert_eq!(link("email", &sharing("T", &url), &reader(false)), None);
    assert!(link("facebook", &sharing("T", &url), &reader(false)).is_some());
    assert_eq!(names(&offers(&sharing("T", &url), &wanted("copy qr"), &reader(false))), ["copy"]);
}

#[test]
fn without_an_address_of_the_web_nothing_is_offered() {
    for url in [
        "",
        " ",
        "javascript:alert(1)",
        "data:text/html,x",
        "report.html",
        "https-guide/x",
        "mailto:a@b.example",
        "//news.example/",
        "https://u:p@news.example/",
    ] {
        assert_eq!(offers(&sharing("T", url), &[], &reader(true)), [], "{url}");
    }
}

#[test]
fn the_shared_address_is_rid_of_foreign_parameters_and_of_nothing_else() {
    for (given, expected) in [
        ("https://a.example/?utm_source=x&id=1&utm_medium=y", "https://a.example/?id=1"),
        ("https://a.example/p?UTM_Source=x&FBCLID=1", "https://a.example/p"),
        ("https://a.example/p?gclid=1#frag?utm_source=x", "https://a.example/p#frag?utm_source=x"),
        ("https://a.example/p?b=2&a=1&b=3&mc_eid", "https://a.example/p?b=2&a=1&b=3"),
        (
            "https://a.example/?utm=1&xutm_source=2&fbclid2=3",
            "https://a.example/?utm=1&xutm_source=2&fbclid2=3",
        ),
        ("https://a.example/?q=%26utm_source=1", "https://a.example/?q=%26utm_source=1"),
        ("https://a.example/?q=a+b;c&ü=1", "https://a.example/?q=a+b;c&ü=1"),
        ("https://bücher.example/utm_source=1", "https://bücher.example/utm_source=1"),
        ("https://a.example/?_hsenc=1&=2&&x", "https://a.example/?=2&&x"),
        ("https://a.example/?", "https://a.example/?"),
        ("", ""),
    ] {
        assert_eq!(canonical(given), expected, "{given}");
        assert_eq!(canonical(expected), expected, "once is enough");
    }
    for name in "fbclid gclid gbraid wbraid dclid msclkid mc_cid mc_eid igshid igsh twclid ttclid yclid _hsenc _hsmi mkt_tok vero_id oly_enc_id oly_anon_id rb_clickid s_cid ref_src utm_id".split(' ') {
        assert_eq!(canonical(&format!("{URL}?a=1&{name}=2")), format!("{URL}?a=1"));
    }
}

#[test]
fn every_way_of_sharing_gives_the_canonical_address() {
    let given = sharing("T", "https://news.example/a?fbclid=1&id=2#c");
    for target in TARGETS {
        match offers(&given, &[Wanted::named(target.name)], &reader(true)).pop().unwrap().action {
            Action::Link(link) => {
                assert!(decoded(&link).contains("https://news.example/a?id=2#c"), "{link}");
                assert!(!link.contains("fbclid"), "{link}");
            }
            Action::Copy | Action::Code => {}
            Action::Server => panic!("there is one"),
        }
        assert_eq!(given.address(target.name), "https://news.example/a?id=2#c");
    }
}

#[test]
fn a_campaign_stands_in_the_shared_address_when_the_publisher_gives_one() {
    let with = |campaign: &str, url: &str| Sharing {
        campaign: Some(campaign.to_owned()),
        ..sharing("T", url)
    };
    let tagged = with(
        "utm_source={target}&utm_medium=share",
        "https://news.example/a?utm_source=old&id=2#c",
    );
    let expected = "https://news.example/a?id=2&utm_source=copy&utm_medium=share#c";
    assert_eq!(tagged.address("copy"), expected);
    let link = link("facebook", &tagged, &reader(false)).unwrap();
    assert_eq!(
        parameter(&link, "u").unwrap(),
        "https://news.example/a?id=2&utm_source=facebook&utm_medium=share#c"
    );
    assert_eq!(with("?a=b", URL).address("qr"), format!("{URL}?a=b"));
    assert_eq!(with("a=b c#d\"", URL).address("qr"), format!("{URL}?a=b%20c%23d%22"));
    assert_eq!(with(" ", URL).address("qr"), URL);
    assert_eq!(with("a=b", "https://a.example/?").address("qr"), "https://a.example/?a=b");
}

#[test]
fn an_attribute_names_targets_in_order_by_name_or_alias() {
    let names = |attribute: &str| {
        wanted(attribute).iter().map(|w| w.name.clone()).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(names(""), "");
    assert_eq!(names("  \n"), "");
    assert_eq!(names("email, X\tfacebook\ncopy"), "email x facebook copy");
    assert_eq!(names("twitter link mail"), "x copy email");
    assert_eq!(names("zebra x"), "x", "unknown ones are skipped");
    assert_eq!(names("none"), "none");
    assert_eq!(names("zebra"), "none", "not the default ones");
    assert_eq!(names("[\"x\", \"zebra\", {\"name\": \"twitter\", \"title\": \"Bird\"}]"), "x x");
    assert_eq!(names("[]"), "");
    assert_eq!(names("[broken"), "none");
}

#[test]
fn none_offers_nothing_and_a_double_counts_once() {
    let offered = |attribute: &str| {
        let offers = offers(&sharing("T", URL), &wanted(attribute), &reader(false));
        offers.iter().map(|offer| offer.name.clone()).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(offered("none"), "");
    assert_eq!(offered("[\"none\"]"), "");
    assert_eq!(offered("x email twitter x mail"), "x email");
    assert_eq!(offered("qr copy"), "qr copy");
    let by_hand = [Wanted::named("twitter"), Wanted::named("x"), Wanted::named("zebra")];
    assert_eq!(names(&offers(&sharing("T", URL), &by_hand, &reader(false))), ["x"]);
}

fn article_with(targets: serde_json::Value) -> (Vec<Wanted>, Vec<(String, String)>) {
    let article =
        json!({ "headline": "H", "articleBody": "B", "share": { "url": URL, "targets": targets } });
    let reading = read(&article);
    let problems = reading.problems.into_iter().map(|p| (p.path, p.reason)).collect();
    (reading.article.share.unwrap().targets, problems)
}

#[test]
fn the_article_names_targets_and_an_unknown_one_is_a_problem() {
    let (targets, problems) = article_with(json!(["twitter", "zebra", "", null, "Email"]));
    assert_eq!(wanted_names(&targets), ["x", "email"]);
    assert_eq!(problems.len(), 1);
    assert_eq!(problems[0].0, "$.share.targets[1]");
    let (targets, problems) = article_with(json!("copy"));
    assert_eq!((wanted_names(&targets), problems.len()), (vec!["copy"], 0));
    let (targets, problems) = article_with(json!("none"));
    assert_eq!((wanted_names(&targets), problems.len()), (vec!["none"], 0));
    let (targets, problems) = article_with(json!(["zebra"]));
    assert_eq!((wanted_names(&targets), problems.len()), (vec!["none"], 1));
    let (targets, problems) = article_with(json!([]));
    assert_eq!((targets.len(), problems.len()), (0, 0));
    let (targets, problems) =
        article_with(json!([true, ["x"], {"title": "T"}, {"name": "own"}, "x"]));
    assert_eq!(wanted_names(&targets), ["x"]);
    let paths: Vec<_> = problems.iter().map(|(path, _)| path.as_str()).collect();
    assert_eq!(
        paths,
        [
            "$.share.targets[0]",
            "$.share.targets[1]",
            "$.share.targets[2].name",
            "$.share.targets[3].url"
        ]
    );
}

#[test]
fn a_known_target_can_be_given_another_address_title_icon_and_limit() {
    let (targets, problems) = article_with(json!([
        { "name": "twitter", "url": "https://x.com/intent/post?text={title}&url={url}&via=desk" },
        { "name": "email", "title": "Write" },
        { "name": "bluesky", "limit": 40, "icon": "link" },
    ]));
    assert_eq!(problems, []);
    let offers = offers(&sharing("A b c d e f g", URL), &targets, &reader(false));
    assert_eq!(names(&offers), ["x", "email", "bluesky"]);
    assert_eq!(
        offers[0].action,
        Action::Link("https://x.com/intent/post?text=A%20b%20c%20d%20e%20f%20g&url=https%3A%2F%2Fnews.example%2Freport&via=desk".into())
    );
    assert_eq!((offers[0].title.as_str(), offers[0].icon.as_str()), ("X", "x"));
    assert_eq!((offers[1].title.as_str(), offers[1].icon.as_str()), ("Write", "email"));
    assert_eq!(offers[2].icon, "link");
    let Action::Link(link) = &offers[2].action else { panic!() };
    assert_eq!(parameter(link, "text").unwrap(), format!("A b c d e f…\n{URL}"), "40 characters");
}

#[test]
fn a_target_of_the_publishers_own_needs_a_name_and_a_safe_address() {
    let (targets, problems) = article_with(json!([
        { "name": "Desk & co", "url": "https://desk.example/?u={url}&m={message}", "title": "Our desk" },
        { "name": "letters", "url": "MAILTO:letters@news.example?subject={title}&body={message}" },
        { "name": "toot", "url": "https://{server}/publish?text={text}", "icon": "mastodon" },
    ]));
    assert_eq!(problems, []);
    let shared = sharing("A & b", URL);
    let offers = offers(&shared, &targets, &Device::default());
    assert_eq!(names(&offers), ["Desk & co", "letters", "toot"]);
    assert_eq!((offers[0].title.as_str(), offers[0].icon.as_str()), ("Our desk", "share"));
    assert_eq!(offers[1].title, "letters");
    assert_eq!(
        offers[1].action,
        Action::Link("mailto:letters@news.example?subject=A%20%26%20b&body=A%20%26%20b%0D%0A%0D%0Ahttps%3A%2F%2Fnews.example%2Freport".into())
    );
    assert_eq!((&offers[2].action, offers[2].icon.as_str()), (&Action::Server, "mastodon"));
}

#[test]
fn a_hostile_template_is_a_problem_and_never_a_link() {
    for template in [
        "javascript:alert('{title}')",
        " JavaScript:alert(1)//{url}",
        "java\nscript:alert(1)",
        "\u{1}javascript:alert(1)",
        "data:text/html,{title}",
        "vbscript:x",
        "blob:https://a.example/1",
        "file:///etc/passwd",
        "tel:{title}",
        "fb-messenger://share?link={url}",
        "/relative?u={url}",
        "//a.example/?u={url}",
        "{url}",
        "{title}",
        "https://user:pass@a.example/?u={url}",
        "https://",
        "https://a.example/{unknown}",
        "https://a.example/{url",
        "",
    ] {
        let (targets, problems) = article_with(json!([{ "name": "own", "url": template }, "x"]));
        assert_eq!(wanted_names(&targets), ["x"], "{template}");
        assert_eq!(problems.len(), 1, "{template}");
        assert_eq!(problems[0].0, "$.share.targets[0].url", "{template}");
        // Built by a program instead of read: refused by the offers as well.
        let mut by_hand = Wanted::named("own");
        by_hand.template = Some(template.to_owned());
        assert_eq!(offers(&sharing("T", URL), &[by_hand], &reader(true)), [], "{template}");
        // On a known target the address is dropped, and the target keeps its own.
        if !template.is_empty() {
            let (targets, _) = article_with(json!([{ "name": "x", "url": template }]));
            assert_eq!(targets, [Wanted::named("x")], "{template}");
        }
    }
}

#[test]
fn a_readers_server_is_a_public_host_however_it_is_typed() {
    for (typed, expected) in [
        ("mastodon.social", "mastodon.social"),
        ("  Mastodon.Social \n", "mastodon.social"),
        ("https://mastodon.social/@me", "mastodon.social"),
        ("HTTP://mastodon.social", "mastodon.social"),
        ("mastodon.social/@me?x#y", "mastodon.social"),
        ("@me@mastodon.social", "mastodon.social"),
        ("me.too@mastodon.social", "mastodon.social"),
        ("mastodon.social.", "mastodon.social"),
        ("social.example:8443", "social.example:8443"),
        ("bücher.example", "bücher.example"),
        ("xn--bcher-kva.example", "xn--bcher-kva.example"),
        ("تواصل.example", "تواصل.example"),
        ("4.social.example", "4.social.example"),
    ] {
        assert_eq!(server(typed).as_deref(), Some(expected), "{typed}");
        assert_eq!(server(expected).as_deref(), Some(expected), "it is one");
    }
    let long = format!("{}.example", "a".repeat(64));
    let longer = format!("{}example", "abc.".repeat(70));
    for typed in [
        "",
        " ",
        "@",
        "@me",
        "me@",
        "mastodon",
        "localhost",
        "LOCALHOST:3000",
        "a.localhost",
        "printer.local",
        "127.0.0.1",
        "10.0.0.1:80",
        "[::1]",
        "::1",
        "0x7f.1",
        "2130706433",
        "1.2.3.4",
        "１２７.０.０.１",
        "①.②",
        "https://user:pass@a.example/",
        "https://user@a.example",
        "user:pass@a.example",
        "a@b@c.example:x",
        "a b.example",
        "a..example",
        ".example",
        "-a.example",
        "a-.example",
        "a_b.example",
        "a.example:0",
        "a.example:99999",
        "a.example:",
        "a.example:8a",
        "javascript:alert(1)",
        "ftp://a.example",
        "//a.example",
        "a.example%2F@evil.example",
        "a\u{202e}.example",
        "a\0.example",
        "a。example",
        "\"a.example",
        "a.example\"",
        "{url}.example",
        &long,
        &longer,
    ] {
        assert_eq!(server(typed), None, "{typed}");
    }
}

#[test]
fn a_text_fragment_names_a_short_passage_whole_and_a_long_one_by_its_ends() {
    assert_eq!(
        text_fragment("Salt & light, well-known"),
        ":~:text=Salt%20%26%20light%2C%20well%2Dknown"
    );
    assert_eq!(text_fragment(" \n "), "");
    assert_eq!(text_fragment("  two\twords\n"), ":~:text=two%20words");
    let long = (1..=40).map(|n| format!("word{n}")).collect::<Vec<_>>().join(" ");
    assert_eq!(
        text_fragment(&long),
        ":~:text=word1%20word2%20word3%20word4%20word5,word36%20word37%20word38%20word39%20word40"
    );
    // A text is only found within one block, so two paragraphs are named by their ends however short.
    assert_eq!(
        text_fragment("First one.\n\nLast one here."),
        ":~:text=First%20one.,Last%20one%20here."
    );
    // Seven words, over a hundred characters: the ends may not overlap.
    let seven = vec!["x".repeat(16); 7].join(" ");
    assert_eq!(text_fragment(&seven).matches("%20").count(), 4);
    let han: String = (0..150).map(|n| char::from_u32(0x4E00 + n).unwrap()).collect();
    let fragment = text_fragment(&han);
    let (start, end) = fragment.strip_prefix(":~:text=").unwrap().split_once(',').unwrap();
    assert!(han.starts_with(&decoded(start)) && han.ends_with(&decoded(end)));
    assert_eq!((decoded(start).chars().count(), decoded(end).chars().count()), (20, 20));
    for passage in ["مجلس الأمن", "👨‍👩‍👧", "a-b,c&d=e#f%g+h"] {
        let fragment = text_fragment(passage);
        let text = fragment.strip_prefix(":~:text=").unwrap();
        assert_eq!(decoded(text), passage);
        assert!(!text.contains(['-', ',', '&', '#', '+']), "{text}");
    }
}

#[test]
fn a_quotation_is_the_passage_in_its_quotes_with_title_and_address() {
    assert_eq!(
        quotation(" Said so. ", URL, "The\nheadline", "“", "”"),
        format!("“Said so.”\nThe headline\n{URL}")
    );
    assert_eq!(quotation("قال", URL, "", "«", "»"), format!("«قال»\n{URL}"));
}

#[test]
fn a_passage_key_is_the_same_wherever_white_space_is_folded_and_differs_by_text() {
    let key = passage_key("A paragraph of words.");
    assert_eq!(key, passage_key("  A paragraph\n\tof   words. "));
    assert_ne!(key, passage_key("A paragraph of word."));
    assert_ne!(passage_key("ab c"), passage_key("a bc"));
    // FNV-1a's own numbers: a page that somebody has linked to must keep its keys.
    assert_eq!(passage_key(""), "p-ztntfp");
    assert_eq!(passage_key("a"), format!("p-{}", base36(0xE40C_292C)));
    assert_eq!(passage_key("foobar"), format!("p-{}", base36(0xBF9C_F968)));
    assert!(key.len() <= 9 && key.bytes().all(|b| b == b'-' || b.is_ascii_alphanumeric()));
}

fn base36(mut number: u32) -> String {
    let mut digits = Vec::new();
    while number > 0 {
        digits.push(char::from_digit(number % 36, 36).unwrap());
        number /= 36;
    }
    digits.iter().rev().collect()
}

#[test]
fn where_something_is_surely_offered_it_is_offered_on_every_device() {
    let page = sharing("Salt & light", "https://news.example/report");
    let mut sure = 0;
    for target in TARGETS {
        for name in target.aliases.split_ascii_whitespace().chain([target.name]) {
            let named = wanted(name);
            if surely(&page, &Named::Text(name.to_uppercase())) {
                sure += 1;
                for touch in [false, true] {
                    assert!(!offers(&page, &named, &reader(touch)).is_empty(), "{name}");
                }
            }
        }
    }
    assert!(sure == 23 && surely(&page, &Named::Usual), "{sure}");
}

#[test]
fn what_may_fail_is_never_sure() {
    let page = sharing("Salt & light", "https://news.example/report");
    let long = sharing("Salt", &["https://news.example/", &"a".repeat(300)].concat());
    for (page, names) in
        [(&page, "messenger"), (&page, "none"), (&long, "x"), (&sharing("Salt", "/report"), "copy")]
    {
        assert!(!surely(page, &Named::Text(names.to_owned())), "{} {names}", page.url);
    }
}
