//! Whose frames may stand in an article: an allow-list as data. All else is a plain link.

use crate::policy::SafeUrl;
use crate::text::split_once;

/// A frame that may be opened after a press.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Frame {
    /// Who is asked.
    pub provider: &'static str,
    /// The address of the frame, in the form that tracks least.
    pub src: SafeUrl,
    /// Width to height, for media of a fixed shape.
    pub ratio: Option<&'static str>,
    /// Pixels, for players of a fixed height.
    pub height: Option<u32>,
}

struct Provider {
    name: &'static str,
    hosts: &'static [&'static str],
    /// What stands before the id in path and query, by the length of the prefix.
    prefixes: &'static [&'static str],
    /// The frame: `{}` is the id.
    frame: &'static str,
    ratio: Option<&'static str>,
    height: Option<u32>,
}

const WIDE: Option<&str> = Some("16 / 9");

const PROVIDERS: &[Provider] = &[
    Provider {
        name: "YouTube",
        hosts: &["youtube.com", "m.youtube.com", "youtube-nocookie.com"],
        prefixes: &["/watch?v=", "/embed/", "/shorts/", "/live/"],
        frame: "https://www.youtube-nocookie.com/embed/{}?autoplay=1",
        ratio: WIDE,
        height: None,
    },
    Provider {
        name: "YouTube",
        hosts: &["youtu.be"],
        prefixes: &["/"],
        frame: "https://www.youtube-nocookie.com/embed/{}?autoplay=1",
        ratio: WIDE,
        height: None,
    },
    Provider {
        name: "Vimeo",
        hosts: &["vimeo.com", "player.vimeo.com"],
        prefixes: &["/video/", "/"],
        frame: "https://player.vimeo.com/video/{}?dnt=1&autoplay=1",
        ratio: WIDE,
        height: None,
    },
    Provider {
        name: "Dailymotion",
        hosts: &["dailymotion.com"],
        prefixes: &["/video/", "/embed/video/"],
        frame: "https://geo.dailymotion.com/player.html?video={}",
        ratio: WIDE,
        height: None,
    },
    Provider {
        name: "Dailymotion",
        hosts: &["dai.ly"],
        prefixes: &["/"],
        frame: "https://geo.dailymotion.com/player.html?video={}",
        ratio: WIDE,
        height: None,
    },
    Provider {
        name: "TED",
        hosts: &["ted.com", "embed.ted.com"],
        prefixes: &["/talks/"],
        frame: "https://embed.ted.com/talks/{}",
        ratio: WIDE,
        height: None,
    },
    Provider {
        name: "Spotify",
        hosts: &["open.spotify.com"],
        prefixes: &["/episode/", "/embed/episode/"],
        frame: "https://open.spotify.com/embed/episode/{}",
        ratio: None,
        height: Some(232),
    },
    Provider {
        name: "Spotify",
        hosts: &["open.spotify.com"],
        prefixes: &["/track/", "/embed/track/"],
        frame: "https://open.spotify.com/embed/track/{}",
        ratio: None,
        height: Some(152),
    },
    Provider {
        name: "Datawrapper",
        hosts: &["datawrapper.dwcdn.net"],
        prefixes: &["/"],
        frame: "https://datawrapper.dwcdn.net/{}/",
        ratio: None,
        height: Some(480),
    },
];

/// The frame that an address stands for, if its provider is on the list.
pub fn frame(url: &SafeUrl) -> Option<Frame> {
    let host = url.host()?;
    let path = url.path_and_query();
    PROVIDERS.iter().filter(|p| p.hosts.contains(&host.as_str())).find_map(|provider| {
        let rest = provider.prefixes.iter().find_map(|prefix| path.strip_prefix(prefix))?;
        // The id is made of what ids are made of: nothing else can reach the frame's address.
        let end = rest
            .find(|c: char| !(c.is_ascii_alphanumeric() || c == '_' || c == '-'))
            .unwrap_or(rest.len());
        let id = rest.get(..end).filter(|id| (1..=128).contains(&id.len()))?;
        let (before, after) = split_once(provider.frame, "{}")?;
        Some(Frame {
            provider: provider.name,
            src: SafeUrl::resource(&[before, id, after].concat(), "")?,
            ratio: provider.ratio,
            height: provider.height,
        })
    })
}
