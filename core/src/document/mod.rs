//! The structure of a decision: header, sections, paragraphs, lists, references, each with its place in the text.
//!
//! [`Document::parse`] never refuses a text. What it cannot place is kept as it is, in a section of the role
//! [`Role::Other`], and told in [`Document::diagnostics`].

mod build;
mod census;
mod check;
mod header;
mod lines;
mod paragraphs;
mod rejoin;
mod run_together;
mod running;
mod wrap;

use serde::{Deserialize, Serialize};
use thin_vec::ThinVec;

pub use header::{Header, Published};

use crate::Span;
use crate::diagnostic::Diagnostic;
use crate::source::Source;

/// A line of more bytes than this is no heading, whatever it looks like.
const LONGEST_HEADING: usize = 250;

/// Whether some words end as a sentence or an item of a list does.
fn ends_closed(words: &str) -> bool {
    // A citation in brackets stands behind its sentence.
    let cited = |words: &str| {
        words.ends_with(')')
            && words
                .rfind('(')
                .is_some_and(|at| words.get(..at).is_some_and(|before| before.trim_end().ends_with(['.', '?', '!'])))
    };
    if cited(words) {
        return true;
    }
    let words = words.trim_end_matches(['"', '\'', '”', '’', ')']);
    words.ends_with(['.', '?', '!', ':', ';'])
        || ["; and", "; or", ", and", ", or"].iter().any(|end| words.ends_with(end))
}

/// The structure of one decision, with its text.
///
/// ```
/// use upheld::{Document, Role};
///
/// let document = Document::parse("The complaint\n\n  1. Mr X complains.\n\nFinal decision\n\n  1. There was no fault.\n");
/// let last = &document.sections[1];
/// assert_eq!(last.role, Role::FinalDecision);
/// assert_eq!(last.paragraphs[0].printed.map(|p| document.slice(p)), Some("1"));
/// assert_eq!(last.paragraphs[0].number, Some(2), "numbers run on through the statement");
/// assert_eq!(document.slice(last.paragraphs[0].span), "There was no fault.");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// The text that all spans point into.
    pub text: String,
    /// How the page is laid out.
    pub layout: Layout,
    /// What the header says.
    pub header: Header,
    /// The sections in the order of the text. A sub-heading opens a section of its own, one level further down.
    pub sections: Vec<Section>,
    /// Every byte of the text, once, in order: joined, they are the text.
    pub leaves: Vec<Leaf>,
    /// What could not be placed or resolved.
    pub diagnostics: Vec<Diagnostic>,
}

impl Document {
    /// Reads the structure of a text as it is. Takes time linear in its length, and any text.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        build::document(Source { text: text.to_owned(), diagnostics: Vec::new() }, false)
    }

    /// Reads the structure of a text that was taken from a file. What was done to get it stands first in the diagnostics.
    /// Lines that were cut where they were full, as those of a PDF, are joined.
    #[must_use]
    pub fn read(source: Source) -> Self {
        build::document(source, true)
    }

    /// The words at a place of the text; empty where it is no place of this text.
    #[must_use]
    pub fn slice(&self, span: Span) -> &str {
        span.slice(&self.text)
    }

    /// The words at a place on one line, as a table or a message needs them: white space of any kind as one space, and
    /// without control characters, which could make a terminal do something.
    ///
    /// ```
    /// use upheld::{Document, Span};
    ///
    /// let document = Document::parse("This was\n  fault.\n");
    /// assert_eq!(document.one_line(Span::new(0, 17)), "This was fault.");
    /// ```
    #[must_use]
    pub fn one_line(&self, span: Span) -> String {
        one_line(self.slice(span))
    }

    /// Gives back the memory that its lists were given ahead. Whoever keeps thousands of decisions pays for it.
    pub(crate) fn shrink(&mut self) {
        self.leaves.shrink_to_fit();
        self.diagnostics.shrink_to_fit();
        self.sections.shrink_to_fit();
        for section in &mut self.sections {
            section.paragraphs.shrink_to_fit();
            for paragraph in &mut section.paragraphs {
                paragraph.items.shrink_to_fit();
                paragraph.references.shrink_to_fit();
                paragraph.citations.shrink_to_fit();
            }
        }
    }

    /// What the diagnostics say, each thing once.
    #[must_use]
    pub fn notes(&self) -> Vec<String> {
        let mut notes: Vec<String> = Vec::new();
        for diagnostic in &self.diagnostics {
            let note = diagnostic.message.replace(char::is_control, "");
            if !notes.contains(&note) {
                notes.push(note);
            }
        }
        notes
    }

    /// Category and subcategory on one line.
    ///
    /// ```
    /// let document = upheld::Document::parse("Category : Housing > Allocations\n\nThe complaint\n\n  1. It was late.\n");
    /// assert_eq!(document.category().as_deref(), Some("Housing > Allocations"));
    /// ```
    #[must_use]
    pub fn category(&self) -> Option<String> {
        let parts = [self.header.category, self.header.subcategory].into_iter().flatten();
        let parts: Vec<String> = parts.map(|span| self.one_line(span)).collect();
        (!parts.is_empty()).then(|| parts.join(" > "))
    }

    /// The diagnostics, each with the line it begins in, from 1.
    ///
    /// ```
    /// let document = upheld::Document::parse("The complaint\n\n  1. It was late (see paragraph 9).\n");
    /// let lines: Vec<_> = document.diagnostics_by_line().map(|(line, it)| (line, document.slice(it.span))).collect();
    /// assert!(lines.contains(&(3, "paragraph 9")));
    /// ```
    pub fn diagnostics_by_line(&self) -> impl Iterator<Item = (usize, &Diagnostic)> {
        let wanted = if self.diagnostics.is_empty() { "" } else { self.text.as_str() };
        let breaks: Vec<usize> = wanted.match_indices('\n').map(|(at, _)| at).collect();
        self.diagnostics.iter().map(move |it| (breaks.partition_point(|at| *at < it.span.start()) + 1, it))
    }

    /// The summary, from its first to its last word.
    #[must_use]
    pub fn summary(&self) -> Option<Span> {
        let summary = self.sections.iter().find(|section| section.role == Role::Summary)?;
        let (first, last) = (summary.paragraphs.first()?, summary.paragraphs.last()?);
        Some(Span::new(first.span.start(), last.extent().end()))
    }

    /// The reference, its groups parted by spaces, whatever the page has: `21 003 813`.
    #[must_use]
    pub fn reference(&self) -> Option<String> {
        let printed = self.slice(self.header.reference?);
        // References of before 2008 stay as they are.
        if printed.contains(|c: char| c.is_ascii_uppercase()) {
            return Some(printed.to_owned());
        }
        let written: String = printed.chars().filter(char::is_ascii_alphanumeric).collect();
        Some(format!("{} {} {}", written.get(..2)?, written.get(2..5)?, written.get(5..)?))
    }

    /// All paragraphs with the section they stand in, in the order of the text.
    pub fn paragraphs(&self) -> impl Iterator<Item = (&Section, &Paragraph)> {
        self.sections.iter().flat_map(|section| section.paragraphs.iter().map(move |paragraph| (section, paragraph)))
    }
}

/// A text on one line: white space of any kind as one space, without control characters.
pub(crate) fn one_line(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ").replace(char::is_control, "")
}

/// How a page is laid out.
///
/// ```
/// use upheld::{Document, Layout};
///
/// assert_eq!(Document::parse("The complaint\n- Mr X complains.\n- He is unhappy.\n").layout, Layout::Dashed);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Layout {
    /// A statement with its numbers, as the web page prints it.
    Statement,
    /// A report whose numbers run on through the page.
    Report,
    /// A page on a report: summary, complaint, finding, recommendations, without numbers.
    ReportPage,
    /// A statement whose lines were cut where they were full, as a PDF or an e-mail has them.
    Wrapped,
    /// A statement whose paragraphs stand behind dashes, the numbers lost.
    Dashed,
    /// The same below a table of contents.
    Contents,
    /// A statement with a line for everything: no numbers, no bullets.
    Flattened,
    /// A copy on another site: headings and paragraphs between empty lines, no numbers, lists run together.
    Mirror,
    /// A title and a summary, as digests have them.
    SummaryOnly,
    /// A title, a line with outcome and date, and a summary, as lists of decisions have them.
    Card,
    /// None of these.
    Other,
}

/// What a section is for.
///
/// ```
/// assert_eq!(upheld::Role::FinalDecision.name(), "final_decision");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Role {
    /// The summary below the header.
    Summary,
    /// What the person complains of.
    Complaint,
    /// What was looked into, and what was not.
    Scope,
    /// What the law lets the Ombudsman do.
    Powers,
    /// How the Ombudsman went about it.
    Method,
    /// What was found, where no sub-heading says more.
    Found,
    /// Law, guidance and policy.
    Law,
    /// What happened.
    Facts,
    /// The Ombudsman's reasoning.
    Analysis,
    /// The reasoning of a case that was closed at once.
    Assessment,
    /// What is to be put right.
    Action,
    /// The operative sentences.
    FinalDecision,
    /// Parts of the complaint that were left out.
    NotInvestigated,
    /// Who decided.
    Signoff,
    /// Words of the web page.
    Furniture,
    /// Anything else.
    Other,
}

impl Role {
    /// All roles with the names that rule books and JSON use.
    pub(crate) const ALL: [(&'static str, Self); 16] = [
        ("summary", Self::Summary),
        ("complaint", Self::Complaint),
        ("scope", Self::Scope),
        ("powers", Self::Powers),
        ("method", Self::Method),
        ("found", Self::Found),
        ("law", Self::Law),
        ("facts", Self::Facts),
        ("analysis", Self::Analysis),
        ("assessment", Self::Assessment),
        ("action", Self::Action),
        ("final_decision", Self::FinalDecision),
        ("not_investigated", Self::NotInvestigated),
        ("signoff", Self::Signoff),
        ("furniture", Self::Furniture),
        ("other", Self::Other),
    ];

    /// The name that rule books and JSON use.
    #[must_use]
    pub fn name(self) -> &'static str {
        Self::ALL.iter().find(|(_, role)| *role == self).map_or("other", |(name, _)| name)
    }
}

/// A heading and what stands below it, up to the next heading.
///
/// ```
/// use upheld::{Document, Role};
///
/// let document = Document::parse("What I found\n\nAnalysis\n\nThe letters\n\n  1. I find no fault.\n");
/// let last = &document.sections[2];
/// assert_eq!((last.role, last.level, last.free), (Role::Analysis, 3, true));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    /// What it is for.
    pub role: Role,
    /// 1 for the headings of the template, 2 and 3 for what stands below them.
    pub level: u8,
    /// The words of the heading; `None` for text before the first one, and for a summary behind its label.
    pub heading: Option<Span>,
    /// Whether the heading is the investigator's own and not one of the template.
    pub free: bool,
    /// From the heading to the end of the last paragraph.
    pub span: Span,
    /// Its paragraphs.
    pub paragraphs: Vec<Paragraph>,
}

impl Section {
    /// What stands in the margin of one of its paragraphs: its number, or in brackets its place where the page has no
    /// numbers; nothing in a summary, which has none.
    ///
    /// ```
    /// let document = upheld::Document::parse("The complaint\n- Mr X complains.\n- He is unhappy.\n");
    /// let section = &document.sections[0];
    /// assert_eq!(section.margin(&section.paragraphs[1]), "(2)");
    /// ```
    #[must_use]
    pub fn margin(&self, paragraph: &Paragraph) -> String {
        match paragraph.number {
            Some(number) => number.to_string(),
            None if self.role == Role::Summary => String::new(),
            None => format!("({})", paragraph.ordinal),
        }
    }
}

/// A paragraph with the list below it.
///
/// ```
/// let document = upheld::Document::parse("The complaint\n\n  1. He says it:\n  1. was late; and\n  2. was rude.\n  1. He is upset.\n");
/// let [first, second] = document.sections[0].paragraphs.as_slice() else { panic!("the list is no paragraph") };
/// assert_eq!((first.items.len(), second.number), (2, Some(2)));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paragraph {
    /// Its number in the whole statement, sub-lists left out; `None` where the page has no numbers.
    pub number: Option<u32>,
    /// Its place among all paragraphs below the summary, from 1: what is left to quote where there are no numbers.
    pub ordinal: u32,
    /// The number that the page prints.
    pub printed: Option<Span>,
    /// Its own words, without number and list.
    pub span: Span,
    /// The items of its list.
    pub items: ThinVec<Item>,
    /// The paragraphs it refers to.
    pub references: ThinVec<Reference>,
    /// The citations of law in it, brackets included.
    pub citations: ThinVec<Span>,
}

impl Paragraph {
    /// From its first word to the last one of its list.
    #[must_use]
    pub fn extent(&self) -> Span {
        Span::new(
            self.span.start(),
            self.items.last().map_or(self.span.end(), |item| item.span.end().max(self.span.end())),
        )
    }

    /// One of its parts: 0 for its own words, from 1 for the items of its list.
    pub(crate) fn part(&self, index: usize) -> Option<Span> {
        match index.checked_sub(1) {
            None => Some(self.span),
            Some(item) => self.items.get(item).map(|item| item.span),
        }
    }

    /// Its own words, then each item of its list.
    pub fn parts(&self) -> impl Iterator<Item = Span> {
        std::iter::once(self.span).chain(self.items.iter().map(|item| item.span))
    }
}

/// An item of a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// The number or letter that the page prints; `None` for a bullet.
    pub printed: Option<Span>,
    /// Its words.
    pub span: Span,
}

/// A reference to other paragraphs: "see paragraph 24".
///
/// ```
/// let document = upheld::Document::parse("The complaint\n\n  1. It was late.\n  2. It was rude (see paragraph one).\n");
/// assert_eq!(document.sections[0].paragraphs[1].references[0].to, [1]);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reference {
    /// The words of the reference.
    pub span: Span,
    /// The numbers of the paragraphs it means, all of which exist.
    pub to: Vec<u32>,
}

/// A piece of the text and what it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Leaf {
    /// What it is.
    pub kind: LeafKind,
    /// Where it stands.
    pub span: Span,
}

/// What a piece of text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum LeafKind {
    /// An empty line.
    Blank,
    /// A line of the web page.
    Furniture,
    /// A title, a header field or an entry of a table of contents.
    Header,
    /// A heading.
    Heading,
    /// A number, letter, bullet or label with the space around it.
    Marker,
    /// Words of a paragraph, an item, a summary.
    Text,
    /// The Ombudsman's signature.
    Signoff,
}
