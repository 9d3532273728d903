//! What is known of a decision, and the signals that the rules of a book ask of it.

use std::cell::OnceCell;
use std::sync::Arc;

use thin_vec::ThinVec;

use super::Step;
use crate::analysis::{Finding, GroundFinding, Issue, Remedy, ThemeMention};
use crate::document::{Document, Header, Published, Role, Section};
use crate::rules::{Ask, Condition, RemedyKind, Rule, RuleBook};
use crate::{Money, Span};

/// What is known of a decision when its rules are asked.
pub(crate) struct Facts<'a> {
    pub(super) header: &'a Header,
    sections: &'a [Section],
    findings: &'a [Finding],
    remedies: &'a [Remedy],
    grounds: &'a [GroundFinding],
    themes: &'a [ThemeMention],
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
        themes: &'a [ThemeMention],
        open_point: bool,
    ) -> Self {
        let sections = &document.sections;
        let role = |finding: &&Finding| sections.get(finding.section).map(|section| section.role);
        let operative = findings.iter().filter(|it| matches!(role(it), Some(Role::Summary | Role::FinalDecision)));
        let investigated = sections.iter().any(|section| section.role == Role::Analysis);
        let operative = operative.collect();
        Self { header, sections, findings, remedies, grounds, themes, operative, investigated, open_point }
    }
}

/// What stands in a section, of things in the order of the text; all where none is named.
fn of_section<T>(things: &[T], section: Option<usize>, of: impl Fn(&T) -> usize) -> &[T] {
    let Some(section) = section else { return things };
    let start = things.partition_point(|thing| of(thing) < section);
    let end = things.partition_point(|thing| of(thing) <= section);
    things.get(start..end).unwrap_or_default()
}

/// The signals of the whole, or of the part of one section.
pub(crate) struct Signals<'a> {
    book: &'a RuleBook,
    facts: &'a Facts<'a>,
    issues: &'a [Issue],
    /// The section of the part; none for the whole.
    section: Option<usize>,
    derived: Option<Published>,
    /// Of a part: the signals of the whole.
    case: Option<&'a Signals<'a>>,
    /// What the signals that the book names came to, each worked out once: signals that ask for one another twice would
    /// otherwise take time that doubles with each.
    named: Vec<OnceCell<bool>>,
}

impl<'a> Signals<'a> {
    /// The signals of the whole; its issues are known once each has its outcome.
    pub(crate) fn of_whole(
        book: &'a RuleBook,
        facts: &'a Facts<'a>,
        issues: &'a [Issue],
        derived: Option<Published>,
    ) -> Self {
        let named = vec![OnceCell::new(); book.signals().len()];
        Self { book, facts, issues, section: None, derived, case: None, named }
    }

    /// The signals of an issue.
    pub(crate) fn of_issue(case: &'a Self, issue: &Issue) -> Self {
        let named = vec![OnceCell::new(); case.named.len()];
        Self { section: Some(issue.section), case: Some(case), named, ..*case }
    }

    /// Whether a condition holds.
    pub(crate) fn hold(&self, condition: &Condition) -> bool {
        condition.holds(&|ask| self.holds(ask))
    }

    pub(super) fn step(&self, rule: &Rule) -> Step {
        let there: ThinVec<bool> = rule.asked.iter().map(|asked| self.holds(&asked.ask)).collect();
        let asked = rule.asked.iter().zip(&there).filter(|(_, holds)| **holds);
        let mut evidence: ThinVec<Span> = asked.flat_map(|(asked, _)| self.evidence(&asked.ask)).collect();
        evidence.sort_unstable();
        evidence.dedup();
        Step {
            rule: rule.name.clone(),
            outcome: rule.gives.clone(),
            book: self.book.text_name(rule.origin),
            line: rule.origin.line,
            holds: self.hold(&rule.when),
            asked: Arc::clone(&rule.signals),
            there,
            evidence,
        }
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

    /// The payments with a sum.
    fn payments(&self) -> impl Iterator<Item = (&Remedy, Money)> {
        let payments = self.facts.remedies.iter().filter(|remedy| remedy.kind == RemedyKind::Payment);
        payments.filter_map(|remedy| Some((remedy, remedy.amount?)))
    }

    /// What somebody is to do, of the sort that a signal asks for.
    fn remedies(&self, ask: &Ask) -> impl Iterator<Item = &Remedy> {
        self.facts.remedies.iter().filter(move |remedy| match ask {
            Ask::RemedyOf(kind) => remedy.kind == *kind,
            Ask::RemedyThat(status) => remedy.status == *status,
            _ => true,
        })
    }

    /// Whether a signal is there.
    pub(crate) fn holds(&self, ask: &Ask) -> bool {
        match ask {
            Ask::Finding(kind) => self.findings().any(|finding| finding.kind == *kind),
            Ask::Operative(kind) => self.operative().any(|finding| finding.kind == *kind),
            Ask::Case(ask) => self.case.unwrap_or(self).holds(ask),
            Ask::Ground(code) => self.grounds().any(|ground| ground.code == *code),
            Ask::MainGround(bar) => self.main_ground().is_some_and(|ground| ground.bar == *bar),
            Ask::Published(code) => self.facts.header.outcome == Some(*code),
            Ask::Derived(code) => self.derived == Some(*code),
            Ask::Issue(code) => self.issues.iter().any(|issue| issue.outcome.as_ref() == Some(code)),
            Ask::Remedy | Ask::RemedyOf(_) | Ask::RemedyThat(_) => self.remedies(ask).next().is_some(),
            Ask::PaymentOver(sum) => self.payments().any(|(_, amount)| amount > *sum),
            Ask::PaymentsOver(sum) => {
                let total = self.payments().try_fold(Money::default(), |total, (_, amount)| total.checked_add(amount));
                total.is_none_or(|total| total > *sum)
            }
            Ask::Theme(name) => self.facts.themes.iter().any(|theme| theme.name == *name),
            Ask::Investigated => self.facts.investigated,
            Ask::Assessed => self.facts.sections.iter().any(|section| section.role == Role::Assessment),
            Ask::LeftOut => self.section().is_some_and(|section| section.role == Role::NotInvestigated),
            Ask::OpenPoint => self.facts.open_point,
            Ask::Named(index) => {
                let (Some(cell), Some(signal)) = (self.named.get(*index), self.book.signals().get(*index)) else {
                    return false;
                };
                *cell.get_or_init(|| self.hold(&signal.when))
            }
        }
    }

    /// The sentences behind a signal that is there.
    pub(crate) fn evidence(&self, ask: &Ask) -> Vec<Span> {
        match ask {
            Ask::Finding(kind) => {
                self.findings().filter(|finding| finding.kind == *kind).map(|finding| finding.span).collect()
            }
            Ask::Operative(kind) => {
                self.operative().filter(|finding| finding.kind == *kind).map(|finding| finding.span).collect()
            }
            Ask::Case(ask) => self.case.unwrap_or(self).evidence(ask),
            Ask::Ground(code) => {
                self.grounds().filter(|ground| ground.code == *code).map(|ground| ground.span).collect()
            }
            Ask::MainGround(_) => self.main_ground().map(|ground| ground.span).into_iter().collect(),
            Ask::Published(_) => self.facts.header.outcome_text.into_iter().collect(),
            Ask::Issue(code) => {
                let same = self.issues.iter().filter(|issue| issue.outcome.as_ref() == Some(code));
                same.map(|issue| issue.span).collect()
            }
            Ask::Remedy | Ask::RemedyOf(_) | Ask::RemedyThat(_) => {
                self.remedies(ask).map(|remedy| remedy.span).collect()
            }
            Ask::PaymentOver(sum) => {
                self.payments().filter(|(_, amount)| amount > sum).map(|(remedy, _)| remedy.span).collect()
            }
            Ask::PaymentsOver(_) => self.payments().map(|(remedy, _)| remedy.span).collect(),
            Ask::Theme(name) => {
                self.facts.themes.iter().filter(|theme| theme.name == *name).map(|theme| theme.span).collect()
            }
            // What is worked out from the whole, or is not there, stands in no sentence; what a named signal rests on is
            // told by the signals in it.
            Ask::Derived(_) | Ask::Investigated | Ask::Assessed | Ask::LeftOut | Ask::OpenPoint | Ask::Named(_) => {
                Vec::new()
            }
        }
    }
}
