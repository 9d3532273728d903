//! Prints what each decision in a folder asks for, by the day it is due.
//!
//! `cargo run -p upheld-tests --example due_dates -- examples/decisions`

use std::error::Error;
use std::path::PathBuf;
use std::{env, fs};

use upheld::{Decision, RuleBook, Source};

fn main() -> Result<(), Box<dyn Error>> {
    let folder = env::args_os().nth(1).map_or_else(|| PathBuf::from("examples/decisions"), PathBuf::from);
    let mut actions = Vec::new();
    for entry in fs::read_dir(&folder)? {
        let path = entry?.path();
        let source = match Source::open(&path) {
            Ok(source) => source,
            Err(error) => {
                eprintln!("{}: {error}", path.display());
                continue;
            }
        };
        let decision = Decision::read(source, RuleBook::standard());
        let reference = decision.document.reference().unwrap_or_else(|| path.display().to_string());
        for remedy in &decision.remedies {
            let due = remedy.deadline.and_then(|deadline| deadline.due);
            actions.push((due, reference.clone(), remedy.kind.name(), decision.document.slice(remedy.span).to_owned()));
        }
    }
    actions.sort();
    for (due, reference, kind, sentence) in actions {
        let due = due.map_or_else(|| "no date".to_owned(), |day| day.to_string());
        println!("{due:10}  {reference}  {kind:19}  {sentence}");
    }
    Ok(())
}
