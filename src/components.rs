//! What the page is made of. Static parts are functions from data to markup; interactive ones are
//! components. Capabilities come in as values, results leave as callbacks.

mod article;
mod article_foot;
mod article_head;
mod body;
mod button;
mod comments;
mod copied;
mod corrections;
mod disclosure;
mod embed;
mod figure;
mod inline;
mod later;
mod lightbox;
mod live_post;
mod media;
mod page;
mod passage;
mod problems;
mod quote;
mod rare;
mod share;
mod share_menu;
mod status;
mod table;
mod timestamp;

pub use article::{ArticleView, Steps, article_view};
pub use article_head::lead_picture;
pub use comments::{
    Board, Setting as BoardSetting, Told as BoardTold, bar as comments_bar, comment_keys, keys,
};
pub use copied::{Copied, copied};
#[cfg(not(feature = "embed"))]
pub use disclosure::Disclosure;
pub use disclosure::Fold;
pub use later::Later;
pub use passage::{PassageBar, show as show_passage};
pub use problems::problems;
pub use share::{Means, Outcome, Said, Share, said as share_said};
pub use status::{failed, sentence, skeleton};
