//! What is wrong with a rule book, and where.

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

/// So many mistakes of one book are told; who has more will not read them all.
pub(super) const MOST_PROBLEMS: usize = 100;

/// Something wrong with a rule book: a mistake, or what is probably not meant.
///
/// ```
/// use upheld::{RuleBook, Severity};
///
/// let text = "words <officer>:\n    an officer | a manager\n";
/// let book = RuleBook::standard().extend("own.rules", text).unwrap();
/// let [problem] = book.warnings().try_into().unwrap();
/// assert_eq!(problem.severity(), Severity::Warning);
/// assert!(problem.to_string().starts_with("own.rules:1:8: warning: no phrase uses `<officer>`"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleProblem {
    severity: Severity,
    book: String,
    line: usize,
    column: usize,
    message: String,
    source_line: String,
}

/// How bad a problem of a rule book is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Severity {
    /// The book cannot be used.
    Error,
    /// The book can be used, but part of it does nothing.
    Warning,
}

impl RuleProblem {
    /// Whether the book can be used in spite of it.
    #[must_use]
    pub fn severity(&self) -> Severity {
        self.severity
    }

    /// The file or name of the book.
    #[must_use]
    pub fn book(&self) -> &str {
        &self.book
    }

    /// The line, from 1.
    #[must_use]
    pub fn line(&self) -> usize {
        self.line
    }

    /// The column in characters, from 1.
    #[must_use]
    pub fn column(&self) -> usize {
        self.column
    }

    /// What is wrong and what would be right.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.message
    }
}

impl fmt::Display for RuleProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { severity, book, line, column, message, source_line } = self;
        let gutter = " ".repeat(line.to_string().len());
        let caret = " ".repeat(column.saturating_sub(1));
        let severity = if *severity == Severity::Warning { "warning: " } else { "" };
        write!(
            f,
            "{book}:{line}:{column}: {severity}{message}\n{gutter} |\n{line} | {source_line}\n{gutter} | {caret}^"
        )
    }
}

/// The mistakes for which a rule book cannot be used, the first one in front. Printed, it tells all of them.
///
/// ```
/// use upheld::RuleBook;
///
/// let error = RuleBook::parse("own.rules", "book own 1\n\ncue mine: fualt\n  in: analysis\n  - was wrong\n").unwrap_err();
/// assert_eq!((error.line(), error.column()), (3, 11));
/// assert!(error.to_string().starts_with("own.rules:3:11: unknown kind of finding `fualt`; did you mean `fault`?"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleError(Vec<RuleProblem>);

impl RuleError {
    /// The error of some mistakes; none if there are none.
    pub(super) fn of(problems: Vec<RuleProblem>) -> Option<Self> {
        (!problems.is_empty()).then_some(Self(problems))
    }

    /// All mistakes, in the order of the book.
    #[must_use]
    pub fn problems(&self) -> &[RuleProblem] {
        &self.0
    }

    /// The file or name of the book with the first mistake.
    #[must_use]
    pub fn book(&self) -> &str {
        self.0.first().map_or("", RuleProblem::book)
    }

    /// The line of the first mistake, from 1.
    #[must_use]
    pub fn line(&self) -> usize {
        self.0.first().map_or(1, RuleProblem::line)
    }

    /// The column of the first mistake in characters, from 1.
    #[must_use]
    pub fn column(&self) -> usize {
        self.0.first().map_or(1, RuleProblem::column)
    }

    /// What is wrong there and what would be right.
    #[must_use]
    pub fn message(&self) -> &str {
        self.0.first().map_or("", RuleProblem::message)
    }
}

impl fmt::Display for RuleError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, problem) in self.0.iter().enumerate() {
            let between = if index == 0 { "" } else { "\n" };
            write!(f, "{between}{problem}")?;
        }
        Ok(())
    }
}

impl std::error::Error for RuleError {}

/// The text of a book, or of a file that it includes.
#[derive(Clone, Debug)]
pub(crate) struct BookText {
    /// The trace of each decision has it, which shares it.
    pub(crate) name: Arc<str>,
    pub(crate) text: Cow<'static, str>,
    /// Where its lines begin.
    line_starts: Vec<usize>,
}

impl BookText {
    pub(crate) fn new(name: &str, text: impl Into<Cow<'static, str>>) -> Self {
        let text = text.into();
        let line_starts = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Self { name: name.into(), text, line_starts }
    }

    /// Where its lines begin, in bytes.
    pub(super) fn line_starts(&self) -> &[usize] {
        &self.line_starts
    }

    /// The line of a byte, from 1.
    pub(super) fn line(&self, at: usize) -> usize {
        self.line_starts.partition_point(|start| *start <= at).max(1)
    }

    /// The words of a line, without the white space around them.
    pub(super) fn words(&self, line: u32) -> &str {
        let start = (line as usize).checked_sub(1).and_then(|line| self.line_starts.get(line));
        start.and_then(|start| self.text.get(*start..)?.lines().next()).unwrap_or_default().trim()
    }

    /// Where the phrase on a line begins; the dash before it is no part of it.
    pub(super) fn phrase_at(&self, line: u32) -> Option<usize> {
        let start = self.line_starts.get((line as usize).checked_sub(1)?)?;
        let words = self.text.get(*start..)?.lines().next()?;
        Some(start + words.find(|letter: char| !letter.is_whitespace() && letter != '-').unwrap_or(0))
    }

    /// A warning at the first word of a line.
    pub(super) fn warning_at(&self, line: u32, message: String) -> RuleProblem {
        self.problem(Severity::Warning, self.phrase_at(line).unwrap_or_default(), message)
    }

    fn problem(&self, severity: Severity, at: usize, message: String) -> RuleProblem {
        let line = self.line(at);
        let start = self.line_starts.get(line - 1).copied().unwrap_or_default();
        let column = self.text.get(start..at).unwrap_or_default().chars().count() + 1;
        // A tab is as wide as a space, so that the mark stands below its place.
        let source_line =
            self.text.get(start..).and_then(|rest| rest.lines().next()).unwrap_or_default().replace('\t', " ");
        RuleProblem { severity, book: self.name.to_string(), line, column, message, source_line }
    }
}

/// A piece of a book that is being read: places in it count from where it begins.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece<'b> {
    pub(super) text: &'b BookText,
    pub(super) start: usize,
}

impl Piece<'_> {
    /// A mistake at the byte `at` of the piece.
    pub(super) fn error(self, at: usize, message: impl Into<String>) -> RuleProblem {
        self.text.problem(Severity::Error, self.start + at, message.into())
    }

    /// What is probably not meant at the byte `at` of the piece.
    pub(super) fn warning(self, at: usize, message: impl Into<String>) -> RuleProblem {
        self.text.problem(Severity::Warning, self.start + at, message.into())
    }

    /// The line of the book, from 1.
    pub(super) fn line(self, at: usize) -> u32 {
        u32::try_from(self.text.line(self.start + at)).unwrap_or(u32::MAX)
    }
}

/// So many names are held against one that is unknown.
const MOST_NAMES: usize = 1_000;
/// Names longer than this are not held against one another.
const LONGEST_NAME: usize = 64;

/// The name of `known` that is most like `name`, if any is alike.
pub(super) fn suggestion<'k>(name: &str, known: impl IntoIterator<Item = &'k str>) -> String {
    if name.len() > LONGEST_NAME {
        return String::new();
    }
    let known: Vec<&str> = known.into_iter().take(MOST_NAMES).collect();
    // `remedied` for `upheld.remedied`, `bus` for `theme bus`.
    let ends = |other: &&&str| other.strip_suffix(name).is_some_and(|before| before.ends_with(['.', ' ']));
    if let Some(other) = known.iter().find(ends).filter(|_| !name.is_empty()) {
        return format!("; did you mean `{other}`?");
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
