//! What is marked in the text of a decision: the sentences of its findings, grounds and remedies, and what is set aside.

use crate::analysis::{Deadline, Finding, GroundFinding, Remedy, Trigger};
use crate::decision::Decision;
use crate::document::Document;
use crate::rules::{FindingKind, RemedyKind, RuleBook};
use crate::{Date, Span};

/// Of the words that a mark quotes, so many characters are looked at: many marks may quote the same ones.
const LONGEST_QUOTE: usize = 120;

/// A sentence that is marked where a decision is shown: in the terminal, in HTML, in a program of one's own.
///
/// ```
/// use upheld::{Decision, FindingKind, MarkKind, RuleBook};
///
/// let decision = Decision::parse("Final decision\n\n  1. Mr X says this was fault. I find no fault.\n");
/// let [aside, found] = decision.marks(RuleBook::standard()).try_into().unwrap();
/// assert_eq!((found.kind, found.tag.as_str()), (MarkKind::Finding(FindingKind::NoFault), "no fault"));
/// assert_eq!(decision.document.slice(found.span), "I find no fault.");
/// assert_eq!(aside.kind, MarkKind::SetAside(FindingKind::Fault));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// What it marks.
    pub kind: MarkKind,
    /// The sentence.
    pub span: Span,
    /// The words it rests on.
    pub cue: Span,
    /// What stands behind the sentence: `payment £150.00, due 24 March 2022`.
    pub tag: String,
    /// Its name in a legend: `payment`.
    pub name: String,
    /// What a legend says of it.
    pub meaning: String,
    /// The rule of the book that made it.
    pub rule: String,
    /// The words around it that decide how it is meant.
    pub triggers: Vec<Trigger>,
}

/// What a mark marks.
///
/// ```
/// use upheld::{FindingKind, MarkKind};
///
/// assert_eq!(MarkKind::Finding(FindingKind::NoFault).name(), "no_fault");
/// assert_eq!(MarkKind::SetAside(FindingKind::NoFault).name(), "set_aside");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum MarkKind {
    /// What was found.
    Finding(FindingKind),
    /// Why something was not investigated.
    Ground,
    /// What is to be put right.
    Remedy(RemedyKind),
    /// What only looks like a finding of this kind.
    SetAside(FindingKind),
}

impl MarkKind {
    /// A name for what is shown alike: that of a finding, `ground`, `remedy`, `set_aside`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Finding(kind) => kind.name(),
            Self::Ground => "ground",
            Self::Remedy(_) => "remedy",
            Self::SetAside(_) => "set_aside",
        }
    }

    /// Whether it is none of what the decision says.
    #[must_use]
    pub const fn is_set_aside(self) -> bool {
        matches!(self, Self::SetAside(_))
    }
}

impl Decision {
    /// What is to be marked in the text, in the order of the sentences; of one sentence findings stand before grounds, and
    /// these before remedies and what is set aside. `book` is the one that the decision was read by, which has the words
    /// for its grounds.
    #[must_use]
    pub fn marks(&self, book: &RuleBook) -> Vec<Mark> {
        let findings = self.findings.iter().map(Mark::of_finding);
        let grounds = self.grounds.iter().map(|ground| Mark::of_ground(ground, book));
        let remedies = self.remedies.iter().map(|remedy| Mark::of_remedy(remedy, &self.document));
        let set_aside = self.set_aside.iter().map(Mark::of_set_aside);
        let mut marks: Vec<Mark> = findings.chain(grounds).chain(remedies).chain(set_aside).collect();
        marks.sort_by_key(|mark| mark.span.start());
        marks
    }
}

impl Mark {
    fn of_finding(finding: &Finding) -> Self {
        let name = plain(finding.kind.name());
        Self {
            kind: MarkKind::Finding(finding.kind),
            span: finding.span,
            cue: finding.cue,
            tag: name.clone(),
            name,
            meaning: found(finding.kind).to_owned(),
            rule: finding.rule.to_string(),
            triggers: finding.context.triggers.to_vec(),
        }
    }

    fn of_set_aside(finding: &Finding) -> Self {
        Self {
            kind: MarkKind::SetAside(finding.kind),
            tag: format!("set aside: {}", plain(finding.kind.name())),
            name: "set aside".to_owned(),
            meaning: "words that look like a finding, but are somebody else's, supposed, or about another case"
                .to_owned(),
            ..Self::of_finding(finding)
        }
    }

    fn of_ground(ground: &GroundFinding, book: &RuleBook) -> Self {
        let tag = format!("ground: {}", plain(&ground.code));
        Self {
            kind: MarkKind::Ground,
            span: ground.span,
            cue: ground.cue,
            name: tag.clone(),
            tag,
            meaning: book.ground_label(&ground.code).unwrap_or_default().to_owned(),
            rule: format!("ground {}", ground.code),
            triggers: Vec::new(),
        }
    }

    fn of_remedy(remedy: &Remedy, document: &Document) -> Self {
        let due = remedy.deadline.map(|deadline| format!(", {}", deadline.in_words(document))).unwrap_or_default();
        Self {
            kind: MarkKind::Remedy(remedy.kind),
            span: remedy.span,
            cue: remedy.cue,
            tag: format!("{}{due}", remedy.in_short()),
            name: plain(remedy.kind.name()),
            meaning: asked(remedy.kind).to_owned(),
            rule: remedy.rule.to_string(),
            triggers: Vec::new(),
        }
    }

    /// Why the sentence is marked: the rule, and the words of its context that decided. `document` is the one it marks.
    ///
    /// ```
    /// use upheld::{Decision, RuleBook};
    ///
    /// let decision = Decision::parse("Final decision\n\n  1. Mr X says this was fault.\n");
    /// let [mark] = decision.marks(RuleBook::standard()).try_into().unwrap();
    /// let why = mark.why(&decision.document);
    /// assert_eq!(why, "cue fault.was; whose word it is: “Mr X says”, context complainant");
    /// ```
    #[must_use]
    pub fn why(&self, document: &Document) -> String {
        let words = |it: &Trigger| format!("; {}: “{}”, {}", it.axis.in_words(), quote(document, it.span), it.rule);
        self.rule.clone() + &self.triggers.iter().map(words).collect::<String>()
    }
}

impl Remedy {
    /// What is to be done, in short.
    ///
    /// ```
    /// let decision = upheld::Decision::parse("Agreed action\n\n  1. The Council will pay Mr X £1,150.\n");
    /// assert_eq!(decision.remedies[0].in_short(), "payment £1,150.00");
    /// ```
    #[must_use]
    pub fn in_short(&self) -> String {
        let kind = plain(self.kind.name());
        self.amount.map_or_else(|| kind.clone(), |amount| format!("{kind} {amount:#}"))
    }
}

impl Deadline {
    /// By when, as far as the text tells: the day, or the words of the deadline where they fix none. `document` is the one
    /// it stands in.
    ///
    /// ```
    /// let page = "Agreed action\n\n  1. Within one month the Council will pay Mr X £150.\n";
    /// let decision = upheld::Decision::parse(page);
    /// let deadline = decision.remedies[0].deadline.unwrap();
    /// assert_eq!(deadline.in_words(&decision.document), "Within one month");
    /// ```
    #[must_use]
    pub fn in_words(&self, document: &Document) -> String {
        self.due.map_or_else(|| quote(document, self.span), |day| format!("due {}", date(day)))
    }
}

/// "31 March 2022"
pub(crate) fn date(date: Date) -> String {
    date.strftime("%-d %B %Y").to_string()
}

/// A code without its underscores: `no_fault` is "no fault".
pub(crate) fn plain(code: &str) -> String {
    code.replace('_', " ")
}

/// The words at a place on one line, or as many as are looked at.
fn quote(document: &Document, span: Span) -> String {
    let words = document.slice(span);
    let end = words.char_indices().nth(LONGEST_QUOTE).map_or(words.len(), |(end, _)| end);
    document.one_line(Span::new(span.start(), span.start() + end))
}

fn found(kind: FindingKind) -> &'static str {
    match kind {
        FindingKind::Fault => "the Ombudsman finds fault by the body",
        FindingKind::NoFault => "the Ombudsman finds no fault",
        FindingKind::Injustice => "the fault caused injustice, or this is what it caused",
        FindingKind::NoInjustice => "the fault caused no injustice, or none that is significant",
        FindingKind::Remedied => "it is put right already, or the body's own remedy is enough",
        FindingKind::NotInvestigated => "this was not, will not or cannot be investigated",
    }
}

fn asked(kind: RemedyKind) -> &'static str {
    match kind {
        RemedyKind::Apology => "remedy: saying sorry",
        RemedyKind::Payment => "remedy: a sum paid, refunded or waived",
        RemedyKind::ServiceImprovement => "remedy: for others in future, such as training or a new procedure",
        RemedyKind::SpecificAction => "remedy: for this person, such as a new assessment",
    }
}
