//! Tables of many decisions: their columns, and the cells of a decision.
//!
//! ```text
//! decision ──► rows of a table ──► columns, each a typed cell of a row ──► text (CSV), or arrays of Arrow
//! ```

#[cfg(feature = "arrow")]
mod arrow;
mod case;
mod column;
mod decisions;
mod findings;
mod grounds;
mod issues;
mod remedies;

pub use column::{ColumnInfo, ColumnType};

use crate::decision::Decision;
use crate::rules::RuleBook;
use case::Case;
use column::Column;

/// A table of many decisions.
///
/// ```
/// use upheld::{Decision, Entry, RuleBook, Table};
///
/// let decision = Decision::parse("Final decision\n\n  1. There was fault by the Council.\n");
/// let entry = Entry { number: 0, source: "21-000-001.txt", decision: &decision, book: RuleBook::standard() };
/// let names: Vec<&str> = Table::Findings.columns().iter().map(|column| column.name).collect();
/// let [row] = Table::Findings.cells(&entry).try_into().unwrap();
/// assert_eq!(row[names.iter().position(|name| *name == "kind").unwrap()], "fault");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Table {
    /// A row a decision.
    Decisions,
    /// A row a finding.
    Findings,
    /// A row a remedy.
    Remedies,
    /// A row a ground on which something was not investigated.
    Grounds,
    /// A row a part of the complaint with an outcome of its own.
    Issues,
}

/// A decision on its way into a table.
#[derive(Clone, Copy, Debug)]
pub struct Entry<'d> {
    /// Its place among all decisions, from 0, by which the tables can be joined.
    pub number: usize,
    /// Where it came from.
    pub source: &'d str,
    /// The decision.
    pub decision: &'d Decision,
    /// The book that read it, for the labels of grounds.
    pub book: &'d RuleBook,
}

/// Something that a table has a row of.
trait Row<'d>: Sized {
    /// The columns, from left to right.
    fn columns() -> Vec<Column<Self>>;

    /// The rows of a decision.
    fn rows(case: &'d Case<'d>) -> Vec<Self>;
}

/// Calls a generic function with the row type of a table.
macro_rules! with_row {
    ($table:expr, $function:ident $(, $argument:expr)*) => {
        match $table {
            Table::Decisions => $function::<decisions::DecisionRow>($($argument),*),
            Table::Findings => $function::<findings::FindingRow>($($argument),*),
            Table::Remedies => $function::<remedies::RemedyRow>($($argument),*),
            Table::Grounds => $function::<grounds::GroundRow>($($argument),*),
            Table::Issues => $function::<issues::IssueRow>($($argument),*),
        }
    };
}
#[cfg(feature = "arrow")]
use with_row;

impl Table {
    /// All tables.
    pub const ALL: &'static [Self] = &[Self::Decisions, Self::Findings, Self::Remedies, Self::Grounds, Self::Issues];

    /// Its name: `decisions`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Decisions => "decisions",
            Self::Findings => "findings",
            Self::Remedies => "remedies",
            Self::Grounds => "grounds",
            Self::Issues => "issues",
        }
    }

    /// What its columns are called, hold and mean, from left to right.
    #[must_use]
    pub fn columns(self) -> Vec<ColumnInfo> {
        fn columns<'d, R: Row<'d>>() -> Vec<ColumnInfo> {
            R::columns().into_iter().map(|column| column.info).collect()
        }
        with_row!(self, columns)
    }

    /// The rows of a decision as text, a cell a column. Empty cells are empty; a list is in one cell, its entries parted
    /// by `; ` or, where they are sentences, by ` | `.
    #[must_use]
    pub fn cells(self, entry: &Entry<'_>) -> Vec<Vec<String>> {
        fn cells<'d, R: Row<'d>>(case: &'d Case<'d>) -> Vec<Vec<String>> {
            let columns = R::columns();
            let cells = |row: &R| columns.iter().map(|column| column.cell.in_words(row)).collect();
            R::rows(case).iter().map(cells).collect()
        }
        let case = Case::new(*entry);
        with_row!(self, cells, &case)
    }

    /// The number of rows that a decision has.
    #[must_use]
    pub fn rows_of(self, decision: &Decision) -> usize {
        match self {
            Self::Decisions => 1,
            Self::Findings => decision.findings.len(),
            Self::Remedies => decision.remedies.len(),
            Self::Grounds => decision.grounds.len(),
            Self::Issues => decision.issues.len(),
        }
    }
}
