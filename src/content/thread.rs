//! The comments as a thread: who answers whom, how deep, in which order.
//!
//! Built of flat lists in linear time and without recursion: ten thousand comments in one chain are no deeper
//! a stack than ten thousand beside each other. The texts of the comments are moved in, never copied.

mod add;
pub mod order;
pub mod steps;
mod tree;

use crate::content::model::{Comment, CommentState};
pub use order::Order;
use order::{hash, sort};
use tree::Tree;

/// So many levels are drawn; deeper replies stand beside each other at the last of them.
pub const SHOWN_DEPTH: u32 = 6;

/// No comment: what stands at the top level answers it.
const NONE: u32 = u32::MAX;

/// A comment in its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Placed {
    /// The comment.
    pub comment: Comment,
    /// The comment that it answers. None at the top level.
    pub parent: Option<u32>,
    /// How many comments stand above it: 0 at the top level.
    pub depth: u32,
    /// The top of its thread; itself at the top level.
    pub root: u32,
    /// The comment that it is drawn under: its parent, but none deeper than the fifth level.
    pub shown_parent: Option<u32>,
    /// How many replies stand in the whole branch below it.
    pub branch: u32,
    /// When it was written, in milliseconds since 1970, never later than now. A date without a zone counts as
    /// one in UTC. None without a date that can be read.
    pub at_ms: Option<i64>,
    /// Its place in tree order.
    walked: u32,
    /// Its replies in [`Tree::replies`].
    replies: (u32, u32),
    /// That it has no parent or stands in a cycle has been told.
    told: bool,
}

/// The comments of an article. A comment is named by its number, from 0, in the order in which they came; it
/// keeps it when further pages come.
#[derive(Clone, Debug, Default)]
pub struct Thread {
    placed: Vec<Placed>,
    /// The comments by the hash of their id.
    ids: Vec<(u64, u32)>,
    tree: Tree,
}

impl Thread {
    /// How many comments there are.
    pub fn len(&self) -> usize {
        self.placed.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.placed.is_empty()
    }

    /// A comment by its number.
    pub fn get(&self, at: usize) -> Option<&Placed> {
        self.placed.get(at)
    }

    fn at(&self, at: u32) -> Option<&Placed> {
        self.placed.get(at as usize)
    }

    /// A comment by its id.
    pub fn find(&self, id: &str) -> Option<u32> {
        let hash = hash(0, id);
        let from = self.ids.partition_point(|entry| entry.0 < hash);
        let same = self.ids.iter().skip(from).take_while(|entry| entry.0 == hash);
        same.map(|entry| entry.1).find(|at| {
            steps::count(1);
            self.at(*at).is_some_and(|placed| placed.comment.id == id)
        })
    }

    /// The direct replies, oldest first; those without a date come last, as they came.
    pub fn replies(&self, at: u32) -> &[u32] {
        let (from, to) = self.at(at).map_or((0, 0), |placed| placed.replies);
        self.tree.replies.get(from as usize..to as usize).unwrap_or_default()
    }

    /// All replies in the branch below, in tree order.
    pub fn branch(&self, at: u32) -> &[u32] {
        let Some(placed) = self.at(at) else { return &[] };
        let from = placed.walked as usize + 1;
        self.tree.walk.get(from..from + placed.branch as usize).unwrap_or_default()
    }

    /// What is drawn directly under a comment, in the order in which it is drawn: the direct replies, under the
    /// fifth level the whole branch, deeper nothing.
    pub fn shown_replies(&self, at: u32) -> &[u32] {
        match self.at(at).map_or(SHOWN_DEPTH, |placed| placed.depth) + 2 {
            below if below < SHOWN_DEPTH => self.replies(at),
            SHOWN_DEPTH => self.branch(at),
            _ => &[],
        }
    }

    /// The comments at the top level: the pinned first, each part in the given order. Without a date: last
    /// where dates decide.
    pub fn roots(&self, order: Order) -> Vec<u32> {
        let oldest: Vec<u32> = self.tree.roots().to_vec();
        let newest = |placed: &Placed| placed.at_ms.map_or(u64::MAX, |ms| !order_of(ms));
        let roots = match order {
            Order::Oldest => oldest,
            Order::Newest => self.by(oldest, &newest),
            Order::Liked => self.by(self.by(oldest, &newest), &|placed| {
                u64::from(!placed.comment.upvote_count.unwrap_or(0))
            }),
            Order::Replies => {
                self.by(self.by(oldest, &newest), &|placed| u64::from(!placed.branch))
            }
        };
        self.by(roots, &|placed| u64::from(!placed.comment.pinned))
    }

    fn by(&self, items: Vec<u32>, key: &dyn Fn(&Placed) -> u64) -> Vec<u32> {
        let keyed = items.into_iter().map(|at| (self.at(at).map_or(0, key), at)).collect();
        sort(keyed).into_iter().map(|(_, at)| at).collect()
    }

    /// Every comment in tree order: each of the top level is followed by its branch.
    pub fn sequence(&self, order: Order) -> Vec<u32> {
        let mut sequence = Vec::with_capacity(self.len());
        for root in self.roots(order) {
            sequence.push(root);
            sequence.extend_from_slice(self.branch(root));
        }
        steps::count(sequence.len());
        sequence
    }

    /// The top of a comment's thread; itself at the top level.
    pub fn root_of(&self, at: u32) -> u32 {
        self.at(at).map_or(at, |placed| placed.root)
    }

    /// The comments above one, the outermost first.
    pub fn ancestors(&self, at: u32) -> Vec<u32> {
        let above = |at: &u32| self.at(*at).and_then(|placed| placed.parent);
        let mut ancestors: Vec<u32> = std::iter::successors(above(&at), above).collect();
        ancestors.reverse();
        ancestors
    }

    /// The comment that one is drawn under; see [`SHOWN_DEPTH`]. None at the top level.
    pub fn shown_parent(&self, at: u32) -> Option<u32> {
        self.at(at).and_then(|placed| placed.shown_parent)
    }

    /// Whether a comment came after a visit, in milliseconds since 1970. After no visit (0) nothing is new, and
    /// what is deleted or hidden never is.
    pub fn is_new(&self, at: u32, seen_ms: i64) -> bool {
        self.at(at).is_some_and(|placed| {
            let gone =
                matches!(placed.comment.state, Some(CommentState::Deleted | CommentState::Hidden));
            seen_ms > 0 && !gone && placed.at_ms.is_some_and(|ms| ms > seen_ms)
        })
    }

    /// The comments that came after a visit, the oldest first.
    pub fn new_since(&self, seen_ms: i64) -> Vec<u32> {
        self.tree.by_date.iter().copied().filter(|at| self.is_new(*at, seen_ms)).collect()
    }

    /// For each comment how many in the branch below it came after a visit, itself not counted.
    pub fn new_in_branch(&self, seen_ms: i64) -> Vec<u32> {
        let mut counts = vec![0_u32; self.len()];
        for at in self.tree.walk.iter().rev() {
            let below = counts.get(*at as usize).copied().unwrap_or(0);
            let parent = self.at(*at).and_then(|placed| placed.parent);
            if let Some(count) = parent.and_then(|parent| counts.get_mut(parent as usize)) {
                *count += below + u32::from(self.is_new(*at, seen_ms));
            }
        }
        counts
    }

    /// When the newest comment was written, in milliseconds since 1970; 0 where none has a date.
    pub fn newest_ms(&self) -> i64 {
        self.placed.iter().filter_map(|placed| placed.at_ms).max().unwrap_or(0)
    }
}

/// A date as a number that sorts as it does, before 1970 too.
fn order_of(ms: i64) -> u64 {
    (ms as u64) ^ (1 << 63)
}
