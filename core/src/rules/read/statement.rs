//! The statements of a text, each read by itself, so that a mistake in one does not hide those in others.

use std::fmt;

use pest::Parser;
use pest::iterators::Pair;
use upheld_grammar::rules::RulesParser;

use super::Syntax;
use crate::rules::problem::{BookText, MOST_PROBLEMS, Piece, RuleProblem};
use crate::rules::syntax::syntax_error;

/// A text of more statements is refused.
const MOST_STATEMENTS: usize = 10_000;

/// The kinds of statement that have a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Keyword {
    Words,
    Places,
    Heading,
    Boundary,
    Context,
    Cue,
    Ground,
    Forum,
    Remedy,
    Subkind,
    Theme,
    Signal,
    Outcome,
    Rule,
    Derived,
    Flag,
}

impl Keyword {
    /// All of them as books write them, with the rules of the grammar.
    pub(crate) const ALL: [(&'static str, Self, Syntax); 16] = [
        ("words", Self::Words, Syntax::words),
        ("places", Self::Places, Syntax::places),
        ("heading", Self::Heading, Syntax::heading),
        ("boundary", Self::Boundary, Syntax::boundary),
        ("context", Self::Context, Syntax::context),
        ("cue", Self::Cue, Syntax::cue),
        ("ground", Self::Ground, Syntax::ground),
        ("forum", Self::Forum, Syntax::forum),
        ("remedy", Self::Remedy, Syntax::remedy),
        ("subkind", Self::Subkind, Syntax::subkind),
        ("theme", Self::Theme, Syntax::theme),
        ("signal", Self::Signal, Syntax::signal),
        ("outcome", Self::Outcome, Syntax::outcome),
        ("rule", Self::Rule, Syntax::triage_rule),
        ("derived", Self::Derived, Syntax::derived),
        ("flag", Self::Flag, Syntax::flag),
    ];

    fn of(rule: Syntax) -> Option<Self> {
        Self::ALL.iter().find(|(_, _, other)| *other == rule).map(|(_, keyword, _)| *keyword)
    }

    fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|(other, _, _)| *other == name.trim()).map(|(_, keyword, _)| *keyword)
    }

    /// Whether `label` says it in other words.
    pub(crate) fn has_label(self) -> bool {
        matches!(self, Self::Ground | Self::Forum | Self::Theme | Self::Outcome | Self::Flag)
    }

    /// Whether `extend` adds lines to it.
    pub(crate) fn has_lines_to_add(self) -> bool {
        !matches!(self, Self::Heading | Self::Signal | Self::Outcome | Self::Rule | Self::Derived | Self::Flag)
    }

    /// The word that begins such a statement.
    pub(crate) fn name(self) -> &'static str {
        Self::ALL.iter().find(|(_, keyword, _)| *keyword == self).map_or("", |(name, _, _)| name)
    }
}

/// What a statement does to a book.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Change {
    /// It says something new.
    New,
    /// It stands in for a statement that is included.
    Override,
    /// It adds lines to one.
    Extend,
    /// It gives one another label.
    Label,
    /// It takes one out.
    Drop,
}

/// A statement.
#[derive(Clone, Debug)]
pub(crate) struct Statement<'b> {
    pub(crate) keyword: Keyword,
    pub(crate) change: Change,
    pub(crate) name: &'b str,
    /// Where its name stands in its piece.
    pub(crate) at: usize,
    /// What stands behind its name on the first line.
    pub(crate) heads: Vec<Pair<'b, Syntax>>,
    /// What its other lines say.
    pub(crate) lines: Vec<Pair<'b, Syntax>>,
    pub(crate) piece: Piece<'b>,
}

impl fmt::Display for Statement<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.keyword {
            Keyword::Words => write!(f, "words <{}>", self.name),
            keyword => write!(f, "{} {}", keyword.name(), self.name),
        }
    }
}

/// The name and version that a text gives its book.
pub(crate) type Title<'b> = (&'b str, &'b str);

/// What was read of a text.
#[derive(Debug, Default)]
pub(crate) struct Read<'b> {
    pub(crate) statements: Vec<Statement<'b>>,
    pub(crate) title: Option<Title<'b>>,
    /// The names of statements that cannot be read. What uses them has no mistake of its own.
    pub(crate) broken: Vec<&'b str>,
}

/// The statements of a text in order, and its title. What cannot be read is told, and left out.
pub(crate) fn statements<'b>(text: &'b BookText, problems: &mut Vec<RuleProblem>) -> Read<'b> {
    let mut read = Read::default();
    for (count, chunk) in chunks(text).enumerate() {
        if count >= MOST_STATEMENTS {
            problems.push(chunk.piece().error(0, format!("a text may have at most {MOST_STATEMENTS} statements")));
            break;
        }
        if problems.len() >= MOST_PROBLEMS {
            break;
        }
        match chunk.parse() {
            Ok((_, pair)) if pair.as_rule() == Syntax::include => {}
            Ok((_, pair)) if pair.as_rule() == Syntax::title => {
                let words: Vec<&str> = pair.into_inner().map(|part| part.as_str()).collect();
                read.title = read.title.or(words.first().copied().zip(words.get(1).copied()));
            }
            Ok((overrides, pair)) => read.statements.extend(statement(overrides, pair, chunk.piece())),
            Err(problem) => {
                problems.push(problem);
                read.broken.extend(names_in(chunk.words()));
            }
        }
    }
    read
}

fn statement<'b>(overrides: bool, pair: Pair<'b, Syntax>, piece: Piece<'b>) -> Option<Statement<'b>> {
    let (rule, mut parts) = (pair.as_rule(), pair.into_inner().peekable());
    let mut change = if overrides { Change::Override } else { Change::New };
    let keyword = match rule {
        Syntax::label | Syntax::drop => {
            change = if rule == Syntax::label { Change::Label } else { Change::Drop };
            Keyword::named(parts.next()?.as_str())?
        }
        Syntax::extension => {
            change = Change::Extend;
            let inner = parts.next()?;
            let keyword = Keyword::of(inner.as_rule());
            parts = inner.into_inner().peekable();
            match keyword {
                Some(keyword) => keyword,
                None => Keyword::named(parts.next()?.as_str())?,
            }
        }
        rule => Keyword::of(rule)?,
    };
    let name = parts.next()?;
    let of_first_line = |part: &Pair<'_, Syntax>| {
        matches!(
            part.as_rule(),
            Syntax::name
                | Syntax::direction
                | Syntax::reach
                | Syntax::negated
                | Syntax::about
                | Syntax::text
                | Syntax::version
        )
    };
    let mut heads = Vec::new();
    while let Some(part) = parts.next_if(of_first_line) {
        heads.push(part);
    }
    let at = name.as_span().start();
    Some(Statement { keyword, change, name: name.as_str(), at, heads, lines: parts.collect(), piece })
}

/// What may be names of statements in a piece that the grammar does not take: the first words of its first line, and of
/// each line that begins as a statement does, because its white space is the mistake.
fn names_in(words: &str) -> impl Iterator<Item = &str> {
    let begins = |line: &str| Keyword::named(line.split_whitespace().next().unwrap_or_default()).is_some();
    let lines = words.lines().enumerate().filter(move |(index, line)| *index == 0 || begins(line));
    lines.flat_map(|(_, line)| line.split([' ', '\t', ':', '<', '>', '"']).filter(|word| !word.is_empty()).take(4))
}

/// A piece of a text that holds one statement.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Chunk<'b> {
    text: &'b BookText,
    start: usize,
    end: usize,
}

impl<'b> Chunk<'b> {
    pub(crate) fn words(self) -> &'b str {
        self.text.text.get(self.start..self.end).unwrap_or_default()
    }

    pub(crate) fn piece(self) -> Piece<'b> {
        Piece { text: self.text, start: self.start }
    }

    /// The statement in it, by the grammar, and whether it overrides another.
    pub(crate) fn parse(self) -> Result<(bool, Pair<'b, Syntax>), RuleProblem> {
        let mut parsed = RulesParser::parse(Syntax::statement, self.words())
            .map_err(|error| syntax_error(self.piece(), self.words(), &error))?
            .flat_map(Pair::into_inner)
            .peekable();
        let overrides = parsed.next_if(|part| part.as_rule() == Syntax::change).is_some();
        let statement = parsed.next().map(|statement| (overrides, statement));
        statement.ok_or_else(|| self.piece().error(0, "this is no statement of a rule book"))
    }
}

/// The pieces of a text, one for each statement: a statement begins where a line begins with something else than a
/// space or a comment.
pub(crate) fn chunks(text: &BookText) -> impl Iterator<Item = Chunk<'_>> {
    let begins = |at: &usize| {
        let rest = text.text.get(*at..).unwrap_or_default();
        !(rest.is_empty() || rest.starts_with([' ', '\t', '\r', '\n', '#', '\u{a0}']))
    };
    let mut starts = text.line_starts().iter().copied().filter(begins).peekable();
    std::iter::from_fn(move || {
        let start = starts.next()?;
        let next = starts.peek().copied().unwrap_or(text.text.len());
        let words = text.text.get(start..next).unwrap_or_default();
        Some(Chunk { text, start, end: start + without_comments_behind(words).len() })
    })
}

/// A statement without the empty lines and comments behind it, most of which are about the next one.
fn without_comments_behind(statement: &str) -> &str {
    let mut rest = statement.trim_end();
    while let Some(line) =
        rest.rfind('\n').and_then(|at| rest.get(at + 1..)).filter(|line| line.trim_start().starts_with('#'))
    {
        rest = rest.strip_suffix(line).unwrap_or_default().trim_end();
    }
    rest
}
