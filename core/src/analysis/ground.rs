//! Grounds: why something was not investigated.

use std::collections::HashSet;

use serde::{Deserialize, Serialize};

use super::At;
use super::finding::Finding;
use super::reading::Reading;
use super::surroundings::{Surroundings, covers};
use crate::Span;
use crate::document::{Published, Role};
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
    /// The other body that it sends people to.
    pub forum: Option<ForumMention>,
    /// The index of its section.
    pub(crate) section: usize,
}

/// A body that a ground sends people to: a tribunal, a court, another ombudsman, a regulator.
///
/// ```
/// let page = "Final decision\n\n  1. We will not investigate, because the Information Commissioner is better placed.\n";
/// let decision = upheld::Decision::parse(page);
/// let forum = decision.grounds[0].forum.as_ref().unwrap();
/// assert_eq!(forum.name, "information_commissioner");
/// assert_eq!(decision.document.slice(forum.span), "Information Commissioner");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ForumMention {
    /// The body, as the rule book names it: `housing_ombudsman`.
    pub name: String,
    /// The words that name it.
    pub span: Span,
}

/// The grounds of a reading, in the order of the text; `outcome` is what the header says, if it is to count.
pub(crate) fn grounds(
    reading: &Reading,
    book: &RuleBook,
    findings: &[Finding],
    outcome: Option<Published>,
) -> Vec<GroundFinding> {
    let left_out = |finding: &&Finding| finding.kind == FindingKind::NotInvestigated;
    let decided = findings.iter().any(|finding| matches!(finding.kind, FindingKind::Fault | FindingKind::NoFault));
    // In a case that was closed at once the reasons stand anywhere; in one that was investigated, only where a part is
    // said to be left out.
    let closed = match outcome {
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
        if outcome == Some(Published::Upheld) && matches.iter().any(|found| is_agreement(book, found)) {
            continue;
        }
        let candidates = || matches.iter().filter_map(|found| Some((found, book.ground(ground_of(found)?)?)));
        let surroundings = Surroundings::new(book, reading.words(sentence), matches);
        for (found, ground) in candidates() {
            let eaten = candidates().any(|(other, _)| covers(other, found));
            // A ground is a reason for what is not done, and mostly a supposition itself: only its speaker matters.
            let foreign = surroundings.verdict(found, false).is_foreign();
            if eaten || foreign || !known.insert((sentence.section, &ground.code)) {
                continue;
            }
            grounds.push(GroundFinding {
                code: ground.code.clone(),
                bar: ground.bar,
                at: sentence.at,
                span: sentence.span,
                cue: reading.span(sentence, found),
                forum: forum(book, matches, found, &ground.code)
                    .map(|(name, found)| ForumMention { name, span: reading.span(sentence, found) }),
                section: sentence.section,
            });
        }
    }
    grounds
}

/// The body that a ground sends people to: of those that the sentence names, the one nearest to the ground's own words.
fn forum<'m>(book: &RuleBook, matches: &'m [Match], ground: &Match, code: &str) -> Option<(String, &'m Match)> {
    let named = matches.iter().filter_map(|found| {
        let Owner::Forum(index) = found.owner else { return None };
        let forum = book.forum(index).filter(|forum| forum.grounds.iter().any(|known| known == code))?;
        Some((forum.name.clone(), found))
    });
    let apart = |found: &Match| ground.start.saturating_sub(found.end).max(found.start.saturating_sub(ground.end));
    // The longest name of one place: "the county court" before "the court".
    named.min_by_key(|(_, found)| (apart(found), std::cmp::Reverse(found.end - found.start)))
}

fn is_agreement(book: &RuleBook, found: &Match) -> bool {
    let Owner::Remedy(remedy) = found.owner else { return false };
    book.remedy(remedy).is_some_and(|rule| rule.told == Told::Agreed)
}

fn ground_of(found: &Match) -> Option<u16> {
    if let Owner::Ground(ground) = found.owner { Some(ground) } else { None }
}
