//! Grounds: why something was not investigated.

use std::collections::HashSet;

use serde::{Deserialize, Serialize};

use super::At;
use super::finding::Finding;
use super::reading::{Reading, Sentence};
use super::surroundings::{Surroundings, covers};
use crate::Span;
use crate::document::{Document, Published, Role};
use crate::rules::{Bar, FindingKind, Ground, Match, Owner, RuleBook, Told};

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
    /// The other body that it sends people to, or that they went to.
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
    /// The words that name it, in this sentence or in another one of the paragraph.
    pub span: Span,
}

/// The grounds of a reading, in the order of the text; `outcome` is what the header says, if it is to count.
pub(crate) fn grounds(
    document: &Document,
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
    // A part with a heading of its own under which nothing is decided, in a case that leaves something out.
    let decided_in: HashSet<usize> =
        findings.iter().filter(|it| !left_out(it)).map(|finding| finding.section).collect();
    let undecided = |section: usize| {
        let part = document.sections.get(section);
        let assessed = part.is_some_and(|part| part.free && part.role == Role::Assessment);
        assessed && !parts_left_out.is_empty() && !decided_in.contains(&section)
    };
    let refusals: HashSet<Span> = findings.iter().filter(left_out).map(|finding| finding.span).collect();
    let other_findings: HashSet<Span> =
        findings.iter().map(|finding| finding.span).filter(|span| !refusals.contains(span)).collect();
    let mut collector = Collector { reading, book, outcome, known: HashSet::new(), grounds: Vec::new() };
    let mut start = 0;
    for paragraph in reading.sentences.chunk_by(|a, b| (a.section, a.paragraph) == (b.section, b.paragraph)) {
        let sentences = start..start + paragraph.len();
        start = sentences.end;
        let Some(first) = paragraph.first() else { continue };
        let here = matches!(first.role, Role::NotInvestigated | Role::Scope)
            || parts_left_out.contains(&(first.section, first.at))
            || undecided(first.section);
        // "I have exercised discretion to look at events from April": what is said of lateness is no ground here.
        if (closed || here) && !paragraph.iter().any(|sentence| collector.sets_aside(sentence)) {
            // In a case that was investigated, a sentence that finds something tells of another part.
            for (index, sentence) in sentences.zip(paragraph) {
                if closed || !other_findings.contains(&sentence.span) {
                    collector.sentence(index);
                }
            }
        }
    }
    collector.grounds
}

struct Collector<'a> {
    reading: &'a Reading,
    book: &'a RuleBook,
    outcome: Option<Published>,
    known: HashSet<(usize, String)>,
    grounds: Vec<GroundFinding>,
}

impl<'a> Collector<'a> {
    fn candidates(&self, sentence: &Sentence) -> impl Iterator<Item = (&'a Match, &'a Ground)> + use<'a> {
        let book = self.book;
        self.reading.matches(sentence).iter().filter_map(move |found| {
            let Owner::Ground(ground) = found.owner else { return None };
            Some((found, book.ground(ground)?))
        })
    }

    /// Whether a sentence says that a bar was set aside.
    fn sets_aside(&self, sentence: &Sentence) -> bool {
        let bars: Vec<_> = self.candidates(sentence).collect();
        let eaten = |found: &Match| bars.iter().any(|(other, _)| covers(other, found));
        bars.iter().any(|(found, ground)| ground.bar.is_none() && !eaten(found))
    }

    fn sentence(&mut self, index: usize) {
        let Some(sentence) = self.reading.sentences.get(index) else { return };
        let matches = self.reading.matches(sentence);
        // What the body agreed to when the Ombudsman asked is why a complaint is upheld without an investigation, and no
        // ground against one.
        if self.outcome == Some(Published::Upheld) && matches.iter().any(|found| self.is_agreement(found)) {
            return;
        }
        let candidates: Vec<_> = self.candidates(sentence).collect();
        if candidates.is_empty() {
            return;
        }
        let surroundings = Surroundings::new(self.book, self.reading.words(sentence), matches);
        let refusal = matches.iter().filter(|found| self.is_refusal(found)).map(|found| found.start).min();
        for (found, ground) in &candidates {
            let Some(bar) = ground.bar else { continue };
            let eaten = candidates.iter().any(|(other, _)| covers(other, found));
            // A ground is a reason for what is not done, and mostly a supposition itself: only its speaker matters. Behind
            // "We will not investigate Ms C's complaint about ..." the reasons are the Ombudsman's.
            let given = refusal.is_some_and(|refusal| refusal < found.start);
            let foreign = !given && surroundings.verdict(found, false).is_foreign();
            if eaten || foreign {
                continue;
            }
            let (code, forum) = match &ground.otherwise {
                Some(otherwise) => match self.forum(index, found, None) {
                    Some((code, forum)) => (code, Some(forum)),
                    None => (otherwise.clone(), None),
                },
                None => (ground.code.clone(), self.forum(index, found, Some(&ground.code)).map(|(_, forum)| forum)),
            };
            if self.known.insert((sentence.section, code.clone())) {
                self.grounds.push(GroundFinding {
                    code,
                    bar,
                    at: sentence.at,
                    span: sentence.span,
                    cue: self.reading.span(sentence, found),
                    forum,
                    section: sentence.section,
                });
            }
        }
    }

    /// The body that a ground at `found` in a sentence sends people to, with the first ground it is for: of those that the
    /// sentence names, the one nearest to the ground's own words; else one that the paragraph names, the nearest before.
    fn forum(&self, index: usize, found: &Match, code: Option<&str>) -> Option<(String, ForumMention)> {
        // So many sentences before and behind are asked.
        const NEAR: usize = 4;
        let sentences = &self.reading.sentences;
        let home = sentences.get(index)?;
        let named = |at: usize, found: Option<&Match>| {
            let sentence =
                sentences.get(at).filter(|it| (it.section, it.paragraph) == (home.section, home.paragraph))?;
            let all = self.reading.matches(sentence).iter().filter_map(|mention| {
                let Owner::Forum(forum) = mention.owner else { return None };
                let forum = self.book.forum(forum)?;
                let fits = code.is_none_or(|code| forum.grounds.iter().any(|known| known == code));
                fits.then_some((mention, forum))
            });
            // The longest name of one place: "the county court" before "the court".
            let apart = |mention: &Match| {
                found.map_or(0, |found| {
                    found.start.saturating_sub(mention.end).max(mention.start.saturating_sub(found.end))
                })
            };
            let (mention, forum) =
                all.min_by_key(|(mention, _)| (apart(mention), std::cmp::Reverse(mention.end - mention.start)))?;
            let span = self.reading.span(sentence, mention);
            Some((forum.grounds.first()?.clone(), ForumMention { name: forum.name.clone(), span }))
        };
        let before = (index.saturating_sub(NEAR)..index).rev();
        let behind = index + 1..=index + NEAR;
        named(index, Some(found)).or_else(|| before.chain(behind).find_map(|at| named(at, None)))
    }

    fn is_agreement(&self, found: &Match) -> bool {
        let Owner::Remedy(remedy) = found.owner else { return false };
        self.book.remedy(remedy).is_some_and(|rule| rule.told == Told::Agreed)
    }

    /// Whether a phrase says that something is not investigated.
    fn is_refusal(&self, found: &Match) -> bool {
        let Owner::Cue(cue) = found.owner else { return false };
        self.book.cue(cue).is_some_and(|cue| cue.kind == Some(FindingKind::NotInvestigated))
    }
}
