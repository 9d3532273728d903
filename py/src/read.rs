//! From text to decision. The interpreter lock is released meanwhile.

use std::path::PathBuf;

use pyo3::prelude::*;
use upheld::{LARGEST_TEXT, SourceError};

use crate::decision::Decision;
use crate::errors::{file_refused, text_refused};
use crate::part::Parsed;
use crate::rules::RuleBook;

/// Reads a decision from its text, by the standard rule book or by `rules`.
///
/// Any text is taken; what could not be placed is told in `Decision.diagnostics`. Other threads run meanwhile.
///
/// Raises `UnicodeEncodeError` (a `ValueError`) for a text with lone surrogates, and `SourceError` for one of more
/// than 256 MiB.
///
/// >>> upheld.parse("Final decision\n\n  1. I find no fault by the Council.\n").layout
/// 'statement'
#[pyfunction]
#[pyo3(signature = (text, /, *, rules=None))]
pub(crate) fn parse(py: Python<'_>, text: &str, rules: Option<&Bound<'_, RuleBook>>) -> PyResult<Decision> {
    if text.len() > LARGEST_TEXT {
        return Err(text_refused(&SourceError::TooLarge(text.len())));
    }
    let book = book(rules);
    Ok(py.detach(|| Decision::new(Parsed::new(upheld::Decision::parse_with(text, book), String::new()))))
}

/// Reads a decision from a file, by the standard rule book or by `rules`. The file is UTF-8, or UTF-16 with a byte
/// order mark.
///
/// Raises `OSError`, as `open` does, for a file that cannot be read (`FileNotFoundError`, `IsADirectoryError`,
/// `PermissionError`), and `SourceError` for one that is no text or has more than 256 MiB. Other threads run
/// meanwhile.
///
/// >>> upheld.read("decisions/21-003-813.txt").source
/// 'decisions/21-003-813.txt'
#[pyfunction]
#[pyo3(signature = (path, /, *, rules=None))]
#[expect(clippy::needless_pass_by_value, reason = "pyo3 hands over a path of our own")]
pub(crate) fn read(py: Python<'_>, path: PathBuf, rules: Option<&Bound<'_, RuleBook>>) -> PyResult<Decision> {
    let book = book(rules);
    py.detach(|| {
        let text = upheld::read_text(&path).map_err(|error| file_refused(error, &path))?;
        let source = path.to_string_lossy().into_owned();
        Ok(Decision::new(Parsed::new(upheld::Decision::parse_with(&text, book), source)))
    })
}

fn book<'a>(rules: Option<&'a Bound<'_, RuleBook>>) -> &'a upheld::RuleBook {
    match rules {
        Some(rules) => rules.get().book(),
        None => upheld::RuleBook::standard(),
    }
}
