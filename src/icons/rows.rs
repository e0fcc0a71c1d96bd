//! The icons that the client's page carries, row by row, and what serves each.

/// One row of the client's page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// The title, as the page has it.
    pub title: &'static str,
    /// What it shows.
    pub shows: &'static str,
    /// The names of the icons that serve it, parted by spaces.
    pub icons: &'static str,
}

const fn row(title: &'static str, shows: &'static str, icons: &'static str) -> Row {
    Row { title, shows, icons }
}

/// All sixty. Row 56 is a slip of the page: titled Messenger, it shows Twitter, and both the bird and today's X
/// serve it; Messenger itself is row 54.
#[rustfmt::skip]
pub const ROWS: &[Row] = &[
    row("Calendar", "a desk calendar", "calendar"),
    row("Cancel", "a circle with a diagonal line across", "cancel"),
    row("Caret", "a block arrow pointing to the right", "block-arrow"),
    row("Email", "a paper envelope", "email"),
    row("Facebook", "the Facebook \"f\" mark", "facebook"),
    row("Google", "the Google \"G\" mark", "google"),
    row("Linked In", "the LinkedIn \"in\" mark", "linkedin"),
    row("Logout", "logging out", "logout"),
    row("Profile", "a human head and shoulders", "profile"),
    row("Telephone", "a traditional telephone receiver", "telephone"),
    row("Tick", "a tick mark", "tick"),
    row("Is Public", "a human eye with eyelashes", "eye"),
    row("Is Not Public", "a human eye with eyelashes and a diagonal line through it", "eye-off"),
    row("Pause Icon", "two bars: pause, stop the interaction", "pause"),
    row("Quote Mark", "an opening quotation mark", "quote-open"),
    row("Quote Mark", "a closing quotation mark", "quote-close"),
    row("Arrow", "an arrow", "next"),
    row("Folder", "a paper folder", "folder"),
    row("Breaking", "an exclamation mark on a circular background", "breaking"),
    row("Camera", "a digital camera", "camera"),
    row("Caret", "a caret arrow (chevron)", "caret"),
    row("Clock", "a clock face", "clock"),
    row("Close", "an X shape", "close"),
    row("Close Icon", "the place to press to collapse or dismiss a component", "close"),
    row("Comment", "a speech bubble", "comment"),
    row("Comments", "a speech bubble denoting user comments", "comments"),
    row("Comments", "a speech bubble denoting user comments (second use)", "comments"),
    row("Ellipsis", "three horizontal dots", "ellipsis"),
    row("Envelope", "a paper envelope", "email"),
    row("Facebook", "the Facebook f logo", "facebook"),
    row("Camera", "a digital camera (second use)", "camera"),
    row("Home", "a house", "home"),
    row("Instagram", "the Instagram logo", "instagram"),
    row("LinkedIn", "the LinkedIn logo", "linkedin"),
    row("Magnifying Glass", "a magnifying glass", "search"),
    row("Search Icon", "a magnifying glass that stands for searching", "search"),
    row("Menu", "three horizontal lines", "menu"),
    row("Hamburger Menu Icon", "a collapsed menu", "menu"),
    row("Next", "an arrow pointing to the right", "next"),
    row("Notice", "an exclamation mark centred in a circle", "notice"),
    row("Previous", "an arrow pointing to the left", "previous"),
    row("Rating", "a star", "rating"),
    row("Tag", "a tag", "tag"),
    row("Twitter", "the Twitter logo", "twitter"),
    row("Video Camera", "a video camera", "video-camera"),
    row("Speech Bubble Icon", "a speech bubble", "comment"),
    row("WhatsApp", "the WhatsApp logo", "whatsapp"),
    row("Information", "an information logo", "information"),
    row("Plus", "a mathematical plus", "plus"),
    row("Duration", "time", "duration"),
    row("Success Tick", "a green tick", "success-tick"),
    row("Success Tick Timeout", "a greyed-out success tick", "success-tick-timeout"),
    row("Loading Spinner", "loading", "spinner"),
    row("Facebook Messenger", "the Facebook Messenger logo", "messenger"),
    row("Facebook", "the Facebook f logo (share menu)", "facebook"),
    row("Facebook Messenger", "the Twitter logo (share menu; the source's title is a slip: this is the Twitter/X target)", "twitter x"),
    row("LinkedIn", "the LinkedIn logo (share menu)", "linkedin"),
    row("WhatsApp Messenger", "the WhatsApp Messenger logo (share menu)", "whatsapp"),
    row("Email", "a mail envelope (share menu)", "email"),
    row("Copy link", "a black square set off over a white square (share menu)", "copy-link"),
];
