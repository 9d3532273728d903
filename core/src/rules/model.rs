//! What a rule book holds once it is read.

use std::sync::Arc;

use rustc_hash::FxHashMap;
use serde::Serialize;

use super::condition::{Asked, Condition, Signal};
use super::kind::{Bar, FindingKind, RemedyKind};
use super::phrase::WordSet;
use super::words::WordId;
use crate::document::Role;

/// A set of places where a phrase may hold, one bit each: the sections by their roles, and what is read apart from them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Roles(u32);

impl Roles {
    /// The headings that give a section its role.
    pub(crate) const HEADINGS: Self = Self(1 << 30);
    /// The category and sub-category of the header.
    pub(crate) const CATEGORY: Self = Self(1 << 31);
    /// Every section.
    pub(crate) const SECTIONS: Self = Self((1 << 30) - 1);

    pub(crate) fn of(role: Role) -> Self {
        Self(1 << role as u32)
    }

    pub(crate) fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub(crate) fn has(self, role: Role) -> bool {
        self.meets(Self::of(role))
    }

    /// Whether they have a place in common.
    pub(crate) fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Whether all of the others are among them.
    pub(crate) fn cover(self, others: Self) -> bool {
        others.0 & !self.0 == 0
    }
}

/// Where something stands in the texts of a book.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Origin {
    /// The text: an index into the book's list.
    pub(crate) text: u16,
    /// The line, from 1.
    pub(crate) line: u32,
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

impl Reaches {
    pub(super) const ALL: [(&'static str, Self); 3] =
        [("forward", Self::Forward), ("backward", Self::Backward), ("both", Self::Both)];
}

/// A trigger that changes what a cue means.
#[derive(Clone, Debug)]
pub(crate) struct ContextRule {
    pub(crate) name: String,
    /// `context negation.not`, which triggers share.
    pub(crate) statement: Arc<str>,
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
    /// `cue fault.was`, which findings share.
    pub(crate) statement: Arc<str>,
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

impl Kind {
    /// All kinds with their names.
    pub(super) fn all() -> Vec<(&'static str, Self)> {
        let findings = FindingKind::ALL.map(|(name, kind)| (name, Self::Finding(kind)));
        let remedies = RemedyKind::ALL.map(|(name, kind)| (name, Self::Remedy(kind)));
        findings.into_iter().chain(remedies).collect()
    }
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

impl Told {
    /// Whether it tells of an action's object what the action is, which no remedy names as its rule.
    pub(crate) fn is_object(self) -> bool {
        matches!(self, Self::Object | Self::General)
    }

    pub(super) const ALL: [(&'static str, Self); 10] = [
        ("head", Self::Head),
        ("first", Self::First),
        ("noun", Self::Noun),
        ("object", Self::Object),
        ("general", Self::General),
        ("other", Self::Other),
        ("agreed", Self::Agreed),
        ("recommended", Self::Recommended),
        ("all", Self::All),
        ("done", Self::Done),
    ];
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

impl Particles {
    /// The families that the program uses by these names.
    pub(super) const NAMES: [&'static str; 9] =
        ["aside", "fronting", "individual", "insertion", "joining", "passing", "pointing", "purpose", "subordinate"];

    /// The list that the words of a family belong to.
    pub(super) fn named(&mut self, family: &str) -> Option<&mut Vec<WordId>> {
        match family {
            "fronting" => Some(&mut self.fronting),
            "joining" => Some(&mut self.joining),
            "passing" => Some(&mut self.passing),
            "pointing" => Some(&mut self.pointing),
            "purpose" => Some(&mut self.purpose),
            "individual" => Some(&mut self.individual),
            "subordinate" => Some(&mut self.subordinate),
            _ => None,
        }
    }
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
    /// `remedy apologise`, which remedies share.
    pub(crate) statement: Arc<str>,
    /// `None` for what is no remedy: reporting back to the Ombudsman.
    pub(crate) kind: Option<RemedyKind>,
    pub(crate) told: Told,
}

/// Something that a decision is about.
#[derive(Clone, Debug)]
pub(crate) struct Theme {
    pub(crate) name: String,
    pub(crate) label: String,
}

/// A decision reason.
#[derive(Clone, Debug)]
pub(crate) struct Outcome {
    pub(crate) code: String,
    pub(crate) label: String,
    /// Why, for the reader, unless the rule says more.
    pub(crate) because: String,
}

/// A triage rule: it gives something where its condition holds.
#[derive(Clone, Debug)]
pub(crate) struct Rule {
    /// The trace of each decision has it, which shares it.
    pub(crate) name: Arc<str>,
    pub(crate) origin: Origin,
    /// The outcome that it gives, or the message of a flag.
    pub(crate) gives: Arc<str>,
    /// Why, for the reader, where the outcome does not say it.
    pub(crate) because: Option<String>,
    pub(crate) whole: bool,
    pub(crate) issue: bool,
    pub(crate) when: Condition,
    /// What a reader is shown as evidence, beside what the condition asks for.
    pub(crate) shows: Vec<Asked>,
    /// All that it asks for and shows, and their names, which the trace of each decision shares.
    pub(crate) asked: Vec<Asked>,
    pub(crate) signals: Arc<[Signal]>,
}

/// Where something stands in a rule book.
///
/// ```
/// let book = upheld::RuleBook::standard();
/// let place = &book.try_sentence("The Council was at fault.")[0].place;
/// assert_eq!(place.book, "standard.rules");
/// assert!(place.text.starts_with("- "));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct BookPlace {
    /// The file or name of the book.
    pub book: String,
    /// The line, from 1.
    pub line: u32,
    /// The words of the line, without the white space around them.
    pub text: String,
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
    /// The file or name of the book.
    pub book: String,
    /// The line of the book, from 1.
    pub line: u32,
    pub(crate) origin: Origin,
}
