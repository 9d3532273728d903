//! Conditions of triage rules: signals with `and`, `or`, `not`.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::kind::{Bar, FindingKind, RemedyKind, Status};
use crate::Money;
use crate::document::Published;

/// What a condition may ask about a decision or one of its issues, in the words of the rule book: `fault`, `published
/// upheld`, `ground late`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Signal(Arc<str>);

impl Signal {
    /// A signal by the words of the rule book.
    pub(crate) fn new(words: impl Into<Arc<str>>) -> Self {
        Self(words.into())
    }

    /// The words of the rule book.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A signal with what it asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Asked {
    pub(crate) signal: Signal,
    pub(crate) ask: Ask,
}

/// What a signal asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Ask {
    /// A finding of a kind.
    Finding(FindingKind),
    /// A finding of a kind in the sections that speak for the whole.
    Operative(FindingKind),
    /// Of an issue: the same asked of the whole.
    Case(Box<Ask>),
    /// A ground.
    Ground(String),
    /// What the main ground is.
    MainGround(Bar),
    /// What the header says.
    Published(Published),
    /// What the prose alone leads to.
    Derived(Published),
    /// An issue with an outcome.
    Issue(String),
    /// Anything to be put right.
    Remedy,
    /// A kind of it.
    RemedyOf(RemedyKind),
    /// Whether a body agreed to it.
    RemedyThat(Status),
    /// A payment of more than a sum.
    PaymentOver(Money),
    /// Payments of more than a sum together.
    PaymentsOver(Money),
    /// What the decision is about.
    Theme(String),
    Investigated,
    Assessed,
    LeftOut,
    OpenPoint,
    /// A signal of the book: an index into its list.
    Named(usize),
}

/// The condition of a triage rule or of a signal.
#[derive(Clone, Debug)]
pub(crate) enum Condition {
    Signal(Asked),
    Not(Box<Condition>),
    All(Vec<Condition>),
    Any(Vec<Condition>),
}

impl Condition {
    /// Whether it holds, where `known` tells whether a signal does.
    pub(crate) fn holds(&self, known: &impl Fn(&Ask) -> bool) -> bool {
        match self {
            Self::Signal(asked) => known(&asked.ask),
            Self::Not(inner) => !inner.holds(known),
            Self::All(parts) => parts.iter().all(|part| part.holds(known)),
            Self::Any(parts) => parts.iter().any(|part| part.holds(known)),
        }
    }

    /// Calls `see` with every signal in it.
    pub(crate) fn visit<'c>(&'c self, see: &mut impl FnMut(&'c Asked)) {
        match self {
            Self::Signal(asked) => see(asked),
            Self::Not(inner) => inner.visit(see),
            Self::All(parts) | Self::Any(parts) => parts.iter().for_each(|part| part.visit(see)),
        }
    }
}

/// A condition with a name.
#[derive(Clone, Debug)]
pub(crate) struct NamedCondition {
    pub(crate) name: String,
    pub(crate) when: Condition,
}
