//! `upheld triage`: many decisions in, one table or file out.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::Path;

use clap::error::ErrorKind;
use rayon::iter::{IntoParallelRefIterator, ParallelIterator};
use upheld::{Decision, Limits, RuleBook};

use crate::args::{Format, TriageArgs};
use crate::format::Printer;
use crate::inputs::{self, Input};
use crate::stop::Stop;
use crate::tally::{Counted, Tally};
use crate::{book, progress, terminal};

/// So many files are read at once, then printed in their order. All 57,500 published decisions never are in memory.
const CHUNK: usize = 256;

/// What became of one input, ready to be written.
struct Done {
    bytes: Vec<u8>,
    counted: Counted,
}

/// Runs the command.
pub(crate) fn run(args: &TriageArgs) -> Result<(), Stop> {
    let book = book::load(&args.book)?;
    let limits = args.limits.limits();
    let inputs = inputs::collect(&args.paths)?;
    let width = terminal::width();
    let printer = Printer::new(args.format, &book, width);
    let mut output = open(args, &inputs)?;
    let mut tally = Tally::default();
    let bar = progress::bar(inputs.len());

    output.write_all(&printer.opening()?)?;
    for chunk in inputs.chunks(CHUNK) {
        let done: Vec<Result<Done, String>> =
            chunk.par_iter().map(|input| one(input, &limits, &printer, &book)).collect();
        bar.suspend(|| {
            chunk.iter().zip(done).try_for_each(|(input, done)| write(&mut output, &printer, &mut tally, input, done))
        })?;
        bar.inc(chunk.len() as u64);
    }
    bar.finish_and_clear();
    output.write_all(&printer.closing(&tally))?;
    output.flush()?;
    if tally.failed() > 0 { Err(Stop::SomeFailed) } else { Ok(()) }
}

fn one(input: &Input, limits: &Limits, printer: &Printer<'_>, book: &RuleBook) -> Result<Done, String> {
    let decision = Decision::read(input.read(limits)?, book);
    let bytes = printer
        .decision(&decision, &input.name())
        .map_err(|error| format!("this decision cannot be printed: {error}"))?;
    Ok(Done { bytes, counted: Counted::of(&decision) })
}

fn write(
    output: &mut dyn Write,
    printer: &Printer<'_>,
    tally: &mut Tally,
    input: &Input,
    done: Result<Done, String>,
) -> io::Result<()> {
    match done {
        Ok(done) => {
            if tally.read() > 0 {
                output.write_all(printer.between())?;
            }
            output.write_all(&done.bytes)?;
            tally.add(done.counted);
        }
        Err(reason) => {
            // On a terminal both go to the same place: what was printed before comes before.
            output.flush()?;
            terminal::complain(&format!("{}: {reason}", input.name()));
            tally.fail();
        }
    }
    Ok(())
}

/// Where the output goes. Only the table has colours, and only where somebody sees them.
fn open(args: &TriageArgs, inputs: &[Input]) -> Result<Box<dyn Write>, Stop> {
    let Some(path) = &args.output else {
        return Ok(match args.format {
            Format::Table => Box::new(BufWriter::new(anstream::stdout().lock())),
            _ => Box::new(BufWriter::new(io::stdout().lock())),
        });
    };
    if inputs.iter().any(|input| matches!(input, Input::File(file) if same_file(file, path))) {
        let message = format!("`{}` is to be read; it cannot be the output as well", path.display());
        return Err(Stop::Usage(ErrorKind::ValueValidation, message));
    }
    let file = File::create(path).map_err(|error| cannot_write(path, &error))?;
    Ok(match args.format {
        Format::Table => Box::new(BufWriter::new(anstream::StripStream::new(file))),
        _ => Box::new(BufWriter::new(file)),
    })
}

fn cannot_write(path: &Path, error: &io::Error) -> Stop {
    let reason = match error.kind() {
        io::ErrorKind::NotFound => "there is no folder of this name to write into".to_owned(),
        io::ErrorKind::PermissionDenied => "you have no permission to write it".to_owned(),
        io::ErrorKind::IsADirectory => "this is a folder; name a file in it".to_owned(),
        _ => error.to_string(),
    };
    Stop::Failed(format!("{}: {reason}", path.display()))
}

/// Whether two paths lead to one file. Those of another name are not looked up: there may be very many.
fn same_file(a: &Path, b: &Path) -> bool {
    a.file_name() == b.file_name() && fs::canonicalize(a).is_ok_and(|a| fs::canonicalize(b).is_ok_and(|b| a == b))
}
