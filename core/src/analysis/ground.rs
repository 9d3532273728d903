//! Grounds: why something was not investigated.

use std::collections::HashSet;

use serde::{Deserialize, Serialize};

use super::At;
use super::context::{Surroundings, covers};
use super::finding::Finding;
use super::reading::Reading;
use crate::Span;
use crate::document::{Document, Published, Role};
use crate::rules::{Bar, FindingKind, Match, Owner, RuleBook, Told};

/// A ground on which something was not investigated.
///
/// ```
/// use upheld::{Bar, Decision};
///
/// let page = "Final decision\n\n  1. We will not investigate this complaint because it is late.\n";
/// let ground = &Decision::parse(page).grounds[0];
/// assert_eq!((ground.code.as_str(), ground.bar), ("late", Bar::Cannot));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GroundFinding {
    /// The ground, as the rule book names it: `late`, `other_body`.
    pub code: String,
    /// Whether the law forbids it or the Ombudsman chose.
    pub bar: Bar,
    /// The paragraph that says so.
    pub at: At,
    /// The sentence that says so.
    pub span: Span,
    /// The words it rests on.
    pub cue: Span,
    /// The index of its section.
    pub(crate) section: usize,
}

/// The grounds of a reading, in the order of the text.
pub(crate) fn grounds(
    document: &Document,
    reading: &Reading,
    book: &RuleBook,
    findings: &[Finding],
) -> Vec<GroundFinding> {
    let left_out = |finding: &&Finding| finding.kind == FindingKind::NotInvestigated;
    let decided = findings.iter().any(|finding| matches!(finding.kind, FindingKind::Fault | FindingKind::NoFault));
    // In a case that was closed at once the reasons stand anywhere; in one that was investigated, only where a part is
    // said to be left out.
    let closed = match document.header.outcome {
        Some(published) => published == Published::ClosedAfterInitialEnquiries,
        None => !decided && findings.iter().any(|finding| left_out(&finding)),
    };
    let parts_left_out: HashSet<(usize, At)> =
        findings.iter().filter(left_out).map(|finding| (finding.section, finding.at)).collect();
    let mut known: HashSet<(usize, &str)> = HashSet::new();
    let mut grounds: Vec<GroundFinding> = Vec::new();
    for sentence in &reading.sentences {
        let here = matches!(sentence.role, Role::NotInvestigated | Role::Scope)
            || parts_left_out.contains(&(sentence.section, sentence.at));
        if !(closed || here) {
            continue;
        }
        let matches = reading.matches(sentence);
        // What the body agreed to when the Ombudsman asked is why a complaint is upheld without an investigation, and no
        // ground against one.
        if document.header.outcome == Some(Published::Upheld) && matches.iter().any(|found| is_agreement(book, found)) {
            continue;
        }
        let candidates = || matches.iter().filter_map(|found| Some((found, book.ground(ground_of(found)?)?)));
        let surroundings = Surroundings::new(book, reading.words(sentence), matches);
        for (found, ground) in candidates() {
            let eaten = candidates().any(|(other, _)| covers(other, found));
            // A ground is a reason for what is not done, and mostly a supposition itself: only its speaker matters.
            let foreign = surroundings.verdict(found, false).foreign.is_some();
            if eaten || foreign || !known.insert((sentence.section, &ground.code)) {
                continue;
            }
            grounds.push(GroundFinding {
                code: ground.code.clone(),
                bar: ground.bar,
                at: sentence.at,
                span: sentence.span,
                cue: reading.span(sentence, found),
                section: sentence.section,
            });
        }
    }
    grounds
}

fn is_agreement(book: &RuleBook, found: &Match) -> bool {
    let Owner::Remedy(remedy) = found.owner else { return false };
    book.remedy(remedy).is_some_and(|rule| rule.told == Told::Agreed)
}

fn ground_of(found: &Match) -> Option<u16> {
    if let Owner::Ground(ground) = found.owner { Some(ground) } else { None }
}
