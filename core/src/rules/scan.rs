//! The phrases of a book in the words of a sentence.

use super::model::{Aside, Particles};
use super::phrase::{Steps, WordSet};
use super::words::{Before, NUMBER, Word};
use super::{Index, List, Match, Owner, Roles, RuleBook, Wording};
use crate::document::Role;
use crate::work;

/// So many steps may be taken for a word of a sentence. The standard book needs a tenth of it; a book that needs more
/// would take longer than anybody waits, and the rest of the sentence is not read.
const STEPS_A_WORD: usize = 500;
/// And so many for any sentence.
const STEPS_A_SENTENCE: usize = 5_000;

impl RuleBook {
    /// The role that the words of a heading show; where they show several, that of the longest phrase.
    pub(crate) fn heading_role(&self, heading: &str) -> Option<Role> {
        match self.heading(heading)?.owner {
            Owner::Heading(role) => Some(role),
            _ => None,
        }
    }

    /// The phrase by which a heading shows its role.
    pub(crate) fn heading_phrase(&self, heading: &str) -> Option<u32> {
        self.heading(heading).map(|found| found.entry)
    }

    fn heading(&self, heading: &str) -> Option<Match> {
        let (mut words, mut found) = (Vec::new(), Vec::new());
        self.vocabulary.cut(heading, &mut words);
        let _ = self.scan(heading, &words, Roles::HEADINGS, false, &mut found);
        let headings = found.into_iter().filter(|found| matches!(found.owner, Owner::Heading(_)));
        // Of two of one length the one that stands first in the book.
        headings.min_by_key(|found| (std::cmp::Reverse(found.end - found.start), found.entry))
    }

    /// Finds the phrases of the book in one sentence, `text` cut into `words`, that stands in this place. Contexts are looked
    /// for only if there is something that they can change, or if the sentence leads a list. Tells whether the sentence was
    /// read to its end.
    #[must_use]
    pub(crate) fn scan(&self, text: &str, words: &[Word], place: Roles, leads: bool, found: &mut Vec<Match>) -> bool {
        let (before, present) = (found.len(), WordSet::of(words));
        let proposed = match self.without_asides(words) {
            None => self.scan_index(&self.proposing, words, present, place, found),
            Some((kept, places)) => {
                let read = self.scan_index(&self.proposing, &kept, WordSet::of(&kept), place, found);
                let place = |at: usize| places.get(at).copied().unwrap_or(words.len());
                for found in found.iter_mut().skip(before) {
                    (found.start, found.end) = (place(found.start), place(found.end - 1) + 1);
                }
                read
            }
        };
        self.scan_patterns(List::Proposing, text, words, place, found);
        let changing = leads || found.len() > before;
        if changing {
            self.scan_patterns(List::Changing, text, words, place, found);
        }
        proposed && (!changing || self.scan_index(&self.changing, words, present, place, found))
    }

    /// The words of a sentence without what is said by the way, each with its place; `None` if nothing is.
    fn without_asides(&self, words: &[Word]) -> Option<(Vec<Word>, Vec<usize>)> {
        let Particles { asides, aside_starts, .. } = &self.particles;
        let comma = |at: usize| words.get(at).is_none_or(|word| word.before != Before::Nothing);
        let aside = |at: usize| {
            let word = words.get(at).filter(|word| aside_starts.may_have(word.id))?;
            let here = |known: &&Aside| {
                let end = at + known.words.len();
                let inserted = !known.between_commas || (at == 0 || comma(at)) && comma(end);
                inserted
                    && words.get(at..end).is_some_and(|part| part.iter().map(|word| &word.id).eq(known.words.iter()))
            };
            asides.get(&word.id)?.iter().filter(here).map(|aside| aside.words.len()).max()
        };
        let first = (0..words.len()).find(|at| aside(*at).is_some())?;
        let (mut kept, mut places) = (words.get(..first)?.to_vec(), (0..first).collect::<Vec<_>>());
        let mut at = first;
        let mut behind_aside = false;
        while let Some(word) = words.get(at) {
            if let Some(length) = aside(at) {
                (at, behind_aside) = (at + length, true);
                continue;
            }
            // The commas around what is left out go with it.
            let comma = behind_aside && word.before == Before::Comma;
            kept.push(if comma { Word { before: Before::Nothing, ..*word } } else { *word });
            behind_aside = false;
            places.push(at);
            at += 1;
        }
        Some((kept, places))
    }

    /// Finds the themes in the words of one sentence that stands in this place. Tells whether it was read to its end.
    #[must_use]
    pub(crate) fn scan_themes(&self, text: &str, words: &[Word], place: Roles, found: &mut Vec<Match>) -> bool {
        self.scan_patterns(List::Theming, text, words, place, found);
        self.scan_index(&self.theming, words, WordSet::of(words), place, found)
    }

    /// Finds the phrases of the kind of `owner`, as they stand in the book, as long as there are `steps`.
    pub(super) fn scan_all(&self, words: &[Word], owner: Owner, place: Roles, steps: &Steps) -> Vec<Match> {
        let mut found = Vec::new();
        let _ = self.scan_with(self.index_of(owner), words, WordSet::of(words), place, &mut found, steps);
        found
    }

    /// Finds the regular expressions of a list: each match stands for the words that it touches.
    fn scan_patterns(&self, list: List, text: &str, words: &[Word], place: Roles, found: &mut Vec<Match>) {
        for &number in &self.patterns {
            let Some(entry) = self.entries.get(number as usize) else { continue };
            let Wording::Pattern(pattern) = &entry.wording else { continue };
            if entry.owner.list() != list || !entry.roles.meets(place) {
                continue;
            }
            for matched in pattern.find_iter(text) {
                let start = words.partition_point(|word| word.end as usize <= matched.start());
                let end = words.partition_point(|word| (word.start as usize) < matched.end());
                if start < end {
                    found.push(Match { owner: entry.owner, start, end, roles: entry.roles, entry: number });
                }
            }
        }
    }

    fn scan_index(
        &self,
        index: &Index,
        words: &[Word],
        present: WordSet,
        place: Roles,
        found: &mut Vec<Match>,
    ) -> bool {
        let steps = Steps::new(STEPS_A_SENTENCE + STEPS_A_WORD * words.len());
        self.scan_with(index, words, present, place, found, &steps)
    }

    /// Finds the phrases of a list; tells whether the steps were enough.
    fn scan_with(
        &self,
        index: &Index,
        words: &[Word],
        present: WordSet,
        place: Roles,
        found: &mut Vec<Match>,
        steps: &Steps,
    ) -> bool {
        for (at, word) in words.iter().enumerate() {
            // What the book says of a number in particular, and of any number.
            let any = (word.number && word.id != NUMBER).then_some(NUMBER);
            for id in std::iter::once(word.id).chain(any) {
                let Some(candidates) = index.get(id as usize) else { continue };
                // A book of many thousand phrases on one word is not let go on for ever.
                if steps.take(candidates.len()).is_none() {
                    return false;
                }
                for candidate in candidates.iter().filter(|it| it.roles.meets(place) && it.needs.met(present)) {
                    work::count(1);
                    let Some(entry) = self.entries.get(candidate.entry as usize) else { continue };
                    let Wording::Phrase(phrase) = &entry.wording else { continue };
                    if let Some((start, end)) = phrase.matched(words, at, id, steps) {
                        found.push(Match {
                            owner: entry.owner,
                            start,
                            end,
                            roles: entry.roles,
                            entry: candidate.entry,
                        });
                    }
                }
            }
        }
        !steps.ran_short()
    }
}
