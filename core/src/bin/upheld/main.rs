//! The command `upheld`: reads decisions of the Local Government and Social Care Ombudsman in the terminal.
//!
//! ```text
//! arguments ── inputs ──► decisions ──► triage: table, jsonl, json, csv
//!                                  ├──► show: one decision with its findings marked, text or HTML
//!                                  ├──► explain: why this outcome, and why not another
//!                                  ├──► snapshot: what was read, to keep and to compare
//!                                  └──► rules: coverage by a book, differences between two
//! rules: print, check and try a book
//! ```
#![forbid(unsafe_code)]

mod args;
mod book;
mod explain;
mod flow;
mod format;
mod inputs;
mod marks;
mod page;
mod progress;
mod rules;
mod show;
mod snapshot;
mod stop;
mod table;
mod tally;
mod terminal;
mod tone;
mod triage;
mod words;

use std::process::ExitCode;

use clap::{CommandFactory, Parser};

use args::{Cli, Command};
use stop::Stop;

fn main() -> ExitCode {
    let cli = Cli::parse();
    cli.color.apply();
    let result = match &cli.command {
        Command::Triage(args) => triage::run(args),
        Command::Show(args) => show::run(args),
        Command::Explain(args) => explain::run(args),
        Command::Snapshot(args) => snapshot::run(args),
        Command::Rules(args) => rules::run(args),
    };
    match result {
        // Whoever reads the output has had enough of it: `| head`.
        Ok(()) | Err(Stop::ClosedPipe) => ExitCode::SUCCESS,
        Err(Stop::SomeFailed) => ExitCode::from(1),
        Err(Stop::Failed(message)) => {
            terminal::complain(&message);
            ExitCode::from(1)
        }
        Err(Stop::Book(message)) => {
            terminal::complain_as_is(&message);
            ExitCode::from(2)
        }
        Err(Stop::Usage(kind, message)) => {
            let mut command = Cli::command();
            command.build();
            let command =
                command.find_subcommand_mut(cli.command.name()).map_or_else(Cli::command, |command| command.clone());
            // There is nowhere to report that the report could not be printed.
            let _ = command.clone().error(kind, message).print();
            ExitCode::from(2)
        }
    }
}
