//! How elements count for the guard, as the parsers of HTML treat them.

use crate::policy::names::{named, place};

/// How an element counts.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Kind {
    /// It has no end.
    Void,
    /// Its content is text up to its end tag.
    Raw,
    /// A mark: stays open past the end of its paragraph.
    Mark,
    /// Its end tag may be left out.
    Implied,
    /// A box: its end tag ends what is in it too.
    Box,
    /// A box whose end tag does not.
    Lone,
    /// No end tag reaches through it from inside.
    Wall,
    /// A cell or the caption of a table: as a wall, but for the end of the table.
    Cell,
    /// A row of a table, or several.
    Row,
    /// SVG or MathML.
    Foreign,
    /// HTML may stand in it where it stands in SVG or MathML.
    Point,
    /// Anything else.
    Other,
}

#[rustfmt::skip]
named! {
    NAMES, KINDS: Kind;

    ("a", Kind::Mark), ("address", Kind::Box), ("annotation-xml", Kind::Point), ("applet", Kind::Wall), ("area", Kind::Void), ("article", Kind::Box), ("aside", Kind::Box),
    ("b", Kind::Mark), ("base", Kind::Void), ("basefont", Kind::Void), ("bgsound", Kind::Void), ("big", Kind::Mark), ("blockquote", Kind::Box),
    ("body", Kind::Void), ("br", Kind::Void), ("button", Kind::Box), ("caption", Kind::Cell), ("center", Kind::Box), ("code", Kind::Mark), ("col", Kind::Void),
    ("colgroup", Kind::Void), ("dd", Kind::Implied), ("desc", Kind::Point), ("details", Kind::Box), ("dir", Kind::Box), ("div", Kind::Box), ("dl", Kind::Box), ("dt", Kind::Implied),
    ("em", Kind::Mark), ("embed", Kind::Void), ("fieldset", Kind::Box), ("figcaption", Kind::Box), ("figure", Kind::Box), ("font", Kind::Mark), ("footer", Kind::Box),
    ("foreignobject", Kind::Point), ("form", Kind::Lone), ("frame", Kind::Void), ("frameset", Kind::Void), ("h1", Kind::Box), ("h2", Kind::Box), ("h3", Kind::Box), ("h4", Kind::Box), ("h5", Kind::Box),
    ("h6", Kind::Box), ("head", Kind::Void), ("header", Kind::Box), ("hgroup", Kind::Box), ("hr", Kind::Void), ("html", Kind::Void), ("i", Kind::Mark), ("iframe", Kind::Raw), ("image", Kind::Void), ("img", Kind::Void),
    ("input", Kind::Void), ("keygen", Kind::Void), ("li", Kind::Implied), ("link", Kind::Void), ("listing", Kind::Box), ("main", Kind::Box), ("marquee", Kind::Wall),
    ("math", Kind::Foreign), ("menu", Kind::Box), ("meta", Kind::Void), ("mi", Kind::Point), ("mn", Kind::Point), ("mo", Kind::Point), ("ms", Kind::Point), ("mtext", Kind::Point), ("nav", Kind::Box), ("nobr", Kind::Mark), ("noembed", Kind::Raw), ("noframes", Kind::Raw), ("noscript", Kind::Lone),
    ("object", Kind::Wall), ("ol", Kind::Box), ("p", Kind::Implied), ("param", Kind::Void), ("plaintext", Kind::Box), ("pre", Kind::Box),
    ("s", Kind::Mark), ("script", Kind::Raw), ("search", Kind::Box), ("section", Kind::Box), ("select", Kind::Wall), ("small", Kind::Mark), ("source", Kind::Void), ("strike", Kind::Mark),
    ("strong", Kind::Mark), ("style", Kind::Raw), ("summary", Kind::Box), ("svg", Kind::Foreign), ("table", Kind::Wall), ("tbody", Kind::Row), ("td", Kind::Cell), ("template", Kind::Wall), ("textarea", Kind::Raw),
    ("tfoot", Kind::Row), ("th", Kind::Cell), ("thead", Kind::Row), ("title", Kind::Raw), ("tr", Kind::Row), ("track", Kind::Void), ("tt", Kind::Mark), ("u", Kind::Mark),
    ("ul", Kind::Box), ("wbr", Kind::Void), ("xmp", Kind::Raw),
}

/// The kind of an element by its name, in any case.
pub(super) fn kind(name: &[u8]) -> Kind {
    place(NAMES, name).and_then(|at| KINDS.get(at)).copied().unwrap_or(Kind::Other)
}
