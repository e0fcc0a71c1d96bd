//! Values that are HTML.

use super::Node;
use crate::content::html;
use crate::content::model::{Block, Text};

impl<'a> Node<'a> {
    /// The address that relative ones are resolved against.
    pub fn base(&self) -> &'a str {
        &self.document.base
    }

    /// The blocks of a text in HTML.
    #[inline(never)]
    pub fn html_blocks(&self) -> Vec<Block> {
        self.verbatim().map(|html| html::blocks(&html, self.base())).unwrap_or_default()
    }

    /// A line of HTML with its marks and links.
    #[inline(never)]
    pub fn html_text(&self) -> Option<Text> {
        let text = self.verbatim().map(|html| html::text(&html, self.base()));
        text.filter(|text| !text.is_empty())
    }

    /// A line of HTML as plain text: a title, a standfirst, a caption.
    #[inline(never)]
    pub fn html_line(&self) -> Option<String> {
        self.verbatim().map(|html| html::line(&html)).filter(|line| !line.is_empty())
    }
}
