//! An item of a JSON Feed, 1.0 and 1.1.

/// How an item of a feed is read. Titles may be missing: posts as short as a message have none. 1.1 has a list of authors; a
/// feed for both has one of them in `author` as well. Recordings of another length than the first are others than it. A post
/// about another page leads there.
pub(super) const RULES: &str = r#"{"":{
"headline":["title","=·"],
"spare":"^.title",
"lacks":"=no \"title\" and no \"content_html\" or \"content_text\" in the item",
"body":{"&":[["html content_html","plain content_text"],"card ."]},
"description":"summary",
"excerpt":"=1",
"datePublished":"date_published",
"dateModified":"date_modified",
"url":"url",
"inLanguage":"language|^.language",
"author":["author authors.*","author author.*","author ^.authors.*","author ^.author.*"],
"keywords":"tags",
"image":{"url!":"image|banner_image"},
"once":"=all",
"audio":{"sources!":"sound attachments.*","duration":"length attachments.+"},
"video":"film attachments.+"},
"card":{"?":"!external_url={url}","type":"=link-card","url":"external_url","title!":"host external_url"},
"author":{"name!":"?name","url":"url","image":"avatar"},
"length":{"?":"mime_type=audio/*","=":"duration_in_seconds"},
"sound":{"?":"mime_type=audio/*&duration_in_seconds={length $.attachments.+}","src!":"url","type":"mime_type"},
"film":{"?":"mime_type=video/*","sources!":{"src!":"url","type":"mime_type"},"duration":"duration_in_seconds"}
}"#;
