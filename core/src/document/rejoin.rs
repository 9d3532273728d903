//! A page whose lines were cut, put together again: a line a paragraph, and what stood between two pages behind it.

use super::lines::{Line, LineKind};
use crate::diagnostic::{Diagnostic, DiagnosticKind};
use crate::source::suspends;
use crate::{Span, work};

/// The text of such a page with its paragraphs on one line each, and its lines as they stand there. The places in
/// `diagnostics` move along.
pub(super) fn rejoin(text: &str, lines: &[Line], diagnostics: &mut Vec<Diagnostic>) -> (String, Vec<Line>) {
    let mut page = Page { text, out: String::with_capacity(text.len()), lines: Vec::new(), moved: Vec::new() };
    let mut at = 0;
    while let Some(line) = lines.get(at) {
        let below = lines.get(at + 1..).unwrap_or_default();
        let more = below.get(..reach(line, below)).unwrap_or_default();
        page.paragraph(line, more.iter().filter(|line| line.kind == LineKind::More));
        // The number of a page stood in the middle of the paragraph.
        for furniture in more.iter().filter(|line| line.kind == LineKind::Furniture) {
            page.paragraph(furniture, [].iter());
        }
        at += 1 + more.len();
    }
    for diagnostic in diagnostics.iter_mut() {
        diagnostic.span = Span::new(page.place(diagnostic.span.start()), page.place(diagnostic.span.end()));
    }
    let message = "the lines were cut where they were full; they were joined, and places are those in the joined text";
    let span = Span::new(0, 0);
    diagnostics.push(Diagnostic { kind: DiagnosticKind::Rejoined, message: message.to_owned(), span });
    (page.out, page.lines)
}

/// Over how many of the lines below it the words of a line go on, those between two pages counted.
fn reach(line: &Line, below: &[Line]) -> usize {
    if matches!(line.kind, LineKind::Blank | LineKind::Furniture) {
        return 0;
    }
    let along = |line: &&Line| matches!(line.kind, LineKind::Blank | LineKind::Furniture | LineKind::More);
    let more =
        below.iter().inspect(work::one).take_while(along).enumerate().filter(|(_, line)| line.kind == LineKind::More);
    more.last().map_or(0, |(last, _)| last + 1)
}

struct Page<'t> {
    text: &'t str,
    out: String,
    lines: Vec<Line>,
    /// Where pieces of the text stood and where they stand, in the order of where they stood.
    moved: Vec<(usize, usize)>,
}

impl Page<'_> {
    fn paragraph<'l>(&mut self, line: &Line, more: impl Iterator<Item = &'l Line>) {
        let start = self.out.len();
        self.moved.push((line.span.start(), start));
        let head = Span::new(line.span.start(), line.words.start());
        // A header field may stand on several lines, and its places are inside it; only words are put on one line.
        let one_line = matches!(
            line.kind,
            LineKind::Numbered(_)
                | LineKind::Plain
                | LineKind::FreeHeading
                | LineKind::BareHeading
                | LineKind::LetteredHeading
                | LineKind::Bullet
                | LineKind::Dashed
                | LineKind::Lettered
                | LineKind::Summary
        );
        if !one_line || line.words.start() < line.span.start() {
            self.out.push_str(line.span.slice(self.text));
            self.lines.push(line.moved(start));
            return;
        }
        self.out.push_str(head.slice(self.text));
        let mut words = Span::new(self.out.len(), self.out.len());
        self.words(line.words);
        for line in more {
            // A word that the end of a page broke.
            let small = line.words.slice(self.text).starts_with(char::is_lowercase);
            let broken = self.out.strip_suffix('-').is_some_and(|head| head.ends_with(char::is_alphabetic));
            if small && broken && !suspends(line.words.slice(self.text)) {
                self.out.pop();
            } else {
                self.out.push(' ');
            }
            self.moved.push((line.words.start(), self.out.len()));
            self.words(line.words);
        }
        words = Span::new(words.start(), self.out.len());
        self.out.push('\n');
        self.lines.push(Line { words, span: Span::new(start, self.out.len()), ..line.moved(start) });
    }

    /// Some words, on one line.
    fn words(&mut self, span: Span) {
        for (index, line) in span.slice(self.text).lines().map(str::trim).filter(|line| !line.is_empty()).enumerate() {
            if index > 0 {
                self.out.push(' ');
            }
            self.out.push_str(line);
        }
    }

    /// Where a place of the old text is now.
    fn place(&self, old: usize) -> usize {
        let block = self.moved.partition_point(|(from, _)| *from <= old).checked_sub(1);
        let (from, to) = block.and_then(|block| self.moved.get(block)).copied().unwrap_or_default();
        let place = (to + (old - from)).min(self.out.len());
        (0..=place).rev().find(|at| self.out.is_char_boundary(*at)).unwrap_or(0)
    }
}
