//! The JSON contract: one object a decision.

use serde::{Serialize, Serializer};

use super::Offsets;
use crate::analysis::{
    At, Axis, Deadline, Finding, GroundFinding, Issue, Modality, Polarity, Remedy, ThemeMention, Time, Trigger, Voice,
};
use crate::decision::{BookId, Decision};
use crate::diagnostic::{Diagnostic, DiagnosticKind};
use crate::document::{Document, Item, Layout, Paragraph, Published, Reference, Role, Section};
use crate::rules::{Bar, FindingKind, RemedyKind, Status};
use crate::triage::{Flag, Step, Triage};
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
    /// What the places point into, where it is not the text that was given.
    text: Option<&'d str>,
    header: HeaderRecord<'d>,
    summary: Option<Quote<'d>>,
    sections: Vec<SectionRecord<'d>>,
    findings: Vec<FindingRecord<'d>>,
    set_aside: Vec<FindingRecord<'d>>,
    remedies: Vec<RemedyRecord<'d>>,
    grounds: Vec<GroundRecord<'d>>,
    issues: Vec<IssueRecord<'d>>,
    themes: Vec<ThemeRecord<'d>>,
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
    subkinds: &'d [String],
    at: At,
    #[serde(flatten)]
    quote: Quote<'d>,
    cue: Quote<'d>,
    rule: &'d str,
    context: ContextRecord<'d>,
    about: Option<Quote<'d>>,
    issue: Option<usize>,
}

#[derive(Clone, Debug, Serialize)]
struct ContextRecord<'d> {
    polarity: Polarity,
    modality: Modality,
    voice: Voice,
    time: Time,
    triggers: Vec<TriggerRecord<'d>>,
}

#[derive(Clone, Debug, Serialize)]
struct TriggerRecord<'d> {
    axis: Axis,
    #[serde(flatten)]
    quote: Quote<'d>,
    rule: &'d str,
}

#[derive(Clone, Debug, Serialize)]
struct RemedyRecord<'d> {
    kind: RemedyKind,
    subkind: Option<&'d str>,
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
    forum: Option<ForumRecord<'d>>,
}

#[derive(Clone, Debug, Serialize)]
struct ForumRecord<'d> {
    name: &'d str,
    #[serde(flatten)]
    quote: Quote<'d>,
}

#[derive(Clone, Debug, Serialize)]
struct IssueRecord<'d> {
    title: &'d str,
    span: Place,
    point: Option<Quote<'d>>,
    outcome: Option<&'d str>,
    label: &'d str,
}

#[derive(Clone, Debug, Serialize)]
struct ThemeRecord<'d> {
    name: &'d str,
    label: &'d str,
    at: Option<At>,
    #[serde(flatten)]
    quote: Quote<'d>,
    cue: Quote<'d>,
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
    outcome: &'d str,
    book: &'d str,
    line: u32,
    holds: bool,
    #[serde(serialize_with = "signals")]
    signals: &'d Step,
    evidence: Vec<Place>,
}

fn signals<S: Serializer>(step: &Step, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(step.signals().map(|(signal, holds)| (signal.as_str(), holds)))
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
        let writer = Writer { document, offsets };
        Self {
            source,
            layout: document.layout,
            text: document.diagnostics.iter().any(|it| it.kind.changes_text()).then_some(&document.text),
            header: writer.header(),
            summary: document.summary().map(|span| writer.quote(span)),
            sections: document.sections.iter().map(|section| writer.section(section)).collect(),
            findings: decision.findings.iter().map(|finding| writer.finding(finding)).collect(),
            set_aside: decision.set_aside.iter().map(|finding| writer.finding(finding)).collect(),
            remedies: decision.remedies.iter().map(|remedy| writer.remedy(remedy)).collect(),
            grounds: decision.grounds.iter().map(|ground| writer.ground(ground)).collect(),
            issues: decision.issues.iter().map(|issue| writer.issue(issue)).collect(),
            themes: decision.themes.iter().map(|theme| writer.theme(theme)).collect(),
            triage: writer.triage(&decision.triage),
            diagnostics: document.diagnostics.iter().map(|diagnostic| writer.diagnostic(diagnostic)).collect(),
            book: &decision.book,
        }
    }
}

/// Writes the parts of a record, with the text and the unit of offsets that they share.
#[derive(Clone, Copy)]
struct Writer<'d, 'o> {
    document: &'d Document,
    offsets: &'o Offsets,
}

impl<'d> Writer<'d, '_> {
    fn place(self, span: Span) -> Place {
        (self.offsets.at(span.start()), self.offsets.at(span.end()))
    }

    fn quote(self, span: Span) -> Quote<'d> {
        Quote { text: self.document.slice(span), span: self.place(span) }
    }

    fn words(self, span: Option<Span>) -> Option<&'d str> {
        span.map(|span| self.document.slice(span))
    }

    fn header(self) -> HeaderRecord<'d> {
        let header = &self.document.header;
        HeaderRecord {
            body: self.words(header.body),
            reference: self.document.reference(),
            category: self.words(header.category),
            subcategory: self.words(header.subcategory),
            outcome: header.outcome,
            date: header.date,
        }
    }

    fn section(self, section: &'d Section) -> SectionRecord<'d> {
        SectionRecord {
            role: section.role,
            level: section.level,
            heading: self.words(section.heading),
            span: self.place(section.span),
            paragraphs: section.paragraphs.iter().map(|paragraph| self.paragraph(paragraph)).collect(),
        }
    }

    fn paragraph(self, paragraph: &'d Paragraph) -> ParagraphRecord<'d> {
        let item = |item: &'d Item| ItemRecord { printed: self.words(item.printed), quote: self.quote(item.span) };
        let reference =
            |reference: &'d Reference| ReferenceRecord { quote: self.quote(reference.span), to: &reference.to };
        ParagraphRecord {
            number: paragraph.number,
            ordinal: paragraph.ordinal,
            printed: self.words(paragraph.printed),
            quote: self.quote(paragraph.span),
            items: paragraph.items.iter().map(item).collect(),
            references: paragraph.references.iter().map(reference).collect(),
            citations: paragraph.citations.iter().map(|citation| self.quote(*citation)).collect(),
        }
    }

    fn finding(self, finding: &'d Finding) -> FindingRecord<'d> {
        let context = &finding.context;
        let trigger = |it: &'d Trigger| TriggerRecord { axis: it.axis, quote: self.quote(it.span), rule: &it.rule };
        FindingRecord {
            kind: finding.kind,
            subkinds: &finding.subkinds,
            at: finding.at,
            quote: self.quote(finding.span),
            cue: self.quote(finding.cue),
            rule: &finding.rule,
            context: ContextRecord {
                polarity: context.polarity,
                modality: context.modality,
                voice: context.voice,
                time: context.time,
                triggers: context.triggers.iter().map(trigger).collect(),
            },
            about: finding.about.map(|span| self.quote(span)),
            issue: finding.issue,
        }
    }

    fn remedy(self, remedy: &'d Remedy) -> RemedyRecord<'d> {
        let deadline = |deadline: Deadline| DeadlineRecord {
            quote: self.quote(deadline.span),
            anchor: deadline.anchor,
            due: deadline.due,
        };
        RemedyRecord {
            kind: remedy.kind,
            subkind: remedy.subkind.as_deref(),
            at: remedy.at,
            quote: self.quote(remedy.span),
            cue: self.quote(remedy.cue),
            rule: &remedy.rule,
            amount: remedy.amount,
            amount_span: remedy.amount_span.map(|span| self.place(span)),
            to: self.words(remedy.to),
            to_span: remedy.to.map(|span| self.place(span)),
            status: remedy.status,
            deadline: remedy.deadline.map(deadline),
        }
    }

    fn ground(self, ground: &'d GroundFinding) -> GroundRecord<'d> {
        let (quote, cue) = (self.quote(ground.span), self.quote(ground.cue));
        let forum = ground.forum.as_ref();
        let forum = forum.map(|forum| ForumRecord { name: &forum.name, quote: self.quote(forum.span) });
        GroundRecord { code: &ground.code, bar: ground.bar, at: ground.at, quote, cue, forum }
    }

    fn issue(self, issue: &'d Issue) -> IssueRecord<'d> {
        let (title, span) = (self.document.slice(issue.span), self.place(issue.span));
        let point = issue.point.map(|point| self.quote(point));
        IssueRecord { title, span, point, outcome: issue.outcome.as_deref(), label: &issue.label }
    }

    fn theme(self, theme: &'d ThemeMention) -> ThemeRecord<'d> {
        let (quote, cue) = (self.quote(theme.span), self.quote(theme.cue));
        ThemeRecord { name: &theme.name, label: &theme.label, at: theme.at, quote, cue }
    }

    fn triage(self, triage: &'d Triage) -> TriageRecord<'d> {
        let step = |step: &'d Step| StepRecord {
            rule: &step.rule,
            outcome: &step.outcome,
            book: &step.book,
            line: step.line,
            holds: step.holds,
            signals: step,
            evidence: step.evidence.iter().map(|span| self.place(*span)).collect(),
        };
        TriageRecord {
            outcome: triage.outcome.as_deref(),
            label: &triage.label,
            reason: &triage.reason,
            rule: triage.rule().map(|step| &*step.rule),
            derived_outcome: triage.derived_outcome,
            consistent: triage.consistent,
            flags: &triage.flags,
            trace: triage.trace.iter().map(step).collect(),
        }
    }

    fn diagnostic(self, diagnostic: &'d Diagnostic) -> DiagnosticRecord<'d> {
        DiagnosticRecord { kind: diagnostic.kind, message: &diagnostic.message, span: self.place(diagnostic.span) }
    }
}
