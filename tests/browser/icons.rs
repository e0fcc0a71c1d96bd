//! Icons in a page: what assistive technology is told, what is drawn where, the tick that says that something was
//! copied, and the catalogue that is fetched.

use crate::probe;
use crate::stage::{document, *};
use js_sys::Function;
use leptos::prelude::*;
use standfirst::catalogue::with_catalogue;
use standfirst::components::{Copied, copied};
use standfirst::icons::catalogue::Catalogue;
use standfirst::icons::shape::{Shape, Tone};
use standfirst::icons::{self, Icon, IconName, draw_icon, draw_shape, files};
use standfirst::markup::{self, Nodes};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, Event};

/// The measure of the native tests, which is checked there.
#[path = "../native/paths.rs"]
mod paths;

use paths::Bounds;

const SVG: &str = "http://www.w3.org/2000/svg";

/// As in the native tests.
const SIDE: f64 = 24.0;
const HALF_LINE: f64 = 1.0;
const TOLERANCE: f64 = 0.1;

/// What the browser tells of what it shows.
#[wasm_bindgen]
extern "C" {
    type Graphic;
    #[wasm_bindgen(method, js_name = getBBox)]
    fn bbox(this: &Graphic) -> Rect;
    #[wasm_bindgen(method, js_name = getTotalLength)]
    fn length(this: &Graphic) -> f64;
    #[wasm_bindgen(method, js_name = getBoundingClientRect)]
    fn place(this: &Graphic) -> Rect;
    #[wasm_bindgen(method, js_name = getAnimations)]
    fn animations(this: &Graphic) -> Vec<Animation>;

    type Rect;
    #[wasm_bindgen(method, getter)]
    fn x(this: &Rect) -> f64;
    #[wasm_bindgen(method, getter)]
    fn y(this: &Rect) -> f64;
    #[wasm_bindgen(method, getter)]
    fn width(this: &Rect) -> f64;
    #[wasm_bindgen(method, getter)]
    fn height(this: &Rect) -> f64;

    type Animation;
    #[wasm_bindgen(method)]
    fn finish(this: &Animation);

    type Style;
    #[wasm_bindgen(js_name = getComputedStyle)]
    fn style_of(element: &Element) -> Style;
    #[wasm_bindgen(method, js_name = getPropertyValue)]
    fn value(this: &Style, name: &str) -> String;

    type DOMMatrix;
    #[wasm_bindgen(constructor)]
    fn new(transform: &str) -> DOMMatrix;
    #[wasm_bindgen(method, getter)]
    fn a(this: &DOMMatrix) -> f64;
    #[wasm_bindgen(method, getter)]
    fn b(this: &DOMMatrix) -> f64;
    #[wasm_bindgen(method, getter)]
    fn c(this: &DOMMatrix) -> f64;
    #[wasm_bindgen(method, getter)]
    fn d(this: &DOMMatrix) -> f64;
}

fn graphic(element: &Element) -> &Graphic {
    element.unchecked_ref()
}

/// A style sheet, for as long as it is held.
struct Sheet(Element);

impl Sheet {
    fn new(css: &str) -> Self {
        let style = document().create_element("style").unwrap();
        style.set_text_content(Some(css));
        document().head().unwrap().append_child(&style).unwrap();
        Sheet(style)
    }
}

impl Drop for Sheet {
    fn drop(&mut self) {
        self.0.remove();
    }
}

/// A stage with what is drawn on it.
fn drawn(draw: impl FnOnce(&mut Nodes) + 'static) -> Stage {
    Stage::new(move || {
        let mut out = Vec::new();
        draw(&mut out);
        out.into_any()
    })
}

/// Every icon of the catalogue, each beside its element.
fn all(stage: &Stage) -> Vec<(IconName, Element)> {
    let elements = stage.all("svg");
    assert_eq!(elements.len(), icons::ALL.len());
    icons::ALL.iter().copied().zip(elements).collect()
}

fn draw_all(out: &mut Nodes) {
    for icon in icons::ALL {
        draw_icon(out, *icon);
    }
}

// --- What is said ---

/// What assistive technology is told of an image that has the attributes ours have.
#[derive(Debug, PartialEq)]
enum Told {
    Nothing,
    /// A name and a description.
    Image(String, String),
    /// What it would have to guess at.
    Unclear,
}

fn told(svg: &Element) -> Told {
    let has = |name: &str| svg.get_attribute(name);
    // What an attribute points at: elements of this very image, or else it is not found.
    let found = |name: &str| {
        has(name).map(|id| {
            let element =
                document().get_element_by_id(&id).filter(|found| svg.contains(Some(found)));
            element.map(|element| text(&element)).unwrap_or_default()
        })
    };
    let inside = svg.query_selector("title, desc").unwrap().is_some();
    match (has("aria-hidden").as_deref(), has("role").as_deref()) {
        (Some("true"), None) if !inside && has("aria-label").is_none() => Told::Nothing,
        (None, Some("img")) => Told::Image(
            found("aria-labelledby").or(has("aria-label")).unwrap_or_default(),
            found("aria-describedby").unwrap_or_default(),
        ),
        _ => Told::Unclear,
    }
}

fn image(name: &str, description: &str) -> Told {
    Told::Image(name.to_owned(), description.to_owned())
}

#[wasm_bindgen_test]
async fn an_icon_beside_words_is_hidden_from_assistive_technology() {
    let stage = Stage::new(|| view! { <Icon icon=icons::CALENDAR/> }.into_any());
    let svg = stage.one("svg").unwrap();
    assert_eq!(told(&svg), Told::Nothing);
    assert_eq!(svg.get_attribute("focusable").as_deref(), Some("false"));
    assert_eq!(text(&stage.host), "");
}

#[wasm_bindgen_test]
async fn an_icon_with_a_label_is_an_image_of_that_name() {
    let stage = Stage::new(|| view! { <Icon icon=icons::CALENDAR label="Date"/> }.into_any());
    assert_eq!(told(&stage.one("svg").unwrap()), image("Date", ""));
    assert!(stage.all("title, desc, [id]").is_empty());
}

#[wasm_bindgen_test]
async fn a_described_icon_has_a_title_and_a_description_of_svg_and_points_at_them() {
    let stage = Stage::new(|| {
        view! {
            <Icon icon=icons::CALENDAR described=true/>
            <Icon icon=icons::CALENDAR described=true label="Date"/>
        }
        .into_any()
    });
    let data = icons::CALENDAR.data();
    let svgs = stage.all("svg");
    assert_eq!(told(&svgs[0]), image(data.title, data.description));
    assert_eq!(told(&svgs[1]), image("Date", data.description), "the label is the title");
    for svg in &svgs {
        for (tag, pointer) in [("title", "aria-labelledby"), ("desc", "aria-describedby")] {
            let found = svg.query_selector(tag).unwrap().unwrap();
            assert_eq!(found.namespace_uri().as_deref(), Some(SVG), "{tag}");
            assert_eq!(found.parent_element().as_ref(), Some(svg), "{tag}");
            assert_eq!(svg.get_attribute(pointer), Some(found.id()));
        }
        assert!(!svg.has_attribute("aria-hidden") && !svg.has_attribute("aria-label"));
    }
}

#[wasm_bindgen_test]
async fn described_icons_share_no_id_however_many_and_whenever_they_come() {
    let three = || [(); 3].map(|()| view! { <Icon icon=icons::TICK described=true/> }).into_any();
    let (first, second) = (Stage::new(three), Stage::new(three));
    let mut ids: Vec<String> =
        [&first, &second].iter().flat_map(|stage| stage.all("svg [id]")).map(|e| e.id()).collect();
    assert_eq!(ids.len(), 12);
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), 12, "{ids:?}");
    for svg in first.all("svg").iter().chain(&second.all("svg")) {
        assert_eq!(told(svg), image("Tick", icons::TICK.data().description));
    }
}

/// What is an image to nobody, to somebody without a name, and one that points at another's title.
#[wasm_bindgen_test]
async fn control_an_attribute_that_is_missing_or_points_elsewhere_is_noticed() {
    let stage = Stage::new(|| {
        let icon = || view! { <Icon icon=icons::TICK described=true/> };
        view! { {icon()} {icon()} }.into_any()
    });
    let svgs = stage.all("svg");
    let title = svgs[1].get_attribute("aria-labelledby").unwrap();
    svgs[0].set_attribute("aria-labelledby", &title).unwrap();
    assert_eq!(told(&svgs[0]), image("", icons::TICK.data().description));
    svgs[0].remove_attribute("role").unwrap();
    assert_eq!(told(&svgs[0]), Told::Unclear);
    svgs[1].set_attribute("aria-hidden", "true").unwrap();
    assert_eq!(told(&svgs[1]), Told::Unclear);
}

// --- What is drawn ---

/// What is wrong with an image of a shape, by the browser's own measure.
fn faults(svg: &Element, shape: &Shape) -> Vec<String> {
    let name = shape.name;
    let mut faults = Vec::new();
    if svg.namespace_uri().as_deref() != Some(SVG) {
        faults.push(format!("{name}: no image"));
    }
    if svg.get_attribute("viewBox").as_deref() != Some(icons::shape::VIEW_BOX) {
        faults.push(format!("{name}: another square"));
    }
    let expected: Vec<(&str, f64)> = [(shape.line, HALF_LINE), (shape.fill, 0.0)]
        .into_iter()
        .filter(|(d, _)| !d.is_empty())
        .collect();
    let children = svg.child_nodes();
    if children.length() as usize != expected.len() {
        faults.push(format!("{name}: {} parts, not {}", children.length(), expected.len()));
        return faults;
    }
    for (at, (d, by)) in expected.into_iter().enumerate() {
        let path: Element = children.item(at as u32).unwrap().unchecked_into();
        if path.namespace_uri().as_deref() != Some(SVG) || path.local_name() != "path" {
            faults.push(format!("{name}: {} is no path of SVG", path.tag_name()));
            continue;
        }
        if path.get_attribute("d").as_deref() != Some(d) {
            faults.push(format!("{name}: another path"));
        }
        if graphic(&path).length() <= 0.0 {
            faults.push(format!("{name}: draws nothing"));
            continue;
        }
        let beyond = measured(&path).widened(by).beyond(SIDE);
        if beyond > TOLERANCE {
            faults.push(format!("{name}: stands {beyond:.3} out of the square"));
        }
    }
    faults
}

fn measured(path: &Element) -> Bounds {
    let rect = graphic(path).bbox();
    let (left, top) = (rect.x(), rect.y());
    Bounds { left, top, right: left + rect.width(), bottom: top + rect.height() }
}

#[wasm_bindgen_test]
async fn every_icon_is_drawn_by_paths_of_svg_inside_its_view_box() {
    let stage = drawn(draw_all);
    let faults: Vec<String> =
        all(&stage).iter().flat_map(|(icon, svg)| faults(svg, icon.shape())).collect();
    assert_eq!(faults, Vec::<String>::new());
}

const SOUND: Shape =
    Shape { name: "sound", line: "M2 2L22 22", fill: "", flips: false, tone: Tone::Current };

/// One fault each.
#[wasm_bindgen_test]
async fn control_the_check_of_what_is_drawn_notices_every_kind_of_fault() {
    let found = |line, fill, spoil: fn(&Element)| {
        let shape = Shape { line, fill, ..SOUND };
        let stage = drawn(move |out| draw_shape(out, &shape));
        let svg = stage.one("svg").unwrap();
        spoil(&svg);
        faults(&svg, &shape).len()
    };
    let as_it_is = |_: &Element| {};
    assert_eq!(found(SOUND.line, "", as_it_is), 0);
    assert_eq!(found("", "M0 0L24 24", as_it_is), 0);
    assert_eq!(found("M1 1L23 23", "M0 0L24 24", as_it_is), 0);
    assert_eq!(found("M5 5", "", as_it_is), 1, "gone to and not drawn");
    assert_eq!(found("no path", "", as_it_is), 1, "no path");
    assert_eq!(found("M0 0L20 20", "", as_it_is), 1, "half of the line is outside");
    assert_eq!(found("", "M0 0L24.2 20", as_it_is), 1, "outside");
    assert_eq!(found("", "M2 12a10 10 0 1 0 0 .1", as_it_is), 1, "an arc that bulges out");
    assert_eq!(found(SOUND.line, "", |svg| svg.remove_attribute("viewBox").unwrap()), 1);
    assert_eq!(found(SOUND.line, "", |svg| svg.set_inner_html("")), 1, "a part is missing");
    let of_html = |svg: &Element| {
        let path = document().create_element("path").unwrap();
        path.set_attribute("d", SOUND.line).unwrap();
        svg.replace_child(&path, &svg.first_child().unwrap()).unwrap();
    };
    assert_eq!(found(SOUND.line, "", of_html), 1, "a path of HTML, which draws nothing");
}

/// How far apart two measures of a path are: the browser's of what it draws, the native tests' of what is written.
fn apart(path: &Element, written: &str) -> f64 {
    let native = Bounds::of(&paths::read(written).unwrap()).unwrap();
    let browser = measured(path);
    [
        native.left - browser.left,
        native.top - browser.top,
        native.right - browser.right,
        native.bottom - browser.bottom,
    ]
    .into_iter()
    .fold(0.0, |most: f64, by| most.max(by.abs()))
}

#[wasm_bindgen_test]
async fn the_browser_and_the_native_tests_measure_the_same() {
    let stage = drawn(draw_all);
    let paths = stage.all("path");
    assert!(paths.len() >= icons::ALL.len());
    for path in paths {
        let written = path.get_attribute("d").unwrap();
        assert!(apart(&path, &written) < 0.01, "{} {written}", apart(&path, &written));
    }
    // Control: a curve that is the same but for its handle.
    let stage = drawn(|out| draw_shape(out, &Shape { line: "M2 2Q12 20 22 2", ..SOUND }));
    let path = stage.one("path").unwrap();
    assert!(apart(&path, "M2 2Q12 20 22 2") < 0.01);
    assert!(apart(&path, "M2 2Q12 20.1 22 2") > 0.04);
}

/// Width, height, and the width of the line.
fn sizes(svg: &Element) -> (f64, f64, String) {
    let place = graphic(svg).place();
    (place.width(), place.height(), style_of(svg).value("stroke-width"))
}

#[wasm_bindgen_test]
async fn an_icon_has_the_size_and_colour_of_the_text_around_it_unless_told_otherwise() {
    let both = Shape { fill: "M3 12h5v5h-5z", ..SOUND };
    let stage = drawn(move |out| draw_shape(out, &both));
    let svg = stage.one("svg").unwrap();
    let style = |more: &str| {
        let style = ["font-size: 37px; color: rgb(1, 2, 3);", more].concat();
        stage.host.set_attribute("style", &style).unwrap();
    };
    let as_the_text = (37.0, 37.0, "2px".to_owned());
    let other = "--standfirst-icon-size: 50px; --standfirst-icon-stroke: 1.5";

    // Already without a style sheet, which then changes nothing by itself.
    style("");
    assert_eq!(sizes(&svg), as_the_text);
    style(other);
    assert_eq!(sizes(&svg), as_the_text, "control");
    let _sheet = Sheet::new(include_str!("../../style/icons.css"));
    assert_eq!(sizes(&svg), (50.0, 50.0, "1.5px".to_owned()));
    style("");
    assert_eq!(sizes(&svg), as_the_text);
    assert_eq!(style_of(&svg).value("stroke"), "rgb(1, 2, 3)");
    let fill = svg.query_selector("path[fill]").unwrap().unwrap();
    assert_eq!(style_of(&fill).value("fill"), "rgb(1, 2, 3)");
}

// --- Which way ---

/// Whether left is right. What merely turns is not mirrored.
fn mirrored(svg: &Element) -> bool {
    let matrix = DOMMatrix::new(&style_of(svg).value("transform"));
    matrix.a() * matrix.d() - matrix.b() * matrix.c() < 0.0
}

fn names(icons: &[(IconName, Element)], wanted: impl Fn(IconName, &Element) -> bool) -> Vec<&str> {
    let chosen = icons.iter().filter(|(icon, svg)| wanted(*icon, svg));
    chosen.map(|(icon, _)| icon.as_str()).collect()
}

#[wasm_bindgen_test]
async fn from_right_to_left_those_icons_are_mirrored_that_flip_and_no_others() {
    let _sheet = Sheet::new(include_str!("../../style/icons.css"));
    let stage = drawn(draw_all);
    let icons = all(&stage);
    let none: [&str; 0] = [];
    let flips = names(&icons, |icon, _| icon.shape().flips);
    assert!(!flips.is_empty() && flips.len() < icons.len());
    let now = || names(&icons, |_, svg| mirrored(svg));
    assert_eq!(now(), none, "as the page is");
    stage.host.set_attribute("dir", "rtl").unwrap();
    assert_eq!(now(), flips);
    stage.host.set_attribute("dir", "ltr").unwrap();
    assert_eq!(now(), none, "and back");
}

#[wasm_bindgen_test]
async fn the_nearest_direction_counts() {
    let _sheet = Sheet::new(include_str!("../../style/icons.css"));
    let stage = Stage::new(|| {
        view! {
            <div dir="rtl"><p dir="ltr"><Icon icon=icons::NEXT/></p><p><Icon icon=icons::NEXT/></p></div>
            <div dir="ltr"><p dir="rtl"><Icon icon=icons::NEXT/></p><p><Icon icon=icons::NEXT/></p></div>
            <p dir="auto">"Deutsch "<Icon icon=icons::NEXT/></p>
            <p dir="auto">"عربي "<Icon icon=icons::NEXT/></p>
        }
        .into_any()
    });
    let found: Vec<bool> = stage.all("svg").iter().map(mirrored).collect();
    assert_eq!(found, [false, true, true, false, false, true]);
}

#[wasm_bindgen_test]
async fn control_without_the_style_nothing_is_mirrored() {
    let stage = drawn(draw_all);
    stage.host.set_attribute("dir", "rtl").unwrap();
    assert_eq!(names(&all(&stage), |_, svg| mirrored(svg)), [""; 0]);
}

// --- Copied ---

/// Draws the message where there is one, and else another word.
fn place(out: &mut Nodes, state: Copied) {
    markup::Element::open(out, "p").live(Box::new(move || {
        let mut out = Vec::new();
        if !copied(&mut out, "Copied", state) {
            standfirst::draw!((&mut out); "Copy");
        }
        out
    }));
}

/// What stands in the place: the phase, the icon, its ink, the words.
fn shown(stage: &Stage) -> String {
    let Some(message) = stage.one(".sf-copied") else {
        assert!(stage.all("svg").is_empty());
        return text(&stage.host);
    };
    let svg = message.query_selector("svg").unwrap().unwrap();
    assert_eq!(stage.all(".sf-copied, svg").len(), 2);
    assert_eq!(told(&svg), Told::Nothing);
    let has = |element: &Element, name: &str| element.get_attribute(name).unwrap_or_default();
    [has(&message, "data-phase"), has(&svg, "data-icon"), has(&svg, "data-tone"), text(&stage.host)]
        .join(" ")
}

const NOW: &str = "now success-tick success Copied";
const PASSED: &str = "passed success-tick-timeout spent Copied";
const NOTHING: &str = "Copy";

fn message(stage: &Stage) -> Element {
    stage.one(".sf-copied").expect("a message")
}

fn happens(to: &Element, name: &str) {
    to.dispatch_event(&Event::new(name).unwrap()).unwrap();
}

#[wasm_bindgen_test]
async fn a_copy_is_told_by_a_tick_then_a_grey_one_then_no_more() {
    let state = Copied::new(0);
    let stage = drawn(move |out| place(out, state));
    assert_eq!(shown(&stage), NOTHING);
    // And a second time as the first.
    for _ in 0..2 {
        state.set(1);
        settle().await;
        assert_eq!(shown(&stage), NOW);
        happens(&message(&stage), "animationend");
        settle().await;
        assert_eq!(shown(&stage), PASSED);
        happens(&message(&stage), "animationend");
        settle().await;
        assert_eq!((shown(&stage).as_str(), state.get_untracked()), (NOTHING, 0));
    }
}

#[wasm_bindgen_test]
async fn control_no_other_event_moves_the_message_on() {
    let state = Copied::new(1);
    let stage = drawn(move |out| place(out, state));
    for at in [NOW, PASSED] {
        for name in ["animationstart", "animationcancel", "transitionend", "click", "load"] {
            happens(&message(&stage), name);
        }
        happens(&stage.one("p").unwrap(), "animationend");
        settle().await;
        assert_eq!(shown(&stage), at);
        happens(&message(&stage), "animationend");
        settle().await;
    }
    assert_eq!(shown(&stage), NOTHING);
}

#[wasm_bindgen_test]
async fn a_copy_while_the_tick_is_grey_begins_anew() {
    let state = Copied::new(1);
    let stage = drawn(move |out| place(out, state));
    let first = message(&stage);
    happens(&first, "animationend");
    settle().await;
    let grey = message(&stage);
    state.set(1);
    settle().await;
    assert_eq!(shown(&stage), NOW);
    // The ends of what has gone are nobody's.
    happens(&first, "animationend");
    happens(&grey, "animationend");
    settle().await;
    assert_eq!(shown(&stage), NOW);
    // As is the end of a tick that another copy has replaced.
    let replaced = message(&stage);
    state.set(1);
    settle().await;
    assert!(replaced != message(&stage), "its wait begins anew");
    happens(&replaced, "animationend");
    settle().await;
    assert_eq!(shown(&stage), NOW);
}

/// The style's own animations, taken to their ends.
#[wasm_bindgen_test]
async fn the_waits_of_the_style_move_the_message_on() {
    let _sheet = Sheet::new(include_str!("../../style/copied.css"));
    let state = Copied::new(1);
    let stage = drawn(move |out| place(out, state));
    for (at, next) in [(NOW, PASSED), (PASSED, NOTHING)] {
        assert_eq!(shown(&stage), at);
        let animations = graphic(&message(&stage)).animations();
        assert_eq!(animations.len(), 1, "one wait");
        animations[0].finish();
        until("the message moves on", || shown(&stage) != at).await;
        assert_eq!(shown(&stage), next);
    }
}

#[wasm_bindgen_test]
async fn an_end_that_comes_when_the_owner_has_gone_is_nothing() {
    let kept = Rc::new(Cell::new(None));
    let keep = kept.clone();
    let mut stage = drawn(move |out| {
        let state = Copied::new(1);
        keep.set(Some(state));
        place(out, state);
    });
    let (state, element) = (kept.get().unwrap(), message(&stage));
    assert_eq!(state.try_get_untracked(), Some(1));
    stage.unmount();
    assert_eq!(state.try_get_untracked(), None, "it went with its owner");
    // What is in the page again hears as what never left.
    stage.host.append_child(&element).unwrap();
    happens(&element, "animationend");
    settle().await;
    element.remove();
}

/// The element is still there and listens, but what it would change is not.
#[wasm_bindgen_test]
async fn an_end_that_comes_when_only_the_state_has_gone_is_nothing() {
    let owner = Owner::new();
    let state = owner.with(|| Copied::new(1));
    let stage = drawn(move |out| place(out, state));
    owner.cleanup();
    assert_eq!(state.try_get_untracked(), None);
    happens(&message(&stage), "animationend");
    settle().await;
    assert_eq!(shown(&stage), NOW);
}

/// A card of the gallery is drawn anew when something is typed, in the same moment as its message would be.
#[wasm_bindgen_test]
async fn an_end_in_the_moment_that_its_place_is_drawn_anew_is_nothing() {
    for end_first in [true, false] {
        let typed = RwSignal::new(0_u32);
        let stage = drawn(move |out| {
            markup::Element::open(out, "div").live(Box::new(move || {
                let mut out = Vec::new();
                let state = Copied::new(1 - typed.get().min(1));
                place(&mut out, state);
                out
            }));
        });
        assert_eq!(shown(&stage), NOW);
        let element = message(&stage);
        if end_first {
            happens(&element, "animationend");
            typed.set(1);
        } else {
            typed.set(1);
            happens(&element, "animationend");
        }
        settle().await;
        assert_eq!(shown(&stage), NOTHING);
    }
}

#[wasm_bindgen_test]
async fn control_a_listener_that_fails_reaches_the_page() {
    let errors = probe::errors();
    let element = document().create_element("p").unwrap();
    let fails = Function::new_no_args("throw new Error('a control: a listener that fails')");
    element.add_event_listener_with_callback("animationend", &fails).unwrap();
    happens(&element, "animationend");
    assert_eq!(probe::errors(), errors + 1);
}

// --- The catalogue ---

/// Text at the server, and the name of its requests.
fn served(text: &str) -> (String, String) {
    named(&format!("/echo/icons.txt?json={}", js_sys::encode_uri_component(text)))
}

/// What was answered, in the order of the answers: the names of the icons and how many rows, or nothing.
type Answer = Option<(Vec<&'static str>, usize)>;

#[derive(Clone, Default)]
struct Answers(Rc<RefCell<Vec<Answer>>>);

impl Answers {
    fn ask(&self, url: &str) {
        self.ask_and(url, || {});
    }

    /// Asks, and does something more from within the answer.
    fn ask_and(&self, url: &str, more: impl FnOnce() + 'static) {
        let answers = self.clone();
        let then = move |catalogue: Option<Catalogue>| {
            let answer = catalogue.map(|catalogue| {
                let names = catalogue.entries().map(|entry| entry.shape.name).collect();
                (names, catalogue.rows().count())
            });
            answers.0.borrow_mut().push(answer);
            more();
        };
        with_catalogue(url.to_owned(), Box::new(then));
    }

    fn count(&self) -> usize {
        self.0.borrow().len()
    }

    async fn come(&self, count: usize) -> Vec<Answer> {
        until("the answers are there", || self.count() >= count).await;
        settle().await;
        std::mem::take(&mut self.0.borrow_mut())
    }
}

async fn asked(id: &str) -> u64 {
    until_log("no request is open", id, |log| log.open == 0).await.count
}

/// In one test, since the catalogue is the page's: once it is here it stays.
#[wasm_bindgen_test]
async fn the_catalogue_is_fetched_once_and_after_a_failure_again() {
    // A view sets up what tasks are spawned with, and tells of errors when it goes.
    let _stage = Stage::new(|| ().into_any());
    let answers = Answers::default();

    // A failure answers everybody who asked meanwhile.
    let (missing, id) = named("/status/404");
    answers.ask(&missing);
    answers.ask(&missing);
    assert_eq!(answers.count(), 0);
    assert_eq!(answers.come(2).await, [None, None], "or another test has fetched a catalogue");
    assert_eq!(asked(&id).await, 1);
    // It is not kept.
    answers.ask(&missing);
    assert_eq!(answers.come(1).await, [None]);
    assert_eq!(asked(&id).await, 2);

    // What is no catalogue is none, though it comes with status 200.
    let empty_line_first = served("\nCalendar\ta desk calendar\tcalendar\n");
    // Six tabs make a line of the catalogue, but not of a page that happens to be indented so.
    let indented = served("<!doctype html>\n<html>\n\t\t\t\t\t\t<a>Sign in</a>\n");
    let others = ["/type/html", "/empty", "/article", "/204"].map(named);
    for (other, id) in others.into_iter().chain([empty_line_first, indented]) {
        for times in 1..=2 {
            answers.ask(&other);
            assert_eq!(answers.come(1).await, [None], "{other}");
            assert_eq!(asked(&id).await, times, "{other}");
        }
    }

    // Two ask again from within the answer that tells of the failure: one request, and both are answered.
    let wanted = [icons::CLOSE, icons::NEXT, icons::TICK].map(IconName::as_str);
    let text = files::text();
    let lines = |part: &str| part.lines().map(|line| format!("{line}\n")).collect::<Vec<_>>();
    let (entries, rows) = text.split_once("\n\n").unwrap();
    let mut some = lines(entries);
    some.retain(|line| wanted.contains(&line.split('\t').next().unwrap()));
    let (good, good_id) = served(&[&some.concat(), "\n", &lines(rows)[..2].concat()].concat());
    let (missing, id) = named("/status/404");
    for _ in 0..2 {
        let (again, good) = (answers.clone(), good.clone());
        answers.ask_and(&missing, move || again.ask(&good));
    }
    let here = Some((wanted.to_vec(), 2));
    assert_eq!(answers.come(4).await, [None, None, here.clone(), here.clone()]);
    assert_eq!((asked(&id).await, asked(&good_id).await), (1, 1));

    // From now on it is there: answered at once, also from within an answer, and whatever the address.
    let (other, other_id) = served("other\tOther\tAnother.\t\t\tM2 2h20\t\n");
    let again = answers.clone();
    let other_again = other.clone();
    answers.ask_and(&other, move || again.ask(&other_again));
    assert_eq!(answers.count(), 2, "without a wait");
    assert_eq!(answers.come(2).await, [here.clone(), here]);
    assert_eq!((asked(&other_id).await, asked(&good_id).await), (0, 1));
}

#[wasm_bindgen_test]
async fn control_requests_that_are_made_twice_are_counted_twice() {
    let (url, id) = served("text");
    for _ in 0..2 {
        wasm_bindgen_futures::JsFuture::from(probe::text_at(&url)).await.unwrap();
    }
    assert_eq!(asked(&id).await, 2);
}
