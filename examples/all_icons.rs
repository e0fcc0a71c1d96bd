//! A program that names every icon: `scripts/icon-sizes.mjs` weighs it against `three_icons.rs`.

use leptos::{mount::mount_to_body, prelude::*};
use standfirst::{Icon, icons};

fn main() {
    mount_to_body(|| {
        let all = icons::ALL.iter();
        all.map(|icon| view! { <Icon icon=*icon described=true /> }).collect_view()
    });
}
