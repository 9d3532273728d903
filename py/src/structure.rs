//! The structure of a decision: header, sections, paragraphs, lists, references.

use pyo3::prelude::*;
use pyo3::types::PyDate;

use crate::convert::{Code, Tuple, date};
use crate::part::Part;
use crate::quote::Quote;
use crate::repr::Repr;
use crate::span::Span;

/// What the header of a decision says. A field that the page does not have is `None`.
#[pyclass(frozen, eq, hash, module = "upheld")]
#[derive(PartialEq, Hash)]
pub(crate) struct Header(pub(crate) Part<upheld::Header>);

impl Header {
    fn words(&self, span: Option<upheld::Span>) -> Option<&str> {
        span.map(|span| self.0.slice(span))
    }
}

#[pymethods]
impl Header {
    /// The body complained about.
    #[getter]
    fn body(&self) -> Option<&str> {
        self.words(self.0.body)
    }

    /// The reference, its groups parted by spaces: `21 003 813`.
    #[getter]
    fn reference(&self) -> Option<String> {
        self.0.parsed().decision.document.reference()
    }

    /// The category.
    #[getter]
    fn category(&self) -> Option<&str> {
        self.words(self.0.category)
    }

    /// The subcategory.
    #[getter]
    fn subcategory(&self) -> Option<&str> {
        self.words(self.0.subcategory)
    }

    /// The outcome that the decision is published under: `upheld`, `not_upheld`, `closed_after_initial_enquiries`.
    #[getter]
    fn outcome(&self) -> Option<Code<upheld::Published>> {
        self.0.outcome.map(Code)
    }

    /// The outcome in the words of the page.
    #[getter]
    fn outcome_text(&self) -> Option<&str> {
        self.words(self.0.outcome_text)
    }

    /// The date of the decision.
    #[getter]
    fn date<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyDate>>> {
        self.0.date.map_or(Ok(None), |day| date(py, day))
    }

    /// The date in the words of the page.
    #[getter]
    fn date_text(&self) -> Option<&str> {
        self.words(self.0.date_text)
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let line = Repr::new(py, "Header").field("body", self.body()).field("reference", self.reference());
        line.field("outcome", self.outcome()).field("date", self.date(py)?).finish()
    }
}

/// A heading and what stands below it, up to the next heading.
#[pyclass(frozen, eq, hash, module = "upheld")]
#[derive(PartialEq, Hash)]
pub(crate) struct Section(pub(crate) Part<upheld::Section>);

#[pymethods]
impl Section {
    #[classattr]
    #[pyo3(name = "__match_args__")]
    const MATCH_ARGS: (&str, &str) = ("role", "heading");

    /// What it is for: `summary`, `complaint`, `scope`, `powers`, `method`, `found`, `law`, `facts`, `analysis`,
    /// `assessment`, `action`, `final_decision`, `not_investigated`, `signoff`, `furniture`, `other`.
    #[getter]
    fn role(&self) -> Code<upheld::Role> {
        Code(self.0.role)
    }

    /// 1 for the headings of the Ombudsman's template, 2 and 3 for what stands below them.
    #[getter]
    fn level(&self) -> u8 {
        self.0.level
    }

    /// The words of the heading; `None` for text before the first one.
    #[getter]
    fn heading(&self) -> Option<&str> {
        self.0.heading.map(|heading| self.0.slice(heading))
    }

    /// Whether the heading is the investigator's own and not one of the template.
    #[getter]
    fn free(&self) -> bool {
        self.0.free
    }

    /// Its text, from the heading to the end of the last paragraph.
    #[getter]
    fn text(&self) -> &str {
        self.0.text()
    }

    /// Where it stands, in code points.
    #[getter]
    fn span(&self) -> Span {
        self.0.span()
    }

    /// Its paragraphs.
    #[getter]
    fn paragraphs(&self) -> Tuple<Paragraph> {
        Tuple::of(self.0.parts("paragraphs", |section| &section.paragraphs), Paragraph)
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let line = Repr::new(py, "Section").field("role", self.role()).field("heading", self.heading());
        line.field("paragraphs", self.0.paragraphs.len()).finish()
    }
}

/// A paragraph with the list below it.
#[pyclass(frozen, eq, hash, module = "upheld")]
#[derive(PartialEq, Hash)]
pub(crate) struct Paragraph(pub(crate) Part<upheld::Paragraph>);

#[pymethods]
impl Paragraph {
    #[classattr]
    #[pyo3(name = "__match_args__")]
    const MATCH_ARGS: (&str, &str) = ("number", "text");

    /// Its number in the whole statement, which runs on from section to section; `None` if the page has no numbers.
    #[getter]
    fn number(&self) -> Option<u32> {
        self.0.number
    }

    /// Its place among all paragraphs below the summary, from 1.
    #[getter]
    fn ordinal(&self) -> u32 {
        self.0.ordinal
    }

    /// The number that the page prints, which may start again in every section.
    #[getter]
    fn printed(&self) -> Option<&str> {
        self.0.printed.map(|printed| self.0.slice(printed))
    }

    /// Its own words, without its number and its list.
    #[getter]
    fn text(&self) -> &str {
        self.0.text()
    }

    /// Where its own words stand, in code points.
    #[getter]
    fn span(&self) -> Span {
        self.0.span()
    }

    /// The items of its list.
    #[getter]
    fn items(&self) -> Tuple<Item> {
        Tuple::of(self.0.parts("items", |paragraph| &paragraph.items), Item)
    }

    /// The references to other paragraphs in it and in its list.
    #[getter]
    fn references(&self) -> Tuple<Reference> {
        Tuple::of(self.0.parts("references", |paragraph| &paragraph.references), Reference)
    }

    /// The citations of law in it, brackets included.
    #[getter]
    fn citations(&self) -> Tuple<Quote> {
        self.0.citations.iter().map(|citation| self.0.quote(*citation)).collect()
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        Repr::new(py, "Paragraph").field("number", self.number()).text("text", self.text()).finish()
    }
}

/// An item of a list.
#[pyclass(frozen, eq, hash, module = "upheld")]
#[derive(PartialEq, Hash)]
pub(crate) struct Item(pub(crate) Part<upheld::Item>);

#[pymethods]
impl Item {
    #[classattr]
    #[pyo3(name = "__match_args__")]
    const MATCH_ARGS: (&str, &str) = ("printed", "text");

    /// The number or letter that the page prints; `None` for a bullet.
    #[getter]
    fn printed(&self) -> Option<&str> {
        self.0.printed.map(|printed| self.0.slice(printed))
    }

    /// Its words.
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
        Repr::new(py, "Item").field("printed", self.printed()).text("text", self.text()).finish()
    }
}

/// A reference to other paragraphs of the decision: "see paragraph 24".
#[pyclass(frozen, eq, hash, module = "upheld")]
#[derive(PartialEq, Hash)]
pub(crate) struct Reference(pub(crate) Part<upheld::Reference>);

#[pymethods]
impl Reference {
    #[classattr]
    #[pyo3(name = "__match_args__")]
    const MATCH_ARGS: (&str, &str) = ("text", "to");

    /// The words of the reference.
    #[getter]
    fn text(&self) -> &str {
        self.0.text()
    }

    /// Where they stand, in code points.
    #[getter]
    fn span(&self) -> Span {
        self.0.span()
    }

    /// The numbers of the paragraphs it means, as `Paragraph.number` has them.
    #[getter]
    fn to(&self) -> Tuple<u32> {
        self.0.to.iter().copied().collect()
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        Repr::new(py, "Reference").text("text", self.text()).field("to", self.to()).finish()
    }
}

/// Something about the text that a reader should know.
#[pyclass(frozen, eq, hash, module = "upheld")]
#[derive(PartialEq, Hash)]
pub(crate) struct Diagnostic(pub(crate) Part<upheld::Diagnostic>);

#[pymethods]
impl Diagnostic {
    #[classattr]
    #[pyo3(name = "__match_args__")]
    const MATCH_ARGS: (&str, &str) = ("kind", "message");

    /// What it is about.
    ///
    /// What was done to the text: `extracted` (from a web page or PDF), `decoded` (not UTF-8), `repaired`, `rejoined`
    /// (lines that were cut), `cover` (a covering letter left aside).
    ///
    /// What it has lost or has wrong: `no_statement`, `no_numbers`, `unknown_outcome`, `unknown_date`, `missing_field`,
    /// `second_decision`, `unresolved_reference`, `unknown_due_date`, `parser_stopped`,
    /// `rules_stopped` (a rule book that takes too long).
    #[getter]
    fn kind(&self) -> Code<upheld::DiagnosticKind> {
        Code(self.0.kind)
    }

    /// What is wrong, and what would be right.
    #[getter]
    fn message(&self) -> &str {
        &self.0.message
    }

    /// The words it is about; empty if it is about something that is missing.
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
        Repr::new(py, "Diagnostic").field("kind", self.kind()).field("message", self.message()).finish()
    }
}
