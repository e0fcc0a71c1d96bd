//! How members of schema.org become members of the canonical format: a table for each type of thing.

/// How a value is brought into shape.
#[derive(Clone, Copy)]
pub(super) enum Shape {
    /// As it is: the canonical format has the same.
    Same,
    /// One line of text; of an object its name.
    Line,
    /// An address; of an object its own or its `@id`.
    Address,
    /// A tag of a language.
    Language,
    /// True or false, which may be an address that ends in one.
    Truth,
    /// A number that may have its unit behind it.
    Pixels,
    /// The text of an article.
    Body,
    /// Names, each a text or an object with one.
    Names,
    /// Tags: as names, or all in one text.
    Tags,
    /// Corrections, each a text or an object.
    Corrections,
    /// Things of one type, as its table says.
    Things(Table),
    /// The first such thing.
    Thing(Table),
}

/// For each canonical member: where it is looked for, and its shape. Of a thing in an article the first one has to
/// be there. A table names only tables below it, so this comes to an end.
pub(super) type Table = &'static [(&'static str, &'static [&'static str], Shape)];

/// An article.
pub(super) const ARTICLE: Table = &[
    ("headline", &["headline", "name"], Shape::Line),
    ("description", &["description", "abstract"], Shape::Line),
    ("alternativeHeadline", &["alternativeHeadline"], Shape::Line),
    ("label", &["label"], Shape::Same),
    ("body", &["body"], Shape::Same),
    ("articleBody", &["articleBody", "text"], Shape::Body),
    ("encodingFormat", &["encodingFormat"], Shape::Line),
    ("author", &["author", "creator"], Shape::Things(PERSON)),
    ("publisher", &["publisher"], Shape::Thing(ORGANIZATION)),
    ("datePublished", &["datePublished", "dateCreated", "uploadDate"], Shape::Line),
    ("dateModified", &["dateModified"], Shape::Line),
    ("dateline", &["dateline"], Shape::Line),
    ("articleSection", &["articleSection"], Shape::Names),
    ("keywords", &["keywords"], Shape::Tags),
    ("image", &["image", "thumbnailUrl", "thumbnail"], Shape::Things(PICTURE)),
    ("video", &["video"], Shape::Thing(FILM)),
    ("audio", &["audio"], Shape::Thing(FILM)),
    ("inLanguage", &["inLanguage"], Shape::Language),
    ("dir", &["dir"], Shape::Same),
    ("url", &["url", "mainEntityOfPage"], Shape::Address),
    ("isAccessibleForFree", &["isAccessibleForFree"], Shape::Truth),
    ("correction", &["correction"], Shape::Corrections),
    ("related", &["related"], Shape::Same),
    ("copyrightNotice", &["copyrightNotice"], Shape::Line),
    ("license", &["license"], Shape::Address),
    ("commentCount", &["commentCount"], Shape::Same),
    ("commentsUrl", &["commentsUrl"], Shape::Same),
    ("commentsClosed", &["commentsClosed"], Shape::Same),
    ("discussionUrl", &["discussionUrl"], Shape::Address),
    ("share", &["share"], Shape::Same),
];

const PERSON: Table = &[
    ("name", &["name", "alternateName"], Shape::Line),
    ("url", &["url"], Shape::Address),
    ("image", &["image"], Shape::Address),
    ("jobTitle", &["jobTitle"], Shape::Line),
    ("email", &["email"], Shape::Line),
    ("telephone", &["telephone"], Shape::Line),
];

const ORGANIZATION: Table = &[
    ("name", &["name", "legalName", "alternateName"], Shape::Line),
    ("url", &["url"], Shape::Address),
    ("logo", &["logo"], Shape::Address),
];

const PICTURE: Table = &[
    ("url", &["url", "contentUrl", "@id"], Shape::Address),
    ("alt", &["alt"], Shape::Line),
    ("caption", &["caption", "description"], Shape::Line),
    ("creditText", CREDIT, Shape::Line),
    ("width", &["width"], Shape::Pixels),
    ("height", &["height"], Shape::Pixels),
    ("srcset", &["srcset"], Shape::Same),
    ("focal", &["focal"], Shape::Same),
    ("role", &["role"], Shape::Same),
    ("tone", &["tone"], Shape::Same),
    ("link", &["link"], Shape::Same),
];

const FILM: Table = &[
    ("sources", &["sources", "contentUrl"], Shape::Same),
    ("poster", &["poster", "thumbnailUrl", "thumbnail"], Shape::Address),
    ("tracks", &["tracks"], Shape::Same),
    ("width", &["width"], Shape::Pixels),
    ("height", &["height"], Shape::Pixels),
    ("duration", &["duration"], Shape::Same),
    ("caption", &["caption", "name", "description"], Shape::Line),
    ("creditText", CREDIT, Shape::Line),
    ("transcript", &["transcript"], Shape::Line),
];

const CREDIT: &[&str] = &["creditText", "copyrightNotice", "author", "creator", "copyrightHolder"];

pub(super) const CORRECTION: Table = &[
    ("text", &["text", "description"], Shape::Line),
    ("date", &["date", "datePublished"], Shape::Line),
    ("kind", &["kind"], Shape::Same),
];

pub(super) const TAG: Table =
    &[("name", &["name"], Shape::Line), ("url", &["url"], Shape::Address)];
