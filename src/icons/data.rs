//! The shapes, from Tabler Icons 3.51 (MIT, copyright 2020-2026 Paweł Kuna), joined into one path each; the quotation mark,
//! star, triangles, bulb and padlock are drawn for this project.

use super::IconData;

macro_rules! icons {
    ($($(#[$doc:meta])* $constant:ident $name:literal $filled:literal $flips:literal $d:literal;)*) => {
        $($(#[$doc])* pub const $constant: IconData = IconData { name: $name, d: $d, filled: $filled, flips: $flips };)*
        /// Every icon, in alphabetical order.
        pub const ALL: &[&IconData] = &[$(&$constant),*];
    };
}

icons! {
    /// An exclamation mark in a circle.
    BREAKING "breaking" false false "M3 12a9 9 0 1 0 18 0a9 9 0 0 0 -18 0M12 8v4M12 16h.01";
    /// An X.
    CLOSE "close" false false "M18 6l-12 12M6 6l12 12";
    /// A pencil.
    EDIT "edit" false false "M4 20h4l10.5 -10.5a2.828 2.828 0 1 0 -4 -4l-10.5 10.5v4M13.5 6.5l4 4";
    /// Two arrows that point to opposite corners.
    ENLARGE "enlarge" false false "M16 4h4v4M14 10l6 -6M8 20h-4v-4M4 20l6 -6";
    /// An arrow that leaves a square.
    EXTERNAL "external" false true "M12 6h-6a2 2 0 0 0 -2 2v10a2 2 0 0 0 2 2h10a2 2 0 0 0 2 -2v-6M11 13l9 -9M15 4h5v5";
    /// An i in a circle.
    INFORMATION "information" false false "M3 12a9 9 0 1 0 18 0a9 9 0 0 0 -18 0M12 9h.01M11 12h1v4h1";
    /// A point that sends out waves.
    LIVE "live" false false "M12 12v.01M14.828 9.172a4 4 0 0 1 0 5.656M17.657 6.343a8 8 0 0 1 0 11.314M9.168 14.828a4 4 0 0 1 0 -5.656M6.337 17.657a8 8 0 0 1 0 -11.314";
    /// A padlock.
    LOCK "lock" false false "M6 11h12v9H6zM8 11V8a4 4 0 0 1 8 0v3";
    /// An arrow head that points on.
    NEXT "next" false true "M9 6l6 6l-6 6";
    /// A triangle that points on.
    PLAY "play" true false "M7 4v16l13-8z";
    /// An arrow head that points back.
    PREVIOUS "previous" false true "M15 6l-6 6l6 6";
    /// An opening quotation mark.
    QUOTE_OPEN "quote-open" true true "M10 5c-4.2 1-6.5 4-6.5 8.5V19h7v-7H7c.1-2.2 1.2-3.6 3.6-4.4zM20.5 5c-4.2 1-6.5 4-6.5 8.5V19h7v-7h-3.5c.1-2.2 1.2-3.6 3.6-4.4z";
    /// A star with five points.
    RATING "rating" true false "M12 2.6L14.6 9L21.5 9.5L16.2 14L17.9 20.7L12 17L6.1 20.7L7.8 14L2.5 9.5L9.4 9z";
    /// Two arrows that turn in a circle.
    RETRY "retry" false false "M20 11a8.1 8.1 0 0 0 -15.5 -2m-.5 -4v4h4M4 13a8.1 8.1 0 0 0 15.5 2m.5 4v-4h-4";
    /// A light bulb.
    TIP "tip" false false "M9 16a5.5 5.5 0 1 1 6 0v2.5H9zM9.5 21.5h5";
    /// An exclamation mark in a triangle.
    WARNING "warning" false false "M12 4l9 16H3zM12 10v4M12 17h.01";
}
