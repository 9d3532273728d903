//! What is probably not meant in a book, told before a decision is read by it.

use rustc_hash::FxHashSet;

use super::RuleBook;
use super::problem::{BookText, RuleProblem};
use super::read::{Definition, Names};

/// The warnings for a book's `own` text; what it includes is somebody else's.
pub(super) fn warnings(
    _book: &RuleBook,
    _own: &BookText,
    _definitions: &[Definition<'_>],
    _used: &Names<'_>,
    _words_used: &FxHashSet<&str>,
) -> Vec<RuleProblem> {
    Vec::new()
}
