//! Sentences, found inside a paragraph or an item, never across them.

use crate::Span;

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
    let bytes = text.as_bytes();
    let mut spans = Vec::new();
    let mut start = 0;
    for stop in memchr::memchr3_iter(b'.', b'?', b'!', bytes) {
        // One of "?!" or "..." is enough.
        if stop < start {
            continue;
        }
        if let Some(end) = end_of_sentence(text, stop) {
            push(text, &mut spans, start, end);
            start = end;
        }
    }
    push(text, &mut spans, start, text.len());
    spans
}

/// Where the sentence that may end with the mark at `stop` does end; `None` if it goes on.
fn end_of_sentence(text: &str, stop: usize) -> Option<usize> {
    let rest = text.get(stop + 1..)?;
    let closers = rest.len() - rest.trim_start_matches(['"', '\'', '”', '’', ')', '.', '?', '!']).len();
    let end = stop + 1 + closers;
    let after = text.get(end..)?;
    let next = after.trim_start();
    let Some(first) = next.chars().next() else { return Some(end) };
    let before = text.get(..stop)?;
    let mark = text.as_bytes().get(stop)?;
    if after.len() == next.len() {
        // "timber.His": a space was lost between two sentences; "s.47", "4.2", "GOV.UK" and "lgo.org.uk" are words.
        let small_before = before.chars().next_back().is_some_and(char::is_lowercase);
        return (closers == 0 && small_before && first.is_uppercase()).then_some(end);
    }
    if *mark == b'.' && closers == 0 && is_abbreviation(before) {
        return None;
    }
    // "Who decided? it asked" goes on; a number, a quotation or a bracket may begin a sentence.
    let goes_on = first.is_lowercase() || matches!(first, ',' | ';' | ':' | '–' | '—');
    (!goes_on).then_some(end)
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
        push_trimmed(text, spans, Span::new(start, start + cut));
        start += cut;
    }
    push_trimmed(text, spans, Span::new(start, end));
}

fn push_trimmed(text: &str, spans: &mut Vec<Span>, span: Span) {
    let words = span.slice(text);
    let trimmed = words.trim();
    if !trimmed.is_empty() {
        let start = span.start + (words.len() - words.trim_start().len());
        spans.push(Span::new(start, start + trimmed.len()));
    }
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
    fn nothing_and_marks_alone() {
        assert!(split("").is_empty());
        assert!(split(" \n ").is_empty());
        assert_eq!(split("..."), ["..."]);
    }
}
