//! What several formats write in the same way.
