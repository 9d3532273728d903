//! What stands inside a sentence, as `inline.pest` tells it: references, citations, sums of money, dates, deadlines.

use jiff::civil::Date;
use pest::Parser;
use pest::iterators::Pair;
use serde::{Deserialize, Serialize};
use upheld_grammar::inline::{InlineParser, Rule};

use crate::calendar::{Period, Unit};
use crate::money::Money;
use crate::span::Span;
use crate::work;

/// Words that send the reader to other paragraphs of the same statement: "paragraphs 19 and 20".
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Reference {
    /// The words.
    pub(crate) span: Span,
    /// The paragraphs meant, in the order named, a range written out.
    pub(crate) numbers: Vec<u32>,
}

/// When a deadline falls.
///
/// ```
/// use upheld::{Period, Term, Unit};
///
/// let term = Term::Period(Period { count: 1, unit: Unit::Month });
/// assert_eq!(serde_json::to_string(&term).unwrap(), r#"{"period":{"count":1,"unit":"month"}}"#);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Term {
    /// After so long: "within one month".
    Period(Period),
    /// On a day that is named: "by 31 March 2022".
    On(Date),
    /// On a day whose year is not named, the next one: "by 31 March". The last day of a month is its 31st.
    OnDay {
        /// The month, from 1.
        month: i8,
        /// The day of the month.
        day: i8,
    },
    /// When another deadline, named before, falls: "by then".
    Same,
    /// At once: "without delay".
    AtOnce,
}

/// The event from which the time of a deadline runs.
///
/// ```
/// use upheld::Anchor;
///
/// assert_eq!(serde_json::to_string(&Anchor::Decision).unwrap(), r#""decision""#);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Anchor {
    /// The decision in hand: "of the final decision", "of the date of this statement".
    Decision,
    /// The report in hand: "of the date of this report".
    Report,
    /// The sentence names none.
    Unstated,
    /// Something else: "of the panel's meeting".
    Other,
}

/// A deadline as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct DeadlineText {
    pub(crate) span: Span,
    pub(crate) term: Term,
    pub(crate) anchor: Anchor,
}

/// The sums, deadlines and dates in a sentence, each list in the order of the text. The date of a deadline is among
/// the dates too.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Quantities {
    pub(crate) sums: Vec<(Span, Money)>,
    pub(crate) deadlines: Vec<DeadlineText>,
    pub(crate) dates: Vec<(Span, Date)>,
}

/// No statement refers to more paragraphs at once; a range beyond this is a slip, and not worth the memory.
const MOST_NUMBERS: usize = 100;

/// How many bytes before a reference are read for a sign that it is to another text. The longest is the like of
/// "Regulations 2014, ".
const BYTES_BEFORE: usize = 24;

/// The references in a paragraph to others of the same statement, and its citations of the law.
pub(crate) fn references(text: &str) -> (Vec<Reference>, Vec<Span>) {
    let (mut references, mut citations) = (Vec::new(), Vec::new());
    // Most paragraphs have neither. A search for fixed words costs a tenth of the grammar's.
    if !text.contains("aragraph") && !may_cite(text) {
        return (references, citations);
    }
    for pair in inside(Rule::references, text) {
        match pair.as_rule() {
            Rule::citation => citations.push(span_of(&pair)),
            Rule::reference if !is_elsewhere(text, span_of(&pair).start()) => {
                references.push(Reference { span: span_of(&pair), numbers: numbers(pair) });
            }
            _ => {}
        }
    }
    (references, citations)
}

/// Whether a bracket stands before a word that ends the name of a law.
fn may_cite(text: &str) -> bool {
    let Some((_, rest)) = text.split_once('(') else { return false };
    ["Act ", "Act\u{a0}", "Regulations", "Order ", "Rules ", "Measure ", "uidance", "Code", "Practice"]
        .iter()
        .any(|word| rest.contains(word))
}

/// Whether the words before a reference say that it is to a paragraph of another text.
fn is_elsewhere(text: &str, start: usize) -> bool {
    let before = (start.saturating_sub(BYTES_BEFORE)..=start).find_map(|from| text.get(from..start));
    before.is_some_and(|before| InlineParser::parse(Rule::elsewhere_before, before).is_ok())
}

/// The paragraph numbers in a reference.
fn numbers(reference: Pair<'_, Rule>) -> Vec<u32> {
    let mut numbers = Vec::new();
    for range in reference.into_inner() {
        let mut ends = range.into_inner().filter_map(|end| number(&end));
        let room = MOST_NUMBERS - numbers.len();
        match (ends.next(), ends.next()) {
            (Some(first), Some(last)) if first < last => numbers.extend((first..=last).take(room)),
            (first, last) => numbers.extend(first.into_iter().chain(last).take(room)),
        }
    }
    numbers
}

/// The sums, deadlines and dates in a sentence.
pub(crate) fn quantities(text: &str) -> Quantities {
    work::count(text.len());
    let mut found = Quantities::default();
    if !may_have_quantities(text) {
        return found;
    }
    for pair in inside(Rule::quantities, text) {
        let span = span_of(&pair);
        match pair.as_rule() {
            Rule::sum => found.sums.extend(sum(pair).map(|sum| (span, sum))),
            Rule::date => found.dates.extend(date(pair).map(|date| (span, date))),
            Rule::deadline => {
                found.dates.extend(dated(pair.clone()));
                found.deadlines.extend(deadline(pair));
            }
            _ => {}
        }
    }
    found
}

/// Whether the text has a digit, which every sum and date has, or the word of a deadline that may have none.
fn may_have_quantities(text: &str) -> bool {
    text.bytes().any(|byte| byte.is_ascii_digit())
        || ["ithin", "next", "coming", "later", "mmediately", "delay", "y then", "same", "end of", "from the date"]
            .iter()
            .any(|word| text.contains(word))
}

/// The members of a sum multiplied out; `None` where it is no whole number of pence.
fn sum(pair: Pair<'_, Rule>) -> Option<Money> {
    let mut parts = pair.into_inner();
    let pounds = parts.next()?;
    let scale = match parts.next().and_then(|scale| scale.into_inner().next()).map(|word| word.as_rule()) {
        Some(Rule::thousand) => 1_000,
        Some(Rule::million) => 1_000_000,
        Some(Rule::billion) => 1_000_000_000,
        _ => 1,
    };
    Money::scaled(pounds.as_str(), scale).ok()
}

/// The date that some words are, and nothing else.
pub(crate) fn date_alone(words: &str) -> Option<Date> {
    let pair = InlineParser::parse(Rule::date, words).ok()?.next()?;
    if pair.as_str().len() == words.len() { date(pair) } else { None }
}

/// The date; `None` where the calendar has no such day, as 31 April.
fn date(pair: Pair<'_, Rule>) -> Option<Date> {
    let (mut year, mut month, mut day) = (None, None, None);
    for part in pair.into_inner() {
        match part.as_rule() {
            Rule::year => year = part.as_str().parse().ok(),
            Rule::month => month = month_number(part.as_str()),
            Rule::day => day = part.as_str().parse().ok(),
            _ => {}
        }
    }
    Date::new(year?, month?, day?).ok()
}

/// The month by its first three letters.
fn month_number(name: &str) -> Option<i8> {
    const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let letters = name.get(..3)?.to_ascii_lowercase();
    (1..).zip(MONTHS).find_map(|(number, month)| (month == letters).then_some(number))
}

/// The date within a deadline.
fn dated(deadline: Pair<'_, Rule>) -> Option<(Span, Date)> {
    let pair = deadline.into_inner().find(|part| part.as_rule() == Rule::date)?;
    Some((span_of(&pair), date(pair)?))
}

/// The deadline; `None` where its date is none.
fn deadline(pair: Pair<'_, Rule>) -> Option<DeadlineText> {
    let span = span_of(&pair);
    let (mut term, mut anchor) = (None, Anchor::Unstated);
    for part in pair.into_inner() {
        match part.as_rule() {
            Rule::at_once => term = Some(Term::AtOnce),
            Rule::same => term = Some(Term::Same),
            Rule::date => term = date(part).map(Term::On),
            Rule::day_of_year | Rule::end_of_month | Rule::end_of_year => term = last_day(part),
            Rule::period | Rule::next_one => term = period(part).map(Term::Period),
            Rule::decision => anchor = Anchor::Decision,
            Rule::report => anchor = Anchor::Report,
            Rule::event => anchor = Anchor::Other,
            _ => {}
        }
    }
    term.map(|term| DeadlineText { span, term, anchor })
}

/// A day of a year that is not named, or the last day of a month or year.
fn last_day(pair: Pair<'_, Rule>) -> Option<Term> {
    let (mut year, mut month, mut day) = (None, 12, 31);
    for part in pair.into_inner() {
        match part.as_rule() {
            Rule::year => year = part.as_str().parse::<i16>().ok(),
            Rule::month => month = month_number(part.as_str())?,
            Rule::day => day = part.as_str().parse().ok()?,
            _ => {}
        }
    }
    match year {
        Some(year) => Some(Term::On(Date::new(year, month, 1).ok()?.last_of_month())),
        None if (1..=31).contains(&day) => Some(Term::OnDay { month, day }),
        None => None,
    }
}

/// The period; one of its unit where no number is given.
fn period(pair: Pair<'_, Rule>) -> Option<Period> {
    let (mut count, mut unit) = (1, None);
    for part in pair.into_inner() {
        match part.as_rule() {
            Rule::count => count = part.into_inner().next().and_then(|part| number(&part))?,
            Rule::unit => unit = part.into_inner().next().map(|part| part.as_rule()),
            _ => {}
        }
    }
    let (times, unit) = match unit? {
        Rule::days => (1, Unit::Day),
        Rule::working_days => (1, Unit::WorkingDay),
        Rule::weeks => (1, Unit::Week),
        Rule::fortnights => (2, Unit::Week),
        Rule::months => (1, Unit::Month),
        Rule::years => (1, Unit::Year),
        _ => return None,
    };
    Some(Period { count: count * times, unit })
}

/// A number in figures or in words.
fn number(pair: &Pair<'_, Rule>) -> Option<u32> {
    match pair.as_rule() {
        Rule::a => Some(1),
        Rule::figure | Rule::digits => pair.as_str().parse().ok(),
        Rule::in_words => pair.clone().into_inner().map(|word| word_value(word.as_str())).sum(),
        _ => None,
    }
}

/// What one word of a number adds to it: "twenty" and "eight" in "twenty-eight".
fn word_value(word: &str) -> Option<u32> {
    const WORDS: [&str; 27] = [
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
        "twenty",
        "thirty",
        "forty",
        "fifty",
        "sixty",
        "seventy",
        "eighty",
        "ninety",
    ];
    let values = (1..20).chain((20..100).step_by(10));
    values.zip(WORDS).find_map(|(value, name)| name.eq_ignore_ascii_case(word).then_some(value))
}

/// What the entry rule `rule` finds in the text. Entry rules match every text; were one not to, nothing would be found.
fn inside(rule: Rule, text: &str) -> impl Iterator<Item = Pair<'_, Rule>> {
    InlineParser::parse(rule, text).into_iter().flatten().flat_map(Pair::into_inner)
}

fn span_of(pair: &Pair<'_, Rule>) -> Span {
    Span::new(pair.as_span().start(), pair.as_span().end())
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests;
