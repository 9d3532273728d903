//! Many files or texts, read side by side. The interpreter lock is released meanwhile.

use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use pyo3::exceptions::{PyException, PyMemoryError, PyRuntimeError, PyValueError};
use pyo3::intern;
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedBytes;
use pyo3::types::PyString;
use rayon::prelude::*;
use rayon::{ThreadPool, ThreadPoolBuilder};
use upheld::{Limits, SourceError};

use crate::batch::Batch;
use crate::errors::{file_refused, text_refused};
use crate::part::Parsed;
use crate::read::{book, decision, limits, pdf};
use crate::rules::{Book, RuleBook};

/// So many, and so many bytes of text, are read between two looks at whether somebody pressed Ctrl-C.
const CHUNK: usize = 256;
const CHUNK_BYTES: usize = 4 << 20;

/// Reads files. Where a path comes with an error, that is what became of looking for it. `tick(n)` is called whenever
/// `n` more have been dealt with.
#[pyfunction]
#[pyo3(name = "_read_many", signature = (paths, tick, rules, workers, max_bytes, max_depth, /))]
#[expect(clippy::needless_pass_by_value, reason = "pyo3 hands over lists of our own")]
pub(crate) fn read_many<'py>(
    py: Python<'py>,
    paths: Vec<(PathBuf, Option<Bound<'py, PyAny>>)>,
    tick: Bound<'py, PyAny>,
    rules: Option<&Bound<'py, RuleBook>>,
    workers: Option<isize>,
    max_bytes: Option<usize>,
    max_depth: Option<usize>,
) -> PyResult<Batch> {
    let mut reader = Reader::new(py, tick, rules, workers, paths.len(), limits(max_bytes, max_depth))?;
    let (book, limits) = (reader.book.clone(), reader.limits);
    let size = |(path, error): &(PathBuf, Option<Bound<'_, PyAny>>)| match error {
        None => std::fs::metadata(path).map_or(0, |file| usize::try_from(file.len()).unwrap_or(usize::MAX)),
        Some(_) => 0,
    };
    for chunk in chunks(&paths, size) {
        // The errors are Python's, which other threads must not touch.
        let found: Vec<Option<&Path>> =
            chunk.iter().map(|(path, error)| error.is_none().then_some(path.as_path())).collect();
        let results = reader.chunk(&found, |path| {
            let path = (*path)?;
            Some(limits.open(path).map(|text| decision(text, &book, path.to_string_lossy().into_owned())))
        })?;
        for ((path, error), result) in chunk.iter().zip(results) {
            let read = match result {
                Some(Ok(parsed)) => Ok(parsed),
                Some(Err(SourceError::Pdf)) => py.check_signals().and_then(|()| pdf(py, path, &limits, &book)),
                Some(Err(error)) => Err(file_refused(error, path)),
                None => Err(error.clone().map_or_else(|| PyRuntimeError::new_err("not read"), PyErr::from_value)),
            };
            reader.keep(&path.to_string_lossy(), read)?;
        }
    }
    Ok(reader.finish())
}

/// Reads texts, each with the name that its decision has as its source.
#[pyfunction]
#[pyo3(name = "_parse_many", signature = (texts, sources, tick, rules, workers, max_bytes, max_depth, /))]
#[expect(clippy::too_many_arguments, reason = "only `upheld.parse_many` calls it")]
#[expect(clippy::needless_pass_by_value, reason = "pyo3 hands over lists of our own")]
pub(crate) fn parse_many<'py>(
    py: Python<'py>,
    texts: Vec<Bound<'py, PyAny>>,
    sources: Vec<String>,
    tick: Bound<'py, PyAny>,
    rules: Option<&Bound<'py, RuleBook>>,
    workers: Option<isize>,
    max_bytes: Option<usize>,
    max_depth: Option<usize>,
) -> PyResult<Batch> {
    let mut reader = Reader::new(py, tick, rules, workers, texts.len(), limits(max_bytes, max_depth))?;
    let (book, limits) = (reader.book.clone(), reader.limits);
    let mut sources = sources.as_slice();
    // A character is a byte or more.
    for texts in chunks(&texts, |text| text.len().unwrap_or(0)) {
        let (named, rest) = sources.split_at_checked(texts.len()).unwrap_or((sources, &[]));
        sources = rest;
        // Encoded texts are freed with the chunk. To borrow them would leave a second copy in each of the caller's strings.
        let (encoded, refused): (Vec<Option<PyBackedBytes>>, Vec<Option<PyErr>>) = texts
            .iter()
            .map(|text| match text.cast::<PyString>().map_err(PyErr::from).and_then(PyStringMethods::encode_utf8) {
                Ok(bytes) => (Some(PyBackedBytes::from(bytes)), None),
                Err(error) => (None, Some(error)),
            })
            .unzip();
        let inputs: Vec<(Option<&[u8]>, &String)> = encoded.iter().map(Option::as_deref).zip(named).collect();
        let results = reader.chunk(&inputs, |(bytes, source)| {
            let text = str::from_utf8((*bytes)?).ok()?;
            Some(limits.text(text).map(|text| decision(text, &book, (*source).clone())))
        })?;
        for ((source, refused), result) in named.iter().zip(refused).zip(results) {
            let result = match result {
                Some(result) => result.map_err(|error| text_refused(&error)),
                None => Err(refused.unwrap_or_else(|| PyRuntimeError::new_err("not read"))),
            };
            reader.keep(source, result)?;
        }
    }
    Ok(reader.finish())
}

/// Some inputs at a time, of which none but the first makes a chunk larger than it should be.
fn chunks<I>(mut inputs: &[I], size: impl Fn(&I) -> usize) -> impl Iterator<Item = &[I]> {
    std::iter::from_fn(move || {
        let mut bytes = 0_usize;
        let fits = |input: &&I| {
            bytes = bytes.saturating_add(size(input));
            bytes <= CHUNK_BYTES
        };
        let many = inputs.iter().take(CHUNK).take_while(fits).count().max(1);
        let (chunk, rest) = inputs.split_at_checked(many)?;
        inputs = rest;
        Some(chunk)
    })
}

/// Reads chunk by chunk, and keeps what comes of it in order.
struct Reader<'py> {
    py: Python<'py>,
    tick: Bound<'py, PyAny>,
    pool: ThreadPool,
    book: Book,
    limits: Limits,
    seen: usize,
    decisions: Vec<Arc<Parsed>>,
    errors: Vec<Py<PyAny>>,
}

impl<'py> Reader<'py> {
    fn new(
        py: Python<'py>,
        tick: Bound<'py, PyAny>,
        rules: Option<&Bound<'py, RuleBook>>,
        workers: Option<isize>,
        inputs: usize,
        limits: Limits,
    ) -> PyResult<Self> {
        let wrong = "workers has to be at least 1, or None for as many as there are processors";
        let workers = match workers.map(usize::try_from) {
            None => std::thread::available_parallelism().map_or(1, NonZero::get),
            Some(Ok(workers @ 1..)) => workers,
            Some(_) => return Err(PyValueError::new_err(wrong)),
        };
        // A pool of its own ends with the call, so that the process may be forked afterwards.
        let pool = ThreadPoolBuilder::new().num_threads(workers.min(inputs).max(1)).build();
        let pool = pool.map_err(|error| PyRuntimeError::new_err(error.to_string()))?;
        let (decisions, errors) = (Vec::new(), Vec::new());
        Ok(Self { py, tick, pool, book: book(rules), limits, seen: 0, decisions, errors })
    }

    /// Reads the inputs of a chunk, other Python threads running meanwhile.
    fn chunk<I: Sync, O: Send>(&self, inputs: &[I], read: impl Fn(&I) -> O + Send + Sync) -> PyResult<Vec<O>> {
        let pool = &self.pool;
        let results = self.py.detach(|| pool.install(|| inputs.par_iter().map(read).collect()));
        self.py.check_signals()?;
        self.tick.call1((inputs.len(),))?;
        Ok(results)
    }

    /// Keeps a decision, or why there is none.
    fn keep(&mut self, source: &str, read: PyResult<Parsed>) -> PyResult<()> {
        match read {
            Ok(parsed) => self.decisions.push(Arc::new(parsed)),
            // Ctrl-C while a PDF document is read, or no memory left, is nothing that is wrong with a file.
            Err(error)
                if !error.is_instance_of::<PyException>(self.py) || error.is_instance_of::<PyMemoryError>(self.py) =>
            {
                return Err(error);
            }
            Err(error) => {
                let class =
                    self.py.import(intern!(self.py, "upheld.errors"))?.getattr(intern!(self.py, "ReadFailure"))?;
                let failure = class.call1((self.seen, source, error.into_value(self.py)))?;
                self.errors.push(failure.unbind());
            }
        }
        self.seen += 1;
        Ok(())
    }

    fn finish(self) -> Batch {
        Batch::new(self.decisions, self.errors, self.book)
    }
}
