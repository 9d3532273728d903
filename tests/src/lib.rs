//! What the tests share: the decisions written for this project, a way to print what was read of one, and the score.

pub mod gold;
pub mod score;

use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;

use upheld::{Decision, Span};

/// The folder of the decisions.
#[must_use]
pub fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("decisions")
}

/// The file that keeps the score of this project's decisions.
#[must_use]
pub fn score_table() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("score.txt")
}

/// The score of this project's decisions, as `score.txt` keeps it.
///
/// # Errors
///
/// The annotation that could not be read.
pub fn own_score() -> Result<String, String> {
    let mut score = score::Score::default();
    score.add_folder(&folder())?;
    Ok(score.to_string())
}

/// The decisions of this project: file name and text, by name.
///
/// # Panics
///
/// If they cannot be read, for then no test has anything to test.
#[must_use]
pub fn decisions() -> Vec<(String, String)> {
    let mut decisions: Vec<(String, String)> = fs::read_dir(folder())
        .expect("tests/decisions is there")
        .map(|entry| entry.expect("its entries can be read").path())
        .filter(|path| path.extension().is_some_and(|end| end == "txt"))
        .map(|path| {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            (name, upheld::read_text(&path).expect("a decision is a text"))
        })
        .collect();
    assert!(!decisions.is_empty(), "tests/decisions has no decision");
    decisions.sort();
    decisions
}

/// What was read of a decision, for a reviewer: the outcome and why, the parts, and every finding, ground and remedy with
/// the sentence that proves it.
#[must_use]
pub fn render(decision: &Decision) -> String {
    let document = &decision.document;
    let quote = |span: Span| document.slice(span).split_whitespace().collect::<Vec<_>>().join(" ");
    let or_dash = |span: Option<Span>| span.map_or_else(|| "–".to_owned(), quote);
    let (header, triage) = (&document.header, &decision.triage);
    let mut out = String::new();
    let mut line = |text: String| writeln!(out, "{}", text.trim_end()).expect("a string takes any text");

    line(format!("{} ({})", or_dash(header.body), or_dash(header.reference)));
    line(format!("{} > {}", or_dash(header.category), or_dash(header.subcategory)));
    let date = header.date.map_or_else(|| "no date".to_owned(), |date| date.to_string());
    line(format!("{}, {date}; layout {:?}", or_dash(header.outcome_text), document.layout));
    line(String::new());
    line(format!("outcome  {} – {}", triage.outcome.as_deref().unwrap_or("none"), triage.reason));
    let derived = triage.derived_outcome.map_or("nothing", |outcome| outcome.code());
    line(format!("prose    leads to {derived}"));
    for flag in &triage.flags {
        line(format!("flag     {}: {}", flag.name, flag.message));
    }
    for issue in &decision.issues {
        line(format!("part     {} – {}", issue.outcome.as_deref().unwrap_or("none"), quote(issue.span)));
    }
    for finding in &decision.findings {
        line(format!("\n{:>7}  {}  [{}; {}]", finding.at, finding.kind.name(), quote(finding.cue), finding.rule));
        line(format!("         {}", quote(finding.span)));
    }
    for ground in &decision.grounds {
        line(format!("\n{:>7}  ground {}  [{}]", ground.at, ground.code, quote(ground.cue)));
        line(format!("         {}", quote(ground.span)));
    }
    for remedy in &decision.remedies {
        let amount = remedy.amount.map_or_else(String::new, |amount| format!(" £{amount}"));
        let to = remedy.to.map_or_else(String::new, |to| format!(" to {}", quote(to)));
        let due = remedy.deadline.map_or_else(String::new, |deadline| {
            let day = deadline.due.map_or_else(|| "no day".to_owned(), |day| day.to_string());
            format!(", due {day} ({})", quote(deadline.span))
        });
        line(format!(
            "\n{:>7}  {}{amount}{to}{due}  [{:?}; {}]",
            remedy.at,
            remedy.kind.name(),
            remedy.status,
            remedy.rule
        ));
        line(format!("         {}", quote(remedy.span)));
    }
    for diagnostic in &document.diagnostics {
        line(format!("\n  note   {}", diagnostic.message));
    }
    out
}
