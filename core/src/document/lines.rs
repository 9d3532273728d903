//! The border to the decision grammar: pest's pairs become lines, and nothing of pest goes further.

use std::borrow::Cow;

use pest::Parser;
use pest::iterators::Pair;
use upheld_grammar::decision::{DecisionParser, Rule};

use super::Role;
use crate::{Span, work};

/// What the grammar says a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LineKind {
    Blank,
    Furniture,
    Title {
        body: Span,
        reference: Span,
    },
    Reference {
        reference: Span,
        date: Option<Span>,
    },
    Body(Span),
    Card {
        outcome: Span,
        subcategory: Option<Span>,
        date: Span,
    },
    Category {
        category: Span,
        subcategory: Option<Span>,
    },
    Outcome(Span),
    Date(Span),
    Contents,
    DocumentHeading,
    Summary,
    Heading(Role),
    LetteredHeading,
    FreeHeading,
    BareHeading,
    Numbered(u32),
    /// A number and nothing else.
    Number,
    Bullet,
    Dashed,
    Lettered,
    Signoff,
    Followup,
    Plain,
    /// More of the words above, in a page whose lines were cut where they were full.
    More,
}

/// A line, or a header field that runs over several.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line {
    pub(super) kind: LineKind,
    /// All of it, with its line break.
    pub(super) span: Span,
    /// The printed number, letter or bullet; empty where there is none.
    pub(super) marker: Span,
    /// The words, without marker and white space around them.
    pub(super) words: Span,
    /// How many bytes of white space stand before it.
    pub(super) indent: usize,
}

impl Line {
    /// The same line where its first byte stands at `start`.
    pub(super) fn moved(&self, start: usize) -> Self {
        let by =
            |span: Span| Span::new(span.start() - self.span.start() + start, span.end() - self.span.start() + start);
        let kind = match self.kind {
            LineKind::Title { body, reference } => LineKind::Title { body: by(body), reference: by(reference) },
            LineKind::Reference { reference, date } => {
                LineKind::Reference { reference: by(reference), date: date.map(by) }
            }
            LineKind::Body(body) => LineKind::Body(by(body)),
            LineKind::Card { outcome, subcategory, date } => {
                LineKind::Card { outcome: by(outcome), subcategory: subcategory.map(by), date: by(date) }
            }
            LineKind::Category { category, subcategory } => {
                LineKind::Category { category: by(category), subcategory: subcategory.map(by) }
            }
            LineKind::Outcome(outcome) => LineKind::Outcome(by(outcome)),
            LineKind::Date(date) => LineKind::Date(by(date)),
            kind => kind,
        };
        Self { kind, span: by(self.span), marker: by(self.marker), words: by(self.words), indent: self.indent }
    }
}

/// The lines of a text; `None` if the parser gave up, which only a limit of the machine can bring about.
pub(super) fn read(text: &str) -> Option<Vec<Line>> {
    work::count(text.len());
    // Places count to four gigabytes.
    u32::try_from(text.len()).ok()?;
    let shadow = with_plain_breaks(text);
    let decision = DecisionParser::parse(Rule::decision, &shadow).ok()?.next()?;
    Some(decision.into_inner().filter(|pair| pair.as_rule() != Rule::EOI).map(|pair| line(text, &pair)).collect())
}

/// The text with one kind of line break, every place as it was: what else breaks a line is filled up with spaces to its
/// length, and so is the mark of a byte order.
fn with_plain_breaks(text: &str) -> Cow<'_, str> {
    const BREAKS: [(&str, &str); 6] = [
        ("\u{feff}", "   "),
        ("\u{2028}", "  \n"),
        ("\u{2029}", "  \n"),
        ("\u{85}", " \n"),
        ("\u{b}", "\n"),
        ("\u{c}", "\n"),
    ];
    let mut shadow = Cow::Borrowed(text);
    // What stands before the first line is a line of its own.
    if let Some(rest) = text.strip_prefix('\u{feff}') {
        shadow = Cow::Owned(format!("  \n{rest}"));
    }
    for (found, plain) in BREAKS {
        if memchr::memmem::find(shadow.as_bytes(), found.as_bytes()).is_some() {
            shadow = Cow::Owned(shadow.replace(found, plain));
        }
    }
    let bytes = shadow.as_bytes();
    // A carriage return belongs to the line feed behind it.
    let alone = |at: &usize| bytes.get(at + 1) != Some(&b'\n');
    if memchr::memchr_iter(b'\r', bytes).any(|at| alone(&at)) {
        let mut kept = String::with_capacity(shadow.len());
        for (at, piece) in shadow.split('\r').enumerate() {
            if at > 0 {
                kept.push(if piece.starts_with('\n') { '\r' } else { '\n' });
            }
            kept.push_str(piece);
        }
        shadow = Cow::Owned(kept);
    }
    shadow
}

fn line(text: &str, pair: &Pair<'_, Rule>) -> Line {
    let span = span_of(pair);
    let mut line =
        Line { kind: LineKind::Plain, span, marker: Span::new(span.start(), span.start()), words: span, indent: 0 };
    let (mut values, mut heading_role, mut stands_alone) = ([None; 3], None, false);
    for part in pair.clone().into_inner() {
        match part.as_rule() {
            Rule::indent => line.indent = part.as_str().len(),
            Rule::number | Rule::letter | Rule::summary_label | Rule::heading_number => line.marker = span_of(&part),
            Rule::rest | Rule::words | Rule::heading_text => line.words = span_of(&part),
            Rule::body_name
            | Rule::later_name
            | Rule::body
            | Rule::category
            | Rule::outcome
            | Rule::card_outcome
            | Rule::date => {
                values[0] = Some(trimmed(text, span_of(&part)));
            }
            Rule::reference | Rule::subcategory | Rule::card_subcategory => {
                values[1] = Some(trimmed(text, span_of(&part)));
            }
            Rule::card_date => values[2] = Some(span_of(&part)),
            Rule::stands_alone => stands_alone = true,
            rule => heading_role = role(rule),
        }
    }
    line.kind = match pair.as_rule() {
        Rule::blank => LineKind::Blank,
        Rule::furniture => LineKind::Furniture,
        Rule::contents_entry => LineKind::Contents,
        Rule::document_heading => LineKind::DocumentHeading,
        Rule::summary_line => LineKind::Summary,
        Rule::lettered_heading => LineKind::LetteredHeading,
        Rule::free_heading if stands_alone => LineKind::FreeHeading,
        Rule::free_heading => LineKind::BareHeading,
        Rule::bullet => LineKind::Bullet,
        Rule::dashed => LineKind::Dashed,
        Rule::lettered => LineKind::Lettered,
        Rule::signoff => LineKind::Signoff,
        Rule::followup => LineKind::Followup,
        Rule::numbered => LineKind::Numbered(line.marker.slice(text).parse().unwrap_or_default()),
        Rule::number_alone => LineKind::Number,
        _ => match (pair.as_rule(), values, heading_role) {
            (Rule::title | Rule::later_title, [Some(body), Some(reference), _], _) => {
                LineKind::Title { body, reference }
            }
            (Rule::reference_field, [date, Some(reference), _], _) => LineKind::Reference { reference, date },
            (Rule::body_field, [Some(body), ..], _) => LineKind::Body(body),
            (Rule::card, [Some(outcome), subcategory, Some(date)], _) => LineKind::Card { outcome, subcategory, date },
            (Rule::category_field, [Some(category), subcategory, _], _) => LineKind::Category { category, subcategory },
            (Rule::outcome_field, [Some(outcome), ..], _) => LineKind::Outcome(outcome),
            (Rule::date_field, [Some(date), ..], _) | (Rule::date_alone, [.., Some(date)], _) => LineKind::Date(date),
            (Rule::section_heading, _, Some(role)) => LineKind::Heading(role),
            _ => LineKind::Plain,
        },
    };
    // A lettered heading is quoted with its number, as the page prints it; what became of a report, as a whole line.
    let words = match line.kind {
        LineKind::LetteredHeading => Span::new(line.marker.start(), line.span.end()),
        LineKind::Followup => line.span,
        _ => line.words,
    };
    line.words = trimmed(text, words);
    line
}

fn role(rule: Rule) -> Option<Role> {
    Some(match rule {
        Rule::complaint => Role::Complaint,
        Rule::scope => Role::Scope,
        Rule::not_investigated => Role::NotInvestigated,
        Rule::powers => Role::Powers,
        Rule::method => Role::Method,
        Rule::found | Rule::investigation => Role::Found,
        Rule::assessment => Role::Assessment,
        Rule::action => Role::Action,
        Rule::final_decision => Role::FinalDecision,
        Rule::law => Role::Law,
        Rule::facts => Role::Facts,
        Rule::analysis => Role::Analysis,
        Rule::summary => Role::Summary,
        Rule::followup_report => Role::Other,
        _ => return None,
    })
}

fn span_of(pair: &Pair<'_, Rule>) -> Span {
    let span = pair.as_span();
    Span::new(span.start(), span.end())
}

/// A span without the white space at its ends. An end inside a character, where a line break was filled up, is moved before it.
pub(super) fn trimmed(text: &str, span: Span) -> Span {
    let floor = |at: usize| (0..=at).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    let span = Span::new(floor(span.start()), floor(span.end()));
    let words = span.slice(text);
    let start = span.start() + (words.len() - words.trim_start().len());
    Span::new(start, start + words.trim().len())
}
