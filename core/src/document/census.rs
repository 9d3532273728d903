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
}

impl Census {
    pub(super) fn of(lines: &[Line]) -> Self {
        let mut census = Self { lines: lines.len(), ..Self::default() };
        for line in lines {
            match line.kind {
                LineKind::Numbered(_) => census.numbered += 1,
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
        self.numbered == 0 && self.dashed == 0 && self.bullets == 0 && self.blank * 4 < self.lines
    }

    /// How a page with these lines and sections is laid out; `margin` is the indentation of its numbers.
    pub(super) fn layout(&self, sections: &[Section], margin: usize) -> Layout {
        let has = |role| sections.iter().any(|section| section.role == role);
        let run_on = margin == 0 && self.numbered > 0;
        match () {
            () if run_on => Layout::Report,
            () if self.numbered > 0 => Layout::Statement,
            () if self.dashes() => Layout::Dashed,
            () if sections.len() == 1 && has(Role::Summary) => Layout::SummaryOnly,
            () if has(Role::Summary) && has(Role::Action) && !has(Role::Powers) => Layout::ReportPage,
            () if self.flat() && has(Role::Complaint) => Layout::Flattened,
            () => Layout::Other,
        }
    }
}
