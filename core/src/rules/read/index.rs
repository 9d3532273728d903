//! By which words the phrases of a book are found.

use crate::rules::words::Vocabulary;
use crate::rules::{Candidate, Index, Owner, RuleBook};

/// The book, ready for use.
pub(super) fn finish(mut book: RuleBook, vocabulary: Vocabulary) -> RuleBook {
    let index = || -> Index { vec![Vec::new(); vocabulary.len()] };
    let (mut proposing, mut changing, mut theming) = (index(), index(), index());
    for (number, entry) in book.entries.iter().enumerate() {
        let index = match entry.owner {
            Owner::Theme(_) => &mut theming,
            owner if owner.only_changes() => &mut changing,
            _ => &mut proposing,
        };
        for word in entry.phrase.anchors() {
            if let (Some(candidates), Ok(number)) = (index.get_mut(word as usize), u32::try_from(number)) {
                candidates.push(Candidate { needs: entry.needs.clone(), roles: entry.roles, entry: number });
            }
        }
    }
    (book.proposing, book.changing, book.theming) = (proposing, changing, theming);
    book.vocabulary = vocabulary;
    book
}
