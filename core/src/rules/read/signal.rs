//! The signals that conditions ask for: those of the program, and those that the book names.

use pest::iterators::Pair;

use super::statement::Keyword;
use super::{Reader, Syntax};
use crate::Money;
use crate::document::Published;
use crate::rules::condition::{Ask, Asked, Signal};
use crate::rules::kind::{Bar, FindingKind, RemedyKind, Status};
use crate::rules::problem::{Piece, RuleProblem, suggestion};

/// The signals of the program, `KIND` and the like standing for a name.
pub(crate) const FORMS: [&str; 19] = [
    "KIND",
    "operative KIND",
    "remedy",
    "remedy KIND",
    "remedy STATUS",
    "payment over SUM",
    "payments over SUM",
    "ground NAME",
    "main ground cannot",
    "main ground will_not",
    "published OUTCOME",
    "derived OUTCOME",
    "issue OUTCOME",
    "case SIGNAL",
    "theme NAME",
    "investigated",
    "assessed",
    "left_out",
    "open_point",
];

impl<'b> Reader<'b> {
    pub(super) fn asked(&mut self, piece: Piece<'b>, pair: &Pair<'b, Syntax>) -> Result<Asked, RuleProblem> {
        let words: Vec<&'b str> = pair.as_str().split_whitespace().collect();
        let at = pair.as_span().start();
        Ok(Asked { ask: self.ask(piece, &words, at)?, signal: Signal::new(words.join(" ")) })
    }

    fn ask(&mut self, piece: Piece<'b>, words: &[&'b str], at: usize) -> Result<Ask, RuleProblem> {
        let finding = |name: &str| of(&FindingKind::ALL, name);
        let published = |code: &str| Published::from_code(code);
        let known = match words {
            ["remedy"] => Some(Ask::Remedy),
            ["investigated"] => Some(Ask::Investigated),
            ["assessed"] => Some(Ask::Assessed),
            ["left_out"] => Some(Ask::LeftOut),
            ["open_point"] => Some(Ask::OpenPoint),
            ["operative", kind] => finding(kind).map(Ask::Operative),
            ["published", code] => published(code).map(Ask::Published),
            ["derived", code] => published(code).map(Ask::Derived),
            ["main", "ground", bar] => of(&Bar::ALL, bar).map(Ask::MainGround),
            ["remedy", what] => {
                of(&RemedyKind::ALL, what).map(Ask::RemedyOf).or_else(|| of(&Status::ALL, what).map(Ask::RemedyThat))
            }
            ["payment", "over", sum] => money(sum).map(Ask::PaymentOver),
            ["payments", "over", sum] => money(sum).map(Ask::PaymentsOver),
            ["ground", code] => self.knows(Keyword::Ground, code).then(|| Ask::Ground((*code).to_owned())),
            ["theme", name] => self.knows(Keyword::Theme, name).then(|| Ask::Theme((*name).to_owned())),
            ["issue", code] => self.names.contains(&(Keyword::Outcome, *code)).then(|| Ask::Issue((*code).to_owned())),
            ["case", inner @ ..] if !inner.is_empty() && inner.first() != Some(&"case") => {
                Some(Ask::Case(Box::new(self.ask(piece, inner, at)?)))
            }
            [name] => finding(name).map(Ask::Finding).or_else(|| {
                self.used.insert((Keyword::Signal, *name));
                let known = self.signals.iter().position(|signal| signal == name).map(Ask::Named);
                // The book cannot be used, whatever stands here.
                known.or_else(|| self.broken.contains(name).then_some(Ask::Remedy))
            }),
            _ => None,
        };
        known.ok_or_else(|| {
            let words = words.join(" ");
            let known = self.known_signals();
            let hint = if words.contains("payment") {
                "; write `payment over SUM` for one payment, `payments over SUM` for all together".to_owned()
            } else {
                suggestion(&words, known.iter().map(String::as_str))
            };
            piece.error(at, format!("unknown signal `{words}`{hint}"))
        })
    }

    fn knows(&mut self, keyword: Keyword, name: &'b str) -> bool {
        self.used.insert((keyword, name));
        self.names.contains(&(keyword, name)) || self.broken.contains(name)
    }

    /// Every signal that there is, for suggestions.
    fn known_signals(&self) -> Vec<String> {
        let names = |keyword| self.names.iter().filter(move |it| it.0 == keyword).map(|(_, name)| *name);
        let kinds = || FindingKind::ALL.into_iter().map(|(name, _)| name);
        let mut known: Vec<String> = kinds().map(str::to_owned).collect();
        known.extend(kinds().flat_map(|kind| [format!("operative {kind}"), format!("case {kind}")]));
        known.extend(RemedyKind::ALL.map(|(name, _)| format!("remedy {name}")));
        known.extend(Status::ALL.map(|(name, _)| format!("remedy {name}")));
        known.extend(
            Published::ALL.iter().flat_map(|it| ["published", "derived"].map(|word| format!("{word} {}", it.code()))),
        );
        known.extend(names(Keyword::Ground).flat_map(|code| [format!("ground {code}"), format!("case ground {code}")]));
        known.extend(names(Keyword::Outcome).map(|code| format!("issue {code}")));
        known.extend(names(Keyword::Theme).map(|name| format!("theme {name}")));
        known.extend(names(Keyword::Signal).map(str::to_owned));
        let fixed = ["remedy", "investigated", "assessed", "left_out", "open_point", "main ground cannot"];
        known.extend(
            fixed
                .into_iter()
                .chain(["main ground will_not", "payment over SUM", "payments over SUM"])
                .map(str::to_owned),
        );
        known
    }
}

fn of<T: Copy>(known: &[(&str, T)], name: &str) -> Option<T> {
    known.iter().find(|(other, _)| *other == name).map(|(_, value)| *value)
}

fn money(sum: &str) -> Option<Money> {
    sum.parse().ok()
}

/// Whether a name is a signal of the program.
pub(super) fn is_taken(name: &str) -> bool {
    FORMS.iter().any(|form| form.split(' ').next() == Some(name))
}
