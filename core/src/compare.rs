//! What another rule book makes of a decision: what it gains and what it loses.

use std::collections::BTreeSet;
use std::fmt;

use serde::Serialize;

use crate::analysis::At;
use crate::decision::Decision;
use crate::rules::Status;

/// Something that one reading of a decision says and another does not.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Difference {
    /// What it is about: `outcome`, `derived outcome`, `part`, `finding`, `remedy`, `ground`, `theme`, `flag`.
    pub what: &'static str,
    /// The paragraph, where it stands in one.
    pub at: Option<At>,
    /// What is said: `upheld.remedied`, `fault`, `payment 200.00`.
    pub says: String,
    /// The sentence that it rests on, where it rests on one.
    pub text: String,
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.what, self.says)?;
        match self.at {
            Some(At::Paragraph(number)) => write!(f, ", para {number}")?,
            Some(At::Summary) => f.write_str(", summary")?,
            None => {}
        }
        let text = self.text.split_whitespace().collect::<Vec<_>>().join(" ");
        if text.is_empty() { Ok(()) } else { write!(f, ": {text}") }
    }
}

/// What changes from one reading of a decision to another.
///
/// ```
/// use upheld::{Comparison, Decision, RuleBook};
///
/// let page = "Final decision\n\n  1. This was fault. The Council’s reply was poor.\n";
/// let book = RuleBook::standard().extend("own.rules", "cue poor: fault\n  in: final_decision\n  - was poor\n").unwrap();
/// let comparison = Comparison::new(&Decision::parse(page), &Decision::parse_with(page, &book));
/// assert!(comparison.losses.is_empty());
/// assert_eq!(comparison.gains[0].to_string(), "finding fault, para 1: The Council’s reply was poor.");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Comparison {
    /// What the new reading says and the old one does not.
    pub gains: Vec<Difference>,
    /// What the old reading says and the new one does not.
    pub losses: Vec<Difference>,
}

impl Comparison {
    /// Compares two readings of one text: outcomes, parts, findings, remedies, grounds, themes and flags.
    #[must_use]
    pub fn new(old: &Decision, new: &Decision) -> Self {
        let (old, new) = (sayings(old), sayings(new));
        Self { gains: new.difference(&old).cloned().collect(), losses: old.difference(&new).cloned().collect() }
    }

    /// Whether both readings say the same.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.gains.is_empty() && self.losses.is_empty()
    }
}

fn sayings(decision: &Decision) -> BTreeSet<Difference> {
    let slice = |span| decision.document.slice(span).to_owned();
    let triage = &decision.triage;
    // What an outcome is called is no part of what is said.
    let outcome = |code: &Option<String>| code.clone().unwrap_or_else(|| "none".to_owned());
    let say = |what, at, says: String, text: String| Difference { what, at, says, text };
    let mut all = BTreeSet::from([say("outcome", None, outcome(&triage.outcome), String::new())]);
    all.extend(decision.issues.iter().map(|it| say("part", None, outcome(&it.outcome), slice(it.span))));
    if let Some(derived) = triage.derived_outcome {
        all.insert(say("derived outcome", None, derived.code().to_owned(), String::new()));
    }
    all.extend(decision.findings.iter().map(|it| {
        let kinds: Vec<&str> = std::iter::once(it.kind.name()).chain(it.subkinds.iter().map(String::as_str)).collect();
        say("finding", Some(it.at), kinds.join(" "), slice(it.span))
    }));
    all.extend(decision.remedies.iter().map(|it| {
        let mut says = vec![it.kind.name().to_owned()];
        says.extend(it.subkind.clone());
        says.extend(it.amount.map(|amount| amount.to_string()));
        says.extend(Status::ALL.iter().find(|(_, status)| *status == it.status).map(|(name, _)| (*name).to_owned()));
        says.extend(it.to.map(|to| format!("to {}", slice(to))));
        says.extend(it.deadline.and_then(|deadline| deadline.due).map(|due| format!("by {due}")));
        say("remedy", Some(it.at), says.join(" "), slice(it.span))
    }));
    all.extend(decision.grounds.iter().map(|it| say("ground", Some(it.at), it.code.clone(), slice(it.span))));
    all.extend(decision.themes.iter().map(|it| say("theme", it.at, it.name.clone(), slice(it.span))));
    all.extend(triage.flags.iter().map(|it| say("flag", None, it.name.clone(), String::new())));
    all
}
