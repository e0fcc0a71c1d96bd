//! Hard addresses, and what becomes of each: the same natively and in a browser.

use standfirst::policy::SafeUrl;

/// Where relative addresses come from in the table.
pub const BASE: &str = "https://news.example/a/b/c.json?q=1#top";

/// Written, as a link, as a resource. `SAME` means that both are the same.
pub const SAME: Option<&str> = Some("\u{0}");

#[rustfmt::skip]
pub const URLS: &[(&str, Option<&str>, Option<&str>)] = &[
    // Sound ones stay as they are.
    ("https://a.example/", Some("https://a.example/"), SAME),
    ("http://a.example", Some("http://a.example"), SAME),
    ("HTTPS://A.Example/Path", Some("https://A.Example/Path"), SAME),
    ("hTTp://a.example:8080/x?y=z#w", Some("http://a.example:8080/x?y=z#w"), SAME),
    ("https://a.example/?u=https://b.example/@x:y", Some("https://a.example/?u=https://b.example/@x:y"), SAME),
    ("https://a.example/#a@b", Some("https://a.example/#a@b"), SAME),
    ("https://a.example/a:b", Some("https://a.example/a:b"), SAME),
    ("https://[2001:db8::1]:8443/x", Some("https://[2001:db8::1]:8443/x"), SAME),
    ("https://127.0.0.1/", Some("https://127.0.0.1/"), SAME),
    // Spaces and marks that could end an attribute are written out.
    ("  https://a.example/x y \n", Some("https://a.example/x%20y"), SAME),
    ("https://a.example/\"onload=\"x", Some("https://a.example/%22onload=%22x"), SAME),
    ("https://a.example/<b>", Some("https://a.example/%3Cb%3E"), SAME),
    ("https://a.exa\tmple/\nx\r", Some("https://a.example/x"), SAME),
    ("https://a.example/é", Some("https://a.example/é"), SAME),
    // Names in other scripts are shown as they are; the browser shows them as xn--.
    ("https://bücher.example/", Some("https://bücher.example/"), SAME),
    ("https://аррӏе.example/", Some("https://аррӏе.example/"), SAME),
    ("https://xn--bcher-kva.example/", Some("https://xn--bcher-kva.example/"), SAME),
    // Mail and telephone are links, never resources.
    ("mailto:desk@news.example", Some("mailto:desk@news.example"), None),
    ("MAILTO:desk@news.example?subject=a b", Some("mailto:desk@news.example?subject=a%20b"), None),
    ("tel:+441234567890", Some("tel:+441234567890"), None),
    // Programs, in all disguises.
    ("javascript:alert(1)", None, None),
    ("JaVaScRiPt:alert(1)", None, None),
    (" javascript:alert(1)", None, None),
    ("\njavascript:alert(1)", None, None),
    ("java\tscript:alert(1)", None, None),
    ("java\nscript:alert(1)", None, None),
    ("java\r\nscript:alert(1)", None, None),
    ("javascript\t:alert(1)", None, None),
    ("\u{0}javascript:alert(1)", None, None),
    ("java\u{0}script:alert(1)", None, None),
    ("\u{1}\u{1f} javascript:alert(1)", None, None),
    ("\u{a0}javascript:alert(1)", None, None),
    ("\u{3000}javascript:alert(1)", None, None),
    ("\u{2028}javascript:alert(1)", None, None),
    ("\u{feff}javascript:alert(1)", None, None),
    ("\u{200b}javascript:alert(1)", None, None),
    ("\u{202e}javascript:alert(1)", None, None),
    ("javascript://a.example/%0aalert(1)", None, None),
    ("javascript&colon;alert(1)", Some("https://news.example/a/b/javascript&colon;alert(1)"), SAME),
    ("javascript%3Aalert(1)", Some("https://news.example/a/b/javascript%3Aalert(1)"), SAME),
    ("ｊavascript:alert(1)", None, None),
    ("feed:javascript:alert(1)", None, None),
    ("view-source:javascript:alert(1)", None, None),
    ("vbscript:msgbox(1)", None, None),
    ("livescript:x", None, None),
    // Other things that an address may be.
    ("data:text/html,<script>alert(1)</script>", None, None),
    ("data:image/svg+xml;base64,PHN2Zz4=", None, None),
    ("blob:https://news.example/0", None, None),
    ("file:///etc/passwd", None, None),
    ("filesystem:https://a.example/x", None, None),
    ("about:blank", None, None),
    ("ftp://a.example/", None, None),
    ("ws://a.example/", None, None),
    ("sms:+441234567890", None, None),
    ("intent://scan/#Intent;scheme=zxing;end", None, None),
    ("x:y", None, None),
    (":x", None, None),
    // One host to see, another to open.
    ("https://bank.example@evil.example/", None, None),
    ("https://user:word@evil.example/", None, None),
    ("https://bank.example%40evil.example/", Some("https://bank.example%40evil.example/"), SAME),
    ("//bank.example@evil.example/", None, None),
    ("https:\\\\bank.example@evil.example", None, None),
    ("https://bank.example\\@evil.example", Some("https://bank.example/@evil.example"), SAME),
    ("https://bank.example\u{202e}elpmaxe.live/", None, None),
    // No host.
    ("https:", None, None),
    ("https://", None, None),
    ("https:///evil.example", None, None),
    ("https:evil.example", None, None),
    ("https:/evil.example", None, None),
    ("///evil.example", None, None),
    ("https://?x", None, None),
    // With the scheme of the page.
    ("//cdn.example/x.jpg", Some("https://cdn.example/x.jpg"), SAME),
    ("\\\\cdn.example\\x.jpg", Some("https://cdn.example/x.jpg"), SAME),
    ("/\\cdn.example/x", Some("https://cdn.example/x"), SAME),
    ("\\/cdn.example/x", Some("https://cdn.example/x"), SAME),
    ("/\t/cdn.example/x", Some("https://cdn.example/x"), SAME),
    ("https:\\\\cdn.example\\x?a\\b", Some("https://cdn.example/x?a\\b"), SAME),
    // Relative to where the article came from.
    ("d.jpg", Some("https://news.example/a/b/d.jpg"), SAME),
    ("./d.jpg", Some("https://news.example/a/b/d.jpg"), SAME),
    ("../d.jpg", Some("https://news.example/a/d.jpg"), SAME),
    ("../../../../d.jpg", Some("https://news.example/d.jpg"), SAME),
    ("..", Some("https://news.example/a/"), SAME),
    (".", Some("https://news.example/a/b/"), SAME),
    ("d/../e/./f", Some("https://news.example/a/b/e/f"), SAME),
    ("/d.jpg", Some("https://news.example/d.jpg"), SAME),
    ("/d/../../e", Some("https://news.example/e"), SAME),
    ("?x=1", Some("https://news.example/a/b/c.json?x=1"), SAME),
    ("#part", Some("https://news.example/a/b/c.json?q=1#part"), SAME),
    ("d.jpg?x=../..#../y", Some("https://news.example/a/b/d.jpg?x=../..#../y"), SAME),
    ("d\\e.jpg", Some("https://news.example/a/b/d/e.jpg"), SAME),
    ("d/javascript:alert(1)", Some("https://news.example/a/b/d/javascript:alert(1)"), SAME),
    ("?javascript:alert(1)", Some("https://news.example/a/b/c.json?javascript:alert(1)"), SAME),
    // Nothing.
    ("", None, None),
    (" \t\n\u{0}", None, None),
];

pub type Parse = fn(&str, &str) -> Option<SafeUrl>;

/// What does not become what the table says.
pub fn wrong(
    table: &[(&str, Option<&str>, Option<&str>)],
    link: Parse,
    resource: Parse,
) -> Vec<String> {
    let mut wrong = Vec::new();
    for (written, as_link, as_resource) in table {
        let as_resource = if *as_resource == SAME { *as_link } else { *as_resource };
        for (name, parse, expected) in
            [("link", link, *as_link), ("resource", resource, as_resource)]
        {
            let found = parse(written, BASE);
            if found.as_ref().map(SafeUrl::as_str) != expected {
                wrong.push(format!("{name} {written:?}: {found:?}, expected {expected:?}"));
            }
        }
    }
    wrong
}
