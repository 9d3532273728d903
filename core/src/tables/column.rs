//! A column: its name, what it holds, and how the cell of a row is come by.

use std::borrow::Cow;

use crate::{Date, Money};

/// What a column is called, holds and means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ColumnInfo {
    /// The name.
    pub name: &'static str,
    /// What its cells are.
    pub kind: ColumnType,
    /// What it says, with its unit.
    pub about: &'static str,
}

/// What the cells of a column are. Cells may be empty, lists are not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ColumnType {
    /// Words.
    Text,
    /// A code or another text of which there are few.
    Code,
    /// A whole number from 0.
    Number,
    /// Yes or no.
    Truth,
    /// A day.
    Date,
    /// A sum in pounds, with pence.
    Pounds,
    /// A list of words.
    Texts,
    /// A list of days.
    Dates,
}

/// A column of a table whose rows are `R`.
pub(super) struct Column<R> {
    pub(super) info: ColumnInfo,
    pub(super) cell: Cell<R>,
}

/// The cell of a row.
pub(super) enum Cell<R> {
    Text(fn(&R) -> Option<Cow<'_, str>>),
    Code(fn(&R) -> Option<Cow<'_, str>>),
    Number(fn(&R) -> Option<usize>),
    Truth(fn(&R) -> Option<bool>),
    Date(fn(&R) -> Option<Date>),
    Pounds(fn(&R) -> Option<Money>),
    /// Short entries, which have no semicolon in them.
    Entries(fn(&R) -> Vec<Cow<'_, str>>),
    /// Whole sentences, which have every mark but a bar in them.
    Sentences(fn(&R) -> Vec<Cow<'_, str>>),
    Dates(fn(&R) -> Vec<Date>),
}

impl<R> Cell<R> {
    const fn kind(&self) -> ColumnType {
        match self {
            Self::Text(_) => ColumnType::Text,
            Self::Code(_) => ColumnType::Code,
            Self::Number(_) => ColumnType::Number,
            Self::Truth(_) => ColumnType::Truth,
            Self::Date(_) => ColumnType::Date,
            Self::Pounds(_) => ColumnType::Pounds,
            Self::Entries(_) | Self::Sentences(_) => ColumnType::Texts,
            Self::Dates(_) => ColumnType::Dates,
        }
    }

    /// The cell as text.
    pub(super) fn in_words(&self, row: &R) -> String {
        match self {
            Self::Text(of) | Self::Code(of) => of(row).map(Cow::into_owned).unwrap_or_default(),
            Self::Number(of) => printed(of(row)),
            Self::Truth(of) => printed(of(row)),
            Self::Date(of) => printed(of(row)),
            Self::Pounds(of) => printed(of(row)),
            Self::Entries(of) => of(row).join("; "),
            Self::Sentences(of) => of(row).join(" | "),
            Self::Dates(of) => of(row).iter().map(ToString::to_string).collect::<Vec<_>>().join("; "),
        }
    }
}

fn printed(value: Option<impl ToString>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}

/// A column.
pub(super) const fn column<R>(name: &'static str, about: &'static str, cell: Cell<R>) -> Column<R> {
    Column { info: ColumnInfo { name, kind: cell.kind(), about }, cell }
}
