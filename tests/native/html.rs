//! HTML becomes the same blocks as a typed body: what is of the text stays, in its order, and nothing else.

use serde_json::{Value, json};
use standfirst::content::html;
use standfirst::content::model::{Article, Block};
use standfirst::content::schema::to_json;

const BASE: &str = "https://news.example/2026/report/";

/// Blocks as canonical JSON.
pub fn json(blocks: Vec<Block>) -> Value {
    let article = Article { body: blocks, ..Article::default() };
    to_json(&article).get_mut("body").map(Value::take).unwrap_or(Value::Array(Vec::new()))
}

/// Canonical JSON with texts of one span written short.
fn short(value: &mut Value) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(short),
        Value::Object(members) => {
            members.values_mut().for_each(short);
            if members.get("spans") == Some(&json!([])) {
                members.remove("spans");
            }
            let plain = members.get("spans").and_then(|spans| match spans.as_array()?.as_slice() {
                [span] if span.as_object()?.len() == 1 => span.get("text").cloned(),
                _ => None,
            });
            if let Some(text) = plain {
                members.remove("spans");
                members.insert("text".to_owned(), text);
            }
        }
        _ => {}
    }
}

fn becomes(html: &str, expected: Value) {
    let mut found = json(html::blocks(html, BASE));
    short(&mut found);
    assert_eq!(found, expected, "{html}");
}

fn p(text: &str) -> Value {
    json!({ "type": "paragraph", "text": text })
}

#[test]
fn marks_links_and_breaks_of_a_line_are_spans() {
    becomes(
        "<p>A <b>b <i>c</i></b> <a href='/x?a=1&amp;b=2'>d</a><br>e <s>f</s><sub>g</sub><sup>h</sup><kbd>i</kbd><mark>j</mark></p>",
        json!([{ "type": "paragraph", "spans": [
            { "text": "A " }, { "text": "b ", "marks": ["strong"] }, { "text": "c", "marks": ["strong", "em"] }, { "text": " " },
            { "text": "d", "href": "https://news.example/x?a=1&b=2" }, { "break": true }, { "text": "e " },
            { "text": "f", "marks": ["strike"] }, { "text": "g", "marks": ["sub"] }, { "text": "h", "marks": ["sup"] },
            { "text": "i", "marks": ["code"] }, { "text": "j", "marks": ["mark"] },
        ] }]),
    );
    becomes("<p>a <q>b</q> <abbr title=x>c</abbr> <x-y>d</x-y></p>", json!([p("a “b” c d")]));
}

#[test]
fn white_space_is_collapsed_and_empty_paragraphs_vanish() {
    becomes(" <p> a\n  b  c </p>\n<p>&nbsp;</p><p></p><div> <br> </div>", json!([p("a b c")]));
    becomes("a<br><br>b<div>c</div>d", json!([p("a"), p("b"), p("c"), p("d")]));
}

#[test]
fn headings_are_of_the_levels_two_to_four() {
    for (tag, level) in [("h1", 2), ("h2", 2), ("h3", 3), ("h4", 4), ("h5", 4), ("h6", 4)] {
        becomes(
            &format!("<{tag}>a</{tag}>b"),
            json!([{ "type": "heading", "level": level, "text": "a" }, p("b")]),
        );
    }
}

#[test]
fn lists_nest_and_what_stands_between_their_items_is_kept() {
    becomes(
        "<ul><li>a<li>b<ul><li>c</ul><ol><li>d</ol></ul>",
        json!([{ "type": "list", "ordered": false, "items": [[p("a")], [
            p("b"),
            { "type": "list", "ordered": false, "items": [[p("c")]] },
            { "type": "list", "ordered": true, "items": [[p("d")]] },
        ]] }]),
    );
    becomes(
        "<ol start=3><li>a</ol><li>b",
        json!([{ "type": "list", "ordered": true, "start": 3, "items": [[p("a")]] }, p("b")]),
    );
}

#[test]
fn a_quotation_has_its_citation_and_the_title_of_a_work_stays() {
    becomes(
        "<blockquote cite=/q><p>In <cite>Hamlet</cite> yes.</p><footer>— Ana, <cite>Book</cite></footer></blockquote>",
        json!([{ "type": "quote", "url": "https://news.example/q", "citation": "Ana, Book", "body": [{ "type": "paragraph", "spans": [
            { "text": "In " }, { "text": "Hamlet", "marks": ["em"] }, { "text": " yes." } ] }] }]),
    );
    becomes(
        "<figure class=wp-block-pullquote><blockquote><p>Big</p><cite>Bo</cite></blockquote></figure>",
        json!([{ "type": "pullquote", "text": "Big", "citation": "Bo" }]),
    );
}

#[test]
fn a_picture_has_the_source_a_reader_would_see() {
    let picture = |html: &str, url: &str| {
        becomes(html, json!([{ "type": "image", "url": format!("{BASE}{url}") }]))
    };
    picture("<img src=a.jpg>", "a.jpg");
    picture("<img src='data:image/gif;base64,R0' data-src=a.jpg>", "a.jpg");
    picture("<img src=blank.gif data-lazy-src=a.jpg>", "a.jpg");
    picture("<img src=blank.gif data-original=a.jpg><noscript><img src=a.jpg></noscript>", "a.jpg");
    picture("<img src=blank.gif data-src=a.jpg><noscript><img src=a.jpg?w=2></noscript>", "a.jpg");
    picture("<img src='data:,x'><noscript><img src=a.jpg></noscript>", "a.jpg");
    picture("<picture><source srcset='a.webp'><img></picture>", "a.webp");
    picture("<a href=/full/a.jpg><img src=a.jpg></a>", "a.jpg");
    becomes(
        "<p>I <img class=wp-smiley alt=':)' src=s.png> do<img src=t.gif width=1 height=1></p>",
        json!([p("I :) do")]),
    );
}

#[test]
fn a_figure_has_caption_credit_role_and_widths() {
    becomes(
        "<figure class='wp-block-image alignfull'><a href=/story><img src=a.jpg srcset='a-1.jpg 300w, a-2.jpg 600w' width=600 height=400 alt=' A  b '></a>
        <figcaption>Cap <em>x</em> (Photo: Ana/AP)</figcaption></figure>",
        json!([{ "type": "image", "url": format!("{BASE}a.jpg"), "alt": "A b", "caption": "Cap x", "creditText": "Ana/AP",
            "role": "immersive", "width": 600, "height": 400, "link": "https://news.example/story",
            "srcset": [{ "url": format!("{BASE}a-1.jpg"), "width": 300 }, { "url": format!("{BASE}a-2.jpg"), "width": 600 }] }]),
    );
    becomes(
        "<figure class='element element-image'><img src=a.jpg><figcaption><span class=element-image__caption>C</span> <span class=element-image__credit>D</span></figcaption></figure>",
        json!([{ "type": "image", "url": format!("{BASE}a.jpg"), "caption": "C", "creditText": "D" }]),
    );
    becomes(
        "<div class='wp-caption alignright'><img src=a.jpg><p class=wp-caption-text>C</p></div>",
        json!([{ "type": "image", "url": format!("{BASE}a.jpg"), "caption": "C", "role": "supporting" }]),
    );
}

#[test]
fn pictures_of_a_gallery_stand_together() {
    let gallery = json!([{ "type": "gallery", "images": [
        { "url": format!("{BASE}1.jpg"), "caption": "one" }, { "url": format!("{BASE}2.jpg") } ] }]);
    becomes(
        "<figure class=wp-block-gallery><figure><img src=1.jpg><figcaption>one</figcaption></figure><figure><img src=2.jpg></figure></figure>",
        gallery.clone(),
    );
    becomes(
        "<ul class=wp-block-gallery><li><figure><img src=1.jpg><figcaption>one</figcaption></figure><li><img src=2.jpg></ul>",
        gallery.clone(),
    );
    becomes(
        "<div class='gallery'><dl><dt><img src=1.jpg></dt><dd class='wp-caption-text gallery-caption'>one</dd></dl><dl><dt><img src=2.jpg></dt></dl></div>",
        gallery.clone(),
    );
    becomes(
        "<figure class='kg-card kg-gallery-card'><div><div><img src=1.jpg></div><p class=gallery-caption>one</p><div><img src=2.jpg></div></div></figure>",
        json!([{
        "type": "gallery", "caption": "one", "images": [{ "url": format!("{BASE}1.jpg") }, { "url": format!("{BASE}2.jpg") }] }]),
    );
}

#[test]
fn a_table_of_data_keeps_its_columns_and_one_of_blocks_is_taken_apart() {
    let cell = |text: &str| json!({ "text": text });
    becomes(
        "<figure class=wp-block-table><table><thead><tr><th>a<th align=right>b</thead><tr><td rowspan=2>1<td align=right>2<tr><td>3<tr><td colspan=2>x</table><figcaption>C</figcaption></figure>",
        json!([{ "type": "table", "caption": "C", "align": ["start", "right"], "header": [cell("a"), cell("b")],
            "rows": [[cell("1"), cell("2")], [{}, cell("3")], [cell("x"), {}]] }]),
    );
    becomes(
        "<table><tr><td><h2>a</h2><td><p>b</p></table>",
        json!([{ "type": "heading", "level": 2, "text": "a" }, p("b")]),
    );
}

#[test]
fn program_text_details_dividers_and_terms_are_blocks_of_their_own() {
    becomes(
        "<pre>\n<code class=language-rust>fn a() {\n  b &lt; c\n}</code></pre><hr><details open><summary>S</summary><p>in</p></details><dl><dt>T<dt>U<dd>m</dl>",
        json!([
            { "type": "code", "language": "rust", "text": "fn a() {\n  b < c\n}" },
            { "type": "divider" },
            { "type": "details", "open": true, "summary": "S", "body": [p("in")] },
            { "type": "definition", "term": "T, U", "body": [p("m")] },
        ]),
    );
}

#[test]
fn films_and_recordings_keep_their_sources_and_tracks() {
    becomes(
        "<figure class=wp-block-video><video poster=p.jpg width=640 height=360><source src=a.mp4 type=video/mp4><track kind=captions srclang=en src=a.vtt>No film</video><figcaption>C</figcaption></figure><audio src=a.mp3></audio>",
        json!([
            { "type": "video", "sources": [{ "src": format!("{BASE}a.mp4"), "type": "video/mp4" }], "poster": format!("{BASE}p.jpg"),
                "tracks": [{ "src": format!("{BASE}a.vtt"), "kind": "captions", "lang": "en" }], "width": 640, "height": 360, "caption": "C" },
            { "type": "audio", "sources": [{ "src": format!("{BASE}a.mp3") }] },
        ]),
    );
}

#[test]
fn what_is_of_a_third_party_is_an_embed() {
    becomes(
        "<p><iframe src=//www.youtube.com/embed/abc title=Film width=840 height=473></iframe></p><iframe src=https://maps.example/x></iframe><p>https://youtu.be/abc</p>",
        json!([
            { "type": "embed", "url": "https://www.youtube.com/embed/abc", "title": "Film", "width": 840, "height": 473 },
            { "type": "embed", "url": "https://maps.example/x" },
            { "type": "embed", "url": "https://youtu.be/abc" },
        ]),
    );
    becomes(
        "<blockquote class=twitter-tweet><p lang=en>Text <a href=https://t.co/x>pic</a></p>&mdash; Ana (@a) <a href='https://twitter.com/a/status/1?ref_src=x'>September 24, 2017</a></blockquote><script src=//platform.twitter.com/widgets.js></script>",
        json!([{ "type": "embed", "provider": "X", "url": "https://twitter.com/a/status/1", "text": "Text pic", "author": "Ana (@a)", "datePublished": "September 24, 2017" }]),
    );
}

#[test]
fn cards_of_ghost_and_the_guardian_are_read_as_what_they_are() {
    becomes(
        "<figure class='kg-card kg-bookmark-card'><a href=https://b.example/x><div class=kg-bookmark-title>T</div><div class=kg-bookmark-description>D</div>
        <img class=kg-bookmark-icon src=i.png><span class=kg-bookmark-publisher>P</span><img src=t.jpg></a></figure>",
        json!([{ "type": "link-card", "url": "https://b.example/x", "title": "T", "description": "D", "publisher": { "name": "P" }, "image": { "url": format!("{BASE}t.jpg") } }]),
    );
    becomes(
        "<div class='kg-card kg-callout-card'><div class=kg-callout-emoji>!</div><div>Note</div></div><div class=kg-toggle-card><div class=kg-toggle-heading><h4>Q</h4><button>v</button></div><div><p>A</p></div></div>",
        json!([{ "type": "callout", "body": [p("Note")] }, { "type": "details", "open": false, "summary": "Q", "body": [p("A")] }]),
    );
    becomes(
        "<aside class='element element-rich-link'><p><span>Related: </span><a href=https://g.example/x>T</a></p></aside>",
        json!([{ "type": "link-card", "url": "https://g.example/x", "title": "T" }]),
    );
}

#[test]
fn shortcodes_are_replaced_or_dropped_where_they_stand_alone() {
    becomes(
        "<p>[caption id=\"x\" width=\"3\"]<img src=a.jpg> Words[/caption]</p><p>[gallery ids=\"1,2\"]</p><p>[vc_row][/vc_row]</p><p>[embed]https://youtu.be/abc[/embed]</p>",
        json!([{ "type": "image", "url": format!("{BASE}a.jpg"), "caption": "Words" }, { "type": "embed", "url": "https://youtu.be/abc" }]),
    );
    becomes(
        "<p>[laughter]</p><p>[see below] and [gallery ids=\"1\"]</p>",
        json!([p("[laughter]"), p("[see below] and [gallery ids=\"1\"]")]),
    );
}

#[test]
fn a_comment_holds_less_than_an_article() {
    let html = "<h2>a</h2><p>b <b>c</b><img src=x alt=d></p><ul><li>e</ul><table><td>f<td>g</table><iframe src=https://youtu.be/x></iframe><a href=/h>i</a>";
    let mut found = json(html::comment(html, BASE));
    short(&mut found);
    let expected = json!([p("a"), { "type": "paragraph", "spans": [{ "text": "b " }, { "text": "c", "marks": ["strong"] }] },
        { "type": "list", "ordered": false, "items": [[p("e")]] }, p("f"), p("g"),
        { "type": "paragraph", "spans": [{ "text": "i", "href": "https://news.example/h" }] }]);
    assert_eq!(found, expected);
}

#[test]
fn a_line_is_plain_and_its_references_are_decoded_once() {
    for (html, line) in [
        ("A  title", "A title"),
        ("A &uuml; &#8217; &amp;lt;b&amp;gt;", "A ü ’ &lt;b&gt;"),
        ("A <em>title</em><br>in <script>x</script>two", "A title in two"),
        ("<p>a</p><p>b</p>", "a b"),
        ("1 < 2 & 3", "1 < 2 & 3"),
    ] {
        assert_eq!(html::line(html), line, "{html}");
    }
}

#[test]
fn nesting_without_end_is_flattened_and_its_text_stays() {
    let html =
        format!("{}deep{}", "<blockquote><ul><li>".repeat(60), "</ul></blockquote>".repeat(60));
    let found = json(html::blocks(&html, "")).to_string();
    assert!(found.contains("deep") && found.matches("\"quote\"").count() <= 16, "{found}");
}
