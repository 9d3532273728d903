//! The sentences of a decision in the sections that can say something, with the phrases of the book found in them.

use std::ops::Range;

use super::At;
use crate::Span;
use crate::document::{Document, Role};
use crate::rules::{Match, RuleBook, Word};
use crate::sentence::sentences;

/// A sentence with its place in the document.
#[derive(Clone, Debug)]
pub(crate) struct Sentence {
    /// The index of its section.
    pub(crate) section: usize,
    /// The index of its paragraph in the section.
    pub(crate) paragraph: usize,
    /// 0 for the paragraph's own words, from 1 for the items of its list.
    pub(crate) part: usize,
    pub(crate) role: Role,
    pub(crate) at: At,
    pub(crate) span: Span,
    words: Range<usize>,
    matches: Range<usize>,
}

/// What was read of a decision.
#[derive(Debug, Default)]
pub(crate) struct Reading {
    pub(crate) sentences: Vec<Sentence>,
    words: Vec<Word>,
    matches: Vec<Match>,
}

impl Reading {
    /// Reads the sections in which the book can find anything.
    pub(crate) fn new(document: &Document, book: &RuleBook) -> Self {
        let mut reading = Self::default();
        let mut last_number = None;
        for (section, content) in document.sections.iter().enumerate() {
            for (paragraph, lines) in content.paragraphs.iter().enumerate() {
                // A paragraph without a number is quoted by the one above it, where there are numbers at all.
                last_number = lines.number.or(last_number);
                let at = match content.role {
                    Role::Summary => At::Summary,
                    _ => At::Paragraph(last_number.unwrap_or(lines.ordinal)),
                };
                if !book.is_live(content.role) {
                    continue;
                }
                for (part, span) in lines.parts().enumerate() {
                    for sentence in sentences(document.slice(span)) {
                        let span = sentence.shifted(span.start);
                        let (words, matches) = (reading.words.len(), reading.matches.len());
                        let text = document.slice(span);
                        book.vocabulary().cut(text, &mut reading.words);
                        let leads = text.ends_with(':');
                        let new = reading.words.get(words..).unwrap_or_default();
                        book.scan(new, content.role, leads, &mut reading.matches);
                        let (words, matches) = (words..reading.words.len(), matches..reading.matches.len());
                        reading.sentences.push(Sentence {
                            section,
                            paragraph,
                            part,
                            role: content.role,
                            at,
                            span,
                            words,
                            matches,
                        });
                    }
                }
            }
        }
        reading
    }

    pub(crate) fn words(&self, sentence: &Sentence) -> &[Word] {
        self.words.get(sentence.words.clone()).unwrap_or_default()
    }

    pub(crate) fn matches(&self, sentence: &Sentence) -> &[Match] {
        self.matches.get(sentence.matches.clone()).unwrap_or_default()
    }

    /// Where the words of a match stand in the text.
    pub(crate) fn span(&self, sentence: &Sentence, found: &Match) -> Span {
        let words = self.words(sentence);
        let start = words.get(found.start).map_or(0, |word| word.start as usize);
        let end = found.end.checked_sub(1).and_then(|last| words.get(last)).map_or(start, |word| word.end as usize);
        Span::new(start, end).shifted(sentence.span.start)
    }
}
