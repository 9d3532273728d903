//! The command line: what can be asked for, and the help.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use upheld::Limits;

const EXAMPLES: &str = "\
Examples:
  upheld triage decisions                        a folder, as a table to read
  upheld triage -f csv -o out.csv decisions      a spreadsheet, one row a decision
  upheld triage -f jsonl decisions | jq .triage.outcome
  upheld show decisions/21-003-813.txt           one decision, findings marked
  upheld rules > own.rules                       a rule book to change

Exit status:
  0  all well
  1  something could not be read or written (it is named on standard error)
  2  wrong usage: unknown option, nothing to read, mistake in a rule book";

const TRIAGE_EXAMPLES: &str = "\
Examples:
  upheld triage decisions                        a folder and those below it
  upheld triage 21-003-813.txt 20-011-326.txt    some files, in this order
  pbpaste | upheld triage                        from the clipboard (macOS)
  upheld triage -f csv -o out.csv decisions      for Excel: Data > From Text/CSV,
                                                 file origin 65001: Unicode (UTF-8)
  upheld triage -f jsonl decisions > out.jsonl   for programs
  upheld triage --rules own.rules decisions      by a rule book of your own

How to read the table:
  first lines  reference and body, where to find it, the decision reason
  evidence     for each thing that the reason rests on: the paragraph, what it
               says, and the Ombudsman's words
  findings     all paragraphs with a finding
  parts        parts of the complaint, each with an outcome of its own
  remedies     what is to be put right, for whom, how much and by when
  grounds      why something was not investigated
  check        things that do not fit together: a person should look at them
  note         what the page does not have, or could not be made out

Paragraph numbers are counted on through the whole statement, as its own references (\"see paragraph 24\") do. Where the page has no \
numbers, they are the place of the paragraph below the summary.

Exit status:
  0  all well
  1  some files could not be read (they are named on standard error); the output
     has all others
  2  wrong usage: unknown option, nothing to read, mistake in a rule book";

const SHOW_EXAMPLES: &str = "\
Examples:
  upheld show 21-003-813.txt
  upheld show --color always 21-003-813.txt | less -R
  pbpaste | upheld show                          from the clipboard (macOS)

The numbers in the margin are counted on through the whole statement, as its own references (\"see paragraph 24\") do; those in \
brackets are for pages without numbers. A mark such as [fault] stands behind its sentence, and the words it rests on are bold and \
underlined. The legend at the end explains the marks that occur.

Exit status:
  0  all well
  1  the file could not be read
  2  wrong usage: unknown option, nothing to read, mistake in a rule book";

/// Reads decisions of the Local Government and Social Care Ombudsman (England)
///
/// Says what was found (fault, injustice), what is to be put right and by when, and the decision reason of the whole and of each part
/// of the complaint, each with the sentence that proves it. It works by rules alone, without a network: the same text gives
/// the same answer every time.
#[derive(Debug, Parser)]
#[command(name = "upheld", version, after_help = EXAMPLES, arg_required_else_help = true, max_term_width = 100)]
pub(crate) struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub(crate) command: Command,

    /// When to use colour
    #[arg(long, global = true, value_enum, value_name = "WHEN", default_value_t = Color::Auto)]
    pub(crate) color: Color,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Tells the decision reason, the evidence and the remedies of many decisions
    Triage(TriageArgs),
    /// Prints one decision with its numbering and its findings marked
    Show(ShowArgs),
    /// Prints the standard rule book, whose first lines describe the language of rule books
    Rules,
}

impl Command {
    /// The word on the command line.
    pub(crate) fn name(&self) -> &'static str {
        match self {
            Self::Triage(_) => "triage",
            Self::Show(_) => "show",
            Self::Rules => "rules",
        }
    }
}

/// The arguments of `triage`.
#[derive(Debug, Args)]
#[command(after_help = TRIAGE_EXAMPLES)]
pub(crate) struct TriageArgs {
    /// Files, folders, or `-` for standard input
    ///
    /// Of a folder, every *.txt, *.html and *.htm in it and below is read, in the order of their paths; hidden ones are left out.
    /// Without any PATH, what is piped in is read, as one decision.
    #[arg(value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,

    /// How to print what was found
    #[arg(short, long, value_enum, default_value_t = Format::Table)]
    pub(crate) format: Format,

    /// Writes to a file instead of standard output
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,

    /// The rule book.
    #[command(flatten)]
    pub(crate) book: BookArgs,

    /// The limits.
    #[command(flatten)]
    pub(crate) limits: LimitArgs,
}

/// The arguments of `show`.
#[derive(Debug, Args)]
#[command(after_help = SHOW_EXAMPLES)]
pub(crate) struct ShowArgs {
    /// A decision, or `-` for standard input, which is read without any FILE as well
    #[arg(value_name = "FILE")]
    pub(crate) path: Option<PathBuf>,

    /// The rule book.
    #[command(flatten)]
    pub(crate) book: BookArgs,

    /// The limits.
    #[command(flatten)]
    pub(crate) limits: LimitArgs,
}

/// Which rules to read by.
#[derive(Debug, Args)]
pub(crate) struct BookArgs {
    /// Reads by this rule book instead of the standard one, which `upheld rules` prints
    #[arg(long, value_name = "BOOK")]
    pub(crate) rules: Option<PathBuf>,
}

/// How much is read of one decision.
#[derive(Debug, Args)]
pub(crate) struct LimitArgs {
    /// Refuses a file of more bytes
    #[arg(long, value_name = "BYTES", default_value_t = Limits::default().bytes)]
    max_bytes: usize,

    /// Refuses a web page whose elements are nested deeper
    #[arg(long, value_name = "DEPTH", default_value_t = Limits::default().depth)]
    max_depth: usize,
}

impl LimitArgs {
    pub(crate) fn limits(&self) -> Limits {
        Limits { bytes: self.max_bytes, depth: self.max_depth }
    }
}

/// How to print what was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// For reading: a block for each decision, and the counts at the end
    Table,
    /// For programs: one JSON object a line, with every finding, span and rule
    Jsonl,
    /// The same objects in one JSON array
    Json,
    /// For spreadsheets: a row for each decision, with a line of column names, UTF-8
    Csv,
}

/// When to use colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Color {
    /// On a terminal, unless the environment has `NO_COLOR`
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

impl Color {
    /// Makes it hold for everything that is printed from now on.
    pub(crate) fn apply(self) {
        let choice = match self {
            Self::Auto => anstream::ColorChoice::Auto,
            Self::Always => anstream::ColorChoice::Always,
            Self::Never => anstream::ColorChoice::Never,
        };
        choice.write_global();
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    #[test]
    fn the_definitions_hold_together() {
        super::Cli::command().debug_assert();
    }
}
