//! A path into a document: `data.items[0].title`, `data["odd.key"]`, `people[*].name`, or a JSON Pointer
//! (RFC 6901) `/data/items/0/title`.

use crate::text::{first_of, parted, parts};

/// The steps of a path: names, numbers of items, `*` for all items. An error says what is wrong with it.
pub(super) fn steps(written: &str) -> Result<Vec<String>, &'static str> {
    if let Some(pointer) = written.strip_prefix('/') {
        return Ok(parts(pointer, b'/').map(unescaped).collect());
    }
    // `$` may stand for the document, as in the places of problems.
    let below =
        written.strip_prefix('$').filter(|rest| rest.is_empty() || rest.starts_with(['.', '[']));
    let mut rest = below.unwrap_or(written);
    let mut steps = Vec::new();
    let mut name_next = below.is_none();
    while !rest.is_empty() || name_next {
        let (step, after) = if rest.starts_with('[') && (!name_next || steps.is_empty()) {
            bracket(rest).ok_or("a bracket that is none of [0], [*] and [\"name\"] in a path")?
        } else if name_next {
            match rest.split_at(first_of(rest, b".[")) {
                ("", _) => return Err("an empty name in a path"),
                named => named,
            }
        } else {
            rest = rest.strip_prefix('.').ok_or("a name right after a bracket in a path")?;
            name_next = true;
            continue;
        };
        steps.push(step.to_owned());
        (rest, name_next) = (after, false);
    }
    Ok(steps)
}

/// `~1` stands for `/` and `~0` for `~` in a pointer.
fn unescaped(part: &str) -> String {
    let mut out = String::new();
    let mut rest = part.chars();
    while let Some(c) = rest.next() {
        out.push(match c {
            '~' if rest.next() == Some('1') => '/',
            c => c,
        });
    }
    out
}

/// What stands in a bracket, and what follows it.
fn bracket(written: &str) -> Option<(&str, &str)> {
    let inside = written.get(1..)?;
    if let Some(name) = inside.strip_prefix(['"', '\'']) {
        let (name, after) = parted(name, *inside.as_bytes().first()?)?;
        return Some((name, after.strip_prefix(']')?));
    }
    let (number, after) = parted(inside, b']')?;
    let is_number = number.bytes().all(|byte| byte.is_ascii_digit());
    match number {
        "*" | "" => Some(("*", after)),
        _ => is_number.then_some((number, after)),
    }
}
