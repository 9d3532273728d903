//! Findings: what the Ombudsman found, told apart from what everybody else says.

use serde::{Deserialize, Serialize};

use super::At;
use super::context::{Surroundings, covers};
use super::reading::{Reading, Sentence};
use crate::Span;
use crate::rules::{FindingKind, Match, Owner, RuleBook};

/// Something that the Ombudsman found.
///
/// ```
/// let page = "Final decision\n\n  1. The Council was at fault for the lost file.\n";
/// let decision = upheld::Decision::parse(page);
/// let finding = &decision.findings[0];
/// assert_eq!(decision.document.slice(finding.cue), "The Council was at fault");
/// assert_eq!(finding.rule, "cue fault.at_fault");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// What was found.
    pub kind: FindingKind,
    /// The paragraph that says so.
    pub at: At,
    /// The sentence that says so.
    pub span: Span,
    /// The words it rests on.
    pub cue: Span,
    /// The rule that made it, `cue fault.at_fault`, and what turned it, if anything did: `cue fault.at_fault, negated by
    /// context negation.not`.
    pub rule: String,
    /// The issue it belongs to: an index into the decision's issues.
    pub issue: Option<usize>,
    /// The index of its section.
    pub(crate) section: usize,
}

/// The findings of a reading, in the order of the text; one for each sentence and kind.
pub(crate) fn findings(reading: &Reading, book: &RuleBook) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut lead_is_foreign = false;
    for sentence in &reading.sentences {
        let matches = reading.matches(sentence);
        if sentence.part == 0 {
            lead_is_foreign = false;
        }
        if matches.is_empty() {
            continue;
        }
        let surroundings = Surroundings::new(book, reading.words(sentence), matches);
        if sentence.part == 0 {
            // The items of "Mr X says the Council:" are his words as well.
            lead_is_foreign = surroundings.open_voice().is_some();
        } else if lead_is_foreign {
            continue;
        }
        of_sentence(reading, book, sentence, &surroundings, &mut findings);
    }
    findings
}

fn of_sentence(
    reading: &Reading,
    book: &RuleBook,
    sentence: &Sentence,
    surroundings: &Surroundings<'_>,
    findings: &mut Vec<Finding>,
) {
    // Each with whether it says so outright, and is not turned by its context.
    let mut here: Vec<(Finding, bool)> = Vec::new();
    let cues = || reading.matches(sentence).iter().filter_map(|found| Some((found, book.cue(cue_of(found)?)?)));
    for (found, cue) in cues() {
        let Some(kind) = cue.kind else { continue };
        // The longer of two cues for the same question is the right one, and words that only look like a cue eat it.
        let eaten = cues().any(|(other, cue)| match cue.kind {
            Some(of) => of.same_question(kind) && covers(other, found),
            None => {
                cue.about.is_none_or(|of| of.same_question(kind))
                    && other.start <= found.start
                    && other.end >= found.end
            }
        });
        let verdict = surroundings.verdict(found, cue.negated.is_some());
        if eaten || verdict.foreign.or(verdict.supposed).or(verdict.future).is_some() {
            continue;
        }
        let (kind, rule) = match verdict.negated {
            None => (kind, format!("cue {}", cue.name)),
            Some((trigger, _)) => match cue.negated {
                Some(kind) => (kind, format!("cue {}, negated by context {}", cue.name, surroundings.name(trigger))),
                None => continue,
            },
        };
        let (at, span, section) = (sentence.at, sentence.span, sentence.section);
        let finding = Finding { kind, at, span, cue: reading.span(sentence, found), rule, issue: None, section };
        let outright = verdict.negated.is_none();
        // Of several cues for one kind the first is named, but one that says so outright before one that is turned.
        match here.iter_mut().find(|(known, _)| known.kind == kind) {
            None => here.push((finding, outright)),
            Some(known) if outright && !known.1 => *known = (finding, outright),
            Some(_) => {}
        }
    }
    findings.extend(here.into_iter().map(|(finding, _)| finding));
}

fn cue_of(found: &Match) -> Option<u16> {
    if let Owner::Cue(cue) = found.owner { Some(cue) } else { None }
}
