//! Tables of many decisions, for whoever speaks Arrow.

use std::fs::File;
use std::hash::{Hash, Hasher};
use std::io::{self, BufWriter};
use std::path::PathBuf;
use std::sync::Arc;

use arrow_array::{Array, RecordBatch, StructArray};
use arrow_schema::{ArrowError, Field, Fields};
use pyo3::intern;
use pyo3::prelude::*;
use pyo3::types::{IntoPyDict, PyCapsule};
use pyo3_arrow::ffi::{ArrayIterator, to_schema_pycapsule, to_stream_pycapsule};

use crate::batch::Batch;
use crate::convert::{Tuple, python_type};
use crate::errors::system;
use crate::part::Parsed;
use crate::repr::Repr;
use crate::rules::Book;
#[cfg(feature = "stubs")]
use crate::stubs::{TypeOf, named, subscript};

/// The rows of so many decisions are handed over at once.
const CHUNK: usize = 1024;

/// A table of many decisions: `Batch.findings` for one.
///
/// It speaks Arrow, so that `polars.DataFrame(table)`, `pandas.DataFrame.from_arrow(table)`, `pyarrow.table(table)` and, in
/// `DuckDB`, `from table` take it as it is. Its rows are made when they are asked for. Codes are dictionaries, sums decimals in
/// pounds, days dates, places code points.
///
/// `len(table)` is the number of its rows.
#[pyclass(frozen, eq, hash, module = "upheld")]
pub(crate) struct Table {
    kind: upheld::Table,
    decisions: Arc<[Arc<Parsed>]>,
    book: Book,
}

python_type!(
    /// A data frame, whose class comes with a library that need not be installed.
    Frame: named!("typing", "Any")
);
python_type!(
    /// A capsule, whose class has a name from Python 3.13 on only.
    Capsule: named!("builtins", "object")
);
python_type!(
    /// What each column says, by its name.
    Meanings: subscript!(named!("builtins", "dict"), String::OUTPUT_TYPE, String::OUTPUT_TYPE)
);

impl Table {
    pub(crate) fn new(kind: upheld::Table, decisions: Arc<[Arc<Parsed>]>, book: Book) -> Self {
        Self { kind, decisions, book }
    }

    /// The batch whose table it is, without what could not be read.
    pub(crate) fn batch(&self) -> Batch {
        Batch::some(self.decisions.to_vec(), self.book.clone())
    }

    /// A struct array has a row in each of its entries, and a column in each of its fields.
    fn field(&self) -> Field {
        Field::new_struct("", self.fields(), false)
    }

    fn fields(&self) -> Fields {
        self.kind.arrow_schema().fields().clone()
    }
}

/// The part of the package that knows the libraries of analysts.
fn frames(py: Python<'_>) -> PyResult<Bound<'_, PyModule>> {
    py.import(intern!(py, "upheld._frames"))
}

/// The rows of the decisions from `first` on.
fn rows(kind: upheld::Table, decisions: &[Arc<Parsed>], first: usize, book: &Book) -> Result<RecordBatch, ArrowError> {
    kind.record_batch(entries(decisions, book).skip(first).take(CHUNK))
}

fn entries<'d>(decisions: &'d [Arc<Parsed>], book: &'d Book) -> impl Iterator<Item = upheld::Entry<'d>> {
    let entry = move |(number, parsed): (usize, &'d Arc<Parsed>)| upheld::Entry {
        number,
        source: &parsed.source,
        decision: &parsed.decision,
        book,
    };
    decisions.iter().enumerate().map(entry)
}

impl PartialEq for Table {
    fn eq(&self, other: &Self) -> bool {
        self.kind == other.kind && self.decisions == other.decisions
    }
}

impl Hash for Table {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (self.kind, self.decisions.len()).hash(state);
    }
}

#[pymethods]
impl Table {
    /// Which table it is: `decisions`, `findings`, `remedies`, `grounds`, `issues`.
    #[getter]
    pub(crate) fn name(&self) -> &'static str {
        self.kind.name()
    }

    /// The names of its columns, from left to right.
    #[getter]
    fn columns(&self) -> Tuple<&'static str> {
        self.kind.columns().into_iter().map(|column| column.name).collect()
    }

    /// What each column says, with its unit, by the name of the column.
    ///
    /// >>> batch.remedies.describe().get("amount")
    /// 'the sum in pounds'
    fn describe<'py>(&self, py: Python<'py>) -> PyResult<Meanings<'py>> {
        let columns = self.kind.columns();
        Ok(Meanings(columns.iter().map(|column| (column.name, column.about)).into_py_dict(py)?.into_any()))
    }

    /// The table as a data frame of pandas: days as `datetime64`, sums as exact decimals, codes as strings or, with
    /// `categories`, as categories, which take less memory. `lists=False` has each list in one string, as `to_csv` has it and
    /// Excel needs it. Needs pandas and pyarrow: `pip install upheld[pandas]`.
    ///
    /// Raises `ImportError` if one of them is not installed.
    #[pyo3(signature = (*, categories=false, lists=true))]
    fn to_pandas<'py>(slf: &Bound<'py, Self>, categories: bool, lists: bool) -> PyResult<Frame<'py>> {
        frames(slf.py())?.call_method1("to_pandas", (slf, categories, lists)).map(Frame)
    }

    /// The table as a data frame of polars. Needs polars: `pip install upheld[polars]`.
    ///
    /// Raises `ImportError` if it is not installed.
    fn to_polars<'py>(slf: &Bound<'py, Self>) -> PyResult<Frame<'py>> {
        frames(slf.py())?.call_method1("to_polars", (slf,)).map(Frame)
    }

    /// Writes the table to a Parquet file, which keeps its types. Needs pyarrow or polars.
    ///
    /// Raises `ImportError` if neither is installed, and `OSError` if the file cannot be written.
    #[pyo3(signature = (path, /))]
    fn to_parquet(slf: &Bound<'_, Self>, path: PathBuf) -> PyResult<()> {
        frames(slf.py())?.call_method1("to_parquet", (slf, path)).map(drop)
    }

    /// Writes the table to a CSV file in UTF-8, a line a row, the names of the columns first. A list is in one cell, its
    /// entries parted by `; ` or, where they are sentences, by ` | `. Needs no other package.
    ///
    /// Raises `OSError` if the file cannot be written.
    #[pyo3(signature = (path, /))]
    #[expect(clippy::needless_pass_by_value, reason = "pyo3 hands over a path of our own")]
    fn to_csv(&self, py: Python<'_>, path: PathBuf) -> PyResult<()> {
        py.detach(|| self.write_csv(File::create(&path)?)).map_err(|error| system(error, &path))
    }

    /// The table as a stream of Arrow, a capsule that other libraries take: the Arrow `PyCapsule` interface.
    ///
    /// `requested_schema` is a capsule too; what it asks for is done where the types allow.
    #[pyo3(signature = (requested_schema=None))]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<Bound<'py, PyAny>>,
    ) -> PyResult<Capsule<'py>> {
        let wanted = requested_schema.map(Bound::cast_into::<PyCapsule>).transpose()?;
        let (kind, decisions, book) = (self.kind, Arc::clone(&self.decisions), self.book.clone());
        let chunks = (0..decisions.len()).step_by(CHUNK).map(move |first| {
            let rows = rows(kind, &decisions, first, &book)?;
            Ok(Arc::new(StructArray::from(rows)) as Arc<dyn Array>)
        });
        let stream = ArrayIterator::new(chunks, Arc::new(self.field()));
        Ok(Capsule(to_stream_pycapsule(py, Box::new(stream), wanted)?.into_any()))
    }

    /// The types of the columns, as a capsule: the Arrow `PyCapsule` interface.
    fn __arrow_c_schema__<'py>(&self, py: Python<'py>) -> PyResult<Capsule<'py>> {
        Ok(Capsule(to_schema_pycapsule(py, self.field())?.into_any()))
    }

    /// The first rows as HTML, for notebooks.
    fn _repr_html_(slf: &Bound<'_, Self>) -> PyResult<String> {
        slf.py().import(intern!(slf.py(), "upheld._show"))?.call_method1("table", (slf,))?.extract()
    }

    /// The first rows as text, a cell a column, as `to_csv` writes them.
    #[pyo3(signature = (rows, /))]
    fn _head(&self, rows: usize) -> Vec<Vec<String>> {
        entries(&self.decisions, &self.book).flat_map(|entry| self.kind.cells(&entry)).take(rows).collect()
    }

    fn __len__(&self) -> usize {
        self.decisions.iter().map(|parsed| self.kind.rows_of(&parsed.decision)).sum()
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let line = Repr::new(py, "Table").field("name", self.name()).field("rows", self.__len__());
        line.field("columns", self.kind.columns().len()).finish()
    }
}

impl Table {
    fn write_csv(&self, file: File) -> io::Result<()> {
        let mut writer = csv::Writer::from_writer(BufWriter::new(file));
        writer.write_record(self.kind.columns().iter().map(|column| column.name))?;
        for entry in entries(&self.decisions, &self.book) {
            for row in self.kind.cells(&entry) {
                writer.write_record(row)?;
            }
        }
        writer.flush()
    }
}
