//! A row a part of the complaint with an outcome of its own.

use std::borrow::Cow;

use super::Row;
use super::case::{Case, OfCase, which};
use super::column::{Cell, Column, column};
use crate::analysis::Issue;

/// An issue with its decision.
pub(super) struct IssueRow<'d> {
    case: &'d Case<'d>,
    number: usize,
    issue: &'d Issue,
}

impl OfCase for IssueRow<'_> {
    fn case(&self) -> &Case<'_> {
        self.case
    }
}

impl<'d> Row<'d> for IssueRow<'d> {
    fn columns() -> Vec<Column<Self>> {
        [which(), what()].into_iter().flatten().collect()
    }

    fn rows(case: &'d Case<'d>) -> Vec<Self> {
        let numbered = case.decision().issues.iter().enumerate();
        numbered.map(|(number, issue)| Self { case, number, issue }).collect()
    }
}

fn what<'d>() -> Vec<Column<IssueRow<'d>>> {
    vec![
        column("issue", "its place among the parts of the decision, from 0", Cell::Number(|row| Some(row.number))),
        column("title", "the heading of the part", Cell::Text(|row| Some(row.case.words(row.issue.span)))),
        column("point", "the point of the complaint that it answers, where its label says so", {
            Cell::Text(|row| row.issue.point.map(|point| row.case.words(point)))
        }),
        column("reason_code", "the decision reason of the part", {
            Cell::Code(|row| row.issue.outcome.as_deref().map(Cow::Borrowed))
        }),
        column("label", "the decision reason in words", Cell::Code(|row| Some(Cow::Borrowed(&row.issue.label)))),
        column("start", "where the heading begins in the text of the decision, in code points from 0", {
            Cell::Number(|row| Some(row.case.code_point(row.issue.span.start())))
        }),
        column("end", "where it ends: the code point after its last", {
            Cell::Number(|row| Some(row.case.code_point(row.issue.span.end())))
        }),
    ]
}
