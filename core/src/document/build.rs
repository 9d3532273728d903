//! From lines to a header, sections and leaves.

use super::census::Census;
use super::lines::{self, Line, LineKind, trimmed};
use super::{
    Document, Header, LONGEST_HEADING, Layout, Leaf, LeafKind, Published, Role, Section, check, ends_closed, header,
    rejoin, run_together, wrap,
};
use crate::diagnostic::{Diagnostic, DiagnosticKind};
use crate::source::Source;
use crate::{Span, work};

/// The structure of a text. With `rejoined` a page whose lines were cut is put together first; else the text stays as it is.
pub(super) fn document(Source { mut text, diagnostics }: Source, rejoined: bool) -> Document {
    let mut document = Document {
        text: String::new(),
        layout: Layout::Other,
        header: Header::default(),
        sections: Vec::new(),
        leaves: Vec::new(),
        diagnostics,
    };
    let Some(mut lines) = lines::read(&text) else {
        let span = Span::new(0, text.len());
        document.leaves.push(Leaf { kind: LeafKind::Text, span });
        let message = "a limit of the machine stopped the parser; the text is kept as one piece".to_owned();
        document.diagnostics.push(Diagnostic { kind: DiagnosticKind::ParserStopped, message, span });
        return Document { text, ..document };
    };
    let wrapped = wrap::settle(&text, &mut lines);
    if wrapped && rejoined {
        (text, lines) = rejoin::rejoin(&text, &lines, &mut document.diagnostics);
    }
    Builder::new(&text, Census::of(&lines, wrapped), &mut document).build(&lines);
    document.text = text;
    if document.layout == Layout::Mirror {
        run_together::part(&mut document);
    }
    check::references(&mut document);
    check::numbers(&mut document);
    check::fields(&mut document);
    document
}

/// Where the words of a line that continues another one go.
#[derive(Clone, Copy)]
pub(super) enum Open {
    Nothing,
    Paragraph,
    Item,
}

/// The list that a line may belong to.
#[derive(Clone, Copy)]
pub(super) enum List {
    /// None is open.
    None,
    /// A list may open: the paragraph above ends in a colon.
    Announced,
    /// Numbers at the indentation of paragraphs, of which this one is next.
    Numbers(u32),
    /// Bullets, dashes, letters or deeper numbers.
    Marked,
    /// Dashes at the margin, where paragraphs have them too.
    Dashes,
}

pub(super) struct Builder<'a> {
    pub(super) text: &'a str,
    pub(super) document: &'a mut Document,
    pub(super) census: Census,
    /// The role of the last heading of the first level.
    top: Option<Role>,
    pub(super) last_number: u32,
    pub(super) last_ordinal: u32,
    pub(super) open: Open,
    pub(super) list: List,
    pub(super) after_blank: bool,
    /// Whether there was a paragraph.
    pub(super) begun: bool,
    /// Whether the heading of the statement was seen.
    headed: bool,
    /// The leaves up to here are known to be no headings.
    contents: usize,
}

impl<'a> Builder<'a> {
    fn new(text: &'a str, census: Census, document: &'a mut Document) -> Self {
        Self {
            text,
            document,
            census,
            top: None,
            last_number: 0,
            last_ordinal: 0,
            open: Open::Nothing,
            list: List::None,
            after_blank: true,
            begun: false,
            headed: false,
            contents: 0,
        }
    }

    fn build(mut self, lines: &[Line]) {
        for line in lines {
            work::count(1);
            self.place(line);
            self.leaves(line);
            self.after_blank = line.kind == LineKind::Blank;
        }
        self.close_section();
        self.document.layout = self.census.layout(&self.document.sections);
    }

    fn place(&mut self, line: &Line) {
        match line.kind {
            // White space that no grammar counts as such, and characters that nobody sees.
            LineKind::Plain | LineKind::FreeHeading | LineKind::BareHeading if !self.is_written(line) => {}
            LineKind::Blank | LineKind::Furniture | LineKind::Contents => {}
            LineKind::Plain | LineKind::FreeHeading | LineKind::BareHeading if self.is_citation(line) => {
                self.continuation(line);
            }
            LineKind::Title { body, reference } => {
                if self.document.header.reference.is_none() {
                    self.drop_cover();
                }
                self.second_title(reference);
                self.document.header.body.get_or_insert(body);
                self.document.header.reference.get_or_insert(reference);
            }
            LineKind::Reference { reference, date } => {
                self.document.header.reference.get_or_insert(reference);
                if let Some(date) = date {
                    self.date(date);
                }
            }
            LineKind::Body(body) => {
                self.document.header.body.get_or_insert(body);
            }
            LineKind::Card { outcome, subcategory, date } => {
                self.document.header.subcategory = self.document.header.subcategory.or(subcategory);
                self.outcome(outcome);
                self.date(date);
            }
            LineKind::Category { category, subcategory } => {
                self.document.header.category.get_or_insert(category);
                self.document.header.subcategory = self.document.header.subcategory.or(subcategory);
            }
            LineKind::Outcome(span) => self.outcome(span),
            LineKind::Date(span) => self.date(span),
            LineKind::DocumentHeading => self.begin_statement(),
            LineKind::Summary => {
                self.open_section(Role::Summary, 1, None, line.span.start());
                self.paragraph(line, None);
            }
            LineKind::Heading(role) => self.heading(line, role),
            LineKind::LetteredHeading if !self.takes_own_headings() || self.in_lettered_list() => {
                let words = trimmed(self.text, Span::new(line.marker.end(), line.words.end()));
                self.item(&Line { words, ..*line });
                self.list = List::Marked;
            }
            LineKind::LetteredHeading | LineKind::FreeHeading => self.free_heading(line),
            LineKind::BareHeading if self.census.bare() && self.is_bare_heading(line) => {
                self.free_heading(line);
            }
            LineKind::Numbered(number) => self.numbered(line, number),
            LineKind::Dashed if self.census.dashes() && line.indent == 0 => self.dashed(line),
            LineKind::Bullet | LineKind::Dashed | LineKind::Lettered => {
                self.item(line);
                self.list = List::Marked;
            }
            LineKind::Signoff => {
                self.open_section(Role::Signoff, 1, Some(line.words), line.span.start());
            }
            LineKind::Followup => {
                self.open_section(Role::Other, 1, None, line.span.start());
                self.paragraph(line, None);
            }
            LineKind::More => self.continuation(line),
            LineKind::Plain | LineKind::BareHeading | LineKind::Number => self.plain(line),
        }
    }

    /// What stands above the title or heading of a decision is not of it: a covering letter, the e-mail that it came with.
    fn drop_cover(&mut self) {
        self.close_section();
        let [Section { role: Role::Other, span, .. }] = *self.document.sections.as_slice() else { return };
        let message = "what stands above the decision was left aside, as a covering letter is".to_owned();
        self.diagnose(DiagnosticKind::Cover, message, span);
        self.document.sections.clear();
        (self.last_number, self.last_ordinal, self.begun, self.list) = (0, 0, false, List::None);
        for leaf in self.document.leaves.iter_mut().filter(|leaf| leaf.kind == LeafKind::Text) {
            leaf.kind = LeafKind::Furniture;
        }
    }

    /// What stands above the heading of the statement and has nothing below it is a table of contents.
    fn begin_statement(&mut self) {
        if !self.headed {
            self.drop_cover();
            self.headed = true;
        }
        if !self.begun {
            self.document.sections.clear();
            self.top = None;
            let above = self.document.leaves.get_mut(self.contents..).unwrap_or_default();
            for leaf in above.iter_mut().inspect(|_| work::count(1)).filter(|leaf| leaf.kind == LeafKind::Heading) {
                leaf.kind = LeafKind::Header;
            }
            self.contents = self.document.leaves.len();
        }
        self.open = Open::Nothing;
    }

    /// Two references in one text are two decisions, and their findings would be mixed.
    fn second_title(&mut self, reference: Span) {
        let (first, second) = (self.document.header.reference, reference.slice(self.text));
        if first.is_some_and(|first| first.slice(self.text) != second) {
            let message = format!("a second decision, {second}, begins here; one text is to hold one decision");
            self.diagnose(DiagnosticKind::SecondDecision, message, reference);
        }
    }

    // ---- header ----------------------------------------------------------------------------------------------------

    fn outcome(&mut self, span: Span) {
        if self.document.header.outcome_text.is_some() {
            return;
        }
        self.document.header.outcome_text = Some(span);
        self.document.header.outcome = Published::from_words(span.slice(self.text));
        if self.document.header.outcome.is_none() {
            let known = "Upheld, Not upheld or Closed after initial enquiries";
            self.diagnose(
                DiagnosticKind::UnknownOutcome,
                format!("unknown outcome `{}`; {known} is expected", span.slice(self.text)),
                span,
            );
        }
    }

    fn date(&mut self, span: Span) {
        if self.document.header.date_text.is_some() {
            return;
        }
        self.document.header.date_text = Some(span);
        self.document.header.date = header::date(span.slice(self.text));
        if self.document.header.date.is_none() {
            let message = format!("`{}` is no date; one like 31 Mar 2022 is expected", span.slice(self.text));
            self.diagnose(DiagnosticKind::UnknownDate, message, span);
        }
    }

    // ---- sections --------------------------------------------------------------------------------------------------

    fn heading(&mut self, line: &Line, role: Role) {
        // Law, facts and analysis stand below what was found; on their own they are sections like any other.
        let level = match role {
            Role::Law | Role::Facts | Role::Analysis if self.takes_sub_headings() => 2,
            _ => 1,
        };
        self.open_section(role, level, Some(line.words), line.span.start());
    }

    /// A heading of the investigator's own takes the role of the one it stands under.
    fn free_heading(&mut self, line: &Line) {
        let Some((role, level)) = self.document.sections.last().map(|section| (section.role, level_below(section)))
        else {
            return self.plain(line);
        };
        let mid_sentence = !self.after_blank && !self.is_closed();
        let unlikely = self.census.numbered == 0
            && matches!(role, Role::Action | Role::Complaint | Role::FinalDecision | Role::Method);
        let place = matches!(role, Role::Summary | Role::Signoff | Role::Other);
        if mid_sentence || unlikely || place || line.words.len() > LONGEST_HEADING {
            return self.plain(line);
        }
        self.open_section(role, level, Some(line.words), line.span.start());
        if let Some(section) = self.document.sections.last_mut() {
            section.free = true;
        }
    }

    /// Whether a line is a citation that was parted from the paragraph it stands behind.
    fn is_citation(&self, line: &Line) -> bool {
        let words = line.words.slice(self.text);
        matches!(self.open, Open::Paragraph) && words.starts_with('(') && words.ends_with(')')
    }

    /// Whether a reader sees a letter or a digit in the words of a line.
    fn is_written(&self, line: &Line) -> bool {
        line.words.slice(self.text).chars().any(char::is_alphanumeric)
    }

    /// Whether a line among others of its like is a heading: a sentence ended above it, and it is none.
    fn is_bare_heading(&self, line: &Line) -> bool {
        let ended = self.last_words().is_none_or(|above| ends_closed(above) && !above.ends_with([':', ';']));
        self.takes_own_headings()
            && ended
            && ![" and", " or", ","].iter().any(|end| line.words.slice(self.text).ends_with(end))
    }

    /// Whether parts of the complaint may have headings of their own here.
    fn takes_own_headings(&self) -> bool {
        matches!(self.top, Some(Role::Law | Role::Facts | Role::Analysis)) || self.takes_sub_headings()
    }

    /// Whether a list is announced, or one behind bracketed letters goes on.
    fn in_lettered_list(&self) -> bool {
        let last = || self.document.sections.last()?.paragraphs.last()?.items.last()?.printed;
        let lettered = || last().is_some_and(|printed| printed.slice(self.text).starts_with('('));
        matches!(self.list, List::Announced) || matches!(self.list, List::Marked) && lettered()
    }

    fn takes_sub_headings(&self) -> bool {
        matches!(self.top, Some(Role::Found | Role::Assessment | Role::NotInvestigated))
    }

    pub(super) fn open_section(&mut self, role: Role, level: u8, heading: Option<Span>, start: usize) {
        self.close_section();
        if level == 1 {
            self.top = Some(role);
        }
        let span = Span::new(start, heading.map_or(start, Span::end));
        self.document.sections.push(Section { role, level, heading, free: false, span, paragraphs: Vec::new() });
        self.open = Open::Nothing;
        self.list = List::None;
    }

    fn close_section(&mut self) {
        if let Some(section) = self.document.sections.last_mut() {
            let end = section.paragraphs.last().map_or(section.span.end(), |paragraph| paragraph.extent().end());
            section.span = Span::new(section.span.start(), end.max(section.span.end()));
        }
    }

    // ---- afterwards ------------------------------------------------------------------------------------------------

    fn leaves(&mut self, line: &Line) {
        let kind = match line.kind {
            LineKind::Blank => LeafKind::Blank,
            LineKind::Furniture => LeafKind::Furniture,
            LineKind::Title { .. }
            | LineKind::Reference { .. }
            | LineKind::Body(_)
            | LineKind::Card { .. }
            | LineKind::Category { .. }
            | LineKind::Outcome(_)
            | LineKind::Date(_)
            | LineKind::Contents => LeafKind::Header,
            LineKind::DocumentHeading | LineKind::Heading(_) => LeafKind::Heading,
            LineKind::LetteredHeading | LineKind::FreeHeading | LineKind::BareHeading
                if matches!(self.open, Open::Nothing) =>
            {
                LeafKind::Heading
            }
            LineKind::Signoff => LeafKind::Signoff,
            _ => LeafKind::Text,
        };
        let words = if kind == LeafKind::Text { line.words.start() } else { line.span.start() };
        for (kind, span) in
            [(LeafKind::Marker, Span::new(line.span.start(), words)), (kind, Span::new(words, line.span.end()))]
        {
            if !span.is_empty() {
                self.document.leaves.push(Leaf { kind, span });
            }
        }
    }

    fn diagnose(&mut self, kind: DiagnosticKind, message: String, span: Span) {
        self.document.diagnostics.push(Diagnostic { kind, message, span: trimmed(self.text, span) });
    }
}

/// The level of a heading of the investigator's own after this section.
fn level_below(section: &Section) -> u8 {
    if section.free { section.level } else { section.level + 1 }
}
