//! Triage: the rules of the book, applied to the whole decision and to each of its issues.

mod signals;

use std::sync::Arc;

use serde::{Deserialize, Serialize};
use thin_vec::ThinVec;

use crate::Span;
use crate::analysis::Issue;
use crate::document::Published;
use crate::rules::{Rule, RuleBook, Signal};
pub(crate) use signals::{Facts, Signals};

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
/// assert_eq!(&*rule.outcome, "not_upheld.no_fault");
/// assert_eq!(decision.document.slice(rule.evidence[0]), "I find no fault by the Council.");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// The rule.
    pub rule: Arc<str>,
    /// The outcome that it gives.
    pub outcome: Arc<str>,
    /// The file or name of the book that has it: a book may include others.
    pub book: Arc<str>,
    /// The line where it stands there, from 1.
    pub line: u32,
    /// Whether its condition held.
    pub holds: bool,
    /// The signals that the rule asks for or shows, which all decisions share, and whether each was there.
    asked: Arc<[Signal]>,
    there: ThinVec<bool>,
    /// The sentences behind the signals that were there.
    pub evidence: ThinVec<Span>,
}

impl Step {
    /// Each signal that the rule asks for or shows, and whether it was there.
    pub fn signals(&self) -> impl Iterator<Item = (&Signal, bool)> {
        self.asked.iter().zip(self.there.iter().copied())
    }
}

/// The outcome that facts without a header lead to.
pub(crate) fn derived(book: &RuleBook, prose: &Facts<'_>) -> Option<Published> {
    let signals = Signals::of_whole(book, prose, &[], None);
    let rule = book.derived().iter().find(|rule| signals.hold(&rule.when))?;
    Published::from_code(&rule.gives)
}

/// Gives every issue its outcome, then the whole; `derived` is what the prose alone leads to.
pub(crate) fn triage(book: &RuleBook, facts: &Facts<'_>, derived: Option<Published>, issues: &mut [Issue]) -> Triage {
    let case = Signals::of_whole(book, facts, &[], None);
    for issue in issues.iter_mut() {
        let signals = Signals::of_issue(&case, issue);
        let rule = book.rules().iter().filter(|rule| rule.issue).find(|rule| signals.hold(&rule.when));
        issue.outcome = rule.map(|rule| rule.gives.to_string());
        label(book, rule).clone_into(&mut issue.label);
    }
    let signals = Signals::of_whole(book, facts, issues, derived);
    let mut trace = Vec::new();
    let mut fired: Option<&Rule> = None;
    for rule in book.rules().iter().filter(|rule| rule.whole) {
        let step = signals.step(rule);
        let holds = step.holds;
        trace.push(step);
        if holds {
            fired = Some(rule);
            break;
        }
    }
    let flags = book.flags().iter().filter(|rule| signals.hold(&rule.when));
    let flags = flags.map(|rule| Flag { name: rule.name.to_string(), message: rule.gives.to_string() }).collect();
    Triage {
        outcome: fired.map(|rule| rule.gives.to_string()),
        label: label(book, fired).to_owned(),
        reason: reason(book, fired).to_owned(),
        derived_outcome: derived,
        consistent: facts.header.outcome.zip(derived).map(|(published, derived)| published == derived),
        flags,
        trace,
    }
}

fn label<'b>(book: &'b RuleBook, rule: Option<&Rule>) -> &'b str {
    rule.and_then(|rule| book.outcome_label(&rule.gives)).unwrap_or(NO_OUTCOME)
}

fn reason<'b>(book: &'b RuleBook, rule: Option<&'b Rule>) -> &'b str {
    let Some(rule) = rule else { return "no rule of the book applies" };
    let of_outcome = || book.outcome(&rule.gives).map_or("", |outcome| outcome.because.as_str());
    rule.because.as_deref().unwrap_or_else(of_outcome)
}
