//! Phrases: families of words with gaps, matched around the rarest word they must have.

use std::cell::Cell;
use std::sync::Arc;

use super::words::{Before, NUMBER, Word, WordId};

/// How many steps a phrase may take around one anchor. Phrases that people write need a few dozen; a phrase of many
/// optional words over a sentence that repeats them would need more than there is time for: it does not match, and the
/// sentence is told to be read in part.
const MOST_STEPS: usize = 20_000;

/// The steps that may be taken for a sentence.
#[derive(Debug)]
pub(super) struct Steps {
    left: Cell<usize>,
    short: Cell<bool>,
}

impl Steps {
    pub(super) fn new(left: usize) -> Self {
        Self { left: Cell::new(left), short: Cell::new(false) }
    }

    /// Takes some; `None` where there are not so many.
    pub(super) fn take(&self, steps: usize) -> Option<()> {
        let left = self.left.get().checked_sub(steps);
        self.left.set(left.unwrap_or_default());
        self.short.set(self.short.get() || left.is_none());
        left.map(|_| ())
    }

    /// Whether there were too few.
    pub(super) fn ran_short(&self) -> bool {
        self.short.get()
    }
}

/// So many longer alternatives are tried in the time of a step.
const SEQUENCES_A_STEP: usize = 8;

/// A set of words, of which some may be mistaken for others: a word is a bit of 128.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct WordSet(u128);

impl WordSet {
    const FULL: Self = Self(u128::MAX);

    pub(super) fn with(self, word: WordId) -> Self {
        Self(self.0 | 1 << (word % 128))
    }

    pub(super) fn may_have(self, word: WordId) -> bool {
        self.0 & (1 << (word % 128)) != 0
    }

    pub(super) fn of(words: &[Word]) -> Self {
        let with =
            |set: Self, word: &Word| if word.number { set.with(word.id).with(NUMBER) } else { set.with(word.id) };
        words.iter().fold(Self::default(), with)
    }
}

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
            Self::Word(id) => word.is(id),
            Self::Any => true,
        }
    }
}

/// Several words that are one alternative of a choice.
#[derive(Clone, Debug)]
pub(crate) struct Sequence {
    pub(super) atoms: Arc<[Atom]>,
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

/// Alternatives at one place of a phrase.
#[derive(Clone, Debug)]
pub(crate) struct Choice {
    singles: Vec<WordId>,
    longer: Vec<Sequence>,
    pub(super) optional: bool,
    /// The words that the longer ones may begin and end with: a family of people has hundreds of them.
    firsts: WordSet,
    lasts: WordSet,
    /// The words by which it can be looked up: every single one, and the rarest of each longer one; `None` if one of these
    /// has none.
    pub(super) pivots: Option<Vec<WordId>>,
}

impl Choice {
    pub(super) fn new(mut singles: Vec<WordId>, mut longer: Vec<Sequence>, optional: bool) -> Self {
        singles.sort_unstable();
        singles.dedup();
        // The longest is tried first.
        longer.sort_by_key(|sequence| std::cmp::Reverse(sequence.atoms.len()));
        let set = |end: fn(&[Atom]) -> Option<&Atom>| {
            longer.iter().fold(WordSet::default(), |set, sequence| match end(&sequence.atoms) {
                Some(Atom::Word(id)) => set.with(*id),
                _ => WordSet::FULL,
            })
        };
        let (firsts, lasts) = (set(<[Atom]>::first), set(<[Atom]>::last));
        let of_longer: Option<Vec<WordId>> = longer.iter().map(Sequence::pivot_word).collect();
        let pivots = of_longer.map(|mut words| {
            let sorted = words.is_empty();
            words.extend(&singles);
            if !sorted {
                words.sort_unstable();
                words.dedup();
            }
            words
        });
        Self { singles, longer, optional, firsts, lasts, pivots }
    }

    fn has_single(&self, word: &Word) -> bool {
        let has = |id: WordId| self.singles.binary_search(&id).is_ok();
        has(word.id) || word.number && has(NUMBER)
    }

    /// How many alternatives it has.
    pub(super) fn len(&self) -> usize {
        self.singles.len() + self.longer.len()
    }

    /// All alternatives, and the empty one if it is optional.
    pub(super) fn alternatives(&self) -> impl Iterator<Item = Vec<Atom>> {
        let singles = self.singles.iter().map(|id| vec![Atom::Word(*id)]);
        let empty = self.optional.then(Vec::new);
        singles.chain(self.longer.iter().map(|sequence| sequence.atoms.to_vec())).chain(empty)
    }
}

/// One step of a phrase.
#[derive(Clone, Debug)]
pub(crate) enum Element {
    Word(WordId),
    Any,
    /// One of several alternatives.
    Choice(Arc<Choice>),
    /// Up to so many words of any kind.
    Gap {
        width: usize,
        /// Whether a comma ends it.
        near: bool,
    },
    /// The beginning of the sentence.
    Start,
    /// Its end.
    Finish,
}

/// The words that a phrase needs. Most phrases whose anchor stands in a sentence lack another word, and this tells so
/// at once.
#[derive(Clone, Debug, Default)]
pub(super) struct Needs {
    all: WordSet,
    /// Of each of these sets at least one word; full sets where there are fewer.
    one_of: [WordSet; 3],
}

impl Needs {
    pub(super) fn met(&self, present: WordSet) -> bool {
        self.all.0 & !present.0 == 0 && self.one_of.iter().all(|set| set.0 & present.0 != 0)
    }
}

/// A compiled phrase.
#[derive(Clone, Debug)]
pub(crate) struct Phrase {
    pub(super) elements: Vec<Element>,
    /// The element around which it is matched: one that it must have, with words as rare as can be.
    pub(super) anchor: usize,
}

#[derive(Clone, Copy)]
enum Direction {
    Forward,
    Backward,
}

impl Phrase {
    /// The words that it needs.
    pub(super) fn needs(&self) -> Needs {
        let mut needs = Needs { all: WordSet::default(), one_of: [WordSet::FULL; 3] };
        let mut sets: Vec<WordSet> = Vec::new();
        for element in &self.elements {
            match element {
                Element::Word(id) => needs.all = needs.all.with(*id),
                // An alternative of wildcards needs no word at all.
                Element::Choice(choice) if !choice.optional => {
                    let words = choice.pivots.as_ref();
                    sets.extend(words.map(|words| words.iter().copied().fold(WordSet::default(), WordSet::with)));
                }
                _ => {}
            }
        }
        sets.sort_by_key(|set| set.0.count_ones());
        for (slot, set) in needs.one_of.iter_mut().zip(sets) {
            *slot = set;
        }
        needs
    }

    /// The words that the anchor may be.
    pub(super) fn anchors(&self) -> Vec<WordId> {
        match self.elements.get(self.anchor) {
            Some(Element::Word(id)) => vec![*id],
            Some(Element::Choice(choice)) => choice.pivots.clone().unwrap_or_default(),
            _ => Vec::new(),
        }
    }

    /// Matches the phrase in a sentence around the word `at`, which is one of its anchors, by the number `id`; gives the
    /// first word and the one after the last. It takes of the `steps` that are left for the sentence.
    pub(super) fn matched(&self, words: &[Word], at: usize, id: WordId, steps: &Steps) -> Option<(usize, usize)> {
        let (left, right) = (self.elements.get(..self.anchor)?, self.elements.get(self.anchor + 1..)?);
        let granted = MOST_STEPS.min(steps.left.get());
        let fuel = Steps::new(granted);
        let outwards = |(start, end): (usize, usize)| {
            let end = walk(right, 0, words, end, Direction::Forward, &fuel)?;
            Some((walk(left, 0, words, start, Direction::Backward, &fuel)?, end))
        };
        let around = || match self.elements.get(self.anchor)? {
            Element::Choice(choice) => {
                let Choice { singles, longer, .. } = &**choice;
                fuel.take(longer.len() / SEQUENCES_A_STEP)?;
                let longer = longer.iter().filter(|sequence| sequence.pivot_word() == Some(id));
                let found = longer.filter_map(|sequence| sequence.around(words, at)).find_map(outwards);
                found.or_else(|| singles.binary_search(&id).ok().and_then(|_| outwards((at, at + 1))))
            }
            _ => outwards((at, at + 1)),
        };
        let found = around();
        steps.left.set(steps.left.get() - (granted - fuel.left.get()));
        steps.short.set(steps.ran_short() || fuel.ran_short());
        found
    }
}

/// Walks the elements from `step` on, away from the anchor, and gives the place where they end. `at` lies between
/// words: before word `at`, behind word `at - 1`. Gaps are tried from the shortest, so a match is as narrow as can be.
fn walk(
    elements: &[Element],
    step: usize,
    words: &[Word],
    at: usize,
    direction: Direction,
    fuel: &Steps,
) -> Option<usize> {
    fuel.take(1)?;
    let index = match direction {
        Direction::Forward => step,
        Direction::Backward => match elements.len().checked_sub(step + 1) {
            Some(index) => index,
            None => return Some(at),
        },
    };
    let Some(element) = elements.get(index) else { return Some(at) };
    let go_on = |at| walk(elements, step + 1, words, at, direction, fuel);
    match element {
        Element::Word(id) => advance(&[Atom::Word(*id)], words, at, direction).and_then(go_on),
        Element::Any => advance(&[Atom::Any], words, at, direction).and_then(go_on),
        Element::Choice(choice) => {
            let Some((word, behind)) = next(words, at, direction) else {
                return if choice.optional { go_on(at) } else { None };
            };
            let ends = match direction {
                Direction::Forward => choice.firsts,
                Direction::Backward => choice.lasts,
            };
            let longer = || {
                if choice.longer.is_empty() || !(ends.may_have(word.id) || word.number && ends.may_have(NUMBER)) {
                    return None;
                }
                fuel.take(choice.longer.len() / SEQUENCES_A_STEP)?;
                let sequences = choice.longer.iter();
                sequences.filter_map(|sequence| advance(&sequence.atoms, words, at, direction)).find_map(go_on)
            };
            let single = || choice.has_single(word).then(|| go_on(behind)).flatten();
            longer().or_else(single).or_else(|| if choice.optional { go_on(at) } else { None })
        }
        Element::Gap { width, near } => {
            let mut at = at;
            for left in (0..=*width).rev() {
                if let Some(end) = go_on(at) {
                    return Some(end);
                }
                if left == 0 || (*near && words.get(at).is_some_and(|word| word.before == Before::Comma)) {
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
