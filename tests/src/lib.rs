//! What the tests share: the decisions written for this project, a way to print what was read of one, and the score.

pub mod gold;
pub mod hostile;
pub mod idioms;
pub mod invariants;
pub mod layouts;
pub mod page;
pub mod score;

use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;

use upheld::{Decision, Source, Span};

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

/// The score of this project's decisions and idioms, as `score.txt` keeps it.
///
/// # Errors
///
/// The annotation or idiom that could not be read.
pub fn own_score() -> Result<String, String> {
    let mut score = score::Score::default();
    score.add_folder(&folder())?;
    score.add_idioms(&PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("idioms"))?;
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
            (name, Source::open(&path).expect("a decision is a text").text)
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
        if let Some(point) = issue.point {
            line(format!("           answers: {}", quote(point)));
        }
    }
    for finding in &decision.findings {
        let kind = [finding.kind.name().to_owned()].into_iter().chain(finding.subkinds.clone()).collect::<Vec<_>>();
        line(format!("\n{:>7}  {}  [{}; {}]", finding.at, kind.join(" "), quote(finding.cue), finding.rule));
        line(format!("         {}", quote(finding.span)));
        if let Some(about) = finding.about {
            line(format!("         – of: {}", quote(about)));
        }
    }
    for finding in &decision.set_aside {
        let triggers: Vec<String> =
            finding.context.triggers.iter().map(|it| format!("{} by «{}»", it.rule, quote(it.span))).collect();
        let kind = finding.kind.name();
        line(format!("\n{:>7}  no {kind}  [{}; {}]", finding.at, quote(finding.cue), triggers.join(", ")));
        line(format!("         {}", quote(finding.span)));
    }
    for ground in &decision.grounds {
        let forum = ground.forum.as_ref().map_or_else(String::new, |forum| format!(" → {}", forum.name));
        line(format!("\n{:>7}  ground {}{forum}  [{}]", ground.at, ground.code, quote(ground.cue)));
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
            "\n{:>7}  {} {}{amount}{to}{due}  [{:?}; {}]",
            remedy.at,
            remedy.kind.name(),
            remedy.subkind.as_deref().unwrap_or("–"),
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
