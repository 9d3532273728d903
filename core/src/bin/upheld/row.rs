//! A decision as one row of a spreadsheet.

use std::collections::BTreeSet;

use upheld::{Date, Decision, Money, Published, Remedy};

use crate::evidence::{Evidence, evidence, grounds, kinds, places};
use crate::tone::Tone;
use crate::words;

/// Between whole sentences in a cell, which have every other mark in them.
const BETWEEN_SENTENCES: &str = " | ";
/// Between short entries in a cell.
const BETWEEN_ENTRIES: &str = "; ";

/// The cells of a decision, in the order of [`Row::COLUMNS`].
pub(crate) struct Row([String; 26]);

impl Row {
    /// The names of the columns.
    pub(crate) const COLUMNS: [&'static str; 26] = [
        "source",
        "reference",
        "body",
        "category",
        "subcategory",
        "outcome",
        "decision_date",
        "reason_code",
        "label",
        "reason",
        "evidence_at",
        "evidence",
        "issues",
        "findings",
        "injustice",
        "remedies",
        "total_payment",
        "deadlines",
        "due_dates",
        "grounds",
        "themes",
        "flags",
        "derived_outcome",
        "consistent",
        "notes",
        "rule_book",
    ];

    /// The row of a decision that came from `source`.
    pub(crate) fn new(decision: &Decision, source: &str) -> Self {
        let Decision { document, remedies, triage, .. } = decision;
        let header = &document.header;
        let words = |span: Option<upheld::Span>| span.map(|span| document.one_line(span)).unwrap_or_default();
        let code = |published: Option<Published>| published.map(Published::code).unwrap_or_default().to_owned();
        let evidence = with_main_ground(decision);
        let quote = |evidence: &Evidence| format!("{}: {}", evidence.what, document.one_line(evidence.span));
        Self([
            source.to_owned(),
            document.reference().unwrap_or_default(),
            words(header.body),
            words(header.category),
            words(header.subcategory),
            code(header.outcome),
            header.date.as_ref().map(Date::to_string).unwrap_or_default(),
            triage.outcome.clone().unwrap_or_default(),
            triage.label.clone(),
            triage.reason.clone(),
            joined(evidence.iter().map(|evidence| evidence.at.to_string()), BETWEEN_ENTRIES),
            joined(evidence.iter().map(quote), BETWEEN_SENTENCES),
            issues(decision),
            findings(decision),
            injustice(decision),
            joined(remedies.iter().map(|remedy| remedy_in_short(decision, remedy)), BETWEEN_ENTRIES),
            total(remedies).map(|total| total.to_string()).unwrap_or_default(),
            joined_once(
                remedies.iter().filter_map(|remedy| remedy.deadline).map(|deadline| document.one_line(deadline.span)),
            ),
            joined_once(remedies.iter().filter_map(|remedy| remedy.deadline?.due).map(|due| due.to_string())),
            grounds_in_short(decision),
            joined_once(decision.themes.iter().map(|theme| theme.name.clone())),
            joined(triage.flags.iter().map(|flag| flag.name.clone()), BETWEEN_ENTRIES),
            code(triage.derived_outcome),
            triage.consistent.map(|consistent| consistent.to_string()).unwrap_or_default(),
            words::notes(document).join(BETWEEN_ENTRIES),
            format!("{} {}", decision.book.name, decision.book.version),
        ])
    }

    /// The cells, from left to right.
    pub(crate) fn cells(self) -> [String; 26] {
        self.0
    }
}

/// The evidence; that of a case that was closed is the ground that the final decision states first as well.
fn with_main_ground(decision: &Decision) -> Vec<Evidence> {
    let closed = decision.triage.outcome.as_deref().is_some_and(|outcome| outcome.starts_with("closed."));
    let main = grounds(decision).into_iter().next().filter(|_| closed);
    let main = main.map(|(ground, _)| {
        let what = format!("ground {}", ground.code);
        Evidence { what, at: ground.at, span: ground.span, tone: Tone::Aside }
    });
    evidence(decision).into_iter().chain(main).collect()
}

/// `late (summary, 12); other_body (14)`, the main ground first.
fn grounds_in_short(decision: &Decision) -> String {
    let ground = |(ground, places): (&upheld::GroundFinding, Vec<upheld::At>)| {
        let places: Vec<String> = places.iter().map(ToString::to_string).collect();
        format!("{} ({})", ground.code, places.join(", "))
    };
    joined(grounds(decision).into_iter().map(ground), BETWEEN_ENTRIES)
}

/// `The broken lamp: upheld.remedied | The letters: not_upheld.no_fault`
fn issues(decision: &Decision) -> String {
    let issue = |issue: &upheld::Issue| {
        format!("{}: {}", decision.document.one_line(issue.span), issue.outcome.as_deref().unwrap_or("no outcome"))
    };
    joined(decision.issues.iter().map(issue), BETWEEN_SENTENCES)
}

/// `fault (summary, 48, 50); injustice (49)`
fn findings(decision: &Decision) -> String {
    let of_kind = |kind: upheld::FindingKind| {
        let places: Vec<String> = places(decision, kind).iter().map(ToString::to_string).collect();
        format!("{} ({})", kind.name(), places.join(", "))
    };
    joined(kinds(decision).into_iter().map(of_kind), BETWEEN_ENTRIES)
}

/// `49: It left her waiting for a year.`
fn injustice(decision: &Decision) -> String {
    let found = decision.findings.iter().filter(|finding| finding.kind == upheld::FindingKind::Injustice);
    joined(
        found.map(|finding| format!("{}: {}", finding.at, decision.document.one_line(finding.span))),
        BETWEEN_SENTENCES,
    )
}

/// `payment 150.00 to Mr B by 2022-03-24 (agreed, 54)`
fn remedy_in_short(decision: &Decision, remedy: &Remedy) -> String {
    let document = &decision.document;
    let amount = remedy.amount.map(|amount| format!(" {amount}")).unwrap_or_default();
    let to = remedy.to.map(|to| format!(" to {}", document.one_line(to))).unwrap_or_default();
    let by = remedy.deadline.and_then(|deadline| deadline.due).map(|due| format!(" by {due}")).unwrap_or_default();
    format!("{}{amount}{to}{by} ({}, {})", remedy.kind.name(), words::status(remedy.status), remedy.at)
}

/// All sums together; `None` where there is none, or more than can be counted.
pub(crate) fn total(remedies: &[Remedy]) -> Option<Money> {
    let sums = remedies.iter().filter_map(|remedy| remedy.amount);
    sums.fold(None, |total: Option<Money>, sum| total.unwrap_or_default().checked_add(sum))
}

fn joined(entries: impl Iterator<Item = String>, between: &str) -> String {
    entries.collect::<Vec<String>>().join(between)
}

/// The entries in order, each once.
fn joined_once(entries: impl Iterator<Item = String>) -> String {
    let entries: BTreeSet<String> = entries.collect();
    joined(entries.into_iter(), BETWEEN_ENTRIES)
}
