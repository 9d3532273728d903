//! What a choice or a family of words stands for.

use std::sync::Arc;

use super::phrase::Atom;
use super::words::WordId;

/// What a choice or a family stands for.
#[derive(Clone, Debug, Default)]
pub(super) struct Alternatives {
    pub(super) singles: Vec<WordId>,
    /// Shared, because families of hundreds stand in many phrases.
    pub(super) longer: Vec<Arc<[Atom]>>,
}

impl Alternatives {
    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.singles.len() + self.longer.len()
    }

    /// Adds one.
    pub(super) fn push(&mut self, atoms: Vec<Atom>) {
        match atoms.as_slice() {
            [Atom::Word(id)] => self.singles.push(*id),
            _ => self.longer.push(atoms.into()),
        }
    }

    /// Adds all of another.
    pub(super) fn extend(&mut self, other: Self) {
        self.singles.extend(other.singles);
        self.longer.extend(other.longer);
    }

    /// All of them, the single words, too.
    pub(super) fn sequences(&self) -> impl Iterator<Item = Vec<Atom>> {
        self.singles.iter().map(|id| vec![Atom::Word(*id)]).chain(self.longer.iter().map(|atoms| atoms.to_vec()))
    }

    /// The words that they begin with.
    pub(super) fn first_words(&self) -> impl Iterator<Item = WordId> {
        let longer = self.longer.iter().filter_map(|atoms| match atoms.first() {
            Some(Atom::Word(id)) => Some(*id),
            _ => None,
        });
        self.singles.iter().copied().chain(longer)
    }

    /// Those that have no wildcard, as words.
    pub(super) fn plain(&self) -> impl Iterator<Item = Vec<WordId>> {
        let word = |atom: &Atom| if let Atom::Word(id) = atom { Some(*id) } else { None };
        let longer = self.longer.iter().filter_map(move |atoms| atoms.iter().map(word).collect());
        self.singles.iter().map(|id| vec![*id]).chain(longer)
    }
}
