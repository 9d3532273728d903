//! The rule book: cues, contexts, grounds, remedies and triage as data.
//!
//! A book is a text in the language of `rules.pest`. The standard book is parsed by the same code as a user's own.

mod alternatives;
mod check;
mod compile;
mod condition;
mod contents;
mod diagnose;
mod forms;
mod kind;
mod language;
mod model;
mod pattern;
mod phrase;
mod problem;
mod read;
mod scan;
mod syntax;
mod tried;
mod words;

use std::fmt;
use std::path::Path;
use std::sync::{Arc, LazyLock};

use regex::Regex;

pub use condition::Signal;
pub(crate) use condition::{Ask, Asked, Condition, NamedCondition};
pub use kind::{Bar, FindingKind, RemedyKind, Status};
pub use model::{BookPlace, Example};
pub(crate) use model::{
    ContextRule, Cue, Effect, Forum, Ground, Kind, Origin, Outcome, Particles, Reaches, RemedyRule, Roles, Rule,
    Subkind, Theme, Told,
};
use phrase::{Needs, Phrase};
use problem::BookText;
pub use problem::{RuleError, RuleProblem, Severity};
use read::texts::Collector;
pub use tried::Tried;
use words::Vocabulary;
pub(crate) use words::{Before, Word};

use crate::document::Role;
use crate::source::{SourceError, read_text};

static BOOK: LazyLock<RuleBook> = LazyLock::new(|| match read::book(&Collector::standard(), Vec::new()) {
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
    Theme(u16),
}

impl Owner {
    /// By which list its phrases are found.
    fn list(self) -> List {
        match self {
            Self::Boundary(_) | Self::Context(_) | Self::Subkind(_) => List::Changing,
            Self::Theme(_) => List::Theming,
            _ => List::Proposing,
        }
    }
}

/// The lists of phrases, which are looked for at different times.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum List {
    /// What proposes something.
    Proposing,
    /// What only changes what something else means, or says more of it.
    Changing,
    /// What a decision is about.
    Theming,
}

/// A phrase found in a sentence: the words from `start` up to `end`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Match {
    pub(crate) owner: Owner,
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// The sections where it holds.
    pub(crate) roles: Roles,
    /// The phrase: an index into the list of the book.
    pub(crate) entry: u32,
}

/// A phrase with what it belongs to and the sections where it holds.
#[derive(Clone, Debug)]
struct Entry {
    wording: Wording,
    owner: Owner,
    roles: Roles,
    origin: Origin,
}

/// How an entry says what it matches.
#[derive(Clone, Debug)]
enum Wording {
    Phrase(Phrase),
    Pattern(Regex),
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
    /// The texts that it was read from, its own last.
    texts: Vec<Arc<BookText>>,
    vocabulary: Vocabulary,
    entries: Vec<Entry>,
    /// For each word, the phrases that it may be the anchor of: those that propose something, those that only change what
    /// another one means, and those of themes.
    proposing: Index,
    changing: Index,
    theming: Index,
    /// The entries that are regular expressions, which every sentence is tried for.
    patterns: Vec<u32>,
    /// The sections in which any phrase can lead to a result, and those in which themes are looked for.
    live: Roles,
    themed: Roles,
    /// The names of boundaries, each at the place of its bit.
    boundaries: Vec<String>,
    contexts: Vec<ContextRule>,
    cues: Vec<Cue>,
    grounds: Vec<Ground>,
    forums: Vec<Forum>,
    remedies: Vec<RemedyRule>,
    subkinds: Vec<Subkind>,
    themes: Vec<Theme>,
    signals: Vec<NamedCondition>,
    outcomes: Vec<Outcome>,
    rules: Vec<Rule>,
    derived: Vec<Rule>,
    flags: Vec<Rule>,
    particles: Particles,
    examples: Vec<Example>,
}

impl RuleBook {
    /// The text of the standard book.
    pub const STANDARD_TEXT: &str = include_str!("../../rules/standard.rules");

    /// The book that comes with the library.
    #[must_use]
    pub fn standard() -> &'static Self {
        &BOOK
    }

    /// Reads a book from its text. `name` is what errors call it. It stands on its own, unless it begins with `include
    /// standard`; it cannot include files, for which there is [`RuleBook::from_file`].
    ///
    /// ```
    /// use upheld::{Decision, RuleBook};
    ///
    /// let book = RuleBook::parse("own.rules", "book own 1\ninclude standard\nlabel outcome upheld.remedied: \"Put right\"\n").unwrap();
    /// let page = "Decision : Upheld\n\nFinal decision\n\n  1. There was fault, and the Council has already remedied it.\n";
    /// assert_eq!(Decision::parse_with(page, &book).triage.label, "Put right");
    /// ```
    ///
    /// # Errors
    ///
    /// All mistakes in it, each with line, column and what would be right.
    pub fn parse(name: &str, text: &str) -> Result<Self, RuleError> {
        Self::of(Collector::new(&[], None).add(name, text))
    }

    /// Reads a book from a file, with the files that it includes; these lie in its folder or below.
    ///
    /// ```
    /// use upheld::{BookError, RuleBook};
    ///
    /// let error = RuleBook::from_file("no/such.rules").unwrap_err();
    /// assert!(matches!(error, BookError::Unreadable(_)));
    /// ```
    ///
    /// # Errors
    ///
    /// The file cannot be read or is no text, or there are mistakes in the book.
    pub fn from_file(path: impl AsRef<Path>) -> Result<Self, BookError> {
        let path = path.as_ref();
        let text = read_text(path).map_err(BookError::Unreadable)?;
        Self::of(Collector::new(&[], Some(path)).add(&path.display().to_string(), &text)).map_err(BookError::Mistakes)
    }

    /// A book that says what this one does, and what `text` adds, overrides and drops, as if `text` included this book.
    ///
    /// ```
    /// use upheld::{Decision, RuleBook};
    ///
    /// let text = "extend cue fault.was:\n  - this was poor\n\nflag poor: \"Somebody was unhappy.\"\n  when: fault\n";
    /// let book = RuleBook::standard().extend("own.rules", text).unwrap();
    /// let decision = Decision::parse_with("Final decision\n\n  1. This was poor.\n", &book);
    /// assert_eq!(&*decision.findings[0].rule, "cue fault.was");
    /// assert_eq!(decision.triage.flags[0].name, "poor");
    /// ```
    ///
    /// # Errors
    ///
    /// All mistakes in it, each with line, column and what would be right.
    pub fn extend(&self, name: &str, text: &str) -> Result<Self, RuleError> {
        Self::of(Collector::new(&self.texts, None).add(name, text))
    }

    /// The texts that the book was read from, each with the file or name that errors call it: what it includes, and its
    /// own last. [`RuleBook::from_texts`] makes the same book of them again.
    ///
    /// ```
    /// use upheld::RuleBook;
    ///
    /// let book = RuleBook::standard();
    /// assert_eq!(RuleBook::from_texts(book.texts()).unwrap().hash(), book.hash());
    /// ```
    pub fn texts(&self) -> impl Iterator<Item = (&str, &str)> {
        self.texts.iter().map(|text| (&*text.name, &*text.text))
    }

    /// The book of some texts, as [`RuleBook::texts`] gives them: files are not looked for anew.
    ///
    /// # Errors
    ///
    /// All mistakes in them.
    pub fn from_texts(
        texts: impl IntoIterator<Item = (impl AsRef<str>, impl Into<String>)>,
    ) -> Result<Self, RuleError> {
        let texts = texts.into_iter().map(|(name, text)| Collector::shared(name.as_ref(), text.into()));
        Self::of((texts.collect(), Vec::new()))
    }

    /// What is probably not meant in the book's own text, not in what it includes: a name that nothing uses, a phrase that
    /// another one swallows, a rule that a former one always shadows, a condition that can never hold. The book is gone
    /// through anew for each call, which takes longer than reading it. [`RuleBook::failing_examples`] tries its examples.
    ///
    /// ```
    /// let book = upheld::RuleBook::standard();
    /// assert_eq!(book.warnings(), []);
    /// ```
    #[must_use]
    pub fn warnings(&self) -> Vec<RuleProblem> {
        read::warnings(&self.texts)
    }

    fn of((texts, problems): (Vec<Arc<BookText>>, Vec<RuleProblem>)) -> Result<Self, RuleError> {
        read::book(&texts, problems)
    }

    fn new() -> Self {
        Self {
            name: String::new(),
            version: String::new(),
            hash: 0,
            texts: Vec::new(),
            vocabulary: Vocabulary::default(),
            entries: Vec::new(),
            proposing: Vec::new(),
            changing: Vec::new(),
            theming: Vec::new(),
            patterns: Vec::new(),
            live: Roles::default(),
            themed: Roles::default(),
            boundaries: Vec::new(),
            contexts: Vec::new(),
            cues: Vec::new(),
            grounds: Vec::new(),
            forums: Vec::new(),
            remedies: Vec::new(),
            subkinds: Vec::new(),
            themes: Vec::new(),
            signals: Vec::new(),
            outcomes: Vec::new(),
            rules: Vec::new(),
            derived: Vec::new(),
            flags: Vec::new(),
            particles: Particles::default(),
            examples: Vec::new(),
        }
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

    /// A number that changes with any change of the book's text, or of what it includes.
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
        self.outcome(code).map(|outcome| outcome.label.as_str())
    }

    /// The codes of the decision reasons, in the order of the book.
    ///
    /// ```
    /// assert!(upheld::RuleBook::standard().outcome_codes().any(|code| code == "upheld.remedied"));
    /// ```
    pub fn outcome_codes(&self) -> impl Iterator<Item = &str> {
        self.outcomes.iter().map(|outcome| outcome.code.as_str())
    }

    /// The sentences that statements of the book give as examples of what they match and what they do not.
    ///
    /// ```
    /// let examples = upheld::RuleBook::standard().examples();
    /// assert!(examples.iter().any(|example| example.statement == "cue fault.was" && example.matches));
    /// ```
    #[must_use]
    pub fn examples(&self) -> &[Example] {
        &self.examples
    }

    /// What a theme is about, in words for a reader; `None` where the book has no such theme.
    ///
    /// ```
    /// assert_eq!(upheld::RuleBook::standard().theme_label("transport"), None, "the standard book names no theme");
    /// ```
    #[must_use]
    pub fn theme_label(&self, name: &str) -> Option<&str> {
        self.themes.iter().find(|theme| theme.name == name).map(|theme| theme.label.as_str())
    }
}

/// Why there is no rule book from a file. [`RuleBook::from_file`] has an example.
#[derive(Debug)]
pub enum BookError {
    /// The file cannot be read, or is no text.
    Unreadable(SourceError),
    /// There are mistakes in the book.
    Mistakes(RuleError),
}

impl fmt::Display for BookError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable(error) => error.fmt(f),
            Self::Mistakes(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for BookError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Unreadable(error) => Some(error),
            Self::Mistakes(error) => Some(error),
        }
    }
}
