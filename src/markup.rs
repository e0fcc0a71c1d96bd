//! Markup as data: one tree that Leptos shows as a view, built by DOM calls in the browser and written as
//! text natively.
//!
//! A block is a function from data to markup. As `view!`, 26 kinds of block cost 25 to 29 kB (brotli), as
//! this tree 3; one further block is about 95 bytes instead of 1,000. No HTML string reaches the page, so
//! the tree works where Trusted Types are required.
//!
//! Interactive parts cost code once, not once a part: an element may have listeners, a [`Handle`] by which
//! a program reaches it later, and children that follow signals ([`Element::live`]). Whole Leptos views
//! stand in the tree as [`Markup::View`].
//!
//! Building follows the nesting of the tree. Where a tree is made of data from outside, its reader bounds
//! the nesting (see `content::formats`).

mod heard;
mod piece;
mod show;
mod write;

pub use heard::{Handle, Heard, effect};
pub use piece::Piece;
pub use show::{MarkupState, ahead};

use crate::text::digits;
#[cfg(not(feature = "embed"))]
use leptos::prelude::AnyView;
use std::borrow::Cow;

/// Text that may be a literal.
pub type Str = Cow<'static, str>;

/// Markup side by side.
pub type Nodes = Vec<Markup>;

/// A piece of the page.
pub enum Markup {
    /// Text.
    Text(Str),
    /// An element.
    Element(Element),
    /// A Leptos view, mounted where it stands. The elements' program has none.
    #[cfg(not(feature = "embed"))]
    View(AnyView),
}

/// What is called when something happens to an element.
pub type Listener = Box<dyn FnMut(Heard) + Send>;

/// What draws children anew whenever a signal that it reads has changed.
pub type Live = Box<dyn FnMut() -> Nodes + Send>;

/// An element: tag, attributes, children. Attributes whose name begins with `--` are custom properties,
/// set through the style object: `style="…"` is blocked under a strict Content-Security-Policy.
#[derive(Default)]
pub struct Element {
    tag: &'static str,
    attributes: Vec<(&'static str, Str)>,
    children: Nodes,
    listeners: Vec<(&'static str, Listener)>,
    live: Option<Live>,
    handle: Option<Handle>,
}

impl Element {
    /// Opens an element at the end of `into`: its tag, and after zero characters literal attributes, as in
    /// `"img\0alt=\0loading=lazy"`.
    #[inline(never)]
    pub fn open<'a>(into: &'a mut Nodes, literal: &'static str) -> &'a mut Element {
        let at = into.len();
        let mut parts = literal.split('\0');
        let tag = parts.next().unwrap_or_default();
        let mut element = Element { tag, ..Element::default() };
        for (name, value) in parts.filter_map(|part| part.split_once('=')) {
            element.put(name, value);
        }
        into.push(Markup::Element(element));
        match into.get_mut(at) {
            Some(Markup::Element(element)) => element,
            // What was pushed a line ago is there; this keeps a panic out of the build.
            _ => Box::leak(Box::default()),
        }
    }

    /// Sets an attribute to a literal.
    #[inline(never)]
    pub fn put(&mut self, name: &'static str, value: &'static str) {
        self.attributes.push((name, Cow::Borrowed(value)));
    }

    /// Sets an attribute.
    #[inline(never)]
    pub fn put_owned(&mut self, name: &'static str, value: String) {
        self.attributes.push((name, Cow::Owned(value)));
    }

    /// What stands in the element.
    pub fn children(&mut self) -> &mut Nodes {
        &mut self.children
    }

    /// Listens to an event of the element, for as long as it is shown.
    #[inline(never)]
    pub fn on(&mut self, event: &'static str, heard: Listener) {
        self.listeners.push((event, heard));
    }

    /// After the other children, draws those that `draw` gives, and draws them anew whenever a signal that
    /// it reads has changed. What changes often and keeps its focus does not stand in there.
    #[inline(never)]
    pub fn live(&mut self, draw: Live) {
        self.live = Some(draw);
    }

    /// Lets a program reach the element while it is shown.
    pub fn reach(&mut self, handle: Handle) {
        self.handle = Some(handle);
    }
}

/// What may be the value of an attribute. `None` and `false` leave the attribute out.
pub trait Value {
    /// Sets the attribute.
    fn put(self, name: &'static str, on: &mut Element);
}

impl Value for &'static str {
    #[inline(never)]
    fn put(self, name: &'static str, on: &mut Element) {
        on.put(name, self);
    }
}

impl Value for String {
    #[inline(never)]
    fn put(self, name: &'static str, on: &mut Element) {
        on.put_owned(name, self);
    }
}

impl Value for &String {
    #[inline(never)]
    fn put(self, name: &'static str, on: &mut Element) {
        on.put_owned(name, self.clone());
    }
}

impl Value for bool {
    #[inline(never)]
    fn put(self, name: &'static str, on: &mut Element) {
        if self {
            on.put(name, "");
        }
    }
}

impl Value for u32 {
    #[inline(never)]
    fn put(self, name: &'static str, on: &mut Element) {
        on.put_owned(name, digits(self));
    }
}

impl<T: Value> Value for Option<T> {
    fn put(self, name: &'static str, on: &mut Element) {
        if let Some(value) = self {
            value.put(name, on);
        }
    }
}

/// What may stand in an element.
pub trait Draw {
    /// Puts it at the end of `into`.
    fn draw(self, into: &mut Nodes);
}

impl Draw for &'static str {
    #[inline(never)]
    fn draw(self, into: &mut Nodes) {
        into.push(Markup::Text(Cow::Borrowed(self)));
    }
}

impl Draw for String {
    #[inline(never)]
    fn draw(self, into: &mut Nodes) {
        into.push(Markup::Text(Cow::Owned(self)));
    }
}

impl Draw for &String {
    #[inline(never)]
    fn draw(self, into: &mut Nodes) {
        self.clone().draw(into);
    }
}

#[cfg(not(feature = "embed"))]
impl Draw for AnyView {
    #[inline(never)]
    fn draw(self, into: &mut Nodes) {
        into.push(Markup::View(self));
    }
}

impl Draw for Markup {
    fn draw(self, into: &mut Nodes) {
        into.push(self);
    }
}

impl Draw for Nodes {
    fn draw(mut self, into: &mut Nodes) {
        into.append(&mut self);
    }
}

impl<T: Draw> Draw for Option<T> {
    fn draw(self, into: &mut Nodes) {
        if let Some(value) = self {
            value.draw(into);
        }
    }
}

/// Markup that reads like HTML: `draw!(out; figure class="sf-figure" { img src=(url) alt=alt; (caption) })`.
///
/// A tag, attributes as `name=value` (an expression in parentheses, or one token; none or false leaves it
/// out), `["--property"]=value` or `@event=(listener)`, then `{…}` with children or `;` for none. Children are elements,
/// literals, `(expressions)` of what can be drawn, `for … in (…) {…}`, `if (…) {…}`, `if let … = (…) {…}`,
/// and `do (…)`, which hands the list of nodes to a function: `do (|out| blocks(out))`.
#[macro_export]
macro_rules! draw {
    ($o:expr;) => {{}};
    ($o:expr; for $p:pat in $e:tt { $($b:tt)* } $($r:tt)*) => {{ for $p in $e { $crate::draw!($o; $($b)*); } $crate::draw!($o; $($r)*); }};
    ($o:expr; if let $p:pat = $e:tt { $($b:tt)* } else { $($c:tt)* } $($r:tt)*) => {{ if let $p = $e { $crate::draw!($o; $($b)*); } else { $crate::draw!($o; $($c)*); } $crate::draw!($o; $($r)*); }};
    ($o:expr; if let $p:pat = $e:tt { $($b:tt)* } $($r:tt)*) => {{ if let $p = $e { $crate::draw!($o; $($b)*); } $crate::draw!($o; $($r)*); }};
    ($o:expr; if $e:tt { $($b:tt)* } else { $($c:tt)* } $($r:tt)*) => {{ if $e { $crate::draw!($o; $($b)*); } else { $crate::draw!($o; $($c)*); } $crate::draw!($o; $($r)*); }};
    ($o:expr; if $e:tt { $($b:tt)* } $($r:tt)*) => {{ if $e { $crate::draw!($o; $($b)*); } $crate::draw!($o; $($r)*); }};
    ($o:expr; do ($f:expr) $($r:tt)*) => {{ #[allow(clippy::redundant_closure_call)] ($f)(&mut *$o); $crate::draw!($o; $($r)*); }};
    ($o:expr; $t:literal $($r:tt)*) => {{ $crate::markup::Draw::draw($t, $o); $crate::draw!($o; $($r)*); }};
    ($o:expr; ($e:expr) $($r:tt)*) => {{ $crate::markup::Draw::draw($e, $o); $crate::draw!($o; $($r)*); }};
    // What is literal of an element is one string, taken apart where it is built: one call instead of one an attribute.
    (@open $o:expr, [$($l:expr),*]; $n:ident $(- $m:ident)* = $v:literal $($r:tt)*) => { $crate::draw!(@open $o, [$($l,)* "\0", stringify!($n) $(, "-", stringify!($m))*, "=", $v]; $($r)*) };
    (@open $o:expr, [$($l:expr),*]; $($r:tt)*) => {{ let _element = $crate::markup::Element::open($o, concat!($($l),*)); $crate::draw!(@attrs $o, _element; $($r)*); }};
    (@attrs $o:expr, $el:ident; @ $n:ident = ($v:expr) $($r:tt)*) => {{ $el.on(stringify!($n), Box::new($v)); $crate::draw!(@attrs $o, $el; $($r)*); }};
    (@attrs $o:expr, $el:ident; [$n:literal] = $v:tt $($r:tt)*) => {{ $crate::markup::Value::put($v, $n, $el); $crate::draw!(@attrs $o, $el; $($r)*); }};
    (@attrs $o:expr, $el:ident; $n:ident $(- $m:ident)* = $v:literal $($r:tt)*) => {{ $el.put(concat!(stringify!($n) $(, "-", stringify!($m))*), $v); $crate::draw!(@attrs $o, $el; $($r)*); }};
    (@attrs $o:expr, $el:ident; $n:ident $(- $m:ident)* = $v:tt $($r:tt)*) => {{ $crate::markup::Value::put($v, concat!(stringify!($n) $(, "-", stringify!($m))*), $el); $crate::draw!(@attrs $o, $el; $($r)*); }};
    (@attrs $o:expr, $el:ident; { $($b:tt)* } $($r:tt)*) => {{ { #[allow(unused_variables)] let children = $el.children(); $crate::draw!(children; $($b)*); } $crate::draw!($o; $($r)*); }};
    (@attrs $o:expr, $el:ident; ; $($r:tt)*) => {{ $crate::draw!($o; $($r)*); }};
    ($o:expr; $t:ident $($r:tt)*) => { $crate::draw!(@open $o, [stringify!($t)]; $($r)*) };
}
