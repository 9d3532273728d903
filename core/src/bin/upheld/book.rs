//! The rule book that the command line asks for.

use std::borrow::Cow;
use std::path::Path;

use upheld::{BookError, RuleBook};

use crate::args::BookArgs;
use crate::inputs::reason;
use crate::stop::Stop;

/// What the command line calls the standard book.
const STANDARD: &str = "standard";

/// The book at the path of the arguments, or else the standard one.
pub(crate) fn load(args: &BookArgs) -> Result<Cow<'static, RuleBook>, Stop> {
    args.rules.as_deref().map_or(Ok(Cow::Borrowed(RuleBook::standard())), open)
}

/// The book at a path; `standard` is the one that comes with the library.
pub(crate) fn open(path: &Path) -> Result<Cow<'static, RuleBook>, Stop> {
    if path == Path::new(STANDARD) && !path.exists() {
        return Ok(Cow::Borrowed(RuleBook::standard()));
    }
    RuleBook::from_file(path).map(Cow::Owned).map_err(|error| match error {
        BookError::Unreadable(error) => Stop::Book(format!("upheld: {}: {}", path.display(), reason(&error))),
        BookError::Mistakes(error) => Stop::Book(error.to_string()),
    })
}
