//! A picture in several sizes: `{url, width, height}` each.

use super::{Rules, note, placed, ways};
use crate::content::json::{Json, decimal};
use crate::policy::SafeUrl;
use crate::text::digits;

/// No browser lays out more pixels.
const MOST_PIXELS: f64 = 65_535.0;

/// A width or height; 0 where it is not known.
#[inline(never)]
pub(super) fn pixels(size: &Json, name: &str) -> u32 {
    let number = size.get(name).and_then(|number| decimal(ways::text(number)));
    number.filter(|number| (1.0..=MOST_PIXELS).contains(number)).unwrap_or_default() as u32
}

/// Whether a size has the shape of the largest, give or take a line of pixels.
fn is_like(size: &Json, largest: &Json) -> bool {
    let (height, highest) = (pixels(size, "height"), pixels(largest, "height"));
    let widest = u64::from(pixels(largest, "width"));
    let across = u64::from(pixels(size, "width")) * u64::from(highest);
    height == 0 || highest == 0 || across.abs_diff(u64::from(height) * widest) <= widest * 3 / 2
}

impl Rules<'_> {
    /// Adds to a picture what it is by its sizes: the largest, with those that are not cropped in another way. Where it is
    /// known with its own measures, those are others of it.
    #[inline(never)]
    pub(super) fn put_sizes(&self, picture: &mut Vec<(String, Json)>, sizes: &[Json], own: usize) {
        let known = Json::Object(std::mem::take(picture));
        let is_known = known.get("url").is_some();
        let is_measured = is_known && pixels(&known, "width") > 0;
        let mut largest = if is_measured { Some(&known) } else { None };
        let mut usable: Vec<&Json> = Vec::new();
        for (index, size) in sizes.iter().enumerate() {
            let url = size.get("url").map_or("", ways::text);
            if SafeUrl::resource(url, self.task.base).is_some() {
                let width = pixels(size, "width");
                if !is_measured && largest.is_none_or(|largest| pixels(largest, "width") < width) {
                    largest = Some(size);
                }
                usable.push(size);
            } else if !is_known {
                let path = [&self.steps.path(own), "[", &digits(index as u32), "].url"].concat();
                let path = placed(&path, &self.written());
                note(self.task.document, &path, "not an address that may be used");
            }
        }
        // Without an address there is no picture.
        let Some(largest) = largest.or(is_known.then_some(&known)) else { return };
        let mut srcset: Vec<Json> = Vec::new();
        for size in usable {
            let width = pixels(size, "width");
            let is_new = srcset.iter().all(|other| pixels(other, "width") != width);
            if width > 0 && is_new && is_like(size, largest) {
                let wider = |other: &Json| is_measured && pixels(other, "width") > width;
                let at = srcset.iter().position(wider).unwrap_or(srcset.len());
                srcset.insert(at, size.clone());
            }
        }
        // Of a repeated member the last counts: what is known of the picture stands after what its largest size is.
        for part in [largest, &known] {
            if let Json::Object(members) = part {
                picture.extend_from_slice(members);
            }
        }
        if is_measured || srcset.len() > 1 {
            picture.push(("srcset".to_owned(), Json::List(srcset)));
        }
    }
}
