//! The words of the share menu and of the comments. They stand by themselves: what leads to [`Words`] does not lead to
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
