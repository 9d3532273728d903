//! Many decisions, read side by side.

use std::hash::{Hash, Hasher};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use pyo3::Borrowed;
use pyo3::exceptions::PyIndexError;
use pyo3::intern;
use pyo3::prelude::*;
use pyo3::types::{IntoPyDict, PySlice};

use crate::convert::{Tuple, python_type};
use crate::decision::Decision;
use crate::part::Parsed;
use crate::repr::Repr;
use crate::rules::Book;
#[cfg(feature = "stubs")]
use crate::stubs::{TypeOf, named, subscript};
use crate::table::Table;

/// Decisions in the order in which they were given, and what could not be read.
///
/// `read_many` and `parse_many` make it. It is a sequence: `len(batch)`, `batch[0]`, `for decision in batch`; a slice of it
/// is a batch again. It cannot be changed.
///
/// `decisions`, `findings`, `remedies`, `grounds` and `issues` are tables of all of them.
#[pyclass(frozen, eq, hash, sequence, module = "upheld")]
pub(crate) struct Batch {
    decisions: Arc<[Arc<Parsed>]>,
    errors: Vec<Py<PyAny>>,
    book: Book,
}

python_type!(
    /// Something that could not be read, which the part of the package that is written in Python defines.
    ReadFailure: named!("upheld.errors", "ReadFailure")
);
python_type!(
    /// A picture, whose class comes with a library that need not be installed.
    Figure: named!("matplotlib.figure", "Figure")
);

/// A function that is asked of a decision.
struct Test<'py>(Bound<'py, PyAny>);

impl<'py> FromPyObject<'_, 'py> for Test<'py> {
    type Error = PyErr;

    #[cfg(feature = "stubs")]
    const INPUT_TYPE: TypeOf = subscript!(
        named!("collections.abc", "Callable"),
        TypeOf::List { elts: &[Decision::OUTPUT_TYPE] },
        named!("builtins", "object")
    );

    fn extract(function: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        Ok(Self(function.to_owned()))
    }
}

impl Batch {
    pub(crate) fn new(decisions: Vec<Arc<Parsed>>, errors: Vec<Py<PyAny>>, book: Book) -> Self {
        Self { decisions: decisions.into(), errors, book }
    }

    /// Some of the decisions, which all were read.
    pub(crate) fn some(decisions: Vec<Arc<Parsed>>, book: Book) -> Self {
        Self::new(decisions, Vec::new(), book)
    }

    pub(crate) fn parsed(&self) -> &[Arc<Parsed>] {
        &self.decisions
    }

    pub(crate) fn book(&self) -> &Book {
        &self.book
    }

    fn table(&self, kind: upheld::Table) -> Table {
        Table::new(kind, Arc::clone(&self.decisions), self.book.clone())
    }
}

impl PartialEq for Batch {
    /// Batches are equal if their decisions are; what could not be read is no part of them.
    fn eq(&self, other: &Self) -> bool {
        self.decisions == other.decisions
    }
}

impl Hash for Batch {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (self.decisions.len(), self.decisions.first().map(|first| &first.decision.document.text)).hash(state);
    }
}

#[pymethods]
impl Batch {
    /// What could not be read, in order: each with its place among what was given, its name, and why.
    #[getter]
    pub(crate) fn errors<'py>(&self, py: Python<'py>) -> Tuple<ReadFailure<'py>> {
        self.errors.iter().map(|error| ReadFailure(error.bind(py).clone())).collect()
    }

    /// A table with a row a decision: header, decision reason with its evidence, and what was found, in short.
    #[getter]
    fn decisions(&self) -> Table {
        self.table(upheld::Table::Decisions)
    }

    /// A table with a row a finding.
    #[getter]
    fn findings(&self) -> Table {
        self.table(upheld::Table::Findings)
    }

    /// A table with a row a remedy: kind, sum, whom it goes to, by when.
    #[getter]
    fn remedies(&self) -> Table {
        self.table(upheld::Table::Remedies)
    }

    /// A table with a row a ground on which something was not investigated.
    #[getter]
    fn grounds(&self) -> Table {
        self.table(upheld::Table::Grounds)
    }

    /// A table with a row a part of the complaint that has an outcome of its own.
    #[getter]
    fn issues(&self) -> Table {
        self.table(upheld::Table::Issues)
    }

    /// The decisions of which `keep(decision)` is true, as a batch.
    ///
    /// >>> upheld_ones = batch.filter(lambda decision: decision.header.outcome == "upheld")
    #[pyo3(signature = (keep, /))]
    #[expect(clippy::needless_pass_by_value, reason = "pyo3 hands over a value of our own")]
    fn filter(&self, py: Python<'_>, keep: Test<'_>) -> PyResult<Self> {
        let mut kept = Vec::new();
        for parsed in self.decisions.iter() {
            let decision = Decision::of(Arc::clone(parsed)).into_pyobject(py)?;
            if keep.0.call1((decision,))?.is_truthy()? {
                kept.push(Arc::clone(parsed));
            }
        }
        Ok(Self::some(kept, self.book.clone()))
    }

    /// Pictures of the whole: outcomes by year and, where there are several bodies, the share of each outcome by body; how long
    /// bodies have to act, in days from the decision to the due date; and the sums that they pay, in pounds on a logarithmic
    /// scale. A decision without a published outcome counts by its decision reason. What the decisions do not tell is said in
    /// its place.
    ///
    /// `bodies` is how many bodies have a bar of their own: those with most decisions. The others share one.
    ///
    /// A notebook shows the figure by itself; `batch.plot().savefig("report.png")` writes it. Needs matplotlib:
    /// `pip install upheld[plot]`.
    ///
    /// Raises `ImportError` if it is not installed, and `ValueError` if `bodies` is less than 1.
    #[pyo3(signature = (*, bodies=10))]
    fn plot<'py>(slf: &Bound<'py, Self>, bodies: isize) -> PyResult<Figure<'py>> {
        let module = slf.py().import(intern!(slf.py(), "upheld._plot"))?;
        module.call_method("plot", (slf,), Some(&[("bodies", bodies)].into_py_dict(slf.py())?)).map(Figure)
    }

    /// What a notebook shows of the batch: how many decisions there are of each kind, and what could not be read.
    fn _repr_html_(slf: &Bound<'_, Self>) -> PyResult<String> {
        slf.py().import(intern!(slf.py(), "upheld._show"))?.call_method1("batch", (slf,))?.extract()
    }

    fn __len__(&self) -> usize {
        self.decisions.len()
    }

    /// A decision by its place, from 0 or, if it is negative, from the end; or a batch of those in a slice.
    fn __getitem__<'py>(&self, py: Python<'py>, index: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyAny>> {
        let length = self.decisions.len();
        if let Ok(slice) = index.cast::<PySlice>() {
            let place = slice.indices(length.cast_signed())?;
            let mut at = place.start;
            let mut some = Vec::with_capacity(place.slicelength);
            for _ in 0..place.slicelength {
                some.extend(usize::try_from(at).ok().and_then(|at| self.decisions.get(at)).map(Arc::clone));
                at = at.wrapping_add(place.step);
            }
            return Ok(Self::some(some, self.book.clone()).into_pyobject(py)?.into_any());
        }
        let index: isize = index.extract()?;
        let at = if index < 0 { index + length.cast_signed() } else { index };
        match usize::try_from(at).ok().and_then(|at| self.decisions.get(at)) {
            Some(parsed) => Ok(Decision::of(Arc::clone(parsed)).into_pyobject(py)?.into_any()),
            None => Err(PyIndexError::new_err(format!("there is no decision {index}; the batch has {length}"))),
        }
    }

    fn __iter__(&self) -> BatchIterator {
        BatchIterator { decisions: Arc::clone(&self.decisions), next: AtomicUsize::new(0) }
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        Repr::new(py, "Batch").field("decisions", self.decisions.len()).field("errors", self.errors.len()).finish()
    }
}

/// Goes through a batch; several threads may share it.
#[pyclass(frozen, name = "_BatchIterator", module = "upheld")]
pub(crate) struct BatchIterator {
    decisions: Arc<[Arc<Parsed>]>,
    next: AtomicUsize,
}

#[pymethods]
impl BatchIterator {
    fn __iter__(slf: Py<Self>) -> Py<Self> {
        slf
    }

    fn __next__(&self) -> Option<Decision> {
        let next = self.next.fetch_add(1, Ordering::Relaxed);
        self.decisions.get(next).map(|parsed| Decision::of(Arc::clone(parsed)))
    }
}
