//! How others write comments: where the list stands, what its members are called.
//!
//! Each format is a table; what reads them is the same for all, comment by comment and member by member.

use super::members::{Field, Names};
use crate::content::json::Parser;
use crate::content::model::CommentState;

/// The formats of comments that can be read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Dialect {
    /// Standfirst's own.
    #[default]
    Canonical,
    /// WordPress's REST API: `/wp/v2/comments?post=…`.
    WordPress,
    /// Isso.
    Isso,
    /// Mastodon: the context of a status.
    Mastodon,
    /// Bluesky: `app.bsky.feed.getPostThread`.
    Bluesky,
    /// The Guardian's discussion API.
    Guardian,
}

impl Dialect {
    /// Every format by its public name.
    pub const WORDS: &'static [(&'static str, Dialect)] = &[
        ("canonical", Dialect::Canonical),
        ("wordpress", Dialect::WordPress),
        ("isso", Dialect::Isso),
        ("mastodon", Dialect::Mastodon),
        ("bluesky", Dialect::Bluesky),
        ("guardian", Dialect::Guardian),
    ];

    /// The format that a name stands for; `auto` and nothing mean that it is found out.
    ///
    /// # Errors
    /// That no format is called so.
    pub fn named(name: &str) -> Result<Option<Dialect>, String> {
        if name.is_empty() || name == "auto" {
            return Ok(None);
        }
        match Dialect::WORDS.iter().find(|(word, _)| *word == name) {
            Some((_, dialect)) => Ok(Some(*dialect)),
            None => Err(["no format of comments is called \"", name, "\""].concat()),
        }
    }

    /// Its table.
    pub(super) fn shape(self) -> &'static Shape {
        match self {
            Dialect::Canonical => &CANONICAL,
            Dialect::WordPress => &WORDPRESS,
            Dialect::Isso => &ISSO,
            Dialect::Mastodon => &MASTODON,
            Dialect::Bluesky => &BLUESKY,
            Dialect::Guardian => &GUARDIAN,
        }
    }

    /// The first of all formats, or the one that is given, of which something is true.
    pub(super) fn find(only: Option<Dialect>, is: impl Fn(&Shape) -> bool) -> Option<Dialect> {
        let mut all = Dialect::WORDS.iter().map(|(_, dialect)| *dialect);
        all.find(|dialect| only.is_none_or(|only| only == *dialect) && is(dialect.shape()))
    }

    /// The format of a list, by the members of its first comment up to the first one that tells. The parser stands
    /// before that comment, and stays there.
    pub(super) fn of_list(parser: &Parser) -> Option<Dialect> {
        let mut ahead = Parser { text: parser.text, at: parser.at, outer: parser.outer };
        ahead.space();
        ahead.expect(b'{')?;
        loop {
            ahead.space();
            let name = ahead.name()?;
            let told = Dialect::find(None, |shape| shape.telling.contains(&&*name));
            if told.is_some() {
                return told;
            }
            ahead.value()?;
            ahead.space();
            ahead.expect(b',')?;
        }
    }
}

/// What a format calls things. Names that are "" stand for what it has not.
pub(super) struct Shape {
    /// The members that lead from the document to the list.
    pub way: &'static [&'static str],
    /// The same as a path.
    pub path: &'static str,
    /// The member of a comment with the replies to it.
    pub replies: &'static str,
    /// Members of a comment that tell the format of a list.
    telling: &'static [&'static str],
    /// The document holds all comments that any of them answers.
    pub whole: bool,
    /// The member beside the list that says how many there are on all pages.
    pub total: &'static str,
    /// The member beside the list that says that no more are taken.
    pub closed: &'static str,
    /// What the members of a comment are.
    pub members: &'static [(&'static str, Field)],
}

const CANONICAL: Shape = Shape {
    way: &["items"],
    path: "$.items",
    replies: "comment",
    telling: &["text", "html", "comment", "parentItem", "dateCreated", "upvoteCount"],
    whole: false,
    total: "commentCount",
    closed: "closed",
    members: &[
        ("id", Field::Id),
        ("parentItem", Field::Parent),
        ("text", Field::Text),
        ("html", Field::Html),
        ("inLanguage", Field::Language),
        ("author", Field::Author),
        ("dateCreated", Field::Created),
        ("dateModified", Field::Modified),
        ("upvoteCount", Field::Up),
        ("downvoteCount", Field::Down),
        ("state", Field::State),
        ("pinned", Field::Pinned),
        ("url", Field::Url),
    ],
};

const WORDPRESS: Shape = Shape {
    // The document is the list.
    way: &[],
    path: "$",
    replies: "",
    telling: &["post", "author_name", "author_url", "author_avatar_urls", "date_gmt"],
    // The answer to a comment may stand pages before it.
    whole: false,
    total: "",
    closed: "",
    members: &[
        ("id", Field::Id),
        ("parent", Field::ParentOrNought),
        ("author_name", Field::Name),
        ("author_url", Field::Profile),
        ("author_avatar_urls", Field::Portraits),
        ("date", Field::Local),
        ("date_gmt", Field::Utc),
        ("content", Field::Rendered),
        ("link", Field::Url),
        (
            "status",
            Field::Word(&[
                ("hold", CommentState::Pending),
                ("spam", CommentState::Hidden),
                ("trash", CommentState::Deleted),
            ]),
        ),
    ],
};

const ISSO: Shape = Shape {
    way: &["replies"],
    path: "$.replies",
    replies: "replies",
    telling: &["gravatar_image", "mode", "website"],
    whole: true,
    total: "total_replies",
    closed: "",
    members: &[
        ("id", Field::Id),
        ("parent", Field::ParentOrNought),
        ("text", Field::Html),
        ("author", Field::Name),
        ("website", Field::Profile),
        ("gravatar_image", Field::Portrait),
        ("created", Field::Seconds),
        ("modified", Field::ModifiedSeconds),
        ("likes", Field::Up),
        ("dislikes", Field::Down),
        ("mode", Field::Word(&[("2", CommentState::Pending), ("4", CommentState::Deleted)])),
    ],
};

const MASTODON: Shape = Shape {
    way: &["descendants"],
    path: "$.descendants",
    replies: "",
    telling: &["in_reply_to_id", "account"],
    whole: true,
    total: "",
    closed: "",
    members: &[
        ("id", Field::Id),
        ("in_reply_to_id", Field::ParentOrNought),
        (
            "account",
            Field::Person(&Names {
                name: &["display_name", "acct", "username"],
                url: "url",
                image: &["avatar_static", "avatar"],
            }),
        ),
        ("content", Field::Html),
        ("created_at", Field::Created),
        ("edited_at", Field::Modified),
        ("favourites_count", Field::Up),
        ("url", Field::Url),
        ("language", Field::Language),
        (
            "visibility",
            Field::Word(&[("private", CommentState::Hidden), ("direct", CommentState::Hidden)]),
        ),
    ],
};

const BLUESKY: Shape = Shape {
    way: &["thread", "replies"],
    path: "$.thread.replies",
    replies: "replies",
    telling: &[],
    whole: true,
    total: "",
    closed: "",
    members: &[
        ("post", Field::Post),
        // Of one that is blocked or gone there is nothing else.
        ("uri", Field::Id),
        ("blocked", Field::Gone),
        ("notFound", Field::Gone),
    ],
};

const GUARDIAN: Shape = Shape {
    way: &["discussion", "comments"],
    path: "$.discussion.comments",
    replies: "responses",
    telling: &["isoDateTime", "userProfile"],
    whole: true,
    total: "commentCount",
    closed: "isClosedForComments",
    members: &[
        ("id", Field::Id),
        ("responseTo", Field::Answered("commentId")),
        ("body", Field::Html),
        ("isoDateTime", Field::Created),
        (
            "userProfile",
            Field::Person(&Names {
                name: &["displayName"],
                url: "webUrl",
                image: &["secureAvatarUrl", "avatar"],
            }),
        ),
        ("numRecommends", Field::Up),
        ("isHighlighted", Field::Pinned),
        ("webUrl", Field::Url),
        (
            "status",
            Field::Word(&[("blocked", CommentState::Hidden), ("deleted", CommentState::Deleted)]),
        ),
    ],
};
