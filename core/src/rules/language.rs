//! The words of the rule language that the program gives a meaning, for whoever writes books or tools for them.

use super::RuleBook;
use super::kind::{Bar, FindingKind, RemedyKind, Status};
use super::model::{Effect, Particles, Reaches, Told};
use super::read::statement::Keyword;
use super::read::{FORMS, LINES};
use crate::document::{Published, Role};

impl RuleBook {
    /// The words of the rule language that the program gives a meaning, each list with what it lists.
    ///
    /// ```
    /// let language = upheld::RuleBook::language();
    /// let (_, effects) = language.iter().find(|(what, _)| *what == "effect").unwrap();
    /// assert!(effects.contains(&"negation"));
    /// ```
    #[must_use]
    pub fn language() -> Vec<(&'static str, Vec<&'static str>)> {
        let statements = Keyword::ALL.iter().map(|(name, _, _)| *name);
        let changes = ["book", "include", "override", "extend", "label", "drop"];
        vec![
            ("statement", changes.into_iter().chain(statements).collect()),
            ("line", LINES.iter().map(|(name, _, _)| *name).collect()),
            ("section", names(&Role::ALL)),
            ("kind of finding", names(&FindingKind::ALL)),
            ("kind of remedy", names(&RemedyKind::ALL)),
            ("status", names(&Status::ALL)),
            ("bar", names(&Bar::ALL)),
            ("effect", names(&Effect::ALL)),
            ("direction", names(&Reaches::ALL)),
            ("way to tell a remedy", names(&Told::ALL)),
            ("published outcome", Published::ALL.iter().map(|it| it.code()).collect()),
            ("signal", FORMS.to_vec()),
            ("family", Particles::NAMES.to_vec()),
        ]
    }
}

fn names<T>(known: &[(&'static str, T)]) -> Vec<&'static str> {
    known.iter().map(|(name, _)| *name).collect()
}
