//! Prints how far decisions are read as their gold annotations say, what differs, and what was gained and lost against
//! the table in `tests/score.txt`.
//!
//! `score` reads the decisions of this project, `score FOLDER...` those of other folders; `score --accept` writes the table.

use std::path::PathBuf;
use std::process::ExitCode;
use std::{env, fs};

use upheld_tests::score::{Score, changes};

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("score: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), String> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let (accept, folders): (Vec<_>, Vec<_>) = arguments.into_iter().partition(|argument| argument == "--accept");
    if let Some(unknown) = folders.iter().find(|argument| argument.starts_with('-')) {
        return Err(format!("unknown option `{unknown}`; there is `--accept`"));
    }
    if !folders.is_empty() {
        let mut score = Score::default();
        folders.iter().try_for_each(|folder| score.add_folder(&PathBuf::from(folder)))?;
        print!("{score}");
        return Ok(());
    }
    let now = upheld_tests::own_score()?;
    let path = upheld_tests::score_table();
    let before = fs::read_to_string(&path).unwrap_or_default();
    print!("{now}");
    let changes = changes(&before, &now);
    println!("\n{}", if changes.is_empty() { "No change against the committed table." } else { &changes });
    if !accept.is_empty() {
        fs::write(&path, now).map_err(|error| format!("{}: {error}", path.display()))?;
    }
    Ok(())
}
