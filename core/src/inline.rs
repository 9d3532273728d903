//! What stands inside a sentence, as `inline.pest` tells it: references, citations, sums of money, dates, deadlines.

use jiff::civil::Date;
use pest::Parser;
use pest::iterators::Pair;
use serde::{Deserialize, Serialize};
use upheld_grammar::inline::{InlineParser, Rule};

use crate::calendar::{Period, Unit};
use crate::money::Money;
use crate::span::Span;

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
            Rule::reference if !is_elsewhere(text, span_of(&pair).start) => {
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
        || ["ithin", "next", "coming", "later", "mmediately", "delay"].iter().any(|word| text.contains(word))
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
            Rule::date => term = date(part).map(Term::On),
            Rule::period | Rule::next_one => term = period(part).map(Term::Period),
            Rule::decision => anchor = Anchor::Decision,
            Rule::report => anchor = Anchor::Report,
            Rule::event => anchor = Anchor::Other,
            _ => {}
        }
    }
    term.map(|term| DeadlineText { span, term, anchor })
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
mod tests {
    use super::*;

    fn refers(text: &str) -> Vec<(&str, Vec<u32>)> {
        let (references, _) = references(text);
        references.into_iter().map(|reference| (reference.span.slice(text), reference.numbers)).collect()
    }

    #[test]
    fn references_to_this_statement() {
        for (text, words, numbers) in [
            ("I have set this out (see paragraph 44).", "paragraph 44", vec![44]),
            ("I looked into the matters in paragraph one.", "paragraph one", vec![1]),
            ("Paragraph eighteen says why.", "Paragraph eighteen", vec![18]),
            ("see paragraph twenty-eight", "paragraph twenty-eight", vec![28]),
            ("see paragraph Ninety Nine", "paragraph Ninety Nine", vec![99]),
            ("the rules in paragraphs 19 and 20.", "paragraphs 19 and 20", vec![19, 20]),
            ("the rules in paragraphs 4, 5 and 7 apply", "paragraphs 4, 5 and 7", vec![4, 5, 7]),
            ("the rules in paragraphs 4, 5, and 7 apply", "paragraphs 4, 5, and 7", vec![4, 5, 7]),
            ("the rules in paragraphs 19 to 22 apply", "paragraphs 19 to 22", vec![19, 20, 21, 22]),
            ("the rules in paragraphs 19–22 apply", "paragraphs 19–22", vec![19, 20, 21, 22]),
            ("paragraphs 4 to 6 and 9 to 10", "paragraphs 4 to 6 and 9 to 10", vec![4, 5, 6, 9, 10]),
            ("paragraphs one to three", "paragraphs one to three", vec![1, 2, 3]),
            ("paragraphs 22 to 19", "paragraphs 22 to 19", vec![22, 19]),
            ("In paragraphs 4 to 6, 12 officers are named.", "paragraphs 4 to 6", vec![4, 5, 6]),
            ("In paragraphs 4 and 5 and two letters", "paragraphs 4 and 5", vec![4, 5]),
            ("In paragraph 12 and two weeks later", "paragraph 12", vec![12]),
            ("In paragraph 12 and 13 officers", "paragraph 12", vec![12]),
            ("as in paragraph 12 and 13.", "paragraph 12 and 13", vec![12, 13]),
            ("paragraph 24 of this statement", "paragraph 24", vec![24]),
            ("paragraph 24 of this decision.", "paragraph 24", vec![24]),
            ("paragraphs 24 and 25 of this report", "paragraphs 24 and 25", vec![24, 25]),
            ("paragraph 24 above", "paragraph 24", vec![24]),
            ("paragraph\u{a0}24 below", "paragraph\u{a0}24", vec![24]),
            ("in paragraph\n24 we said", "paragraph\n24", vec![24]),
            ("The limits paragraph 9 sets", "paragraph 9", vec![9]),
            ("There is more of the Council’s letter (paragraph 9).", "paragraph 9", vec![9]),
        ] {
            assert_eq!(refers(text), [(words, numbers)], "{text}");
        }
        assert_eq!(refers("paragraph 1 or paragraph two").len(), 2);
        assert_eq!(refers("paragraphs 1 to 999").first().unwrap().1.len(), MOST_NUMBERS);
    }

    #[test]
    fn references_to_other_texts() {
        for text in [
            "its statement, paragraph 4.2, says so",
            "what it says in its paragraph 81",
            "paragraph 5 of Schedule 1",
            "Schedule 5, paragraph 3 says",
            "Schedule 5/5A, paragraph 1/3",
            "under Annex A, paragraph 3",
            "paragraph 81 of the guidance",
            "paragraphs 81 and 82 of the Code",
            "paragraph 81 and 82 of the Code",
            "paragraph 2 of her letter",
            "paragraphs one and two of the minutes",
            "as paragraph 8 in the Council’s policy says",
            "paragraphs 3(2)",
            "paragraphs 3 and 4(2) of the Regulations",
            "paragraph 5(b)",
            "paragraph 12, Schedule 3",
            "the Code, paragraph 12",
            "the Care Act 2014, paragraph 12",
            "the policy says at paragraph 12 that",
            "the Code’s paragraph 12",
            "subparagraph 3",
            "sub-paragraph 3",
            "paragraph 2019",
            "paragraph 0",
            "paragraph one hundred",
            "paragraph tenancy",
            "the last paragraph",
            "paragraphs",
        ] {
            assert_eq!(refers(text), [], "{text}");
        }
    }

    #[test]
    fn citations_are_brackets_that_name_a_law() {
        for (text, cited) in [
            ("so. (Children Act 1989, section 47)", true),
            ("(Local Government Act 1974, section 24A(6), as amended)", true),
            ("(Local Government Act 1974, sections 26(1) and 26A(1), as amended)", true),
            ("(Local Government Act 1974, Schedule 5, paragraph 5, as amended)", true),
            ("(The Care Act 2014 9(1))", true),
            ("(section 24A(6) of the Local Government Act 1974)", true),
            ("(see Housing Grants, Construction and Regeneration Act 1996)", true),
            ("(Care Leavers (England) Regulations 2010)", true),
            ("(Town and Country Planning (Trees)(England) Regulations 2012, regulation 4)", true),
            ("(Homelessness Code of Guidance, paragraph 12)", true),
            ("(the Act)", false),
            ("(the Code)", false),
            ("(see what I say of the Care Act 2014 in paragraph 4)", false),
            ("(the Care Act 2014", false),
            ("(a friend)", false),
        ] {
            let (_, citations) = references(text);
            assert_eq!(citations.len(), usize::from(cited), "{text}");
            if cited {
                assert_eq!(citations.first().unwrap().end, text.len(), "{text}");
                assert_eq!(refers(text), [], "{text}");
            }
        }
        assert_eq!(refers("(the Care Act 2014, see paragraph 4 (a)").len(), 1);
    }

    #[test]
    fn sums() {
        for (text, sums) in [
            ("pay £150.", "150.00"),
            ("pay (£1,300) or £6179", "1300.00 6179.00"),
            ("£2.50, £1,147.35 and £ 400", "2.50 1147.35 400.00"),
            ("of £1.2 million; £20k; £3m; £1bn", "1200000.00 20000.00 3000000.00 1000000000.00"),
            ("£200–£300 a month", "200.00 300.00"),
            ("costs:£95 and 1,300 people, 50p, £ and £1,30 or £1.005 or £1.2.3", "95.00"),
            ("£5 months", "5.00"),
            ("£48pw", "48.00"),
        ] {
            let found: Vec<_> = quantities(text).sums.iter().map(|(_, sum)| sum.to_string()).collect();
            assert_eq!(found.join(" "), sums, "{text}");
        }
        let (span, _) = *quantities("pay £1.2 million now").sums.first().unwrap();
        assert_eq!(span, Span::new(4, 17));
    }

    #[test]
    fn dates() {
        for (text, dates) in [
            ("On 31 March 2022 and 31 Mar 2022", "2022-03-31 2022-03-31"),
            ("(1st May 2020), 09-Aug-2026", "2020-05-01 2026-08-09"),
            ("the 2nd of June, 2021; 3 Sept. 2019", "2021-06-02 2019-09-03"),
            ("by 21 to 23 May 2020", "2020-05-23"),
            ("31 April 2022, 5 May, May 2020, 131 May 2020, 5 Mayor 2020, 5 May 20201", ""),
            ("by Monday 4 April 2022", "2022-04-04"),
        ] {
            let found: Vec<_> = quantities(text).dates.iter().map(|(_, date)| date.to_string()).collect();
            assert_eq!(found.join(" "), dates, "{text}");
        }
    }

    /// The deadlines in `text` as "words | term | anchor".
    fn deadlines(text: &str) -> Vec<String> {
        let term = |term| match term {
            Term::Period(period) => period.to_string(),
            Term::On(date) => date.to_string(),
            Term::AtOnce => "at once".to_owned(),
        };
        let found = quantities(text).deadlines.into_iter();
        found.map(|found| format!("{} | {} | {:?}", found.span.slice(text), term(found.term), found.anchor)).collect()
    }

    #[test]
    fn deadlines_that_run_from_the_decision() {
        for (words, term) in [
            ("within one month of the final decision", "1 month"),
            ("Within a month of this decision", "1 month"),
            ("within six weeks this decision", "6 weeks"),
            ("within 20 working days of this decision", "20 working days"),
            ("within 20 (twenty) working days of this decision", "20 working days"),
            ("within three months of a decision on this complaint", "3 months"),
            ("within four weeks of my final decision", "4 weeks"),
            ("within four weeks of the date of my final decision", "4 weeks"),
            ("within four weeks of the date of this statement", "4 weeks"),
            ("within four weeks of the decision date", "4 weeks"),
            ("within four weeks of the date of decision", "4 weeks"),
            ("within four weeks of the Ombudsman’s final decision", "4 weeks"),
            ("within four weeks of receiving our decision statement", "4 weeks"),
            ("within one calendar month from the date of the final decision", "1 month"),
            ("within twenty-eight days, of the final decision", "28 days"),
            ("in the next three months following our decision", "3 months"),
            ("no later than two months after this decision", "2 months"),
            ("within a fortnight of this decision", "2 weeks"),
            ("within one\nmonth of the\nfinal decision", "1 month"),
        ] {
            let expected = format!("{words} | {term} | Decision");
            assert_eq!(deadlines(&format!("It has agreed, {words}, to apologise.")), [&*expected], "{words}");
            assert_eq!(deadlines(&format!("{words} the Council will apologise.")), [&*expected], "{words}");
        }
        let to = "The Council agreed within a month of this decision to pay £50 and within two to pay more.";
        assert_eq!(deadlines(to), ["within a month of this decision | 1 month | Decision"]);
    }

    #[test]
    fn deadlines_that_run_from_elsewhere() {
        for (text, expected) in [
            (
                "within two months of the date of this report it will",
                "within two months of the date of this report | 2 months | Report",
            ),
            (
                "within six weeks of the public interest report.",
                "within six weeks of the public interest report | 6 weeks | Report",
            ),
            ("in the next three months", "in the next three months | 3 months | Unstated"),
            ("Over the next month it will", "Over the next month | 1 month | Unstated"),
            ("by 31 March 2022", "by 31 March 2022 | 2022-03-31 | Unstated"),
            ("by Thursday, 31 March 2022", "by Thursday, 31 March 2022 | 2022-03-31 | Unstated"),
            ("not later than six weeks", "not later than six weeks | 6 weeks | Unstated"),
            ("by no later than 30 June 2021.", "no later than 30 June 2021 | 2021-06-30 | Unstated"),
            ("pay £150 within twelve weeks", "within twelve weeks | 12 weeks | Unstated"),
            ("(within 28 days)", "within 28 days | 28 days | Unstated"),
            ("within 28 days’ time", "within 28 days | 28 days | Unstated"),
            ("within three months what it has done", "within three months | 3 months | Unstated"),
            ("immediately apologise", "immediately | at once | Unstated"),
            ("do so without further delay.", "without further delay | at once | Unstated"),
            (
                "within two weeks of the panel’s meeting the Council will",
                "within two weeks of the panel’s meeting | 2 weeks | Other",
            ),
            ("within eight weeks of that.", "within eight weeks of that | 8 weeks | Other"),
            ("within 5 days of the date of the review to", "within 5 days of the date of the review | 5 days | Other"),
            (
                "within a month of the Council’s final decision,",
                "within a month of the Council’s final decision | 1 month | Other",
            ),
            ("within 28 days of a decision.", "within 28 days of a decision | 28 days | Other"),
            (
                "within 28 days of the final decision letter",
                "within 28 days of the final decision letter | 28 days | Other",
            ),
            ("within 28 days of the decision to refuse", "within 28 days of the decision | 28 days | Other"),
        ] {
            assert_eq!(deadlines(text), [expected], "{text}");
        }
    }

    #[test]
    fn what_is_no_deadline() {
        for text in [
            "no more than 20 working days",
            "within the past 12 months",
            "within its policy",
            "within three to six months",
            "within three.",
            "within 20 school days",
            "within two and a half weeks",
            "in the next section",
            "in the next weeks",
            "in the next few months",
            "by 31 April 2022",
            "by 31 March",
            "by officers",
            "not later than the rest",
            "immediately after the meeting",
            "not later than it should",
            "the delay",
            "within a monthly limit",
        ] {
            assert_eq!(deadlines(text), Vec::<String>::new(), "{text}");
        }
    }

    /// Where time grows with the square of the length, one of these takes longer than all of them may together.
    #[test]
    fn hostile_texts_are_read_in_linear_time() {
        let started = std::time::Instant::now();
        for unit in [
            "(",
            "((Act ",
            "(A ",
            "(A (A) ",
            "(A(",
            "(Care Act 2014 ",
            "(Care Act 2014 (x) ",
            "(s 1",
            "(see ",
            "(s 1(x)(x) ",
            "- ",
            "-\n",
            " ",
            "£",
            "£1,",
            "£1,111",
            "1 ",
            "within ",
            "within a ",
            "within 1 day of ",
            "in the next ",
            "é",
            "by 1 May ",
            "paragraph ",
            "paragraphs 1, ",
            "paragraphs 1 to ",
            "paragraph 1 in the ",
            ", 1",
            "and 1 ",
        ] {
            for opening in ["", "paragraphs 1", "(Care Act 2014 ", "£1"] {
                let text = opening.to_owned() + &unit.repeat(20_000 / unit.len()) + "(paragraph Act ";
                let _ = references(&text);
                let _ = quantities(&text);
            }
        }
        assert!(started.elapsed().as_secs() < 60, "{:?}", started.elapsed());
    }
}
