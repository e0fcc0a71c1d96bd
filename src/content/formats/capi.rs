//! The Guardian's Content API: the `content` of an answer, or one of its `results`.
//!
//! What is there depends on what was asked for: `show-fields`, `show-tags`, `show-elements`, `show-blocks`.

/// How an article is read. Several blocks are the posts of a live blog, unless they are drafts; one is the text. A crossword
/// is nothing to read here; a film or a gallery is if there is at least a text to it. The picture that leads is an element
/// with its crops, the main block, the HTML of the main element (`figure`), or the thumbnail.
pub(super) const RULES: &str = r##"{"":{
"fault":[{"?":"!fields.headline|webTitle","=":"=neither \"webTitle\" nor \"fields.headline\": this is no content of the Guardian's API"},
{"?":"type=crossword","=":"=this is a crossword, not an article"},
{"?":"!type=,article,liveblog&!fields.body|blocks.body|fields.standfirst|fields.trailText","=":"=this is of the type {type}, without a text"}],
"headline":["fields.headline","bar webTitle"],
"description":["~ fields.standfirst","~ fields.trailText"],
"body":[{"?":"blocks.body.1&!blocks.body.1.published=false","=":"post blocks.body.*"},
"html fields.body",
{"?":"!blocks.body.1&!blocks.body.title|blocks.body.attributes.title","=":"text blocks.body.0"},
"post blocks.body.*"],
"image":["main elements.+","image blocks.main.elements.+",{"url!":"fields.secureThumbnail|fields.thumbnail","spare":"=1"}],
"figure":"blocks.main.bodyHtml|fields.main",
"author":["contributor tags.*",{"name!":"fields.byline"}],
"keywords":"keyword tags.*",
"datePublished":"webPublicationDate|fields.firstPublicationDate",
"dateModified":["fields.lastModified","latest changed blocks.body.*"],
"articleSection":"sectionName",
"inLanguage":"fields.lang",
"url":"webUrl",
"publisher":{"name!":"fields.publication"},
"isAccessibleForFree":{"?":"fields.membershipAccess","=":"=false"},
"discussionUrl":{"?":"fields.commentable=true&webUrl","=":"={webUrl}#comments"}},
"post":{"?":"!published=false&bodyHtml|bodyTextSummary|title|attributes.title","type":"=live-post","id":"id",
"datePublished":"firstPublishedDate|publishedDate|createdDate","dateModified":"lastModifiedDate",
"title":"title|attributes.title","key":"attributes.keyEvent","body":"html bodyHtml|bodyTextSummary"},
"text":{"?":"!published=false","=":"html bodyHtml|bodyTextSummary"},
"changed":"lastModifiedDate",
"main":{"?":"relation=main","=":"image ."},
"image":{"?":"type=image","alt":"~ imageTypeData.altText|imageTypeData.alt|assets.typeData.altText|assets.typeData.alt",
"caption":"~ imageTypeData.caption|assets.typeData.caption","creditText":["credit imageTypeData","credit assets.typeData"],"sizes!":"size assets.*"},
"credit":"~ credit|photographer|copyright|source",
"size":{"url!":"typeData.secureFile|file","width":"typeData.width","height":"typeData.height"},
"contributor":{"?":"type=contributor","name!":"webTitle","url":"webUrl","image":"bylineImageUrl"},
"keyword":{"?":"type=keyword","name!":"webTitle","url":"webUrl"}
}"##;
