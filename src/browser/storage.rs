//! What is kept on this device, where the browser allows it. Done without where it does not.

use web_sys::{Storage, window};

fn storage() -> Option<Storage> {
    // Throws in a frame without an origin, and where cookies are refused.
    window()?.local_storage().ok().flatten()
}

/// What was kept under a key.
pub fn get(key: &str) -> Option<String> {
    storage()?.get_item(key).ok().flatten()
}

/// Keeps a value. A full store keeps nothing.
pub fn set(key: &str, value: &str) {
    if let Some(storage) = storage() {
        let _ = storage.set_item(key, value);
    }
}
