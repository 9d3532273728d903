//! A row a decision.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::Row;
use super::case::{Case, OfCase, coded, which};
use super::column::{Cell, Column, column};
use crate::analysis::{At, Issue, Remedy};
use crate::document::Published;
use crate::evidence::StatedGround;
use crate::rules::FindingKind;
use crate::{Date, Decision, Span};

/// A decision with the sentences that its reason rests on.
pub(super) struct DecisionRow<'d> {
    case: &'d Case<'d>,
    evidence: Vec<Quoted>,
}

/// A sentence that the reason rests on.
struct Quoted {
    what: String,
    at: At,
    span: Span,
}

impl OfCase for DecisionRow<'_> {
    fn case(&self) -> &Case<'_> {
        self.case
    }
}

impl<'d> Row<'d> for DecisionRow<'d> {
    fn columns() -> Vec<Column<Self>> {
        [which(), header(), reason(), content(), checks()].into_iter().flatten().collect()
    }

    fn rows(case: &'d Case<'d>) -> Vec<Self> {
        vec![Self { case, evidence: evidence(case.decision()) }]
    }
}

fn header<'d>() -> Vec<Column<DecisionRow<'d>>> {
    vec![
        column(
            "category",
            "the category of the header",
            Cell::Code(|row| row.of_header(row.document().header.category)),
        ),
        column("subcategory", "the subcategory of the header", {
            Cell::Code(|row| row.of_header(row.document().header.subcategory))
        }),
        column("outcome", "the outcome that the decision is published under", {
            Cell::Code(|row| published(row.document().header.outcome))
        }),
        column("layout", "how the page is laid out", Cell::Code(|row| Some(coded(row.document().layout)))),
    ]
}

fn reason<'d>() -> Vec<Column<DecisionRow<'d>>> {
    vec![
        column("reason_code", "the decision reason; empty where no rule applies", {
            Cell::Code(|row| row.decision().triage.outcome.as_deref().map(Cow::Borrowed))
        }),
        column("label", "the decision reason in words", {
            Cell::Code(|row| Some(Cow::Borrowed(&row.decision().triage.label)))
        }),
        column("reason", "why, in the words of the rule", {
            Cell::Code(|row| Some(Cow::Borrowed(&row.decision().triage.reason)))
        }),
        column("rule", "the rule that gave the reason", {
            Cell::Code(|row| row.decision().triage.rule().map(|step| Cow::Borrowed(&*step.rule)))
        }),
        column("evidence_at", "where the sentences stand that the reason rests on", {
            Cell::Entries(|row| row.evidence.iter().map(|it| it.at.to_string().into()).collect())
        }),
        column("evidence", "these sentences, each with what it says", {
            Cell::Sentences(|row| row.evidence.iter().map(|it| row.quoted(it).into()).collect())
        }),
    ]
}

fn content<'d>() -> Vec<Column<DecisionRow<'d>>> {
    vec![
        column("issues", "the parts of the complaint, each with its decision reason", {
            Cell::Sentences(|row| row.decision().issues.iter().map(|issue| row.issue(issue).into()).collect())
        }),
        column("findings", "each kind of finding with its paragraphs", {
            Cell::Entries(|row| {
                row.decision().finding_kinds().into_iter().map(|kind| row.findings(kind).into()).collect()
            })
        }),
        column("injustice", "the sentences that find injustice, each with its paragraph", {
            Cell::Sentences(|row| row.injustice())
        }),
        column("remedies", "what is to be put right, for whom, how much, by when", {
            Cell::Entries(|row| row.decision().remedies.iter().map(|remedy| row.remedy(remedy).into()).collect())
        }),
        column("total_payment", "all sums together, in pounds; empty where there is none", {
            Cell::Pounds(|row| row.decision().total_payment())
        }),
        column("deadlines", "the deadlines in the words of the decision, each once", {
            Cell::Entries(|row| row.deadlines().into_iter().map(Cow::Owned).collect())
        }),
        column("due_dates", "the days by which something is due, each once, in order", {
            Cell::Dates(|row| row.due().into_iter().collect())
        }),
        column("grounds", "the grounds on which something was not investigated, the main one first", {
            Cell::Entries(|row| row.decision().stated_grounds().iter().map(|stated| ground(stated).into()).collect())
        }),
        column("themes", "what it is about, by the themes of a rule book of one's own", {
            Cell::Entries(|row| row.themes().into_iter().map(Cow::Borrowed).collect())
        }),
    ]
}

fn checks<'d>() -> Vec<Column<DecisionRow<'d>>> {
    vec![
        column("flags", "what a person should look at", {
            Cell::Entries(|row| row.decision().triage.flags.iter().map(|flag| flag.name.as_str().into()).collect())
        }),
        column("derived_outcome", "the outcome that the prose alone leads to", {
            Cell::Code(|row| published(row.decision().triage.derived_outcome))
        }),
        column("consistent", "whether header and prose agree; empty where one of them says nothing", {
            Cell::Truth(|row| row.decision().triage.consistent)
        }),
        column("notes", "what could not be made out of the page, or was put right", {
            Cell::Entries(|row| row.document().notes().into_iter().map(Cow::Owned).collect())
        }),
        column("rule_book", "the name and version of the book that read it", {
            Cell::Code(|row| Some(format!("{} {}", row.decision().book.name, row.decision().book.version).into()))
        }),
    ]
}

impl<'d> DecisionRow<'d> {
    fn decision(&self) -> &'d Decision {
        self.case.decision()
    }

    fn document(&self) -> &'d crate::Document {
        &self.decision().document
    }

    fn of_header(&self, span: Option<Span>) -> Option<Cow<'d, str>> {
        self.case.field(span).map(Cow::Owned)
    }

    /// `fault: The Council was at fault.`
    fn quoted(&self, quoted: &Quoted) -> String {
        format!("{}: {}", quoted.what, self.case.words(quoted.span))
    }

    /// `The broken lamp: upheld.remedied`
    fn issue(&self, issue: &Issue) -> String {
        format!("{}: {}", self.case.words(issue.span), issue.outcome.as_deref().unwrap_or("no outcome"))
    }

    /// `fault (summary, 48, 50)`
    fn findings(&self, kind: FindingKind) -> String {
        format!("{} ({})", kind.name(), listed(&self.decision().places_of(kind)))
    }

    /// `49: It left her waiting for a year.`
    fn injustice(&self) -> Vec<Cow<'d, str>> {
        let found = self.decision().findings.iter().filter(|finding| finding.kind == FindingKind::Injustice);
        found.map(|finding| format!("{}: {}", finding.at, self.case.words(finding.span)).into()).collect()
    }

    /// `payment 150.00 to Mr B by 2022-03-24 (agreed, 54)`
    fn remedy(&self, remedy: &Remedy) -> String {
        let amount = remedy.amount.map(|amount| format!(" {amount}")).unwrap_or_default();
        let to = remedy.to.map(|to| format!(" to {}", self.case.words(to))).unwrap_or_default();
        let due = remedy.deadline.and_then(|deadline| deadline.due);
        let by = due.map(|due| format!(" by {due}")).unwrap_or_default();
        let status = coded(remedy.status);
        format!("{}{amount}{to}{by} ({status}, {})", remedy.kind.name(), remedy.at)
    }

    fn deadlines(&self) -> BTreeSet<String> {
        let deadlines = self.decision().remedies.iter().filter_map(|remedy| remedy.deadline);
        deadlines.map(|deadline| self.case.words(deadline.span).into_owned()).collect()
    }

    fn due(&self) -> BTreeSet<Date> {
        self.decision().remedies.iter().filter_map(|remedy| remedy.deadline?.due).collect()
    }

    fn themes(&self) -> BTreeSet<&'d str> {
        self.decision().themes.iter().map(|theme| theme.name.as_str()).collect()
    }
}

/// The evidence; that of a case that was closed is its main ground as well.
fn evidence(decision: &Decision) -> Vec<Quoted> {
    let found = decision.evidence().into_iter();
    let mut quoted: Vec<Quoted> =
        found.map(|it| Quoted { what: it.kind.name().replace('_', " "), at: it.at, span: it.span }).collect();
    if decision.triage.outcome.as_deref().is_some_and(|outcome| outcome.starts_with("closed.")) {
        let main = decision.stated_grounds().into_iter().next().map(|stated| stated.ground);
        quoted.extend(main.map(|it| Quoted { what: format!("ground {}", it.code), at: it.at, span: it.span }));
    }
    quoted
}

/// `late (summary, 12)`
fn ground(stated: &StatedGround<'_>) -> String {
    format!("{} ({})", stated.ground.code, listed(&stated.places))
}

/// `summary, 12`
fn listed(places: &[At]) -> String {
    places.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

fn published(outcome: Option<Published>) -> Option<Cow<'static, str>> {
    outcome.map(|outcome| Cow::Borrowed(outcome.code()))
}
