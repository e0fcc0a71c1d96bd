//! The allow-list as data: the elements that are known, and the attributes that are read of each.

use super::Profile;
use super::names::{named, place};

/// What an element is. There is no other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tag {
    /// A run of text.
    Text,
    /// Nothing any more: it has been read already.
    Gone,
    /// A box of other blocks: `div`, `section` and the like.
    Block,
    /// The end of a section or of a quotation.
    Footer,
    /// A paragraph.
    Paragraph,
    /// `h1` and `h2`.
    Heading2,
    /// `h3`.
    Heading3,
    /// `h4` to `h6`.
    Heading4,
    /// A list.
    List,
    /// A numbered list.
    Numbered,
    /// An item of a list.
    Item,
    /// A list of terms.
    Terms,
    /// A term.
    Term,
    /// What a term means.
    Meaning,
    /// A quotation of its own.
    Quotation,
    /// Text whose white space counts.
    Preformatted,
    /// A break between parts.
    Divider,
    /// A picture, table, quotation with what belongs to it.
    Figure,
    /// The line under it.
    Caption,
    /// Several encodings of one picture.
    Picture,
    /// An encoding of a picture, film or recording.
    Source,
    /// A picture.
    Image,
    /// A film.
    Video,
    /// A recording.
    Audio,
    /// Timed text to a film.
    Track,
    /// A page in the page.
    Frame,
    /// A table.
    Table,
    /// Its line.
    TableCaption,
    /// The rows of its head.
    TableHead,
    /// Its other rows.
    TableBody,
    /// A row.
    Row,
    /// A cell that heads others.
    HeadCell,
    /// A cell.
    Cell,
    /// Something to open.
    Details,
    /// The line that is always there.
    Summary,
    /// What stands for a script that did not run.
    Fallback,
    /// A line break.
    Break,
    /// A link.
    Link,
    /// A mark: of strong importance.
    Strong,
    /// A mark: stressed.
    Emphasis,
    /// A mark: struck out.
    Struck,
    /// A mark: below the line.
    Sub,
    /// A mark: above the line.
    Sup,
    /// A mark: program text.
    Code,
    /// A mark: highlighted.
    Mark,
    /// A quotation in a line.
    Quoted,
    /// The title of a work, or who said something.
    Cited,
    /// A piece of a line.
    Span,
}

macro_rules! attributes {
    ($($(#[$meta:meta])* $variant:ident = $name:literal,)*) => {
        /// An attribute that is read. There is no other.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Attribute { $($(#[$meta])* $variant,)* }
        impl Attribute {
            pub(super) const ALL: &'static [(&'static str, Attribute)] = &[$(($name, Attribute::$variant),)*];
        }
    };
}

attributes! {
    /// Where a link leads.
    Href = "href",
    /// What is shown or played.
    Source = "src",
    /// The real source, for a script.
    Lazy = "data-src",
    /// The same, of another script.
    LazySource = "data-lazy-src",
    /// The same, of a third.
    Original = "data-original",
    /// Sources by width.
    Widths = "srcset",
    /// The same, for a script.
    LazyWidths = "data-srcset",
    /// The same, of another script.
    LazySourceWidths = "data-lazy-srcset",
    /// Where a quotation was said.
    Cite = "cite",
    /// Where a post stands.
    Permalink = "data-instgrm-permalink",
    /// A picture before a film.
    Poster = "poster",
    /// What a picture shows. From here on: words, not addresses.
    Alt = "alt",
    /// A title.
    Title = "title",
    /// Pixels.
    Width = "width",
    /// Pixels.
    Height = "height",
    /// BCP 47.
    Lang = "lang",
    /// The first number of a list.
    Start = "start",
    /// How many columns a cell takes.
    Columns = "colspan",
    /// How many rows a cell takes.
    Rows = "rowspan",
    /// How a cell is set.
    Align = "align",
    /// Open from the start.
    Open = "open",
    /// What a track is for.
    Kind = "kind",
    /// The language of a track.
    TrackLang = "srclang",
    /// What a track is called.
    Label = "label",
    /// A media type.
    Type = "type",
    /// Looked at for classes and for the language of program text, which takes its place.
    Class = "class",
}

impl Attribute {
    /// Whether it is an address.
    pub fn is_address(self) -> bool {
        (self as u8) < Attribute::Alt as u8
    }
}

/// Masks of attributes.
const fn bits(list: &[Attribute]) -> u32 {
    let mut mask = 0;
    let mut rest = list;
    while let [first, more @ ..] = rest {
        mask |= 1 << *first as u32;
        rest = more;
    }
    mask
}

use Attribute as A;
const PLAIN: u32 = bits(&[A::Class]);
const SPOKEN: u32 = bits(&[A::Lang]);
const NONE: u32 = 0;
const MEDIA: u32 = bits(&[A::Source, A::Lazy, A::Poster, A::Width, A::Height, A::Title]);
const CELL: u32 = bits(&[A::Class, A::Columns, A::Rows, A::Align]);
const IMAGE: u32 = bits(&[
    A::Source,
    A::Lazy,
    A::LazySource,
    A::Original,
    A::Widths,
    A::LazyWidths,
    A::LazySourceWidths,
    A::Alt,
    A::Width,
    A::Height,
    A::Class,
]);

// Every element that is let through: its name, what it is, and what is read of it.
#[rustfmt::skip]
named! {
    NAMES, ELEMENTS: (Tag, u32);
    ("a", (Tag::Link, bits(&[A::Href, A::Class]))), ("abbr", (Tag::Span, SPOKEN)), ("acronym", (Tag::Span, SPOKEN)), ("address", (Tag::Block, PLAIN)),
    ("article", (Tag::Block, PLAIN)), ("aside", (Tag::Block, PLAIN)), ("audio", (Tag::Audio, MEDIA)), ("b", (Tag::Strong, NONE)),
    ("bdi", (Tag::Span, SPOKEN)), ("bdo", (Tag::Span, SPOKEN)), ("blockquote", (Tag::Quotation, bits(&[A::Cite, A::Permalink, A::Class]))), ("body", (Tag::Block, NONE)),
    ("br", (Tag::Break, NONE)), ("caption", (Tag::TableCaption, NONE)), ("center", (Tag::Block, NONE)), ("cite", (Tag::Cited, PLAIN)),
    ("code", (Tag::Code, PLAIN)), ("dd", (Tag::Meaning, PLAIN)), ("del", (Tag::Struck, NONE)), ("details", (Tag::Details, bits(&[A::Open]))),
    ("dfn", (Tag::Emphasis, NONE)), ("dir", (Tag::List, NONE)), ("div", (Tag::Block, PLAIN)), ("dl", (Tag::Terms, PLAIN)), ("dt", (Tag::Term, PLAIN)),
    ("em", (Tag::Emphasis, NONE)), ("fieldset", (Tag::Block, NONE)), ("figcaption", (Tag::Caption, PLAIN)), ("figure", (Tag::Figure, PLAIN)),
    ("footer", (Tag::Footer, PLAIN)), ("form", (Tag::Block, NONE)), ("h1", (Tag::Heading2, PLAIN)), ("h2", (Tag::Heading2, PLAIN)), ("h3", (Tag::Heading3, PLAIN)),
    ("h4", (Tag::Heading4, PLAIN)), ("h5", (Tag::Heading4, PLAIN)), ("h6", (Tag::Heading4, PLAIN)), ("header", (Tag::Block, PLAIN)), ("hgroup", (Tag::Block, NONE)),
    ("hr", (Tag::Divider, NONE)), ("html", (Tag::Block, NONE)), ("i", (Tag::Emphasis, NONE)), ("iframe", (Tag::Frame, MEDIA)), ("img", (Tag::Image, IMAGE)),
    ("kbd", (Tag::Code, NONE)), ("legend", (Tag::Block, NONE)), ("li", (Tag::Item, PLAIN)), ("listing", (Tag::Preformatted, NONE)), ("main", (Tag::Block, NONE)), ("mark", (Tag::Mark, NONE)),
    ("menu", (Tag::List, PLAIN)), ("nav", (Tag::Block, PLAIN)), ("noscript", (Tag::Fallback, NONE)), ("ol", (Tag::Numbered, bits(&[A::Start, A::Class]))), ("p", (Tag::Paragraph, PLAIN)),
    ("picture", (Tag::Picture, PLAIN)), ("pre", (Tag::Preformatted, PLAIN)), ("q", (Tag::Quoted, SPOKEN)), ("s", (Tag::Struck, NONE)), ("samp", (Tag::Code, NONE)),
    ("search", (Tag::Block, NONE)), ("section", (Tag::Block, PLAIN)), ("source", (Tag::Source, bits(&[A::Source, A::Widths, A::LazyWidths, A::Type]))), ("span", (Tag::Span, bits(&[A::Lang, A::Class]))), ("strike", (Tag::Struck, NONE)),
    ("strong", (Tag::Strong, NONE)), ("sub", (Tag::Sub, NONE)), ("summary", (Tag::Summary, NONE)), ("sup", (Tag::Sup, NONE)), ("table", (Tag::Table, PLAIN)),
    ("tbody", (Tag::TableBody, NONE)), ("td", (Tag::Cell, CELL)), ("tfoot", (Tag::TableBody, NONE)), ("th", (Tag::HeadCell, CELL)), ("thead", (Tag::TableHead, NONE)),
    ("time", (Tag::Span, PLAIN)), ("tr", (Tag::Row, NONE)), ("track", (Tag::Track, bits(&[A::Source, A::Kind, A::TrackLang, A::Label]))), ("tt", (Tag::Code, NONE)), ("ul", (Tag::List, PLAIN)),
    ("var", (Tag::Emphasis, NONE)), ("video", (Tag::Video, MEDIA)),
    // Elements that go with all that is in them: programs and styles, forms' controls, what is no text of the page. Other elements that are not known only lose their tags.
    ("applet", (Tag::Gone, 0)), ("area", (Tag::Gone, 0)), ("base", (Tag::Gone, 0)), ("basefont", (Tag::Gone, 0)), ("bgsound", (Tag::Gone, 0)), ("button", (Tag::Gone, 0)), ("canvas", (Tag::Gone, 0)), ("col", (Tag::Gone, 0)), ("colgroup", (Tag::Gone, 0)), ("command", (Tag::Gone, 0)), ("datalist", (Tag::Gone, 0)), ("dialog", (Tag::Gone, 0)), ("embed", (Tag::Gone, 0)), ("frame", (Tag::Gone, 0)), ("frameset", (Tag::Gone, 0)), ("head", (Tag::Gone, 0)),
    ("input", (Tag::Gone, 0)), ("keygen", (Tag::Gone, 0)), ("link", (Tag::Gone, 0)), ("map", (Tag::Gone, 0)), ("marquee", (Tag::Gone, 0)), ("math", (Tag::Gone, 0)), ("meta", (Tag::Gone, 0)), ("meter", (Tag::Gone, 0)), ("noembed", (Tag::Gone, 0)), ("noframes", (Tag::Gone, 0)), ("object", (Tag::Gone, 0)), ("optgroup", (Tag::Gone, 0)), ("option", (Tag::Gone, 0)), ("output", (Tag::Gone, 0)), ("param", (Tag::Gone, 0)), ("plaintext", (Tag::Gone, 0)),
    ("portal", (Tag::Gone, 0)), ("progress", (Tag::Gone, 0)), ("script", (Tag::Gone, 0)), ("select", (Tag::Gone, 0)), ("selectedcontent", (Tag::Gone, 0)), ("slot", (Tag::Gone, 0)), ("style", (Tag::Gone, 0)), ("svg", (Tag::Gone, 0)), ("template", (Tag::Gone, 0)), ("textarea", (Tag::Gone, 0)), ("title", (Tag::Gone, 0)), ("xmp", (Tag::Gone, 0)),
}

/// What becomes of an element.
pub(super) enum Fate {
    /// It stays, and these attributes of it are read.
    Kept(Tag, u32),
    /// Its tags go, what is in it stays.
    Unwrapped,
    /// It goes with all that is in it.
    Dropped,
}

/// What becomes of an element of this name, in lower case.
pub(super) fn fate(name: &str, profile: Profile) -> Fate {
    match place(NAMES, name.as_bytes()).and_then(|at| ELEMENTS.get(at)) {
        None => Fate::Unwrapped,
        Some((Tag::Gone, _)) => Fate::Dropped,
        Some((tag, attributes)) if profile == Profile::Article => Fate::Kept(*tag, *attributes),
        Some((tag, attributes)) => in_comment(*tag, *attributes),
    }
}

/// What is more than a comment may hold becomes a box or goes.
fn in_comment(tag: Tag, attributes: u32) -> Fate {
    match tag {
        Tag::Paragraph | Tag::List | Tag::Item | Tag::Quotation | Tag::Break => {
            Fate::Kept(tag, NONE)
        }
        Tag::Link => Fate::Kept(tag, bits(&[A::Href])),
        Tag::Code | Tag::Preformatted => Fate::Kept(tag, attributes),
        Tag::Numbered => Fate::Kept(tag, bits(&[A::Start])),
        Tag::Strong | Tag::Emphasis => Fate::Kept(tag, NONE),
        Tag::Image | Tag::Video | Tag::Audio | Tag::Frame | Tag::Source | Tag::Track => {
            Fate::Dropped
        }
        Tag::Struck
        | Tag::Sub
        | Tag::Sup
        | Tag::Mark
        | Tag::Quoted
        | Tag::Cited
        | Tag::Span
        | Tag::Picture
        | Tag::Fallback => Fate::Unwrapped,
        _ => Fate::Kept(Tag::Block, NONE),
    }
}
