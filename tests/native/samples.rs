//! The sample articles: the good ones are good, and each broken one ends as its name says.

use crate::support::{Drawing, Tree, draw, file, root, samples};
use serde_json::Value;
use standfirst::content::formats::{self, Reading, Unreadable};
use standfirst::content::reading_time::{Count, count_text};

/// Addresses in a sample are relative to the sample: here they stay paths below it.
fn base(path: &str) -> String {
    format!("https://samples.example/{}", path.trim_start_matches("public/"))
}

fn open(path: &str) -> Result<Reading, Unreadable> {
    formats::read(&file(path), None, &base(path))
}

fn broken(name: &str) -> Reading {
    let path = format!("public/articles/broken/{name}.json");
    open(&path).unwrap_or_else(|e| panic!("{path}: {e:?}"))
}

fn page(reading: &Reading) -> Tree {
    Tree::parse(&draw(reading.article.clone(), &Drawing::default()))
}

fn paths(reading: &Reading) -> Vec<&str> {
    reading.problems.iter().map(|problem| problem.path.as_str()).collect()
}

#[test]
fn every_good_sample_opens_with_its_headline_and_without_problems() {
    let all = samples();
    assert!(all.len() >= 6, "{all:?}");
    for path in all {
        let reading = open(&path).unwrap_or_else(|e| panic!("{path}: {e:?}"));
        let written: Value = serde_json::from_str(&file(&path)).unwrap();
        assert_eq!(reading.article.headline, written["headline"].as_str().unwrap(), "{path}");
        let page = page(&reading);
        assert_eq!(page.class("sf-headline").text(), reading.article.headline, "{path}");
        // The one block that is unknown on purpose.
        let intended =
            |reason: &str| path.ends_with("every-block.json") && reason.contains("\"quiz\"");
        let others: Vec<_> = reading.problems.iter().filter(|p| !intended(&p.reason)).collect();
        assert!(others.is_empty(), "{path}: {others:#?}");
        assert_eq!(
            reading.problems.len(),
            usize::from(path.ends_with("every-block.json")),
            "{path}"
        );
    }
}

#[test]
fn no_good_sample_has_headings_that_skip_or_anchors_that_stand_twice() {
    for path in samples() {
        let page = page(&open(&path).unwrap());
        let levels = page.heading_levels();
        assert_eq!(levels.first(), Some(&1), "{path}");
        assert!(
            levels.windows(2).all(|pair| pair[1] >= 2 && pair[1] <= pair[0] + 1),
            "{path}: {levels:?}"
        );
        let mut ids: Vec<_> = page.all().iter().filter_map(|tree| tree.get("id")).collect();
        let count = ids.len();
        ids.sort();
        ids.dedup();
        assert_eq!(ids.len(), count, "{path}");
    }
}

#[test]
fn every_block_shows_every_type_of_the_contract() {
    let text = file("public/articles/every-block.json");
    let types = "paragraph heading list quote pullquote divider image gallery video audio embed table code callout details takeaways qanda \
        timeline numbers definition link-card correction disclaimer rating live-post html";
    for name in types.split_whitespace() {
        assert!(text.contains(&format!("\"type\": \"{name}\"")), "{name}");
    }
}

#[test]
fn the_long_read_has_more_than_ten_thousand_words() {
    let reading = open("public/articles/long-read.json").unwrap();
    let mut count = Count::default();
    for paragraph in page(&reading).class("sf-body").tags("p") {
        count_text(&paragraph.text(), &mut count);
    }
    assert!(count.words >= 10_000, "{} words", count.words);
}

/// Every address of the article's own folder is a file.
#[test]
fn every_file_that_a_sample_names_is_there() {
    let mut named = 0;
    for path in samples() {
        let page = page(&open(&path).unwrap());
        for tree in page.all() {
            let from_set = tree
                .get("srcset")
                .into_iter()
                .flat_map(|set| set.split(", "))
                .filter_map(|one| one.split(' ').next());
            for address in tree.get("src").into_iter().chain(tree.get("poster")).chain(from_set) {
                if let Some(own) = address.strip_prefix("https://samples.example/") {
                    named += 1;
                    assert!(
                        root().join("public").join(own).is_file(),
                        "{path}: {own} is not there"
                    );
                }
            }
        }
    }
    assert!(named > 40, "{named}");
}

/// Control: the test above would notice.
#[test]
fn the_sample_with_pictures_that_are_not_there_names_them() {
    let reading = broken("broken-image");
    let page = page(&reading);
    let missing = page
        .tags("img")
        .iter()
        .filter_map(|img| img.get("src"))
        .filter_map(|src| src.strip_prefix("https://samples.example/"))
        .filter(|own| !root().join("public").join(own).is_file())
        .count();
    assert!(missing >= 1);
    assert!(!reading.article.headline.is_empty());
}

#[test]
fn what_is_no_article_says_what_it_is() {
    let table = [("empty", "empty"), ("truncated", "cut off"), ("html-page", "HTML")];
    for (name, says) in table {
        match open(&format!("public/articles/broken/{name}.json")) {
            Err(Unreadable::Parse(line)) => assert!(line.contains(says), "{name}: {line}"),
            other => panic!("{name}: {other:?}"),
        }
    }
    for (name, says) in [("list-at-top", "object"), ("no-headline-no-body", "headline")] {
        match open(&format!("public/articles/broken/{name}.json")) {
            Err(Unreadable::Schema(line)) => assert!(line.contains(says), "{name}: {line}"),
            other => panic!("{name}: {other:?}"),
        }
    }
    // Bytes that are not UTF-8 end in the fetch, before there is a text.
    let bytes = std::fs::read(root().join("public/articles/broken/not-utf8.json")).unwrap();
    assert!(String::from_utf8(bytes).is_err());
}

#[test]
fn a_headline_without_a_body_shows_where_the_text_is_not() {
    let reading = broken("headline-without-body");
    assert_eq!(reading.problems, []);
    let page = page(&reading);
    assert_eq!(page.class("sf-elsewhere").get("role"), Some("note"));
    assert!(page.class("sf-elsewhere").text().contains("not here"));
}

#[test]
fn wrong_types_are_problems_around_a_sound_article() {
    let reading = broken("wrong-types");
    assert_eq!(reading.article.headline, "Library extends its evening hours");
    let text = page(&reading).text();
    assert!(text.contains("This paragraph is sound and should be shown."));
    let paths = paths(&reading);
    for path in [
        "$.description",
        "$.alternativeHeadline",
        "$.label",
        "$.datePublished",
        "$.dateModified",
        "$.dateline",
        "$.image.caption",
        "$.image.width",
        "$.image.height",
        "$.inLanguage",
        "$.dir",
        "$.isAccessibleForFree",
        "$.correction",
        "$.license",
        "$.commentCount",
        "$.commentsClosed",
        "$.body[3].level",
        "$.body[6]",
        "$.body[11].type",
    ] {
        assert!(paths.iter().any(|p| p.starts_with(path)), "{path} in {paths:#?}");
    }
}

#[test]
fn unknown_blocks_are_problems_and_the_others_are_shown() {
    let reading = broken("unknown-blocks");
    assert!(reading.problems.len() >= 3);
    assert!(
        reading
            .problems
            .iter()
            .all(|p| p.path.starts_with("$.body[") && p.path.ends_with("].type")),
        "{:?}",
        reading.problems
    );
    assert!(reading.article.body.len() >= 3);
}

#[test]
fn headings_out_of_order_are_put_in_order() {
    let levels = page(&broken("heading-levels-skip")).heading_levels();
    assert!(levels.len() > 4);
    assert!(levels.windows(2).all(|pair| pair[1] <= pair[0] + 1), "{levels:?}");
}

#[test]
fn lists_a_hundred_deep_end_in_a_problem_and_the_rest_is_shown() {
    let reading = broken("deep-nesting");
    assert!(!reading.problems.is_empty());
    assert!(!reading.article.headline.is_empty() && !reading.article.body.is_empty());
    assert!(!page(&reading).text().is_empty());
}

#[test]
fn wrong_dates_are_shown_as_written_and_none_is_in_the_future_tense() {
    let reading = broken("dates-wrong");
    let html =
        draw(reading.article.clone(), &Drawing { now_ms: 1_795_156_200_000, ..Drawing::default() });
    let page = Tree::parse(&html);
    let shown: Vec<String> = page.tags("time").iter().map(|time| time.text()).collect();
    for written in [
        "yesterday",
        "0000-00-00",
        "garbage",
        "2026-02-30T12:00:00Z",
        "-0044-03-15",
        "20/11/2026 06:30",
    ] {
        assert!(shown.iter().any(|text| text == written), "{written} in {shown:?}");
    }
    assert!(
        shown.iter().all(|text| !text.starts_with("in ") && !text.contains("NaN")),
        "{shown:?}"
    );
    assert!(shown.iter().any(|text| text.contains("2199")));
    // What could not be read has no machine form.
    assert!(
        page.tags("time")
            .iter()
            .filter(|t| t.text() == "garbage")
            .all(|t| t.get("datetime").is_none())
    );
}

#[test]
fn hostile_text_stays_text() {
    let reading = broken("hostile-text");
    let page = page(&reading);
    assert!(page.class("sf-headline").text().contains("<script>alert('headline')</script>"));
    for tree in page.all() {
        assert!(
            !["script", "iframe", "style", "template", "object"].contains(&tree.tag.as_str()),
            "{tree:?}"
        );
        for (name, value) in &tree.attributes {
            assert!(!name.starts_with("on"), "{name}");
            let address =
                ["href", "src", "cite", "poster", "srcset", "action"].contains(&name.as_str());
            assert!(!address || value.starts_with("http"), "{name}={value}");
        }
    }
    assert!(page.text().contains("the page has held"));
    for author in &reading.article.author {
        assert!(!author.name.chars().any(standfirst::policy::is_bidi_control), "{}", author.name);
        assert_eq!(author.url, None);
    }
}

/// Every file of the folder is known here and in its README: none is without a test.
#[test]
fn every_sample_is_listed() {
    let readme = file("public/articles/README.md");
    for path in crate::support::files("public/articles", ".json") {
        let name = path.rsplit('/').next().unwrap();
        assert!(readme.contains(&format!("`{name}`")), "{name} is not in the README");
    }
}
