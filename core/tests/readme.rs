//! The terminal example of the README is what the command prints.
#![allow(clippy::expect_used)]

use std::path::Path;
use std::process::Command;

#[test]
fn terminal_example() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let readme = std::fs::read_to_string(root.join("README.md")).expect("README.md is there");
    let (_, block) = readme.split_once("```console\n$ cargo upheld ").expect("a terminal example");
    let (arguments, rest) = block.split_once('\n').expect("a command line");
    let (expected, _) = rest.split_once("```").expect("an end of the example");
    let output = Command::new(env!("CARGO_BIN_EXE_upheld"))
        .args(arguments.split(' '))
        .current_dir(&root)
        .env_remove("COLUMNS")
        .output()
        .expect("the command runs");
    assert!(output.status.success());
    assert_eq!(String::from_utf8_lossy(&output.stdout).trim_end(), expected.trim_end());
}
