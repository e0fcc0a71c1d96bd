//! The article: plain data that every format is read into and every component draws from.
//!
//! With the feature `schema` the types also write themselves as canonical JSON and describe
//! themselves as a JSON Schema; `schema/article.schema.json` comes from here.

#[cfg(feature = "schema")]
use crate::content::schema::{self, none};
use crate::date::Date;
use crate::policy::SafeUrl;
#[cfg(feature = "schema")]
use schemars::JsonSchema;
#[cfg(feature = "schema")]
use serde::Serialize;

/// Declares plain data: the derives that all of it has, and those of the feature `schema`.
macro_rules! data {
    ($($(#[$meta:meta])* pub $kind:ident $name:ident $body:tt)*) => {$(
        #[derive(Clone, Debug, PartialEq)]
        #[cfg_attr(feature = "schema", derive(Serialize, JsonSchema))]
        #[cfg_attr(feature = "schema", serde(rename_all = "camelCase"))]
        $(#[$meta])*
        pub $kind $name $body
    )*};
}

/// A value that JSON names by one of a few words.
pub trait Choice: Copy + 'static {
    /// The words.
    const WORDS: &'static [&'static str];
    /// The values, in the order of the words.
    const ALL: &'static [Self];
}

/// Declares a choice of words, with the words as JSON writes them.
macro_rules! choice {
    ($($(#[$meta:meta])* pub enum $name:ident { $($(#[$vmeta:meta])* $variant:ident = $word:literal,)* })*) => {$(
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[cfg_attr(feature = "schema", derive(Serialize, JsonSchema))]
        pub enum $name { $($(#[$vmeta])* #[cfg_attr(feature = "schema", serde(rename = $word))] $variant,)* }
        impl $name {
            /// The words that stand for the values in JSON, in the order of [`Self::ALL`].
            pub const WORDS: &'static [&'static str] = &[$($word,)*];
            /// Every value.
            pub const ALL: &'static [$name] = &[$($name::$variant,)*];

            /// The word that stands for the value in JSON.
            pub fn word(self) -> &'static str {
                match self { $($name::$variant => $word,)* }
            }
        }
        impl Choice for $name {
            const WORDS: &'static [&'static str] = $name::WORDS;
            const ALL: &'static [$name] = $name::ALL;
        }
    )*};
}

data! {
/// A news article: schema.org's NewsArticle as plain JSON.
#[derive(Default)]
#[cfg_attr(feature = "schema", schemars(extend("anyOf" = [{"required": ["body"]}, {"required": ["articleBody"]}])))]
pub struct Article {
    /// Plain text; entities are decoded once.
    pub headline: String,
    /// The standfirst: plain text under the headline.
    #[cfg_attr(feature = "schema", serde(skip_serializing_if = "none"))]
    pub description: Option<String>,
    /// The kicker over the headline.
    #[cfg_attr(feature = "schema", serde(skip_serializing_if = "none"))]
    pub alternative_headline: Option<String>,
    /// Breaking, live, updated and so on.
    #[cfg_attr(feature = "schema", serde(skip_serializing_if = "none"))]
    pub label: Option<Label>,
    /// The text. Wins over `articleBody`.
    #[cfg_attr(feature = "schema", serde(skip_serializing_if = "none"), schemars(with = "Option<Vec<Block>>"))]
    pub body: Vec<Block>,
    /// The text as HTML or plain text, as it came, when there is no `body`.
    #[cfg_attr(feature = "schema", serde(skip_serializing_if = "none"))]
    pub article_body: Option<String>,
    /// `text/html` or `text/plain`; otherwise recognised by a known tag in `articleBody`.
    #[cfg_attr(feature = "schema", serde(skip_serializing_if = "none"))]
    pub encoding_format: Option<String>,
    /// A name, a person, or a list of these.
    #[cfg_attr(feature = "schema", serde(skip_serializing_if = "none"), schemars(with = "Option<schema::OneOrMany<schema::TextOr<Person>>>"))]
    pub author: Vec<Person>,
    /// The agency or title.
    #[cfg_attr(feature = "schema", serde(skip_serializing_if = "none"), schemars(with = "Option<schema::TextOr<Organization>>"))]
    pub publisher: Option<Organization>,
    /// When it was first published: ISO 8601 with zone. Without a zone it is shown as written, never shifted.
    #[cfg_attr(feature = "schema", serde(skip_serializing_if = "none"))]
    pub date_published: Option<Date>,
    /// When it was last changed.
    #[cfg_attr(feature = "schema", serde(skip_serializing_if = "none"))]
    pub date_modified: Option<Date>,
    /// The place line.
    #[cfg_attr(feature = "schema", serde(skip_serializing_if = "none"))]
    pub dateline: Option<String>,
    /// Sections.
    #[cfg_attr(feature = "schema", serde(skip_serializing_if = "none"), schemars(with = "Option<schema::OneOrMany<String>>"))]
    pub article_section: Vec<String>,
    /// Tags.
    #[cfg_attr(feature = "schema", serde(skip_serializing_if = "none"), schemars(with = "Option<schema::OneOrMany<schema::TextOr<Keyword>>>"))]
    pub keywords: Vec<Keyword>,
    /// Pictures; the first leads.
    #[cfg_attr(feature = "schema", serde(skip_serializing_if = "none"), schemars(with = "Option<schema::OneOrMany<schema::TextOr<Image>>>"))]
    pub image: Vec<Image>,
    /// Leads instead of a picture.
    #[cfg_attr(feature = "schema", serde(skip_serializing_if = "none"))]
    pub video: Option<Video>,
    /// Leads with or without a picture.
    #[cfg_attr(feature = "schema", serde(skip_serializing_if = "none"))]
    pub audio: Option<Audio>,
    /// BCP 47.
    #[cfg_attr(feature = "schema", serde(skip_serializing_if = "none"))]
    pub in_language: Option<String>,
    /// Otherwise from the language.
    #[cfg_attr(feature = "schema", serde(skip_serializing_if = "none"))]
    pub dir: Option<Direction>,
    /// The canonical address.
    #[cfg_attr(feature = "schema", serde(skip_serializing_if = "none"))]
    pub url: Option<SafeUrl>,
    /// `false` shows a notice and the link.
    #[cfg_attr(feature = "schema", serde(skip_serializing_if = "none"))]
    pub is_accessible_for_free: Option<bool>,
    /// Corrections to the whole article, shown at the top.
    #[cfg_attr(feature = "schema", serde(skip_serializing_if = "none"), schemars(with = "Option<schema::OneOrMany<Correction>>"))]
    pub correction: Vec<Correction>,
    /// What to read next.
    #[cfg_attr(feature = "schema", serde(skip_serializing_if = "none"), schemars(with = "Option<Vec<Related>>"))]
    pub related: Vec<Related>,
    /// Who holds the rights, as a sentence.
    #[cfg_attr(feature = "schema", serde(skip_serializing_if = "none"))]
    pub copyright_notice: Option<String>,
    /// The address of the licence.
    #[cfg_attr(feature = "schema", serde(skip_serializing_if = "none"))]
    pub license: Option<SafeUrl>,
    /// How many comments there are.
    #[cfg_attr(feature = "schema", serde(skip_serializing_if = "none"))]
    pub comment_count: Option<u32>,
    /// The address of the comments as JSON.
    #[cfg_attr(feature = "schema", serde(skip_serializing_if = "none"))]
    pub comments_url: Option<SafeUrl>,
    /// No more comments are taken.
    #[cfg_attr(feature = "schema", serde(skip_serializing_if = "none"))]
    pub comments_closed: Option<bool>,
    /// A page of comments to open instead.
    #[cfg_attr(feature = "schema", serde(skip_serializing_if = "none"))]
    pub discussion_url: Option<SafeUrl>,
    /// Comments that come with the article.
    #[cfg_attr(feature = "schema", serde(skip_serializing_if = "none"), schemars(with = "Option<schema::OneOrMany<Comment>>"))]
    pub comment: Vec<Comment>,
    /// What is shared, where it differs from the article.
    #[cfg_attr(feature = "schema", serde(skip_serializing_if = "none"))]
    pub share: Option<Share>,
}

/// A label over the headline. Labels differ by word and icon, not by colour alone.
pub struct Label {
    /// What it says.
    pub text: String,
    /// How it is drawn.
    pub kind: LabelKind,
    /// From when it is not shown any more.
    #[cfg_attr(feature = "schema", serde(skip_serializing_if = "none"))]
    pub expires: Option<Date>,
}

/// A person: an author.
pub struct Person {
    /// The name, without characters that turn the direction.
    pub name: String,
    /// Their page, or `mailto:`.
    #[cfg_attr(feature = "schema", serde(skip_serializing_if = "none"))]
    pub url: Option<SafeUrl>,
    /// A portrait.
    #[cfg_attr(feature = "schema", serde(skip_serializing_if = "none"))]
    pub image: Option<SafeUrl>,
    /// What they do, where they are.
    #[cfg_attr(feature = "schema", serde(skip_serializing_if = "none"))]
    pub job_title: Option<String>,
    /// Where readers may write to.
    #[cfg_attr(feature = "schema", serde(skip_serializing_if = "none"))]
    pub email: Option<String>,
    /// Where readers may call.
    #[cfg_attr(feature = "schema", serde(skip_serializing_if = "none"))]
    pub telephone: Option<String>,
}

/// A publisher or agency.
pub struct Organization {
    /// Its name.
    pub name: String,
    /// Its page.
    #[cfg_attr(feature = "schema", serde(skip_serializing_if = "none"))]
    pub url: Option<SafeUrl>,
    /// Its mark.
    #[cfg_attr(feature = "schema", serde(skip_serializing_if = "none"))]
    pub logo: Option<SafeUrl>,
}

/// A tag.
pub struct Keyword {
    /// What it says.
    pub name: String,
    /// A page on the subject.
    #[cfg_attr(feature = "schema", serde(skip_serializing_if = "none"))]
    pub url: Option<SafeUrl>,
}

/// A picture.
pub struct Image {
    /// Its address: the largest rendition.
    pub url: SafeUrl,
    /// What it shows, for those who do not see it. Without it the caption names the picture.
    #[cfg_attr(feature = "schema", serde(skip_serializing_if = "none"))]
    pub alt: Option<String>,
    /// The line under it.
    #[cfg_attr(feature = "schema", serde(skip_serializing_if = "none"))]
    pub caption: Option<String>,
    /// "Name/Agency".
    #[cfg_attr(feature = "schema", serde(skip_serializing_if = "none"))]
    pub credit_text: Option<String>,
    /// Pixels.
    #[cfg_attr(feature = "schema", serde(skip_serializing_if = "none"))]
    pub width: Option<u32>,
    /// Pixels.
    #[cfg_attr(feature = "schema", serde(skip_serializing_if = "none"))]
    pub height: Option<u32>,
    /// The same picture in other widths.
    #[cfg_attr(feature = "schema", serde(skip_serializing_if = "none"), schemars(with = "Option<Vec<Rendition>>"))]
    pub srcset: Vec<Rendition>,
    /// What must stay in view when the picture is cropped.
    #[cfg_attr(feature = "schema", serde(skip_serializing_if = "none"))]
    pub focal: Option<Focal>,
    /// How much room it takes in the text.
    #[cfg_attr(feature = "schema", serde(skip_serializing_if = "none"))]
    pub role: Option<Role>,
    /// Its mean tone, `#rgb` or `#rrggbb`, for the place it is awaited in.
    #[cfg_attr(feature = "schema", serde(skip_serializing_if = "none"))]
    pub tone: Option<Tone>,
    /// Where a press leads, instead of the lightbox.
    #[cfg_attr(feature = "schema", serde(skip_serializing_if = "none"))]
    pub link: Option<SafeUrl>,
}

/// One size of a picture.
pub struct Rendition {
    /// Its address.
    pub url: SafeUrl,
    /// Pixels.
    pub width: u32,
}

/// A point of a picture.
pub struct Focal {
    /// From the left, 0 to 1.
    pub x: f64,
    /// From the top, 0 to 1.
    pub y: f64,
}

/// Something to read next.
pub struct Related {
    /// Its headline.
    pub headline: String,
    /// Its address.
    pub url: SafeUrl,
    /// A picture.
    #[cfg_attr(feature = "schema", serde(skip_serializing_if = "none"), schemars(with = "Option<schema::TextOr<Image>>"))]
    pub image: Option<Image>,
    /// When it was published.
    #[cfg_attr(feature = "schema", serde(skip_serializing_if = "none"))]
    pub date_published: Option<Date>,
}

/// What the share menu uses instead of the article's own.
#[derive(Default)]
pub struct Share {
    /// The address.
    #[cfg_attr(feature = "schema", serde(skip_serializing_if = "none"))]
    pub url: Option<SafeUrl>,
    /// The title.
    #[cfg_attr(feature = "schema", serde(skip_serializing_if = "none"))]
    pub title: Option<String>,
    /// The text.
    #[cfg_attr(feature = "schema", serde(skip_serializing_if = "none"))]
    pub text: Option<String>,
    /// Targets in order: names, or targets with an address of the publisher's own. None: the default ones.
    #[cfg_attr(feature = "schema", serde(skip_serializing_if = "none"), schemars(with = "Option<schema::OneOrMany<schema::TextOr<Wanted>>>"))]
    pub targets: Vec<Wanted>,
    /// The publisher's Facebook app id, for Messenger on desktops.
    #[cfg_attr(feature = "schema", serde(skip_serializing_if = "none"))]
    pub app_id: Option<String>,
    /// Parameters for the shared address, as in `utm_source={target}&utm_medium=share`.
    #[cfg_attr(feature = "schema", serde(skip_serializing_if = "none"))]
    pub campaign: Option<String>,
}

/// A target that is wanted in the share menu.
#[derive(Default)]
pub struct Wanted {
    /// A known one, `none` for no target, or a name of the publisher's own.
    pub name: String,
    /// What it is called.
    #[cfg_attr(feature = "schema", serde(skip_serializing_if = "none"))]
    pub title: Option<String>,
    /// The publisher's own address, with the places `{url}`, `{title}`, `{text}`, `{message}` (all in one), `{app}`
    /// and `{server}`: http, https or mailto. A name that is not known needs one.
    #[cfg_attr(feature = "schema", serde(rename = "url", skip_serializing_if = "none"))]
    pub template: Option<String>,
    /// The name of an icon.
    #[cfg_attr(feature = "schema", serde(skip_serializing_if = "none"))]
    pub icon: Option<String>,
    /// How many characters it takes, the address among them.
    #[cfg_attr(feature = "schema", serde(skip_serializing_if = "none"))]
    pub limit: Option<u32>,
}

/// One block of the text.
pub struct Block {
    /// The publisher's id: kept as the anchor.
    #[cfg_attr(feature = "schema", serde(skip_serializing_if = "none"))]
    pub id: Option<String>,
    /// What it is.
    #[cfg_attr(feature = "schema", serde(flatten))]
    pub kind: BlockKind,
}

/// Text with marks: `text` (plain, never HTML), or `spans`, or `html`.
#[derive(Default)]
#[cfg_attr(feature = "schema", schemars(with = "schema::TextMembers"))]
pub struct Text {
    /// The pieces, in order.
    pub spans: Vec<Inline>,
}

/// A moving picture.
#[derive(Default)]
pub struct Video {
    /// The same film in several encodings.
    #[cfg_attr(feature = "schema", schemars(with = "schema::OneOrMany<schema::TextOr<Source>>"))]
    pub sources: Vec<Source>,
    /// Shown before it plays.
    #[cfg_attr(feature = "schema", serde(skip_serializing_if = "none"))]
    pub poster: Option<SafeUrl>,
    /// Captions, subtitles, descriptions.
    #[cfg_attr(feature = "schema", serde(skip_serializing_if = "none"), schemars(with = "Option<Vec<Track>>"))]
    pub tracks: Vec<Track>,
    /// Pixels.
    #[cfg_attr(feature = "schema", serde(skip_serializing_if = "none"))]
    pub width: Option<u32>,
    /// Pixels.
    #[cfg_attr(feature = "schema", serde(skip_serializing_if = "none"))]
    pub height: Option<u32>,
    /// Seconds; read from a number or from ISO 8601 (`PT1M30S`).
    #[cfg_attr(feature = "schema", serde(skip_serializing_if = "none"), schemars(with = "Option<schema::TextOr<f64>>"))]
    pub duration: Option<f64>,
    /// The line under it.
    #[cfg_attr(feature = "schema", serde(skip_serializing_if = "none"))]
    pub caption: Option<String>,
    /// "Name/Agency".
    #[cfg_attr(feature = "schema", serde(skip_serializing_if = "none"))]
    pub credit_text: Option<String>,
}

/// Sound.
#[derive(Default)]
pub struct Audio {
    /// The same recording in several encodings.
    #[cfg_attr(feature = "schema", schemars(with = "schema::OneOrMany<schema::TextOr<Source>>"))]
    pub sources: Vec<Source>,
    /// Seconds; read from a number or from ISO 8601 (`PT1M30S`).
    #[cfg_attr(feature = "schema", serde(skip_serializing_if = "none"), schemars(with = "Option<schema::TextOr<f64>>"))]
    pub duration: Option<f64>,
    /// The line under it.
    #[cfg_attr(feature = "schema", serde(skip_serializing_if = "none"))]
    pub caption: Option<String>,
    /// What is said, as text.
    #[cfg_attr(feature = "schema", serde(skip_serializing_if = "none"))]
    pub transcript: Option<String>,
}

/// One encoding of a film or recording.
pub struct Source {
    /// Its address.
    pub src: SafeUrl,
    /// Its media type.
    #[cfg_attr(feature = "schema", serde(rename = "type", skip_serializing_if = "none"))]
    pub media_type: Option<String>,
}

/// Timed text to a film.
pub struct Track {
    /// Its address: WebVTT.
    pub src: SafeUrl,
    /// BCP 47.
    #[cfg_attr(feature = "schema", serde(skip_serializing_if = "none"))]
    pub lang: Option<String>,
    /// What it is for.
    #[cfg_attr(feature = "schema", serde(skip_serializing_if = "none"))]
    pub kind: Option<TrackKind>,
    /// What the menu calls it.
    #[cfg_attr(feature = "schema", serde(skip_serializing_if = "none"))]
    pub label: Option<String>,
}

/// Something of a third party: a card first, the thing itself after a press.
pub struct Embed {
    /// Whose it is, as the reader knows it.
    #[cfg_attr(feature = "schema", serde(skip_serializing_if = "none"))]
    pub provider: Option<String>,
    /// Its address.
    pub url: SafeUrl,
    /// Its title.
    #[cfg_attr(feature = "schema", serde(skip_serializing_if = "none"))]
    pub title: Option<String>,
    /// Pixels.
    #[cfg_attr(feature = "schema", serde(skip_serializing_if = "none"))]
    pub width: Option<u32>,
    /// Pixels.
    #[cfg_attr(feature = "schema", serde(skip_serializing_if = "none"))]
    pub height: Option<u32>,
    /// What it says, for posts.
    #[cfg_attr(feature = "schema", serde(skip_serializing_if = "none"))]
    pub text: Option<String>,
    /// Who says it.
    #[cfg_attr(feature = "schema", serde(skip_serializing_if = "none"))]
    pub author: Option<String>,
    /// When it was said.
    #[cfg_attr(feature = "schema", serde(skip_serializing_if = "none"))]
    pub date_published: Option<Date>,
    /// A picture of the publisher's own, shown before the press.
    #[cfg_attr(feature = "schema", serde(skip_serializing_if = "none"))]
    pub poster: Option<SafeUrl>,
}

/// A table.
#[derive(Default)]
pub struct Table {
    /// The line over it.
    #[cfg_attr(feature = "schema", serde(skip_serializing_if = "none"))]
    pub caption: Option<String>,
    /// The heads of the columns.
    #[cfg_attr(feature = "schema", serde(skip_serializing_if = "none"), schemars(with = "Option<Vec<schema::TextOr<Text>>>"))]
    pub header: Vec<Text>,
    /// The cells.
    #[cfg_attr(feature = "schema", schemars(with = "Vec<Vec<schema::TextOr<Text>>>"))]
    pub rows: Vec<Vec<Text>>,
    /// How the columns are set, by column.
    #[cfg_attr(feature = "schema", serde(skip_serializing_if = "none"), schemars(with = "Option<Vec<Align>>"))]
    pub align: Vec<Align>,
}

/// A correction, clarification or update, dated.
pub struct Correction {
    /// What it is.
    #[cfg_attr(feature = "schema", serde(skip_serializing_if = "none"))]
    pub kind: Option<CorrectionKind>,
    /// When it was made.
    #[cfg_attr(feature = "schema", serde(skip_serializing_if = "none"))]
    pub date: Option<Date>,
    /// What it says.
    pub text: String,
}

/// A question and its answer.
pub struct Question {
    /// The question.
    pub question: String,
    /// The answer.
    #[cfg_attr(feature = "schema", schemars(with = "schema::Body"))]
    pub body: Vec<Block>,
}

/// Something that happened at a time.
pub struct Event {
    /// When, in the newsroom's words or as ISO 8601.
    pub date: Date,
    /// What, in a line.
    #[cfg_attr(feature = "schema", serde(skip_serializing_if = "none"))]
    pub title: Option<String>,
    /// What, at length.
    #[cfg_attr(feature = "schema", serde(skip_serializing_if = "none"), schemars(with = "Option<schema::Body>"))]
    pub body: Vec<Block>,
}

/// A figure to remember.
pub struct Number {
    /// The figure, with its unit.
    #[cfg_attr(feature = "schema", schemars(with = "schema::TextOr<f64>"))]
    pub value: String,
    /// What it counts.
    pub label: String,
}

/// One post of a live blog.
#[derive(Default)]
pub struct LivePost {
    /// When it was posted.
    pub date_published: Option<Date>,
    /// When it was changed.
    #[cfg_attr(feature = "schema", serde(skip_serializing_if = "none"))]
    pub date_modified: Option<Date>,
    /// Its headline.
    #[cfg_attr(feature = "schema", serde(skip_serializing_if = "none"))]
    pub title: Option<String>,
    /// A key event.
    #[cfg_attr(feature = "schema", serde(default))]
    pub key: bool,
    /// What it says.
    #[cfg_attr(feature = "schema", schemars(with = "schema::Body"))]
    pub body: Vec<Block>,
}

/// A reader's comment.
pub struct Comment {
    /// The publisher's id: the first of a repeated one is kept.
    #[cfg_attr(feature = "schema", schemars(with = "schema::TextOr<f64>"))]
    pub id: String,
    /// The comment that this one answers.
    #[cfg_attr(feature = "schema", serde(skip_serializing_if = "none"), schemars(with = "Option<schema::TextOr<f64>>"))]
    pub parent_item: Option<String>,
    /// Who wrote it.
    #[cfg_attr(feature = "schema", serde(skip_serializing_if = "none"), schemars(with = "Option<schema::TextOr<CommentAuthor>>"))]
    pub author: Option<CommentAuthor>,
    /// When it was written.
    #[cfg_attr(feature = "schema", serde(skip_serializing_if = "none"))]
    pub date_created: Option<Date>,
    /// When it was changed.
    #[cfg_attr(feature = "schema", serde(skip_serializing_if = "none"))]
    pub date_modified: Option<Date>,
    /// Plain text, never HTML.
    #[cfg_attr(feature = "schema", serde(skip_serializing_if = "none"))]
    pub text: Option<String>,
    /// HTML, for the policy's comment profile.
    #[cfg_attr(feature = "schema", serde(skip_serializing_if = "none"))]
    pub html: Option<String>,
    /// Likes.
    #[cfg_attr(feature = "schema", serde(skip_serializing_if = "none"))]
    pub upvote_count: Option<u32>,
    /// Dislikes.
    #[cfg_attr(feature = "schema", serde(skip_serializing_if = "none"))]
    pub downvote_count: Option<u32>,
    /// Visible when absent.
    #[cfg_attr(feature = "schema", serde(skip_serializing_if = "none"))]
    pub state: Option<CommentState>,
    /// Kept at the top by the publisher.
    #[cfg_attr(feature = "schema", serde(default))]
    pub pinned: bool,
    /// Its own page.
    #[cfg_attr(feature = "schema", serde(skip_serializing_if = "none"))]
    pub url: Option<SafeUrl>,
    /// BCP 47.
    #[cfg_attr(feature = "schema", serde(skip_serializing_if = "none"))]
    pub in_language: Option<String>,
    /// Replies, nested instead of by `parentItem`.
    #[cfg_attr(feature = "schema", serde(skip_serializing_if = "none"), schemars(with = "Option<Vec<Comment>>"))]
    pub comment: Vec<Comment>,
}

/// Who wrote a comment.
pub struct CommentAuthor {
    /// The name, without characters that turn the direction.
    pub name: String,
    /// Their page.
    #[cfg_attr(feature = "schema", serde(skip_serializing_if = "none"))]
    pub url: Option<SafeUrl>,
    /// A portrait.
    #[cfg_attr(feature = "schema", serde(skip_serializing_if = "none"))]
    pub image: Option<SafeUrl>,
    /// Who they are to the publisher.
    #[cfg_attr(feature = "schema", serde(skip_serializing_if = "none"))]
    pub badge: Option<Badge>,
}
}

/// What a block is, named by `type`. In JSON there is one more, `html`: the policy makes blocks of it.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schema", derive(Serialize, JsonSchema), schemars(transform = schema::with_html))]
#[cfg_attr(
    feature = "schema",
    serde(tag = "type", rename_all = "kebab-case", rename_all_fields = "camelCase")
)]
pub enum BlockKind {
    /// A paragraph.
    Paragraph(Text),
    /// A heading, level 2 to 4 as written.
    Heading {
        /// 2 to 4.
        level: u8,
        /// What it says.
        #[cfg_attr(feature = "schema", serde(flatten))]
        text: Text,
    },
    /// A list; an item is a text or a list of blocks.
    List {
        /// Numbered.
        #[cfg_attr(feature = "schema", serde(default))]
        ordered: bool,
        /// The first number.
        #[cfg_attr(feature = "schema", serde(skip_serializing_if = "none"))]
        start: Option<i32>,
        /// The items.
        #[cfg_attr(feature = "schema", schemars(with = "Vec<schema::Body>"))]
        items: Vec<Vec<Block>>,
    },
    /// A quotation in the text: its own text, or `body` over several paragraphs.
    #[cfg_attr(feature = "schema", schemars(with = "schema::QuoteMembers"))]
    Quote {
        /// What was said.
        body: Vec<Block>,
        /// Who said it.
        #[cfg_attr(feature = "schema", serde(skip_serializing_if = "none"))]
        citation: Option<String>,
        /// Where it was said.
        #[cfg_attr(feature = "schema", serde(skip_serializing_if = "none"))]
        url: Option<SafeUrl>,
    },
    /// A line of the text set large.
    Pullquote {
        /// The line.
        #[cfg_attr(feature = "schema", serde(flatten))]
        text: Text,
        /// Who said it.
        #[cfg_attr(feature = "schema", serde(skip_serializing_if = "none"))]
        citation: Option<String>,
    },
    /// A break between parts.
    Divider,
    /// A picture.
    Image(Box<Image>),
    /// Several pictures.
    Gallery {
        /// The pictures.
        #[cfg_attr(feature = "schema", schemars(with = "Vec<schema::TextOr<Image>>"))]
        images: Vec<Image>,
        /// How they are arranged.
        #[cfg_attr(feature = "schema", serde(skip_serializing_if = "none"))]
        layout: Option<GalleryLayout>,
        /// The line under all of them.
        #[cfg_attr(feature = "schema", serde(skip_serializing_if = "none"))]
        caption: Option<String>,
    },
    /// A film.
    Video(Box<Video>),
    /// A recording.
    Audio(Audio),
    /// Something of a third party.
    Embed(Box<Embed>),
    /// A table.
    Table(Table),
    /// Program text, exactly as written.
    Code {
        /// The text.
        text: String,
        /// Its language.
        #[cfg_attr(feature = "schema", serde(skip_serializing_if = "none"))]
        language: Option<String>,
    },
    /// A note beside the text.
    Callout {
        /// How it is meant.
        #[cfg_attr(feature = "schema", serde(skip_serializing_if = "none"))]
        tone: Option<CalloutTone>,
        /// Its heading.
        #[cfg_attr(feature = "schema", serde(skip_serializing_if = "none"))]
        title: Option<String>,
        /// What it says.
        #[cfg_attr(feature = "schema", schemars(with = "schema::Body"))]
        body: Vec<Block>,
    },
    /// Something to open.
    Details {
        /// The line that is always there.
        summary: String,
        /// What opens.
        #[cfg_attr(feature = "schema", schemars(with = "schema::Body"))]
        body: Vec<Block>,
        /// Open from the start.
        #[cfg_attr(feature = "schema", serde(default))]
        open: bool,
    },
    /// The article in a few points.
    Takeaways {
        /// The points.
        #[cfg_attr(feature = "schema", schemars(with = "Vec<schema::TextOr<Text>>"))]
        items: Vec<Text>,
    },
    /// Questions and answers.
    Qanda {
        /// In order.
        items: Vec<Question>,
    },
    /// What happened when.
    Timeline {
        /// In order.
        events: Vec<Event>,
    },
    /// Figures to remember.
    Numbers {
        /// In order.
        items: Vec<Number>,
    },
    /// What a word means.
    Definition {
        /// The word.
        term: String,
        /// What it means.
        #[cfg_attr(feature = "schema", schemars(with = "schema::Body"))]
        body: Vec<Block>,
    },
    /// A link to another page with a picture and a line.
    LinkCard {
        /// Where it leads.
        url: SafeUrl,
        /// Its title.
        title: String,
        /// What it is about.
        #[cfg_attr(feature = "schema", serde(skip_serializing_if = "none"))]
        description: Option<String>,
        /// A picture.
        #[cfg_attr(
            feature = "schema",
            serde(skip_serializing_if = "none"),
            schemars(with = "Option<schema::TextOr<Image>>")
        )]
        image: Option<Box<Image>>,
        /// Whose page it is.
        #[cfg_attr(
            feature = "schema",
            serde(skip_serializing_if = "none"),
            schemars(with = "Option<schema::TextOr<Organization>>")
        )]
        publisher: Option<Organization>,
    },
    /// A correction in its place.
    Correction(Correction),
    /// A notice of interest, sponsorship and the like.
    Disclaimer(Text),
    /// How good it is.
    Rating {
        /// The mark given.
        value: f64,
        /// The best mark.
        of: f64,
    },
    /// One post of a live blog.
    LivePost(LivePost),
    /// Two pictures side by side: made by a pass from pictures that ask for half the width.
    #[cfg_attr(feature = "schema", serde(skip))]
    Pair(Vec<Image>),
}

/// A piece of text: a span with its marks, or a line break.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schema", derive(Serialize, JsonSchema))]
#[cfg_attr(feature = "schema", serde(untagged))]
pub enum Inline {
    /// A run of text.
    Span {
        /// What it says.
        text: String,
        /// How it is set.
        #[cfg_attr(
            feature = "schema",
            serde(skip_serializing_if = "none"),
            schemars(with = "Option<Vec<Mark>>")
        )]
        marks: Vec<Mark>,
        /// Where it leads.
        #[cfg_attr(feature = "schema", serde(skip_serializing_if = "none"))]
        href: Option<SafeUrl>,
        /// BCP 47, where it differs.
        #[cfg_attr(feature = "schema", serde(skip_serializing_if = "none"))]
        lang: Option<String>,
    },
    /// A line break: `{"break": true}`.
    Break {
        /// `true`.
        #[cfg_attr(feature = "schema", serde(rename = "break"))]
        on: bool,
    },
}

choice! {
/// How a label is drawn.
pub enum LabelKind {
    /// News as it breaks.
    Breaking = "breaking",
    /// Followed as it happens.
    Live = "live",
    /// Changed since.
    Updated = "updated",
    /// Nobody else has it.
    Exclusive = "exclusive",
    /// A view.
    Opinion = "opinion",
    /// What it means.
    Analysis = "analysis",
    /// Paid for.
    Sponsored = "sponsored",
}

/// How a span is set.
pub enum Mark {
    /// Of strong importance.
    Strong = "strong",
    /// Stressed.
    Em = "em",
    /// Struck out.
    Strike = "strike",
    /// Below the line.
    Sub = "sub",
    /// Above the line.
    Sup = "sup",
    /// Program text.
    Code = "code",
    /// Highlighted.
    Mark = "mark",
}

/// The direction of text.
pub enum Direction {
    /// Left to right.
    Ltr = "ltr",
    /// Right to left.
    Rtl = "rtl",
    /// By the first strong character.
    Auto = "auto",
}

/// How much room a picture takes.
pub enum Role {
    /// As wide as the text.
    Inline = "inline",
    /// Narrower, beside the text.
    Supporting = "supporting",
    /// Wider than the text.
    Showcase = "showcase",
    /// As wide as the page.
    Immersive = "immersive",
    /// Half; two in a row stand side by side.
    Halfwidth = "halfwidth",
    /// Small.
    Thumbnail = "thumbnail",
}

/// How a gallery is arranged.
pub enum GalleryLayout {
    /// In rows.
    Grid = "grid",
    /// In one row that scrolls.
    Carousel = "carousel",
}

/// What a text track is for.
pub enum TrackKind {
    /// Speech and sounds, for those who do not hear.
    Captions = "captions",
    /// Speech, translated.
    Subtitles = "subtitles",
    /// What is seen, spoken.
    Descriptions = "descriptions",
    /// Parts.
    Chapters = "chapters",
}

/// How a column is set.
pub enum Align {
    /// At the start of the line.
    Start = "start",
    /// In the middle.
    Center = "center",
    /// At the end of the line, with figures under figures.
    End = "end",
    /// On the left, whatever the direction.
    Left = "left",
    /// On the right, whatever the direction.
    Right = "right",
}

/// How a callout is meant.
pub enum CalloutTone {
    /// Good to know.
    Info = "info",
    /// Take care.
    Warning = "warning",
    /// A hint.
    Tip = "tip",
}

/// What a correction is.
pub enum CorrectionKind {
    /// Something was wrong.
    Correction = "correction",
    /// Something was unclear.
    Clarification = "clarification",
    /// Something is new.
    Update = "update",
}

/// What became of a comment.
pub enum CommentState {
    /// Shown.
    Visible = "visible",
    /// Gone; its replies stay.
    Deleted = "deleted",
    /// Taken down by the publisher.
    Hidden = "hidden",
    /// Awaiting approval.
    Pending = "pending",
}

/// Who a commenter is to the publisher.
pub enum Badge {
    /// Wrote the article.
    Author = "author",
    /// Works for the publisher.
    Staff = "staff",
    /// Writes for the publisher now and then.
    Contributor = "contributor",
}
}

/// A colour as `#rgb` or `#rrggbb`: nothing else can stand in it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(Serialize, JsonSchema))]
#[cfg_attr(feature = "schema", serde(transparent), schemars(extend("pattern" = "^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$")))]
pub struct Tone(String);

impl Tone {
    /// The colour, if it is written as one.
    pub fn new(written: &str) -> Option<Self> {
        let digits = written.strip_prefix('#')?;
        (matches!(digits.len(), 3 | 6) && digits.bytes().all(|b| b.is_ascii_hexdigit()))
            .then(|| Tone(written.to_owned()))
    }

    /// As CSS writes it.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Something in the data that could not be read. The rest is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where: `$.body[3].image.url`.
    pub path: String,
    /// What is wrong there, for the developer, in English.
    pub reason: String,
}

impl Text {
    /// Text without marks.
    pub fn plain(text: impl Into<String>) -> Self {
        let text = text.into();
        let spans = if text.is_empty() {
            Vec::new()
        } else {
            vec![Inline::Span { text, marks: Vec::new(), href: None, lang: None }]
        };
        Text { spans }
    }

    /// Nothing to show.
    pub fn is_empty(&self) -> bool {
        self.spans.iter().all(|s| matches!(s, Inline::Span { text, .. } if text.is_empty()))
    }

    /// Without marks; a line break counts as a space.
    pub fn to_plain(&self) -> String {
        self.spans
            .iter()
            .map(|span| match span {
                Inline::Span { text, .. } => text.as_str(),
                Inline::Break { .. } => " ",
            })
            .collect()
    }
}

impl Image {
    /// A picture of which only the address is known.
    pub fn at(url: SafeUrl) -> Self {
        Image {
            url,
            alt: None,
            caption: None,
            credit_text: None,
            width: None,
            height: None,
            srcset: Vec::new(),
            focal: None,
            role: None,
            tone: None,
            link: None,
        }
    }
}

impl Embed {
    /// Something of which only the address is known.
    pub fn at(url: SafeUrl) -> Self {
        Embed {
            provider: None,
            url,
            title: None,
            width: None,
            height: None,
            text: None,
            author: None,
            date_published: None,
            poster: None,
        }
    }
}

impl Wanted {
    /// A target by its name alone.
    pub fn named(name: &str) -> Self {
        Wanted { name: name.to_owned(), ..Wanted::default() }
    }
}

impl Article {
    /// The language of the article, where it is given.
    pub fn language(&self) -> Option<&str> {
        self.in_language.as_deref()
    }
}
