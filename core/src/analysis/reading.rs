//! The sentences of a decision in the sections that can say something, with the phrases of the book found in them.

use std::ops::Range;

use super::{At, Places};
use crate::Span;
use crate::document::{Document, Role};
use crate::rules::{Match, Roles, RuleBook, Word};
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
    /// Whether it asks.
    pub(crate) question: bool,
    words: Range<usize>,
    matches: Range<usize>,
}

/// What was read of a decision.
#[derive(Debug, Default)]
pub(crate) struct Reading {
    pub(crate) sentences: Vec<Sentence>,
    /// Sentences that the rules could not read to their end in time.
    pub(crate) unread: Vec<Span>,
    words: Vec<Word>,
    matches: Vec<Match>,
}

impl Reading {
    /// Reads the sections in which the book can find anything, each in the role that `roles` gives it.
    pub(crate) fn new(document: &Document, book: &RuleBook, roles: &[Role]) -> Self {
        let mut reading = Self::default();
        let mut places = Places::default();
        for (section, (content, &role)) in document.sections.iter().zip(roles).enumerate() {
            for (paragraph, lines) in content.paragraphs.iter().enumerate() {
                let at = places.next(role, lines);
                if !book.is_live(role) {
                    continue;
                }
                for (part, span) in lines.parts().enumerate() {
                    for sentence in sentences(document.slice(span)) {
                        let span = sentence.shifted(span.start());
                        let (words, matches) = (reading.words.len(), reading.matches.len());
                        let text = document.slice(span);
                        book.vocabulary().cut(text, &mut reading.words);
                        let leads = text.ends_with(':');
                        let new = reading.words.get(words..).unwrap_or_default();
                        if !book.scan(text, new, Roles::of(role), leads, &mut reading.matches) {
                            reading.unread.push(span);
                        }
                        let (words, matches) = (words..reading.words.len(), matches..reading.matches.len());
                        reading.sentences.push(Sentence {
                            section,
                            paragraph,
                            part,
                            role,
                            at,
                            span,
                            question: text.ends_with('?'),
                            words,
                            matches,
                        });
                    }
                }
            }
        }
        reading
    }

    /// Gives the sections other roles, and forgets the phrases that do not hold in these. A phrase that held only in the new
    /// role was not looked for.
    pub(crate) fn settle(&mut self, roles: &[Role]) {
        let mut kept = Vec::with_capacity(self.matches.len());
        for sentence in &mut self.sentences {
            let start = kept.len();
            sentence.role = roles.get(sentence.section).copied().unwrap_or(sentence.role);
            let matches = self.matches.get(sentence.matches.clone()).unwrap_or_default();
            kept.extend(matches.iter().filter(|found| found.roles.has(sentence.role)).copied());
            sentence.matches = start..kept.len();
        }
        self.matches = kept;
    }

    pub(crate) fn words(&self, sentence: &Sentence) -> &[Word] {
        self.words.get(sentence.words.clone()).unwrap_or_default()
    }

    pub(crate) fn matches(&self, sentence: &Sentence) -> &[Match] {
        self.matches.get(sentence.matches.clone()).unwrap_or_default()
    }

    /// Whether a cue in a sentence says something of the sentence before: "This was fault", "It follows that".
    pub(crate) fn points_back(&self, sentence: &Sentence, cue: Span, book: &RuleBook) -> bool {
        // So many words may stand between the beginning and the cue: "This, in my view, was fault".
        const NEAR: usize = 6;
        let words = self.words(sentence);
        let start = cue.start().saturating_sub(sentence.span.start());
        let before = words.iter().take_while(|word| (word.start as usize) < start).count();
        before <= NEAR && words.first().is_some_and(|word| book.particles().pointing.contains(&word.id))
    }

    /// Where the words of a match stand in the text.
    pub(crate) fn span(&self, sentence: &Sentence, found: &Match) -> Span {
        let words = self.words(sentence);
        let start = words.get(found.start).map_or(0, |word| word.start as usize);
        let end = found.end.checked_sub(1).and_then(|last| words.get(last)).map_or(start, |word| word.end as usize);
        Span::new(start, end).shifted(sentence.span.start())
    }
}
