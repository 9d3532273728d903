//! How the words of a finding are meant, and by whom.

use pyo3::prelude::*;

use crate::convert::{Code, Tuple};
use crate::part::Part;
use crate::repr::Repr;
use crate::span::Span;

/// How words are meant, and by whom: four axes, and the words that decide them.
#[pyclass(frozen, eq, hash, module = "upheld")]
#[derive(PartialEq, Hash)]
pub(crate) struct Context(pub(crate) Part<upheld::Context>);

#[pymethods]
impl Context {
    #[classattr]
    #[pyo3(name = "__match_args__")]
    const MATCH_ARGS: (&str, &str, &str, &str) = ("polarity", "modality", "voice", "time");

    /// Whether they are affirmed or denied: `affirmed`, `denied`.
    #[getter]
    fn polarity(&self) -> Code<upheld::Polarity> {
        Code(self.0.polarity)
    }

    /// Whether they say what is, or suppose it: `found`, `to_come`, `hypothetical`, `law`.
    #[getter]
    fn modality(&self) -> Code<upheld::Modality> {
        Code(self.0.modality)
    }

    /// Who says them: `ombudsman`, `complainant`, `body`, `other`.
    #[getter]
    fn voice(&self) -> Code<upheld::Voice> {
        Code(self.0.voice)
    }

    /// Which case they are about: `this_case`, `earlier`.
    #[getter]
    fn time(&self) -> Code<upheld::Time> {
        Code(self.0.time)
    }

    /// The words that decide, at most one for each axis. An axis without any has the first of its values.
    #[getter]
    fn triggers(&self) -> Tuple<Trigger> {
        Tuple::of(self.0.parts("triggers", |context| &context.triggers), Trigger)
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let line = Repr::new(py, "Context").field("polarity", self.polarity()).field("modality", self.modality());
        line.field("voice", self.voice()).field("time", self.time()).finish()
    }
}

/// Words that decide an axis of a context.
#[pyclass(frozen, eq, hash, module = "upheld")]
#[derive(PartialEq, Hash)]
pub(crate) struct Trigger(pub(crate) Part<upheld::Trigger>);

#[pymethods]
impl Trigger {
    #[classattr]
    #[pyo3(name = "__match_args__")]
    const MATCH_ARGS: (&str, &str) = ("axis", "text");

    /// Which axis: `polarity`, `modality`, `voice`, `time`.
    #[getter]
    fn axis(&self) -> Code<upheld::Axis> {
        Code(self.0.axis)
    }

    /// The words.
    #[getter]
    fn text(&self) -> &str {
        self.0.text()
    }

    /// Where they stand, in code points.
    #[getter]
    fn span(&self) -> Span {
        self.0.span()
    }

    /// The rule of the book, or `question` for the mark of a question.
    #[getter]
    fn rule(&self) -> &str {
        &self.0.rule
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        Repr::new(py, "Trigger").field("axis", self.axis()).text("text", self.text()).finish()
    }
}
