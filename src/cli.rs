//! The native command: `standfirst check FILE-or-ADDRESS…` says what a document is read as, what became of
//! its members, what could not be read, and shows it as text.
//!
//! Everything is read and written through [`Streams`], so that a test calls it as a function. What comes out of a
//! document is written without the characters that a terminal would obey.

mod arguments;
mod counts;
mod discussion;
mod load;
mod members;
mod outline;
mod report;
mod walk;
mod wrap;

use crate::content::comments::{self, Page};
use crate::content::formats::{self, Reading, Unreadable};
use crate::error::{LoadError, Reason};
use arguments::{Asked, Command};
use load::Loaded;
use std::ffi::OsString;
use std::io::{self, Read, Write};
use std::process::ExitCode;

/// All was read.
pub const ALL_READ: u8 = 0;
/// Something could not be read, or, with `--strict`, has problems.
pub const NOT_READ: u8 = 1;
/// The command was called wrongly.
pub const USAGE: u8 = 2;

/// What the command reads from and writes to.
pub struct Streams<'a> {
    /// Read for `-`.
    pub input: &'a mut dyn Read,
    /// Where the reports go.
    pub out: &'a mut dyn Write,
    /// Where it says why there is none.
    pub errors: &'a mut dyn Write,
}

/// What a document was read into.
enum Checked {
    Article(Box<Reading>),
    Comments(Page),
}

/// Runs the command with the arguments of the process.
pub fn main() -> ExitCode {
    let (mut input, mut out, mut errors) = (io::stdin(), io::stdout().lock(), io::stderr());
    let mut streams = Streams { input: &mut input, out: &mut out, errors: &mut errors };
    ExitCode::from(run(std::env::args_os().skip(1), &mut streams))
}

/// Runs the command. The number is that of its exit.
pub fn run(arguments: impl IntoIterator<Item = OsString>, streams: &mut Streams) -> u8 {
    let written = match arguments::parse(arguments) {
        Ok(Command::Help) => streams.out.write_all(arguments::USAGE.as_bytes()).map(|()| ALL_READ),
        Ok(Command::Version) => {
            writeln!(streams.out, "standfirst {}", env!("CARGO_PKG_VERSION")).map(|()| ALL_READ)
        }
        Ok(Command::Check(asked)) => check(&asked, streams),
        Err(wrong) => writeln!(
            streams.errors,
            "standfirst: {}\nHow it is called: standfirst --help",
            wrap::printable(&wrong)
        )
        .map(|()| USAGE),
    };
    // Who reads the reports has had enough of them, as `head` does.
    written.unwrap_or(NOT_READ)
}

fn check(asked: &Asked, streams: &mut Streams) -> io::Result<u8> {
    let mut code = ALL_READ;
    for (at, input) in asked.inputs.iter().enumerate() {
        let checked = load::load(input, asked, streams.input)
            .and_then(|loaded| read(&loaded, asked).map(|checked| (loaded, checked)));
        match &checked {
            Ok((_, checked)) if asked.strict && !report::problems(checked).is_empty() => {
                code = NOT_READ;
            }
            Ok(_) => {}
            Err(_) => code = NOT_READ,
        }
        match checked {
            _ if asked.json => report::json(input, &checked, streams.out)?,
            Ok((_, checked)) => {
                if at > 0 {
                    writeln!(streams.out)?;
                }
                report::text(input, &checked, streams.out)?;
            }
            Err(error) => report::failure(input, &error, streams.errors)?,
        }
    }
    streams.out.flush()?;
    Ok(code)
}

fn read(loaded: &Loaded, asked: &Asked) -> Result<Checked, LoadError> {
    let (text, base) = (loaded.text.as_str(), loaded.base.as_str());
    let read = if asked.comments {
        comments::read(text.to_owned(), base).map(Checked::Comments)
    } else {
        formats::read_wished(text, &asked.wish, base)
            .map(|reading| Checked::Article(Box::new(reading)))
    };
    read.map_err(|unreadable| match unreadable {
        Unreadable::Parse(message) => LoadError::new(Reason::Parse, &loaded.url, message),
        Unreadable::Schema(message) => LoadError::new(Reason::Schema, &loaded.url, message),
    })
}
