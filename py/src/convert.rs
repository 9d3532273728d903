//! Values of the library as Python has them: codes as `str`, sums as `Decimal`, days as `date`, lists as tuples.
//!
//! Each says what Python sees of it, from which the type stubs are generated.

use std::convert::Infallible;
use std::fmt;

use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyDate, PyString, PyTuple, PyType};
use serde::Serialize;
use upheld::{Date, Money};

use crate::part::Part;

#[cfg(feature = "stubs")]
use crate::stubs::{ELLIPSIS, TypeOf, either, literal, named, subscript};

/// An enum as the JSON contract writes it: `no_fault`, `final_decision`.
pub(crate) struct Code<T>(pub(crate) T);

impl<T: Serialize> fmt::Display for Code<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.serialize(f)
    }
}

/// An enum whose codes are known. A later version of the library may have more of them.
pub(crate) trait Codes: Serialize {
    #[cfg(feature = "stubs")]
    const CODES: TypeOf;
}

impl<'py, T: Codes> IntoPyObject<'py> for Code<T> {
    type Target = PyString;
    type Output = Bound<'py, PyString>;
    type Error = Infallible;

    #[cfg(feature = "stubs")]
    const OUTPUT_TYPE: TypeOf = T::CODES;

    fn into_pyobject(self, py: Python<'py>) -> Result<Self::Output, Infallible> {
        Ok(PyString::new(py, &self.to_string()))
    }
}

macro_rules! codes {
    ($($enumeration:ty: $($code:literal)*;)*) => {
        $(impl Codes for $enumeration {
            #[cfg(feature = "stubs")]
            const CODES: TypeOf = literal!($($code)*);
        })*
    };
}

codes! {
    upheld::Layout: "statement" "report" "report_page" "wrapped" "dashed" "contents" "flattened" "mirror" "summary_only"
        "card" "other";
    upheld::Published: "upheld" "not_upheld" "closed_after_initial_enquiries";
    upheld::Role: "summary" "complaint" "scope" "powers" "method" "found" "law" "facts" "analysis" "assessment" "action"
        "final_decision" "not_investigated" "signoff" "furniture" "other";
    upheld::FindingKind: "fault" "no_fault" "injustice" "no_injustice" "remedied" "not_investigated";
    upheld::RemedyKind: "apology" "payment" "service_improvement" "specific_action";
    upheld::Status: "agreed" "recommended" "done";
    upheld::Polarity: "affirmed" "denied";
    upheld::Modality: "found" "to_come" "hypothetical" "law";
    upheld::Voice: "ombudsman" "complainant" "body" "other";
    upheld::Time: "this_case" "earlier";
    upheld::Axis: "polarity" "modality" "voice" "time";
    upheld::Anchor: "decision" "report" "unstated" "other";
    upheld::Bar: "cannot" "will_not";
    upheld::Form: "signal" "not" "all" "any";
    upheld::DiagnosticKind: "extracted" "decoded" "repaired" "rejoined" "cover" "no_statement" "no_numbers"
        "unknown_outcome" "unknown_date" "missing_field" "second_decision" "unresolved_reference" "unknown_due_date"
        "parser_stopped" "rules_stopped";
}

/// A tuple of objects of one class.
pub(crate) struct Tuple<C>(Vec<C>);

impl<C> Tuple<C> {
    /// One object for each part.
    pub(crate) fn of<T>(parts: Vec<Part<T>>, class: fn(Part<T>) -> C) -> Self {
        parts.into_iter().map(class).collect()
    }
}

impl<C> FromIterator<C> for Tuple<C> {
    fn from_iter<I: IntoIterator<Item = C>>(objects: I) -> Self {
        Self(objects.into_iter().collect())
    }
}

impl<'py, C: IntoPyObject<'py>> IntoPyObject<'py> for Tuple<C> {
    type Target = PyTuple;
    type Output = Bound<'py, PyTuple>;
    type Error = PyErr;

    #[cfg(feature = "stubs")]
    const OUTPUT_TYPE: TypeOf = subscript!(named!("builtins", "tuple"), C::OUTPUT_TYPE, ELLIPSIS);

    fn into_pyobject(self, py: Python<'py>) -> PyResult<Self::Output> {
        PyTuple::new(py, self.0)
    }
}

/// Where something stands: the number of a paragraph, or `"summary"`.
pub(crate) struct At(pub(crate) upheld::At);

impl<'py> IntoPyObject<'py> for At {
    type Target = PyAny;
    type Output = Bound<'py, PyAny>;
    type Error = Infallible;

    #[cfg(feature = "stubs")]
    const OUTPUT_TYPE: TypeOf = either(&u32::OUTPUT_TYPE, &literal!("summary"));

    fn into_pyobject(self, py: Python<'py>) -> Result<Self::Output, Infallible> {
        match self.0 {
            upheld::At::Paragraph(number) => number.into_pyobject(py).map(Bound::into_any),
            upheld::At::Summary => Ok(pyo3::intern!(py, "summary").clone().into_any()),
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

/// A sum in pounds, as `decimal.Decimal`.
pub(crate) struct Pounds(pub(crate) Money);

impl<'py> IntoPyObject<'py> for Pounds {
    type Target = PyAny;
    type Output = Bound<'py, PyAny>;
    type Error = PyErr;

    #[cfg(feature = "stubs")]
    const OUTPUT_TYPE: TypeOf = named!("decimal", "Decimal");

    fn into_pyobject(self, py: Python<'py>) -> PyResult<Self::Output> {
        static DECIMAL: PyOnceLock<Py<PyType>> = PyOnceLock::new();
        DECIMAL.import(py, "decimal", "Decimal")?.call1((self.0.to_string(),))
    }
}

/// A Python object whose class the type system of Rust does not know.
macro_rules! python_type {
    ($(#[$doc:meta])* $name:ident: $hint:expr) => {
        $(#[$doc])*
        pub(crate) struct $name<'py>(pub(crate) Bound<'py, PyAny>);

        impl<'py> IntoPyObject<'py> for $name<'py> {
            type Target = PyAny;
            type Output = Bound<'py, PyAny>;
            type Error = std::convert::Infallible;

            #[cfg(feature = "stubs")]
            const OUTPUT_TYPE: TypeOf = $hint;

            fn into_pyobject(self, _py: Python<'py>) -> Result<Self::Output, std::convert::Infallible> {
                Ok(self.0)
            }
        }
    };
}
pub(crate) use python_type;

python_type!(
    /// A dictionary of plain values.
    Plain: subscript!(named!("builtins", "dict"), String::OUTPUT_TYPE, named!("typing", "Any"))
);
python_type!(
    /// Names and whether each holds, read-only.
    Truths: subscript!(named!("types", "MappingProxyType"), String::OUTPUT_TYPE, bool::OUTPUT_TYPE)
);
