//! What this device remembers of comments, all articles under one key.

use crate::browser::{page, storage};
use crate::content::comments::memory::{Memory, Remembered};

const KEY: &str = "standfirst-comments";

fn read() -> Memory {
    Memory::read(&storage::get(KEY).unwrap_or_default())
}

/// How the reader left the comments of an article. Articles are told apart by the address of their comments.
pub(super) fn of(article: &str) -> Remembered {
    read().of(article)
}

/// Keeps how they are now. Read again before it is written: another tab may have written meanwhile.
pub(super) fn put(article: &str, remembered: Remembered) {
    let mut memory = read();
    memory.put(article, remembered, page::now_ms());
    storage::set(KEY, &memory.write());
}

/// Whether the reader has asked for the keys, or for none.
pub(super) fn keys() -> Option<bool> {
    read().keys
}

/// Keeps that the reader wants the keys, or does not.
pub(super) fn use_keys(wanted: bool) {
    let mut memory = read();
    memory.keys = Some(wanted);
    storage::set(KEY, &memory.write());
}
