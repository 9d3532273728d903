//! A row a remedy.

use std::borrow::Cow;

use super::Row;
use super::case::{Case, OfCase, Placed, coded, place, which};
use super::column::{Cell, Column, column};
use crate::Span;
use crate::analysis::{At, Remedy};

/// A remedy with its decision.
pub(super) struct RemedyRow<'d> {
    case: &'d Case<'d>,
    remedy: &'d Remedy,
}

impl OfCase for RemedyRow<'_> {
    fn case(&self) -> &Case<'_> {
        self.case
    }
}

impl Placed for RemedyRow<'_> {
    fn at(&self) -> At {
        self.remedy.at
    }

    fn span(&self) -> Span {
        self.remedy.span
    }
}

impl<'d> Row<'d> for RemedyRow<'d> {
    fn columns() -> Vec<Column<Self>> {
        [which(), what(), place(), proof()].into_iter().flatten().collect()
    }

    fn rows(case: &'d Case<'d>) -> Vec<Self> {
        case.decision().remedies.iter().map(|remedy| Self { case, remedy }).collect()
    }
}

fn what<'d>() -> Vec<Column<RemedyRow<'d>>> {
    vec![
        column("kind", "what kind of action", Cell::Code(|row| Some(coded(row.remedy.kind)))),
        column("subkind", "the sort of action, as the rule book names it", {
            Cell::Code(|row| row.remedy.subkind.as_deref().map(Cow::Borrowed))
        }),
        column("status", "whether the body agreed to it", Cell::Code(|row| Some(coded(row.remedy.status)))),
        column("amount", "the sum in pounds", Cell::Pounds(|row| row.remedy.amount)),
        column("to", "whom it goes to", Cell::Text(|row| row.remedy.to.map(|to| row.case.words(to)))),
        column("deadline", "by when, in the words of the sentence", {
            Cell::Text(|row| row.remedy.deadline.map(|deadline| row.case.words(deadline.span)))
        }),
        column("anchor", "what the deadline counts from", {
            Cell::Code(|row| row.remedy.deadline.map(|deadline| coded(deadline.anchor)))
        }),
        column("due", "the last day, working days counted with England's bank holidays; empty where none is fixed", {
            Cell::Date(|row| row.remedy.deadline.and_then(|deadline| deadline.due))
        }),
    ]
}

fn proof<'d>() -> Vec<Column<RemedyRow<'d>>> {
    vec![
        column("cue", "the words of the sentence that it rests on", {
            Cell::Text(|row| Some(row.case.words(row.remedy.cue)))
        }),
        column("rule", "the rule that made it", Cell::Code(|row| Some(Cow::Borrowed(&row.remedy.rule)))),
    ]
}
