//! A picture in several sizes: `{url, width, height}` each.

use super::{Rules, note, placed};
use crate::content::json::Json;
use crate::content::read::Document;
use crate::text::digits;

/// Width and height; 0 where one is not known.
type Measures = (u32, u32);

#[inline(never)]
fn measures(json: &Json, document: &Document) -> Measures {
    let node = document.root(json);
    let pixels = |name| node.get(name).pixels().unwrap_or_default();
    (pixels("width"), pixels("height"))
}

/// Whether a size has the shape of the largest, give or take a line of pixels.
fn is_like((width, height): Measures, (widest, highest): Measures) -> bool {
    let across = u64::from(width) * u64::from(highest);
    let across = across.abs_diff(u64::from(height) * u64::from(widest));
    height == 0 || highest == 0 || across <= u64::from(widest) * 3 / 2
}

impl Rules<'_> {
    /// Adds to a picture what it is by its sizes: the largest, with those that are not cropped in another way. Where it is
    /// known with its own measures, those are others of it.
    #[inline(never)]
    pub(super) fn put_sizes(&self, picture: &mut Vec<(String, Json)>, list: Vec<Json>, own: usize) {
        let document = Document::new(self.task.base);
        let known = Json::Object(std::mem::take(picture));
        let own_measures = measures(&known, &document);
        let is_known = known.get("url").is_some();
        let is_measured = is_known && own_measures.0 > 0;
        let mut largest = (own_measures, None);
        let mut sizes: Vec<(Measures, Json)> = Vec::new();
        for (index, size) in list.into_iter().enumerate() {
            if document.root(&size).get("url").resource().is_some() {
                sizes.push((measures(&size, &document), size));
            } else if !is_known {
                let path = [&self.steps.path(own), "[", &digits(index as u32), "].url"].concat();
                note(self.task.document, &placed(&path, &self.written()), "not an address that may be used");
            }
        }
        for (measures, size) in &sizes {
            if !is_measured && (largest.1.is_none() || measures.0 > largest.0.0) {
                largest = (*measures, Some(size));
            }
        }
        let mut widths: Vec<&(Measures, Json)> = Vec::new();
        for size in &sizes {
            let (width, _) = size.0;
            if width > 0
                && is_like(size.0, largest.0)
                && widths.iter().all(|other| other.0.0 != width)
            {
                let wider = |other: &&(Measures, Json)| is_measured && other.0.0 > width;
                widths.insert(widths.iter().position(wider).unwrap_or(widths.len()), size);
            }
        }
        if let Some(Json::Object(members)) = largest.1 {
            let more = members.iter().filter(|(name, _)| known.get(name).is_none());
            picture.extend(more.cloned());
        }
        if is_measured || widths.len() > 1 {
            let sizes = widths.into_iter().map(|(_, size)| size.clone()).collect();
            picture.push(("srcset".to_owned(), Json::List(sizes)));
        }
        if let Json::Object(members) = known {
            picture.extend(members);
        }
    }
}
