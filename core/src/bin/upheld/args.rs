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
  upheld explain decisions/21-003-813.txt        why this outcome, and why not another
  upheld snapshot --check decisions              what is read otherwise than before
  upheld rules check own.rules                   mistakes in a rule book of your own

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
  about        what it is about, by the themes of a rule book of your own
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
  upheld show -f html 21-003-813.txt > 21-003-813.html
  pbpaste | upheld show                          from the clipboard (macOS)

The numbers in the margin are counted on through the whole statement, as its own references (\"see paragraph 24\") do; those in \
brackets are for pages without numbers. A mark such as [fault] stands behind its sentence, and the words it rests on are bold and \
underlined. The legend at the end explains the marks that occur.

Exit status:
  0  all well
  1  the file could not be read
  2  wrong usage: unknown option, nothing to read, mistake in a rule book";

const EXPLAIN_EXAMPLES: &str = "\
Examples:
  upheld explain 21-003-813.txt
  upheld explain --why-not upheld.remedied 21-003-813.txt
  upheld explain -f json 21-003-813.txt | jq .whole.outcome

How to read it:
  ✓ ✗          whether a part of a condition held
  book:line    where the rule or the phrase stands; `upheld rules print` prints the
               standard book

Exit status:
  0  all well
  1  the file could not be read
  2  wrong usage: unknown option, unknown outcome, mistake in a rule book";

const SNAPSHOT_EXAMPLES: &str = "\
Examples:
  upheld snapshot 21-003-813.txt                 what was read of one decision
  upheld snapshot --write decisions              keep it, in a file beside each
  upheld snapshot --check decisions              what is read otherwise than it was kept
  upheld snapshot --check --rules own.rules decisions

Where it is kept:
  21-003-813.txt    21-003-813.snap.txt
  21-003-813.html   21-003-813.html.snap.txt
The plugin for pytest that comes with the Python package keeps and compares the same files. PDF documents and their snapshots are \
left to it.

How to read what changed:
  - 12         fault        the paragraph said so when the snapshot was kept
  + 12         no_fault     it says so now
                            lines without a mark are the same in both

Exit status:
  0  all well; of `--check`, everything is read as it was kept
  1  something could not be read or written; of `--check`, also: something is read
     otherwise, has no snapshot, or is a snapshot without a decision
  2  wrong usage: unknown option, nothing to read, mistake in a rule book";

const RULES_EXAMPLES: &str = "\
Examples:
  upheld rules print                             the standard book
  upheld rules check own.rules                   mistakes, and what is probably not meant
  upheld rules try \"The Council was not at fault.\"
                                                 the phrases that a sentence holds
  upheld rules coverage decisions                which rules decisions make use of
  upheld rules diff standard own.rules decisions which decisions a changed book moves

A book of your own begins so:
  book own 1
  include standard

Exit status:
  0  all well; of `check`, no mistake (there may be warnings)
  1  something could not be read, or `check` found a mistake
  2  wrong usage, or a mistake in a book that was to be used";

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
    /// Tells why a decision has its outcome, and why not another
    Explain(ExplainArgs),
    /// Prints what was read of a decision as a text to keep, and tells what is read otherwise now
    Snapshot(SnapshotArgs),
    /// Prints, checks and compares rule books
    Rules(RulesArgs),
}

impl Command {
    /// The word on the command line.
    pub(crate) fn name(&self) -> &'static str {
        match self {
            Self::Triage(_) => "triage",
            Self::Show(_) => "show",
            Self::Explain(_) => "explain",
            Self::Snapshot(_) => "snapshot",
            Self::Rules(_) => "rules",
        }
    }
}

/// The arguments of `triage`.
#[derive(Debug, Args)]
#[command(after_help = TRIAGE_EXAMPLES)]
pub(crate) struct TriageArgs {
    /// Files, folders, or `-` for standard input
    ///
    /// Of a folder, every *.txt, *.html and *.htm in it and below is read, in the order of their paths; hidden ones and snapshots
    /// (*.snap.txt) are left out.
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

    /// How to print it
    #[arg(short, long, value_enum, default_value_t = ShowFormat::Text)]
    pub(crate) format: ShowFormat,

    /// The rule book.
    #[command(flatten)]
    pub(crate) book: BookArgs,

    /// The limits.
    #[command(flatten)]
    pub(crate) limits: LimitArgs,
}

/// How to print a decision.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ShowFormat {
    /// For reading in the terminal
    Text,
    /// For reading in a browser: a page of HTML that needs nothing else
    Html,
}

/// The arguments of `explain`.
#[derive(Debug, Args)]
#[command(after_help = EXPLAIN_EXAMPLES)]
pub(crate) struct ExplainArgs {
    /// A decision, or `-` for standard input, which is read without any FILE as well
    #[arg(value_name = "FILE")]
    pub(crate) path: Option<PathBuf>,

    /// Tells of this outcome only why the decision does not have it
    #[arg(long, value_name = "OUTCOME")]
    pub(crate) why_not: Option<String>,

    /// How to print it
    #[arg(short, long, value_enum, default_value_t = ExplainFormat::Text)]
    pub(crate) format: ExplainFormat,

    /// The rule book.
    #[command(flatten)]
    pub(crate) book: BookArgs,

    /// The limits.
    #[command(flatten)]
    pub(crate) limits: LimitArgs,
}

/// How to print an explanation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ExplainFormat {
    /// For reading
    Text,
    /// For programs: one JSON object
    Json,
}

/// The arguments of `snapshot`.
#[derive(Debug, Args)]
#[command(after_help = SNAPSHOT_EXAMPLES)]
pub(crate) struct SnapshotArgs {
    /// A decision to print the snapshot of; with `--write` or `--check` files and folders
    ///
    /// `-` stands for standard input, which is read without any PATH as well. Of a folder, every *.txt, *.html and *.htm in it and
    /// below is taken, but hidden ones and snapshots.
    #[arg(value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,

    /// Writes a snapshot beside each decision, and removes those in the folders whose decision is gone
    #[arg(long, conflicts_with = "check", requires = "paths")]
    pub(crate) write: bool,

    /// Compares each decision with its snapshot and tells what changed
    #[arg(long, requires = "paths")]
    pub(crate) check: bool,

    /// The rule book.
    #[command(flatten)]
    pub(crate) book: BookArgs,

    /// The limits.
    #[command(flatten)]
    pub(crate) limits: LimitArgs,
}

/// The arguments of `rules`.
#[derive(Debug, Args)]
#[command(after_help = RULES_EXAMPLES, arg_required_else_help = true)]
pub(crate) struct RulesArgs {
    /// What to do with rule books.
    #[command(subcommand)]
    pub(crate) command: RulesCommand,
}

/// What to do with rule books.
#[derive(Debug, Subcommand)]
pub(crate) enum RulesCommand {
    /// Prints the standard rule book
    Print,
    /// Tells the mistakes in a rule book, and what is probably not meant
    Check {
        /// The book
        #[arg(value_name = "BOOK")]
        book: PathBuf,
    },
    /// Tells which phrases a sentence holds, and where they stand
    Try {
        /// The sentence
        #[arg(value_name = "SENTENCE")]
        sentence: String,

        /// The rule book.
        #[command(flatten)]
        book: BookArgs,
    },
    /// Tells which rules and phrases decisions make use of, and which they never do
    Coverage {
        /// Files or folders
        #[arg(value_name = "PATH", required = true)]
        paths: Vec<PathBuf>,

        /// Tells of each phrase that no decision uses, too
        #[arg(long)]
        phrases: bool,

        /// The rule book.
        #[command(flatten)]
        book: BookArgs,

        /// The limits.
        #[command(flatten)]
        limits: LimitArgs,
    },
    /// Tells what another rule book makes of decisions: gains and losses
    Diff {
        /// The old book, or `standard`
        #[arg(value_name = "OLD")]
        old: PathBuf,

        /// The new book, or `standard`
        #[arg(value_name = "NEW")]
        new: PathBuf,

        /// Files or folders
        #[arg(value_name = "PATH", required = true)]
        paths: Vec<PathBuf>,

        /// The limits.
        #[command(flatten)]
        limits: LimitArgs,
    },
}

/// Which rules to read by.
#[derive(Debug, Args)]
pub(crate) struct BookArgs {
    /// Reads by this rule book instead of the standard one, which `upheld rules print` prints
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
