//! Whether a condition can hold at all: a search over the signals it asks for, with what is known of these.

use std::cell::Cell;

use crate::rules::RuleBook;
use crate::rules::condition::{Ask, Condition};
use crate::rules::kind::RemedyKind;

/// A condition of more signals, with those of named signals written out, is not looked into.
const MOST_PARTS: usize = 2_000;
/// Nor are conditions that ask for more signals together: the search goes down into each.
const MOST_SIGNALS: usize = 500;
/// Nor is one for which the search takes more steps.
const MOST_STEPS: usize = 20_000;
/// So many parts of conditions are looked at in a book; what is not found out by then is not told.
const MOST_LOOKS: usize = 50_000_000;

/// What may be looked at still, in all conditions of a book.
pub(super) struct Patience(Cell<usize>);

impl Patience {
    pub(super) fn new() -> Self {
        Self(Cell::new(MOST_LOOKS))
    }

    fn take(&self, looks: usize) -> Option<()> {
        self.0.set(self.0.get().saturating_sub(looks));
        (self.0.get() > 0).then_some(())
    }
}

/// Of what a condition is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Scope {
    /// The prose alone, for what it leads to.
    Prose,
    /// An issue.
    Issue,
    /// The whole decision.
    Whole,
}

/// A condition with the signals as numbers.
#[derive(Clone, Debug)]
pub(super) enum Formula {
    Is(bool),
    Signal(usize),
    Not(Box<Formula>),
    All(Vec<Formula>),
    Any(Vec<Formula>),
}

impl Formula {
    pub(super) fn not(self) -> Self {
        Self::Not(Box::new(self))
    }

    /// How many parts it has.
    fn size(&self) -> usize {
        match self {
            Self::Is(_) | Self::Signal(_) => 1,
            Self::Not(inner) => 1 + inner.size(),
            Self::All(parts) | Self::Any(parts) => 1 + parts.iter().map(Self::size).sum::<usize>(),
        }
    }

    /// Its value where it is known, or the first signal on which it depends.
    fn value(&self, known: &[Option<bool>]) -> Result<bool, usize> {
        match self {
            Self::Is(value) => Ok(*value),
            Self::Signal(index) => known.get(*index).copied().flatten().ok_or(*index),
            Self::Not(inner) => inner.value(known).map(|value| !value),
            Self::All(parts) => fold(parts, known, false),
            Self::Any(parts) => fold(parts, known, true),
        }
    }
}

/// One part with the value `decides` decides; else all must be known.
fn fold(parts: &[Formula], known: &[Option<bool>], decides: bool) -> Result<bool, usize> {
    let mut open = None;
    for part in parts {
        match part.value(known) {
            Ok(value) if value == decides => return Ok(decides),
            Ok(_) => {}
            Err(index) => open = open.or(Some(index)),
        }
    }
    open.map_or(Ok(!decides), Err)
}

/// The signals of a scope.
pub(super) struct Logic<'b> {
    book: &'b RuleBook,
    scope: Scope,
    patience: &'b Patience,
    signals: Vec<Ask>,
    parts: usize,
}

impl<'b> Logic<'b> {
    pub(super) fn new(book: &'b RuleBook, scope: Scope, patience: &'b Patience) -> Self {
        Self { book, scope, patience, signals: Vec::new(), parts: 0 }
    }

    /// A condition as a formula; `None` if it is too large.
    pub(super) fn formula(&mut self, condition: &Condition) -> Option<Formula> {
        self.parts = 0;
        self.read(condition, false)
    }

    /// `case` says that it is asked of the whole decision, of which the issue is a part.
    fn read(&mut self, condition: &Condition, case: bool) -> Option<Formula> {
        self.parts += 1;
        self.patience.take(1)?;
        if self.parts > MOST_PARTS {
            return None;
        }
        Some(match condition {
            Condition::Signal(asked) => self.ask(&asked.ask, case)?,
            Condition::Not(inner) => self.read(inner, case)?.not(),
            Condition::All(parts) => {
                Formula::All(parts.iter().map(|part| self.read(part, case)).collect::<Option<_>>()?)
            }
            Condition::Any(parts) => {
                Formula::Any(parts.iter().map(|part| self.read(part, case)).collect::<Option<_>>()?)
            }
        })
    }

    fn ask(&mut self, ask: &Ask, case: bool) -> Option<Formula> {
        match ask {
            Ask::Named(index) => {
                let book = self.book;
                return self.read(&book.signals().get(*index)?.when, case);
            }
            Ask::Case(inner) => return self.ask(inner, true),
            _ => {}
        }
        if self.is_never(ask, case) {
            return Some(Formula::Is(false));
        }
        // What is asked of an issue alone.
        let of_part = matches!(ask, Ask::Finding(_) | Ask::Ground(_) | Ask::MainGround(_));
        let ask = match (case, self.scope) {
            (true, Scope::Issue) if of_part => Ask::Case(Box::new(ask.clone())),
            _ => ask.clone(),
        };
        self.patience.take(self.signals.len())?;
        let known = self.signals.iter().position(|signal| *signal == ask);
        Some(Formula::Signal(known.unwrap_or_else(|| {
            self.signals.push(ask);
            self.signals.len() - 1
        })))
    }

    /// Whether a signal is never there in this scope, or by this book.
    fn is_never(&self, ask: &Ask, case: bool) -> bool {
        match ask {
            Ask::Finding(kind) | Ask::Operative(kind) => !self.book.proposes(*kind),
            Ask::Theme(name) => !self.book.looks_for_theme(name),
            Ask::LeftOut => self.scope != Scope::Issue || case,
            Ask::Issue(code) => {
                self.scope != Scope::Whole || !self.book.rules().iter().any(|rule| rule.issue && *rule.gives == **code)
            }
            Ask::Derived(_) => self.scope != Scope::Whole,
            Ask::Published(_) | Ask::OpenPoint => self.scope == Scope::Prose,
            _ => false,
        }
    }

    /// Whether there can be a decision for which the formula holds. Where that is not found out in time it may be.
    pub(super) fn can_hold(&self, formula: &Formula) -> bool {
        if self.signals.len() > MOST_SIGNALS {
            return true;
        }
        let (mut steps, looks) = (MOST_STEPS, formula.size() + self.signals.len());
        self.search(formula, looks, &mut vec![None; self.signals.len()], &mut steps)
    }

    /// `looks` is what one step costs.
    fn search(&self, formula: &Formula, looks: usize, known: &mut Vec<Option<bool>>, steps: &mut usize) -> bool {
        let (Some(left), Some(())) = (steps.checked_sub(1), self.patience.take(looks)) else { return true };
        *steps = left;
        match formula.value(known) {
            Ok(value) => value,
            Err(open) => [true, false].into_iter().any(|value| {
                let fits = self.fits(open, value, known);
                if let Some(slot) = known.get_mut(open) {
                    *slot = fits.then_some(value);
                }
                let holds = fits && self.search(formula, looks, known, steps);
                if let Some(slot) = known.get_mut(open) {
                    *slot = None;
                }
                holds
            }),
        }
    }

    /// Whether a signal may have a value beside those that are known.
    fn fits(&self, index: usize, value: bool, known: &[Option<bool>]) -> bool {
        let Some(signal) = self.signals.get(index) else { return true };
        self.signals.iter().zip(known).all(|(other, known)| match (known, value) {
            (Some(true), true) => !exclude(signal, other),
            (Some(false), true) => !self.implies(signal, other),
            (Some(true), false) => !self.implies(other, signal),
            _ => true,
        })
    }

    /// Whether `a` is never there without `b`.
    fn implies(&self, a: &Ask, b: &Ask) -> bool {
        match (a, b) {
            (Ask::Operative(a), Ask::Finding(b)) => a == b && self.scope != Scope::Issue,
            (Ask::Operative(a), Ask::Case(b)) => **b == Ask::Finding(*a),
            (Ask::Finding(_) | Ask::Ground(_), Ask::Case(b)) => *a == **b,
            (Ask::PaymentOver(a), Ask::PaymentOver(b) | Ask::PaymentsOver(b))
            | (Ask::PaymentsOver(a), Ask::PaymentsOver(b)) => a >= b,
            (Ask::PaymentOver(_) | Ask::PaymentsOver(_), Ask::RemedyOf(kind)) => *kind == RemedyKind::Payment,
            (Ask::PaymentOver(_) | Ask::PaymentsOver(_) | Ask::RemedyOf(_) | Ask::RemedyThat(_), Ask::Remedy) => true,
            _ => false,
        }
    }
}

/// Whether two signals are never there together.
fn exclude(a: &Ask, b: &Ask) -> bool {
    match (a, b) {
        (Ask::Published(a), Ask::Published(b)) | (Ask::Derived(a), Ask::Derived(b)) => a != b,
        (Ask::MainGround(a), Ask::MainGround(b)) => a != b,
        _ => false,
    }
}
