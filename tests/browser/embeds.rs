//! Nothing of a third party is asked for before a press, and only listed ones are framed after it.

use crate::probe;
use crate::stage::*;
use leptos::prelude::*;
use serde_json::{Value, json};
use standfirst::ArticleView;
use standfirst::content::{enhance::enhance, formats};
use wasm_bindgen_test::wasm_bindgen_test;

const VIDEO: &str = "https://www.youtube.com/watch?v=abcDEF_123-";

fn embed(url: &str, title: &str) -> Value {
    json!({ "type": "embed", "url": url, "title": title })
}

/// An article that is there already, with these blocks.
async fn view(body: &[Value]) -> Stage {
    // The press is real; what it asks for stays in the house.
    probe::forbid_frames();
    let text = json!({ "headline": "Embeds", "body": body }).to_string();
    let article = enhance(formats::read(&text, None, &at("/")).unwrap().article);
    let stage = Stage::new(move || view! { <ArticleView article/> }.into_any());
    settle().await;
    stage
}

#[wasm_bindgen_test]
async fn before_a_press_there_is_no_frame_but_a_note_and_a_link() {
    let stage = view(&[embed(VIDEO, "A film")]).await;
    assert!(stage.one("iframe, script, img, link, object").is_none());
    assert!(stage.button("Show it here: A film").is_some());
    let told = text(&stage.host);
    assert!(told.contains("YouTube will then see"), "{told}");
    assert_eq!(stage.one("figure a").unwrap().get_attribute("href").as_deref(), Some(VIDEO));
}

#[wasm_bindgen_test]
async fn a_press_puts_a_sandboxed_frame_that_tracks_least_in_its_place() {
    let stage = view(&[embed(VIDEO, "A film")]).await;
    stage.press("Show it here: A film");
    until("there is a frame", || stage.one("iframe").is_some()).await;
    let frame = stage.one("iframe").unwrap();
    let value = |name: &str| frame.get_attribute(name).unwrap_or_default();
    assert_eq!(value("src"), "https://www.youtube-nocookie.com/embed/abcDEF_123-?autoplay=1");
    assert_eq!(value("title"), "A film");
    assert_eq!(value("referrerpolicy"), "strict-origin-when-cross-origin");
    let sandbox: Vec<String> = value("sandbox").split(' ').map(str::to_owned).collect();
    assert!(!sandbox.iter().any(|word| word.contains("top-navigation") || word.contains("forms")));
    assert!(!sandbox.is_empty() && frame.has_attribute("sandbox"));
    assert!(stage.button("Show it here: A film").is_none());
    assert!(!text(&stage.host).contains("Nothing has been sent"), "the note is no longer true");
}

#[wasm_bindgen_test]
async fn the_focus_goes_to_the_frame() {
    let stage = view(&[embed(VIDEO, "A film"), embed("https://vimeo.com/123456", "Another")]).await;
    for (nth, name) in ["Show it here: A film", "Show it here: Another"].into_iter().enumerate() {
        stage.press(name);
        until("there is one more frame", || stage.all("iframe").len() == nth + 1).await;
        let frame = stage.all("iframe")[nth].clone();
        until("the frame has the focus", || focused() == frame).await;
    }
}

#[wasm_bindgen_test]
async fn each_press_opens_its_own_frame_only() {
    let stage = view(&[embed(VIDEO, "A film"), embed("https://vimeo.com/123456", "Another")]).await;
    stage.press("Show it here: Another");
    until("there is a frame", || stage.one("iframe").is_some()).await;
    settle().await;
    let frames = stage.all("iframe");
    assert_eq!(frames.len(), 1);
    assert!(
        frames[0]
            .get_attribute("src")
            .unwrap()
            .starts_with("https://player.vimeo.com/video/123456?")
    );
    assert!(stage.button("Show it here: A film").is_some());
}

#[wasm_bindgen_test]
async fn a_provider_that_is_not_listed_is_a_plain_link() {
    let others = [
        "https://video.example.org/watch?v=abcDEF_123-",
        "https://www.youtube.com.example.org/watch?v=abcDEF_123-",
        "https://example.org/?https://www.youtube.com/watch?v=abcDEF_123-",
        "https://www.youtube.com/playlist?list=x",
    ];
    let body: Vec<Value> = others.iter().map(|url| embed(url, "A film")).collect();
    let stage = view(&body).await;
    assert!(stage.all("button, iframe").is_empty());
    let links: Vec<String> =
        stage.all("figure a").iter().map(|a| a.get_attribute("href").unwrap()).collect();
    assert_eq!(links, others);
    assert!(
        stage
            .all("figure a")
            .iter()
            .all(|a| a.get_attribute("rel").as_deref() == Some("noopener noreferrer"))
    );
}

#[wasm_bindgen_test]
async fn the_button_names_who_will_be_asked_whatever_the_data_says() {
    let mut block = embed(VIDEO, "A film");
    block["provider"] = json!("Our own player");
    let stage = view(&[block]).await;
    assert!(text(&stage.host).contains("YouTube will then see"));
    assert!(!text(&stage.host).contains("Our own player"));
}

#[wasm_bindgen_test]
async fn control_the_frame_that_a_press_brings_is_found() {
    let stage = view(&[embed(VIDEO, "A film")]).await;
    assert_eq!(stage.all("iframe").len(), 0);
    stage.press("Show it here: A film");
    until("there is a frame", || stage.all("iframe").len() == 1).await;
}
