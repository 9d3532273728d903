//! What a reader should know about a text.

use serde::{Deserialize, Serialize};

use crate::Span;

/// Something about a text that a reader should know.
///
/// ```
/// use upheld::{DiagnosticKind, Document};
///
/// let document = Document::parse("Decision : Perhaps\n\nThe complaint\n\n  1. It was late.\n");
/// assert_eq!(document.diagnostics[0].kind, DiagnosticKind::UnknownOutcome);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Diagnostic {
    /// What kind of thing.
    pub kind: DiagnosticKind,
    /// What is wrong and what would be right.
    pub message: String,
    /// Where.
    pub span: Span,
}

/// What a diagnostic is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum DiagnosticKind {
    /// The text was taken out of a web page.
    Extracted,
    /// Bytes that are no UTF-8 were read as Windows-1252.
    Decoded,
    /// Characters were put right or left out, or broken words joined.
    Repaired,
    /// Lines that were cut where they were full were joined.
    Rejoined,
    /// What stands above the decision was left aside, as a covering letter is.
    Cover,
    /// The text has no section of a decision.
    NoStatement,
    /// The paragraphs have lost their numbers.
    NoNumbers,
    /// The header's outcome is none that is known.
    UnknownOutcome,
    /// The header's date is no date.
    UnknownDate,
    /// A field of the header is missing.
    MissingField,
    /// The title of a second decision.
    SecondDecision,
    /// A reference to a paragraph that is not there.
    UnresolvedReference,
    /// A due date that could not be worked out.
    UnknownDueDate,
    /// The rules of the book would have taken too long for a sentence, part of which was not read.
    RulesStopped,
    /// A limit of the machine stopped the parser; the text is kept as one piece.
    ParserStopped,
}

impl DiagnosticKind {
    /// Whether places point into a text that is not, letter by letter, what was given.
    #[must_use]
    pub const fn changes_text(self) -> bool {
        matches!(self, Self::Extracted | Self::Decoded | Self::Repaired | Self::Rejoined)
    }
}
