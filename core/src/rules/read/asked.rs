//! What conditions ask for by way of the signals that a book names: not themselves, not too deep, and not too much.

use super::Reader;
use super::merge::Definition;
use super::statement::Keyword;
use crate::rules::condition::{Ask, Condition};

/// So many brackets, `not`s and named signals may lie in one another: a condition is asked by going down into each.
const DEEPEST_ASKED: usize = 200;
/// The rules and flags of a book may ask for so many signals together, with those of named signals written out: each
/// decision is asked for all of them, and an explanation tells of each.
const MOST_ASKED: usize = 10_000;

impl Reader<'_> {
    /// Tells signals that ask for themselves, and signals, rules and flags that ask too deep or for too much.
    pub(super) fn check_asked(&mut self, definitions: &[Definition<'_>]) {
        let depths = self.depths();
        let mut asked = 0;
        for definition in definitions {
            let statement = &definition.statement;
            let name = statement.name;
            let list = match statement.keyword {
                Keyword::Signal => &[],
                Keyword::Rule => self.book.rules.as_slice(),
                Keyword::Derived => self.book.derived.as_slice(),
                Keyword::Flag => self.book.flags.as_slice(),
                _ => continue,
            };
            let rule = list.iter().find(|rule| *rule.name == *name);
            let signal = self.book.signals.iter().find(|signal| signal.name == name);
            let Some(when) = rule.map(|rule| &rule.when).or(signal.map(|signal| &signal.when)) else { continue };
            asked += rule.map_or(0, |rule| self.written_out(&rule.when) + rule.shows.len());
            let deep = depth(when, &depths);
            let message = match deep {
                None => format!("`{name}` asks for itself, by way of other signals"),
                Some(deep) if deep > DEEPEST_ASKED => format!(
                    "`{name}` asks too deep: at most {DEEPEST_ASKED} brackets, `not`s and signals lie in one another"
                ),
                Some(_) if asked > MOST_ASKED => {
                    format!("up to here the rules of this book ask for more than {MOST_ASKED} signals")
                }
                Some(_) => continue,
            };
            self.problems.push(statement.piece.error(statement.at, message));
            // What asks in circles is told for each signal in them, the rest once.
            if deep.is_some() {
                return;
            }
        }
    }

    /// How deep each signal of the book asks; `None` for those that ask for themselves.
    fn depths(&self) -> Vec<Option<usize>> {
        let mut depths = vec![None; self.book.signals.len()];
        // A signal is known once all it asks for are: those that never are go in circles.
        loop {
            let known = depths.iter().flatten().count();
            for (index, signal) in self.book.signals.iter().enumerate() {
                let found = depth(&signal.when, &depths);
                if let Some(slot) = depths.get_mut(index) {
                    *slot = found;
                }
            }
            if depths.iter().flatten().count() == known {
                return depths;
            }
        }
    }

    /// How many signals a condition asks for, each that the book names written out once.
    fn written_out(&self, condition: &Condition) -> usize {
        let mut told = vec![false; self.book.signals.len()];
        let (mut count, mut open) = (0, vec![condition]);
        while let Some(condition) = open.pop() {
            condition.visit(&mut |asked| {
                count += 1;
                if let Some(index) = named(&asked.ask)
                    && let (Some(told), Some(signal)) = (told.get_mut(index), self.book.signals.get(index))
                    && !std::mem::replace(told, true)
                {
                    open.push(&signal.when);
                }
            });
        }
        count
    }
}

/// How deep a condition asks, by the depths of the book's signals; `None` if it asks for one of unknown depth.
fn depth(condition: &Condition, depths: &[Option<usize>]) -> Option<usize> {
    let inner = match condition {
        Condition::Signal(asked) => match named(&asked.ask) {
            Some(index) => depths.get(index).copied().flatten()?,
            None => 0,
        },
        Condition::Not(inner) => depth(inner, depths)?,
        Condition::All(parts) | Condition::Any(parts) => {
            parts.iter().try_fold(0, |deepest, part| Some(depth(part, depths)?.max(deepest)))?
        }
    };
    Some(inner + 1)
}

/// The signal of the book that is asked for, of the whole decision perhaps.
fn named(ask: &Ask) -> Option<usize> {
    match ask {
        Ask::Named(index) => Some(*index),
        Ask::Case(inner) => named(inner),
        _ => None,
    }
}
