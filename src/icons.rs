//! Icons: shapes as data, drawn by one function. Decorative unless a label is given.

pub mod data;

use crate::draw;
use crate::markup::Nodes;

/// One icon: a path on a square of 24 units.
#[derive(Debug, PartialEq, Eq)]
pub struct IconData {
    /// The name, in kebab case.
    pub name: &'static str,
    /// The path.
    pub d: &'static str,
    /// Filled, instead of drawn with a line of 2 units.
    pub filled: bool,
    /// Mirrored where text runs from right to left.
    pub flips: bool,
}

/// Draws an icon. Without a label it is decoration and hidden from assistive technology; with one it is
/// an image of that name.
pub fn icon(out: &mut Nodes, icon: &IconData, label: Option<String>) {
    draw!(out;
        svg class=(if icon.flips { "sf-icon sf-flips" } else { "sf-icon" })
            viewBox="0 0 24 24" width="1em" height="1em" focusable="false"
            data-icon=(icon.name)
            fill=(if icon.filled { "currentColor" } else { "none" })
            stroke=((!icon.filled).then_some("currentColor"))
            role=(label.is_some().then_some("img"))
            aria-hidden=(label.is_none().then_some("true"))
            aria-label=label {
            path d=(icon.d);
        }
    );
}
