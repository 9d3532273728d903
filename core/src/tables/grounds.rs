//! A row a ground on which something was not investigated.

use std::borrow::Cow;

use super::Row;
use super::case::{Case, OfCase, Placed, coded, place, which};
use super::column::{Cell, Column, column};
use crate::Span;
use crate::analysis::{At, GroundFinding};

/// A ground with its decision.
pub(super) struct GroundRow<'d> {
    case: &'d Case<'d>,
    ground: &'d GroundFinding,
}

impl OfCase for GroundRow<'_> {
    fn case(&self) -> &Case<'_> {
        self.case
    }
}

impl Placed for GroundRow<'_> {
    fn at(&self) -> At {
        self.ground.at
    }

    fn span(&self) -> Span {
        self.ground.span
    }
}

impl<'d> Row<'d> for GroundRow<'d> {
    fn columns() -> Vec<Column<Self>> {
        [which(), what(), place(), proof()].into_iter().flatten().collect()
    }

    fn rows(case: &'d Case<'d>) -> Vec<Self> {
        case.decision().grounds.iter().map(|ground| Self { case, ground }).collect()
    }
}

fn what<'d>() -> Vec<Column<GroundRow<'d>>> {
    vec![
        column("code", "the ground, as the rule book names it", {
            Cell::Code(|row| Some(Cow::Borrowed(&row.ground.code)))
        }),
        column("label", "the ground in words", {
            Cell::Code(|row| row.case.entry.book.ground_label(&row.ground.code).map(Cow::Borrowed))
        }),
        column("bar", "whether the law forbids an investigation or the Ombudsman chose not to have one", {
            Cell::Code(|row| Some(coded(row.ground.bar)))
        }),
        column("forum", "the other body that it sends people to, as the rule book names it", {
            Cell::Code(|row| row.ground.forum.as_ref().map(|forum| Cow::Borrowed(forum.name.as_str())))
        }),
    ]
}

fn proof<'d>() -> Vec<Column<GroundRow<'d>>> {
    vec![column("cue", "the words of the sentence that it rests on", {
        Cell::Text(|row| Some(row.case.words(row.ground.cue)))
    })]
}
