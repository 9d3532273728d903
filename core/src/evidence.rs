//! The sentences that a decision reason rests on, picked for a reader: one for each kind of finding, and the main ground.

use crate::Span;
use crate::analysis::{At, GroundFinding};
use crate::decision::Decision;
use crate::document::Role;
use crate::rules::{FindingKind, Signal};

/// A sentence that the decision reason rests on: the best of its kind.
///
/// ```
/// use upheld::{Decision, FindingKind};
///
/// let decision = Decision::parse(
///     "Final decision\n\n  1. I found fault by the Council.\n",
/// );
/// let evidence = decision.evidence();
/// assert_eq!(evidence[0].kind, FindingKind::Fault);
/// assert_eq!(decision.document.one_line(evidence[0].span), "I found fault by the Council.");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Evidence {
    /// What it says.
    pub kind: FindingKind,
    /// Where it stands.
    pub at: At,
    /// The sentence.
    pub span: Span,
}

/// A ground with all the places that state it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct StatedGround<'d> {
    /// The place that states it best.
    pub ground: &'d GroundFinding,
    /// All places, in the order of the text.
    pub places: Vec<At>,
}

impl Decision {
    /// For each kind of finding that the decision reason rests on, the best sentence; of every kind where no rule applies.
    #[must_use]
    pub fn evidence(&self) -> Vec<Evidence> {
        let picked = |wanted: &dyn Fn(FindingKind) -> bool| -> Vec<Evidence> {
            self.finding_kinds().into_iter().filter(|kind| wanted(*kind)).filter_map(|kind| self.best(kind)).collect()
        };
        let evidence = picked(&|kind| self.rests_on(kind));
        if evidence.is_empty() && self.grounds.is_empty() { picked(&|_| true) } else { evidence }
    }

    /// The kinds of finding in the decision, each once, in their own order: fault before injustice.
    #[must_use]
    pub fn finding_kinds(&self) -> Vec<FindingKind> {
        let mut kinds: Vec<FindingKind> = self.findings.iter().map(|finding| finding.kind).collect();
        kinds.sort_unstable();
        kinds.dedup();
        kinds
    }

    /// The places of the findings of a kind, each once, in the order of the text.
    #[must_use]
    pub fn places_of(&self, kind: FindingKind) -> Vec<At> {
        let mut places: Vec<At> =
            self.findings.iter().filter(|finding| finding.kind == kind).map(|finding| finding.at).collect();
        places.sort_unstable();
        places.dedup();
        places
    }

    /// Each ground once, with all its places. The first is the main one: what the final decision states first.
    ///
    /// ```
    /// use upheld::Decision;
    ///
    /// let decision = Decision::parse("Final decision\n\n  1. We cannot investigate this complaint because it is late.\n");
    /// assert_eq!(decision.stated_grounds()[0].ground.code, "late");
    /// ```
    #[must_use]
    pub fn stated_grounds(&self) -> Vec<StatedGround<'_>> {
        let mut stated: Vec<StatedGround<'_>> = Vec::new();
        let rank = |ground: &GroundFinding| match self.role_of(ground.section) {
            Role::FinalDecision => 0,
            Role::Summary => 2,
            _ => 1,
        };
        for ground in &self.grounds {
            match stated.iter_mut().find(|known| known.ground.code == ground.code) {
                Some(known) => {
                    known.places.push(ground.at);
                    if rank(ground) < rank(known.ground) {
                        known.ground = ground;
                    }
                }
                None => stated.push(StatedGround { ground, places: vec![ground.at] }),
            }
        }
        stated.sort_by_key(|stated| rank(stated.ground));
        stated
    }

    /// Whether the rule that gave the decision reason asks for findings of a kind, or shows them.
    fn rests_on(&self, kind: FindingKind) -> bool {
        let asked = |signal: &Signal| signal.as_str().split(' ').next_back() == Some(kind.name());
        self.triage.rule().is_some_and(|rule| rule.signals().any(|(signal, holds)| holds && asked(signal)))
    }

    fn best(&self, kind: FindingKind) -> Option<Evidence> {
        let findings = self.findings.iter().filter(|finding| finding.kind == kind);
        let best = findings.min_by_key(|finding| {
            // The reasoning says why and on what, the final decision repeats it; but what is not investigated is what the
            // final decision says is not. The summary is not the decision itself.
            match self.role_of(finding.section) {
                Role::FinalDecision if kind == FindingKind::NotInvestigated => 0,
                Role::Analysis | Role::Assessment => 1,
                Role::FinalDecision => 2,
                Role::Summary => 4,
                _ => 3,
            }
        })?;
        Some(Evidence { kind, at: best.at, span: best.span })
    }

    fn role_of(&self, section: usize) -> Role {
        self.document.sections.get(section).map_or(Role::Other, |section| section.role)
    }
}
