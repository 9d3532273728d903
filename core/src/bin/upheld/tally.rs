//! The counts below the table.

use std::collections::BTreeMap;
use std::fmt::Write;

use upheld::Decision;

use crate::tone::{Tone, paint};

/// What counts of one decision.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Counted {
    outcome: Option<String>,
    label: String,
    flagged: bool,
}

impl Counted {
    /// What counts of a decision.
    pub(crate) fn of(decision: &Decision) -> Self {
        let triage = &decision.triage;
        Self { outcome: triage.outcome.clone(), label: triage.label.clone(), flagged: !triage.flags.is_empty() }
    }
}

/// How many decisions of each kind there were.
#[derive(Debug, Default)]
pub(crate) struct Tally {
    outcomes: BTreeMap<(Option<String>, String), usize>,
    read: usize,
    flagged: usize,
    failed: usize,
}

impl Tally {
    /// Counts a decision.
    pub(crate) fn add(&mut self, counted: Counted) {
        self.read += 1;
        self.flagged += usize::from(counted.flagged);
        *self.outcomes.entry((counted.outcome, counted.label)).or_default() += 1;
    }

    /// Counts something that could not be read.
    pub(crate) fn fail(&mut self) {
        self.failed += 1;
    }

    /// How many decisions were read.
    pub(crate) fn read(&self) -> usize {
        self.read
    }

    /// How many could not be.
    pub(crate) fn failed(&self) -> usize {
        self.failed
    }

    /// The counts below the table: of each decision reason, the most frequent first, then of what needs a person.
    pub(crate) fn in_words(&self, width: usize) -> String {
        let mut text = String::new();
        if self.read > 0 {
            text.push('\n');
            text.push_str(&Tone::Faint.paint(&"─".repeat(width)));
            text.push('\n');
        }
        let total = if self.read == 1 { "1 decision".to_owned() } else { format!("{} decisions", self.read) };
        text.push_str(&paint(anstyle::Style::new().bold(), &total));
        if self.flagged > 0 {
            let _ = write!(text, ", {} with something to check", self.flagged);
        }
        if self.failed > 0 {
            let things = if self.failed == 1 { "path" } else { "paths" };
            let _ = write!(text, ", {} {things} could not be read (see the messages on standard error)", self.failed);
        }
        text.push('\n');
        let mut outcomes: Vec<_> = self.outcomes.iter().collect();
        // A stable order: by number, then as the codes are in the alphabet.
        outcomes.sort_by_key(|(_, count)| std::cmp::Reverse(**count));
        for ((code, label), count) in outcomes {
            let _ = writeln!(text, "{count:>7}  {}", Tone::of_outcome(code.as_deref()).paint(label));
        }
        text
    }
}
