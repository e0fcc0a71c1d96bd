//! IPTC ninjs, 1.x, 2.x and 3.x: the JSON of news agencies.
//!
//! 1.x names things by their kind (`body_xhtml`, `associations` by name), 2.x in lower case and 3.x in camel case
//! keep lists with roles. Vendors mix them, so each member is looked for in every dialect. Never NITF or another XML.

/// How an item is read. There is no clock here: a version made after an embargo's end shows that it is over. Photographers stand
/// at their pictures, and of a picture the description is its caption.
pub(super) const RULES: &str = r#"{"":{
"fault":"fault .",
"headline":["headline|title","main headlines.+","headlines.value","h1 rich .","=·"],
"titled":"=1",
"description":{"?":"!type=picture,graphic","=":"about ."},
"body":["html rich .","parted body_text","parted bare bodies.+"],
"image":[{"?":"type=picture,graphic,video,audio","=":"picture ."},"photo associations.featuremedia|associations.mainpic|associations.main|associations.featured|associations.lead","named associations./","roled associations./","photo associations./","graphic associations./"],
"video":{"?":"type=picture,graphic,video,audio","sources!":"film renditions.%"},
"audio":{"?":"type=picture,graphic,video,audio","sources!":"sound renditions.%"},
"author":["writer authors.*",{"name!":"byline byline|by"},"maker people.*"],
"datePublished":"firstpublished|firstPublished|firstcreated|firstCreated|versioncreated|versionCreated",
"dateModified":"versioncreated|versionCreated",
"articleSection":"genres.*.?name|genre.*.?name",
"keywords":{"&":["subjects.*.?name|subject.*.?name","keywords.*.?name"]},
"inLanguage":"language",
"copyrightNotice":"copyrightnotice|copyrightNotice",
"publisher":{"name!":"copyrightholder|copyrightHolder"},
"url":["web uri","web guid","web url"],
"lacks":"=neither a headline nor a body in this ninjs item"},
"fault":[{"?":"pubstatus|pubStatus=withheld","=":"=the agency has withheld this article"},
{"?":"pubstatus|pubStatus=canceled,cancelled","=":"=the agency has canceled this article"},
{"?":"embargoed|embargoedUntil|embargoeduntil","!":"held dates .","=":"=the article is embargoed until {held dates .}"},
{"?":"!type=,text,composite&!body_html|body_html5|body_xhtml|body_richhtml5|body_text|bodies","=":[
{"?":"!type=picture,graphic,video,audio","=":"=this ninjs item is of the type {type}, not an article"},
{"?":"!renditions.%.href","=":"=this ninjs item is of the type {type}, without anything to show"}]}],
"dates":{"&":["embargoed|embargoedUntil|embargoeduntil","versioncreated|versionCreated"]},
"main":{"?":"role=main","=":"value"},
"rich":["body_html|body_html5|body_xhtml|body_richhtml5","markup bodies.+"],
"markup":{"?":"contentType|contenttype|mimetype|role=text/html*,application/xhtml*,html,html5,xhtml,richhtml5","=":"value"},
"bare":{"?":"!contentType|contenttype|mimetype=*xml&!role=*nitf","=":"value"},
"about":["description_text","~ description_html|description_xhtml","soft lead descriptions.+","soft summary descriptions.+","soft text descriptions.+","soft descriptions.value"],
"lead":{"?":"role=lead","=":"value"},
"summary":{"?":"role=summary","=":"value"},
"text":{"?":"role=text","=":"value"},
"photo":{"?":"type=picture","=":"picture ."},
"named":{"?":"name=featuremedia,mainpic,main,featured,lead","=":"photo ."},
"roled":{"?":"role=featuremedia,mainpic,main,featured,lead","=":"photo ."},
"graphic":{"?":"type=graphic","=":"picture ."},
"picture":{"caption":"about .","creditText":["byline byline|by","copyrightholder|copyrightHolder"],"sizes!":"size renditions.%"},
"size":{"?":"contentType|contenttype|mimetype=,image/*","url!":"href","width":"width","height":"height"},
"film":{"?":"contentType|contenttype|mimetype=video/*","src!":"href","type":"contentType|contenttype|mimetype"},
"sound":{"?":"contentType|contenttype|mimetype=audio/*","src!":"href","type":"contentType|contenttype|mimetype"},
"writer":{"?":"!role=photographer","name!":"?name"},
"maker":{"?":"rel=creator","name!":"?name"},
"web":{"?":".=http*","=":"."}
}"#;
