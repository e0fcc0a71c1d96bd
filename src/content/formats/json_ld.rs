//! schema.org as JSON-LD: NewsArticle and its kin, by itself, in a list or in a `@graph`.

mod graph;

use super::rules::{self, Task};
use crate::content::model::Article;
use graph::Graph;

/// Reads an article. An error says what the document lacks to be one.
pub(super) fn article(task: &Task) -> Result<Article, String> {
    let graph = Graph::of(task.json, task.path);
    let Some((path, json)) = graph.article() else {
        return Err(graph.no_article());
    };
    rules::article(RULES, &Task { json, path: &path, named: &graph.named, ..*task })
}

/// How an article is read. Of a thing its name stands for it, or its address; an address stands for somebody only by the object
/// it names. The posts of a live blog stand after its text, and what is told of how it was made at the end.
const RULES: &str = r#"{"":{
"headline":"soft line headline|name",
"description":"soft line description|abstract",
"alternativeHeadline":"line alternativeHeadline",
"label":"label",
"body":[{"?":"liveBlogUpdate|backstory","&":["text .","post liveBlogUpdate.*",{"type":"=callout","tone":"=info","body!":"blocks one backstory.?text"}]},"body"],
"articleBody":"body part articleBody.*|text.*",
"encodingFormat":"line encodingFormat",
"author":["person author.*.#","person creator.*.#"],
"publisher":"organization publisher.+.#",
"datePublished":"line datePublished|dateCreated|uploadDate",
"dateModified":"line dateModified",
"dateline":"line dateline",
"articleSection":"line articleSection.*",
"keywords":[{"?":"!keywords.1","=":"tags one keywords"},"tag keywords.*"],
"image":["picture image.*","picture thumbnailUrl.*","picture thumbnail.*"],
"video":"film video.+",
"audio":"film audio.+",
"inLanguage":"one inLanguage.?alternateName",
"dir":"dir",
"url":["address url","address mainEntityOfPage"],
"isAccessibleForFree":"truth isAccessibleForFree",
"correction":"correction correction.*",
"related":"related",
"copyrightNotice":"line copyrightNotice",
"license":"address license",
"commentCount":"commentCount",
"commentsUrl":"commentsUrl",
"commentsClosed":"commentsClosed",
"discussionUrl":"address discussionUrl",
"share":"share"},
"line":"one ?name|?alternateName|?text",
"address":"address one ?url|?contentUrl|?@id",
"part":"one ?articleBody|?text",
"text":["body","blocks body part articleBody.*|text.*"],
"person":[{"name!":["line name|alternateName","={one givenName} {one familyName}"],"url":"address url","image":"address image","jobTitle":"line jobTitle","email":"line email","telephone":"line telephone"},{"?":"!.=http://*,https://*","name!":"one ."}],
"organization":[{"name!":"line name|legalName|alternateName","url":"address url","logo":"address logo"},{"?":"!.=http://*,https://*","name!":"one ."}],
"tag":[{"name!":"line name","url":"address url"},{"name!":"one ."}],
"picture":[{"url!":"address url|contentUrl|@id","alt":"line alt","caption":"line caption|description","creditText":"credit .","width":"pixels width.?value","height":"pixels height.?value","srcset":"srcset","focal":"focal","role":"role","tone":"tone","link":"link"},{"url!":"address one ."}],
"credit":"line creditText|copyrightNotice|author|creator|copyrightHolder",
"film":[{"sources!":"sources|contentUrl","poster":"address poster|thumbnailUrl|thumbnail","tracks":"tracks","width":"pixels width.?value","height":"pixels height.?value","duration":"duration","caption":"line caption|name|description","creditText":"credit .","transcript":"line transcript"},{"sources!":"one ."}],
"correction":[{"text!":"line text|description","date":"line date|datePublished","kind":"kind"},{"?":"!.=http://*,https://*","text!":"one ."}],
"post":{"?":"headline|name|body|articleBody|text|image|video","type":"=live-post","id":"anchor one url","datePublished":"line datePublished|dateCreated|uploadDate","dateModified":"line dateModified","title":"soft line headline|name",
"body":{"&":["text .","shown image.*","played video.+"]}},
"shown":{"type":"=image","+!":"picture ."},
"played":{"type":"=video","+!":"film ."}
}"#;
