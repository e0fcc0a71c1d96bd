//! Reading canonical JSON is total: nothing in the data panics, and one wrong member never loses the rest.

use crate::members::attempt;
use crate::support::{BASE, Drawing, draw, plain, read, with_body};
use serde_json::{Value, json};
use standfirst::content::formats::{self, Format, Unreadable};
use standfirst::content::model::{Block, BlockKind, Inline, Mark, Text};
use standfirst::content::plain as texts;
use standfirst::content::thread::steps;

pub const HEADLINE: &str = "The headline is still here";
pub const LAST: &str = "The rest is still here";

/// The contract: a negative or endless size is wrong, and a page is not laid out by it.
#[test]
fn a_number_out_of_range_is_a_problem_and_no_size() {
    for wrong in [json!(-640), json!(1e308), json!("1e999")] {
        let image = json!([{ "type": "image", "url": "a.jpg", "width": wrong }, { "type": "paragraph", "text": LAST }]);
        let reading = read(&with_body(image));
        let BlockKind::Image(image) = &reading.article.body[0].kind else { panic!() };
        assert_eq!(image.width, None);
        assert_eq!(reading.problems[0].path, "$.body[0].width", "{wrong}");
    }
}

#[test]
fn an_unknown_block_is_a_problem_and_the_reader_sees_nothing_of_it() {
    let reading = read(&with_body(json!([
        { "type": "paragraph", "text": "Before" },
        { "type": "quiz", "text": "What is it?", "questions": [1, 2] },
        { "type": "paragraph", "text": "After" },
    ])));
    assert_eq!(reading.article.body.len(), 2);
    assert_eq!(reading.problems.len(), 1);
    assert_eq!(reading.problems[0].path, "$.body[1].type");
    assert!(reading.problems[0].reason.contains("quiz"), "{:?}", reading.problems);
    let html = draw(reading.article, &Drawing::default());
    assert!(html.contains("Before") && html.contains("After") && !html.contains("What is it?"));
}

fn unreadable(text: &str) -> Unreadable {
    formats::read(text, None, BASE).expect_err(text)
}

#[test]
fn neither_headline_nor_body_is_no_article_and_the_line_says_what_is_missing() {
    for text in
        ["{}", r#"{"description":"Only this"}"#, r#"{"headline":"","body":[],"articleBody":null}"#]
    {
        let Unreadable::Schema(line) = unreadable(text) else { panic!("{text}") };
        for word in ["headline", "body", "articleBody"] {
            assert!(line.contains(word), "{line}");
        }
    }
    for text in ["[]", "1", "null", "\"text\"", "[1,2]"] {
        let Unreadable::Schema(line) = unreadable(text) else { panic!("{text}") };
        assert!(line.contains("object"), "{line}");
    }
}

#[test]
fn one_of_headline_and_body_is_enough() {
    assert_eq!(read(&json!({ "headline": "Only this" })).problems, []);
    let reading = read(&json!({ "body": "Only this" }));
    assert_eq!(reading.article.headline, "");
    assert_eq!(reading.problems[0].path, "$.headline");
    assert_eq!(read(&json!({ "headline": "H", "articleBody": "A\n\nB" })).article.body.len(), 2);
}

#[test]
fn what_is_not_json_is_told_apart() {
    let table = [
        ("", "empty"),
        (" \n\t ", "empty"),
        ("\u{feff}", "empty"),
        ("<!DOCTYPE html><title>Sign in</title>", "HTML"),
        ("\n <html>", "HTML"),
        ("\u{feff}<?xml version=\"1.0\"?>", "XML"),
        ("{\"headline\":\"cut", "cut off"),
        ("{\"headline\":\"cut\",\"body\":[", "cut off"),
        ("headline", "not JSON"),
        ("{headline:'a'}", "not JSON"),
        ("{\"headline\":\"a\"} trailing", "not JSON"),
        ("{\"headline\":\"\u{1}\"}", "not JSON"),
        ("NaN", "not JSON"),
    ];
    for (text, says) in table {
        match unreadable(text) {
            Unreadable::Parse(line) => assert!(line.contains(says), "{text:?}: {line}"),
            other => panic!("{text:?}: {other:?}"),
        }
    }
}

#[test]
fn a_byte_order_mark_before_an_article_is_passed_over() {
    let reading = formats::read("\u{feff} {\"headline\":\"With a mark\"}", None, BASE).unwrap();
    assert_eq!(reading.article.headline, "With a mark");
}

#[test]
fn a_format_is_found_out_or_named_and_an_unknown_name_is_told() {
    assert_eq!(Format::named("auto"), Ok(None));
    assert_eq!(Format::named(""), Ok(None));
    for (word, format) in Format::WORDS {
        assert_eq!(Format::named(word), Ok(Some(*format)));
        assert_eq!(format.as_str(), *word);
    }
    assert!(Format::named("rss").unwrap_err().contains("rss"));
}

/// Lists in lists as the reader would have to draw them, one function call a level.
fn nested(depth: usize) -> Value {
    let mut block = json!({ "type": "paragraph", "text": "The deepest" });
    for _ in 0..depth {
        block = json!({ "type": "list", "items": [[block]] });
    }
    block
}

#[test]
fn blocks_nested_a_hundred_deep_are_cut_with_a_problem_and_can_be_drawn() {
    for depth in [1, 5, 20, 100] {
        let article = with_body(json!([nested(depth), { "type": "paragraph", "text": LAST }]));
        let reading = attempt(&article, "nested");
        let too_deep = reading.problems.iter().any(|p| p.reason.contains("too deep"));
        assert_eq!(too_deep, depth >= 20, "{depth}: {:?}", reading.problems);
        let html = draw(reading.article, &Drawing::default());
        assert!(html.contains(LAST));
        assert_eq!(html.contains("The deepest"), depth < 20, "{depth}");
    }
}

/// As text the same, and deeper than any stack: what is too deep to be shown is left out, the rest stays.
#[test]
fn json_nested_a_hundred_thousand_deep_loses_only_what_is_too_deep() {
    let list = |depth: usize| {
        let open = r#"{"type":"list","items":[["#.repeat(depth);
        let close = "]]}".repeat(depth);
        [&open, r#"{"type":"paragraph","text":"The deepest"}"#, &close].concat()
    };
    let brackets = |depth: usize| ["[".repeat(depth), "]".repeat(depth)].concat();
    for deep in [list(100), list(50_000), brackets(200), brackets(100_000)] {
        let text = format!(
            r#"{{"headline":"{HEADLINE}","body":[{deep},{{"type":"paragraph","text":"{LAST}"}}]}}"#
        );
        let reading = formats::read(&text, None, BASE).unwrap();
        assert_eq!(reading.article.headline, HEADLINE);
        assert!(!reading.problems.is_empty());
        let html = draw(reading.article, &Drawing::default());
        assert!(html.contains(LAST) && !html.contains("The deepest"));
    }
}

/// What is open is remembered while it is read: 2 MiB of brackets would be 100 MB.
#[test]
fn json_nested_beyond_any_document_is_refused_instead_of_remembered() {
    let text = ["[".repeat(250_000), "]".repeat(250_000)].concat();
    assert!(matches!(formats::read(&text, None, BASE), Err(Unreadable::Parse(_))));
}

#[test]
fn character_references_are_decoded_once() {
    let table = [
        ("Mayor &amp; council", "Mayor & council"),
        ("&amp;lt;b&amp;gt;", "&lt;b&gt;"),
        ("&lt;b&gt;", "<b>"),
        ("&#8211;&#x2013;&#X2013;", "–––"),
        ("&nbsp;", "\u{a0}"),
        ("R&D; AT&T", "R&D; AT&T"),
        ("&unknown;", "&unknown;"),
        ("&", "&"),
        ("&;", "&;"),
        ("&#;", "&#;"),
        ("&#0;&#x1F;", "&#0;&#x1F;"),
        ("&#xD800;", "&#xD800;"),
        ("&#x110000;", "&#x110000;"),
        ("&#99999999999;", "&#99999999999;"),
        ("&amp", "&amp"),
        ("é&amp;é", "é&é"),
        ("&é;", "&é;"),
    ];
    for (written, meant) in table {
        assert_eq!(texts::decode_entities(written), meant, "{written}");
    }
    let reading = read(&json!({ "headline": "A &amp;amp; B", "description": "&lt;i&gt;" }));
    assert_eq!(reading.article.headline, "A &amp; B");
    assert_eq!(reading.article.description.as_deref(), Some("<i>"));
}

/// The text of a block is plain and never decoded: `&amp;` in it is what the reader should see.
#[test]
fn the_text_of_a_block_stands_as_it_is_written() {
    let reading = read(&with_body(json!([{ "type": "paragraph", "text": "a &amp; <b>b</b>" }])));
    assert_eq!(reading.article.body[0].kind, BlockKind::Paragraph(Text::plain("a &amp; <b>b</b>")));
}

#[test]
fn characters_that_turn_the_direction_are_taken_out_of_names() {
    let turning = "\u{202e}Ruiz\u{202c} \u{2066}Ana\u{2069}\u{200e}\u{200f}\u{061c}\u{202a}\u{202b}\u{202d}\u{2067}\u{2068}\u{7}";
    let reading = read(&json!({
        "headline": "H",
        "author": [turning, { "name": turning, "jobTitle": turning }],
        "publisher": turning,
        "keywords": [turning, { "name": turning }],
        "body": [{ "type": "embed", "url": "https://a.example/", "author": turning }],
    }));
    let article = &reading.article;
    let BlockKind::Embed(embed) = &article.body[0].kind else { panic!() };
    for name in [
        &article.author[0].name,
        &article.author[1].name,
        article.author[1].job_title.as_ref().unwrap(),
        &article.publisher.as_ref().unwrap().name,
        &article.keywords[0].name,
        &article.keywords[1].name,
        embed.author.as_ref().unwrap(),
    ] {
        assert_eq!(name, "Ruiz Ana");
    }
    // A reference that is decoded to one is caught as well.
    assert_eq!(
        read(&json!({ "headline": "H", "author": "&#x202E;Ana" })).article.author[0].name,
        "Ana"
    );
    // A name of nothing else is no name.
    assert!(
        read(&json!({ "headline": "H", "author": "\u{202e}\u{200f}" })).article.author.is_empty()
    );
}

#[test]
fn spans_keep_their_marks_links_languages_breaks_and_spaces() {
    let reading = read(&with_body(json!([{ "type": "paragraph", "spans": [
        "One", " ", { "text": "two", "marks": ["strong", "EM"], "href": "/two", "lang": "fr" },
        { "break": true }, { "text": " three " }, 4,
    ] }])));
    assert_eq!(reading.problems, []);
    let BlockKind::Paragraph(text) = &reading.article.body[0].kind else { panic!() };
    assert_eq!(plain(text), "One two\n three 4");
    assert_eq!(text.to_plain(), "One two  three 4");
    let Inline::Span { marks, href, lang, .. } = &text.spans[2] else { panic!() };
    assert_eq!(marks, &[Mark::Strong, Mark::Em]);
    assert_eq!(href.as_ref().unwrap().as_str(), "https://news.example/two");
    assert_eq!(lang.as_deref(), Some("fr"));
}

#[test]
fn html_becomes_spans_in_a_text_and_blocks_in_a_block() {
    let html = "<p>One <b>two</b></p><script>alert(1)</script><p>three</p>";
    let reading = read(&with_body(json!([
        { "type": "paragraph", "html": html },
        { "type": "html", "id": "x", "html": html },
    ])));
    assert_eq!(reading.problems, []);
    let body = &reading.article.body;
    let texts: Vec<String> = body
        .iter()
        .map(|block| match &block.kind {
            BlockKind::Paragraph(text) => plain(text),
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(texts, ["One two three", "One two", "three"]);
    assert_eq!((body[1].id.as_deref(), body[2].id.as_deref()), (Some("x"), None));
    let page = draw(reading.article, &Drawing::default());
    assert!(page.contains("<p>One <strong>two</strong> three</p>"), "{page}");
    assert!(!page.contains("alert"));
}

#[test]
fn an_article_body_is_taken_as_html_or_text_by_its_format_or_by_a_known_tag() {
    let paragraphs = |article: Value| -> Vec<String> {
        let blocks = read(&article).article.body;
        let text = |block: &Block| match &block.kind {
            BlockKind::Paragraph(text) => plain(text),
            other => panic!("{other:?}"),
        };
        blocks.iter().map(text).collect()
    };
    let body = "<p>One</p><p>a &lt; b</p>";
    let html = json!({ "headline": "H", "articleBody": body });
    assert_eq!(paragraphs(html), ["One", "a < b"]);
    let as_text = json!({ "headline": "H", "articleBody": body, "encodingFormat": "text/plain" });
    assert_eq!(paragraphs(as_text), [body]);
    let as_html =
        json!({ "headline": "H", "articleBody": "a <x>b", "encodingFormat": "text/html" });
    assert_eq!(paragraphs(as_html), ["a b"]);
    let text = json!({ "headline": "H", "articleBody": "a < b\n\nc <d@e.example>\n\n x > y" });
    assert_eq!(paragraphs(text), ["a < b", "c <d@e.example>", "x > y"]);
    let both = json!({ "headline": "H", "articleBody": "Not this", "body": "This" });
    assert_eq!(paragraphs(both), ["This"]);
}

#[test]
fn hard_html_becomes_its_text() {
    let table: &[(&str, &[&str])] = &[
        ("a < b and b > c", &["a < b and b > c"]),
        ("1 <2 <3", &["1 <2 <3"]),
        ("<p>One<p>Two", &["One", "Two"]),
        ("<P>One</P><BR/>Two", &["One", "Two"]),
        ("One<br>Two", &["One", "Two"]),
        ("<b>un</b>broken", &["unbroken"]),
        ("<p>unclosed <b", &["unclosed"]),
        ("<script>a()</script>b", &["b"]),
        ("<SCRIPT>a()</sCrIpT >b", &["b"]),
        ("<script>a", &[]),
        ("<script>a</script", &[]),
        ("a<script>\"</p>\"</script>b", &["ab"]),
        ("<style>p{}</style>a", &["a"]),
        ("<svg><script>a</script></svg>b", &["b"]),
        ("<template><p>a</p></template>b", &["b"]),
        ("<!-- a --><p>b", &["b"]),
        ("<!-- a > b -->c", &["c"]),
        ("<!-- never closed", &[]),
        ("<!DOCTYPE html><html><head><title>t</title></head><body>a</body></html>", &["a"]),
        ("<p>&lt;script&gt;</p>", &["<script>"]),
        ("<p>&amp;lt;</p>", &["&lt;"]),
        ("</p></p></p>", &[]),
        ("<ul><li>a<li>b</ul>", &["a", "b"]),
        ("a<BlockQuote>b<FIGCAPTION>c<H6>d", &["a", "b", "c", "d"]),
        ("a<blockquotes>b<h7>c<l>d<stockquote>e<blockquotexxxxxxxx>f", &["abcdef"]),
        ("a<p><p> <p>\n<p>b", &["a", "b"]),
        ("a&am<p>p;", &["a&am", "p;"]),
        ("<table><tr><td>a</td></tr></table>", &["a"]),
        ("<", &["<"]),
        ("</", &["</"]),
        ("<>", &["<>"]),
        ("é<é>é", &["é<é>é"]),
        ("\u{1f600}<p>\u{1f600}", &["\u{1f600}", "\u{1f600}"]),
        ("a\u{0}b", &["a\u{0}b"]),
        ("", &[]),
    ];
    for (html, expected) in table {
        assert_eq!(texts::paragraphs_of_html(html), *expected, "{html}");
    }
}

/// No clock here: what is not linear would not come to an end.
#[test]
fn two_hundred_kilobytes_of_hostile_html_come_to_an_end() {
    let inputs = [
        "<a", "<a<a ", "<!--", "<script>", "</script", "<p>", "<p ", "&", "&#", "<", "<div><b>",
        "<svg></", "<x", "\n\n",
    ];
    for piece in inputs {
        let html = piece.repeat(200_000 / piece.len());
        let paragraphs = texts::paragraphs_of_html(&html);
        let length: usize = paragraphs.iter().map(String::len).sum();
        assert!(length <= html.len(), "{piece}");
        let _ = texts::looks_like_html(&html);
        let _ = texts::decode_entities(&html);
    }
}

/// 200,000 nested elements stopped the page for 0.2 s: each left an empty paragraph to be gone over again.
#[test]
fn tags_leave_no_more_than_one_empty_line_however_many_they_are() {
    for (tag, end) in [("<div>", "</div>"), ("<blockquote>", ""), ("<font color=red>", "</font>")] {
        let html = [&tag.repeat(200_000), "the text", &end.repeat(200_000)].concat();
        steps::taken();
        assert_eq!(texts::paragraphs_of_html(&html), ["the text"], "{tag}");
        assert!(steps::taken() <= "\n\nthe text\n\n".len(), "{tag}");
    }
    assert_eq!(texts::paragraphs_of_html(&"<p>a".repeat(1_000)).len(), 1_000);
    assert_eq!(steps::taken(), 3_000, "the control: steps are counted");
}

#[test]
fn text_is_parted_at_empty_lines_and_its_white_space_is_one_space() {
    let text = "One\n two\t three\r\n\r\nfour\n \t\nfive\n\n\n";
    assert_eq!(texts::paragraphs_of_text(text), ["One two three", "four", "five"]);
    let uneven = " a  b\tc \u{c} d e\u{a0} f\r\ng \n\th\u{2003} \u{2003}i  ";
    let even = "a b c d e\u{a0} f g h\u{2003} \u{2003}i";
    assert_eq!(texts::paragraphs_of_text(uneven), [even]);
    assert!(texts::paragraphs_of_text(" \n\n ").is_empty());
}

#[test]
fn problems_stop_at_a_bound_so_that_they_cannot_fill_the_memory() {
    let body: Vec<Value> = (0..5000).map(|_| json!({ "type": "quiz" })).collect();
    let reading = read(&with_body(Value::Array(body)));
    assert_eq!(reading.problems.len(), 200);
}
