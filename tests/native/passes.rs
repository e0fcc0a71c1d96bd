//! The passes that prepare the blocks of an article: their rules, and their order.

use crate::support::{Drawing, Numbers, Tree, draw, read, with_body};
use serde_json::{Value, json};
use standfirst::content::enhance::{PASSES, enhance};
use standfirst::content::model::{Block, BlockKind};
use std::collections::BTreeSet;

fn blocks(body: Value) -> Vec<Block> {
    enhance(read(&with_body(body)).article).body
}

fn paragraph(text: &str) -> Value {
    json!({ "type": "paragraph", "text": text })
}

fn heading(level: u64, text: &str) -> Value {
    json!({ "type": "heading", "level": level, "text": text })
}

/// The kinds of the blocks, by a letter each: P, H, D (divider), I, 2 (pair), L (live post).
fn shape(blocks: &[Block]) -> String {
    let letter = |block: &Block| match block.kind {
        BlockKind::Paragraph(_) => 'P',
        BlockKind::Heading { .. } => 'H',
        BlockKind::Divider => 'D',
        BlockKind::Image(_) => 'I',
        BlockKind::Pair(_) => '2',
        BlockKind::LivePost(_) => 'L',
        _ => '?',
    };
    blocks.iter().map(letter).collect()
}

fn ids(blocks: &[Block]) -> Vec<Option<&str>> {
    blocks.iter().map(|block| block.id.as_deref()).collect()
}

#[test]
fn the_passes_stand_in_the_order_that_their_list_explains() {
    let names: Vec<_> = PASSES.iter().map(|(name, _)| *name).collect();
    assert_eq!(names, ["dividers", "pairs", "headings", "anchors"]);
}

/// The rule, for a sequence of levels as they are shown: the first is 2, none more than one below the last.
fn without_skips(levels: &[u8]) -> bool {
    let mut last = 1;
    levels.iter().all(|level| {
        let fits = (2..=last + 1).contains(level);
        last = *level;
        fits
    })
}

/// Control of the rule itself.
#[test]
fn the_rule_for_levels_tells_good_from_bad() {
    for good in [&[][..], &[2], &[2, 3, 4, 2, 3], &[2, 2, 3, 3]] {
        assert!(without_skips(good), "{good:?}");
    }
    for bad in [&[3][..], &[1], &[2, 4], &[2, 3, 5], &[2, 1]] {
        assert!(!without_skips(bad), "{bad:?}");
    }
}

#[test]
fn headings_of_random_levels_come_out_without_skips() {
    let mut numbers = Numbers(3);
    for _ in 0..500 {
        let written: Vec<u64> =
            (0..1 + numbers.below(12)).map(|_| numbers.below(8) as u64).collect();
        let body = written.iter().map(|level| heading(*level, "Heading")).collect();
        let shown: Vec<u8> = blocks(body)
            .iter()
            .map(|block| match block.kind {
                BlockKind::Heading { level, .. } => level,
                _ => panic!(),
            })
            .collect();
        assert_eq!(shown.len(), written.len());
        assert!(without_skips(&shown), "{written:?} became {shown:?}");
    }
}

#[test]
fn headings_that_have_no_skips_stay_as_they_are() {
    let body = json!([
        heading(2, "a"),
        heading(3, "b"),
        heading(4, "c"),
        heading(3, "d"),
        heading(2, "e")
    ]);
    let levels: Vec<_> = blocks(body)
        .iter()
        .map(|b| format!("{:?}", b.kind).split(',').next().unwrap().to_owned())
        .collect();
    let expected: Vec<_> =
        [2, 3, 4, 3, 2].iter().map(|n| format!("Heading {{ level: {n}")).collect();
    assert_eq!(levels, expected);
}

/// On the page, wherever a heading stands: below a title that is a heading one deeper, elsewhere not.
#[test]
fn headings_inside_other_blocks_come_without_skips_on_the_page() {
    let inner = json!([heading(4, "Inner"), paragraph("Text"), heading(2, "Inner again")]);
    let wrappers = [
        json!({ "type": "callout", "body": inner }),
        json!({ "type": "callout", "title": "Title", "body": inner }),
        json!({ "type": "details", "summary": "More", "body": inner }),
        json!({ "type": "quote", "body": inner }),
        json!({ "type": "definition", "term": "Term", "body": inner }),
        json!({ "type": "list", "items": [inner] }),
        json!({ "type": "qanda", "items": [{ "question": "Why?", "body": inner }] }),
        json!({ "type": "timeline", "events": [{ "date": "2026-11-20", "body": inner }] }),
        json!({ "type": "timeline", "events": [{ "date": "2026-11-20", "title": "Then", "body": inner }] }),
        json!({ "type": "live-post", "title": "Post", "body": inner }),
        json!({ "type": "live-post", "body": inner }),
        json!({ "type": "takeaways", "items": ["Point"] }),
    ];
    let mut faults = Vec::new();
    for wrapper in &wrappers {
        for before in [
            json!([]),
            json!([heading(2, "Before")]),
            json!([heading(2, "Before"), heading(3, "Deeper")]),
        ] {
            let mut body = before.as_array().unwrap().clone();
            body.push(wrapper.clone());
            body.push(heading(3, "After"));
            let article = read(&with_body(Value::Array(body))).article;
            for level in 1..=2 {
                let page =
                    Tree::parse(&draw(article.clone(), &Drawing { level, ..Drawing::default() }));
                let levels = page.heading_levels();
                // The headline is 1 of its own; what follows is held against the rule.
                let rest: Vec<u8> = levels[1..].iter().map(|l| l + 1 - level).collect();
                if !without_skips(&rest) {
                    faults.push(format!(
                        "{} after {}: h{levels:?}",
                        wrapper["type"],
                        before.as_array().unwrap().len()
                    ));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn dividers_part_something_or_go() {
    let divider = json!({ "type": "divider" });
    let post = json!({ "type": "live-post", "title": "Post" });
    let (p, h, d, l) = (paragraph("Text"), heading(2, "Heading"), divider, post);
    let table = [
        (json!([p, d, p]), "PDP"),
        (json!([d, p]), "P"),
        (json!([p, d]), "P"),
        (json!([d, d]), ""),
        (json!([p, d, d, d, p]), "PDP"),
        (json!([p, d, h, p]), "PHP"),
        (json!([p, h, d, p]), "PHP"),
        (json!([p, d, d, h]), "PH"),
        (json!([l, d, l]), "LL"),
        (json!([]), ""),
    ];
    for (body, expected) in table {
        assert_eq!(shape(&blocks(body.clone())), expected, "{body}");
    }
    for typed in ["***", "* * *", "---", " *** ", "•••", "⁂", "—"] {
        assert_eq!(shape(&blocks(json!([p, paragraph(typed), p]))), "PDP", "{typed}");
    }
    for text in ["** bold **", "-", "A — B", "#1"] {
        assert_eq!(shape(&blocks(json!([p, paragraph(text), p]))), "PPP", "{text}");
    }
}

#[test]
fn two_pictures_of_half_the_width_in_a_row_stand_side_by_side() {
    let half = |name: &str| json!({ "type": "image", "url": name, "role": "halfwidth" });
    let full = json!({ "type": "image", "url": "c.jpg" });
    let (a, b, p) = (half("a.jpg"), half("b.jpg"), paragraph("Text"));
    let table = [
        (json!([a, b]), "2"),
        (json!([a]), "I"),
        (json!([a, b, a]), "2I"),
        (json!([a, b, a, b]), "22"),
        (json!([a, p, b]), "IPI"),
        (json!([a, full, b]), "III"),
        (json!([full, full]), "II"),
        (json!([p, a, b, p]), "P2P"),
    ];
    for (body, expected) in table {
        assert_eq!(shape(&blocks(body.clone())), expected, "{body}");
    }
    let BlockKind::Pair(images) = &blocks(json!([a, b]))[0].kind else { panic!() };
    let names: Vec<_> =
        images.iter().map(|image| image.url.as_str().rsplit('/').next().unwrap()).collect();
    assert_eq!(names, ["a.jpg", "b.jpg"]);
}

#[test]
fn what_may_be_linked_to_has_an_anchor_that_says_what_it_is() {
    let body = json!([
        heading(2, "The long way down: part 1!"),
        heading(2, "Überfahrt nach Ægir"),
        heading(2, "潮の流れ"),
        heading(2, "…"),
        { "type": "image", "url": "https://a.example/art/light-house.1600.jpg?w=1#x" },
        { "type": "gallery", "images": ["first.jpg", "second.jpg"] },
        { "type": "live-post", "title": "All clear" },
        { "type": "live-post", "datePublished": "2026-11-20T06:30:00Z" },
        { "type": "live-post" },
        paragraph("Not linked to"),
    ]);
    let blocks = blocks(body);
    assert_eq!(
        ids(&blocks),
        [
            Some("the-long-way-down-part-1"),
            Some("Überfahrt-nach-Ægir"),
            Some("潮の流れ"),
            Some("section"),
            Some("light-house"),
            Some("first"),
            Some("all-clear"),
            Some("post-2026-11-20t06-30-00z"),
            Some("post"),
            None,
        ]
    );
}

#[test]
fn an_anchor_is_no_longer_than_an_address_should_be() {
    let blocks = blocks(json!([heading(2, &"word ".repeat(100))]));
    let id = blocks[0].id.as_deref().unwrap();
    assert!(id.chars().count() <= 64 && !id.ends_with('-'), "{id}");
}

fn all_ids(page: &Tree) -> Vec<String> {
    page.all().iter().filter_map(|tree| tree.get("id").map(str::to_owned)).collect()
}

#[test]
fn anchors_are_unique_wherever_they_stand() {
    let body: Vec<Value> = ["callout", "quote", "definition", "live-post"]
        .iter()
        .map(|kind| json!({ "type": kind, "id": "same", "term": "t", "body": [
            { "type": "heading", "level": 2, "id": "same", "text": "Same" }, heading(2, "Same"),
            { "type": "paragraph", "id": "same", "text": "Text" },
        ] }))
        .chain([json!({ "type": "details", "summary": "s", "id": "same", "body": [heading(2, "Same")] })])
        .chain([json!({ "type": "list", "items": [[{ "type": "list", "id": "same", "items": [[heading(2, "Same")]] }]] })])
        .chain((0..40).map(|_| heading(2, "Same")))
        .collect();
    let page =
        Tree::parse(&draw(read(&with_body(Value::Array(body))).article, &Drawing::default()));
    let mut ids = all_ids(&page);
    let count = ids.len();
    assert!(count > 55, "{count}");
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), count, "an anchor stands twice");
}

/// Control of the test above.
#[test]
fn an_anchor_that_stands_twice_is_seen() {
    let page = Tree::parse("<div><p id=\"a\">x</p><p id=\"a\">y</p></div>");
    assert_eq!(all_ids(&page), ["a", "a"]);
}

#[test]
fn anchors_stay_when_a_block_is_put_before_or_after() {
    let body = json!([heading(2, "One"), paragraph("Text"), { "type": "image", "url": "two.jpg" }, heading(3, "Three")]);
    let own = blocks(body.clone());
    for extra in [
        paragraph("Text"),
        heading(2, "Another"),
        json!({ "type": "image", "url": "other.jpg" }),
        json!({ "type": "divider" }),
    ] {
        for (before, after) in [(true, false), (false, true), (true, true)] {
            let mut longer: Vec<Value> = body.as_array().unwrap().clone();
            if before {
                longer.insert(0, extra.clone());
            }
            if after {
                longer.push(extra.clone());
            }
            let longer = blocks(Value::Array(longer));
            for block in own.iter().filter(|block| block.id.is_some()) {
                assert!(ids(&longer).contains(&block.id.as_deref()), "{:?} with {extra}", block.id);
            }
        }
    }
}

/// The contract: the publisher's id is kept as the anchor, for other pages link to it.
#[test]
fn the_publishers_own_ids_are_kept() {
    let body = json!([
        heading(2, "Results"),
        { "type": "heading", "level": 2, "id": "results", "text": "What came out" },
        { "type": "paragraph", "id": "p12", "text": "Text" },
        { "type": "live-post", "id": "post-7", "title": "Title" },
    ]);
    let blocks = blocks(body);
    assert_eq!(ids(&blocks)[1..], [Some("results"), Some("p12"), Some("post-7")]);
    assert_ne!(blocks[0].id.as_deref(), Some("results"), "a made one gives way");
}

#[test]
fn an_id_that_is_markup_is_no_markup() {
    let blocks = blocks(
        json!([{ "type": "paragraph", "id": "\"><script>", "text": "a" }, { "type": "paragraph", "id": "💥", "text": "b" }]),
    );
    assert_eq!(ids(&blocks), [Some("script"), None]);
}

/// No clock here: where each tries the numbers of all others, this does not come to an end.
#[test]
fn ten_thousand_equal_headings_come_to_an_end() {
    let body: Vec<Value> = (0..10_000).map(|_| heading(2, "Same")).collect();
    let blocks = blocks(Value::Array(body));
    let named: BTreeSet<_> = ids(&blocks).into_iter().flatten().collect();
    let all = ids(&blocks).iter().flatten().count();
    assert_eq!(named.len(), all);
    assert!(named.contains("same") && named.contains("same-2"));
}

#[test]
fn preparing_twice_changes_nothing_more() {
    let mut numbers = Numbers(11);
    for _ in 0..200 {
        let body: Vec<Value> = (0..numbers.below(10))
            .map(|_| match numbers.below(5) {
                0 => heading(numbers.below(7) as u64, "Same"),
                1 => json!({ "type": "divider" }),
                2 => json!({ "type": "image", "url": "a.jpg", "role": "halfwidth" }),
                3 => paragraph("***"),
                _ => paragraph("Text"),
            })
            .collect();
        let once = enhance(read(&with_body(Value::Array(body))).article);
        assert_eq!(enhance(once.clone()), once);
    }
}
