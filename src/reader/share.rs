//! Sharing, wired to the browser: what the device can, what is shared of an article, the menu alone.

use super::{Hearer, Setting, Source};
use crate::components::{Later, Means, Outcome, Share, share_said};
use crate::config::Theme;
use crate::content::formats::Reading;
#[cfg(feature = "csr")]
use crate::content::share::is_passage;
use crate::content::share::{Device, Named, Sharing};
use crate::i18n::Locale;
use crate::markup::{Element, Handle, Markup, Nodes, effect};
use leptos::prelude::*;
use std::sync::Arc;

#[cfg(feature = "csr")]
use crate::browser::{clipboard, fragment, later, page, selection, sheet, storage};
#[cfg(feature = "csr")]
use crate::components::{PassageBar, show_passage};
#[cfg(feature = "csr")]
use selection::Passage;
#[cfg(feature = "csr")]
use std::any::Any;
#[cfg(feature = "csr")]
use std::cell::RefCell;

/// What may be shared where: the target's name and the address.
pub type Asked = (String, String);

/// What became of it: the target's name, and `opened`, `copied`, `shared`, `cancelled` or `refused`.
pub type Told = (String, &'static str);

/// Who hears of a share.
#[derive(Clone, Copy, Default)]
#[cfg_attr(not(feature = "csr"), allow(dead_code))]
pub struct Hearers {
    /// Before it: false stops it.
    pub before: Option<Hearer<Asked, bool>>,
    /// After it.
    pub after: Option<Hearer<Told>>,
}

/// The reader's own server of Mastodon is kept under this name.
#[cfg(feature = "csr")]
const SERVER: &str = "standfirst-server";

/// How the rest of the program is had, and where it is said that it could not be.
pub(super) fn later(said: RwSignal<u32>) -> Later {
    #[cfg(feature = "csr")]
    {
        let here = RwSignal::new(later::is_here().into());
        later::tells(Box::new(move || {
            here.try_set(1);
        }));
        Later { here, said, fetch: later::then, ahead: later::ahead }
    }
    #[cfg(not(feature = "csr"))]
    Later { said, ..Later::whole() }
}

/// What the browser can do for sharing. It belongs to the rest of the program.
#[cfg(feature = "csr")]
#[inline(never)]
fn means(hearers: Hearers) -> Means {
    Means {
        device: Device {
            touch: page::is_touch(),
            sheet: sheet::is_there(),
            server: storage::get(SERVER),
        },
        copy: clipboard::write,
        sheet: |sharing, then| {
            let text = sharing.text.as_deref().unwrap_or_default();
            let url = sharing.address("device");
            sheet::share(&[("title", &sharing.title), ("text", text), ("url", &url)], then);
        },
        open: page::open,
        remember: |server| storage::set(SERVER, server),
        before: Arc::new(move |target, url| {
            let asked = (target.to_owned(), url.to_owned());
            hearers.before.is_none_or(|before| before.run(asked))
        }),
        after: Arc::new(move |target, outcome: Outcome| {
            if let Some(after) = hearers.after {
                after.run((target.to_owned(), outcome));
            }
        }),
    }
}

#[cfg(not(feature = "csr"))]
fn means(_: Hearers) -> Means {
    Means {
        device: Device::default(),
        copy: |_, then| then(false),
        sheet: |_, then| then("refused"),
        open: |_| {},
        remember: |_| {},
        before: Arc::new(|_, _| true),
        after: Arc::new(|_, _: Outcome| {}),
    }
}

/// The menu of an article. `targets` are the page's: the article's own, and the usual ones, where it names none. None
/// where the page wants no menu, or where there is no address to share.
pub(super) fn of_article(
    reading: &Arc<Reading>,
    targets: Option<String>,
    locale: &Locale,
    hearers: Hearers,
    later: Later,
) -> Option<Share> {
    let named = match targets.as_deref().map(str::trim_ascii).filter(|text| !text.is_empty()) {
        Some("none") => return None,
        Some(named) => Named::Text(named.to_owned()),
        None if reading.unread.targets().is_some() => Named::Article(Arc::clone(reading)),
        None => Named::Usual,
    };
    let article = &reading.article;
    let own = article.share.as_ref();
    let url = own.and_then(|own| own.url.as_ref()).or(article.url.as_ref());
    let url = url.map_or_else(address, |url| url.to_owned_string());
    let title = own.and_then(|own| own.title.as_ref()).unwrap_or(&article.headline);
    let text = own.and_then(|own| own.text.as_ref()).or(article.description.as_ref());
    let sharing = Sharing {
        url,
        title: title.clone(),
        text: text.cloned(),
        app_id: own.and_then(|own| own.app_id.clone()),
        campaign: own.and_then(|own| own.campaign.clone()),
    };
    let means = Arc::new(move || means(hearers));
    Some(Share::new(sharing, named, means, locale.clone(), later)).filter(Share::works)
}

/// What is selected in the article gets its bar, and a place that the page's address names is brought into view when
/// the article is drawn. Both end with the reader, and both are in the rest of the program: where that is cut off, who
/// holds the program fetches it when something is selected or named (`elements/program.js`).
#[cfg(feature = "csr")]
pub(super) fn wire(root: Handle, drawn: RwSignal<u32>, bar: PassageBar, later: Later) {
    let listening = RefCell::new(None);
    effect(Box::new(move || {
        let is_drawn = drawn.get() == 1;
        if later.here.get() == 1 {
            listen(&listening, root, &bar, is_drawn);
        }
    }));
}

/// Who listens, for as long as it is kept.
#[cfg(feature = "csr")]
type Listening = RefCell<Option<Box<dyn Any>>>;

/// It belongs to the rest of the program.
#[cfg(feature = "csr")]
#[inline(never)]
fn listen(listening: &Listening, root: Handle, bar: &PassageBar, is_drawn: bool) {
    if !is_drawn {
        // With the article goes what was selected in it.
        return show_passage(bar, String::new(), String::new(), 0.0, 0.0);
    }
    let Some(root) = root.element() else {
        return;
    };
    if listening.borrow().is_some() {
        return fragment::go(&root, is_passage);
    }
    let bar = bar.clone();
    let selected = selection::watch(&root, ".sf-body", move |passage| {
        let empty = Passage { text: String::new(), paragraph: String::new(), x: 0.0, y: 0.0 };
        let Passage { text, paragraph, x, y } = passage.unwrap_or(empty);
        show_passage(&bar, text, paragraph, x, y);
    });
    listening.replace(Some(Box::new((selected, fragment::follow(&root, is_passage)))));
}

/// The page's own address.
fn address() -> String {
    #[cfg(feature = "csr")]
    return page::address();
    #[cfg(not(feature = "csr"))]
    String::new()
}

/// A share button with its menu, for any page: what is shared is said by the page, not by an article.
#[component]
pub fn ShareMenu(
    /// The address to be shared. The page's own if none is given.
    #[prop(into, optional)]
    url: Source,
    /// The title, for targets that take one.
    #[prop(into, optional)]
    headline: Source,
    /// A text, for targets that take one.
    #[prop(into, optional)]
    text: Source,
    /// The targets in their order, as names parted by spaces or as JSON. The usual ones if none are named.
    #[prop(into, optional)]
    targets: Source,
    /// The language of the words. English if none is given.
    #[prop(optional)]
    locale: Locale,
    /// [`crate::config::Theme`]: light, dark, or as the device says.
    #[prop(into, default = Setting::from(Theme::Auto))]
    theme: Setting,
    /// Asked before a share goes on, with target and address: false stops it.
    #[prop(optional_no_strip)]
    on_share: Option<Hearer<Asked, bool>>,
    /// Told what became of it.
    #[prop(optional_no_strip)]
    on_shared: Option<Hearer<Told>>,
) -> Nodes {
    let said = RwSignal::new(0_u32);
    let later = later(said);
    // It is here for nothing else.
    #[cfg(feature = "csr")]
    (later.ahead)();
    let hearers = Hearers { before: on_share, after: on_shared };
    let root = Handle::default();
    let mut out = Vec::new();
    let element = Element::open(&mut out, "div\0class=sf sf-alone");
    element.reach(root);
    element.put("data-theme", Theme::of(theme.get()).as_str());
    if let Setting::Signal(_) = theme {
        effect(Box::new(move || root.set("data-theme", Some(Theme::of(theme.get()).as_str()))));
    }
    let status = Element::open(element.children(), "p\0class=sf-said\0role=status");
    let words = locale.clone();
    status.live(Box::new(move || vec![Markup::Text(share_said(said.get(), &words).into())]));
    element.live(Box::new(move || {
        let mut out = Vec::new();
        let given = |source: &Source| source.says().filter(|text| !text.trim_ascii().is_empty());
        let sharing = Sharing {
            url: given(&url).map_or_else(address, |url| resolved(&url)),
            title: given(&headline).unwrap_or_default(),
            text: given(&text),
            ..Sharing::default()
        };
        let named = given(&targets).map_or(Named::Usual, Named::Text);
        let means = Arc::new(move || means(hearers));
        let share = Share::new(sharing, named, means, locale.clone(), later);
        if share.works() {
            share.whole_button(&mut out);
            share.place(None, &mut out);
        }
        out
    }));
    out
}

/// An address as the page resolves it; what is none stays as it is given.
fn resolved(url: &str) -> String {
    #[cfg(feature = "csr")]
    return page::resolve(url).unwrap_or_else(|| url.to_owned());
    #[cfg(not(feature = "csr"))]
    url.to_owned()
}
