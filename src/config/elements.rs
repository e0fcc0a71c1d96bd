//! What a page may rely on of the custom elements, each thing declared once: attributes, properties, methods, events,
//! parts. The README, the types and the package's other files derive from it.

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
pub const ATTRIBUTES: [Attribute; 13] = [
    Attribute { name: "src", values: "an address", doc: "The article as JSON." },
    Attribute {
        name: "format",
        values: "auto or a format's name",
        doc: "How the JSON is to be read.",
    },
    Attribute {
        name: "item",
        values: "an id, a slug, an address, or a number from 1",
        doc: "Which article of a list or feed; without it the one that `src` names after `#item=`, else the first.",
    },
    Attribute {
        name: "map",
        values: "a JSON object of paths",
        doc: "Where the members of an article stand in JSON of another kind: `{\"headline\": \"data.title\"}`.",
    },
    Attribute {
        name: "debug",
        values: "there or not",
        doc: "What could not be read is listed under the article, for its publisher.",
    },
    Attribute {
        name: "share",
        values: "targets in order, or none",
        doc: "The share menu: names parted by spaces, or a JSON list; without it the article's own targets, else the usual ones.",
    },
    Attribute {
        name: "comments",
        values: "an address, or none",
        doc: "The comments as JSON; without it those that the article names.",
    },
    Attribute {
        name: "comments-format",
        values: "auto or a format's name",
        doc: "How their JSON is to be read.",
    },
    Attribute { name: "comments-open", values: "there or not", doc: "Open from the start." },
    Attribute {
        name: "comments-pictures",
        values: "there or not",
        doc: "Portraits are fetched from where the comments say, which then sees the reader.",
    },
    THEME,
    LEVEL,
    TIMEOUT,
];

const LEVEL: Attribute =
    Attribute { name: "heading-level", values: "1 to 4", doc: "The level of the headline." };
const TIMEOUT: Attribute =
    Attribute { name: "timeout", values: "1 to 600", doc: "The seconds allowed for one try." };

/// The attributes of `standfirst-comments`.
pub const COMMENTS_ATTRIBUTES: [Attribute; 7] = [
    Attribute { name: "src", values: "an address", doc: "The comments as JSON." },
    Attribute {
        name: "format",
        values: "auto or a format's name",
        doc: "How the JSON is to be read.",
    },
    Attribute { name: "open", values: "there or not", doc: "Open from the start." },
    Attribute {
        name: "pictures",
        values: "there or not",
        doc: "Portraits are fetched from where the comments say, which then sees the reader.",
    },
    THEME,
    LEVEL,
    TIMEOUT,
];

const THEME: Attribute =
    Attribute { name: "theme", values: "auto, light, dark", doc: "The paper." };

/// The attributes of `standfirst-share`.
pub const SHARE_ATTRIBUTES: [Attribute; 5] = [
    Attribute {
        name: "url",
        values: "an address",
        doc: "What is shared; without it the page's own address, the canonical one if it says one.",
    },
    Attribute { name: "headline", values: "text", doc: "Its title, for targets that take one." },
    Attribute { name: "text", values: "text", doc: "A text, for targets that take one." },
    Attribute {
        name: "targets",
        values: "targets in order",
        doc: "Names parted by spaces, or a JSON list; without it the usual ones.",
    },
    THEME,
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
pub const ELEMENTS: [CustomElement; 4] = [
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
        tag: "standfirst-comments",
        class: "StandfirstComments",
        doc: "Comments in threads that fold, fetched when they come near to what is seen.",
        attributes: &COMMENTS_ATTRIBUTES,
        properties: &[Member {
            name: "data",
            kind: "object | null | undefined",
            doc: "The comments as an object or a list; they are shown instead of `src`.",
        }],
        methods: &[Method { name: "reload", doc: "Asks for the comments again." }],
        events: &COMMENTS_EVENTS,
        parts: &COMMENTS_PARTS,
        styles: &[&STYLES, &ICON_STYLES],
    },
    CustomElement {
        tag: "standfirst-share",
        class: "StandfirstShare",
        doc: "A share button with its menu.",
        attributes: &SHARE_ATTRIBUTES,
        properties: &[],
        methods: &[],
        events: &SHARE_EVENTS,
        parts: &SHARE_PARTS,
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

const LOAD: Event = Event {
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
};

const ERROR: Event = Event {
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
    doc: "What the element shows cannot be had.",
};

const TARGET: Member = Member {
    name: "target",
    kind: "string",
    doc: "The target's name; `device` is the share sheet.",
};

const SHARING: Event = Event {
    name: "standfirst-share",
    detail: &[TARGET, Member { name: "url", kind: "string", doc: "The address that is shared." }],
    doc: "Something is about to be shared; cancelling the event stops it.",
};

const SHARED: Event = Event {
    name: "standfirst-shared",
    detail: &[
        TARGET,
        Member {
            name: "outcome",
            kind: "\"opened\" | \"copied\" | \"shared\" | \"cancelled\" | \"refused\"",
            doc: "What became of it.",
        },
    ],
    doc: "What became of a share.",
};

const COMMENTS_LOAD: Event = Event {
    name: "standfirst-comments-load",
    detail: &[Member { name: "count", kind: "number", doc: "How many are there." }],
    doc: "A page of comments is there, and is about to be drawn.",
};

const TOGGLE: Event = Event {
    name: "standfirst-comment-toggle",
    detail: &[
        Member { name: "id", kind: "string", doc: "The comment; empty for all of the section." },
        Member { name: "open", kind: "boolean", doc: "Whether it is open now." },
    ],
    doc: "The reader has folded a comment, or opened it.",
};

/// The events of all elements.
pub const EVENTS: [Event; 6] = [LOAD, ERROR, SHARING, SHARED, COMMENTS_LOAD, TOGGLE];

/// The events of `standfirst-comments`.
pub const COMMENTS_EVENTS: [Event; 3] = [ERROR, COMMENTS_LOAD, TOGGLE];

/// The events of `standfirst-share`; a program that cannot be had is an error too.
pub const SHARE_EVENTS: [Event; 3] = [ERROR, SHARING, SHARED];

const REASONS: &str = "\"network\" | \"timeout\" | \"offline\" | \"status\" | \"parse\" | \"schema\" | \"too-large\" | \"unsupported\" | \"origin\" | \"aborted\" | \"internal\"";

/// The parts of `standfirst-article`.
pub const PARTS: [Part; 13] = [
    Part { name: "article", doc: "All of the article." },
    Part { name: "headline", doc: "The headline." },
    Part { name: "standfirst", doc: "The lines under the headline." },
    Part { name: "byline", doc: "The authors." },
    Part { name: "body", doc: "What comes after the head." },
    Part { name: "figure", doc: "A picture or a film, with its caption." },
    Part { name: "caption", doc: "The words under a picture or a film." },
    SHARE_PART,
    SHARE_MENU_PART,
    COMMENTS_PART,
    COMMENT_PART,
    TOGGLE_PART,
    STATUS_PART,
];

const COMMENTS_PART: Part = Part { name: "comments", doc: "All of the comments." };
const COMMENT_PART: Part = Part { name: "comment", doc: "One comment, with the answers to it." };
const TOGGLE_PART: Part = Part {
    name: "toggle",
    doc: "The button that folds a comment, and the one that opens them all.",
};
const STATUS_PART: Part =
    Part { name: "status", doc: "What is said while waiting and after a failure." };

/// The parts of `standfirst-comments`.
pub const COMMENTS_PARTS: [Part; 4] = [COMMENTS_PART, COMMENT_PART, TOGGLE_PART, STATUS_PART];

const SHARE_PART: Part = Part { name: "share", doc: "A share button." };
const SHARE_MENU_PART: Part = Part { name: "share-menu", doc: "The share menu." };

/// The parts of `standfirst-share`.
pub const SHARE_PARTS: [Part; 2] = [SHARE_PART, SHARE_MENU_PART];

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
