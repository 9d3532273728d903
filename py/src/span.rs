//! Where something stands, counted as Python counts.

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;

/// A place in the text of a decision: the code points from `start` up to, but not including, `end`.
///
/// `decision.text[span.start:span.end]`, or shorter `decision[span]`, are the words at that place. Spans are ordered
/// by where they begin. `len(span)` is the number of code points; `a in b` says whether `a` lies within `b`.
#[pyclass(frozen, eq, ord, hash, module = "upheld")]
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Span {
    /// The first code point, counted from 0.
    #[pyo3(get)]
    pub(crate) start: usize,
    /// The code point after the last one.
    #[pyo3(get)]
    pub(crate) end: usize,
}

#[pymethods]
impl Span {
    #[classattr]
    #[pyo3(name = "__match_args__")]
    const MATCH_ARGS: (&str, &str) = ("start", "end");

    #[new]
    fn new(start: usize, end: usize) -> PyResult<Self> {
        if end < start {
            return Err(PyValueError::new_err(format!(
                "a span ends where it starts or behind: {end} lies before {start}"
            )));
        }
        Ok(Self { start, end })
    }

    fn __len__(&self) -> usize {
        self.end - self.start
    }

    fn __contains__(&self, other: &Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    pub(crate) fn __repr__(&self) -> String {
        format!("Span({}, {})", self.start, self.end)
    }
}
