//! By which words the phrases of a book are found.

use crate::rules::phrase::Needs;
use crate::rules::words::{Vocabulary, WordId};
use crate::rules::{Candidate, Entry, Index, List, RuleBook, Wording};

/// The book, ready for use.
pub(super) fn finish(mut book: RuleBook, vocabulary: Vocabulary) -> RuleBook {
    let words = vocabulary.len();
    let is_pattern = |entry: &Entry| matches!(entry.wording, Wording::Pattern(_));
    let patterns =
        book.entries.iter().zip(0..).filter(|(entry, _)| is_pattern(entry)).map(|(_, number)| number).collect();
    let anchors: Vec<(Vec<WordId>, Needs)> = book
        .entries
        .iter()
        .map(|entry| match &entry.wording {
            Wording::Phrase(phrase) => (phrase.anchors(), phrase.needs()),
            Wording::Pattern(_) => (Vec::new(), Needs::default()),
        })
        .collect();
    let index = |list: List| -> Index {
        let entries =
            || book.entries.iter().zip(&anchors).zip(0..).filter(move |((entry, _), _)| entry.owner.list() == list);
        // Counted first, so that no list grows while it is filled.
        let mut counts = vec![0; words];
        for word in entries().flat_map(|((_, (anchors, _)), _)| anchors) {
            if let Some(count) = counts.get_mut(*word as usize) {
                *count += 1;
            }
        }
        let mut index: Index = counts.into_iter().map(Vec::with_capacity).collect();
        for ((entry, (anchors, needs)), number) in entries() {
            for word in anchors {
                if let Some(candidates) = index.get_mut(*word as usize) {
                    candidates.push(Candidate { needs: needs.clone(), roles: entry.roles, entry: number });
                }
            }
        }
        index
    };
    (book.proposing, book.changing, book.theming) =
        (index(List::Proposing), index(List::Changing), index(List::Theming));
    book.patterns = patterns;
    book.vocabulary = vocabulary;
    book
}
