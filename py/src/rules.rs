//! Rule books.

use std::hash::{Hash, Hasher};
use std::ops::Deref;
use std::path::PathBuf;
use std::sync::Arc;

use pyo3::prelude::*;

use crate::convert::Tuple;
use crate::errors::{RuleProblem, file_refused, problems, rule_refused};
use crate::part::Part;
use crate::repr::Repr;

/// A book of rules by which decisions are read. It is read once and may be used by many threads.
///
/// Books are equal if they have the same name and the same text.
#[pyclass(frozen, eq, hash, module = "upheld")]
pub(crate) struct RuleBook(pub(crate) Book);

/// A book that decisions and Python share.
#[derive(Clone)]
pub(crate) enum Book {
    Standard,
    Own(Arc<upheld::RuleBook>),
}

impl From<upheld::RuleBook> for Book {
    fn from(book: upheld::RuleBook) -> Self {
        Self::Own(Arc::new(book))
    }
}

impl Deref for Book {
    type Target = upheld::RuleBook;

    fn deref(&self) -> &upheld::RuleBook {
        match self {
            Self::Standard => upheld::RuleBook::standard(),
            Self::Own(book) => book,
        }
    }
}

impl RuleBook {
    pub(crate) fn of(py: Python<'_>, read: Result<upheld::RuleBook, upheld::RuleError>) -> PyResult<Self> {
        match read {
            Ok(book) => Ok(Self(book.into())),
            Err(error) => Err(rule_refused(py, &error)?),
        }
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
        Self(Book::Standard)
    }

    /// Reads a book from a file, with the files that it includes; these lie in its folder or below.
    ///
    /// It stands on its own, unless it begins with `include standard`.
    ///
    /// Raises `RuleError` for mistakes in the book, `OSError` for a file that cannot be read, and `SourceError` for
    /// a file that is no text.
    #[staticmethod]
    #[pyo3(signature = (path, /))]
    #[expect(clippy::needless_pass_by_value, reason = "pyo3 hands over a path of our own")]
    fn from_file(py: Python<'_>, path: PathBuf) -> PyResult<Self> {
        match py.detach(|| upheld::RuleBook::from_file(&path)) {
            Ok(book) => Ok(Self(book.into())),
            Err(upheld::BookError::Unreadable(error)) => Err(file_refused(error, &path)),
            Err(upheld::BookError::Mistakes(error)) => Err(rule_refused(py, &error)?),
        }
    }

    /// Reads a book from its text. Errors call it by `name`.
    ///
    /// It stands on its own, unless it begins with `include standard`.
    ///
    /// Raises `RuleError` for mistakes in the book.
    #[staticmethod]
    #[pyo3(signature = (name, text, /))]
    fn parse(py: Python<'_>, name: &str, text: &str) -> PyResult<Self> {
        Self::of(py, py.detach(|| upheld::RuleBook::parse(name, text)))
    }

    /// A book that says what this one does, and what `text` adds, overrides and drops. Errors call the text by `name`.
    ///
    /// Raises `RuleError` for mistakes in the text.
    ///
    /// >>> book = upheld.RuleBook.standard().extend("own.rules", Path("own.rules").read_text(encoding="utf-8"))
    #[pyo3(signature = (name, text, /))]
    fn extend(&self, py: Python<'_>, name: &str, text: &str) -> PyResult<Self> {
        Self::of(py, py.detach(|| self.0.extend(name, text)))
    }

    /// What is probably not meant in the book's own text, as `upheld rules check` tells it: names that nothing uses,
    /// phrases that others swallow, rules that never apply, examples that do not do what they say.
    ///
    /// The book is gone through anew for each call.
    fn warnings<'py>(&self, py: Python<'py>) -> PyResult<Tuple<RuleProblem<'py>>> {
        let found = py.detach(|| {
            let mut found = self.0.warnings();
            found.extend(self.0.failing_examples());
            found
        });
        problems(py, &found)
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

    /// Sixteen hexadecimal digits that change with any change of the book's text, or of what it includes.
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

    /// What a decision reason means, in words for a reader; `None` if the book has no such reason.
    #[pyo3(signature = (code, /))]
    fn outcome_label(&self, code: &str) -> Option<&str> {
        self.0.outcome_label(code)
    }

    /// What a theme is about, in words for a reader; `None` if the book has no such theme.
    #[pyo3(signature = (name, /))]
    fn theme_label(&self, name: &str) -> Option<&str> {
        self.0.theme_label(name)
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
