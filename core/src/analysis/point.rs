//! The lettered points of a complaint, and the headings that answer them: "(ii) There were delays", "Complaint b)".

use std::collections::HashSet;

use crate::Span;
use crate::document::{Document, Role};

/// The place of a label among its kind, from 0, in each of the ways in which it can be read: "i" is a letter and a number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Label {
    letter: Option<usize>,
    roman: Option<usize>,
    figure: Option<usize>,
}

const ROMAN: [&str; 12] = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];
/// What a heading may call a point.
const NAMES: [&str; 8] = ["complaint", "point", "issue", "part", "allegation", "ground", "head", "matter"];

/// For each of the headings the point that it answers, where its label says so; and whether some, but not all, of several
/// points are answered like that.
pub(super) fn answered(document: &Document, headings: &[Span]) -> (Vec<Option<Span>>, bool) {
    let points = points(document);
    let labels: Vec<Option<Label>> = headings.iter().map(|heading| label(document.slice(*heading))).collect();
    // "i" is a Roman number beside "ii", and a letter beside "h".
    let roman = labels.iter().flatten().any(|label| label.roman.is_some() && label.letter.is_none());
    let index = |label: &Label| {
        let letters = if roman { label.roman } else { label.letter.or(label.roman) };
        label.figure.or(letters)
    };
    let of_headings: Vec<Option<usize>> = labels.iter().map(|label| label.as_ref().and_then(index)).collect();
    let ties = of_headings.iter().map(|index| index.and_then(|index| points.get(index)).copied()).collect();
    let settled: HashSet<usize> = of_headings.into_iter().flatten().filter(|index| *index < points.len()).collect();
    (ties, !settled.is_empty() && settled.len() < points.len())
}

/// The points of the complaint: the longest list in its section, or the parts of a paragraph that letters count.
fn points(document: &Document) -> Vec<Span> {
    let complaint = document.sections.iter().filter(|section| section.role == Role::Complaint);
    let paragraphs = complaint.flat_map(|section| &section.paragraphs);
    let lists = paragraphs.map(|paragraph| {
        if paragraph.items.is_empty() {
            lettered(document.slice(paragraph.span))
                .into_iter()
                .map(|span| span.shifted(paragraph.span.start()))
                .collect()
        } else {
            paragraph.items.iter().map(|item| item.span).collect::<Vec<_>>()
        }
    });
    lists.max_by_key(Vec::len).filter(|list| list.len() > 1).unwrap_or_default()
}

/// The parts of "a) the first; b) the second": behind each letter up to the next.
fn lettered(text: &str) -> Vec<Span> {
    let mut starts: Vec<(usize, usize)> = Vec::new();
    for letter in b'a'..=b'z' {
        let from = starts.last().map_or(0, |(_, behind)| *behind);
        let mark = [letter, b')'];
        let rest = text.as_bytes().get(from..).unwrap_or_default();
        let opens = |at: usize| {
            let before = from.checked_add(at).and_then(|at| at.checked_sub(1)).and_then(|at| text.as_bytes().get(at));
            before.is_none_or(|before| matches!(before, b' ' | b'(' | b'\n' | b':'))
        };
        let Some(at) = memchr::memmem::find_iter(rest, &mark).find(|at| opens(*at)) else { break };
        starts.push((from + at, from + at + mark.len()));
    }
    let ends = starts.iter().skip(1).map(|(start, _)| *start).chain([text.len()]);
    let parts = starts.iter().zip(ends).map(|((_, start), end)| Span::new(*start, end));
    parts.filter_map(|span| span.trimmed(text)).collect()
}

/// The label of a heading: in brackets, or behind a word for a point.
fn label(heading: &str) -> Option<Label> {
    let mut rest = heading.trim_start();
    let word = rest.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    let named = NAMES.contains(&word.to_lowercase().as_str());
    if named {
        rest = rest.get(word.len()..)?.trim_start();
    }
    rest = rest.strip_prefix('(').unwrap_or(rest);
    let end = rest.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(rest.len());
    let (label, behind) = rest.split_at_checked(end)?;
    if !(behind.starts_with(')') || named) {
        return None;
    }
    let label = label.to_ascii_lowercase();
    let letter = match label.as_bytes() {
        [letter @ b'a'..=b'z'] => Some(usize::from(letter - b'a')),
        _ => None,
    };
    let roman = ROMAN.iter().position(|number| *number == label);
    let figure = label.parse::<usize>().ok().and_then(|figure| figure.checked_sub(1));
    let any = letter.is_some() || roman.is_some() || figure.is_some();
    any.then_some(Label { letter, roman, figure })
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn labels_of_headings() {
        assert_eq!(label("(ii) There were delays").unwrap().roman, Some(1));
        assert_eq!(label("(v)The letters").unwrap(), Label { letter: Some(21), roman: Some(4), figure: None });
        assert_eq!(label("Complaint b): the assessment").unwrap().letter, Some(1));
        assert_eq!(label("Point 3 – the panel").unwrap().figure, Some(2));
        assert_eq!(label("A delay in the plan"), None);
        assert_eq!(label("Complaint handling"), None);
    }

    #[test]
    fn letters_within_a_paragraph() {
        let text = "She says the Council: a) lost her form; b) (at stage one) was rude; and c) did not reply.";
        let parts: Vec<_> = lettered(text).into_iter().map(|span| span.slice(text)).collect();
        assert_eq!(parts, ["lost her form;", "(at stage one) was rude; and", "did not reply."]);
    }

    #[test]
    fn headings_answer_points() {
        let page = "The complaint\n\n  1. Mr X says the Council:\n      1. lost his form;\n      2. was rude; and\n      3. was late.\n\n\
            What I found\n\nAnalysis\n\n(i) The form\n\n  1. This was fault.\n\n(iii) The delay\n\n  1. I find no fault.\n";
        let decision = crate::Decision::parse(page);
        let points: Vec<_> =
            decision.issues.iter().map(|issue| decision.document.slice(issue.point.unwrap())).collect();
        assert_eq!(points, ["lost his form;", "was late."]);
        assert!(decision.triage.flags.iter().any(|flag| flag.name == "open_point"));
    }
}
