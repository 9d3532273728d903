//! What is probably not meant in a book, told before a decision is read by it.

mod logic;
mod swallowed;
mod unreached;
mod unused;

use rustc_hash::FxHashSet;

use super::RuleBook;
use super::problem::{BookText, Piece, RuleProblem};
use super::read::{Definition, Names};

/// The warnings for a book's `own` text, in its order; what it includes is somebody else's.
pub(super) fn warnings(
    book: &RuleBook,
    own: &BookText,
    definitions: &[Definition<'_>],
    used: &Names<'_>,
    words_used: &FxHashSet<&str>,
) -> Vec<RuleProblem> {
    let is_own = |definition: &&Definition<'_>| std::ptr::eq(definition.statement.piece.text, own);
    let own_definitions: Vec<&Definition<'_>> = definitions.iter().filter(is_own).collect();
    let mut warnings: Vec<RuleProblem> = without_rules(book, own).into_iter().collect();
    warnings.extend(unused::warnings(&own_definitions, used, words_used));
    warnings.extend(unreached::warnings(book, &own_definitions));
    warnings.extend(swallowed::warnings(book, own));
    warnings.sort_by_key(|warning| (warning.line(), warning.column()));
    warnings
}

/// A book without any rule gives no decision an outcome; most likely a line is missing.
fn without_rules(book: &RuleBook, own: &BookText) -> Option<RuleProblem> {
    let message =
        "this book has no rule that gives an outcome; `include standard` takes over those of the standard book";
    book.rules().is_empty().then(|| Piece { text: own, start: 0 }.warning(0, message))
}
