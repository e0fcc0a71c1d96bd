//! The catalogue of icons, in alphabetical order.
//!
//! Shapes that name Tabler as their source are of Tabler Icons 3.51 (MIT, copyright 2020-2026 Paweł Kuna), the
//! paths of each joined into one; `node scripts/tabler.mjs` reads them from the package anew. The others are drawn
//! for this project on the same grid. Brand marks belong to their owners.

use super::shape::Source::{Own, Tabler, TablerFilled};
use super::shape::{IconData, IconName, Shape, Tone};

const SHAPE: Shape = Shape { name: "", line: "", fill: "", flips: false, tone: Tone::Current };

const ICON: IconData =
    IconData { shape: &SHAPE, title: "", description: "", aliases: "", brand: false, source: Own };

macro_rules! icons {
    ($($constant:ident = { title: $title:literal, description: $description:literal, $($words:tt)* } drawn { $($drawn:tt)* })*) => {
        $(
            #[doc = $description]
            #[allow(clippy::needless_update)]
            pub const $constant: IconName = IconName(&IconData {
                shape: &Shape { $($drawn)* ..SHAPE },
                title: $title,
                description: $description,
                $($words)*
                ..ICON
            });
        )*
        /// Every icon, in alphabetical order of their names. A program that names this list carries them all.
        pub const ALL: &[IconName] = &[$($constant),*];
    };
}

#[rustfmt::skip]
icons! {
    BLOCK_ARROW = {
        title: "Block Arrow",
        description: "A broad arrow in outline that points to the right.",
        aliases: "arrow-block big-arrow",
        source: Tabler("arrow-big-right"),
    } drawn {
        name: "block-arrow",
        line: "M4 9h8v-3.586a1 1 0 0 1 1.707-.707l6.586 6.586a1 1 0 0 1 0 1.414l-6.586 6.586a1 1 0 0 1-1.707-.707v-3.586h-8a1 1 0 0 1-1-1v-4a1 1 0 0 1 1-1",
        flips: true,
    }
    BLUESKY = {
        title: "Bluesky",
        description: "The butterfly of Bluesky.",
        aliases: "bsky",
        brand: true,
        source: Tabler("brand-bluesky"),
    } drawn {
        name: "bluesky",
        line: "M6.335 5.144c-1.654-1.199-4.335-2.127-4.335 .826c0 .59 .35 4.953 .556 5.661c.713 2.463 3.13 2.75 5.444 2.369c-4.045 .665-4.889 3.208-2.667 5.41c1.03 1.018 1.913 1.59 2.667 1.59c2 0 3.134-2.769 3.5-3.5c.333-.667 .5-1.167 .5-1.5c0 .333 .167 .833 .5 1.5c.366 .731 1.5 3.5 3.5 3.5c.754 0 1.637-.571 2.667-1.59c2.222-2.203 1.378-4.746-2.667-5.41c2.314 .38 4.73 .094 5.444-2.369c.206-.708 .556-5.072 .556-5.661c0-2.953-2.68-2.025-4.335-.826c-2.293 1.662-4.76 5.048-5.665 6.856c-.905-1.808-3.372-5.194-5.665-6.856",
    }
    BREAKING = {
        title: "Breaking",
        description: "An exclamation mark cut out of a filled disc.",
        aliases: "urgent breaking-news",
        source: TablerFilled("exclamation-circle"),
    } drawn {
        name: "breaking",
        fill: "M17 3.34a10 10 0 1 1-15 8.66l.005-.324a10 10 0 0 1 14.995-8.336m-5 11.66a1 1 0 0 0-1 1v.01a1 1 0 0 0 2 0v-.01a1 1 0 0 0-1-1m0-7a1 1 0 0 0-1 1v4a1 1 0 0 0 2 0v-4a1 1 0 0 0-1-1",
    }
    CALENDAR = {
        title: "Calendar",
        description: "A desk calendar with two rings, standing on the line of the desk.",
        aliases: "date desk-calendar day",
        source: Own,
    } drawn {
        name: "calendar",
        line: "M4 7a2 2 0 0 1 2-2h12a2 2 0 0 1 2 2v10H4zM4 11h16M8 3v4M16 3v4M2.5 21h19",
    }
    CAMERA = {
        title: "Camera",
        description: "A digital camera seen from the front.",
        aliases: "photograph photo picture",
        source: Tabler("camera"),
    } drawn {
        name: "camera",
        line: "M5 7h1a2 2 0 0 0 2-2a1 1 0 0 1 1-1h6a1 1 0 0 1 1 1a2 2 0 0 0 2 2h1a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2h-14a2 2 0 0 1-2-2v-9a2 2 0 0 1 2-2M9 13a3 3 0 1 0 6 0a3 3 0 0 0-6 0",
    }
    CANCEL = {
        title: "Cancel",
        description: "A circle with a diagonal line across.",
        aliases: "ban forbidden no",
        source: Tabler("ban"),
    } drawn {
        name: "cancel",
        line: "M3 12a9 9 0 1 0 18 0a9 9 0 1 0-18 0M5.7 5.7l12.6 12.6",
    }
    CARET = {
        title: "Caret",
        description: "An arrow head without a shaft that points to the right.",
        aliases: "chevron chevron-right",
        source: Tabler("chevron-right"),
    } drawn {
        name: "caret",
        line: "M9 6l6 6l-6 6",
        flips: true,
    }
    CLOCK = {
        title: "Clock",
        description: "A clock face whose hands stand at four.",
        aliases: "time hour",
        source: Tabler("clock"),
    } drawn {
        name: "clock",
        line: "M3 12a9 9 0 1 0 18 0a9 9 0 0 0-18 0M12 7v5l3 3",
    }
    CLOSE = {
        title: "Close",
        description: "An X of two thin strokes.",
        aliases: "close-icon dismiss cross",
        source: Tabler("x"),
    } drawn {
        name: "close",
        line: "M18 6l-12 12M6 6l12 12",
    }
    COMMENT = {
        title: "Comment",
        description: "A round speech bubble, empty.",
        aliases: "speech-bubble-icon speech-bubble remark",
        source: Tabler("message-circle"),
    } drawn {
        name: "comment",
        line: "M3 20l1.3-3.9c-2.324-3.437-1.426-7.872 2.1-10.374c3.526-2.501 8.59-2.296 11.845 .48c3.255 2.777 3.695 7.266 1.029 10.501c-2.666 3.235-7.615 4.215-11.574 2.293l-4.7 1",
    }
    COMMENTS = {
        title: "Comments",
        description: "A square speech bubble with two lines of text.",
        aliases: "discussion responses conversation",
        source: Tabler("message"),
    } drawn {
        name: "comments",
        line: "M8 9h8M8 13h6M18 4a3 3 0 0 1 3 3v8a3 3 0 0 1-3 3h-5l-5 3v-3h-2a3 3 0 0 1-3-3v-8a3 3 0 0 1 3-3h12",
    }
    COPY_LINK = {
        title: "Copy Link",
        description: "A black square set off over a white square.",
        aliases: "copy duplicate copy-address",
        source: Own,
    } drawn {
        name: "copy-link",
        line: "M3.5 9v9.5a2 2 0 0 0 2 2H15",
        fill: "M9 2.5h10.5a2 2 0 0 1 2 2V15a2 2 0 0 1-2 2H9a2 2 0 0 1-2-2V4.5a2 2 0 0 1 2-2z",
    }
    DURATION = {
        title: "Duration",
        description: "An hourglass with sand above and below.",
        aliases: "hourglass reading-time length",
        source: Tabler("hourglass"),
    } drawn {
        name: "duration",
        line: "M6.5 7h11M6.5 17h11M6 20v-2a6 6 0 1 1 12 0v2a1 1 0 0 1-1 1h-10a1 1 0 0 1-1-1M6 4v2a6 6 0 1 0 12 0v-2a1 1 0 0 0-1-1h-10a1 1 0 0 0-1 1",
    }
    EDIT = {
        title: "Edit",
        description: "A pencil that writes.",
        aliases: "pencil correction amend",
        source: Tabler("pencil"),
    } drawn {
        name: "edit",
        line: "M4 20h4l10.5-10.5a2.828 2.828 0 1 0-4-4l-10.5 10.5v4M13.5 6.5l4 4",
    }
    ELLIPSIS = {
        title: "Ellipsis",
        description: "Three dots in a row.",
        aliases: "more dots overflow",
        source: Tabler("dots"),
    } drawn {
        name: "ellipsis",
        line: "M4 12a1 1 0 1 0 2 0a1 1 0 1 0-2 0M11 12a1 1 0 1 0 2 0a1 1 0 1 0-2 0M18 12a1 1 0 1 0 2 0a1 1 0 1 0-2 0",
    }
    EMAIL = {
        title: "Email",
        description: "A paper envelope, closed.",
        aliases: "envelope mail letter",
        source: Tabler("mail"),
    } drawn {
        name: "email",
        line: "M3 7a2 2 0 0 1 2-2h14a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2h-14a2 2 0 0 1-2-2v-10M3 7l9 6l9-6",
    }
    ENLARGE = {
        title: "Enlarge",
        description: "Two arrows that point to opposite corners.",
        aliases: "zoom expand full-screen",
        source: Tabler("arrows-diagonal"),
    } drawn {
        name: "enlarge",
        line: "M16 4l4 0l0 4M14 10l6-6M8 20l-4 0l0-4M4 20l6-6",
    }
    EXTERNAL = {
        title: "External",
        description: "An arrow that leaves a square.",
        aliases: "external-link leaves-the-page",
        source: Tabler("external-link"),
    } drawn {
        name: "external",
        line: "M12 6h-6a2 2 0 0 0-2 2v10a2 2 0 0 0 2 2h10a2 2 0 0 0 2-2v-6M11 13l9-9M15 4h5v5",
        flips: true,
    }
    EYE = {
        title: "Is Public",
        description: "A human eye with three eyelashes.",
        aliases: "is-public public visible show",
        source: Own,
    } drawn {
        name: "eye",
        line: "M10 14a2 2 0 1 0 4 0a2 2 0 0 0-4 0M21 14c-2.4 4-5.4 6-9 6c-3.6 0-6.6-2-9-6c2.4-4 5.4-6 9-6c3.6 0 6.6 2 9 6M12 4.5V3M5.8 6.5l-1.1-1.6M18.2 6.5l1.1-1.6",
    }
    EYE_OFF = {
        title: "Is Not Public",
        description: "A human eye with eyelashes, struck through by a diagonal line.",
        aliases: "is-not-public private hidden hide",
        source: Own,
    } drawn {
        name: "eye-off",
        line: "M10.585 12.587a2 2 0 0 0 2.829 2.828M16.681 18.673A8.717 8.717 0 0 1 12 20c-3.6 0-6.6-2-9-6c1.272-2.12 2.712-3.678 4.32-4.674m2.86-1.146A9.055 9.055 0 0 1 12 8c3.6 0 6.6 2 9 6c-.666 1.11-1.379 2.067-2.138 2.87M4 5l16 16M12 4.5V3M18.2 6.5l1.1-1.6",
    }
    FACEBOOK = {
        title: "Facebook",
        description: "The lower-case f of Facebook.",
        aliases: "fb",
        brand: true,
        source: Tabler("brand-facebook"),
    } drawn {
        name: "facebook",
        fill: "M7 10v4h3v7h4v-7h3l1-4h-4v-2a1 1 0 0 1 1-1h3v-4h-3a5 5 0 0 0-5 5v2h-3",
    }
    FOLDER = {
        title: "Folder",
        description: "A paper folder with its tab.",
        aliases: "section category",
        source: Tabler("folder"),
    } drawn {
        name: "folder",
        line: "M5 4h4l3 3h7a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2h-14a2 2 0 0 1-2-2v-11a2 2 0 0 1 2-2",
    }
    GOOGLE = {
        title: "Google",
        description: "The capital G of Google.",
        brand: true,
        source: TablerFilled("brand-google"),
    } drawn {
        name: "google",
        fill: "M12 2a9.96 9.96 0 0 1 6.29 2.226a1 1 0 0 1 .04 1.52l-1.51 1.362a1 1 0 0 1-1.265 .06a6 6 0 1 0 2.103 6.836l.001-.004h-3.66a1 1 0 0 1-.992-.883l-.007-.117v-2a1 1 0 0 1 1-1h6.945a1 1 0 0 1 .994 .89c.04 .367 .061 .737 .061 1.11c0 5.523-4.477 10-10 10s-10-4.477-10-10s4.477-10 10-10z",
    }
    HOME = {
        title: "Home",
        description: "A house with a pitched roof and a door.",
        aliases: "house website start",
        source: Tabler("home"),
    } drawn {
        name: "home",
        line: "M5 12l-2 0l9-9l9 9l-2 0M5 12v7a2 2 0 0 0 2 2h10a2 2 0 0 0 2-2v-7M9 21v-6a2 2 0 0 1 2-2h2a2 2 0 0 1 2 2v6",
    }
    INFORMATION = {
        title: "Information",
        description: "A lower-case i in a circle.",
        aliases: "info about",
        source: Tabler("info-circle"),
    } drawn {
        name: "information",
        line: "M3 12a9 9 0 1 0 18 0a9 9 0 0 0-18 0M12 9h.01M11 12h1v4h1",
    }
    INSTAGRAM = {
        title: "Instagram",
        description: "The outlined camera of Instagram.",
        aliases: "insta",
        brand: true,
        source: Tabler("brand-instagram"),
    } drawn {
        name: "instagram",
        line: "M3 7a4 4 0 0 1 4-4h10a4 4 0 0 1 4 4v10a4 4 0 0 1-4 4h-10a4 4 0 0 1-4-4l0-10M8.5 12a3.5 3.5 0 1 0 7 0a3.5 3.5 0 0 0-7 0M17 7v.01",
    }
    LIKE = {
        title: "Like",
        description: "A heart in outline.",
        aliases: "heart favourite",
        source: Tabler("heart"),
    } drawn {
        name: "like",
        line: "M19.5 12.572l-7.5 7.428l-7.5-7.428a5 5 0 1 1 7.5-6.566a5 5 0 1 1 7.5 6.572",
    }
    LINK = {
        title: "Link",
        description: "Two links of a chain.",
        aliases: "chain permalink",
        source: Tabler("link"),
    } drawn {
        name: "link",
        line: "M9 15l6-6M11 6l.463-.536a5 5 0 0 1 7.071 7.072l-.534 .464M13 18l-.397 .534a5.068 5.068 0 0 1-7.127 0a4.972 4.972 0 0 1 0-7.071l.524-.463",
    }
    LINKEDIN = {
        title: "LinkedIn",
        description: "The lower-case word in of LinkedIn, cut out of a square.",
        aliases: "linked-in",
        brand: true,
        source: TablerFilled("brand-linkedin"),
    } drawn {
        name: "linkedin",
        fill: "M17 2a5 5 0 0 1 5 5v10a5 5 0 0 1-5 5h-10a5 5 0 0 1-5-5v-10a5 5 0 0 1 5-5zm-9 8a1 1 0 0 0-1 1v5a1 1 0 0 0 2 0v-5a1 1 0 0 0-1-1m6 0a3 3 0 0 0-1.168 .236l-.125 .057a1 1 0 0 0-1.707 .707v5a1 1 0 0 0 2 0v-3a1 1 0 0 1 2 0v3a1 1 0 0 0 2 0v-3a3 3 0 0 0-3-3m-6-3a1 1 0 0 0-.993 .883l-.007 .127a1 1 0 0 0 1.993 .117l.007-.127a1 1 0 0 0-1-1",
    }
    LIVE = {
        title: "Live",
        description: "A point that sends out waves to both sides.",
        aliases: "broadcast on-air",
        source: Tabler("access-point"),
    } drawn {
        name: "live",
        line: "M12 12l0 .01M14.828 9.172a4 4 0 0 1 0 5.656M17.657 6.343a8 8 0 0 1 0 11.314M9.168 14.828a4 4 0 0 1 0-5.656M6.337 17.657a8 8 0 0 1 0-11.314",
    }
    LOCK = {
        title: "Lock",
        description: "A closed padlock.",
        aliases: "padlock subscribers",
        source: Own,
    } drawn {
        name: "lock",
        line: "M6 11h12v9H6zM8 11V8a4 4 0 0 1 8 0v3",
    }
    LOGOUT = {
        title: "Logout",
        description: "An arrow that leaves a room by its open side.",
        aliases: "log-out sign-out exit",
        source: Tabler("logout"),
    } drawn {
        name: "logout",
        line: "M14 8v-2a2 2 0 0 0-2-2h-7a2 2 0 0 0-2 2v12a2 2 0 0 0 2 2h7a2 2 0 0 0 2-2v-2M9 12h12l-3-3M18 15l3-3",
        flips: true,
    }
    MASTODON = {
        title: "Mastodon",
        description: "The letter m of Mastodon in a bubble.",
        brand: true,
        source: Tabler("brand-mastodon"),
    } drawn {
        name: "mastodon",
        line: "M18.648 15.254c-1.816 1.763-6.648 1.626-6.648 1.626a18.262 18.262 0 0 1-3.288-.256c1.127 1.985 4.12 2.81 8.982 2.475c-1.945 2.013-13.598 5.257-13.668-7.636l-.026-1.154c0-3.036 .023-4.115 1.352-5.633c1.671-1.91 6.648-1.666 6.648-1.666s4.977-.243 6.648 1.667c1.329 1.518 1.352 2.597 1.352 5.633s-.456 4.074-1.352 4.944M12 11.204v-2.926c0-1.258-.895-2.278-2-2.278s-2 1.02-2 2.278v4.722m4-4.722c0-1.258 .895-2.278 2-2.278s2 1.02 2 2.278v4.722",
    }
    MENU = {
        title: "Menu",
        description: "Three horizontal lines, one above the other.",
        aliases: "hamburger-menu-icon hamburger navigation",
        source: Tabler("menu-2"),
    } drawn {
        name: "menu",
        line: "M4 6l16 0M4 12l16 0M4 18l16 0",
    }
    MESSENGER = {
        title: "Facebook Messenger",
        description: "The speech bubble of Facebook Messenger with its bolt of lightning.",
        aliases: "facebook-messenger fb-messenger",
        brand: true,
        source: TablerFilled("brand-messenger"),
    } drawn {
        name: "messenger",
        fill: "M18.894 5.446c3.667 3.127 4.168 8.238 1.152 11.897c-2.842 3.447-7.965 4.583-12.231 2.805l-.233-.101l-4.374 .931l-.033 .005l-.042 .008l-.031 .002l-.01 .003h-.018l-.052 .004l-.024-.001l-.02 .001l-.033-.003h-.035l-.022-.004l-.022-.002l-.035-.007l-.034-.005l-.016-.004l-.024-.005l-.049-.016l-.024-.005l-.011-.005l-.022-.007l-.045-.02l-.03-.012l-.011-.006l-.014-.006l-.031-.018l-.045-.024l-.016-.011l-.037-.026l-.04-.027l-.015-.013l-.043-.04l-.025-.02l-.062-.07l-.013-.013l-.011-.014l-.027-.04l-.026-.035a1 1 0 0 1-.054-.095l-.006-.013l-.019-.045l-.02-.042l-.004-.016l-.004-.01l-.011-.04l-.013-.04l-.002-.014l-.005-.019l-.005-.033l-.008-.042l-.002-.031l-.003-.026l-.004-.054l.001-.036l.001-.023l.002-.053l.004-.025v-.019l.008-.036l.005-.033l.004-.017l.005-.023l.018-.06l.003-.013l1.15-3.45l-.022-.037c-2.21-3.747-1.209-8.392 2.411-11.118l.23-.168c3.898-2.766 9.469-2.54 13.073 .535m-2.062 5a1 1 0 0 0-1.387-.278l-2.318 1.544l-1.42-1.42a1 1 0 0 0-1.262-.124l-3 2a1 1 0 0 0-.277 1.387l.07 .093a1 1 0 0 0 1.317 .184l2.317-1.545l1.42 1.42a1 1 0 0 0 1.263 .125l3-2a1 1 0 0 0 .277-1.387",
    }
    MINUS = {
        title: "Minus",
        description: "A mathematical minus.",
        aliases: "subtract less fold",
        source: Tabler("minus"),
    } drawn {
        name: "minus",
        line: "M5 12l14 0",
    }
    NEXT = {
        title: "Next",
        description: "An arrow with a shaft that points to the right.",
        aliases: "arrow arrow-right forward",
        source: Tabler("arrow-right"),
    } drawn {
        name: "next",
        line: "M5 12l14 0M13 18l6-6M13 6l6 6",
        flips: true,
    }
    NOTICE = {
        title: "Notice",
        description: "An exclamation mark centred in a circle.",
        aliases: "attention exclamation",
        source: Tabler("alert-circle"),
    } drawn {
        name: "notice",
        line: "M3 12a9 9 0 1 0 18 0a9 9 0 0 0-18 0M12 8v4M12 16h.01",
    }
    PAUSE = {
        title: "Pause",
        description: "Two upright filled bars.",
        aliases: "pause-icon stop-moving",
        source: TablerFilled("player-pause"),
    } drawn {
        name: "pause",
        fill: "M9 4h-2a2 2 0 0 0-2 2v12a2 2 0 0 0 2 2h2a2 2 0 0 0 2-2v-12a2 2 0 0 0-2-2zM17 4h-2a2 2 0 0 0-2 2v12a2 2 0 0 0 2 2h2a2 2 0 0 0 2-2v-12a2 2 0 0 0-2-2z",
    }
    PIN = {
        title: "Pin",
        description: "A drawing pin stuck into the page.",
        aliases: "pinned drawing-pin",
        source: Tabler("pin"),
    } drawn {
        name: "pin",
        line: "M15 4.5l-4 4l-4 1.5l-1.5 1.5l7 7l1.5-1.5l1.5-4l4-4M9 15l-4.5 4.5M14.5 4l5.5 5.5",
    }
    PLAY = {
        title: "Play",
        description: "A filled triangle that points to the right.",
        aliases: "watch listen",
        source: Own,
    } drawn {
        name: "play",
        fill: "M7 4v16l13-8z",
    }
    PLUS = {
        title: "Plus",
        description: "A mathematical plus.",
        aliases: "add more-of unfold",
        source: Tabler("plus"),
    } drawn {
        name: "plus",
        line: "M12 5l0 14M5 12l14 0",
    }
    PREVIOUS = {
        title: "Previous",
        description: "An arrow with a shaft that points to the left.",
        aliases: "arrow-left back",
        source: Tabler("arrow-left"),
    } drawn {
        name: "previous",
        line: "M5 12l14 0M5 12l6 6M5 12l6-6",
        flips: true,
    }
    PROFILE = {
        title: "Profile",
        description: "A human head and shoulders.",
        aliases: "person user author account",
        source: Tabler("user"),
    } drawn {
        name: "profile",
        line: "M8 7a4 4 0 1 0 8 0a4 4 0 0 0-8 0M6 21v-2a4 4 0 0 1 4-4h4a4 4 0 0 1 4 4v2",
    }
    QR_CODE = {
        title: "QR Code",
        description: "Three squares and a scatter of dots.",
        aliases: "qr",
        source: Tabler("qrcode"),
    } drawn {
        name: "qr-code",
        line: "M4 5a1 1 0 0 1 1-1h4a1 1 0 0 1 1 1v4a1 1 0 0 1-1 1h-4a1 1 0 0 1-1-1l0-4M7 17l0 .01M14 5a1 1 0 0 1 1-1h4a1 1 0 0 1 1 1v4a1 1 0 0 1-1 1h-4a1 1 0 0 1-1-1l0-4M7 7l0 .01M4 15a1 1 0 0 1 1-1h4a1 1 0 0 1 1 1v4a1 1 0 0 1-1 1h-4a1 1 0 0 1-1-1l0-4M17 7l0 .01M14 14l3 0M20 14l0 .01M14 14l0 3M14 20l3 0M17 17l3 0M20 17l0 3",
    }
    QUOTE_CLOSE = {
        title: "Closing Quote Mark",
        description: "A closing quotation mark, a pair of filled nines.",
        aliases: "closing-quote-mark quote-mark-close",
        source: Own,
    } drawn {
        name: "quote-close",
        fill: "M14 19c4.2-1 6.5-4 6.5-8.5V5h-7v7H17c-.1 2.2-1.2 3.6-3.6 4.4zM3.5 19c4.2-1 6.5-4 6.5-8.5V5h-7v7h3.5c-.1 2.2-1.2 3.6-3.6 4.4z",
        flips: true,
    }
    QUOTE_OPEN = {
        title: "Quote Mark",
        description: "An opening quotation mark, a pair of filled sixes.",
        aliases: "quote-mark opening-quote-mark quotation",
        source: Own,
    } drawn {
        name: "quote-open",
        fill: "M10 5c-4.2 1-6.5 4-6.5 8.5V19h7v-7H7c.1-2.2 1.2-3.6 3.6-4.4zM20.5 5c-4.2 1-6.5 4-6.5 8.5V19h7v-7h-3.5c.1-2.2 1.2-3.6 3.6-4.4z",
        flips: true,
    }
    RATING = {
        title: "Rating",
        description: "A filled star with five points.",
        aliases: "star review score",
        source: Own,
    } drawn {
        name: "rating",
        fill: "M12 2.6L14.6 9L21.5 9.5L16.2 14L17.9 20.7L12 17L6.1 20.7L7.8 14L2.5 9.5L9.4 9z",
    }
    REDDIT = {
        title: "Reddit",
        description: "The alien head of Reddit.",
        brand: true,
        source: Tabler("brand-reddit"),
    } drawn {
        name: "reddit",
        line: "M12 8c2.648 0 5.028 .826 6.675 2.14a2.5 2.5 0 0 1 2.326 4.36c0 3.59-4.03 6.5-9 6.5c-4.875 0-8.845-2.8-9-6.294l-1-.206a2.5 2.5 0 0 1 2.326-4.36c1.646-1.313 4.026-2.14 6.674-2.14l.999 0M12 8l1-5l6 1M18 4a1 1 0 1 0 2 0a1 1 0 1 0-2 0M8.5 13a.5 .5 0 1 0 1 0a.5 .5 0 1 0-1 0M14.5 13a.5 .5 0 1 0 1 0a.5 .5 0 1 0-1 0M10 17c.667 .333 1.333 .5 2 .5s1.333-.167 2-.5",
    }
    REPLY = {
        title: "Reply",
        description: "An arrow that turns back to the left.",
        aliases: "answer respond",
        source: Tabler("arrow-back-up"),
    } drawn {
        name: "reply",
        line: "M9 14l-4-4l4-4M5 10h11a4 4 0 1 1 0 8h-1",
        flips: true,
    }
    RETRY = {
        title: "Retry",
        description: "Two arrows that chase each other round a circle.",
        aliases: "reload refresh again",
        source: Tabler("refresh"),
    } drawn {
        name: "retry",
        line: "M20 11a8.1 8.1 0 0 0-15.5-2m-.5-4v4h4M4 13a8.1 8.1 0 0 0 15.5 2m.5 4v-4h-4",
    }
    SEARCH = {
        title: "Search",
        description: "A magnifying glass held at a slant.",
        aliases: "magnifying-glass search-icon find",
        source: Tabler("search"),
    } drawn {
        name: "search",
        line: "M3 10a7 7 0 1 0 14 0a7 7 0 1 0-14 0M21 21l-6-6",
    }
    SHARE = {
        title: "Share",
        description: "Three points joined by two lines.",
        aliases: "share-menu spread",
        source: Tabler("share"),
    } drawn {
        name: "share",
        line: "M3 12a3 3 0 1 0 6 0a3 3 0 1 0-6 0M15 6a3 3 0 1 0 6 0a3 3 0 1 0-6 0M15 18a3 3 0 1 0 6 0a3 3 0 1 0-6 0M8.7 10.7l6.6-3.4M8.7 13.3l6.6 3.4",
    }
    SPINNER = {
        title: "Loading Spinner",
        description: "Three quarters of a circle, open at the upper right.",
        aliases: "loading-spinner loading wait",
        source: Tabler("loader-2"),
    } drawn {
        name: "spinner",
        line: "M12 3a9 9 0 1 0 9 9",
    }
    SUCCESS_TICK = {
        title: "Success Tick",
        description: "A green tick in a circle.",
        aliases: "success done copied",
        source: Tabler("circle-check"),
    } drawn {
        name: "success-tick",
        line: "M3 12a9 9 0 1 0 18 0a9 9 0 1 0-18 0M9 12l2 2l4-4",
        tone: Tone::Success,
    }
    SUCCESS_TICK_TIMEOUT = {
        title: "Success Tick Timeout",
        description: "A grey tick in a broken circle.",
        aliases: "success-passed done-before",
        source: Tabler("circle-dashed-check"),
    } drawn {
        name: "success-tick-timeout",
        line: "M8.56 3.69a9 9 0 0 0-2.92 1.95M3.69 8.56a9 9 0 0 0-.69 3.44M3.69 15.44a9 9 0 0 0 1.95 2.92M8.56 20.31a9 9 0 0 0 3.44 .69M15.44 20.31a9 9 0 0 0 2.92-1.95M20.31 15.44a9 9 0 0 0 .69-3.44M20.31 8.56a9 9 0 0 0-1.95-2.92M15.44 3.69a9 9 0 0 0-3.44-.69M9 12l2 2l4-4",
        tone: Tone::Spent,
    }
    TAG = {
        title: "Tag",
        description: "A paper tag with a hole for its string.",
        aliases: "keyword topic price-tag",
        source: Tabler("tag"),
    } drawn {
        name: "tag",
        line: "M6.5 7.5a1 1 0 1 0 2 0a1 1 0 1 0-2 0M3 6v5.172a2 2 0 0 0 .586 1.414l7.71 7.71a2.41 2.41 0 0 0 3.408 0l5.592-5.592a2.41 2.41 0 0 0 0-3.408l-7.71-7.71a2 2 0 0 0-1.414-.586h-5.172a3 3 0 0 0-3 3",
    }
    TELEGRAM = {
        title: "Telegram",
        description: "The paper plane of Telegram.",
        brand: true,
        source: Tabler("brand-telegram"),
    } drawn {
        name: "telegram",
        line: "M15 10l-4 4l6 6l4-16l-18 7l4 2l2 6l3-4",
    }
    TELEPHONE = {
        title: "Telephone",
        description: "A traditional telephone receiver.",
        aliases: "phone call receiver",
        source: Tabler("phone"),
    } drawn {
        name: "telephone",
        line: "M5 4h4l2 5l-2.5 1.5a11 11 0 0 0 5 5l1.5-2.5l5 2v4a2 2 0 0 1-2 2a16 16 0 0 1-15-15a2 2 0 0 1 2-2",
    }
    THREADS = {
        title: "Threads",
        description: "The looped at sign of Threads.",
        brand: true,
        source: Tabler("brand-threads"),
    } drawn {
        name: "threads",
        line: "M19 7.5c-1.333-3-3.667-4.5-7-4.5c-5 0-8 2.5-8 9s3.5 9 8 9s7-3 7-5s-1-5-7-5c-2.5 0-3 1.25-3 2.5c0 1.5 1 2.5 2.5 2.5c2.5 0 3.5-1.5 3.5-5s-2-4-3-4s-1.833 .333-2.5 1",
    }
    TICK = {
        title: "Tick",
        description: "A tick mark of one stroke.",
        aliases: "check check-mark done-mark",
        source: Tabler("check"),
    } drawn {
        name: "tick",
        line: "M5 12l5 5l10-10",
    }
    TIP = {
        title: "Tip",
        description: "A light bulb.",
        aliases: "light-bulb idea hint",
        source: Own,
    } drawn {
        name: "tip",
        line: "M9 16a5.5 5.5 0 1 1 6 0v2.5H9zM9.5 21.5h5",
    }
    TWITTER = {
        title: "Twitter",
        description: "The bird that was the mark of Twitter.",
        aliases: "twitter-bird bird tweet",
        brand: true,
        source: TablerFilled("brand-twitter"),
    } drawn {
        name: "twitter",
        fill: "M14.058 3.41c-1.807 .767-2.995 2.453-3.056 4.38l-.002 .182l-.243-.023c-2.392-.269-4.498-1.512-5.944-3.531a1 1 0 0 0-1.685 .092l-.097 .186l-.049 .099c-.719 1.485-1.19 3.29-1.017 5.203l.03 .273c.283 2.263 1.5 4.215 3.779 5.679l.173 .107l-.081 .043c-1.315 .663-2.518 .952-3.827 .9c-1.056-.04-1.446 1.372-.518 1.878c3.598 1.961 7.461 2.566 10.792 1.6c4.06-1.18 7.152-4.223 8.335-8.433l.127-.495c.238-.993 .372-2.006 .401-3.024l.003-.332l.393-.779l.44-.862l.214-.434l.118-.247c.265-.565 .456-1.033 .574-1.43l.014-.056l.008-.018c.22-.593-.166-1.358-.941-1.358l-.122 .007a.997 .997 0 0 0-.231 .057l-.086 .038a7.46 7.46 0 0 1-.88 .36l-.356 .115l-.271 .08l-.772 .214c-1.336-1.118-3.144-1.254-5.012-.554l-.211 .084z",
    }
    VIDEO_CAMERA = {
        title: "Video Camera",
        description: "A video camera seen from the side.",
        aliases: "video film movie",
        source: Tabler("video"),
    } drawn {
        name: "video-camera",
        line: "M15 10l4.553-2.276a1 1 0 0 1 1.447 .894v6.764a1 1 0 0 1-1.447 .894l-4.553-2.276v-4M3 8a2 2 0 0 1 2-2h8a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2h-8a2 2 0 0 1-2-2l0-8",
    }
    WARNING = {
        title: "Warning",
        description: "An exclamation mark in a triangle.",
        aliases: "caution danger",
        source: Own,
    } drawn {
        name: "warning",
        line: "M12 4l9 16H3zM12 10v4M12 17h.01",
    }
    WHATSAPP = {
        title: "WhatsApp",
        description: "The telephone receiver of WhatsApp in its speech bubble.",
        aliases: "whats-app whatsapp-messenger",
        brand: true,
        source: TablerFilled("brand-whatsapp"),
    } drawn {
        name: "whatsapp",
        fill: "M18.497 4.409a10 10 0 0 1-10.36 16.828l-.223-.098l-4.759 .849l-.11 .011a1 1 0 0 1-.11 0l-.102-.013l-.108-.024l-.105-.037l-.099-.047l-.093-.058l-.014-.011l-.012-.007l-.086-.073l-.077-.08l-.067-.088l-.056-.094l-.034-.07l-.04-.108l-.028-.128l-.012-.102a1 1 0 0 1 0-.125l.012-.1l.024-.11l.045-.122l1.433-3.304l-.009-.014a10 10 0 0 1 1.549-12.454l.215-.203a10 10 0 0 1 13.226-.217m-8.997 3.09a1.5 1.5 0 0 0-1.5 1.5v1a6 6 0 0 0 6 6h1a1.5 1.5 0 0 0 0-3h-1l-.144 .007a1.5 1.5 0 0 0-1.128 .697l-.042 .074l-.022-.007a4.01 4.01 0 0 1-2.435-2.435l-.008-.023l.075-.041a1.5 1.5 0 0 0 .704-1.272v-1a1.5 1.5 0 0 0-1.5-1.5",
    }
    X = {
        title: "X",
        description: "The letter X with one hollow stroke, the mark of what was Twitter.",
        aliases: "x-twitter twitter-x",
        brand: true,
        source: Tabler("brand-x"),
    } drawn {
        name: "x",
        line: "M4 4l11.733 16h4.267l-11.733-16l-4.267 0M4 20l6.768-6.768m2.46-2.46l6.772-6.772",
    }
}
