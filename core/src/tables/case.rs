//! A decision with what the rows of all tables need of it, and the columns that they share.

use std::borrow::Cow;
use std::cell::OnceCell;

use serde::Serialize;

use super::Entry;
use super::column::{Cell, Column, column};
use crate::analysis::At;
use crate::output::{Offsets, code};
use crate::{Decision, Span};

/// A decision whose rows are written.
pub(super) struct Case<'d> {
    pub(super) entry: Entry<'d>,
    /// Not every table tells of places.
    offsets: OnceCell<Offsets>,
    /// Each row has it.
    body: OnceCell<Option<String>>,
}

/// A field of the header has at most so many characters in a table, for each row repeats it.
const LONGEST_FIELD: usize = 300;

impl<'d> Case<'d> {
    pub(super) fn new(entry: Entry<'d>) -> Self {
        Self { entry, offsets: OnceCell::new(), body: OnceCell::new() }
    }

    pub(super) fn decision(&self) -> &'d Decision {
        self.entry.decision
    }

    /// The words at a place, on one line.
    pub(super) fn words(&self, span: Span) -> Cow<'static, str> {
        Cow::Owned(self.decision().document.one_line(span))
    }

    /// The words of a field of the header.
    pub(super) fn field(&self, span: Option<Span>) -> Option<String> {
        span.map(|span| self.words(span).chars().take(LONGEST_FIELD).collect())
    }

    fn body(&self) -> Option<&str> {
        self.body.get_or_init(|| self.field(self.decision().document.header.body)).as_deref()
    }

    /// Where a byte of the text stands, in code points.
    pub(super) fn code_point(&self, byte: usize) -> usize {
        self.offsets.get_or_init(|| Offsets::code_points(&self.decision().document.text)).at(byte)
    }
}

/// The code of a variant.
pub(super) fn coded(variant: impl Serialize) -> Cow<'static, str> {
    Cow::Owned(code(variant))
}

pub(super) fn number(number: u32) -> Option<usize> {
    usize::try_from(number).ok()
}

/// The number of a paragraph.
pub(super) fn paragraph(at: At) -> Option<usize> {
    match at {
        At::Paragraph(paragraph) => number(paragraph),
        At::Summary => None,
    }
}

/// A row that knows its decision.
pub(super) trait OfCase {
    fn case(&self) -> &Case<'_>;
}

/// The columns that say which decision a row belongs to.
pub(super) fn which<R: OfCase>() -> Vec<Column<R>> {
    vec![
        column("decision", "the place of the decision among all, from 0; the tables can be joined by it", {
            Cell::Number(|row| Some(row.case().entry.number))
        }),
        column(
            "source",
            "the file, or what the text is called; empty for a text without a name",
            Cell::Text(|row| Some(Cow::Borrowed(row.case().entry.source))),
        ),
        column("reference", "the reference, its groups parted by spaces", {
            Cell::Text(|row| row.case().decision().document.reference().map(Cow::Owned))
        }),
        column("body", "the body complained about", Cell::Code(|row| row.case().body().map(Cow::Borrowed))),
        column("decision_date", "the day of the decision", {
            Cell::Date(|row| row.case().decision().document.header.date)
        }),
    ]
}

/// A row that is about one place of the text.
pub(super) trait Placed {
    fn at(&self) -> At;
    fn span(&self) -> Span;
}

/// The columns that say where it stands and what it says.
pub(super) fn place<R: OfCase + Placed>() -> Vec<Column<R>> {
    vec![
        column("at", "the number of the paragraph, counted on through the statement, or `summary`", {
            Cell::Text(|row| Some(Cow::Owned(row.at().to_string())))
        }),
        column("paragraph", "the number of the paragraph; empty for the summary", {
            Cell::Number(|row| paragraph(row.at()))
        }),
        column("text", "the sentence that says so", Cell::Text(|row| Some(row.case().words(row.span())))),
        column("start", "where the sentence begins in the text of the decision, in code points from 0", {
            Cell::Number(|row| Some(row.case().code_point(row.span().start())))
        }),
        column("end", "where it ends: the code point after its last", {
            Cell::Number(|row| Some(row.case().code_point(row.span().end())))
        }),
    ]
}
