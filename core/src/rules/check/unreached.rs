//! Conditions that can never hold or always do, and rules that former ones always shadow.

use super::logic::{Formula, Logic, Patience, Scope};
use crate::rules::condition::Condition;
use crate::rules::model::Rule;
use crate::rules::problem::RuleProblem;
use crate::rules::read::Definition;
use crate::rules::read::statement::Keyword;
use crate::rules::{Origin, RuleBook};

pub(super) fn warnings(book: &RuleBook, definitions: &[&Definition<'_>]) -> Vec<RuleProblem> {
    let look = Look { book, patience: Patience::new() };
    definitions
        .iter()
        .filter_map(|definition| {
            let statement = &definition.statement;
            let message = look.message(statement.keyword, statement.name)?;
            Some(statement.piece.warning(statement.at, message))
        })
        .collect()
}

/// Looks into the conditions of a book.
struct Look<'b> {
    book: &'b RuleBook,
    patience: Patience,
}

impl Look<'_> {
    fn message(&self, keyword: Keyword, name: &str) -> Option<String> {
        let book = self.book;
        let find = |rules: &[Rule]| rules.iter().position(|rule| *rule.name == *name);
        match keyword {
            Keyword::Signal => {
                let signal = book.signals().iter().find(|signal| signal.name == name)?;
                let scopes = [Scope::Whole, Scope::Issue, Scope::Prose];
                self.of_condition(&signal.when, &scopes, "this signal is there for no decision", "for every decision")
            }
            Keyword::Flag => {
                let rule = book.flags().get(find(book.flags())?)?;
                self.of_condition(&rule.when, &[Scope::Whole], "this flag is never raised", "for every decision")
            }
            Keyword::Derived => self.of_rule(book.derived(), find(book.derived())?, &[Scope::Prose]),
            Keyword::Rule => {
                let index = find(book.rules())?;
                let rule = book.rules().get(index)?;
                let scopes = [(rule.whole, Scope::Whole), (rule.issue, Scope::Issue)];
                let scopes: Vec<Scope> =
                    scopes.into_iter().filter(|(asked, _)| *asked).map(|(_, scope)| scope).collect();
                self.of_rule(book.rules(), index, &scopes)
            }
            _ => None,
        }
    }

    fn of_condition(&self, when: &Condition, scopes: &[Scope], never: &str, always: &str) -> Option<String> {
        let mut can = (false, false);
        for scope in scopes {
            let mut logic = Logic::new(self.book, *scope, &self.patience);
            let formula = logic.formula(when)?;
            can.0 |= logic.can_hold(&formula);
            can.1 |= logic.can_hold(&formula.not());
        }
        match can {
            (false, _) => Some(format!("{never}: its condition can never hold")),
            (_, false) => Some(format!("this condition holds {always}")),
            _ => None,
        }
    }

    fn of_rule(&self, rules: &[Rule], index: usize, scopes: &[Scope]) -> Option<String> {
        let rule = rules.get(index)?;
        let (mut holds, mut shadows, mut reached) = (false, Vec::new(), false);
        for scope in scopes {
            let mut logic = Logic::new(self.book, *scope, &self.patience);
            let own = logic.formula(&rule.when)?;
            if !logic.can_hold(&own) {
                continue;
            }
            holds = true;
            let asked = |other: &&Rule| match scope {
                Scope::Whole => other.whole,
                Scope::Issue => other.issue,
                Scope::Prose => true,
            };
            let mut all = vec![own.clone()];
            for former in rules.iter().take(index).filter(asked) {
                let former_holds = logic.formula(&former.when)?;
                if !logic.can_hold(&Formula::All(vec![own.clone(), former_holds.clone().not()])) {
                    shadows.push(former);
                }
                all.push(former_holds.not());
            }
            reached |= logic.can_hold(&Formula::All(all));
        }
        if !holds {
            return Some("this rule never applies: its condition can never hold".to_owned());
        }
        if reached {
            return None;
        }
        Some(match shadows.first() {
            Some(former) => format!(
                "this rule never applies: `{}`, {}, is asked before it and holds whenever it does",
                former.name,
                place(self.book, former.origin)
            ),
            None => "this rule never applies: of the rules before it one always holds where it does".to_owned(),
        })
    }
}

fn place(book: &RuleBook, origin: Origin) -> String {
    format!("line {} of `{}`", origin.line, book.text_name(origin))
}
