//! The sentences that a decision reason rests on, picked for a reader: one for each kind of finding or ground.

use upheld::{At, Decision, FindingKind, Role, Span};

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

/// The sentences behind the decision reason. Where no rule of the book applies, those that say anything at all.
pub(crate) fn evidence(decision: &Decision) -> Vec<Evidence> {
    let spans = behind_reason(decision);
    let picked = pick(decision, |span| spans.contains(&span));
    if picked.is_empty() { pick(decision, |_| true) } else { picked }
}

/// The sentences that the rule rests on. Where it rests on a part of the complaint, these are the findings in it.
fn behind_reason(decision: &Decision) -> Vec<Span> {
    let mut spans = decision.triage.rule().map(|step| step.evidence.clone()).unwrap_or_default();
    let parts: Vec<usize> = (0..).zip(&decision.issues).filter(|(_, issue)| spans.contains(&issue.span)).map(|(part, _)| part).collect();
    let inside = |finding: &&upheld::Finding| finding.issue.is_some_and(|part| parts.contains(&part));
    spans.extend(decision.findings.iter().filter(inside).map(|finding| finding.span));
    spans
}

fn pick(decision: &Decision, wanted: impl Fn(Span) -> bool) -> Vec<Evidence> {
    let mut picked = Vec::new();
    for kind in kinds(decision) {
        let candidates = decision.findings.iter().filter(|finding| finding.kind == kind && wanted(finding.span));
        if let Some(best) = candidates.min_by_key(|finding| rank(words::role(decision, finding.span))) {
            let what = words::plain(kind.name());
            picked.push(Evidence { what, at: best.at, span: best.span, tone: Tone::of_finding(kind) });
        }
    }
    picked
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
    let mut places: Vec<At> = decision.findings.iter().filter(|finding| finding.kind == kind).map(|finding| finding.at).collect();
    places.sort_unstable();
    places.dedup();
    places
}

/// Which of several sentences to quote: reasoning says why and on what, the final decision repeats it, and the summary
/// is not the decision itself.
fn rank(role: Role) -> u8 {
    match role {
        Role::Analysis | Role::Assessment => 0,
        Role::FinalDecision => 1,
        Role::Summary => 3,
        _ => 2,
    }
}
