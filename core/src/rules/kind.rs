//! The kinds of thing that a decision says, by the names that rule books and JSON use.

use serde::{Deserialize, Serialize};

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

impl Bar {
    /// Both with the names that rule books and JSON use.
    pub(crate) const ALL: [(&'static str, Self); 2] = [("cannot", Self::Cannot), ("will_not", Self::WillNot)];
}

/// Whether a body agreed to an action.
///
/// ```
/// let page = "Recommended action\n\n  1. The Council should pay Mr X £150.\n";
/// assert_eq!(upheld::Decision::parse(page).remedies[0].status, upheld::Status::Recommended);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Status {
    /// It did.
    Agreed,
    /// The Ombudsman recommends it.
    Recommended,
    /// The Ombudsman asked for it, and it was done before the decision.
    Done,
}

impl Status {
    /// All of them with the names that rule books and JSON use.
    pub(crate) const ALL: [(&'static str, Self); 3] =
        [("agreed", Self::Agreed), ("recommended", Self::Recommended), ("done", Self::Done)];
}
