//! An Article, Page or Note of ActivityStreams, as ActivityPub serves it.

use super::rules::{self, Task};
use super::signs::text;
use crate::content::json::Json;
use crate::content::model::Article;

/// Reads an article, the object of an activity or by itself. An error says what it lacks to be one.
pub(super) fn article(task: &Task) -> Result<Article, String> {
    let word = language(task.json);
    let (path, outer_path) = (task.path.clone(), task.outer_path.clone());
    let task = Task { word: &word, path, outer_path, ..*task };
    let mut article = rules::article(RULES, &task)?;
    article.in_language = Some(word).filter(|language| !language.is_empty());
    Ok(article)
}

/// The language: as it is said, or of the one text that there is in several.
fn language(json: &Json) -> String {
    if let Some(own) = text(json, &["inLanguage"]).filter(|own| !own.is_empty()) {
        return own.to_owned();
    }
    let own = json.get("content").filter(|own| !rules::is_missing(own));
    let Some(Json::Object(texts)) = json.get("contentMap") else { return String::new() };
    let same = texts.iter().find(|(_, text)| own.is_none_or(|own| own == text));
    same.map(|(language, _)| language.clone()).unwrap_or_default()
}

/// How it is read. Nobody here reads Markdown: as its own text it is readable. A page comes before other files. Somebody may
/// be an address alone. A note's pictures stand beside its text, an article's in it.
const RULES: &str = r##"{"":{
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
"commentCount":"replies.totalItems"},
"shown":{"type":"=image","+!":"image ."},
"page":{"?":"mediaType=,text/html","=":"?href"},
"author":[{"name!":"name|preferredUsername","url":["page url.+","id"],"image":"file icon.+"},"handle ."],
"keyword":{"?":"type=Hashtag","name!":"hash name","url":"href"},
"image":{"?":"!mediaType|type=Link,Video,Audio,video/*,audio/*,text/*,application/*,font/*,model/*","url!":"file .","alt":"name","width":"width","height":"height"},
"file":"?url.+.?href|href"
}"##;
