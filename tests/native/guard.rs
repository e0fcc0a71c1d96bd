//! What is too heavy for a parser is not parsed, and its text is shown all the same.

use crate::soup::Numbers;
use standfirst::content::html;
use standfirst::policy::{Load, Profile, load, read, without_programs};

fn shown(html: &str) -> String {
    format!("{:?}", html::blocks(html, ""))
}

/// The deepest place of the elements that are known.
fn depth(html: &str) -> usize {
    let Some(nodes) = read(html, Profile::Article) else { return 0 };
    let (mut open, mut deepest): (Vec<usize>, usize) = (Vec::new(), 0);
    for (at, node) in nodes.iter().enumerate() {
        while open.last().is_some_and(|end| *end <= at) {
            open.pop();
        }
        open.push(node.end());
        deepest = deepest.max(open.len());
    }
    deepest
}

#[test]
fn what_stops_a_page_is_not_parsed_and_its_text_is_shown() {
    let nested = |tag: &str, count: usize| format!("{}the text", format!("<{tag}>").repeat(count));
    let closed = |tag: &str, count: usize| {
        format!("{}the text{}", format!("<{tag}>").repeat(count), format!("</{tag}>").repeat(count))
    };
    let attributes: String = (0..20_000).map(|n| format!(" a{n}=1")).collect();
    let table: &[(&str, Load, String)] = &[
        ("20k div", Load::Deep, nested("div", 20_000)),
        ("200k div", Load::Deep, closed("div", 200_000)),
        ("20k b", Load::Deep, nested("b", 20_000)),
        ("200k blockquote", Load::Deep, nested("blockquote", 200_000)),
        ("20k svg", Load::Deep, format!("<p>the text</p>{}", "<svg>".repeat(20_000))),
        ("200k font", Load::Deep, nested("font color=red", 200_000)),
        ("20k attributes", Load::Attributes, format!("<p{attributes}>the text</p>")),
        ("foster-parented", Load::Deep, format!("{}the text", "<table><b>".repeat(5_000))),
        ("100k end tags", Load::Many, format!("{}the text", "</p>".repeat(100_000))),
        ("marks", Load::Deep, format!("{}the text", "<a><b><i><u>".repeat(3_000))),
        ("5 MB of text", Load::Long, "the text of it ".repeat(350_000)),
        ("NULs", Load::Light, format!("the text{}", "\u{0}".repeat(100_000))),
        (
            "marks that are opened again",
            Load::Many,
            format!(
                "{}{}",
                (0..200).map(|n| format!("<b a={n}>")).collect::<String>(),
                "<p>the text</p>".repeat(9_000)
            ),
        ),
        (
            "a script in a comment in a script",
            Load::Unclear,
            "the text<script><!--<script></script></script>".to_owned(),
        ),
        ("characters in SVG", Load::Unclear, "the text<svg><![CDATA[></svg>]]>".to_owned()),
    ];
    for (name, expected, html) in table {
        assert_eq!(load(html), *expected, "{name}");
        assert!(shown(html).contains("the text"), "{name}");
    }
}

#[test]
fn sound_documents_are_light_whatever_their_length() {
    let item = "<li><p>One <b>two</b> <a href=/x>three</a><br><img src=a.jpg></li>";
    let table = [
        "<p>no end tag".repeat(10_000),
        "<div><p>a</p></div>".repeat(10_000),
        format!("<ul>{}</ul>", item.repeat(5_000)),
        format!("<table>{}</table>", "<tr><td>a<td>b".repeat(5_000)),
        format!("<dl>{}</dl>", "<dt>a<dd>b".repeat(5_000)),
        format!("<select>{}</select>", "<option>a".repeat(5_000)),
        "<svg viewBox='0 0 1 1'><title>x</title><path d=\"M0\"/><g><circle/></g></svg>"
            .repeat(5_000),
        "<p><span>a<em>b</p>".repeat(100),
        "<h2>a</h2><hr><img src=x><input>".repeat(5_000),
        "<div><section><p><b>a</b></div>".repeat(5_000),
        "a < b & c > d <3 ".repeat(10_000),
        "<script>if (a<b) x = '<div><div>'</script>".repeat(5_000),
        "<!-- <div> -->".repeat(5_000),
        "<img alt='<div>' title=\"</div>\">".repeat(5_000),
        "<ul><li>a<ul><li>b</ul></ul>".repeat(5_000),
    ];
    for html in table {
        assert_eq!(load(&html), Load::Light, "{}", &html[..60.min(html.len())]);
    }
}

/// What the guard lets through is nowhere much deeper than it says: patterns that try to make it count less.
#[test]
fn nothing_that_is_let_through_is_deep() {
    const TAGS: &[&str] = &[
        "div",
        "p",
        "li",
        "dd",
        "dt",
        "b",
        "a",
        "font",
        "span",
        "x",
        "table",
        "tr",
        "td",
        "caption",
        "tbody",
        "svg",
        "math",
        "mtext",
        "foreignObject",
        "template",
        "select",
        "option",
        "button",
        "form",
        "ul",
        "h2",
        "section",
        "object",
        "mi",
        "desc",
        "blockquote",
        "title",
        "noscript",
        "marquee",
        "ruby",
        "rt",
        "i",
        "nobr",
        "details",
        "summary",
        "optgroup",
        "pre",
        "style",
        "script",
    ];
    const ODD: &[&str] = &["/", " a=\"</div>\"", " a='>'", " b", " a=1"];
    let mut deepest = 0;
    let mut light = 0;
    for seed in 0..1_000 {
        let mut numbers = Numbers(seed * 7_919 + 3);
        let mut pattern = String::new();
        for _ in 0..2 + numbers.below(7) {
            let tag = numbers.of(TAGS);
            let times = if numbers.below(4) == 0 { 30 } else { 1 };
            let one = match numbers.below(5) {
                0 | 1 => format!("</{tag}>"),
                2 => format!("<{tag}{}>", numbers.of(ODD)),
                _ => format!("<{tag}>"),
            };
            pattern.push_str(&one.repeat(times));
        }
        if numbers.below(10) == 0 {
            pattern.push_str(numbers.of(&[
                "<!-->",
                "<!--x-->",
                "<![CDATA[</svg>]]>",
                "text",
                "<!x>",
            ]));
        }
        let html = pattern.repeat(40);
        if load(&html) == Load::Light {
            light += 1;
            let depth = depth(&html);
            assert!(depth <= 700, "{depth}: {pattern}");
            deepest = deepest.max(depth);
        }
    }
    assert!(light > 200 && deepest > 100, "the control: {light} were let through, {deepest} deep");
}

/// Nobody wants them, and a strict page is told of each that is parsed.
#[test]
fn attributes_that_are_programs_or_styles_are_taken_out_and_nothing_else() {
    let cases = [
        ("<p onclick=alert(1)>a", "<p                 >a"),
        ("<p ONload='a>b' id=c>", "<p              id=c>"),
        ("<img/onerror=x/>", "<img/          >"),
        ("<p style = \"é\"class=a>", "<p             class=a>"),
        ("<p style><p on>", "<p      ><p   >"),
        ("a onclick=b <!-- <p style=c> -->", "a onclick=b <!-- <p style=c> -->"),
        ("<p title=\" onclick=a\" lang=on>", "<p title=\" onclick=a\" lang=on>"),
        (
            "<title><p style=a></title><p styles=b data-on=c>",
            "<title><p style=a></title><p styles=b data-on=c>",
        ),
    ];
    for (html, left) in cases {
        assert_eq!(without_programs(html).as_deref(), Ok(left), "{html}");
    }
}
