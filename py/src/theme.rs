//! What a decision is about.

use pyo3::prelude::*;

use crate::convert::At;
use crate::part::Part;
use crate::quote::Quote;
use crate::repr::Repr;
use crate::span::Span;

/// Something that a decision is about, as a rule book of one's own names it.
#[pyclass(frozen, eq, hash, module = "upheld")]
#[derive(PartialEq, Hash)]
pub(crate) struct Theme(pub(crate) Part<upheld::ThemeMention>);

#[pymethods]
impl Theme {
    #[classattr]
    #[pyo3(name = "__match_args__")]
    const MATCH_ARGS: (&str, &str) = ("name", "text");

    /// The theme, as the rule book names it.
    #[getter]
    fn name(&self) -> &str {
        &self.0.name
    }

    /// The theme in words for a reader.
    #[getter]
    fn label(&self) -> &str {
        &self.0.label
    }

    /// Where it is named: a paragraph number, or `"summary"`; `None` for the header.
    #[getter]
    fn at(&self) -> Option<At> {
        self.0.at.map(At)
    }

    /// The sentence that names it, or the field of the header.
    #[getter]
    fn text(&self) -> &str {
        self.0.text()
    }

    /// Where this stands, in code points.
    #[getter]
    fn span(&self) -> Span {
        self.0.span()
    }

    /// The words it rests on.
    #[getter]
    fn cue(&self) -> Quote {
        self.0.quote(self.0.cue)
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        Repr::new(py, "Theme").field("name", self.name()).text("text", self.text()).finish()
    }
}
