//! Standfirst shows a news article from JSON as a newspaper page: one address in, a page out.
//!
//! For other Leptos programs: [`ArticleReader`] fetches and shows an article, [`ArticleView`] shows one that
//! is there already, [`ShareMenu`] is a share button, [`Comments`] shows threads that fold, [`Disclosure`] is a heading that
//! opens. [`content`] reads and prepares articles without a browser.
//!
//! Features: `csr` in the browser, `ssr` to write components to a string, `schema` for the JSON Schema,
//! `cli` for the native command.

#[cfg(feature = "csr")]
pub mod app;
#[cfg(feature = "csr")]
pub mod browser;
#[cfg(feature = "csr")]
pub mod catalogue;
#[cfg(all(feature = "cli", not(target_arch = "wasm32")))]
pub mod cli;
pub mod components;
pub mod config;
pub mod content;
pub mod date;
#[cfg(feature = "embed")]
pub mod elements;
pub mod error;
#[cfg(feature = "csr")]
pub mod fetch;
#[cfg(feature = "csr")]
pub mod gallery;
pub mod i18n;
pub mod icons;
pub mod markup;
pub mod policy;
pub mod reader;
pub mod text;

pub use components::ArticleView;
#[cfg(not(feature = "embed"))]
pub use components::Disclosure;
pub use icons::{Icon, IconName};
pub use reader::{ArticleReader, Comments, ShareMenu, Source};
