//! What is drawn: roles, names, attributes, order. Read back from the string, never from private class names
//! where a role or a tag will do.

use crate::support::{Drawing, Tree, draw, page_of, read, with_body};
use leptos::component::{component_props_builder, component_view};
use leptos::prelude::*;
use serde_json::{Value, json};
use standfirst::components::{failed, skeleton};
use standfirst::content::embeds;
use standfirst::error::{LoadError, Reason};
use standfirst::i18n::Locale;
use standfirst::markup::{Element, Markup, Nodes};
use standfirst::policy::SafeUrl;
use standfirst::{ArticleReader, draw};

const NOW: i64 = 1_795_156_200_000; // 2026-11-20T06:30:00Z

/// The page of one block.
fn block(block: Value) -> Tree {
    page_of(&with_body(json!([block])))
}

/// The page of an article with these members besides a headline and a paragraph.
fn article(members: Value) -> Tree {
    at(members, 0)
}

fn at(members: Value, now_ms: i64) -> Tree {
    let mut article = json!({ "headline": "Headline", "body": ["Text"] });
    article.as_object_mut().unwrap().extend(members.as_object().unwrap().clone());
    Tree::parse(&draw(read(&article).article, &Drawing { now_ms, ..Drawing::default() }))
}

fn write(nodes: Nodes) -> String {
    Owner::new().with(|| nodes.into_iter().map(RenderHtml::to_html).collect())
}

fn everything() -> Value {
    serde_json::from_str(&crate::support::file("tests/fixtures/every-member.json")).unwrap()
}

// The string writer.

#[test]
fn text_and_attributes_are_escaped() {
    let mut out = Vec::new();
    draw!((&mut out); p title=("a \"b\" <c> & 'd'".to_owned()) { ("<script>alert(1)</script> & \"x\"".to_owned()) });
    let html = write(out);
    assert_eq!(
        html,
        "<p title=\"a &quot;b&quot; &lt;c&gt; &amp; 'd'\">&lt;script&gt;alert(1)&lt;/script&gt; &amp; \"x\"</p>"
    );
}

#[test]
fn void_elements_have_no_end_and_others_always_do() {
    let mut out = Vec::new();
    draw!((&mut out); p { br; img alt="" src=("a.jpg".to_owned()); hr; source; track; wbr; } div; iframe;);
    let html = write(out);
    assert_eq!(
        html,
        "<p><br><img alt src=\"a.jpg\"><hr><source><track><wbr></p><div></div><iframe></iframe>"
    );
}

/// The parser drops one line feed after `<pre>`: a program that begins with an empty line would lose it.
#[test]
fn a_line_feed_at_the_start_of_program_text_is_kept() {
    let mut out = Vec::new();
    draw!((&mut out); pre { ("\n\none".to_owned()) } pre { ("one\n".to_owned()) } p { ("\none".to_owned()) });
    assert_eq!(write(out), "<pre>\n\n\none</pre><pre>one\n</pre><p>\none</p>");
}

#[test]
fn custom_properties_become_the_style_and_nothing_of_a_false_attribute_is_written() {
    let mut out = Vec::new();
    draw!((&mut out);
        div ["--sf-a"]="1px" class="x" ["--sf-b"]=("a\"b".to_owned()) ["--sf-none"]=(None::<String>) open=(true) hidden=(false) id=(None::<String>);
    );
    assert_eq!(write(out), "<div class=\"x\" open style=\"--sf-a:1px;--sf-b:a&quot;b;\"></div>");
}

#[test]
fn the_macro_draws_conditions_lists_and_functions_in_their_order() {
    let mut out = Vec::new();
    let names = vec!["a", "b"];
    let none = names.len() > 2;
    draw!((&mut out);
        ul { for name in (names) { li { (name) } } if none { "none" } else { "some" } if let Some(x) = (Some("x")) { (x) } }
        do (|out: &mut Nodes| draw!(out; em { "do" }))
        (Markup::Text("text".into()))
    );
    assert_eq!(write(out), "<ul><li>a</li><li>b</li>somex</ul><em>do</em>text");
}

#[test]
fn children_that_follow_a_signal_are_written_after_the_others() {
    let html = Owner::new().with(|| {
        let n = RwSignal::new(1_u32);
        let mut out = Vec::new();
        let element = Element::open(&mut out, "p");
        draw!((element.children()); "n: ");
        element.live(Box::new(move || vec![Markup::Text(n.get().to_string().into())]));
        n.set(2);
        out.into_iter().map(RenderHtml::to_html).collect::<String>()
    });
    assert_eq!(html, "<p>n: 2</p>");
}

/// What no svg, button, link, region or picture of a page may be without.
fn nameless(page: &Tree) -> Vec<String> {
    let mut faults = Vec::new();
    for tree in page.all() {
        let label = tree.get("aria-label").is_some_and(|label| !label.trim().is_empty());
        let inside = || {
            !tree.text().trim().is_empty()
                || tree
                    .tags("img")
                    .iter()
                    .any(|img| img.get("alt").is_some_and(|alt| !alt.is_empty()))
        };
        let fault = match tree.tag.as_str() {
            "svg" => tree.get("aria-hidden") != Some("true") && !label,
            "button" => !label && !inside() || tree.get("type") != Some("button"),
            "a" => tree.get("href").is_none() || !label && !inside(),
            "summary" | "th" | "caption" => tree.tag != "th" && !inside(),
            "img" => {
                tree.get("alt").is_none()
                    || tree.get("loading").is_none()
                    || tree.get("referrerpolicy") != Some("no-referrer")
            }
            "iframe" => tree.get("title").is_none(),
            "dialog" => !label,
            _ => {
                let region = matches!(tree.get("role"), Some("region" | "group"));
                let focusable = tree.get("tabindex") == Some("0");
                (region && !label) || (focusable && !region)
            }
        };
        if fault {
            faults.push(format!("<{}> {:?}", tree.tag, tree.attributes));
        }
    }
    faults
}

#[test]
fn everything_on_the_page_has_its_name_and_role() {
    let page = page_of(&everything());
    assert_eq!(nameless(&page), Vec::<String>::new());
    let samples = crate::support::samples();
    for path in samples {
        let value: Value = serde_json::from_str(&crate::support::file(&path)).unwrap();
        assert_eq!(nameless(&page_of(&value)), Vec::<String>::new(), "{path}");
    }
}

/// Control.
#[test]
fn a_thing_without_a_name_is_seen() {
    for wrong in [
        "<svg></svg>",
        "<button type=\"button\"><svg aria-hidden=\"true\"></svg></button>",
        "<button>no type</button>",
        "<a>no address</a>",
        "<a href=\"/\"></a>",
        "<img src=\"a\">",
        "<div role=\"region\"></div>",
        "<div tabindex=\"0\">x</div>",
        "<iframe src=\"/\"></iframe>",
        "<dialog></dialog>",
    ] {
        assert_eq!(nameless(&Tree::parse(wrong)).len(), 1, "{wrong}");
    }
}

// The head.

#[test]
fn the_head_says_what_who_where_and_when_in_that_order() {
    let page = page_of(&everything());
    let head = page.class("sf-head").text();
    let mut from = 0;
    for text in [
        "Breaking",
        "The kicker",
        "The headline is still here",
        "The standfirst",
        "Ana Ruiz",
        "Reporter",
        "Sample Desk",
        "The clock was slow",
    ] {
        let at = head[from..].find(text).unwrap_or_else(|| panic!("{text} in its place: {head}"));
        from += at;
    }
    assert_eq!(page.class("sf-label").get("data-kind"), Some("breaking"));
    assert_eq!(page.tags("h1").len(), 1);
    for (part, tag) in [
        ("headline", "h1"),
        ("standfirst", "p"),
        ("byline", "div"),
        ("body", "div"),
        ("article", "article"),
    ] {
        let parts: Vec<_> =
            page.all().into_iter().filter(|tree| tree.get("part") == Some(part)).collect();
        assert_eq!(parts.len(), 1, "{part}");
        assert_eq!(parts[0].tag, tag);
    }
}

#[test]
fn a_bare_article_draws_nothing_empty() {
    let page = page_of(&json!({ "headline": "Headline", "body": ["Text"] }));
    for tree in page.all() {
        let may = ["br", "img", "hr", "path", "svg", "footer", "header"]
            .contains(&tree.tag.as_str())
            || tree.is("sf-rights");
        assert!(may || !tree.text().is_empty(), "<{}> {:?} is empty", tree.tag, tree.attributes);
    }
    assert!(page.classes("sf-byline").is_empty() && page.classes("sf-kicker").is_empty());
    assert!(
        page.tags("time").is_empty()
            && page.tags("dialog").is_empty()
            && page.tags("figure").is_empty()
    );
}

#[test]
fn headings_follow_the_level_of_the_headline() {
    let body = with_body(json!([
        { "type": "heading", "level": 2, "text": "a" }, { "type": "heading", "level": 3, "text": "b" },
        { "type": "heading", "level": 4, "text": "c" }, { "type": "qanda", "items": [{ "question": "d" }] },
    ]));
    for (level, expected) in [
        (0, [1, 2, 3, 4, 5]),
        (1, [1, 2, 3, 4, 5]),
        (2, [2, 3, 4, 5, 6]),
        (3, [3, 4, 5, 6, 6]),
        (4, [4, 5, 6, 6, 6]),
        (9, [4, 5, 6, 6, 6]),
    ] {
        let html = draw(read(&body).article, &Drawing { level, ..Drawing::default() });
        assert_eq!(Tree::parse(&html).heading_levels(), expected, "{level}");
    }
}

#[test]
fn a_label_is_drawn_until_it_expires() {
    let label = |expires: &str| json!({ "label": { "text": "Breaking", "kind": "breaking", "expires": expires } });
    for (expires, there) in [
        ("2026-11-20T06:30:01Z", true),
        ("2026-11-20T06:30:00Z", false),
        ("2020-01-01T00:00:00Z", false),
        ("2026-11-20T07:00:00+01:00", false),
        ("soon", true),
        ("", true),
    ] {
        let page = at(label(expires), NOW);
        assert_eq!(page.classes("sf-label").len(), usize::from(there), "{expires}");
    }
}

#[test]
fn updated_is_said_only_where_it_differs() {
    let times = |published: &str, modified: &str| {
        at(json!({ "datePublished": published, "dateModified": modified }), NOW)
            .class("sf-byline")
            .text()
    };
    assert!(times("2026-11-20T05:30:00Z", "2026-11-20T06:00:00Z").contains("Updated"));
    assert!(!times("2026-11-20T05:30:00Z", "2026-11-20T05:30:00Z").contains("Updated"));
    assert!(!times("2026-11-20T05:30:00Z", "").contains("Updated"));
    // The same moment in another zone is no update.
    assert!(!times("2026-11-20T05:30:00Z", "2026-11-20T06:30:00+01:00").contains("Updated"));
}

#[test]
fn a_time_has_its_machine_form_and_beside_an_age_its_full_date() {
    let page = at(json!({ "datePublished": "2026-11-20T05:30:00Z" }), NOW);
    let time = page.tag("time");
    assert_eq!(time.get("datetime"), Some("2026-11-20T05:30:00Z"));
    assert_eq!(time.text(), "1 hour ago");
    assert_eq!(time.get("title"), Some("20 November 2026 at 05:30 UTC"));
    let absolute = at(json!({ "datePublished": "2026-11-20T05:30:00" }), NOW);
    assert_eq!(absolute.tag("time").get("title"), None);
    let unread = at(json!({ "datePublished": "Spring" }), NOW);
    assert_eq!(
        (unread.tag("time").get("datetime"), unread.tag("time").text()),
        (None, "Spring".to_owned())
    );
}

#[test]
fn the_language_and_direction_are_the_articles_own() {
    for (members, lang, dir) in [
        (json!({}), None, None),
        (json!({ "inLanguage": "ar-EG" }), Some("ar-EG"), Some("rtl")),
        (json!({ "inLanguage": "en-GB" }), Some("en-GB"), Some("ltr")),
        (json!({ "inLanguage": "en", "dir": "rtl" }), Some("en"), Some("rtl")),
        (json!({ "dir": "auto" }), None, Some("auto")),
        // A tag that is none says nothing: neither the language nor the direction.
        (json!({ "inLanguage": "no language at all" }), None, None),
        (json!({ "inLanguage": "x".repeat(1000) }), None, None),
    ] {
        let page = article(members.clone());
        let tree = page.tag("article");
        assert_eq!((tree.get("lang"), tree.get("dir")), (lang, dir), "{members}");
    }
}

/// English dates in an Arabic article were put together from right to left: "October 2026 at 05:15 18".
#[test]
fn dates_and_counts_say_their_language_where_it_is_not_the_articles() {
    for (language, expected) in [("ar", Some("en")), ("en-GB", None), ("EN", None)] {
        let page = article(
            json!({ "inLanguage": language, "datePublished": "2026-10-18T05:15:00Z", "dateModified": "2026-10-19",
                "body": [if language == "ar" { "كلمة " } else { "word " }.repeat(400)] }),
        );
        let times = page.class("sf-times");
        let said: Vec<_> =
            times.tags("span").iter().map(|it| (it.get("lang"), it.get("dir"))).collect();
        let dir = expected.map(|_| "ltr");
        assert_eq!(said, [(None, None), (expected, dir), (expected, dir)], "{language}");
        for time in times.tags("time") {
            assert_eq!((time.get("lang"), time.get("dir")), (expected, dir), "{language}");
        }
    }
}

/// C-I1: a name stands apart from the direction of the line it stands in.
#[test]
fn names_are_isolated_from_the_direction_of_the_line() {
    let page = article(
        json!({ "author": ["ليلى حسن", { "name": "Ana Ruiz", "url": "/ana" }], "publisher": "סוכנות" }),
    );
    let names: Vec<_> = page.class("sf-byline").tags("bdi").iter().map(|bdi| bdi.text()).collect();
    assert_eq!(names, ["ليلى حسن", "Ana Ruiz", "סוכנות"]);
    assert_eq!(page.class("sf-byline").tag("a").get("rel"), Some("author"));
    let embed = block(json!({ "type": "embed", "url": "https://a.example/", "author": "שם" }));
    assert_eq!(embed.tag("bdi").text(), "שם");
}

#[test]
fn authors_are_joined_as_the_language_joins_a_list() {
    for (authors, expected) in [
        (json!("A"), "By A"),
        (json!(["A", "B"]), "By A and B"),
        (json!(["A", "B", "C"]), "By A, B and C"),
        (json!([{ "name": "A", "jobTitle": "Editor" }]), "By A, Editor"),
    ] {
        assert_eq!(article(json!({ "author": authors })).class("sf-authors").text(), expected);
    }
}

#[test]
fn corrections_to_the_article_stand_at_the_top_with_their_kind_and_date() {
    let page = article(json!({ "correction": [
        { "kind": "correction", "date": "2026-11-20", "text": "First" }, { "kind": "clarification", "text": "Second" },
        { "kind": "update", "text": "Third" }, { "text": "Fourth" },
    ] }));
    let notes: Vec<_> = page
        .class("sf-head")
        .tags("aside")
        .iter()
        .map(|note| (note.get("role").map(str::to_owned), note.text()))
        .collect();
    let texts = [
        "Correction 20 November 2026First",
        "ClarificationSecond",
        "UpdateThird",
        "CorrectionFourth",
    ];
    assert_eq!(notes, texts.map(|text| (Some("note".to_owned()), text.to_owned())));
}

// Pictures and media.

#[test]
fn the_lead_is_fetched_at_once_and_all_others_when_they_come_near() {
    let picture = json!({ "type": "image", "url": "b.jpg", "alt": "B", "width": 20, "height": 10, "srcset": [{ "url": "b-5.jpg", "width": 5 }, { "url": "b-9.jpg", "width": 9 }] });
    let page = page_of(&json!({
        "headline": "H", "image": { "url": "a.jpg", "alt": "A", "width": 40, "height": 30 }, "body": [picture],
        "related": [{ "headline": "R", "url": "/r", "image": { "url": "r.jpg", "width": 1, "height": 1 } }],
    }));
    let [lead, other, related] = page.tags("img")[..] else { panic!("{page:?}") };
    let of = |tree: &Tree, names: [&str; 5]| names.map(|name| tree.get(name).map(str::to_owned));
    let names = ["loading", "fetchpriority", "width", "height", "alt"];
    let some = |list: [&str; 5]| list.map(|v| (v != "-").then(|| v.to_owned()));
    assert_eq!(of(lead, names), some(["eager", "high", "40", "30", "A"]));
    assert_eq!(of(other, names), some(["lazy", "-", "20", "10", "B"]));
    assert_eq!(of(related, names), some(["lazy", "-", "1", "1", ""]));
    assert_eq!(
        other.get("srcset"),
        Some("https://news.example/articles/b-5.jpg 5w, https://news.example/articles/b-9.jpg 9w")
    );
    assert!(other.get("sizes").unwrap().starts_with("auto"));
    assert_eq!((lead.get("srcset"), lead.get("sizes")), (None, None));
}

#[test]
fn a_picture_has_an_alt_even_if_it_is_empty_and_says_when_its_size_is_not_known() {
    let page = block(json!({ "type": "image", "url": "a.jpg", "caption": "A caption" }));
    let img = page.tag("img");
    assert_eq!(img.get("alt"), Some(""));
    assert!(img.get("data-unsized").is_some());
    // The caption names the button, and through the figure the picture.
    assert_eq!(page.tag("figcaption").text(), "A caption");
    let buttons = page
        .tag("figure")
        .tags("button")
        .iter()
        .map(|b| b.get("aria-label").map(str::to_owned))
        .collect::<Vec<_>>();
    assert_eq!(buttons, [Some("Enlarge: A caption".to_owned())]);
}

#[test]
fn caption_and_credit_stand_under_the_picture_and_focal_point_and_tone_are_properties() {
    let page = block(
        json!({ "type": "image", "url": "a.jpg", "caption": "C", "creditText": "Ana/Desk", "focal": { "x": 0.25, "y": 7 }, "tone": "#abc", "role": "showcase" }),
    );
    assert_eq!(page.tag("figcaption").text(), "C (Ana/Desk)");
    assert_eq!(page.tag("img").get("style"), Some("--sf-focal:25% 100%;--sf-tone:#abc;"));
    assert_eq!(page.tag("figure").get("data-role"), Some("showcase"));
}

#[test]
fn a_picture_with_a_link_is_a_link_and_no_button() {
    let page =
        block(json!({ "type": "image", "url": "a.jpg", "alt": "A", "link": "https://a.example/" }));
    assert_eq!(page.tag("a").get("href"), Some("https://a.example/"));
    assert!(page.tags("button").is_empty() && page.tags("dialog").is_empty());
}

#[test]
fn a_carousel_can_be_focused_to_scroll_and_a_grid_need_not() {
    for (layout, role, tabindex) in [("carousel", "region", Some("0")), ("grid", "group", None)] {
        let page = block(
            json!({ "type": "gallery", "layout": layout, "images": ["a.jpg", "b.jpg"], "caption": "Both" }),
        );
        let strip = page.class("sf-strip");
        assert_eq!(
            (strip.get("role"), strip.get("tabindex"), strip.get("aria-label")),
            (Some(role), tabindex, Some("Both"))
        );
        assert_eq!(strip.tags("img").len(), 2);
        // The buttons of the lightbox exist once, with names, in a dialog that is closed.
        let names: Vec<_> =
            page.tag("dialog").tags("button").iter().filter_map(|b| b.get("aria-label")).collect();
        assert_eq!(names, ["Close", "Previous picture", "Next picture"]);
        assert_eq!(page.tag("dialog").get("open"), None);
    }
}

#[test]
fn film_and_sound_have_controls_and_do_not_play_by_themselves() {
    let page = page_of(&everything());
    for tree in page.tags("video").into_iter().chain(page.tags("audio")) {
        assert!(tree.get("controls").is_some() && tree.get("autoplay").is_none(), "{tree:?}");
        assert_eq!(tree.get("preload"), Some("none"));
        assert!(!tree.tags("source").is_empty());
    }
    let track = page.tags("track")[0];
    assert_eq!(
        [track.get("kind"), track.get("srclang"), track.get("label")],
        [Some("captions"), Some("en"), Some("English")]
    );
    assert_eq!(page.tags("video")[0].get("poster"), Some("https://news.example/articles/film.jpg"));
    assert!(page.tags("summary").iter().any(|summary| summary.text() == "Transcript"));
}

// Embeds.

#[test]
fn nothing_of_a_third_party_is_on_the_page_before_a_press() {
    for url in [
        "https://www.youtube.com/watch?v=abc_DEF-123",
        "https://youtu.be/abc",
        "https://vimeo.com/123",
        "https://open.spotify.com/episode/abc",
        "https://datawrapper.dwcdn.net/abc/",
        "https://bsky.example/p/1",
        "https://www.youtube.com.evil.example/watch?v=abc",
    ] {
        let page = block(
            json!({ "type": "embed", "url": url, "title": "Title", "text": "Text", "poster": "poster.jpg" }),
        );
        for tree in page.all() {
            assert!(
                !["iframe", "script", "object", "embed", "link"].contains(&tree.tag.as_str()),
                "{url}"
            );
            for name in ["src", "srcset", "poster", "data"] {
                let own = tree
                    .get(name)
                    .is_none_or(|address| address.starts_with("https://news.example/"));
                assert!(own, "{url}: {tree:?}");
            }
        }
        let link = page.tags("a")[0];
        assert_eq!((link.get("href"), link.get("rel")), (Some(url), Some("noopener noreferrer")));
        let known = embeds::frame(&SafeUrl::link(url, "").unwrap()).is_some();
        assert_eq!(page.tags("button").len(), usize::from(known), "{url}");
        if known {
            assert_eq!(page.tag("button").get("aria-label"), Some("Show it here: Title"));
            assert!(page.text().contains("will then see that you are here"));
        }
    }
}

#[test]
fn a_frame_is_opened_only_for_the_providers_on_the_list_in_the_form_that_tracks_least() {
    let table = [
        (
            "https://www.youtube.com/watch?v=abc-D_1&t=10",
            Some("https://www.youtube-nocookie.com/embed/abc-D_1?autoplay=1"),
        ),
        (
            "https://youtube.com/shorts/abc",
            Some("https://www.youtube-nocookie.com/embed/abc?autoplay=1"),
        ),
        (
            "https://m.youtube.com/watch?v=abc",
            Some("https://www.youtube-nocookie.com/embed/abc?autoplay=1"),
        ),
        (
            "https://youtu.be/abc?si=x",
            Some("https://www.youtube-nocookie.com/embed/abc?autoplay=1"),
        ),
        ("https://vimeo.com/123#x", Some("https://player.vimeo.com/video/123?dnt=1&autoplay=1")),
        ("https://www.ted.com/talks/a_b", Some("https://embed.ted.com/talks/a_b")),
        ("https://open.spotify.com/track/abc", Some("https://open.spotify.com/embed/track/abc")),
        ("https://www.youtube.com/", None),
        ("https://www.youtube.com/watch?v=", None),
        ("https://www.youtube.com/watch?v=%22onload%3D", None),
        ("https://www.youtube.com.evil.example/watch?v=abc", None),
        ("https://evil.example/www.youtube.com/watch?v=abc", None),
        ("https://notyoutube.com/watch?v=abc", None),
        (
            "https://youtube.com:8443/watch?v=abc",
            Some("https://www.youtube-nocookie.com/embed/abc?autoplay=1"),
        ),
    ];
    for (url, frame) in table {
        let found = embeds::frame(&SafeUrl::link(url, "").unwrap());
        assert_eq!(found.as_ref().map(|frame| frame.src.as_str()), frame, "{url}");
    }
}

#[test]
fn a_provider_cannot_be_named_as_another() {
    let page = block(
        json!({ "type": "embed", "provider": "Our own player", "url": "https://youtu.be/abc" }),
    );
    assert!(page.text().contains("YouTube") && !page.text().contains("Our own player"));
}

// Blocks.

#[test]
fn every_kind_of_block_is_drawn() {
    let page = page_of(&everything());
    let text = page.class("sf-body").text();
    for said in [
        "A paragraph",
        "Marked",
        "As HTML",
        "A heading",
        "One",
        "Two",
        "Said",
        "Said at once",
        "Set large",
        "Pictures",
        "The film",
        "The talk",
        "A post",
        "A table",
        "Figure",
        "let a = 1;",
        "Noted",
        "And more",
        "A point",
        "Why?",
        "Because",
        "It happened",
        "things",
        "Meaning",
        "About it",
        "Changed",
        "Paid for",
        "3.5 out of 5",
        "Posted",
        "HTML by itself",
        "The rest is still here",
    ] {
        assert!(text.contains(said), "{said}");
    }
}

#[test]
fn a_paragraph_keeps_its_anchor_its_marks_and_its_breaks() {
    let page = block(json!({ "type": "paragraph", "id": "p1", "spans": [
        { "text": "a", "marks": ["strong", "em"] }, { "break": true }, { "text": "b", "href": "https://a.example/" },
        { "text": "c", "href": "mailto:a@b.example" }, { "text": "d", "lang": "fr" }, { "text": "e", "marks": ["strike", "sub", "sup", "code", "mark"] },
    ] }));
    let html = draw(read(&with_body(json!([{ "type": "paragraph", "spans": [{ "text": "a", "marks": ["strong", "em"], "href": "/x", "lang": "fr" }] }]))).article, &Drawing::default());
    assert!(html.contains("<a href=\"https://news.example/x\" rel=\"noopener noreferrer\"><strong><em><span lang=\"fr\">a</span></em></strong></a>"), "{html}");
    let paragraph = page.all().into_iter().find(|tree| tree.get("id") == Some("p1")).unwrap();
    let tags: Vec<_> = paragraph.all().iter().map(|tree| tree.tag.clone()).collect();
    assert_eq!(tags, ["strong", "em", "br", "a", "a", "span", "s", "sub", "sup", "code", "mark"]);
    let links = paragraph.tags("a");
    assert_eq!((links[0].get("rel"), links[1].get("rel")), (Some("noopener noreferrer"), None));
}

#[test]
fn links_in_the_text_and_on_cards_give_nothing_away() {
    let page = page_of(&with_body(json!([
        { "type": "paragraph", "spans": [{ "text": "a", "href": "https://a.example/" }] },
        { "type": "quote", "text": "q", "citation": "c", "url": "https://a.example/" },
        { "type": "link-card", "url": "https://a.example/", "title": "t" },
        { "type": "embed", "url": "https://a.example/" },
    ])));
    let links = page.class("sf-body").tags("a");
    assert_eq!(links.len(), 4);
    assert!(
        links
            .iter()
            .all(|a| a.get("rel") == Some("noopener noreferrer") && a.get("target").is_none())
    );
}

#[test]
fn lists_are_lists_and_a_single_paragraph_stands_bare_in_its_item() {
    let ordered = block(
        json!({ "type": "list", "ordered": true, "start": 3, "items": ["a", [{ "type": "paragraph", "text": "b" }, "c"]] }),
    );
    let list = ordered.class("sf-body").tag("ol");
    assert_eq!(list.get("start"), Some("3"));
    assert_eq!(list.tags("li").len(), 2);
    assert!(list.tags("li")[0].tags("p").is_empty());
    assert_eq!(list.tags("li")[1].tags("p").len(), 2);
    let plain = block(json!({ "type": "list", "start": 3, "items": ["a"] }));
    assert_eq!(plain.class("sf-body").tag("ul").get("start"), None);
}

#[test]
fn a_quotation_names_its_source_and_marks_its_text_once() {
    let page = block(
        json!({ "type": "quote", "text": "Said", "citation": "Ana", "url": "https://a.example/" }),
    );
    assert_eq!(page.tag("blockquote").get("cite"), Some("https://a.example/"));
    assert_eq!(page.tag("blockquote").get("data-marked"), None);
    assert_eq!(page.tag("figcaption").tag("a").text(), "Ana");
    for text in ["“Said”", " \"Said\"", "„Gesagt“", "«Dit»", "「言」"] {
        assert!(
            block(json!({ "type": "quote", "text": text }))
                .tag("blockquote")
                .get("data-marked")
                .is_some(),
            "{text}"
        );
    }
}

#[test]
fn a_table_is_a_region_that_can_be_focused_with_a_name_and_heads_of_columns() {
    let page = block(
        json!({ "type": "table", "caption": "Figures", "header": ["Place", "Figure", "Note"], "rows": [["Here", "1,000", ""], ["There", "−2.5 %", "n/a"]] }),
    );
    let region = page.class("sf-table");
    assert_eq!(
        (region.get("role"), region.get("tabindex"), region.get("aria-label")),
        (Some("region"), Some("0"), Some("Figures"))
    );
    assert_eq!(region.tag("caption").text(), "Figures");
    assert!(region.tags("th").iter().all(|th| th.get("scope") == Some("col")));
    let aligned: Vec<_> =
        region.tags("th").iter().map(|th| th.get("data-align").unwrap()).collect();
    assert_eq!(aligned, ["start", "end", "start"]);
    assert_eq!(region.tags("td").len(), 6, "an empty cell keeps its place");
    let bare = block(json!({ "type": "table", "rows": [["a"]], "align": ["center"] }));
    assert_eq!(bare.class("sf-table").get("aria-label"), Some("Table"));
    assert_eq!(bare.tag("td").get("data-align"), Some("center"));
}

#[test]
fn program_text_is_exact_and_runs_from_left_to_right() {
    let text = "\n\tif a < b && \"c\" {\n  }\n\n";
    let page = page_of(
        &json!({ "headline": "H", "inLanguage": "ar", "body": [{ "type": "code", "text": text, "language": "rust" }] }),
    );
    let pre = page.tag("pre");
    assert_eq!(
        (pre.get("dir"), pre.get("role"), pre.get("tabindex"), pre.get("aria-label")),
        (Some("ltr"), Some("region"), Some("0"), Some("rust"))
    );
    assert_eq!(pre.tag("code").text(), text);
}

#[test]
fn notes_say_what_they_are_and_details_are_open_if_the_article_says_so() {
    for (tone, name) in [("info", "Good to know"), ("warning", "Take care"), ("tip", "Tip")] {
        let page = block(json!({ "type": "callout", "tone": tone, "body": "Text" }));
        let note = page.class("sf-body").tag("aside");
        assert_eq!((note.get("role"), note.get("aria-label")), (Some("note"), Some(name)));
        assert!(note.text().starts_with(name));
    }
    for open in [true, false] {
        let page =
            block(json!({ "type": "details", "summary": "More", "body": "Text", "open": open }));
        assert_eq!(page.tag("details").get("open").is_some(), open);
        assert_eq!(page.tag("summary").text(), "More");
    }
}

#[test]
fn terms_and_figures_are_description_lists_and_events_an_ordered_one() {
    let page = page_of(&with_body(json!([
        { "type": "definition", "term": "Neap", "body": "A tide" },
        { "type": "numbers", "items": [{ "value": "3", "label": "tides" }, { "value": 4.5, "label": "metres" }] },
        { "type": "timeline", "events": [{ "date": "2026-11-20", "title": "Then", "body": "It happened" }, { "date": "Spring 1912" }] },
        { "type": "takeaways", "items": ["Point"] },
    ])));
    assert_eq!(page.tag("dfn").text(), "Neap");
    let numbers: Vec<_> = page.class("sf-numbers").tags("dd").iter().map(|dd| dd.text()).collect();
    assert_eq!(numbers, ["3", "4.5"]);
    let dates: Vec<_> =
        page.class("sf-timeline").tags("time").iter().map(|time| time.text()).collect();
    assert_eq!(dates, ["20 November 2026", "Spring 1912"]);
    assert_eq!(page.class("sf-takeaways").get("aria-label"), Some("In short"));
}

#[test]
fn a_rating_is_said_in_words() {
    let page = block(json!({ "type": "rating", "value": 3.5, "of": 5 }));
    assert_eq!(page.class("sf-rating").text(), "3.5 out of 5");
    assert_eq!(page.class("sf-rating").tags("svg").len(), 5);
}

#[test]
fn a_live_post_has_its_time_its_title_and_its_mark() {
    let body = json!({ "body": [{ "type": "live-post", "id": "p1", "datePublished": "2026-11-20T05:30:00Z", "dateModified": "2026-11-20T06:00:00Z", "title": "Title", "key": true, "body": "Text" }] });
    let page = at(body, NOW);
    let post = page.class("sf-post");
    assert_eq!(
        (post.tag.as_str(), post.get("id"), post.get("aria-label")),
        ("article", Some("p1"), Some("Title"))
    );
    assert_eq!(post.tag("h2").text(), "Title");
    assert_eq!(post.tags("time")[0].text(), "05:30 UTC");
    assert!(post.text().contains("Key event") && post.text().contains("Updated 06:00 UTC"));
}

#[test]
fn hostile_text_is_escaped_wherever_it_stands() {
    let hostile = "\"><script>alert(1)</script><img src=x onerror=alert(1)>' & {name}";
    let mut value = everything();
    poison(&mut value, hostile);
    let html = draw(read(&value).article, &Drawing::default());
    assert!(!html.contains("<script") && !html.contains("<img src=x"), "{html}");
    // The tree reader is strict, and no attribute of the text's own has come to be.
    let page = Tree::parse(&html);
    assert!(
        page.all()
            .iter()
            .all(|tree| tree.attributes.iter().all(|(name, _)| !name.starts_with("on")))
    );
    assert!(page.class("sf-headline").text().contains("<script>alert(1)</script>"));
    assert!(
        html.matches("alert(1)").count() > 40,
        "the text reached the page: {}",
        html.matches("alert(1)").count()
    );
}

/// Puts a text into every member that takes free text.
fn poison(value: &mut Value, text: &str) {
    match value {
        Value::Object(members) => {
            for (name, member) in members {
                let kept = [
                    "type", "url", "src", "kind", "role", "layout", "tone", "href", "dir", "html",
                    "date", "expires",
                ];
                if member.is_string() && !kept.contains(&name.as_str()) {
                    *member = json!(text);
                } else {
                    poison(member, text);
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| poison(item, text)),
        _ => {}
    }
}

// The foot.

#[test]
fn an_article_that_is_not_free_says_so_and_links_to_the_page() {
    let page = article(
        json!({ "isAccessibleForFree": false, "url": "https://www.paper.example/a", "publisher": "The Paper" }),
    );
    let note = page.class("sf-elsewhere");
    assert!(note.text().contains("subscribers"));
    assert_eq!(
        (note.tag("a").get("href"), note.tag("a").text()),
        (Some("https://www.paper.example/a"), "Read it at The Paper".to_owned())
    );
    let unnamed =
        article(json!({ "isAccessibleForFree": false, "url": "https://www.paper.example/a" }));
    assert_eq!(unnamed.class("sf-elsewhere").tag("a").text(), "Read it at paper.example");
    assert!(article(json!({ "isAccessibleForFree": true })).classes("sf-elsewhere").is_empty());
}

#[test]
fn an_article_without_a_text_says_where_it_is() {
    let page = page_of(&json!({ "headline": "H", "url": "https://paper.example/a" }));
    assert!(page.class("sf-elsewhere").text().contains("not here"));
    assert_eq!(page.class("sf-elsewhere").tag("a").get("href"), Some("https://paper.example/a"));
    assert!(page_of(&json!({ "headline": "H" })).class("sf-elsewhere").tags("a").is_empty());
}

#[test]
fn the_foot_has_tags_related_articles_and_rights() {
    let page = page_of(&everything());
    let foot = page.tag("footer");
    assert_eq!(foot.class("sf-tags").get("aria-label"), Some("Topics"));
    let tags: Vec<_> = foot.class("sf-tags").tags("li").iter().map(|li| li.text()).collect();
    assert_eq!(tags, ["City", "Libraries"]);
    assert_eq!(foot.class("sf-tags").tag("a").get("rel"), Some("tag"));
    assert_eq!(foot.tag("section").get("aria-label"), Some("Read next"));
    assert!(foot.tag("section").text().contains("What else"));
    assert!(foot.text().contains("All rights with the desk"));
    assert!(
        foot.tags("a").iter().any(|a| a.get("rel") == Some("license") && a.text() == "Licence")
    );
}

// The states.

#[test]
fn the_skeleton_is_silent() {
    let mut out = Vec::new();
    skeleton(&Locale::default(), &mut out);
    let page = Tree::parse(&write(out));
    assert_eq!(page.class("sf-skeleton").get("aria-hidden"), Some("true"));
    assert_eq!(page.text(), "Loading", "for eyes, and where nothing may move");
}

fn failure(reason: Reason, status: Option<u16>) -> Tree {
    let error = LoadError {
        status,
        ..LoadError::new(reason, "https://a.example/?a=1&b=<2>", "the \"line\"")
    };
    let mut out = Vec::new();
    failed(&error, &Locale::default(), Box::new(|| {}), &mut out);
    Tree::parse(&write(out))
}

#[test]
fn a_failure_offers_one_action_and_the_details_for_a_developer() {
    for reason in Reason::ALL {
        let page = failure(reason, Some(503));
        let again = !matches!(reason, Reason::Origin | Reason::Unsupported);
        assert_eq!(page.tags("button").len(), usize::from(again), "{reason:?}");
        let values: Vec<_> = page.tags("dd").iter().map(|dd| dd.text()).collect();
        assert_eq!(
            values,
            [reason.as_str(), "503", "https://a.example/?a=1&b=<2>", "the \"line\""]
        );
        assert_eq!(page.tag("details").get("open"), None);
        assert_eq!(
            (page.tag("dl").get("lang"), page.tag("dl").get("dir")),
            (Some("en"), Some("ltr"))
        );
    }
    assert_eq!(failure(Reason::Network, None).tags("dd").len(), 3);
}

#[test]
fn a_reader_without_an_address_says_so_in_its_one_status_region() {
    let html = Owner::new().with(|| {
        let props = component_props_builder(&ArticleReader)
            .src(Signal::stored(None::<String>))
            .rule(None)
            .on_load(None)
            .on_error(None)
            .build();
        component_view(ArticleReader, props).to_html()
    });
    let page = Tree::parse(&html);
    let status: Vec<_> =
        page.all().into_iter().filter(|tree| tree.get("role") == Some("status")).collect();
    assert_eq!(status.len(), 1);
    assert_eq!(status[0].text(), "No article has been chosen yet.");
    assert_eq!(status[0].get("part"), Some("status"));
    assert_eq!(page.class("sf-reader").get("data-state"), Some("idle"));
    assert_eq!(page.class("sf-reader").get("tabindex"), Some("-1"));
}

#[test]
fn the_page_speaks_the_language_of_its_locale() {
    let value = everything();
    for (tag, word) in [("de", "Weiterlesen"), ("ar", "اقرأ أيضاً"), ("xx", "Read next")] {
        let page = Tree::parse(&draw(read(&value).article, &Drawing { tag, ..Drawing::default() }));
        assert_eq!(page.tag("footer").tag("section").get("aria-label"), Some(word));
    }
}
