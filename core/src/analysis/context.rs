//! The context of a cue as a reader sees it: affirmed or denied, found or supposed, by whom, and about which case.

use std::sync::Arc;

use serde::{Deserialize, Serialize};
use thin_vec::ThinVec;

use crate::Span;
use crate::rules::Effect;

/// How words are meant: the four axes of their context, with the words of the text that decide.
///
/// ```
/// use upheld::{Decision, Modality, Polarity, Voice};
///
/// let page = "What I found\n\nAnalysis\n\n  1. I do not consider this amounts to fault. Mr X says it caused him distress.\n";
/// let decision = Decision::parse(page);
/// let found = &decision.findings[0].context;
/// assert_eq!((found.polarity, found.modality, found.voice), (Polarity::Denied, Modality::Found, Voice::Ombudsman));
/// let claimed = &decision.set_aside[0].context;
/// assert_eq!(claimed.voice, Voice::Complainant);
/// assert_eq!(decision.document.slice(claimed.triggers[0].span), "Mr X says");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Context {
    /// Whether they are affirmed or denied.
    pub polarity: Polarity,
    /// Whether they say what is, or suppose it.
    pub modality: Modality,
    /// Who says them.
    pub voice: Voice,
    /// Which case they are about.
    pub time: Time,
    /// The words that decide, at most one for each axis. An axis without any has its usual value.
    pub triggers: ThinVec<Trigger>,
}

impl Context {
    /// Whether it makes a finding of a cue: the Ombudsman says it, affirming or denying, of this case.
    #[must_use]
    pub fn is_found(&self) -> bool {
        self.modality == Modality::Found && self.voice == Voice::Ombudsman && self.time == Time::ThisCase
    }
}

impl Context {
    /// What a question says is supposed: its mark, the last of the `sentence`, decides.
    pub(super) fn ask(&mut self, sentence: Span) {
        self.modality = Modality::Hypothetical;
        self.triggers.retain(|trigger| trigger.axis != Axis::Modality);
        let span = Span::new(sentence.end().saturating_sub(1), sentence.end());
        self.triggers.push(Trigger { axis: Axis::Modality, span, rule: "question".into() });
    }
}

/// Words that decide an axis of a context.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Trigger {
    /// Which axis.
    pub axis: Axis,
    /// The words.
    pub span: Span,
    /// The rule of the book, `context negation.not`; `question` for the mark of a question.
    pub rule: Arc<str>,
}

/// One of the four axes of a context.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Axis {
    /// Affirmed or denied.
    Polarity,
    /// Found or supposed.
    Modality,
    /// Who says so.
    Voice,
    /// This case or another.
    Time,
}

impl Axis {
    /// What words that decide it tell.
    pub(crate) const fn in_words(self) -> &'static str {
        match self {
            Self::Polarity => "denied",
            Self::Modality => "not said to be so",
            Self::Voice => "whose word it is",
            Self::Time => "another case",
        }
    }
}

/// Whether words are affirmed or denied.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Polarity {
    /// "This was fault."
    #[default]
    Affirmed,
    /// "This was not fault."
    Denied,
}

/// Whether words say what is, or suppose it. What is to be put right has a [`Status`](crate::Status) instead.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Modality {
    /// "This was fault."
    #[default]
    Found,
    /// "The payment will put this right."
    ToCome,
    /// "If there was fault ..."
    Hypothetical,
    /// "Councils must not ..."
    Law,
}

/// Who says something.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Voice {
    /// The Ombudsman or the investigator.
    #[default]
    Ombudsman,
    /// Whoever complains.
    Complainant,
    /// The body complained of.
    Body,
    /// Somebody else: another investigator, a panel, a court.
    Other,
}

impl Voice {
    pub(super) fn of(effect: Effect) -> Self {
        match effect {
            Effect::Complainant => Self::Complainant,
            Effect::Body => Self::Body,
            Effect::Other => Self::Other,
            _ => Self::Ombudsman,
        }
    }
}

/// Which case something is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Time {
    /// The one that is decided.
    #[default]
    ThisCase,
    /// An earlier or another one.
    Earlier,
}
