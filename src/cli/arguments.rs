//! What the command is asked for.

use crate::content::formats::{Format, Wish};
use crate::policy::origin_of;
use lexopt::prelude::*;
use std::ffi::OsString;

/// What `--help` says.
pub const USAGE: &str = "\
standfirst check [OPTIONS] FILE-or-ADDRESS...

Reads articles (or comments) as the element does, and says of each what it was read as, what became
of its members, what could not be read, and what its text is. `-` reads the standard input.

  --format NAME     what it is, instead of finding it out: canonical, json-ld, wordpress, ghost,
                    json-feed, ninjs, guardian, ans, activitystreams, map
  --item WHICH      which one of a list or feed: an id, slug, address, or number from 1
  --map PATHS       where the members stand: a JSON object of paths, or the name of a file with one
  --comments        reads comments instead of articles
  --base ADDRESS    what relative addresses start from; else the address it came from
  --strict          counts a document with problems as one that could not be read
  --json            one JSON object a line for each, for programs
  --help, --version

It ends with 0 where all was read, with 1 where something could not be, with 2 where it was called
wrongly.
";

/// A way to call the command.
pub enum Command {
    /// Look at documents.
    Check(Asked),
    /// Say how it is called.
    Help,
    /// Say which version it is.
    Version,
}

/// Which documents are looked at, and how.
#[derive(Default)]
pub struct Asked {
    /// Files, addresses, `-`.
    pub inputs: Vec<String>,
    /// How articles are read.
    pub wish: Wish,
    /// They are comments.
    pub comments: bool,
    /// For programs.
    pub json: bool,
    /// Problems count as failures.
    pub strict: bool,
    /// What relative addresses start from.
    pub base: Option<String>,
}

/// Reads the arguments. An error is a line on what is wrong with them.
pub fn parse(arguments: impl IntoIterator<Item = OsString>) -> Result<Command, String> {
    let mut parser = lexopt::Parser::from_args(arguments);
    let mut asked = Asked::default();
    let mut begun = false;
    while let Some(argument) = parser.next().map_err(said)? {
        match argument {
            Short('h') | Long("help") => return Ok(Command::Help),
            Short('V') | Long("version") => return Ok(Command::Version),
            Long("format") => asked.wish.format = Format::named(&value(&mut parser)?)?,
            Long("item") => asked.wish.item = Some(value(&mut parser)?),
            Long("map") => asked.wish.map = Some(map(value(&mut parser)?)?),
            Long("base") => asked.base = Some(base(value(&mut parser)?)?),
            Long("comments") => asked.comments = true,
            Long("json") => asked.json = true,
            Long("strict") => asked.strict = true,
            Value(word) if !begun => match word.to_str() {
                Some("check") => begun = true,
                Some("help") => return Ok(Command::Help),
                _ => return Err(format!("there is no command {}", word.display())),
            },
            Value(input) => {
                let named = input.into_string();
                asked.inputs.push(named.map_err(|_| "a name that is not UTF-8".to_owned())?);
            }
            other => return Err(said(other.unexpected())),
        }
    }
    if !begun {
        return Err("no command is given".to_owned());
    }
    if asked.inputs.is_empty() {
        return Err("check what? No file or address is given".to_owned());
    }
    if asked.inputs.iter().filter(|input| *input == "-").count() > 1 {
        return Err("the standard input can be read once".to_owned());
    }
    Ok(Command::Check(asked))
}

fn said(error: lexopt::Error) -> String {
    error.to_string()
}

fn value(parser: &mut lexopt::Parser) -> Result<String, String> {
    parser.value().and_then(|value| value.string()).map_err(said)
}

/// The map itself, or the file that holds it.
fn map(written: String) -> Result<String, String> {
    if written.trim_start().starts_with('{') {
        return Ok(written);
    }
    std::fs::read_to_string(&written).map_err(|error| format!("the map {written}: {error}"))
}

fn base(written: String) -> Result<String, String> {
    match origin_of(&written) {
        Some(_) => Ok(written),
        None => Err(format!("{written} is no address to start from: http or https")),
    }
}
