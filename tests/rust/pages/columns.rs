//! `docs/columns.md` lists the columns of the tables, as the program has them.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};
use upheld::{ColumnInfo, ColumnType, Decision, Entry, RuleBook, Source, Table};
use upheld_tests::decisions;

/// A theme, for the standard book has none.
const THEME: &str = "theme council_tax: \"Council tax\"\n  in: category\n  - council tax\n";

/// So many characters of a cell are shown.
const SHOWN: usize = 60;

/// The rows of the tables of a page, by the heading that they stand under; code is in backticks.
fn tables(page: &str) -> BTreeMap<String, Vec<Vec<String>>> {
    let mut tables: BTreeMap<String, Vec<Vec<String>>> = BTreeMap::new();
    let (mut heading, mut text, mut cells) = (String::new(), String::new(), Vec::new());
    for event in Parser::new_ext(page, Options::ENABLE_TABLES) {
        match event {
            Event::Start(Tag::Heading { level: HeadingLevel::H2, .. } | Tag::TableCell) => text.clear(),
            Event::End(TagEnd::Heading(HeadingLevel::H2)) => heading.clone_from(&text),
            Event::End(TagEnd::TableCell) => cells.push(text.clone()),
            Event::End(TagEnd::TableRow) => {
                tables.entry(heading.clone()).or_default().push(std::mem::take(&mut cells));
            }
            Event::End(TagEnd::TableHead) => cells.clear(),
            Event::Text(words) => text += &words,
            Event::Code(words) => text += &format!("`{words}`"),
            _ => {}
        }
    }
    tables
}

/// What the page calls a type.
fn type_name(kind: ColumnType) -> &'static str {
    match kind {
        ColumnType::Text => "text",
        ColumnType::Code => "code",
        ColumnType::Number => "number",
        ColumnType::Truth => "true or false",
        ColumnType::Date => "day",
        ColumnType::Pounds => "pounds",
        ColumnType::Texts => "list of texts",
        ColumnType::Dates => "list of days",
        kind => panic!("the page has no word for {kind:?}"),
    }
}

/// The decisions that the page may take its examples from, each with its name and the book that read it.
fn read<'b>(book: &'b RuleBook, themed: &'b RuleBook) -> Vec<(String, Decision, &'b RuleBook)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let entries = fs::read_dir(root.join("examples/decisions")).expect("decisions");
    let mut names: Vec<String> = entries
        .map(|entry| format!("examples/decisions/{}", entry.expect("an entry").file_name().to_string_lossy()))
        .collect();
    names.sort();
    let example = |name: &String, book| {
        let source = Source::open(root.join(name)).expect("a decision is a text");
        (name.clone(), Decision::read(source, book), book)
    };
    let others = decisions().into_iter().map(|(name, text)| (name, Decision::parse_with(&text, book), book));
    let with_themes = names.iter().map(|name| example(name, themed));
    names.iter().map(|name| example(name, book)).chain(others).chain(with_themes).collect()
}

/// All cells of each column.
fn cells(table: Table, read: &[(String, Decision, &RuleBook)]) -> Vec<Vec<String>> {
    let mut cells = vec![Vec::new(); table.columns().len()];
    for (number, (source, decision, book)) in read.iter().enumerate() {
        for row in table.cells(&Entry { number, source, decision, book }) {
            cells.iter_mut().zip(row).for_each(|(cells, cell)| cells.push(cell));
        }
    }
    cells
}

/// Whether an example is a cell, or its beginning.
fn is_of(example: &str, cell: &str) -> bool {
    example.strip_suffix(" …").map_or(example == cell, |begin| cell.starts_with(begin))
}

/// A row as it may be written into the page.
fn row(column: &ColumnInfo, cells: &[String]) -> String {
    let cell = cells.iter().find(|cell| !cell.is_empty()).map_or("", String::as_str);
    let mut example: String = cell.chars().take(SHOWN).collect();
    if example.len() < cell.len() {
        example = format!("{} …", example.rsplit_once(' ').map_or(example.as_str(), |(begin, _)| begin));
    }
    let example = example.replace('|', "\\|");
    format!("| `{}` | {} | {} | `{example}` |", column.name, type_name(column.kind), column.about)
}

#[test]
fn the_page_lists_every_column() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/columns.md");
    let listed = tables(&fs::read_to_string(path).expect("the page is there"));
    let book = RuleBook::standard();
    let themed = book.extend("own.rules", THEME).expect("a theme");
    let read = read(book, &themed);
    let mut failures = Vec::new();
    for table in Table::ALL {
        let rows = listed.get(table.name()).map(Vec::as_slice).unwrap_or_default();
        let names: Vec<_> = rows.iter().filter_map(|row| row.first()).collect();
        let columns = table.columns();
        let expected: Vec<_> = columns.iter().map(|column| format!("`{}`", column.name)).collect();
        if names != expected.iter().collect::<Vec<_>>() {
            failures.push(format!("{} has the columns {}", table.name(), expected.join(", ")));
        }
        for (column, cells) in columns.iter().zip(&cells(*table, &read)) {
            let shown = rows.iter().find(|row| row.first() == Some(&format!("`{}`", column.name)));
            let right = shown.is_some_and(|row| {
                let [_, kind, about, example] = row.as_slice() else { return false };
                let example = example.trim_matches('`');
                kind == type_name(column.kind)
                    && *about == column.about
                    && !example.is_empty()
                    && cells.iter().any(|cell| is_of(example, cell))
            });
            if !right {
                failures.push(format!("{}: {}", table.name(), row(column, cells)));
            }
        }
    }
    assert!(failures.is_empty(), "docs/columns.md should say\n{}", failures.join("\n"));
}
