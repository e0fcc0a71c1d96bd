//! Film and sound: the browser's own controls, nothing plays by itself.

use super::figure::caption;
use super::page::Page;
use crate::content::model::{Audio, Source, TrackKind, Video};
use crate::draw;
use crate::icons;
use crate::markup::Nodes;

/// Draws a film. A gate of the program: see `scripts/split.mjs`.
#[inline(never)]
pub(super) fn video(film: &Video, lead: bool, id: Option<&String>, out: &mut Nodes) {
    // With a poster nothing has to be fetched before the press.
    let preload = if film.poster.is_some() { "none" } else { "metadata" };
    draw!(out;
        figure class=(if lead { "sf-figure sf-lead sf-video" } else { "sf-figure sf-video" }) id=(id) part="figure" {
            video class="sf-image" controls="" playsinline="" preload=preload
                poster=(film.poster.as_ref().map(|url| url.to_owned_string()))
                width=(film.width) height=(film.height)
                data-unsized=(film.width.is_none() || film.height.is_none()) {
                do (|out: &mut Nodes| sources(&film.sources, out))
                for track in (&film.tracks) {
                    track src=(track.src.to_owned_string())
                        kind=(kind(track.kind))
                        srclang=(track.lang.as_ref())
                        label=(track.label.as_ref());
                }
            }
            do (|out: &mut Nodes| caption(film.caption.as_ref(), film.credit_text.as_ref(), icons::VIDEO_CAMERA.shape(), out))
        }
    );
}

/// Draws a recording, with its text where there is one. A gate as well.
#[inline(never)]
pub(super) fn audio(page: &Page, sound: &Audio, id: Option<&String>, out: &mut Nodes) {
    draw!(out;
        figure class="sf-audio" id=(id) {
            do (|out: &mut Nodes| caption(sound.caption.as_ref(), None, icons::CAMERA.shape(), out))
            audio controls="" preload="none" { do (|out: &mut Nodes| sources(&sound.sources, out)) }
            if let Some(transcript) = (&sound.transcript) {
                details class="sf-details" {
                    summary { (page.locale.words.block_words().transcript) }
                    p class="sf-transcript" { (transcript) }
                }
            }
        }
    );
}

fn sources(sources: &[Source], out: &mut Nodes) {
    for source in sources {
        draw!(out; source src=(source.src.to_owned_string()) type=(source.media_type.as_ref()););
    }
}

fn kind(kind: Option<TrackKind>) -> &'static str {
    kind.map_or("captions", TrackKind::word)
}
