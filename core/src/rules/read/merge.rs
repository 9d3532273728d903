//! What a book says in the end: what it includes, with its own statements in front, and what these change of it.

use rustc_hash::FxHashMap;

use super::Syntax;
use super::statement::{Change, Keyword, Statement};
use crate::rules::problem::{MOST_PROBLEMS, RuleProblem, suggestion};

/// A statement of the book with what was added to it.
#[derive(Clone, Debug)]
pub(crate) struct Definition<'b> {
    pub(crate) statement: Statement<'b>,
    /// The statements that extend it.
    pub(crate) additions: Vec<Statement<'b>>,
    /// The statement that gives it another label.
    relabelled: Option<Statement<'b>>,
    /// The text that it comes from, by its place in the order of the texts.
    pub(crate) text: usize,
}

impl<'b> Definition<'b> {
    fn new(statement: Statement<'b>, text: usize) -> Self {
        Self { statement, additions: Vec::new(), relabelled: None, text }
    }

    /// The words in quotes behind its name, or those that stand in for them.
    pub(crate) fn label(&self) -> &'b str {
        let statement = self.relabelled.as_ref().unwrap_or(&self.statement);
        let text = statement.heads.iter().find(|part| part.as_rule() == Syntax::text);
        text.map_or("", |text| text.as_str().trim_matches('"'))
    }

    /// The statement that says it in other words.
    pub(crate) fn relabelled(&self) -> Option<&Statement<'b>> {
        self.relabelled.as_ref()
    }

    /// The statement and its additions.
    pub(crate) fn statements(&self) -> impl Iterator<Item = &Statement<'b>> {
        std::iter::once(&self.statement).chain(&self.additions)
    }
}

/// Merges the statements of texts, each text behind those that it includes.
pub(crate) fn merge<'b>(texts: Vec<Vec<Statement<'b>>>, problems: &mut Vec<RuleProblem>) -> Vec<Definition<'b>> {
    let mut merger = Merger { definitions: Vec::new(), known: FxHashMap::default(), text: 0 };
    for (text, statements) in texts.into_iter().enumerate() {
        merger.text = text;
        for statement in statements {
            if problems.len() >= MOST_PROBLEMS {
                break;
            }
            merger.statement(statement).unwrap_or_else(|problem| problems.push(problem));
        }
    }
    let mut definitions: Vec<_> = merger.definitions.into_iter().flatten().collect();
    // What a book says itself comes before what it includes.
    definitions.sort_by_key(|definition| std::cmp::Reverse(definition.text));
    definitions
}

struct Merger<'b> {
    definitions: Vec<Option<Definition<'b>>>,
    known: FxHashMap<(Keyword, &'b str), usize>,
    text: usize,
}

impl<'b> Merger<'b> {
    fn statement(&mut self, statement: Statement<'b>) -> Result<(), RuleProblem> {
        let key = (statement.keyword, statement.name);
        // The headings of one section add up.
        if statement.keyword == Keyword::Heading {
            if statement.change == Change::Override {
                let text = self.text;
                let other = |it: &Definition<'_>| (it.statement.keyword, it.statement.name) == key && it.text < text;
                for slot in self.definitions.iter_mut().filter(|it| it.as_ref().is_some_and(other)) {
                    *slot = None;
                }
            }
            self.definitions.push(Some(Definition::new(statement, self.text)));
            return Ok(());
        }
        let known = self.known.get(&key).copied();
        let there = known.and_then(|index| self.definitions.get_mut(index));
        let Some((slot, old)) =
            there.and_then(|slot| slot.as_ref().map(|it| it.statement.clone()).map(|old| (slot, old)))
        else {
            if statement.change == Change::New {
                self.known.insert(key, self.definitions.len());
                self.definitions.push(Some(Definition::new(statement, self.text)));
                return Ok(());
            }
            return Err(self.missing(&statement));
        };
        let included = slot.as_ref().is_some_and(|it| it.text < self.text);
        let piece = statement.piece;
        match statement.change {
            Change::New if included => {
                let mut ways = vec![format!("`override {statement}` puts this in its place")];
                if statement.keyword.has_label() {
                    ways.push(format!("`label {statement}` says it in other words"));
                }
                if statement.keyword.has_lines_to_add() {
                    ways.push(format!("`extend {statement}` adds to it"));
                }
                let (book, line) = (&old.piece.text.name, old.piece.line(old.at));
                let message =
                    format!("`{statement}` is in `{book}`, line {line}, which is included: {}", ways.join(", "));
                return Err(piece.error(statement.at, message));
            }
            Change::New => {
                let message = format!("`{statement}` is named twice; line {} has it", old.piece.line(old.at));
                return Err(piece.error(statement.at, message));
            }
            _ if !included => {
                let line = old.piece.line(old.at);
                let message = format!("`{statement}` is of this book itself, line {line}: change it there");
                return Err(piece.error(statement.at, message));
            }
            // It keeps its place in the order of what is included.
            Change::Override => {
                if let Some(definition) = slot {
                    let all = definition.statements().chain(&definition.relabelled);
                    let mut here = all.filter(|other| std::ptr::eq(other.piece.text, piece.text));
                    let line = here.next().map(|other| other.piece.line(other.at));
                    drop(here);
                    if let Some(line) = line {
                        let message = format!("line {line} changes `{statement}` already, which this would undo");
                        return Err(piece.error(statement.at, message));
                    }
                    *definition = Definition::new(statement, definition.text);
                }
            }
            Change::Extend => {
                if let Some(definition) = slot {
                    definition.additions.push(statement);
                }
            }
            Change::Label => {
                if let Some(definition) = slot {
                    let other = definition.relabelled.as_ref();
                    if let Some(other) = other.filter(|other| std::ptr::eq(other.piece.text, piece.text)) {
                        let line = other.piece.line(other.at);
                        let message = format!("`{statement}` is labelled twice; line {line} does it");
                        return Err(piece.error(statement.at, message));
                    }
                    definition.relabelled = Some(statement);
                }
            }
            Change::Drop => *slot = None,
        }
        Ok(())
    }

    fn missing(&self, statement: &Statement<'b>) -> RuleProblem {
        let alike = self.definitions.iter().flatten().filter(|it| it.statement.keyword == statement.keyword);
        let hint = suggestion(statement.name, alike.map(|it| it.statement.name));
        let what = match statement.change {
            Change::Override => "override",
            Change::Extend => "extend",
            Change::Label => "label",
            _ => "drop",
        };
        let message = if self.text == 0 && self.definitions.iter().flatten().all(|it| it.text == self.text) {
            format!(
                "nothing is included that `{what}` could change; write `include standard` below the name of the book"
            )
        } else {
            format!("there is no `{statement}` to {what}{hint}")
        };
        statement.piece.error(statement.at, message)
    }
}
