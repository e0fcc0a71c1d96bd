//! Markup as text, natively.

use super::{Element, Markup};
use leptos::tachys::{
    html::attribute::any_attribute::AnyAttribute,
    hydration::Cursor,
    view::{Position, PositionState, Render, RenderHtml},
};

impl RenderHtml for Markup {
    type AsyncOutput = Self;
    type Owned = Self;
    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {
        match self {
            Markup::Text(_) => {}
            Markup::Element(element) => {
                element.children.iter_mut().for_each(RenderHtml::dry_resolve);
            }
            #[cfg(not(feature = "embed"))]
            Markup::View(view) => view.dry_resolve(),
        }
    }

    async fn resolve(self) -> Self {
        self
    }

    #[cfg_attr(feature = "embed", allow(unused_variables))]
    fn to_html_with_buf(
        self,
        buf: &mut String,
        position: &mut Position,
        escape: bool,
        mark_branches: bool,
        extra_attrs: Vec<AnyAttribute>,
    ) {
        match self {
            Markup::Text(text) => push_escaped(buf, &text, false),
            #[cfg(not(feature = "embed"))]
            Markup::View(view) => {
                return view.to_html_with_buf(buf, position, escape, mark_branches, extra_attrs);
            }
            Markup::Element(element) => element.write(buf, position, mark_branches),
        }
        *position = Position::NextChild;
    }

    /// Never called: the article is drawn anew, not hydrated. A browser extension or a translator that
    /// has touched the page would make a mismatch, and a mismatch is a panic. Draws instead.
    fn hydrate<const FROM_SERVER: bool>(self, _: &Cursor, _: &PositionState) -> Self::State {
        self.build()
    }

    fn into_owned(self) -> Self {
        self
    }
}

impl Element {
    fn write(mut self, buf: &mut String, position: &mut Position, mark_branches: bool) {
        buf.push('<');
        buf.push_str(self.tag);
        let mut style = String::new();
        for (name, value) in &self.attributes {
            if name.starts_with("--") {
                style.extend([name, ":", value, ";"]);
            } else {
                push_attribute(buf, name, value);
            }
        }
        if !style.is_empty() {
            push_attribute(buf, "style", &style);
        }
        buf.push('>');
        if is_void(self.tag) {
            return;
        }
        // The parser drops a line feed right after <pre>.
        if self.tag == "pre"
            && matches!(self.children.first(), Some(Markup::Text(text)) if text.starts_with('\n'))
        {
            buf.push('\n');
        }
        *position = Position::FirstChild;
        let live = self.live.take().map(|mut draw| draw());
        for child in self.children.into_iter().chain(live.into_iter().flatten()) {
            child.to_html_with_buf(buf, position, true, mark_branches, Vec::new());
        }
        buf.push_str("</");
        buf.push_str(self.tag);
        buf.push('>');
    }
}

fn is_void(tag: &str) -> bool {
    matches!(
        tag,
        "area"
            | "base"
            | "br"
            | "col"
            | "embed"
            | "hr"
            | "img"
            | "input"
            | "link"
            | "meta"
            | "source"
            | "track"
            | "wbr"
    )
}

fn push_attribute(buf: &mut String, name: &str, value: &str) {
    buf.push(' ');
    buf.push_str(name);
    if !value.is_empty() {
        buf.push_str("=\"");
        push_escaped(buf, value, true);
        buf.push('"');
    }
}

fn push_escaped(buf: &mut String, text: &str, attribute: bool) {
    for c in text.chars() {
        match c {
            '&' => buf.push_str("&amp;"),
            '<' => buf.push_str("&lt;"),
            '>' => buf.push_str("&gt;"),
            '"' if attribute => buf.push_str("&quot;"),
            c => buf.push(c),
        }
    }
}
