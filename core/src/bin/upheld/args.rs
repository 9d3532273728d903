//! The command line: what can be asked for, and the help.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

const EXAMPLES: &str = "\
Examples:
  upheld triage decisions                          a folder of decisions, as a table
  upheld triage --format csv -o out.csv decisions  a spreadsheet: one row a decision
  upheld triage --format jsonl decisions | jq .triage.outcome
  upheld show decisions/21-003-813.txt | less -R   one decision with its findings marked

Exit status:
  0  all well
  1  something could not be read or written: said on standard error; all other files are in the output
  2  wrong usage: an unknown option, nothing to read, a rule book with a mistake";

const TRIAGE_EXAMPLES: &str = "\
Examples:
  upheld triage decisions                           every *.txt in a folder and the folders below it
  upheld triage 21-003-813.txt 20-011-326.txt       some files, in this order
  pbpaste | upheld triage                           a decision from the clipboard (macOS)
  upheld triage --format csv -o out.csv decisions   for Excel: Data > From Text/CSV, file origin UTF-8
  upheld triage --format jsonl decisions > out.jsonl
  upheld triage --rules own.rules decisions         by a rule book of your own

How to read the table:
  The first line of a decision has its reference and the body, and the coloured line the decision reason.
  `evidence` quotes a sentence for each kind of finding that the reason rests on, with the number of its paragraph,
  counted on through the statement; in decisions without numbers it is the place of the paragraph below the summary.
  `findings` lists every paragraph that says something, `parts` the parts of the complaint with outcomes of their own,
  `remedies` what is to be put right, for how much and by when, `grounds` why something was not investigated.
  `check` is for a person to look at: the rules saw something that does not fit together.

Exit status:
  0  all well
  1  some files could not be read: said on standard error; the others are in the output
  2  wrong usage: an unknown option, nothing to read, a rule book with a mistake";

const SHOW_EXAMPLES: &str = "\
Examples:
  upheld show 21-003-813.txt
  upheld show --color always 21-003-813.txt | less -R
  pbpaste | upheld show -

The numbers in the margin count the paragraphs on through the statement, as its own references (\"see paragraph 24\") do;
those in brackets are for decisions without numbers. A mark such as [fault] stands behind the sentence it belongs to. The
words it rests on are bold and underlined. The legend at the end has the marks that occur.

Exit status:
  0  all well
  1  the file could not be read
  2  wrong usage: an unknown option, nothing to read, a rule book with a mistake";

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
    ///
    /// `auto` is on a terminal, unless `NO_COLOR` is set.
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
}

impl Command {
    /// The word on the command line.
    pub(crate) fn name(&self) -> &'static str {
        match self {
            Self::Triage(_) => "triage",
            Self::Show(_) => "show",
        }
    }
}

/// The arguments of `triage`.
#[derive(Debug, Args)]
#[command(after_help = TRIAGE_EXAMPLES)]
pub(crate) struct TriageArgs {
    /// Files, folders, or `-` for standard input
    ///
    /// Of a folder, every *.txt in it and in the folders below is read, in the order of their paths; hidden ones are left out.
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
}

/// The arguments of `show`.
#[derive(Debug, Args)]
#[command(after_help = SHOW_EXAMPLES)]
pub(crate) struct ShowArgs {
    /// A decision, or `-` for standard input
    #[arg(value_name = "FILE")]
    pub(crate) path: Option<PathBuf>,

    /// The rule book.
    #[command(flatten)]
    pub(crate) book: BookArgs,
}

/// Which rules to read by.
#[derive(Debug, Args)]
pub(crate) struct BookArgs {
    /// Reads by this rule book instead of the standard one
    #[arg(long, value_name = "BOOK")]
    pub(crate) rules: Option<PathBuf>,
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
    /// On a terminal
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
