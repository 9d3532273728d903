//! Tables as arrays of Arrow.

use std::collections::HashMap;
use std::sync::Arc;

use arrow_array::builder::{Date32Builder, LargeStringBuilder, LargeStringDictionaryBuilder, ListBuilder};
use arrow_array::types::Int32Type;
use arrow_array::{ArrayRef, BooleanArray, Date32Array, Decimal128Array, LargeStringArray, RecordBatch, UInt32Array};
use arrow_schema::{ArrowError, DataType, Field, Schema, SchemaRef};

use super::case::Case;
use super::column::{Cell, Column, ColumnInfo, ColumnType};
use super::{Entry, Row, Table, decisions, findings, grounds, issues, remedies, with_row};
use crate::Date;

/// Digits of a sum, and those behind the point: any sum of money fits.
const SUM: (u8, i8) = (20, 2);

impl Table {
    /// The types of its columns. What a column means stands in the metadata of its field, under `description`.
    #[must_use]
    pub fn arrow_schema(self) -> SchemaRef {
        Arc::new(Schema::new(self.columns().iter().map(field).collect::<Vec<Field>>()))
    }

    /// The rows of some decisions: texts as strings, codes as dictionaries, sums as decimals, days as dates.
    ///
    /// ```
    /// use upheld::{Decision, Entry, RuleBook, Table};
    ///
    /// let decision = Decision::parse("Final decision\n\n  1. There was fault by the Council.\n");
    /// let entry = Entry { number: 0, source: "", decision: &decision, book: RuleBook::standard() };
    /// let batch = Table::Findings.record_batch([entry]).unwrap();
    /// assert_eq!((batch.num_rows(), batch.schema()), (1, Table::Findings.arrow_schema()));
    /// ```
    ///
    /// # Errors
    ///
    /// What the arrays of Arrow refuse: none of the tables does what they would.
    pub fn record_batch<'d>(self, entries: impl IntoIterator<Item = Entry<'d>>) -> Result<RecordBatch, ArrowError> {
        fn arrays<'c, R: Row<'c>>(cases: &'c [Case<'c>]) -> Result<Vec<ArrayRef>, ArrowError> {
            let rows: Vec<R> = cases.iter().flat_map(R::rows).collect();
            R::columns().iter().map(|column| array(column, &rows)).collect()
        }
        let cases: Vec<Case<'d>> = entries.into_iter().map(Case::new).collect();
        RecordBatch::try_new(self.arrow_schema(), with_row!(self, arrays, &cases)?)
    }
}

fn field(column: &ColumnInfo) -> Field {
    let field = Field::new(column.name, data_type(column.kind), true);
    field.with_metadata(HashMap::from([("description".to_owned(), column.about.to_owned())]))
}

/// Texts have offsets of 64 bits, for 32 would be too few for the sentences of a hostile text.
fn data_type(kind: ColumnType) -> DataType {
    match kind {
        ColumnType::Text => DataType::LargeUtf8,
        ColumnType::Code => DataType::Dictionary(Box::new(DataType::Int32), Box::new(DataType::LargeUtf8)),
        ColumnType::Number => DataType::UInt32,
        ColumnType::Truth => DataType::Boolean,
        ColumnType::Date => DataType::Date32,
        ColumnType::Pounds => DataType::Decimal128(SUM.0, SUM.1),
        ColumnType::Texts => DataType::new_list(DataType::LargeUtf8, true),
        ColumnType::Dates => DataType::new_list(DataType::Date32, true),
    }
}

fn array<R>(column: &Column<R>, rows: &[R]) -> Result<ArrayRef, ArrowError> {
    Ok(match &column.cell {
        Cell::Text(of) => Arc::new(rows.iter().map(of).collect::<LargeStringArray>()),
        Cell::Code(of) => {
            let mut codes = LargeStringDictionaryBuilder::<Int32Type>::new();
            for row in rows {
                codes.append_option(of(row));
            }
            Arc::new(codes.finish())
        }
        Cell::Number(of) => {
            Arc::new(rows.iter().map(|row| of(row).and_then(|it| u32::try_from(it).ok())).collect::<UInt32Array>())
        }
        Cell::Truth(of) => Arc::new(rows.iter().map(of).collect::<BooleanArray>()),
        Cell::Date(of) => Arc::new(rows.iter().map(|row| of(row).map(days)).collect::<Date32Array>()),
        Cell::Pounds(of) => {
            let sums = rows.iter().map(|row| of(row).map(|sum| i128::from(sum.pence())));
            Arc::new(sums.collect::<Decimal128Array>().with_precision_and_scale(SUM.0, SUM.1)?)
        }
        Cell::Entries(of) | Cell::Sentences(of) => {
            let mut lists = ListBuilder::new(LargeStringBuilder::new());
            for row in rows {
                lists.append_value(of(row).into_iter().map(Some));
            }
            Arc::new(lists.finish())
        }
        Cell::Dates(of) => {
            let mut lists = ListBuilder::new(Date32Builder::new());
            for row in rows {
                lists.append_value(of(row).into_iter().map(|day| Some(days(day))));
            }
            Arc::new(lists.finish())
        }
    })
}

/// Days since the beginning of 1970.
fn days(date: Date) -> i32 {
    const EPOCH: Date = Date::constant(1970, 1, 1);
    EPOCH.until(date).map_or(0, |span| span.get_days())
}
