//! Remedies: what is to be put right, by whom it is wanted, for how much and by when.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::At;
use super::action::{Action, Announced, actions, subkind};
use super::deadline::{Deadline, deadline_for};
use super::payee::{Named, each, payee};
use super::reading::{Reading, Sentence};
use super::sums::sums_in;
use crate::diagnostic::Diagnostic;
use crate::document::{Document, Role};
use crate::inline::{Quantities, quantities};
use crate::money::Money;
use crate::rules::{Owner, RemedyKind, RuleBook, Status};
use crate::{Anchor, Span, Term, work};

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
    pub rule: Arc<str>,
    /// The sum, where one is stated.
    pub amount: Option<Money>,
    /// The words of the sum.
    pub amount_span: Option<Span>,
    /// The person it goes to. Where the action says "her", it is the name that this stands for, if that was said before.
    pub to: Option<Span>,
    /// By when.
    pub deadline: Option<Deadline>,
}

/// The sections where remedies stand, the best first: another is asked only if those before have none.
const PLACES: [&[Role]; 3] = [&[Role::Action], &[Role::FinalDecision], &[Role::Summary]];

/// A sentence is read for so many actions and no further: each quotes the whole of it.
const MOST_IN_SENTENCE: usize = 40;

/// "them".
const LONGEST_PRONOUN: usize = 4;

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
        let mut collector = Collector {
            document,
            reading,
            book,
            lead: None,
            remedies: Vec::new(),
            named,
            unread: Vec::new(),
            last: None,
            paragraph: ((usize::MAX, 0), 0),
            closed: 0,
        };
        for sentence in reading.sentences.iter().filter(|sentence| roles.contains(&sentence.role)) {
            collector.sentence(sentence);
        }
        if !collector.remedies.is_empty() {
            let mut remedies = collector.remedies;
            for deadline in remedies.iter_mut().filter_map(|remedy| remedy.deadline.as_mut()) {
                deadline.set_due(document, &mut diagnostics);
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
        named.note(document.slice(first.span), first.span.start());
    }
    named
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
    /// The sentences whose names were not noted yet.
    unread: Vec<Span>,
    /// The last deadline that was named, with its section, paragraph and part.
    last: Option<((usize, usize, usize), Deadline)>,
    /// The remedies of the paragraph begin here.
    paragraph: ((usize, usize), usize),
    /// Up to here a sentence has given a deadline to every remedy that had none.
    closed: usize,
}

impl Collector<'_> {
    fn sentence(&mut self, sentence: &Sentence) {
        let text = self.document.slice(sentence.span);
        let place = (sentence.section, sentence.paragraph);
        if self.paragraph.0 != place {
            self.paragraph = (place, self.remedies.len());
        }
        self.unread.push(sentence.span);
        // Most sentences outside sections for actions tell of none, and nothing about one before them.
        let of_actions = self.reading.matches(sentence).iter().any(|found| matches!(found.owner, Owner::Remedy(_)));
        if !of_actions && self.paragraph.1 == self.remedies.len() && !text.ends_with(':') {
            return;
        }
        let mut quantities = quantities(text);
        // "and, by the same date, pay him" says nothing that the sentence has not said.
        let first = quantities.deadlines.first().map(|first| first.span);
        quantities.deadlines.retain(|it| it.term != Term::Same || first == Some(it.span));
        let said = actions(self.book, self.reading, sentence, &quantities, self.announced(sentence));
        if said.speaks_of_all {
            self.close(sentence, &quantities, self.closed);
            self.closed = self.remedies.len();
        } else if said.found.is_empty() && sentence.part == 0 {
            // "The Council will pay him £200. The money will reach him within four weeks."
            self.close(sentence, &quantities, self.paragraph.1);
        }
        let leads = text.ends_with(':') && self.paragraph_of(sentence).is_some_and(|it| !it.items.is_empty());
        let of_lead = self.lead.as_ref().filter(|lead| lead.covers(sentence)).and_then(|lead| lead.deadline);
        for (index, action) in said.found.iter().enumerate().take(MOST_IN_SENTENCE) {
            let clause_end = said.found.get(index + 1).map_or(text.len(), |next| next.span.start());
            let clause = Span::new(action.span.start(), clause_end.max(action.span.end()));
            // "The Council will ensure that staff:" is told by the items of its list.
            if leads && clause.end() == text.len() && action.kind != RemedyKind::Payment {
                continue;
            }
            let own = deadline_for(text, &quantities, clause);
            // Where the list has a deadline, that of an item is its own only if it opens the item or fixes a day: "report
            // any gap within a week" does not.
            let own = own.filter(|own| {
                let fixed = matches!(own.term, Term::On(_) | Term::OnDay { .. });
                of_lead.is_none() || fixed || own.span.start() < action.span.start() || own.anchor == Anchor::Decision
            });
            let own = own.map(|found| Deadline::of(sentence, found, self.last.map(|(_, last)| last)));
            self.last = own.map(|own| ((sentence.section, sentence.paragraph, sentence.part), own)).or(self.last);
            let deadline = own.or(of_lead).or_else(|| self.of_paragraph(sentence));
            self.add(sentence, action, clause, &quantities, deadline);
        }
        if let Some(found) = quantities.deadlines.last().filter(|_| said.found.is_empty() || leads) {
            let deadline = Deadline::of(sentence, found, self.last.map(|(_, last)| last));
            self.last = Some(((sentence.section, sentence.paragraph, sentence.part), deadline));
        }
        if text.ends_with(':') && sentence.part == 0 {
            let own = self.last.filter(|(place, _)| *place == (sentence.section, sentence.paragraph, 0));
            let (section, paragraph) = (sentence.section, sentence.paragraph);
            let has_items = self.paragraph_of(sentence).is_some_and(|paragraph| !paragraph.items.is_empty());
            let deadline = own.map(|(_, deadline)| deadline).or(of_lead);
            self.lead = Some(Lead { section, paragraph, status: said.status, deadline, open: !has_items });
        }
    }

    /// The deadline that a sentence before this one named for the paragraph.
    fn of_paragraph(&self, sentence: &Sentence) -> Option<Deadline> {
        let (place, deadline) = self.last?;
        (place == (sentence.section, sentence.paragraph, sentence.part)).then_some(deadline)
    }

    fn paragraph_of(&self, sentence: &Sentence) -> Option<&crate::document::Paragraph> {
        self.document.sections.get(sentence.section)?.paragraphs.get(sentence.paragraph)
    }

    /// The status of an action that a sentence may begin with, and whether one must: the first sentence of an item is one
    /// of those that the lead of the list announces; one in a section for actions may be an order.
    fn announced(&self, sentence: &Sentence) -> Option<Announced> {
        let part = self.paragraph_of(sentence)?.part(sentence.part)?;
        if part.start() != sentence.span.start() {
            return None;
        }
        let lead = self.lead.as_ref().filter(|lead| lead.covers(sentence));
        match lead.and_then(|lead| lead.status) {
            Some(status) => Some(Announced::Action(status)),
            None if sentence.role == Role::Action => Some(Announced::Order(self.status_of_section(sentence))),
            None => None,
        }
    }

    /// What the heading of a section for actions says of them.
    fn status_of_section(&self, sentence: &Sentence) -> Status {
        let heading = self.document.sections.get(sentence.section).and_then(|section| section.heading);
        let recommended = heading.is_some_and(|it| self.document.slice(it).to_lowercase().contains("recommend"));
        if recommended { Status::Recommended } else { Status::Agreed }
    }

    /// Adds what an action tells: one remedy for each of its sums, and for each of two people who are to have it each.
    fn add(
        &mut self,
        sentence: &Sentence,
        action: &Action,
        clause: Span,
        quantities: &Quantities,
        deadline: Option<Deadline>,
    ) {
        let text = self.document.slice(sentence.span);
        let sums = if action.kind == RemedyKind::Payment { sums_in(text, clause, quantities) } else { Vec::new() };
        let places: Vec<Span> = sums.iter().map(|(span, _)| *span).collect();
        let all = if sums.is_empty() { vec![None] } else { sums.into_iter().map(Some).collect() };
        for sum in all {
            let place = sum.map(|(span, _)| span);
            // Of several sums each has a sort of its own: "£200 for her distress and £400 for the tuition he missed".
            let own = place.map(|place| {
                let next =
                    places.iter().find(|next| next.start() >= place.end()).map_or(clause.end(), |next| next.start());
                Span::new(place.start(), next)
            });
            let parts: Vec<Span> = own.into_iter().chain([clause]).collect();
            let subkind = subkind(self.book, self.reading, sentence, action.kind, &parts);
            for to in self.receivers(sentence, action.kind, clause, &places, place) {
                self.remedies.push(Remedy {
                    kind: action.kind,
                    subkind: subkind.clone(),
                    status: action.status,
                    at: sentence.at,
                    span: sentence.span,
                    cue: action.span.shifted(sentence.span.start()),
                    rule: Arc::clone(&action.rule),
                    amount: sum.map(|(_, amount)| amount),
                    amount_span: place.map(|span| span.shifted(sentence.span.start())),
                    to,
                    deadline,
                });
            }
        }
    }

    /// Who is to have a sum, or whom an action without one is for: one, or two who are to have it each.
    fn receivers(
        &mut self,
        sentence: &Sentence,
        kind: RemedyKind,
        clause: Span,
        sums: &[Span],
        sum: Option<Span>,
    ) -> Vec<Option<Span>> {
        // What is for others in future is for nobody by name.
        if kind == RemedyKind::ServiceImprovement {
            return vec![None];
        }
        let text = self.document.slice(sentence.span);
        let own = payee(text, clause, sums, sum);
        if let Some(two) = own.zip(sum).and_then(|(people, sum)| each(text, people, sum)) {
            return two.map(|person| Some(person.shifted(sentence.span.start()))).to_vec();
        }
        // Who is apologised to is paid as well.
        let same_sentence = self.remedies.last().filter(|before| before.span == sentence.span);
        let before = same_sentence.and_then(|before| before.to).filter(|_| kind == RemedyKind::Payment);
        vec![own.map(|found| self.meant(found.shifted(sentence.span.start()))).or(before)]
    }

    /// The person that words name; for a pronoun the name that it stands for.
    fn meant(&mut self, found: Span) -> Span {
        let words = self.document.slice(found);
        if words.len() > LONGEST_PRONOUN {
            return found;
        }
        for sentence in self.unread.drain(..) {
            self.named.note(self.document.slice(sentence), sentence.start());
        }
        self.named.meant_by(words).unwrap_or(found)
    }

    /// Gives the deadline of a sentence to the remedies from `first` on that have none: "The Council will complete these
    /// actions within six weeks".
    fn close(&mut self, sentence: &Sentence, quantities: &Quantities, first: usize) {
        let Some(found) = quantities.deadlines.first() else { return };
        let closing = Deadline::of(sentence, found, self.last.map(|(_, last)| last));
        for remedy in self.remedies.iter_mut().skip(first).inspect(|_| work::count(1)) {
            remedy.deadline.get_or_insert(closing);
        }
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
