//! The README does not rot: its example compiles, its tables name what there is.

use std::collections::BTreeSet;
use std::fs;

fn readme() -> String {
    fs::read_to_string("README.md").unwrap()
}

/// The words in code spans of the lines of tables.
fn words_of_tables(readme: &str) -> BTreeSet<String> {
    readme
        .lines()
        .filter(|line| line.starts_with('|'))
        .flat_map(|line| line.split('`').skip(1).step_by(2))
        .map(str::to_owned)
        .collect()
}

#[test]
fn the_example_is_the_one_that_compiles() {
    let readme = readme();
    let shown = readme.split("```rust\n").nth(1).unwrap().split("```").next().unwrap().to_owned();
    let compiled = fs::read_to_string("examples/readme.rs").unwrap();
    assert!(compiled.ends_with(&shown), "README.md and examples/readme.rs differ");
}

#[test]
fn every_member_and_every_block_of_the_schema_stands_in_a_table() {
    let schema: serde_json::Value =
        serde_json::from_str(&fs::read_to_string("schema/article.schema.json").unwrap()).unwrap();
    let words = words_of_tables(&readme());
    for member in schema["properties"].as_object().unwrap().keys() {
        assert!(words.contains(member), "the member {member} is not in the README");
    }
    let text = schema.to_string();
    let types: Vec<&str> = text
        .split("\"type\":{\"const\":\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .collect();
    assert!(types.len() >= 26, "only {} blocks found in the schema", types.len());
    for name in types {
        assert!(words.contains(name), "the block {name} is not in the README");
    }
}

#[test]
fn every_public_property_of_the_style_stands_in_a_table_and_no_other() {
    let style =
        ["style/tokens.css", "style/icons.css"].map(|file| fs::read_to_string(file).unwrap());
    let used: BTreeSet<String> = style
        .concat()
        .split("var(--standfirst-")
        .skip(1)
        .filter_map(|rest| rest.split([',', ')']).next())
        .map(|name| ["--standfirst-", name].concat())
        .collect();
    let shown: BTreeSet<String> =
        words_of_tables(&readme()).into_iter().filter(|w| w.starts_with("--standfirst-")).collect();
    assert_eq!(used, shown);
}

#[test]
fn no_place_is_left_to_be_filled() {
    assert!(!readme().contains("{{"), "a placeholder is left in README.md");
}

#[test]
fn control_a_table_without_a_word_is_found_out() {
    let words = words_of_tables("| `headline` | text |\nnot a table: `body`");
    assert!(words.contains("headline") && !words.contains("body"));
}
