//! Themes: what a decision is about, by the phrases of a book.

use serde::{Deserialize, Serialize};

use super::{At, Places};
use crate::Span;
use crate::document::Document;
use crate::rules::{Match, Owner, Roles, RuleBook, Word};
use crate::sentence::sentences;

/// Something that a decision is about, as a rule book of one's own names it; the standard book names none.
///
/// ```
/// use upheld::{Decision, RuleBook};
///
/// let text = "theme transport: \"School transport\"\n  in: category, complaint\n  - (school|home to school) transport\n";
/// let book = RuleBook::standard().extend("own.rules", text).unwrap();
/// let page = "The complaint\n\n  1. Mrs X complains that the Council refused school transport for her son.\n";
/// let decision = Decision::parse_with(page, &book);
/// assert_eq!(decision.themes[0].label, "School transport");
/// assert_eq!(decision.document.slice(decision.themes[0].cue), "school transport");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ThemeMention {
    /// The theme, as the rule book names it.
    pub name: String,
    /// The theme in words for a reader.
    pub label: String,
    /// The paragraph that names it; `None` where the header does.
    pub at: Option<At>,
    /// The sentence that names it, or the field of the header.
    pub span: Span,
    /// The words it rests on.
    pub cue: Span,
}

/// The themes of a document, one for each sentence and theme, in the order of the text; and the sentences that the rules
/// could not read to their end in time.
pub(crate) fn themes(document: &Document, book: &RuleBook) -> (Vec<ThemeMention>, Vec<Span>) {
    let mut themes: Vec<ThemeMention> = Vec::new();
    let unread = visit(document, book, |at, span, words, found| {
        let Owner::Theme(theme) = found.owner else { return };
        let Some(theme) = book.theme(theme) else { return };
        if themes.iter().rev().take_while(|known| known.span == span).any(|known| known.name == theme.name) {
            return;
        }
        let start = words.get(found.start).map_or(0, |word| word.start as usize);
        let end = found.end.checked_sub(1).and_then(|last| words.get(last)).map_or(start, |word| word.end as usize);
        let cue = Span::new(start, end).shifted(span.start());
        themes.push(ThemeMention { name: theme.name.clone(), label: theme.label.clone(), at, span, cue });
    });
    themes.sort_by_key(|theme| theme.span);
    (themes, unread)
}

/// The phrases of themes that match in a document, by their index in a match.
pub(crate) fn phrases(document: &Document, book: &RuleBook) -> Vec<u32> {
    let mut phrases = Vec::new();
    visit(document, book, |_, _, _, found| phrases.push(found.entry));
    phrases
}

/// Calls `see` with each match, the paragraph and the sentence in which it stands, and the words of this sentence. Gives
/// the sentences that could not be read to their end in time.
fn visit(document: &Document, book: &RuleBook, mut see: impl FnMut(Option<At>, Span, &[Word], &Match)) -> Vec<Span> {
    let mut unread = Vec::new();
    if book.themed() == Roles::default() {
        return unread;
    }
    let (mut words, mut matches) = (Vec::new(), Vec::new());
    let mut read = |at, span: Span, place| {
        words.clear();
        matches.clear();
        let text = document.slice(span);
        book.vocabulary().cut(text, &mut words);
        if !book.scan_themes(text, &words, place, &mut matches) {
            unread.push(span);
        }
        for found in &matches {
            see(at, span, &words, found);
        }
    };
    let header = &document.header;
    for field in [header.category, header.subcategory].into_iter().flatten() {
        read(None, field, Roles::CATEGORY);
    }
    let mut places = Places::default();
    for section in &document.sections {
        for paragraph in &section.paragraphs {
            let at = places.next(section.role, paragraph);
            if !book.themed().has(section.role) {
                continue;
            }
            for part in paragraph.parts() {
                for sentence in sentences(document.slice(part)) {
                    read(Some(at), sentence.shifted(part.start()), Roles::of(section.role));
                }
            }
        }
    }
    unread
}
