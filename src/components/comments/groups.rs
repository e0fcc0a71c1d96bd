//! Threads in groups. A group is laid out when it comes into view, and until then it keeps the room that it will take:
//! what is drawn, folded or opened in it costs the page nothing.

use super::Board;
use crate::content::thread::Thread;
use crate::draw;
use crate::markup::Piece;
use crate::text::digits;

/// A group that holds so many comments is full. Of smaller ones there are more, and the browser asks in every frame
/// of each whether it is in view; a larger one takes longer when it comes into view.
const FULL: u32 = 24;

/// Some threads beside each other.
pub(super) struct Group {
    /// Its element.
    pub list: Piece,
    /// Its threads, drawn or not, as they stand in it.
    pub threads: Vec<u32>,
    /// Comments in them, when they were dealt.
    comments: u32,
}

/// An empty element. In the accessibility tree it is not there: all threads are items of one list.
fn group() -> Option<Piece> {
    let mut nodes = Vec::new();
    draw!(&mut nodes; ol class="sf-thread" role="none";);
    Piece::build(nodes)
}

impl Board {
    /// Deals threads into groups: into the last one until it is full, then into new ones.
    pub(super) fn deal(&self, thread: &Thread, roots: &[u32]) {
        let mut groups = self.groups.borrow_mut();
        let mut group_of = self.group_of.borrow_mut();
        for at in roots {
            if groups.last().is_none_or(|it| it.comments >= FULL) {
                let Some(list) = group() else {
                    return;
                };
                self.list.append(&list);
                groups.push(Group { list, threads: Vec::new(), comments: 0 });
            }
            let number = groups.len() as u32 - 1;
            if let (Some(group), Some(place)) = (groups.last_mut(), group_of.get_mut(*at as usize))
            {
                group.threads.push(*at);
                group.comments += 1 + thread.branch(*at).len() as u32;
                *place = number;
            }
        }
    }

    /// Deals all threads anew, with what is drawn of them. The groups are new ones: the browser keeps for each the room
    /// that it had, which is that of other threads.
    pub(super) fn deal_anew(&self, thread: &Thread, roots: &[u32]) {
        let before = self.groups.take();
        self.deal(thread, roots);
        let rows = self.rows.borrow();
        for group in self.groups.borrow().iter() {
            for row in group.threads.iter().filter_map(|at| rows.get(*at as usize)?.as_ref()) {
                group.list.append(row);
            }
        }
        for group in before {
            group.list.remove();
        }
        self.keep_rooms(thread);
    }

    /// The number of the group of a thread.
    pub(super) fn number(&self, at: u32) -> usize {
        self.group_of.borrow().get(at as usize).map_or(0, |number| *number as usize)
    }

    /// Keeps the room that every group will take, about. Where one has been seen, the browser goes by what it took then.
    #[inline(never)]
    pub(super) fn keep_rooms(&self, thread: &Thread) {
        for group in self.groups.borrow().iter() {
            let (mut lines, mut folded) = (0, 0);
            for at in &group.threads {
                if self.is_folded(*at as usize) {
                    folded += 1;
                } else {
                    lines += self.lines(thread, *at);
                }
            }
            // Not by a property of our own: what stands in a group would inherit it, and be looked through with it.
            let (folded, lines) = (digits(folded), digits(lines));
            let room =
                ["auto", " calc(", &folded, "*var(--sf-line) + ", &lines, "*1.5em)"].concat();
            group.list.set_style("contain-intrinsic-block-size", &room);
        }
    }

    /// Lines of text that an open comment will take, about, with what stands below it and is to be seen.
    #[inline(never)]
    pub(super) fn lines(&self, thread: &Thread, mut at: u32) -> u32 {
        let (branch, mut next, mut lines) = (thread.branch(at), 0, 0);
        while let Some(placed) = thread.get(at as usize) {
            if self.is_folded(at as usize) {
                lines += 2;
                next += placed.branch as usize;
            } else {
                let text = placed.comment.text.as_ref().map_or(0, String::len);
                // Head, actions and the room between comments are three lines, and what text there is begins one.
                lines += 4 + text as u32 / self.letters;
            }
            let Some(below) = branch.get(next) else {
                break;
            };
            at = *below;
            next += 1;
        }
        lines
    }
}
