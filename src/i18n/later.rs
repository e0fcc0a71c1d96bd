//! The words of the share menu, of the comments, and of other things that come later. They stand by themselves: what leads to [`Words`] does not lead to
//! them, so they go with the rest of a program that is cut.

use super::plural::Plural;
use super::{Words, arabic, english, german};

impl Words {
    /// The words of the share menu.
    pub fn share_words(&self) -> &'static ShareWords {
        match self.language {
            "de" => &german::SHARE,
            "ar" => &arabic::SHARE,
            _ => &english::SHARE,
        }
    }

    /// The words for who asks what could not be read.
    pub fn problem_words(&self) -> &'static ProblemWords {
        match self.language {
            "de" => &german::PROBLEMS,
            "ar" => &arabic::PROBLEMS,
            _ => &english::PROBLEMS,
        }
    }

    /// The words of the comments.
    pub fn comment_words(&self) -> &'static CommentWords {
        match self.language {
            "de" => &german::COMMENTS,
            "ar" => &arabic::COMMENTS,
            _ => &english::COMMENTS,
        }
    }

    /// The words of blocks that few articles have.
    pub fn block_words(&self) -> &'static BlockWords {
        match self.language {
            "de" => &german::BLOCKS,
            "ar" => &arabic::BLOCKS,
            _ => &english::BLOCKS,
        }
    }

    /// The words of the lightbox.
    pub fn lightbox_words(&self) -> &'static LightboxWords {
        match self.language {
            "de" => &german::LIGHTBOX,
            "ar" => &arabic::LIGHTBOX,
            _ => &english::LIGHTBOX,
        }
    }
}

/// What is said to the publisher of an article who asks what could not be read of it.
#[derive(Debug)]
pub struct ProblemWords {
    /// The name of the list.
    pub name: &'static str,
    /// Its title: read as the format `{name}`.
    pub read_as: &'static str,
    /// There was no problem.
    pub none: &'static str,
}

/// What stands around comments.
#[derive(Debug)]
pub struct CommentWords {
    /// There are none.
    pub none: &'static str,
    /// A commenter without a name.
    pub anonymous: &'static str,
    /// Wrote the article.
    pub author: &'static str,
    /// Works for the publisher.
    pub staff: &'static str,
    /// Writes for the publisher now and then.
    pub contributor: &'static str,
    /// Kept at the top.
    pub pinned: &'static str,
    /// Was changed.
    pub edited: &'static str,
    /// Came after the last visit.
    pub fresh: &'static str,
    /// In the place of a comment that its writer took away.
    pub deleted: &'static str,
    /// In the place of one that the publisher took away.
    pub hidden: &'static str,
    /// In the place of one that nobody has approved yet.
    pub pending: &'static str,
    /// An answer that stands no deeper than what it answers: `{name}`.
    pub in_reply_to: &'static str,
    /// `{n}` answers in a whole thread.
    pub replies: Plural,
    /// `{n}` of them new.
    pub new: Plural,
    /// `{n}` likes.
    pub likes: Plural,
    /// Folds all of the thread that a comment stands in.
    pub fold_thread: &'static str,
    /// Folds every thread.
    pub fold_all: &'static str,
    /// Opens every thread.
    pub unfold_all: &'static str,
    /// Shows the top level, with all answers folded.
    pub fold_replies: &'static str,
    /// Said when every thread has been folded.
    pub all_folded: &'static str,
    /// Said when every thread has been opened.
    pub all_unfolded: &'static str,
    /// Said when the answers have been folded.
    pub replies_folded: &'static str,
    /// The name of the choice of an order.
    pub order: &'static str,
    /// The latest first.
    pub newest: &'static str,
    /// The first first.
    pub oldest: &'static str,
    /// The most liked first.
    pub liked: &'static str,
    /// The most answered first.
    pub discussed: &'static str,
    /// The button that goes to the next new comment.
    pub next_new: &'static str,
    /// `{n}` of `{m}` are here.
    pub shown: &'static str,
    /// Asks for more of them.
    pub more: &'static str,
    /// The button that shows the keys, and their list.
    pub keys: &'static str,
    /// The choice to use them.
    pub use_keys: &'static str,
    /// What the keys do, in the order of [`crate::components::comment_keys`].
    pub key_does: [&'static str; 6],
}

/// What the share menu says.
#[derive(Debug)]
pub struct ShareWords {
    /// On a button that has copied.
    pub copied: &'static str,
    /// The device's own share sheet.
    pub device: &'static str,
    /// Send a letter.
    pub email: &'static str,
    /// Copy the address.
    pub copy_link: &'static str,
    /// Said when it has been copied.
    pub link_copied: &'static str,
    /// Said when it could not be: over the field to copy it from.
    pub copy_here: &'static str,
    /// Show the QR code.
    pub code: &'static str,
    /// The name of the code of the address `{name}`.
    pub code_of: &'static str,
    /// The question for the reader's server.
    pub your_server: &'static str,
    /// The button under the question.
    pub go_on: &'static str,
    /// Said of what is no server.
    pub no_server: &'static str,
    /// Share what is selected.
    pub passage: &'static str,
    /// Copy what is selected, with where it is from.
    pub quotation: &'static str,
    /// Said when it has been copied.
    pub quotation_copied: &'static str,
    /// Before and after a quotation.
    pub quotes: (&'static str, &'static str),
}

/// What stands in blocks that few articles have.
#[derive(Debug)]
pub struct BlockWords {
    /// The heading over the points of an article.
    pub key_points: &'static str,
    /// The mark on a key event of a live blog.
    pub key_event: &'static str,
    /// The text of a recording.
    pub transcript: &'static str,
    /// Without a caption: a table.
    pub table: &'static str,
    /// Without a language: program text.
    pub code: &'static str,
    /// A gallery that scrolls.
    pub gallery: &'static str,
    /// Names of the callouts' tones.
    pub information: &'static str,
    /// See [`BlockWords::information`].
    pub warning: &'static str,
    /// See [`BlockWords::information`].
    pub tip: &'static str,
    /// `{value}` of `{of}`.
    pub rating: &'static str,
    /// The button on something of a third party: `{name}`.
    pub show_embed: &'static str,
    /// What the press means: `{name}`.
    pub embed_note: &'static str,
    /// The link to something of a third party: `{name}`.
    pub open_at: &'static str,
    /// Share one post of a live blog: `{name}`.
    pub share_post: &'static str,
}

/// What is said of the lightbox.
#[derive(Debug)]
pub struct LightboxWords {
    /// The lightbox.
    pub pictures: &'static str,
    /// `{n}` of `{m}`.
    pub position: &'static str,
    /// Close the lightbox.
    pub close: &'static str,
    /// The picture before.
    pub previous: &'static str,
    /// The picture after.
    pub next: &'static str,
}
