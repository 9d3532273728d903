//! Errors of the rule grammar, in words.

use pest::error::{ErrorVariant, InputLocation};
use upheld_grammar::rules::Rule as Syntax;

use super::diagnose::{in_first_line, in_later_line};
use super::problem::{Piece, RuleProblem};

/// Where the grammar stopped in a statement, and what would be right there.
pub(super) fn syntax_error(piece: Piece<'_>, words: &str, error: &pest::error::Error<Syntax>) -> RuleProblem {
    let at = match error.location {
        InputLocation::Pos(at) | InputLocation::Span((at, _)) => at,
    };
    let start = words.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |at| at + 1);
    let line = words.get(start..).and_then(|rest| rest.lines().next()).unwrap_or_default();
    let known = if start == 0 { in_first_line(line) } else { in_later_line(line, at - start) };
    match known {
        Some((column, message)) => piece.error(start + column, message),
        None => piece.error(at, expected(error)),
    }
}

/// What the grammar expected.
fn expected(error: &pest::error::Error<Syntax>) -> String {
    match &error.variant {
        ErrorVariant::ParsingError { positives, .. } if !positives.is_empty() => {
            // The end of the statement is no news to whoever has written more.
            let mut expected: Vec<&str> =
                positives.iter().filter(|rule| **rule != Syntax::EOI).map(|rule| in_words(*rule)).collect();
            expected.sort_unstable();
            expected.dedup();
            if expected.is_empty() {
                "nothing more was expected here".to_owned()
            } else {
                format!("expected {}", expected.join(", "))
            }
        }
        _ => "this is no statement of a rule book".to_owned(),
    }
}

/// What a rule of the grammar is called in an error.
fn in_words(rule: Syntax) -> &'static str {
    match rule {
        Syntax::title => "`book NAME VERSION`",
        Syntax::in_line => "`in: SECTION, ...`",
        Syntax::until_line => "`until: BOUNDARY, ...`",
        Syntax::after_line => "`after: KIND, ...`",
        Syntax::otherwise_line => "`otherwise: GROUND`",
        Syntax::for_line => "`for: whole, issue` or, of a forum, `for: GROUND, ...`",
        Syntax::when_line => "`when: CONDITION`",
        Syntax::shows_line => "`shows: SIGNAL, ...`",
        Syntax::because_line => "`because: \"REASON\"`",
        Syntax::example_line | Syntax::example_kind => "`yes: SENTENCE` or `no: SENTENCE`",
        Syntax::phrase | Syntax::choice | Syntax::alternatives => "words",
        Syntax::word => "a word",
        Syntax::wildcard => "`*`",
        Syntax::family => "`<family>`",
        Syntax::gap => "a gap `...` or `..`",
        Syntax::group => "`( | )`",
        Syntax::optional => "`[ ]`",
        Syntax::end_of_group | Syntax::end_of_brackets => "`)`",
        Syntax::end_of_optional => "`]`",
        Syntax::start | Syntax::finish => "`^` or `$`",
        Syntax::name => "a name in small letters",
        Syntax::text | Syntax::inner => "a text in double quotes",
        Syntax::direction => "`forward`, `backward` or `both`",
        Syntax::reach | Syntax::version => "a number",
        Syntax::sum => "a sum",
        Syntax::asked | Syntax::term | Syntax::any_of | Syntax::all_of | Syntax::bracketed | Syntax::negation => {
            "a condition"
        }
        _ => "a statement",
    }
}
