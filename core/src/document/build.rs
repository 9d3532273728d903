//! From lines to sections, paragraphs and lists.

use super::census::Census;
use super::check;
use super::lines::{self, Line, LineKind, trimmed};
use super::{
    Diagnostic, DiagnosticKind, Document, Header, Item, Layout, Leaf, LeafKind, Paragraph, Published, Role, Section,
    header,
};
use crate::Span;

/// A line of more bytes than this is no heading, whatever it looks like.
const LONGEST_HEADING: usize = 250;

pub(super) fn document(text: &str) -> Document {
    let mut document = Document {
        text: text.to_owned(),
        layout: Layout::Other,
        header: Header::default(),
        sections: Vec::new(),
        leaves: Vec::new(),
        diagnostics: Vec::new(),
    };
    if let Some(lines) = lines::read(text) {
        Builder::new(text, &lines, &mut document).build();
    } else {
        let span = Span::new(0, text.len());
        document.leaves.push(Leaf { kind: LeafKind::Text, span });
        let message = "a limit of the machine stopped the parser; the text is kept as one piece".to_owned();
        document.diagnostics.push(Diagnostic { kind: DiagnosticKind::ParserStopped, message, span });
    }
    document
}

/// Where the words of a line that continues another one go.
#[derive(Clone, Copy)]
enum Open {
    Nothing,
    Paragraph,
    Item,
}

/// The list that a line may belong to.
#[derive(Clone, Copy)]
enum List {
    /// None is open.
    None,
    /// A list may open: the paragraph above ends in a colon.
    Announced,
    /// Numbers at the indentation of paragraphs, of which this one is next.
    Numbers(u32),
    /// Bullets, dashes, letters or deeper numbers.
    Marked,
}

struct Builder<'a> {
    text: &'a str,
    lines: &'a [Line],
    document: &'a mut Document,
    census: Census,
    /// The indentation of the first numbered line: that of paragraphs.
    margin: usize,
    /// The role of the last heading of the first level.
    top: Option<Role>,
    last_number: u32,
    last_ordinal: u32,
    open: Open,
    list: List,
    after_blank: bool,
}

impl<'a> Builder<'a> {
    fn new(text: &'a str, lines: &'a [Line], document: &'a mut Document) -> Self {
        let census = Census::of(lines);
        let margin = lines.iter().find(|line| matches!(line.kind, LineKind::Numbered(_))).map_or(0, |line| line.indent);
        Self {
            text,
            lines,
            document,
            census,
            margin,
            top: None,
            last_number: 0,
            last_ordinal: 0,
            open: Open::Nothing,
            list: List::None,
            after_blank: true,
        }
    }

    fn build(mut self) {
        let lines = self.lines;
        for line in lines {
            self.place(line);
            self.leaves(line);
            self.after_blank = line.kind == LineKind::Blank;
        }
        self.close_section();
        check::references(self.document, self.last_number);
        self.document.layout = self.census.layout(&self.document.sections, self.margin);
        check::fields(self.document);
    }

    fn place(&mut self, line: &Line) {
        match line.kind {
            // White space that no grammar counts as such, and characters that nobody sees.
            LineKind::Plain | LineKind::FreeHeading | LineKind::BareHeading if !self.is_written(line) => {}
            LineKind::Blank | LineKind::Furniture | LineKind::Contents => {}
            LineKind::Title { body, reference } => {
                self.second_title(reference);
                self.document.header.body.get_or_insert(body);
                self.document.header.reference.get_or_insert(reference);
            }
            LineKind::Category { category, subcategory } => {
                self.document.header.category.get_or_insert(category);
                self.document.header.subcategory = self.document.header.subcategory.or(subcategory);
            }
            LineKind::Outcome(span) => self.outcome(span),
            LineKind::Date(span) => self.date(span),
            LineKind::DocumentHeading => self.open = Open::Nothing,
            LineKind::Summary => {
                self.open_section(Role::Summary, 1, None, line.span.start);
                self.paragraph(line, None);
            }
            LineKind::Heading(role) => self.heading(line, role),
            LineKind::LetteredHeading | LineKind::FreeHeading => self.free_heading(line),
            LineKind::BareHeading if self.census.flat() && self.takes_sub_headings() && self.is_closed() => {
                self.free_heading(line);
            }
            LineKind::Numbered(number) => self.numbered(line, number),
            LineKind::Dashed if self.census.dashes() && line.indent == 0 => {
                self.paragraph(line, None);
                self.list = self.announced();
            }
            LineKind::Bullet | LineKind::Dashed | LineKind::Lettered => {
                self.item(line);
                self.list = List::Marked;
            }
            LineKind::Signoff => {
                self.open_section(Role::Signoff, 1, Some(line.words), line.span.start);
            }
            LineKind::Followup => {
                self.open_section(Role::Other, 1, None, line.span.start);
                self.paragraph(line, None);
            }
            LineKind::Plain | LineKind::BareHeading => self.plain(line),
        }
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
        self.open_section(role, level, Some(line.words), line.span.start);
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
        self.open_section(role, level, Some(line.words), line.span.start);
        if let Some(section) = self.document.sections.last_mut() {
            section.free = true;
        }
    }

    /// Whether a reader sees a letter or a digit in the words of a line.
    fn is_written(&self, line: &Line) -> bool {
        line.words.slice(self.text).chars().any(char::is_alphanumeric)
    }

    fn takes_sub_headings(&self) -> bool {
        matches!(self.top, Some(Role::Found | Role::Assessment | Role::NotInvestigated))
    }

    fn open_section(&mut self, role: Role, level: u8, heading: Option<Span>, start: usize) {
        self.close_section();
        if level == 1 {
            self.top = Some(role);
        }
        let span = Span::new(start, heading.map_or(start, |heading| heading.end));
        self.document.sections.push(Section { role, level, heading, free: false, span, paragraphs: Vec::new() });
        self.open = Open::Nothing;
        self.list = List::None;
    }

    fn close_section(&mut self) {
        if let Some(section) = self.document.sections.last_mut() {
            let end = section.paragraphs.last().map_or(section.span.end, |paragraph| paragraph.extent().end);
            section.span = Span::new(section.span.start, end.max(section.span.end));
        }
    }

    // ---- paragraphs and lists --------------------------------------------------------------------------------------

    fn numbered(&mut self, line: &Line, number: u32) {
        let deeper = line.indent > self.margin + 1;
        match self.list {
            _ if deeper && self.has_paragraph() => {
                self.item(line);
                self.list = List::Marked;
            }
            List::Numbers(next) if number == next => {
                self.item(line);
                self.list = List::Numbers(next + 1);
            }
            List::Announced if number == 1 => {
                self.item(line);
                self.list = List::Numbers(2);
            }
            _ => {
                // The first page of a report that was cut starts with the number it has.
                let number = if self.last_number == 0 { number.max(1) } else { self.last_number + 1 };
                self.last_number = number;
                self.paragraph(line, Some(number));
                self.list = self.announced();
            }
        }
    }

    fn plain(&mut self, line: &Line) {
        let indented = line.indent > 0 && !self.after_blank;
        // In a page that has a line for everything an item may end without a mark, and the next begin with a capital.
        let next_item = self.census.flat() && matches!(self.list, List::Marked) && !self.starts_small(line);
        if indented || (!self.after_blank && !self.is_closed() && !next_item) {
            return self.continuation(line);
        }
        if self.census.flat() && matches!(self.list, List::Announced | List::Marked) && self.flat_item(line) {
            self.item(line);
            self.list = List::Marked;
            return;
        }
        if self.document.sections.is_empty() {
            self.open_section(Role::Other, 1, None, line.span.start);
        }
        self.paragraph(line, None);
        self.list = self.announced();
    }

    /// In a page without bullets an item is told by the colon or the open end of the line above, or by its small
    /// first letter; and a list of actions goes on to the end of its section.
    fn flat_item(&self, line: &Line) -> bool {
        let actions = self.document.sections.last().is_some_and(|section| section.role == Role::Action);
        actions || self.starts_small(line) || self.last_words().is_some_and(|above| !above.ends_with(['.', '?', '!']))
    }

    fn starts_small(&self, line: &Line) -> bool {
        line.words.slice(self.text).starts_with(char::is_lowercase)
    }

    fn has_paragraph(&self) -> bool {
        self.document.sections.last().is_some_and(|section| !section.paragraphs.is_empty())
    }

    fn announced(&self) -> List {
        if self.last_words().is_some_and(|words| words.ends_with(':')) { List::Announced } else { List::None }
    }

    fn paragraph(&mut self, line: &Line, number: Option<u32>) {
        let Some(section) = self.document.sections.last_mut() else {
            self.open_section(Role::Other, 1, None, line.span.start);
            return self.paragraph(line, number);
        };
        if section.role != Role::Summary {
            self.last_ordinal += 1;
        }
        let printed = (number.is_some() && !line.marker.is_empty()).then_some(line.marker);
        section.paragraphs.push(Paragraph {
            number,
            ordinal: self.last_ordinal,
            printed,
            span: line.words,
            items: Vec::new(),
            references: Vec::new(),
            citations: Vec::new(),
        });
        self.open = Open::Paragraph;
    }

    fn item(&mut self, line: &Line) {
        let Some(paragraph) = self.document.sections.last_mut().and_then(|section| section.paragraphs.last_mut())
        else {
            return self.paragraph(line, None);
        };
        let printed = (!line.marker.is_empty()).then_some(line.marker);
        paragraph.items.push(Item { printed, span: line.words });
        self.open = Open::Item;
    }

    fn continuation(&mut self, line: &Line) {
        let paragraph = self.document.sections.last_mut().and_then(|section| section.paragraphs.last_mut());
        match (self.open, paragraph) {
            (Open::Paragraph, Some(paragraph)) => paragraph.span = Span::new(paragraph.span.start, line.words.end),
            (Open::Item, Some(Paragraph { items, .. })) => {
                if let Some(item) = items.last_mut() {
                    item.span = Span::new(item.span.start, line.words.end);
                }
            }
            _ => self.paragraph(line, None),
        }
    }

    /// The words of the paragraph or item that is open.
    fn last_words(&self) -> Option<&'a str> {
        let paragraph = self.document.sections.last()?.paragraphs.last()?;
        let span = match self.open {
            Open::Nothing => return None,
            Open::Paragraph => paragraph.span,
            Open::Item => paragraph.items.last()?.span,
        };
        Some(span.slice(self.text))
    }

    /// Whether the words above end as a sentence or an item of a list does.
    fn is_closed(&self) -> bool {
        let Some(words) = self.last_words() else { return true };
        let words = words.trim_end_matches(['"', '\'', '”', '’', ')']);
        words.ends_with(['.', '?', '!', ':', ';'])
            || ["; and", "; or", ", and", ", or"].iter().any(|end| words.ends_with(end))
    }

    // ---- afterwards ------------------------------------------------------------------------------------------------

    fn leaves(&mut self, line: &Line) {
        let kind = match line.kind {
            LineKind::Blank => LeafKind::Blank,
            LineKind::Furniture => LeafKind::Furniture,
            LineKind::Title { .. }
            | LineKind::Category { .. }
            | LineKind::Outcome(_)
            | LineKind::Date(_)
            | LineKind::Contents => LeafKind::Header,
            LineKind::DocumentHeading | LineKind::Heading(_) | LineKind::LetteredHeading => LeafKind::Heading,
            LineKind::FreeHeading | LineKind::BareHeading if matches!(self.open, Open::Nothing) => LeafKind::Heading,
            LineKind::Signoff => LeafKind::Signoff,
            _ => LeafKind::Text,
        };
        let words = if kind == LeafKind::Text { line.words.start } else { line.span.start };
        for (kind, span) in
            [(LeafKind::Marker, Span::new(line.span.start, words)), (kind, Span::new(words, line.span.end))]
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
