//! Copies and pickles. Nothing can be changed, so a copy is the object itself; a pickle of a part is that of its decision,
//! and the way from there to the part.

use std::sync::Arc;

use pyo3::exceptions::PyValueError;
use pyo3::intern;
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyTuple};

use crate::batch::Batch;
use crate::context::{Context, Trigger};
use crate::decision::Decision;
use crate::explain::{BookPlace, Explanation, Proposal, Reason, Ruling, Verdict};
use crate::meaning::{Deadline, Finding, Forum, Ground, Issue, Remedy};
use crate::part::{Parsed, Part};
use crate::quote::Quote;
use crate::rules::{Book, BookId, RuleBook};
use crate::span::Span;
use crate::structure::{Diagnostic, Header, Item, Paragraph, Reference, Section};
use crate::table::Table;
use crate::theme::Theme;
use crate::triage::{Flag, Step, Triage};

/// What `pickle` asks of an object: a function, and its arguments.
type Reduced<'py> = (Bound<'py, PyAny>, Bound<'py, PyAny>);

/// Gives a class what `copy` and `pickle` ask for; the function gives the name of a function of this module and its arguments.
macro_rules! persist {
    ($($class:ty: $reduced:expr;)*) => {
        $(#[pymethods]
        impl $class {
            fn __copy__(slf: Py<Self>) -> Py<Self> {
                slf
            }

            #[pyo3(signature = (_memo, /))]
            fn __deepcopy__(slf: Py<Self>, _memo: &Bound<'_, PyAny>) -> Py<Self> {
                slf
            }

            fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<Reduced<'py>> {
                let reduced: fn(&Self, Python<'py>) -> PyResult<(&'static str, Bound<'py, PyTuple>)> = $reduced;
                let (function, arguments) = reduced(self, py)?;
                Ok((py.import(intern!(py, "upheld._upheld"))?.getattr(function)?, arguments.into_any()))
            }
        })*
    };
}

persist! {
    BookId: |it, py| of_part(py, &it.0);
    BookPlace: |it, py| of_part(py, &it.0);
    Context: |it, py| of_part(py, &it.0);
    Deadline: |it, py| of_part(py, &it.0);
    Diagnostic: |it, py| of_part(py, &it.0);
    Explanation: |it, py| of_part(py, &it.0);
    Finding: |it, py| of_part(py, &it.0);
    Flag: |it, py| of_part(py, &it.0);
    Forum: |it, py| of_part(py, &it.0);
    Ground: |it, py| of_part(py, &it.0);
    Header: |it, py| of_part(py, &it.0);
    Issue: |it, py| of_part(py, &it.0);
    Item: |it, py| of_part(py, &it.0);
    Paragraph: |it, py| of_part(py, &it.0);
    Proposal: |it, py| of_part(py, &it.0);
    Reason: |it, py| of_part(py, &it.0);
    Reference: |it, py| of_part(py, &it.0);
    Remedy: |it, py| of_part(py, &it.0);
    Ruling: |it, py| of_part(py, &it.0);
    Section: |it, py| of_part(py, &it.0);
    Step: |it, py| of_part(py, &it.0);
    Theme: |it, py| of_part(py, &it.0);
    Triage: |it, py| of_part(py, &it.0);
    Trigger: |it, py| of_part(py, &it.0);
    Verdict: |it, py| of_part(py, &it.0);

    Quote: |it, py| {
        let (parsed, span) = it.whence();
        Ok(("_quote", (Decision::of(Arc::clone(parsed)), span.start(), span.end()).into_pyobject(py)?))
    };
    Span: |it, py| Ok(("Span", (it.start, it.end).into_pyobject(py)?));
    Decision: |it, py| {
        let parsed = it.parsed();
        Ok(("_decision", (state(py, parsed)?, &parsed.source, RuleBook(parsed.book.clone())).into_pyobject(py)?))
    };
    RuleBook: |it, py| Ok(("_book", (texts(&it.0),).into_pyobject(py)?));
    Batch: |it, py| {
        let states: PyResult<Vec<_>> = it.parsed().iter().map(|it| Ok((state(py, it)?, &it.source))).collect();
        Ok(("_batch", (states?, it.errors(py), RuleBook(it.book().clone())).into_pyobject(py)?))
    };
    Table: |it, py| Ok(("_table", (it.batch(), it.name()).into_pyobject(py)?));
}

fn of_part<'py, T>(py: Python<'py>, part: &Part<T>) -> PyResult<(&'static str, Bound<'py, PyTuple>)> {
    Ok(("_part", (Decision::of(Arc::clone(part.parsed())), part.way()).into_pyobject(py)?))
}

/// What a decision is pickled as, beside its source and its book.
fn state<'py>(py: Python<'py>, parsed: &Arc<Parsed>) -> PyResult<Bound<'py, PyBytes>> {
    let bytes = py.detach(|| serde_json::to_vec(&parsed.decision));
    bytes.map(|bytes| PyBytes::new(py, &bytes)).map_err(|error| PyValueError::new_err(error.to_string()))
}

fn parsed(py: Python<'_>, state: &[u8], source: String, book: &Book) -> PyResult<Arc<Parsed>> {
    let refused = |why: &str| PyValueError::new_err(format!("this was not pickled by this version of upheld: {why}"));
    let read = py.detach(|| serde_json::from_slice::<upheld::Decision>(state));
    let decision = read.map_err(|error| refused(&error.to_string()))?;
    if decision.book.library != env!("CARGO_PKG_VERSION") {
        return Err(refused(&format!("it is of version {}", decision.book.library)));
    }
    Ok(Arc::new(Parsed::new(decision, source, book.clone())))
}

/// A part of a decision, found by its way.
#[pyfunction]
#[pyo3(name = "_part", signature = (decision, way, /))]
pub(crate) fn part(decision: Bound<'_, PyAny>, way: Vec<(String, Option<usize>)>) -> PyResult<Bound<'_, PyAny>> {
    way.into_iter().try_fold(decision, |part, (name, index)| {
        let part = part.getattr(name)?;
        let part = if part.is_callable() { part.call0()? } else { part };
        index.map_or(Ok(part.clone()), |index| part.get_item(index))
    })
}

/// Words of a decision, found by their place in bytes.
#[pyfunction]
#[pyo3(name = "_quote", signature = (decision, start, end, /))]
pub(crate) fn quote(decision: &Bound<'_, Decision>, start: usize, end: usize) -> Quote {
    Quote::new(decision.get().parsed(), upheld::Span::new(start, end))
}

/// A decision, out of its pickle.
#[pyfunction]
#[pyo3(name = "_decision", signature = (state, source, book, /))]
pub(crate) fn decision(py: Python<'_>, state: &[u8], source: String, book: &Bound<'_, RuleBook>) -> PyResult<Decision> {
    parsed(py, state, source, &book.get().0).map(Decision::of)
}

/// The texts of a book, the standard one by no text.
fn texts(book: &Book) -> Vec<(&str, Option<&str>)> {
    let text = |(name, text)| (name, (text != upheld::RuleBook::STANDARD_TEXT).then_some(text));
    book.texts().map(text).collect()
}

/// A book, out of its pickle.
#[pyfunction]
#[pyo3(name = "_book", signature = (texts, /))]
pub(crate) fn book(py: Python<'_>, texts: Vec<(String, Option<String>)>) -> PyResult<RuleBook> {
    if let [(_, None)] = texts.as_slice() {
        return Ok(RuleBook(Book::Standard));
    }
    let standard = || upheld::RuleBook::STANDARD_TEXT.to_owned();
    let texts = texts.into_iter().map(|(name, text)| (name, text.unwrap_or_else(standard)));
    RuleBook::of(py, upheld::RuleBook::from_texts(texts))
}

/// A batch, out of its pickle.
#[pyfunction]
#[pyo3(name = "_batch", signature = (states, errors, book, /))]
pub(crate) fn batch(
    py: Python<'_>,
    states: Vec<(Bound<'_, PyBytes>, String)>,
    errors: Vec<Py<PyAny>>,
    book: &Bound<'_, RuleBook>,
) -> PyResult<Batch> {
    let book = &book.get().0;
    let decisions: PyResult<Vec<Arc<Parsed>>> =
        states.into_iter().map(|(state, source)| parsed(py, state.as_bytes(), source, book)).collect();
    Ok(Batch::new(decisions?, errors, book.clone()))
}

/// A table, out of its pickle.
#[pyfunction]
#[pyo3(name = "_table", signature = (batch, name, /))]
pub(crate) fn table<'py>(batch: &Bound<'py, Batch>, name: &str) -> PyResult<Bound<'py, PyAny>> {
    batch.getattr(name)
}
