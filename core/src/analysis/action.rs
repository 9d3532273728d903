//! Actions: the verbs of a sentence that somebody is to do something, and what they are about.

use std::sync::Arc;

use super::context::Modality;
use super::reading::{Reading, Sentence};
use super::surroundings::{Surroundings, Verdict, covers};
use crate::Span;
use crate::document::Role;
use crate::inline::Quantities;
use crate::rules::{Before, Kind, Match, Owner, RemedyKind, RemedyRule, RuleBook, Status, Told, Word};

/// An action in a sentence.
#[derive(Clone, Debug)]
pub(super) struct Action {
    pub(super) kind: RemedyKind,
    pub(super) status: Status,
    /// The words that name it, from the start of the sentence.
    pub(super) span: Span,
    /// The rule of the book.
    pub(super) rule: Arc<str>,
}

/// What a sentence says of actions.
#[derive(Debug, Default)]
pub(super) struct Actions {
    pub(super) found: Vec<Action>,
    /// The status that the sentence gives to a list behind it.
    pub(super) status: Option<Status>,
    /// Whether it speaks of all actions above.
    pub(super) speaks_of_all: bool,
}

/// A verb that an action begins with.
#[derive(Clone, Copy)]
struct Head<'b> {
    word: usize,
    end: usize,
    status: Status,
    /// The remedy it names; `None` where the book does not know the verb.
    rule: Option<&'b RemedyRule>,
}

/// What a sentence may begin with.
#[derive(Clone, Copy, Debug)]
pub(super) enum Announced {
    /// An action, whatever its verb: an item of a list of actions.
    Action(Status),
    /// An action, if the book knows the verb: "Pay Mr X £200".
    Order(Status),
}

/// Finds the actions of a sentence. An action begins behind words such as "the Council has agreed to", or with the sentence
/// where that is `announced`; further ones are joined to it.
pub(super) fn actions(
    book: &RuleBook,
    reading: &Reading,
    sentence: &Sentence,
    quantities: &Quantities,
    announced: Option<Announced>,
) -> Actions {
    let words = reading.words(sentence);
    let scanner = Scanner { book, words, matches: reading.matches(sentence), quantities };
    let mut result = Actions::default();
    let mut heads: Vec<Head<'_>> = Vec::new();
    match announced {
        Some(Announced::Action(status)) => heads.extend(scanner.head_at(0, status)),
        Some(Announced::Order(status)) => heads.extend(scanner.order(status)),
        None => {}
    }
    let surroundings = Surroundings::new(book, words, scanner.matches);
    for (trigger, status) in scanner.triggers() {
        if !holds(surroundings.verdict(trigger, false)) {
            continue;
        }
        result.status = Some(status);
        heads.extend(scanner.head_at(trigger.end, status));
    }
    heads.sort_by_key(|head| head.word);
    heads.dedup_by_key(|head| head.word);
    scanner.join(&mut heads);
    result.speaks_of_all = scanner.told(Told::All).next().is_some();
    for (index, head) in heads.iter().enumerate() {
        let clause_end = heads.get(index + 1).map_or(words.len(), |next| next.word);
        if let Some((kind, rule)) = scanner.kind(head, clause_end) {
            // "write guidance, and agree with its contractor how it will be used": what names nobody serves the
            // improvement that it is joined to.
            let serves = kind == RemedyKind::SpecificAction
                && result.found.last().is_some_and(|last| last.kind == RemedyKind::ServiceImprovement)
                && !scanner.names_somebody(head, clause_end);
            if serves {
                continue;
            }
            result.found.push(Action {
                kind,
                status: head.status,
                span: scanner.span(head.word, head.end),
                rule: Arc::clone(rule),
            });
        }
    }
    // "It has since paid Mr X £200, as I recommended": one action, with all that it needs.
    for (found, rule) in scanner.told(Told::Done) {
        if let (Some(kind), true) = (rule.kind, holds(surroundings.verdict(found, false))) {
            result.found.push(Action {
                kind,
                status: Status::Done,
                span: scanner.span(found.start, found.end),
                rule: Arc::clone(&rule.statement),
            });
        }
    }
    let reports_back = scanner.all_told(Told::Object).any(|(_, rule)| rule.kind.is_none());
    if result.found.is_empty() && !reports_back && (result.status.is_some() || sentence.role == Role::Action) {
        // "An apology and a payment to Mr B are enough": actions without a verb. Elsewhere they are what was done.
        let mut end = 0;
        for (found, rule) in scanner.told(Told::Noun) {
            // "a payment" and "payment of £200" are one.
            if found.start < end {
                continue;
            }
            end = found.end;
            // "I have not recommended a refund" denies it wherever the negation stands.
            let verdict = surroundings.verdict(found, false);
            if let (Some(kind), None, true) = (rule.kind, verdict.negated, holds(verdict)) {
                let span = scanner.span(found.start, found.end);
                result.found.push(Action {
                    kind,
                    status: result.status.unwrap_or(Status::Agreed),
                    span,
                    rule: Arc::clone(&rule.statement),
                });
            }
        }
    }
    result
}

/// The sub-kind of an action: of those that `parts` of the sentence name, the first part that names one and the first in
/// the book; offsets are from the start of the sentence.
pub(super) fn subkind(
    book: &RuleBook,
    reading: &Reading,
    sentence: &Sentence,
    kind: RemedyKind,
    parts: &[Span],
) -> Option<String> {
    let of = Kind::Remedy(kind);
    let words = reading.words(sentence);
    let within = |found: &Match, part: &Span| {
        words.get(found.start).is_some_and(|word| (part.start()..part.end()).contains(&(word.start as usize)))
    };
    let named = |part: &Span| {
        let here = reading.matches(sentence).iter().filter(|found| within(found, part));
        let subkinds = here.filter_map(|found| match found.owner {
            Owner::Subkind(index) if book.subkind(index).is_some_and(|it| it.of == of) => Some(index),
            _ => None,
        });
        subkinds.min()
    };
    let index = parts.iter().find_map(named);
    let subkind = index.and_then(|index| book.subkind(index)).or_else(|| book.default_subkind(of));
    subkind.map(|subkind| subkind.name.clone())
}

/// Whether words that an action follows mean it. A negation that is not right before them denies something else: "so
/// that it does not happen again, we recommend ...".
fn holds(verdict: Verdict) -> bool {
    let supposed = verdict.modality.is_some_and(|(_, modality)| modality == Modality::Hypothetical);
    !verdict.is_foreign() && !supposed && verdict.negated.is_none_or(|(_, distance)| distance > 0)
}

struct Scanner<'a> {
    book: &'a RuleBook,
    words: &'a [Word],
    matches: &'a [Match],
    quantities: &'a Quantities,
}

impl<'a> Scanner<'a> {
    /// The remedy phrases of one way of telling.
    fn all_told(&self, told: Told) -> impl Iterator<Item = (&'a Match, &'a RemedyRule)> + use<'a> {
        let book = self.book;
        self.matches.iter().filter_map(move |found| {
            let Owner::Remedy(remedy) = found.owner else { return None };
            book.remedy(remedy).filter(|rule| rule.told == told).map(|rule| (found, rule))
        })
    }

    /// Those that are not part of a longer one.
    fn told(&self, told: Told) -> impl Iterator<Item = (&'a Match, &'a RemedyRule)> + use<'a> {
        let all: Vec<_> = self.all_told(told).collect();
        let eaten: Vec<bool> = all.iter().map(|(found, _)| all.iter().any(|(other, _)| covers(other, found))).collect();
        all.into_iter().zip(eaten).filter(|(_, eaten)| !eaten).map(|(told, _)| told)
    }

    fn triggers(&self) -> impl Iterator<Item = (&'a Match, Status)> {
        let agreed = self.told(Told::Agreed).map(|(found, _)| (found, Status::Agreed));
        let recommended = self.told(Told::Recommended).map(|(found, _)| (found, Status::Recommended));
        let whole = |found: &Match| {
            let words = self.words.get(found.start..found.end).unwrap_or_default();
            !words.iter().any(|word| self.book.particles().subordinate.contains(&word.id))
        };
        agreed.chain(recommended).filter(move |(found, _)| whole(found))
    }

    /// The action that begins at word `at`, or behind the adverbs and deadlines that stand there.
    fn head_at(&self, mut at: usize, status: Status) -> Option<Head<'a>> {
        loop {
            let word = self.words.get(at)?;
            let in_deadline = self
                .quantities
                .deadlines
                .iter()
                .find(|deadline| deadline.span.contains(Span::new(word.start as usize, word.end as usize)));
            if let Some(deadline) = in_deadline {
                at = self.words.iter().position(|word| word.start as usize >= deadline.span.end())?;
            } else if self.book.particles().passing.contains(&word.id) {
                at += 1;
            } else {
                break;
            }
        }
        let named = self
            .told(Told::Head)
            .chain(self.told(Told::First))
            .filter(|(found, _)| found.start == at)
            .max_by_key(|(found, _)| found.end);
        Some(Head {
            word: at,
            end: named.map_or(at + 1, |(found, _)| found.end),
            status,
            rule: named.map(|(_, rule)| rule),
        })
    }

    /// The action that a sentence orders: "Pay Mr X £200", "Within a month, write to her". "To put this right" is none.
    fn order(&self, status: Status) -> Option<Head<'a>> {
        let head = self.head_at(0, status).filter(|head| head.rule.is_some())?;
        let purpose = head.word.checked_sub(1).and_then(|at| self.words.get(at));
        purpose.is_none_or(|word| !self.book.particles().purpose.contains(&word.id)).then_some(head)
    }

    /// Adds the actions that are joined to those found: "apologise to Mr X and pay him £200".
    fn join(&self, heads: &mut Vec<Head<'a>>) {
        let Some(first) = heads.first().copied() else { return };
        for (found, rule) in self.told(Told::Head) {
            if found.start <= first.word || heads.iter().any(|head| head.word == found.start) {
                continue;
            }
            let joins =
                |at: usize| self.words.get(at).is_some_and(|word| self.book.particles().joining.contains(&word.id));
            let comma = self.words.get(found.start).is_some_and(|word| word.before != Before::Nothing);
            let mut before = found.start.checked_sub(1);
            while before.is_some_and(|at| {
                self.words.get(at).is_some_and(|word| self.book.particles().passing.contains(&word.id))
            }) {
                before = before.and_then(|at| at.checked_sub(1));
            }
            if comma || before.is_some_and(joins) {
                let status =
                    heads.iter().rfind(|head| head.word < found.start).map_or(first.status, |head| head.status);
                heads.push(Head { word: found.start, end: found.end, status, rule: Some(rule) });
                continue;
            }
            // "write to Mr X to apologise": the purpose names the action, where the verb before names none.
            let to = found.start.checked_sub(1).and_then(|at| self.words.get(at));
            let purpose = matches!(rule.kind, Some(RemedyKind::Apology | RemedyKind::Payment))
                && to.is_some_and(|word| self.book.particles().purpose.contains(&word.id));
            if let Some(head) = heads.iter_mut().rfind(|head| head.word < found.start) {
                let vague = head.rule.is_none_or(|rule| rule.kind == Some(RemedyKind::SpecificAction));
                if purpose && vague {
                    (head.rule, head.end) = (Some(rule), found.end);
                }
            }
        }
        heads.sort_by_key(|head| head.word);
    }

    /// The kind of an action: what its verb says, unless what it is about says otherwise.
    fn kind(&self, head: &Head<'a>, clause_end: usize) -> Option<(RemedyKind, &'a Arc<str>)> {
        let rule = head.rule.or_else(|| self.book.other_remedy())?;
        let (kind, name) = (rule.kind?, &rule.statement);
        let here = |found: &Match| found.start < clause_end && found.end > head.word;
        // "It should pay this within a month" speaks of a payment that was told before.
        if self.all_told(Told::All).any(|(found, _)| found.start <= head.word && found.end > head.word) {
            return None;
        }
        if kind != RemedyKind::SpecificAction {
            return Some((kind, name));
        }
        let objects = || self.all_told(Told::Object).filter(|(found, _)| here(found)).map(|(_, rule)| rule);
        if objects().any(|rule| rule.kind.is_none()) {
            return None;
        }
        let general = || {
            let mut told = self.all_told(Told::General).filter(|(found, _)| here(found)).map(|(_, rule)| rule);
            if self.names_somebody(head, clause_end) { None } else { told.next() }
        };
        let about = objects().next().or_else(general);
        Some(about.and_then(|rule| Some((rule.kind?, &rule.statement))).unwrap_or((kind, name)))
    }

    /// Whether the clause of an action speaks of one person.
    fn names_somebody(&self, head: &Head<'a>, clause_end: usize) -> bool {
        let clause = self.words.get(head.word..clause_end).unwrap_or_default();
        clause.iter().any(|word| self.book.particles().individual.contains(&word.id))
    }

    fn span(&self, start: usize, end: usize) -> Span {
        let first = self.words.get(start).map_or(0, |word| word.start as usize);
        Span::new(
            first,
            end.checked_sub(1).and_then(|last| self.words.get(last)).map_or(first, |word| word.end as usize),
        )
    }
}
