//! What a book holds, for the stages that read by it.

use std::sync::Arc;

use super::words::Vocabulary;
use super::{
    BookPlace, ContextRule, Cue, FindingKind, Forum, Ground, Index, Kind, List, NamedCondition, Origin, Outcome, Owner,
    Particles, RemedyRule, Roles, Rule, RuleBook, RuleProblem, Subkind, Theme, Told,
};
use crate::document::Role;

impl RuleBook {
    /// The list by which the phrases of an owner are found.
    pub(super) fn index_of(&self, owner: Owner) -> &Index {
        match owner.list() {
            List::Proposing => &self.proposing,
            List::Changing => &self.changing,
            List::Theming => &self.theming,
        }
    }

    /// Whether any cue may lead to a finding of this kind.
    pub(super) fn proposes(&self, kind: FindingKind) -> bool {
        self.cues.iter().any(|cue| cue.kind == Some(kind) || cue.negated == Some(kind))
    }

    /// Whether any phrase names a theme.
    pub(super) fn looks_for_theme(&self, name: &str) -> bool {
        let of = |owner| matches!(owner, Owner::Theme(theme) if self.theme(theme).is_some_and(|it| it.name == name));
        self.entries.iter().any(|entry| of(entry.owner))
    }

    /// Where something stands in the texts of the book.
    pub(crate) fn place(&self, origin: Origin) -> BookPlace {
        let text = self.texts.get(usize::from(origin.text));
        let words = text.map_or("", |text| text.words(origin.line)).to_owned();
        BookPlace { book: self.text_name(origin).to_string(), line: origin.line, text: words }
    }

    /// Where a phrase stands, by its index in a match.
    pub(crate) fn place_of_phrase(&self, entry: u32) -> BookPlace {
        self.place(self.entries.get(entry as usize).map_or(Origin::default(), |entry| entry.origin))
    }

    /// How many phrases the book has.
    pub(crate) fn phrase_count(&self) -> usize {
        self.entries.len()
    }

    /// The statement of a phrase, `cue fault.was`.
    pub(crate) fn statement_of_phrase(&self, entry: u32) -> String {
        self.entries.get(entry as usize).map_or_else(String::new, |entry| self.statement_of(entry.owner))
    }

    /// Whether a statement leads to something that a decision says: a finding, a remedy, a ground, a theme. Others only
    /// change what these mean, or keep them from being found.
    pub(crate) fn leads_to_something(&self, statement: &str) -> bool {
        let (kind, name) = statement.split_once(' ').unwrap_or((statement, ""));
        match kind {
            "cue" => self.cues.iter().any(|cue| cue.name == name && cue.kind.is_some()),
            "ground" => self.grounds.iter().any(|it| it.code == name && it.bar.is_some() && it.otherwise.is_none()),
            "remedy" => self.remedies.iter().any(|it| it.name == name && it.kind.is_some() && !it.told.is_object()),
            "theme" => true,
            _ => false,
        }
    }

    /// Whether a statement has phrases that hold in a section of this role.
    pub(crate) fn holds_in(&self, statement: &str, role: Role) -> bool {
        self.entries.iter().any(|entry| entry.roles.has(role) && self.statement_of(entry.owner) == statement)
    }

    /// A warning at the first word of a line of the book's own text; none for a line of what it includes.
    pub(crate) fn warning_at(&self, origin: Origin, message: String) -> Option<RuleProblem> {
        let own = self.texts.last().filter(|_| usize::from(origin.text) + 1 == self.texts.len());
        own.map(|own| own.warning_at(origin.line, message))
    }

    /// The statement that an owner is, `cue fault.was`.
    pub(crate) fn statement_of(&self, owner: Owner) -> String {
        let (kind, name) = match owner {
            Owner::Heading(role) => ("heading", Some(role.name())),
            Owner::Boundary(bit) => {
                ("boundary", self.boundaries.get(bit.trailing_zeros() as usize).map(String::as_str))
            }
            Owner::Context(index) => ("context", self.context(index).map(|it| it.name.as_str())),
            Owner::Cue(index) => ("cue", self.cue(index).map(|it| it.name.as_str())),
            Owner::Ground(index) => ("ground", self.ground(index).map(|it| it.code.as_str())),
            Owner::Forum(index) => ("forum", self.forum(index).map(|it| it.name.as_str())),
            Owner::Remedy(index) => ("remedy", self.remedy(index).map(|it| it.name.as_str())),
            Owner::Subkind(index) => ("subkind", self.subkind(index).map(|it| it.name.as_str())),
            Owner::Theme(index) => ("theme", self.theme(index).map(|it| it.name.as_str())),
        };
        format!("{kind} {}", name.unwrap_or_default())
    }

    /// What errors call the text in which something stands.
    pub(crate) fn text_name(&self, origin: Origin) -> Arc<str> {
        self.texts.get(usize::from(origin.text)).map(|text| Arc::clone(&text.name)).unwrap_or_default()
    }

    pub(crate) fn vocabulary(&self) -> &Vocabulary {
        &self.vocabulary
    }

    pub(crate) fn is_live(&self, role: Role) -> bool {
        self.live.has(role)
    }

    pub(crate) fn context(&self, index: u16) -> Option<&ContextRule> {
        self.contexts.get(usize::from(index))
    }

    pub(crate) fn cue(&self, index: u16) -> Option<&Cue> {
        self.cues.get(usize::from(index))
    }

    pub(crate) fn ground(&self, index: u16) -> Option<&Ground> {
        self.grounds.get(usize::from(index))
    }

    pub(crate) fn forum(&self, index: u16) -> Option<&Forum> {
        self.forums.get(usize::from(index))
    }

    pub(crate) fn subkind(&self, index: u16) -> Option<&Subkind> {
        self.subkinds.get(usize::from(index))
    }

    /// The sub-kind of what no phrase tells apart.
    pub(crate) fn default_subkind(&self, of: Kind) -> Option<&Subkind> {
        self.subkinds.iter().find(|subkind| subkind.default && subkind.of == of)
    }

    pub(crate) fn remedy(&self, index: u16) -> Option<&RemedyRule> {
        self.remedies.get(usize::from(index))
    }

    /// The remedy of an action whose verb the book does not name; `None` where such an action is none.
    pub(crate) fn other_remedy(&self) -> Option<&RemedyRule> {
        self.remedies.iter().find(|rule| rule.told == Told::Other)
    }

    pub(crate) fn theme(&self, index: u16) -> Option<&Theme> {
        self.themes.get(usize::from(index))
    }

    /// The places in which themes are looked for.
    pub(crate) fn themed(&self) -> Roles {
        self.themed
    }

    pub(crate) fn outcome(&self, code: &str) -> Option<&Outcome> {
        self.outcomes.iter().find(|outcome| outcome.code == code)
    }

    /// The conditions that the book names.
    pub(crate) fn signals(&self) -> &[NamedCondition] {
        &self.signals
    }

    /// The rules for outcomes, in the order in which they are asked.
    pub(crate) fn rules(&self) -> &[Rule] {
        &self.rules
    }

    pub(crate) fn derived(&self) -> &[Rule] {
        &self.derived
    }

    pub(crate) fn flags(&self) -> &[Rule] {
        &self.flags
    }

    pub(crate) fn particles(&self) -> &Particles {
        &self.particles
    }
}
