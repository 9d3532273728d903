//! A decision that has been read: its structure, and what it says.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use crate::analysis::{self, Finding, GroundFinding, Issue, Remedy, ThemeMention};
use crate::diagnostic::{Diagnostic, DiagnosticKind};
use crate::document::{Document, Header};
use crate::money::Money;
use crate::rules::RuleBook;
use crate::source::Source;
use crate::triage::{Facts, Triage, derived, triage};

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
    /// Words that look like a finding, but are somebody else's, supposed, or about another case; in the order of the text.
    pub set_aside: Vec<Finding>,
    /// What is to be put right.
    pub remedies: Vec<Remedy>,
    /// Why something was not investigated.
    pub grounds: Vec<GroundFinding>,
    /// The parts of the complaint; empty where there is one only.
    pub issues: Vec<Issue>,
    /// What it is about, by the themes of a rule book of one's own; in the order of the text.
    pub themes: Vec<ThemeMention>,
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
    /// Reads a decision by the standard rule book, the text as it is. Takes any text, and time linear in its length.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        Self::parse_with(text, RuleBook::standard())
    }

    /// Reads a decision by a rule book.
    #[must_use]
    pub fn parse_with(text: &str, book: &RuleBook) -> Self {
        Self::of(Document::parse(text), book)
    }

    /// Reads a decision that was taken from a file, by a rule book.
    #[must_use]
    pub fn read(source: Source, book: &RuleBook) -> Self {
        Self::of(Document::read(source), book)
    }

    /// Reads what a document says, by a rule book.
    #[must_use]
    pub fn of(mut document: Document, book: &RuleBook) -> Self {
        let reading = analysis::roles::read(&mut document, book);
        let (mut findings, mut set_aside) = analysis::finding::findings(&document, &reading, book);
        let (remedies, diagnostics) = analysis::remedy::remedies(&document, &reading, book);
        // What the prose alone leads to: the header tells nothing of it, and where there is none it stands in for it.
        let of_prose = analysis::ground::grounds(&document, &reading, book, &findings, None);
        let (themes, unread) = analysis::theme::themes(&document, book);
        let no_header = Header::default();
        let derived =
            derived(book, &Facts::new(&document, &no_header, &findings, &remedies, &of_prose, &themes, false));
        let outcome = document.header.outcome.or(derived);
        let grounds = analysis::ground::grounds(&document, &reading, book, &findings, outcome);
        document.diagnostics.extend(diagnostics);
        document.diagnostics.extend(reading.unread.iter().chain(&unread).map(|span| Diagnostic {
            kind: DiagnosticKind::RulesStopped,
            message: "the rules of this book take too long for this sentence; part of it was not read".to_owned(),
            span: *span,
        }));
        let (mut issues, open_point) = analysis::issue::issues(&document, &findings, &grounds);
        let of_section: HashMap<usize, usize> =
            issues.iter().enumerate().map(|(index, issue)| (issue.section, index)).collect();
        for finding in findings.iter_mut().chain(&mut set_aside) {
            finding.issue = of_section.get(&finding.section).copied();
        }
        let facts = Facts::new(&document, &document.header, &findings, &remedies, &grounds, &themes, open_point);
        let triage = triage(book, &facts, derived, &mut issues);
        let book = BookId {
            name: book.name().to_owned(),
            version: book.version().to_owned(),
            hash: format!("{:016x}", book.hash()),
            library: env!("CARGO_PKG_VERSION").to_owned(),
        };
        let mut decision = Self { document, findings, set_aside, remedies, grounds, issues, themes, triage, book };
        decision.shrink();
        decision
    }

    fn shrink(&mut self) {
        self.document.shrink();
        for findings in [&mut self.findings, &mut self.set_aside] {
            findings.shrink_to_fit();
            for finding in findings.iter_mut() {
                finding.subkinds.shrink_to_fit();
                finding.context.triggers.shrink_to_fit();
            }
        }
        self.remedies.shrink_to_fit();
        self.grounds.shrink_to_fit();
        self.issues.shrink_to_fit();
        self.themes.shrink_to_fit();
        self.triage.trace.shrink_to_fit();
        for step in &mut self.triage.trace {
            step.evidence.shrink_to_fit();
        }
    }

    /// All sums of the remedies together; `None` where there is none, or more than can be held.
    ///
    /// ```
    /// let page = "Agreed action\n\n  1. The Council will pay Mr X £150 and his son £50.\n";
    /// let decision = upheld::Decision::parse(page);
    /// assert_eq!(decision.total_payment().map(upheld::Money::pence), Some(20_000));
    /// ```
    #[must_use]
    pub fn total_payment(&self) -> Option<Money> {
        let mut sums = self.remedies.iter().filter_map(|remedy| remedy.amount);
        let first = sums.next()?;
        sums.try_fold(first, Money::checked_add)
    }
}
