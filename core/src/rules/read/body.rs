//! The lines below a statement's name: its phrases, places, condition and examples.

use pest::iterators::Pair;

use super::{Reader, Syntax, line_of};
use crate::rules::RuleError;
use crate::rules::condition::{Condition, Signal};
use crate::rules::error::suggestion;
use crate::rules::model::{Example, FindingKind, Roles};
use crate::rules::phrase::Phrase;

/// A condition of more brackets is refused: it is read by going down into each.
const DEEPEST_CONDITION: usize = 100;

/// What the lines of a statement say.
#[derive(Default)]
pub(super) struct Body {
    /// The line of the statement's name.
    pub(super) line: u32,
    pub(super) phrases: Vec<Phrase>,
    pub(super) places: Option<Roles>,
    pub(super) until: u32,
    pub(super) after: Vec<FindingKind>,
    pub(super) otherwise: Option<(String, usize)>,
    /// What it is for, each with its place.
    pub(super) targets: Vec<(String, usize)>,
    pub(super) when: Option<Condition>,
    pub(super) because: String,
    pub(super) shows: Vec<Signal>,
}

impl Reader<'_> {
    pub(super) fn body<'p>(
        &mut self,
        parts: impl Iterator<Item = Pair<'p, Syntax>>,
        statement: &str,
    ) -> Result<Body, RuleError> {
        let mut body = Body::default();
        for part in parts {
            let (rule, at) = (part.as_rule(), part.as_span().start());
            let line = if rule == Syntax::example_line { line_of(&part) } else { 0 };
            let inner: Vec<_> = part.into_inner().collect();
            match rule {
                Syntax::phrase => body.phrases.push(self.compiler.phrase(inner, at)?),
                Syntax::in_line => body.places = Some(self.roles(&inner)?),
                Syntax::until_line => {
                    for name in inner {
                        let Some(bit) = self.boundaries.iter().position(|known| known == name.as_str()) else {
                            let hint = suggestion(name.as_str(), self.boundaries.iter().map(String::as_str));
                            return Err(self
                                .place
                                .error(name.as_span().start(), format!("unknown boundary `{}`{hint}", name.as_str())));
                        };
                        body.until |= 1 << bit;
                    }
                }
                Syntax::otherwise_line => {
                    body.otherwise = inner.first().map(|name| (name.as_str().to_owned(), name.as_span().start()));
                }
                Syntax::after_line => {
                    for name in inner {
                        let place = (name.as_str(), name.as_span().start());
                        body.after.push(self.lookup("kind of finding", place, &FindingKind::ALL)?);
                    }
                }
                Syntax::for_line => {
                    body.targets =
                        inner.iter().map(|name| (name.as_str().to_owned(), name.as_span().start())).collect();
                }
                Syntax::when_line => {
                    let words = inner.first().map(Pair::as_str).unwrap_or_default();
                    if words.matches('(').count() + words.matches("not ").count() > DEEPEST_CONDITION {
                        let message = format!("a condition may have at most {DEEPEST_CONDITION} brackets and `not`s");
                        return Err(self.place.error(at, message));
                    }
                    body.when = inner.first().map(condition);
                }
                Syntax::shows_line => body.shows = inner.iter().map(|name| Signal::new(name.as_str())).collect(),
                Syntax::because_line => {
                    body.because =
                        inner.first().map(|text| text.as_str().trim_matches('"').to_owned()).unwrap_or_default();
                }
                Syntax::example_line => {
                    let (kind, sentence) =
                        (inner.first().map(Pair::as_str), inner.get(1).map(Pair::as_str).unwrap_or_default());
                    let sentence = sentence.trim().to_owned();
                    let example =
                        Example { statement: statement.to_owned(), matches: kind == Some("yes"), sentence, line };
                    self.book.examples.push(example);
                }
                _ => {}
            }
        }
        Ok(body)
    }
}

fn condition(pair: &Pair<'_, Syntax>) -> Condition {
    let mut parts: Vec<Condition> =
        pair.clone().into_inner().filter(|part| part.as_rule() != Syntax::name).map(|part| condition(&part)).collect();
    match pair.as_rule() {
        Syntax::signal => {
            Condition::Signal(Signal::new(pair.as_str().split_whitespace().collect::<Vec<_>>().join(" ")))
        }
        Syntax::negation => Condition::Not(Box::new(parts.pop().unwrap_or(Condition::Any(Vec::new())))),
        Syntax::all_of if parts.len() > 1 => Condition::All(parts),
        Syntax::any_of if parts.len() > 1 => Condition::Any(parts),
        _ => parts.pop().unwrap_or(Condition::Any(Vec::new())),
    }
}
