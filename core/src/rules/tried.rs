//! What the phrases of a book find in a sentence, for whoever writes them.

use super::{BookPlace, Roles, RuleBook};
use crate::Span;

/// A phrase of a book that a sentence holds.
///
/// ```
/// let book = upheld::RuleBook::standard();
/// let sentence = "The Council was not at fault.";
/// let found = book.try_sentence(sentence);
/// assert!(found.iter().any(|it| it.statement == "cue fault.at_fault" && it.words.slice(sentence) == "at fault"));
/// assert!(found.iter().any(|it| it.statement.starts_with("context negation")));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tried {
    /// The statement: `cue fault.at_fault`.
    pub statement: String,
    /// Where its phrase stands.
    pub place: BookPlace,
    /// The words it matches, in bytes of the sentence.
    pub words: Span,
}

impl RuleBook {
    /// The phrases of the book that a sentence holds, whatever the section: cues, contexts, headings and all others, in the
    /// order of the words.
    #[must_use]
    pub fn try_sentence(&self, sentence: &str) -> Vec<Tried> {
        let (mut words, mut found) = (Vec::new(), Vec::new());
        self.vocabulary.cut(sentence, &mut words);
        // What of a sentence is not read in time is not found.
        let _ = self.scan(sentence, &words, Roles::SECTIONS, true, &mut found);
        let _ = self.scan(sentence, &words, Roles::HEADINGS, false, &mut found);
        let _ = self.scan_themes(sentence, &words, Roles::SECTIONS, &mut found);
        let end = |last: usize| words.get(last).map_or(0, |word| word.end as usize);
        let tried = found.into_iter().map(|found| Tried {
            statement: self.statement_of(found.owner),
            place: self.place_of_phrase(found.entry),
            words: Span::new(
                words.get(found.start).map_or(0, |word| word.start as usize),
                found.end.checked_sub(1).map_or(0, end),
            ),
        });
        let mut tried: Vec<Tried> = tried.collect();
        tried.sort_by_key(|tried| tried.words);
        tried
    }
}
