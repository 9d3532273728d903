//! Remedies: what is to be put right, by whom it is wanted, for how much and by when.

use serde::{Deserialize, Serialize};

use super::At;
use super::action::{Action, actions};
use super::payee::{Named, payee};
use super::reading::{Reading, Sentence};
use crate::calendar::due;
use crate::document::{Diagnostic, DiagnosticKind, Document, Role};
use crate::inline::{DeadlineText, Quantities, quantities};
use crate::money::Money;
use crate::rules::{RemedyKind, RuleBook};
use crate::{Anchor, Date, Span, Term};

/// Something that is to be put right.
///
/// ```
/// use upheld::{Decision, RemedyKind, Status};
///
/// let page = "Agreed action\n\n  1. The Council will apologise to Mr X and pay him £150.\n";
/// let decision = Decision::parse(page);
/// let [apology, payment] = decision.remedies.as_slice() else { panic!("two actions") };
/// assert_eq!((apology.kind, apology.status), (RemedyKind::Apology, Status::Agreed));
/// assert_eq!(payment.amount.unwrap().pence(), 15_000);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Remedy {
    /// What kind of action.
    pub kind: RemedyKind,
    /// The sub-kind, as the rule book names it: `pay_symbolic`, `train`; `None` where no phrase of the book tells it.
    pub subkind: Option<String>,
    /// Whether the body agreed to it.
    pub status: Status,
    /// The paragraph that says so.
    pub at: At,
    /// The sentence that says so.
    pub span: Span,
    /// The words it rests on.
    pub cue: Span,
    /// The rule that made it.
    pub rule: String,
    /// The sum, where one is stated.
    pub amount: Option<Money>,
    /// The words of the sum.
    pub amount_span: Option<Span>,
    /// The person it goes to. Where the action says "her", it is the name that this stands for, if that was said before.
    pub to: Option<Span>,
    /// By when.
    pub deadline: Option<Deadline>,
}

/// Whether a body agreed to an action.
///
/// ```
/// let page = "Recommended action\n\n  1. The Council should pay Mr X £150.\n";
/// assert_eq!(upheld::Decision::parse(page).remedies[0].status, upheld::Status::Recommended);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Status {
    /// It did.
    Agreed,
    /// The Ombudsman recommends it.
    Recommended,
    /// The Ombudsman asked for it, and it was done before the decision.
    Done,
}

/// By when an action is to be done.
///
/// ```
/// let page = "Decision date : 31 Jan 2023\n\nAgreed action\n\n  1. Within one month of my decision the Council will pay Mr X £150.\n";
/// let decision = upheld::Decision::parse(page);
/// let deadline = decision.remedies[0].deadline.unwrap();
/// assert_eq!(decision.document.slice(deadline.span), "Within one month of my decision");
/// assert_eq!(deadline.due.unwrap().to_string(), "2023-02-28");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Deadline {
    /// The words of the deadline.
    pub span: Span,
    /// How long, or which day.
    pub term: Term,
    /// The event from which the time runs.
    pub anchor: Anchor,
    /// The day; `None` where the text does not fix one, or the date of the decision is not known.
    pub due: Option<Date>,
}

/// The sections where remedies stand, the best first: another is asked only if those before have none.
const PLACES: [&[Role]; 3] = [&[Role::Action], &[Role::FinalDecision], &[Role::Summary]];

/// A sentence is read for so many actions, and an action for so many sums, and no further: each quotes the whole of it.
const MOST_IN_SENTENCE: usize = 40;

/// The remedies of a reading, in the order of the text.
pub(crate) fn remedies(document: &Document, reading: &Reading, book: &RuleBook) -> (Vec<Remedy>, Vec<Diagnostic>) {
    let mut diagnostics = Vec::new();
    let has_actions = document.sections.iter().any(|section| section.role == Role::Action);
    for roles in PLACES {
        // Where there is a section for actions, what other sections say of them is a repetition.
        if has_actions && !roles.contains(&Role::Action) && !roles.contains(&Role::Summary) {
            continue;
        }
        let named = first_named(document);
        let mut collector = Collector { document, reading, book, lead: None, remedies: Vec::new(), named, closed: 0 };
        for sentence in reading.sentences.iter().filter(|sentence| roles.contains(&sentence.role)) {
            collector.sentence(sentence);
        }
        if !collector.remedies.is_empty() {
            let mut remedies = collector.remedies;
            for deadline in remedies.iter_mut().filter_map(|remedy| remedy.deadline.as_mut()) {
                set_due(document, deadline, &mut diagnostics);
            }
            return (remedies, diagnostics);
        }
    }
    (Vec::new(), diagnostics)
}

/// Who is named where the complaint begins.
fn first_named(document: &Document) -> Named {
    let mut named = Named::default();
    let complaint = document.sections.iter().find(|section| section.role == Role::Complaint);
    if let Some(first) = complaint.and_then(|section| section.paragraphs.first()) {
        named.note(document.slice(first.span), first.span.start);
    }
    named
}

/// Works out the day of a deadline, or says why it cannot.
fn set_due(document: &Document, deadline: &mut Deadline, diagnostics: &mut Vec<Diagnostic>) {
    let problem = match (deadline.term, deadline.anchor, document.header.date) {
        (Term::On(day), _, _) => {
            deadline.due = Some(day);
            return;
        }
        (Term::AtOnce, _, _) => return,
        (Term::Period(_), Anchor::Other, _) => "it runs from an event whose date is not known".to_owned(),
        (Term::Period(_), _, None) => "the decision has no date".to_owned(),
        (Term::Period(period), _, Some(date)) => match due(date, period) {
            Ok(day) => {
                deadline.due = Some(day);
                return;
            }
            Err(error) => error.to_string(),
        },
    };
    // The items of a list share the deadline of its lead.
    if diagnostics.last().is_some_and(|known| known.span == deadline.span) {
        return;
    }
    let message = format!("no due date for `{}`: {problem}", document.slice(deadline.span));
    diagnostics.push(Diagnostic { kind: DiagnosticKind::UnknownDueDate, message, span: deadline.span });
}

/// What the words before a list say for its items.
struct Lead {
    section: usize,
    paragraph: usize,
    status: Option<Status>,
    deadline: Option<Deadline>,
    /// Whether its list is the paragraphs that follow, because it has no items of its own.
    open: bool,
}

struct Collector<'a> {
    document: &'a Document,
    reading: &'a Reading,
    book: &'a RuleBook,
    lead: Option<Lead>,
    remedies: Vec<Remedy>,
    named: Named,
    /// Up to here a sentence has given a deadline to every remedy that had none.
    closed: usize,
}

impl Collector<'_> {
    fn sentence(&mut self, sentence: &Sentence) {
        let text = self.document.slice(sentence.span);
        self.named.note(text, sentence.span.start);
        let quantities = quantities(text);
        let list_status = self.list_status(sentence);
        let said = actions(self.book, self.reading, sentence, &quantities, list_status);
        if said.speaks_of_all {
            self.close_open_deadlines(sentence, &quantities);
        }
        let lead_deadline = self.lead.as_ref().filter(|lead| lead.covers(sentence)).and_then(|lead| lead.deadline);
        for (index, action) in said.found.iter().enumerate().take(MOST_IN_SENTENCE) {
            let clause_end = said.found.get(index + 1).map_or(text.len(), |next| next.span.start);
            let own = deadline_for(&quantities, action.span.start).map(|found| deadline(sentence, found));
            // Where a list has a deadline, a time that runs from another event belongs to what the action is about:
            // "introduce a check, to be made not later than six weeks into the term".
            let own = own.filter(|own| lead_deadline.is_none() || own.anchor != Anchor::Other);
            let deadline = own.or_else(|| self.same_deadline(text)).or(lead_deadline);
            self.add(sentence, action, clause_end, &quantities, deadline);
        }
        if text.ends_with(':') {
            let deadline = quantities.deadlines.last().map(|found| deadline(sentence, found)).or(lead_deadline);
            let (section, paragraph) = (sentence.section, sentence.paragraph);
            let has_items = self.paragraph(sentence).is_some_and(|paragraph| !paragraph.items.is_empty());
            if sentence.part == 0 {
                self.lead = Some(Lead { section, paragraph, status: said.status, deadline, open: !has_items });
            }
        }
    }

    /// The deadline that "by the same date" speaks of: that of the action before.
    fn same_deadline(&self, text: &str) -> Option<Deadline> {
        const SAME: [&str; 4] = ["same date", "same time", "same period", "same deadline"];
        SAME.iter().any(|words| text.contains(words)).then(|| self.remedies.last()?.deadline)?
    }

    fn paragraph(&self, sentence: &Sentence) -> Option<&crate::document::Paragraph> {
        self.document.sections.get(sentence.section)?.paragraphs.get(sentence.paragraph)
    }

    /// The status that the lead of a list gives to the first sentence of an item.
    fn list_status(&self, sentence: &Sentence) -> Option<Status> {
        let lead = self.lead.as_ref().filter(|lead| lead.covers(sentence))?;
        let part = self.paragraph(sentence)?.part(sentence.part)?;
        (part.start == sentence.span.start).then_some(lead.status?)
    }

    fn add(
        &mut self,
        sentence: &Sentence,
        action: &Action,
        clause_end: usize,
        quantities: &Quantities,
        deadline: Option<Deadline>,
    ) {
        let clause = Span::new(action.span.start, clause_end);
        let text = self.document.slice(sentence.span);
        let sums = if action.kind == RemedyKind::Payment { sums_in(text, clause, quantities) } else { Vec::new() };
        let places: Vec<Span> = sums.iter().map(|(span, _)| *span).collect();
        // What is for others in future is for nobody by name; and who is apologised to is paid as well.
        let for_someone = action.kind != RemedyKind::ServiceImprovement;
        let same_sentence = self.remedies.last().filter(|before| before.span == sentence.span);
        let before = same_sentence.and_then(|before| before.to).filter(|_| action.kind == RemedyKind::Payment);
        let to = |sum| {
            let own = payee(text, sentence.span.start, clause, &places, sum, &self.named);
            own.or(before).filter(|_| for_someone)
        };
        let remedy = |sum: Option<(Span, Money)>| Remedy {
            kind: action.kind,
            subkind: action.subkind.clone(),
            status: action.status,
            at: sentence.at,
            span: sentence.span,
            cue: action.span.shifted(sentence.span.start),
            rule: format!("remedy {}", action.rule),
            amount: sum.map(|(_, amount)| amount),
            amount_span: sum.map(|(span, _)| span.shifted(sentence.span.start)),
            to: to(sum.map(|(span, _)| span)),
            deadline,
        };
        let new: Vec<Remedy> =
            if sums.is_empty() { vec![remedy(None)] } else { sums.iter().map(|sum| remedy(Some(*sum))).collect() };
        self.remedies.extend(new);
    }

    /// "The Council will complete these actions within six weeks": the deadline of all above that have none.
    fn close_open_deadlines(&mut self, sentence: &Sentence, quantities: &Quantities) {
        let Some(found) = quantities.deadlines.first() else { return };
        let closing = deadline(sentence, found);
        for remedy in self.remedies.iter_mut().skip(self.closed) {
            remedy.deadline.get_or_insert(closing);
        }
        self.closed = self.remedies.len();
    }
}

impl Lead {
    fn covers(&self, sentence: &Sentence) -> bool {
        self.section == sentence.section
            && if self.open {
                sentence.paragraph > self.paragraph
            } else {
                sentence.paragraph == self.paragraph && sentence.part > 0
            }
    }
}

/// The deadline of an action: the last one before it in the sentence, else the first one behind it.
fn deadline_for(quantities: &Quantities, action: usize) -> Option<&DeadlineText> {
    let before = quantities.deadlines.iter().rfind(|deadline| deadline.span.start <= action);
    before.or_else(|| quantities.deadlines.first())
}

fn deadline(sentence: &Sentence, found: &DeadlineText) -> Deadline {
    Deadline { span: found.span.shifted(sentence.span.start), term: found.term, anchor: found.anchor, due: None }
}

/// The sums in a clause, without a total that stands beside its parts, or the rate that a sum is worked out by.
fn sums_in(text: &str, clause: Span, quantities: &Quantities) -> Vec<(Span, Money)> {
    const TOTALS: [&str; 3] = ["total of", "totalling", "in total"];
    const PARTS: [&str; 5] = ["which is", "being", "that is", "at", "at the rate of"];
    const RATES: [&str; 4] = ["for each", "for every", "per", "a "];
    // What is taken off, or was paid before.
    const OTHERS: [&str; 8] =
        ["less", "less the", "minus", "minus the", "instead of", "rather than", "in addition to the", "on top of the"];
    let before = |span: Span| text.get(..span.start).unwrap_or_default().trim_end();
    let other = |span: Span| OTHERS.iter().any(|words| before(span).ends_with(words));
    let sums = quantities.sums.iter().filter(|(span, _)| clause.contains(*span) && !other(*span)).copied();
    let sums: Vec<(Span, Money)> = sums.take(MOST_IN_SENTENCE).collect();
    if sums.len() < 2 {
        return sums;
    }
    let all = sums.iter().fold(0, |total, (_, sum)| total + sum.pence());
    let beside = |span: Span, sum: Money| {
        let behind = text.get(span.end..).unwrap_or_default().trim_start();
        let ends = |words: &[&str]| words.iter().any(|word| before(span).ends_with(word));
        let total = sum.pence() * 2 == all || ends(&TOTALS);
        total || (ends(&PARTS) && RATES.iter().any(|word| behind.starts_with(word)))
    };
    sums.into_iter().filter(|(span, sum)| !beside(*span, *sum)).collect()
}
