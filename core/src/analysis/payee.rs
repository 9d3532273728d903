//! Whom an action is for: the person that it names, or that a pronoun in it stands for.

use crate::{Span, work};

/// The people whom pronouns may stand for: those that were named last.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Named {
    man: Option<Span>,
    woman: Option<Span>,
    several: Option<Span>,
}

impl Named {
    /// Takes note of the names in `text`, which begins at `offset` of the document.
    pub(super) fn note(&mut self, text: &str, offset: usize) {
        let words = Words::of(text, 0..text.len());
        for at in 0..words.len() {
            let (Some(word), Some(end)) = (words.text(at), words.titled(at)) else { continue };
            let span = |end| Some(words.span(at, end).shifted(offset));
            if (at..end).any(|inner| words.text(inner) == Some("and")) {
                self.several = span(end);
            }
            if words.text(at + 1) == Some("and") {
                continue;
            }
            if word == "Mr" || word == "Sir" {
                self.man = span(at + 2);
            } else if WOMAN.contains(&word) {
                self.woman = span(at + 2);
            }
        }
    }

    /// The name that a pronoun stands for.
    pub(super) fn meant_by(&self, pronoun: &str) -> Option<Span> {
        match pronoun.to_lowercase().as_str() {
            "him" => self.man,
            "her" => self.woman,
            "them" => self.several,
            _ => None,
        }
    }
}

/// The person whom an action is for: `clause` is the part of the sentence `text` that tells the action, `sums` the sums in
/// it, of which `sum` is the one that the person is to have.
pub(super) fn payee(text: &str, clause: Span, sums: &[Span], sum: Option<Span>) -> Option<Span> {
    let found = match sum {
        Some(sum) => {
            let start =
                sums.iter().rfind(|other| other.end() <= sum.start()).map_or(clause.start(), |other| other.end());
            let end = sums.iter().find(|other| other.start() >= sum.end()).map_or(clause.end(), |other| other.start());
            before_sum(text, start..sum.start()).or_else(|| behind_sum(text, sum.end()..end))
        }
        None => None,
    };
    let found = found.or_else(|| receiver(text, clause.start()..clause.end().min(text.len())));
    found.or_else(|| subject(text, 0..clause.start()))
}

/// The people that words name, where each of them is to have the sum: "pay [Ms R] and [Mr T] £150 each".
pub(super) fn each(text: &str, people: Span, sum: Span) -> Option<[Span; 2]> {
    let before = text.get(..sum.start())?.trim_end().ends_with("each");
    let behind = text.get(sum.end()..)?.trim_start().starts_with("each");
    let (first, second) = people.slice(text).split_once(" and ").filter(|_| before || behind)?;
    let named = |words: &str| TITLES.iter().any(|title| words.starts_with(title));
    let second = Span::new(people.end() - second.len(), people.end());
    let first = Span::new(people.start(), people.start() + first.len());
    // "Mr and Mrs X" are two of one name.
    let both = named(first.slice(text)) && named(second.slice(text));
    both.then(|| if first.slice(text).contains(' ') { [first, second] } else { [people, people] })
}

/// "pay [Mr X] a further £200": the words that end where the sum begins.
fn before_sum(text: &str, place: std::ops::Range<usize>) -> Option<Span> {
    const FILLING: [&str; 19] = [
        "a",
        "an",
        "the",
        "of",
        "total",
        "sum",
        "payment",
        "symbolic",
        "further",
        "additional",
        "amount",
        "extra",
        "financial",
        "remedy",
        "another",
        "with",
        "compensation",
        "balance",
        "one-off",
    ];
    let words = Words::of(text, place);
    let mut end = words.len();
    while end > 0 && words.text(end - 1).is_some_and(|word| FILLING.contains(&word)) {
        end -= 1;
    }
    (0..end).find(|start| words.person(*start) == Some(end)).map(|start| words.span(start, end))
}

/// "£200 in total to [Mr X]": the words behind the first "to", if it is near.
fn behind_sum(text: &str, place: std::ops::Range<usize>) -> Option<Span> {
    const NEAR: usize = 4;
    let words = Words::of(text, place);
    let to = (0..words.len().min(NEAR)).find(|at| matches!(words.text(*at), Some("to" | "for")))?;
    let start = if words.text(to + 1) == Some("both") && words.titled(to + 2).is_some() { to + 2 } else { to + 1 };
    words.person(start).map(|end| words.span(start, end))
}

/// "apologise to [Mr X]", "send [Mr X] a letter": the words behind "to" or else behind the verb.
fn receiver(text: &str, place: std::ops::Range<usize>) -> Option<Span> {
    let words = Words::of(text, place);
    let behind = |at: usize| words.person(at).map(|end| words.span(at, end));
    let to = || (0..words.len()).filter(|at| words.text(*at) == Some("to")).find_map(|at| behind(at + 1));
    behind(1).or_else(to)
}

/// "[Mr X] will be paid £200": the words before the verb that the action begins with.
fn subject(text: &str, place: std::ops::Range<usize>) -> Option<Span> {
    let words = Words::of(text, place);
    let verb =
        (0..words.len()).rfind(|at| matches!(words.text(*at), Some("will" | "should" | "must" | "is" | "are")))?;
    (0..verb).find(|start| words.person(*start) == Some(verb)).map(|start| words.span(start, verb))
}

const TITLES: [&str; 9] = ["Mr", "Mrs", "Ms", "Miss", "Mx", "Dr", "Sir", "Lady", "Lord"];
const WOMAN: [&str; 4] = ["Mrs", "Ms", "Miss", "Lady"];
/// Words that a description of people begins with: "the second family", "his daughter", "each of the tenants".
const DESCRIBING: [&str; 10] = ["the", "his", "her", "their", "each", "both", "all", "every", "other", "any"];
/// What people are called, and the numbers and places in a row that stand for them.
const PEOPLE: [&str; 58] = [
    "family",
    "families",
    "tenant",
    "tenants",
    "resident",
    "residents",
    "neighbour",
    "neighbours",
    "complainant",
    "complainants",
    "parent",
    "parents",
    "mother",
    "father",
    "son",
    "sons",
    "daughter",
    "daughters",
    "sister",
    "brother",
    "wife",
    "husband",
    "partner",
    "child",
    "children",
    "carer",
    "carers",
    "couple",
    "applicant",
    "applicants",
    "student",
    "students",
    "pupil",
    "man",
    "woman",
    "aunt",
    "uncle",
    "grandparents",
    "grandmother",
    "grandfather",
    "estate",
    "people",
    "person",
    "household",
    "others",
    "two",
    "three",
    "four",
    "first",
    "second",
    "third",
    "fourth",
    "twins",
    "friend",
    "representative",
    "widow",
    "owner",
    "them",
];

/// The words of a part of a sentence, without the marks around them.
struct Words<'t> {
    text: &'t str,
    words: Vec<(Span, bool)>,
}

impl<'t> Words<'t> {
    fn of(text: &'t str, place: std::ops::Range<usize>) -> Self {
        work::count(place.len());
        let part = text.get(place.clone()).unwrap_or_default();
        let mut words = Vec::new();
        let mut at = 0;
        for piece in part.split_whitespace() {
            let start = at + part.get(at..).and_then(|rest| rest.find(piece)).unwrap_or(0);
            at = start + piece.len();
            let bare = piece.trim_start_matches(['(', '‘', '“', '"', '\'']);
            let start = start + (piece.len() - bare.len());
            let bare = bare.trim_end_matches(['.', ',', ';', ':', ')', '’', '”', '"', '\'']);
            // Whether a mark ends what the word belongs to.
            let ends = at > start + bare.len();
            if !bare.is_empty() {
                words.push((Span::new(start, start + bare.len()).shifted(place.start), ends));
            }
        }
        Self { text, words }
    }

    fn len(&self) -> usize {
        self.words.len()
    }

    fn text(&self, at: usize) -> Option<&'t str> {
        self.words.get(at).map(|(span, _)| span.slice(self.text))
    }

    fn ends(&self, at: usize) -> bool {
        self.words.get(at).is_none_or(|(_, ends)| *ends)
    }

    /// The words from `start` up to `end`, without the possessive of the last.
    fn span(&self, start: usize, end: usize) -> Span {
        let first = self.words.get(start).map_or(0, |(span, _)| span.start());
        let last = end.checked_sub(1).and_then(|last| self.words.get(last)).map_or(first, |(span, _)| span.end());
        let text = self.text.get(first..last).unwrap_or_default();
        Span::new(first, first + without_possessive(text).len())
    }

    /// The end of a name with a title at `at`: "Mr X", "Mr and Mrs X", "Mr X and Ms Y".
    fn titled(&self, at: usize) -> Option<usize> {
        let title = |at: usize| self.text(at).is_some_and(|word| TITLES.contains(&word.trim_end_matches('.')));
        let capital = |at: usize| self.text(at).is_some_and(|word| word.starts_with(char::is_uppercase));
        let mut end = at;
        loop {
            if !title(end) {
                return None;
            }
            end += 1;
            if self.text(end) == Some("and") && title(end + 1) {
                end += 1;
                continue;
            }
            if !capital(end) {
                return None;
            }
            end += 1;
            let joined = self.text(end) == Some("and") && !self.ends(end - 1) && title(end + 1);
            if !joined {
                return Some(end);
            }
            end += 1;
        }
    }

    /// The end of the words at `at` that name or describe people.
    fn person(&self, at: usize) -> Option<usize> {
        let word = self.text(at)?;
        let mut end = if let Some(end) = self.titled(at) {
            self.possessed(end)
        } else if matches!(word, "him" | "them" | "others") {
            at + 1
        } else if let ("her", None) = (word, self.description(at)) {
            at + 1
        } else if without_possessive(word).len() == 1 && word.starts_with(char::is_uppercase) {
            self.possessed(at + 1)
        } else if DESCRIBING.contains(&word) {
            self.description(at)?
        } else {
            return None;
        };
        // "Mr X and his wife", "Y and Z".
        while self.text(end) == Some("and") && !self.ends(end - 1) {
            match self.text(end + 1) {
                Some(next) if next != "the" && next != "all" => match self.person(end + 1) {
                    Some(further) if !matches!(next, "him" | "her" | "them" | "each") => end = further,
                    _ => break,
                },
                _ => break,
            }
        }
        Some(end)
    }

    /// "Mr X’s daughter": the end of what belongs to the person whose name ends at `end`.
    fn possessed(&self, end: usize) -> usize {
        let owner = end.checked_sub(1).and_then(|last| self.text(last)).unwrap_or_default();
        let belongs = without_possessive(owner) != owner && self.is_people(end);
        if belongs { end + 1 } else { end }
    }

    /// Whether the word at `at` names people.
    fn is_people(&self, at: usize) -> bool {
        self.text(at).is_some_and(|word| PEOPLE.contains(&without_possessive(word).to_lowercase().as_str()))
    }

    /// Whether the word at `at` may stand before one that names people.
    fn described(&self, at: usize) -> bool {
        let stops = |word: &str| {
            word.ends_with("ing")
                || matches!(
                    word,
                    "a" | "an"
                        | "for"
                        | "in"
                        | "to"
                        | "by"
                        | "within"
                        | "as"
                        | "at"
                        | "on"
                        | "what"
                        | "which"
                        | "who"
                        | "that"
                        | "and"
                        | "with"
                        | "from"
                        | "if"
                        | "when"
                        | "the"
                        | "any"
                        | "back"
                        | "is"
                        | "was"
                        | "of"
                        | "or"
                        | "back-dated"
                        | "apologise"
                        | "pay"
                )
        };
        self.text(at).is_some_and(|word| word.starts_with(char::is_alphabetic) && !stops(word))
    }

    /// "the second family", "each of the three tenants", "his daughter": the end of a description at `at`.
    fn description(&self, at: usize) -> Option<usize> {
        const LONGEST: usize = 4;
        let mut end = at + 1;
        if self.text(end) == Some("of")
            && matches!(self.text(end + 1), Some("the" | "them" | "these" | "its" | "those"))
        {
            end += 2;
        }
        let first = end;
        while end < first + LONGEST && self.described(end) && !self.ends(end - 1) {
            end += 1;
        }
        let people = (first..end).rfind(|at| self.is_people(*at)).map(|last| last + 1);
        let alone = matches!(self.text(at), Some("each" | "both")).then_some(first);
        people.or(alone)
    }
}

/// "Mr X’s" without the ending.
fn without_possessive(words: &str) -> &str {
    words.strip_suffix("’s").or_else(|| words.strip_suffix("'s")).unwrap_or(words)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::string_slice)]
mod tests {
    use super::*;

    fn to<'t>(text: &'t str, sum: Option<&str>) -> Option<&'t str> {
        let sums: Vec<Span> = text
            .match_indices('£')
            .map(|(at, _)| Span::new(at, at + text[at..].find([' ', '.', ',']).unwrap()))
            .collect();
        let sum = sum.map(|sum| *sums.iter().find(|span| span.slice(text) == sum).unwrap());
        let mut named = Named::default();
        named.note(text, 0);
        let found = payee(text, Span::new(0, text.len()), &sums, sum)?;
        Some(named.meant_by(found.slice(text)).unwrap_or(found).slice(text))
    }

    #[test]
    fn before_and_behind_a_sum() {
        assert_eq!(to("pay Mr X £200 for his time.", Some("£200")), Some("Mr X"));
        assert_eq!(to("pay Mr and Mrs X a further £200 for it.", Some("£200")), Some("Mr and Mrs X"));
        assert_eq!(to("pay £200 to Ms D’s son to recognise this.", Some("£200")), Some("Ms D’s son"));
        assert_eq!(to("pay £200 to recognise this.", Some("£200")), None);
    }

    #[test]
    fn several_in_one_sentence() {
        let text = "pay the first family £300, the second £100, and £50 to each of the other tenants.";
        assert_eq!(to(text, Some("£300")), Some("the first family"));
        assert_eq!(to(text, Some("£100")), Some("the second"));
        assert_eq!(to(text, Some("£50")), Some("each of the other tenants"));
        assert_eq!(to("pay Mr X £200 and Y £100.", Some("£100")), Some("Y"));
    }

    #[test]
    fn a_sum_for_each_of_two() {
        let text = "pay Ms R and Mr T £150 each.";
        let two = each(text, Span::new(4, 17), Span::new(18, 23)).unwrap();
        assert_eq!(two.map(|span| span.slice(text)), ["Ms R", "Mr T"]);
        assert_eq!(each("pay Ms R and Mr T £150.", Span::new(4, 17), Span::new(18, 23)), None);
    }

    #[test]
    fn without_a_sum() {
        assert_eq!(to("apologise to Mr X and his wife for the delay.", None), Some("Mr X and his wife"));
        assert_eq!(to("send Mrs X a written apology.", None), Some("Mrs X"));
        assert_eq!(to("apologise in writing to the tenant for this.", None), Some("the tenant"));
        assert_eq!(to("review its policy.", None), None);
    }

    #[test]
    fn a_pronoun_stands_for_the_last_name() {
        assert_eq!(to("write to Ms T and Mr X, and pay her £200.", Some("£200")), Some("Ms T"));
        assert_eq!(to("pay her £200.", Some("£200")), Some("her"));
        assert_eq!(to("pay her daughter £200.", Some("£200")), Some("her daughter"));
    }
}
