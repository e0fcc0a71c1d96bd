//! From the parent of each comment to replies, tree order, depths and counts.

use super::order::sort;
use super::{NONE, Placed, SHOWN_DEPTH, order_of, steps};

/// The lists that a thread is looked up in.
#[derive(Clone, Debug, Default)]
pub(super) struct Tree {
    /// The replies of each comment side by side, those of the top level last.
    pub(super) replies: Vec<u32>,
    /// Where those of the top level begin.
    top: usize,
    /// Every comment, each followed by its branch; the oldest thread first.
    pub(super) walk: Vec<u32>,
    /// Every comment, the oldest first, those without a date last.
    pub(super) by_date: Vec<u32>,
}

impl Tree {
    /// The comments at the top level, the oldest first.
    pub(super) fn roots(&self) -> &[u32] {
        self.replies.get(self.top..).unwrap_or_default()
    }
}

/// Puts every comment in its place. The parents are without a cycle.
pub(super) fn build(placed: &mut [Placed], parents: &[u32]) -> Tree {
    let mut tree = Tree { by_date: by_date(placed), ..Tree::default() };
    gather(&mut tree, placed, parents);
    walk(&mut tree, placed, parents);
    // From the last to the first, each comment comes after its whole branch.
    for at in tree.walk.iter().rev() {
        let below = placed.get(*at as usize).map_or(0, |reply| reply.branch + 1);
        let parent = parents.get(*at as usize).copied().unwrap_or(NONE);
        if let Some(parent) = placed.get_mut(parent as usize) {
            parent.branch += below;
        }
    }
    steps::count(tree.walk.len());
    tree
}

fn by_date(placed: &[Placed]) -> Vec<u32> {
    let key = |placed: &Placed| placed.at_ms.map_or(u64::MAX, order_of);
    let keyed = placed.iter().enumerate().map(|(at, placed)| (key(placed), at as u32)).collect();
    sort(keyed).into_iter().map(|(_, at)| at).collect()
}

/// Puts the replies of each comment side by side, in the order of their dates.
fn gather(tree: &mut Tree, placed: &mut [Placed], parents: &[u32]) {
    let mut at_top = 0;
    for reply in placed.iter_mut() {
        reply.replies = (0, 0);
        reply.branch = 0;
    }
    for parent in parents {
        match placed.get_mut(*parent as usize) {
            Some(parent) => parent.replies.1 += 1,
            None => at_top += 1,
        }
    }
    tree.top = parents.len() - at_top;
    let mut free = 0;
    for one in placed.iter_mut() {
        let from = free;
        free += one.replies.1;
        one.replies = (from, from);
    }
    let mut top = tree.top as u32;
    tree.replies = vec![0; parents.len()];
    for at in &tree.by_date {
        let parent = parents.get(*at as usize).copied().unwrap_or(NONE);
        let end = match placed.get_mut(parent as usize) {
            Some(parent) => &mut parent.replies.1,
            None => &mut top,
        };
        if let Some(place) = tree.replies.get_mut(*end as usize) {
            *place = *at;
        }
        *end += 1;
    }
    steps::count(4 * parents.len());
}

/// Goes through all threads from the top, on a stack of our own.
fn walk(tree: &mut Tree, placed: &mut [Placed], parents: &[u32]) {
    let mut waiting: Vec<u32> = tree.roots().iter().rev().copied().collect();
    tree.walk.reserve_exact(parents.len());
    while let Some(at) = waiting.pop() {
        let above = parents.get(at as usize).copied().unwrap_or(NONE);
        let above = placed.get(above as usize).map(|parent| {
            // Those at the last shown level share what they are drawn under.
            let shown =
                if parent.depth + 1 < SHOWN_DEPTH { Some(above) } else { parent.shown_parent };
            (above, parent.depth + 1, parent.root, shown)
        });
        let Some(one) = placed.get_mut(at as usize) else { continue };
        one.walked = tree.walk.len() as u32;
        one.parent = above.map(|above| above.0);
        one.depth = above.map_or(0, |above| above.1);
        one.root = above.map_or(at, |above| above.2);
        one.shown_parent = above.and_then(|above| above.3);
        tree.walk.push(at);
        let replies = tree.replies.get(one.replies.0 as usize..one.replies.1 as usize);
        waiting.extend(replies.unwrap_or_default().iter().rev());
    }
    steps::count(2 * tree.walk.len());
}
