//! Pages of the documentation that are tests: a decision, rules perhaps, and what comes of them, in fenced blocks.
//!
//! | block | what it holds |
//! | --- | --- |
//! | `rules` | rules that extend the standard book, or a book of its own if it begins with `book` |
//! | `decision` | a decision, read by the rules above it, or by the standard book if the section has none |
//! | `expect` | what comes of the decision above: lines `outcome: upheld.remedied` |
//! | `problems` | what `upheld rules check` says of the rules above |
//!
//! A block holds for the rest of its section, up to the next heading. Of `expect` a line is checked where it stands, but
//! where one `finding`, `remedy`, `ground`, `theme` or `part` is named all must be (`finding: none` says that there is
//! none); flags that are not named must not be raised.

use std::fmt::Write;

use upheld::{At, Decision, RuleBook};

/// What a section of a page says should come of rules and a decision.
#[derive(Clone, Debug)]
pub struct Case {
    /// The heading of the section.
    pub title: String,
    /// The line of the block in its page, from 1.
    pub line: usize,
    /// The rules, if there are any.
    pub rules: Option<String>,
    /// What is to be checked.
    pub check: Check,
}

/// What is to be checked.
#[derive(Clone, Debug)]
pub enum Check {
    /// A decision with the lines of `expect`.
    Decision(String, Vec<String>),
    /// What is said of the rules.
    Problems(String),
}

/// The cases of a page.
///
/// # Panics
///
/// If a block stands where it can have no meaning.
#[must_use]
pub fn cases(page: &str) -> Vec<Case> {
    let mut cases = Vec::new();
    let (mut title, mut rules, mut decision) = (String::new(), None, None);
    let mut lines = page.lines().zip(1..);
    while let Some((line, number)) = lines.next() {
        if line.starts_with('#') {
            (title, rules, decision) = (line.trim_start_matches(['#', ' ']).to_owned(), None, None);
        }
        let Some(kind) = line.strip_prefix("```") else { continue };
        let mut block = String::new();
        for (line, _) in lines.by_ref().take_while(|(line, _)| *line != "```") {
            block.push_str(line);
            block.push('\n');
        }
        let check = match kind {
            "rules" => {
                rules = Some(block);
                continue;
            }
            "decision" => {
                decision = Some(block);
                continue;
            }
            "expect" => {
                let decision = decision.clone().unwrap_or_else(|| panic!("line {number}: no decision stands above"));
                Check::Decision(decision, block.lines().map(str::to_owned).collect())
            }
            "problems" => Check::Problems(block),
            _ => continue,
        };
        cases.push(Case { title: title.clone(), line: number, rules: rules.clone(), check });
    }
    cases
}

impl Case {
    /// The book of the case.
    ///
    /// # Errors
    ///
    /// There are mistakes in the rules.
    pub fn book(&self) -> Result<RuleBook, upheld::RuleError> {
        match &self.rules {
            None => Ok(RuleBook::standard().clone()),
            Some(rules) if rules.starts_with("book ") => RuleBook::parse("own.rules", rules),
            Some(rules) => RuleBook::standard().extend("own.rules", rules),
        }
    }

    /// What is otherwise than the page says; nothing if all is well.
    #[must_use]
    pub fn failures(&self) -> Vec<String> {
        let book = self.book();
        match (&self.check, book) {
            (Check::Problems(expected), book) => {
                let problems = match book {
                    Ok(book) => {
                        book.warnings().into_iter().chain(book.failing_examples()).map(|it| it.to_string()).collect()
                    }
                    Err(error) => error.problems().iter().map(ToString::to_string).collect::<Vec<_>>(),
                };
                let problems = problems.join("\n");
                if problems.trim_end() == expected.trim_end() {
                    Vec::new()
                } else {
                    vec![format!("problems are\n{problems}")]
                }
            }
            (Check::Decision(..), Err(error)) => vec![error.to_string()],
            (Check::Decision(text, lines), Ok(book)) => {
                let actual = Outcome::of(&Decision::parse_with(text, &book), &book);
                actual.failures(lines)
            }
        }
    }
}

/// What came of a decision, as lines of `expect`.
#[derive(Clone, Debug, Default)]
pub struct Outcome {
    /// The lines, each with its key.
    pub lines: Vec<(&'static str, String)>,
}

/// Keys of which there may be many; where one line has it all must stand there.
const LISTS: [&str; 7] = ["part", "finding", "set aside", "remedy", "ground", "theme", "flag"];

impl Outcome {
    /// What a book makes of a decision.
    #[must_use]
    pub fn of(decision: &Decision, book: &RuleBook) -> Self {
        let mut lines = Vec::new();
        let explanation = decision.explain(book);
        let place = |at: At| match at {
            At::Summary => "summary".to_owned(),
            At::Paragraph(number) => format!("para {number}"),
        };
        let triage = &decision.triage;
        lines.push(("outcome", triage.outcome.clone().unwrap_or_else(|| "none".to_owned())));
        lines.push(("label", triage.label.clone()));
        lines.push(("because", triage.reason.clone()));
        lines.push(("rule", triage.rule().map(|step| step.rule.to_string()).unwrap_or_default()));
        lines.push(("derived", triage.derived_outcome.map_or("none", upheld::Published::code).to_owned()));
        lines.push(("derived by", explanation.derived.rule().map(|rule| rule.name.clone()).unwrap_or_default()));
        for (issue, verdict) in decision.issues.iter().zip(&explanation.issues) {
            let outcome = issue.outcome.as_deref().unwrap_or("none");
            let rule = verdict.rule().map(|rule| rule.name.as_str()).unwrap_or_default();
            lines.push(("part", format!("{}: {outcome} by {rule}", decision.document.slice(issue.span))));
        }
        for finding in &decision.findings {
            lines.push(("finding", format!("{}, {}", finding.kind.name(), place(finding.at))));
        }
        for finding in &decision.set_aside {
            lines.push(("set aside", format!("{}, {}", finding.kind.name(), place(finding.at))));
        }
        for remedy in &decision.remedies {
            let mut line = remedy.kind.name().to_owned();
            if let Some(amount) = remedy.amount {
                let _ = write!(line, " {amount}");
            }
            lines.push(("remedy", format!("{line}, {}", place(remedy.at))));
        }
        lines.extend(decision.grounds.iter().map(|it| ("ground", format!("{}, {}", it.code, place(it.at)))));
        for theme in &decision.themes {
            let at = theme.at.map_or_else(|| "header".to_owned(), place);
            lines.push(("theme", format!("{}, {at}", theme.name)));
        }
        lines.extend(triage.flags.iter().map(|flag| ("flag", flag.name.clone())));
        Self { lines }
    }

    fn failures(&self, expected: &[String]) -> Vec<String> {
        let mut failures = Vec::new();
        let parted: Vec<(&str, &str)> = expected.iter().filter_map(|line| line.split_once(": ")).collect();
        if parted.len() != expected.len() {
            failures.push("a line of `expect` has no key".to_owned());
        }
        for (key, value) in &parted {
            if *value == "none" && LISTS.contains(key) {
                continue;
            }
            if !self.lines.iter().any(|(other, actual)| other == key && actual == value) {
                failures.push(format!("`{key}: {value}` is not so"));
            }
        }
        for (key, value) in &self.lines {
            let list = LISTS.contains(key) && (*key == "flag" || parted.iter().any(|(other, _)| other == key));
            let single = !LISTS.contains(key) && parted.iter().any(|(other, _)| other == key);
            if (list || single) && !parted.contains(&(key, value.as_str())) {
                failures.push(format!("it is `{key}: {value}`"));
            }
        }
        failures
    }
}
