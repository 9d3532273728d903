//! Issues: the parts of a complaint, told by the headings under which findings stand.

use std::collections::HashSet;

use serde::{Deserialize, Serialize};

use super::finding::Finding;
use super::ground::GroundFinding;
use crate::Span;
use crate::document::{Document, Published, Role};

/// A part of the complaint with an outcome of its own.
///
/// ```
/// let page = "What I found\n\nAnalysis\n\nThe bins\n\n  1. This was fault.\n\nThe lamp\n\n  1. I find no fault.\n";
/// let decision = upheld::Decision::parse(page);
/// let outcomes: Vec<_> = decision.issues.iter().map(|issue| issue.outcome.as_deref().unwrap()).collect();
/// assert_eq!(outcomes, ["upheld.fault_and_injustice", "not_upheld.no_fault"]);
/// assert_eq!(decision.findings[1].issue, Some(1));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Issue {
    /// The heading of the part.
    pub span: Span,
    /// The decision reason of this part; `None` where no rule of the book applies.
    pub outcome: Option<String>,
    /// The reason in words for a reader.
    pub label: String,
    /// The index of its section.
    pub(crate) section: usize,
}

/// The issues of a decision, in the order of the text: the investigator's own headings that something stands under. A decision with one such heading is about one thing, and has none.
pub(crate) fn issues(document: &Document, findings: &[Finding], grounds: &[GroundFinding]) -> Vec<Issue> {
    let speaking: HashSet<usize> =
        findings.iter().map(|finding| finding.section).chain(grounds.iter().map(|ground| ground.section)).collect();
    // In a case that was closed each part was closed.
    let closed = document.header.outcome == Some(Published::ClosedAfterInitialEnquiries);
    let headings = || {
        document.sections.iter().enumerate().filter(|(_, section)| {
            section.free
                && matches!(section.role, Role::Found | Role::Analysis | Role::Assessment | Role::NotInvestigated)
        })
    };
    if headings().count() < 2 {
        return Vec::new();
    }
    headings()
        .filter(|(index, section)| closed || speaking.contains(index) || section.role == Role::NotInvestigated)
        .filter_map(|(index, section)| {
            Some(Issue { span: section.heading?, outcome: None, label: String::new(), section: index })
        })
        .collect()
}
