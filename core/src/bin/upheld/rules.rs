//! `upheld rules`: rule books, to print, to check, to try and to compare.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use rayon::iter::{IntoParallelRefIterator, ParallelIterator};
use upheld::{Comparison, Coverage, Decision, Limits, RuleBook, Severity, Use};

use crate::args::{RulesArgs, RulesCommand};
use crate::inputs::{self, Input};
use crate::stop::Stop;
use crate::terminal::print;
use crate::tone::{Tone, paint};
use crate::{book, terminal, words};

/// So many files are read at once, then counted in their order.
const CHUNK: usize = 256;

/// Runs the command.
pub(crate) fn run(args: &RulesArgs) -> Result<(), Stop> {
    match &args.command {
        RulesCommand::Print => print(RuleBook::STANDARD_TEXT),
        RulesCommand::Check { book } => check(book),
        RulesCommand::Try { sentence, book } => try_sentence(&*book::load(book)?, sentence),
        RulesCommand::Coverage { paths, phrases, book, limits } => {
            coverage(&*book::load(book)?, paths, *phrases, &limits.limits())
        }
        RulesCommand::Diff { old, new, paths, limits } => diff(old, new, paths, &limits.limits()),
    }
}

/// Tells what is wrong with a book. Mistakes go to standard output, too: they are what was asked for.
fn check(path: &Path) -> Result<(), Stop> {
    let (problems, book) = match RuleBook::from_file(path) {
        Ok(book) => (book.warnings().into_iter().chain(book.failing_examples()).collect(), Some(book)),
        Err(upheld::BookError::Mistakes(error)) => (error.problems().to_vec(), None),
        Err(upheld::BookError::Unreadable(error)) => {
            return Err(Stop::Failed(format!("{}: {}", path.display(), inputs::reason(&error))));
        }
    };
    let mut text = String::new();
    for problem in &problems {
        let tone = if problem.severity() == Severity::Error { Tone::Wrong } else { Tone::Check };
        let problem = words::harmless_lines(&problem.to_string());
        let (first, rest) = problem.split_once('\n').unwrap_or((&problem, ""));
        let _ = writeln!(text, "{}\n{rest}\n", tone.paint(first));
    }
    let Some(book) = book else {
        let _ = writeln!(text, "The book cannot be used: {}.", words::number(problems.len(), "mistake"));
        print(&text)?;
        return Err(Stop::SomeFailed);
    };
    let warnings = words::number(problems.len(), "warning");
    let name = format!("{} {}", book.name(), book.version());
    let _ = writeln!(text, "The book `{}` can be used: no mistake, {warnings}.", name.trim_end());
    print(&text)
}

/// Tells which phrases a sentence holds.
fn try_sentence(book: &RuleBook, sentence: &str) -> Result<(), Stop> {
    let found = book.try_sentence(sentence);
    let mut text = String::new();
    for it in &found {
        let words = words::harmless(it.words.slice(sentence));
        let statement = paint(anstyle::Style::new().bold(), &it.statement);
        let place = Tone::Faint.paint(&format!("{}:{}", it.place.book, it.place.line));
        let phrase = words::shortened(&words::harmless(&it.place.text), terminal::width());
        let _ = writeln!(text, "{statement}  «{words}»\n    {place}  {phrase}");
    }
    if found.is_empty() {
        text.push_str("no phrase of the book matches in this sentence\n");
    }
    print(&text)
}

/// Reads decisions, many at once, and hands over each in its turn.
fn each<T: Send>(
    inputs: &[Input],
    limits: &Limits,
    read: impl Fn(upheld::Source) -> T + Sync,
    mut then: impl FnMut(&Input, T),
) -> usize {
    let mut failed = 0;
    let bar = crate::progress::bar(inputs.len());
    for chunk in inputs.chunks(CHUNK) {
        let done: Vec<Result<T, String>> = chunk.par_iter().map(|input| input.read(limits).map(&read)).collect();
        for (input, done) in chunk.iter().zip(done) {
            match done {
                Ok(done) => then(input, done),
                Err(reason) => {
                    bar.suspend(|| terminal::complain(&format!("{}: {reason}", input.name())));
                    failed += 1;
                }
            }
        }
        bar.inc(chunk.len() as u64);
    }
    bar.finish_and_clear();
    failed
}

fn ended(failed: usize) -> Result<(), Stop> {
    if failed > 0 { Err(Stop::SomeFailed) } else { Ok(()) }
}

fn coverage(book: &RuleBook, paths: &[PathBuf], phrases: bool, limits: &Limits) -> Result<(), Stop> {
    let inputs = inputs::collect(paths)?;
    let mut coverage = Coverage::new(book);
    let read = |source| Coverage::of(book, &Decision::read(source, book));
    let failed = each(&inputs, limits, read, |_, one| coverage.merge(&one));
    let statements = coverage.statements();
    let (mut used, never): (Vec<&Use>, Vec<&Use>) = statements.iter().partition(|it| it.decisions > 0);
    used.sort_by_key(|it| std::cmp::Reverse(it.decisions));
    let mut text = format!("{:>9} {:>9}  statement\n", "decisions", "uses");
    for it in &used {
        let _ = writeln!(text, "{:>9} {:>9}  {}  {}", it.decisions, it.uses, it.name, place(it));
    }
    let of = words::number(coverage.decisions(), "decision");
    let title = format!("\n{} of {} statements are used by none of {of}:", never.len(), statements.len());
    let _ = writeln!(text, "{}", paint(anstyle::Style::new().bold(), &title));
    for it in &never {
        let _ = writeln!(text, "  {}  {}", it.name, place(it));
    }
    let all = coverage.phrases();
    let unused: Vec<&Use> = all.iter().filter(|it| it.decisions == 0).collect();
    let title = format!(
        "\n{} of {} phrases match in none of them{}",
        unused.len(),
        all.len(),
        if phrases { ":" } else { "; `--phrases` lists them" }
    );
    let _ = writeln!(text, "{}", paint(anstyle::Style::new().bold(), &title));
    for it in unused.iter().filter(|_| phrases) {
        let _ = writeln!(text, "  {}  {}  {}", it.name, place(it), it.place.text);
    }
    print(&text)?;
    ended(failed)
}

fn place(it: &Use) -> String {
    Tone::Faint.paint(&format!("{}:{}", it.place.book, it.place.line))
}

/// The outcomes that have other words in the new book.
fn renamed(old: &RuleBook, new: &RuleBook) -> String {
    let mut text = String::new();
    for code in old.outcome_codes() {
        if let (Some(before), Some(now)) = (old.outcome_label(code), new.outcome_label(code))
            && before != now
        {
            let _ = writeln!(text, "{code} is now called \"{now}\", and was \"{before}\"");
        }
    }
    text
}

fn diff(old: &Path, new: &Path, paths: &[PathBuf], limits: &Limits) -> Result<(), Stop> {
    let (old, new) = (book::open(old)?, book::open(new)?);
    let inputs = inputs::collect(paths)?;
    let (mut read, mut moved, mut gains, mut losses) = (0_usize, 0_usize, 0, 0);
    let mut text = renamed(&old, &new);
    let compare = |source: upheld::Source| {
        let document = upheld::Document::read(source);
        let (old, new) = (Decision::of(document.clone(), &old), Decision::of(document, &new));
        Comparison::new(&old, &new)
    };
    let failed = each(&inputs, limits, compare, |input, comparison| {
        read += 1;
        if comparison.is_empty() {
            return;
        }
        moved += 1;
        gains += comparison.gains.len();
        losses += comparison.losses.len();
        let _ = writeln!(text, "{}", paint(anstyle::Style::new().bold(), &input.name()));
        for (mark, tone, differences) in [("-", Tone::Wrong, &comparison.losses), ("+", Tone::Good, &comparison.gains)]
        {
            for difference in differences {
                let line = format!("  {mark} {}", words::harmless(&difference.to_string()));
                let _ = writeln!(text, "{}", tone.paint(&line));
            }
        }
    });
    let _ = writeln!(
        text,
        "{moved} of {} moved: {}, {}",
        words::number(read, "decision"),
        words::number(gains, "gain"),
        words::number_of(losses, "loss", "losses"),
    );
    print(&text)?;
    ended(failed)
}
