//! The table: a block for each decision, made to be read from top to bottom.

use comfy_table::{Attribute, Cell, ColumnConstraint, ContentArrangement, Row, Table, Width, presets};
use upheld::{Decision, Document, Remedy, RuleBook};

use crate::evidence::{evidence, kinds, places};
use crate::row::total;
use crate::tone::Tone;
use crate::words;

/// The columns in front of the text: what the line is about, where it stands, what it says.
const COLUMNS: [u16; 3] = [12, 10, 21];
/// Lines that a sentence may take.
const LINES: usize = 3;
/// Lines that may tell the parts of the complaint, the remedies: more than in any decision known.
const MOST_ROWS: usize = 60;

/// The block of one decision, with a line break at the end.
pub(crate) fn block(decision: &Decision, source: &str, book: &RuleBook, width: usize) -> String {
    let mut block = Block::new(width);
    block.title(decision, source);
    block.reason(decision);
    block.evidence(decision);
    block.findings(decision);
    block.parts(decision);
    block.remedies(decision);
    block.grounds(decision, book);
    block.checks(decision);
    block.finish()
}

/// A block that grows line by line.
struct Block {
    head: String,
    table: Table,
    /// How many characters stand beside each other in the last column.
    text_width: usize,
    width: usize,
}

/// What a line says first, and in which colour.
struct Line<'l> {
    about: &'l str,
    place: String,
    what: String,
    tone: Tone,
    text: String,
}

impl Block {
    fn new(width: usize) -> Self {
        let mut table = Table::new();
        table.load_style(presets::NOTHING).set_content_arrangement(ContentArrangement::Dynamic);
        // Colours are always in; the stream takes them out where nobody wants them.
        table.enforce_styling().style_text_only();
        let taken: u16 = COLUMNS.iter().sum();
        let rest = u16::try_from(width).unwrap_or(u16::MAX).saturating_sub(taken).max(20);
        table.set_width(taken + rest);
        Self { head: String::new(), table, text_width: usize::from(rest.saturating_sub(1)), width }
    }

    fn line(&mut self, text: &str) {
        self.head.push_str(text);
        self.head.push('\n');
    }

    /// Reference and body; below it where to find it.
    fn title(&mut self, decision: &Decision, source: &str) {
        let document = &decision.document;
        let body = document.header.body.map(|body| words::one_line(document, body));
        let title: Vec<String> = [words::reference(document), body].into_iter().flatten().collect();
        let title = if title.is_empty() { source.to_owned() } else { title.join("  ") };
        let rule = "─".repeat(self.width.saturating_sub(title.chars().count() + 1));
        let bold = anstyle::Style::new().bold();
        self.line(&format!("{bold}{title}{bold:#} {}", Tone::Faint.paint(&rule)));
        let date = document.header.date.map(words::date);
        let below: Vec<String> = [words::category(document), date, Some(source.to_owned())].into_iter().flatten().collect();
        self.wrapped(&below.join(" · "), Tone::Faint.style());
    }

    fn reason(&mut self, decision: &Decision) {
        let triage = &decision.triage;
        self.wrapped(&triage.label, Tone::of_outcome(triage.outcome.as_deref()).style().bold());
        if !triage.reason.is_empty() {
            self.add(Line { about: "because", place: String::new(), what: String::new(), tone: Tone::Faint, text: triage.reason.clone() });
        }
    }

    fn evidence(&mut self, decision: &Decision) {
        for (index, evidence) in evidence(decision).into_iter().enumerate() {
            let text = words::one_line(&decision.document, evidence.span);
            let place = words::place(evidence.at);
            self.add(Line { about: first(index, "evidence"), place, what: evidence.what, tone: evidence.tone, text });
        }
    }

    fn findings(&mut self, decision: &Decision) {
        for (index, kind) in kinds(decision).into_iter().enumerate() {
            let places: Vec<String> = places(decision, kind).into_iter().map(words::place).collect();
            let text = places.join(", ").replace(", para ", ", ");
            let what = words::plain(kind.name());
            self.add(Line { about: first(index, "findings"), place: String::new(), what, tone: Tone::of_finding(kind), text });
        }
    }
}
