//! A decision, the way into all of its parts.

use std::sync::Arc;

use pyo3::exceptions::{PyIndexError, PyValueError};
use pyo3::intern;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PySlice, PyString};
use upheld::Record;

use crate::convert::{Code, Plain, Pounds, Tuple};
use crate::meaning::{Finding, Ground, Issue, Remedy};
use crate::part::{Parsed, Part};
use crate::quote::Quote;
use crate::repr::Repr;
use crate::rules::BookId;
use crate::span::Span;
use crate::structure::{Diagnostic, Header, Paragraph, Section};
use crate::theme::Theme;
use crate::triage::Triage;

/// A decision that has been read: its structure, and what it says.
///
/// `parse` and `read` make it. It cannot be changed. All of its parts have a `span` in code points, and
/// `decision[part.span]` are the words that prove the part.
///
/// Decisions are equal if they have the same text and source and were read by the same rules.
#[pyclass(frozen, eq, hash, mapping, module = "upheld")]
pub(crate) struct Decision {
    whole: Part<Parsed>,
    /// The text as Python has it, made when it is first asked for.
    text: PyOnceLock<Py<PyString>>,
}

impl Decision {
    pub(crate) fn of(parsed: Arc<Parsed>) -> Self {
        Self { whole: Part::whole(parsed), text: PyOnceLock::new() }
    }

    pub(crate) fn parsed(&self) -> &Arc<Parsed> {
        self.whole.parsed()
    }

    fn sections_of(&self) -> Vec<Part<upheld::Section>> {
        self.whole.parts("sections", |parsed| &parsed.decision.document.sections)
    }
}

impl PartialEq for Decision {
    fn eq(&self, other: &Self) -> bool {
        self.whole == other.whole
    }
}

impl std::hash::Hash for Decision {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.whole.hash(state);
    }
}

#[pymethods]
impl Decision {
    /// The text that all spans point into.
    #[getter]
    fn text<'py>(&self, py: Python<'py>) -> &Bound<'py, PyString> {
        let text = &self.whole.decision.document.text;
        self.text.get_or_init(py, || PyString::new(py, text).unbind()).bind(py)
    }

    /// The path that `read` was given; empty for a text that `parse` was given.
    #[getter]
    fn source(&self) -> &str {
        &self.whole.source
    }

    /// How the page is laid out: `statement`, `report`, `report_page`, `wrapped` (lines cut where they are full, as in a
    /// PDF), `dashed`, `contents` (dashed, below a table of contents), `flattened`, `mirror`, `card`, `summary_only`,
    /// `other`.
    #[getter]
    fn layout(&self) -> Code<upheld::Layout> {
        Code(self.whole.decision.document.layout)
    }

    /// What the header says.
    #[getter]
    fn header(&self) -> Header {
        Header(self.whole.part("header", |parsed| &parsed.decision.document.header))
    }

    /// The summary, from its first to its last word; `None` if there is none.
    #[getter]
    fn summary(&self) -> Option<Quote> {
        self.whole.decision.document.summary().map(|span| self.whole.quote(span))
    }

    /// The sections in the order of the text. A sub-heading opens a section of its own.
    #[getter]
    fn sections(&self) -> Tuple<Section> {
        Tuple::of(self.sections_of(), Section)
    }

    /// The paragraphs of all sections, in the order of the text.
    #[getter]
    fn paragraphs(&self) -> Tuple<Paragraph> {
        let sections = self.sections_of();
        sections
            .iter()
            .flat_map(|section| section.parts("paragraphs", |section| &section.paragraphs))
            .map(Paragraph)
            .collect()
    }

    /// What the Ombudsman found, in the order of the text.
    #[getter]
    fn findings(&self) -> Tuple<Finding> {
        Tuple::of(self.whole.parts("findings", |parsed| &parsed.decision.findings), Finding)
    }

    /// Words that look like a finding, but are somebody else's, supposed, or about another case; in the order of the text.
    #[getter]
    fn set_aside(&self) -> Tuple<Finding> {
        Tuple::of(self.whole.parts("set_aside", |parsed| &parsed.decision.set_aside), Finding)
    }

    /// What is to be put right, in the order of the text.
    #[getter]
    fn remedies(&self) -> Tuple<Remedy> {
        Tuple::of(self.whole.parts("remedies", |parsed| &parsed.decision.remedies), Remedy)
    }

    /// All sums of the remedies together, in pounds; `None` if there is none.
    #[getter]
    fn total_payment(&self) -> Option<Pounds> {
        self.whole.decision.total_payment().map(Pounds)
    }

    /// Why something was not investigated, in the order of the text.
    #[getter]
    fn grounds(&self) -> Tuple<Ground> {
        Tuple::of(self.whole.parts("grounds", |parsed| &parsed.decision.grounds), Ground)
    }

    /// The parts of the complaint, each with an outcome of its own; empty if the complaint has one part only.
    #[getter]
    fn issues(&self) -> Tuple<Issue> {
        Tuple::of(self.whole.parts("issues", |parsed| &parsed.decision.issues), Issue)
    }

    /// What it is about, by the themes of a rule book of one's own; in the order of the text. The standard book names none.
    #[getter]
    fn themes(&self) -> Tuple<Theme> {
        Tuple::of(self.whole.parts("themes", |parsed| &parsed.decision.themes), Theme)
    }

    /// The decision reason of the whole, and how it came about.
    #[getter]
    fn triage(&self) -> Triage {
        Triage(self.whole.part("triage", |parsed| &parsed.decision.triage))
    }

    /// What a reader should know about the text: what could not be placed, resolved or worked out.
    #[getter]
    fn diagnostics(&self) -> Tuple<Diagnostic> {
        Tuple::of(self.whole.parts("diagnostics", |parsed| &parsed.decision.document.diagnostics), Diagnostic)
    }

    /// Which rules read it.
    #[getter]
    fn book(&self) -> BookId {
        BookId(self.whole.part("book", |parsed| &parsed.decision.book))
    }

    /// The decision as one JSON object. Its keys are the attributes of the classes; spans are `[start, end]` in code
    /// points, sums decimals in a string (`"200.00"`), days `YYYY-MM-DD`.
    fn to_json(&self, py: Python<'_>) -> PyResult<String> {
        let parsed = self.whole.parsed();
        py.detach(|| serde_json::to_string(&Record::new(&parsed.decision, &parsed.source, parsed.offsets())))
            .map_err(|error| PyValueError::new_err(error.to_string()))
    }

    /// The decision as a dictionary of plain values: `to_json`, read back. It is yours to change.
    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Plain<'py>> {
        py.import(intern!(py, "json"))?.call_method1(intern!(py, "loads"), (self.to_json(py)?,)).map(Plain)
    }

    /// What was read, as a text to keep beside the decision and to compare after a change of the rules: a snapshot.
    ///
    /// Header, outcome, flags and parts of the complaint stand first. A block follows for each theme, finding, ground and
    /// remedy, and for what only looks like a finding, in the order of the text: what it is, the sentence, the rule and the
    /// words it rests on. Notes on the text come last. Nothing in it changes while text and rules say the same. The plugin
    /// for pytest that comes with the package keeps and compares it for folders of decisions.
    ///
    /// >>> print(upheld.parse("Final decision\n\n  1. I find no fault.\n").snapshot().split("\n\n")[2])
    /// 1          no_fault
    ///            I find no fault.
    ///            by cue no_fault.none: find no fault
    fn snapshot(&self, py: Python<'_>) -> String {
        let parsed = self.whole.parsed();
        py.detach(|| parsed.decision.snapshot())
    }

    /// The decision as a fragment of HTML, for a notebook or a page of one's own: what it comes to, then its text with the
    /// findings, grounds and remedies marked in it. A notebook shows a decision so by itself.
    ///
    /// It carries its own style, which holds for nothing outside of it, and no script; nothing is loaded from elsewhere.
    /// All text is escaped. It is light or dark as its surroundings are. Other threads run meanwhile.
    fn to_html(&self, py: Python<'_>) -> String {
        let parsed = self.whole.parsed();
        py.detach(|| parsed.decision.to_html(&parsed.book))
    }

    /// What a notebook shows of the decision: `to_html`.
    fn _repr_html_(&self, py: Python<'_>) -> String {
        self.to_html(py)
    }

    /// The words at a place: `decision[span]`. Raises `IndexError` if the text ends before the place does.
    fn __getitem__<'py>(&self, py: Python<'py>, span: &Span) -> PyResult<Bound<'py, PyString>> {
        let text = self.text(py);
        let length = text.len()?;
        if span.end > length {
            return Err(PyIndexError::new_err(format!(
                "{} is no place of this text, which ends at {length}",
                span.__repr__()
            )));
        }
        let place = PySlice::new(py, span.start.cast_signed(), span.end.cast_signed(), 1);
        Ok(text.get_item(place)?.cast_into()?)
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let upheld::Decision { document, findings, remedies, triage, .. } = &self.whole.decision;
        let line = Repr::new(py, "Decision").field("reference", document.reference());
        let line = line.field("outcome", triage.outcome.as_deref());
        line.field("findings", findings.len()).field("remedies", remedies.len()).finish()
    }
}
