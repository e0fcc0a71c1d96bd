//! What can be set from outside, with defaults and bounds.

/// The time allowed for one try, in seconds.
pub const TIMEOUT_SECONDS: u32 = 10;

/// An article larger than this many bytes is not read: 2 MiB.
pub const ARTICLE_LIMIT: usize = 2 << 20;

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

/// An attribute of a custom element.
#[derive(Debug)]
pub struct Attribute {
    /// Its name.
    pub name: &'static str,
    /// What it may be.
    pub values: &'static str,
    /// What it does, in one sentence.
    pub doc: &'static str,
}

/// The attributes of `standfirst-article`.
pub const ATTRIBUTES: [Attribute; 5] = [
    Attribute { name: "src", values: "an address", doc: "The article as JSON." },
    Attribute {
        name: "format",
        values: "auto or a format's name",
        doc: "How the JSON is to be read.",
    },
    Attribute { name: "theme", values: "auto, light, dark", doc: "The paper." },
    Attribute { name: "heading-level", values: "1 to 4", doc: "The level of the headline." },
    Attribute { name: "timeout", values: "1 to 600", doc: "The seconds allowed for one try." },
];

/// The attributes of `standfirst-icon`.
pub const ICON_ATTRIBUTES: [Attribute; 2] = [
    Attribute { name: "name", values: "an icon's name or alias", doc: "Which icon it is." },
    Attribute {
        name: "label",
        values: "text",
        doc: "What it is called; without it, it is decoration.",
    },
];

/// A property of an element, or a member of an event's detail.
#[derive(Debug)]
pub struct Member {
    /// Its name.
    pub name: &'static str,
    /// Its type, as TypeScript writes it.
    pub kind: &'static str,
    /// What it is, in one sentence.
    pub doc: &'static str,
}

/// A method of an element. None takes an argument, none gives anything back.
#[derive(Debug)]
pub struct Method {
    /// Its name.
    pub name: &'static str,
    /// What it does, in one sentence.
    pub doc: &'static str,
}

/// An event of an element. All bubble and are composed.
#[derive(Debug)]
pub struct Event {
    /// Its name.
    pub name: &'static str,
    /// The members of its detail.
    pub detail: &'static [Member],
    /// When it comes, in one sentence.
    pub doc: &'static str,
}

/// A part that a page may style by `::part()`.
#[derive(Debug)]
pub struct Part {
    /// Its name.
    pub name: &'static str,
    /// What it is, in one sentence.
    pub doc: &'static str,
}

/// A custom property that a page may set.
#[derive(Debug)]
pub struct CustomProperty {
    /// Its name.
    pub name: &'static str,
    /// What it is when not set, in words.
    pub default: &'static str,
    /// What it sets, in one sentence.
    pub doc: &'static str,
}

/// A custom element: all that a page may rely on.
#[derive(Debug)]
pub struct CustomElement {
    /// Its tag.
    pub tag: &'static str,
    /// Its class in JavaScript.
    pub class: &'static str,
    /// What it is, in one sentence.
    pub doc: &'static str,
    /// Its attributes.
    pub attributes: &'static [Attribute],
    /// Its properties.
    pub properties: &'static [Member],
    /// Its methods.
    pub methods: &'static [Method],
    /// Its events.
    pub events: &'static [Event],
    /// Its parts.
    pub parts: &'static [Part],
    /// Its custom properties, group by group.
    pub styles: &'static [&'static [CustomProperty]],
}

/// The custom elements.
pub const ELEMENTS: [CustomElement; 2] = [
    CustomElement {
        tag: "standfirst-article",
        class: "StandfirstArticle",
        doc: "An article, fetched as JSON and set as a newspaper page.",
        attributes: &ATTRIBUTES,
        properties: &[Member {
            name: "data",
            kind: "object | null | undefined",
            doc: "The article as an object; it is shown instead of `src`.",
        }],
        methods: &[Method { name: "reload", doc: "Asks for the article again." }],
        events: &EVENTS,
        parts: &PARTS,
        styles: &[&STYLES, &ICON_STYLES],
    },
    CustomElement {
        tag: "standfirst-icon",
        class: "StandfirstIcon",
        doc: "One icon of the catalogue.",
        attributes: &ICON_ATTRIBUTES,
        properties: &[],
        methods: &[],
        events: &[],
        parts: &[],
        styles: &[&ICON_STYLES],
    },
];

/// The events of `standfirst-article`.
pub const EVENTS: [Event; 2] = [
    Event {
        name: "standfirst-load",
        detail: &[
            Member { name: "url", kind: "string", doc: "The address it came from." },
            Member { name: "format", kind: "string", doc: "The format it was read in." },
            Member { name: "headline", kind: "string", doc: "Its headline." },
            Member {
                name: "problems",
                kind: "{ path: string; reason: string }[]",
                doc: "What was wrong and left out, each with its JSON path.",
            },
        ],
        doc: "The article is there.",
    },
    Event {
        name: "standfirst-error",
        detail: &[
            Member { name: "reason", kind: REASONS, doc: "What kind of failure it is." },
            Member {
                name: "status",
                kind: "number | null",
                doc: "The HTTP status, when a server answered.",
            },
            Member { name: "url", kind: "string", doc: "The address that was asked for." },
            Member { name: "message", kind: "string", doc: "A line for the developer." },
        ],
        doc: "The article cannot be had.",
    },
];

const REASONS: &str = "\"network\" | \"timeout\" | \"offline\" | \"status\" | \"parse\" | \"schema\" | \"too-large\" | \"unsupported\" | \"origin\" | \"aborted\" | \"internal\"";

/// The parts of `standfirst-article`.
pub const PARTS: [Part; 8] = [
    Part { name: "article", doc: "All of the article." },
    Part { name: "headline", doc: "The headline." },
    Part { name: "standfirst", doc: "The lines under the headline." },
    Part { name: "byline", doc: "The authors." },
    Part { name: "body", doc: "What comes after the head." },
    Part { name: "figure", doc: "A picture or a film, with its caption." },
    Part { name: "caption", doc: "The words under a picture or a film." },
    Part { name: "status", doc: "What is said while waiting and after a failure." },
];

/// The custom properties of `style/tokens.css`.
pub const STYLES: [CustomProperty; 9] = [
    CustomProperty {
        name: "--standfirst-paper",
        default: "warm white, by night near black",
        doc: "The background.",
    },
    CustomProperty {
        name: "--standfirst-ink",
        default: "near black, by night a soft white",
        doc: "The text.",
    },
    CustomProperty {
        name: "--standfirst-quiet",
        default: "grey",
        doc: "Captions, times, credits.",
    },
    CustomProperty {
        name: "--standfirst-accent",
        default: "red",
        doc: "Kicker, focus ring, live marks, links under the pointer.",
    },
    CustomProperty {
        name: "--standfirst-serif",
        default: "Charter, or a serif like it",
        doc: "The typeface of the text.",
    },
    CustomProperty {
        name: "--standfirst-sans",
        default: "the system's own",
        doc: "The typeface of what is not the text.",
    },
    CustomProperty {
        name: "--standfirst-mono",
        default: "the system's own for programs",
        doc: "The typeface of program text.",
    },
    CustomProperty {
        name: "--standfirst-size",
        default: "17 to 19 pixels, by the width of the column",
        doc: "The size of the text.",
    },
    CustomProperty {
        name: "--standfirst-measure",
        default: "33 times the size of the text, about 66 characters",
        doc: "The width of the column.",
    },
];

/// The custom properties of `style/icons.css`.
pub const ICON_STYLES: [CustomProperty; 2] = [
    CustomProperty { name: "--standfirst-icon-size", default: "1em", doc: "How large an icon is." },
    CustomProperty {
        name: "--standfirst-icon-stroke",
        default: "2, of the 24 units of the square",
        doc: "How thick its line is.",
    },
];
