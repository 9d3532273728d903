//! Values of the library as Python has them: codes as `str`, sums as `Decimal`, days as `date`.

use std::fmt;

use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyDate, PyType};
use serde::Serialize;
use upheld::{Date, Money};

/// Writes an enum as the JSON contract does.
struct Code<T>(T);

impl<T: Serialize> fmt::Display for Code<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.serialize(f)
    }
}

/// The code that the JSON contract has for a variant of an enum: `no_fault`, `final_decision`.
pub(crate) fn code(variant: impl Serialize) -> String {
    Code(variant).to_string()
}

/// Where something stands: the number of a paragraph, or `"summary"`.
#[derive(IntoPyObject)]
pub(crate) enum At {
    Paragraph(u32),
    Summary(&'static str),
}

impl From<upheld::At> for At {
    fn from(at: upheld::At) -> Self {
        match at {
            upheld::At::Paragraph(number) => Self::Paragraph(number),
            upheld::At::Summary => Self::Summary("summary"),
        }
    }
}

/// A day as `datetime.date`; `None` for a year that Python does not have, as in "1 January 0000".
pub(crate) fn date(py: Python<'_>, day: Date) -> PyResult<Option<Bound<'_, PyDate>>> {
    if day.year() < 1 {
        return Ok(None);
    }
    PyDate::new(py, day.year().into(), day.month().unsigned_abs(), day.day().unsigned_abs()).map(Some)
}

/// A sum as `decimal.Decimal`, in pounds.
pub(crate) fn decimal(py: Python<'_>, sum: Money) -> PyResult<Bound<'_, PyAny>> {
    static DECIMAL: PyOnceLock<Py<PyType>> = PyOnceLock::new();
    DECIMAL.import(py, "decimal", "Decimal")?.call1((sum.to_string(),))
}
