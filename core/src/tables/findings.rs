//! A row a finding.

use std::borrow::Cow;

use super::Row;
use super::case::{Case, OfCase, Placed, coded, place, which};
use super::column::{Cell, Column, column};
use crate::Span;
use crate::analysis::{At, Finding};

/// A finding with its decision.
pub(super) struct FindingRow<'d> {
    case: &'d Case<'d>,
    finding: &'d Finding,
}

impl OfCase for FindingRow<'_> {
    fn case(&self) -> &Case<'_> {
        self.case
    }
}

impl Placed for FindingRow<'_> {
    fn at(&self) -> At {
        self.finding.at
    }

    fn span(&self) -> Span {
        self.finding.span
    }
}

impl<'d> Row<'d> for FindingRow<'d> {
    fn columns() -> Vec<Column<Self>> {
        [which(), what(), place(), proof()].into_iter().flatten().collect()
    }

    fn rows(case: &'d Case<'d>) -> Vec<Self> {
        case.decision().findings.iter().map(|finding| Self { case, finding }).collect()
    }
}

fn what<'d>() -> Vec<Column<FindingRow<'d>>> {
    vec![
        column("kind", "what was found", Cell::Code(|row| Some(coded(row.finding.kind)))),
        column("subkinds", "the sorts that the sentence names, in the order of the text", {
            Cell::Entries(|row| row.finding.subkinds.iter().map(|it| Cow::Borrowed(it.as_str())).collect())
        }),
    ]
}

fn proof<'d>() -> Vec<Column<FindingRow<'d>>> {
    vec![
        column("cue", "the words of the sentence that it rests on", {
            Cell::Text(|row| Some(row.case.words(row.finding.cue)))
        }),
        column("rule", "the rule that made it, and the context that turned it", {
            Cell::Code(|row| Some(Cow::Borrowed(&row.finding.rule)))
        }),
        column("about", "the sentence before, where this one points back at it", {
            Cell::Text(|row| row.finding.about.map(|span| row.case.words(span)))
        }),
        column("issue", "the part of the complaint it belongs to: its place among those of the decision, from 0", {
            Cell::Number(|row| row.finding.issue)
        }),
    ]
}
