//! Thin adapters over the browser. Each can fail without harm, and gives back what it took when dropped.

pub mod clipboard;
pub mod fragment;
pub mod history;
pub mod later;
pub mod listener;
pub mod near;
pub mod page;
pub mod place;
pub mod print;
pub mod selection;
pub mod sheet;
pub mod slices;
pub mod storage;
