//! Members read into their place. At a hundred members, what a call leaves to copy is the larger part of the
//! code, so these write where the value will be.

use super::Node;
use crate::date::{Date, duration_seconds};
use crate::policy::SafeUrl;

impl Node<'_> {
    /// Seconds, as a number or as a duration of ISO 8601.
    #[inline(never)]
    pub fn seconds(&self) -> Option<f64> {
        if self.is_text()
            && let Some(seconds) = self.text().and_then(|text| duration_seconds(&text))
        {
            return Some(f64::from(seconds));
        }
        self.number()
    }

    /// [`Node::decoded`] of a member.
    #[inline(never)]
    pub fn put_decoded(&self, member: &str, place: &mut Option<String>) {
        *place = self.get(member).decoded();
    }

    /// [`Node::text`] of a member.
    #[inline(never)]
    pub fn put_text(&self, member: &str, place: &mut Option<String>) {
        *place = self.get(member).text();
    }

    /// [`Node::name`] of a member.
    #[inline(never)]
    pub fn put_name(&self, member: &str, place: &mut Option<String>) {
        *place = self.get(member).name();
    }

    /// [`Node::link`] of a member.
    #[inline(never)]
    pub fn put_link(&self, member: &str, place: &mut Option<SafeUrl>) {
        *place = self.get(member).link();
    }

    /// [`Node::resource`] of a member.
    #[inline(never)]
    pub fn put_resource(&self, member: &str, place: &mut Option<SafeUrl>) {
        *place = self.get(member).resource();
    }

    /// [`Node::date`] of a member.
    #[inline(never)]
    pub fn put_date(&self, member: &str, place: &mut Option<Date>) {
        *place = self.get(member).date();
    }

    /// [`Node::pixels`] of a member.
    #[inline(never)]
    pub fn put_pixels(&self, member: &str, place: &mut Option<u32>) {
        *place = self.get(member).pixels();
    }

    /// [`Node::count`] of a member.
    #[inline(never)]
    pub fn put_count(&self, member: &str, place: &mut Option<u32>) {
        *place = self.get(member).count();
    }

    /// [`Node::flag`] of a member; false where there is none.
    #[inline(never)]
    pub fn is_set(&self, member: &str) -> bool {
        self.get(member).flag().unwrap_or(false)
    }

    /// [`Node::decoded`] of a member that has to be there.
    #[inline(never)]
    pub fn need_decoded(&self, member: &str) -> Option<String> {
        let node = self.get(member);
        node.required(node.decoded())
    }

    /// [`Node::name`] of a member that has to be there.
    #[inline(never)]
    pub fn need_name(&self, member: &str) -> Option<String> {
        let node = self.get(member);
        node.required(node.name())
    }

    /// [`Node::link`] of a member that has to be there.
    #[inline(never)]
    pub fn need_link(&self, member: &str) -> Option<SafeUrl> {
        let node = self.get(member);
        node.required(node.link())
    }

    /// [`Node::resource`] of a member that has to be there.
    #[inline(never)]
    pub fn need_resource(&self, member: &str) -> Option<SafeUrl> {
        let node = self.get(member);
        node.required(node.resource())
    }
}
