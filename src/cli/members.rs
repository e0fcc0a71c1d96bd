//! What an article's members became, as a table.

use super::counts::some;
use crate::content::model::{Article, Image};
use crate::date::Date;
use crate::policy::SafeUrl;

/// Members that nearly every article has: their absence is told, for it is often a mapping that went wrong.
const EXPECTED: &[&str] =
    &["headline", "author", "datePublished", "image", "body", "inLanguage", "url"];

/// The members that are there, in the order of the page, with what they hold.
pub fn found(article: &Article) -> Vec<(&'static str, String)> {
    let mut rows = Rows(Vec::new());
    rows.put("headline", Some(&article.headline).filter(|text| !text.is_empty()).cloned());
    rows.put("alternativeHeadline", article.alternative_headline.clone());
    let label = article.label.as_ref();
    rows.put("label", label.map(|label| format!("{} ({})", label.text, label.kind.word())));
    rows.put("description", article.description.clone());
    rows.list(
        "author",
        article.author.iter().map(|person| match &person.job_title {
            Some(title) => format!("{} ({title})", person.name),
            None => person.name.clone(),
        }),
    );
    rows.put("publisher", article.publisher.as_ref().map(|publisher| publisher.name.clone()));
    rows.put("datePublished", date(&article.date_published));
    rows.put("dateModified", date(&article.date_modified));
    rows.put("dateline", article.dateline.clone());
    rows.list("articleSection", article.article_section.iter().cloned());
    rows.list("keywords", article.keywords.iter().map(|keyword| keyword.name.clone()));
    rows.list("image", article.image.iter().map(image));
    let source = |sources: &[crate::content::model::Source]| {
        sources.first().map(|source| source.src.to_string())
    };
    rows.put("video", article.video.as_ref().and_then(|video| source(&video.sources)));
    rows.put("audio", article.audio.as_ref().and_then(|audio| source(&audio.sources)));
    let blocks = article.body.len();
    rows.put("body", (blocks > 0).then(|| some(blocks, "block")));
    rows.put("inLanguage", article.in_language.clone());
    rows.put("dir", article.dir.map(|dir| dir.word().to_owned()));
    rows.put("url", address(&article.url));
    rows.put("isAccessibleForFree", article.is_accessible_for_free.map(|free| free.to_string()));
    rows.list("correction", article.correction.iter().map(|correction| correction.text.clone()));
    rows.list("related", article.related.iter().map(|related| related.headline.clone()));
    rows.put("copyrightNotice", article.copyright_notice.clone());
    rows.put("license", address(&article.license));
    rows.put("commentCount", article.comment_count.map(|count| count.to_string()));
    rows.put("comment", Some(article.comment.len()).filter(|n| *n > 0).map(|n| some(n, "comment")));
    rows.put("commentsUrl", address(&article.comments_url));
    rows.put("commentsClosed", article.comments_closed.map(|closed| closed.to_string()));
    rows.put("discussionUrl", address(&article.discussion_url));
    let share = article.share.as_ref();
    rows.list(
        "share",
        share.into_iter().flat_map(|share| {
            let url = share.url.iter().map(SafeUrl::to_string);
            url.chain(share.title.clone())
                .chain(share.text.clone())
                .chain(share.targets.iter().map(|target| target.name.clone()))
        }),
    );
    rows.0
}

/// The members that nearly every article has and this one has not.
pub fn absent(found: &[(&'static str, String)]) -> Vec<&'static str> {
    let there = |name: &str| found.iter().any(|(own, _)| *own == name);
    EXPECTED.iter().copied().filter(|name| !there(name)).collect()
}

struct Rows(Vec<(&'static str, String)>);

impl Rows {
    fn put(&mut self, name: &'static str, value: Option<String>) {
        self.0.extend(value.map(|value| (name, value)));
    }

    fn list(&mut self, name: &'static str, values: impl Iterator<Item = String>) {
        let values: Vec<String> = values.collect();
        let value = match values.len() {
            0 | 1 => values.concat(),
            count => format!("{count}: {}", values.join("; ")),
        };
        self.put(name, (!values.is_empty()).then_some(value));
    }
}

fn date(date: &Option<Date>) -> Option<String> {
    date.as_ref().map(|date| date.written.clone())
}

fn address(url: &Option<SafeUrl>) -> Option<String> {
    url.as_ref().map(SafeUrl::to_string)
}

fn image(image: &Image) -> String {
    match (image.width, image.height) {
        (Some(width), Some(height)) => format!("{} ({width} × {height})", image.url),
        _ => image.url.to_string(),
    }
}
