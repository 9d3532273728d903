//! The outcome of a decision, and how it came about.

use std::sync::Arc;

use pyo3::prelude::*;
use pyo3::types::{IntoPyDict, PyMappingProxy};

use crate::convert::{Code, Truths, Tuple};
use crate::explain::Explanation;
use crate::part::{Parsed, Part};
use crate::quote::Quote;
use crate::repr::Repr;

/// What the rules make of a decision.
#[pyclass(frozen, eq, hash, module = "upheld")]
#[derive(PartialEq, Hash)]
pub(crate) struct Triage(pub(crate) Part<upheld::Triage>);

#[pymethods]
impl Triage {
    #[classattr]
    #[pyo3(name = "__match_args__")]
    const MATCH_ARGS: (&str, &str) = ("outcome", "label");

    /// The decision reason of the whole, `upheld.remedied` for one; `None` if no rule of the book applies.
    #[getter]
    fn outcome(&self) -> Option<&str> {
        self.0.outcome.as_deref()
    }

    /// The decision reason in words for a reader.
    #[getter]
    fn label(&self) -> &str {
        &self.0.label
    }

    /// Why, in the words of the rule.
    #[getter]
    fn reason(&self) -> &str {
        &self.0.reason
    }

    /// The rule that gave the outcome; `None` if none applies.
    #[getter]
    fn rule(&self) -> Option<&str> {
        self.0.rule().map(|step| &*step.rule)
    }

    /// The outcome that the prose alone leads to: `upheld`, `not_upheld`, `closed_after_initial_enquiries`; `None` if
    /// it leads to none.
    #[getter]
    fn derived_outcome(&self) -> Option<Code<upheld::Published>> {
        self.0.derived_outcome.map(Code)
    }

    /// Whether header and prose agree; `None` if one of them says nothing.
    #[getter]
    fn consistent(&self) -> Option<bool> {
        self.0.consistent
    }

    /// What a person should look at.
    #[getter]
    fn flags(&self) -> Tuple<Flag> {
        Tuple::of(self.0.parts("flags", |triage| &triage.flags), Flag)
    }

    /// The rules for the whole that were asked, in order, up to the one that held.
    #[getter]
    fn trace(&self) -> Tuple<Step> {
        Tuple::of(self.0.parts("trace", |triage| &triage.trace), Step)
    }

    /// Why the decision has this outcome, and why not another: every rule with every signal it asks for, and the phrase
    /// of the book behind each finding. `print` shows it in words.
    ///
    /// >>> print(decision.triage.explain())
    fn explain(&self, py: Python<'_>) -> Explanation {
        let parsed = self.0.parsed();
        py.detach(|| parsed.explanation());
        Explanation(
            Part::whole(Arc::clone(parsed)).part("triage", |parsed| parsed).part("explain", Parsed::explanation),
        )
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let line = Repr::new(py, "Triage").field("outcome", self.outcome()).field("label", self.label());
        line.field("flags", self.0.flags.iter().map(|flag| flag.name.as_str()).collect::<Vec<_>>()).finish()
    }
}

/// Something that a person should look at.
#[pyclass(frozen, eq, hash, module = "upheld")]
#[derive(PartialEq, Hash)]
pub(crate) struct Flag(pub(crate) Part<upheld::Flag>);

#[pymethods]
impl Flag {
    #[classattr]
    #[pyo3(name = "__match_args__")]
    const MATCH_ARGS: (&str, &str) = ("name", "message");

    /// The name of the flag in the rule book.
    #[getter]
    fn name(&self) -> &str {
        &self.0.name
    }

    /// What it says.
    #[getter]
    fn message(&self) -> &str {
        &self.0.message
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        Repr::new(py, "Flag").field("name", self.name()).field("message", self.message()).finish()
    }
}

/// A rule that was asked, and what it was told.
#[pyclass(frozen, eq, hash, module = "upheld")]
#[derive(PartialEq, Hash)]
pub(crate) struct Step(pub(crate) Part<upheld::Step>);

#[pymethods]
impl Step {
    #[classattr]
    #[pyo3(name = "__match_args__")]
    const MATCH_ARGS: (&str, &str) = ("rule", "holds");

    /// The name of the rule.
    #[getter]
    fn rule(&self) -> &str {
        &self.0.rule
    }

    /// The outcome that the rule would give.
    #[getter]
    fn outcome(&self) -> &str {
        &self.0.outcome
    }

    /// The file or name of the book that has the rule: a book may include others.
    #[getter]
    fn book(&self) -> &str {
        &self.0.book
    }

    /// The line of the book where the rule stands, from 1.
    #[getter]
    fn line(&self) -> u32 {
        self.0.line
    }

    /// Whether its condition held.
    #[getter]
    fn holds(&self) -> bool {
        self.0.holds
    }

    /// The signals of the condition, and whether each was there.
    #[getter]
    fn signals<'py>(&self, py: Python<'py>) -> PyResult<Truths<'py>> {
        let signals = self.0.signals().map(|(signal, holds)| (signal.as_str(), holds)).into_py_dict(py)?;
        Ok(Truths(PyMappingProxy::new(py, signals.as_mapping()).into_any()))
    }

    /// The sentences behind the signals that were there.
    #[getter]
    fn evidence(&self) -> Tuple<Quote> {
        self.0.evidence.iter().map(|span| self.0.quote(*span)).collect()
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        Repr::new(py, "Step").field("rule", self.rule()).field("holds", self.holds()).finish()
    }
}
