//! Everything over the text: label, kicker, headline, standfirst, byline, corrections, lead.

use super::page::Page;
use super::timestamp::{Form, marked, timestamp};
use super::{corrections, figure, media};
use crate::content::model::{Article, Label, LabelKind, Person};
use crate::content::reading_time::reading_time;
use crate::draw;
use crate::i18n::{fill, format};
use crate::icons::{self, draw_icon, draw_shape, shape::Shape};
use crate::markup::{Element, Nodes};

/// Draws the head of the article.
pub(super) fn head(page: &mut Page, article: &Article, out: &mut Nodes) {
    draw!(out;
        header class="sf-head" {
            do (|out: &mut Nodes| kicker(page, article, out))
            do (|out: &mut Nodes| headline(page, article, out))
            if let Some(text) = (&article.description) { p class="sf-standfirst" part="standfirst" { (text) } }
            do (|out: &mut Nodes| byline(page, article, out))
            for item in (&article.correction) { do (|out: &mut Nodes| corrections::correction(page, item, None, out)) }
        }
        do (|out: &mut Nodes| lead(page, article, out))
    );
}

fn headline(page: &Page, article: &Article, out: &mut Nodes) {
    if article.headline.is_empty() {
        return;
    }
    let element = Element::open(out, page.heading_tag(1));
    element.put("class", "sf-headline");
    element.put("part", "headline");
    draw!((element.children()); (&article.headline));
}

/// The line over the headline: the label while it holds, then the kicker or the section.
fn kicker(page: &Page, article: &Article, out: &mut Nodes) {
    let label = article.label.as_ref().filter(|label| holds(label, page.now_ms));
    let line = article.alternative_headline.as_ref().or_else(|| article.article_section.first());
    if label.is_none() && line.is_none() {
        return;
    }
    draw!(out;
        p class="sf-kicker" {
            if let Some(label) = label {
                span class="sf-label" data-kind=(label.kind.word()) {
                    do (|out: &mut Nodes| draw_shape(out, mark(label.kind)))
                    (&label.text)
                }
                " "
            }
            if let Some(line) = line { span class="sf-section" { (line) } }
        }
    );
}

fn holds(label: &Label, now_ms: i64) -> bool {
    let expires = label.expires.as_ref().and_then(|date| date.moment);
    expires.is_none_or(|moment| moment.ms > now_ms)
}

/// Labels differ by word and icon, never by colour alone.
fn mark(kind: LabelKind) -> &'static Shape {
    match kind {
        LabelKind::Breaking => icons::BREAKING.shape(),
        LabelKind::Live => icons::LIVE.shape(),
        LabelKind::Updated => icons::RETRY.shape(),
        LabelKind::Exclusive => icons::RATING.shape(),
        LabelKind::Opinion => icons::QUOTE_OPEN.shape(),
        LabelKind::Analysis => icons::SEARCH.shape(),
        LabelKind::Sponsored => icons::NOTICE.shape(),
    }
}

/// Who, when, how long.
fn byline(page: &Page, article: &Article, out: &mut Nodes) {
    let words = page.locale.words;
    let agency = article.publisher.as_ref();
    let portraits = article.author.iter().any(|person| person.image.is_some());
    let updated = article
        .date_modified
        .as_ref()
        .filter(|m| !article.date_published.as_ref().is_some_and(|p| p.is_same(m)));
    let reading = reading_time(article);
    if article.author.is_empty()
        && agency.is_none()
        && article.date_published.is_none()
        && reading.is_none()
        && page.share.is_none()
    {
        return;
    }
    draw!(out;
        div class="sf-byline" part="byline" {
            if portraits {
                span class="sf-portraits" aria-hidden="true" {
                    for person in (&article.author) { do (|out: &mut Nodes| portrait(person, out)) }
                }
            }
            div {
                if (!article.author.is_empty() || agency.is_some()) {
                    p class="sf-authors" {
                        if (!article.author.is_empty()) {
                            (words.by) " "
                            do (|out: &mut Nodes| authors(page, &article.author, out))
                        }
                        if let Some(agency) = agency {
                            if (!article.author.is_empty()) { (words.list_comma) }
                            do (|out: &mut Nodes| linked(&agency.name, agency.url.as_ref().map(|url| url.to_owned_string()), "", out))
                        }
                    }
                }
                p class="sf-times" {
                    if let Some(date) = (&article.date_published) {
                        span { do (|out: &mut Nodes| marked(page, date, Form::Age, out)) }
                    }
                    if let Some(date) = updated {
                        span lang=(page.tongue.clone()) dir=(page.tongue_dir()) { (words.updated) " " do (|out: &mut Nodes| timestamp(page, date, Form::Age, out)) }
                    }
                    if let Some(time) = reading { span lang=(page.tongue.clone()) dir=(page.tongue_dir()) { do (|out: &mut Nodes| draw_icon(out, icons::DURATION)) (minutes(page, time.least, time.most)) } }
                }
            }
            if let Some(share) = (&page.share) {
                do (|out: &mut Nodes| share.whole_button(out))
            }
        }
    );
}

fn minutes(page: &Page, least: u32, most: u32) -> String {
    let words = page.locale.words;
    if least == most {
        return page.locale.count(&words.reading_time, most);
    }
    let form = words.reading_range.form((words.plural_class)(most));
    let number = |n: u32| format::number(f64::from(n), &page.locale);
    fill(form, &[("a", &number(least)), ("b", &number(most))])
}

fn authors(page: &Page, people: &[Person], out: &mut Nodes) {
    let words = page.locale.words;
    for (at, person) in people.iter().enumerate() {
        if at > 0 {
            let last = at + 1 == people.len();
            draw!(out; (if last { words.list_and } else { words.list_comma }));
        }
        linked(&person.name, person.url.as_ref().map(|url| url.to_owned_string()), "author", out);
        if let Some(title) = &person.job_title {
            draw!(out; span class="sf-job" { (words.list_comma) (title) });
        }
    }
}

/// A name stands apart from the direction of the line.
fn linked(name: &str, url: Option<String>, rel: &'static str, out: &mut Nodes) {
    match url {
        Some(url) => {
            draw!(out; a href=url rel=((!rel.is_empty()).then_some(rel)) { bdi { (name.to_owned()) } })
        }
        None => draw!(out; bdi class="sf-name" { (name.to_owned()) }),
    }
}

/// The portrait, or the initials where there is none beside those who have one.
fn portrait(person: &Person, out: &mut Nodes) {
    match &person.image {
        Some(image) => draw!(out;
            img class="sf-portrait" src=(image.to_owned_string()) alt="" width="40" height="40" loading="lazy" referrerpolicy="no-referrer";
        ),
        None => {
            let initials: String =
                person.name.split(' ').filter_map(|w| w.chars().next()).take(2).collect();
            draw!(out; span class="sf-portrait" { (initials) });
        }
    }
}

/// The picture that leads, as the article will draw it; nothing where a film does.
pub fn lead_picture(article: &Article) -> Nodes {
    let mut out = Vec::new();
    if let (None, Some(image)) = (&article.video, article.image.first()) {
        figure::img(image, figure::Place::Lead, &mut out);
    }
    out
}

/// A film or recording leads where there is one, else the first picture.
fn lead(page: &mut Page, article: &Article, out: &mut Nodes) {
    match (&article.video, article.image.first()) {
        (Some(film), _) => media::video(film, true, None, out),
        (None, Some(image)) => figure::figure(page, image, figure::Place::Lead, None, out),
        (None, None) => {}
    }
    if let Some(sound) = &article.audio {
        media::audio(page, sound, None, out);
    }
}
