//! One comment: the pattern that all are copies of, and what is filled into a copy.

use super::Board;
use super::said::{rich, written};
use super::walk::below;
use crate::content::comments::author::{initials, tone};
use crate::content::comments::text::{is_simple, said};
use crate::content::model::{Badge, Comment, CommentState};
use crate::content::thread::{Placed, SHOWN_DEPTH};
use crate::draw;
use crate::i18n::{Locale, fill, is_rtl, is_tag};
use crate::markup::{Nodes, Piece};
use crate::text::encode;

/// What rows are copied from.
pub(super) struct Pattern {
    row: Piece,
    replies: Piece,
    fold_thread: Piece,
}

impl Pattern {
    // What is pressed in a row is no `button`: a browser that fills in forms looks through all fields and buttons of a
    // page, which took Chromium 75 ms at 10,000 comments, and 250 on a slow phone. Keys press it by `Heard::presses`.
    pub(super) fn new(locale: &Locale) -> Option<Self> {
        let mut row = Vec::new();
        draw!(&mut row;
            li class="sf-comment" role="listitem" {
                article part="comment" {
                    div class="sf-comment-head" {
                        span class="sf-avatar" aria-hidden="true";
                        bdi class="sf-comment-name";
                        a class="sf-comment-date" { time; }
                        span class="sf-comment-sum";
                        span class="sf-fold" part="toggle" role="button" tabindex="0" aria-expanded="true";
                    }
                    div class="sf-comment-rest" {
                        div class="sf-comment-text" dir="auto" { p; }
                        p class="sf-comment-acts";
                    }
                }
            }
        );
        let mut replies = Vec::new();
        draw!(&mut replies; ol class="sf-replies" role="list";);
        let mut fold_thread = Vec::new();
        draw!(&mut fold_thread; span class="sf-quiet" role="button" tabindex="0" data-do="fold-thread" { (locale.words.comment_words().fold_thread) });
        Some(Pattern {
            row: Piece::build(row)?,
            replies: Piece::build(replies)?,
            fold_thread: Piece::build(fold_thread)?,
        })
    }

    /// An empty list of answers.
    pub(super) fn replies(&self) -> Option<Piece> {
        self.replies.copy()
    }
}

/// The id of a comment's element, and the fragment that leads to it.
pub(super) fn anchor(id: &str) -> String {
    ["comment-", id].concat()
}

/// The address of a comment. What an address may not hold as it is, is written as it may.
fn link(page: &str, id: &str) -> String {
    let mut link = [page, "#comment-"].concat();
    encode(id, b"-_.~:@!$'()*+,;=", &mut link);
    link
}

/// The parts of a row that are reached again.
pub(super) struct Parts {
    /// The line that is always shown.
    pub head: Piece,
    /// The toggle.
    pub toggle: Piece,
    /// What is hidden while it is folded.
    pub rest: Piece,
}

impl Parts {
    pub(super) fn of(row: &Piece) -> Option<Parts> {
        let head = row.first()?.first()?;
        Some(Parts { toggle: head.last()?, rest: head.next()?, head })
    }
}

impl Board {
    /// Builds the element of a comment. `fresh` are the new ones in its branch, `new` is whether it is new itself.
    pub(super) fn row(&self, placed: &Placed, fresh: u32, new: bool) -> Option<Piece> {
        let Placed { comment, .. } = placed;
        let words = self.locale.words.comment_words();
        let row = self.pattern.row.copy()?;
        row.name(&anchor(&comment.id));
        let article = row.first()?;
        let head = article.first()?;
        let avatar = head.first()?;
        let name = avatar.next()?;
        let date = name.next()?;
        let sum = date.next()?;
        let author = comment.author.as_ref();
        let gone = gone(comment, words);
        let called = self.called(comment);
        let age = self.age(comment);
        let label = self.label(comment, &age);
        article.put("aria-label", &label);
        if gone.is_none() {
            avatar.say(&initials(called));
            avatar.put("data-tone", TONES.get(usize::from(tone(called))).unwrap_or(&"0"));
            match author.and_then(|author| author.url.as_ref()) {
                None => name.say(called),
                Some(url) => {
                    let mut link = Vec::new();
                    draw!(&mut link; a href=(url.to_owned_string()) rel="nofollow ugc noreferrer" { (called.to_owned()) });
                    name.add(link, None);
                }
            }
            let picture = author.and_then(|author| author.image.as_ref()).filter(|_| self.pictures);
            if let Some(picture) = picture {
                let mut image = Vec::new();
                draw!(&mut image; img src=(picture.to_owned_string()) alt="" loading="lazy" referrerpolicy="no-referrer";);
                avatar.add(image, None);
            }
        }
        date.put("href", &link(&self.page, &comment.id));
        if let Some(written) = comment.date_created.as_ref().filter(|date| date.moment.is_some()) {
            let time = date.first()?;
            time.put("datetime", &written.written);
            time.say(&age);
        } else {
            date.first()?.say(&age);
        }
        self.sum(&row, placed, fresh, &label);
        let marks = self.marks(placed, new);
        if !marks.is_empty() {
            head.add(marks, Some(&sum));
        }
        let text = head.next()?.first()?;
        match (gone, comment.text.is_none(), &comment.html) {
            (Some(gone), ..) => {
                row.put("data-gone", "");
                text.first()?.say(gone);
            }
            (None, true, Some(html)) => {
                // Its own page is where its addresses start from.
                let base = comment.url.as_ref().map_or("", |url| url.as_str());
                text.say("");
                text.add(rich(html, base), None);
            }
            _ => {
                let said = said(comment);
                if is_simple(&said) {
                    text.first()?.say(&said);
                } else {
                    text.say("");
                    text.add(written(&said), None);
                }
            }
        }
        if let Some(tag) = comment.in_language.as_deref().filter(|tag| is_tag(tag)) {
            text.put("lang", tag);
            text.put("dir", if is_rtl(tag) { "rtl" } else { "ltr" });
        }
        let acts = text.next()?;
        if let Some(likes) = self.liked(comment) {
            acts.say(&likes);
        }
        if placed.depth > 0 {
            acts.append(&self.pattern.fold_thread.copy()?);
        }
        Some(row)
    }

    /// Whose it is, where it is shown.
    fn called<'a>(&self, comment: &'a Comment) -> &'a str {
        comment
            .author
            .as_ref()
            .map_or(self.locale.words.comment_words().anonymous, |author| &author.name)
    }

    pub(super) fn age(&self, comment: &Comment) -> String {
        comment.date_created.as_ref().map(|date| self.ages.say(date)).unwrap_or_default()
    }

    /// The name of a comment: its author and its age.
    pub(super) fn label(&self, comment: &Comment, age: &str) -> String {
        let gone = gone(comment, self.locale.words.comment_words());
        // A sentence, which goes on.
        let gone = gone.map(|gone| gone.trim_end_matches('.'));
        let called = gone.unwrap_or_else(|| self.called(comment));
        join(&[called, age], self.locale.words.list_comma)
    }

    fn liked(&self, comment: &Comment) -> Option<Box<str>> {
        let words = self.locale.words.comment_words();
        let likes = comment.upvote_count.filter(|likes| *likes > 0);
        let likes = likes.filter(|_| gone(comment, words).is_none());
        likes.map(|likes| self.counted(&self.likes, &words.likes, likes))
    }

    /// Says what a folded comment says of what it hides, to the eye and in the name of its toggle. `fresh` are the new
    /// ones below it, `label` is the name of the comment.
    pub(super) fn sum(&self, row: &Piece, placed: &Placed, fresh: u32, label: &str) {
        let (words, comma) = (self.locale.words.comment_words(), self.locale.words.list_comma);
        let Some(Parts { toggle, .. }) = Parts::of(row) else {
            return;
        };
        let (mut hides, mut new) = (Box::default(), Box::default());
        let replies = below(placed);
        if replies > 0 {
            hides = self.counted(&self.replies, &words.replies, replies);
            if fresh > 0 {
                new = self.counted(&self.fresh, &words.new, fresh);
            }
        }
        let likes = self.liked(&placed.comment).unwrap_or_default();
        let summed = join(&[&hides, &new, &likes], comma);
        toggle.put("aria-label", &join(&[label, &summed], comma));
        if !summed.is_empty()
            && let Some(sum) = toggle.before()
        {
            sum.say(&summed);
        }
    }

    /// What stands behind the date: badge, pinned, edited, new, whom a deep one answers.
    fn marks(&self, placed: &Placed, new: bool) -> Nodes {
        let words = self.locale.words.comment_words();
        let comment = &placed.comment;
        let mut out = Vec::new();
        if let Some(badge) = comment.author.as_ref().and_then(|author| author.badge) {
            let word = match badge {
                Badge::Author => words.author,
                Badge::Staff => words.staff,
                Badge::Contributor => words.contributor,
            };
            draw!(&mut out; span class="sf-badge" { (word) });
        }
        if comment.pinned {
            draw!(&mut out; span class="sf-badge sf-pinned" { (words.pinned) });
        }
        if new {
            draw!(&mut out; span class="sf-badge sf-new" { (words.fresh) });
        }
        if comment.date_modified.is_some() && gone(comment, words).is_none() {
            draw!(&mut out; span class="sf-comment-note" { (words.edited) });
        }
        if placed.depth >= SHOWN_DEPTH {
            self.in_reply_to(placed, &mut out);
        }
        out
    }

    fn in_reply_to(&self, placed: &Placed, out: &mut Nodes) {
        let words = self.locale.words.comment_words();
        let thread = self.thread.borrow();
        let Some(parent) = placed.parent.and_then(|at| thread.get(at as usize)) else {
            return;
        };
        let name = self.called(&parent.comment);
        // Isolated, so that the name turns nothing of the sentence around it.
        let name = ["\u{2068}", name, "\u{2069}"].concat();
        let href = link(&self.page, &parent.comment.id);
        draw!(out; a class="sf-comment-note" href=href { (fill(words.in_reply_to, &[("name", &name)])) });
    }
}

/// The tones of the avatars, as attributes.
const TONES: [&str; 6] = ["0", "1", "2", "3", "4", "5"];

/// What is said in the place of a comment that is not shown.
fn gone(comment: &Comment, words: &crate::i18n::CommentWords) -> Option<&'static str> {
    match comment.state? {
        CommentState::Visible => None,
        CommentState::Deleted => Some(words.deleted),
        CommentState::Hidden => Some(words.hidden),
        CommentState::Pending => Some(words.pending),
    }
}

/// The parts that are not empty, with a comma between them.
fn join(parts: &[&str], comma: &str) -> String {
    let mut out = String::new();
    for part in parts.iter().filter(|part| !part.is_empty()) {
        if !out.is_empty() {
            out.push_str(comma);
        }
        out.push_str(part);
    }
    out
}
