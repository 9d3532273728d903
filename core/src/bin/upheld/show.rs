//! `upheld show`: one decision with its structure, its findings marked.

use std::io::Write;

use anstyle::Style;
use upheld::{Decision, Document, Item, Mark, Role, RuleBook, Section, Span};

use crate::args::{ShowArgs, ShowFormat};
use crate::flow::Word;
use crate::marks::marked;
use crate::page::Page;
use crate::stop::Stop;
use crate::tone::Tone;
use crate::{book, inputs, terminal, words};

/// Runs the command.
pub(crate) fn run(args: &ShowArgs) -> Result<(), Stop> {
    let book = book::load(&args.book)?;
    let input = inputs::single(args.path.as_deref())?;
    let source =
        input.read(&args.limits.limits()).map_err(|reason| Stop::Failed(format!("{}: {reason}", input.name())))?;
    let decision = Decision::read(source, &book);
    let page = match args.format {
        ShowFormat::Text => page(&decision, &input.name(), &book, terminal::width()),
        ShowFormat::Html => decision.to_html_page(&book),
    };
    let mut output = anstream::stdout().lock();
    output.write_all(page.as_bytes())?;
    output.flush()?;
    Ok(())
}

fn page(decision: &Decision, source: &str, book: &RuleBook, width: usize) -> String {
    let mut page = Page::new(width);
    // What is set aside would have no tag behind it, and colour alone tells nothing.
    let mut marks = decision.marks(book);
    marks.retain(|mark| !mark.kind.is_set_aside());
    header(&mut page, decision, source);
    for section in &decision.document.sections {
        print_section(&mut page, &decision.document, section, &marks);
    }
    notes(&mut page, &decision.document);
    legend(&mut page, &marks);
    page.finish()
}

fn header(page: &mut Page, decision: &Decision, source: &str) {
    let Decision { document, triage, .. } = decision;
    let words = |span: Option<Span>| span.map(|span| document.one_line(span));
    let title: Vec<String> = [document.reference(), words(document.header.body)].into_iter().flatten().collect();
    let published = words(document.header.outcome_text);
    let fields = [
        ("Decision", (!title.is_empty()).then(|| title.join("  "))),
        ("Source", Some(source.to_owned())),
        ("Category", document.category()),
        ("Outcome", published.map(|outcome| format!("{outcome} (as published)"))),
        ("Date", document.header.date.map(words::date)),
    ];
    for (name, value) in fields {
        if let Some(value) = value {
            page.entry(name, Tone::Faint.style(), 8, &value);
        }
    }
    let reason =
        if triage.reason.is_empty() { triage.label.clone() } else { format!("{} ({})", triage.label, triage.reason) };
    page.entry("Triage", Tone::of_outcome(triage.outcome.as_deref()).style().bold(), 8, &reason);
    for issue in &decision.issues {
        let outcome = &issue.label;
        page.entry(
            "Part",
            Tone::of_outcome(issue.outcome.as_deref()).style(),
            8,
            &format!("{outcome}: {}", document.one_line(issue.span)),
        );
    }
    for flag in &triage.flags {
        page.entry("Check", Tone::Check.style(), 8, &flag.message);
    }
}

fn print_section(page: &mut Page, document: &Document, section: &Section, marks: &[Mark]) {
    if section.role == Role::Furniture {
        return;
    }
    let role = format!("· {}", words::plain(section.role.name()));
    match section.heading {
        Some(heading) => page.heading(&document.one_line(heading), section.level, &role),
        // The summary stands behind a label; other text before the first heading needs none.
        None if section.role == Role::Summary => page.heading("Summary", 1, ""),
        None => {}
    }
    let mut first = true;
    for paragraph in &section.paragraphs {
        if !first || section.heading.is_none() && section.role != Role::Summary {
            page.gap();
        }
        first = false;
        page.paragraph(&section.margin(paragraph), &part(document, paragraph.span, marks));
        for item in &paragraph.items {
            page.item(&marker(document, item), &part(document, item.span, marks));
        }
    }
}

fn marker(document: &Document, item: &Item) -> String {
    item.printed.map_or_else(|| "•".to_owned(), |printed| words::harmless(document.slice(printed)))
}

fn part(document: &Document, span: Span, marks: &[Mark]) -> Vec<Word> {
    // The marks are sorted, and a decision may have many: only those of this place are looked at.
    let from = marks.partition_point(|mark| mark.span.start() < span.start());
    let here: Vec<&Mark> = marks.iter().skip(from).take_while(|mark| mark.span.start() < span.end()).collect();
    marked(&document.text, span, &here)
}

/// What could not be made out of the page, and where.
fn notes(page: &mut Page, document: &Document) {
    if document.diagnostics.is_empty() {
        return;
    }
    page.heading("Notes on this page", 1, "");
    for (line, diagnostic) in document.diagnostics_by_line() {
        page.entry(&format!("line {line}"), Tone::Faint.style(), 9, &words::harmless(&diagnostic.message));
    }
}

/// The marks that occur, each once, with what they mean.
fn legend(page: &mut Page, marks: &[Mark]) {
    page.heading("Legend", 1, "");
    if marks.is_empty() {
        page.entry(
            "no marks",
            Tone::Check.style(),
            9,
            "the rules saw no finding, no ground and no remedy in this text",
        );
        return;
    }
    let mut known: Vec<&Mark> = Vec::new();
    for mark in marks {
        if !known.iter().any(|other| other.name == mark.name) {
            known.push(mark);
        }
    }
    let room = known.iter().map(|mark| mark.name.chars().count() + 2).max().unwrap_or(0);
    for mark in known {
        page.entry(&format!("[{}]", mark.name), Tone::of_mark(mark.kind).style().bold(), room, &mark.meaning);
    }
    page.entry(
        "underlined",
        Style::new().bold().underline(),
        room,
        "the words that the mark behind the sentence rests on",
    );
}
