//! Where something stands in the text.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A half-open range of bytes in the text of a decision, on character boundaries. Serialised as `[start, end]`.
///
/// ```
/// use upheld::Span;
///
/// let span = Span::new(4, 9);
/// assert_eq!(span.len(), 5);
/// assert_eq!(span.slice("The fault"), "fault");
/// assert_eq!(serde_json::to_string(&span).unwrap(), "[4,9]");
/// ```
#[derive(Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(from = "(usize, usize)", into = "(usize, usize)")]
pub struct Span {
    // Half the size of a `usize` each: a decision has hundreds of places, and some keep all decisions in memory.
    start: u32,
    end: u32,
}

impl Span {
    /// The range from `start` to `end`; empty at `start` where `end` lies before it. A place behind the first four
    /// gigabytes counts as their end: no text is read further.
    #[must_use]
    pub const fn new(start: usize, end: usize) -> Self {
        let (start, end) = (narrow(start), narrow(end));
        Self { start, end: if end < start { start } else { end } }
    }

    /// The first byte.
    #[must_use]
    pub const fn start(self) -> usize {
        self.start as usize
    }

    /// The byte after the last one.
    #[must_use]
    pub const fn end(self) -> usize {
        self.end as usize
    }

    /// The number of bytes.
    #[must_use]
    pub const fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Whether it holds no byte.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.start >= self.end
    }

    /// Whether `other` lies within it.
    #[must_use]
    pub const fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The words at this place of `text`; empty where the range is not one of this text.
    #[must_use]
    pub fn slice(self, text: &str) -> &str {
        text.get(self.start()..self.end()).unwrap_or_default()
    }

    /// The same range, `by` bytes further on.
    #[must_use]
    pub const fn shifted(self, by: usize) -> Self {
        Self::new(self.start().saturating_add(by), self.end().saturating_add(by))
    }
}

impl Span {
    /// The range without the white space at its ends; `None` where nothing is left.
    pub(crate) fn trimmed(self, text: &str) -> Option<Self> {
        let words = self.slice(text);
        let trimmed = words.trim();
        let start = self.start() + (words.len() - words.trim_start().len());
        (!trimmed.is_empty()).then(|| Self::new(start, start + trimmed.len()))
    }
}

impl fmt::Debug for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}..{}", self.start, self.end)
    }
}

impl From<(usize, usize)> for Span {
    fn from((start, end): (usize, usize)) -> Self {
        Self::new(start, end)
    }
}

impl From<Span> for (usize, usize) {
    fn from(span: Span) -> Self {
        (span.start(), span.end())
    }
}

#[expect(clippy::cast_possible_truncation, reason = "what does not fit is cut off before")]
const fn narrow(at: usize) -> u32 {
    if at > u32::MAX as usize { u32::MAX } else { at as u32 }
}
