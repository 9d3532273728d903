//! The terminal examples of the README and of the pages are what the command prints.
#![allow(clippy::expect_used)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// What the command prints in a folder.
fn printed(folder: &Path, arguments: &str) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_upheld"));
    command.args(arguments.split(' ')).current_dir(folder).env_remove("COLUMNS");
    let output = command.output().expect("the command runs");
    String::from_utf8(output.stdout).expect("it prints text")
}

/// Each command of the blocks of a page, with what the page says it prints.
fn examples<'p>(page: &'p str, prompt: &str) -> Vec<(&'p str, &'p str)> {
    let blocks = page.split("```console\n").skip(1).map(|rest| rest.split("```").next().unwrap_or_default());
    let commands = blocks.flat_map(|block| block.split(prompt).skip(1).collect::<Vec<_>>());
    commands.map(|example| example.split_once('\n').expect("a line for the command")).collect()
}

#[test]
fn terminal_example() {
    let readme = fs::read_to_string(root().join("README.md")).expect("README.md is there");
    let examples = examples(&readme, "$ cargo upheld ");
    assert!(!examples.is_empty());
    for (arguments, expected) in examples {
        assert_eq!(printed(&root(), arguments).trim_end(), expected.trim_end());
    }
}

/// A folder of its own for a page, with the decisions that it reads and its rule book.
fn folder(page: &Path, text: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(page.file_stem().expect("a name"));
    let _ = fs::remove_dir_all(&folder);
    // A page names the decisions as the project does, or as somebody else would.
    for decisions in ["examples/decisions", "decisions"].map(|name| folder.join(name)) {
        fs::create_dir_all(&decisions).expect("a folder");
        for decision in fs::read_dir(root().join("examples/decisions")).expect("decisions") {
            let decision = decision.expect("a decision");
            fs::copy(decision.path(), decisions.join(decision.file_name())).expect("a copy");
        }
    }
    if let Some((_, rules)) = text.split_once("```rules\n") {
        fs::write(folder.join("own.rules"), rules.split("```").next().unwrap_or_default()).expect("a copy");
    }
    folder
}

#[test]
fn the_pages() {
    let mut number = 0;
    for page in fs::read_dir(root().join("docs")).expect("pages") {
        let page = page.expect("a page").path();
        if page.extension().is_none_or(|end| end != "md") {
            continue;
        }
        let text = fs::read_to_string(&page).expect("a page is text");
        let examples = examples(&text, "$ upheld ");
        number += examples.len();
        let folder = folder(&page, &text);
        for (arguments, expected) in examples {
            let printed = printed(&folder, arguments);
            // `...` stands for what the page leaves out.
            let mut rest = printed.as_str();
            for (index, shown) in expected.split("...\n").enumerate() {
                let place = rest.find(shown);
                assert!(place.is_some(), "{}: `{arguments}` prints\n{printed}\nand not\n{shown}", page.display());
                assert!(index > 0 || place == Some(0), "`{arguments}` does not begin so:\n{shown}");
                rest = rest.get(place.unwrap_or_default() + shown.len()..).unwrap_or_default();
            }
            assert!(expected.ends_with("...\n") || rest.is_empty(), "`{arguments}` goes on:\n{rest}");
        }
    }
    assert!(number >= 6, "only {number} examples");
}
