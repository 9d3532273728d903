//! Errors of the library as Python exceptions, which `errors.py` defines.

use std::io;
use std::path::Path;

use pyo3::exceptions::PyOSError;
use pyo3::intern;
use pyo3::prelude::*;
use upheld::SourceError;

use crate::convert::{Tuple, python_type};
#[cfg(feature = "stubs")]
use crate::stubs::{TypeOf, named};

mod python {
    //! The classes; a module of their own keeps the names of the library free.
    pyo3::import_exception!(upheld.errors, RuleError);
    pyo3::import_exception!(upheld.errors, SourceError);
}

/// A text that was given, and not read from a file, cannot be taken.
pub(crate) fn text_refused(error: &SourceError) -> PyErr {
    python::SourceError::new_err((error.to_string(), None::<String>))
}

/// A file cannot be read: an `OSError`, as `open` would raise it, or a `SourceError`.
pub(crate) fn file_refused(error: SourceError, path: &Path) -> PyErr {
    match error {
        SourceError::Io(error) => system(error, path),
        error => {
            python::SourceError::new_err((format!("{}: {error}", path.display()), path.to_string_lossy().into_owned()))
        }
    }
}

/// What the operating system says; `OSError` itself picks the subclass, `FileNotFoundError` for one.
pub(crate) fn system(error: io::Error, path: &Path) -> PyErr {
    let Some(code) = error.raw_os_error() else { return error.into() };
    let message = error.to_string();
    let message = message.split(" (os error").next().unwrap_or_default().to_owned();
    // The last argument is the code of Windows; on other systems the first one counts.
    PyOSError::new_err((code, message, path.as_os_str().to_owned(), code))
}

/// A rule book has mistakes.
pub(crate) fn rule_refused(py: Python<'_>, error: &upheld::RuleError) -> PyResult<PyErr> {
    let all = problems(py, error.problems())?.into_pyobject(py)?.unbind();
    let book = error.book().to_owned();
    let place = (book, error.line(), error.column(), error.message().to_owned(), error.to_string(), all);
    Ok(python::RuleError::new_err(place))
}

python_type!(
    /// A problem of a rule book, which the part of the package that is written in Python defines.
    RuleProblem: named!("upheld.errors", "RuleProblem")
);

/// Problems of a rule book as Python objects.
pub(crate) fn problems<'py>(py: Python<'py>, problems: &[upheld::RuleProblem]) -> PyResult<Tuple<RuleProblem<'py>>> {
    let class = py.import(intern!(py, "upheld.errors"))?.getattr(intern!(py, "RuleProblem"))?;
    problems
        .iter()
        .map(|problem| {
            let severity = match problem.severity() {
                upheld::Severity::Error => "error",
                upheld::Severity::Warning => "warning",
            };
            let shown = problem.to_string();
            let place = (problem.book(), problem.line(), problem.column());
            class.call1((severity, place.0, place.1, place.2, problem.message(), shown)).map(RuleProblem)
        })
        .collect()
}
