//! Sharing: the targets as data, their links as a pure function. Knows no browser.
//!
//! ```
//! use standfirst::content::share::{Action, Device, Sharing, offers, wanted};
//!
//! let sharing = Sharing {
//!     url: "https://news.example/report?utm_source=feed".to_owned(),
//!     title: "Salt & light".to_owned(),
//!     ..Sharing::default()
//! };
//! let offers = offers(&sharing, &wanted("x copy"), &Device::default());
//! let link = "https://x.com/intent/tweet?text=Salt%20%26%20light&url=https%3A%2F%2Fnews.example%2Freport";
//! assert_eq!(offers[0].action, Action::Link(link.to_owned()));
//! assert_eq!(offers[1].action, Action::Copy);
//! ```

mod address;
mod link;
mod named;
mod passage;
mod targets;
mod text;
mod wanted;

pub use crate::content::model::Wanted;
pub use address::{canonical, server};
pub use named::{Named, surely};
pub use passage::{is_passage, passage_key, quotation, text_fragment};
pub use targets::{Count, DEFAULT, Limit, TARGETS, Target, Way};
pub use wanted::{read, wanted};

use crate::policy::SafeUrl;
use link::Places;

/// What is shared.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sharing {
    /// The address; foreign tracking parameters are taken out of it.
    pub url: String,
    /// The headline.
    pub title: String,
    /// A text between headline and address, where there is room.
    pub text: Option<String>,
    /// The publisher's Facebook app id.
    pub app_id: Option<String>,
    /// Parameters for the shared address, as in `utm_source={target}&utm_medium=share`.
    pub campaign: Option<String>,
}

/// What the reader has.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Device {
    /// A finger points, not a mouse: a telephone or tablet, where apps take addresses.
    pub touch: bool,
    /// It has a share sheet of its own. For the menu: no offer depends on it.
    pub sheet: bool,
    /// The reader's Mastodon server, once they have named it.
    pub server: Option<String>,
}

/// What a control of the menu does.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Follows a link.
    Link(String),
    /// Copies the address: [`Sharing::address`].
    Copy,
    /// Asks for the reader's server first, then offers anew.
    Server,
    /// Shows the address as a QR code: [`Sharing::address`].
    Code,
}

/// A control of the menu.
#[derive(Clone, Debug, PartialEq)]
pub struct Offer {
    /// The target's name, for events and campaigns.
    pub name: String,
    /// What it is called; empty where it is a word of the interface (`email`, `copy`, `qr`).
    pub title: String,
    /// The name of an icon. The publisher's own may not be in the catalogue.
    pub icon: String,
    /// What it does.
    pub action: Action,
}

/// The icon of the publisher's own targets that name none.
const OWN_ICON: &str = "share";

/// More bytes than this do not go into a QR code that telephones read from a screen (see [`crate::content::qr`]).
const LONGEST_CODE: usize = crate::content::qr::LONGEST;

impl Sharing {
    /// Whether there is an absolute web address to share.
    pub fn can_be_shared(&self) -> bool {
        SafeUrl::resource(&self.url, "").and_then(|url| url.host()).is_some()
    }

    /// One place of the page: its address with another fragment.
    pub fn at(&self, fragment: &str) -> Sharing {
        let page = self.url.split('#').next().unwrap_or_default();
        Sharing { url: [page, "#", fragment].concat(), ..self.clone() }
    }

    /// The address that a target gets: without foreign parameters, with the campaign's. Empty where the one given
    /// may not be used.
    pub fn address(&self, target: &str) -> String {
        let campaign = self.campaign.as_deref().unwrap_or_default();
        let url =
            SafeUrl::resource(&self.url, "").map_or(String::new(), |url| canonical(url.as_str()));
        address::with_campaign(&url, campaign, target)
    }
}

/// The wanted targets that can work here, in their order, each once. Where none are wanted, the default ones.
/// None at all without an absolute web address to share.
#[inline(never)]
pub fn offers(sharing: &Sharing, wanted: &[Wanted], device: &Device) -> Vec<Offer> {
    let mut offers: Vec<Offer> = Vec::new();
    if !sharing.can_be_shared() {
        return offers;
    }
    let sharing = Sharing {
        title: text::one_line(&sharing.title),
        text: sharing.text.as_deref().map(text::one_line),
        ..sharing.clone()
    };
    let defaults: Vec<Wanted>;
    let mut wanted = wanted;
    if wanted.is_empty() {
        defaults = TARGETS.iter().take(DEFAULT).map(|target| Wanted::named(target.name)).collect();
        wanted = &defaults;
    }
    for one in wanted {
        let target = Target::named(&one.name);
        let name = target.map_or(one.name.as_str(), |target| target.name);
        if !offers.iter().any(|offer| offer.name == name)
            && let Some(action) = action(&sharing, one, target, name, device)
        {
            let title = target.map_or(name, |target| target.title);
            let icon = target.map_or(OWN_ICON, |target| target.icon);
            offers.push(Offer {
                name: name.to_owned(),
                title: one.title.as_deref().unwrap_or(title).to_owned(),
                icon: one.icon.as_deref().unwrap_or(icon).to_owned(),
                action,
            });
        }
    }
    offers
}

/// What a target does here; `None` where it can do nothing.
#[inline(never)]
fn action(
    sharing: &Sharing,
    wanted: &Wanted,
    target: Option<&Target>,
    name: &str,
    device: &Device,
) -> Option<Action> {
    let url = sharing.address(name);
    let server = device.server.as_deref().and_then(server).unwrap_or_default();
    let places = Places {
        url: &url,
        title: &sharing.title,
        text: sharing.text.as_deref().unwrap_or_default(),
        app: sharing.app_id.as_deref().unwrap_or_default().trim_ascii(),
        server: &server,
    };
    let mut limit = target.map_or(targets::ANY, |target| target.limit);
    if let Some(most) = wanted.limit.filter(|most| *most > 0) {
        // A publisher counts characters, not bytes. The bytes of a link are bounded besides.
        let of = if limit.of == Count::Bytes { Count::Whole } else { limit.of };
        limit = Limit { most, of };
    }
    let asks = |template: &str| server.is_empty() && link::has(template, "{server}");
    if let Some(template) = &wanted.template {
        if asks(template) {
            return Some(Action::Server);
        }
        return link::link(template, limit, places).and_then(|l| link::safe(&l)).map(Action::Link);
    }
    for way in target?.ways {
        let template = match way {
            Way::Copy => return Some(Action::Copy),
            Way::Code if url.len() <= LONGEST_CODE => return Some(Action::Code),
            Way::Link(template) => template,
            Way::Touch(template) if device.touch => template,
            _ => continue,
        };
        if asks(template) {
            return Some(Action::Server);
        }
        if let Some(link) = link::link(template, limit, places) {
            return Some(Action::Link(link));
        }
    }
    None
}
