//! What each kind of statement adds to a book.

use std::sync::Arc;

use super::body::{Body, lookup};
use super::merge::Definition;
use super::statement::{Keyword, Statement};
use super::{Reader, Syntax};
use crate::document::{Published, Role};
use crate::rules::condition::NamedCondition;
use crate::rules::kind::{Bar, FindingKind, RemedyKind};
use crate::rules::model::{
    Aside, ContextRule, Cue, Effect, Forum, Ground, Kind, Origin, Outcome, Reaches, RemedyRule, Roles, Rule, Subkind,
    Theme, Told,
};
use crate::rules::problem::{RuleProblem, suggestion};
use crate::rules::{Entry, Owner, Wording};

/// A context that reaches further reaches to the end of any sentence.
const LONGEST_REACH: usize = 1_000;
/// A book of more rules and flags, or of more signals, is refused: each decision is asked all of them.
const MOST_RULES: usize = 500;

impl<'b> Reader<'b> {
    /// Adds a definition to the book. What has a mistake is told, and left out.
    pub(super) fn define(&mut self, definition: &Definition<'b>) {
        match definition.statement.keyword {
            Keyword::Words => self.words(&definition.statement),
            // These are read where they are used; here so that a mistake is told even where they are not.
            Keyword::Places => {
                let Statement { piece, name, at, .. } = definition.statement;
                let free = Self::free_name(&definition.statement);
                self.told(free);
                let used = self.used.contains(&(Keyword::Places, name));
                let read = self.roles_of(piece, (name, at));
                self.told(read);
                // Only a name that something else makes use of is used.
                if !used {
                    self.used.remove(&(Keyword::Places, name));
                }
            }
            _ => self.phrases_of(definition),
        }
    }

    fn words(&mut self, statement: &Statement<'b>) {
        let free = Self::free_name(statement);
        self.told(free);
        self.compiler.piece = statement.piece;
        let read = self.compiler.family_named(statement.name, statement.at);
        let Some(alternatives) = self.told(read) else { return };
        let particles = &mut self.book.particles;
        if let "aside" | "insertion" = statement.name {
            for words in alternatives.plain() {
                let Some(&first) = words.first() else { continue };
                particles.aside_starts = particles.aside_starts.with(first);
                let aside = Aside { words, between_commas: statement.name == "insertion" };
                particles.asides.entry(first).or_default().push(aside);
            }
        }
        if let Some(list) = particles.named(statement.name) {
            list.extend(alternatives.first_words());
        }
    }

    fn phrases_of(&mut self, definition: &Definition<'b>) {
        let statement = &definition.statement;
        let mut body = self.body(statement);
        let places = body.places;
        let mut phrases = vec![(std::mem::take(&mut body.phrases), places)];
        for addition in &definition.additions {
            phrases.push(self.add_to(addition, &mut body));
        }
        let added = self.owner(definition, body, phrases.iter().all(|(phrases, _)| phrases.is_empty()));
        let Some(Some((owner, usual))) = self.told(added) else { return };
        for (phrases, places) in phrases {
            let Some(roles) = places.or(usual) else {
                // A mistake in the line was told already.
                if statement.lines.iter().any(|line| line.as_rule() == Syntax::in_line) {
                    return;
                }
                let message = "this statement needs a line `in:` with the sections where it holds";
                let problem = statement.piece.error(statement.at, message);
                return self.problems.push(problem);
            };
            if matches!(owner, Owner::Cue(_) | Owner::Ground(_) | Owner::Remedy(_)) {
                self.book.live = self.book.live.with(roles);
            }
            if matches!(owner, Owner::Theme(_)) {
                self.book.themed = self.book.themed.with(roles);
            }
            let entry = |(wording, origin)| Entry { wording, owner, roles, origin };
            self.book.entries.extend(phrases.into_iter().map(entry));
        }
    }

    /// What `extend` adds to a body; its phrases, with the sections where they hold if it says so.
    fn add_to(&mut self, addition: &Statement<'b>, body: &mut Body<'b>) -> (Vec<(Wording, Origin)>, Option<Roles>) {
        let lines = self.body(addition);
        if lines.otherwise.is_some() {
            let message =
                format!("`extend` cannot change `otherwise:`; `override {addition}` puts another in its place");
            let problem = addition.piece.error(addition.at, message);
            self.problems.push(problem);
        }
        body.until |= lines.until;
        body.after.extend(lines.after);
        body.targets.extend(lines.targets);
        (lines.phrases, lines.places.or(body.places))
    }

    /// Adds what a statement names to the lists of the book. Gives what owns its phrases, and where they hold if no line
    /// says so.
    fn owner(
        &mut self,
        definition: &Definition<'b>,
        body: Body<'b>,
        no_phrases: bool,
    ) -> Result<Option<(Owner, Option<Roles>)>, RuleProblem> {
        let statement = &definition.statement;
        let (piece, name) = (statement.piece, statement.name.to_owned());
        Self::free_name(statement)?;
        let head = |index: usize| {
            statement.heads.get(index).map_or(("", statement.at), |part| (part.as_str(), part.as_span().start()))
        };
        let number = |len: usize| {
            u16::try_from(len).map_err(|_| piece.error(statement.at, "the book has too many statements of one kind"))
        };
        let label = definition.label().to_owned();
        if label.trim().is_empty() && statement.keyword.has_label() {
            let named = definition.relabelled().unwrap_or(statement);
            return Err(named.piece.error(named.at, "the words for a reader are missing between the quotes"));
        }
        let owner = match statement.keyword {
            Keyword::Heading => {
                (Owner::Heading(Self::role(piece, (statement.name, statement.at))?), Some(Roles::HEADINGS))
            }
            Keyword::Boundary => {
                (Owner::Boundary(self.boundary(piece, statement.name, statement.at)?), Some(Roles::SECTIONS))
            }
            Keyword::Context => (self.context(statement, body.until)?, Some(Roles::SECTIONS)),
            Keyword::Cue => {
                let owner = Owner::Cue(number(self.book.cues.len())?);
                let kind = |head: (&str, usize)| match head.0 {
                    "nothing" => Ok(None),
                    _ => lookup(piece, "kind of finding", head, &FindingKind::ALL).map(Some),
                };
                let part = |rule| {
                    let part = statement.heads.iter().find(|part| part.as_rule() == rule);
                    part.map_or(Ok(None), |part| kind((part.as_str(), part.as_span().start())))
                };
                let (negated, about) = (part(Syntax::negated)?, part(Syntax::about)?);
                self.book.cues.push(Cue {
                    kind: kind(head(0))?,
                    negated,
                    about,
                    after: body.after,
                    statement: format!("cue {name}").into(),
                    name,
                });
                (owner, None)
            }
            Keyword::Ground => {
                let owner = Owner::Ground(number(self.book.grounds.len())?);
                let bars = [("cannot", Some(Bar::Cannot)), ("will_not", Some(Bar::WillNot)), ("none", None)];
                let bar = lookup(piece, "bar", head(0), &bars)?;
                let otherwise = body.otherwise.map(|place| self.ground(piece, place)).transpose()?;
                self.book.grounds.push(Ground { code: name, bar, otherwise, label });
                (owner, None)
            }
            Keyword::Forum => {
                let owner = Owner::Forum(number(self.book.forums.len())?);
                let grounds = body
                    .targets
                    .into_iter()
                    .map(|(piece, code, at)| self.ground(piece, (code, at)))
                    .collect::<Result<_, _>>()?;
                self.book.forums.push(Forum { name, label, grounds });
                (owner, Some(Roles::SECTIONS))
            }
            Keyword::Subkind => {
                let owner = Owner::Subkind(number(self.book.subkinds.len())?);
                let of = lookup(piece, "kind", head(0), &Kind::all())?;
                self.book.subkinds.push(Subkind { name, of, default: no_phrases });
                (owner, Some(Roles::SECTIONS))
            }
            Keyword::Remedy => {
                let owner = Owner::Remedy(number(self.book.remedies.len())?);
                let kind = match head(0) {
                    ("none", _) => None,
                    named => Some(lookup(piece, "kind of remedy", named, &RemedyKind::ALL)?),
                };
                let told = lookup(piece, "way to tell a remedy", head(1), &Told::ALL)?;
                self.book.remedies.push(RemedyRule { statement: format!("remedy {name}").into(), name, kind, told });
                (owner, None)
            }
            Keyword::Theme => {
                let owner = Owner::Theme(number(self.book.themes.len())?);
                self.book.themes.push(Theme { name, label });
                (owner, None)
            }
            Keyword::Outcome => {
                let reason = definition.relabelled().cloned().and_then(|label| self.body(&label).because);
                let because = reason.or(body.because).unwrap_or_default();
                self.book.outcomes.push(Outcome { code: name, label, because });
                return Ok(None);
            }
            _ => return self.triage(definition, label, body).map(|()| None),
        };
        Ok(Some(owner))
    }

    /// Adds a context, and gives what owns its phrases.
    fn context(&mut self, statement: &Statement<'b>, until: u32) -> Result<Owner, RuleProblem> {
        let piece = statement.piece;
        let head = |index: usize| {
            statement.heads.get(index).map_or(("", statement.at), |part| (part.as_str(), part.as_span().start()))
        };
        let effect = lookup(piece, "effect", head(0), &Effect::ALL)?;
        let reaches = lookup(piece, "direction", head(1), &Reaches::ALL)?;
        let reach = match head(2) {
            ("", _) => None,
            (reach, at) => {
                let reach = reach.parse().ok().filter(|reach| (1..=LONGEST_REACH).contains(reach));
                let message =
                    || format!("a context reaches over 1 to {LONGEST_REACH} words; without a number, to the end");
                Some(reach.ok_or_else(|| piece.error(at, message()))?)
            }
        };
        let number = u16::try_from(self.book.contexts.len());
        let number = number.map_err(|_| piece.error(statement.at, "the book has too many statements of one kind"))?;
        let (name, named) = (statement.name.to_owned(), format!("context {}", statement.name).into());
        self.book.contexts.push(ContextRule { name, statement: named, effect, reaches, reach, until });
        Ok(Owner::Context(number))
    }

    /// Whether the program does not have this name for something of its own.
    fn free_name(statement: &Statement<'b>) -> Result<(), RuleProblem> {
        let name = statement.name;
        let taken = match statement.keyword {
            Keyword::Words => matches!(name, "number" | "sum"),
            Keyword::Places => name == super::CATEGORY || Role::ALL.iter().any(|(known, _)| *known == name),
            Keyword::Boundary => super::MARKS.contains(&name),
            _ => false,
        };
        if taken {
            return Err(statement
                .piece
                .error(statement.at, format!("`{name}` is a name of the program; choose another")));
        }
        Ok(())
    }

    /// Adds a signal, a rule or a flag.
    fn triage(&mut self, definition: &Definition<'b>, label: String, body: Body<'b>) -> Result<(), RuleProblem> {
        let statement = &definition.statement;
        let (piece, name) = (statement.piece, statement.name.to_owned());
        let Some(when) = body.when else {
            // A mistake in the condition was told already.
            if statement.lines.iter().any(|line| line.as_rule() == Syntax::when_line) {
                return Ok(());
            }
            let kind = statement.keyword.name();
            return Err(piece.error(statement.at, format!("a `{kind}` needs a line `when:` with its condition")));
        };
        let rules = self.book.rules.len() + self.book.derived.len() + self.book.flags.len();
        if rules.max(self.book.signals.len()) >= MOST_RULES {
            let message = format!("a book may have at most {MOST_RULES} rules and flags, and as many signals");
            return Err(piece.error(statement.at, message));
        }
        if statement.keyword == Keyword::Signal {
            if FindingKind::ALL.iter().any(|(kind, _)| *kind == name) || super::signal::is_taken(&name) {
                return Err(piece.error(statement.at, format!("`{name}` is a signal already; choose another name")));
            }
            self.book.signals.push(NamedCondition { name, when });
            return Ok(());
        }
        let (mut whole, mut issue) = (body.targets.is_empty(), false);
        for (piece, target, at) in &body.targets {
            match *target {
                "whole" => whole = true,
                "issue" => issue = true,
                other => return Err(piece.error(*at, format!("`{other}` is neither `whole` nor `issue`"))),
            }
        }
        let origin = self.origin(piece, statement.at);
        let named = statement.heads.first().map_or(("", statement.at), |part| (part.as_str(), part.as_span().start()));
        let (gives, list) = match statement.keyword {
            Keyword::Rule => (self.known(piece, Keyword::Outcome, named)?, &mut self.book.rules),
            Keyword::Derived => {
                let codes = || Published::ALL.iter().map(|known| known.code());
                if !codes().any(|code| code == named.0) {
                    let hint = suggestion(named.0, codes());
                    return Err(piece.error(named.1, format!("unknown published outcome `{}`{hint}", named.0)));
                }
                (named.0.to_owned(), &mut self.book.derived)
            }
            _ => (label, &mut self.book.flags),
        };
        list.push(Rule {
            name: name.into(),
            origin,
            gives: gives.into(),
            because: body.because,
            whole,
            issue,
            when,
            shows: body.shows,
            asked: Vec::new(),
            signals: Arc::default(),
        });
        Ok(())
    }
}
