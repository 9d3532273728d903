//! The rule book that the command line asks for.

use std::borrow::Cow;

use upheld::{RuleBook, read_text};

use crate::args::BookArgs;
use crate::inputs::reason;
use crate::stop::Stop;

/// The book at the path of the arguments, or else the standard one.
pub(crate) fn load(args: &BookArgs) -> Result<Cow<'static, RuleBook>, Stop> {
    let Some(path) = &args.rules else { return Ok(Cow::Borrowed(RuleBook::standard())) };
    let name = path.display().to_string();
    let text = read_text(path).map_err(|error| Stop::Book(format!("upheld: {name}: {}", reason(&error))))?;
    RuleBook::parse(&name, &text).map(Cow::Owned).map_err(|error| Stop::Book(error.to_string()))
}
