//! Plural rules of CLDR for the languages of the catalogues, for whole numbers.

/// The classes of CLDR.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// Arabic 0.
    Zero,
    /// One thing.
    One,
    /// Two things.
    Two,
    /// A few.
    Few,
    /// Many.
    Many,
    /// All else.
    Other,
}

/// The forms of one message. A form that a language does not have is `None` and falls to `other`.
#[derive(Debug)]
pub struct Plural {
    /// Class zero.
    pub zero: Option<&'static str>,
    /// Class one.
    pub one: Option<&'static str>,
    /// Class two.
    pub two: Option<&'static str>,
    /// Class few.
    pub few: Option<&'static str>,
    /// Class many.
    pub many: Option<&'static str>,
    /// Class other: always there.
    pub other: &'static str,
}

impl Plural {
    /// A message that does not change with the number.
    pub const fn always(other: &'static str) -> Self {
        Plural { zero: None, one: None, two: None, few: None, many: None, other }
    }

    /// A message of a language with two forms.
    pub const fn two_forms(one: &'static str, other: &'static str) -> Self {
        Plural { one: Some(one), ..Plural::always(other) }
    }

    /// The form of a class.
    pub fn form(&self, class: Class) -> &'static str {
        match class {
            Class::Zero => self.zero,
            Class::One => self.one,
            Class::Two => self.two,
            Class::Few => self.few,
            Class::Many => self.many,
            Class::Other => None,
        }
        .unwrap_or(self.other)
    }
}

/// English and German: one thing, other numbers.
pub(super) fn one_or_other(n: u32) -> Class {
    if n == 1 { Class::One } else { Class::Other }
}

/// Arabic: all six.
pub(super) fn arabic(n: u32) -> Class {
    match (n, n % 100) {
        (0, _) => Class::Zero,
        (1, _) => Class::One,
        (2, _) => Class::Two,
        (_, 3..=10) => Class::Few,
        (_, 11..=99) => Class::Many,
        _ => Class::Other,
    }
}
