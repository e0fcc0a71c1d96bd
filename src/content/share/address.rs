//! The address that is shared, and the server it is shared on.

use super::text::{UNRESERVED, encode};
use crate::text::{first_of, is_word, last, split_once};

/// Parameters that others hung on the address to follow a reader. All that begin with `utm_`, `mtm_` and `hsa_`
/// are of these too.
const FOREIGN: &str = "fbclid gclid gclsrc gbraid wbraid gad_source gad_campaignid dclid msclkid mc_cid mc_eid \
    igshid igsh twclid ttclid yclid ysclid li_fat_id srsltid _gl _hsenc _hsmi __hstc __hssc __hsfp mkt_tok vero_id \
    oly_enc_id oly_anon_id rb_clickid s_cid ref_src ref_url _openstat wickedid epik sccid";

/// The address to be shared: without foreign tracking parameters, otherwise as it is written.
#[inline(never)]
pub fn canonical(url: &str) -> String {
    let (url, fragment) = url.split_at(first_of(url, b"#"));
    let (path, query) = url.split_at(first_of(url, b"?"));
    let mut out = path.to_owned();
    let mut mark = '?';
    if let Some(query) = query.strip_prefix('?') {
        for parameter in query.split('&') {
            let name = parameter.get(..first_of(parameter, b"=")).unwrap_or_default();
            if !is_foreign(name) {
                out.push(mark);
                out.push_str(parameter);
                mark = '&';
            }
        }
    }
    out.push_str(fragment);
    out
}

fn is_foreign(name: &str) -> bool {
    let begins = name.get(..4).unwrap_or_default();
    ["utm_", "mtm_", "hsa_"].iter().any(|prefix| prefix.eq_ignore_ascii_case(begins))
        || !name.is_empty() && FOREIGN.split(' ').any(|known| known.eq_ignore_ascii_case(name))
}

/// The address with the publisher's own parameters, before its fragment. `{target}` in them is the target's name.
#[inline(never)]
pub(super) fn with_campaign(url: &str, campaign: &str, target: &str) -> String {
    let campaign = campaign.trim_ascii().trim_start_matches(['?', '&']);
    if campaign.is_empty() {
        return url.to_owned();
    }
    let (url, fragment) = url.split_at(first_of(url, b"#"));
    let mark = match url.split_once('?') {
        None => "?",
        Some((_, "")) => "",
        Some(_) => "&",
    };
    let mut out = [url, mark].concat();
    let kept = b"-_.~&=%+;:@/,";
    let mut rest = campaign;
    while let Some((before, after)) = split_once(rest, "{target}") {
        encode(before, kept, &mut out);
        encode(target, UNRESERVED, &mut out);
        rest = after;
    }
    encode(rest, kept, &mut out);
    out.push_str(fragment);
    out
}

/// The longest name of a host.
const LONGEST_HOST: usize = 253;

/// Ends of names that mean a machine or network of the reader's own.
const PRIVATE: &str = "localhost local localdomain internal intranet lan home corp arpa";

/// The reader's Mastodon server out of what they typed: `mastodon.social`, `https://mastodon.social/@me` or
/// `@me@mastodon.social`. `None` for what is no public host by name.
#[inline(never)]
pub fn server(typed: &str) -> Option<String> {
    let typed = typed.trim_ascii().to_ascii_lowercase();
    let plain = typed.strip_prefix("https://").or_else(|| typed.strip_prefix("http://"));
    let rest = plain.unwrap_or(&typed);
    let mut host = rest.get(..first_of(rest, b"/?#\\"))?;
    // Before an @ stands a handle, but in an address it would be a user's name and password.
    if let Some(at) = last(host, b'@') {
        let handle = host.get(..at)?;
        let handle = handle.strip_prefix('@').unwrap_or(handle);
        let plain_name = |b: u8| b.is_ascii_alphanumeric() || b"_.-".contains(&b);
        if plain.is_some() || !handle.bytes().all(plain_name) {
            return None;
        }
        host = host.get(at + 1..)?;
    }
    let (name, port) = host.split_at(first_of(host, b":"));
    if let Some(digits) = port.strip_prefix(':') {
        digits.bytes().all(|b| b.is_ascii_digit()).then_some(())?;
        digits.parse::<u16>().ok().filter(|port| *port > 0)?;
    }
    let name = name.strip_suffix('.').unwrap_or(name);
    let label = |label: &str| {
        let fits = (1..=63).contains(&label.len());
        fits && !label.starts_with('-') && !label.ends_with('-') && label.chars().all(in_host)
    };
    let (_, end) = name.rsplit_once('.')?;
    // No top-level domain begins with a digit: what does is an address in numbers.
    let public = !end.as_bytes().first()?.is_ascii_digit() && !PRIVATE.split(' ').any(|p| p == end);
    (public && name.len() <= LONGEST_HOST && name.split('.').all(label))
        .then(|| [name, port].concat())
}

/// Letters and digits. Not those that browsers read as others: a full-width 1 is a 1, and makes an address in
/// numbers.
fn in_host(c: char) -> bool {
    c == '-'
        || c.is_ascii_alphanumeric()
        || is_word(c)
            && matches!(c,
                '\u{C0}'..='\u{1FFF}' | '\u{3005}'..='\u{31FF}' | '\u{3400}'..='\u{D7FF}' | '\u{20000}'..='\u{3FFFF}')
}
