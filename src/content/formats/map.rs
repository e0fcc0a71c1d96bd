//! A document whose members the publisher names.
