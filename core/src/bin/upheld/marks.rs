//! What is marked in the text of a decision: findings, grounds and remedies, with their sentences.

use anstyle::Style;
use upheld::{Decision, FindingKind, RemedyKind, RuleBook, Span};

use crate::flow::Word;
use crate::tone::Tone;
use crate::words;

/// A sentence that is marked.
#[derive(Clone, Debug)]
pub(crate) struct Mark {
    /// The sentence.
    pub(crate) span: Span,
    /// The words it rests on.
    pub(crate) cue: Span,
    /// What stands behind the sentence, in square brackets.
    pub(crate) tag: String,
    /// What the legend says of it.
    pub(crate) legend: (String, String),
    /// Its colour.
    pub(crate) tone: Tone,
}

/// All marks of a decision, in the order of their sentences.
pub(crate) fn marks(decision: &Decision, book: &RuleBook) -> Vec<Mark> {
    let findings = decision.findings.iter().map(|finding| {
        let name = words::plain(finding.kind.name());
        let legend = (name.clone(), meaning(finding.kind).to_owned());
        Mark { span: finding.span, cue: finding.cue, tag: name, legend, tone: Tone::of_finding(finding.kind) }
    });
    let grounds = decision.grounds.iter().map(|ground| {
        let tag = format!("ground: {}", words::plain(&ground.code));
        let label = book.ground_label(&ground.code).unwrap_or_default().to_owned();
        Mark { span: ground.span, cue: ground.cue, tag: tag.clone(), legend: (tag, label), tone: Tone::Aside }
    });
    let remedies = decision.remedies.iter().map(|remedy| {
        let due = words::due(&decision.document, remedy).map(|due| format!(", {due}")).unwrap_or_default();
        let tag = format!("{}{due}", words::action(remedy));
        let legend = (words::plain(remedy.kind.name()), action(remedy.kind).to_owned());
        Mark { span: remedy.span, cue: remedy.cue, tag, legend, tone: Tone::Remedy }
    });
    let mut marks: Vec<Mark> = findings.chain(grounds).chain(remedies).collect();
    // Findings stand before grounds and remedies of the same sentence, and give it its colour.
    marks.sort_by_key(|mark| mark.span.start);
    marks
}

fn meaning(kind: FindingKind) -> &'static str {
    match kind {
        FindingKind::Fault => "the Ombudsman finds fault by the body",
        FindingKind::NoFault => "the Ombudsman finds no fault",
        FindingKind::Injustice => "the fault caused injustice, or this is what it caused",
        FindingKind::NoInjustice => "the fault caused no injustice, or none that is significant",
        FindingKind::Remedied => "it is put right already, or the body's own remedy is enough",
        FindingKind::NotInvestigated => "this was not, will not or cannot be investigated",
        _ => "",
    }
}

fn action(kind: RemedyKind) -> &'static str {
    match kind {
        RemedyKind::Apology => "remedy: saying sorry",
        RemedyKind::Payment => "remedy: a sum paid, refunded or waived",
        RemedyKind::ServiceImprovement => "remedy: for others in future, such as training or a new procedure",
        RemedyKind::SpecificAction => "remedy: for this person, such as a new assessment",
        _ => "remedy",
    }
}

/// The words at a place of the text in the styles of their marks, and the tags behind the sentences that end there.
/// `marks` are those of this place.
pub(crate) fn marked(text: &str, span: Span, marks: &[&Mark]) -> Vec<Word> {
    let mut flow = Vec::new();
    let mut at = span.start;
    // The marks around a word: they stand in the order of the text, so each comes and goes once.
    let (mut to_come, mut here) = (marks.iter().copied().peekable(), Vec::new());
    for word in span.slice(text).split_whitespace() {
        // The words are slices of the text, in order, so each is found where the last one ended.
        let start = at + text.get(at..).and_then(|rest| rest.find(word)).unwrap_or(0);
        let end = start + word.len();
        while let Some(mark) = to_come.next_if(|mark| mark.span.start < end) {
            here.push(mark);
        }
        here.retain(|mark: &&Mark| mark.span.end > at);
        flow.push(Word {
            pieces: pieces(text, Span::new(start, end), &here),
            space: style(start.saturating_sub(1), &here),
        });
        for mark in here.iter().filter(|mark| at < mark.span.end && mark.span.end <= end) {
            flow.push(Word::plain(mark.tone.style().bold(), format!("[{}]", mark.tag)));
        }
        at = end;
    }
    flow
}

/// A word, cut where its style changes: before the full stop behind a cue, for instance.
fn pieces(text: &str, word: Span, marks: &[&Mark]) -> Vec<(Style, String)> {
    let borders = marks.iter().flat_map(|mark| [mark.span.start, mark.span.end, mark.cue.start, mark.cue.end]);
    let mut cuts: Vec<usize> =
        borders.filter(|border| word.start < *border && *border < word.end).chain([word.start, word.end]).collect();
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
    let holds = |span: Span| span.start <= at && at < span.end;
    let sentence = marks.iter().find(|mark| holds(mark.span)).map_or_else(Style::new, |mark| mark.tone.style());
    match marks.iter().find(|mark| holds(mark.cue)) {
        Some(mark) => mark.tone.style().bold().underline(),
        None => sentence,
    }
}
