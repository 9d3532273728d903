//! A paragraph, cut where its marks begin and end. Joined, the pieces are the paragraph again.

use crate::Span;
use crate::output::Mark;

/// A stretch of a paragraph: a sentence with its marks, or text without any.
#[derive(Debug, PartialEq)]
pub(super) struct Stretch<'m> {
    /// The marks of the sentence, in their order; of sentences that overlap, those of all.
    pub(super) marks: &'m [Mark],
    /// Its text.
    pub(super) pieces: Vec<Piece<'m>>,
}

/// A piece of a stretch.
#[derive(Debug, PartialEq)]
pub(super) struct Piece<'m> {
    /// Where it stands.
    pub(super) span: Span,
    /// The mark that rests on these words.
    pub(super) cue: Option<&'m Mark>,
}

/// The stretches of a part of a paragraph. `marks` are all of the decision, in the order of their sentences: only those of
/// this place are looked at, because there may be many.
pub(super) fn stretches(part: Span, marks: &[Mark]) -> Vec<Stretch<'_>> {
    let before = |end: usize| move |mark: &Mark| mark.span.start() < end;
    let from = marks.partition_point(before(part.start()));
    let mut rest = marks.get(from..).unwrap_or_default();
    rest = rest.get(..rest.partition_point(before(part.end()))).unwrap_or_default();
    let (mut stretches, mut at) = (Vec::new(), part.start());
    while let Some(first) = rest.first() {
        let mut end = first.span.end();
        let overlaps = |mark: &&Mark| {
            let overlaps = mark.span.start() < end || mark.span.start() == first.span.start();
            end = if overlaps { end.max(mark.span.end()) } else { end };
            overlaps
        };
        let number = rest.iter().take_while(overlaps).count();
        let Some((marks, others)) = rest.split_at_checked(number) else { break };
        let sentence = Span::new(first.span.start(), end.min(part.end()));
        stretches.extend(plain(at, sentence.start()));
        stretches.push(Stretch { marks, pieces: pieces(sentence, marks) });
        (at, rest) = (sentence.end(), others);
    }
    stretches.extend(plain(at, part.end()));
    stretches
}

/// A stretch without marks, if it holds anything.
fn plain(start: usize, end: usize) -> Option<Stretch<'static>> {
    let pieces: Vec<Piece> = uncued(start, end).into_iter().collect();
    (!pieces.is_empty()).then_some(Stretch { marks: &[], pieces })
}

fn uncued(start: usize, end: usize) -> Option<Piece<'static>> {
    (start < end).then(|| Piece { span: Span::new(start, end), cue: None })
}

/// A sentence, cut at the words that its marks rest on. Where these overlap, the first has what both share.
fn pieces(sentence: Span, marks: &[Mark]) -> Vec<Piece<'_>> {
    let mut cues: Vec<&Mark> = marks.iter().collect();
    cues.sort_by_key(|mark| (mark.cue.start(), mark.kind.is_set_aside()));
    let (mut pieces, mut at) = (Vec::new(), sentence.start());
    for mark in cues {
        let cue = Span::new(mark.cue.start().max(at), mark.cue.end().min(sentence.end()));
        if !cue.is_empty() {
            pieces.extend(uncued(at, cue.start()));
            pieces.push(Piece { span: cue, cue: Some(mark) });
            at = cue.end();
        }
    }
    pieces.extend(uncued(at, sentence.end()));
    pieces
}
