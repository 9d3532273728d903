//! One decision in the format that was asked for, and what stands around them all.

use std::io;

use upheld::{Decision, Entry, Offsets, Record, RuleBook, Table};

use crate::args::Format;
use crate::table;
use crate::tally::Tally;

/// The first column is the number of the decision among all, which the rows of a file have without saying so.
const OWN_NUMBER: usize = 1;

/// Prints decisions in one format. Several threads share it.
pub(crate) struct Printer<'b> {
    format: Format,
    book: &'b RuleBook,
    width: usize,
}

impl<'b> Printer<'b> {
    /// A printer for this format; a table is so wide.
    pub(crate) fn new(format: Format, book: &'b RuleBook, width: usize) -> Self {
        Self { format, book, width }
    }

    /// What stands before the first decision.
    pub(crate) fn opening(&self) -> io::Result<Vec<u8>> {
        Ok(match self.format {
            Format::Table | Format::Jsonl => Vec::new(),
            Format::Json => b"[\n".to_vec(),
            Format::Csv => csv_line(Table::Decisions.columns().iter().skip(OWN_NUMBER).map(|column| column.name))?,
        })
    }

    /// A decision.
    pub(crate) fn decision(&self, decision: &Decision, source: &str) -> io::Result<Vec<u8>> {
        match self.format {
            Format::Table => Ok(table::block(decision, source, self.book, self.width).into_bytes()),
            Format::Json => json(decision, source),
            Format::Jsonl => {
                let mut line = json(decision, source)?;
                line.push(b'\n');
                Ok(line)
            }
            Format::Csv => self.csv_row(decision, source),
        }
    }

    fn csv_row(&self, decision: &Decision, source: &str) -> io::Result<Vec<u8>> {
        let entry = Entry { number: 0, source, decision, book: self.book };
        let rows = Table::Decisions.cells(&entry);
        csv_line(rows.iter().flatten().skip(OWN_NUMBER))
    }

    /// What stands between two decisions.
    pub(crate) fn between(&self) -> &'static [u8] {
        match self.format {
            Format::Table => b"\n",
            Format::Json => b",\n",
            Format::Jsonl | Format::Csv => b"",
        }
    }

    /// What stands behind the last decision.
    pub(crate) fn closing(&self, tally: &Tally) -> Vec<u8> {
        match self.format {
            Format::Table => tally.in_words(self.width).into_bytes(),
            Format::Json if tally.read() == 0 => b"]\n".to_vec(),
            Format::Json => b"\n]\n".to_vec(),
            Format::Jsonl | Format::Csv => Vec::new(),
        }
    }
}

fn json(decision: &Decision, source: &str) -> io::Result<Vec<u8>> {
    Ok(serde_json::to_vec(&Record::new(decision, source, &Offsets::bytes()))?)
}

fn csv_line<C: AsRef<[u8]>>(cells: impl IntoIterator<Item = C>) -> io::Result<Vec<u8>> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(cells)?;
    writer.into_inner().map_err(csv::IntoInnerError::into_error)
}
