//! What an icon is made of. Plain data without the rest of the crate: the build writes its icon files from it.

/// The square that every icon is drawn on: 24 units wide and high.
pub const VIEW_BOX: &str = "0 0 24 24";

/// What is drawn. A program that draws an icon by its shape alone does not carry its words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shape {
    /// The icon's name, in kebab case.
    pub name: &'static str,
    /// Path data, drawn with a line of 2 units with round ends. May be empty.
    pub line: &'static str,
    /// Path data, filled. May be empty.
    pub fill: &'static str,
    /// Mirrored where text runs from right to left.
    pub flips: bool,
    /// In what ink.
    pub tone: Tone,
}

/// The ink of an icon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// The colour of the text around it.
    Current,
    /// Green: something has worked.
    Success,
    /// Grey: what was said has passed.
    Spent,
}

/// Where a shape comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// Drawn for this project, on the same grid and with the same line.
    Own,
    /// Of Tabler Icons, drawn with a line.
    Tabler(&'static str),
    /// Of Tabler Icons, filled.
    TablerFilled(&'static str),
}

/// One icon of the catalogue.
#[derive(Debug, PartialEq, Eq)]
pub struct IconData {
    /// What is drawn.
    pub shape: &'static Shape,
    /// The title, as it is said: "Video Camera".
    pub title: &'static str,
    /// What is to be seen, in one sentence.
    pub description: &'static str,
    /// Other names, in kebab case, parted by spaces.
    pub aliases: &'static str,
    /// The mark of a company, which stands for nothing else.
    pub brand: bool,
    /// Where the shape comes from.
    pub source: Source,
}

/// A name of the catalogue: [`crate::icons::CALENDAR`] for one. A program carries only the icons that it names.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct IconName(pub(super) &'static IconData);

impl IconName {
    /// The icon's data.
    #[inline(always)]
    pub const fn data(self) -> &'static IconData {
        self.0
    }

    /// What is drawn.
    #[inline(always)]
    pub const fn shape(self) -> &'static Shape {
        self.0.shape
    }

    /// The name, in kebab case.
    pub const fn as_str(self) -> &'static str {
        self.0.shape.name
    }
}

impl std::fmt::Debug for IconName {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

impl std::fmt::Display for IconName {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}
