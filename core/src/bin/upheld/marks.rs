//! The marks of a decision in the styles of the terminal.

use anstyle::Style;
use upheld::{Mark, Span};

use crate::flow::Word;
use crate::tone::Tone;
use crate::words;

/// The words at a place of the text in the styles of their marks, and the tags behind the sentences that end there.
/// `marks` are those of this place.
pub(crate) fn marked(text: &str, span: Span, marks: &[&Mark]) -> Vec<Word> {
    let mut flow = Vec::new();
    let mut at = span.start();
    // The marks around a word: they stand in the order of the text, so each comes and goes once.
    let (mut to_come, mut here) = (marks.iter().copied().peekable(), Vec::new());
    for word in span.slice(text).split_whitespace() {
        // The words are slices of the text, in order, so each is found where the last one ended.
        let start = at + text.get(at..).and_then(|rest| rest.find(word)).unwrap_or(0);
        let end = start + word.len();
        while let Some(mark) = to_come.next_if(|mark| mark.span.start() < end) {
            here.push(mark);
        }
        here.retain(|mark: &&Mark| mark.span.end() > at);
        flow.push(Word {
            pieces: pieces(text, Span::new(start, end), &here),
            space: style(start.saturating_sub(1), &here),
        });
        for mark in here.iter().filter(|mark| at < mark.span.end() && mark.span.end() <= end) {
            flow.push(Word::plain(Tone::of_mark(mark.kind).style().bold(), format!("[{}]", mark.tag)));
        }
        at = end;
    }
    flow
}

/// A word, cut where its style changes: before the full stop behind a cue, for instance.
fn pieces(text: &str, word: Span, marks: &[&Mark]) -> Vec<(Style, String)> {
    let borders = marks.iter().flat_map(|mark| [mark.span.start(), mark.span.end(), mark.cue.start(), mark.cue.end()]);
    let mut cuts: Vec<usize> = borders
        .filter(|border| word.start() < *border && *border < word.end())
        .chain([word.start(), word.end()])
        .collect();
    cuts.sort_unstable();
    cuts.dedup();
    let ends = cuts.iter().skip(1);
    cuts.iter()
        .zip(ends)
        .map(|(start, end)| (style(*start, marks), words::harmless(Span::new(*start, *end).slice(text))))
        .collect()
}

/// The style at a byte of the text: the colour of the sentence, and more for the words that it rests on.
fn style(at: usize, marks: &[&Mark]) -> Style {
    let holds = |span: Span| span.start() <= at && at < span.end();
    let sentence =
        marks.iter().find(|mark| holds(mark.span)).map_or_else(Style::new, |mark| Tone::of_mark(mark.kind).style());
    match marks.iter().find(|mark| holds(mark.cue)) {
        Some(mark) => Tone::of_mark(mark.kind).style().bold().underline(),
        None => sentence,
    }
}
