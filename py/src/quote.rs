//! Words of a decision and where they stand.

use std::hash::{Hash, Hasher};
use std::sync::Arc;

use pyo3::prelude::*;

use crate::part::Parsed;
use crate::repr::Repr;
use crate::span::Span;

/// Words of a decision and where they stand.
#[pyclass(frozen, eq, hash, module = "upheld")]
pub(crate) struct Quote {
    parsed: Arc<Parsed>,
    span: upheld::Span,
}

impl Quote {
    pub(crate) fn new(parsed: &Arc<Parsed>, span: upheld::Span) -> Self {
        Self { parsed: Arc::clone(parsed), span }
    }

    /// The decision, and the bytes of its text where the words stand.
    pub(crate) fn whence(&self) -> (&Arc<Parsed>, upheld::Span) {
        (&self.parsed, self.span)
    }
}

impl PartialEq for Quote {
    fn eq(&self, other: &Self) -> bool {
        self.span == other.span && self.text() == other.text()
    }
}

impl Hash for Quote {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.span.hash(state);
    }
}

#[pymethods]
impl Quote {
    #[classattr]
    #[pyo3(name = "__match_args__")]
    const MATCH_ARGS: (&str, &str) = ("text", "span");

    /// The words.
    #[getter]
    fn text(&self) -> &str {
        self.parsed.slice(self.span)
    }

    /// Where they stand, in code points.
    #[getter]
    fn span(&self) -> Span {
        self.parsed.span(self.span)
    }

    fn __str__(&self) -> &str {
        self.text()
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        Repr::new(py, "Quote").text("text", self.text()).field("span", self.span()).finish()
    }
}
