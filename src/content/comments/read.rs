//! Comments from their JSON, member by member, in one row however they are nested.

use super::dialect::{Dialect, Shape};
use super::members;
use crate::content::json::{DEEPEST, Json};
use crate::content::model::{Comment, CommentState};
use crate::content::read::{Document, Node};
use crate::content::thread::order::{hash, sort};
use crate::text::digits;

/// No comment: what stands at the top level answers it.
pub(super) const NONE: u32 = u32::MAX;

/// Begins the ids of comments that have none. It is cut off ids that are given, so the two never meet.
pub(super) const MARK: char = '\u{a0}';

/// Where a comment stands in its document.
struct Place {
    /// The comment it is nested in.
    outer: u32,
    /// Which of that one's replies it is.
    index: u32,
    /// An author is written, if wrongly.
    named: bool,
}

/// The comments of a document in one row, in the order in which they begin.
#[derive(Default)]
pub(super) struct Flat {
    /// One without an id is not to be shown, or not read yet.
    comments: Vec<Comment>,
    places: Vec<Place>,
    /// Those without an id, and a hash of what they say.
    nameless: Vec<(u64, u32)>,
    /// The path of the list.
    list: &'static str,
    dialect: Dialect,
}

impl Flat {
    /// No comments yet of the list with this path.
    pub(super) fn at(list: &'static str, dialect: Dialect) -> Flat {
        Flat { list, dialect, ..Flat::default() }
    }

    /// Whether no comment has begun.
    pub(super) fn is_empty(&self) -> bool {
        self.comments.is_empty()
    }

    fn shape(&self) -> &'static Shape {
        self.dialect.shape()
    }

    /// A comment begins, as the given reply to `outer`.
    pub(super) fn begin(&mut self, outer: u32, index: u32) -> u32 {
        self.comments.push(blank());
        // Where others keep comments, some have neither a name nor a word.
        let named = self.dialect != Dialect::Canonical;
        self.places.push(Place { outer, index, named });
        (self.comments.len() - 1) as u32
    }

    /// Reads a member of a comment, but not the replies nested in it. A text is moved, not copied. Of a repeated
    /// member the last counts.
    #[inline(never)]
    pub(super) fn member(&mut self, slot: u32, name: &str, mut json: Json, document: &Document) {
        let at = slot as usize;
        let (Some(comment), Some(place)) = (self.comments.get_mut(at), self.places.get_mut(at))
        else {
            return;
        };
        let before = document.faults();
        let shape = self.dialect.shape();
        if name == "author" {
            place.named |= !document.root(&json).is_missing();
        }
        if name == shape.replies {
            let node = document.root(&json);
            if !node.is_list() {
                node.object();
            }
        } else if let Some((_, field)) = shape.members.iter().find(|(own, _)| *own == name) {
            members::read(comment, *field, &mut json, document);
        }
        self.place(slot, &[".", name], before, document);
    }

    /// All members of a comment are read.
    #[inline(never)]
    pub(super) fn end(&mut self, slot: u32, document: &Document) {
        let at = slot as usize;
        let (Some(comment), Some(place)) = (self.comments.get_mut(at), self.places.get(at)) else {
            return;
        };
        if comment.author.as_ref().is_some_and(|author| author.name.is_empty()) {
            comment.author = None;
        }
        let gone = matches!(comment.state, Some(CommentState::Deleted | CommentState::Hidden));
        let silent = comment.text.is_none() && comment.html.is_none();
        let anonymous = !gone && comment.author.is_none() && !place.named;
        if gone {
            // The reader is not to see them, so they are not kept either.
            (comment.text, comment.html, comment.author) = (None, None, None);
        }
        if comment.id.is_empty() {
            if silent {
                *comment = blank();
                return self.problem(slot, "", "neither an id nor a text", document);
            }
            self.nameless.push((fingerprint(comment), slot));
        }
        if silent && !gone && self.dialect == Dialect::Canonical {
            self.problem(slot, "", "neither a text nor HTML", document);
        }
        if anonymous {
            self.problem(slot, ".author", "missing", document);
        }
    }

    /// What stands among the comments and is none.
    pub(super) fn refuse(&mut self, slot: u32, json: &Json, document: &Document) {
        let before = document.faults();
        let node = document.root(json);
        if node.is_missing() {
            node.problem("missing");
        }
        node.object();
        self.place(slot, &[], before, document);
    }

    fn problem(&self, slot: u32, member: &'static str, reason: &str, document: &Document) {
        let before = document.faults();
        document.root(&Json::Null).problem(reason);
        self.place(slot, &[member], before, document);
    }

    /// The problems of a comment's member from the given one on get their place. Most members have none, and
    /// beyond the most that are kept no path is written.
    #[inline(never)]
    fn place(&self, slot: u32, member: &[&str], before: usize, document: &Document) {
        if document.faults() > before {
            document.place(before, &(self.path(slot) + &member.concat()));
        }
    }

    /// `$.items[3].comment[0]`, not further than a path of an article can lead.
    #[inline(never)]
    fn path(&self, slot: u32) -> String {
        let mut steps = Vec::new();
        let mut next = slot;
        while let Some(place) = self.places.get(next as usize) {
            steps.push(place.index);
            next = place.outer;
        }
        let mut path = self.list.to_owned();
        for (depth, index) in steps.iter().rev().enumerate() {
            if depth == DEEPEST {
                path.push('…');
                break;
            }
            if depth > 0 {
                path.push('.');
                path.push_str(self.shape().replies);
            }
            path.push('[');
            path.push_str(&digits(*index));
            path.push(']');
        }
        path
    }

    /// Reads the member `comment` of an article, which stands as a tree already.
    pub(super) fn inline(mut self, article: &Node) -> Vec<Comment> {
        let document = article.document();
        let mut waiting = Vec::new();
        wait(article.value(), NONE, &mut waiting);
        while let Some((json, outer, index)) = waiting.pop() {
            let slot = self.begin(outer, index);
            let Json::Object(members) = json else {
                self.refuse(slot, json, document);
                continue;
            };
            for (name, value) in members {
                if name != "comment" || !matches!(value, Json::List(_) | Json::Object(_)) {
                    self.member(slot, name, value.clone(), document);
                }
            }
            self.end(slot, document);
            wait(json, slot, &mut waiting);
        }
        self.comments()
    }

    /// The comments that are to be shown, each with an id and with the comment it answers.
    pub(super) fn comments(mut self) -> Vec<Comment> {
        self.name();
        if self.shape().whole {
            self.without_strangers();
        }
        for slot in 0..self.places.len() {
            let Some(outer) = self.places.get(slot).map(|place| place.outer) else { continue };
            // One that cannot be shown passes its replies on to what it answers itself, which is known: it
            // begins before them.
            let id = self.comments.get(outer as usize).map(|outer| outer.id.clone());
            let outer = match (id.as_deref(), self.places.get(outer as usize)) {
                (Some(""), Some(place)) => place.outer,
                _ => outer,
            };
            if let Some(place) = self.places.get_mut(slot) {
                place.outer = outer;
            }
            let id = self.comments.get(outer as usize).map(|outer| outer.id.clone());
            if let (Some(_), Some(reply)) = (&id, self.comments.get_mut(slot))
                && (reply.parent_item.is_none() || !self.dialect.shape().whole)
            {
                reply.parent_item = id;
            }
        }
        self.comments.retain(|comment| !comment.id.is_empty());
        self.comments
    }

    /// Where all comments are there, one that answers none of them answers what they stand under.
    fn without_strangers(&mut self) {
        let key = |id: &str| hash(0, id);
        let known = sort(self.comments.iter().map(|comment| (key(&comment.id), 0)).collect());
        for comment in &mut self.comments {
            let outer = comment.parent_item.as_deref().map(key);
            if outer.is_some_and(|outer| known.binary_search(&(outer, 0)).is_err()) {
                comment.parent_item = None;
            }
        }
    }

    /// Gives ids to those without. They are made of what is said, so they are the same on the next visit.
    fn name(&mut self) {
        let nameless = std::mem::take(&mut self.nameless);
        let mut same = (0, 0);
        for (hash, slot) in sort(nameless) {
            same = if same.0 == hash { (hash, same.1 + 1) } else { (hash, 0) };
            if let Some(comment) = self.comments.get_mut(slot as usize) {
                comment.id = own_id(hash, same.1);
            }
        }
    }
}

/// The nested replies of a comment or an article wait to be read, the first on top.
fn wait<'a>(of: &'a Json, outer: u32, waiting: &mut Vec<(&'a Json, u32, u32)>) {
    let replies = match of.get("comment") {
        Some(Json::List(list)) => list.as_slice(),
        Some(one @ Json::Object(_)) => std::slice::from_ref(one),
        _ => return,
    };
    let replies = replies.iter().enumerate().rev();
    waiting.extend(replies.map(|(index, reply)| (reply, outer, index as u32)));
}

fn blank() -> Comment {
    Comment {
        id: String::new(),
        parent_item: None,
        author: None,
        date_created: None,
        date_modified: None,
        text: None,
        html: None,
        upvote_count: None,
        downvote_count: None,
        state: None,
        pinned: false,
        url: None,
        in_language: None,
        comment: Vec::new(),
    }
}

/// A hash of what a comment says, who says it and when.
fn fingerprint(comment: &Comment) -> u64 {
    let author = comment.author.as_ref().map(|author| author.name.as_str());
    let date = comment.date_created.as_ref().map(|date| date.written.as_str());
    let parts = [author, date, comment.text.as_deref(), comment.html.as_deref()];
    parts.into_iter().fold(0, |sum, part| hash(sum, part.unwrap_or_default()))
}

/// The id of a comment without one, by its hash and how many of the same hash stand before it.
fn own_id(hash: u64, before: u32) -> String {
    let mut id = String::from(MARK);
    for (count, part) in [(hash >> 32) as u32, hash as u32, before].into_iter().enumerate() {
        if count > 0 {
            id.push('-');
        }
        id.push_str(&digits(part));
    }
    id
}
