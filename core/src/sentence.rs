//! Sentences, found inside a paragraph or an item, never across them.

use crate::{Span, work};

/// Words that end in a full stop without ending a sentence. A single capital is no abbreviation here: it is the name
/// of a person ("He told Ms Z. She agreed").
const ABBREVIATIONS: [&str; 24] = [
    "mr", "mrs", "ms", "mx", "dr", "prof", "rev", "st", "no", "nos", "para", "paras", "s", "ss", "sch", "reg", "art",
    "eg", "ie", "cf", "vs", "v", "approx", "inc",
];

/// A sentence of more bytes is cut between words. None that was written to be read is as long, and what is weighed inside
/// a sentence, each cue against each trigger, must not grow with the square of a text.
const LONGEST: usize = 4_000;

/// The spans of the sentences of `text`, in order, without the white space around them. Linear in the length.
pub(crate) fn sentences(text: &str) -> Vec<Span> {
    work::count(text.len());
    let bytes = text.as_bytes();
    let mut spans = Vec::new();
    let (mut start, mut seen) = (0, 0);
    for stop in memchr::memchr3_iter(b'.', b'?', b'!', bytes) {
        // One of "?!" or "..." is enough.
        if stop < seen {
            continue;
        }
        let closed = stop + 1 + closers(text, stop + 1);
        seen = closed;
        if ends_sentence(text, stop, closed) {
            push(text, &mut spans, start, closed);
            start = closed;
        }
    }
    push(text, &mut spans, start, text.len());
    spans
}

/// How many bytes of quotation marks, brackets and further stops close what ends before `at`.
fn closers(text: &str, at: usize) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    rest.len() - rest.trim_start_matches(['"', '\'', '”', '’', ')', '.', '?', '!']).len()
}

/// Whether the mark at `stop`, closed at `end`, ends a sentence.
fn ends_sentence(text: &str, stop: usize, end: usize) -> bool {
    let (before, after) = (text.get(..stop).unwrap_or_default(), text.get(end..).unwrap_or_default());
    let (alone, next) = (end == stop + 1, after.trim_start());
    let Some(first) = next.chars().next() else { return true };
    if after.len() == next.len() {
        // "timber.His": a space was lost between two sentences; "s.47", "4.2", "GOV.UK" and "lgo.org.uk" are words.
        let small_before = before.chars().next_back().is_some_and(char::is_lowercase);
        return alone && small_before && first.is_uppercase();
    }
    if alone && text.as_bytes().get(stop) == Some(&b'.') && is_abbreviation(before) {
        return false;
    }
    // "Who decided? it asked" goes on; a number, a quotation or a bracket may begin a sentence.
    !(first.is_lowercase() || matches!(first, ',' | ';' | ':' | '–' | '—'))
}

fn is_abbreviation(before: &str) -> bool {
    let word_start = before
        .rfind(|c: char| !c.is_alphabetic() && c != '.')
        .map_or(0, |at| at + before.get(at..).map_or(1, first_len));
    let word = before.get(word_start..).unwrap_or_default();
    // "e.g." and "i.e." with their inner full stop.
    word.len() <= 8
        && ABBREVIATIONS
            .iter()
            .any(|known| word.split('.').flat_map(str::chars).flat_map(char::to_lowercase).eq(known.chars()))
        && !(word.len() == 1 && word.starts_with(char::is_uppercase))
}

fn first_len(text: &str) -> usize {
    text.chars().next().map_or(1, char::len_utf8)
}

fn push(text: &str, spans: &mut Vec<Span>, start: usize, end: usize) {
    let mut start = start;
    while end - start > LONGEST {
        let piece = (start + 1..=start + LONGEST).rev().find_map(|cut| text.get(start..cut));
        let Some(piece) = piece else { break };
        let cut = piece.rfind(char::is_whitespace).filter(|cut| *cut > 0).unwrap_or(piece.len());
        spans.extend(Span::new(start, start + cut).trimmed(text));
        start += cut;
    }
    spans.extend(Span::new(start, end).trimmed(text));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str) -> Vec<&str> {
        sentences(text).into_iter().map(|span| span.slice(text)).collect()
    }

    #[test]
    fn titles_and_letters() {
        assert_eq!(split("Mr. B met Ms Z. She left. Dr. C stayed."), ["Mr. B met Ms Z.", "She left.", "Dr. C stayed."]);
    }

    #[test]
    fn sections_decimals_and_sums() {
        assert_eq!(split("Under s.47 it paid £2.50. See s. 17 too."), ["Under s.47 it paid £2.50.", "See s. 17 too."]);
    }

    #[test]
    fn quotations_and_brackets() {
        assert_eq!(
            split("She said “no.” He left (at once). It rained."),
            ["She said “no.”", "He left (at once).", "It rained."]
        );
    }

    #[test]
    fn a_lost_space_parts_two_sentences() {
        assert_eq!(split("It was sound timber.His call was logged."), ["It was sound timber.", "His call was logged."]);
    }

    #[test]
    fn an_abbreviation_inside() {
        assert_eq!(
            split("Some costs, e.g. fares, were met. Others were not."),
            ["Some costs, e.g. fares, were met.", "Others were not."]
        );
    }

    #[test]
    fn what_has_no_end_is_cut_between_words() {
        let text = "the Council’s £5 and ".repeat(1_000);
        let pieces = split(&text);
        assert!(pieces.len() > 5 && pieces.iter().all(|piece| piece.len() <= LONGEST && !piece.starts_with(' ')));
        assert_eq!(pieces.join(" "), text.trim_end());
        assert_eq!(split(&"é".repeat(3_000)).concat().chars().count(), 3_000);
    }

    #[test]
    fn names_and_numbers_of_laws() {
        assert_eq!(
            split("See reg. 4 and para. 12(b) of Sch. 5. The School (i.e. the Academy) agreed! Why? No. 7 did not."),
            [
                "See reg. 4 and para. 12(b) of Sch. 5.",
                "The School (i.e. the Academy) agreed!",
                "Why?",
                "No. 7 did not."
            ]
        );
    }

    proptest::proptest! {
        #![proptest_config(proptest::prelude::ProptestConfig { failure_persistence: None, ..Default::default() })]

        #[test]
        fn no_word_is_lost_or_told_twice(text in "(?s)([A-Za-z£’0-9 .,;:?!()“”
    ]|Mr |Ms Z\\. |s\\.47 |e\\.g\\. |\\PC){0,80}") {
            let spans = sentences(&text);
            let mut end = 0;
            for span in &spans {
                proptest::prop_assert!(text.get(end..span.start()).is_some_and(|between| between.trim().is_empty()));
                proptest::prop_assert_eq!(span.slice(&text), span.slice(&text).trim());
                proptest::prop_assert!(!span.is_empty() && span.len() <= LONGEST);
                end = span.end();
            }
            proptest::prop_assert!(text.get(end..).is_some_and(|rest| rest.trim().is_empty()));
        }
    }

    #[test]
    fn nothing_and_marks_alone() {
        assert!(split("").is_empty());
        assert!(split(" \n ").is_empty());
        assert_eq!(split("..."), ["..."]);
    }
}
