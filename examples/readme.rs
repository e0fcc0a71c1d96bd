//! The README's example of the components in a Leptos program, so that it keeps compiling.

use leptos::{logging::warn, mount::mount_to_body, prelude::*};
use standfirst::content::{enhance::enhance, formats};
use standfirst::i18n::Locale;
use standfirst::reader::Loaded;
use standfirst::{ArticleReader, ArticleView};

const NOTE: &str = r#"{"headline": "A note", "body": ["It was here all the time."]}"#;

#[component]
fn Page() -> impl IntoView {
    // An address, or a signal of one: RwSignal, ReadSignal, Memo or Signal of Option<String>.
    let src = RwSignal::new(Some("articles/report.json".to_owned()));
    let on_load = Callback::new(|loaded: Loaded| {
        for problem in &loaded.reading.problems {
            warn!("{}: {}", problem.path, problem.reason);
        }
    });
    // An article that is there already. The last argument resolves relative addresses.
    let note = formats::read(NOTE, None, "https://news.example/note").ok().map(|reading| {
        let article = enhance(reading.article);
        view! { <ArticleView article heading_level=2 /> }
    });
    view! {
        <ArticleReader src locale=Locale::new("en-GB") on_load=Some(on_load) />
        {note}
    }
}

fn main() {
    mount_to_body(Page);
}
