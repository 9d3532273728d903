//! `upheld snapshot`: what was read of decisions, kept beside them and compared with what is read now.

use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use anstyle::Style;
use clap::error::ErrorKind;
use rayon::iter::{IntoParallelRefIterator, ParallelIterator};
use similar::{ChangeTag, TextDiff};
use upheld::{Decision, Limits, RuleBook};

use crate::args::SnapshotArgs;
use crate::inputs::{self, Input, SNAPSHOT_END};
use crate::stop::Stop;
use crate::tone::{Tone, paint};
use crate::words::number;
use crate::{book, terminal};

/// So long a difference is looked for that is as short as can be. Even long decisions take some milliseconds.
const LONGEST: Duration = Duration::from_secs(2);

/// Runs the command.
pub(crate) fn run(args: &SnapshotArgs) -> Result<(), Stop> {
    let book = book::load(&args.book)?;
    let limits = args.limits.limits();
    if args.write || args.check {
        return kept(args, &limits, &book);
    }
    let input = match args.paths.as_slice() {
        [path] if path.is_dir() => return Err(only_one()),
        [] => inputs::single(None)?,
        [path] => inputs::single(Some(path))?,
        _ => return Err(only_one()),
    };
    let snapshot =
        taken(&input, &limits, &book).map_err(|reason| Stop::Failed(format!("{}: {reason}", input.name())))?;
    terminal::print(&snapshot)
}

fn only_one() -> Stop {
    let message = "one decision is printed at a time; `--write` keeps the snapshots of many, `--check` compares them";
    Stop::Usage(ErrorKind::ValueValidation, message.to_owned())
}

fn taken(input: &Input, limits: &Limits, book: &RuleBook) -> Result<String, String> {
    Ok(Decision::read(input.read(limits)?, book).snapshot())
}

/// Writes or compares the snapshots of many decisions.
fn kept(args: &SnapshotArgs, limits: &Limits, book: &RuleBook) -> Result<(), Stop> {
    let inputs = inputs::collect(&args.paths)?;
    if inputs.iter().any(|input| matches!(input, Input::Stdin)) {
        let message = "standard input has no place where a snapshot could be kept; name files or folders".to_owned();
        return Err(Stop::Usage(ErrorKind::ValueValidation, message));
    }
    // A shell opens `decisions/*.txt` to the snapshots as well.
    let decisions: Vec<Input> =
        inputs.into_iter().filter(|input| !matches!(input, Input::File(path) if inputs::is_snapshot(path))).collect();
    let one = |input| kept_one(input, args.write, limits, book);
    let states: Vec<Result<State, String>> = decisions.par_iter().map(one).collect();
    let mut told = Told { write: args.write, ..Told::default() };
    for (input, state) in decisions.iter().zip(states) {
        told.decision(&input.name(), state);
    }
    for snapshot in inputs::snapshots(&args.paths).into_iter().filter(|path| is_orphan(path)) {
        told.orphan(&snapshot);
    }
    let all_well = told.all_well();
    terminal::print(&told.in_words())?;
    if all_well { Ok(()) } else { Err(Stop::SomeFailed) }
}

/// Compares a decision with its snapshot, and writes that if it should.
fn kept_one(input: &Input, write: bool, limits: &Limits, book: &RuleBook) -> Result<State, String> {
    let now = taken(input, limits, book)?;
    let Input::File(decision) = input else { return Err("this is no file".to_owned()) };
    let snapshot = beside(decision);
    let state = State::of(&snapshot, &now)?;
    if write && !matches!(state, State::Same) {
        fs::write(&snapshot, now).map_err(|error| format!("{}: {error}", snapshot.display()))?;
    }
    Ok(state)
}

/// Where the snapshot of a decision is kept: `.snap.txt` replaces `.txt`, and stands behind other endings.
fn beside(decision: &Path) -> PathBuf {
    let ends = decision.extension().is_some_and(|end| end == "txt");
    let mut path = if ends { decision.with_extension("") } else { decision.to_owned() }.into_os_string();
    path.push(SNAPSHOT_END);
    path.into()
}

/// Whether the decision of a snapshot is gone.
fn is_orphan(snapshot: &Path) -> bool {
    // `page.html.snap.txt` is that of `page.html`, or of `page.html.txt`.
    let decision = snapshot.with_extension("").with_extension("");
    let mut text = decision.clone().into_os_string();
    text.push(".txt");
    !decision.is_file() && !Path::new(&text).is_file()
}

/// What has become of a snapshot.
enum State {
    /// What is read is as it was kept.
    Same,
    /// There is no snapshot yet.
    New,
    /// What is read is otherwise: the blocks that changed.
    Changed(String),
}

impl State {
    fn of(path: &Path, now: &str) -> Result<Self, String> {
        let kept = match fs::read(path) {
            Ok(kept) => kept,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Self::New),
            Err(error) => return Err(format!("{}: {error}", path.display())),
        };
        let kept = String::from_utf8_lossy(&kept);
        // Line by line: a checkout on Windows may have ended the lines of the file in another way.
        let same = kept.lines().eq(now.lines());
        Ok(if same { Self::Same } else { Self::Changed(changed_blocks(&kept, now)) })
    }
}

/// The blocks of two snapshots in which something differs. The others are as long as the decision.
fn changed_blocks(kept: &str, now: &str) -> String {
    let (kept, now): (Vec<&str>, Vec<&str>) = (kept.lines().collect(), now.lines().collect());
    let (mut text, mut block, mut differs) = (String::new(), String::new(), false);
    let mut end = |block: &mut String, differs: &mut bool| {
        if std::mem::take(differs) {
            let _ = writeln!(text, "{block}");
        }
        block.clear();
    };
    // Beyond it the shortest difference is not worth the time.
    let mut shortest = TextDiff::configure();
    for change in shortest.timeout(LONGEST).diff_slices(&kept, &now).iter_all_changes() {
        let line = change.value();
        if line.is_empty() {
            end(&mut block, &mut differs);
            continue;
        }
        let line = match change.tag() {
            ChangeTag::Equal => format!("  {line}"),
            ChangeTag::Delete => Tone::Wrong.paint(&format!("- {line}")),
            ChangeTag::Insert => Tone::Good.paint(&format!("+ {line}")),
        };
        differs |= change.tag() != ChangeTag::Equal;
        let _ = writeln!(block, "{line}");
    }
    end(&mut block, &mut differs);
    text
}

/// What is told of many snapshots, and their number.
#[derive(Default)]
struct Told {
    /// Whether what differs was written.
    write: bool,
    text: String,
    same: usize,
    new: usize,
    changed: usize,
    failed: usize,
    orphans: usize,
    /// Orphans that could not be removed.
    stuck: usize,
}

impl Told {
    fn decision(&mut self, name: &str, state: Result<State, String>) {
        match state {
            Ok(State::Same) => self.same += 1,
            Ok(State::New) => {
                self.new += 1;
                self.line(name, if self.write { "new" } else { "there is no snapshot of it" });
            }
            Ok(State::Changed(blocks)) => {
                self.changed += 1;
                if self.write {
                    self.line(name, "changed");
                } else {
                    let _ = write!(self.text, "{}\n{blocks}", paint(Style::new().bold(), name));
                }
            }
            Err(reason) => {
                self.failed += 1;
                terminal::complain(&format!("{name}: {reason}"));
            }
        }
    }

    fn orphan(&mut self, snapshot: &Path) {
        let name = snapshot.display().to_string();
        if let Some(error) = self.write.then(|| fs::remove_file(snapshot).err()).flatten() {
            self.stuck += 1;
            terminal::complain(&format!("{name}: {error}"));
            return;
        }
        self.orphans += 1;
        self.line(&name, if self.write { "removed" } else { "the decision of this snapshot is gone" });
    }

    fn line(&mut self, name: &str, what: &str) {
        let _ = writeln!(self.text, "{}: {what}", paint(Style::new().bold(), name));
    }

    fn all_well(&self) -> bool {
        self.failed + self.stuck == 0 && (self.write || self.new + self.changed + self.orphans == 0)
    }

    /// All of it, with the counts.
    fn in_words(self) -> String {
        let ends = if self.write { "removed" } else { "without a decision" };
        let counts = [(self.same, "same"), (self.changed, "changed"), (self.new, "new"), (self.failed, "failed")];
        let decisions: usize = counts.iter().map(|(count, _)| count).sum();
        let counts = counts.iter().filter(|(count, _)| *count > 0).map(|(count, what)| format!("{count} {what}"));
        let mut counts: Vec<String> = counts.collect();
        if self.orphans > 0 {
            counts.push(format!("{} {ends}", number(self.orphans, "snapshot")));
        }
        let (advise, mut text) = (!self.write && !self.all_well(), self.text);
        let _ = writeln!(text, "{}: {}", number(decisions, "decision"), counts.join(", "));
        if advise {
            text.push_str("`--write` instead of `--check` keeps what is read now.\n");
        }
        text
    }
}
