//! The comments of an article: a board on which each is drawn once and then only folded, opened, moved.
//!
//! Nothing of a row is reactive. Ten thousand comments are ten thousand copies of one pattern, drawn in slices
//! ([`Board::draw`]) that the caller bounds, and one listener hears them all ([`Board::clicked`]). What folds is hidden
//! until it is found: the browser's own search opens it, and print shows it.

mod bar;
mod counted;
mod folds;
mod groups;
mod keys;
mod remembered;
mod row;
mod said;
mod walk;

pub use bar::bar;
pub use keys::{KEYS as comment_keys, keys};

use crate::content::comments::memory::Remembered;
use crate::content::model::{Comment, Problem};
use crate::content::thread::{Order, Thread};
use crate::i18n::{Locale, format::Ages};
use crate::markup::Piece;
use crate::text::digits;
use counted::Counted;
use groups::Group;
use row::{Parts, Pattern};
use std::cell::{Cell, RefCell};

/// Hears of one comment: its id, and whether it is open now.
type Turned = Box<dyn Fn(&str, bool)>;

/// What a board tells of itself.
pub struct Told {
    /// The reader has folded or opened one comment: its id, and whether it is open now.
    pub turned: Turned,
    /// What is to be remembered has changed.
    pub remember: Box<dyn Fn(&Remembered)>,
    /// A sentence for the status region.
    pub said: Box<dyn Fn(&str)>,
    /// [`Board::fold_more`] is to be called until it has no more to do.
    pub later: Box<dyn Fn()>,
}

/// What a board is made with.
pub struct Setting {
    /// The language of what stands around the comments.
    pub locale: Locale,
    /// Milliseconds since 1970.
    pub now_ms: i64,
    /// The page's own address where a bare fragment would lead elsewhere (`<base>`); else "".
    pub page: String,
    /// Portraits are fetched from where the comments say, which then sees the reader.
    pub pictures: bool,
    /// How it was left at the last visit.
    pub remembered: Remembered,
}

/// A branch with more replies than this is laid out reply by reply as it comes into view, not as one.
const LONG: u32 = 60;

/// The comments on the page.
pub struct Board {
    locale: Locale,
    ages: Ages,
    page: String,
    pictures: bool,
    now_ms: i64,
    pattern: Pattern,
    list: Piece,
    told: Told,
    /// Letters in a line of text, about: for the room that is kept for what is not laid out yet.
    letters: u32,
    thread: RefCell<Thread>,
    /// The top level in the order that is shown.
    roots: RefCell<Vec<u32>>,
    /// It in groups, and the number of the group of each thread, by the number of its first comment.
    groups: RefCell<Vec<Group>>,
    group_of: RefCell<Vec<u32>>,
    /// All comments in the order that is shown.
    sequence: RefCell<Vec<u32>>,
    /// How many of the sequence have been drawn.
    drawn: Cell<usize>,
    /// Rows were there before the last comments came: new ones may belong between them.
    mending: Cell<bool>,
    /// The element of each comment, by its number in the thread.
    rows: RefCell<Vec<Option<Piece>>>,
    folded: RefCell<Vec<bool>>,
    /// What of `folded` is to be seen already, and how far down the page that is true.
    shown: RefCell<Vec<bool>>,
    brought: Cell<usize>,
    /// New ones below each comment, and whether it is new itself.
    fresh_in: RefCell<Vec<u32>>,
    remembered: RefCell<Remembered>,
    /// The last one that was gone to.
    gone_to: Cell<Option<usize>>,
    replies: Counted,
    fresh: Counted,
    likes: Counted,
}

impl Board {
    /// An empty board over a list on the page. None where there is no page.
    pub fn new(list: Piece, setting: Setting, told: Told) -> Option<Board> {
        let Setting { locale, now_ms, page, pictures, remembered } = setting;
        Some(Board {
            ages: Ages::new(now_ms, &locale),
            pattern: Pattern::new(&locale)?,
            // A letter of the sans is about half as wide as high.
            letters: (list.width() / 8.5).clamp(24.0, 90.0) as u32,
            list,
            told,
            locale,
            page,
            pictures,
            now_ms,
            remembered: RefCell::new(remembered),
            gone_to: Cell::new(None),
            thread: RefCell::default(),
            roots: RefCell::default(),
            groups: RefCell::default(),
            group_of: RefCell::default(),
            sequence: RefCell::default(),
            drawn: Cell::new(0),
            mending: Cell::new(false),
            rows: RefCell::default(),
            folded: RefCell::default(),
            shown: RefCell::default(),
            brought: Cell::new(usize::MAX),
            fresh_in: RefCell::default(),
            replies: Counted::default(),
            fresh: Counted::default(),
            likes: Counted::default(),
        })
    }

    /// Takes the comments of the first page before [`Board::take`] does, which is handed none of them then: either is
    /// work enough for one turn where there are ten thousand.
    pub fn add(&self, comments: Vec<Comment>) -> Vec<Problem> {
        self.thread.borrow_mut().add(comments, self.now_ms)
    }

    /// Takes comments, of the first page or a further one; they are drawn by [`Board::draw`]. What stands on the page
    /// stays where it is.
    pub fn take(&self, comments: Vec<Comment>) -> Vec<Problem> {
        let branch = |thread: &Thread, at| thread.get(at).map(|placed| placed.branch);
        let branches: Vec<_> = {
            let thread = self.thread.borrow();
            (0..self.rows.borrow().len()).map(|at| branch(&thread, at)).collect()
        };
        let problems = if comments.is_empty() { Vec::new() } else { self.add(comments) };
        let thread = self.thread.borrow();
        let remembered = self.remembered.borrow();
        let mut rows = self.rows.borrow_mut();
        self.mending.set(!rows.is_empty());
        rows.resize(thread.len(), None);
        let mut roots = self.roots.borrow_mut();
        let mut known = vec![false; thread.len()];
        for at in roots.iter() {
            if let Some(known) = known.get_mut(*at as usize) {
                *known = true;
            }
        }
        // One whose parent came with a later page moves to it, with all that stands under it.
        let found = |at: &u32| thread.get(*at as usize).is_some_and(|it| it.parent.is_some());
        for at in roots.iter().filter(|at| found(at)) {
            for below in walk::sequence(&thread, &[*at]) {
                if let Some(row) = rows.get_mut(below as usize).and_then(Option::take) {
                    row.remove();
                }
            }
        }
        roots.retain(|at| !found(at));
        for group in self.groups.borrow_mut().iter_mut() {
            group.threads.retain(|at| !found(at));
        }
        let order = thread.roots(remembered.order);
        let stood = roots.len();
        roots.extend(order.into_iter().filter(|at| known.get(*at as usize) == Some(&false)));
        self.group_of.borrow_mut().resize(thread.len(), 0);
        self.deal(&thread, roots.get(stood..).unwrap_or_default());
        let mut folded = self.folded.borrow_mut();
        for at in folded.len()..thread.len() {
            let placed = thread.get(at);
            folded.push(placed.is_some_and(|placed| folds::as_remembered(placed, &remembered)));
        }
        self.shown.borrow_mut().resize(thread.len(), false);
        *self.fresh_in.borrow_mut() = thread.new_in_branch(remembered.seen_ms);
        *self.sequence.borrow_mut() = walk::sequence(&thread, &roots);
        self.drawn.set(0);
        // Those that have more answers now say so.
        for (at, before) in branches.into_iter().enumerate() {
            if branch(&thread, at) != before
                && let (Some(Some(row)), Some(placed)) = (rows.get(at), thread.get(at))
            {
                let label = self.label(&placed.comment, &self.age(&placed.comment));
                self.sum(row, placed, self.fresh_below(at), &label);
            }
        }
        drop(folded);
        self.keep_rooms(&thread);
        problems
    }

    /// Draws until `enough` says so or all is drawn; true while there is more. `enough` is asked every few comments,
    /// with how many this call has drawn.
    pub fn draw(&self, enough: &dyn Fn(usize) -> bool) -> bool {
        let thread = self.thread.borrow();
        let sequence = self.sequence.borrow();
        let groups = self.groups.borrow();
        let mut rows = self.rows.borrow_mut();
        let seen = self.remembered.borrow().seen_ms;
        let mut done = 0;
        while let Some(at) = sequence.get(self.drawn.get()).map(|at| *at as usize) {
            self.drawn.set(self.drawn.get() + 1);
            let (Some(placed), Some(None)) = (thread.get(at), rows.get(at)) else {
                continue;
            };
            let Some(row) = self.row(placed, self.fresh_below(at), thread.is_new(at as u32, seen))
            else {
                continue;
            };
            let folded = self.folded.borrow().get(at) == Some(&true);
            if folded {
                folds::show(&row, true);
            }
            if let Some(shown) = self.shown.borrow_mut().get_mut(at) {
                *shown = folded;
            }
            let (list, beside) = match thread.shown_parent(at as u32) {
                Some(parent) => {
                    if is_long(&thread, parent) {
                        row.set_style("--sf-lines", &digits(self.lines(&thread, at as u32)));
                    }
                    (self.list_under(&thread, &rows, parent), thread.shown_replies(parent))
                }
                None => {
                    let Some(group) = groups.get(self.number(at as u32)) else {
                        continue;
                    };
                    (Some(group.list.clone()), group.threads.as_slice())
                }
            };
            if let Some(list) = list {
                let mending = self.mending.get();
                match mending.then(|| walk::drawn_after(beside, &rows, at)).flatten() {
                    Some(before) => list.insert(&row, &before),
                    None => list.append(&row),
                }
            }
            if let Some(place) = rows.get_mut(at) {
                *place = Some(row);
            }
            done += 1;
            if done % 8 == 0 && enough(done) {
                break;
            }
        }
        self.drawn.get() < sequence.len()
    }

    /// The list of the answers to a comment, which is made with the first of them.
    fn list_under(&self, thread: &Thread, rows: &[Option<Piece>], parent: u32) -> Option<Piece> {
        let rest = Parts::of(rows.get(parent as usize)?.as_ref()?)?.rest;
        let last = rest.last()?;
        if last.is(".sf-replies") {
            return Some(last);
        }
        let list = self.pattern.replies()?;
        if is_long(thread, parent) {
            list.put("data-long", "");
        }
        rest.append(&list);
        Some(list)
    }

    /// How many comments there are.
    pub fn len(&self) -> usize {
        self.thread.borrow().len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// How many are new since the last visit.
    pub fn fresh(&self) -> usize {
        let seen = self.remembered.borrow().seen_ms;
        self.thread.borrow().new_since(seen).len()
    }

    /// How many new ones stand below a comment.
    fn fresh_below(&self, at: usize) -> u32 {
        self.fresh_in.borrow().get(at).copied().unwrap_or_default()
    }

    /// The order that is shown.
    pub fn order(&self) -> Order {
        self.remembered.borrow().order
    }

    /// Puts the top level in another order. Answers stay in the order in which they were given.
    pub fn set_order(&self, order: Order) {
        let thread = self.thread.borrow();
        self.change(|remembered| remembered.order = order);
        let roots = thread.roots(order);
        self.deal_anew(&thread, &roots);
        *self.sequence.borrow_mut() = walk::sequence(&thread, &roots);
        *self.roots.borrow_mut() = roots;
        // What is not drawn yet belongs between what is.
        self.mending.set(true);
        self.drawn.set(0);
        // Nor what is folded yet: it is counted from the start again.
        self.brought.set(0);
    }

    /// Gives the focus to the first of those that came after there were `before`.
    pub fn focus_new(&self, before: usize) {
        let first = self.sequence.borrow().iter().copied().find(|at| *at as usize >= before);
        if let Some(first) = first {
            self.focus(first as usize);
        }
    }
}

/// Whether the answers to a comment are laid out one by one.
fn is_long(thread: &Thread, at: u32) -> bool {
    thread.get(at as usize).is_some_and(|placed| placed.branch > LONG)
}
