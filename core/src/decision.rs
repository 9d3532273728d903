//! A decision that has been read: its structure, and what it says.

use serde::{Deserialize, Serialize};

use crate::analysis::reading::Reading;
use crate::analysis::{self, Finding, GroundFinding, Issue, Remedy};
use crate::document::{Document, Role};
use crate::rules::RuleBook;
use crate::triage::{Facts, Triage, triage};

/// A decision: its structure, and what it says.
///
/// ```
/// use upheld::{Decision, FindingKind};
///
/// let decision = Decision::parse(
///     "The complaint\n\n  1. Mr X says the Council was at fault.\n\nFinal decision\n\n  1. We find no fault by the Council.\n",
/// );
/// let [finding] = decision.findings.as_slice() else { panic!("what Mr X says is no finding") };
/// assert_eq!(finding.kind, FindingKind::NoFault);
/// assert_eq!(decision.document.slice(finding.span), "We find no fault by the Council.");
/// assert_eq!(decision.triage.outcome.as_deref(), Some("not_upheld.no_fault"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// The structure, the text and the diagnostics.
    pub document: Document,
    /// What the Ombudsman found, in the order of the text.
    pub findings: Vec<Finding>,
    /// What is to be put right.
    pub remedies: Vec<Remedy>,
    /// Why something was not investigated.
    pub grounds: Vec<GroundFinding>,
    /// The parts of the complaint; empty where there is one only.
    pub issues: Vec<Issue>,
    /// The decision reason, and how it came about.
    pub triage: Triage,
    /// Which rules read it.
    pub book: BookId,
}

/// Which rules read a decision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BookId {
    /// The name of the book.
    pub name: String,
    /// Its version.
    pub version: String,
    /// A number that changes with any change of its text, in hexadecimal digits.
    pub hash: String,
    /// The version of this library.
    pub library: String,
}

impl Decision {
    /// Reads a decision by the standard rule book. Takes any text, and time linear in its length.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        Self::parse_with(text, RuleBook::standard())
    }

    /// Reads a decision by a rule book.
    #[must_use]
    pub fn parse_with(text: &str, book: &RuleBook) -> Self {
        Self::of(Document::parse(text), book)
    }

    /// Reads what a document says, by a rule book.
    #[must_use]
    pub fn of(mut document: Document, book: &RuleBook) -> Self {
        assign_roles(&mut document, book);
        let reading = Reading::new(&document, book);
        let mut findings = analysis::finding::findings(&reading, book);
        let grounds = analysis::ground::grounds(&document, &reading, book, &findings);
        let (remedies, diagnostics) = analysis::remedy::remedies(&document, &reading, book);
        document.diagnostics.extend(diagnostics);
        let mut issues = analysis::issue::issues(&document, &mut findings, &grounds);
        let facts = Facts::new(&document, &findings, &remedies, &grounds);
        let triage = triage(book, &facts, &mut issues);
        let book = BookId {
            name: book.name().to_owned(),
            version: book.version().to_owned(),
            hash: format!("{:016x}", book.hash()),
            library: env!("CARGO_PKG_VERSION").to_owned(),
        };
        Self { document, findings, remedies, grounds, issues, triage, book }
    }
}

/// Gives the investigator's own headings the role that the book sees in their words. A heading that opens the
/// reasoning makes reasoning of those that follow it; and where no heading says reasoning, it stands wherever law and
/// facts do not.
fn assign_roles(document: &mut Document, book: &RuleBook) {
    let Document { sections, text, .. } = document;
    let mut reasoning = false;
    for section in sections.iter_mut() {
        if !section.free {
            reasoning = false;
            continue;
        }
        let undecided = matches!(section.role, Role::Found | Role::Law | Role::Facts);
        if let (true, Some(heading)) = (undecided, section.heading) {
            match book.heading_role(heading.slice(text)) {
                Some(Role::Analysis) => reasoning = true,
                Some(role) if section.role == Role::Found && !reasoning => section.role = role,
                _ => {}
            }
            if reasoning {
                section.role = Role::Analysis;
            }
        }
    }
    if !sections.iter().any(|section| matches!(section.role, Role::Analysis | Role::Assessment)) {
        for section in sections.iter_mut().filter(|section| section.role == Role::Found) {
            section.role = Role::Analysis;
        }
    }
}
