//! The examples of a rule book: sentences that a statement says it matches, or does not.

use crate::decision::Decision;
use crate::document::Role;
use crate::rules::{Example, RuleBook, RuleProblem};

/// Where an example is tried: the first of these places in which its statement holds.
const PLACES: [(Role, &str); 13] = [
    (Role::Analysis, "What I found\n\nAnalysis"),
    (Role::FinalDecision, "Final decision"),
    (Role::Action, "Agreed action"),
    (Role::Assessment, "The Ombudsman’s assessment"),
    (Role::Scope, "What I have and have not investigated"),
    (Role::NotInvestigated, "Parts of the complaint that I did not investigate"),
    (Role::Facts, "What I found\n\nWhat happened"),
    (Role::Law, "What I found\n\nLaw and guidance"),
    (Role::Found, "What I found"),
    (Role::Powers, "The Ombudsman’s role and powers"),
    (Role::Method, "How I considered this complaint"),
    (Role::Complaint, "The complaint"),
    (Role::Summary, ""),
];

/// Where a theme is tried that looks at nothing else.
const CATEGORY: &str = "Category";

impl RuleBook {
    /// The examples of the book's own text that do not do what they say, as warnings at their places.
    ///
    /// ```
    /// use upheld::RuleBook;
    ///
    /// let text = "cue late: fault\n  in: analysis\n  - replied late\n  yes: The Council replied very late.\n";
    /// let book = RuleBook::parse("own.rules", text).unwrap();
    /// let [problem] = book.failing_examples().try_into().unwrap();
    /// assert_eq!((problem.line(), problem.message()), (4, "`cue late` does not match this"));
    /// ```
    #[must_use]
    pub fn failing_examples(&self) -> Vec<RuleProblem> {
        let failing = self.examples().iter().filter_map(|example| Some((example, self.failure(example)?)));
        failing.filter_map(|(example, message)| self.warning_at(example.origin, message)).collect()
    }

    /// What is otherwise than an example says; nothing if all is well.
    fn failure(&self, example: &Example) -> Option<String> {
        let Example { statement, matches, sentence, .. } = example;
        let (found, others) = if self.leads_to_something(statement) {
            self.found(example)
        } else {
            (self.try_sentence(sentence).iter().any(|tried| tried.statement == *statement), Vec::new())
        };
        match (found, matches) {
            (true, false) => Some(format!("`{statement}` matches this")),
            (false, true) if others.is_empty() => Some(format!("`{statement}` does not match this")),
            // Of two that match, the longer is the right one, and of two for one kind the first.
            (false, true) => Some(format!("`{statement}` does not match this, but {}", others.join(", "))),
            _ => None,
        }
    }

    /// Whether the statement of an example leads to something in its sentence, and what others do.
    fn found(&self, example: &Example) -> (bool, Vec<String>) {
        let Example { statement, sentence, .. } = example;
        let here = |(role, _): &&(Role, &str)| self.holds_in(statement, *role);
        // An action that no phrase tells is one where actions stand; a theme may look at the category only.
        let usual = if statement.starts_with("theme ") { CATEGORY } else { "Agreed action" };
        let heading = PLACES.iter().find(here).map_or(usual, |(_, heading)| heading);
        let outcome = if statement.starts_with("ground ") { "Closed after initial enquiries" } else { "Upheld" };
        let body = match heading {
            CATEGORY => format!("Category : {sentence}\n\nThe complaint\n\n  1. Mr X complains.\n"),
            "" => format!("Summary: {sentence}\n\nThe complaint\n\n  1. Mr X complains.\n"),
            "The complaint" => format!("The complaint\n\n  1. {sentence}\n"),
            heading => format!("The complaint\n\n  1. Mr X complains.\n\n{heading}\n\n  1. {sentence}\n"),
        };
        let page = format!("A Council (21 000 001)\n\nDecision : {outcome}\n\n{body}");
        let decision = Decision::parse_with(&page, self);
        let rules = decision.findings.iter().map(|finding| finding.rule.to_string());
        let rules = rules.chain(decision.remedies.iter().map(|remedy| remedy.rule.to_string()));
        let rules = rules.chain(decision.themes.iter().map(|theme| format!("theme {}", theme.name)));
        let rules = rules.chain(decision.grounds.iter().map(|ground| format!("ground {}", ground.code)));
        let own = |rule: &String| {
            rule == statement || rule.strip_prefix(statement.as_str()).is_some_and(|rest| rest.starts_with(','))
        };
        let (own, others): (Vec<String>, Vec<String>) = rules.partition(own);
        let kind = statement.split(' ').next().unwrap_or_default();
        let others = others.into_iter().filter(|rule| rule.starts_with(kind)).map(|rule| format!("`{rule}` does"));
        (!own.is_empty(), others.collect())
    }
}
