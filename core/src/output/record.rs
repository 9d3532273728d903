//! The JSON contract: one object a decision.

use serde::{Serialize, Serializer};

use super::Offsets;
use crate::analysis::{At, Status};
use crate::decision::{BookId, Decision};
use crate::document::{DiagnosticKind, Layout, Paragraph, Published, Role, Section};
use crate::rules::{Bar, FindingKind, RemedyKind};
use crate::triage::{Flag, Step};
use crate::{Anchor, Date, Money, Span};

/// A decision as the JSON contract has it. It borrows from the decision and is made to be serialised.
///
/// ```
/// use upheld::{Decision, Offsets, Record};
///
/// let decision = Decision::parse("Final decision\n\n  1. I find no fault.\n");
/// let json = serde_json::to_value(Record::new(&decision, "21-000-001.txt", &Offsets::bytes())).unwrap();
/// assert_eq!(json["findings"][0]["kind"], "no_fault");
/// assert_eq!(json["findings"][0]["at"], 1);
/// ```
#[derive(Clone, Debug, Serialize)]
pub struct Record<'d> {
    source: &'d str,
    layout: Layout,
    header: HeaderRecord<'d>,
    summary: Option<Quote<'d>>,
    sections: Vec<SectionRecord<'d>>,
    findings: Vec<FindingRecord<'d>>,
    remedies: Vec<RemedyRecord<'d>>,
    grounds: Vec<GroundRecord<'d>>,
    issues: Vec<IssueRecord<'d>>,
    triage: TriageRecord<'d>,
    diagnostics: Vec<DiagnosticRecord<'d>>,
    book: &'d BookId,
}

/// A pair of offsets in the unit of the reader.
type Place = (usize, usize);

#[derive(Clone, Copy, Debug, Serialize)]
struct Quote<'d> {
    text: &'d str,
    span: Place,
}

#[derive(Clone, Debug, Serialize)]
struct HeaderRecord<'d> {
    body: Option<&'d str>,
    reference: Option<String>,
    category: Option<&'d str>,
    subcategory: Option<&'d str>,
    outcome: Option<Published>,
    date: Option<Date>,
}

#[derive(Clone, Debug, Serialize)]
struct SectionRecord<'d> {
    role: Role,
    level: u8,
    heading: Option<&'d str>,
    span: Place,
    paragraphs: Vec<ParagraphRecord<'d>>,
}

#[derive(Clone, Debug, Serialize)]
struct ParagraphRecord<'d> {
    number: Option<u32>,
    ordinal: u32,
    printed: Option<&'d str>,
    #[serde(flatten)]
    quote: Quote<'d>,
    items: Vec<ItemRecord<'d>>,
    references: Vec<ReferenceRecord<'d>>,
    citations: Vec<Quote<'d>>,
}

#[derive(Clone, Debug, Serialize)]
struct ItemRecord<'d> {
    printed: Option<&'d str>,
    #[serde(flatten)]
    quote: Quote<'d>,
}

#[derive(Clone, Debug, Serialize)]
struct ReferenceRecord<'d> {
    #[serde(flatten)]
    quote: Quote<'d>,
    to: &'d [u32],
}

#[derive(Clone, Debug, Serialize)]
struct FindingRecord<'d> {
    kind: FindingKind,
    at: At,
    #[serde(flatten)]
    quote: Quote<'d>,
    cue: Quote<'d>,
    rule: &'d str,
    issue: Option<usize>,
}

#[derive(Clone, Debug, Serialize)]
struct RemedyRecord<'d> {
    kind: RemedyKind,
    at: At,
    #[serde(flatten)]
    quote: Quote<'d>,
    cue: Quote<'d>,
    rule: &'d str,
    amount: Option<Money>,
    amount_span: Option<Place>,
    to: Option<&'d str>,
    to_span: Option<Place>,
    status: Status,
    deadline: Option<DeadlineRecord<'d>>,
}

#[derive(Clone, Debug, Serialize)]
struct DeadlineRecord<'d> {
    #[serde(flatten)]
    quote: Quote<'d>,
    anchor: Anchor,
    due: Option<Date>,
}

#[derive(Clone, Debug, Serialize)]
struct GroundRecord<'d> {
    code: &'d str,
    bar: Bar,
    at: At,
    #[serde(flatten)]
    quote: Quote<'d>,
    cue: Quote<'d>,
}

#[derive(Clone, Debug, Serialize)]
struct IssueRecord<'d> {
    title: &'d str,
    span: Place,
    outcome: Option<&'d str>,
    label: &'d str,
}

#[derive(Clone, Debug, Serialize)]
struct TriageRecord<'d> {
    outcome: Option<&'d str>,
    label: &'d str,
    reason: &'d str,
    rule: Option<&'d str>,
    derived_outcome: Option<Published>,
    consistent: Option<bool>,
    flags: &'d [Flag],
    trace: Vec<StepRecord<'d>>,
}

#[derive(Clone, Debug, Serialize)]
struct StepRecord<'d> {
    rule: &'d str,
    holds: bool,
    #[serde(serialize_with = "signals")]
    signals: &'d Step,
    evidence: Vec<Place>,
}

fn signals<S: Serializer>(step: &Step, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(step.signals.iter().map(|(signal, holds)| (signal.as_str(), holds)))
}

#[derive(Clone, Debug, Serialize)]
struct DiagnosticRecord<'d> {
    kind: DiagnosticKind,
    message: &'d str,
    span: Place,
}

impl<'d> Record<'d> {
    /// The record of a decision that came from `source`, with spans in the unit of `offsets`.
    #[must_use]
    pub fn new(decision: &'d Decision, source: &'d str, offsets: &Offsets) -> Self {
        let document = &decision.document;
        let place = |span: Span| (offsets.at(span.start), offsets.at(span.end));
        let quote = |span: Span| Quote { text: document.slice(span), span: place(span) };
        let words = |span: Option<Span>| span.map(|span| document.slice(span));
        let header = &document.header;
        let paragraph = |paragraph: &'d Paragraph| ParagraphRecord {
            number: paragraph.number,
            ordinal: paragraph.ordinal,
            printed: words(paragraph.printed),
            quote: quote(paragraph.span),
            items: paragraph.items.iter().map(|item| ItemRecord { printed: words(item.printed), quote: quote(item.span) }).collect(),
            references: paragraph.references.iter().map(|reference| ReferenceRecord { quote: quote(reference.span), to: &reference.to }).collect(),
            citations: paragraph.citations.iter().map(|citation| quote(*citation)).collect(),
        };
        let section = |section: &'d Section| SectionRecord {
            role: section.role,
            level: section.level,
            heading: words(section.heading),
            span: place(section.span),
            paragraphs: section.paragraphs.iter().map(paragraph).collect(),
        };
        let triage = &decision.triage;
        let step = |step: &'d Step| StepRecord {
            rule: &step.rule,
            holds: step.holds,
            signals: step,
            evidence: step.evidence.iter().map(|span| place(*span)).collect(),
        };
        Self {
            source,
            layout: document.layout,
            header: HeaderRecord {
                body: words(header.body),
                reference: document.reference(),
                category: words(header.category),
                subcategory: words(header.subcategory),
                outcome: header.outcome,
                date: header.date,
            },
            summary: document.summary().map(quote),
            sections: document.sections.iter().map(section).collect(),
            findings: (decision.findings.iter())
                .map(|finding| FindingRecord {
                    kind: finding.kind,
                    at: finding.at,
                    quote: quote(finding.span),
                    cue: quote(finding.cue),
                    rule: &finding.rule,
                    issue: finding.issue,
                })
                .collect(),
            remedies: (decision.remedies.iter())
                .map(|remedy| RemedyRecord {
                    kind: remedy.kind,
                    at: remedy.at,
                    quote: quote(remedy.span),
                    cue: quote(remedy.cue),
                    rule: &remedy.rule,
                    amount: remedy.amount,
                    amount_span: remedy.amount_span.map(place),
                    to: words(remedy.to),
                    to_span: remedy.to.map(place),
                    status: remedy.status,
                    deadline: (remedy.deadline)
                        .map(|deadline| DeadlineRecord { quote: quote(deadline.span), anchor: deadline.anchor, due: deadline.due }),
                })
                .collect(),
            grounds: (decision.grounds.iter())
                .map(|ground| GroundRecord { code: &ground.code, bar: ground.bar, at: ground.at, quote: quote(ground.span), cue: quote(ground.cue) })
                .collect(),
            issues: (decision.issues.iter())
                .map(|issue| IssueRecord { title: document.slice(issue.span), span: place(issue.span), outcome: issue.outcome.as_deref(), label: &issue.label })
                .collect(),
            triage: TriageRecord {
                outcome: triage.outcome.as_deref(),
                label: &triage.label,
                reason: &triage.reason,
                rule: triage.rule().map(|step| step.rule.as_str()),
                derived_outcome: triage.derived_outcome,
                consistent: triage.consistent,
                flags: &triage.flags,
                trace: triage.trace.iter().map(step).collect(),
            },
            diagnostics: (document.diagnostics.iter())
                .map(|diagnostic| DiagnosticRecord { kind: diagnostic.kind, message: &diagnostic.message, span: place(diagnostic.span) })
                .collect(),
            book: &decision.book,
        }
    }
}
