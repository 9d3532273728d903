//! What a book looks up while it reads: by which words its phrases are found, and what its rules ask for.

use rustc_hash::FxHashSet;

use crate::rules::condition::{Ask, Asked, Signal};
use crate::rules::model::Rule;
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
    let all: Vec<Vec<Asked>> = book.rules.iter().map(|rule| asked(&book, rule)).collect();
    for (rule, asked) in book.rules.iter_mut().zip(all) {
        rule.signals = asked.iter().map(|asked| asked.signal.clone()).collect();
        rule.asked = asked;
    }
    book
}

/// The signals of a rule's condition, with those that named ones stand for, then those that it shows, each once.
fn asked(book: &RuleBook, rule: &Rule) -> Vec<Asked> {
    let mut all: Vec<&Asked> = Vec::new();
    rule.when.visit(&mut |asked| all.push(asked));
    let (mut known, mut told): (Vec<&Asked>, FxHashSet<&Signal>) = (Vec::new(), FxHashSet::default());
    // Those of a named signal come behind its name.
    all.reverse();
    while let Some(asked) = all.pop() {
        if !told.insert(&asked.signal) {
            continue;
        }
        known.push(asked);
        if let Ask::Named(index) = asked.ask
            && let Some(signal) = book.signals().get(index)
        {
            let mut inner = Vec::new();
            signal.when.visit(&mut |asked| inner.push(asked));
            all.extend(inner.into_iter().rev());
        }
    }
    known.extend(rule.shows.iter().filter(|asked| told.insert(&asked.signal)));
    known.into_iter().cloned().collect()
}
