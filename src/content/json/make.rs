//! JSON that is made: of what publishers write in other ways, for the reader of our own format.

use super::Json;

impl Json {
    /// A text.
    #[inline(never)]
    pub(crate) fn said(text: &str) -> Json {
        Json::Text(text.to_owned())
    }

    /// An object without members.
    pub(crate) fn nothing() -> Json {
        Json::Object(Vec::new())
    }

    /// A block of this kind.
    #[inline(never)]
    pub(crate) fn block(kind: &str) -> Json {
        let mut block = Json::nothing();
        block.say("type", kind);
        block
    }

    /// A block of this kind with something in it.
    #[inline(never)]
    pub(crate) fn holding(kind: &str, name: &str, value: Json) -> Json {
        let mut block = Json::block(kind);
        block.put(name, value);
        block
    }

    /// Adds a member: of one that is there twice the second counts.
    #[inline(never)]
    pub(crate) fn put(&mut self, name: &str, value: Json) {
        if let Json::Object(members) = self {
            members.push((name.to_owned(), value));
        }
    }

    /// An object with one member.
    #[inline(never)]
    pub(crate) fn only(name: &str, value: Json) -> Json {
        let mut object = Json::nothing();
        object.put(name, value);
        object
    }

    /// Adds a text that is read as it stands: an address, program text, a word. Nothing where there is none.
    #[inline(never)]
    pub(crate) fn say(&mut self, name: &str, text: &str) {
        if !text.is_empty() {
            self.put(name, Json::said(text));
        }
    }

    /// [`Json::say`] for words whose character references are decoded when they are read.
    #[inline(never)]
    pub(crate) fn tell(&mut self, name: &str, words: &str) {
        if !words.is_empty() {
            self.put(name, Json::escaped(words));
        }
    }

    /// Words whose character references will be decoded.
    pub(crate) fn escaped(words: &str) -> Json {
        Json::Text(words.replace('&', "&amp;"))
    }

    /// Whether it is a block of this kind.
    #[inline(never)]
    pub(crate) fn is(&self, kind: &str) -> bool {
        matches!(self.get("type"), Some(Json::Text(own)) if own == kind)
    }

    /// Whether it has this member.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.get(name).is_some()
    }

    /// Takes a member out.
    #[inline(never)]
    pub(crate) fn take(&mut self, name: &str) -> Option<Json> {
        let Json::Object(members) = self else { return None };
        let at = members.iter().position(|(own, _)| own == name)?;
        Some(members.remove(at).1)
    }

    /// Takes a list out; empty where there is none.
    #[inline(never)]
    pub(crate) fn take_list(&mut self, name: &str) -> Vec<Json> {
        match self.take(name) {
            Some(Json::List(items)) => items,
            _ => Vec::new(),
        }
    }

    /// Takes a text out; "" where there is none.
    #[inline(never)]
    pub(crate) fn take_text(&mut self, name: &str) -> String {
        match self.take(name) {
            Some(Json::Text(text)) => text,
            _ => String::new(),
        }
    }
}
