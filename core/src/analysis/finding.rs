//! Findings: what the Ombudsman found, told apart from what everybody else says.

use std::sync::Arc;

use serde::{Deserialize, Serialize};
use thin_vec::ThinVec;

use super::At;
use super::context::{Axis, Context, Polarity, Voice};
use super::reading::{Reading, Sentence};
use super::surroundings::{Surroundings, covers};
use crate::document::{Document, Role};
use crate::rules::{FindingKind, Kind, Match, Owner, RuleBook};
use crate::{Span, work};

/// Something that the Ombudsman found; or, in [`Decision::set_aside`](crate::Decision::set_aside), words that only look
/// like it.
///
/// ```
/// let page = "Final decision\n\n  1. The Council lost the file. This was fault, and caused Mr X distress.\n";
/// let decision = upheld::Decision::parse(page);
/// let [lost, fault, injustice] = decision.findings.as_slice() else { panic!("three findings") };
/// assert_eq!(decision.document.slice(fault.cue), "This was fault");
/// assert_eq!(&*fault.rule, "cue fault.was");
/// assert_eq!(fault.about, Some(lost.span));
/// assert_eq!(injustice.subkinds, ["distress"]);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// What was found.
    pub kind: FindingKind,
    /// The sub-kinds that the sentence names, in the order of the text: `distress`, `uncertainty`.
    pub subkinds: ThinVec<String>,
    /// The paragraph that says so.
    pub at: At,
    /// The sentence that says so.
    pub span: Span,
    /// The words it rests on.
    pub cue: Span,
    /// The rule that made it, `cue fault.at_fault`, and what turned it, if anything did: `cue fault.at_fault, negated by
    /// context negation.not`.
    pub rule: Arc<str>,
    /// How the words are meant, and by whom.
    pub context: Context,
    /// The sentence before, where this one points back at it: "This was fault".
    pub about: Option<Span>,
    /// The issue it belongs to: an index into the decision's issues.
    pub issue: Option<usize>,
    /// The index of its section.
    pub(crate) section: usize,
}

/// The findings of a reading and what only looks like one, each in the order of the text; one for each sentence and kind.
pub(crate) fn findings(document: &Document, reading: &Reading, book: &RuleBook) -> (Vec<Finding>, Vec<Finding>) {
    let (mut findings, mut set_aside) = (Vec::new(), Vec::new());
    // The items of "Mr X says the Council:" are his words as well.
    let mut lead = Context::default();
    let mut before: Option<&Sentence> = None;
    let mut known = Known::default();
    for sentence in &reading.sentences {
        let matches = reading.matches(sentence);
        if sentence.part == 0 && lead.voice != Voice::Ombudsman {
            lead = Context::default();
        }
        if !matches.is_empty() {
            let surroundings = Surroundings::new(book, reading.words(sentence), matches);
            let place = |found: &Match| reading.span(sentence, found);
            if sentence.part == 0 {
                lead = surroundings.told(&surroundings.at_end(), place);
            }
            let about = before.filter(|before| before.section == sentence.section).map(|before| before.span);
            known.enter(document, book, sentence.section);
            let mut mentions = mentions(reading, book, sentence, &surroundings, &known, |_| true);
            for mention in &mut mentions {
                if sentence.part > 0 {
                    mention.give_lead(&lead);
                }
                if reading.points_back(sentence, mention.cue, book) {
                    mention.about = about;
                }
            }
            let (found, aside): (Vec<_>, Vec<_>) = mentions.into_iter().partition(|it| it.context.is_found());
            known.add(&found);
            set_aside.extend(aside.into_iter().filter(|it| !found.iter().any(|other| other.kind == it.kind)));
            findings.extend(found);
        }
        before = Some(sentence);
    }
    (findings, set_aside)
}

/// What was found in a section so far: words that tell what came of a fault mean that only where there was one.
#[derive(Debug, Default)]
struct Known {
    section: usize,
    kinds: Vec<FindingKind>,
}

impl Known {
    /// Goes on to a section. "Injustice" and "The effect of the fault" go on about what was found before; a part of the
    /// complaint begins anew.
    fn enter(&mut self, document: &Document, book: &RuleBook, section: usize) {
        if section == self.section {
            return;
        }
        self.section = section;
        let heading = document.sections.get(section).filter(|it| it.free).and_then(|it| it.heading);
        let goes_on = heading.is_some_and(|it| book.heading_role(document.slice(it)) == Some(Role::Analysis));
        if !goes_on {
            self.kinds.clear();
        }
    }

    /// Adds what a sentence found. What is said of fault last is what the following sentences are about.
    fn add(&mut self, found: &[Finding]) {
        let has = |kind| found.iter().any(|finding| finding.kind == kind);
        if has(FindingKind::Fault) || has(FindingKind::NoFault) {
            self.kinds.retain(|kind| !matches!(kind, FindingKind::Fault | FindingKind::NoFault));
        }
        self.kinds.extend(found.iter().map(|finding| finding.kind));
        self.kinds.sort_unstable();
        self.kinds.dedup();
    }
}

impl Finding {
    /// Takes over whose words the lead of a list says its items are.
    fn give_lead(&mut self, lead: &Context) {
        if lead.is_found() {
            return;
        }
        let decided = |axis| lead.triggers.iter().filter(move |trigger| trigger.axis == axis).cloned();
        (self.context.voice, self.context.modality, self.context.time) = (lead.voice, lead.modality, lead.time);
        self.context.triggers.retain(|trigger| trigger.axis == Axis::Polarity);
        self.context.triggers.extend([Axis::Modality, Axis::Voice, Axis::Time].into_iter().flat_map(decided));
    }
}

/// What the cues of a sentence that are `wanted` say, the Ombudsman's word or not: for each kind one that is found, if there
/// is one.
fn mentions(
    reading: &Reading,
    book: &RuleBook,
    sentence: &Sentence,
    surroundings: &Surroundings<'_>,
    known: &Known,
    wanted: impl Fn(&Match) -> bool,
) -> Vec<Finding> {
    let mut mentions: Vec<Finding> = Vec::new();
    let matches = reading.matches(sentence);
    let question = sentence.question;
    let cues = || matches.iter().filter_map(|found| Some((found, book.cue(cue_of(found)?)?)));
    // Cues that depend on another finding come last, because it may stand in this sentence.
    let (alone, dependent): (Vec<_>, Vec<_>) =
        cues().filter(|(found, _)| wanted(found)).partition(|(_, cue)| cue.after.is_empty());
    for (found, cue) in alone.into_iter().chain(dependent) {
        let Some(proposed) = cue.kind else { continue };
        let follows = |kind: &FindingKind| {
            known.kinds.contains(kind) || mentions.iter().any(|it| it.kind == *kind && it.context.is_found())
        };
        if !cue.after.is_empty() && !cue.after.iter().any(follows) {
            continue;
        }
        // The longer of two cues for the same question is the right one, and words that only look like a cue eat it.
        let eaten = cues().inspect(work::one).any(|(other, cue)| match cue.kind {
            Some(of) => of.same_question(proposed) && covers(other, found),
            None => {
                cue.about.is_none_or(|of| of.same_question(proposed))
                    && other.start <= found.start
                    && other.end >= found.end
            }
        });
        if eaten {
            continue;
        }
        let verdict = surroundings.verdict(found, cue.negated.is_some());
        let (kind, rule) = match (verdict.negated, cue.negated) {
            (None, _) => (proposed, Arc::clone(&cue.statement)),
            (Some((trigger, _)), Some(kind)) => {
                (kind, format!("{}, negated by {}", cue.statement, surroundings.statement(trigger)).into())
            }
            // Denied, and the denial says nothing.
            (Some(_), None) => continue,
        };
        let same = mentions.iter_mut().find(|mention| mention.kind == kind);
        // Of several cues for one kind the first is named, but what is found before what is not, and what says so
        // outright before what is turned.
        let rank = |found: bool, outright: bool| (found, found && outright);
        let new = rank(verdict.is_found() && !question, verdict.negated.is_none());
        if same.as_ref().is_some_and(|it| rank(it.context.is_found(), it.context.polarity == Polarity::Affirmed) >= new)
        {
            continue;
        }
        let mention = Finding {
            kind,
            subkinds: subkinds(book, matches, Kind::Finding(kind)),
            at: sentence.at,
            span: sentence.span,
            cue: reading.span(sentence, found),
            rule,
            context: {
                let mut context = surroundings.told(&verdict, |found| reading.span(sentence, found));
                if question {
                    context.ask(sentence.span);
                }
                context
            },
            about: None,
            issue: None,
            section: sentence.section,
        };
        match same {
            Some(same) => *same = mention,
            None => mentions.push(mention),
        }
    }
    mentions
}

/// Whether a sentence states a finding in words that are strong enough for any section.
pub(super) fn states_finding(reading: &Reading, book: &RuleBook, sentence: &Sentence) -> bool {
    let strong = |found: &Match| cue_of(found).is_some() && found.roles.has(Role::Facts);
    if !reading.matches(sentence).iter().any(strong) {
        return false;
    }
    let surroundings = Surroundings::new(book, reading.words(sentence), reading.matches(sentence));
    mentions(reading, book, sentence, &surroundings, &Known::default(), strong)
        .iter()
        .any(|mention| mention.context.is_found())
}

/// The sub-kinds of a kind that phrases in a sentence name, in the order of the text.
fn subkinds(book: &RuleBook, matches: &[Match], of: Kind) -> ThinVec<String> {
    let named = matches.iter().filter_map(|found| match found.owner {
        Owner::Subkind(index) => Some((found.start, &book.subkind(index).filter(|it| it.of == of)?.name)),
        _ => None,
    });
    let mut named: Vec<_> = named.collect();
    named.sort_by_key(|(start, _)| *start);
    let mut subkinds: ThinVec<String> = ThinVec::new();
    for (_, name) in named {
        if !subkinds.contains(name) {
            subkinds.push(name.clone());
        }
    }
    subkinds.extend(book.default_subkind(of).filter(|_| subkinds.is_empty()).map(|it| it.name.clone()));
    subkinds
}

fn cue_of(found: &Match) -> Option<u16> {
    if let Owner::Cue(cue) = found.owner { Some(cue) } else { None }
}
