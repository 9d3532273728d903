//! By which words the phrases of a book are found.

use crate::rules::words::{Vocabulary, WordId};
use crate::rules::{Candidate, Index, List, RuleBook};

/// The book, ready for use.
pub(super) fn finish(mut book: RuleBook, vocabulary: Vocabulary) -> RuleBook {
    let words = vocabulary.len();
    let anchors: Vec<Vec<WordId>> = book.entries.iter().map(|entry| entry.phrase.anchors()).collect();
    let index = |list: List| -> Index {
        let entries =
            || book.entries.iter().zip(&anchors).zip(0..).filter(move |((entry, _), _)| entry.owner.list() == list);
        // Counted first, so that no list grows while it is filled.
        let mut counts = vec![0; words];
        for word in entries().flat_map(|((_, anchors), _)| anchors) {
            if let Some(count) = counts.get_mut(*word as usize) {
                *count += 1;
            }
        }
        let mut index: Index = counts.into_iter().map(Vec::with_capacity).collect();
        for ((entry, anchors), number) in entries() {
            for word in anchors {
                if let Some(candidates) = index.get_mut(*word as usize) {
                    candidates.push(Candidate { needs: entry.needs.clone(), roles: entry.roles, entry: number });
                }
            }
        }
        index
    };
    (book.proposing, book.changing, book.theming) =
        (index(List::Proposing), index(List::Changing), index(List::Theming));
    book.vocabulary = vocabulary;
    book
}
