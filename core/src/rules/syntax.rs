//! Errors of the rule grammar, in words.

use pest::error::{ErrorVariant, InputLocation};
use upheld_grammar::rules::Rule as Syntax;

use super::problem::{Piece, RuleProblem};

/// Where the grammar stopped, and what it expected there.
pub(super) fn syntax_error(piece: Piece<'_>, error: &pest::error::Error<Syntax>) -> RuleProblem {
    let offset = match error.location {
        InputLocation::Pos(at) | InputLocation::Span((at, _)) => at,
    };
    let message = match &error.variant {
        ErrorVariant::ParsingError { positives, .. } if !positives.is_empty() => {
            let mut expected: Vec<&str> = positives.iter().map(|rule| in_words(*rule)).collect();
            expected.sort_unstable();
            expected.dedup();
            format!("expected {}", expected.join(", or "))
        }
        _ => "this is no statement of a rule book".to_owned(),
    };
    piece.error(offset, message)
}

/// What a rule of the grammar is called in an error.
fn in_words(rule: Syntax) -> &'static str {
    match rule {
        Syntax::statement | Syntax::EOI => {
            "a statement (`book`, `include`, `words`, `places`, `heading`, `boundary`, `context`, `cue`, `ground`, `forum`, \
             `remedy`, `subkind`, `theme`, `signal`, `outcome`, `rule`, `derived`, `flag`; before them `override` or \
             `extend`; `label`, `drop`)"
        }
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
