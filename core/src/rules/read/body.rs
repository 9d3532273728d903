//! The lines below a statement's name: its phrases, places, condition and examples.

use pest::iterators::Pair;

use super::statement::{Keyword, Statement};
use super::{Reader, Syntax};
use crate::rules::Wording;
use crate::rules::condition::{Asked, Condition};
use crate::rules::kind::FindingKind;
use crate::rules::model::{Example, Origin, Roles};
use crate::rules::pattern::pattern;
use crate::rules::problem::{Piece, RuleProblem, suggestion};

/// A condition of more brackets is refused: it is read by going down into each.
const DEEPEST_CONDITION: usize = 40;
/// A condition of more signals is refused.
const LONGEST_CONDITION: usize = 100;
/// A book of more phrases is refused.
const MOST_PHRASES: usize = 50_000;
/// A book of more regular expressions is refused: each sentence is tried for all of them.
const MOST_PATTERNS: usize = 100;

/// What the lines of a statement say.
#[derive(Default)]
pub(super) struct Body<'b> {
    /// The phrases and regular expressions, each with its place in the book.
    pub(super) phrases: Vec<(Wording, Origin)>,
    pub(super) places: Option<Roles>,
    pub(super) until: u32,
    pub(super) after: Vec<FindingKind>,
    pub(super) otherwise: Option<(&'b str, usize)>,
    /// What it is for, each with its place.
    pub(super) targets: Vec<(Piece<'b>, &'b str, usize)>,
    pub(super) when: Option<Condition>,
    pub(super) because: Option<String>,
    pub(super) shows: Vec<Asked>,
}

/// The kinds of statement that have phrases.
const WITH_PHRASES: &[Keyword] = &[
    Keyword::Heading,
    Keyword::Boundary,
    Keyword::Context,
    Keyword::Cue,
    Keyword::Ground,
    Keyword::Forum,
    Keyword::Remedy,
    Keyword::Subkind,
    Keyword::Theme,
];

/// The lines that a kind of statement may have.
pub(crate) const LINES: [(&str, Syntax, &[Keyword]); 11] = {
    use Keyword as K;
    [
        ("-", Syntax::phrase, WITH_PHRASES),
        ("in:", Syntax::in_line, &[K::Context, K::Cue, K::Ground, K::Remedy, K::Theme]),
        ("until:", Syntax::until_line, &[K::Context]),
        ("after:", Syntax::after_line, &[K::Cue]),
        ("otherwise:", Syntax::otherwise_line, &[K::Ground]),
        ("for:", Syntax::for_line, &[K::Forum, K::Rule]),
        ("when:", Syntax::when_line, &[K::Signal, K::Rule, K::Derived, K::Flag]),
        ("shows:", Syntax::shows_line, &[K::Rule]),
        ("because:", Syntax::because_line, &[K::Outcome, K::Rule]),
        ("yes:", Syntax::example_line, WITH_PHRASES),
        ("no:", Syntax::example_line, WITH_PHRASES),
    ]
};

impl<'b> Reader<'b> {
    /// What the lines of a statement say. A line with a mistake is told and left out.
    pub(super) fn body(&mut self, statement: &Statement<'b>) -> Body<'b> {
        let mut body = Body::default();
        self.compiler.piece = statement.piece;
        let mut seen: Vec<Syntax> = Vec::new();
        for part in &statement.lines {
            let rule = part.as_rule();
            let repeatable = matches!(rule, Syntax::phrase | Syntax::pattern | Syntax::example_line);
            let read = if !repeatable && seen.contains(&rule) {
                Err(statement
                    .piece
                    .error(part.as_span().start(), "this statement has such a line already; join the two"))
            } else {
                self.line(statement, part.clone(), &mut body)
            };
            seen.push(rule);
            self.told(read);
        }
        body
    }

    fn line(
        &mut self,
        statement: &Statement<'b>,
        part: Pair<'b, Syntax>,
        body: &mut Body<'b>,
    ) -> Result<(), RuleProblem> {
        let piece = statement.piece;
        let (rule, at) = (part.as_rule(), part.as_span().start());
        let line = if rule == Syntax::pattern { Syntax::phrase } else { rule };
        if let Some((name, _, allowed)) = LINES.iter().find(|(_, known, _)| *known == line)
            && !allowed.contains(&statement.keyword)
        {
            let known: Vec<&str> =
                LINES.iter().filter(|it| it.2.contains(&statement.keyword)).map(|(name, _, _)| *name).collect();
            let kind = statement.keyword.name();
            let article = if kind.starts_with('o') { "an" } else { "a" };
            let rule = if statement.keyword == Keyword::Outcome {
                format!("; when a decision has this outcome is said by a `rule NAME: {}`", statement.name)
            } else {
                String::new()
            };
            let message = format!("{article} `{kind}` has no line `{name}`; it may have {}{rule}", quoted(&known));
            return Err(piece.error(at, message));
        }
        let words = part.as_str();
        let inner: Vec<_> = part.into_inner().collect();
        let places = || inner.iter().map(|name| (name.as_str(), name.as_span().start()));
        match rule {
            Syntax::phrase => {
                self.phrases += 1;
                if self.phrases > MOST_PHRASES {
                    return Err(piece.error(at, format!("a book may have at most {MOST_PHRASES} phrases")));
                }
                let phrase = self.compiler.phrase(inner, at)?;
                body.phrases.push((Wording::Phrase(phrase), self.origin(piece, at)));
            }
            Syntax::pattern => {
                self.patterns += 1;
                if self.patterns > MOST_PATTERNS {
                    return Err(piece.error(at, format!("a book may have at most {MOST_PATTERNS} regular expressions")));
                }
                let built = pattern(words).map_err(|message| piece.error(at, message))?;
                body.phrases.push((Wording::Pattern(built), self.origin(piece, at)));
            }
            Syntax::in_line => body.places = Some(self.roles(piece, &inner, statement.keyword == Keyword::Theme)?),
            Syntax::until_line => {
                for (name, at) in places() {
                    self.used.insert((Keyword::Boundary, name));
                    body.until |= self.boundary(piece, name, at)?;
                }
            }
            Syntax::otherwise_line => body.otherwise = places().next(),
            Syntax::after_line => {
                for place in places() {
                    body.after.push(lookup(piece, "kind of finding", place, &FindingKind::ALL)?);
                }
            }
            Syntax::for_line => body.targets = places().map(|(name, at)| (piece, name, at)).collect(),
            Syntax::when_line => body.when = inner.first().map(|any_of| self.when(piece, any_of)).transpose()?,
            Syntax::shows_line => {
                if inner.len() > LONGEST_CONDITION {
                    return Err(piece.error(at, format!("a rule may show at most {LONGEST_CONDITION} signals")));
                }
                body.shows = inner.iter().map(|asked| self.asked(piece, asked)).collect::<Result<_, _>>()?;
            }
            Syntax::because_line => body.because = inner.first().map(|text| text.as_str().trim_matches('"').to_owned()),
            Syntax::example_line => {
                let matches = inner.first().map(Pair::as_str) == Some("yes");
                let sentence = inner.get(1).map(Pair::as_str).unwrap_or_default().trim().to_owned();
                let origin = self.origin(piece, at);
                let (book, line) = (piece.text.name.to_string(), origin.line);
                let statement = statement.to_string();
                self.book.examples.push(Example { statement, matches, sentence, book, line, origin });
            }
            _ => {}
        }
        Ok(())
    }

    fn when(&mut self, piece: Piece<'b>, any_of: &Pair<'b, Syntax>) -> Result<Condition, RuleProblem> {
        let words = any_of.as_str();
        let turns = words.split(|letter: char| letter.is_whitespace() || letter == '(');
        let turns = turns.filter(|word| matches!(*word, "not" | "no")).count();
        if words.matches('(').count() + turns > DEEPEST_CONDITION {
            let message = format!("a condition may have at most {DEEPEST_CONDITION} brackets and `not`s");
            return Err(piece.error(any_of.as_span().start(), message));
        }
        let condition = self.condition(piece, any_of)?;
        let mut signals = 0;
        condition.visit(&mut |_| signals += 1);
        if signals > LONGEST_CONDITION {
            let message = format!("a condition may ask for at most {LONGEST_CONDITION} signals");
            return Err(piece.error(any_of.as_span().start(), message));
        }
        Ok(condition)
    }

    fn condition(&mut self, piece: Piece<'b>, pair: &Pair<'b, Syntax>) -> Result<Condition, RuleProblem> {
        if pair.as_rule() == Syntax::asked {
            return self.asked(piece, pair).map(Condition::Signal);
        }
        let parts = pair.clone().into_inner().filter(|part| part.as_rule() != Syntax::end_of_brackets);
        let mut parts = parts.map(|part| self.condition(piece, &part)).collect::<Result<Vec<_>, _>>()?;
        Ok(match pair.as_rule() {
            Syntax::negation => Condition::Not(Box::new(parts.pop().unwrap_or(Condition::Any(Vec::new())))),
            Syntax::all_of if parts.len() > 1 => Condition::All(parts),
            Syntax::any_of if parts.len() > 1 => Condition::Any(parts),
            _ => parts.pop().unwrap_or(Condition::Any(Vec::new())),
        })
    }
}

/// What a name stands for in a list of known ones.
pub(super) fn lookup<T: Copy>(
    piece: Piece<'_>,
    what: &str,
    (name, at): (&str, usize),
    known: &[(&str, T)],
) -> Result<T, RuleProblem> {
    known.iter().find(|(other, _)| *other == name).map(|(_, value)| *value).ok_or_else(|| {
        let hint = suggestion(name, known.iter().map(|(name, _)| *name));
        let names: Vec<&str> = known.iter().map(|(name, _)| *name).collect();
        let hint = if hint.is_empty() && names.len() < 20 { format!("; known are {}", quoted(&names)) } else { hint };
        piece.error(at, format!("unknown {what} `{name}`{hint}"))
    })
}

fn quoted(names: &[&str]) -> String {
    names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}
