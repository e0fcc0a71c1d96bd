//! The classes that say what a publisher's markup is: those of WordPress, Ghost and the Guardian, and of pasted posts.
//! They are looked at, and never leave.

use super::names::{named, place};

/// What the classes of an element say of it, of those that are known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Classes(u64);

macro_rules! classes {
    ($($(#[$meta:meta])* $name:ident = $at:literal: $($word:literal)*;)*) => {
        impl Classes {
            $($(#[$meta])* pub const $name: Classes = Classes(1 << $at);)*
        }
        named! { WORDS, BITS: u8; $($(($word, $at)),*),* }
    };
}

classes! {
    /// Wider than the text.
    WIDE = 0: "alignwide" "kg-width-wide" "element--showcase";
    /// As wide as the page.
    FULL = 1: "alignfull" "kg-width-full" "element--immersive";
    /// Beside the text.
    SIDE = 2: "alignleft" "alignright" "element--supporting";
    /// Small.
    SMALL = 3: "size-thumbnail" "element--thumbnail";
    /// Half the width.
    HALF = 4: "element--halfWidth" "element--halfwidth";
    /// Several pictures.
    GALLERY = 5: "gallery" "wp-block-gallery" "kg-gallery-card" "tiled-gallery" "wp-block-jetpack-tiled-gallery"
        "wp-block-jetpack-slideshow" "wp-block-coblocks-gallery-masonry";
    /// A picture with its caption, in a box.
    FIGURE = 6: "wp-caption" "kg-image-card" "kg-video-card" "kg-audio-card" "kg-embed-card" "element-image" "image-caption" "captioned-image-container";
    /// A caption, where it is no `figcaption`.
    CAPTION = 7: "wp-caption-text" "gallery-caption" "blocks-gallery-caption" "image-caption-text" "wp-element-caption" "kg-audio-title";
    /// Who made the picture.
    CREDIT = 8: "credit" "media-credit" "wp-credit" "image-credit" "photo-credit" "element-image__credit" "caption-credit" "wp-media-credit";
    /// A line of the text set large.
    PULLQUOTE = 9: "wp-block-pullquote" "pullquote" "pull-quote" "element-pullquote" "kg-blockquote-alt";
    /// A post of another service.
    POST = 10: "twitter-tweet" "twitter-video" "instagram-media" "tiktok-embed" "bluesky-embed" "reddit-embed-bq" "reddit-card" "mastodon-embed"
        "text-post-media";
    /// A link with a picture and a line.
    CARD = 11: "kg-bookmark-card" "kg-file-card" "kg-product-card" "element-rich-link" "wp-block-embed-wordpress";
    /// Its title.
    CARD_TITLE = 12: "kg-bookmark-title" "kg-file-card-title" "kg-product-card-title";
    /// What it is about.
    CARD_TEXT = 13: "kg-bookmark-description" "kg-file-card-caption" "kg-product-card-description" "kg-file-card-metadata";
    /// Whose page it is.
    CARD_PUBLISHER = 14: "kg-bookmark-publisher";
    /// A note beside the text.
    CALLOUT = 15: "kg-callout-card";
    /// Its mark.
    CALLOUT_MARK = 16: "kg-callout-emoji";
    /// Something to open.
    TOGGLE = 17: "kg-toggle-card";
    /// The line of it that is always there.
    TOGGLE_HEAD = 18: "kg-toggle-heading";
    /// A picture that stands for a character.
    EMOJI = 19: "wp-smiley" "emoji" "emojione" "smiley";
    /// Lines of verse in `pre`.
    VERSE = 20: "wp-block-verse";
    /// A player's controls and the buttons of a plug-in: no text of the article.
    CHROME = 21: "kg-audio-player-container" "kg-audio-player" "kg-video-player-container" "kg-video-overlay" "kg-bookmark-icon" "kg-product-card-rating"
        "kg-file-card-icon" "sharedaddy" "jp-relatedposts" "kg-audio-hide";
    /// A cell in the middle.
    CENTER = 22: "has-text-align-center";
    /// A cell on the right.
    RIGHT = 23: "has-text-align-right";
    /// A cell on the left.
    LEFT = 24: "has-text-align-left";
    /// An audio file's player, or a picture at its side.
    THUMBNAIL = 25: "kg-audio-thumbnail" "kg-audio-thumbnail-container";
}

impl Classes {
    /// What the words of a `class` say, and the language of program text if one of them names it.
    pub(super) fn read(class: &str) -> (Classes, Option<&str>) {
        let mut classes = Classes::default();
        let mut language = None;
        for word in class.split_ascii_whitespace() {
            if let Some(bit) = place(WORDS, word.as_bytes()).and_then(|at| BITS.get(at)) {
                classes.0 |= 1 << *bit;
            }
            let named = word.strip_prefix("language-").or_else(|| word.strip_prefix("lang-"));
            language = language.or(named);
        }
        (classes, language)
    }

    /// Whether one of these is said.
    pub fn has(self, any: Classes) -> bool {
        self.0 & any.0 != 0
    }

    /// Both.
    #[must_use]
    pub const fn or(self, other: Classes) -> Classes {
        Classes(self.0 | other.0)
    }
}
