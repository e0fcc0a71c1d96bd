//! A post of WordPress's REST API (`/wp/v2/posts/ID?_embed`).

/// How a post is read. A line is `{rendered: …}`, or as plugins write it, by itself. What may not be seen is an error in its
/// place, which has no name and no address. Plugins for several authors have them as terms. A password is asked for where the
/// text would be.
pub(super) const RULES: &str = r#"{"":{
"headline":["~ title.?rendered","yoast_head_json.og_title","=·"],
"lacks":"=neither \"title.rendered\" nor \"content.rendered\" in the post",
"body":"html content.?rendered",
"description":"~ excerpt.?rendered",
"excerpt":"=1",
"datePublished":["utc date_gmt","date"],
"dateModified":["utc modified_gmt","modified"],
"url":"link",
"author":["writer _embedded.wp:term.*.*","author _embedded.author.*",{"name!":"yoast_head_json.author"}],
"articleSection":"section _embedded.wp:term.+.+",
"keywords":"keyword _embedded.wp:term.*.*",
"image":["media _embedded.wp:featuredmedia.+",{"url!":"jetpack_featured_media_url"},"picture yoast_head_json.og_image.+"],
"once":"=all",
"inLanguage":["tag lang","tag yoast_head_json.og_locale"],
"commentsUrl":"_links.replies.href",
"commentsClosed":{"?":"!comment_status=,open","=":"=true"},
"isAccessibleForFree":{"?":"content.protected=true&!content.rendered","=":"=false"}},
"writer":{"?":"taxonomy=author","=":"author ."},
"author":{"?":"!code","name!":"name","url":"link","image":"avatar_urls.96"},
"section":{"?":"taxonomy=category&!slug=uncategorized","=":"name"},
"keyword":{"?":"!taxonomy=author,category,post_format","=":"author ."},
"media":{"?":"!code&media_type=,image","url!":"source_url|media_details.sizes.full.source_url",
"width":"media_details.width","height":"media_details.height","alt":"alt_text","caption":"~ caption.?rendered",
"creditText":"media_details.image_meta.credit|media_details.image_meta.copyright","sizes":"size media_details.sizes.%"},
"size":{"url!":"source_url","width!":"width","height!":"height"},
"picture":{"url!":"url","width":"width","height":"height"}
}"#;
