//! The targets that are named, before they are read: whether there is a share button hangs on no more.

use super::{Sharing, wanted};
use crate::content::formats::Reading;
use crate::content::json::Json;
use crate::content::model::Wanted;
use std::sync::Arc;

/// Which targets are wanted.
#[derive(Clone, Debug)]
pub enum Named {
    /// The usual ones.
    Usual,
    /// Those of an attribute.
    Text(String),
    /// Those of an article that names some.
    Article(Arc<Reading>),
}

/// The names of targets that need nothing but an address that is short.
const SURE: &str = "facebook fb x twitter linkedin whatsapp email mail e-mail mailto copy link copy-link bluesky bsky \
    mastodon fediverse threads telegram reddit qr qr-code qrcode";

/// An address so long fits into the link of every known target, encoded and with a campaign, and into a QR code.
const SHORT: usize = 200;

impl Named {
    /// The targets themselves.
    pub fn read(&self) -> Vec<Wanted> {
        match self {
            Named::Usual => Vec::new(),
            Named::Text(text) => wanted(text),
            Named::Article(reading) => reading.unread.read_targets().0,
        }
    }

    fn is_sure(&self) -> bool {
        let sure = |name: &str| {
            !name.is_empty() && SURE.split(' ').any(|it| it.eq_ignore_ascii_case(name))
        };
        let json = match self {
            Named::Usual => return true,
            Named::Text(text) => return text.split([' ', ',', '\n', '\t', '\r']).any(sure),
            Named::Article(reading) => reading.unread.targets(),
        };
        match json {
            Some(Json::List(items)) => {
                items.iter().any(|it| matches!(it, Json::Text(name) if sure(name)))
            }
            Some(Json::Text(name)) => sure(name),
            _ => false,
        }
    }
}

/// Whether it is certain, before anything is offered, that something can be: a target that needs nothing but an address,
/// for an address that is short. Whoever is told no may ask for the [`super::offers`].
pub fn surely(sharing: &Sharing, named: &Named) -> bool {
    let length = sharing.url.len() + sharing.campaign.as_ref().map_or(0, String::len);
    // The address can be copied, however long it is, and that is among the usual ones.
    (length <= SHORT || matches!(named, Named::Usual)) && named.is_sure() && sharing.can_be_shared()
}
