//! What the editors call things, as tables: each line has names and, behind ` > `, what becomes of what is called so. The line
//! of `*` is for all other names. As text, because as lists of names they would be twice as large.
//!
//! A sign stands for what is made of a tree:
//!
//! | sign | what it is |
//! |---|---|
//! | `P` | a paragraph |
//! | `H` | a heading; its level is the figure behind it, else an attribute |
//! | `L` `U` `N` | a list: numbered where an attribute says so, never, always |
//! | `Q` | a quotation |
//! | `C` | program text |
//! | `T` | a table; its rows may stand in another member |
//! | `E` | a cell that names its column |
//! | `A` | a link: the attribute with its address |
//! | `B` | a line break |
//! | `S` | a word that stands in an attribute |
//! | `X` | a piece of text |
//! | `-` | what is in it stands in its place; it may stand in another member |
//! | `0` | nothing; a problem at a member, where one is named |
//! | `Y` | what its style is called |
//! | `J` | a list of Editor.js |
//! | `M` | Markdown, in a member |
//!
//! Anything else is a block of our own format (the first word, `_` for a part of one), member by member: see [`super::card`].

use crate::text::{lists, part, split_once};

/// What an editor calls things.
pub(super) struct Dialect {
    /// The member with the kind.
    pub kind: &'static str,
    /// The member with the children. Where there is none, texts are HTML.
    pub children: &'static str,
    /// The member with the text. What has it is text, whatever its kind.
    pub text: &'static str,
    /// The member with the attributes; "" where the node has them itself.
    pub attributes: &'static str,
    /// The kinds by their names.
    pub kinds: &'static str,
}

impl Dialect {
    /// What becomes of what is called so, and whether the name is known.
    pub fn rule(&self, name: &str) -> (&'static str, bool) {
        let mut other = "";
        let mut rest = self.kinds;
        while !rest.is_empty() {
            let line;
            (line, rest) = part(rest, b'\n');
            if let Some((names, rule)) = split_once(line, " > ") {
                if lists(names, name) {
                    return (rule, true);
                }
                other = rule;
            }
        }
        (other, false)
    }
}

/// Lexical, and the cards of Ghost's Koenig. What is for mail, members and lists of other articles is for no readers.
pub(super) const LEXICAL: Dialect = Dialect {
    kind: "type",
    children: "children",
    text: "text",
    attributes: "",
    kinds: "\
paragraph > P
link autolink at-link > A url
list > L
listitem tablerow tablecell mark overflow > -
heading extended-heading > H
quote extended-quote aside > Q
linebreak > B
code > C
horizontalrule > divider
table > T
image > image url=src@! alt caption~ width height link=href# role=cardWidth^
upload > image url=value.url@! alt=value.alt caption=value.caption~ width=value.width height=value.height
gallery > gallery images=images&image caption~
codeblock > code text=code! language ; paragraph html=caption
html > html html
markdown > M markdown
bookmark > link-card url#! title=url\" title=metadata.title~ description=metadata.description~ image=metadata.thumbnail@ publisher=metadata.publisher
embed > embed ?url url@! provider=metadata.provider_name title=caption~ title=metadata.title author=metadata.author_name ; | html html
callout > callout ?calloutText body=calloutText*
toggle > details ?heading summary=heading~! body=content* ; | html html=content
button > paragraph spans=&+press
+press > _ href=buttonUrl#! text=buttonText$!
call-to-action > html html=textValue ; paragraph ?showButton spans=&+press
header > heading html=header ; paragraph html=subheader ; paragraph ?buttonEnabled spans=&+press
product > callout title=productTitle~ ; { image ?productImageSrc url=productImageSrc@! ; html html=productDescription ; paragraph ?productButtonEnabled spans=&+order
+order > _ href=productUrl#! text=productButton$!
video > video sources=&+source! poster=customThumbnailSrc|thumbnailSrc@ width height duration caption~
audio > audio sources=&+source! duration caption=title
+source > _ src@! type=mimeType
file > link-card url=src#! title=src\" title=fileTitle|fileName~ description=fileCaption~
at-link-search zwnj paywall signup email email-cta collection > 0
* > -",
};

/// Contentful's rich text. What it embeds stands in the document only where the publisher has joined it in.
pub(super) const CONTENTFUL: Dialect = Dialect {
    kind: "nodeType",
    children: "content",
    text: "value",
    attributes: "data",
    kinds: "\
paragraph > P
hyperlink entry-hyperlink asset-hyperlink resource-hyperlink > A uri
list-item table-row table-cell > -
heading-1 heading-2 > H2
heading-3 > H3
heading-4 heading-5 heading-6 > H4
hr > divider
unordered-list > U
ordered-list > N
blockquote > Q
table > T
table-header-cell > E
embedded-asset-block > image ?target.fields.file.contentType:image url=target.fields.file.url@! alt=target.fields.description width=target.fields.file.details.image.width height=target.fields.file.details.image.height ; | video ?target.fields.file.contentType:video sources=&+source! caption=target.fields.title ; | audio ?target.fields.file.contentType:audio sources=&+source! caption=target.fields.title ; | link-card url=target.fields.file.url#! title=target.fields.file.url\" title=target.fields.title~ description=target.fields.description~
+source > _ src=target.fields.file.url@! type=target.fields.file.contentType
embedded-entry-block embedded-entry-inline embedded-resource-block embedded-resource-inline > 0 target
* > -",
};

/// ProseMirror, as its own schemas, TipTap and Atlassian's editor name things.
pub(super) const PROSEMIRROR: Dialect = Dialect {
    kind: "type",
    children: "content",
    text: "text",
    attributes: "attrs",
    kinds: "\
paragraph figcaption > P
listItem list_item taskItem tableRow table_row tableCell table_cell figure mediaSingle mediaGroup details detailsContent expand > -
bulletList bullet_list taskList > U
orderedList ordered_list > N
heading > H
blockquote panel > Q
hardBreak hard_break > B
codeBlock code_block > C
horizontalRule horizontal_rule rule > divider
table > T
tableHeader table_header > E
image > image url=src@! alt caption~ width height
media > image url@! alt caption~ width height
youtube iframe embed > embed url=src|url|href@!
embedCard blockCard inlineCard > link-card url#! title=url\" title~ description~
video > video sources=&+source!
+source > _ src@! type
detailsSummary > H4
mention > S label
emoji status > S text
* > -",
};

/// Editor.js: a row of blocks, with HTML in their texts. `source` is the page that was pasted, `embed` the frame that the
/// editor shows.
pub(super) const EDITOR_JS: Dialect = Dialect {
    kind: "type",
    children: "",
    text: "",
    attributes: "data",
    kinds: "\
paragraph > paragraph html=text
header > heading html=text level
list nestedList checklist > J
quote > quote body=text* citation=caption~
code > code text=code! language=language|languageCode
delimiter > divider
image simpleImage > image url=file.url|url@! alt caption~ width height role=stretched^
embed > embed url=source|embed@! provider=service width height title=caption~
table > T content
linkTool > link-card url=link#! title=link\" title=meta.title~ description=meta.description~
attaches > link-card url=file.url#! title=file.url\" title=title|file.title|file.name~ description~
warning > callout tone:warning title~ body=message*
alert callout > callout title~ body=message*
raw html > html html
* > paragraph html=text|html|message|content|title|caption",
};

/// Portable Text. The address of a picture stands in the document only where the publisher has joined the picture in.
pub(super) const PORTABLE_TEXT: Dialect = Dialect {
    kind: "_type",
    children: "children",
    text: "",
    attributes: "",
    kinds: "\
span > X text
block > Y
normal > P
blockquote > Q
h1 h2 > H2
h3 > H3
h4 h5 h6 > H4
image figure mainImage > image url=url|asset.url@! alt caption~ width=asset.metadata.dimensions.width height=asset.metadata.dimensions.height
code > code text=code! language
break divider hr horizontalRule > divider
youtube vimeo video embed videoEmbed socialMediaEmbed > embed url=url|href|src@!
gallery > gallery images=images&image caption~
table > T rows
callout > callout title ; { - body|content|text|children|title|caption
* > - body|content|text|children|title|caption",
};
