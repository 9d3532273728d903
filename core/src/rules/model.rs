//! What a rule book holds once it is read.

use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

use super::condition::{Condition, Signal};
use super::phrase::WordSet;
use super::words::WordId;
use crate::document::Role;

/// A set of section roles, one bit each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Roles(u32);

impl Roles {
    /// Every role.
    pub(crate) const ALL: Self = Self(u32::MAX);

    pub(crate) fn of(role: Role) -> Self {
        Self(1 << role as u32)
    }

    pub(crate) fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub(crate) fn has(self, role: Role) -> bool {
        self.0 & Self::of(role).0 != 0
    }
}

/// What the Ombudsman found.
///
/// ```
/// assert_eq!(upheld::FindingKind::NoFault.name(), "no_fault");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum FindingKind {
    /// Fault by the body: maladministration or service failure.
    Fault,
    /// No fault, or none that could be found.
    NoFault,
    /// Fault caused injustice, or what it caused.
    Injustice,
    /// Fault caused no injustice, or none that is significant.
    NoInjustice,
    /// The injustice is put right already, or the body's own remedy is enough.
    Remedied,
    /// This was not, will not or cannot be investigated, or the investigation was ended.
    NotInvestigated,
}

impl FindingKind {
    /// All kinds with the names that rule books and JSON use.
    pub(crate) const ALL: [(&'static str, Self); 6] = [
        ("fault", Self::Fault),
        ("no_fault", Self::NoFault),
        ("injustice", Self::Injustice),
        ("no_injustice", Self::NoInjustice),
        ("remedied", Self::Remedied),
        ("not_investigated", Self::NotInvestigated),
    ];

    /// The name that rule books and JSON use.
    #[must_use]
    pub fn name(self) -> &'static str {
        Self::ALL.iter().find(|(_, kind)| *kind == self).map_or("", |(name, _)| name)
    }

    /// Whether two kinds answer the same question, so that the longer of two overlapping cues is the right one.
    pub(crate) fn same_question(self, other: Self) -> bool {
        let question = |kind| match kind {
            Self::Fault | Self::NoFault => 0,
            Self::Injustice | Self::NoInjustice => 1,
            Self::Remedied => 2,
            Self::NotInvestigated => 3,
        };
        question(self) == question(other)
    }
}

/// What is to be put right.
///
/// ```
/// assert_eq!(upheld::RemedyKind::ServiceImprovement.name(), "service_improvement");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum RemedyKind {
    /// Saying sorry.
    Apology,
    /// A sum paid, refunded, reimbursed or waived.
    Payment,
    /// For others in future: training, reminders, reviews of policy and procedure.
    ServiceImprovement,
    /// For this person: reassess, reconsider, arrange, correct records, explain.
    SpecificAction,
}

impl RemedyKind {
    /// All kinds with the names that rule books and JSON use.
    pub(crate) const ALL: [(&'static str, Self); 4] = [
        ("apology", Self::Apology),
        ("payment", Self::Payment),
        ("service_improvement", Self::ServiceImprovement),
        ("specific_action", Self::SpecificAction),
    ];

    /// The name that rule books and JSON use.
    #[must_use]
    pub fn name(self) -> &'static str {
        Self::ALL.iter().find(|(_, kind)| *kind == self).map_or("", |(name, _)| name)
    }
}

/// Whether the law forbids an investigation or the Ombudsman chose not to have one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Bar {
    /// The law prevents it, or sends the person elsewhere.
    Cannot,
    /// The Ombudsman uses a discretion.
    WillNot,
}

/// What a context does to a cue in its reach.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Effect {
    /// The cue is denied.
    Negation,
    /// It is supposed, asked or foreseen.
    Hypothesis,
    /// It is still to come.
    Future,
    /// It is what the law or the Ombudsman's practice is in general.
    Law,
    /// The complainant says so.
    Complainant,
    /// The body complained of says so.
    Body,
    /// Somebody else says so: another investigator, a court, a panel.
    Other,
    /// It belongs to another, earlier case.
    Earlier,
    /// The Ombudsman says so, whoever spoke before.
    Ombudsman,
    /// Nothing: a phrase that only looks like a trigger.
    Pseudo,
}

impl Effect {
    pub(super) const ALL: [(&'static str, Self); 10] = [
        ("negation", Self::Negation),
        ("future", Self::Future),
        ("hypothesis", Self::Hypothesis),
        ("law", Self::Law),
        ("complainant", Self::Complainant),
        ("body", Self::Body),
        ("other", Self::Other),
        ("earlier", Self::Earlier),
        ("ombudsman", Self::Ombudsman),
        ("pseudo", Self::Pseudo),
    ];
}

/// Which way a context reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reaches {
    Forward,
    Backward,
    Both,
}

/// A trigger that changes what a cue means.
#[derive(Clone, Debug)]
pub(crate) struct ContextRule {
    pub(crate) name: String,
    pub(crate) effect: Effect,
    pub(crate) reaches: Reaches,
    /// Over how many words; `None` to the end of the sentence.
    pub(crate) reach: Option<usize>,
    /// The boundaries that end it, one bit each.
    pub(crate) until: u32,
}

/// Words that propose a finding.
#[derive(Clone, Debug)]
pub(crate) struct Cue {
    pub(crate) name: String,
    /// `None` for words that only look like a cue.
    pub(crate) kind: Option<FindingKind>,
    /// What it proposes where it is negated.
    pub(crate) negated: Option<FindingKind>,
    /// What words that propose nothing look like.
    pub(crate) about: Option<FindingKind>,
    /// The kinds of finding one of which it must follow; none if it stands on its own.
    pub(crate) after: Vec<FindingKind>,
}

/// A reason not to investigate.
#[derive(Clone, Debug)]
pub(crate) struct Ground {
    pub(crate) code: String,
    /// `None` where it says that a bar was set aside.
    pub(crate) bar: Option<Bar>,
    /// The code where its paragraph names no forum; the first one of the forum where it names one. Without it the code is
    /// its own.
    pub(crate) otherwise: Option<String>,
    pub(crate) label: String,
}

/// A body that a ground sends people to.
#[derive(Clone, Debug)]
pub(crate) struct Forum {
    pub(crate) name: String,
    pub(crate) label: String,
    /// The codes of the grounds.
    pub(crate) grounds: Vec<String>,
}

/// What a sub-kind tells apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Finding(FindingKind),
    Remedy(RemedyKind),
}

/// A sort of a kind.
#[derive(Clone, Debug)]
pub(crate) struct Subkind {
    pub(crate) name: String,
    pub(crate) of: Kind,
    /// Whether it has no phrases, and stands where no other fits.
    pub(crate) default: bool,
}

/// How a remedy is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Told {
    /// By the verb of the action.
    Head,
    /// By its verb where it comes first, and part of the action before where it is joined to one: "decide her
    /// application and write to her".
    First,
    /// By a noun, wherever it stands.
    Noun,
    /// By what the action is about, whatever its verb.
    Object,
    /// The same, where the action names no person.
    General,
    /// By any other verb, where an action must stand.
    Other,
    /// No action of its own, but words that say an action follows, and that it was agreed.
    Agreed,
    /// The same, where the action is recommended.
    Recommended,
    /// Words that speak of all actions before: "complete these actions".
    All,
    /// An action with all that it needs, which was carried out because the Ombudsman asked.
    Done,
}

/// Words that matter to the program for what they do, not for what they mean.
#[derive(Clone, Debug, Default)]
pub(crate) struct Particles {
    /// Words that begin a clause in front of the sentence: although, while.
    pub(crate) fronting: Vec<WordId>,
    /// Words that join an action to the one before: and, then.
    pub(crate) joining: Vec<WordId>,
    /// Words that may stand before the verb of an action: also, therefore.
    pub(crate) passing: Vec<WordId>,
    /// Words that point back at what was said before: this, that, it.
    pub(crate) pointing: Vec<WordId>,
    /// Words that a promise does not run across: whether, what.
    pub(crate) subordinate: Vec<WordId>,
    /// Words for a person: Mr, her.
    pub(crate) individual: Vec<WordId>,
    /// Words before a verb that make a purpose of it: to.
    pub(crate) purpose: Vec<WordId>,
    /// What is left out of a sentence before phrases are looked for in it, by its first word.
    pub(crate) asides: FxHashMap<WordId, Vec<Aside>>,
    /// The words that these begin with.
    pub(crate) aside_starts: WordSet,
}

/// Words that are said by the way.
#[derive(Clone, Debug)]
pub(crate) struct Aside {
    pub(crate) words: Vec<WordId>,
    /// Whether they are only where commas stand around them: ", however,".
    pub(crate) between_commas: bool,
}

/// A kind of action.
#[derive(Clone, Debug)]
pub(crate) struct RemedyRule {
    pub(crate) name: String,
    /// `None` for what is no remedy: reporting back to the Ombudsman.
    pub(crate) kind: Option<RemedyKind>,
    pub(crate) told: Told,
}

/// A triage rule: a name that holds where its condition does.
#[derive(Clone, Debug)]
pub(crate) struct Rule {
    pub(crate) name: String,
    /// The line of the book where it stands: several rules may give one reason.
    pub(crate) line: u32,
    pub(crate) label: String,
    pub(crate) because: String,
    pub(crate) whole: bool,
    pub(crate) issue: bool,
    pub(crate) when: Condition,
    /// What a reader is shown as evidence, beside what the condition asks for.
    pub(crate) shows: Vec<Signal>,
}

impl Rule {
    /// The signals of its condition, then those that it shows, each once.
    pub(crate) fn signals(&self) -> Vec<&Signal> {
        let mut signals = Vec::new();
        self.when.visit(&mut |signal| signals.push(signal));
        signals.extend(&self.shows);
        let mut seen: Vec<&Signal> = Vec::new();
        signals.retain(|signal| {
            !seen.contains(signal) && {
                seen.push(signal);
                true
            }
        });
        signals
    }
}

/// A sentence that a statement of the book matches, or does not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Example {
    /// The statement, `cue fault.at_fault`.
    pub statement: String,
    /// Whether it matches the sentence.
    pub matches: bool,
    /// The sentence.
    pub sentence: String,
    /// The line of the book.
    pub line: u32,
}
