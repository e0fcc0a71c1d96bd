//! An Article, Page or Note of ActivityStreams, as ActivityPub serves it.

use super::signs::text;
use crate::content::json::Json;

/// The language: as it is said, or of the one text that there is in several.
pub(super) fn language(json: &Json) -> &str {
    if let Some(own) = text(json, "inLanguage").filter(|own| !own.is_empty()) {
        return own;
    }
    let own = text(json, "content").unwrap_or_default();
    let Some(Json::Object(texts)) = json.get("contentMap") else { return "" };
    let is_own = |text: &Json| own.is_empty() || matches!(text, Json::Text(text) if text == own);
    let same = texts.iter().find(|(_, text)| is_own(text));
    same.map_or("", |(language, _)| language)
}

/// How it is read. Nobody here reads Markdown: as its own text it is readable. A page comes before other files. Somebody may
/// be an address alone. A note's pictures stand beside its text, an article's in it.
pub(super) const RULES: &str = r##"{"":{
"headline":["~ name|nameMap.@","=·"],
"lacks":"=neither \"name\" nor \"content\" in the object",
"body":{"&":[[{"?":"mediaType=text/markdown,text/plain","=":"plain content|contentMap.@"},"html content|contentMap.@"],
{"?":"type=Note","=":"shown attachment.*"}]},
"description":["~ summary|summaryMap.@","~ preview.content"],
"excerpt":"=1",
"datePublished":"published|^.published",
"dateModified":"updated",
"url":["page url.+","url.+.?href"],
"author":["author attributedTo.*","author ^.actor.*"],
"keywords":"keyword tag.*",
"image":["image image.+","image attachment.+"],
"once":"=all",
"commentCount":"replies.totalItems",
"inLanguage":"={@}"},
"shown":{"type":"=image","+!":"image ."},
"page":{"?":"mediaType=,text/html","=":"?href"},
"author":[{"name!":"name|preferredUsername","url":["page url.+","id"],"image":"file icon.+"},"handle ."],
"keyword":{"?":"type=Hashtag","name!":"hash name","url":"href"},
"image":{"?":"!mediaType|type=Link,Video,Audio,video/*,audio/*,text/*,application/*,font/*,model/*","url!":"file .","alt":"name","width":"width","height":"height"},
"file":"?url.+.?href|href"
}"##;
