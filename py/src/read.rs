//! From text to decision. The interpreter lock is released meanwhile.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use pyo3::intern;
use pyo3::prelude::*;
use upheld::{Diagnostic, DiagnosticKind, Limits, Source, SourceError, Span};

use crate::decision::Decision;
use crate::errors::{file_refused, text_refused};
use crate::part::Parsed;
use crate::rules::{Book, RuleBook};

/// Reads a decision from its text, by the standard rule book or by `rules`.
///
/// Any text is taken; what could not be placed is told in `Decision.diagnostics`. From a web page (HTML) the decision
/// is taken out, characters that were decoded wrongly are put right, and words that were broken at the end of a line
/// joined: that is told there too, and places are those in `Decision.text`. Other threads run meanwhile.
///
/// Raises `UnicodeEncodeError` (a `ValueError`) for a text with lone surrogates, and `SourceError` for one of more
/// than `max_bytes` bytes in UTF-8 (256 MiB, unless it is given), or a web page whose elements are nested deeper than
/// `max_depth` (512).
///
/// >>> upheld.parse("Final decision\n\n  1. I find no fault by the Council.\n").layout
/// 'statement'
#[pyfunction]
#[pyo3(signature = (text, /, *, rules=None, max_bytes=None, max_depth=None))]
pub(crate) fn parse(
    py: Python<'_>,
    text: &str,
    rules: Option<&Bound<'_, RuleBook>>,
    max_bytes: Option<usize>,
    max_depth: Option<usize>,
) -> PyResult<Decision> {
    let book = book(rules);
    py.detach(|| {
        let source = limits(max_bytes, max_depth).text(text).map_err(|error| text_refused(&error))?;
        Ok(Decision::of(Arc::new(decision(source, &book, String::new()))))
    })
}

/// Reads a decision from a file, by the standard rule book or by `rules`.
///
/// The file is a text or a web page, recognised by what it holds, in UTF-8, UTF-16 or Windows-1252. A PDF is read where
/// the extra is installed that takes its text out: `pip install upheld[pdf]`. What was done to get the text is told in
/// `Decision.diagnostics`.
///
/// Raises `OSError`, as `open` does, for a file that cannot be read (`FileNotFoundError`, `IsADirectoryError`,
/// `PermissionError`), and `SourceError` for one that is no text, has more than `max_bytes` bytes (256 MiB, unless it
/// is given), or is a web page whose elements are nested deeper than `max_depth` (512). Other threads run meanwhile.
///
/// >>> upheld.read("decisions/21-003-813.txt").source
/// 'decisions/21-003-813.txt'
#[pyfunction]
#[pyo3(signature = (path, /, *, rules=None, max_bytes=None, max_depth=None))]
#[expect(clippy::needless_pass_by_value, reason = "pyo3 hands over a path of our own")]
pub(crate) fn read(
    py: Python<'_>,
    path: PathBuf,
    rules: Option<&Bound<'_, RuleBook>>,
    max_bytes: Option<usize>,
    max_depth: Option<usize>,
) -> PyResult<Decision> {
    let (book, limits) = (book(rules), limits(max_bytes, max_depth));
    let source = path.to_string_lossy().into_owned();
    let parsed = match py.detach(|| limits.open(&path).map(|text| decision(text, &book, source))) {
        Err(SourceError::Pdf) => pdf(py, &path, &limits, &book)?,
        read => read.map_err(|error| file_refused(error, &path))?,
    };
    Ok(Decision::of(Arc::new(parsed)))
}

/// Reads a decision from a PDF document.
pub(crate) fn pdf(py: Python<'_>, path: &Path, limits: &Limits, book: &Book) -> PyResult<Parsed> {
    let text: String = py.import(intern!(py, "upheld._pdf"))?.call_method1(intern!(py, "text"), (path,))?.extract()?;
    py.detach(|| {
        let mut source = limits.text(&text).map_err(|error| file_refused(error, path))?;
        source.diagnostics.insert(0, from_pdf());
        Ok(decision(source, book, path.to_string_lossy().into_owned()))
    })
}

fn from_pdf() -> Diagnostic {
    let message = "the text was taken out of a PDF document, and places are those in this text".to_owned();
    Diagnostic { kind: DiagnosticKind::Extracted, message, span: Span::new(0, 0) }
}

pub(crate) fn decision(source: Source, book: &Book, name: String) -> Parsed {
    Parsed::new(upheld::Decision::read(source, book), name, book.clone())
}

pub(crate) fn limits(max_bytes: Option<usize>, max_depth: Option<usize>) -> Limits {
    let usual = Limits::default();
    Limits { bytes: max_bytes.unwrap_or(usual.bytes), depth: max_depth.unwrap_or(usual.depth) }
}

pub(crate) fn book(rules: Option<&Bound<'_, RuleBook>>) -> Book {
    rules.map_or(Book::Standard, |rules| rules.get().0.clone())
}
