//! Why a decision has the outcome that it has, and why not another: every rule with every signal it asks for, and for each
//! thing that was found the phrase of the book that proposed it.

mod words;

use std::collections::HashMap;
use std::fmt;

use serde::Serialize;

use crate::analysis::reading::Reading;
use crate::analysis::{At, Finding, Issue, Trigger, ground, issue, roles};
use crate::decision::Decision;
use crate::document::Header;
use crate::rules::{Ask, Asked, BookPlace, Condition, Owner, Rule, RuleBook};
use crate::triage::{Facts, Signals};
use crate::{FindingKind, Span};

/// Why a decision has its outcomes, and why not others.
///
/// ```
/// use upheld::{Decision, RuleBook};
///
/// let page = "Decision : Upheld\n\nFinal decision\n\n  1. This was fault. The Council has already remedied the injustice.\n";
/// let decision = Decision::parse(page);
/// let explanation = decision.explain(RuleBook::standard());
///
/// let rule = explanation.whole.rule().unwrap();
/// assert_eq!((rule.name.as_str(), rule.condition.to_string()), ("whole.remedied", "upheld and remedied".to_owned()));
/// let other = explanation.whole.of("upheld.early_resolution").next().unwrap();
/// let missing: Vec<_> = other.missing().iter().map(|part| part.to_string()).collect();
/// assert_eq!(missing, ["operative not_investigated or assessed", "remedy"]);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Explanation {
    /// The whole: the rules for its decision reason.
    pub whole: Verdict,
    /// What the prose alone leads to.
    pub derived: Verdict,
    /// Each issue, in the order of the decision's.
    pub issues: Vec<Verdict>,
    /// The flags, raised and not.
    pub flags: Vec<Ruling>,
    /// What was found, in the order of the decision's findings.
    pub findings: Vec<Proposal>,
    /// What only looks like a finding, in the order of the decision's.
    pub set_aside: Vec<Proposal>,
    /// What is to be put right, in the order of the decision's remedies.
    pub remedies: Vec<Proposal>,
    /// Why something was not investigated, in the order of the decision's grounds.
    pub grounds: Vec<Proposal>,
}

/// The rules that were asked of a decision or an issue, and what came of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Verdict {
    /// The heading of the issue; `None` for the whole.
    pub heading: Option<Span>,
    /// The outcome; `None` where no rule holds.
    pub outcome: Option<String>,
    /// All rules, in the order in which they are asked. The first that holds decides.
    pub rulings: Vec<Ruling>,
}

impl Verdict {
    /// The rule that decided.
    #[must_use]
    pub fn rule(&self) -> Option<&Ruling> {
        self.rulings.iter().find(|ruling| ruling.holds)
    }

    /// The rules that would have given an outcome.
    pub fn of<'v>(&'v self, outcome: &'v str) -> impl Iterator<Item = &'v Ruling> {
        self.rulings.iter().filter(move |ruling| ruling.gives == outcome)
    }

    /// The outcomes that the rules may give and did not, each once.
    #[must_use]
    pub fn others(&self) -> Vec<&str> {
        let mut others: Vec<&str> = Vec::new();
        for ruling in &self.rulings {
            if self.outcome.as_ref() != Some(&ruling.gives) && !others.contains(&ruling.gives.as_str()) {
                others.push(&ruling.gives);
            }
        }
        others
    }
}

/// A rule, and whether its condition held.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Ruling {
    /// The name of the rule or flag.
    pub name: String,
    /// The outcome that it gives; of a flag, its message.
    pub gives: String,
    /// Where it stands.
    pub place: BookPlace,
    /// Whether its condition held. A rule behind the first that holds is not asked, and does not decide.
    pub holds: bool,
    /// The condition, part by part.
    pub condition: Reason,
    /// What the rule shows a reader beside its condition.
    pub shows: Vec<Reason>,
}

impl Ruling {
    /// The parts of the condition that would have to be otherwise for it to hold.
    #[must_use]
    pub fn missing(&self) -> Vec<&Reason> {
        let mut missing = Vec::new();
        self.condition.collect(false, &mut missing);
        missing
    }

    /// The parts of the condition for which it holds.
    #[must_use]
    pub fn met(&self) -> Vec<&Reason> {
        let mut met = Vec::new();
        self.condition.collect(true, &mut met);
        met
    }
}

/// Part of a condition, and whether it held. Printed, it is the condition in the words of the book.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Reason {
    /// What joins its parts.
    pub form: Form,
    /// The signal, in the words of the book; empty for what is made of parts.
    pub signal: String,
    /// Whether it held.
    pub holds: bool,
    /// The sentences behind a signal that is there.
    pub evidence: Vec<Span>,
    /// What it is made of; of a signal that the book names, its condition.
    pub parts: Vec<Reason>,
}

/// What a part of a condition is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Form {
    /// A signal.
    Signal,
    /// The opposite of its one part.
    Not,
    /// All of its parts.
    All,
    /// Any of its parts.
    Any,
}

impl Reason {
    /// The smallest parts that make it hold, or not.
    fn collect<'r>(&'r self, holds: bool, to: &mut Vec<&'r Self>) {
        if self.holds != holds {
            return;
        }
        match (self.form, holds) {
            (Form::All, false) | (Form::Any, true) => {
                self.parts.iter().filter(|part| part.holds == holds).for_each(|part| part.collect(holds, to));
            }
            (Form::All, true) => self.parts.iter().for_each(|part| part.collect(holds, to)),
            _ => to.push(self),
        }
    }

    /// The sentences behind it and its parts.
    #[must_use]
    pub fn all_evidence(&self) -> Vec<Span> {
        let mut all = self.evidence.clone();
        all.extend(self.parts.iter().flat_map(Self::all_evidence));
        all.sort_unstable();
        all.dedup();
        all
    }

    /// Its words as a part of something else, in brackets where they would mean something else without.
    fn within(&self, outer: Form) -> String {
        let loose = match outer {
            Form::Not => matches!(self.form, Form::All | Form::Any),
            Form::All => self.form == Form::Any,
            // It would mean the same without, but not to everybody.
            Form::Any => self.form == Form::All,
            Form::Signal => false,
        };
        if loose { format!("({self})") } else { self.to_string() }
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let joined = |word: &str| self.parts.iter().map(|part| part.within(self.form)).collect::<Vec<_>>().join(word);
        match self.form {
            Form::Signal => f.write_str(&self.signal),
            Form::Not => write!(f, "not {}", joined("")),
            Form::All => f.write_str(&joined(" and ")),
            Form::Any => f.write_str(&joined(" or ")),
        }
    }
}

/// What proposed something that was found, and what its context made of it.
///
/// ```
/// use upheld::{Decision, RuleBook};
///
/// let decision = Decision::parse("Final decision\n\n  1. This was fault.\n");
/// let proposal = &decision.explain(RuleBook::standard()).findings[0];
/// assert_eq!(proposal.rule, "cue fault.was");
/// assert_eq!(proposal.phrase.as_ref().unwrap().book, "standard.rules");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Proposal {
    /// The statement of the book, and what turned it: `cue fault.was, negated by context negation.not`.
    pub rule: String,
    /// Its phrase that matched; `None` for an action that is told by its place alone.
    pub phrase: Option<BookPlace>,
    /// The paragraph.
    pub at: At,
    /// The sentence.
    pub span: Span,
    /// The words that the phrase matched.
    pub cue: Span,
    /// The kind of finding; `None` for remedies and grounds.
    pub kind: Option<FindingKind>,
    /// The words around it that decide how it is meant.
    pub triggers: Vec<Trigger>,
}

/// The rules of a book, asked of a decision.
pub(crate) struct Rulings {
    pub(crate) whole: Verdict,
    pub(crate) derived: Verdict,
    pub(crate) issues: Vec<Verdict>,
    pub(crate) flags: Vec<Ruling>,
}

impl Decision {
    /// Why it has its outcomes, and why not others. `book` is the one that it was read by; by another one the explanation
    /// tells what that one makes of what was found.
    #[must_use]
    pub fn explain(&self, book: &RuleBook) -> Explanation {
        let reading = roles::read(&mut self.document.clone(), book);
        let Rulings { whole, derived, issues, flags } = self.rulings(book, &reading);
        let phrases = Phrases::new(&reading, book);
        let of_findings = |findings: &[Finding]| findings.iter().map(|finding| phrases.of_finding(finding)).collect();
        let remedies = self.remedies.iter().map(|it| phrases.proposal(&it.rule, it.at, it.span, it.cue));
        let grounds = self.grounds.iter().map(|it| {
            let rule = format!("ground {}", it.code);
            phrases.proposal(&rule, it.at, it.span, it.cue)
        });
        Explanation {
            whole,
            derived,
            issues,
            flags,
            findings: of_findings(&self.findings),
            set_aside: of_findings(&self.set_aside),
            remedies: remedies.collect(),
            grounds: grounds.collect(),
        }
    }

    /// What the rules of a book come to; `reading` is that of the decision by the book.
    pub(crate) fn rulings(&self, book: &RuleBook, reading: &Reading) -> Rulings {
        let Self { document, findings, remedies, grounds, themes, issues, triage, .. } = self;
        let (_, open_point) = issue::issues(document, findings, grounds);
        let (no_header, of_prose) = (Header::default(), ground::grounds(document, reading, book, findings, None));
        let prose = Facts::new(document, &no_header, findings, remedies, &of_prose, themes, false);
        let facts = Facts::new(document, &document.header, findings, remedies, grounds, themes, open_point);
        let case = Signals::of_whole(book, &facts, &[], None);
        let whole = Signals::of_whole(book, &facts, issues, triage.derived_outcome);
        let verdict = |signals: &Signals<'_>, heading, rules: &mut dyn Iterator<Item = &Rule>| {
            let rulings: Vec<Ruling> = rules.map(|rule| ruling(book, signals, rule)).collect();
            let outcome = rulings.iter().find(|ruling| ruling.holds).map(|ruling| ruling.gives.clone());
            Verdict { heading, outcome, rulings }
        };
        let of_issue = |issue: &Issue| {
            let signals = Signals::of_issue(&case, issue);
            verdict(&signals, Some(issue.span), &mut book.rules().iter().filter(|rule| rule.issue))
        };
        let of_prose = Signals::of_whole(book, &prose, &[], None);
        Rulings {
            whole: verdict(&whole, None, &mut book.rules().iter().filter(|rule| rule.whole)),
            derived: verdict(&of_prose, None, &mut book.derived().iter()),
            issues: issues.iter().map(of_issue).collect(),
            flags: book.flags().iter().map(|rule| ruling(book, &whole, rule)).collect(),
        }
    }
}

fn ruling(book: &RuleBook, signals: &Signals<'_>, rule: &Rule) -> Ruling {
    let condition = reason(book, signals, &rule.when, &mut Vec::new());
    Ruling {
        name: rule.name.to_string(),
        gives: rule.gives.to_string(),
        place: book.place(rule.origin),
        holds: condition.holds,
        condition,
        shows: rule.shows.iter().map(|asked| of_signal(book, signals, asked, &mut Vec::new())).collect(),
    }
}

/// A condition part by part. `told` are the named signals that were written out before: each is once, because signals that
/// ask for one another many times would fill any memory.
fn reason(book: &RuleBook, signals: &Signals<'_>, condition: &Condition, told: &mut Vec<usize>) -> Reason {
    let joined = |form, parts: Vec<Reason>| Reason {
        form,
        signal: String::new(),
        holds: signals.hold(condition),
        evidence: Vec::new(),
        parts,
    };
    match condition {
        Condition::Signal(asked) => of_signal(book, signals, asked, told),
        Condition::Not(inner) => {
            let inner = reason(book, signals, inner, told);
            joined(Form::Not, vec![inner])
        }
        Condition::All(parts) => {
            joined(Form::All, parts.iter().map(|part| reason(book, signals, part, told)).collect())
        }
        Condition::Any(parts) => {
            joined(Form::Any, parts.iter().map(|part| reason(book, signals, part, told)).collect())
        }
    }
}

fn of_signal(book: &RuleBook, signals: &Signals<'_>, asked: &Asked, told: &mut Vec<usize>) -> Reason {
    let mut parts = Vec::new();
    if let Ask::Named(index) = asked.ask
        && !told.contains(&index)
        && let Some(named) = book.signals().get(index)
    {
        told.push(index);
        parts.push(reason(book, signals, &named.when, told));
    }
    let holds = signals.holds(&asked.ask);
    let mut evidence = if holds { signals.evidence(&asked.ask) } else { Vec::new() };
    evidence.sort_unstable();
    evidence.dedup();
    Reason { form: Form::Signal, signal: asked.signal.as_str().to_owned(), holds, evidence, parts }
}

/// The phrases of the book that match in a decision.
struct Phrases<'e> {
    book: &'e RuleBook,
    /// By sentence: the owner of the phrase, the words it matches, the phrase.
    matched: HashMap<Span, Vec<(Owner, Span, u32)>>,
}

impl<'e> Phrases<'e> {
    fn new(reading: &Reading, book: &'e RuleBook) -> Self {
        let mut matched: HashMap<Span, Vec<_>> = HashMap::new();
        for sentence in &reading.sentences {
            let found = reading.matches(sentence).iter();
            let found = found.map(|found| (found.owner, reading.span(sentence, found), found.entry));
            matched.entry(sentence.span).or_default().extend(found);
        }
        Self { book, matched }
    }

    fn of_finding(&self, finding: &Finding) -> Proposal {
        let proposal = self.proposal(&finding.rule, finding.at, finding.span, finding.cue);
        Proposal { kind: Some(finding.kind), triggers: finding.context.triggers.to_vec(), ..proposal }
    }

    fn proposal(&self, rule: &str, at: At, span: Span, cue: Span) -> Proposal {
        let statement = rule.split(',').next().unwrap_or(rule);
        let here = self.matched.get(&span).map(Vec::as_slice).unwrap_or_default();
        let phrase = |wanted: &dyn Fn(&str, Span) -> bool| {
            here.iter()
                .find(|(owner, words, _)| wanted(&self.book.statement_of(*owner), *words))
                .map(|(_, _, phrase)| *phrase)
        };
        // A ground may have the code of its forum, and stand under the name of another statement; the words of an action
        // may be more than those of the phrase that tells it.
        let is_ground = |name: &str| statement.starts_with("ground ") && name.starts_with("ground ");
        let phrase = phrase(&|name, words| name == statement && words == cue)
            .or_else(|| phrase(&|name, words| is_ground(name) && words == cue))
            .or_else(|| phrase(&|name, words| name == statement && cue.contains(words)))
            .or_else(|| phrase(&|name, _| name == statement));
        let phrase = phrase.map(|phrase| self.book.place_of_phrase(phrase));
        Proposal { rule: rule.to_owned(), phrase, at, span, cue, kind: None, triggers: Vec::new() }
    }
}
