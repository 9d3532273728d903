//! The sentences that a decision reason rests on, picked for a reader: one for each kind of finding and each ground.

use upheld::{At, Decision, Finding, FindingKind, GroundFinding, Role, Signal, Span};

use crate::tone::Tone;
use crate::words;

/// A sentence that proves something.
#[derive(Clone, Debug)]
pub(crate) struct Evidence {
    /// What it proves, in words.
    pub(crate) what: String,
    /// Where it stands.
    pub(crate) at: At,
    /// The sentence.
    pub(crate) span: Span,
    /// Its colour.
    pub(crate) tone: Tone,
}

/// For each kind of finding that the decision reason rests on, the best sentence; of every kind where no rule applies.
pub(crate) fn evidence(decision: &Decision) -> Vec<Evidence> {
    let picked = |wanted: &dyn Fn(FindingKind) -> bool| -> Vec<Evidence> {
        kinds(decision).into_iter().filter(|kind| wanted(*kind)).filter_map(|kind| best(decision, kind)).collect()
    };
    let evidence = picked(&|kind| rests_on(decision, kind));
    if evidence.is_empty() && decision.grounds.is_empty() { picked(&|_| true) } else { evidence }
}

/// Whether the rule that gave the decision reason asks for findings of a kind, or shows them.
fn rests_on(decision: &Decision, kind: FindingKind) -> bool {
    let asked = |signal: &Signal| signal.as_str().split(' ').next_back() == Some(kind.name());
    decision.triage.rule().is_some_and(|rule| rule.signals.iter().any(|(signal, holds)| *holds && asked(signal)))
}

fn best(decision: &Decision, kind: FindingKind) -> Option<Evidence> {
    let findings = decision.findings.iter().filter(|finding| finding.kind == kind);
    let best = findings.min_by_key(|finding| {
        let role = words::role(decision, finding.span);
        // The reasoning says why and on what, the final decision repeats it; but what is not investigated is what the
        // final decision says is not. The summary is not the decision itself.
        match role {
            Role::FinalDecision if kind == FindingKind::NotInvestigated => 0,
            Role::Analysis | Role::Assessment => 1,
            Role::FinalDecision => 2,
            Role::Summary => 4,
            _ => 3,
        }
    })?;
    let Finding { at, span, .. } = *best;
    Some(Evidence { what: words::plain(kind.name()), at, span, tone: Tone::of_finding(kind) })
}

/// Each ground once, with the place that says it best and all its places.
pub(crate) fn grounds(decision: &Decision) -> Vec<(&GroundFinding, Vec<At>)> {
    let mut grounds: Vec<(&GroundFinding, Vec<At>)> = Vec::new();
    let rank = |ground: &GroundFinding| match words::role(decision, ground.span) {
        Role::FinalDecision => 0,
        Role::Summary => 2,
        _ => 1,
    };
    for ground in &decision.grounds {
        match grounds.iter_mut().find(|(known, _)| known.code == ground.code) {
            Some((known, places)) => {
                places.push(ground.at);
                if rank(ground) < rank(known) {
                    *known = ground;
                }
            }
            None => grounds.push((ground, vec![ground.at])),
        }
    }
    // The main ground is the one that the final decision states first.
    grounds.sort_by_key(|(ground, _)| rank(ground));
    grounds
}

/// The kinds of finding in a decision, in their own order: fault before injustice.
pub(crate) fn kinds(decision: &Decision) -> Vec<FindingKind> {
    let mut kinds: Vec<FindingKind> = decision.findings.iter().map(|finding| finding.kind).collect();
    kinds.sort_unstable();
    kinds.dedup();
    kinds
}

/// The places of the findings of a kind, in order, each once.
pub(crate) fn places(decision: &Decision, kind: FindingKind) -> Vec<At> {
    let mut places: Vec<At> =
        decision.findings.iter().filter(|finding| finding.kind == kind).map(|finding| finding.at).collect();
    places.sort_unstable();
    places.dedup();
    places
}
