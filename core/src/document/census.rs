//! What kinds of lines a page has, which tells how it is laid out.

use super::lines::{Line, LineKind};
use super::{Layout, Role, Section};

/// What the lines of a page have, counted once before any of them is placed.
#[derive(Default)]
pub(super) struct Census {
    lines: usize,
    pub(super) numbered: usize,
    dashed: usize,
    blank: usize,
    bullets: usize,
    contents: usize,
    /// Headings of the template with a 1 behind them, and with another number.
    begun_anew: usize,
    begun_on: usize,
    /// The indentation of the first numbered line: that of paragraphs.
    pub(super) margin: usize,
    /// Lines were cut where they were full.
    wrapped: bool,
    /// A line of the header is that of a list of decisions.
    card: bool,
}

impl Census {
    pub(super) fn of(lines: &[Line], wrapped: bool) -> Self {
        let margin = lines.iter().find(|line| matches!(line.kind, LineKind::Numbered(_))).map_or(0, |line| line.indent);
        let mut census = Self { lines: lines.len(), margin, wrapped, ..Self::default() };
        let mut below_heading = false;
        for line in lines {
            match line.kind {
                LineKind::Heading(_) => below_heading = true,
                LineKind::Numbered(number) => {
                    census.numbered += 1;
                    census.begun_anew += usize::from(below_heading && number == 1);
                    census.begun_on += usize::from(below_heading && number != 1);
                    below_heading = false;
                }
                LineKind::Contents => census.contents += 1,
                LineKind::Card { .. } => census.card = true,
                LineKind::Dashed if line.indent == 0 => census.dashed += 1,
                LineKind::Blank => census.blank += 1,
                LineKind::Bullet => census.bullets += 1,
                _ => {}
            }
        }
        census
    }

    /// Paragraphs are lines behind dashes.
    pub(super) fn dashes(&self) -> bool {
        self.numbered == 0 && self.dashed > 0
    }

    /// Everything is a line, and nothing tells paragraphs from headings and items but their words.
    pub(super) fn flat(&self) -> bool {
        !self.wrapped && self.numbered == 0 && self.dashed == 0 && self.bullets == 0 && self.blank * 4 < self.lines
    }

    /// Headings may stand between other lines without an empty one.
    pub(super) fn bare(&self) -> bool {
        self.flat() || self.dashes()
    }

    /// Numbers run on from heading to heading.
    pub(super) fn runs_on(&self) -> bool {
        self.begun_on > 0 && self.begun_anew <= 1
    }

    /// How a page with these lines and sections is laid out.
    pub(super) fn layout(&self, sections: &[Section]) -> Layout {
        let has = |role| sections.iter().any(|section| section.role == role);
        let summary_only = sections.len() == 1 && has(Role::Summary);
        match () {
            () if summary_only && self.card => Layout::Card,
            () if self.wrapped => Layout::Wrapped,
            () if self.runs_on() => Layout::Report,
            () if self.numbered > 0 => Layout::Statement,
            () if self.dashes() && self.contents > 1 => Layout::Contents,
            () if self.dashes() => Layout::Dashed,
            () if summary_only => Layout::SummaryOnly,
            () if has(Role::Summary) && has(Role::Action) && !has(Role::Powers) => Layout::ReportPage,
            () if self.flat() && has(Role::Complaint) => Layout::Flattened,
            () if has(Role::Complaint) => Layout::Mirror,
            () => Layout::Other,
        }
    }
}
