//! Phrases: families of words with gaps, matched around the rarest word they must have.

use super::words::{Before, Word, WordId};

/// One step of an alternative.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Atom {
    Word(WordId),
    /// Any one word.
    Any,
}

impl Atom {
    fn takes(self, word: &Word) -> bool {
        match self {
            Self::Word(id) => word.id == id,
            Self::Any => true,
        }
    }
}

/// Several words that are one alternative of a choice.
#[derive(Clone, Debug)]
pub(crate) struct Sequence {
    pub(super) atoms: Vec<Atom>,
    /// The index of its rarest word; none if it is made of wildcards.
    pub(super) pivot: Option<usize>,
}

impl Sequence {
    fn pivot_word(&self) -> Option<WordId> {
        match self.atoms.get(self.pivot?) {
            Some(Atom::Word(id)) => Some(*id),
            _ => None,
        }
    }

    /// Matches all of it around the pivot at word `at`.
    fn around(&self, words: &[Word], at: usize) -> Option<(usize, usize)> {
        let (left, right) = (self.atoms.get(..self.pivot?)?, self.atoms.get(self.pivot? + 1..)?);
        Some((advance(left, words, at, Direction::Backward)?, advance(right, words, at + 1, Direction::Forward)?))
    }
}

/// One step of a phrase.
#[derive(Clone, Debug)]
pub(crate) enum Element {
    Word(WordId),
    Any,
    /// One of several alternatives.
    Choice { singles: Vec<WordId>, longer: Vec<Sequence>, optional: bool },
    /// Up to so many words of any kind.
    Gap(usize),
    /// The beginning of the sentence.
    Start,
    /// Its end.
    Finish,
}

/// A compiled phrase.
#[derive(Clone, Debug)]
pub(crate) struct Phrase {
    pub(super) elements: Vec<Element>,
    /// The element around which it is matched: one that it must have, with words as rare as can be.
    pub(super) anchor: usize,
    /// The line of the book where it stands.
    pub(super) line: u32,
}

#[derive(Clone, Copy)]
enum Direction {
    Forward,
    Backward,
}

impl Phrase {
    /// The words that the anchor may be.
    pub(super) fn anchors(&self) -> Vec<WordId> {
        match self.elements.get(self.anchor) {
            Some(Element::Word(id)) => vec![*id],
            Some(Element::Choice { singles, longer, .. }) => {
                let mut words: Vec<WordId> = singles.iter().copied().chain(longer.iter().filter_map(Sequence::pivot_word)).collect();
                words.sort_unstable();
                words.dedup();
                words
            }
            _ => Vec::new(),
        }
    }

    /// Matches the phrase in a sentence around the word `at`, which is one of its anchors; gives the first word and the
    /// one after the last.
    pub(super) fn matched(&self, words: &[Word], at: usize) -> Option<(usize, usize)> {
        let id = words.get(at)?.id;
        let (left, right) = (self.elements.get(..self.anchor)?, self.elements.get(self.anchor + 1..)?);
        let outwards = |(start, end): (usize, usize)| {
            let end = walk(right, 0, words, end, Direction::Forward)?;
            Some((walk(left, 0, words, start, Direction::Backward)?, end))
        };
        match self.elements.get(self.anchor)? {
            Element::Choice { singles, longer, .. } => {
                let longer = longer.iter().filter(|sequence| sequence.pivot_word() == Some(id));
                let found = longer.filter_map(|sequence| sequence.around(words, at)).find_map(outwards);
                found.or_else(|| singles.binary_search(&id).ok().and_then(|_| outwards((at, at + 1))))
            }
            _ => outwards((at, at + 1)),
        }
    }
}

/// Walks the elements from `step` on, away from the anchor, and gives the place where they end. `at` lies between
/// words: before word `at`, behind word `at - 1`. Gaps are tried from the shortest, so a match is as narrow as can be.
fn walk(elements: &[Element], step: usize, words: &[Word], at: usize, direction: Direction) -> Option<usize> {
    let index = match direction {
        Direction::Forward => step,
        Direction::Backward => match elements.len().checked_sub(step + 1) {
            Some(index) => index,
            None => return Some(at),
        },
    };
    let Some(element) = elements.get(index) else { return Some(at) };
    let go_on = |at| walk(elements, step + 1, words, at, direction);
    match element {
        Element::Word(id) => advance(&[Atom::Word(*id)], words, at, direction).and_then(go_on),
        Element::Any => advance(&[Atom::Any], words, at, direction).and_then(go_on),
        Element::Choice { singles, longer, optional } => {
            let longest = longer.iter().find_map(|sequence| advance(&sequence.atoms, words, at, direction).and_then(go_on));
            let single = || {
                let word = next(words, at, direction)?;
                singles.binary_search(&word.0.id).ok().and_then(|_| go_on(word.1))
            };
            longest.or_else(single).or_else(|| if *optional { go_on(at) } else { None })
        }
        Element::Gap(width) => {
            let mut at = at;
            for left in (0..=*width).rev() {
                if let Some(end) = go_on(at) {
                    return Some(end);
                }
                if left == 0 {
                    break;
                }
                at = next(words, at, direction)?.1;
            }
            None
        }
        Element::Start => (at == 0).then(|| go_on(at))?,
        Element::Finish => (at == words.len()).then(|| go_on(at))?,
    }
}

/// The next word away from the anchor and the place behind it; no phrase runs across a colon, dash or bracket.
fn next(words: &[Word], at: usize, direction: Direction) -> Option<(&Word, usize)> {
    let crossable = |word: &Word| matches!(word.before, Before::Nothing | Before::Comma);
    match direction {
        Direction::Forward => words.get(at).filter(|word| crossable(word)).map(|word| (word, at + 1)),
        Direction::Backward => {
            if words.get(at).is_some_and(|word| !crossable(word)) {
                return None;
            }
            at.checked_sub(1).and_then(|at| Some((words.get(at)?, at)))
        }
    }
}

fn advance(atoms: &[Atom], words: &[Word], at: usize, direction: Direction) -> Option<usize> {
    let step = |at: usize, atom: &Atom| {
        let (word, behind) = next(words, at, direction)?;
        atom.takes(word).then_some(behind)
    };
    match direction {
        Direction::Forward => atoms.iter().try_fold(at, step),
        Direction::Backward => atoms.iter().rev().try_fold(at, step),
    }
}
