//! The table: a block for each decision, made to be read from top to bottom.

use anstyle::Style;
use comfy_table::{Cell, ColumnConstraint, ContentArrangement, Row, Table, Width, presets};
use upheld::{Decision, FindingKind, Remedy, RuleBook, Span, StatedGround};

use crate::flow::{self, Word};
use crate::tone::{Tone, paint};
use crate::words;

/// The columns in front of the text: what the line is about, where it stands, what it says.
const COLUMNS: [u16; 3] = [10, 9, 20];
/// A sentence is shortened to so many lines: enough to know it by.
const LINES: usize = 3;

/// A text that is no decision may give rise to very many notes.
const MOST_NOTES: usize = 4;

/// The block of one decision, with a line break at the end.
pub(crate) fn block(decision: &Decision, source: &str, book: &RuleBook, width: usize) -> String {
    let head = Head { decision, source, width };
    let mut lines = Lines::new(decision, width);
    lines.evidence();
    lines.findings();
    lines.parts();
    lines.remedies();
    lines.grounds(book);
    lines.themes();
    lines.checks();
    format!("{}{}\n", head.in_words(), lines.table.trim_fmt())
}

/// What stands above the lines: which decision it is, and the decision reason.
struct Head<'d> {
    decision: &'d Decision,
    source: &'d str,
    width: usize,
}

impl Head<'_> {
    fn in_words(&self) -> String {
        let Decision { document, triage, .. } = self.decision;
        let body = document.header.body.map(|body| document.one_line(body));
        let title: Vec<String> = [document.reference(), body].into_iter().flatten().collect();
        // A page without its title is known by its file.
        let (title, source) = if title.is_empty() {
            (self.source.to_owned(), None)
        } else {
            (title.join("  "), Some(self.source.to_owned()))
        };
        let rest = self.width.saturating_sub(title.chars().count() + 1);
        let rule = Tone::Faint.paint(&"─".repeat(rest));
        let date = document.header.date.map(words::date);
        let below: Vec<String> = [document.category(), date, source].into_iter().flatten().collect();
        let below = self.wrapped(&[(&below.join(" · "), Tone::Faint.style())]);
        let label = (triage.label.as_str(), Tone::of_outcome(triage.outcome.as_deref()).style().bold());
        let reason = if triage.reason.is_empty() { String::new() } else { format!("– {}", triage.reason) };
        let reason = self.wrapped(&[label, (&reason, Style::new())]);
        format!("{} {rule}\n{below}{reason}", paint(Style::new().bold(), &title))
    }

    /// The words of `pieces`, each in its style, in lines.
    fn wrapped(&self, pieces: &[(&str, Style)]) -> String {
        let words: Vec<Word> = pieces.iter().flat_map(|(text, style)| flow::words(text, *style)).collect();
        flow::lines(&words, self.width).into_iter().map(|line| line + "\n").collect()
    }
}

/// The lines of a block: what it is about, where it stands, what it says, in which words.
struct Lines<'d> {
    decision: &'d Decision,
    table: Table,
    /// What the last line was about, which is said once only.
    about: &'static str,
    /// So many characters of a sentence are quoted.
    longest: usize,
}

impl<'d> Lines<'d> {
    fn new(decision: &'d Decision, width: usize) -> Self {
        let before: u16 = COLUMNS.iter().sum();
        let last = u16::try_from(width).unwrap_or(u16::MAX).saturating_sub(before).max(12);
        let mut table = Table::new();
        // Colours are always in; the stream takes them out where nobody wants them.
        table.load_style(presets::NOTHING).enforce_styling().style_text_only();
        table.set_content_arrangement(ContentArrangement::Dynamic).set_width(before + last);
        Self { decision, table, about: "", longest: usize::from(last) * LINES - usize::from(last) / 3 }
    }

    fn add(&mut self, about: &'static str, place: &str, what: (&str, Tone), text: &str) {
        let said = if self.about == about { "" } else { about };
        self.about = about;
        let place = Cell::new(place);
        let (what, tone) = what;
        let mut row = Row::from(vec![
            Cell::new(said).fg(Tone::Faint.cell()),
            place,
            Cell::new(what).fg(tone.cell()),
            Cell::new(text),
        ]);
        row.max_height(LINES * 3);
        self.table.add_row(row);
        for (column, width) in self.table.column_iter_mut().zip(COLUMNS) {
            column.set_padding((0, 1)).set_constraint(ColumnConstraint::Absolute(Width::Fixed(width)));
        }
        if let Some(last) = self.table.column_mut(COLUMNS.len()) {
            last.set_padding((0, 0));
        }
    }

    fn quoted(&self, span: Span) -> String {
        words::shortened(&self.decision.document.one_line(span), self.longest)
    }

    fn evidence(&mut self) {
        for evidence in self.decision.evidence() {
            let (what, tone) = (words::plain(evidence.kind.name()), Tone::of_finding(evidence.kind));
            self.add("evidence", &words::place(evidence.at), (&what, tone), &self.quoted(evidence.span));
        }
    }

    /// Every place that says something, as the evidence quotes one of them only.
    fn findings(&mut self) {
        let in_words = |kind: FindingKind| {
            let places: Vec<String> = self.decision.places_of(kind).into_iter().map(words::place).collect();
            format!("{}: {}", words::plain(kind.name()), words::places(&places))
        };
        let kinds: Vec<String> = self.decision.finding_kinds().into_iter().map(in_words).collect();
        if !kinds.is_empty() {
            self.add("findings", "all", ("", Tone::Faint), &kinds.join("; "));
        }
    }

    fn parts(&mut self) {
        for issue in &self.decision.issues {
            let title = self.quoted(issue.span);
            self.add("parts", "", (&issue.label, Tone::of_outcome(issue.outcome.as_deref())), &title);
        }
    }

    fn remedies(&mut self) {
        let remedies = &self.decision.remedies;
        for remedy in remedies {
            let text = format!("{}: {}", self.terms(remedy), self.quoted(remedy.span));
            self.add("remedies", &words::place(remedy.at), (&remedy.in_short(), Tone::Remedy), &text);
        }
        // One sum is its own total.
        let several = remedies.iter().filter(|remedy| remedy.amount.is_some()).count() > 1;
        if let Some(total) = self.decision.total_payment().filter(|_| several) {
            self.add("remedies", "", (&format!("total {total:#}"), Tone::Remedy), "all sums together");
        }
    }

    /// "agreed, to Mr B, due 24 March 2022"
    fn terms(&self, remedy: &Remedy) -> String {
        let document = &self.decision.document;
        let to = remedy.to.map(|to| format!("to {}", document.one_line(to)));
        let due = remedy.deadline.map(|deadline| deadline.in_words(document));
        let terms: Vec<String> =
            [Some(words::status(remedy.status).to_owned()), to, due].into_iter().flatten().collect();
        terms.join(", ")
    }

    fn grounds(&mut self, book: &RuleBook) {
        for StatedGround { ground, places, .. } in self.decision.stated_grounds() {
            let label = book.ground_label(&ground.code).unwrap_or_default();
            let also: Vec<String> = places.into_iter().filter(|at| *at != ground.at).map(words::place).collect();
            let also = if also.is_empty() { String::new() } else { format!(" (also {})", words::places(&also)) };
            let text = format!("{label}{also}: {}", self.quoted(ground.span));
            self.add("grounds", &words::place(ground.at), (&words::plain(&ground.code), Tone::Aside), &text);
        }
    }

    /// What the decision is about, each theme once, where it is named first.
    fn themes(&mut self) {
        let mut told: Vec<&str> = Vec::new();
        for theme in &self.decision.themes {
            if !told.contains(&theme.name.as_str()) {
                told.push(&theme.name);
                let place = theme.at.map_or_else(|| "header".to_owned(), words::place);
                let text = format!("{}: {}", theme.label, self.quoted(theme.span));
                self.add("about", &place, (&theme.name, Tone::Faint), &text);
            }
        }
    }

    /// What the rules say does not fit, then what could not be made out of the page.
    fn checks(&mut self) {
        for flag in &self.decision.triage.flags {
            self.add("check", "", (&flag.name, Tone::Check), &flag.message);
        }
        let notes = self.decision.document.notes();
        for note in notes.iter().take(MOST_NOTES) {
            self.add("note", "", ("", Tone::Faint), note);
        }
        if let Some(more) = notes.len().checked_sub(MOST_NOTES).filter(|more| *more > 0) {
            self.add("note", "", ("", Tone::Faint), &format!("and {more} more, which `upheld show` has"));
        }
    }
}
