//! What the header of a decision says.

use serde::{Deserialize, Serialize};

use crate::{Date, Span};

/// The header: body, reference, category, outcome, date. A field that the page does not have is `None`.
///
/// ```
/// let document = upheld::Document::parse("Ashvale Council (21 000 001)\n\nDecision date : 10 Feb 2022\n");
/// assert_eq!(document.header.body.map(|body| document.slice(body)), Some("Ashvale Council"));
/// assert_eq!(document.header.date.unwrap().to_string(), "2022-02-10");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Header {
    /// The body complained about.
    pub body: Option<Span>,
    /// The reference, `21 003 813`.
    pub reference: Option<Span>,
    /// The category.
    pub category: Option<Span>,
    /// The subcategory.
    pub subcategory: Option<Span>,
    /// The outcome, as a code.
    pub outcome: Option<Published>,
    /// The words of the outcome.
    pub outcome_text: Option<Span>,
    /// The date of the decision.
    pub date: Option<Date>,
    /// The words of the date.
    pub date_text: Option<Span>,
}

/// The outcome that a decision is published under.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Published {
    /// `Upheld`
    Upheld,
    /// `Not upheld`
    NotUpheld,
    /// `Closed after initial enquiries`
    ClosedAfterInitialEnquiries,
}

impl Published {
    /// Reads the words of a header. Older pages add a reason behind a colon or dash ("Upheld: maladministration and
    /// injustice"), which is left aside.
    ///
    /// ```
    /// use upheld::Published;
    ///
    /// assert_eq!(Published::from_words("Not upheld"), Some(Published::NotUpheld));
    /// assert_eq!(Published::from_words("Upheld: maladministration, no injustice"), Some(Published::Upheld));
    /// assert_eq!(Published::from_words("Premature"), None);
    /// ```
    #[must_use]
    pub fn from_words(words: &str) -> Option<Self> {
        let words = words.split([':', ';', '-', '–', '(']).next().unwrap_or_default().to_lowercase();
        let words: Vec<&str> = words.split_whitespace().collect();
        match words.as_slice() {
            ["upheld"] => Some(Self::Upheld),
            ["not", "upheld"] => Some(Self::NotUpheld),
            ["closed", "after", "initial", "enquiries"] => Some(Self::ClosedAfterInitialEnquiries),
            _ => None,
        }
    }

    /// The code of JSON and rule books.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Upheld => "upheld",
            Self::NotUpheld => "not_upheld",
            Self::ClosedAfterInitialEnquiries => "closed_after_initial_enquiries",
        }
    }

    /// The outcome with a code.
    pub(crate) fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|published| published.code() == code)
    }

    /// All outcomes.
    pub(crate) const ALL: [Self; 3] = [Self::Upheld, Self::NotUpheld, Self::ClosedAfterInitialEnquiries];
}

/// Reads `31 Mar 2022`, `31-Mar-2022`, `Thursday 31 March 2022`, `31/03/2022` or `2022-03-31`.
pub(super) fn date(words: &str) -> Option<Date> {
    // The first Ombudsman for local government took office in 1974.
    let weekday = || words.find(|c: char| c.is_ascii_digit()).and_then(|at| words.get(at..));
    let found = crate::inline::date_alone(words)
        .or_else(|| crate::inline::date_alone(weekday()?))
        .or_else(|| words.parse().ok())
        .or_else(|| in_figures(words));
    found.filter(|date: &Date| date.year() >= 1974)
}

/// `31/03/2022`, as England writes it.
fn in_figures(words: &str) -> Option<Date> {
    let mut parts = words.split(['/', '.']).map(|part| part.trim().parse::<i16>().ok());
    let (day, month, year) = (parts.next()??, parts.next()??, parts.next()??);
    Date::new(year, month.try_into().ok()?, day.try_into().ok()?).ok().filter(|_| parts.next().is_none())
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn dates_in_the_ways_pages_write_them() {
        let expected = Date::new(2022, 3, 31).ok();
        for words in [
            "31 Mar 2022",
            "31 March 2022",
            "31-Mar-2022",
            "31\u{a0}Mar  2022",
            "Thursday 31 March 2022",
            "2022-03-31",
            "31/03/2022",
        ] {
            assert_eq!(date(words), expected, "{words}");
        }
        for words in ["31 Feb 2022", "Mar 2022", "31 M 2022", "31 Mar 2022 or so", "31 Mar 22", ""] {
            assert_eq!(date(words), None, "{words}");
        }
    }
}
