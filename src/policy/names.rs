//! Lists of names as bytes: each with its length before it. A list of texts is twice as large in the program, and what it says
//! where each lies does not compress.

/// How many bytes names take.
pub(super) const fn length(names: &[&str]) -> usize {
    let (mut rest, mut length) = (names, 0);
    while let [name, more @ ..] = rest {
        length += 1 + name.len();
        rest = more;
    }
    length
}

/// Names as bytes.
pub(super) const fn packed<const N: usize>(names: &[&str]) -> [u8; N] {
    let mut out = [0; N];
    let mut rest = names;
    let mut place: &mut [u8] = &mut out;
    while let [name, more @ ..] = rest {
        let mut bytes = name.as_bytes();
        place = put(place, bytes.len() as u8);
        while let [byte, after @ ..] = bytes {
            place = put(place, *byte);
            bytes = after;
        }
        rest = more;
    }
    out
}

const fn put(place: &mut [u8], byte: u8) -> &mut [u8] {
    match place {
        [first, rest @ ..] => {
            *first = byte;
            rest
        }
        [] => &mut [],
    }
}

/// The place of a name among others, in any case.
#[inline(never)]
pub(super) fn place(names: &[u8], name: &[u8]) -> Option<usize> {
    let (mut rest, mut at) = (names, 0);
    while let Some((length, after)) = rest.split_first() {
        let (own, more) = after.split_at_checked(usize::from(*length))?;
        if own.len() == name.len() && own.eq_ignore_ascii_case(name) {
            return Some(at);
        }
        rest = more;
        at += 1;
    }
    None
}

/// Declares names with a value each.
macro_rules! named {
    ($names:ident, $values:ident: $kind:ty; $(($name:literal, $value:expr)),* $(,)?) => {
        const $names: &[u8] = {
            const LIST: &[&str] = &[$($name),*];
            &$crate::policy::names::packed::<{ $crate::policy::names::length(LIST) }>(LIST)
        };
        const $values: &[$kind] = &[$($value),*];
    };
}
pub(super) use named;
