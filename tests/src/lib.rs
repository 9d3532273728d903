//! What the tests share: the decisions written for this project, and the score.

pub mod gold;
pub mod hostile;
pub mod idioms;
pub mod invariants;
pub mod layouts;
pub mod page;
pub mod score;

/// The example of the quick start, which must compile.
#[cfg(doctest)]
#[doc = include_str!("../../docs/quick-start.md")]
struct QuickStart;

use std::fs;
use std::path::PathBuf;

use upheld::Source;

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
