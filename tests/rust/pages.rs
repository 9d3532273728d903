//! The pages of the documentation say what is so.

#[path = "pages/columns.rs"]
mod columns;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use upheld::{Decision, RuleBook, Source};
use upheld_tests::page::{Check, cases};

fn docs() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs")
}

/// The pages of a folder, in the order of their names.
fn pages(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let paths = entries.map(|entry| entry.expect("an entry of the folder").path());
    let mut pages: Vec<PathBuf> = paths.filter(|path| path.extension().is_some_and(|end| end == "md")).collect();
    pages.sort();
    pages
}

#[test]
fn every_case_comes_out_as_its_page_says() {
    let mut failures = String::new();
    let mut number = 0;
    for page in pages(&docs()).into_iter().chain(pages(&docs().join("outcomes"))) {
        for case in cases(&fs::read_to_string(&page).expect("a page is text")) {
            number += 1;
            for failure in case.failures() {
                failures += &format!("\n{}:{}: {}: {failure}", page.display(), case.line, case.title);
            }
        }
    }
    assert!(failures.is_empty(), "{failures}");
    assert!(number > 40, "only {number} cases");
}

#[test]
fn every_rule_decides_a_case() {
    let book = RuleBook::standard();
    let mut decides: BTreeSet<String> = BTreeSet::new();
    for page in pages(&docs().join("outcomes")) {
        for case in cases(&fs::read_to_string(&page).expect("a page is text")) {
            let Check::Decision(text, _) = &case.check else { continue };
            let decision = Decision::parse_with(text, book);
            let explanation = decision.explain(book);
            let rules = explanation.issues.iter().chain([&explanation.whole]).filter_map(|verdict| verdict.rule());
            decides.extend(rules.map(|rule| format!("rule {}", rule.name)));
            decides.extend(explanation.derived.rule().map(|rule| format!("derived {}", rule.name)));
            decides
                .extend(explanation.flags.iter().filter(|flag| flag.holds).map(|flag| format!("flag {}", flag.name)));
        }
    }
    let statement = |line: &str| {
        let (kind, rest) = line.split_once(' ')?;
        matches!(kind, "rule" | "derived" | "flag")
            .then(|| format!("{kind} {}", rest.split(':').next().unwrap_or_default()))
    };
    let missing: Vec<String> =
        RuleBook::STANDARD_TEXT.lines().filter_map(statement).filter(|name| !decides.contains(name)).collect();
    assert!(missing.is_empty(), "no case of docs/outcomes is decided by {}", missing.join(", "));
}

#[test]
fn the_reference_names_every_word_of_the_language() {
    let page = fs::read_to_string(docs().join("rules.md")).expect("a page is text");
    for (what, names) in RuleBook::language() {
        // A table whose first column has this title lists the names; others are told in the text.
        let table = page.split(&format!("| {what} |")).nth(1).map(|rest| rest.split("\n\n").next().unwrap_or_default());
        let rows = |table: &str| -> Vec<String> {
            let cells = table.lines().filter_map(|line| line.strip_prefix("| `")?.split('`').next().map(str::to_owned));
            cells.collect()
        };
        match table.map(rows) {
            Some(rows) => assert_eq!(rows, names, "the table of each {what}"),
            None => {
                for name in names {
                    assert!(page.contains(&format!("`{name}`")), "the page does not tell of the {what} `{name}`");
                }
            }
        }
    }
}

#[test]
fn the_book_of_the_readme_is_right() {
    let readme = fs::read_to_string(docs().join("../README.md")).expect("README.md is text");
    let (_, block) = readme.split_once("```rules\n").expect("a block of rules");
    let (rules, _) = block.split_once("```").expect("its end");
    let book = RuleBook::parse("own.rules", rules).expect("the book is right");
    assert_eq!(book.warnings(), []);
    assert_eq!(book.outcome_label("upheld.remedied"), Some("Upheld, nothing left to do"));
}

#[test]
fn the_reference_names_every_outcome() {
    let page = fs::read_to_string(docs().join("rules.md")).expect("a page is text");
    let (_, table) = page.split_once("| outcome of the standard book |").expect("a table of outcomes");
    let rows: Vec<&str> = table.lines().skip(2).take_while(|line| line.starts_with('|')).collect();
    let book = RuleBook::standard();
    let row = |code| format!("| `{code}` | {} |", book.outcome_label(code).unwrap_or_default());
    assert_eq!(rows, book.outcome_codes().map(row).collect::<Vec<_>>());
}

#[test]
fn the_data_model_names_what_the_standard_book_has() {
    let page = fs::read_to_string(docs().join("data-model.md")).expect("a page is text");
    let mut missing = Vec::new();
    for line in RuleBook::STANDARD_TEXT.lines() {
        let Some((statement, rest)) = line.split_once(' ') else { continue };
        let (name, rest) = rest.split_once(": ").unwrap_or((rest, ""));
        let named = match (statement, rest.split_once(' ')) {
            // What says that there was no ground after all is none.
            ("ground", Some((bar, label))) if bar != "none" => {
                format!("| `{name}` | `{bar}` | {} |", label.trim_matches('"'))
            }
            ("subkind" | "flag", _) => format!("`{name}`"),
            _ => continue,
        };
        if !page.contains(&named) {
            missing.push(named);
        }
    }
    assert!(missing.is_empty(), "docs/data-model.md lacks\n{}", missing.join("\n"));
}

/// The example of `docs/snapshots.md`, which must compile.
mod with_insta {
    use super::{Decision, RuleBook, Source};

    #[expect(dead_code, reason = "there are no cases to run it on")]
    fn decisions() {
        let book = RuleBook::from_file("own.rules").expect("the rule book is right");
        insta::glob!("cases/*.txt", |path| {
            let decision = Decision::read(Source::open(path).expect("a decision is a text"), &book);
            insta::assert_snapshot!(decision.snapshot());
        });
    }
}

#[test]
fn the_example_of_the_page_on_snapshots_compiles() {
    let page = fs::read_to_string(docs().join("snapshots.md")).expect("a page is text");
    let (_, block) = page.split_once("```rust\n").expect("a block of Rust");
    let (example, _) = block.split_once("```").expect("its end");
    let lines = |text: &str| text.lines().map(|line| line.trim().to_owned()).collect::<Vec<_>>();
    let (here, example) = (lines(include_str!("pages.rs")), lines(example));
    let (first, rest) = example.split_first().expect("an example");
    assert_eq!(first, "#[test]");
    assert!(here.windows(rest.len()).any(|window| window == rest), "the example is not what is compiled here");
}
