//! From the texts of a book to the book.
//!
//! ```text
//! texts ──► statements ── merge ──► definitions ── define: names, phrases, conditions ──► index ──► book
//! ```

mod asked;
mod body;
mod define;
mod index;
mod merge;
mod signal;
pub(super) mod statement;
pub(super) mod texts;

use std::sync::Arc;

use pest::iterators::Pair;
use rustc_hash::{FxHashMap, FxHashSet};
use upheld_grammar::rules::Rule as Syntax;

pub(super) use body::LINES;
use body::lookup;
pub(super) use merge::Definition;
use merge::merge;
pub(super) use signal::FORMS;
use statement::{Keyword, statements};

use super::compile::Compiler;
use super::model::{Origin, Roles};
use super::problem::{BookText, MOST_PROBLEMS, Piece, RuleError, RuleProblem, suggestion};
use super::{RuleBook, check};
use crate::document::Role;

/// A name that leads to itself by way of more others than this is refused: it is read by going down into each.
const DEEPEST_NAME: usize = 50;
/// What the program itself sees as a boundary: a semicolon, the comma behind a clause in front, any comma.
const MARKS: [&str; 3] = ["semicolon", "fronted", "comma"];
/// The category and sub-category of the header, where themes may look.
const CATEGORY: &str = "category";

/// Reads a book from its texts, the last of which is its own; `problems` were found when they were collected.
pub(super) fn book(texts: &[Arc<BookText>], problems: Vec<RuleProblem>) -> Result<RuleBook, RuleError> {
    read(texts, problems, false).map(|(book, _)| book)
}

/// What is probably not meant in the statements of a book's own text.
pub(super) fn warnings(texts: &[Arc<BookText>]) -> Vec<RuleProblem> {
    read(texts, Vec::new(), true).map(|(_, warnings)| warnings).unwrap_or_default()
}

fn read(
    texts: &[Arc<BookText>],
    mut problems: Vec<RuleProblem>,
    with_warnings: bool,
) -> Result<(RuleBook, Vec<RuleProblem>), RuleError> {
    let (mut all, mut title, mut broken) = (Vec::new(), None, FxHashSet::default());
    for text in texts {
        let read = statements(text, &mut problems);
        all.push(read.statements);
        title = read.title;
        broken.extend(read.broken);
    }
    let Some(own) = texts.last() else { return RuleError::of(problems).map_or(Ok((RuleBook::new(), Vec::new())), Err) };
    let definitions = merge(all, &mut problems);
    let mut reader = Reader::new(own, &definitions, broken, problems);
    reader.book.texts = texts.to_vec();
    reader.book.hash = hash(texts);
    (reader.book.name, reader.book.version) = match title {
        Some((name, version)) => (name.to_owned(), version.to_owned()),
        None => (own.name.to_string(), String::new()),
    };
    for definition in &definitions {
        if reader.problems.len() < MOST_PROBLEMS {
            reader.define(definition);
        }
    }
    // Signals with mistakes are left out, so that those behind them have other numbers.
    if reader.problems.is_empty() {
        reader.check_asked(&definitions);
    }
    let Reader { book, mut problems, compiler, used, .. } = reader;
    problems.sort_by_key(|problem| (*problem.book() != *own.name, problem.line(), problem.column()));
    problems.truncate(MOST_PROBLEMS);
    if let Some(error) = RuleError::of(problems) {
        return Err(error);
    }
    let words_used = compiler.used;
    let book = index::finish(book, compiler.vocabulary);
    let mut warnings = Vec::new();
    if with_warnings {
        warnings = check::warnings(&book, own, &definitions, &used, &words_used);
    }
    Ok((book, warnings))
}

/// A number for the texts of a book (FNV-1a), a byte that no text has between them.
fn hash(texts: &[Arc<BookText>]) -> u64 {
    let between = |index| (index > 0).then_some(0xFF);
    let bytes = texts.iter().enumerate().flat_map(|(index, text)| between(index).into_iter().chain(text.text.bytes()));
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// Whether a definition has phrases.
pub(super) fn has_phrases(definition: &Definition<'_>) -> bool {
    definition
        .statements()
        .any(|statement| statement.lines.iter().any(|line| matches!(line.as_rule(), Syntax::phrase | Syntax::pattern)))
}

/// Whether a remedy is told by what no phrase says: by any other verb.
pub(super) fn told_by_no_phrase(definition: &Definition<'_>) -> bool {
    definition.statement.heads.iter().any(|head| head.as_str() == "other")
}

/// Names that statements of a kind have.
pub(super) type Names<'b> = FxHashSet<(Keyword, &'b str)>;

struct Reader<'b> {
    book: RuleBook,
    compiler: Compiler<'b>,
    /// All names of the book, and those that it makes use of.
    names: Names<'b>,
    used: Names<'b>,
    /// The names of statements that cannot be read.
    broken: FxHashSet<&'b str>,
    /// The sections that names stand for, each with its place.
    places: FxHashMap<&'b str, Vec<(Piece<'b>, Pair<'b, Syntax>)>>,
    /// Those that are known, and those that are being read, from the outermost.
    read_places: FxHashMap<&'b str, Roles>,
    open_places: Vec<&'b str>,
    boundaries: Vec<&'b str>,
    /// The names of signals; their conditions stand in the book in this order.
    signals: Vec<&'b str>,
    phrases: usize,
    patterns: usize,
    problems: Vec<RuleProblem>,
}

impl<'b> Reader<'b> {
    fn new(
        own: &'b BookText,
        definitions: &[Definition<'b>],
        broken: FxHashSet<&'b str>,
        problems: Vec<RuleProblem>,
    ) -> Self {
        let mut reader = Self {
            book: RuleBook::new(),
            compiler: Compiler::new(Piece { text: own, start: 0 }),
            names: Names::default(),
            used: Names::default(),
            broken,
            places: FxHashMap::default(),
            read_places: FxHashMap::default(),
            open_places: Vec::new(),
            boundaries: MARKS.to_vec(),
            signals: Vec::new(),
            phrases: 0,
            patterns: 0,
            problems,
        };
        for name in &reader.broken {
            reader.compiler.name_family(name, Vec::new());
        }
        for definition in definitions {
            let (keyword, name) = (definition.statement.keyword, definition.statement.name);
            reader.names.insert((keyword, name));
            match keyword {
                Keyword::Words => {
                    let lines = definition.statements();
                    let lines = lines.flat_map(|it| it.lines.iter().map(|line| (it.piece, line.clone())));
                    reader.compiler.name_family(name, lines.collect());
                }
                Keyword::Places => {
                    let named = definition.statements();
                    let named = named.flat_map(|it| it.heads.iter().map(|head| (it.piece, head.clone())));
                    reader.places.insert(name, named.collect());
                }
                Keyword::Boundary => reader.boundaries.push(name),
                Keyword::Signal => reader.signals.push(name),
                _ => {}
            }
        }
        reader.book.boundaries = reader.boundaries.iter().map(|name| (*name).to_owned()).collect();
        reader
    }

    /// Keeps a mistake, and goes on.
    fn told<T>(&mut self, read: Result<T, RuleProblem>) -> Option<T> {
        match read {
            Ok(read) => Some(read),
            Err(problem) => {
                if self.problems.len() < MOST_PROBLEMS {
                    self.problems.push(problem);
                }
                None
            }
        }
    }

    /// Where something stands, in the numbers of the book.
    fn origin(&self, piece: Piece<'b>, at: usize) -> Origin {
        let text = self.book.texts.iter().position(|text| std::ptr::eq(&raw const **text, piece.text));
        Origin { text: text.and_then(|text| u16::try_from(text).ok()).unwrap_or(u16::MAX), line: piece.line(at) }
    }

    // ---- names -----------------------------------------------------------------------------------------------------

    fn role(piece: Piece<'_>, place: (&str, usize)) -> Result<Role, RuleProblem> {
        lookup(piece, "section", place, &Role::ALL)
    }

    /// The places that names stand for; `category` is one of them for themes.
    fn roles(&mut self, piece: Piece<'b>, names: &[Pair<'b, Syntax>], theme: bool) -> Result<Roles, RuleProblem> {
        let mut roles = Roles::default();
        for name in names {
            let place = (name.as_str(), name.as_span().start());
            match place.0 {
                CATEGORY if theme => roles = roles.with(Roles::CATEGORY),
                CATEGORY => return Err(piece.error(place.1, "only a theme looks at the category of the header")),
                _ => {
                    let read = self.roles_of(piece, place);
                    roles = roles.with(self.told(read).unwrap_or(Roles::SECTIONS));
                }
            }
        }
        Ok(roles)
    }

    fn roles_of(&mut self, piece: Piece<'b>, (name, at): (&'b str, usize)) -> Result<Roles, RuleProblem> {
        self.used.insert((Keyword::Places, name));
        if self.broken.contains(name) {
            return Ok(Roles::SECTIONS);
        }
        if let Some(known) = self.read_places.get(name) {
            return Ok(*known);
        }
        let Some(named) = self.places.get(name).cloned() else {
            let own: Vec<(&str, Roles)> = self.places.keys().map(|name| (*name, Roles::default())).collect();
            let sections = Role::ALL.map(|(name, role)| (name, Roles::of(role)));
            let known: Vec<_> = sections.into_iter().chain(own).chain([(CATEGORY, Roles::CATEGORY)]).collect();
            return lookup(piece, "section", (name, at), &known);
        };
        if self.open_places.contains(&name) {
            return Err(piece.error(at, format!("`{name}` stands for itself, by way of other places")));
        }
        if self.open_places.len() >= DEEPEST_NAME {
            return Err(piece.error(at, format!("`{name}` lies more than {DEEPEST_NAME} places deep")));
        }
        self.open_places.push(name);
        let mut roles = Roles::default();
        for (piece, inner) in named {
            let read = self.roles_of(piece, (inner.as_str(), inner.as_span().start()));
            // One with a mistake stands for every section, so that it is told once.
            roles = roles.with(self.told(read).unwrap_or(Roles::SECTIONS));
        }
        self.open_places.pop();
        self.read_places.insert(name, roles);
        Ok(roles)
    }

    /// The bit of a boundary.
    fn boundary(&self, piece: Piece<'b>, name: &'b str, at: usize) -> Result<u32, RuleProblem> {
        match self.boundaries.iter().position(|known| *known == name) {
            Some(bit) if bit < 32 => Ok(1 << bit),
            Some(_) => Err(piece.error(at, "a book may name at most 29 boundaries")),
            None if self.broken.contains(name) => Ok(0),
            None => {
                let hint = suggestion(name, self.boundaries.iter().copied());
                Err(piece.error(at, format!("unknown boundary `{name}`{hint}")))
            }
        }
    }

    /// The code of a ground of the book.
    fn ground(&mut self, piece: Piece<'b>, (code, at): (&'b str, usize)) -> Result<String, RuleProblem> {
        self.known(piece, Keyword::Ground, (code, at))
    }

    /// A name of a kind of statement, if the book has it.
    fn known(
        &mut self,
        piece: Piece<'b>,
        keyword: Keyword,
        (name, at): (&'b str, usize),
    ) -> Result<String, RuleProblem> {
        self.used.insert((keyword, name));
        if self.names.contains(&(keyword, name)) || self.broken.contains(name) {
            return Ok(name.to_owned());
        }
        let hint = suggestion(name, self.names.iter().filter(|it| it.0 == keyword).map(|(_, name)| *name));
        Err(piece.error(at, format!("unknown {} `{name}`{hint}", keyword.name())))
    }
}
