//! A program that names three icons and so carries three: `scripts/icon-sizes.mjs` weighs it against
//! `all_icons.rs`.

use leptos::{mount::mount_to_body, prelude::*};
use standfirst::{Icon, icons};

fn main() {
    mount_to_body(|| {
        view! {
            <Icon icon=icons::CALENDAR />
            <Icon icon=icons::CLOCK label="Time" />
            <Icon icon=icons::TAG described=true />
        }
    });
}
