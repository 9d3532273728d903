//! Why the program ends before, or other than, all well.

use std::io;

use clap::error::ErrorKind;

/// Why the program ends other than all well.
#[derive(Debug)]
pub(crate) enum Stop {
    /// Some files could not be read, or are not as they should be; each has been told already.
    SomeFailed,
    /// Something that no other file makes good, in words.
    Failed(String),
    /// A rule book that cannot be used, in words that need none in front.
    Book(String),
    /// The command line asks for something that cannot be.
    Usage(ErrorKind, String),
    /// The reader of the output has closed it.
    ClosedPipe,
}

impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::BrokenPipe => Self::ClosedPipe,
            _ => Self::Failed(format!("the output cannot be written: {error}")),
        }
    }
}
