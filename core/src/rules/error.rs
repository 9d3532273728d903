//! What is wrong with a rule book, and where.

use std::fmt;

/// A mistake in a rule book.
///
/// ```
/// use upheld::RuleBook;
///
/// let error = RuleBook::parse("own.rules", "book own 1\n\ncue mine: fualt\n  - was wrong\n").unwrap_err();
/// assert_eq!((error.line(), error.column()), (3, 11));
/// assert!(error.to_string().starts_with("own.rules:3:11: unknown kind of finding `fualt`; did you mean `fault`?"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleError(Box<Details>);

#[derive(Clone, Debug, PartialEq, Eq)]
struct Details {
    book: String,
    line: usize,
    column: usize,
    message: String,
    source_line: String,
}

/// The book that is being read.
#[derive(Clone, Copy)]
pub(super) struct Place<'b> {
    pub(super) book: &'b str,
    pub(super) text: &'b str,
}

impl Place<'_> {
    /// A mistake at the byte `at` of the book.
    pub(super) fn error(self, at: usize, message: impl Into<String>) -> RuleError {
        RuleError::new(self.book, self.text, at, message.into())
    }
}

impl RuleError {
    pub(super) fn new(book: &str, text: &str, offset: usize, message: String) -> Self {
        let before = text.get(..offset).unwrap_or(text);
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        let source_line = text.get(line_start..).and_then(|rest| rest.lines().next()).unwrap_or_default().to_owned();
        let column = before.get(line_start..).unwrap_or_default().chars().count() + 1;
        Self(Box::new(Details {
            book: book.to_owned(),
            line: before.matches('\n').count() + 1,
            column,
            message,
            source_line,
        }))
    }

    /// The file or name of the book.
    #[must_use]
    pub fn book(&self) -> &str {
        &self.0.book
    }

    /// The line, from 1.
    #[must_use]
    pub fn line(&self) -> usize {
        self.0.line
    }

    /// The column in characters, from 1.
    #[must_use]
    pub fn column(&self) -> usize {
        self.0.column
    }

    /// What is wrong and what would be right.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.0.message
    }
}

impl fmt::Display for RuleError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Details { book, line, column, message, source_line } = &*self.0;
        let gutter = " ".repeat(line.to_string().len());
        let caret = " ".repeat(column.saturating_sub(1));
        write!(f, "{book}:{line}:{column}: {message}\n{gutter} |\n{line} | {source_line}\n{gutter} | {caret}^")
    }
}

impl std::error::Error for RuleError {}

/// Names longer than this are not held against one another.
const LONGEST_NAME: usize = 64;

/// The name of `known` that is most like `name`, if any is alike.
pub(super) fn suggestion<'k>(name: &str, known: impl IntoIterator<Item = &'k str>) -> String {
    if name.len() > LONGEST_NAME {
        return String::new();
    }
    let nearest =
        known.into_iter().filter(|other| other.len() <= LONGEST_NAME).map(|other| (distance(name, other), other)).min();
    match nearest {
        Some((distance, other)) if distance <= 1 + name.len() / 4 => format!("; did you mean `{other}`?"),
        _ => String::new(),
    }
}

/// How many letters are to be changed, added, dropped or swapped with their neighbour.
fn distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let at = |rows: &[Vec<usize>], i: usize, j: usize| {
        rows.get(i).and_then(|row| row.get(j)).copied().unwrap_or(usize::MAX / 2)
    };
    let mut rows: Vec<Vec<usize>> = vec![(0..=b.len()).collect()];
    for (i, letter) in a.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, other) in b.iter().enumerate() {
            let change = at(&rows, i, j) + usize::from(letter != other);
            let left = row.last().copied().unwrap_or_default() + 1;
            let swapped = i > 0 && j > 0 && a.get(i - 1) == Some(other) && b.get(j - 1) == Some(letter);
            let swap = if swapped { at(&rows, i - 1, j - 1) + 1 } else { usize::MAX };
            row.push(change.min(left).min(at(&rows, i, j + 1) + 1).min(swap));
        }
        rows.push(row);
    }
    at(&rows, a.len(), b.len())
}
