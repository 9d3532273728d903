//! The context of a cue, after `ConText`: triggers reach over the words beside them until a boundary ends them, and
//! change what a cue in their reach means.

use crate::rules::{Before, Context, Effect, Match, Owner, Reaches, RuleBook, Word};

/// What the context makes of a cue.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Verdict {
    /// Denied, by the trigger at this index of the sentence's matches, so many words away.
    pub(crate) negated: Option<(usize, usize)>,
    /// Somebody else's word, the law's, or about another case, by the trigger at this index.
    pub(crate) foreign: Option<usize>,
    /// Supposed, by the trigger at this index.
    pub(crate) supposed: Option<usize>,
    /// Still to come, by the trigger at this index.
    pub(crate) future: Option<usize>,
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
            contexts().any(|(_, other, of)| covers(other, found) && (of == effect || of == Effect::Pseudo))
        };
        let triggers =
            contexts().filter(|(_, found, effect)| !eaten(found, *effect)).map(|(index, _, _)| index).collect();
        Self { book, words, matches, triggers }
    }

    /// What the triggers around `cue` make of it. `turns` says that the cue means the opposite where it is negated, so
    /// that a trigger counts even in a gap of the cue: "was [not] fault".
    pub(crate) fn verdict(&self, cue: &Match, turns: bool) -> Verdict {
        let mut verdict = Verdict::default();
        let mut voice: Option<(usize, usize, Effect)> = None;
        for &index in &self.triggers {
            let Some((trigger, context)) = self.trigger(index) else { continue };
            let Some(distance) = self.reaches(trigger, context, cue, turns) else { continue };
            match context.effect {
                Effect::Negation if verdict.negated.is_none_or(|(_, nearest)| distance < nearest) => {
                    verdict.negated = Some((index, distance));
                }
                Effect::Negation | Effect::Pseudo => {}
                Effect::Hypothesis => verdict.supposed = Some(index),
                Effect::Future => verdict.future = Some(index),
                Effect::Law | Effect::Earlier => verdict.foreign = Some(index),
                // Of several speakers the nearest one has said it.
                Effect::Complainant | Effect::Body | Effect::Other | Effect::Ombudsman => {
                    if voice.is_none_or(|(nearest, _, _)| distance < nearest) {
                        voice = Some((distance, index, context.effect));
                    }
                }
            }
        }
        verdict.foreign = match voice {
            Some((_, index, effect)) if effect != Effect::Ombudsman => Some(index),
            _ => verdict.foreign,
        };
        verdict
    }

    /// The speaker whose words go on at the end of the sentence, as in "Mr X says the Council:".
    pub(crate) fn open_voice(&self) -> Option<usize> {
        let end = Match { owner: Owner::Boundary(0), start: self.words.len(), end: self.words.len() };
        self.verdict(&end, false).foreign
    }

    pub(crate) fn name(&self, index: usize) -> &'a str {
        self.trigger(index).map_or("", |(_, context)| context.name.as_str())
    }

    fn trigger(&self, index: usize) -> Option<(&'a Match, &'a Context)> {
        let found = self.matches.get(index)?;
        let Owner::Context(context) = found.owner else { return None };
        Some((found, self.book.context(context)?))
    }

    /// How many words lie between a trigger and a cue in its reach; `None` if it does not reach it.
    fn reaches(&self, trigger: &Match, context: &Context, cue: &Match, turns: bool) -> Option<usize> {
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
    fn bounded(&self, trigger: &Match, context: &Context, from: usize, to: usize) -> bool {
        const SEMICOLON: u32 = 1;
        const FRONTED: u32 = 2;
        let named = self.matches.iter().any(|found| match found.owner {
            Owner::Boundary(bit) => context.until & bit != 0 && found.start >= from && found.start <= to,
            _ => false,
        });
        let mark = |mark| self.words.iter().take(to + 1).skip(from).any(|word| word.before == mark);
        named
            || (context.until & SEMICOLON != 0 && mark(Before::Semicolon))
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
