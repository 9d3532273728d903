//! The examples of a rule book: sentences that a statement says it matches, or does not.

use crate::decision::Decision;
use crate::document::Role;
use crate::rules::{Example, RuleBook, RuleProblem};

/// Where an example is tried: the first of these places in which its statement holds.
const PLACES: [(Role, &str); 9] = [
    (Role::Analysis, "What I found\n\nAnalysis"),
    (Role::FinalDecision, "Final decision"),
    (Role::Action, "Agreed action"),
    (Role::Assessment, "The Ombudsman’s assessment"),
    (Role::Scope, "What I have and have not investigated"),
    (Role::NotInvestigated, "Parts of the complaint that I did not investigate"),
    (Role::Facts, "What I found\n\nWhat happened"),
    (Role::Complaint, "The complaint"),
    (Role::Summary, ""),
];

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
        let failing = self.examples().iter().filter(|example| self.matches(example) != example.matches);
        failing
            .filter_map(|example| {
                let says = if example.matches { "does not match this" } else { "matches this" };
                self.warning_at(&example.book, example.line, format!("`{}` {says}", example.statement))
            })
            .collect()
    }

    /// Whether the statement of an example matches its sentence.
    fn matches(&self, example: &Example) -> bool {
        let Example { statement, sentence, .. } = example;
        if !self.leads_to_something(statement) {
            return self.try_sentence(sentence).iter().any(|tried| tried.statement == *statement);
        }
        let here = |(role, _): &&(Role, &str)| self.holds_in(statement, *role);
        // An action that no phrase tells is one where actions stand.
        let heading = PLACES.iter().find(here).map_or("Agreed action", |(_, heading)| heading);
        let is_ground = statement.starts_with("ground ");
        let outcome = if is_ground { "Closed after initial enquiries" } else { "Upheld" };
        let body = if heading.is_empty() {
            format!("Summary: {sentence}\n\nThe complaint\n\n  1. Mr X complains.\n")
        } else if heading.starts_with("The complaint") {
            format!("The complaint\n\n  1. {sentence}\n")
        } else {
            format!("The complaint\n\n  1. Mr X complains.\n\n{heading}\n\n  1. {sentence}\n")
        };
        let page = format!("A Council (21 000 001)\n\nDecision : {outcome}\n\n{body}");
        let decision = Decision::parse_with(&page, self);
        let rules = decision.findings.iter().map(|finding| finding.rule.clone());
        let rules = rules.chain(decision.remedies.iter().map(|remedy| remedy.rule.clone()));
        let rules = rules.chain(decision.themes.iter().map(|theme| format!("theme {}", theme.name)));
        let mut rules = rules.chain(decision.grounds.iter().map(|ground| format!("ground {}", ground.code)));
        rules.any(|rule| rule == *statement || rule.strip_prefix(statement).is_some_and(|rest| rest.starts_with(',')))
    }
}
