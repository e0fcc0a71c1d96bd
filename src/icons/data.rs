//! The shapes, from Tabler Icons 3.51 (MIT, copyright 2020-2026 Paweł Kuna), joined into one path each.

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
    LOCK "lock" false false "M5 13a2 2 0 0 1 2 -2h10a2 2 0 0 1 2 2v6a2 2 0 0 1 -2 2h-10a2 2 0 0 1 -2 -2v-6M11 16a1 1 0 1 0 2 0a1 1 0 0 0 -2 0M8 11v-4a4 4 0 1 1 8 0v4";
    /// An arrow head that points on.
    NEXT "next" false true "M9 6l6 6l-6 6";
    /// A triangle that points on.
    PLAY "play" true false "M6 4v16a1 1 0 0 0 1.524 .852l13 -8a1 1 0 0 0 0 -1.704l-13 -8a1 1 0 0 0 -1.524 .852z";
    /// An arrow head that points back.
    PREVIOUS "previous" false true "M15 6l-6 6l6 6";
    /// An opening quotation mark.
    QUOTE_OPEN "quote-open" true true "M15 19a2 2 0 0 1 -2 -2v-6c0 -3.13 1.65 -5.193 4.757 -5.97a1 1 0 1 1 .486 1.94c-2.227 .557 -3.243 1.827 -3.243 4.03v1h3a2 2 0 0 1 1.995 1.85l.005 .15v3a2 2 0 0 1 -2 2zM6 19a2 2 0 0 1 -2 -2v-6c0 -3.13 1.65 -5.193 4.757 -5.97a1 1 0 1 1 .486 1.94c-2.227 .557 -3.243 1.827 -3.243 4.03v1h3a2 2 0 0 1 1.995 1.85l.005 .15v3a2 2 0 0 1 -2 2z";
    /// A star with five points.
    RATING "rating" true false "M8.243 7.34l-6.38 .925l-.113 .023a1 1 0 0 0 -.44 1.684l4.622 4.499l-1.09 6.355l-.013 .11a1 1 0 0 0 1.464 .944l5.706 -3l5.693 3l.1 .046a1 1 0 0 0 1.352 -1.1l-1.091 -6.355l4.624 -4.5l.078 -.085a1 1 0 0 0 -.633 -1.62l-6.38 -.926l-2.852 -5.78a1 1 0 0 0 -1.794 0l-2.853 5.78z";
    /// Two arrows that turn in a circle.
    RETRY "retry" false false "M20 11a8.1 8.1 0 0 0 -15.5 -2m-.5 -4v4h4M4 13a8.1 8.1 0 0 0 15.5 2m.5 4v-4h-4";
    /// A light bulb.
    TIP "tip" false false "M3 12h1m8 -9v1m8 8h1m-15.4 -6.4l.7 .7m12.1 -.7l-.7 .7M9 16a5 5 0 1 1 6 0a3.5 3.5 0 0 0 -1 3a2 2 0 0 1 -4 0a3.5 3.5 0 0 0 -1 -3M9.7 17h4.6";
    /// An exclamation mark in a triangle.
    WARNING "warning" false false "M12 9v4M10.363 3.591l-8.106 13.534a1.914 1.914 0 0 0 1.636 2.871h16.214a1.914 1.914 0 0 0 1.636 -2.87l-8.106 -13.536a1.914 1.914 0 0 0 -3.274 0M12 16h.01";
}
