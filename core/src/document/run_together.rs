//! Lists that a copy has run together with the paragraph that announces them: "The Council will: apologise; and pay £100."

use super::paragraphs::opens_sentence;
use super::{Document, Item, Paragraph, Role};
use crate::Span;
use crate::sentence::sentences;

/// Takes the items of such lists apart again.
pub(super) fn part(document: &mut Document) {
    let Document { text, sections, .. } = document;
    for section in sections.iter_mut().filter(|section| section.role != Role::Summary) {
        for paragraph in &mut section.paragraphs {
            let (words, start) = (paragraph.span.slice(text), paragraph.span.start());
            let Some((colon, items)) = items(words, section.role == Role::Action) else { continue };
            let item = |span: Span| Item { printed: None, span: span.shifted(start) };
            *paragraph = Paragraph {
                span: Span::new(start, start + colon),
                items: items.into_iter().map(item).collect(),
                ..paragraph.clone()
            };
        }
    }
}

/// Where the announcement in some words ends, and the items behind it: clauses between semicolons, or in a list of actions
/// sentences that go on with the announcement.
fn items(words: &str, actions: bool) -> Option<(usize, Vec<Span>)> {
    let colon = words.find(": ")? + 1;
    let list = words.get(colon..)?;
    let spans: Vec<Span> = if list.contains("; ") {
        // The "and" stands at the end of an item, as in a list with a line for each.
        let behind = |at: usize| {
            let rest = list.get(at..).unwrap_or_default();
            let and = ["and ", "or "].iter().find(|and| rest.starts_with(**and)).map_or(0, |and| and.len());
            at + and
        };
        let ends = list.match_indices("; ").map(|(at, mark)| behind(at + mark.len())).chain([list.len()]);
        let mut start = 0;
        ends.map(|end| Span::new(std::mem::replace(&mut start, end), end)).collect()
    } else {
        // What begins like a sentence of its own explains the item above it.
        let mut found: Vec<Span> = Vec::new();
        for span in sentences(list) {
            let words = span.slice(list);
            let explains = !words.starts_with(char::is_uppercase) || opens_sentence(words);
            match found.last_mut() {
                Some(above) if explains => *above = Span::new(above.start(), span.end()),
                None if explains || !actions => return None,
                _ => found.push(span),
            }
        }
        found
    };
    let items: Vec<Span> = spans.into_iter().filter_map(|span| span.shifted(colon).trimmed(words)).collect();
    (items.len() > 1).then_some((colon, items))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn parts(words: &str) -> Vec<&str> {
        items(words, true).map_or(vec![], |(_, items)| items.into_iter().map(|span| span.slice(words)).collect())
    }

    #[test]
    fn clauses_and_sentences() {
        assert_eq!(parts("It will: apologise; and pay her £5."), ["apologise; and", "pay her £5."]);
        assert_eq!(parts("It will: Apologise. Pay her £5."), ["Apologise.", "Pay her £5."]);
        assert_eq!(parts("It will: Write to her. In it, it will explain. Pay £5.").len(), 2);
        assert!(parts("He said: It was late. The Council agreed.").is_empty());
        assert!(parts("It was late; and it was rude.").is_empty());
        assert_eq!(items("It will: a; b", false).unwrap().0, 8);
    }
}
