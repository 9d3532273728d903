//! Pages whose lines were cut where they were full, as a PDF, an e-mail or a terminal has them: which lines begin something,
//! and which only go on.

use super::lines::{Line, LineKind, trimmed};
use super::{LONGEST_HEADING, ends_closed, running};
use crate::{Span, work};

/// So many lines that go on in the middle of a sentence make a page of this sort, if they are one in [`SHARE`] of its lines.
const FEWEST: usize = 3;
const SHARE: usize = 25;
/// Lines of fewer or more characters are not cut because they are full.
const NARROWEST: usize = 40;
const WIDEST: usize = 140;
/// A line that so many hundredths of the width would have held with the next word was not cut because it was full.
const FULL: usize = 88;
/// Headings over so many lines are none.
const MOST_HEADING_LINES: usize = 6;

/// Tells the lines of such a page: what goes on becomes [`LineKind::More`], running titles become furniture, the lines of one
/// heading one line. Returns whether the page is of this sort; another one stays as it is, but for numbers on their own.
pub(super) fn settle(text: &str, lines: &mut Vec<Line>) -> bool {
    let Some(width) = width(text, lines) else {
        for line in lines.iter_mut().filter(|line| line.kind == LineKind::Number) {
            line.kind = LineKind::Plain;
        }
        return false;
    };
    running::titles(text, lines);
    Page { text, width }.tell(lines);
    true
}

/// The width of the lines in characters, if they were cut where they were full.
fn width(text: &str, lines: &[Line]) -> Option<usize> {
    let is_small = |line: &Line| {
        matches!(line.kind, LineKind::Plain | LineKind::BareHeading)
            && line.words.slice(text).starts_with(char::is_lowercase)
    };
    // Most pages have hardly a line that begins so.
    if lines.iter().filter(|line| is_small(line)).take(FEWEST).count() < FEWEST {
        return None;
    }
    let (mut lengths, mut going_on, mut above): (Vec<usize>, usize, Option<(&Line, usize)>) = (Vec::new(), 0, None);
    for line in lines.iter().filter(|line| !matches!(line.kind, LineKind::Blank | LineKind::Furniture)) {
        let length = length(text, line);
        let mid_sentence = above.is_some_and(|(above, above_length)| {
            let words = above.words.slice(text);
            is_text(above.kind) && !ends_closed(words) && !words.ends_with(',') && above_length > length / 4
        });
        going_on += usize::from(mid_sentence && is_small(line));
        if is_text(line.kind) {
            lengths.push(length);
        }
        above = Some((line, length));
    }
    if going_on < FEWEST || going_on * SHARE < lengths.len() {
        return None;
    }
    // The longest lines but for one in twenty: a line or two that were not cut do not count.
    let place = lengths.len() - 1 - lengths.len() / 20;
    let (_, width, _) = lengths.select_nth_unstable(place);
    (NARROWEST..=WIDEST).contains(width).then_some(*width)
}

fn is_text(kind: LineKind) -> bool {
    matches!(
        kind,
        LineKind::Plain
            | LineKind::BareHeading
            | LineKind::FreeHeading
            | LineKind::Numbered(_)
            | LineKind::Bullet
            | LineKind::Dashed
            | LineKind::Lettered
            | LineKind::Summary
    )
}

/// The characters of a line, its white space at the end left out.
fn length(text: &str, line: &Line) -> usize {
    line.span.slice(text).trim_end().chars().count()
}

/// What stands above a line.
struct Above<'t> {
    /// Its words.
    words: &'t str,
    length: usize,
    /// Whether it is text, and not a heading or a part of the header.
    text: bool,
    /// Whether an empty line stands between.
    blank: bool,
    /// Whether the end of a page stands between.
    page_end: bool,
}

struct Page<'t> {
    text: &'t str,
    width: usize,
}

impl<'t> Page<'t> {
    fn tell(&self, lines: &mut Vec<Line>) {
        let mut told: Vec<Line> = Vec::with_capacity(lines.len());
        let (mut above, mut last_number): (Option<Above<'t>>, u32) = (None, 0);
        let mut at = 0;
        while let Some(&line) = lines.get(at) {
            at += 1;
            match line.kind {
                LineKind::Blank | LineKind::Furniture => {
                    if let Some(above) = &mut above {
                        above.blank |= line.kind == LineKind::Blank;
                        above.page_end |= line.kind == LineKind::Furniture;
                    }
                    told.push(line);
                    continue;
                }
                _ => {}
            }
            let mut line = line;
            let rest = lines.get(at..).unwrap_or_default();
            let below_text = above.as_ref().filter(|above| above.text);
            let lettered = line.kind == LineKind::LetteredHeading;
            let may_head = lettered || is_plain(line.kind);
            let heading = may_head.then(|| self.heading(below_text, &line, rest)).flatten();
            if let Some(more) = heading {
                let last = more.checked_sub(1).and_then(|last| rest.get(last)).copied().unwrap_or(line);
                line.words = Span::new(line.words.start(), last.words.end());
                line.span = Span::new(line.span.start(), last.span.end());
                line.kind = if lettered { line.kind } else { LineKind::FreeHeading };
                at += more;
            } else if let Some(above) = below_text {
                if self.goes_on(above, &line, last_number, rest) {
                    // A number or dash that only stands at the beginning of a line is a word like any other.
                    line.words = trimmed(self.text, line.span);
                    line.kind = LineKind::More;
                } else if is_plain(line.kind) && !above.blank {
                    line.kind = LineKind::Plain;
                }
            }
            if let LineKind::Numbered(number) = line.kind {
                last_number = number;
            }
            above = Some(Above {
                words: line.words.slice(self.text),
                length: length(self.text, &line),
                text: line.kind == LineKind::More || line.kind != LineKind::FreeHeading && is_text(line.kind),
                blank: false,
                page_end: false,
            });
            told.push(line);
        }
        *lines = told;
    }

    /// Whether a line only goes on with the words above it.
    fn goes_on(&self, above: &Above<'_>, line: &Line, last_number: u32, rest: &[Line]) -> bool {
        let words = line.words.slice(self.text);
        let (closed, small) = (is_ended(above.words), words.starts_with(char::is_lowercase));
        let parted = above.blank && !above.page_end;
        match line.kind {
            kind if is_plain(kind) => !parted || !closed || small,
            LineKind::Heading(_) | LineKind::Signoff | LineKind::DocumentHeading => {
                small || !closed && !above.blank && !self.ends_early(above.length, words)
            }
            LineKind::Numbered(number) => {
                let early = self.ends_early(above.length, words) && number <= last_number + 1;
                !closed && !parted && !early && (number != last_number + 1 || next_number(rest) == Some(number))
            }
            LineKind::Dashed | LineKind::Lettered | LineKind::LetteredHeading => {
                !closed && !parted && !above.words.ends_with(',') && !self.ends_early(above.length, words)
            }
            _ => false,
        }
    }

    /// Whether a line ended before it was full: the first word of the next one would have gone into it.
    fn ends_early(&self, length: usize, next: &str) -> bool {
        let word = next.split_whitespace().next().unwrap_or_default().chars().count();
        (length + 1 + word) * 100 <= self.width * FULL
    }

    /// Whether a line begins a heading of the investigator's own, and over how many more lines it goes: what was closed ends
    /// above it, a numbered paragraph follows at last, and nothing up to there ends as a sentence does.
    fn heading(&self, above: Option<&Above<'_>>, line: &Line, rest: &[Line]) -> Option<usize> {
        let first = line.words.slice(self.text);
        let apart = above.is_none_or(|above| is_ended(above.words) && !above.words.ends_with(':'));
        let lettered = line.kind == LineKind::LetteredHeading;
        if !apart || !lettered && first.starts_with(|c: char| c.is_lowercase() || c == '(') {
            return None;
        }
        let more =
            rest.iter().inspect(work::one).take_while(|line| is_plain(line.kind)).take(MOST_HEADING_LINES).count();
        let follows = rest
            .get(more..)?
            .iter()
            .inspect(work::one)
            .find(|line| !matches!(line.kind, LineKind::Blank | LineKind::Furniture))?;
        if more == MOST_HEADING_LINES || !matches!(follows.kind, LineKind::Numbered(_)) {
            return None;
        }
        let block = || std::iter::once(line).chain(rest.iter().take(more));
        // Where one heading stands below another, the first one ends early or asks.
        let ends = |(line, next): (&Line, &Line)| {
            let words = line.words.slice(self.text);
            let next = next.words.slice(self.text);
            let small = next.starts_with(char::is_lowercase);
            !small && (words.ends_with('?') || self.ends_early(length(self.text, line), next))
        };
        let like_sentence = |line: &Line| {
            let words = line.words.slice(self.text);
            words.ends_with(['.', ';', ':', '!', ')']) || words.contains(". ") || words.contains("? ")
        };
        let goes_on = block().zip(block().skip(1)).take_while(|pair| !ends(*pair)).count();
        let whole = block().nth(goes_on)?.span.end() - line.span.start();
        // One behind a letter may end in a full stop.
        ((lettered || !block().any(like_sentence)) && whole <= LONGEST_HEADING).then_some(goes_on)
    }
}

/// Whether words end as a paragraph does: closed, or in a citation that may have begun on the line above.
fn is_ended(words: &str) -> bool {
    ends_closed(words) || words.ends_with(')')
}

/// The number of the next paragraph, if it is not far.
fn next_number(rest: &[Line]) -> Option<u32> {
    const FAR: usize = 100;
    rest.iter()
        .take(FAR)
        .inspect(work::one)
        .find_map(|line| if let LineKind::Numbered(number) = line.kind { Some(number) } else { None })
}

/// Whether only its place tells what a line is.
fn is_plain(kind: LineKind) -> bool {
    matches!(kind, LineKind::Plain | LineKind::BareHeading | LineKind::FreeHeading)
}
