//! Conditions of triage rules: signals with `and`, `or`, `not`.

use serde::{Deserialize, Serialize};

/// What a condition may ask about a decision or one of its issues.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Signal(String);

impl Signal {
    /// A signal by the words of the rule book: `fault`, `published upheld`, `ground late`.
    pub(crate) fn new(words: impl Into<String>) -> Self {
        Self(words.into())
    }

    /// The words of the rule book.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The condition of a triage rule.
#[derive(Clone, Debug)]
pub(crate) enum Condition {
    Signal(Signal),
    Not(Box<Condition>),
    All(Vec<Condition>),
    Any(Vec<Condition>),
}

impl Condition {
    /// Whether it holds, where `known` tells whether a signal does.
    pub(crate) fn holds(&self, known: &impl Fn(&Signal) -> bool) -> bool {
        match self {
            Self::Signal(signal) => known(signal),
            Self::Not(inner) => !inner.holds(known),
            Self::All(parts) => parts.iter().all(|part| part.holds(known)),
            Self::Any(parts) => parts.iter().any(|part| part.holds(known)),
        }
    }

    /// Calls `see` with every signal in it.
    pub(crate) fn visit<'c>(&'c self, see: &mut impl FnMut(&'c Signal)) {
        match self {
            Self::Signal(signal) => see(signal),
            Self::Not(inner) => inner.visit(see),
            Self::All(parts) | Self::Any(parts) => parts.iter().for_each(|part| part.visit(see)),
        }
    }
}
