//! Lists, feeds and wrappers: which article of a document is meant.
