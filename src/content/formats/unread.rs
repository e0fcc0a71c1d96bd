//! What a document holds that few readers want: it is taken out of it, and read when one does.

use crate::content::comments;
use crate::content::json::Json;
use crate::content::model::{Comment, Problem, Wanted};
use crate::content::read::Document;
use crate::content::share;

/// The comments of an article and its share targets, as JSON.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Unread {
    /// The member `comment`, a list or an object.
    comment: Option<Json>,
    /// The member `targets` of `share`.
    targets: Option<Json>,
    /// The address that relative ones are resolved against.
    base: String,
}

impl Unread {
    /// Moves them out of the JSON of an article that came from `base`.
    pub(super) fn out_of(article: &mut Json, base: &str) -> Unread {
        let comment = take(article, "comment")
            .filter(|json| matches!(json, Json::List(_) | Json::Object(_)) && !is_empty(json));
        let targets = member(article, "share").and_then(|share| take(share, "targets"));
        let targets = targets.filter(|json| !is_empty(json));
        Unread { comment, targets, base: base.to_owned() }
    }

    /// Whether comments came with the article.
    pub fn has_comments(&self) -> bool {
        self.comment.is_some()
    }

    /// The targets, as they are written.
    pub fn targets(&self) -> Option<&Json> {
        self.targets.as_ref()
    }

    /// Reads the comments. With them comes what was wrong.
    pub fn read_comments(&self) -> (Vec<Comment>, Vec<Problem>) {
        let Some(comment) = &self.comment else { return <_>::default() };
        let document = Document::new(&self.base);
        let article = Json::Object(vec![("comment".to_owned(), comment.clone())]);
        let comments = comments::inline(&document.root(&article));
        (comments, document.into_problems())
    }

    /// Reads the targets. With them comes what was wrong.
    pub fn read_targets(&self) -> (Vec<Wanted>, Vec<Problem>) {
        let Some(targets) = &self.targets else { return <_>::default() };
        let document = Document::new(&self.base);
        let share = Json::Object(vec![("targets".to_owned(), targets.clone())]);
        let article = Json::Object(vec![("share".to_owned(), share)]);
        let targets = share::read(&document.root(&article).get("share").get("targets"));
        (targets, document.into_problems())
    }
}

fn member<'a>(object: &'a mut Json, name: &str) -> Option<&'a mut Json> {
    let Json::Object(members) = object else { return None };
    members.iter_mut().rfind(|(own, _)| own == name).map(|(_, value)| value)
}

fn take(object: &mut Json, name: &str) -> Option<Json> {
    member(object, name).map(|value| std::mem::replace(value, Json::Null))
}

fn is_empty(json: &Json) -> bool {
    match json {
        Json::Null => true,
        Json::List(items) => items.is_empty(),
        Json::Object(members) => members.is_empty(),
        _ => false,
    }
}
