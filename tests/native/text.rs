//! The small text work that stands in for the standard library's, held against it.

use proptest::prelude::*;
use standfirst::text::{joined, part, parted, parts, split_last, split_once, whole};

proptest! {
    #[test]
    fn texts_are_parted_as_by_the_standard_library(text in "[a-c,é…]{0,12}") {
        prop_assert_eq!(parts(&text, b',').collect::<Vec<_>>(), text.split(',').collect::<Vec<_>>());
        prop_assert_eq!(parted(&text, b','), text.split_once(','));
        prop_assert_eq!(part(&text, b','), text.split_once(',').unwrap_or((&text, "")));
        for needle in [",", "…", "ab", "é,"] {
            prop_assert_eq!(split_once(&text, needle), text.split_once(needle));
            prop_assert_eq!(split_last(&text, needle), text.rsplit_once(needle));
        }
        let all: Vec<&str> = text.split(',').collect();
        prop_assert_eq!(joined(&all, "; "), all.join("; "));
    }

    #[test]
    fn whole_numbers_are_read_as_by_the_standard_library(text in "[0-9]{1,15}") {
        prop_assert_eq!(whole(&text), text.parse().ok());
    }
}

#[test]
fn what_is_no_whole_number_of_up_to_fifteen_digits_is_none() {
    for text in ["", "-1", "+1", "1.0", "1e3", " 1", "1 ", "٣", "1234567890123456", "a", "1x"] {
        assert_eq!(whole(text), None, "{text}");
    }
}
