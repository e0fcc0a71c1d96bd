//! New comments join a thread: repeated ids are dropped, parents found, cycles cut.

use super::order::{hash, sort};
use super::{NONE, Placed, Thread, steps, tree};
use crate::content::model::{Comment, Problem};
use crate::content::read::MOST_PROBLEMS;

/// A clock may be wrong by so much, in milliseconds, before a date that is ahead of it is a problem.
const CLOCKS_DIFFER: i64 = 5 * 60_000;

/// The widest zone, in milliseconds: so much can a date without one be ahead.
const WIDEST_ZONE: i64 = 14 * 3_600_000;

impl Thread {
    /// Adds a page of comments and puts all in their place again; `now_ms` is the time in milliseconds since
    /// 1970. An orphan of an earlier page may find its parent. Of a repeated id the first is kept. What was
    /// wrong is told once, by the comment's id.
    pub fn add(&mut self, comments: Vec<Comment>, now_ms: i64) -> Vec<Problem> {
        let mut problems = Problems(Vec::new());
        let first_new = self.placed.len();
        self.placed.reserve_exact(comments.len());
        for comment in comments {
            let at_ms = written_at(&comment, now_ms, &mut problems);
            self.ids.push((hash(0, &comment.id), self.placed.len() as u32));
            self.placed.push(placed(comment, at_ms));
        }
        self.ids = sort(std::mem::take(&mut self.ids));
        self.drop_repeated(first_new, &mut problems);
        let mut parents = self.parents(&mut problems);
        self.cut_cycles(&mut parents, &mut problems);
        self.tree = tree::build(&mut self.placed, &parents);
        problems.0
    }

    /// Takes out the new comments whose id is there already.
    fn drop_repeated(&mut self, first_new: usize, problems: &mut Problems) {
        let mut gone = vec![false; self.placed.len()];
        let mut any = false;
        for same in self.ids.chunk_by(|one, next| one.0 == next.0).filter(|same| same.len() > 1) {
            // One hash, nearly always one id: the ids that are kept of it.
            let mut kept: Vec<u32> = Vec::new();
            for (_, at) in same {
                let id = self.at(*at).map(|placed| &placed.comment.id);
                steps::count(kept.len());
                let twin = kept.iter().any(|k| self.at(*k).map(|placed| &placed.comment.id) == id);
                if !twin {
                    kept.push(*at);
                } else if let Some(gone) = gone.get_mut(*at as usize) {
                    *gone = true;
                    any = true;
                    problems.add(
                        id.map_or("", String::as_str),
                        "this id is repeated: the first is kept",
                    );
                }
            }
        }
        if !any {
            return;
        }
        // The numbers of those that stay.
        let mut next = 0;
        let numbers: Vec<u32> = gone
            .iter()
            .map(|gone| {
                next += u32::from(!gone);
                if *gone { NONE } else { next - 1 }
            })
            .collect();
        let mut at = 0;
        self.placed.retain(|_| {
            at += 1;
            at <= first_new || gone.get(at - 1) == Some(&false)
        });
        for (_, at) in &mut self.ids {
            *at = numbers.get(*at as usize).copied().unwrap_or(NONE);
        }
        self.ids.retain(|(_, at)| *at != NONE);
    }

    /// The parent of each comment.
    fn parents(&mut self, problems: &mut Problems) -> Vec<u32> {
        let mut parents = Vec::with_capacity(self.len());
        for at in 0..self.len() {
            let id = self.get(at).and_then(|placed| placed.comment.parent_item.as_deref());
            let parent = id.map(|id| self.find(id).unwrap_or(NONE));
            if parent == Some(NONE) {
                self.tell(
                    at as u32,
                    problems,
                    "what it answers is not here: shown at the top level",
                );
            }
            parents.push(parent.unwrap_or(NONE));
        }
        parents
    }

    /// Puts the oldest of each cycle at the top level.
    fn cut_cycles(&mut self, parents: &mut [u32], problems: &mut Problems) {
        // By which way upwards a comment was first met, from 1.
        let mut met = vec![0_u32; parents.len()];
        for start in 0..parents.len() as u32 {
            let mut at = start;
            while let Some(way) = met.get_mut(at as usize) {
                steps::count(1);
                if *way == start + 1 {
                    let oldest = self.oldest_of_cycle(at, parents);
                    self.tell(oldest, problems, "it answers itself: shown at the top level");
                    if let Some(parent) = parents.get_mut(oldest as usize) {
                        *parent = NONE;
                    }
                    break;
                }
                if *way != 0 {
                    break;
                }
                *way = start + 1;
                at = parents.get(at as usize).copied().unwrap_or(NONE);
            }
        }
    }

    fn oldest_of_cycle(&self, start: u32, parents: &[u32]) -> u32 {
        let age = |at: u32| (self.at(at).and_then(|placed| placed.at_ms).unwrap_or(i64::MAX), at);
        let mut oldest = start;
        let mut at = start;
        loop {
            steps::count(1);
            at = parents.get(at as usize).copied().unwrap_or(start);
            if age(at) < age(oldest) {
                oldest = at;
            }
            if at == start {
                return oldest;
            }
        }
    }

    /// Notes a problem of a comment's place, once.
    fn tell(&mut self, at: u32, problems: &mut Problems, reason: &str) {
        if let Some(placed) = self.placed.get_mut(at as usize)
            && !placed.told
        {
            placed.told = true;
            problems.add(&placed.comment.id, reason);
        }
    }
}

struct Problems(Vec<Problem>);

impl Problems {
    #[inline(never)]
    fn add(&mut self, id: &str, reason: &str) {
        if self.0.len() < MOST_PROBLEMS {
            self.0.push(Problem { path: ["comment ", id].concat(), reason: reason.to_owned() });
        }
    }
}

/// When a comment was written, never later than now.
fn written_at(comment: &Comment, now_ms: i64, problems: &mut Problems) -> Option<i64> {
    let moment = comment.date_created.as_ref()?.moment?;
    let ahead = if moment.zoned { CLOCKS_DIFFER } else { WIDEST_ZONE };
    if moment.ms - now_ms > ahead {
        problems.add(&comment.id, "dateCreated is in the future: counts as now");
    }
    Some(moment.ms.min(now_ms))
}

fn placed(comment: Comment, at_ms: Option<i64>) -> Placed {
    Placed {
        comment,
        parent: None,
        depth: 0,
        root: 0,
        shown_parent: None,
        branch: 0,
        at_ms,
        walked: 0,
        replies: (0, 0),
        told: false,
    }
}
