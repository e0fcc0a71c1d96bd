//! A post of Ghost's Content API.

/// How a post is read. `excerpt` is how the text begins; internal tags begin with `#`. Without `access` (older versions) a
/// missing text of what is not for all says the same. The document of the editor is read where there is no other text.
pub(super) const RULES: &str = r##"{"":{
"headline":["title","=·"],
"lacks":"=neither \"title\" nor \"html\" in the post",
"body":["html html","plain plaintext"],
"description":"custom_excerpt",
"datePublished":"published_at",
"dateModified":"updated_at",
"url":"canonical_url|url",
"author":"author authors.*|primary_author",
"articleSection":"primary_tag.name",
"keywords":"keyword tags.*",
"image":{"url!":"feature_image","alt":"feature_image_alt","caption":"~ feature_image_caption"},
"once":"=all",
"inLanguage":"locale",
"isAccessibleForFree":{"?":"access=,false","=":[{"?":"access=false","=":"=false"},{"?":"!visibility=,public&!html|plaintext|lexical","=":"=false"}]}},
"author":{"name!":"name","url":"url","image":"profile_image"},
"keyword":{"?":"visibility=,public&!name=#*","name!":"name","url":"url"}
}"##;
