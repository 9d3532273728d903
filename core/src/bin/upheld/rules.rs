//! `upheld rules`: the standard rule book, to read or to begin one's own with.

use std::io::Write;

use upheld::RuleBook;

use crate::stop::Stop;

/// Runs the command.
pub(crate) fn run() -> Result<(), Stop> {
    let mut output = anstream::stdout().lock();
    output.write_all(RuleBook::STANDARD_TEXT.as_bytes())?;
    output.flush()?;
    Ok(())
}
