//! Themes: what a decision is about, by the phrases of a book.

use serde::{Deserialize, Serialize};

use super::At;
use crate::Span;
use crate::document::{Document, Role};
use crate::rules::{Match, Owner, Roles, RuleBook};
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

/// The themes of a document, one for each sentence and theme, in the order of the text.
pub(crate) fn themes(document: &Document, book: &RuleBook) -> Vec<ThemeMention> {
    let mut themes = Vec::new();
    if book.themed() == Roles::default() {
        return themes;
    }
    let mut reader = Reader { document, book, words: Vec::new(), matches: Vec::new(), themes: &mut themes };
    let header = &document.header;
    for field in [header.category, header.subcategory].into_iter().flatten() {
        reader.sentence(field, None, Roles::CATEGORY);
    }
    let mut last_number = None;
    for section in &document.sections {
        for paragraph in &section.paragraphs {
            last_number = paragraph.number.or(last_number);
            let at = match section.role {
                Role::Summary => At::Summary,
                _ => At::Paragraph(last_number.unwrap_or(paragraph.ordinal)),
            };
            if !book.themed().has(section.role) {
                continue;
            }
            for part in paragraph.parts() {
                for sentence in sentences(document.slice(part)) {
                    reader.sentence(sentence.shifted(part.start), Some(at), Roles::of(section.role));
                }
            }
        }
    }
    themes.sort_by_key(|theme| theme.span);
    themes
}

struct Reader<'r> {
    document: &'r Document,
    book: &'r RuleBook,
    words: Vec<crate::rules::Word>,
    matches: Vec<Match>,
    themes: &'r mut Vec<ThemeMention>,
}

impl Reader<'_> {
    fn sentence(&mut self, span: Span, at: Option<At>, place: Roles) {
        self.words.clear();
        self.matches.clear();
        self.book.vocabulary().cut(self.document.slice(span), &mut self.words);
        self.book.scan_themes(&self.words, place, &mut self.matches);
        let first = self.themes.len();
        for found in &self.matches {
            let Owner::Theme(theme) = found.owner else { continue };
            let Some(theme) = self.book.theme(theme) else { continue };
            if self.themes.iter().skip(first).any(|known| known.name == theme.name) {
                continue;
            }
            let place = |word: usize| self.words.get(word);
            let start = place(found.start).map_or(0, |word| word.start as usize);
            let end = found.end.checked_sub(1).and_then(place).map_or(start, |word| word.end as usize);
            let cue = Span::new(start, end).shifted(span.start);
            self.themes.push(ThemeMention { name: theme.name.clone(), label: theme.label.clone(), at, span, cue });
        }
    }
}
