//! What is to be read: the paths of the command line, folders opened, in order.

use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};

use clap::error::ErrorKind;
use upheld::{Limits, Source, SourceError};
use walkdir::{DirEntry, WalkDir};

use crate::stop::Stop;

/// How the names of snapshots end.
pub(crate) const SNAPSHOT_END: &str = ".snap.txt";

/// Something to read, or what became of the attempt to find it.
#[derive(Debug)]
pub(crate) enum Input {
    /// What is piped in.
    Stdin,
    /// A file.
    File(PathBuf),
    /// A place where nothing can be read, kept so that it is told in its turn.
    Problem {
        /// The path.
        path: PathBuf,
        /// What is wrong with it.
        reason: String,
    },
}

impl Input {
    /// What output and messages call it.
    pub(crate) fn name(&self) -> String {
        match self {
            Self::Stdin => "<stdin>".to_owned(),
            Self::File(path) | Self::Problem { path, .. } => path.display().to_string(),
        }
    }

    /// Its text, or why there is none.
    pub(crate) fn read(&self, limits: &Limits) -> Result<Source, String> {
        match self {
            Self::Stdin => limits.drain(io::stdin().lock()).map_err(|error| reason(&error)),
            Self::File(path) => limits.open(path).map_err(|error| reason(&error)),
            Self::Problem { reason, .. } => Err(reason.clone()),
        }
    }
}

/// What the paths of the command line stand for, in their order, a folder's files in the order of their paths.
pub(crate) fn collect(paths: &[PathBuf]) -> Result<Vec<Input>, Stop> {
    if paths.is_empty() {
        return Ok(vec![stdin()?]);
    }
    if paths.iter().filter(|path| is_stdin(path)).count() > 1 {
        return Err(Stop::Usage(
            ErrorKind::ValueValidation,
            "`-` stands for standard input, which can be read once only".to_owned(),
        ));
    }
    let mut inputs = Vec::new();
    for path in paths {
        if is_stdin(path) {
            inputs.push(Input::Stdin);
        } else if path.is_dir() {
            open_folder(path, &mut inputs);
        } else {
            inputs.push(Input::File(path.clone()));
        }
    }
    Ok(inputs)
}

/// The one thing to read, where only one can be.
pub(crate) fn single(path: Option<&Path>) -> Result<Input, Stop> {
    match path {
        None => stdin(),
        Some(path) if is_stdin(path) => Ok(Input::Stdin),
        Some(path) if path.is_dir() => {
            let message = format!("`{0}` is a folder; name one file of it, or try `upheld triage {0}`", path.display());
            Err(Stop::Usage(ErrorKind::ValueValidation, message))
        }
        Some(path) => Ok(Input::File(path.to_owned())),
    }
}

fn is_stdin(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// Standard input, where something may come from it. To wait for somebody to type a decision would look like a
/// program that hangs.
fn stdin() -> Result<Input, Stop> {
    if io::stdin().is_terminal() {
        let message = "nothing to read: name a file or a folder, or pipe a decision in".to_owned();
        return Err(Stop::Usage(ErrorKind::MissingRequiredArgument, message));
    }
    Ok(Input::Stdin)
}

fn open_folder(folder: &Path, inputs: &mut Vec<Input>) {
    let before = inputs.len();
    for entry in walk(folder) {
        match entry {
            Ok(entry) if entry.file_type().is_file() && is_decision(entry.path()) => {
                inputs.push(Input::File(entry.into_path()));
            }
            Ok(_) => {}
            Err(error) => {
                let path = error.path().unwrap_or(folder).to_owned();
                // A broken link among pictures is no concern of ours.
                if path.extension().is_none() || is_decision(&path) {
                    let reason = if error.loop_ancestor().is_some() {
                        "this link leads back into a folder that holds it".to_owned()
                    } else {
                        error.io_error().map_or_else(|| error.to_string(), io_reason)
                    };
                    inputs.push(Input::Problem { path, reason });
                }
            }
        }
    }
    if inputs.len() == before {
        let reason = "there are no decisions in this folder: no file whose name ends in .txt, .html or .htm".to_owned();
        inputs.push(Input::Problem { path: folder.to_owned(), reason });
    }
}

/// What is in a folder and below it, in the order of the paths; hidden things are left out.
fn walk(folder: &Path) -> impl Iterator<Item = walkdir::Result<DirEntry>> {
    let shown = |entry: &DirEntry| entry.depth() == 0 || !entry.file_name().to_string_lossy().starts_with('.');
    WalkDir::new(folder).follow_links(true).sort_by_file_name().into_iter().filter_entry(shown)
}

/// The snapshots among the paths of the command line and in its folders. What a folder does not show, `collect` tells.
pub(crate) fn snapshots(paths: &[PathBuf]) -> Vec<PathBuf> {
    let files = paths.iter().flat_map(|path| walk(path)).filter_map(Result::ok);
    files.map(DirEntry::into_path).filter(|path| is_snapshot(path) && path.is_file()).collect()
}

/// Whether a file keeps what was read of a decision, and is none.
pub(crate) fn is_snapshot(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.to_string_lossy().ends_with(SNAPSHOT_END))
}

/// Whether a file of a folder is read.
fn is_decision(path: &Path) -> bool {
    const ENDS: [&str; 3] = ["txt", "html", "htm"];
    path.extension().is_some_and(|end| ENDS.iter().any(|known| end.eq_ignore_ascii_case(known))) && !is_snapshot(path)
}

/// Why something cannot be read, for somebody who does not know the numbers of the system's errors.
pub(crate) fn reason(error: &SourceError) -> String {
    match error {
        SourceError::Io(error) => io_reason(error),
        SourceError::TooLarge { .. } => format!("{error}; `--max-bytes` raises the limit"),
        SourceError::TooDeep { .. } => format!("{error}; `--max-depth` raises the limit"),
        other => other.to_string(),
    }
}

fn io_reason(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "there is no such file or folder".to_owned(),
        io::ErrorKind::PermissionDenied => "you have no permission to read it".to_owned(),
        _ => error.to_string(),
    }
}
