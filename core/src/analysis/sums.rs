//! The sums that an action is about: without totals beside their parts, and without the rates that sums are worked out by.

use crate::Span;
use crate::inline::Quantities;
use crate::money::Money;

/// An action is read for so many sums and no further: each quotes the whole of its sentence.
const MOST: usize = 40;

/// Words before what is taken off, or was paid or offered before.
const OTHERS: [&str; 12] = [
    "less",
    "less the",
    "minus",
    "minus the",
    "instead of",
    "rather than",
    "in addition to the",
    "on top of the",
    "place of the",
    "instead of the",
    "rather than the",
    "includes the",
];
/// Words that tell a total, anywhere in the clause.
const TOTALS: [&str; 11] = [
    "total",
    "in all",
    "altogether",
    "made up of",
    "compris",
    "combined",
    "consist",
    "makes £",
    "that is £",
    "(£",
    ": £",
];
/// Words before a rate.
const BEFORE_RATE: [&str; 5] = ["at", "at the rate of", "at a rate of", "calculated at", "based on"];
/// The times that a rate is paid for.
const TIMES: [&str; 13] = [
    "week",
    "month",
    "term",
    "night",
    "day",
    "year",
    "visit",
    "session",
    "fortnight",
    "hour",
    "lesson",
    "mile",
    "half",
];

/// The sums in a clause.
pub(super) fn sums_in(text: &str, clause: Span, quantities: &Quantities) -> Vec<(Span, Money)> {
    let before = |span: Span| text.get(..span.start()).unwrap_or_default().trim_end();
    let ends = |span: Span, words: &[&str]| words.iter().any(|word| before(span).ends_with(word));
    let sums = quantities.sums.iter().filter(|(span, _)| clause.contains(*span) && !ends(*span, &OTHERS)).copied();
    let sums: Vec<(Span, Money)> = sums.take(MOST).collect();
    if sums.len() < 2 {
        return sums;
    }
    let is_rate = |span: Span| ends(span, &BEFORE_RATE) || is_for_a_time(text.get(span.end()..).unwrap_or_default());
    let (rates, others): (Vec<_>, Vec<_>) = sums.iter().copied().partition(|(span, _)| is_rate(*span));
    if !rates.is_empty() && !others.is_empty() {
        return others;
    }
    let words = clause.slice(text);
    let told = TOTALS.iter().any(|word| words.contains(word));
    let all = sums.iter().fold(0, |all, (_, sum)| all + u128::from(sum.pence()));
    sums.into_iter().filter(|(_, sum)| !(told && u128::from(sum.pence()) * 2 == all)).collect()
}

/// Whether the words behind a sum make a rate of it: "a week", "per visit", "for each of the nine months".
fn is_for_a_time(behind: &str) -> bool {
    const NEAR: usize = 6;
    let mut words = behind.split_whitespace().take(NEAR + 3).map(|word| word.trim_matches([',', '.', ';', ':', ')']));
    let opens = match words.next() {
        Some("a" | "an" | "per" | "each" | "every") => return words.next().is_some_and(is_time),
        Some("for") => matches!(words.next(), Some("each" | "every")),
        // "in respect of each of eight months"
        Some("in") => words.by_ref().take(2).eq(["respect", "of"]) && matches!(words.next(), Some("each" | "every")),
        _ => false,
    };
    opens && words.take(NEAR).take_while(|word| !matches!(*word, "for" | "to" | "and")).any(is_time)
}

fn is_time(word: &str) -> bool {
    TIMES.iter().any(|time| word == *time || word.strip_suffix('s') == Some(time))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::inline::quantities;

    fn sums(text: &str) -> Vec<String> {
        let found = sums_in(text, Span::new(0, text.len()), &quantities(text));
        found.into_iter().map(|(span, _)| span.slice(text).to_owned()).collect()
    }

    #[test]
    fn totals_are_not_counted_twice() {
        assert_eq!(sums("pay £600 in total, made up of £200 for distress and £400 for tuition"), ["£200", "£400"]);
        assert_eq!(sums("pay £300 to Mr A, £200 to his mother and £100 to his brother"), ["£300", "£200", "£100"]);
    }

    #[test]
    fn rates_are_not_sums() {
        assert_eq!(sums("pay £150 for each of the nine months, which makes a total of £1,350"), ["£1,350"]);
        assert_eq!(sums("pay Ms I £25 a week for the 13 weeks, a sum of £325"), ["£325"]);
        assert_eq!(sums("pay £1,800, calculated at £300 for each month"), ["£1,800"]);
        assert_eq!(sums("pay £80 to each of the residents and £20 for each child"), ["£80", "£20"]);
        assert_eq!(sums("pay £25 a week"), ["£25"]);
    }

    #[test]
    fn what_was_paid_before_is_left_out() {
        assert_eq!(sums("pay £500 less the £100 it has paid"), ["£500"]);
    }
}
