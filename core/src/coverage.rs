//! Coverage: which statements and phrases of a rule book decisions make use of, and which they never do.

use std::collections::HashMap;

use crate::analysis::{roles, theme};
use crate::decision::Decision;
use crate::explain::{Rulings, Verdict};
use crate::rules::{BookPlace, RuleBook};

/// What decisions make use of in a rule book.
///
/// ```
/// use upheld::{Coverage, Decision, RuleBook};
///
/// let book = RuleBook::standard();
/// let mut coverage = Coverage::new(book);
/// coverage.add(&Decision::parse("Final decision\n\n  1. This was fault.\n"));
/// let cue = coverage.statements().into_iter().find(|it| it.name == "cue fault.was").unwrap();
/// assert_eq!(cue.decisions, 1);
/// assert!(coverage.phrases().iter().any(|phrase| phrase.decisions == 0), "one decision does not use all");
/// ```
#[derive(Clone, Debug)]
pub struct Coverage<'b> {
    book: &'b RuleBook,
    decisions: usize,
    /// For each phrase, in how many decisions it matched, and how often.
    phrases: Vec<(usize, usize)>,
    /// For each statement the same, by its name.
    statements: HashMap<String, (usize, usize)>,
}

/// How much a statement or a phrase of a rule book is used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Use {
    /// The statement: `cue fault.was`, `rule whole.remedied`.
    pub name: String,
    /// Where it stands, or its phrase.
    pub place: BookPlace,
    /// How many decisions use it.
    pub decisions: usize,
    /// How often it is used in all of them. A phrase is used where it matches, a rule where it decides, a flag where it is
    /// raised.
    pub uses: usize,
}

impl<'b> Coverage<'b> {
    /// Of no decision so far.
    #[must_use]
    pub fn new(book: &'b RuleBook) -> Self {
        Self { book, decisions: 0, phrases: vec![(0, 0); book.phrase_count()], statements: HashMap::new() }
    }

    /// Of one decision.
    #[must_use]
    pub fn of(book: &'b RuleBook, decision: &Decision) -> Self {
        let mut coverage = Self::new(book);
        coverage.add(decision);
        coverage
    }

    /// Adds what was counted of other decisions, by the same book.
    pub fn merge(&mut self, other: &Self) {
        self.decisions += other.decisions;
        for ((decisions, uses), other) in self.phrases.iter_mut().zip(&other.phrases) {
            *decisions += other.0;
            *uses += other.1;
        }
        for (name, other) in &other.statements {
            let (decisions, uses) = self.statements.entry(name.clone()).or_default();
            *decisions += other.0;
            *uses += other.1;
        }
    }

    /// How many decisions were added.
    #[must_use]
    pub fn decisions(&self) -> usize {
        self.decisions
    }

    /// Adds a decision that was read by the book.
    pub fn add(&mut self, decision: &Decision) {
        self.decisions += 1;
        let mut again = decision.document.clone();
        let reading = roles::read(&mut again, self.book);
        let mut seen: HashMap<u32, usize> = HashMap::new();
        for sentence in &reading.sentences {
            for found in reading.matches(sentence) {
                *seen.entry(found.entry).or_default() += 1;
            }
        }
        for entry in theme::phrases(&again, self.book) {
            *seen.entry(entry).or_default() += 1;
        }
        for section in &again.sections {
            if let Some(entry) = section.heading.and_then(|heading| self.book.heading_phrase(again.slice(heading))) {
                *seen.entry(entry).or_default() += 1;
            }
        }
        let mut statements: HashMap<String, usize> = HashMap::new();
        for (entry, uses) in seen {
            if let Some((decisions, all)) = self.phrases.get_mut(entry as usize) {
                *decisions += 1;
                *all += uses;
                *statements.entry(self.book.statement_of_phrase(entry)).or_default() += uses;
            }
        }
        let Rulings { whole, derived, issues, flags } = decision.rulings(self.book, &reading);
        let decided = |kind, verdict: &Verdict| verdict.rule().map(|rule| format!("{kind} {}", rule.name));
        let names = issues.iter().filter_map(|issue| decided("rule", issue));
        let names = names.chain(decided("rule", &whole)).chain(decided("derived", &derived));
        let flags = flags.iter().filter(|flag| flag.holds).map(|flag| format!("flag {}", flag.name));
        for name in names.chain(flags) {
            *statements.entry(name).or_default() += 1;
        }
        for (name, uses) in statements {
            let (decisions, all) = self.statements.entry(name).or_default();
            *decisions += 1;
            *all += uses;
        }
    }

    /// Each phrase of the book, in its order.
    #[must_use]
    pub fn phrases(&self) -> Vec<Use> {
        let phrases = self.phrases.iter().zip(0..).map(|((decisions, uses), entry)| Use {
            name: self.book.statement_of_phrase(entry),
            place: self.book.place_of_phrase(entry),
            decisions: *decisions,
            uses: *uses,
        });
        phrases.collect()
    }

    /// Each statement with phrases, and each rule, derived outcome and flag, in the order of the book.
    #[must_use]
    pub fn statements(&self) -> Vec<Use> {
        let phrases = self.phrases().into_iter().map(|phrase| (phrase.name, phrase.place));
        let mut places: Vec<(String, BookPlace)> = Vec::new();
        for (name, place) in phrases {
            if places.last().is_none_or(|(last, _)| *last != name) {
                places.push((name, place));
            }
        }
        let rules = self.book.derived().iter().map(|rule| ("derived", rule));
        let rules = rules.chain(self.book.rules().iter().map(|rule| ("rule", rule)));
        let rules = rules.chain(self.book.flags().iter().map(|rule| ("flag", rule)));
        places.extend(rules.map(|(kind, rule)| (format!("{kind} {}", rule.name), self.book.place(rule.origin))));
        let used = |(name, place): (String, BookPlace)| {
            let (decisions, uses) = self.statements.get(&name).copied().unwrap_or_default();
            Use { name, place, decisions, uses }
        };
        places.into_iter().map(used).collect()
    }
}
