//! Views: a part of a decision that keeps the whole alive.

use std::hash::{Hash, Hasher};
use std::ops::Deref;
use std::sync::{Arc, OnceLock};

use upheld::{
    BookId, BookPlace, Context, Deadline, Explanation, Finding, Flag, ForumMention, GroundFinding, Issue, Offsets,
    Proposal, Reason, Remedy, Ruling, Step, ThemeMention, Triage, Trigger, Verdict,
};
use upheld::{Diagnostic, Header, Item, Paragraph, Reference, Section};
use yoke::Yoke;

use crate::quote::Quote;
use crate::rules::Book;
use crate::span::Span;

/// A decision that was read, and where it came from.
pub(crate) struct Parsed {
    pub(crate) decision: upheld::Decision,
    pub(crate) source: String,
    /// The book that it was read by.
    pub(crate) book: Book,
    /// Worked out when it is asked for.
    explanation: OnceLock<Explanation>,
    /// Python counts code points; the table for that is made when the first span is asked for.
    offsets: OnceLock<Offsets>,
}

impl Parsed {
    pub(crate) fn new(mut decision: upheld::Decision, source: String, book: Book) -> Self {
        // Python has no use for the pieces of the text, which are a sixth of what is kept beside it.
        decision.document.leaves = Vec::new();
        Self { decision, source, book, explanation: OnceLock::new(), offsets: OnceLock::new() }
    }

    pub(crate) fn explanation(&self) -> &Explanation {
        self.explanation.get_or_init(|| self.decision.explain(&self.book))
    }

    pub(crate) fn offsets(&self) -> &Offsets {
        self.offsets.get_or_init(|| Offsets::code_points(&self.decision.document.text))
    }

    pub(crate) fn slice(&self, span: upheld::Span) -> &str {
        self.decision.document.slice(span)
    }

    pub(crate) fn span(&self, span: upheld::Span) -> Span {
        Span { start: self.offsets().at(span.start()), end: self.offsets().at(span.end()) }
    }
}

impl PartialEq for Parsed {
    fn eq(&self, other: &Self) -> bool {
        self.decision == other.decision && self.source == other.source
    }
}

/// A part of a decision, with the whole that it is borrowed from. No text is copied for it.
pub(crate) struct Part<T: 'static> {
    view: Yoke<&'static T, Arc<Parsed>>,
    way: Option<Arc<Hop>>,
}

/// How Python comes from a decision to one of its parts, hop by hop: `.findings[3]`, `.context`.
pub(crate) struct Hop {
    before: Option<Arc<Hop>>,
    name: &'static str,
    index: Option<usize>,
}

impl Part<Parsed> {
    pub(crate) fn whole(parsed: Arc<Parsed>) -> Self {
        Self { view: Yoke::attach_to_cart(parsed, |parsed| parsed), way: None }
    }
}

impl<T> Part<T> {
    /// The decision it is a part of.
    pub(crate) fn parsed(&self) -> &Arc<Parsed> {
        self.view.backing_cart()
    }

    /// The hops that lead to it from the decision.
    pub(crate) fn way(&self) -> Vec<(&'static str, Option<usize>)> {
        let mut hops = Vec::new();
        let mut at = self.way.as_ref();
        while let Some(hop) = at {
            hops.push((hop.name, hop.index));
            at = hop.before.as_ref();
        }
        hops.reverse();
        hops
    }

    /// A part of this part, which Python has as its attribute of that name.
    pub(crate) fn part<U>(&self, name: &'static str, field: for<'a> fn(&'a T) -> &'a U) -> Part<U> {
        Part { view: self.view.map_project_cloned(|part, _| field(part)), way: Some(self.hop(name, None)) }
    }

    /// A part that this part may have.
    pub(crate) fn some_part<U>(
        &self,
        name: &'static str,
        field: for<'a> fn(&'a T) -> Option<&'a U>,
    ) -> Option<Part<U>> {
        let view = self.view.try_map_project_cloned(|part, _| field(part).ok_or(())).ok()?;
        Some(Part { view, way: Some(self.hop(name, None)) })
    }

    /// The parts in a list of this part.
    pub(crate) fn parts<U>(&self, name: &'static str, list: for<'a> fn(&'a T) -> &'a [U]) -> Vec<Part<U>> {
        let part = |index: usize| {
            let view = self.view.try_map_project_cloned(|part, _| list(part).get(index).ok_or(())).ok()?;
            Some(Part { view, way: Some(self.hop(name, Some(index))) })
        };
        (0..list(self).len()).filter_map(part).collect()
    }

    fn hop(&self, name: &'static str, index: Option<usize>) -> Arc<Hop> {
        Arc::new(Hop { before: self.way.clone(), name, index })
    }

    /// The words at a place.
    pub(crate) fn slice(&self, span: upheld::Span) -> &str {
        self.parsed().slice(span)
    }

    /// The words at a place, with the place.
    pub(crate) fn quote(&self, span: upheld::Span) -> Quote {
        Quote::new(self.parsed(), span)
    }
}

impl<T: Place> Part<T> {
    /// Its words.
    pub(crate) fn text(&self) -> &str {
        self.slice(self.place())
    }

    /// Where it stands, in code points.
    pub(crate) fn span(&self) -> Span {
        self.parsed().span(self.place())
    }
}

impl<T> Deref for Part<T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.view.get()
    }
}

/// Parts are equal if they say the same of the same text.
impl<T: PartialEq> PartialEq for Part<T> {
    fn eq(&self, other: &Self) -> bool {
        let (here, there) = (self.parsed(), other.parsed());
        **self == **other && (Arc::ptr_eq(here, there) || here.decision.document.text == there.decision.document.text)
    }
}

impl<T: Key> Hash for Part<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.key(state);
    }
}

/// What stands at one place of the text.
pub(crate) trait Place {
    fn place(&self) -> upheld::Span;
}

macro_rules! places {
    ($($part:ty),*) => {
        $(impl Place for $part {
            fn place(&self) -> upheld::Span {
                self.span
            }
        })*
    };
}

places!(
    Deadline,
    Diagnostic,
    Finding,
    ForumMention,
    GroundFinding,
    Issue,
    Item,
    Paragraph,
    Proposal,
    Reference,
    Remedy,
    Section,
    ThemeMention,
    Trigger
);

/// What a part is hashed by: equal parts have equal keys.
pub(crate) trait Key {
    fn key<H: Hasher>(&self, state: &mut H);
}

impl<T: Place> Key for T {
    fn key<H: Hasher>(&self, state: &mut H) {
        self.place().hash(state);
    }
}

impl Key for Parsed {
    fn key<H: Hasher>(&self, state: &mut H) {
        self.decision.document.text.hash(state);
    }
}

impl Key for Header {
    fn key<H: Hasher>(&self, state: &mut H) {
        (self.reference, self.date).hash(state);
    }
}

impl Key for Triage {
    fn key<H: Hasher>(&self, state: &mut H) {
        self.outcome.hash(state);
    }
}

impl Key for Context {
    fn key<H: Hasher>(&self, state: &mut H) {
        (self.polarity, self.modality, self.voice, self.time).hash(state);
    }
}

impl Key for Flag {
    fn key<H: Hasher>(&self, state: &mut H) {
        self.name.hash(state);
    }
}

impl Key for Step {
    fn key<H: Hasher>(&self, state: &mut H) {
        self.rule.hash(state);
    }
}

impl Key for BookId {
    fn key<H: Hasher>(&self, state: &mut H) {
        self.hash.hash(state);
    }
}

impl Key for Explanation {
    fn key<H: Hasher>(&self, state: &mut H) {
        self.whole.key(state);
    }
}

impl Key for Verdict {
    fn key<H: Hasher>(&self, state: &mut H) {
        (self.heading, &self.outcome).hash(state);
    }
}

impl Key for Ruling {
    fn key<H: Hasher>(&self, state: &mut H) {
        self.name.hash(state);
    }
}

impl Key for Reason {
    fn key<H: Hasher>(&self, state: &mut H) {
        (&self.signal, self.holds).hash(state);
    }
}

impl Key for BookPlace {
    fn key<H: Hasher>(&self, state: &mut H) {
        (&self.book, self.line).hash(state);
    }
}
