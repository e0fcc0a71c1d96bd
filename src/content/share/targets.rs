//! The targets as data.

/// Somewhere to share to.
///
/// Addresses are templates with places: `{url}`, `{title}`, `{text}`, `{message}` (title, text and address in
/// one), `{app}` (the publisher's Facebook app id) and `{server}` (the reader's Mastodon server).
#[derive(Clone, Copy, Debug)]
pub struct Target {
    /// The name in attributes and JSON.
    pub name: &'static str,
    /// Other names it is known by, parted by spaces.
    pub aliases: &'static str,
    /// The brand's name; empty where it is a word of the interface.
    pub title: &'static str,
    /// An icon of the catalogue.
    pub icon: &'static str,
    /// How it is reached: the first way that can work is taken.
    pub ways: &'static [Way],
    /// How long the text may be.
    pub limit: Limit,
    /// The day (ISO 8601) on which the address was last held against the target's own documentation, and
    /// against what others use where there is none. Read, not posted to.
    pub checked: &'static str,
}

/// How a target is reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// By a link, on every device. The template.
    Link(&'static str),
    /// By a link into an app, only where a finger points: on a desk nothing would happen. The template.
    Touch(&'static str),
    /// The address is copied.
    Copy,
    /// The address is shown as a QR code.
    Code,
}

/// How long a text may be, and what counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limit {
    /// At most so much.
    pub most: u32,
    /// Of this.
    pub of: Count,
}

/// What a limit counts. A count of ours is never under the service's: emoji weigh their bytes, as Threads
/// has it, and every code point counts, where most services count graphemes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Count {
    /// The characters of title, text and address.
    Whole,
    /// The same, but an address is 23, as Mastodon has it.
    Short,
    /// The same, but what is not Latin, Greek, Cyrillic, Arabic and the like weighs 2, as X has it.
    Heavy,
    /// The characters of title and text.
    Apart,
    /// The bytes of the whole link.
    Bytes,
}

/// A longer link is refused by servers, and by [`crate::policy::SafeUrl`].
pub(super) const LONGEST_LINK: usize = 8_000;

/// A longer link to a mail program is cut or refused by Outlook and by Windows.
pub(super) const LONGEST_MAIL: usize = 2_000;

/// No limit but that of every link.
pub(super) const ANY: Limit = Limit { most: LONGEST_LINK as u32, of: Count::Bytes };

/// The day of the last reading.
const READ: &str = "2026-11-23";

/// How many of [`TARGETS`] are shown where none are named: the first so many.
pub const DEFAULT: usize = 7;

const fn target(
    name: &'static str,
    aliases: &'static str,
    title: &'static str,
    ways: &'static [Way],
    limit: Limit,
) -> Target {
    Target { name, aliases, title, icon: name, ways, limit, checked: READ }
}

/// Every known target: the default ones first, in their order.
pub static TARGETS: &[Target] = &[
    target(
        "messenger",
        "facebook-messenger fb-messenger",
        "Messenger",
        &[
            Way::Touch("fb-messenger://share?link={url}&app_id={app}"),
            Way::Touch("fb-messenger://share?link={url}"),
            // Meta opens it for registered apps alone, and not on telephones: they have the ways above. Without an
            // id there is no way on a desk.
            Way::Link(
                "https://www.facebook.com/dialog/send?app_id={app}&link={url}&redirect_uri={url}",
            ),
        ],
        ANY,
    ),
    // Title and picture come from the page's own Open Graph members: nothing else is taken.
    target(
        "facebook",
        "fb",
        "Facebook",
        &[Way::Link("https://www.facebook.com/sharer/sharer.php?u={url}")],
        ANY,
    ),
    target(
        "x",
        "twitter",
        "X",
        &[Way::Link("https://x.com/intent/tweet?text={title}&url={url}")],
        Limit { most: 280, of: Count::Heavy },
    ),
    target(
        "linkedin",
        "",
        "LinkedIn",
        &[Way::Link("https://www.linkedin.com/sharing/share-offsite/?url={url}")],
        ANY,
    ),
    target(
        "whatsapp",
        "",
        "WhatsApp",
        &[Way::Link("https://api.whatsapp.com/send?text={message}")],
        ANY,
    ),
    target(
        "email",
        "mail e-mail mailto",
        "",
        &[Way::Link("mailto:?subject={title}&body={message}")],
        Limit { most: LONGEST_MAIL as u32, of: Count::Bytes },
    ),
    Target { icon: "link", ..target("copy", "link copy-link", "", &[Way::Copy], ANY) },
    target(
        "bluesky",
        "bsky",
        "Bluesky",
        &[Way::Link("https://bsky.app/intent/compose?text={message}")],
        Limit { most: 300, of: Count::Whole },
    ),
    target(
        "mastodon",
        "fediverse",
        "Mastodon",
        &[Way::Link("https://{server}/share?text={message}")],
        Limit { most: 500, of: Count::Short },
    ),
    target(
        "threads",
        "",
        "Threads",
        &[Way::Link("https://www.threads.com/intent/post?text={title}&url={url}")],
        Limit { most: 500, of: Count::Whole },
    ),
    target(
        "telegram",
        "",
        "Telegram",
        &[Way::Link("https://t.me/share/url?url={url}&text={title}")],
        Limit { most: 4_096, of: Count::Whole },
    ),
    target(
        "reddit",
        "",
        "Reddit",
        &[Way::Link("https://www.reddit.com/submit?url={url}&title={title}")],
        Limit { most: 300, of: Count::Apart },
    ),
    Target { icon: "qr-code", ..target("qr", "qr-code qrcode", "", &[Way::Code], ANY) },
];

impl Target {
    /// The target of a name or alias, in whatever case it is written.
    #[inline(never)]
    pub fn named(name: &str) -> Option<&'static Target> {
        TARGETS.iter().find(|target| {
            target.name.eq_ignore_ascii_case(name)
                || target
                    .aliases
                    .split(' ')
                    .any(|alias| !name.is_empty() && alias.eq_ignore_ascii_case(name))
        })
    }
}
