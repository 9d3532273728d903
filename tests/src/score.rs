//! The score: how far what is read of decisions agrees with what careful readers wrote down.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::{self, Write as _};
use std::path::Path;

use upheld::{At, Decision, Document, RuleBook, Source, Span};

use crate::gold::{Action, Found, Gold};
use crate::idioms::Idiom;

/// What is counted, right of all: one answer a decision or part.
const SHARES: [&str; 10] = [
    "header",
    "paragraphs",
    "outcome",
    "derived outcome",
    "issues",
    "payees",
    "idioms of findings",
    "idioms of remedies",
    "idioms of grounds",
    "traps avoided",
];
/// What is counted as right, false and missed, by kind.
const LISTS: [&str; 4] = ["findings", "remedies", "grounds", "references"];
/// The line above the differences.
const MISSES: &str = "-- what differs";

/// Right, false and missed answers.
#[derive(Clone, Copy, Debug, Default)]
struct Tally {
    right: u32,
    wrong: u32,
    missed: u32,
}

impl Tally {
    fn line(self) -> String {
        let share = |of: u32| if of == 0 { 1.0 } else { f64::from(self.right) / f64::from(of) };
        let (precision, recall) = (share(self.right + self.wrong), share(self.right + self.missed));
        let f1 = if precision + recall == 0.0 { 0.0 } else { 2.0 * precision * recall / (precision + recall) };
        let percent = [precision, recall, f1].map(|share| format!("{:>7.1}", share * 100.0)).concat();
        format!("{:>6}{:>6}{:>7}  {percent}", self.right, self.wrong, self.missed)
    }
}

/// How far decisions were read as their annotations say. It prints as the table that is kept in `tests/score.txt`.
#[derive(Clone, Debug, Default)]
pub struct Score {
    decisions: u32,
    shares: BTreeMap<&'static str, (u32, u32)>,
    lists: BTreeMap<&'static str, BTreeMap<String, Tally>>,
    differences: Vec<String>,
}

impl Score {
    /// Adds a decision. `name` is what the differences call it.
    pub fn add(&mut self, name: &str, decision: &Decision, gold: &Gold) {
        self.decisions += 1;
        let mut one = Comparison { score: self, name, decision, gold };
        one.header();
        one.references();
        one.findings();
        one.remedies();
        one.grounds();
        one.triage();
    }

    /// Adds the annotated decisions of a folder.
    ///
    /// # Errors
    ///
    /// The annotation that could not be read.
    pub fn add_folder(&mut self, folder: &Path) -> Result<(), String> {
        for (path, gold) in crate::gold::annotated(folder)? {
            let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            let told = |error| format!("{}: {error}", path.display());
            let decision = Decision::read(Source::open(&path).map_err(told)?, RuleBook::standard());
            self.add(&name, &decision, &gold);
        }
        Ok(())
    }

    /// Adds the idioms of a folder.
    ///
    /// # Errors
    ///
    /// What could not be read of them.
    pub fn add_idioms(&mut self, folder: &Path) -> Result<(), String> {
        for (name, idioms) in crate::idioms::idioms(folder)? {
            let measure = SHARES.into_iter().find(|measure| measure.ends_with(&format!("of {name}"))).unwrap_or(name);
            for idiom in idioms {
                let trap = idiom.class.starts_with("trap-");
                self.share(if trap { "traps avoided" } else { measure }, idiom.right);
                if !idiom.right {
                    // Without its line, which moves when another idiom is added.
                    let Idiom { class, difference, text, .. } = idiom;
                    self.differences.push(format!("{name} {class} {difference}: {text}"));
                }
            }
        }
        Ok(())
    }

    fn share(&mut self, measure: &'static str, right: bool) {
        let (rights, of) = self.shares.entry(measure).or_default();
        *rights += u32::from(right);
        *of += 1;
    }

    fn tally(&mut self, measure: &'static str, kind: &str) -> &mut Tally {
        self.lists.entry(measure).or_default().entry(kind.to_owned()).or_default()
    }
}

impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{} decisions\n\n{:22}{:>6}{:>6}{:>9}", self.decisions, "", "right", "of", "share")?;
        for measure in SHARES {
            let Some((right, of)) = self.shares.get(measure) else { continue };
            let share = 100.0 * f64::from(*right) / f64::from(*of);
            writeln!(f, "{measure:22}{right:>6}{of:>6}{share:>8.1}%")?;
        }
        writeln!(
            f,
            "\n{:22}{:>6}{:>6}{:>7}  {:>7}{:>7}{:>7}",
            "", "right", "false", "missed", "prec.", "recall", "F1"
        )?;
        for measure in LISTS {
            let Some(kinds) = self.lists.get(measure) else { continue };
            let all = kinds.values().fold(Tally::default(), |all, one| Tally {
                right: all.right + one.right,
                wrong: all.wrong + one.wrong,
                missed: all.missed + one.missed,
            });
            writeln!(f, "{measure:22}{}", all.line())?;
            for (kind, tally) in kinds.iter().filter(|(kind, _)| !kind.is_empty()) {
                writeln!(f, "  {kind:20}{}", tally.line())?;
            }
        }
        writeln!(f, "\n{MISSES}")?;
        self.differences.iter().try_for_each(|difference| writeln!(f, "{difference}"))
    }
}

/// What one table has that another has not: the figures that moved, what is right now, what is wrong now.
#[must_use]
pub fn changes(before: &str, now: &str) -> String {
    fn parts(table: &str) -> (Vec<&str>, BTreeSet<&str>) {
        let (figures, misses) = table.split_once(MISSES).unwrap_or((table, ""));
        (figures.lines().collect(), misses.lines().filter(|line| !line.trim().is_empty()).collect())
    }
    let ((old_figures, old), (figures, new)) = (parts(before), parts(now));
    let mut out = String::new();
    let mut list = |title: &str, lines: Vec<&&str>| {
        if !lines.is_empty() {
            let lines: String = lines.into_iter().map(|line| format!("  {line}\n")).collect();
            write!(out, "{title}\n{lines}").expect("a string takes any text");
        }
    };
    list("figures before:", old_figures.iter().filter(|line| !figures.contains(line)).collect());
    list("figures now:", figures.iter().filter(|line| !old_figures.contains(line)).collect());
    list("gained:", old.difference(&new).collect());
    list("lost:", new.difference(&old).collect());
    out
}

/// Text as far as a comparison goes: quotation marks straight, spaces single, small letters, no full stop.
fn plain(text: &str) -> String {
    let words = text.replace(['’', '‘'], "'").split_whitespace().collect::<Vec<_>>().join(" ");
    words.trim_end_matches(['.', ':']).to_lowercase()
}

/// A heading without its number: "(ii)", "a)", "3.".
fn title(heading: &str) -> String {
    let text = plain(heading);
    let bare = text.strip_prefix('(').unwrap_or(&text);
    let number = bare.split([')', '.']).next().unwrap_or_default();
    let roman = number.chars().all(|c| "ivx".contains(c));
    let numbered = !number.is_empty() && (roman || number.len() == 1 || number.chars().all(|c| c.is_ascii_digit()));
    match bare.get(number.len() + 1..) {
        Some(rest) if numbered && number.len() < bare.len() => rest.trim_start().to_owned(),
        _ => text,
    }
}

/// One decision beside its annotations.
struct Comparison<'a> {
    score: &'a mut Score,
    name: &'a str,
    decision: &'a Decision,
    gold: &'a Gold,
}

impl Comparison<'_> {
    fn document(&self) -> &Document {
        &self.decision.document
    }

    /// Adds a difference, with the words it is about.
    fn differs(&mut self, what: &str, words: &str) {
        const LONGEST: usize = 240;
        let mut words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        if let Some((cut, _)) = words.char_indices().nth(LONGEST) {
            words.truncate(cut);
            words.push('…');
        }
        let quote = if words.is_empty() { String::new() } else { format!(": {words}") };
        self.score.differences.push(format!("{} {what}{quote}", self.name));
    }

    fn check(&mut self, measure: &'static str, what: &str, want: Option<&str>, got: Option<&str>) {
        let right = want.map(plain) == got.map(plain);
        self.score.share(measure, right);
        if !right {
            self.differs(&format!("{what} is {}, not {}", want.unwrap_or("none"), got.unwrap_or("none")), "");
        }
    }

    fn words(&self, span: Option<Span>) -> Option<String> {
        span.map(|span| self.document().slice(span).to_owned())
    }

    /// The words of a paragraph with its list, or of the summary.
    fn words_at(&self, at: At) -> String {
        let document = self.document();
        let paragraphs = document.sections.iter().flat_map(|section| &section.paragraphs);
        match at {
            At::Summary => document.summary().map_or_else(String::new, |span| document.slice(span).to_owned()),
            At::Paragraph(number) => paragraphs
                .filter(|paragraph| paragraph.number == Some(number))
                .map(|paragraph| document.slice(paragraph.extent()))
                .collect(),
        }
    }

    fn header(&mut self) {
        let (gold, header) = (self.gold, self.document().header.clone());
        let fields = [
            ("reference", gold.reference.clone(), self.document().reference()),
            ("body", gold.body.clone(), self.words(header.body)),
            ("category", gold.category.clone(), self.words(header.category)),
            ("subcategory", gold.subcategory.clone(), self.words(header.subcategory)),
            (
                "published outcome",
                gold.published.map(|it| it.code().to_owned()),
                header.outcome.map(|it| it.code().to_owned()),
            ),
            ("date", gold.decision_date.map(|day| day.to_string()), header.date.map(|day| day.to_string())),
        ];
        for (what, want, got) in fields {
            self.check("header", what, want.as_deref(), got.as_deref());
        }
        if let Some(want) = gold.paragraphs {
            let numbers = self.document().sections.iter().flat_map(|section| &section.paragraphs);
            let got = numbers.filter_map(|paragraph| paragraph.number).max().unwrap_or(0);
            self.check("paragraphs", "the last number", Some(&want.to_string()), Some(&got.to_string()));
        }
    }

    fn references(&mut self) {
        if self.gold.paragraphs.is_none() {
            return;
        }
        let want = self.gold.references.iter().flat_map(|it| it.to.iter().map(|to| (it.at, *to)));
        let want: BTreeSet<(u32, u32)> = want.collect();
        let paragraphs = self.document().sections.iter().flat_map(|section| &section.paragraphs);
        let got: BTreeSet<(u32, u32)> = paragraphs
            .flat_map(|paragraph| {
                let to = paragraph.references.iter().flat_map(|reference| reference.to.iter().copied());
                to.filter_map(|to| Some((paragraph.number?, to)))
            })
            .collect();
        let tally = self.score.tally("references", "");
        tally.right += count(want.intersection(&got));
        tally.missed += count(want.difference(&got));
        tally.wrong += count(got.difference(&want));
        for (at, to) in want.symmetric_difference(&got) {
            let how = if want.contains(&(*at, *to)) { "missed" } else { "false" };
            self.differs(&format!("reference {how}: {at} to {to}"), "");
        }
    }

    fn findings(&mut self) {
        // Where the layout has no numbers, only the summary and the rest are told apart.
        let numbered = self.gold.paragraphs.is_some();
        let place = |found: Found| match found.at {
            At::Paragraph(_) if !numbered => Found { at: At::Paragraph(0), ..found },
            _ => found,
        };
        let want: BTreeSet<Found> = self.gold.findings.iter().copied().map(place).collect();
        let either: BTreeSet<Found> = self.gold.either.iter().copied().map(place).collect();
        let got = self.decision.findings.iter().map(|it| (place(Found { at: it.at, kind: it.kind }), it.span));
        let got: Vec<(Found, Span)> = got.collect();
        for found in &want {
            let right = got.iter().any(|(other, _)| other == found);
            let tally = self.score.tally("findings", found.kind.name());
            if right {
                tally.right += 1;
            } else {
                tally.missed += 1;
                let words = self.words_at(found.at);
                self.differs(&format!("finding missed: {} {}", found.at, found.kind.name()), &words);
            }
        }
        let mut seen = BTreeSet::new();
        for (found, span) in got {
            if want.contains(&found) || either.contains(&found) || !seen.insert(found) {
                continue;
            }
            self.score.tally("findings", found.kind.name()).wrong += 1;
            let words = self.document().slice(span).to_owned();
            self.differs(&format!("finding false: {} {}", found.at, found.kind.name()), &words);
        }
    }

    fn remedies(&mut self) {
        let decision = self.decision;
        let mut left: Vec<_> = decision.remedies.iter().collect();
        let mut wanted: Vec<&Action> = self.gold.remedies.iter().collect();
        wanted.sort_by_key(|action| action.kind.list().len());
        for action in wanted {
            let fits = |it: &&upheld::Remedy| {
                let due = it.deadline.and_then(|deadline| deadline.due);
                action.kind.list().contains(&it.kind) && it.amount == action.amount && due == action.due
            };
            // Of several that fit, the one with the payee.
            let to = action.to.as_deref().map(plain);
            let payee = |it: &upheld::Remedy| it.to.map(|to| plain(decision.document.slice(to)));
            let best = left.iter().position(|it| fits(it) && payee(it) == to).or_else(|| left.iter().position(fits));
            let kind = action.kind.list().first().map_or("", |kind| kind.name());
            let Some(remedy) = best.map(|at| left.remove(at)) else {
                self.score.tally("remedies", kind).missed += 1;
                self.differs(&format!("remedy missed: {}", told(kind, action.amount, action.due)), "");
                continue;
            };
            self.score.tally("remedies", remedy.kind.name()).right += 1;
            if let Some(want) = &action.to {
                let got = self.words(remedy.to);
                let what = format!("the payee of {}", told(kind, action.amount, action.due));
                self.check("payees", &what, Some(want), got.as_deref());
            }
        }
        for remedy in left {
            self.score.tally("remedies", remedy.kind.name()).wrong += 1;
            let due = remedy.deadline.and_then(|deadline| deadline.due);
            let words = self.document().slice(remedy.span).to_owned();
            self.differs(&format!("remedy false: {}", told(remedy.kind.name(), remedy.amount, due)), &words);
        }
    }

    fn grounds(&mut self) {
        let decision = self.decision;
        let want: BTreeSet<&str> = self.gold.reasons.iter().map(String::as_str).collect();
        let got: BTreeSet<&str> = decision.grounds.iter().map(|ground| ground.code.as_str()).collect();
        for code in &want {
            let right = got.contains(code);
            let tally = self.score.tally("grounds", code);
            if right {
                tally.right += 1;
            } else {
                tally.missed += 1;
                self.differs(&format!("ground missed: {code}"), "");
            }
        }
        for code in got.difference(&want).filter(|code| !self.gold.either_reasons.iter().any(|it| it == *code)) {
            self.score.tally("grounds", code).wrong += 1;
            let first = decision.grounds.iter().find(|ground| ground.code == **code);
            let words = first.map_or("", |ground| decision.document.slice(ground.span));
            self.differs(&format!("ground false: {code}"), words);
        }
    }

    fn triage(&mut self) {
        let (gold, decision) = (self.gold, self.decision);
        self.check("outcome", "the outcome", gold.outcome.as_deref(), decision.triage.outcome.as_deref());
        if let Some(published) = gold.published {
            let derived = decision.triage.derived_outcome.map(|it| it.code());
            self.check("derived outcome", "the derived outcome", Some(published.code()), derived);
        }
        for part in &gold.issues {
            let wanted = title(&part.title);
            let got = decision.issues.iter().find(|issue| title(decision.document.slice(issue.span)) == wanted);
            let what = format!("the outcome of «{}»", part.title);
            self.check("issues", &what, Some(&part.outcome), got.and_then(|issue| issue.outcome.as_deref()));
        }
    }
}

/// A remedy in the words of a difference.
fn told(kind: &str, amount: Option<upheld::Money>, due: Option<upheld::Date>) -> String {
    let amount = amount.map_or_else(String::new, |sum| format!(" £{sum}"));
    let due = due.map_or_else(String::new, |day| format!(" by {day}"));
    format!("{kind}{amount}{due}")
}

fn count<T>(items: impl Iterator<Item = T>) -> u32 {
    u32::try_from(items.count()).unwrap_or(u32::MAX)
}
