//! Names that nothing uses, and statements that can match nothing.

use rustc_hash::FxHashSet;

use crate::rules::model::Particles;
use crate::rules::problem::RuleProblem;
use crate::rules::read::statement::Keyword;
use crate::rules::read::{Definition, Names, has_phrases, told_by_no_phrase};

pub(super) fn warnings(
    definitions: &[&Definition<'_>],
    used: &Names<'_>,
    words_used: &FxHashSet<&str>,
) -> Vec<RuleProblem> {
    definitions.iter().filter_map(|definition| warning(definition, used, words_used)).collect()
}

fn warning(definition: &Definition<'_>, used: &Names<'_>, words_used: &FxHashSet<&str>) -> Option<RuleProblem> {
    let statement = &definition.statement;
    let (keyword, name) = (statement.keyword, statement.name);
    let unused = !used.contains(&(keyword, name));
    let message = match keyword {
        Keyword::Words if !words_used.contains(name) && !Particles::NAMES.contains(&name) => {
            format!("no phrase uses `<{name}>`")
        }
        Keyword::Places if unused => format!("no line `in:` names the places `{name}`"),
        Keyword::Boundary if unused => format!("no line `until:` names the boundary `{name}`"),
        Keyword::Signal if unused => format!("no condition asks for the signal `{name}`"),
        Keyword::Outcome if unused => format!("no rule gives the outcome `{name}`"),
        Keyword::Ground if unused && !has_phrases(definition) => {
            format!("`{statement}` has no phrases, and nothing leads to it")
        }
        Keyword::Heading | Keyword::Boundary | Keyword::Context | Keyword::Cue | Keyword::Forum | Keyword::Theme
            if !has_phrases(definition) =>
        {
            format!("`{statement}` has no phrases, so that it never matches")
        }
        Keyword::Remedy if !has_phrases(definition) && !told_by_no_phrase(definition) => {
            format!("`{statement}` has no phrases, so that it never matches")
        }
        _ => return None,
    };
    Some(statement.piece.warning(statement.at, message))
}
