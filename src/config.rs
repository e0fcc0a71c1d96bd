//! What can be set from outside, with defaults and bounds.

// By its path: scripts/declared.rs compiles this file alone.
#[path = "config/elements.rs"]
mod elements;

pub use elements::{
    ATTRIBUTES, Attribute, COMMENTS_ATTRIBUTES, COMMENTS_EVENTS, COMMENTS_PARTS, CustomElement,
    CustomProperty, ELEMENTS, EVENTS, Event, ICON_ATTRIBUTES, ICON_STYLES, Member, Method, PARTS,
    Part, SHARE_ATTRIBUTES, SHARE_EVENTS, SHARE_PARTS, STYLES,
};

/// The time allowed for one try, in seconds.
pub const TIMEOUT_SECONDS: u32 = 10;

/// An article larger than this many bytes is not read: 2 MiB.
pub const ARTICLE_LIMIT: usize = 2 << 20;

/// A page of comments larger than this many bytes is not read: 4 MiB.
pub const COMMENTS_LIMIT: usize = 4 << 20;

/// Further tries after a failure that may pass.
pub const RETRIES: u32 = 2;

/// The heading level of a headline, from an attribute: 1 to 4, else 1.
pub fn heading_level(written: &str) -> u8 {
    written.trim_ascii().parse().ok().filter(|level| (1..=4).contains(level)).unwrap_or(1)
}

/// Light, dark, or as the reader's device says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the device says.
    #[default]
    Auto,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Theme {
    /// From an attribute; anything unknown is `auto`.
    pub fn from_word(written: &str) -> Self {
        match written.trim_ascii() {
            "light" => Theme::Light,
            "dark" => Theme::Dark,
            _ => Theme::Auto,
        }
    }

    /// As a number, for a signal.
    pub const fn of(number: u32) -> Self {
        match number {
            1 => Theme::Light,
            2 => Theme::Dark,
            _ => Theme::Auto,
        }
    }

    /// The word of the attribute.
    pub const fn as_str(self) -> &'static str {
        match self {
            Theme::Auto => "auto",
            Theme::Light => "light",
            Theme::Dark => "dark",
        }
    }
}

/// The time allowed for one try, in seconds, from an attribute: 1 to 600, else 10.
pub fn timeout_seconds(written: &str) -> u32 {
    let seconds = written.trim_ascii().parse().ok();
    seconds.filter(|seconds| (1..=600).contains(seconds)).unwrap_or(TIMEOUT_SECONDS)
}
