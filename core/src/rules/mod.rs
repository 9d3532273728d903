//! The rule book: cues, contexts, grounds, remedies and triage as data.
//!
//! A book is a text in the language of `rules.pest`. The standard book is parsed by the same code as a user's own.

mod compile;
mod condition;
mod error;
mod model;
mod phrase;
mod read;
mod syntax;
mod words;

use std::sync::LazyLock;

pub(crate) use condition::Condition;
pub use condition::Signal;
pub use error::RuleError;
pub(crate) use model::{
    Aside, ContextRule, Cue, Effect, Forum, Ground, Kind, Particles, Reaches, RemedyRule, Roles, Rule, Subkind, Told,
};
pub use model::{Bar, Example, FindingKind, RemedyKind};
use phrase::{Needs, Phrase, WordSet};
use words::Vocabulary;
pub(crate) use words::{Before, Word};

use crate::document::Role;
use crate::work;

static BOOK: LazyLock<RuleBook> = LazyLock::new(|| match RuleBook::parse("standard.rules", RuleBook::STANDARD_TEXT) {
    Ok(book) => book,
    // The tests read the standard book, so this arm is never taken in a release.
    #[allow(clippy::panic)]
    Err(error) => panic!("{error}"),
});

/// What a phrase of the book belongs to. The numbers are indices into the lists of the book.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Owner {
    Heading(Role),
    Boundary(u32),
    Context(u16),
    Cue(u16),
    Ground(u16),
    Forum(u16),
    Remedy(u16),
    Subkind(u16),
}

impl Owner {
    /// Whether it only changes what something else means, or says more of it.
    fn only_changes(self) -> bool {
        matches!(self, Self::Boundary(_) | Self::Context(_) | Self::Subkind(_))
    }
}

/// A phrase found in a sentence: the words from `start` up to `end`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Match {
    pub(crate) owner: Owner,
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// The sections where it holds.
    pub(crate) roles: Roles,
}

/// A phrase with what it belongs to and the sections where it holds.
#[derive(Clone, Debug)]
struct Entry {
    phrase: Phrase,
    owner: Owner,
    roles: Roles,
    needs: Needs,
}

/// The candidates by the number of the word they are looked up by.
type Index = Vec<Vec<Candidate>>;

/// A phrase that may be meant where a word stands, with what must hold before it is worth a try. These are kept beside
/// one another, because most fall through.
#[derive(Clone, Debug)]
struct Candidate {
    needs: Needs,
    roles: Roles,
    entry: u32,
}

/// A book of rules, ready for use. It is read once and shared; reading a decision does not change it.
///
/// ```
/// use upheld::RuleBook;
///
/// let book = RuleBook::standard();
/// assert_eq!(book.name(), "standard");
/// assert!(book.ground_label("late").is_some());
/// ```
#[derive(Clone, Debug)]
pub struct RuleBook {
    name: String,
    version: String,
    hash: u64,
    vocabulary: Vocabulary,
    entries: Vec<Entry>,
    /// For each word, the phrases that it may be the anchor of: those that propose something, and those that only change
    /// what another one means.
    proposing: Index,
    changing: Index,
    /// The sections in which any phrase can lead to a result.
    live: Roles,
    contexts: Vec<ContextRule>,
    cues: Vec<Cue>,
    grounds: Vec<Ground>,
    forums: Vec<Forum>,
    remedies: Vec<RemedyRule>,
    subkinds: Vec<Subkind>,
    outcomes: Vec<Rule>,
    derived: Vec<Rule>,
    flags: Vec<Rule>,
    particles: Particles,
    examples: Vec<Example>,
}

impl RuleBook {
    /// The text of the standard book. Its first lines describe the language of rule books.
    pub const STANDARD_TEXT: &str = include_str!("../../rules/standard.rules");

    /// The book that comes with the library.
    #[must_use]
    pub fn standard() -> &'static Self {
        &BOOK
    }

    /// Reads a book. `name` is what errors call it, a file name for instance.
    ///
    /// # Errors
    ///
    /// The first mistake in it, with line, column and what would be right.
    pub fn parse(name: &str, text: &str) -> Result<Self, RuleError> {
        read::book(name, text)
    }

    /// The name that the book gives itself.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The version that the book gives itself.
    #[must_use]
    pub fn version(&self) -> &str {
        &self.version
    }

    /// A number that changes with any change of the book's text.
    #[must_use]
    pub fn hash(&self) -> u64 {
        self.hash
    }

    /// What a ground means, in words for a reader; `None` where the book has no such ground.
    #[must_use]
    pub fn ground_label(&self, code: &str) -> Option<&str> {
        self.grounds.iter().find(|ground| ground.code == code).map(|ground| ground.label.as_str())
    }

    /// The name of a body that grounds send people to, in words for a reader; `None` where the book has no such forum.
    ///
    /// ```
    /// let book = upheld::RuleBook::standard();
    /// assert_eq!(book.forum_label("housing_ombudsman"), Some("Housing Ombudsman"));
    /// ```
    #[must_use]
    pub fn forum_label(&self, name: &str) -> Option<&str> {
        self.forums.iter().find(|forum| forum.name == name).map(|forum| forum.label.as_str())
    }

    /// What a decision reason means, in words for a reader; `None` where the book has no such reason.
    ///
    /// ```
    /// let book = upheld::RuleBook::standard();
    /// assert_eq!(book.outcome_label("not_upheld.no_fault"), Some("Not upheld: no fault"));
    /// ```
    #[must_use]
    pub fn outcome_label(&self, code: &str) -> Option<&str> {
        self.outcomes.iter().find(|rule| rule.name == code).map(|rule| rule.label.as_str())
    }

    /// The sentences that statements of the book give as examples of what they match and what they do not.
    #[must_use]
    pub fn examples(&self) -> &[Example] {
        &self.examples
    }

    pub(crate) fn vocabulary(&self) -> &Vocabulary {
        &self.vocabulary
    }

    pub(crate) fn is_live(&self, role: Role) -> bool {
        self.live.has(role)
    }

    pub(crate) fn context(&self, index: u16) -> Option<&ContextRule> {
        self.contexts.get(usize::from(index))
    }

    pub(crate) fn cue(&self, index: u16) -> Option<&Cue> {
        self.cues.get(usize::from(index))
    }

    pub(crate) fn ground(&self, index: u16) -> Option<&Ground> {
        self.grounds.get(usize::from(index))
    }

    pub(crate) fn forum(&self, index: u16) -> Option<&Forum> {
        self.forums.get(usize::from(index))
    }

    pub(crate) fn subkind(&self, index: u16) -> Option<&Subkind> {
        self.subkinds.get(usize::from(index))
    }

    /// The sub-kind of what no phrase tells apart.
    pub(crate) fn default_subkind(&self, of: Kind) -> Option<&Subkind> {
        self.subkinds.iter().find(|subkind| subkind.default && subkind.of == of)
    }

    pub(crate) fn remedy(&self, index: u16) -> Option<&RemedyRule> {
        self.remedies.get(usize::from(index))
    }

    /// The remedy of an action whose verb the book does not name; `None` where such an action is none.
    pub(crate) fn other_remedy(&self) -> Option<&RemedyRule> {
        self.remedies.iter().find(|rule| rule.told == Told::Other)
    }

    pub(crate) fn outcomes(&self) -> &[Rule] {
        &self.outcomes
    }

    pub(crate) fn derived(&self) -> &[Rule] {
        &self.derived
    }

    pub(crate) fn flags(&self) -> &[Rule] {
        &self.flags
    }

    pub(crate) fn particles(&self) -> &Particles {
        &self.particles
    }

    /// The role that the words of a heading show; where they show several, that of the longest phrase.
    pub(crate) fn heading_role(&self, heading: &str) -> Option<Role> {
        let (mut words, mut found) = (Vec::new(), Vec::new());
        self.vocabulary.cut(heading, &mut words);
        self.scan(&words, Role::Furniture, false, &mut found);
        let roles = found.iter().filter_map(|found| match found.owner {
            Owner::Heading(role) => Some((found.end - found.start, role)),
            _ => None,
        });
        roles.max_by_key(|(length, _)| *length).map(|(_, role)| role)
    }

    /// Finds the phrases of the book in the words of one sentence of a section with this role. Contexts are looked for only
    /// if there is something that they can change, or if the sentence leads a list.
    pub(crate) fn scan(&self, words: &[Word], role: Role, leads: bool, found: &mut Vec<Match>) {
        let (before, present) = (found.len(), WordSet::of(words));
        match self.without_asides(words) {
            None => self.scan_index(&self.proposing, words, present, role, found),
            Some((kept, places)) => {
                self.scan_index(&self.proposing, &kept, WordSet::of(&kept), role, found);
                let place = |at: usize| places.get(at).copied().unwrap_or(words.len());
                for found in found.iter_mut().skip(before) {
                    (found.start, found.end) = (place(found.start), place(found.end - 1) + 1);
                }
            }
        }
        if leads || found.len() > before {
            self.scan_index(&self.changing, words, present, role, found);
        }
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

    fn scan_index(&self, index: &Index, words: &[Word], present: WordSet, role: Role, found: &mut Vec<Match>) {
        for (at, word) in words.iter().enumerate() {
            let Some(candidates) = index.get(word.id as usize) else { continue };
            for candidate in candidates.iter().filter(|it| it.roles.has(role) && it.needs.met(present)) {
                work::count(1);
                let Some(entry) = self.entries.get(candidate.entry as usize) else { continue };
                if let Some((start, end)) = entry.phrase.matched(words, at) {
                    found.push(Match { owner: entry.owner, start, end, roles: entry.roles });
                }
            }
        }
    }
}
