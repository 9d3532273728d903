//! The terminal: its width, what is printed whole, and what is said on standard error.

use std::io::{IsTerminal, Write};

use crate::stop::Stop;

/// The width where there is no terminal to ask.
const USUAL_WIDTH: usize = 100;
/// Below this nothing can be laid out; the terminal breaks the lines itself.
const NARROWEST: usize = 50;
/// Longer lines than these are hard to read, however wide the terminal is.
const WIDEST: usize = 140;

/// How wide the output may be: as the terminal, or as `COLUMNS` says, or 100.
pub(crate) fn width() -> usize {
    let terminal = if std::io::stdout().is_terminal() { terminal_size::terminal_size() } else { None };
    let wanted = match terminal {
        Some((terminal_size::Width(width), _)) if width > 0 => usize::from(width),
        _ => std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok()).unwrap_or(USUAL_WIDTH),
    };
    wanted.clamp(NARROWEST, WIDEST)
}

/// Prints a text whose colours are for somebody who sees them.
pub(crate) fn print(text: &str) -> Result<(), Stop> {
    let mut output = anstream::stdout().lock();
    output.write_all(text.as_bytes())?;
    output.flush()?;
    Ok(())
}

/// Says on standard error what is wrong.
pub(crate) fn complain(message: &str) {
    complain_as_is(&format!("upheld: {message}"));
}

/// Says something on standard error that needs no name in front.
pub(crate) fn complain_as_is(message: &str) {
    // There is nowhere to report that standard error is closed.
    let _ = writeln!(anstream::stderr().lock(), "{message}");
}
