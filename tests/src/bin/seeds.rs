//! Writes seeds for the fuzz targets: the decisions of this project in every layout, and the standard book in pieces.
#![allow(clippy::print_stderr)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use upheld::{Document, RuleBook};
use upheld_tests::layouts::Rendering;

/// Every so many decisions one is a seed; every so many lines of the book begin a piece.
const EVERY: usize = 9;
const LINES: usize = 40;

fn main() -> ExitCode {
    let folder = std::env::args_os().nth(1).map_or_else(|| PathBuf::from("fuzz/corpus"), PathBuf::from);
    match write(&folder) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{}: {error}", folder.display());
            ExitCode::FAILURE
        }
    }
}

fn write(folder: &Path) -> std::io::Result<()> {
    for target in ["bytes", "html", "round_trip", "rules"] {
        fs::create_dir_all(folder.join(target))?;
    }
    for (name, text) in upheld_tests::decisions().into_iter().step_by(EVERY) {
        let document = Document::parse(&text);
        for rendering in Rendering::ALL {
            let page = rendering.render(&document);
            let targets = if rendering == Rendering::Html { ["bytes", "html"] } else { ["bytes", "round_trip"] };
            for target in targets {
                fs::write(folder.join(target).join(format!("{rendering:?}-{name}")), &page)?;
            }
        }
    }
    let lines: Vec<&str> = RuleBook::STANDARD_TEXT.split_inclusive('\n').collect();
    for (index, piece) in lines.chunks(LINES).enumerate() {
        fs::write(folder.join("rules").join(format!("standard-{index:03}.rules")), piece.concat())?;
    }
    Ok(())
}
