//! Deadlines: by when an action is to be done.

use serde::{Deserialize, Serialize};

use super::reading::Sentence;
use crate::calendar::due;
use crate::diagnostic::{Diagnostic, DiagnosticKind};
use crate::document::Document;
use crate::inline::{DeadlineText, Quantities};
use crate::{Anchor, Date, Span, Term};

/// By when an action is to be done.
///
/// ```
/// let page = "Decision date : 31 Jan 2023\n\nAgreed action\n\n  1. Within one month of my decision the Council will pay Mr X £150.\n";
/// let decision = upheld::Decision::parse(page);
/// let deadline = decision.remedies[0].deadline.unwrap();
/// assert_eq!(decision.document.slice(deadline.span), "Within one month of my decision");
/// assert_eq!(deadline.due.unwrap().to_string(), "2023-02-28");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Deadline {
    /// The words of the deadline.
    pub span: Span,
    /// How long, or which day.
    pub term: Term,
    /// The event from which the time runs.
    pub anchor: Anchor,
    /// The day; `None` where the text does not fix one, or the date of the decision is not known.
    pub due: Option<Date>,
}

impl Deadline {
    /// The deadline that stands in a sentence; one that only speaks of another is `before`, the last that was named.
    pub(super) fn of(sentence: &Sentence, found: &DeadlineText, before: Option<Self>) -> Self {
        let span = found.span.shifted(sentence.span.start());
        match (found.term, before) {
            (Term::Same, Some(before)) => before,
            _ => Self { span, term: found.term, anchor: found.anchor, due: None },
        }
    }

    /// Works out the day, or says why it cannot.
    pub(super) fn set_due(&mut self, document: &Document, diagnostics: &mut Vec<Diagnostic>) {
        let problem = match (self.term, self.anchor, document.header.date) {
            (Term::On(day), _, _) => {
                self.due = Some(day);
                return;
            }
            (Term::AtOnce, _, _) => return,
            (Term::Same, _, _) => "no deadline was named before it".to_owned(),
            (Term::Period(_), Anchor::Other, _) => "it runs from an event whose date is not known".to_owned(),
            (_, _, None) => "the decision has no date".to_owned(),
            (Term::OnDay { month, day }, _, Some(date)) => {
                self.due = next_day(date, month, day);
                return;
            }
            (Term::Period(period), _, Some(date)) => match due(date, period) {
                Ok(day) => {
                    self.due = Some(day);
                    return;
                }
                Err(error) => error.to_string(),
            },
        };
        // The items of a list share the deadline of its lead.
        if diagnostics.last().is_some_and(|known| known.span == self.span) {
            return;
        }
        let message = format!("no due date for `{}`: {problem}", document.slice(self.span));
        diagnostics.push(Diagnostic { kind: DiagnosticKind::UnknownDueDate, message, span: self.span });
    }
}

/// The first such day from `date` on; of a short month the last.
fn next_day(date: Date, month: i8, day: i8) -> Option<Date> {
    let in_year = |year| {
        let first = Date::new(year, month, 1).ok()?;
        Date::new(year, month, day.min(first.days_in_month())).ok()
    };
    in_year(date.year()).filter(|day| *day >= date).or_else(|| in_year(date.year().checked_add(1)?))
}

/// The deadline of an action whose words stand in `clause`: one that stands there, unless it opens the clause behind; else
/// the last one before, else the first one behind.
pub(super) fn deadline_for<'q>(text: &str, quantities: &'q Quantities, clause: Span) -> Option<&'q DeadlineText> {
    let deadlines = || quantities.deadlines.iter();
    let before = deadlines().rfind(|it| it.span.start() <= clause.start());
    let opens_next = |it: &DeadlineText| {
        let rest = text.get(it.span.end()..clause.end()).unwrap_or_default();
        clause.end() < text.len() && !rest.chars().any(char::is_alphanumeric)
    };
    let within = deadlines().find(|it| clause.contains(it.span) && it.span.start() > clause.start() && !opens_next(it));
    // A time that runs from another event belongs to what the action is about.
    let within = within.filter(|it| before.is_none() || it.anchor != Anchor::Other);
    // So does one that a purpose has: "within a month of my decision make a plan to clear the queue within a year".
    let counted = before.is_some_and(|it| matches!(it.anchor, Anchor::Decision | Anchor::Report));
    let purpose = |it: &DeadlineText| has_purpose(text.get(clause.start()..it.span.start()).unwrap_or_default());
    let within = within.filter(|it| !counted || it.anchor != Anchor::Unstated || !purpose(it));
    within.or(before).or_else(|| deadlines().next())
}

/// Whether there is a "to" with a verb in some words: what follows it is no name and no noun.
fn has_purpose(words: &str) -> bool {
    const OF_NOUNS: [&str; 22] = [
        "the", "a", "an", "this", "that", "these", "those", "his", "her", "its", "their", "my", "our", "him", "them",
        "it", "us", "me", "each", "all", "both", "any",
    ];
    let mut words = words.split_whitespace();
    std::iter::from_fn(|| words.find(|word| *word == "to").and_then(|_| words.next()))
        .any(|next| next.starts_with(char::is_lowercase) && !OF_NOUNS.contains(&next))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_purpose_has_a_verb() {
        assert!(has_purpose("make a plan to bring its decisions back "));
        assert!(!has_purpose("pay £200 to the family and to Mr X "));
        assert!(!has_purpose("refer to"));
    }

    #[test]
    fn a_day_without_its_year_is_the_next() {
        assert_eq!(next_day(date(2023, 3, 15), 4, 14), Some(date(2023, 4, 14)));
        assert_eq!(next_day(date(2023, 3, 15), 3, 15), Some(date(2023, 3, 15)));
        assert_eq!(next_day(date(2023, 3, 15), 2, 31), Some(date(2024, 2, 29)));
    }
}
