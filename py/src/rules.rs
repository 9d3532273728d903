//! Rule books.

use std::borrow::Cow;
use std::hash::{Hash, Hasher};
use std::path::PathBuf;

use pyo3::prelude::*;

use crate::errors::{file_refused, rule_refused};
use crate::part::Part;
use crate::repr::Repr;

/// A book of rules by which decisions are read. It is read once and may be used by many threads.
///
/// Books are equal if they have the same name and the same text.
#[pyclass(frozen, eq, hash, module = "upheld")]
pub(crate) struct RuleBook(Cow<'static, upheld::RuleBook>);

impl RuleBook {
    pub(crate) fn book(&self) -> &upheld::RuleBook {
        &self.0
    }
}

impl PartialEq for RuleBook {
    fn eq(&self, other: &Self) -> bool {
        (self.0.hash(), self.0.name()) == (other.0.hash(), other.0.name())
    }
}

impl Hash for RuleBook {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.hash().hash(state);
    }
}

#[pymethods]
impl RuleBook {
    /// The book that comes with the package, and that `parse` and `read` use if they are given none.
    #[staticmethod]
    fn standard() -> Self {
        Self(Cow::Borrowed(upheld::RuleBook::standard()))
    }

    /// Reads a book from a file.
    ///
    /// Raises `RuleError` for a mistake in the book, `OSError` for a file that cannot be read, and `SourceError` for
    /// a file that is no text.
    #[staticmethod]
    #[pyo3(signature = (path, /))]
    #[expect(clippy::needless_pass_by_value, reason = "pyo3 hands over a path of our own")]
    fn from_file(py: Python<'_>, path: PathBuf) -> PyResult<Self> {
        py.detach(|| {
            let text = upheld::read_text(&path).map_err(|error| file_refused(error, &path))?;
            let book = upheld::RuleBook::parse(&path.to_string_lossy(), &text).map_err(|error| rule_refused(&error))?;
            Ok(Self(Cow::Owned(book)))
        })
    }

    /// Reads a book from its text. Errors call it by `name`.
    ///
    /// Raises `RuleError` for a mistake in the book.
    #[staticmethod]
    #[pyo3(signature = (name, text, /))]
    fn parse(py: Python<'_>, name: &str, text: &str) -> PyResult<Self> {
        let book = py.detach(|| upheld::RuleBook::parse(name, text)).map_err(|error| rule_refused(&error))?;
        Ok(Self(Cow::Owned(book)))
    }

    /// The name that the book gives itself.
    #[getter]
    fn name(&self) -> &str {
        self.0.name()
    }

    /// The version that the book gives itself.
    #[getter]
    fn version(&self) -> &str {
        self.0.version()
    }

    /// Sixteen hexadecimal digits that change with any change of the book's text.
    #[getter]
    fn hash(&self) -> String {
        format!("{:016x}", self.0.hash())
    }

    /// What a ground means, in words for a reader; `None` if the book has no such ground.
    #[pyo3(signature = (code, /))]
    fn ground_label(&self, code: &str) -> Option<&str> {
        self.0.ground_label(code)
    }

    /// The name of a body that grounds send people to, for a reader; `None` if the book has no such forum.
    #[pyo3(signature = (name, /))]
    fn forum_label(&self, name: &str) -> Option<&str> {
        self.0.forum_label(name)
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let line = Repr::new(py, "RuleBook").field("name", self.name()).field("version", self.version());
        line.field("hash", self.hash()).finish()
    }
}

/// Which rules read a decision, so that a result can be reproduced.
#[pyclass(frozen, eq, hash, module = "upheld")]
#[derive(PartialEq, Hash)]
pub(crate) struct BookId(pub(crate) Part<upheld::BookId>);

#[pymethods]
impl BookId {
    /// The name of the book.
    #[getter]
    fn name(&self) -> &str {
        &self.0.name
    }

    /// The version of the book.
    #[getter]
    fn version(&self) -> &str {
        &self.0.version
    }

    /// Sixteen hexadecimal digits that change with any change of the book's text; `RuleBook.hash`.
    #[getter]
    fn hash(&self) -> &str {
        &self.0.hash
    }

    /// The version of the library.
    #[getter]
    fn library(&self) -> &str {
        &self.0.library
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let line = Repr::new(py, "BookId").field("name", self.name()).field("version", self.version());
        line.field("hash", self.hash()).field("library", self.library()).finish()
    }
}
