//! Triage: the rules of the book, applied to the whole decision and to each of its issues.

use serde::{Deserialize, Serialize};

use crate::Span;
use crate::analysis::{Finding, GroundFinding, Issue, Remedy};
use crate::document::{Document, Header, Published, Role, Section};
use crate::rules::{Bar, Condition, Rule, RuleBook, Signal};

/// What a reader is told where no rule applies.
const NO_OUTCOME: &str = "No outcome";

/// What the rules make of a decision.
///
/// ```
/// let page = "Decision : Upheld\n\nFinal decision\n\n  1. I find no fault by the Council.\n";
/// let triage = upheld::Decision::parse(page).triage;
/// assert_eq!(triage.consistent, Some(false), "the header says one thing, the prose another");
/// assert!(triage.flags.iter().any(|flag| flag.name == "header_and_prose_disagree"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Triage {
    /// The decision reason of the whole, `upheld.remedied`; `None` where no rule of the book applies.
    pub outcome: Option<String>,
    /// The reason in words for a reader.
    pub label: String,
    /// Why, in the words of the rule.
    pub reason: String,
    /// The outcome that the prose alone leads to; `None` where it leads to none.
    pub derived_outcome: Option<Published>,
    /// Whether header and prose agree; `None` where one of them says nothing.
    pub consistent: Option<bool>,
    /// What a reader should look at.
    pub flags: Vec<Flag>,
    /// The rules for the whole that were asked, in order, up to the one that held.
    pub trace: Vec<Step>,
}

impl Triage {
    /// The rule that gave the outcome.
    #[must_use]
    pub fn rule(&self) -> Option<&Step> {
        self.trace.last().filter(|step| step.holds)
    }
}

/// Something that a reader should look at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Flag {
    /// The name of the flag in the rule book.
    pub name: String,
    /// What it says.
    pub message: String,
}

/// A rule that was asked.
///
/// ```
/// let page = "Final decision\n\n  1. I find no fault by the Council.\n";
/// let decision = upheld::Decision::parse(page);
/// let rule = decision.triage.rule().unwrap();
/// assert_eq!(rule.rule, "not_upheld.no_fault");
/// assert_eq!(decision.document.slice(rule.evidence[0]), "I find no fault by the Council.");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// The outcome that the rule would give.
    pub rule: String,
    /// The line of the rule book where the rule stands: several rules may give one outcome.
    pub line: u32,
    /// Whether its condition held.
    pub holds: bool,
    /// Each signal that the rule asks for or shows, and whether it was there.
    pub signals: Vec<(Signal, bool)>,
    /// The sentences behind the signals that were there.
    pub evidence: Vec<Span>,
}

/// What is known of a decision when its rules are asked.
pub(crate) struct Facts<'a> {
    header: &'a Header,
    sections: &'a [Section],
    findings: &'a [Finding],
    remedies: &'a [Remedy],
    grounds: &'a [GroundFinding],
    /// Findings of the sections that speak for the whole: the summary and the final decision.
    operative: Vec<&'a Finding>,
    investigated: bool,
    /// Whether some points of the complaint, but not all, are answered under a heading of their own.
    open_point: bool,
}

impl<'a> Facts<'a> {
    /// `header` is what is known beside the prose.
    pub(crate) fn new(
        document: &'a Document,
        header: &'a Header,
        findings: &'a [Finding],
        remedies: &'a [Remedy],
        grounds: &'a [GroundFinding],
        open_point: bool,
    ) -> Self {
        let sections = &document.sections;
        let role = |finding: &&Finding| sections.get(finding.section).map(|section| section.role);
        let operative = findings.iter().filter(|it| matches!(role(it), Some(Role::Summary | Role::FinalDecision)));
        let investigated = sections.iter().any(|section| section.role == Role::Analysis);
        Self { header, sections, findings, remedies, grounds, operative: operative.collect(), investigated, open_point }
    }
}

/// What stands in a section, of things in the order of the text; all where none is named.
fn of_section<T>(things: &[T], section: Option<usize>, of: impl Fn(&T) -> usize) -> &[T] {
    let Some(section) = section else { return things };
    let start = things.partition_point(|thing| of(thing) < section);
    let end = things.partition_point(|thing| of(thing) <= section);
    things.get(start..end).unwrap_or_default()
}

/// The outcome that facts without a header lead to.
pub(crate) fn derived(book: &RuleBook, prose: &Facts<'_>) -> Option<Published> {
    let signals = Signals { facts: prose, issues: &[], section: None, derived: None };
    let rule = book.derived().iter().find(|rule| signals.hold(&rule.when))?;
    Published::from_code(&rule.name)
}

/// Gives every issue its outcome, then the whole; `derived` is what the prose alone leads to.
pub(crate) fn triage(book: &RuleBook, facts: &Facts<'_>, derived: Option<Published>, issues: &mut [Issue]) -> Triage {
    for issue in issues.iter_mut() {
        let signals = Signals { facts, issues: &[], section: Some(issue.section), derived: None };
        let rule = book.outcomes().iter().filter(|rule| rule.issue).find(|rule| signals.hold(&rule.when));
        issue.outcome = rule.map(|rule| rule.name.clone());
        rule.map_or(NO_OUTCOME, |rule| &rule.label).clone_into(&mut issue.label);
    }
    let signals = Signals { facts, issues, section: None, derived };
    let mut trace = Vec::new();
    let mut fired: Option<&Rule> = None;
    for rule in book.outcomes().iter().filter(|rule| rule.whole) {
        let step = signals.step(rule);
        let holds = step.holds;
        trace.push(step);
        if holds {
            fired = Some(rule);
            break;
        }
    }
    let flags = book.flags().iter().filter(|rule| signals.hold(&rule.when));
    let flags = flags.map(|rule| Flag { name: rule.name.clone(), message: rule.label.clone() }).collect();
    Triage {
        outcome: fired.map(|rule| rule.name.clone()),
        label: fired.map_or(NO_OUTCOME, |rule| rule.label.as_str()).to_owned(),
        reason: fired.map_or("no rule of the book applies", |rule| rule.because.as_str()).to_owned(),
        derived_outcome: derived,
        consistent: facts.header.outcome.zip(derived).map(|(published, derived)| published == derived),
        flags,
        trace,
    }
}

/// The signals of the whole, or of the part of one section.
#[derive(Clone, Copy)]
struct Signals<'a> {
    facts: &'a Facts<'a>,
    issues: &'a [Issue],
    section: Option<usize>,
    derived: Option<Published>,
}

impl Signals<'_> {
    fn hold(&self, condition: &Condition) -> bool {
        condition.holds(&|signal| self.holds(signal))
    }

    fn step(&self, rule: &Rule) -> Step {
        let signals: Vec<(Signal, bool)> =
            rule.signals().into_iter().map(|signal| (signal.clone(), self.holds(signal))).collect();
        let mut evidence: Vec<Span> =
            signals.iter().filter(|(_, holds)| *holds).flat_map(|(signal, _)| self.evidence(signal)).collect();
        evidence.sort_unstable();
        evidence.dedup();
        Step { rule: rule.name.clone(), line: rule.line, holds: self.hold(&rule.when), signals, evidence }
    }

    /// What `case fault` asks for, asked of the whole.
    fn of_case(&self, signal: &Signal) -> Option<(Self, Signal)> {
        let asked = signal.as_str().strip_prefix("case ")?;
        Some((Self { section: None, ..*self }, Signal::new(asked)))
    }

    /// The section of the part; none for the whole.
    fn section(&self) -> Option<&Section> {
        self.facts.sections.get(self.section?)
    }

    fn findings(&self) -> impl Iterator<Item = &Finding> {
        of_section(self.facts.findings, self.section, |finding| finding.section).iter()
    }

    fn grounds(&self) -> impl Iterator<Item = &GroundFinding> {
        of_section(self.facts.grounds, self.section, |ground| ground.section).iter()
    }

    /// Findings of the sections that speak for the whole.
    fn operative(&self) -> impl Iterator<Item = &Finding> {
        self.facts.operative.iter().copied()
    }

    /// The ground that is stated first in the final decision, or else anywhere.
    fn main_ground(&self) -> Option<&GroundFinding> {
        let decision = |ground: &&GroundFinding| {
            self.facts.sections.get(ground.section).is_some_and(|section| section.role == Role::FinalDecision)
        };
        self.grounds().find(decision).or_else(|| self.grounds().next())
    }

    fn holds(&self, signal: &Signal) -> bool {
        let words: Vec<&str> = signal.as_str().split(' ').collect();
        match words.as_slice() {
            ["remedy"] => !self.facts.remedies.is_empty(),
            ["investigated"] => self.facts.investigated,
            ["assessed"] => self.facts.sections.iter().any(|section| section.role == Role::Assessment),
            ["case", ..] => self.of_case(signal).is_some_and(|(case, signal)| case.holds(&signal)),
            ["open_point"] => self.facts.open_point,
            ["left_out"] => self.section().is_some_and(|section| section.role == Role::NotInvestigated),
            ["published", code] => self.facts.header.outcome.is_some_and(|published| published.code() == *code),
            ["derived", code] => self.derived.is_some_and(|derived| derived.code() == *code),
            ["issue", code] => self.issues.iter().any(|issue| issue.outcome.as_deref() == Some(code)),
            ["ground", code] => self.grounds().any(|ground| ground.code == *code),
            ["main", "ground", "cannot"] => self.main_ground().is_some_and(|ground| ground.bar == Bar::Cannot),
            ["main", "ground", _] => self.main_ground().is_some_and(|ground| ground.bar == Bar::WillNot),
            ["operative", kind] => self.operative().any(|finding| finding.kind.name() == *kind),
            [kind] => self.findings().any(|finding| finding.kind.name() == *kind),
            _ => false,
        }
    }

    /// The sentences behind a signal.
    fn evidence(&self, signal: &Signal) -> Vec<Span> {
        let words: Vec<&str> = signal.as_str().split(' ').collect();
        match words.as_slice() {
            ["case", ..] => self.of_case(signal).map_or_else(Vec::new, |(case, signal)| case.evidence(&signal)),
            ["remedy"] => self.facts.remedies.iter().map(|remedy| remedy.span).collect(),
            ["published", _] => self.facts.header.outcome_text.into_iter().collect(),
            ["issue", code] => self
                .issues
                .iter()
                .filter(|issue| issue.outcome.as_deref() == Some(code))
                .map(|issue| issue.span)
                .collect(),
            ["ground", code] => {
                self.grounds().filter(|ground| ground.code == *code).map(|ground| ground.span).collect()
            }
            ["main", ..] => self.main_ground().map(|ground| ground.span).into_iter().collect(),
            ["operative", kind] => {
                self.operative().filter(|finding| finding.kind.name() == *kind).map(|finding| finding.span).collect()
            }
            [kind] => {
                self.findings().filter(|finding| finding.kind.name() == *kind).map(|finding| finding.span).collect()
            }
            _ => Vec::new(),
        }
    }
}
