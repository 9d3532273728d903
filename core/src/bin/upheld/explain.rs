//! `upheld explain`: why a decision has its outcome, and why not another.

use std::fmt::Write as _;

use anstyle::Style;
use clap::error::ErrorKind;
use upheld::{Decision, RuleBook};

use crate::args::{ExplainArgs, ExplainFormat};
use crate::stop::Stop;
use crate::tone::{Tone, paint};
use crate::{book, inputs, terminal};

/// Runs the command.
pub(crate) fn run(args: &ExplainArgs) -> Result<(), Stop> {
    let book = book::load(&args.book)?;
    if let Some(outcome) = &args.why_not {
        known(&book, outcome)?;
    }
    let input = inputs::single(args.path.as_deref())?;
    let source =
        input.read(&args.limits.limits()).map_err(|reason| Stop::Failed(format!("{}: {reason}", input.name())))?;
    let decision = Decision::read(source, &book);
    let explanation = decision.explain(&book);
    let text = match (args.format, &args.why_not) {
        (ExplainFormat::Json, _) => {
            let json = serde_json::to_string(&explanation);
            json.map_err(|error| Stop::Failed(format!("this explanation cannot be printed: {error}")))? + "\n"
        }
        (ExplainFormat::Text, Some(outcome)) => painted(&explanation.why_not(outcome, &decision, &book)),
        (ExplainFormat::Text, None) => painted(&explanation.in_words(&decision, &book)),
    };
    terminal::print(&text)
}

/// Whether the book has an outcome.
fn known(book: &RuleBook, outcome: &str) -> Result<(), Stop> {
    if book.outcome_label(outcome).is_some() {
        return Ok(());
    }
    let outcomes: Vec<&str> = book.outcome_codes().collect();
    let message = format!("the book has no outcome `{outcome}`; it has {}", outcomes.join(", "));
    Err(Stop::Usage(ErrorKind::ValueValidation, message))
}

/// The text with its headings and marks in colour.
fn painted(text: &str) -> String {
    let mut page = String::new();
    for line in text.lines() {
        let line = match line.trim_start().chars().next() {
            Some('✓') => line.replacen('✓', &Tone::Good.paint("✓"), 1),
            Some('✗') => line.replacen('✗', &Tone::Wrong.paint("✗"), 1),
            _ if line.starts_with(|first: char| !first.is_whitespace()) => paint(Style::new().bold(), line),
            _ => line.to_owned(),
        };
        let _ = writeln!(page, "{line}");
    }
    page
}
