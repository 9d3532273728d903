//! What a decision says: findings, remedies, grounds, issues.

use pyo3::prelude::*;
use pyo3::types::PyDate;

use crate::context::Context;
use crate::convert::{At, Code, Pounds, Tuple, date};
use crate::part::Part;
use crate::quote::Quote;
use crate::repr::Repr;
use crate::span::Span;

/// Something that the Ombudsman found.
#[pyclass(frozen, eq, hash, module = "upheld")]
#[derive(PartialEq, Hash)]
pub(crate) struct Finding(pub(crate) Part<upheld::Finding>);

#[pymethods]
impl Finding {
    #[classattr]
    #[pyo3(name = "__match_args__")]
    const MATCH_ARGS: (&str, &str, &str) = ("kind", "at", "text");

    /// What was found: `fault`, `no_fault`, `injustice`, `no_injustice`, `remedied`, `not_investigated`.
    #[getter]
    fn kind(&self) -> Code<upheld::FindingKind> {
        Code(self.0.kind)
    }

    /// The sorts that the sentence names, in the order of the text: `distress`, `uncertainty`; empty if it names none.
    #[getter]
    fn subkinds(&self) -> Tuple<String> {
        self.0.subkinds.iter().cloned().collect()
    }

    /// The number of the paragraph that says so, or `"summary"`. If the page has no numbers, the paragraph's ordinal.
    #[getter]
    fn at(&self) -> At {
        At(self.0.at)
    }

    /// The sentence that says so.
    #[getter]
    fn text(&self) -> &str {
        self.0.text()
    }

    /// Where the sentence stands, in code points.
    #[getter]
    fn span(&self) -> Span {
        self.0.span()
    }

    /// The words of the sentence that it rests on.
    #[getter]
    fn cue(&self) -> Quote {
        self.0.quote(self.0.cue)
    }

    /// The rule that made it, and the context that turned it, if any.
    #[getter]
    fn rule(&self) -> &str {
        &self.0.rule
    }

    /// How the words are meant, and by whom.
    #[getter]
    fn context(&self) -> Context {
        Context(self.0.part("context", |finding| &finding.context))
    }

    /// The sentence before, where this one points back at it ("This was fault"); `None` elsewhere.
    #[getter]
    fn about(&self) -> Option<Quote> {
        self.0.about.map(|span| self.0.quote(span))
    }

    /// The issue it belongs to, an index into `Decision.issues`; `None` if it belongs to none.
    #[getter]
    fn issue(&self) -> Option<usize> {
        self.0.issue
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        Repr::new(py, "Finding").field("kind", self.kind()).field("at", self.at()).text("text", self.text()).finish()
    }
}

/// Something that is to be put right.
#[pyclass(frozen, eq, hash, module = "upheld")]
#[derive(PartialEq, Hash)]
pub(crate) struct Remedy(pub(crate) Part<upheld::Remedy>);

#[pymethods]
impl Remedy {
    #[classattr]
    #[pyo3(name = "__match_args__")]
    const MATCH_ARGS: (&str, &str, &str) = ("kind", "at", "text");

    /// What kind of action: `apology`, `payment`, `service_improvement`, `specific_action`.
    #[getter]
    fn kind(&self) -> Code<upheld::RemedyKind> {
        Code(self.0.kind)
    }

    /// The sort of action, as the rule book names it: `pay_symbolic`, `train`; `None` if the book does not tell it.
    #[getter]
    fn subkind(&self) -> Option<&str> {
        self.0.subkind.as_deref()
    }

    /// Whether the body agreed to it: `agreed`, `recommended`, or `done` before the decision because the Ombudsman asked.
    #[getter]
    fn status(&self) -> Code<upheld::Status> {
        Code(self.0.status)
    }

    /// The number of the paragraph that says so, or `"summary"`. If the page has no numbers, the paragraph's ordinal.
    #[getter]
    fn at(&self) -> At {
        At(self.0.at)
    }

    /// The sentence that says so.
    #[getter]
    fn text(&self) -> &str {
        self.0.text()
    }

    /// Where the sentence stands, in code points.
    #[getter]
    fn span(&self) -> Span {
        self.0.span()
    }

    /// The words of the sentence that it rests on.
    #[getter]
    fn cue(&self) -> Quote {
        self.0.quote(self.0.cue)
    }

    /// The rule that made it.
    #[getter]
    fn rule(&self) -> &str {
        &self.0.rule
    }

    /// The sum in pounds; `None` if none is stated.
    #[getter]
    fn amount(&self) -> Option<Pounds> {
        self.0.amount.map(Pounds)
    }

    /// Where the sum is stated, in code points.
    #[getter]
    fn amount_span(&self) -> Option<Span> {
        self.0.amount_span.map(|span| self.0.parsed().span(span))
    }

    /// The person it goes to; `None` if the text does not name one. Where it says "her", the name that this stands for.
    #[getter]
    fn to(&self) -> Option<&str> {
        self.0.to.map(|to| self.0.slice(to))
    }

    /// Where the person is named, in code points.
    #[getter]
    fn to_span(&self) -> Option<Span> {
        self.0.to.map(|to| self.0.parsed().span(to))
    }

    /// By when; `None` if the text says nothing of that.
    #[getter]
    fn deadline(&self) -> Option<Deadline> {
        self.0.some_part("deadline", |remedy| remedy.deadline.as_ref()).map(Deadline)
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let mut line = Repr::new(py, "Remedy").field("kind", self.kind()).field("at", self.at());
        if let Some(amount) = self.amount() {
            line = line.field("amount", amount);
        }
        if let Some(due) = self.deadline().map(|deadline| deadline.due(py)).transpose()?.flatten() {
            line = line.field("due", due);
        }
        line.text("text", self.text()).finish()
    }
}

/// By when an action is to be done.
#[pyclass(frozen, eq, hash, module = "upheld")]
#[derive(PartialEq, Hash)]
pub(crate) struct Deadline(pub(crate) Part<upheld::Deadline>);

#[pymethods]
impl Deadline {
    #[classattr]
    #[pyo3(name = "__match_args__")]
    const MATCH_ARGS: (&str, &str) = ("text", "due");

    /// The words of the deadline: "within one month of the final decision".
    #[getter]
    fn text(&self) -> &str {
        self.0.text()
    }

    /// Where they stand, in code points.
    #[getter]
    fn span(&self) -> Span {
        self.0.span()
    }

    /// The event from which the time runs: `decision`, `report`, `unstated`, `other`.
    #[getter]
    fn anchor(&self) -> Code<upheld::Anchor> {
        Code(self.0.anchor)
    }

    /// The last day, England's bank holidays counted; `None` if the text does not fix one, or the date of the decision
    /// is not known.
    #[getter]
    fn due<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyDate>>> {
        self.0.due.map_or(Ok(None), |day| date(py, day))
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        Repr::new(py, "Deadline").text("text", self.text()).field("due", self.due(py)?).finish()
    }
}

/// A ground on which something was not investigated.
#[pyclass(frozen, eq, hash, module = "upheld")]
#[derive(PartialEq, Hash)]
pub(crate) struct Ground(pub(crate) Part<upheld::GroundFinding>);

#[pymethods]
impl Ground {
    #[classattr]
    #[pyo3(name = "__match_args__")]
    const MATCH_ARGS: (&str, &str, &str) = ("code", "at", "text");

    /// The ground, as the rule book names it: `late`, `other_body`. `RuleBook.ground_label` says it in words.
    #[getter]
    fn code(&self) -> &str {
        &self.0.code
    }

    /// Whether the law forbids an investigation or the Ombudsman chose not to have one: `cannot`, `will_not`.
    #[getter]
    fn bar(&self) -> Code<upheld::Bar> {
        Code(self.0.bar)
    }

    /// The number of the paragraph that says so, or `"summary"`. If the page has no numbers, the paragraph's ordinal.
    #[getter]
    fn at(&self) -> At {
        At(self.0.at)
    }

    /// The sentence that says so.
    #[getter]
    fn text(&self) -> &str {
        self.0.text()
    }

    /// Where the sentence stands, in code points.
    #[getter]
    fn span(&self) -> Span {
        self.0.span()
    }

    /// The words of the sentence that it rests on.
    #[getter]
    fn cue(&self) -> Quote {
        self.0.quote(self.0.cue)
    }

    /// The other body that it sends people to, or that they went to; `None` if the paragraph names none.
    #[getter]
    fn forum(&self) -> Option<Forum> {
        self.0.some_part("forum", |ground| ground.forum.as_ref()).map(Forum)
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        Repr::new(py, "Ground").field("code", self.code()).field("at", self.at()).text("text", self.text()).finish()
    }
}

/// A body that a ground sends people to: a tribunal, a court, another ombudsman, a regulator.
#[pyclass(frozen, eq, hash, module = "upheld")]
#[derive(PartialEq, Hash)]
pub(crate) struct Forum(pub(crate) Part<upheld::ForumMention>);

#[pymethods]
impl Forum {
    #[classattr]
    #[pyo3(name = "__match_args__")]
    const MATCH_ARGS: (&str, &str) = ("name", "text");

    /// The body, as the rule book names it: `housing_ombudsman`. `RuleBook.forum_label` says it in words.
    #[getter]
    fn name(&self) -> &str {
        &self.0.name
    }

    /// The words that name it.
    #[getter]
    fn text(&self) -> &str {
        self.0.text()
    }

    /// Where they stand, in code points.
    #[getter]
    fn span(&self) -> Span {
        self.0.span()
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        Repr::new(py, "Forum").field("name", self.name()).text("text", self.text()).finish()
    }
}

/// A part of the complaint with an outcome of its own.
#[pyclass(frozen, eq, hash, module = "upheld")]
#[derive(PartialEq, Hash)]
pub(crate) struct Issue(pub(crate) Part<upheld::Issue>);

#[pymethods]
impl Issue {
    #[classattr]
    #[pyo3(name = "__match_args__")]
    const MATCH_ARGS: (&str, &str) = ("title", "outcome");

    /// The heading of the part.
    #[getter]
    fn title(&self) -> &str {
        self.0.text()
    }

    /// Where the heading stands, in code points.
    #[getter]
    fn span(&self) -> Span {
        self.0.span()
    }

    /// The point of the complaint that it answers, where its label says so ("(ii)", "Complaint b)"); `None` elsewhere.
    #[getter]
    fn point(&self) -> Option<Quote> {
        self.0.point.map(|span| self.0.quote(span))
    }

    /// The decision reason of this part; `None` if no rule of the book applies.
    #[getter]
    fn outcome(&self) -> Option<&str> {
        self.0.outcome.as_deref()
    }

    /// The decision reason in words for a reader.
    #[getter]
    fn label(&self) -> &str {
        &self.0.label
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        Repr::new(py, "Issue").text("title", self.title()).field("outcome", self.outcome()).finish()
    }
}
