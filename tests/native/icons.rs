//! The catalogue of icons: its words, its shapes, the client's sixty rows, the files that are made of it, and
//! what the component draws.

use crate::paths::{self, Bounds, Point};
use crate::support::{Tree, file};
use leptos::prelude::*;
use standfirst::icons::catalogue::{Catalogue, Entry, nearest, slug};
use standfirst::icons::data::ALL;
use standfirst::icons::rows::{ROWS, Row};
use standfirst::icons::shape::{IconName, Shape, Tone};
use standfirst::icons::{self, Icon, draw_icon, draw_named, draw_shape, files};
use standfirst::markup::Nodes;
use std::collections::{BTreeMap, BTreeSet};

/// The side of the square that icons are drawn on, and half the width of their line.
const SIDE: f64 = 24.0;
const HALF_LINE: f64 = 1.0;

/// How far a shape may stand out of the square.
const TOLERANCE: f64 = 0.1;

fn entries() -> Vec<Entry> {
    ALL.iter().map(|icon| icon.entry()).collect()
}

/// A sound icon, for controls to spoil.
fn sound() -> Entry {
    icons::CALENDAR.entry()
}

fn aliases(entry: &Entry) -> impl Iterator<Item = &'static str> {
    entry.aliases.split(' ').filter(|alias| !alias.is_empty())
}

// Names.

fn kebab(name: &str) -> bool {
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit();
    name.split('-').all(|part| !part.is_empty() && part.chars().all(plain))
}

/// What is wrong with the names of a catalogue.
fn name_faults(entries: &[Entry]) -> Vec<String> {
    let mut faults = Vec::new();
    for pair in entries.windows(2) {
        let (before, after) = (pair[0].shape.name, pair[1].shape.name);
        if before >= after {
            faults.push(format!("{before} stands before {after}"));
        }
    }
    let mut owners: BTreeMap<&str, &str> = BTreeMap::new();
    for entry in entries {
        let name = entry.shape.name;
        if !kebab(name) {
            faults.push(format!("{name:?} is not in kebab case"));
        }
        if let Some(owner) = owners.insert(name, name) {
            faults.push(format!("{name} is also the name of {owner}"));
        }
    }
    for entry in entries {
        if entry.aliases.split(' ').any(str::is_empty) && !entry.aliases.is_empty() {
            faults.push(format!("{}: spaces among the aliases", entry.shape.name));
        }
        for alias in aliases(entry) {
            if !kebab(alias) {
                faults.push(format!("{alias:?} is not in kebab case"));
            }
            if let Some(owner) = owners.insert(alias, entry.shape.name) {
                faults.push(format!("{alias} is {} and {owner}", entry.shape.name));
            }
        }
    }
    faults
}

#[test]
fn names_and_aliases_are_in_kebab_case_in_order_and_each_once() {
    assert!(ALL.len() >= 50, "{}", ALL.len());
    assert_eq!(name_faults(&entries()), Vec::<String>::new());
}

/// Control: names and aliases that clash, stand in the wrong place or are written otherwise.
#[test]
fn the_check_of_names_notices_every_kind_of_fault() {
    let named =
        |name, aliases| Entry { shape: Shape { name, ..sound().shape }, aliases, ..sound() };
    let faults = |entries: &[Entry]| name_faults(entries).len();
    assert_eq!(faults(&[named("a", "b c-1"), named("d", "")]), 0);
    assert_eq!(faults(&[named("b", ""), named("a", "")]), 1, "order");
    assert_eq!(faults(&[named("a", ""), named("a", "")]), 2, "order, and twice the same name");
    assert_eq!(faults(&[named("a", "x"), named("b", "x")]), 1, "twice the same alias");
    assert_eq!(faults(&[named("a", "x x")]), 1, "twice the same alias of one icon");
    assert_eq!(faults(&[named("a", "b"), named("b", "")]), 1, "an alias that is another's name");
    assert_eq!(faults(&[named("a", "a")]), 1, "an alias that is the icon's own name");
    for wrong in ["", "A", "a_b", "a b", "-a", "a-", "a--b", "é"] {
        assert_eq!(faults(&[named(wrong, "")]), 1, "{wrong:?}");
    }
    assert_eq!(faults(&[named("a", "B")]), 1);
    assert_eq!(faults(&[named("a", "b  c"), named("d", "")]), 1, "two spaces");
}

/// The constant of the catalogue's source in whose braces a name stands.
fn constant_of<'a>(source: &'a str, name: &str) -> Option<&'a str> {
    let at = source.find(&format!("name: \"{name}\","))?;
    let before = &source[..source[..at].rfind(" = {")?];
    before.rsplit([' ', '\n']).next()
}

#[test]
fn every_icon_is_a_constant_of_its_own_name() {
    let source = file("src/icons/data.rs");
    for icon in ALL {
        let constant = icon.as_str().to_uppercase().replace('-', "_");
        assert_eq!(constant_of(&source, icon.as_str()), Some(&*constant));
    }
    assert_eq!(icons::QR_CODE.to_string(), "qr-code");
    assert_eq!(format!("{:?}", icons::QR_CODE), "qr-code");
}

/// Control: a constant of another name, and an icon that is not there.
#[test]
fn the_name_of_a_constant_is_read_from_the_source() {
    let source = "    ONE = {\n title: \"A\",\n } drawn {\n name: \"a-b\",\n }\n    A_C = {\n } drawn {\n name: \"a-c\",\n }";
    assert_eq!(constant_of(source, "a-b"), Some("ONE"));
    assert_eq!(constant_of(source, "a-c"), Some("A_C"));
    assert_eq!(constant_of(source, "a"), None);
}

// Words.

const BEGINNINGS: &[&str] = &["A ", "An ", "The ", "Two ", "Three "];

/// A description says what is to be seen; that it is a picture is known.
const IDLE: &[&str] = &["icon", "logo", "image", "picture of"];

/// What is wrong with the title and the description of an icon.
fn word_faults(entry: &Entry) -> Vec<String> {
    let (title, description) = (entry.title, entry.description);
    let capital = |word: &str| word.starts_with(|c: char| c.is_ascii_uppercase());
    let lower = description.to_lowercase();
    let mut faults = Vec::new();
    let mut rule = |sound: bool, what: &str| {
        if !sound {
            faults.push(format!("{}: {what}: {title:?} {description:?}", entry.shape.name));
        }
    };
    rule(title.split(' ').all(capital), "every word of a title has a capital");
    rule(title.chars().count() <= 30, "a title is short");
    rule(!title.ends_with('.'), "a title has no full stop");
    rule(
        BEGINNINGS.iter().any(|first| description.starts_with(first)),
        "a description begins with how many",
    );
    rule(
        description.ends_with('.') && description.matches(['.', '!', '?']).count() == 1,
        "a description is one sentence",
    );
    rule((10..=90).contains(&description.chars().count()), "a description is 10 to 90 long");
    rule(!IDLE.iter().any(|word| lower.contains(word)), "a description does not say icon");
    rule(!description.contains("  "), "a description has single spaces");
    let texts = [entry.shape.name, title, description, entry.aliases];
    let markup = |c: char| "<>&\"".contains(c) || c.is_control();
    rule(!texts.iter().any(|text| text.contains(markup)), "words have no markup");
    faults
}

#[test]
fn titles_and_descriptions_are_in_one_style() {
    let faults: Vec<_> = entries().iter().flat_map(word_faults).collect();
    assert_eq!(faults, Vec::<String>::new());
}

/// Control: one fault each.
#[test]
fn the_check_of_words_notices_every_kind_of_fault() {
    assert_eq!(word_faults(&sound()).len(), 0);
    let titles =
        ["", "desk Calendar", "Desk calendar", "Desk  Calendar", "Calendar.", "<Calendar>", "\"C"];
    for title in titles {
        assert!(!word_faults(&Entry { title, ..sound() }).is_empty(), "{title:?}");
    }
    let title = "A Title That Is Longer Than All";
    assert_eq!(word_faults(&Entry { title, ..sound() }).len(), 1);
    let descriptions = [
        "Calendar of a desk.",
        "a calendar of a desk.",
        "A calendar of a desk",
        "A calendar. It is for a desk.",
        "A calendar! It is for a desk.",
        "A calendar of a desk..",
        "A month.",
        "A calendar that is described at such length that nobody would listen to the end of it, ever.",
        "A calendar icon.",
        "The Logo of a calendar.",
        "An image of a calendar.",
        "A picture of a calendar.",
        "A calendar  of a desk.",
        "A calendar & a desk.",
        "A calendar <b>of a desk.",
        "A calendar\tof a desk.",
    ];
    for description in descriptions {
        assert_eq!(word_faults(&Entry { description, ..sound() }).len(), 1, "{description:?}");
    }
    assert_eq!(word_faults(&Entry { aliases: "date <b>", ..sound() }).len(), 1);
}

/// What is said of more than one.
fn repeated<'a>(texts: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let mut seen = BTreeSet::new();
    texts.filter(|text| !seen.insert(*text)).collect()
}

#[test]
fn no_two_icons_have_the_same_title_or_description() {
    assert_eq!(repeated(entries().iter().map(|entry| entry.title)), [""; 0]);
    assert_eq!(repeated(entries().iter().map(|entry| entry.description)), [""; 0]);
    assert_eq!(repeated(["a", "b", "a"].into_iter()), ["a"], "control");
}

#[test]
fn an_icon_is_found_by_its_name_its_title_and_each_of_its_aliases() {
    let mut missed = Vec::new();
    for icon in ALL {
        let entry = icon.entry();
        for name in [icon.as_str(), entry.title].into_iter().chain(aliases(&entry)) {
            let found = IconName::find(name);
            if found != Some(*icon) {
                missed.push(format!("{name:?} finds {found:?}, not {icon}"));
            }
        }
    }
    assert_eq!(missed, Vec::<String>::new());
}

/// Control.
#[test]
fn what_is_no_name_finds_no_icon() {
    for name in ["Sea Monster", "", " ", "-", "calendar2", "cal", "desk", "date desk-calendar"] {
        assert_eq!(IconName::find(name), None, "{name:?}");
    }
}

// Shapes.

/// What is wrong with what is drawn.
fn shape_faults(shape: &Shape) -> Vec<String> {
    let name = shape.name;
    let mut faults = Vec::new();
    let mut whole: Option<Bounds> = None;
    for (kind, d, by) in [("line", shape.line, HALF_LINE), ("fill", shape.fill, 0.0)] {
        if d.is_empty() {
            continue;
        }
        if let Some(c) = d.chars().find(|c| !"MLHVCSQTAZmlhvcsqtaz0123456789 .,-".contains(*c)) {
            faults.push(format!("{name}: {kind} has {c:?}"));
        }
        match paths::read(d).map(|lines| Bounds::of(&lines)) {
            Err(error) => faults.push(format!("{name}: {kind} {error}")),
            Ok(None) => faults.push(format!("{name}: {kind} draws nothing")),
            Ok(Some(bounds)) => {
                let beyond = bounds.widened(by).beyond(SIDE);
                if beyond > TOLERANCE {
                    faults.push(format!("{name}: {kind} stands {beyond:.3} out of the square"));
                }
                whole = Some(whole.map_or(bounds, |whole| whole.and(bounds)));
            }
        }
    }
    if shape.line.is_empty() && shape.fill.is_empty() {
        faults.push(format!("{name}: nothing is drawn"));
    }
    if let Some(size) = whole.map(Bounds::size)
        && size < 10.0
    {
        faults.push(format!("{name}: is only {size:.2} large"));
    }
    faults
}

#[test]
fn every_shape_is_drawn_inside_the_square_and_large_enough() {
    let faults: Vec<_> = ALL.iter().flat_map(|icon| shape_faults(icon.shape())).collect();
    assert_eq!(faults, Vec::<String>::new());
}

/// Control: one fault each.
#[test]
fn the_check_of_shapes_notices_every_kind_of_fault() {
    let shape = |line, fill| Shape { line, fill, ..sound().shape };
    let found = |line, fill| shape_faults(&shape(line, fill)).len();
    assert_eq!(found("M1 1L23 23", ""), 0);
    assert_eq!(found("", "M0 0L24 24"), 0);
    assert_eq!(found("", ""), 1, "nothing");
    assert_eq!(found("M5 5", ""), 1, "gone to and not drawn");
    assert_eq!(found("M0 0L20 20", ""), 1, "half of the line is outside");
    assert_eq!(found("", "M0 0L24.2 20"), 1, "outside");
    assert_eq!(found("", "M2 12a10 10 0 1 0 0 .1"), 1, "an arc that bulges out");
    assert_eq!(found("M8 8h9", ""), 1, "small");
    assert_eq!(found("M8 8h9", "M3 3h9"), 0, "small by itself, large together");
    assert_eq!(found("L1 1L20 20", ""), 1, "no path");
    assert_eq!(found("M5 5h15\" onload=\"x", ""), 2, "markup, which is no path either");
    assert_eq!(found("M5 5h15\n", ""), 1, "a line feed");
}

fn names(wanted: impl Fn(&Entry) -> bool) -> Vec<&'static str> {
    entries().iter().filter(|entry| wanted(entry)).map(|entry| entry.shape.name).collect()
}

/// A clock and a tick look the same everywhere; an arrow goes with the text.
#[test]
fn what_points_along_the_text_flips_and_nothing_else() {
    let flips = [
        "block-arrow",
        "caret",
        "external",
        "logout",
        "next",
        "previous",
        "quote-close",
        "quote-open",
        "reply",
    ];
    assert_eq!(names(|entry| entry.shape.flips), flips);
    assert!(!icons::CLOCK.shape().flips && !icons::TICK.shape().flips);
}

#[test]
fn the_marks_of_companies_are_told_apart() {
    let brands = [
        "bluesky",
        "facebook",
        "google",
        "instagram",
        "linkedin",
        "mastodon",
        "messenger",
        "reddit",
        "telegram",
        "threads",
        "twitter",
        "whatsapp",
        "x",
    ];
    assert_eq!(names(|entry| entry.brand), brands);
    // A mark is never mirrored.
    assert_eq!(names(|entry| entry.brand && entry.shape.flips), [""; 0]);
}

#[test]
fn only_the_two_success_ticks_have_an_ink_of_their_own() {
    assert_eq!(names(|entry| entry.shape.tone == Tone::Success), ["success-tick"]);
    assert_eq!(names(|entry| entry.shape.tone == Tone::Spent), ["success-tick-timeout"]);
}

/// Everything that is drawn, so that two spellings of one shape are the same: in hundredths.
fn drawing(shape: &Shape) -> Vec<Vec<Vec<(i64, i64)>>> {
    let hundredths = |&(x, y): &Point| ((x * 100.0).round() as i64, (y * 100.0).round() as i64);
    [shape.line, shape.fill]
        .iter()
        .map(|d| {
            let lines = paths::read(d).unwrap_or_default();
            lines.iter().map(|line| line.iter().map(hundredths).collect()).collect()
        })
        .collect()
}

/// The pairs of shapes that are the same.
fn same_shapes(shapes: &[&Shape]) -> Vec<String> {
    let mut seen = BTreeMap::new();
    let mut same = Vec::new();
    for shape in shapes {
        if let Some(other) = seen.insert(drawing(shape), shape.name) {
            same.push(format!("{} is {other}", shape.name));
        }
    }
    println!("{} different shapes", seen.len());
    same
}

#[test]
fn no_two_icons_have_the_same_shape() {
    let shapes: Vec<_> = ALL.iter().map(|icon| icon.shape()).collect();
    assert_eq!(same_shapes(&shapes), Vec::<String>::new());
}

/// Control: one shape in two spellings is one; the same path filled is another.
#[test]
fn a_shape_in_another_spelling_is_the_same() {
    let shape = |line, fill| Shape { line, fill, ..sound().shape };
    let (one, other) = (shape("M5 12l14 0", ""), shape("M5,12H19", ""));
    assert_eq!(same_shapes(&[&one, &other]).len(), 1);
    assert_eq!(same_shapes(&[&one, &shape("", "M5 12l14 0"), &shape("M5 12h13.9", "")]).len(), 0);
}

/// How far the points of one path are from those of the other, when the other is turned by half a circle.
fn off_when_turned(one: &str, other: &str) -> f64 {
    let points = |d| paths::read(d).unwrap().concat();
    let (one, other): (Vec<Point>, Vec<Point>) = (points(one), points(other));
    assert_eq!(one.len(), other.len());
    one.iter().zip(&other).fold(0.0, |most: f64, (a, b)| {
        most.max((a.0 + b.0 - SIDE).abs()).max((a.1 + b.1 - SIDE).abs())
    })
}

#[test]
fn the_closing_quotation_mark_is_the_opening_one_turned_by_half_a_circle() {
    let (open, close) = (icons::QUOTE_OPEN.shape().fill, icons::QUOTE_CLOSE.shape().fill);
    assert!(off_when_turned(open, close) < 1e-9);
    assert!(off_when_turned(open, open) > 1.0, "control");
}

// The client's rows.

/// The rows of the client's list: the title and what it shows.
fn listed(text: &str) -> Vec<(&str, &str)> {
    let mut lines = text.lines();
    assert_eq!(lines.next(), Some("row\ttitle\tshows"));
    let mut rows = Vec::new();
    for line in lines {
        let [number, title, shows] = line.split('\t').collect::<Vec<_>>()[..] else {
            panic!("three fields: {line:?}")
        };
        rows.push((title, shows));
        assert_eq!(number, rows.len().to_string(), "in order");
    }
    rows
}

/// What is wrong with a table of rows, next to the client's list.
fn row_faults(rows: &[Row], list: &[(&str, &str)]) -> Vec<String> {
    let mut faults = Vec::new();
    if rows.len() != list.len() {
        faults.push(format!("{} rows, not {}", rows.len(), list.len()));
    }
    for (at, (row, listed)) in rows.iter().zip(list).enumerate() {
        let number = at + 1;
        if (row.title, row.shows) != *listed {
            faults.push(format!("row {number} is {:?} in the list", listed));
        }
        // The name itself and no alias: a page that looks it up finds it at once.
        for name in row.icons.split(' ') {
            if !ALL.iter().any(|icon| icon.as_str() == name) {
                faults.push(format!("row {number}: {name:?} is no icon's name"));
            }
        }
        // A title that stands in several rows finds what serves one of them.
        let same = rows.iter().filter(|other| slug(other.title) == slug(row.title));
        match IconName::find(row.title) {
            None => faults.push(format!("row {number}: {:?} finds nothing", row.title)),
            Some(found) => {
                if !same.flat_map(|row| row.icons.split(' ')).any(|name| name == found.as_str()) {
                    faults.push(format!("row {number}: {:?} finds {found}", row.title));
                }
            }
        }
    }
    faults
}

#[test]
fn every_row_of_the_clients_list_is_served_by_icons_of_the_catalogue() {
    let text = file("tests/fixtures/icons.tsv");
    let list = listed(&text);
    assert_eq!(list.len(), 60);
    assert_eq!(row_faults(ROWS, &list), Vec::<String>::new());
}

/// Control: a row that is missing, one of another title, and names that are none.
#[test]
fn the_check_of_rows_notices_every_kind_of_fault() {
    let list = [("Calendar", "a desk calendar"), ("Tag", "a tag")];
    let row = |title, shows, icons| Row { title, shows, icons };
    let (one, two) = (row("Calendar", "a desk calendar", "calendar"), row("Tag", "a tag", "tag"));
    let faults = |rows: &[Row]| row_faults(rows, &list).len();
    assert_eq!(faults(&[one, two]), 0);
    assert_eq!(faults(&[one]), 1, "one is missing");
    assert_eq!(faults(&[two, one]), 2, "in another order");
    assert_eq!(faults(&[one, row("Tag", "a label", "tag")]), 1, "shows something else");
    assert_eq!(faults(&[one, row("Tag", "a tag", "tag sea-monster")]), 1, "an icon that is none");
    assert_eq!(faults(&[one, row("Tag", "a tag", "tag price-tag")]), 1, "an alias for a name");
    assert_eq!(faults(&[one, row("Tag", "a tag", "tag ")]), 1, "a name that is empty");
    assert_eq!(faults(&[one, row("Tag", "a tag", "eye")]), 1, "the title finds something else");
    assert_eq!(row_faults(&[row("Sea Monster", "", "eye")], &[("Sea Monster", "")]).len(), 1);
}

/// Its title is a slip of the client's page: it shows Twitter, which has two marks.
#[test]
fn row_56_is_served_by_the_bird_and_by_the_x() {
    assert_eq!((ROWS[55].title, ROWS[55].icons), ("Facebook Messenger", "twitter x"));
    assert_eq!((ROWS[53].title, ROWS[53].icons), ("Facebook Messenger", "messenger"));
    assert_eq!(IconName::find(ROWS[55].title), Some(icons::MESSENGER));
    let several = ROWS.iter().filter(|row| row.icons.contains(' ')).count();
    assert_eq!(several, 1, "every other row is served by one");
}

// The catalogue's file.

fn kept(text: String) -> &'static str {
    Box::leak(text.into_boxed_str())
}

fn catalogue() -> Catalogue {
    Catalogue::new(kept(files::text()))
}

#[test]
fn the_catalogue_read_from_its_file_is_the_catalogue_of_the_program() {
    assert_eq!(catalogue().entries().collect::<Vec<_>>(), entries());
    assert_eq!(catalogue().rows().collect::<Vec<_>>(), ROWS);
}

/// Control: every field of the file counts.
#[test]
fn a_file_in_which_one_field_is_another_is_another_catalogue() {
    let text = files::text();
    let line = text.lines().find(|line| line.starts_with("quote-close\t")).unwrap();
    let fields: Vec<_> = line.split('\t').collect();
    assert_eq!(fields.len(), 7);
    for at in 0..fields.len() {
        let mut other = fields.clone();
        other[at] = "brand spent";
        let text = text.replace(line, &other.join("\t"));
        let read: Vec<_> = Catalogue::new(kept(text)).entries().collect();
        assert_eq!(read.len(), ALL.len());
        assert_eq!(read.iter().zip(entries()).filter(|(a, b)| *a != b).count(), 1, "field {at}");
    }
}

#[test]
fn the_file_finds_an_icon_in_any_spelling() {
    let table = [
        ("linkedin", "linkedin"),
        ("LinkedIn", "linkedin"),
        ("Linked In", "linkedin"),
        ("linked-in", "linkedin"),
        ("LINKED_IN", "linkedin"),
        ("  Linked   In! ", "linkedin"),
        ("ENVELOPE", "email"),
        ("Magnifying Glass", "search"),
        ("magnifying.glass", "search"),
        ("QR code", "qr-code"),
        ("X", "x"),
    ];
    for (name, expected) in table {
        let found = catalogue().find(name).map(|entry| entry.shape.name);
        assert_eq!(found, Ok(expected), "{name:?}");
        assert_eq!(IconName::find(name).map(IconName::as_str), Some(expected), "{name:?}");
    }
}

#[test]
fn a_name_that_is_unknown_is_answered_with_the_nearest_ones() {
    let near = |name: &str| catalogue().find(name).unwrap_err();
    assert_eq!(near("calender").first(), Some(&"calendar"));
    assert_eq!(near("Calender").first(), Some(&"calendar"), "capitals do not matter");
    assert_eq!(near("telefone").first(), Some(&"telephone"));
    assert_eq!(near("envelop").first(), Some(&"email"), "by an alias");
    assert_eq!(near("seach").first(), Some(&"search"));
    assert_eq!(near("zzzzzzzz"), [""; 0]);
    for icon in ALL {
        let near = near(&format!("{icon}q"));
        assert!(near.len() <= 3 && near.contains(&icon.as_str()), "{icon}: {near:?}");
    }
}

#[test]
fn a_name_without_letters_is_near_nothing() {
    for name in ["", " ", "--", "日本"] {
        assert_eq!(catalogue().find(name), Err(Vec::new()), "{name:?}");
    }
}

#[test]
fn the_nearest_come_first_and_are_three_at_most() {
    let near =
        |name: &str, names: &[(&'static str, &'static str)]| nearest(name, names.iter().copied());
    let names = [("abcx", ""), ("abxx", ""), ("abcd", ""), ("abce", ""), ("zzzz", "abcdd q")];
    assert_eq!(near("abcd", &names), ["abcd", "abcx", "abce"]);
    assert_eq!(near("abcdd", &names), ["zzzz", "abcd", "abcx"]);
    assert_eq!(near("ab", &names), [""; 0], "more than half would have to change");
    assert_eq!(near("", &[("abcd", "efgh")]), [""; 0]);
}

#[test]
fn a_title_becomes_a_name() {
    let table = [
        ("Video Camera", "video-camera"),
        ("  Linked -- In. ", "linked-in"),
        ("QR_code 2", "qr-code-2"),
        ("Café", "caf"),
        ("", ""),
        ("!?", ""),
    ];
    for (title, name) in table {
        assert_eq!(slug(title), name, "{title:?}");
    }
}

#[test]
fn what_is_not_a_catalogue_has_no_entries() {
    let html = "<!doctype html>\n<html>\n\t<head>\n\t\t<title>Not found</title>\n\t</head>\n\n<body>\n\t<p>\n</body>\n</html>\n";
    let nothing = [
        "",
        "\n",
        "\n\n\n",
        "\t",
        "\t\t\n",
        "calendar",
        html,
        "{\"icons\": []}",
        "\u{0}\u{feff}é\t日",
    ];
    for text in nothing {
        let read = Catalogue::new(text);
        assert_eq!(read.entries().count(), 0, "{text:?}");
        assert!(read.find("calendar").is_err_and(|near| near.is_empty()), "{text:?}");
        let rows = read.rows().count();
        assert!(rows == 0, "{text:?}: {rows} rows");
    }
}

/// A text that breaks off has the lines before it, and none of its own before its last field has begun.
#[test]
fn a_line_that_is_cut_off_is_no_entry() {
    let text = files::text();
    let (line, rest) = text.split_once('\n').unwrap();
    let (before, _) = line.rsplit_once('\t').unwrap();
    for end in 0..=before.len() {
        let cut = &before[..end];
        assert_eq!(Catalogue::new(kept(cut.to_owned())).entries().count(), 0, "{cut:?}");
        if end > 0 {
            let text = format!("{cut}\n{rest}");
            let read: Vec<_> = Catalogue::new(kept(text)).entries().collect();
            assert_eq!(read, entries()[1..], "{cut:?}");
        }
    }
    let whole = Catalogue::new(kept(line.to_owned()));
    assert_eq!(whole.entries().collect::<Vec<_>>(), entries()[..1], "control: the whole line");
    assert_eq!(whole.rows().count(), 0);
    // Cut anywhere it is read without a panic, and what is read is the beginning.
    for end in (0..text.len()).step_by(97).filter(|end| text.is_char_boundary(*end)) {
        let read: Vec<_> = Catalogue::new(kept(text[..end].to_owned())).entries().collect();
        let complete = read.len().saturating_sub(1);
        assert_eq!(read[..complete], entries()[..complete]);
    }
}

#[test]
fn a_search_asks_for_every_word_in_any_of_the_texts() {
    let email = icons::EMAIL.entry();
    for query in [
        "envelope",
        "ENVELOPE",
        "Email",
        "mail",
        "paper closed",
        "closed  paper ",
        "mail paper letter",
        "velop",
        "",
        " ",
    ] {
        assert!(email.matches(query), "{query:?}");
    }
    for query in ["telephone", "envelope telephone", "paper,", "envelopes", "é"] {
        assert!(!email.matches(query), "{query:?}");
    }
    let found = |query: &str| names(|entry| entry.matches(query));
    assert_eq!(found("envelope"), ["email"]);
    assert_eq!(found("magnifying GLASS"), ["search"]);
    assert_eq!(found("copy-link"), ["copy-link"], "the name");
    assert_eq!(found("").len(), ALL.len());
    assert_eq!(found("sea monster"), [""; 0]);
}

// Files.

/// An element of an XML text, with how many are open around it and the text right inside.
#[derive(Debug, PartialEq)]
struct Xml {
    tag: String,
    depth: usize,
    attributes: Vec<(String, String)>,
    text: String,
}

impl Xml {
    fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(n, _)| n == name).map(|(_, value)| value.as_str())
    }
}

/// The elements of an XML text, or why it is none. Only what our files are made of: no declarations, no
/// comments, no references.
fn xml(text: &str) -> Result<Vec<Xml>, String> {
    let name = |c: char| c.is_ascii_alphanumeric() || c == '-';
    let (mut all, mut open): (Vec<Xml>, Vec<usize>) = (Vec::new(), Vec::new());
    let mut rest = text;
    while !rest.is_empty() {
        let Some(after) = rest.strip_prefix('<') else {
            let (words, after) = rest.split_at(rest.find('<').unwrap_or(rest.len()));
            match open.last() {
                _ if words.contains(['&', '>']) => return Err(format!("not escaped: {words:?}")),
                Some(at) => all[*at].text.push_str(words),
                None if words.trim().is_empty() => {}
                None => return Err(format!("outside of all: {words:?}")),
            }
            rest = after;
            continue;
        };
        if let Some(after) = after.strip_prefix('/') {
            let (tag, after) = after.split_once('>').ok_or("an end tag without end")?;
            let at = open.pop().ok_or(format!("</{tag}> too many"))?;
            if all[at].tag != tag {
                return Err(format!("</{tag}> for <{}>", all[at].tag));
            }
            rest = after;
            continue;
        }
        if open.is_empty() && !all.is_empty() {
            return Err("more than one root".to_owned());
        }
        let (tag, after) = after.split_at(after.find(|c| !name(c)).unwrap_or(after.len()));
        if tag.is_empty() {
            return Err(format!("no tag: {after:?}"));
        }
        let mut element = Xml {
            tag: tag.to_owned(),
            depth: open.len(),
            attributes: Vec::new(),
            text: String::new(),
        };
        rest = after;
        let closed = loop {
            if let Some(after) = rest.strip_prefix("/>") {
                rest = after;
                break true;
            }
            if let Some(after) = rest.strip_prefix('>') {
                rest = after;
                break false;
            }
            let after = rest.strip_prefix(' ').ok_or(format!("no space: {rest:?}"))?;
            let (key, after) = after.split_once("=\"").ok_or("an attribute without value")?;
            let (value, after) = after.split_once('"').ok_or("a value without end")?;
            if key.is_empty() || !key.chars().all(name) || value.contains(['<', '>', '&']) {
                return Err(format!("no attribute: {key:?} {value:?}"));
            }
            if element.get(key).is_some() {
                return Err(format!("{key} twice"));
            }
            element.attributes.push((key.to_owned(), value.to_owned()));
            rest = after;
        };
        if !closed {
            open.push(all.len());
        }
        all.push(element);
    }
    match open.last() {
        Some(at) => Err(format!("<{}> is not closed", all[*at].tag)),
        None if all.is_empty() => Err("nothing".to_owned()),
        None => Ok(all),
    }
}

/// Control.
#[test]
fn the_reader_of_svg_files_refuses_what_is_not_well_formed() {
    let sound = xml("<svg a=\"1\"><title>Word</title>\n<path d=\"M1 1\"/></svg>\n").unwrap();
    let tags: Vec<_> = sound.iter().map(|element| (element.tag.as_str(), element.depth)).collect();
    assert_eq!(tags, [("svg", 0), ("title", 1), ("path", 1)]);
    assert_eq!((sound[0].get("a"), sound[1].text.as_str()), (Some("1"), "Word"));
    for wrong in [
        "",
        "word",
        "<svg>",
        "</svg>",
        "<svg></g>",
        "<svg><g></svg></g>",
        "<svg/><svg/>",
        "<svg/>word",
        "<svg a></svg>",
        "<svg a=1></svg>",
        "<svg a=\"1></svg>",
        "<svg a=\"1\" a=\"2\"/>",
        "<svg a=\"1\"b=\"2\"/>",
        "<svg a=\"<\"/>",
        "<svg>a & b</svg>",
        "<svg>a > b</svg>",
        "<svg>a < b</svg>",
        "<!doctype html>",
        "<svg",
    ] {
        assert!(xml(wrong).is_err(), "{wrong:?}: {:?}", xml(wrong));
    }
}

/// All that our files may be made of: what is not here cannot run, load or style anything.
fn strange(elements: &[Xml]) -> Vec<String> {
    const TAGS: &[&str] = &["svg", "symbol", "title", "desc", "path"];
    const KEYS: &[&str] = &[
        "xmlns",
        "width",
        "height",
        "viewBox",
        "fill",
        "stroke",
        "stroke-width",
        "stroke-linecap",
        "stroke-linejoin",
        "color",
        "opacity",
        "role",
        "id",
        "d",
    ];
    let tags =
        elements.iter().map(|element| element.tag.as_str()).filter(|tag| !TAGS.contains(tag));
    let keys = elements.iter().flat_map(|element| &element.attributes);
    let keys = keys.map(|(key, _)| key.as_str()).filter(|key| !KEYS.contains(key));
    tags.chain(keys).map(str::to_owned).collect()
}

/// Control.
#[test]
fn scripts_handlers_and_addresses_are_strange_to_our_files() {
    let found = |text: &str| strange(&xml(text).unwrap());
    assert_eq!(found("<svg viewBox=\"0 0 24 24\"><path d=\"M1 1\"/></svg>"), [""; 0]);
    let spoilt =
        "<svg onload=\"a()\"><script>a()</script><use href=\"b\"/><path style=\"c\"/></svg>";
    assert_eq!(found(spoilt), ["script", "use", "onload", "href", "style"]);
}

/// The paths of a shape as its files have them: the data, and whether it is filled.
fn drawn(shape: &Shape) -> Vec<(&'static str, bool)> {
    [(shape.line, false), (shape.fill, true)].into_iter().filter(|(d, _)| !d.is_empty()).collect()
}

fn paths_of<'a>(elements: impl Iterator<Item = &'a Xml>) -> Vec<(&'a str, bool)> {
    elements
        .filter(|element| element.tag == "path")
        .map(|path| (path.get("d").unwrap(), path.get("fill") == Some("currentColor")))
        .collect()
}

#[test]
fn the_file_of_an_icon_is_well_formed_and_says_what_it_is() {
    for entry in entries() {
        let text = files::svg(&entry);
        let all = xml(&text).unwrap_or_else(|e| panic!("{}: {e}", entry.shape.name));
        assert_eq!(strange(&all), Vec::<String>::new());
        let tags: Vec<_> = all.iter().map(|element| element.tag.as_str()).collect();
        assert_eq!(tags[..3], ["svg", "title", "desc"]);
        assert!(tags[3..].iter().all(|tag| *tag == "path"), "{tags:?}");
        assert!(all[1..].iter().all(|element| element.depth == 1));
        assert_eq!(all[0].get("xmlns"), Some("http://www.w3.org/2000/svg"));
        assert_eq!(all[0].get("viewBox"), Some("0 0 24 24"));
        assert_eq!((all[0].get("width"), all[0].get("height")), (Some("24"), Some("24")));
        assert_eq!(all[0].get("role"), Some("img"));
        assert_eq!((all[1].text.as_str(), all[2].text.as_str()), (entry.title, entry.description));
        assert_eq!(paths_of(all.iter()), drawn(&entry.shape));
        let tone = (all[0].get("color").is_some(), all[0].get("opacity").is_some());
        let expected = match entry.shape.tone {
            Tone::Current => (false, false),
            Tone::Success => (true, false),
            Tone::Spent => (false, true),
        };
        assert_eq!(tone, expected, "{}", entry.shape.name);
    }
}

#[test]
fn the_sprite_has_one_symbol_an_icon_and_nothing_that_runs() {
    let text = files::sprite();
    let all = xml(&text).unwrap();
    assert_eq!(strange(&all), Vec::<String>::new());
    let lower = text.to_lowercase();
    assert!(!lower.contains("script") && !lower.contains(" on"), "nor in any value");
    let symbols: Vec<_> = all.iter().filter(|element| element.tag == "symbol").collect();
    let ids: Vec<_> = symbols.iter().map(|symbol| symbol.get("id").unwrap()).collect();
    let expected: Vec<_> = ALL.iter().map(|icon| icon.as_str()).collect();
    assert_eq!(ids, expected);
    assert_eq!(repeated(ids.iter().copied()), [""; 0]);
    assert_eq!(all.iter().filter(|element| element.get("id").is_some()).count(), ALL.len());
    assert!(symbols.iter().all(|symbol| symbol.get("viewBox") == Some("0 0 24 24")));
    assert!(symbols.iter().all(|symbol| symbol.depth == 1));
    // What stands up to the next symbol is the symbol's own.
    let mut parts = all.split(|element| element.tag == "symbol").skip(1);
    for icon in ALL {
        assert_eq!(paths_of(parts.next().unwrap().iter()), drawn(icon.shape()), "{icon}");
    }
}

// The component.

fn html(view: impl FnOnce() -> AnyView) -> String {
    Owner::new().with(|| view().to_html())
}

/// What the component draws: the text, and the page that it is.
fn icon(icon: IconName, label: Option<&str>, described: bool) -> (String, Tree) {
    let label = label.map(str::to_owned);
    let html = html(move || match label {
        Some(label) => view! { <Icon icon=icon label=label described=described/> }.into_any(),
        None => view! { <Icon icon=icon described=described/> }.into_any(),
    });
    let page = Tree::parse(&html);
    (html, page)
}

/// An icon in the three ways that it may stand on a page.
fn ways(name: IconName) -> [Tree; 3] {
    [icon(name, None, false).1, icon(name, Some("Name"), false).1, icon(name, None, true).1]
}

#[test]
fn an_icon_beside_words_is_hidden() {
    for name in ALL {
        let (_, page) = icon(*name, None, false);
        let svg = page.tag("svg");
        assert_eq!(svg.get("aria-hidden"), Some("true"));
        for absent in ["role", "aria-label", "aria-labelledby", "aria-describedby"] {
            assert_eq!(svg.get(absent), None, "{name}");
        }
        assert!(page.tags("title").is_empty() && page.tags("desc").is_empty());
    }
}

#[test]
fn an_icon_with_a_label_is_an_image_of_that_name() {
    for name in ALL {
        let (_, page) = icon(*name, Some("Date of the day"), false);
        let svg = page.tag("svg");
        assert_eq!(
            (svg.get("role"), svg.get("aria-label"), svg.get("aria-hidden")),
            (Some("img"), Some("Date of the day"), None)
        );
        assert!(page.tags("title").is_empty() && page.tags("desc").is_empty());
    }
}

/// The name and the description that an image's references lead to, if they lead to one element each inside it.
fn told(svg: &Tree) -> Option<(String, String)> {
    let target = |attribute: &str, tag: &str| {
        let id = svg.get(attribute)?;
        let found: Vec<_> =
            svg.all().into_iter().filter(|tree| tree.get("id") == Some(id)).collect();
        (found.len() == 1 && found[0].tag == tag).then(|| found[0].text())
    };
    Some((target("aria-labelledby", "title")?, target("aria-describedby", "desc")?))
}

#[test]
fn an_icon_that_is_described_has_the_title_and_the_description_of_the_catalogue() {
    for name in ALL {
        let (_, page) = icon(*name, None, true);
        let (svg, data) = (page.tag("svg"), name.data());
        assert_eq!(told(svg), Some((data.title.to_owned(), data.description.to_owned())));
        assert_eq!(
            (svg.get("role"), svg.get("aria-label"), svg.get("aria-hidden")),
            (Some("img"), None, None)
        );
        assert_eq!((svg.tags("title").len(), svg.tags("desc").len()), (1, 1));
    }
}

#[test]
fn a_label_is_the_name_of_an_icon_that_is_described() {
    let (_, page) = icon(icons::CALENDAR, Some("Appears on"), true);
    let told = told(page.tag("svg")).unwrap();
    assert_eq!(told, ("Appears on".to_owned(), icons::CALENDAR.data().description.to_owned()));
    assert_eq!(page.tag("svg").get("aria-label"), None, "one name is enough");
}

/// Control: references that lead nowhere, to the wrong element or to two.
#[test]
fn the_check_of_references_notices_those_that_lead_elsewhere() {
    let page = |inside: &str| {
        let html = format!("<svg aria-labelledby=\"a\" aria-describedby=\"b\">{inside}</svg>");
        told(Tree::parse(&html).tag("svg"))
    };
    let sound = "<title id=\"a\">A</title><desc id=\"b\">B</desc>";
    assert_eq!(page(sound), Some(("A".to_owned(), "B".to_owned())));
    assert_eq!(page("<title id=\"a\">A</title><desc id=\"c\">B</desc>"), None);
    assert_eq!(page("<desc id=\"a\">A</desc><title id=\"b\">B</title>"), None);
    assert_eq!(page(&sound.repeat(2)), None);
    assert_eq!(told(Tree::parse(&format!("<svg>{sound}</svg>")).tag("svg")), None);
}

#[test]
fn the_same_icon_described_twice_has_ids_that_differ() {
    let html = html(|| {
        view! {
            <Icon icon=icons::CALENDAR described=true/>
            <Icon icon=icons::CALENDAR described=true/>
            <Icon icon=icons::CALENDAR label="Date" described=true/>
        }
        .into_any()
    });
    let page = Tree::parse(&html);
    let all = page.all();
    let ids: Vec<_> = all.iter().filter_map(|tree| tree.get("id")).collect();
    assert_eq!(ids.len(), 6);
    assert_eq!(repeated(ids.into_iter()), [""; 0]);
    for svg in page.tags("svg") {
        assert!(told(svg).is_some());
    }
}

#[test]
fn every_icon_is_as_large_as_its_text_and_takes_no_focus() {
    for name in ALL {
        for page in ways(*name) {
            let svg = page.tag("svg");
            assert_eq!((svg.get("width"), svg.get("height")), (Some("1em"), Some("1em")));
            assert_eq!(svg.get("viewBox"), Some("0 0 24 24"));
            assert_eq!(svg.get("focusable"), Some("false"));
            assert_eq!(svg.get("tabindex"), None);
            assert_eq!(svg.get("stroke"), Some("currentColor"));
            assert_eq!(svg.get("data-icon"), Some(name.as_str()));
        }
    }
}

#[test]
fn an_icon_that_flips_says_so_by_its_class_and_a_tone_by_its_attribute() {
    for name in ALL {
        let tone = match name.shape().tone {
            Tone::Current => None,
            Tone::Success => Some("success"),
            Tone::Spent => Some("spent"),
        };
        for page in ways(*name) {
            let svg = page.tag("svg");
            assert!(svg.is("sf-icon"));
            assert_eq!(svg.is("sf-flips"), name.shape().flips, "{name}");
            assert_eq!(svg.get("data-tone"), tone, "{name}");
        }
    }
    let flips = |name| icon(name, None, false).1.tag("svg").is("sf-flips");
    assert!(flips(icons::NEXT) && !flips(icons::CLOCK), "control: there are both");
}

#[test]
fn an_icon_draws_the_lines_and_the_fills_of_its_shape() {
    for name in ALL {
        for page in ways(*name) {
            let paths = page.tags("path");
            let found: Vec<_> = paths
                .iter()
                .map(|path| {
                    let filled = path.get("fill") == Some("currentColor");
                    assert_eq!(path.get("stroke"), filled.then_some("none"), "{name}");
                    (path.get("d").unwrap(), filled)
                })
                .collect();
            assert_eq!(found, drawn(name.shape()), "{name}");
        }
    }
}

#[test]
fn a_label_is_text_and_never_markup() {
    let label = "<script>alert(1)</script>\" onload=\"alert(2)' & <b>";
    for described in [false, true] {
        let (html, page) = icon(icons::CALENDAR, Some(label), described);
        assert!(!html.contains("<script"), "{html}");
        let svg = page.tag("svg");
        assert!(page.tags("script").is_empty() && page.tags("b").is_empty());
        assert!(page.all().iter().all(|tree| tree.get("onload").is_none()));
        let name =
            told(svg).map_or(svg.get("aria-label").map(str::to_owned), |(name, _)| Some(name));
        assert_eq!(name.as_deref(), Some(label));
    }
    // Control: unescaped, the reader of pages would have found it.
    let raw = Tree::parse("<svg><title><script>alert(1)</script></title></svg>");
    assert_eq!(raw.tags("script").len(), 1);
}

/// The parts of an article draw icons without the component; nobody should see a difference.
#[test]
fn an_icon_drawn_into_markup_is_the_icon_of_the_component() {
    let write = |draw: &dyn Fn(&mut Nodes)| {
        let mut out = Nodes::new();
        draw(&mut out);
        Owner::new().with(|| out.into_iter().map(RenderHtml::to_html).collect::<String>())
    };
    let component = |label| icon(icons::SUCCESS_TICK, label, false).0.replace("<!>", "");
    let shape = icons::SUCCESS_TICK.shape();
    let named = write(&|out| draw_named(out, shape, "Name".to_owned()));
    assert_eq!(component(Some("Name")), named);
    assert_eq!(component(None), write(&|out| draw_icon(out, icons::SUCCESS_TICK)));
    assert_eq!(component(None), write(&|out| draw_shape(out, shape)));
    assert_ne!(component(None), named, "control");
}
