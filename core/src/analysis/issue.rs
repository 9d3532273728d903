//! Issues: the parts of a complaint, told by the headings under which findings stand.

use std::collections::HashSet;

use serde::{Deserialize, Serialize};

use super::finding::Finding;
use super::ground::GroundFinding;
use super::point::answered;
use crate::Span;
use crate::document::{Document, Published, Role};
use crate::rules::FindingKind;

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
    /// The point of the complaint that it answers, where its label says so: "(ii)", "Complaint b)".
    pub point: Option<Span>,
    /// The decision reason of this part; `None` where no rule of the book applies.
    pub outcome: Option<String>,
    /// The reason in words for a reader.
    pub label: String,
    /// The index of its section.
    pub(crate) section: usize,
}

/// The issues of a decision, in the order of the text: the investigator's own headings that something stands under;
/// and whether some of the complaint's points, but not all, have a part of their own. A decision with one such heading is about one thing, and has none.
pub(crate) fn issues(document: &Document, findings: &[Finding], grounds: &[GroundFinding]) -> (Vec<Issue>, bool) {
    let speaking: HashSet<usize> =
        findings.iter().map(|finding| finding.section).chain(grounds.iter().map(|ground| ground.section)).collect();
    // In a case that was closed, or ended without a finding, each part was.
    let decided = |finding: &Finding| matches!(finding.kind, FindingKind::Fault | FindingKind::NoFault);
    let closed = document.header.outcome == Some(Published::ClosedAfterInitialEnquiries)
        || !findings.is_empty() && !findings.iter().any(decided);
    let headings = || {
        document.sections.iter().enumerate().filter(|(_, section)| {
            section.free
                && matches!(section.role, Role::Found | Role::Analysis | Role::Assessment | Role::NotInvestigated)
        })
    };
    if headings().count() < 2 {
        return (Vec::new(), false);
    }
    let mut issues: Vec<Issue> = headings()
        .filter(|(index, section)| closed || speaking.contains(index) || section.role == Role::NotInvestigated)
        .filter_map(|(index, section)| {
            let span = section.heading?;
            Some(Issue { span, point: None, outcome: None, label: String::new(), section: index })
        })
        .collect();
    let spans: Vec<Span> = issues.iter().map(|issue| issue.span).collect();
    let (points, open_point) = answered(document, &spans);
    for (issue, point) in issues.iter_mut().zip(points) {
        issue.point = point;
    }
    (issues, open_point)
}
