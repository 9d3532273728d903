//! From lines to paragraphs and lists.

use thin_vec::ThinVec;

use super::build::{Builder, List, Open};
use super::lines::Line;
use super::{Item, Paragraph, Role, ends_closed};
use crate::Span;

/// So many paragraphs may be missing between two whose numbers run on.
const LARGEST_GAP: u32 = 9;

/// Words that begin a sentence with a subject or a time of its own, and not an item that goes on with "The Council will:".
const OPENERS: [&str; 24] = [
    "The", "This", "These", "That", "It", "I", "We", "They", "He", "She", "Within", "By", "In", "If", "As", "When",
    "Once", "After", "Should", "Where", "Mr", "Mrs", "Ms", "Miss",
];

/// Whether some words begin like a sentence of their own.
pub(super) fn opens_sentence(words: &str) -> bool {
    words.split_whitespace().next().is_some_and(|word| OPENERS.contains(&word))
}

/// Whether an item of a list ends in a way that another one has to follow.
fn is_unfinished(words: &str) -> bool {
    !words.ends_with(['.', '?', '!'])
}

impl<'a> Builder<'a> {
    pub(super) fn numbered(&mut self, line: &Line, number: u32) {
        let deeper = line.indent > self.census.margin + 1;
        match self.list {
            _ if deeper && self.has_paragraph() => {
                self.item(line);
                self.list = List::Marked;
            }
            List::Numbers(next) if number == next => {
                self.item(line);
                self.list = List::Numbers(next + 1);
            }
            List::Announced if number == 1 => {
                self.item(line);
                self.list = List::Numbers(2);
            }
            _ => {
                // A report that was cut starts with the number it has, and goes on with the one that it has.
                let next = self.last_number + 1;
                let gap = self.census.runs_on() && (next..=next + LARGEST_GAP).contains(&number);
                let number = if self.last_number == 0 {
                    number.max(1)
                } else if gap {
                    number
                } else {
                    next
                };
                self.last_number = number;
                self.paragraph(line, Some(number));
                self.list = self.announced();
            }
        }
    }

    /// A line behind a dash at the margin: a paragraph, or an item of the list that the line above announced.
    pub(super) fn dashed(&mut self, line: &Line) {
        let item = match self.list {
            List::None | List::Numbers(_) => false,
            List::Announced => true,
            List::Marked => self.starts_small(line),
            List::Dashes => self.starts_small(line) || self.last_words().is_some_and(is_unfinished),
        };
        if item {
            self.item(line);
            self.list = List::Dashes;
        } else {
            self.paragraph(line, None);
            self.list = self.announced();
        }
    }

    pub(super) fn plain(&mut self, line: &Line) {
        let indented = line.indent > 0 && !self.after_blank;
        // In a page that has a line for everything an item may end without a mark, and the next begin with a capital.
        let next_item = self.census.flat() && matches!(self.list, List::Marked) && !self.starts_small(line);
        if indented || (!self.after_blank && !self.is_closed() && !next_item) {
            return self.continuation(line);
        }
        if self.census.flat() && matches!(self.list, List::Announced | List::Marked) && self.flat_item(line) {
            self.item(line);
            self.list = List::Marked;
            return;
        }
        if self.document.sections.is_empty() {
            self.open_section(Role::Other, 1, None, line.span.start());
        }
        self.paragraph(line, None);
        self.list = self.announced();
    }

    /// In a page without bullets an item is told by the colon or the open end of the line above, or by its small
    /// first letter. In a list of actions whose items are sentences, what begins like a sentence of its own is no item.
    fn flat_item(&self, line: &Line) -> bool {
        let Some(section) = self.document.sections.last() else { return false };
        let first = section.paragraphs.last().and_then(|paragraph| paragraph.items.first());
        let words = line.words.slice(self.text);
        let parallel = || {
            let first = first.map_or("", |first| first.span.slice(self.text));
            first.starts_with(char::is_uppercase) && (opens_sentence(first) || !opens_sentence(words))
        };
        match self.last_words() {
            _ if self.starts_small(line) => true,
            Some(above) if above.ends_with(':') => true,
            _ if words.ends_with(':') => false,
            Some(above) if !above.ends_with(['.', '?', '!']) => true,
            _ => section.role == Role::Action && parallel(),
        }
    }

    fn starts_small(&self, line: &Line) -> bool {
        line.words.slice(self.text).starts_with(char::is_lowercase)
    }

    fn has_paragraph(&self) -> bool {
        self.document.sections.last().is_some_and(|section| !section.paragraphs.is_empty())
    }

    pub(super) fn announced(&self) -> List {
        if self.last_words().is_some_and(|words| words.ends_with(':')) { List::Announced } else { List::None }
    }

    pub(super) fn paragraph(&mut self, line: &Line, number: Option<u32>) {
        let Some(section) = self.document.sections.last_mut() else {
            self.open_section(Role::Other, 1, None, line.span.start());
            return self.paragraph(line, number);
        };
        if section.role != Role::Summary {
            self.last_ordinal += 1;
        }
        let printed = (number.is_some() && !line.marker.is_empty()).then_some(line.marker);
        section.paragraphs.push(Paragraph {
            number,
            ordinal: self.last_ordinal,
            printed,
            span: line.words,
            items: ThinVec::new(),
            references: ThinVec::new(),
            citations: ThinVec::new(),
        });
        self.open = Open::Paragraph;
        self.begun = true;
    }

    pub(super) fn item(&mut self, line: &Line) {
        let Some(paragraph) = self.document.sections.last_mut().and_then(|section| section.paragraphs.last_mut())
        else {
            return self.paragraph(line, None);
        };
        let printed = (!line.marker.is_empty()).then_some(line.marker);
        paragraph.items.push(Item { printed, span: line.words });
        self.open = Open::Item;
    }

    pub(super) fn continuation(&mut self, line: &Line) {
        let paragraph = self.document.sections.last_mut().and_then(|section| section.paragraphs.last_mut());
        match (self.open, paragraph) {
            (Open::Paragraph, Some(paragraph)) => paragraph.span = Span::new(paragraph.span.start(), line.words.end()),
            (Open::Item, Some(Paragraph { items, .. })) => {
                if let Some(item) = items.last_mut() {
                    item.span = Span::new(item.span.start(), line.words.end());
                }
            }
            _ => self.paragraph(line, None),
        }
    }

    /// The words of the paragraph or item that is open.
    pub(super) fn last_words(&self) -> Option<&'a str> {
        let paragraph = self.document.sections.last()?.paragraphs.last()?;
        let span = match self.open {
            Open::Nothing => return None,
            Open::Paragraph => paragraph.span,
            Open::Item => paragraph.items.last()?.span,
        };
        Some(span.slice(self.text))
    }

    /// Whether the words above end as a sentence or an item of a list does.
    pub(super) fn is_closed(&self) -> bool {
        self.last_words().is_none_or(ends_closed)
    }
}
