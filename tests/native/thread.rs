//! Threads: every comment once, under what it answers, in linear time.

use crate::support::Numbers;
use standfirst::content::comments;
use standfirst::content::model::{Comment, Problem};
use standfirst::content::thread::{Order, SHOWN_DEPTH, Thread, steps};

const NOW: i64 = 1_800_000_000_000;

/// A comment: id, what it answers ("" for nothing), the minute of its date (below 0: none).
fn comment(id: &str, parent: &str, minute: i32) -> Comment {
    let text = format!(
        r#"[{{"id":"{id}","parentItem":"{parent}","author":"A","text":"T"{}}}]"#,
        if minute < 0 {
            String::new()
        } else {
            format!(r#","dateCreated":"2026-11-20T{:02}:{:02}:00Z""#, minute / 60, minute % 60)
        },
    );
    comments::read(text, "").unwrap().comments.remove(0)
}

fn thread(comments: &[(&str, &str, i32)]) -> (Thread, Vec<Problem>) {
    let mut thread = Thread::default();
    let comments =
        comments.iter().map(|(id, parent, minute)| comment(id, parent, *minute)).collect();
    let problems = thread.add(comments, NOW);
    (thread, problems)
}

fn ids(thread: &Thread, list: &[u32]) -> String {
    let id = |at: &u32| thread.get(*at as usize).unwrap().comment.id.clone();
    list.iter().map(id).collect::<Vec<_>>().join(" ")
}

/// What is wrong with a thread, if anything is.
fn fault(thread: &Thread, sequence: &[u32]) -> Option<String> {
    let mut met = vec![false; thread.len()];
    for at in sequence {
        let placed = thread.get(*at as usize)?;
        if std::mem::replace(&mut met[*at as usize], true) {
            return Some(format!("{at} stands twice"));
        }
        if let Some(parent) = placed.parent {
            let above = thread.get(parent as usize)?;
            if !met[parent as usize] {
                return Some(format!("{at} stands before what it answers"));
            }
            if above.depth + 1 != placed.depth || above.root != placed.root {
                return Some(format!("{at} has a wrong depth or root"));
            }
            if !thread.replies(parent).contains(at) {
                return Some(format!("{at} is no reply"));
            }
        } else if placed.depth != 0 || placed.root != *at {
            return Some(format!("{at} is not at the top"));
        }
        let ancestors = thread.ancestors(*at);
        if ancestors.len() != placed.depth as usize
            || ancestors.first().copied().unwrap_or(*at) != placed.root
        {
            return Some(format!("{at} has wrong ancestors"));
        }
        let drawn = placed.depth.min(SHOWN_DEPTH - 1) as usize;
        if placed.shown_parent != drawn.checked_sub(1).map(|level| ancestors[level]) {
            return Some(format!("{at} is drawn in the wrong place"));
        }
        if placed.shown_parent.is_some_and(|shown| !thread.shown_replies(shown).contains(at)) {
            return Some(format!("{at} is not drawn"));
        }
        let below: u32 =
            thread.replies(*at).iter().map(|r| thread.get(*r as usize).unwrap().branch + 1).sum();
        if below != placed.branch || thread.branch(*at).len() != below as usize {
            return Some(format!("{at} counts wrong"));
        }
        if thread.find(&placed.comment.id) != Some(*at) {
            return Some(format!("{at} is not found"));
        }
    }
    met.contains(&false).then(|| "one is lost".to_owned())
}

#[test]
fn any_list_becomes_a_thread_with_every_comment_once_and_replies_after_what_they_answer() {
    let mut numbers = Numbers(5);
    for case in 0..1500 {
        let count = numbers.below(40);
        let range = 1 + numbers.below(50);
        let mut list = Vec::new();
        for at in 0..count {
            let id = if numbers.below(10) == 0 { numbers.below(range) } else { at };
            let parent = if numbers.below(3) == 0 {
                String::new()
            } else {
                numbers.below(range).to_string()
            };
            let mut comment = comment(&id.to_string(), &parent, numbers.below(300) as i32 - 30);
            comment.upvote_count = (numbers.below(2) == 0).then(|| numbers.below(5) as u32);
            comment.pinned = numbers.below(9) == 0;
            list.push(comment);
        }
        let mut wanted: Vec<String> = list.iter().map(|comment| comment.id.clone()).collect();
        wanted.sort();
        wanted.dedup();
        let mut thread = Thread::default();
        // In one page or in several.
        while !list.is_empty() {
            let size = 1 + numbers.below(list.len());
            thread.add(list.drain(..size).collect(), NOW);
        }
        for (_, order) in Order::WORDS {
            let sequence = thread.sequence(*order);
            assert_eq!(fault(&thread, &sequence), None, "case {case}");
            let mut found: Vec<String> = sequence
                .iter()
                .map(|at| thread.get(*at as usize).unwrap().comment.id.clone())
                .collect();
            found.sort();
            assert_eq!(found, wanted, "case {case}");
        }
    }
}

/// Control of the above.
#[test]
fn a_sequence_with_one_lost_doubled_or_too_early_is_noticed() {
    let (thread, _) = thread(&[("a", "", 1), ("b", "a", 2), ("c", "b", 3)]);
    assert_eq!(fault(&thread, &[0, 1, 2]), None);
    assert_eq!(fault(&thread, &[0, 1]).unwrap(), "one is lost");
    assert_eq!(fault(&thread, &[0, 1, 1]).unwrap(), "1 stands twice");
    assert_eq!(fault(&thread, &[1, 0, 2]).unwrap(), "1 stands before what it answers");
}

#[test]
fn threads_stand_in_the_order_asked_for_the_pinned_first() {
    let mut list: Vec<Comment> = [
        ("a", "", 10),
        ("b", "", 30),
        ("c", "", 20),
        ("d", "", -1),
        ("e", "", 20),
        ("f", "", 5),
        ("r", "c", 40),
        ("s", "r", 41),
        ("t", "a", 50),
    ]
    .iter()
    .map(|(id, parent, minute)| comment(id, parent, *minute))
    .collect();
    list[0].upvote_count = Some(7);
    list[4].upvote_count = Some(9);
    list[5].pinned = true;
    let mut thread = Thread::default();
    assert_eq!(thread.add(list, NOW), []);
    for (order, wanted) in [
        (Order::Newest, "f b c e a d"),
        (Order::Oldest, "f a c e b d"),
        (Order::Liked, "f e a b c d"),
        (Order::Replies, "f c a b e d"),
    ] {
        assert_eq!(ids(&thread, &thread.roots(order)), wanted, "{order:?}");
    }
    assert_eq!(ids(&thread, &thread.sequence(Order::Replies)), "f c r s a t b e d");
    assert_eq!(Order::default(), Order::Newest);
    for (word, order) in Order::WORDS {
        assert_eq!((Order::named(word), order.as_str()), (Some(*order), *word));
    }
    assert_eq!(Order::named("best"), None);
}

#[test]
fn replies_stand_oldest_first_and_those_without_a_date_last() {
    let (thread, _) = thread(&[
        ("a", "", 1),
        ("x", "a", -1),
        ("b", "a", 9),
        ("y", "a", -1),
        ("c", "a", 3),
        ("d", "a", 9),
    ]);
    assert_eq!(ids(&thread, thread.replies(0)), "c b d x y");
    assert!(thread.replies(99).is_empty());
    assert_eq!(thread.get(0).unwrap().branch, 5);
}

#[test]
fn an_orphan_stands_at_the_top_until_its_parent_comes() {
    let (mut thread, problems) = thread(&[("b", "a", 2), ("c", "b", 3)]);
    assert_eq!(problems.len(), 1);
    assert_eq!(problems[0].path, "comment b");
    assert_eq!(ids(&thread, &thread.roots(Order::Newest)), "b");
    assert_eq!(thread.add(vec![comment("a", "", 1)], NOW), []);
    assert_eq!(ids(&thread, &thread.sequence(Order::Newest)), "a b c");
    assert_eq!(
        (thread.find("b"), thread.root_of(1), thread.get(1).unwrap().depth),
        (Some(0), 2, 2)
    );
}

#[test]
fn of_a_repeated_id_the_first_is_kept_on_this_page_and_the_next() {
    let (mut thread, problems) =
        thread(&[("a", "", 1), ("b", "a", 2), ("a", "", 3), ("c", "b", 4)]);
    assert_eq!(problems.len(), 1);
    assert!(problems[0].reason.contains("repeated"));
    assert_eq!((thread.len(), thread.get(0).unwrap().at_ms), (3, thread.get(0).unwrap().at_ms));
    let again = thread.add(vec![comment("c", "", 9), comment("d", "c", 9)], NOW);
    assert_eq!(again.len(), 1);
    assert_eq!(ids(&thread, &thread.sequence(Order::Newest)), "a b c d");
}

#[test]
fn a_cycle_is_cut_at_its_oldest_comment_and_told_once() {
    let (mut thread, problems) =
        thread(&[("a", "c", 5), ("b", "a", 3), ("c", "b", 4), ("d", "c", 1), ("e", "e", 2)]);
    let paths: Vec<_> = problems.iter().map(|problem| problem.path.as_str()).collect();
    assert_eq!(paths, ["comment b", "comment e"]);
    assert_eq!(ids(&thread, &thread.sequence(Order::Oldest)), "e b c d a");
    assert_eq!(thread.add(vec![comment("f", "", 6)], NOW), []);
}

#[test]
fn a_date_in_the_future_counts_as_now_and_a_clock_may_be_a_little_ahead() {
    let now = comment("a", "", 60).date_created.unwrap().epoch_ms().unwrap();
    let mut thread = Thread::default();
    let problems =
        thread.add(vec![comment("a", "", 64), comment("b", "", 66), comment("c", "", 59)], now);
    let paths: Vec<_> = problems.iter().map(|problem| problem.path.as_str()).collect();
    assert_eq!(paths, ["comment b"]);
    let at: Vec<_> = (0..3).map(|at| thread.get(at).unwrap().at_ms.unwrap() - now).collect();
    assert_eq!(at, [0, 0, -60_000]);
    assert_eq!(thread.newest_ms(), now);
    assert_eq!(Thread::default().newest_ms(), 0);
}

#[test]
fn what_is_deeper_than_the_sixth_level_is_drawn_side_by_side_at_the_sixth_in_tree_order() {
    let ids_of: Vec<String> = (0..10).map(|id| id.to_string()).collect();
    let mut list: Vec<Comment> = (0..10)
        .map(|at: usize| {
            comment(&ids_of[at], at.checked_sub(1).map_or("", |up| &ids_of[up]), at as i32)
        })
        .collect();
    list.push(comment("x", "6", 1));
    list.push(comment("y", "4", 0));
    let mut thread = Thread::default();
    thread.add(list, NOW);
    let shown: Vec<_> = (0..10).map(|at| thread.shown_parent(at)).collect();
    let wanted =
        [None, Some(0), Some(1), Some(2), Some(3), Some(4), Some(4), Some(4), Some(4), Some(4)];
    assert_eq!(shown, wanted);
    assert_eq!(ids(&thread, thread.shown_replies(4)), "y 5 6 x 7 8 9");
    assert_eq!(ids(&thread, thread.shown_replies(3)), "4");
    assert!(thread.shown_replies(5).is_empty());
    assert_eq!(thread.ancestors(3), [0, 1, 2]);
}

#[test]
fn what_came_since_the_last_visit_is_counted_in_each_branch() {
    let list = [
        ("a", "", 10),
        ("b", "a", 20),
        ("c", "b", 30),
        ("d", "a", 5),
        ("e", "", 40),
        ("f", "a", -1),
    ];
    let (mut thread, _) = thread(&list);
    let seen = thread.get(0).unwrap().at_ms.unwrap();
    assert_eq!(ids(&thread, &thread.new_since(seen)), "b c e");
    assert_eq!(thread.new_in_branch(seen), [2, 1, 0, 0, 0, 0]);
    assert!(thread.is_new(1, seen) && !thread.is_new(0, seen) && !thread.is_new(3, seen));
    // The first visit, and what is gone.
    assert!(thread.new_since(0).is_empty());
    assert_eq!(thread.new_in_branch(0), [0; 6]);
    let gone = comments::read(
        r#"[{"id":"g","state":"deleted","dateCreated":"2026-11-20T20:00:00Z"}]"#.to_owned(),
        "",
    );
    thread.add(gone.unwrap().comments, NOW);
    assert_eq!(ids(&thread, &thread.new_since(seen)), "b c e");
}

/// What the comment of a number answers.
type Parent = fn(usize) -> Option<usize>;

/// Steps that a thread of so many comments takes, all orders and counts with it.
fn steps_of(parent: Parent, count: usize) -> usize {
    let blank = comment("x", "", -1);
    let list = (0..count).map(|at| Comment {
        id: at.to_string(),
        parent_item: parent(at).map(|parent| parent.to_string()),
        ..blank.clone()
    });
    let list = list.collect();
    let mut thread = Thread::default();
    steps::taken();
    thread.add(list, NOW);
    for (_, order) in Order::WORDS {
        assert_eq!(thread.sequence(*order).len(), count);
    }
    thread.new_in_branch(1);
    steps::taken()
}

#[test]
fn a_hundred_thousand_comments_take_as_many_steps_each_as_a_thousand() {
    let shapes: [(&str, Parent); 7] = [
        ("a chain", |at| at.checked_sub(1)),
        ("a chain from below", |at| Some(at + 1)),
        ("a star", |at| (at > 0).then_some(0)),
        ("all at the top", |_| None),
        ("one cycle", |at| Some((at + 1) % 100_000)),
        ("cycles of two", |at| Some(at ^ 1)),
        ("orphans", |at| Some(at + 1_000_000)),
    ];
    for (name, parent) in shapes {
        let few = steps_of(parent, 1000) as f64 / 1000.0;
        let many = steps_of(parent, 100_000) as f64 / 100_000.0;
        assert!(many < few * 1.5 && many < 60.0, "{name}: {few} steps each, then {many}");
        assert!(few > 5.0, "the control: steps are counted, {few}");
    }
}

#[test]
fn one_id_a_hundred_thousand_times_is_one_comment_in_as_many_steps_each() {
    let mut thread = Thread::default();
    let list = vec![comment("x", "", 1); 100_000];
    steps::taken();
    assert_eq!(thread.add(list, NOW).len(), 200);
    assert!(steps::taken() < 40 * 100_000);
    assert_eq!(thread.len(), 1);
}
