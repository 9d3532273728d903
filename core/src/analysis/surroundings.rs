//! How the context of a cue is worked out, after `ConText`: triggers reach over the words beside them until a boundary
//! ends them, and change what a cue in their reach means.

use std::sync::Arc;

use thin_vec::ThinVec;

use super::context::{Axis, Context, Modality, Polarity, Time, Trigger, Voice};
use crate::rules::{Before, ContextRule, Effect, Match, Owner, Reaches, Roles, RuleBook, Word};
use crate::{Span, work};

/// What the context makes of a cue, on four axes; each trigger is an index into the sentence's matches.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Verdict {
    /// What denies it, and how many words away.
    pub(crate) negated: Option<(usize, usize)>,
    /// What makes it supposed, general or still to come.
    pub(crate) modality: Option<(usize, Modality)>,
    /// Who says it.
    pub(crate) voice: Option<(usize, Voice)>,
    /// What makes it part of another case.
    pub(crate) earlier: Option<usize>,
}

impl Verdict {
    /// Whether somebody else says it, or the law in general, or it is about another case.
    pub(crate) fn is_foreign(&self) -> bool {
        self.voice.is_some_and(|(_, voice)| voice != Voice::Ombudsman)
            || self.modality.is_some_and(|(_, modality)| modality == Modality::Law)
            || self.earlier.is_some()
    }

    /// Whether it is the Ombudsman's word on this case, said or denied.
    pub(crate) fn is_found(&self) -> bool {
        !self.is_foreign() && self.modality.is_none()
    }
}

/// The triggers and boundaries of one sentence.
pub(crate) struct Surroundings<'a> {
    book: &'a RuleBook,
    words: &'a [Word],
    matches: &'a [Match],
    /// The indices of the matches that are triggers, none of which lies within a longer one.
    triggers: Vec<usize>,
}

impl<'a> Surroundings<'a> {
    pub(crate) fn new(book: &'a RuleBook, words: &'a [Word], matches: &'a [Match]) -> Self {
        let contexts = || {
            matches.iter().enumerate().filter_map(|(index, found)| {
                let Owner::Context(context) = found.owner else { return None };
                Some((index, found, book.context(context)?.effect))
            })
        };
        // A longer trigger eats a shorter one of its kind, and what only looks like a trigger eats any: "not only" does
        // not negate.
        let eaten = |found: &Match, effect: Effect| {
            contexts()
                .inspect(work::one)
                .any(|(_, other, of)| covers(other, found) && (of == effect || of == Effect::Pseudo))
        };
        let triggers =
            contexts().filter(|(_, found, effect)| !eaten(found, *effect)).map(|(index, _, _)| index).collect();
        Self { book, words, matches, triggers }
    }

    /// What the triggers around `cue` make of it. `turns` says that the cue means the opposite where it is negated, so
    /// that a trigger counts even in a gap of the cue: "was [not] fault".
    pub(crate) fn verdict(&self, cue: &Match, turns: bool) -> Verdict {
        let mut verdict = Verdict::default();
        let mut nearest_voice = usize::MAX;
        let weigh = |verdict: &mut Verdict, index, modality| {
            // Of several the one that is furthest from a finding: what the law says is not even about this case.
            if verdict.modality.is_none_or(|(_, known)| known < modality) {
                verdict.modality = Some((index, modality));
            }
        };
        work::count(self.triggers.len());
        for &index in &self.triggers {
            let Some((trigger, context)) = self.trigger(index) else { continue };
            let Some(distance) = self.reaches(trigger, context, cue, turns) else { continue };
            match context.effect {
                Effect::Negation if verdict.negated.is_none_or(|(_, nearest)| distance < nearest) => {
                    verdict.negated = Some((index, distance));
                }
                Effect::Negation | Effect::Pseudo => {}
                Effect::Future => weigh(&mut verdict, index, Modality::ToCome),
                Effect::Hypothesis => weigh(&mut verdict, index, Modality::Hypothetical),
                Effect::Law => weigh(&mut verdict, index, Modality::Law),
                Effect::Earlier => verdict.earlier = Some(index),
                // Of several speakers the nearest one has said it.
                Effect::Complainant | Effect::Body | Effect::Other | Effect::Ombudsman => {
                    if distance < nearest_voice {
                        nearest_voice = distance;
                        verdict.voice = Some((index, Voice::of(context.effect)));
                    }
                }
            }
        }
        verdict
    }

    /// What the triggers make of words that follow the sentence, as the items of "Mr X says the Council:".
    pub(crate) fn at_end(&self) -> Verdict {
        let end = self.words.len();
        let end = Match { owner: Owner::Boundary(0), start: end, end, roles: Roles::SECTIONS, entry: u32::MAX };
        self.verdict(&end, false)
    }

    /// A verdict with the words it rests on; `place` tells where the words of a match stand in the text.
    pub(crate) fn told(&self, verdict: &Verdict, place: impl Fn(&Match) -> Span) -> Context {
        let mut triggers = ThinVec::new();
        let mut tell = |axis, index: usize| {
            if let Some((found, rule)) = self.trigger(index) {
                triggers.push(Trigger { axis, span: place(found), rule: Arc::clone(&rule.statement) });
            }
        };
        if let Some((index, _)) = verdict.negated {
            tell(Axis::Polarity, index);
        }
        if let Some((index, _)) = verdict.modality {
            tell(Axis::Modality, index);
        }
        if let Some((index, _)) = verdict.voice {
            tell(Axis::Voice, index);
        }
        if let Some(index) = verdict.earlier {
            tell(Axis::Time, index);
        }
        Context {
            polarity: if verdict.negated.is_some() { Polarity::Denied } else { Polarity::Affirmed },
            modality: verdict.modality.map_or(Modality::Found, |(_, modality)| modality),
            voice: verdict.voice.map_or(Voice::Ombudsman, |(_, voice)| voice),
            time: if verdict.earlier.is_some() { Time::Earlier } else { Time::ThisCase },
            triggers,
        }
    }

    pub(crate) fn statement(&self, index: usize) -> &'a str {
        self.trigger(index).map_or("", |(_, context)| &context.statement)
    }

    fn trigger(&self, index: usize) -> Option<(&'a Match, &'a ContextRule)> {
        let found = self.matches.get(index)?;
        let Owner::Context(context) = found.owner else { return None };
        Some((found, self.book.context(context)?))
    }

    /// How many words lie between a trigger and a cue in its reach; `None` if it does not reach it.
    fn reaches(&self, trigger: &Match, context: &ContextRule, cue: &Match, turns: bool) -> Option<usize> {
        if trigger.start >= cue.start && trigger.start < cue.end {
            return (turns && context.effect == Effect::Negation).then_some(0);
        }
        let within = |distance: &usize| context.reach.is_none_or(|reach| *distance <= reach);
        // A trigger may share words with a cue that it can turn: "do not [find] fault". In any other cue these words
        // are part of what it means.
        let distance = |from: usize, to: usize| {
            let apart = to.checked_sub(from).or(turns.then_some(0));
            apart.filter(within).filter(|_| !self.bounded(trigger, context, from, to))
        };
        let forward = || if trigger.start < cue.start { distance(trigger.end, cue.start) } else { None };
        let backward = || distance(cue.end, trigger.start);
        match context.reaches {
            Reaches::Forward => forward(),
            Reaches::Backward => backward(),
            Reaches::Both => forward().or_else(backward),
        }
    }

    /// Whether a boundary that ends `context` stands between two places of the sentence.
    fn bounded(&self, trigger: &Match, context: &ContextRule, from: usize, to: usize) -> bool {
        const SEMICOLON: u32 = 1;
        const FRONTED: u32 = 2;
        const COMMA: u32 = 4;
        let named = self.matches.iter().inspect(work::one).any(|found| match found.owner {
            Owner::Boundary(bit) => context.until & bit != 0 && found.start >= from && found.start <= to,
            _ => false,
        });
        let mark = |mark| self.words.iter().take(to + 1).skip(from).inspect(work::one).any(|word| word.before == mark);
        named
            || (context.until & SEMICOLON != 0 && mark(Before::Semicolon))
            || (context.until & COMMA != 0 && mark(Before::Comma))
            || (context.until & FRONTED != 0 && mark(Before::Comma) && self.in_side_clause(trigger))
    }

    /// Whether a trigger stands in a clause that a comma will end: "although the Council accepted fault, ...".
    fn in_side_clause(&self, trigger: &Match) -> bool {
        let fronting = &self.book.particles().fronting;
        let before = self.words.iter().take(trigger.start + 1).rev();
        let mut clause = before.scan(false, |ended, word| {
            let go_on = !*ended;
            *ended = word.before == Before::Comma;
            go_on.then_some(word)
        });
        clause.any(|word| fronting.contains(&word.id))
    }
}

/// Whether `outer` holds all words of `inner` and more.
pub(crate) fn covers(outer: &Match, inner: &Match) -> bool {
    outer.start <= inner.start && outer.end >= inner.end && outer.end - outer.start > inner.end - inner.start
}
