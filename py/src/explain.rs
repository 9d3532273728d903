//! Why a decision has its outcomes, and why not others.

use pyo3::prelude::*;

use crate::context::Trigger;
use crate::convert::{At, Code, Tuple};
use crate::part::Part;
use crate::quote::Quote;
use crate::repr::Repr;
use crate::span::Span;

/// Why a decision has its outcomes, and why not others. `print` shows it in words.
#[pyclass(frozen, eq, hash, module = "upheld")]
#[derive(PartialEq, Hash)]
pub(crate) struct Explanation(pub(crate) Part<upheld::Explanation>);

#[pymethods]
impl Explanation {
    #[classattr]
    #[pyo3(name = "__match_args__")]
    const MATCH_ARGS: (&str,) = ("whole",);

    /// The whole: the rules for its decision reason.
    #[getter]
    fn whole(&self) -> Verdict {
        Verdict(self.0.part("whole", |explanation| &explanation.whole))
    }

    /// What the prose alone leads to.
    #[getter]
    fn derived(&self) -> Verdict {
        Verdict(self.0.part("derived", |explanation| &explanation.derived))
    }

    /// Each issue, in the order of `Decision.issues`.
    #[getter]
    fn issues(&self) -> Tuple<Verdict> {
        Tuple::of(self.0.parts("issues", |explanation| &explanation.issues), Verdict)
    }

    /// The flags, raised and not.
    #[getter]
    fn flags(&self) -> Tuple<Ruling> {
        Tuple::of(self.0.parts("flags", |explanation| &explanation.flags), Ruling)
    }

    /// Where each finding comes from, in the order of `Decision.findings`.
    #[getter]
    fn findings(&self) -> Tuple<Proposal> {
        Tuple::of(self.0.parts("findings", |explanation| &explanation.findings), Proposal)
    }

    /// Where what only looks like a finding comes from, in the order of `Decision.set_aside`.
    #[getter]
    fn set_aside(&self) -> Tuple<Proposal> {
        Tuple::of(self.0.parts("set_aside", |explanation| &explanation.set_aside), Proposal)
    }

    /// Where each remedy comes from, in the order of `Decision.remedies`.
    #[getter]
    fn remedies(&self) -> Tuple<Proposal> {
        Tuple::of(self.0.parts("remedies", |explanation| &explanation.remedies), Proposal)
    }

    /// Where each ground comes from, in the order of `Decision.grounds`.
    #[getter]
    fn grounds(&self) -> Tuple<Proposal> {
        Tuple::of(self.0.parts("grounds", |explanation| &explanation.grounds), Proposal)
    }

    /// Why the whole and the parts do not have an outcome, in words.
    #[pyo3(signature = (outcome, /))]
    fn why_not(&self, py: Python<'_>, outcome: &str) -> String {
        let parsed = self.0.parsed();
        py.detach(|| self.0.why_not(outcome, &parsed.decision, &parsed.book))
    }

    fn __str__(&self, py: Python<'_>) -> String {
        let parsed = self.0.parsed();
        py.detach(|| self.0.in_words(&parsed.decision, &parsed.book))
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        Repr::new(py, "Explanation").field("outcome", self.0.whole.outcome.as_deref()).finish()
    }
}

/// The rules that were asked of a decision or an issue, and what came of it.
#[pyclass(frozen, eq, hash, module = "upheld")]
#[derive(PartialEq, Hash)]
pub(crate) struct Verdict(pub(crate) Part<upheld::Verdict>);

#[pymethods]
impl Verdict {
    #[classattr]
    #[pyo3(name = "__match_args__")]
    const MATCH_ARGS: (&str, &str) = ("outcome", "rule");

    /// The heading of the issue; `None` for the whole.
    #[getter]
    fn heading(&self) -> Option<Quote> {
        self.0.heading.map(|span| self.0.quote(span))
    }

    /// The outcome; `None` if no rule holds.
    #[getter]
    fn outcome(&self) -> Option<&str> {
        self.0.outcome.as_deref()
    }

    /// The rule that decided; `None` if none holds.
    #[getter]
    fn rule(&self) -> Option<Ruling> {
        self.0.some_part("rule", upheld::Verdict::rule).map(Ruling)
    }

    /// All rules, in the order in which they are asked. The first that holds decides.
    #[getter]
    fn rulings(&self) -> Tuple<Ruling> {
        Tuple::of(self.0.parts("rulings", |verdict| &verdict.rulings), Ruling)
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let rule = self.0.rule().map(|rule| rule.name.as_str());
        Repr::new(py, "Verdict").field("outcome", self.outcome()).field("rule", rule).finish()
    }
}

/// A rule or a flag, and whether its condition held.
#[pyclass(frozen, eq, hash, module = "upheld")]
#[derive(PartialEq, Hash)]
pub(crate) struct Ruling(pub(crate) Part<upheld::Ruling>);

#[pymethods]
impl Ruling {
    #[classattr]
    #[pyo3(name = "__match_args__")]
    const MATCH_ARGS: (&str, &str) = ("name", "holds");

    /// The name of the rule or flag.
    #[getter]
    fn name(&self) -> &str {
        &self.0.name
    }

    /// The outcome that it gives; of a flag, its message.
    #[getter]
    fn gives(&self) -> &str {
        &self.0.gives
    }

    /// Where it stands.
    #[getter]
    fn place(&self) -> BookPlace {
        BookPlace(self.0.part("place", |ruling| &ruling.place))
    }

    /// Whether its condition held. A rule behind the first that holds does not decide.
    #[getter]
    fn holds(&self) -> bool {
        self.0.holds
    }

    /// The condition, part by part.
    #[getter]
    fn condition(&self) -> Reason {
        Reason(self.0.part("condition", |ruling| &ruling.condition))
    }

    /// What the rule shows a reader beside its condition.
    #[getter]
    fn shows(&self) -> Tuple<Reason> {
        Tuple::of(self.0.parts("shows", |ruling| &ruling.shows), Reason)
    }

    /// The parts of the condition that would have to be otherwise for it to hold, in the words of the book.
    #[getter]
    fn missing(&self) -> Tuple<String> {
        self.0.missing().iter().map(ToString::to_string).collect()
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let line = Repr::new(py, "Ruling").field("name", self.name()).field("gives", self.gives());
        line.field("holds", self.holds()).finish()
    }
}

/// Part of a condition, and whether it held. `str` gives it in the words of the book.
#[pyclass(frozen, eq, hash, module = "upheld")]
#[derive(PartialEq, Hash)]
pub(crate) struct Reason(pub(crate) Part<upheld::Reason>);

#[pymethods]
impl Reason {
    #[classattr]
    #[pyo3(name = "__match_args__")]
    const MATCH_ARGS: (&str, &str) = ("form", "holds");

    /// What it is: `signal`, `not`, `all`, `any`.
    #[getter]
    fn form(&self) -> Code<upheld::Form> {
        Code(self.0.form)
    }

    /// Whether it held.
    #[getter]
    fn holds(&self) -> bool {
        self.0.holds
    }

    /// The sentences behind a signal that is there.
    #[getter]
    fn evidence(&self) -> Tuple<Quote> {
        self.0.evidence.iter().map(|span| self.0.quote(*span)).collect()
    }

    /// What it is made of; of a signal that the book names, its condition.
    #[getter]
    fn parts(&self) -> Tuple<Reason> {
        Tuple::of(self.0.parts("parts", |reason| &reason.parts), Reason)
    }

    fn __str__(&self) -> String {
        self.0.to_string()
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        Repr::new(py, "Reason").text("words", &self.__str__()).field("holds", self.holds()).finish()
    }
}

/// What proposed something that was found, and what its context made of it.
#[pyclass(frozen, eq, hash, module = "upheld")]
#[derive(PartialEq, Hash)]
pub(crate) struct Proposal(pub(crate) Part<upheld::Proposal>);

#[pymethods]
impl Proposal {
    #[classattr]
    #[pyo3(name = "__match_args__")]
    const MATCH_ARGS: (&str, &str) = ("rule", "at");

    /// The statement of the book, and what turned it: `cue fault.was, negated by context negation.not`.
    #[getter]
    fn rule(&self) -> &str {
        &self.0.rule
    }

    /// Its phrase that matched; `None` for an action that is told by its place alone.
    #[getter]
    fn phrase(&self) -> Option<BookPlace> {
        self.0.some_part("phrase", |proposal| proposal.phrase.as_ref()).map(BookPlace)
    }

    /// Where it stands: a paragraph number, or `"summary"`.
    #[getter]
    fn at(&self) -> At {
        At(self.0.at)
    }

    /// The sentence.
    #[getter]
    fn text(&self) -> &str {
        self.0.text()
    }

    /// Where the sentence stands, in code points.
    #[getter]
    fn span(&self) -> Span {
        self.0.span()
    }

    /// The words that the phrase matched.
    #[getter]
    fn cue(&self) -> Quote {
        self.0.quote(self.0.cue)
    }

    /// The words around it that decide how it is meant.
    #[getter]
    fn triggers(&self) -> Tuple<Trigger> {
        Tuple::of(self.0.parts("triggers", |proposal| &proposal.triggers), Trigger)
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        Repr::new(py, "Proposal").field("rule", self.rule()).field("at", self.at()).text("text", self.text()).finish()
    }
}

/// Where something stands in a rule book. `str` gives `book:line`.
#[pyclass(frozen, eq, hash, module = "upheld")]
#[derive(PartialEq, Hash)]
pub(crate) struct BookPlace(pub(crate) Part<upheld::BookPlace>);

#[pymethods]
impl BookPlace {
    #[classattr]
    #[pyo3(name = "__match_args__")]
    const MATCH_ARGS: (&str, &str) = ("book", "line");

    /// The file or name of the book.
    #[getter]
    fn book(&self) -> &str {
        &self.0.book
    }

    /// The line, from 1.
    #[getter]
    fn line(&self) -> u32 {
        self.0.line
    }

    /// The words of the line, without the white space around them.
    #[getter]
    fn text(&self) -> &str {
        &self.0.text
    }

    fn __str__(&self) -> String {
        format!("{}:{}", self.0.book, self.0.line)
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        Repr::new(py, "BookPlace").field("book", self.book()).field("line", self.line()).finish()
    }
}
